"""Through which mechanisms actors are tied, and where it is written that they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from coordgraph.actors import labels
from coordgraph.namespace import CG, slug
from coordgraph.network.lifting import Whole, counted_as
from coordgraph.network.naming import term_labels
from coordgraph.store import Store
from coordgraph.store.looking import written_iris

__all__ = ["Mechanism", "Part", "Passage", "mechanisms"]

_OF_MECHANISMS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?one ?property ?value {
  # which
  VALUES ?property { cg:mechanismKind cg:inPractice cg:evidence }
  ?one ?property ?value .
}"""
_OF_PARTS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?one ?actor ?property ?value {
  # which
  VALUES ?property { cg:actor cg:role cg:basis cg:evidence }
  ?one cg:participation ?part .
  ?part cg:actor ?actor ; ?property ?value .
}"""
_OF_PASSAGES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?one ?property ?value {
  # which
  VALUES ?property { dcterms:isPartOf cg:locator cg:firstLine cg:lastLine }
  ?one ?property ?value .
}"""
_MANY = 1_000

Said = Mapping[str, set[str]]


class Passage(NamedTuple):
    """
    Where something is written.

    Attributes
    ----------
    iri
        The passage, or the source where no passage is known.
    source, source_label
        The source and its title.
    locator
        The place in it, as people write it; empty if none is known.
    first_line, last_line
        Its lines, where they are known.
    """

    iri: str
    source: str
    source_label: str
    locator: str = ""
    first_line: int | None = None
    last_line: int | None = None

    def __str__(self) -> str:
        """Return the source and the place in it."""
        return f"{self.source_label}, {self.locator}" if self.locator else self.source_label


@dataclass(frozen=True, slots=True)
class Part:
    """
    How an actor takes part in a mechanism.

    Attributes
    ----------
    roles
        Their labels, sorted.
    inferred
        Whether no source states it, but it is inferred.
    passages
        Where it is written.
    """

    roles: tuple[str, ...] = ()
    inferred: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Mechanism:
    """
    What is known of a mechanism; texts are empty where nothing is.

    Attributes
    ----------
    iri, title
        Which it is.
    kind, practice
        Labels.
    passages
        Where it is written.
    parts
        How each actor that is asked for takes part, by IRI.
    """

    iri: str
    title: str
    kind: str = ""
    practice: str = ""
    passages: tuple[Passage, ...] = ()
    parts: Mapping[str, Part] = field(default_factory=dict)

    def written(self, *actors: str) -> list[Passage]:
        """Return where it is written, or that these actors take part in it, each place once."""
        of_parts = (self.parts[actor].passages for actor in actors if actor in self.parts)
        found = [*self.passages, *(place for places in of_parts for place in places)]
        return list(dict.fromkeys(found))


def mechanisms(
    store: Store,
    iris: Collection[str],
    actors: Collection[str],
    *,
    lang: str = "en",
    whole: Whole | None = None,
) -> dict[str, Mechanism]:
    """
    Return what a store knows of mechanisms, by IRI.

    Parameters
    ----------
    store
        Where to ask.
    iris
        The mechanisms.
    actors
        Whose parts in them are wanted.
    lang
        The language of labels.
    whole
        What actors count as, if not as themselves.
    """
    about = _about(store, _OF_MECHANISMS, iris)
    parts = _parts(store, iris, counted_as(store, whole))
    known = [*about.values(), *parts.values()]
    places = _passages(store, _values(known, "evidence"), lang)
    names = _values(known, "mechanismKind", "inPractice", "role")
    called = labels(store, iris, lang=lang) | term_labels(store, names, lang=lang)

    def texts(values: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(called[value] for value in values))

    def passages(values: Iterable[str]) -> tuple[Passage, ...]:
        return tuple(sorted(places[value] for value in values))

    def part(of: Said) -> Part:
        inferred = of["basis"] == {f"{CG}Inferred"}
        return Part(texts(of["role"]), inferred, passages(of["evidence"]))

    def mechanism(iri: str, of: Said) -> Mechanism:
        kind, practice = (
            ", ".join(texts(of[name])) for name in ("mechanismKind", "inPractice")
        )
        own = {actor: part(parts[iri, actor]) for actor in actors if (iri, actor) in parts}
        return Mechanism(iri, called[iri], kind, practice, passages(of["evidence"]), own)

    return {iri: mechanism(iri, about[iri]) for iri in iris}


def _about(store: Store, sparql: str, iris: Collection[str]) -> Mapping[str, Said]:
    """Return the values of the properties of each thing, by the names of the properties."""
    found = _saying()
    for one, name, value in _rows(store, sparql, iris):
        found[one][slug(name)].add(value)
    return found


def _parts(
    store: Store, iris: Collection[str], wholes: Mapping[str, str]
) -> Mapping[tuple[str, str], Said]:
    found = _saying()
    for one, actor, name, value in _rows(store, _OF_PARTS, iris):
        found[one, wholes.get(actor, actor)][slug(name)].add(value)
    return found


def _saying() -> defaultdict[Any, defaultdict[str, set[str]]]:
    return defaultdict(lambda: defaultdict(set))


def _passages(store: Store, iris: Collection[str], lang: str) -> Mapping[str, Passage]:
    about = _about(store, _OF_PASSAGES, iris)
    sources = {iri: min(about[iri]["isPartOf"], default=iri) for iri in iris}
    called = labels(store, set(sources.values()), lang=lang)
    return {
        iri: Passage(
            iri,
            source,
            called[source],
            min(about[iri]["locator"], default=""),
            _line(about[iri]["firstLine"]),
            _line(about[iri]["lastLine"]),
        )
        for iri, source in sources.items()
    }


def _line(values: set[str]) -> int | None:
    return min((int(value) for value in values if value.isdecimal()), default=None)


def _values(known: Iterable[Said], *names: str) -> set[str]:
    return {value for said in known for name in names for value in said[name]}


def _rows(store: Store, sparql: str, iris: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of some things; the query names them unless they are many or unnamed."""
    wanted = set(iris)
    listed = written_iris(sorted(wanted)) if len(wanted) <= _MANY else None
    if listed is not None:
        sparql = sparql.replace("# which", f"VALUES ?one {{ {listed} }}")
    columns = (column.to_pylist() for column in store.columns(sparql).columns)
    return (row for row in zip(*columns, strict=True) if row[0] in wanted)
