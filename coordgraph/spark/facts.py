"""What is small of a large dump, such as which unit belongs to whom, in a store in memory."""

from collections.abc import Iterable, Mapping
from gettext import gettext as _

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.actors import Actor, actors, find_actor
from coordgraph.errors import TooLarge
from coordgraph.namespace import CG
from coordgraph.network.lifting import Whole, counted_as
from coordgraph.network.readings import asserted
from coordgraph.spark.read import KEPT, Statements
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["MOST_FACTS", "actor_named", "actors_of", "asserted_by", "classed", "wholes"]

MOST_FACTS = 5_000_000
"""How many statements are taken from the cluster to this machine at most."""

_PROPERTIES = {role: iri for iri, role in KEPT.roles.items()}
_CLAIMS = ("reading", "claimsPractice", "claimsLevel", "asserted", "exhaustive")
_NAMES = ("prefLabel", "altLabel", "hiddenLabel", "label", "nameOf", "literalForm")
_TOLD = ("prefLabel", "title", "label", "actorKind", "country", "sector", "type")


def _gathered(*frames: DataFrame, what: str) -> EmbeddedStore:
    """
    Return a store with some statements.

    Raises
    ------
    TooLarge
        If they are too many for it.
    """
    store = open_store()
    for frame in frames:
        rows = frame.select("role", "subject", "object", "language", "literal")
        found = rows.limit(MOST_FACTS + 1).toArrow()
        if found.num_rows > MOST_FACTS:
            raise TooLarge(
                _(
                    "More than {most:,} statements say {what}, which one machine looks at. "
                    "Leave out what asks for it, or select on smaller dumps."
                ).format(most=MOST_FACTS, what=what)
            )
        for batch in found.to_batches():
            store.oxigraph.extend(map(_quad, batch.to_pylist()))
    return store


def _quad(row: Mapping[str, str]) -> Quad:
    text = row["object"]
    thing = Literal(text, language=row["language"]) if row["literal"] else _node(text)
    return Quad(_node(row["subject"]), NamedNode(_PROPERTIES[row["role"]]), thing)


def _node(text: str) -> NamedNode | BlankNode:
    return BlankNode(text.removeprefix("_:")) if text.startswith("_:") else NamedNode(text)


def _of(said: Statements, *roles: str) -> DataFrame:
    return said.rows.where(F.col("role").isin(*roles))


def _classes_under(said: Statements, name: str) -> list[str]:
    """Return a class of the ontology and those under it."""
    found, ahead = set[str](), [CG + name]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += said.beneath.get(one, ())
    return sorted(found)


def classed(said: Statements, name: str) -> DataFrame:
    """Return the things of a class of the ontology, or of one under it: a column ``actor``."""
    classes = _classes_under(said, name)
    found = _of(said, "type").where(F.col("object").isin(*classes))
    return found.select(F.col("subject").alias("actor")).distinct()


def wholes(said: Statements, whole: Whole | None) -> Mapping[str, str]:
    """
    Return as whom actors count, as `coordgraph.network.lifting.counted_as` does.

    Raises
    ------
    HierarchyError
        If parts are part of each other in a circle.
    TooLarge
        If they are too many for this machine.
    """
    if whole is None:
        return {}
    types = _of(said, "type").where(F.col("object").isin(*_classes_under(said, "State")))
    states = types.select("subject").distinct()
    parts = _of(said, "isPartOf").join(states, "subject", "left_semi")
    frames = [_of(said, "subClassOf", "unitOf"), types, parts]
    if whole == "state":
        frames.append(_of(said, "country"))
    return counted_as(_gathered(*frames, what="who belongs to whom"), whole)


def asserted_by(said: Statements, reading: str) -> Mapping[str, set[str]]:
    """
    Return the practices that a reading says are coordinated at each level.

    Raises
    ------
    UnknownReading, EmptyData
        As `coordgraph.network.readings.asserted` does.
    """
    return asserted(_gathered(_of(said, *_CLAIMS), what="what readings claim"), reading)


def actors_of(said: Statements | None, iris: DataFrame, *, lang: str) -> dict[str, Actor]:
    """
    Return what is known of some actors, in order of IRI.

    Parameters
    ----------
    said
        What a dump says; nothing is known if there is none.
    iris
        A column ``actor``.
    lang
        The language of labels.
    """
    known = sorted(iris.distinct().toArrow().column("actor").to_pylist())
    if said is None:
        return actors(open_store(), known, lang=lang)
    among = iris.select(F.col("actor").alias("subject")).distinct()
    told = _of(said, *_TOLD).join(among, "subject", "left_semi")
    about = _gathered(told, _of(said, "subClassOf", "notation"), what="what actors are like")
    return actors(about, known, lang=lang)


def actor_named(said: Statements | None, taking: DataFrame, name: str, *, lang: str) -> str:
    """
    Return the actor that a slug, an IRI, an acronym or a label names.

    Parameters
    ----------
    said
        What a dump says of names; if there is none, an IRI or a slug is needed.
    taking
        Who takes part in something: a column ``actor``.
    name
        The name.
    lang
        The language in which several candidates are listed.

    Raises
    ------
    AmbiguousActor, UnknownActor
        As `coordgraph.actors.find_actor` does.
    """
    part = taking.select(
        F.lit("actor").alias("role"),
        F.lit("_:any").alias("subject"),
        F.col("actor").alias("object"),
        F.lit(None).cast("string").alias("language"),
        F.lit(col=False).alias("literal"),
    ).distinct()
    names: Iterable[DataFrame] = ()
    if said is not None:
        names = (_of(said, *_NAMES, "type", "subClassOf"),)
    return find_actor(_gathered(part, *names, what="what actors are called"), name, lang=lang)
