"""All names of a graph's actors, by which a name that somebody wrote can be looked up."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from coordgraph.actors import Actor, actor_names, actors
from coordgraph.linking.countries import Countries, read_countries
from coordgraph.linking.words import CONCEPTS, concept, content, initials, joined, words
from coordgraph.namespace import slug
from coordgraph.store import Store

__all__ = ["Index", "Name", "index_names"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_SHORTEST_ID = 2


@dataclass(frozen=True, slots=True)
class Name:
    """
    One name of an actor.

    Attributes
    ----------
    text
        As the graph has it.
    actor
        The IRI of the actor.
    bare
        Its words without small ones and without the actor's country.
    concepts
        What these mean, whatever language they are written in, in alphabetical order.
    placed
        Whether it says the actor's country.
    """

    text: str
    actor: str
    bare: tuple[str, ...]
    concepts: tuple[str, ...]
    placed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """
    The names of a graph's actors, by what a name may have in common with them.

    Attributes
    ----------
    actors
        The actors, by IRI.
    countries
        The countries of the graph.
    names
        The names, actor by actor.
    ids
        The names that ids are, with and without the country that they end in.
    states
        The states, by the codes of their countries.
    whole, bare, concepts, initials
        The names that have these letters; these without small words and country; these words
        in any order and language; these initials.
    with_concept
        Which of the names have a word of this meaning, by their place among the names.
    totals
        How much the words of each of the names tell together.
    spelled
        All words that are in names or mean the same, in alphabetical order.
    weights
        How much a word tells: the logarithm of how many actors there are for each that has it.
    spread
        In how many countries a word is met in names.
    """

    actors: Mapping[str, Actor]
    countries: Countries
    names: Sequence[Name]
    ids: Mapping[str, Sequence[Name]]
    states: Mapping[str, Sequence[str]]
    whole: Mapping[str, Sequence[Name]]
    bare: Mapping[str, Sequence[Name]]
    concepts: Mapping[tuple[str, ...], Sequence[Name]]
    initials: Mapping[str, Sequence[Name]]
    with_concept: Mapping[str, Sequence[int]]
    totals: Sequence[float]
    spelled: Sequence[str]
    weights: Mapping[str, float]
    spread: Mapping[str, int]

    def weight(self, word: str) -> float:
        """Return how much a word tells; most, if no name has it."""
        return self.weights.get(word, log(1 + len(self.actors)))


def index_names(store: Store, *, lang: str = "en", among: Iterable[str] | None = None) -> Index:
    """
    Return the names of all actors of a graph, ready to be searched.

    Parameters
    ----------
    store
        The graph.
    lang
        The language of the actors' labels; names of all languages are searched.
    among
        The actors that are searched; all, if not given.
    """
    called = actor_names(store, among)
    known = actors(store, sorted(called), lang=lang)
    countries = read_countries(store)
    names = [
        _name(text, known[iri], countries) for iri in sorted(called) for text in called[iri]
    ]
    having, spread = _met(names, known)
    weights = {word: log(1 + len(known) / count) for word, count in having.items()}
    return Index(
        actors=known,
        countries=countries,
        names=names,
        ids=_grouped(_ids(known.values(), countries)),
        states=_grouped((actor.country, iri) for iri, actor in known.items() if actor.is_state),
        whole=_grouped((joined(words(name.text)), name) for name in names),
        bare=_grouped((joined(name.bare), name) for name in names),
        concepts=_grouped((name.concepts, name) for name in names),
        initials=_grouped(
            (letters, name) for name in names for letters in initials(words(name.text))
        ),
        with_concept=_grouped(
            (word, place) for place, name in enumerate(names) for word in set(name.concepts)
        ),
        totals=[sum(weights[word] for word in name.concepts) for name in names],
        spelled=_spelled(names, having),
        weights=weights,
        spread=spread,
    )


def _name(text: str, actor: Actor, countries: Countries) -> Name:
    found = content(words(text))
    code, rest = countries.apart(found)
    own = any(countries.within(code, place) for place in actor.country.split())
    placed = bool(code and own and rest)
    bare = rest if placed else found
    return Name(text, actor.iri, bare, tuple(sorted(map(concept, bare))), placed)


def _ids(known: Iterable[Actor], countries: Countries) -> Iterator[tuple[str, Name]]:
    for actor in known:
        name = slug(actor.iri)
        stem, _, ending = name.rpartition("-")
        yield joined(words(name)), Name(name, actor.iri, (name,), (), placed=False)
        code = countries.codes.get(ending)
        if code in actor.country.split() and len(stem) >= _SHORTEST_ID:
            yield joined(words(stem)), Name(name, actor.iri, (stem,), (), placed=True)


def _met(
    names: Iterable[Name], known: Mapping[str, Actor]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many actors have a word in a name, and of how many countries they are."""
    having: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in name.concepts:
            having[word].add(name.actor)
    places = {word: {known[iri].country for iri in iris} for word, iris in having.items()}
    return _counted(having), _counted(places)


def _spelled(names: Iterable[Name], having: Collection[str]) -> list[str]:
    means_the_same = {word for word, meant in CONCEPTS.items() if meant in having}
    return sorted(means_the_same.union(*(name.bare for name in names)))


def _counted(sets: Mapping[str, set[str]]) -> dict[str, int]:
    return {word: len(found) for word, found in sets.items()}


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
