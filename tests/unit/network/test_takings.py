"""Rows of who takes part in what are those of one plain query, levels included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from coordgraph.network.takings import Takings, read_takings
from coordgraph.store import EmbeddedStore, RdflibStore, text, to_rdflib
from coordgraph.store import Store as AnyStore
from tests.examples import examples

ALL = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?mechanism ?actor ?level ?from {
  ?mechanism cg:participation ?part . ?part cg:actor ?actor .
  OPTIONAL { ?mechanism cg:level ?level } OPTIONAL { ?part cg:from ?from }
}"""
Rows = list[tuple[str | None, ...]]


def rows(found: Takings, *, dated: bool) -> Rows:
    columns = [found.mechanism, found.actor, found.level, *([found.start] if dated else [])]
    return sorted(zip(*(column.texts() for column in columns), strict=True), key=str)


def asked(store: AnyStore, *, dated: bool) -> Rows:
    names = ("mechanism", "actor", "level", "from")[: 4 if dated else 3]
    return sorted(
        (
            tuple(text(row[name]) if name in row else None for name in names)
            for row in store.select(ALL)
        ),
        key=str,
    )


mechanisms = st.lists(
    st.tuples(
        st.sampled_from(["<urn:m>", "<urn:n>", "<urn:o>", "_:m"]),
        st.lists(st.sampled_from(["<urn:a>", "<urn:b>", "<urn:c>"]), max_size=3),
        st.lists(st.sampled_from(["<urn:policy>", "<urn:street>"]), max_size=2),
        st.sampled_from(["", "; cg:from '1990'"]),
    ),
    max_size=5,
)


@pytest.mark.parametrize("dated", [False, True])
@given(mechanisms)
@examples(60)
def test_they_are_the_rows_of_one_query(
    dated: bool,  # noqa: FBT001 - a parameter of the test
    drawn: list[tuple[str, list[str], list[str], str]],
) -> None:
    lines = ["PREFIX cg: <https://w3id.org/coordgraph/ns#>"]
    for name, actors, levels, since in drawn:
        lines.extend(
            f"{name} cg:participation [ cg:actor {actor} {since} ] ." for actor in actors
        )
        lines.extend(f"{name} cg:level {level} ." for level in levels)
    store = EmbeddedStore(Store())
    store.oxigraph.load("\n".join(lines), format=RdfFormat.TURTLE)
    as_on_disk = EmbeddedStore(store.oxigraph, on_disk=True)
    for one in (store, as_on_disk, RdflibStore(to_rdflib(store))):
        assert rows(read_takings(one, dated=dated), dated=dated) == asked(one, dated=dated)
