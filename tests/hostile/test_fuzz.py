"""Valid files that are cut, doubled, shuffled or flipped at random end in no traceback."""

import gzip
import json
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from coordgraph.ingest.rdf import FORMATS
from tests.hostile.calling import Caller
from tests.hostile.drawing import drawn

TURTLE = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:m> a cg:Mechanism ; cg:level <https://w3id.org/coordgraph/id/level/policy> ;
    cg:inForceFrom "1996-02"^^xsd:gYearMonth , 1e3 ;
    cg:participation _:one , _:other .
_:one cg:actor <urn:a> .
_:other cg:actor <urn:b> ; cg:until "2001"^^xsd:gYear .
<urn:a> a cg:Institution ; skos:prefLabel "Niño \\"é\\""@es , "x" .
"""
SPARQL = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?m (COUNT(*) AS ?n) {
VALUES ?x { "y" } ?m cg:participation/cg:actor ?a OPTIONAL { ?a ?b 'c'@en }
FILTER(?x != "z" && REGEX(STR(?a), "^urn") || !(1 < 2)) } GROUP BY ?m ORDER BY ?n LIMIT 5
"""
CSV = 'id,class,kind,label_en\na,Institution,ministry,Ministry\nb,Unit,unit,"A, B"\n'
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix cg: <https://w3id.org/coordgraph/ns#> .
<urn:s> a sh:NodeShape ; sh:targetClass cg:Mechanism ; sh:message "no {$this}" ;
    sh:property [ sh:path ( cg:participation [ sh:inversePath cg:x ] ) ; sh:minCount 1 ;
        sh:pattern "^a" ; sh:in ( 1 "b" ) ; sh:severity sh:Warning ] .
"""
MAPPING = {
    "url": "x.csv",
    "tableSchema": {
        "primaryKey": "id",
        "aboutUrl": "urn:{id}",
        "columns": [
            {"name": "id", "propertyUrl": "urn:p", "required": True},
            {
                "name": "class",
                "datatype": {"base": "string", "format": "A|B"},
                "suppressOutput": True,
            },
            {"name": "kind", "titles": {"en": ["k"]}, "propertyUrl": "urn:k", "separator": " "},
            {
                "name": "label_en",
                "lang": "en",
                "propertyUrl": "urn:l",
                "valueUrl": "urn:{label_en}",
            },
        ],
    },
}
ODD = (
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\r",
        b"\xed\xa0\x80",
        b"\xc0\x80",
        b"\\u0000",
    ),
    *(
        b"\\uD800",
        b'"',
        b"'",
        b'"""',
        b"<",
        b">",
        b"<<",
        b"<<(",
        b"{",
        b"}",
        b"[",
        b"]",
        b"(",
        b")",
    ),
    *(
        b"@",
        b"^^",
        b";",
        b".",
        b",",
        b"#",
        b"\\",
        b"&",
        b"&a;",
        b"%",
        b"-1",
        b"9" * 5000,
        b"a" * 70000,
    ),
    *(b"1e999", b"0000-00-00", b"null", b"true", b"_:", b"urn:x y", "\u202e".encode(), b"=1+1"),
)


def document(form: RdfFormat) -> bytes:
    graph = NamedNode("urn:g")
    found = [quad.triple for quad in parse(TURTLE.encode(), RdfFormat.TURTLE)]
    if form.supports_datasets:
        quads = [Quad(t.subject, t.predicate, t.object, graph) for t in found]
        return serialize(quads, format=form) or b""
    return serialize(found, format=form) or b""


@st.composite
def harmed(draw: st.DrawFn, body: bytes) -> bytes:
    """Bytes that differ from valid ones in one to four places."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from((0, 1, 2, 8, 64))))
        piece = draw(st.one_of(st.sampled_from(ODD), st.binary(max_size=3), st.just(None)))
        if piece is None:  # doubled, up to many times
            piece = body[start:end] * draw(st.sampled_from((2, 3, 500)))
        body = body[:start] + piece + body[end:]
    return body


pytestmark = pytest.mark.long
many = drawn(2)


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf"])
@many
@given(data=st.data())
def test_a_harmed_document_ends_with_a_message(
    call: Caller, tmp_path: Path, suffix: str, data: st.DataObject
) -> None:
    body = data.draw(harmed(document(FORMATS[suffix])))
    if data.draw(st.booleans()):
        suffix, body = f"{suffix}.gz", gzip.compress(body)
        body = data.draw(st.one_of(st.just(body), harmed(body)))
    path = tmp_path / f"x{suffix}"
    path.write_bytes(body)
    verb = data.draw(st.sampled_from(("ties", "load", "validate")))
    options: dict[str, tuple[object, ...]] = {
        "ties": ("--data",),
        "load": ("--store", tmp_path / "store"),
        "validate": (),
    }
    call(verb, *options[verb], path).check()


@many
@given(harmed(SPARQL.encode()))
def test_a_harmed_query_ends_with_a_message(call: Caller, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "q.rq").write_bytes(body)
    (tmp_path / "d.ttl").write_text(TURTLE, encoding="utf-8")
    call("query", tmp_path / "q.rq", "--data", tmp_path / "d.ttl").check()


@many
@given(harmed(SHAPES.encode()))
def test_harmed_shapes_end_with_a_message(call: Caller, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "s.ttl").write_bytes(body)
    (tmp_path / "d.ttl").write_text(TURTLE, encoding="utf-8")
    call("validate", tmp_path / "d.ttl", "--shapes", tmp_path / "s.ttl").check()


@many
@given(harmed(CSV.encode()))
def test_a_harmed_table_ends_with_a_message(call: Caller, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "actors.csv").write_bytes(body)
    call("import", tmp_path / "actors.csv", "--no-check", "--out", tmp_path / "o.ttl").check()


@many
@given(harmed(json.dumps(MAPPING).encode()))
def test_a_harmed_mapping_ends_with_a_message(
    call: Caller, tmp_path: Path, body: bytes
) -> None:
    (tmp_path / "m.json").write_bytes(body)
    (tmp_path / "x.csv").write_text(CSV, encoding="utf-8")
    arguments = ["--mapping", tmp_path / "m.json", "--no-check", "--out", tmp_path / "o.ttl"]
    call("import", tmp_path / "x.csv", *arguments).check()


def book() -> bytes:
    made, file = openpyxl.Workbook(), BytesIO()
    assert made.active
    made.active.title = "actors"
    for line in CSV.splitlines():
        made.active.append(line.split(",")[:4])
    made.save(file)
    return file.getvalue()


@many
@given(st.data())
def test_a_harmed_workbook_ends_with_a_message(
    call: Caller, tmp_path: Path, data: st.DataObject
) -> None:
    whole, file = book(), BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as plain, zipfile.ZipFile(file, "w") as made:
        harm = data.draw(st.sampled_from(plain.namelist()))
        for name in plain.namelist():
            body = plain.read(name)
            made.writestr(name, data.draw(harmed(body)) if name == harm else body)
    written = data.draw(st.one_of(st.just(file.getvalue()), harmed(whole)))
    (tmp_path / "b.xlsx").write_bytes(written)
    call("import", tmp_path / "b.xlsx", "--no-check", "--out", tmp_path / "o.ttl").check()


@many
@given(harmed(b"name,country\nAFIP,ARG\nMinistry of Labour,\n"))
def test_a_harmed_list_of_names_ends_with_a_message(
    call: Caller, tmp_path: Path, body: bytes
) -> None:
    (tmp_path / "names.csv").write_bytes(body)
    call("resolve", tmp_path / "names.csv").check()
