"""Results of engines become findings, each once, in every language, in their order."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as Words
from rdflib import SH, BNode, Literal, URIRef
from rdflib.term import Node

from coordgraph.ingest.provenance import Locator, Place
from coordgraph.validation import Finding, Severity
from coordgraph.validation.engines import Result
from coordgraph.validation.results import findings_of, in_order, located
from coordgraph.validation.statements import written

SHAPE = URIRef("urn:S")
RESULT = Result(
    focus="urn:a",
    path="urn:p",
    value="<urn:b>",
    words="urn:b",
    shape="urn:S",
    component=f"{SH.ClassConstraintComponent}",
    severity=f"{SH.Violation}",
    messages=("Not so.",),
)
OTHER, ASKED = URIRef("urn:A"), BNode("asked")
BESIDE = [
    (OTHER, SH.message, Literal("Not so.", "de")),
    (OTHER, SH.minCount, Literal(0)),
    (OTHER, SH.property, BNode("else")),
    (OTHER, SH.node, BNode("p")),
    (OTHER, SH.sparql, ASKED),
    (ASKED, SH.message, Literal("Not so.", "it")),
    (SHAPE, SH.node, OTHER),
    (SHAPE, SH.description, Literal("Not so.", "fr")),
    (SHAPE, SH.order, Literal(0)),
]
"""What other shapes say, and what shapes say besides."""
FINDING = Finding("urn:a", "urn:p", "v", Severity.VIOLATION, {"en": "No."}, "urn:S", "urn:c")


def found(
    *changes: dict[str, Any], shapes: Iterable[tuple[Node, Node, Node]] = ()
) -> list[Finding]:
    graph = rdflib.Graph()
    for triple in (*BESIDE, *shapes):
        graph.add(triple)
    return findings_of([RESULT._replace(**change) for change in changes], graph)


def test_a_result_is_told_as_the_engine_gives_it() -> None:
    (one,) = found({}, shapes=[(SHAPE, SH.message, Literal("Not so.", "en"))])
    assert one == Finding(
        focus="urn:a",
        path="urn:p",
        value="urn:b",
        severity=Severity.VIOLATION,
        messages={"en": "Not so."},
        shape="urn:S",
        component=f"{SH.ClassConstraintComponent}",
        term="<urn:b>",
    )


def test_a_severity_of_ones_own_is_a_violation() -> None:
    given = [f"{SH.Info}", f"{SH.Warning}", f"{SH.Violation}", "urn:grave", ""]
    graded = [one.severity.value for severity in given for one in found({"severity": severity})]
    assert graded == ["Info", "Warning", "Violation", "Violation", "Violation"]


def test_a_shape_without_an_iri_is_called_by_the_nearest_one_that_has_one() -> None:
    outer, inner = BNode("outer"), BNode("inner")
    shapes = [
        (inner, SH.property, BNode("p")),
        (outer, SH.property, inner),
        *((URIRef(f"urn:{name}"), SH.property, outer) for name in "ZYXSWVUT"),
        (BNode("a"), SH.property, outer),
    ]
    names = [
        one.shape
        for shape in ("_:p", "_:outer", "urn:U")
        for one in found({"shape": shape}, shapes=shapes)
    ]
    assert names == ["urn:S", "urn:S", "urn:U"]


def test_a_shape_that_belongs_to_none_with_an_iri_is_called_unnamed() -> None:
    alone, one, other = BNode("alone"), BNode("one"), BNode("other")
    circle = [(one, SH.property, other), (other, SH.property, one), (alone, SH.property, alone)]
    for shape in ("_:one", "_:alone", "_:nobody"):
        assert [told.shape for told in found({"shape": shape}, shapes=circle)] == ["_:shape"]


def test_what_several_constraints_say_alike_is_said_once() -> None:
    shapes = [(SHAPE, SH.message, Literal("Not so.", "en"))]
    alike = [{"component": f"{SH.NodeKindConstraintComponent}"}, {}]
    assert [one.component for one in found(*alike, shapes=shapes)] == [
        f"{SH.NodeKindConstraintComponent}"
    ]
    assert found(*alike, shapes=shapes) == found(*alike[::-1], shapes=shapes)
    different: list[dict[str, Any]] = [
        {"focus": "urn:x"}, {"path": "urn:x"}, {"words": "x"}, {"shape": "urn:x"}
    ]  # fmt: skip
    assert len(found({}, *different, shapes=shapes)) == 5


def test_messages_take_their_languages_from_the_shape_and_its_queries() -> None:
    query = BNode("query")
    shapes = [
        (SHAPE, SH.message, Literal("{?value} is no {$this} (.)", "en")),
        (SHAPE, SH.message, Literal("Nada de eso.", "es")),
        (SHAPE, SH.message, Literal("Never said.", "fr")),
        (SHAPE, SH.message, URIRef("urn:words")),
        (SHAPE, SH.sparql, query),
        (query, SH.message, Literal("Asked for {?it}.")),
    ]
    spoken = ("Asked for two\nlines.", "Nada de eso.", "urn:b is no urn:a (.)", "More.")
    (one,) = found({"messages": spoken}, shapes=shapes)
    assert one.messages == {
        "": "Asked for two\nlines.",
        "en": "urn:b is no urn:a (.)",
        "es": "Nada de eso.",
    }


def test_of_messages_that_fit_the_first_is_taken() -> None:
    shapes = [(SHAPE, SH.message, Literal("It is {?value}.", "en"))]
    spoken = ("It is so.", "It is not.", "It is")
    assert found({"messages": spoken}, shapes=shapes)[0].messages == {"en": "It is not."}


@pytest.mark.parametrize(
    ("component", "given", "named"),
    [
        (SH.MinCountConstraintComponent, [(SH.minCount, Literal(1))], "sh:minCount 1"),
        (
            SH.HasValueConstraintComponent,
            [(SH.hasValue, URIRef("urn:z")), (SH.hasValue, SH.Info), (SH.hasValue, BNode("a"))],
            "sh:hasValue sh:Info",
        ),
        (SH.OrConstraintComponent, [(SH["or"], BNode("list"))], "sh:or"),
    ],
)
def test_a_shape_without_messages_has_its_constraint_named(
    component: URIRef, given: list[tuple[Node, Node]], named: str
) -> None:
    shapes = [(SHAPE, predicate, value) for predicate, value in given]
    (one,) = found({"component": f"{component}"}, shapes=shapes)
    assert one.messages == {
        "en": f"Not met: {named}.",
        "es": f"No se cumple: {named}.",
        "pt": f"Não se cumpre: {named}.",
    }


def test_a_constraint_of_ones_own_says_what_the_engine_says() -> None:
    own: dict[str, Any] = {"component": "urn:component"}
    assert found({**own, "messages": ("b", "a")})[0].messages == {"": "a"}
    (silent,) = found({"component": "https://w3id.org/coordgraph/ns#Own", "messages": ()})
    assert silent.messages == {"": "cg:Own"}


def test_what_is_found_has_its_place_with_a_name_or_without(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text('<urn:a> <urn:p> "u" ,\n "v" .\n[] <urn:q> "w" .\n', encoding="utf-8")
    own = [
        Triple(NamedNode("urn:a"), NamedNode("urn:p"), Words("v")),
        Triple(BlankNode("x"), NamedNode("urn:q"), Words("w")),
    ]
    findings = [FINDING, Finding("_:x", "", "", Severity.INFO, {}, "urn:S", "urn:c")]
    with written(own) as statements:
        assert located(findings, None, statements) == findings
        assert located([], Locator([file]), statements) == []
        placed = located(findings, Locator([file]), statements)
    assert [one.place and one.place.line for one in placed] == [2, 3]
    assert [one.focus for one in placed] == ["urn:a", "_:x"]


def test_what_has_no_name_is_found_in_files_that_are_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    file.write_text('<urn:a> <urn:p> "v" .\n_:b <urn:q> "w" .\n', encoding="utf-8")
    blank = replace(FINDING, focus="_:x", path="", value="")
    with written([Triple(BlankNode("x"), NamedNode("urn:q"), Words("w"))]) as statements:
        (placed,) = located([blank], Locator([file]), statements)
    assert placed.place
    assert placed.place.line == 2


def test_findings_stand_gravest_first_then_by_place_and_thing() -> None:
    def at(file: str, line: int | None) -> Place:
        return Place(file, line, None, "")

    changes: list[dict[str, Any]] = [
        {"focus": "_:y"},
        {"focus": "_:x", "shape": "urn:T"},
        {"focus": "URN:a"},
        {"focus": "urn:a", "shape": "urn:R", "value": "w"},
        {"focus": "urn:a", "path": "urn:o", "value": "x"},
        {"focus": "urn:a", "value": "_:z", "term": "_:z"},
        {"focus": "urn:a", "value": "V"},
        {"focus": "urn:a"},
        {"focus": "urn:a", "component": "urn:d"},
        {"focus": "urn:a", "component": "urn:d", "messages": {"en": "Yes."}},
        {"focus": "urn:b", "shape": "urn:A"},
        {"place": at("A", 3), "focus": "urn:z"},
        {"place": at("a", None), "focus": "urn:z"},
        {"place": at("a", 1), "focus": "urn:a"},
        {"place": at("a", 2), "focus": "urn:y"},
        {"place": at("a", 10), "focus": "urn:x"},
        {"place": at("b", 1)},
        {"severity": Severity.WARNING},
        {"severity": Severity.INFO, "focus": "_:y", "place": at("a", 1)},
    ]
    ordered = [replace(FINDING, **change) for change in changes]
    named = {"_:y": "_:b0", "_:x": "_:b1", "_:z": "_:b2"}
    expected = [
        replace(
            one,
            focus=named.get(one.focus, one.focus),
            value=named.get(one.value, one.value),
            term=named.get(one.term, one.term),
        )
        for one in ordered
    ]
    assert list(in_order(ordered[::-1])) == expected
    assert list(in_order(ordered[2:5])) == ordered[2:5]


def test_messages_call_what_has_no_name_as_findings_do() -> None:
    words = "Not _:x, _:y-y.z nor _:y-y, _:z."
    said = [
        replace(FINDING, focus="_:y-y", value="_:x", term="_:x", messages={"en": words}),
        replace(FINDING, focus="_:y-y.z", value="_:z", term='"_:z"'),
    ]
    first, second = in_order(said)
    assert first.messages == {"en": "Not _:b1, _:b2 nor _:b0, _:z."}
    assert (second.focus, second.value, second.term) == ("_:b2", "_:z", '"_:z"')


def test_labels_in_messages_do_not_decide_the_order() -> None:
    said = [
        replace(FINDING, focus=focus, messages={"en": f"{focus} is {word}."})
        for word, focus in (("a", "_:z"), ("b", "_:y"))
    ]
    told = ["_:b0 is a.", "_:b1 is b."]
    assert [one.text() for one in in_order(said)] == told
    assert [one.text() for one in in_order(said[::-1])] == told


def test_of_values_with_the_same_words_the_same_one_is_told() -> None:
    values = [{"value": '"v"@en', "words": "v"}, {"value": '"v"@es', "words": "v"}]
    (one,), (other,) = found(*values), found(*values[::-1])
    assert one.term == other.term
