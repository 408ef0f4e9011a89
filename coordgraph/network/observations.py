"""
Measures of actors as observations of a data cube, with what they were made of and by.

A data set [1]_ holds the measures of one projection, an observation an actor.  Measures that
are not defined for actors without ties have a data set of their own, so that every observation
gives all that its structure promises.  Each data set says which options make it again, when it
was made, of which graphs, and which engine, of which version, calculated which measure [2]_.

Numbers have twelve significant digits: what comes after them differs from machine to machine.

References
----------
.. [1] R. Cyganiak and D. Reynolds (2014). *The RDF Data Cube Vocabulary*. W3C Recommendation.
.. [2] T. Lebo, S. Sahoo and D. McGuinness (2013). *PROV-O: The PROV Ontology*. W3C
       Recommendation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from gettext import gettext as _
from hashlib import sha1
from importlib.metadata import version
from typing import Any

import pyarrow as pa
from pyoxigraph import Literal, NamedNode, Triple

from coordgraph.engines.base import MEASURES
from coordgraph.errors import DataError, UnpublishedMeasure
from coordgraph.names import LANGUAGES
from coordgraph.namespace import ID, LEVELS, PREFIXES, slug, term
from coordgraph.network.projection import Network
from coordgraph.network.selection import Selection
from coordgraph.version import __version__

__all__ = ["PUBLISHED", "Measuring", "observations", "options_of"]

PUBLISHED: Mapping[str, NamedNode] = {
    name: term(re.sub(r"_(\w)", lambda found: found[1].upper(), name))
    for name in (
        "degree",
        "strength",
        "betweenness",
        "closeness",
        "harmonic",
        "eigenvector",
        "pagerank",
        "constraint",
        "effective_size",
        "core",
        "community",
        "katz",
        "current_flow_betweenness",
        "current_flow_closeness",
        "efficiency",
        "hierarchy",
        "clustering",
        "coreness",
        "articulation",
    )
}
"""The measures that the ontology has terms for, by name."""

_OF_TIED = ("constraint", "effective_size", "efficiency", "hierarchy")
_STRUCTURES = {
    tuple(name for name in MEASURES if name not in _OF_TIED): "centrality",
    tuple(name for name in MEASURES if name in _OF_TIED): "structural-holes",
}
_DESCRIPTIONS = {"actor", "label", "kind", "country", "group"}
_ONE_OF_MANY = {"kinds": "kind", "statuses": "status"}
_PLAIN = re.compile(r"[a-z0-9. -]*")
_DIGITS = 12
_ROOT = ID.removesuffix("id/")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_TITLE = NamedNode(PREFIXES["dcterms"] + "title")
_CREATED = NamedNode(PREFIXES["dcterms"] + "created")
_LABEL = NamedNode(PREFIXES["rdfs"] + "label")


def _qb(name: str) -> NamedNode:
    return NamedNode(PREFIXES["qb"] + name)


def _prov(name: str) -> NamedNode:
    return NamedNode(PREFIXES["prov"] + name)


def _schema(name: str) -> NamedNode:
    return NamedNode(PREFIXES["schema"] + name)


def _typed(value: str, name: str) -> Literal:
    return Literal(value, datatype=NamedNode(PREFIXES["xsd"] + name))


@dataclass(frozen=True, slots=True)
class Measuring:
    """
    What is known of a table of measures beside its numbers.

    Attributes
    ----------
    day
        When they were made.
    time
        The same to the second, with a time zone, where it is to be said.
    titles
        What the projection is called, by language; its options, if not given.
    weighted
        Whether paths and Burt's measures went by weight.
    used
        The graphs that the projection was made of, by IRI.
    root
        What the IRIs of data sets and observations begin with.
    """

    day: date
    time: datetime | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    weighted: bool = False
    used: Sequence[str] = ()
    root: str = _ROOT

    def iri(self, kind: str, name: str) -> NamedNode:
        """Return the IRI of a thing of a kind."""
        return NamedNode(f"{self.root}id/{kind}/{name}")


def options_of(network: Network) -> str:
    """
    Return the options of the command line that make a network again.

    >>> import coordgraph as cg
    >>> store = cg.load()
    >>> options_of(cg.project(store, network="agreements", between="states"))
    '--network agreements --between states'
    """
    found = []
    default = Selection()
    for one in fields(Selection):
        value = getattr(network.selection, one.name)
        if value == getattr(default, one.name):
            continue
        name = f"--{_ONE_OF_MANY.get(one.name, one.name.replace('_', '-'))}"
        if value is True:
            found.append(name)
        else:
            values = value if isinstance(value, tuple) else (value,)
            found += [f"{name} {each}" for each in values]
    if network.weight != "count":
        found.append(f"--weight {network.weight}")
    return " ".join(found)


def observations(network: Network, table: pa.Table, measuring: Measuring) -> Iterator[Triple]:
    """
    Yield the statements that publish a table of measures.

    Parameters
    ----------
    network
        The projection.
    table
        What `centrality` makes of it.
    measuring
        When, of what and under which names.

    Raises
    ------
    UnpublishedMeasure
        If the ontology has no term for a measure.
    DataError
        If an actor has no IRI.
    """
    names = [name for name in table.column_names if name not in _DESCRIPTIONS]
    for name in names:
        if name not in PUBLISHED:
            raise UnpublishedMeasure(name, PUBLISHED)
    options = options_of(network)
    key = _slug(options)
    projection = measuring.iri("projection", key)
    yield from _projection(projection, network, options, measuring)
    whole = f"{key}-weighted" if measuring.weighted else key
    ones = [name for name in names if name not in _OF_TIED]
    others = [name for name in names if name in _OF_TIED]
    for suffix, chosen in (("", ones), ("-of-tied", others)):
        if chosen:
            cube = _Cube(f"{whole}{suffix}", table, chosen, measuring)
            yield from cube.triples(projection, options)


def _slug(options: str) -> str:
    """Return a name of a projection that says what it is, or a digest if it cannot."""
    if not options:
        return "all"
    if _PLAIN.fullmatch(options):
        return "-".join(re.findall(r"[a-z0-9]+", options))
    return sha1(options.encode(), usedforsecurity=False).hexdigest()[:16]


def _projection(
    iri: NamedNode, network: Network, options: str, measuring: Measuring
) -> Iterator[Triple]:
    yield Triple(iri, _TYPE, term("Projection"))
    yield Triple(iri, term("options"), Literal(options))
    for lang in LANGUAGES:
        yield Triple(iri, _TITLE, Literal(_title(measuring, options, lang), language=lang))
    chosen = network.selection.level
    for level in LEVELS:
        if chosen in {level, slug(level)}:
            yield Triple(iri, term("level"), NamedNode(level))


def _title(measuring: Measuring, options: str, lang: str) -> str:
    return measuring.titles.get(lang) or options or _ALL[lang]


_ALL = {"en": "All there is", "es": "Todo lo que hay", "pt": "Tudo o que há"}
_ACTORS = {
    "en": "Measures of actors",
    "es": "Medidas de los actores",
    "pt": "Medidas dos atores",
}
_TIED = {
    "en": "Measures of actors with ties",
    "es": "Medidas de los actores con vínculos",
    "pt": "Medidas dos atores com vínculos",
}


@dataclass(frozen=True, slots=True)
class _Cube:
    """A data set: some measures of the actors of whom all of these are defined."""

    name: str
    table: pa.Table
    measures: Sequence[str]
    measuring: Measuring

    @property
    def iri(self) -> NamedNode:
        return self.measuring.iri("measures", self.name)

    @property
    def _whose(self) -> Mapping[str, str]:
        return _TIED if set(self.measures) <= set(_OF_TIED) else _ACTORS

    def triples(self, projection: NamedNode, options: str) -> Iterator[Triple]:
        yield from self._described(projection, options)
        yield from self._structured()
        yield from self._made()
        for row in self.table.select(["actor", *self.measures]).to_pylist():
            if None not in row.values():
                yield from self._observed(row)

    def _described(self, projection: NamedNode, options: str) -> Iterator[Triple]:
        yield Triple(self.iri, _TYPE, _qb("DataSet"))
        yield Triple(self.iri, term("projection"), projection)
        day = self.measuring.day.isoformat()
        yield Triple(self.iri, _CREATED, _typed(day, "date"))
        if self.measuring.time is not None:
            time = self.measuring.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            yield Triple(self.iri, _prov("generatedAtTime"), _typed(time, "dateTime"))
        for lang in LANGUAGES:
            title = f"{self._whose[lang]}: {_title(self.measuring, options, lang)}"
            yield Triple(self.iri, _TITLE, Literal(title, language=lang))
        if self.measuring.weighted:
            yield Triple(self.iri, term("options"), Literal("--weighted"))
        for name in self.measures:
            bound = _told(self.table, name, "bound")
            if bound:
                yield Triple(self.iri, term("errorBound"), Literal(f"{name}: {bound}"))

    def _structured(self) -> Iterator[Triple]:
        """Yield the structure: two dimensions, one of them said once, and the measures."""
        terms = [PUBLISHED[name].value.rpartition("#")[2] for name in self.measures]
        called = _STRUCTURES.get(tuple(self.measures), "-".join(terms))
        structure = self.measuring.iri("structure", called)
        yield Triple(self.iri, _qb("structure"), structure)
        yield Triple(structure, _TYPE, _qb("DataStructureDefinition"))
        for lang in LANGUAGES:
            yield Triple(structure, _LABEL, Literal(self._whose[lang], language=lang))
        parts = [("dimension", "projection"), ("dimension", "observedActor")]
        parts += [("measure", name) for name in terms]
        for role, name in parts:
            component = self.measuring.iri("structure", f"{called}.{name}")
            yield Triple(structure, _qb("component"), component)
            yield Triple(component, _TYPE, _qb("ComponentSpecification"))
            yield Triple(component, _qb(role), term(name))
            if name == "projection":
                yield Triple(component, _qb("componentAttachment"), _qb("DataSet"))

    def _made(self) -> Iterator[Triple]:
        """Yield what made the numbers: one activity an engine, of this package."""
        own = self._software("coordgraph", __version__)
        yield from _agent(own, "coordgraph", __version__)
        engines: dict[str, list[str]] = {}
        for name in self.measures:
            engines.setdefault(_told(self.table, name, "engine"), []).append(name)
        for engine, names in sorted(engines.items()):
            activity = self.measuring.iri("measuring", f"{self.name}.{engine}")
            yield Triple(self.iri, _prov("wasGeneratedBy"), activity)
            yield Triple(activity, _TYPE, _prov("Activity"))
            number = version(engine)
            other = self._software(engine, number)
            yield from _agent(other, engine, number)
            for agent in (own, other):
                yield Triple(activity, _prov("wasAssociatedWith"), agent)
            for graph in self.measuring.used:
                yield Triple(activity, _prov("used"), NamedNode(graph))
            for name in names:
                yield Triple(activity, term("calculated"), PUBLISHED[name])

    def _software(self, name: str, number: str) -> NamedNode:
        return self.measuring.iri("software", f"{name}-{number}")

    def _observed(self, row: Mapping[str, Any]) -> Iterator[Triple]:
        actor = row["actor"]
        if actor.startswith("_:"):
            problem = _("An actor has no IRI, so that nothing can be published of it.")
            raise DataError(_("{problem} Give actors IRIs.").format(problem=problem))
        own = actor.startswith(f"{ID}actor/")
        digest = sha1(actor.encode(), usedforsecurity=False).hexdigest()[:16]
        iri = self.measuring.iri("observation", f"{self.name}.{slug(actor) if own else digest}")
        yield Triple(iri, _TYPE, _qb("Observation"))
        yield Triple(iri, _qb("dataSet"), self.iri)
        yield Triple(iri, term("observedActor"), NamedNode(actor))
        for name in self.measures:
            yield Triple(iri, PUBLISHED[name], _number(row[name]))


def _told(table: pa.Table, name: str, key: str) -> str:
    """Return what the metadata of a measure's column say."""
    metadata = table.schema.field(name).metadata or {}
    told: str = metadata.get(key.encode(), b"").decode()
    return told


def _agent(iri: NamedNode, name: str, number: str) -> Iterator[Triple]:
    yield Triple(iri, _TYPE, _prov("SoftwareAgent"))
    yield Triple(iri, _schema("name"), Literal(name))
    yield Triple(iri, _schema("softwareVersion"), Literal(number))


def _number(value: float) -> Literal:
    if isinstance(value, int):
        return _typed(str(value), "integer")
    return _typed(repr(float(f"{value:.{_DIGITS}g}")), "double")
