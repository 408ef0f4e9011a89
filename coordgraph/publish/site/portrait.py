"""All that the page of one thing shows, in no language yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, Quad

from coordgraph.namespace import CG, LEVELS, PREFIXES
from coordgraph.publish.site.citations import Citation, citations
from coordgraph.publish.site.disputes import Dispute, Reading, disputes, readings
from coordgraph.publish.site.drawing import (
    Drawing,
    chosen_counterparts,
    draw_ego,
    draw_ring,
    draw_star,
)
from coordgraph.publish.site.facts import Fact, facts
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.life import Moment, life
from coordgraph.publish.site.mentions import Mention, mentions
from coordgraph.publish.site.neighbours import SharedTie
from coordgraph.publish.site.tables import Row, Table, compact, tables
from coordgraph.publish.site.timeline import Timeline, timeline
from coordgraph.store import Term, text
from coordgraph.store.nodes import node_of

__all__ = ["Portrait", "portrait"]


@dataclass(frozen=True, slots=True)
class Portrait:
    """
    What a page shows of a thing.

    Attributes
    ----------
    iri
        The thing.
    facts
        What is stated of it, by property.
    drawing
        The network around it, or None.
    ties
        Who is tied to whom, as a table; without rows if nobody is.
    tables
        What says something about it.
    timeline, moments
        The drawing of its dates, or None, and the table of them.
    readings, disputes
        Claims on its levels, and discrepancies.
    mentions
        What else points to it.
    evidence
        Where it is written.
    """

    iri: str
    facts: Mapping[str, tuple[Fact, ...]]
    drawing: Drawing | None
    ties: Table
    tables: tuple[Table, ...]
    timeline: Timeline | None
    moments: Table
    readings: tuple[Reading, ...]
    disputes: tuple[Dispute, ...]
    mentions: tuple[Mention, ...]
    evidence: tuple[Citation, ...]


def portrait(knowledge: Knowledge, iri: str, statements: Sequence[Quad]) -> Portrait:
    """Return what the page of a thing shows, from what is said of it and around it."""
    stated = facts(knowledge, iri, statements)
    moments = life(knowledge, iri, stated)
    drawing, ties = _network(knowledge, iri)
    return Portrait(
        iri,
        stated,
        drawing,
        ties,
        tuple(tables(knowledge, iri)),
        timeline(moments),
        _life_table(moments),
        readings(knowledge, iri),
        disputes(knowledge, iri),
        mentions(knowledge, iri),
        citations(knowledge, iri),
    )


def _network(knowledge: Knowledge, iri: str) -> tuple[Drawing | None, Table]:
    if ties := knowledge.neighbours.ties(iri):
        met = knowledge.neighbours.met(chosen_counterparts(ties))
        return draw_ego(iri, ties, met), _ties_table(ties, both=False)
    if knowledge.is_a(iri, "Mechanism", "Agreement"):
        return _star(knowledge, iri), _ties_table((), both=False)
    inside = knowledge.subjects(iri, CG + "inPractice")
    if ties := knowledge.neighbours.among(sorted({text(term) for term in inside})):
        return draw_ring(iri, ties), _ties_table(ties, both=True)
    return None, _ties_table((), both=False)


def _star(knowledge: Knowledge, iri: str) -> Drawing | None:
    actors = {
        text(actor)
        for node in knowledge.objects(iri, CG + "participation")
        for actor in knowledge.objects(text(node), CG + "actor")
    }
    stated = knowledge.values(iri, CG + "level")
    levels = [level for level in LEVELS if level in stated]
    levels += [level for level in stated if level not in LEVELS]
    return draw_star(iri, sorted(actors), levels) if actors else None


def _ties_table(ties: Iterable[SharedTie], *, both: bool) -> Table:
    who = "word:actors" if both else "word:counterpart"
    heads = (who, "word:level", "word:mechanisms_shared", "word:through")
    rows = []
    for tie in ties:
        ends = (tie.source, tie.target) if both else (tie.target,)
        rows.append(
            Row(
                "",
                (
                    _nodes(ends),
                    _nodes((tie.level,)) if tie.level else (),
                    (Literal(len(tie.mechanisms)),),
                    _nodes(tie.mechanisms),
                ),
                (),
            )
        )
    return Table("ties_within" if both else "ties", heads, tuple(rows))


def _nodes(names: Iterable[str]) -> tuple[Term, ...]:
    found = map(node_of, names)
    return tuple(node for node in found if node is not None)


def _life_table(moments: Sequence[Moment]) -> Table:
    heads = ("word:date", "word:what", "word:which", PREFIXES["rdfs"] + "comment")
    rows = [
        Row(
            "",
            (_when(moment), (moment.what,), moment.about, moment.remarks),
            moment.evidence,
            asserted=moment.asserted,
        )
        for moment in moments
    ]
    return compact(Table("timeline", heads, tuple(rows)))


def _when(moment: Moment) -> tuple[Term, ...]:
    return () if moment.date is None else (moment.date,)
