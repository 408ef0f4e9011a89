"""Data as people get it wrong: examples with statements dropped, altered and added."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from coordgraph.ingest.rdf import triples_of
from coordgraph.namespace import CG, PREFIXES
from coordgraph.resources import ONTOLOGY
from coordgraph.store import Term

__all__ = ["EXAMPLES", "KINDS", "altered_examples", "apart"]

EXAMPLES = sorted((ONTOLOGY / "shapes" / "examples").glob("*/*.ttl"))
KINDS = sorted({path.parent.name for path in EXAMPLES})
_ORG, _XSD = PREFIXES["org"], PREFIXES["xsd"]
_HIERARCHIES = [
    NamedNode(iri)
    for iri in (_ORG + "unitOf", _ORG + "subOrganizationOf", PREFIXES["dcterms"] + "isPartOf")
]
_DATES = ["2001", "2001-02", "2001-01-01", "2001-1-1", "2001-02-30", "0001-00-00", " 2001 ", ""]
_TYPES = ["date", "gYear", "gYearMonth", "integer", "boolean", "string", "dateTime"]
_NAMES = ["BPS", "Banco", "Instituto de Previsión", ""]
_HOSTILE = [r"20\d \1", "{?value}", 'a "b"\n\tc', "_:other"]
_LANGUAGES = ["en", "es", "pt", "fr", "en-GB", "x-none"]

_literals = st.one_of(
    st.builds(
        lambda words, kind: Literal(words, datatype=NamedNode(_XSD + kind)),
        st.sampled_from([*_DATES, *_HOSTILE, "1", "-3", "01", "true", "maybe", "BPS"]),
        st.sampled_from(_TYPES),
    ),
    st.builds(
        lambda words, language: Literal(words, language=language),
        st.sampled_from([*_NAMES, *_HOSTILE]),
        st.sampled_from(_LANGUAGES),
    ),
)


@cache
def _triples(example: Path) -> list[Triple]:
    return sorted(triples_of(example), key=lambda triple: str(triple.predicate))


def apart(kind: str) -> Iterator[Triple]:
    """Yield the examples of a shape file, each with names of its own, so that none meet."""
    for path in EXAMPLES:
        if path.parent.name == kind:
            text = path.read_text(encoding="utf-8")
            own = text.replace("<https://example.org/>", f"<https://example.org/{path.stem}/>")
            yield from (quad.triple for quad in parse(own, format=RdfFormat.TURTLE))


@st.composite
def altered_examples(draw: st.DrawFn) -> list[Triple]:
    """Return the statements of one to three examples, with up to eight changes."""
    chosen = draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3, unique=True))
    triples = list(dict.fromkeys(triple for path in chosen for triple in _triples(path)))
    for _ in range(draw(st.integers(0, 8))):
        changed = draw(st.sampled_from(triples)) if triples else None
        if changed is None:
            break
        kind = draw(st.sampled_from(["drop", "alter", "add", "cycle"]))
        if kind in {"drop", "alter"}:
            triples.remove(changed)
        if kind in {"alter", "add"}:
            value = draw(_values(triples))
            triples.append(Triple(changed.subject, changed.predicate, value))
        if kind == "cycle":
            triples.extend(_circle(draw, triples))
    return triples


def _values(triples: list[Triple]) -> st.SearchStrategy[Term]:
    things = [triple.subject for triple in triples] or [NamedNode("https://example.org/none")]
    others: list[Term] = [NamedNode(CG + "Explicit"), NamedNode("urn:none"), BlankNode("other")]
    return st.one_of(_literals, st.sampled_from([*things, *others]))


def _circle(draw: st.DrawFn, triples: list[Triple]) -> list[Triple]:
    things = st.sampled_from([triple.subject for triple in triples])
    one, other = draw(things), draw(things)
    above = draw(st.sampled_from(_HIERARCHIES))
    return [Triple(one, above, other), Triple(other, above, one)]
