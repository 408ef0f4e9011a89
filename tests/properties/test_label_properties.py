"""Whoever shows a thing calls it by the same name, whatever labels it has."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.actors import labels
from coordgraph.namespace import NAMING, slug
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.serve.api.naming import said
from coordgraph.store import open_store

THING = NamedNode("https://example.org/thing")
LANGS = ("en", "es", "pt")

_words = st.sampled_from(["a", "b", "B", "á", "z"])
_tongues = st.sampled_from([None, "en", "es", "pt", "fr", "de"])
_written = st.builds(
    lambda word, tongue: Literal(word, language=tongue) if tongue else Literal(word),
    _words,
    _tongues,
)
_said = st.lists(st.tuples(st.sampled_from(NAMING), _written), max_size=6)


@given(_said, st.sampled_from(LANGS))
def test_pages_tables_and_answers_call_a_thing_the_same(
    told: list[tuple[str, Literal]], lang: str
) -> None:
    store = open_store()
    store.oxigraph.extend(Quad(THING, NamedNode(path), label) for path, label in told)
    iri = THING.value
    name = labels(store, [iri], lang=lang)[iri]
    assert (said([store], iri, lang) or slug(iri)) == name
    if told:
        assert Knowledge.looked_up(store, Addresses(), LANGS).name(iri, lang).text == name
