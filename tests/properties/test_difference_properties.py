"""What a difference says holds for any two graphs."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad

from coordgraph.changes.blank_nodes import named_by_content
from coordgraph.changes.comparison import compare
from coordgraph.changes.model import Change, What
from coordgraph.network.projection import graph_keys, project
from coordgraph.publish.changes.patch import as_sparql, as_trig
from coordgraph.publish.changes.rows import as_document
from coordgraph.publish.changes.wording import as_text
from coordgraph.store import EmbeddedStore, open_store, placed
from tests.properties.strategies import statements
from tests.unit.publish.changes.applying import applied

Quads = frozenset[Quad]

MIRROR: dict[What, What] = {
    "added": "removed",
    "event-added": "event-removed",
    "joined": "left",
    "more-precise": "less-precise",
    "claim-added": "claim-removed",
    "stronger": "weaker",
}
MIRROR |= {other: one for one, other in MIRROR.items()}


def stored(quads: Quads) -> EmbeddedStore:
    store = open_store()
    store.oxigraph.extend(quads)
    return store


def renamed(quads: Quads) -> Quads:
    def other(term: BlankNode) -> BlankNode:
        return BlankNode(f"other{term.value}")

    return frozenset(
        Quad(
            other(quad.subject) if isinstance(quad.subject, BlankNode) else quad.subject,
            quad.predicate,
            other(quad.object) if isinstance(quad.object, BlankNode) else quad.object,
            quad.graph_name,
        )
        for quad in quads
    )


def mirrored(change: Change) -> Change:
    what = MIRROR.get(change.what, change.what)
    return replace(change, what=what, before=change.after, after=change.before)


def told(change: Change) -> tuple[object, ...]:
    values = (change.before, change.after)
    texts = tuple(tuple(sorted(map(str, side))) for side in values)
    return (change.group, change.what, change.thing, change.property, change.other, *texts)


@given(statements())
def test_a_graph_does_not_differ_from_itself(quads: Quads) -> None:
    assert not compare(stored(quads), stored(renamed(quads)))


@given(statements(), statements())
def test_every_statement_is_told_of_or_counted(old: Quads, new: Quads) -> None:
    found = compare(stored(old), stored(new))
    because = {quad for change in found.changes for quad in change.because}
    changed = found.pair.added | found.pair.removed
    assert because <= changed
    assert because | found.untold == changed
    assert sum(rest.added + rest.removed for rest in found.rest) == len(found.untold)


@given(statements(), statements())
def test_the_other_way_round_it_is_mirrored(old: Quads, new: Quads) -> None:
    there, back = compare(stored(old), stored(new)), compare(stored(new), stored(old))
    assert Counter(map(told, there.changes)) == Counter(
        told(_turned(change)) for change in back.changes
    )
    assert (there.pair.added, there.pair.removed) == (back.pair.removed, back.pair.added)


def _turned(change: Change) -> Change:
    """Mirror a change; who was before an event in the life of actors stays before it."""
    turned = mirrored(change)
    if change.what in {"event-added", "event-removed"}:
        return replace(turned, before=change.before, after=change.after)
    return turned


@given(statements(), statements())
def test_a_patch_in_trig_makes_the_new_version_of_the_old(old: Quads, new: Quads) -> None:
    found = compare(stored(old), stored(new))
    if found.pair.flat:
        old, new = (frozenset(placed(quad.triple) for quad in side) for side in (old, new))
    assert applied(old, as_trig(found, names=("old", "new"))) == named_by_content(new)


@given(statements(blank=False), statements(blank=False))
def test_sparql_update_makes_the_new_version_of_the_old(old: Quads, new: Quads) -> None:
    found, store = compare(stored(old), stored(new)), stored(old)
    if not found.pair.flat:
        store.oxigraph.update(as_sparql(found))
        assert set(store.quads()) == new


@pytest.mark.long
@given(statements(), statements())
def test_ties_changed_as_the_projection_did(old: Quads, new: Quads) -> None:
    found = compare(stored(old), stored(new), only=["ties"])
    before, after = (
        dict(zip(graph_keys(network.ties), network.ties.weight.tolist(), strict=True))
        for network in (project(found.pair.old.store), project(found.pair.new.store))
    )
    expected = {key: (before.get(key, 0), after.get(key, 0)) for key in before | after}
    changed = {
        (change.thing, change.other, change.level): (len(change.before), len(change.after))
        for change in found.changes
    }
    assert changed.items() <= expected.items()
    assert all(one == other for key, (one, other) in expected.items() if key not in changed)


@pytest.mark.long
@given(statements(), statements(), st.sampled_from(["en", "es", "pt"]))
def test_any_difference_can_be_said(old: Quads, new: Quads, lang: str) -> None:
    found = compare(stored(old), stored(new))
    assert len(as_document(found, lang=lang)["changes"]) == len(found.changes)
    assert as_text(found, lang=lang, everything=True).endswith("\n")
