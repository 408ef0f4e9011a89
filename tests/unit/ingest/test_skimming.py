"""In large files, statements are found by the layout of the lines."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from coordgraph.ingest import provenance
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.skimming import lines_of_quads, lines_of_turtle

TURTLE = """@prefix cg: <https://w3id.org/coordgraph/ns#> .
PREFIX e: <urn:e:>
@base <https://w3id.org/coordgraph/id/> .

<mechanism/one> a cg:Mechanism ;
    cg:level <level/policy>, <level/operational> ;
    cg:title "One; two. <x> \\"three\\""@en .  # e:not said
e:two.b
    cg:level e:x ; cg:level e:y .
<urn:three> cg:level e:x .
"""
ONE = "https://w3id.org/coordgraph/id/mechanism/one"
CG = "https://w3id.org/coordgraph/ns#"


def everything(key: tuple[str, ...]) -> bool:
    return bool(key)


def turtle() -> dict[tuple[str, ...], tuple[int, int]]:
    found = lines_of_turtle(TURTLE.splitlines(keepends=True), everything)
    return {key: (line, column) for key, (line, column, _) in found.items()}


def test_a_subject_stands_at_the_start_of_a_line() -> None:
    found = turtle()
    assert found[ONE,] == (5, 1)
    assert found["urn:e:two.b",] == (8, 1)
    assert found["urn:three",] == (10, 1)


def test_a_property_stands_after_its_subject_or_a_semicolon() -> None:
    found = turtle()
    assert found[ONE, CG + "level"] == (6, 5)
    assert found[ONE, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"] == (5, 17)
    assert found["urn:e:two.b", CG + "level"] == (9, 5)
    assert found["urn:three", CG + "level"] == (10, 13)


def test_a_value_stands_after_its_property() -> None:
    found = turtle()
    value = "https://w3id.org/coordgraph/id/level/operational"
    assert found[ONE, CG + "level", value] == (6, 30)
    assert found[ONE, CG + "title", 'One; two. <x> "three"'] == (7, 14)
    assert (ONE, CG + "title", "urn:e:not") not in found


def test_lines_of_a_long_text_are_no_statements() -> None:
    text = '<urn:a> <urn:b> """\n<urn:c> <urn:d> 1 .\n""" .\n<urn:e> <urn:f> 1 .\n'
    found = lines_of_turtle(text.splitlines(), everything)
    assert {key[0] for key in found} == {"urn:a", "urn:e"}


def test_only_what_is_wanted_is_kept() -> None:
    found = lines_of_turtle(TURTLE.splitlines(), lambda key: key[0] == "urn:three")
    assert {key[0] for key in found} == {"urn:three"}


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("pq"), st.text(max_size=5)),
        min_size=1,
        unique=True,
    )
)
def test_each_line_of_n_triples_is_found(rows: list[tuple[str, str, str]]) -> None:
    triples = [
        Triple(NamedNode(f"urn:{one}"), NamedNode(f"urn:{two}"), Literal(three))
        for one, two, three in rows
    ]
    body = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert body is not None
    found = lines_of_quads(body.decode().split("\n"), everything)
    for number, (one, two, three) in enumerate(rows, 1):
        assert found[f"urn:{one}", f"urn:{two}", three][0] == number


@pytest.mark.parametrize("name", ["a.ttl", "a.ttl.gz"])
def test_large_turtle_is_skimmed_and_found_as_small_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(TURTLE.encode()))
    else:
        path.write_text(TURTLE, encoding="utf-8")
    asked = [(ONE, CG + "level", "https://w3id.org/coordgraph/id/level/operational")]
    small = Locator([path]).place(*asked[0])
    monkeypatch.setattr(provenance, "_LARGE", 0)
    large = Locator([path]).expecting(asked, unnamed=False).place(*asked[0])
    assert small == large
    assert small
    assert (small.line, small.column) == (6, 30)


def test_what_goes_on_from_the_line_before_says_nothing_new() -> None:
    text = '<urn:a> <urn:b> "x" ,\n  "y" ;\n  <urn:c> 1 .\n'
    found = lines_of_turtle(text.splitlines(), everything)
    assert ("urn:a", "urn:b", "x") in found
    assert found["urn:a", "urn:c"][:2] == (3, 3)
    assert not any("y" in key for key in found)
