"""Files of questions, and the values of their parameters."""

from contextlib import suppress
from functools import cache

from pyoxigraph import Store as Oxigraph

from coordgraph.cli.query import _free
from coordgraph.errors import CoordgraphError
from coordgraph.queries import Query, library, read
from coordgraph.store import EmbeddedStore
from coordgraph.store.forms import check_depth, form_of
from tests.hostile.fuzzing.surface import Surface, joined, scratch, texts

__all__ = ["SURFACES"]


def header(data: bytes) -> None:
    """Read a file of the library."""
    path = scratch() / "question.rq"
    path.write_bytes(data)
    with suppress(CoordgraphError):
        found = read(path, root=scratch())
        assert isinstance(found.summary + found.question, str)
        assert all(isinstance(name, str) for name in (*found.parameters, *found.columns))


def known_parameter(data: bytes) -> None:
    """Give a parameter of a question of the library a value."""
    place, value = texts(data, 2)
    asked = _asked()
    query, name = asked[sum(place.encode("utf-8", "surrogateescape")) % len(asked)]
    with suppress(CoordgraphError):
        filled = query.filled({name: value})
        _check(filled)


def own_parameter(data: bytes) -> None:
    """Give the parameters of a question of one's own a value."""
    sparql, value = texts(data, 2)
    query = _free("own", sparql)
    with suppress(CoordgraphError):
        _check(query.filled(dict.fromkeys(query.parameters, value)))


@cache
def _asked() -> list[tuple[Query, str]]:
    return [(query, name) for query in library().values() for name in query.parameters]


def _check(sparql: str) -> None:
    """Ask an empty store, unless it would ask elsewhere."""
    form_of(sparql)
    check_depth(sparql)
    if "service" not in sparql.casefold():
        EmbeddedStore(Oxigraph()).answer(sparql)


_HEADER = b"""#+ summary: A question
#+ question: Who meets whom?
#+ parameters: {actor: "Whom, since 1996-02-01"}
#+ columns:
#+   other: {1: [a, b]}
#+ rows: 2
SELECT ?other { VALUES ?actor { <urn:a> } ?actor ?p ?other }
"""
_QUERY = b'SELECT * { VALUES ?a { "x"@en } VALUES ?b { "1996"^^xsd:gYear } VALUES ?c { 1.5 } }'
SURFACES = {
    "headers": Surface(header, (_HEADER, b"#+ summary: [1, 2001-01-01, !!int 3]\nASK {}")),
    "parameters": Surface(
        known_parameter,
        (joined(b"a", b"place/mex"), joined(b"c", b'x" } } #'), joined(b"z", b"1990")),
    ),
    "own-parameters": Surface(
        own_parameter, (joined(_QUERY, b"x"), joined(b"ASK { VALUES ?a { <urn:b> } }", b"cg:c"))
    ),
}
"""By name."""
