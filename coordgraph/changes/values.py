"""What changed in the values of a property."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from coordgraph.changes.model import Change, Group
from coordgraph.changes.versions import Node, Pair, sorted_terms
from coordgraph.store import Term, text

__all__ = ["described", "differences", "value_changes"]


def value_changes(
    pair: Pair, thing: Node, properties: Iterable[NamedNode], group: Group
) -> Iterator[Change]:
    """Yield what changed in some properties of a thing, text by text in each language."""
    before, after = pair.old.of(thing), pair.new.of(thing)
    for name in properties:
        old, new = before.get(name, frozenset()), after.get(name, frozenset())
        if old == new:
            continue
        for language, one, other in _by_language(old, new):
            for gone, come in differences(one, other):
                yield Change(
                    group=group,
                    what="changed" if gone and come else "added" if come else "removed",
                    thing=text(thing),
                    property=name.value,
                    language=language,
                    before=gone,
                    after=come,
                    because=pair.saying(thing, name, (*gone, *come)),
                )


def differences(
    old: frozenset[Term], new: frozenset[Term]
) -> Iterator[tuple[tuple[Term, ...], tuple[Term, ...]]]:
    """
    Yield what values were and what they are: one in place of one, or some more and some less.

    >>> from pyoxigraph import Literal
    >>> one, two = Literal("1"), Literal("2")
    >>> [len(before + after) for before, after in differences({one}, {two})]
    [2]
    >>> [(len(before), len(after)) for before, after in differences({one}, {one, two})]
    [(0, 1)]
    >>> [(len(before), len(after)) for before, after in differences({one, two}, {one})]
    [(1, 0)]
    """
    gone, come = sorted_terms(old - new), sorted_terms(new - old)
    if len(old) <= 1 and len(new) <= 1:
        if gone or come:
            yield gone, come
        return
    if come:
        yield (), come
    if gone:
        yield gone, ()


def described(
    values: Mapping[NamedNode, frozenset[Term]], properties: Iterable[NamedNode]
) -> dict[str, tuple[Term, ...]]:
    """Return some of what is known of a thing, by the IRI of the property."""
    return {name.value: sorted_terms(values[name]) for name in properties if name in values}


def _by_language(
    old: frozenset[Term], new: frozenset[Term]
) -> Iterator[tuple[str, frozenset[Term], frozenset[Term]]]:
    sides: defaultdict[str, tuple[set[Term], set[Term]]] = defaultdict(lambda: (set(), set()))
    for place, values in enumerate((old, new)):
        for value in values:
            language = (value.language or "") if isinstance(value, Literal) else ""
            sides[language][place].add(value)
    for language in sorted(sides):
        one, other = sides[language]
        yield language, frozenset(one), frozenset(other)
