"""Validation names what is wrong, where, and what to do, and alters nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner, Result

import coordgraph as cg
from coordgraph.cli import coordgraph
from coordgraph.cli import findings as telling
from coordgraph.errors import InvalidParameter
from coordgraph.ingest.dataset import dataset_locator
from coordgraph.ingest.provenance import Locator
from coordgraph.validation import Severity
from coordgraph.validation.engines import choice

GOOD = """@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://w3id.org/coordgraph/id/> .

<mechanism/mine> a cg:Mechanism ;
    dcterms:title "Ours"@en ;
    cg:mechanismKind <mechanism-kind/joint-planning> ;
    cg:participation <participation/mine> ;
    cg:evidence <passage/mine> .
<participation/mine> a cg:Participation ;
    cg:actor <actor/mine> ;
    cg:role <role/party> ;
    cg:basis cg:Explicit ;
    cg:evidence <passage/mine> .
<actor/mine> a cg:Institution ;
    skos:prefLabel "Our institute"@en, "Nuestro instituto"@es, "Nosso instituto"@pt ;
    cg:actorKind <actor-kind/ministry> ;
    cg:country <place/bra> .
<passage/mine> a cg:Passage ; dcterms:isPartOf <source/mine> ; cg:locator "page 1" .
<source/mine> a cg:Source ; dcterms:title "A report"@en .
"""
BAD = GOOD.replace("<place/bra>", "<place/burma>").replace("    cg:basis cg:Explicit ;\n", "")
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property <urn:S-p> .
<urn:S-p> sh:path <urn:p> ; sh:minCount 1 ; sh:message "Give a p."@en .
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(coordgraph, ["validate", *map(str, arguments)])


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.ttl").write_text(GOOD, encoding="utf-8")
    Path("bad.ttl").write_text(BAD, encoding="utf-8")
    Path("shapes.ttl").write_text(SHAPES, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_either_engine_may_be_asked_for(engine: str) -> None:
    auto, asked = run("bad.ttl"), run("bad.ttl", "--engine", engine)
    assert (asked.exit_code, asked.stdout) == (1, auto.stdout)
    assert asked.stderr == ""


@pytest.mark.usefixtures("files")
def test_the_fast_engine_is_named_where_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "LARGE", 10)
    result = run("bad.ttl")
    assert "statements checked by shacl, the fast engine" in result.stderr
    assert "shacl" not in run("bad.ttl", "--quiet").stderr
    assert run("good.ttl", "--quiet").output == ""


@pytest.mark.usefixtures("files")
def test_an_engine_that_is_not_installed_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "is_installed", lambda: False)
    result = run("good.ttl", "--engine", "shacl")
    assert result.exit_code == 2
    assert "not installed. `pip install 'coordgraph[fast]'` installs it." in result.stderr
    monkeypatch.setattr(telling, "LARGE", 10)
    assert "checked by pyshacl; pip install 'coordgraph[fast]'" in run("good.ttl").stderr


def test_an_unknown_engine_is_a_wrong_call() -> None:
    with pytest.raises(InvalidParameter, match="Known are: auto, pyshacl, shacl"):
        cg.validate(rdflib.Graph(), engine="jena")


@pytest.mark.usefixtures("files")
def test_a_literal_where_a_thing_belongs_is_reported() -> None:
    Path("literal.ttl").write_text(GOOD.replace("<actor-kind/ministry>", '"x"'), "utf-8")
    assert "Give exactly one cg:actorKind" in run("literal.ttl", "--engine", "pyshacl").stdout


@pytest.mark.usefixtures("files")
def test_statements_are_triples_of_the_union_of_all_files() -> None:
    Path("shapes.ttl").write_text(SHAPES.replace("minCount 1", "maxCount 1"), "utf-8")
    Path("a.nq").write_text("<urn:x> <urn:p> _:a <urn:g> .\n", "utf-8")
    Path("b.nt").write_text(
        f"<urn:x> <urn:p> _:a .\n<urn:x> <{rdflib.RDF.type}> <urn:C> .\n", "utf-8"
    )
    for engine in ("pyshacl", "shacl"):
        one = run("b.nt", "--shapes", "shapes.ttl", "--engine", engine)
        two = run("a.nq", "b.nt", "--shapes", "shapes.ttl", "--engine", engine)
        assert (one.exit_code, two.exit_code) == (0, 1)


@pytest.mark.usefixtures("files")
def test_good_data_conforms() -> None:
    result = run("good.ttl")
    assert (result.exit_code, result.stdout) == (
        0,
        "Conforms: 0 violations, 0 warnings, 0 remarks.\n",
    )


@pytest.mark.usefixtures("files")
def test_the_report_reads_like_a_compilers() -> None:
    result = run("bad.ttl")
    assert result.exit_code == 1
    assert result.stdout == (
        "bad.ttl:11:1: error: Say exactly once whether the source states it (cg:Explicit) or it"
        " is inferred (cg:Inferred).\n"
        "    participation/mine cg:basis [shape cg:ParticipationShape-basis]\n"
        "bad.ttl:18:16: error: A country is one of the dataset's places, such as id:place/bra;"
        " a code or another list's IRI is none.\n"
        "    actor/mine cg:country [shape cg:ActorShape-country]\n"
        "Does not conform: 2 violations, 0 warnings, 0 remarks.\n"
    )


@pytest.mark.usefixtures("files")
def test_the_report_speaks_spanish() -> None:
    assert "error: Un país es uno de los lugares" in run("bad.ttl", "--lang", "es").stdout


@pytest.mark.usefixtures("files")
def test_json_has_the_place_and_every_language() -> None:
    found = json.loads(run("bad.ttl", "--format", "json").stdout)
    assert found["conforms"] is False
    (basis, country) = found["findings"]
    assert (basis["file"], basis["line"], country["line"]) == ("bad.ttl", 11, 18)
    assert country["value"] == "https://w3id.org/coordgraph/id/place/burma"
    assert set(country["messages"]) == {"en", "es", "pt"}


@pytest.mark.usefixtures("files")
def test_sarif_has_rules_levels_and_regions() -> None:
    found = json.loads(run("bad.ttl", "--format", "sarif").stdout)
    (one,) = found["runs"]
    assert found["version"] == "2.1.0"
    assert [rule["id"] for rule in one["tool"]["driver"]["rules"]] == [
        "cg:ActorShape-country",
        "cg:ParticipationShape-basis",
    ]
    first = one["results"][0]
    assert (first["level"], first["ruleIndex"]) == ("error", 1)
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "bad.ttl"},
        "region": {"startLine": 11, "startColumn": 1},
    }


@pytest.mark.usefixtures("files")
def test_turtle_is_a_shacl_report() -> None:
    graph = rdflib.Graph().parse(data=run("bad.ttl", "--format", "ttl").stdout)
    assert len(list(graph.objects(None, rdflib.SH.result))) == 2
    assert (None, rdflib.SH.conforms, rdflib.Literal(False)) in graph  # noqa: FBT003


@pytest.mark.usefixtures("files")
def test_own_shapes_are_used_alone() -> None:
    assert run("bad.ttl", "--shapes", "shapes.ttl").exit_code == 0
    Path("c.ttl").write_text("<urn:x> a <urn:C> .", encoding="utf-8")
    result = run("c.ttl", "--shapes", "shapes.ttl")
    assert result.exit_code == 1
    assert "c.ttl:1:1: error: Give a p." in result.stdout


@pytest.mark.usefixtures("files")
def test_shapes_that_cannot_be_used_are_a_wrong_call() -> None:
    result = run("good.ttl", "--shapes", "good.ttl")
    assert result.exit_code == 2
    assert "no shape is described here" in result.stderr
    assert run("good.ttl", "--shapes", "none.ttl").exit_code == 2


@pytest.mark.usefixtures("files")
def test_the_shipped_actors_are_known_on_request() -> None:
    text = GOOD.replace("cg:actor <actor/mine>", "cg:actor <actor/bps>")
    Path("bps.ttl").write_text(text, encoding="utf-8")
    assert "1 warnings" in run("bps.ttl").stdout
    assert "0 warnings" in run("bps.ttl", "--with-dataset").stdout


def test_the_dataset_conforms_but_for_what_its_sources_contradict() -> None:
    report = cg.validate(cg.load(derived=False), locator=dataset_locator())
    assert report.conforms
    warnings = report.of(Severity.WARNING)
    levels = [w for w in warnings if w.shape.endswith("PracticeShape-conflict")]
    dates = [w for w in warnings if w.shape.endswith("AgreementShape-dates")]
    assert len(levels) + len(dates) == len(warnings)
    assert {(w.focus.rpartition("/")[2], w.value.rpartition("/")[2]) for w in levels} == {
        ("joint-responsibility", "policy"),
        ("joint-responsibility", "operational"),
        ("high-risk-pregnancy", "policy"),
        ("high-risk-pregnancy", "operational"),
    }
    for warning in levels:
        assert warning.place
        assert warning.place.file.endswith(".ttl")
        assert "line 30" in warning.text("en")
        assert "line 81" in warning.text("es")
    assert len(dates) == 8
    for warning in dates:
        assert warning.place
        assert warning.place.file.endswith("agreements.csv")
        assert warning.place.line


def test_strict_makes_warnings_count() -> None:
    result = run("--strict")
    assert result.exit_code == 1
    assert result.stdout.endswith("Conforms: 0 violations, 12 warnings, 229 remarks.\n")


def test_a_graph_is_checked_as_a_file_is() -> None:
    assert cg.validate(rdflib.Graph().parse(data=GOOD)).findings == ()
    found = cg.validate(rdflib.Graph().parse(data=BAD))
    assert sorted(finding.shape.rpartition("#")[2] for finding in found.findings) == [
        "ActorShape-country",
        "ParticipationShape-basis",
    ]


def test_data_is_not_altered() -> None:
    graph = rdflib.Graph().parse(data=BAD)
    before = set(graph)
    cg.validate(graph)
    assert set(graph) == before


def test_a_row_of_a_table_is_a_place() -> None:
    place = dataset_locator().place("https://w3id.org/coordgraph/id/event/ev-02")
    assert place
    assert (Path(place.file).name, place.line) == ("events.csv", 3)


@pytest.mark.parametrize(
    ("name", "body", "line"),
    [
        ("a.ttl", '@prefix : <urn:> .\n# note\n:a :b """two\nlines""" ,\n  "x" .', 5),
        ("a.trig", '@prefix : <urn:> .\n:g {\n :a :b 1 ;\n   :b "x" .\n}', 4),
        ("a.nt", '<urn:a> <urn:b> "y" .\n<urn:a> <urn:b> "x" .', 2),
        ("a.nq", '<urn:a> <urn:b> "y" <urn:g> .\n<urn:a> <urn:b> "x" <urn:g> .', 2),
        ("a.jsonld", '[\n {"@id": "urn:a",\n "urn:b": "x"}]', 2),
        ("a.rdf", '<r>\n<d about="urn:a">\n<b>x</b></d></r>', 2),
    ],
)
def test_statements_are_found_in_every_syntax(
    name: str, body: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(body, encoding="utf-8")
    place = Locator([tmp_path / name]).place("urn:a", "urn:b", "x")
    assert place
    assert place.line == line
    assert str(place).startswith(f"{tmp_path / name}:{line}:")


@pytest.mark.usefixtures("files")
def test_things_without_a_name_are_found_too() -> None:
    Path("blank.ttl").write_text(
        "@prefix cg: <https://w3id.org/coordgraph/ns#> .\n"
        "<urn:m> cg:participation\n"
        "  [ cg:actor <urn:a> ],\n"
        "  [ cg:actor <urn:b> ] .\n",
        encoding="utf-8",
    )
    first = run("blank.ttl", "--format", "json").stdout
    found = json.loads(first)["findings"]
    basis = [
        finding for finding in found if finding["shape"].endswith("ParticipationShape-basis")
    ]
    assert [(finding["focus"], finding["line"]) for finding in basis] == [
        ("_:b0", 3),
        ("_:b1", 4),
    ]
    assert run("blank.ttl", "--format", "json").stdout == first


SHAPES_OF_VALUES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://a.org/#> .
:Value a sh:NodeShape ; sh:targetObjectsOf :p ; sh:closed true ; sh:maxLength 2 .
:There a sh:NodeShape ; sh:targetNode :nowhere ; sh:property :There-p .
:There-p sh:path :p ; sh:minCount 1 .
"""
SHAPES_OF_ONES_OWN = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://a.org/#> .
:Short a sh:ConstraintComponent ; sh:parameter [ sh:path :most ] ; sh:validator
  [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER(STRLEN(STR($value)) <= $most) }" ] .
:Value a sh:NodeShape ; sh:targetObjectsOf :p ; :most 2 .
"""


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., str]:
    (tmp_path / "data.ttl").write_text(
        '<http://a.org/#a> <http://a.org/#p> "x", "long" .', encoding="utf-8"
    )

    def found(shapes: str, *options: str) -> str:
        (tmp_path / "shapes.ttl").write_text(shapes, encoding="utf-8")
        result = run(
            tmp_path / "data.ttl", "--shapes", tmp_path / "shapes.ttl", "--quiet", *options
        )
        assert result.exit_code == 1
        return result.stdout

    return found


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_values_and_what_is_nowhere_described_may_be_targets(
    check: Callable[..., str], engine: str
) -> None:
    told = check(SHAPES_OF_VALUES, "--engine", engine, "--format", "json")
    assert [finding["focus"] for finding in json.loads(told)["findings"]] == [
        "http://a.org/#nowhere",
        "long",
    ]
    written = check(SHAPES_OF_VALUES, "--engine", engine, "--format", "ttl")
    nodes = set(rdflib.Graph().parse(data=written).objects(None, rdflib.SH.focusNode))
    assert nodes == {rdflib.URIRef("http://a.org/#nowhere"), rdflib.Literal("long")}
    assert "long: error: Not met: sh:maxLength 2." in check(SHAPES_OF_VALUES)


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_a_constraint_of_ones_own_without_words_is_named(
    check: Callable[..., str], engine: str
) -> None:
    told = check(SHAPES_OF_ONES_OWN, "--engine", engine, "--format", "json")
    (finding,) = json.loads(told)["findings"]
    assert finding["component"] == "http://a.org/#Short"
    assert finding["message"]
