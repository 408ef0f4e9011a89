"""RDF documents say the same in every format, and the same way each time."""

import random
import re
import subprocess
import sys

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, parse

from coordgraph.errors import DataError
from coordgraph.ingest.dataset import load
from coordgraph.namespace import graph
from coordgraph.publish.rdf import FORMATS, document


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(load().quads())


@pytest.fixture(scope="module")
def few(quads: list[Quad]) -> list[Quad]:
    """Return a part of three graphs, an eighth of the whole."""
    return [
        quad
        for name in ("article", "institutions", "derived")
        for quad in [quad for quad in quads if quad.graph_name == graph(name)][:1500]
    ]


def triples(body: bytes, name: str) -> set[str]:
    return {str(quad.triple) for quad in parse(body, format=FORMATS[name])}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_same_statements(name: str, few: list[Quad]) -> None:
    expected = {str(quad.triple) for quad in few}
    assert triples(document(few, FORMATS[name]), name) == expected


@pytest.mark.long
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_dataset(name: str, quads: list[Quad]) -> None:
    expected = {str(quad.triple) for quad in quads}
    assert triples(document(quads, FORMATS[name]), name) == expected


@pytest.mark.parametrize("name", ["trig", "nq", "jsonld"])
def test_named_graphs_are_kept(name: str, few: list[Quad]) -> None:
    assert len({quad.graph_name for quad in few}) == 3
    body = document(few, FORMATS[name])
    assert {str(quad) for quad in parse(body, format=FORMATS[name])} == set(map(str, few))


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "form"),
    [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("trig", "trig"), ("nq", "nquads"),
     ("jsonld", "json-ld")],
)  # fmt: skip
def test_a_second_parser_agrees(name: str, form: str, quads: list[Quad]) -> None:
    body = document(quads, FORMATS[name])
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=body, format=form)
    assert len({quad[:3] for quad in dataset.quads()}) == len({q.triple for q in quads})


@pytest.mark.parametrize("name", FORMATS)
def test_order_does_not_matter(name: str, few: list[Quad]) -> None:
    shuffled = few.copy()
    random.Random(0).shuffle(shuffled)
    assert document(shuffled, FORMATS[name]) == document(few, FORMATS[name])


@pytest.mark.long
def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import hashlib; from coordgraph.ingest.dataset import load;"
        "from coordgraph.publish.rdf import FORMATS, document; q = list(load().quads());"
        "print([hashlib.md5(document(q, f)).hexdigest() for f in FORMATS.values()])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_nothing_is_blank(quads: list[Quad]) -> None:
    assert "_:" not in document(quads, FORMATS["nt"]).decode().replace("://", "")


def test_an_empty_document_is_a_document() -> None:
    for name, form in FORMATS.items():
        assert triples(document([], form), name) == set()


LABELS = (
    *("\x07\x1b[31m", "\x0b\x0c\x1c\x1d\x1e\x85", "\u2028\u2029", "\ufffe\uffff", "\u202egnp"),
    *(
        "a\r\nb\rc\td",
        "\"'\\",
        "]]> --> </script>",
        "=cmd()",
        "e\u0301 \U0001f600",
        "x" * 10_000,
    ),
)
ODD = [
    Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal(label, language="en"))
    for label in LABELS
]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ttl", "turtle"),
        ("trig", "trig"),
        ("nt", "nt"),
        ("nq", "nquads"),
        ("jsonld", "json-ld"),
    ],
)
def test_another_parser_reads_any_label_as_it_is(name: str, other: str) -> None:
    for quad, label in zip(ODD, LABELS, strict=True):
        read = rdflib.Dataset().parse(data=document([quad], FORMATS[name]), format=other)
        assert [str(one) for *_, one, _ in read.quads()] == [label]


def test_xml_holds_any_label_that_it_can_and_refuses_others() -> None:
    for quad, label in zip(ODD, LABELS, strict=True):
        if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", label):
            with pytest.raises(DataError, match="a character that XML cannot hold"):
                document([quad], FORMATS["rdf"])
        else:
            read = rdflib.Graph().parse(data=document([quad], FORMATS["rdf"]), format="xml")
            assert [str(one) for one in read.objects()] == [label]
