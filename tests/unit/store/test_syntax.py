"""What is wrong with a question is told by the rule that it breaks, in the reader's words."""

import pytest
from pyoxigraph import Store

from coordgraph.serve.questions import told
from coordgraph.serve.speech import answering_in
from coordgraph.store import syntax
from coordgraph.store.syntax import fault

_BROKEN = {
    "ASK { ?a foaf:x ?b }": "this prefix is not declared.",
    "SELECT * { ?s ?p <a b> }": "this is no IRI.",
    r"ASK { ?a ?b <urn:\q> }": r"in an IRI, \ begins \uXXXX or \UXXXXXXXX.",
    "ASK { ?a ?b <urn:\\> }": r"in an IRI, \ begins \uXXXX or \UXXXXXXXX.",
    "ASK { ?a ?b 'x'@muchtoolong }": "this is no language tag.",
    "SELECT ?x { ?a ?b ?x } GROUP BY ?a": "SELECT names a variable that GROUP BY does not: "
    "group by it, or aggregate it.",
    "SELECT (?a + 1 AS ?y) (COUNT(*) AS ?n) { ?a ?b ?c }": "SELECT names a variable that "
    "GROUP BY does not: group by it, or aggregate it.",
    "SELECT (1 AS ?a) { ?a ?b ?c }": "SELECT gives a value to a variable that has one already.",
    "SELECT ?a ?a { ?a ?b ?c }": "SELECT names a variable twice.",
    "SELECT * { ?a ?b ?c } GROUP BY ?a": "where it aggregates, SELECT names its variables "
    "instead of *.",
    "SELECT * { OPTIONAL ?a }": 'expected "{".',
    "SELECT * { ?a oops ?b }": "what stands here is not expected.",
}
_BROKEN_UPDATES = {
    "INSERT DATA { ?a ?b ?c }": "INSERT DATA takes no variables.",
    "DELETE DATA { _:a ?b ?c }": "DELETE DATA takes neither variables nor blank nodes.",
    "DELETE WHERE { _:a ?b ?c }": "DELETE takes no blank nodes.",
}


def _said(sparql: str) -> str:
    ask = Store().query if sparql in _BROKEN else Store().update
    with pytest.raises(SyntaxError) as broken:
        ask(sparql)
    return str(broken.value)


@pytest.mark.parametrize(("sparql", "reason"), [*_BROKEN.items(), *_BROKEN_UPDATES.items()])
def test_the_rule_that_is_broken_is_told(sparql: str, reason: str) -> None:
    place, words = fault(_said(sparql)).split(": ", 1)
    assert place.startswith("line 1, column ")
    assert words == reason


def test_there_is_a_text_that_breaks_each_rule() -> None:
    said = [_said(sparql) for sparql in (*_BROKEN, *_BROKEN_UPDATES)]
    assert [rule for rule in syntax._REASONS if not any(rule in one for one in said)] == []


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_nothing_of_it_stays_english(lang: str) -> None:
    english = {sparql: told(_said(sparql)) for sparql in _BROKEN}
    with answering_in(lang):
        for sparql, words in english.items():
            said = told(_said(sparql))
            assert said.split(": ")[1:] != words.split(": ")[1:]
            assert not {"this", "not", "names", "expected"} & set(said.split())


def test_what_names_no_place_stays_as_it_is() -> None:
    assert fault("nested too deeply") == "nested too deeply"
