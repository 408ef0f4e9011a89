"""A query is a file with a header, and a parameter rewrites one line of it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from coordgraph.errors import InvalidHeader, InvalidParameter, UnknownParameter, UnknownQuery
from coordgraph.queries import Query, find, library, read, rules
from coordgraph.resources import QUERIES
from coordgraph.store import EmbeddedStore

SPARQL = """SELECT ?x {
  VALUES ?iri { <https://w3id.org/coordgraph/id/place/arg> }
  VALUES ?lang { "en" }
  VALUES ?typed { "2008"^^<http://www.w3.org/2001/XMLSchema#gYear> }
  VALUES ?spoken { "x"@es }
  VALUES ?count { 5 }
  VALUES ?share { 0.5 }
  VALUES ?truth { true }
  BIND(?iri AS ?x)
}"""
NAMES = ("iri", "lang", "typed", "spoken", "count", "share", "truth")
QUERY = Query("test", "", "", dict.fromkeys(NAMES, ""), {}, None, SPARQL)
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("iri", "mex", "<https://w3id.org/coordgraph/id/place/mex>"),
        ("iri", "actor/afip", "<https://w3id.org/coordgraph/id/actor/afip>"),
        ("iri", "cg:party", "<https://w3id.org/coordgraph/ns#party>"),
        ("iri", "https://example.org/x", "<https://example.org/x>"),
        ("iri", "<urn:x>", "<urn:x>"),
        ("lang", 'a "b"\n', '"a \\"b\\"\\n"'),
        ("typed", "1997", f'"1997"^^<{XSD}gYear>'),
        ("spoken", "sí", '"sí"@es'),
        ("count", "7", f'"7"^^<{XSD}integer>'),
        ("share", "0.25", f'"0.25"^^<{XSD}decimal>'),
        ("truth", "false", f'"false"^^<{XSD}boolean>'),
    ],
)
def test_a_value_is_read_in_the_manner_of_the_default(
    name: str, value: str, expected: str
) -> None:
    assert str(QUERY.term(name, value)) == expected


def test_a_value_takes_the_place_of_the_default_only() -> None:
    filled = QUERY.filled({"iri": "mex"})
    assert filled == SPARQL.replace("place/arg", "place/mex")


@given(st.text())
def test_no_text_escapes_from_its_literal(value: str) -> None:
    filled = QUERY.filled({"lang": Literal(value)})
    (row,) = EmbeddedStore(Store()).select(
        "SELECT ?lang ?x {" + filled.split("{", 1)[1].rpartition("}")[0] + "}"
    )
    assert row["lang"] == Literal(value)


@given(st.text(min_size=1))
def test_no_text_escapes_from_its_iri(value: str) -> None:
    try:
        term = QUERY.term("iri", value)
    except InvalidParameter:
        return
    assert isinstance(term, NamedNode)
    assert not set(term.value) & set('<>"{}|\\^` \n')
    list(EmbeddedStore(Store()).select(QUERY.filled({"iri": term})))


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(UnknownParameter, match="It takes: iri, lang"):
        QUERY.filled({"land": "x"})


def test_an_unknown_query_suggests_a_near_name() -> None:
    with pytest.raises(UnknownQuery, match="Did you mean 'actors/names'"):
        find("actors/name")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("", "lacks summary, question, columns"),
        ("#+ summary: x\n", "lacks question, columns"),
        ("#+ - a\n#+ - b\n", "no list of `key: value` lines"),
        ("#+ summary: [\n", "no YAML"),
        ("#+ summary: 2001-99-99\n", "no YAML"),
        ('#+ summary: !!int ""\n', "no YAML"),
        ("#+ summary: !!bool x\n", "no YAML"),
        ("#+ summary: !!timestamp x\n", "no YAML"),
        ("#+ summary: " + "[" * 5000, "no YAML"),
        ("#+ summary: 1\n#+ question: x\n#+ columns: {a: b}\n", "are texts"),
        ("#+ summary: x\n#+ question: [x]\n#+ columns: {a: b}\n", "are texts"),
        ("#+ summary: x\n#+ question: x\n#+ columns: [a]\n", "texts by name"),
        ("#+ summary: x\n#+ question: x\n#+ columns: {1: b}\n", "texts by name"),
    ],
)
def test_a_header_that_says_too_little_or_otherwise_is_refused(
    header: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "q.rq").write_text(header + "ASK {}", encoding="utf-8")
    with pytest.raises(InvalidHeader, match=message):
        read(tmp_path / "q.rq", root=tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"#+ summary: \xff")
    with pytest.raises(InvalidHeader, match="no UTF-8 text"):
        read(tmp_path / "q.rq", root=tmp_path)


def test_a_type_is_that_of_the_prefix_which_the_question_declares() -> None:
    line = 'SELECT ?a { VALUES ?a { "1"^^my:type } }'
    declared = Query("own", "", "", {"a": ""}, {}, None, f"prefix my: <urn:my#>\n{line}")
    assert declared.term("a", "2") == Literal("2", datatype=NamedNode("urn:my#type"))
    with pytest.raises(InvalidParameter, match="cannot stand where"):
        Query("own", "", "", {"a": ""}, {}, None, line).term("a", "2")


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_every_question_is_told_in_every_language(lang: str) -> None:
    path = QUERIES / "translations" / f"{lang}.yaml"
    translated = yaml.safe_load(path.read_text(encoding="utf-8"))
    english = {
        words
        for query in library().values()
        for words in (
            query.summary,
            query.question,
            *query.parameters.values(),
            *query.columns.values(),
        )
    }
    english |= {query.summary for query in rules().values()}
    assert set(translated) == english
    assert all(isinstance(words, str) and words for words in translated.values())


def test_a_question_is_the_same_in_another_language_and_english_elsewhere() -> None:
    query = find("practices/overview")
    told = query.said("pt")
    assert told.summary == "As práticas"
    assert told.parameters["lang"] == "o idioma dos nomes, en, es ou pt"
    assert (told.name, told.sparql) == (query.name, query.sparql)
    assert query.said("fr") == query == query.said("en")
