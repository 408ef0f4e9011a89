"""The reference engine tells what is wrong as the data has it, and by whose shape."""

import logging
import warnings

import pytest
import rdflib
from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.rdfutil.stringify import stringify_blank_node
from rdflib import SH

from coordgraph.errors import InvalidMapping
from coordgraph.namespace import CG
from coordgraph.validation.engines import pyshacl as module
from coordgraph.validation.engines.pyshacl import by_pyshacl, results_in
from tests.unit.validation.engines.checked import DATA, EXPECTED, PREFIXES, SHAPES, checked

ASKED = """<{0}S> a sh:NodeShape ; sh:targetNode :nobody ; sh:sparql <{0}query> .
<{0}query> sh:select "SELECT $this WHERE {{ $this <urn:p> ?value }}" .
"""
OWN_KIND = """<{0}Kind> a sh:ConstraintComponent ; sh:parameter [ sh:path :most ] ;
    sh:validator <{0}most> .
<{0}most> a sh:SPARQLAskValidator ; sh:ask "ASK {{ FILTER(STRLEN(STR($value)) <= $most) }}" .
"""
VALUES = """:V a sh:NodeShape ; sh:targetObjectsOf :p ; sh:closed true ; sh:property :V-q .
:V-q sh:path :q ; sh:minCount 1 .
"""
SOME = ':x :p "-07"^^xsd:integer , "text" , :y , :z . :y :q 1 ; :r 2 . :z :r 3 .'


def test_a_result_has_thing_path_value_shape_component_and_messages() -> None:
    assert checked(by_pyshacl, DATA, SHAPES) == EXPECTED


@pytest.mark.parametrize(
    ("queries", "number"),
    [
        ("", "-07"),
        (ASKED.format(CG), "-7"),
        (ASKED.format("urn:"), "-07"),
        (ASKED.format(CG) + ASKED.format("urn:"), "-07"),
        (OWN_KIND.format(CG), "-7"),
    ],
)
def test_with_queries_of_the_ontology_alone_numbers_are_read_by_value(
    queries: str, number: str
) -> None:
    found = checked(by_pyshacl, SOME, VALUES + queries)
    assert [(one.focus, one.path, one.words) for one in found] == [
        (number, "urn:q", ""), ("text", "urn:q", ""),
        ("urn:y", "urn:r", "2"), ("urn:z", "urn:q", ""), ("urn:z", "urn:r", "3"),
    ]  # fmt: skip


def test_statements_about_statements_do_not_hide_what_is_wrong_beside_them() -> None:
    found = checked(by_pyshacl, SOME + " :r :says <<( :x :p :y )>> .", VALUES)
    assert [one.focus for one in found] == ["-7", "text", "urn:y", "urn:z", "urn:z"]


def test_words_of_the_engine_call_things_without_a_name_by_their_labels() -> None:
    shapes = """:S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:property :S-q .
    :S-q sh:path :q ; sh:minCount 1 ."""
    (found,) = checked(by_pyshacl, "_:b :p [ :r :y ] .", shapes)
    assert found.messages == ("Less than 1 values on _:b-><urn:q>",)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("$this ?path ?value ?x", "urn:x urn:p 20\\d, _:b {?y}"),
        ("$this ?value ?failure ?x", "urn:x {?path} 20\\d, _:b {?y}"),
    ],
)
def test_messages_are_filled_in_by_what_a_query_finds(columns: str, told: str) -> None:
    pattern = "BIND(<urn:p> AS ?path) BIND(true AS ?failure) $this ?path ?value ; <urn:q> ?x"
    shapes = f"""_:s a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:sparql [
        sh:message "{{$this}} {{?path}} {{?value}}, {{$x}} {{?y}}" ;
        sh:select "SELECT {columns} {{ {pattern} }}" ] ."""
    (found,) = checked(by_pyshacl, ':x :p "20\\\\d" ; :q _:b .', shapes)
    assert found.messages == (told,)


def test_ill_typed_values_are_findings_and_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert checked(by_pyshacl, DATA + ':x :p "maybe"^^xsd:boolean .', SHAPES)
    assert not [one for one in told if one.category is UserWarning]
    assert caplog.records == []


def test_shapes_that_cannot_be_used_are_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(InvalidMapping, match="at most one sh:minCount"):
        checked(by_pyshacl, DATA, VALUES + ":V-q sh:minCount 2 .")
    assert caplog.records == []


def test_dates_keep_the_zone_that_they_are_written_with() -> None:
    data = ':x :p "2001-02-03Z"^^xsd:date .'
    for queries in ("", ASKED.format(CG)):
        found = checked(by_pyshacl, data, VALUES + queries)
        assert [one.focus for one in found] == ["2001-02-03Z"]


def test_what_a_check_changes_of_libraries_is_as_before_when_it_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    logger = logging.getLogger("rdflib.term")
    descriptions: dict[tuple[int, str], str] = {}
    filling = "_format_sparql_based_result_message"
    filled = getattr(ConstraintComponent, filling)
    monkeypatch.setattr(logger, "disabled", False)
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", True)
    monkeypatch.setattr(stringify_blank_node, "dict_cache", descriptions)
    checked(by_pyshacl, DATA, SHAPES)
    assert (logger.disabled, rdflib.NORMALIZE_LITERALS) == (False, True)
    assert stringify_blank_node.dict_cache is descriptions
    assert descriptions == {}
    assert getattr(ConstraintComponent, filling) is filled


def test_a_query_may_tell_what_is_checked() -> None:
    shapes = """:S a sh:NodeShape ; sh:target
        [ a sh:SPARQLTarget ; sh:select "SELECT ?this WHERE { ?this <urn:p> <urn:y> }" ] ;
        sh:nodeKind sh:BlankNode ."""
    assert [one.focus for one in checked(by_pyshacl, ":x :p :y .", shapes)] == ["urn:x"]


class Refusing(Exception):
    message = "No,\n  " + "x" * 600


def test_why_shapes_cannot_be_used_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(why: Exception) -> None:
        raise why

    for why, told in (
        (Refusing("hidden"), f"No, {'x' * 496}"),
        (ValueError("Not\tso."), "Not so."),
    ):
        monkeypatch.setattr(module._Validator, "run", lambda _self, why=why: refuse(why))
        with pytest.raises(InvalidMapping) as error:
            checked(by_pyshacl, DATA, SHAPES)
        assert str(error.value) == f"These shapes cannot be used: {told}"


def test_the_results_of_a_report_have_the_paths_that_it_describes() -> None:
    report = """[] a sh:ValidationReport ; sh:result [ sh:focusNode :x ; sh:sourceShape :S ;
        sh:resultPath [ sh:inversePath :p ] ; sh:resultSeverity sh:Info ] .
    [] sh:result-like :nothing ."""
    graph = rdflib.Graph().parse(data=PREFIXES + report, format="turtle")
    (found,) = results_in(graph)
    assert (found.focus, found.path, found.value) == ("urn:x", "^<urn:p>", "")
    assert (found.words, found.shape, found.component) == ("", "urn:S", "")
    assert (found.severity, found.messages) == (str(SH.Info), ())
