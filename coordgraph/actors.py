"""The actors of a graph: what they are called, of which kind, and how to find one by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyoxigraph import NamedNode

from coordgraph.arrow import encoded, integers, numbers, texts, whole
from coordgraph.errors import AmbiguousActor, UnknownActor
from coordgraph.names import plain, welcome
from coordgraph.namespace import CG, ID, NAMING, slug, term
from coordgraph.store import FEW, EmbeddedStore, Store, columns_of

__all__ = [
    "Actor",
    "Unread",
    "actor_names",
    "actors",
    "ahead",
    "classes",
    "countries_of",
    "find_actor",
    "labels",
    "of_class",
]

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_TAKING_PART = _PREFIXES + "SELECT DISTINCT ?actor { ?participation cg:actor ?actor }"
_TYPES = (
    _PREFIXES
    + """SELECT DISTINCT ?actor ?value
{ ?actor a ?value FILTER(?value != cg:Participation && ?value != cg:Tie) }"""
)
_ABOVE = _PREFIXES + "SELECT DISTINCT ?class ?value { ?class rdfs:subClassOf ?value }"
_KINDS = _PREFIXES + "SELECT DISTINCT ?actor ?value { ?actor cg:actorKind ?value }"
_COUNTRIES = (
    _PREFIXES
    + """SELECT DISTINCT ?actor ?value ?code
{ ?actor cg:country ?value OPTIONAL { ?value skos:notation ?code } }"""
)
_SECTORS = _PREFIXES + "SELECT DISTINCT ?actor ?value { ?actor cg:sector ?value }"
_BY = " UNION ".join(
    f'{{ ?thing <{name}> ?label BIND("{rank}" AS ?rank) }}' for rank, name in enumerate(NAMING)
)
_LABELS = f"SELECT DISTINCT ?thing ?label ?rank (LANG(?label) AS ?language) {{ {_BY} }}"
_NAMES = (
    _PREFIXES
    + """SELECT DISTINCT ?actor ?name
{
  { ?actor skos:prefLabel|skos:altLabel|skos:hiddenLabel|rdfs:label ?name }
  UNION { ?written cg:nameOf ?actor ; skosxl:literalForm ?name }
}"""
)


@dataclass(frozen=True, slots=True)
class Actor:
    """What analyses need to know of an actor, as short texts; empty where unknown."""

    iri: str
    label: str
    kind: str
    country: str
    classes: frozenset[str]
    sector: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it is known only by kind, as provincial governments are."""
        return "ActorGroup" in self.classes

    @property
    def is_state(self) -> bool:
        """Whether it is a country acting as a party."""
        return "State" in self.classes


def actors(store: Store, iris: Iterable[str], *, lang: str = "en") -> dict[str, Actor]:
    """Return the actors that have these IRIs; one that the graph says nothing of, too."""
    wanted = list(iris)
    names = labels(store, wanted, lang=lang)
    kinds = _kinds(store, wanted)
    countries, sectors = countries_of(store, wanted), _sectors(store, wanted)
    known: dict[str, frozenset[str]] = {}
    alike: dict[frozenset[str], frozenset[str]] = {}
    for iri, found in classes(store, wanted).items():
        same = frozenset(found)
        known[iri] = alike.setdefault(same, same)
    return {
        iri: Actor(
            iri,
            names[iri],
            kinds.get(iri, ""),
            countries.get(iri, ""),
            known.get(iri, _NONE),
            sectors.get(iri, ""),
        )
        for iri in wanted
    }


class Unread(Mapping[str, Actor]):
    """
    The actors that have these IRIs, read when one is asked for: all of them, or some ahead.

    The store stays as it is until then.
    """

    def __init__(self, store: Store, iris: Iterable[str], *, lang: str = "en") -> None:
        """Know whose they are, and nothing of them yet."""
        self._store, self._lang = store, lang
        self._iris = dict.fromkeys(iris)
        self._known: dict[str, Actor] = {}

    def __getitem__(self, iri: str) -> Actor:
        """Return what is known of one; read all that are not read yet."""
        if iri not in self._known and iri in self._iris:
            self.ahead(self._iris)
        return self._known[iri]

    def __contains__(self, iri: object) -> bool:
        """Say whether one is among them, for which nothing is read."""
        return iri in self._iris

    def __iter__(self) -> Iterator[str]:
        """Yield the IRIs in their order."""
        return iter(self._iris)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._iris)

    def ahead(self, iris: Iterable[str]) -> None:
        """Read some that will be asked for; all where it takes no longer."""
        new = [iri for iri in dict.fromkeys(iris) if iri not in self._known]
        if len(new) > FEW or not isinstance(self._store, EmbeddedStore):
            new = [iri for iri in self._iris if iri not in self._known]
        if new:
            self._known |= actors(self._store, new, lang=self._lang)


def ahead(known: Mapping[str, Actor], iris: Iterable[str]) -> None:
    """Let some actors be read together, before each is asked for, if they are not yet read."""
    if isinstance(known, Unread):
        known.ahead(iris)


_NONE: frozenset[str] = frozenset()


def _columns(
    store: Store, sparql: str, among: Iterable[str] | None = None
) -> list[list[str | None]]:
    """Return the columns of an answer as lists; of some actors only, if these are given."""
    if among is None:
        table = store.columns(sparql)
    else:
        table = columns_of(store, sparql, "actor", among)
    return [column.to_pylist() for column in table.columns]


def _kinds(store: Store, among: Iterable[str]) -> dict[str, str]:
    one, value = _columns(store, _KINDS, among)
    return {str(actor): slug(str(kind)) for actor, kind in sorted(zip(one, value, strict=True))}


def countries_of(store: Store, among: Iterable[str]) -> dict[str, str]:
    """Return the codes of the countries of some actors; those of none are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor, country, code in zip(*_columns(store, _COUNTRIES, among), strict=True):
        found[str(actor)].add(code or slug(str(country)).upper())
    return {actor: " ".join(sorted(codes)) for actor, codes in found.items()}


def _sectors(store: Store, among: Iterable[str]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor, sector in zip(*_columns(store, _SECTORS, among), strict=True):
        found[str(actor)].add(slug(str(sector)))
    return {actor: " ".join(sorted(slugs)) for actor, slugs in found.items()}


def classes(store: Store, iris: Iterable[str] | None = None) -> Mapping[str, set[str]]:
    """
    Return the classes of the ontology that each thing has, by name, superclasses too.

    Parameters
    ----------
    store
        Where to ask.
    iris
        The things that are wanted; all, if not given.  Of participations and ties, which are
        many and no actors, only what else they are is said.
    """
    above = _above(store)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for thing, own in zip(*_columns(store, _TYPES, iris), strict=True):
        for name in (str(own), *above.get(str(own), ())):
            if name.startswith(CG):
                found[str(thing)].add(slug(name))
    return found


def _above(store: Store) -> Mapping[str, set[str]]:
    """Return the classes above each class; closed here, as not every server does it."""
    direct: defaultdict[str, set[str]] = defaultdict(set)
    for name, value in zip(*_columns(store, _ABOVE), strict=True):
        direct[str(name)].add(str(value))
    found: dict[str, set[str]] = {}
    for name in list(direct):
        found[name], ahead = set(), [name]
        while ahead:
            new = direct.get(ahead.pop(), set()) - found[name]
            found[name] |= new
            ahead += new
    return found


def of_class(store: Store, name: str) -> pa.Array:
    """Return the things of a class of the ontology, or of one under it."""
    sparql = f"""{_PREFIXES}SELECT DISTINCT ?thing
{{ ?class rdfs:subClassOf* {term(name)} . ?thing a ?class }}"""
    return encoded(store.columns(sparql).column("thing")).dictionary


def labels(store: Store, iris: Iterable[str], *, lang: str = "en") -> dict[str, str]:
    """
    Return one label for each IRI: in the language asked for, else in another, else the slug.

    Among several labels in a language the preferred one is taken, then the first in
    alphabetical order, as `coordgraph.names.welcome` tells.
    """
    wanted = list(iris)
    table = columns_of(store, _LABELS, "thing", wanted)
    thing = pc.index_in(table.column("thing").cast(pa.string()), value_set=_distinct(wanted))
    table = table.filter(pc.is_valid(thing))
    thing = numbers(whole(thing.drop_null()))
    called = whole(table.column("label").cast(pa.string()))
    order = np.lexsort(
        (
            numbers(pc.rank(called, tiebreaker="dense")),
            numbers(pc.cast(whole(table.column("rank").cast(pa.string())), pa.int64())),
            _ranks(table.column("language"), lang),
            thing,
        )
    )
    things, first = np.unique(thing[order], return_index=True)
    first_of = called.take(integers(order[first])).to_pylist()
    chosen = dict(zip(things.tolist(), first_of, strict=True))
    return {
        iri: chosen.get(place, slug(iri))
        for place, iri in enumerate(_distinct(wanted).to_pylist())
    }


def _distinct(values: list[str]) -> pa.Array:
    return texts(dict.fromkeys(values))


def _ranks(languages: pa.ChunkedArray, lang: str) -> np.typing.NDArray[np.int64]:
    """Return how welcome each language is, the lower the more."""
    found = pc.dictionary_encode(whole(languages.cast(pa.string())), null_encoding="encode")
    known = found.dictionary.to_pylist()
    order = sorted(known, key=lambda language: welcome(language, lang))
    ranks = np.array([order.index(language) for language in known], dtype=np.int64)
    return ranks[numbers(found.indices)]


def find_actor(store: Store, name: str, *, lang: str = "en") -> str:
    """
    Return the IRI of the actor that a slug, an IRI, an acronym or a label names.

    Case and accents do not matter.

    Raises
    ------
    AmbiguousActor
        If several actors have the name; the error lists them.
    UnknownActor
        If none has; the error suggests near names.
    """
    for iri in (name, *_minted(name)):
        if _is_actor(store, iri):
            return iri
    known = actor_names(store)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for iri, names in known.items():
        for one in names:
            named[plain(one)].add(iri)
    by_slug = {iri for iri in known if plain(slug(iri)) == plain(name)}
    found = sorted(named.get(plain(name), set()) or by_slug)
    if len(found) > 1:
        called = labels(store, found, lang=lang)
        raise AmbiguousActor(name, [(iri, called[iri]) for iri in found])
    if not found:
        raise UnknownActor(name, {*named, *map(slug, known)})
    return found[0]


def _minted(name: str) -> tuple[str, str]:
    """Return the IRIs of the dataset's own that a slug may mean."""
    return f"{ID}actor/{name.casefold()}", f"{ID}{name.casefold()}"


def _is_actor(store: Store, name: str) -> bool:
    """Say whether an IRI is one of an actor, or takes part as one."""
    try:
        iri = NamedNode(name)
    except ValueError:
        return False
    if store.ask(f"ASK {{ ?participation {term('actor')} {iri} }}"):
        return True
    table = store.columns(f"SELECT ?value {{ {iri} a ?value }}")
    own = {str(value) for value in table.column("value").to_pylist()}
    above = _above(store) if own else {}
    found = own.union(*(above.get(value, ()) for value in own))
    return bool(found & {CG + name for name in _ACTOR_CLASSES})


def actor_names(store: Store, among: Iterable[str] | None = None) -> dict[str, list[str]]:
    """
    Return the names, in alphabetical order, of all that is an actor or takes part as one.

    Names are labels of any language, hidden ones too, and names that are things of their own.

    Parameters
    ----------
    store
        Where to ask.
    among
        The things that are looked at; all, if not given.
    """
    wanted = None if among is None else list(among)
    (taking_part,) = _columns(store, _TAKING_PART, wanted)
    found: dict[str, set[str]] = {str(iri): set() for iri in taking_part}
    for iri, known in classes(store, wanted).items():
        if known & _ACTOR_CLASSES:
            found.setdefault(iri, set())
    for iri, name in zip(*_columns(store, _NAMES, wanted), strict=True):
        if iri in found:
            found[str(iri)].add(str(name))
    return {iri: sorted(names) for iri, names in sorted(found.items())}


_ACTOR_CLASSES = {"Actor", "Institution", "Unit", "ActorGroup", "State", "Person"}
