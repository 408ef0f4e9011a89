"""What a rule asks is said in words."""

import pytest
from pyoxigraph import NamedNode

from coordgraph.publish.site.shapes.reading import shapes
from coordgraph.publish.site.shapes.wording import demanded, told
from coordgraph.publish.site.shapes.words import WORDS


def said(shape: str, name: str, lang: str = "en") -> list[str]:
    rule = next(rule for rule in shapes()[shape].rules if rule.name == name)
    return [phrase for phrase, _, _ in demanded(rule, WORDS[lang])]


@pytest.mark.parametrize(
    ("shape", "name", "phrases"),
    [
        ("mechanism", "kind", ["exactly 1", "out of the list"]),
        ("mechanism", "title", ["at least 1", "at most one in each language"]),
        (
            "observation",
            "betweenness",
            ["at most 1", "written as", "not below 0", "not above 1"],
        ),
        ("passage", "locator", ["at least 1", "characters: at least 1"]),
        ("place", "alpha2", ["at most 1", "of the pattern"]),
        ("role", "role", ["with the value"]),
        ("mechanism", "evidence", ["at least 1", "an address (IRI)"]),
    ],
)
def test_demands_are_said_in_words(shape: str, name: str, phrases: list[str]) -> None:
    assert said(shape, name) == phrases


def test_a_list_of_concepts_is_named_by_its_scheme() -> None:
    rule = next(rule for rule in shapes()["mechanism"].rules if rule.name == "kind")
    terms = [term for _, found, _ in demanded(rule, WORDS["es"]) for term in found]
    assert terms == [NamedNode("https://w3id.org/coordgraph/id/mechanism-kind")]


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
def test_every_demand_of_every_rule_has_words(lang: str) -> None:
    for shape in shapes().values():
        for rule in shape.rules:
            assert all(phrase for phrase, _, _ in demanded(rule, WORDS[lang]))


def test_markup_in_a_message_is_text() -> None:
    assert told("<b> {?a}") == "&lt;b&gt; <var>a</var>"
