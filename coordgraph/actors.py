"""The actors of a graph: what they are called, of which kind, and how to find one by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coordgraph.errors import AmbiguousActor, UnknownActor
from coordgraph.names import plain
from coordgraph.namespace import CG, ID, slug
from coordgraph.store import Store, Term, text

__all__ = ["Actor", "actor_names", "actors", "classes", "find_actor", "labels"]

LANGUAGES = ("en", "es", "pt")

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_TAKING_PART = _PREFIXES + "SELECT DISTINCT ?actor { ?participation cg:actor ?actor }"
_CLASSES = _PREFIXES + "SELECT DISTINCT ?actor ?value { ?actor a/rdfs:subClassOf* ?value }"
_KINDS = _PREFIXES + "SELECT DISTINCT ?actor ?value { ?actor cg:actorKind ?value }"
_COUNTRIES = (
    _PREFIXES
    + """SELECT DISTINCT ?actor ?value ?code
{ ?actor cg:country ?value OPTIONAL { ?value skos:notation ?code } }"""
)
_LABELS = (
    _PREFIXES
    + """SELECT DISTINCT ?thing ?label
{ ?thing skos:prefLabel|dcterms:title|rdfs:label ?label }"""
)
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
    kinds, countries, known = _one(store, _KINDS), _countries(store), classes(store)
    return {
        iri: Actor(
            iri,
            names[iri],
            slug(kinds.get(iri, "")),
            countries.get(iri, ""),
            frozenset(known.get(iri, ())),
        )
        for iri in wanted
    }


def _one(store: Store, sparql: str) -> dict[str, str]:
    rows = store.select(sparql)
    return dict(sorted((text(row["actor"]), text(row["value"])) for row in rows))


def _countries(store: Store) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.select(_COUNTRIES):
        code = text(row.get("code")) or slug(text(row["value"])).upper()
        found[text(row["actor"])].add(code)
    return {actor: " ".join(sorted(codes)) for actor, codes in found.items()}


def classes(store: Store) -> Mapping[str, set[str]]:
    """Return the classes of the ontology that each thing has, by name, superclasses too."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.select(_CLASSES):
        if text(row["value"]).startswith(CG):
            found[text(row["actor"])].add(slug(text(row["value"])))
    return found


def labels(store: Store, iris: Iterable[str], *, lang: str = "en") -> dict[str, str]:
    """
    Return one label for each IRI: in the language asked for, else in another, else the slug.

    Among several labels in a language the first in alphabetical order is taken, so that two
    runs say the same.
    """
    order = [lang, *(code for code in LANGUAGES if code != lang)]
    wanted = {iri: (len(order) + 1, slug(iri)) for iri in iris}
    for row in store.select(_LABELS):
        iri = text(row["thing"])
        if iri in wanted:
            wanted[iri] = min(wanted[iri], (_rank(row["label"], order), text(row["label"])))
    return {iri: label for iri, (_, label) in wanted.items()}


def _rank(label: Term, order: list[str]) -> int:
    language = getattr(label, "language", None) or ""
    return order.index(language) if language in order else len(order)


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
    known = actor_names(store)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for iri, names in known.items():
        for one in names:
            named[plain(one)].add(iri)
    if name in known:
        return name
    for iri in (f"{ID}actor/{name.casefold()}", f"{ID}{name.casefold()}"):
        if iri in known:
            return iri
    by_slug = {iri for iri in known if plain(slug(iri)) == plain(name)}
    found = sorted(named.get(plain(name), set()) or by_slug)
    if len(found) > 1:
        called = labels(store, found, lang=lang)
        raise AmbiguousActor(name, [(iri, called[iri]) for iri in found])
    if not found:
        raise UnknownActor(name, {*named, *map(slug, known)})
    return found[0]


def actor_names(store: Store) -> dict[str, list[str]]:
    """
    Return the names, in alphabetical order, of all that is an actor or takes part as one.

    Names are labels of any language, hidden ones too, and names that are things of their own.
    """
    found: dict[str, set[str]] = {
        text(row["actor"]): set() for row in store.select(_TAKING_PART)
    }
    for iri, known in classes(store).items():
        if known & _ACTOR_CLASSES:
            found.setdefault(iri, set())
    for row in store.select(_NAMES):
        if (iri := text(row["actor"])) in found:
            found[iri].add(text(row["name"]))
    return {iri: sorted(names) for iri, names in sorted(found.items())}


_ACTOR_CLASSES = {"Actor", "Institution", "Unit", "ActorGroup", "State", "Person"}
