"""What changed among the actors: who came and went, what they are, what became of them."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from coordgraph.changes.model import Change, Group
from coordgraph.changes.values import described, value_changes
from coordgraph.changes.versions import SUBJECT, TYPE, Node, Pair, Version, sorted_terms
from coordgraph.namespace import PREFIXES, term
from coordgraph.store import text

__all__ = ["EVENT", "actor_changes", "class_change", "life_event"]

_PROPERTIES = tuple(
    NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (
        ("skos", "prefLabel"),
        ("skos", "altLabel"),
        ("cg", "actorKind"),
        ("cg", "country"),
        ("cg", "sector"),
        ("org", "unitOf"),
        ("org", "subOrganizationOf"),
        ("org", "memberOf"),
        ("dcterms", "isPartOf"),
        ("dcterms", "replaces"),
        ("dcterms", "isReplacedBy"),
        ("org", "identifier"),
        ("owl", "sameAs"),
        ("skos", "exactMatch"),
        ("skos", "closeMatch"),
        ("foaf", "homepage"),
    )
)
_SHOWN = (term("actorKind"), term("country"))

EVENT = NamedNode(PREFIXES["org"] + "ChangeEvent")
"""The class of events in the life of actors: mergers, replacements ..."""

_BEFORE = NamedNode(PREFIXES["org"] + "originalOrganization")
_AFTER = NamedNode(PREFIXES["org"] + "resultingOrganization")
LifeEvent = tuple[str, tuple[Node, ...], tuple[Node, ...]]


def actor_changes(pair: Pair) -> Iterator[Change]:
    """Yield what changed among the actors."""
    for thing in sorted(pair.new.actors - pair.old.actors, key=text):
        yield _whole(pair, thing, pair.new, come=True)
    for thing in sorted(pair.old.actors - pair.new.actors, key=text):
        yield _whole(pair, thing, pair.old, come=False)
    for thing in pair.touched(pair.old.actors & pair.new.actors):
        yield from class_change(pair, thing, "actors")
        yield from value_changes(pair, thing, _PROPERTIES, "actors")
    yield from _events(pair)


def life_event(version: Version, event: Node) -> LifeEvent:
    """Return the kind of an event, who there was before it, and who after it."""
    kinds = version.linked(term("eventKind"), event)
    before, after = (tuple(version.linked(name, event)) for name in (_BEFORE, _AFTER))
    return text(kinds[0]) if kinds else EVENT.value, before, after


def _whole(pair: Pair, thing: Node, version: Version, *, come: bool) -> Change:
    return Change(
        group="actors",
        what="added" if come else "removed",
        thing=text(thing),
        details=described(version.of(thing), _SHOWN),
        because=pair.all_about([thing, *version.linking(SUBJECT, thing)]),
    )


def class_change(pair: Pair, thing: Node, group: Group) -> Iterator[Change]:
    """Yield what changed in the classes of a thing."""
    old, new = pair.old.types(thing), pair.new.types(thing)
    if old != new:
        yield Change(
            group=group,
            what="changed" if old and new else "added" if new else "removed",
            thing=text(thing),
            property=TYPE.value,
            before=sorted_terms(old),
            after=sorted_terms(new),
            because=pair.saying(thing, TYPE, old ^ new),
        )


def _events(pair: Pair) -> Iterator[Change]:
    """Yield events that came or went; one of other actors is another event."""
    known = [version.instances(EVENT) for version in (pair.old, pair.new)]
    for event in pair.touched(known[0] | known[1]):
        old, new = (
            life_event(version, event) if event in events else None
            for version, events in zip((pair.old, pair.new), known, strict=True)
        )
        if old == new:
            continue
        if old is not None:
            yield _event(pair, event, old, pair.old)
        if new is not None:
            yield _event(pair, event, new, pair.new)


def _event(pair: Pair, event: Node, told: LifeEvent, version: Version) -> Change:
    kind, before, after = told
    return Change(
        group="actors",
        what="event-added" if version is pair.new else "event-removed",
        thing=text(event),
        property=kind,
        before=before,
        after=after,
        details=described(version.of(event), (term("happenedOn"),)),
        because=frozenset(quad for quad in pair.all_about([event]) if quad in version.quads),
    )
