"""
Why a measure of an actor is what it is, down to the passages that it rests on.

A value rests on the ties of an actor, each tie on the mechanisms in which both take part, and
each mechanism on the passages that tell of it.  What each tie gives sums to the value; the
mechanisms of a tie share what it gives by how much each counts in its weight.  Measures that
rest on paths are told once more by whom the paths lead to, or which pairs they join.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from html import escape

import numpy as np
import pyarrow as pa
import rdflib

from coordgraph.actors import Actor, ahead, find_actor
from coordgraph.engines.choice import PATHS, Choice, measured
from coordgraph.engines.geodesics import check_pairs, reached
from coordgraph.errors import (
    AmbiguousActor,
    CallError,
    EmptyData,
    UnexplainedMeasure,
    UnknownActor,
)
from coordgraph.names import plain
from coordgraph.namespace import slug
from coordgraph.network.display import html_of_table
from coordgraph.network.explain.evidence import Mechanism, mechanisms
from coordgraph.network.explain.shares import EXPLAINED, Asked, Shares, shares
from coordgraph.network.explain.tabulation import (
    Meetings,
    by_contribution,
    meetings,
    parts_table,
    rows_table,
    ties_table,
)
from coordgraph.network.explain.wording import WORDS, Said, heading
from coordgraph.network.lifting import counted_as
from coordgraph.network.measures.by_name import BY_NAME
from coordgraph.network.projection import Network, project
from coordgraph.store import Store, as_store
from coordgraph.ties import Floats, Ties

__all__ = ["EXPLAINED", "Explanation", "explain"]


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """
    What a measure of an actor is made of.

    Attributes
    ----------
    actor
        Whose measure it is.
    measure
        Its name.
    value
        What it is; None where it is not defined.
    rank, among
        Which place this is among how many actors, 1 being the highest; None for communities,
        whose numbers are names, and where the value is not defined.
    base
        What no tie gives.
    ties
        One row a counterpart, ``counterpart, label, weight, value, counts, contribution``:
        the weight of the tie, the measure of the counterpart, whether the tie counts and what
        it gives (null where the measure is no sum); those that give most come first.
    rows
        One row a counterpart, level and mechanism, in the same order: ``counterpart, label,
        level, mechanism, title, kind, weight, contribution, passages, places``, the last two
        being lists of IRIs and of what people read.
    parts
        Actors (``actor, label, distance, contribution``) or pairs (``one, one_label, other,
        other_label, share, contribution``) of measures that rest on paths, those that give
        most first; None for others.
    mechanisms
        What is known of each mechanism, by IRI.
    lang
        The language of the labels.
    """

    actor: Actor
    measure: str
    value: float | None
    rank: int | None
    among: int
    base: float
    ties: pa.Table
    rows: pa.Table
    parts: pa.Table | None
    mechanisms: Mapping[str, Mechanism]
    lang: str = "en"

    def heading(self) -> list[str]:
        """Return, in words, the value, what it means, and what comes from no tie."""
        values = (self.measure, self.value, self.rank, self.among, self.base)
        return list(heading(Said(self.actor.label, *values), self.lang))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the value, its ties and mechanisms, its parts."""
        words = WORDS[self.lang]
        told = "".join(f"<p>{escape(line)}</p>" for line in self.heading())
        shown = told + html_of_table(self.rows, words["ties"])
        if self.parts is None:
            return shown
        title = words["pairs" if "one" in self.parts.column_names else "actors"]
        return shown + html_of_table(self.parts, title)


def explain(  # noqa: PLR0913 - what is wanted, each by name
    source: Network | Store | rdflib.Graph,
    actor: str,
    measure: str,
    *,
    store: Store | rdflib.Graph | None = None,
    weighted: bool = False,
    lang: str = "en",
    **choices: object,
) -> Explanation:
    """
    Return what a measure of an actor is made of.

    Parameters
    ----------
    source
        A network, or the store (or rdflib graph) to make one of.
    actor
        A slug, an IRI, an acronym or a label.
    measure
        A name out of `EXPLAINED`.
    store
        Where titles and passages are asked for, if a network is given; without one,
        mechanisms are known by their IRIs alone.
    weighted
        Whether paths and Burt's measures use weights, as for `centrality`.
    lang
        The language of labels: ``en``, ``es`` or ``pt``.
    choices
        What to look at, if a store is given: all that `project` takes.

    Raises
    ------
    UnexplainedMeasure
        If the measure is none that can be explained.
    UnknownActor, AmbiguousActor
        If no actor has the name, or several.
    EmptyData
        If the actor takes part in nothing that the selection looks at.
    TooLarge
        If pairs of actors are to be looked at, and there are too many.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = cg.explain(cg.load(), "afip", "strength", practice="digital-payroll")
    >>> found.value, found.ties.column("contribution").to_pylist()
    (6.0, [4.0, 2.0])
    """
    if measure not in EXPLAINED:
        raise UnexplainedMeasure(measure, EXPLAINED)
    network, known = _given(source, store, lang, choices)
    place = network.ties.actors.index(_found(network, known, actor, lang))
    ties = network.merged()
    values = _values(ties, measure, place, weighted=weighted)
    asked = Asked(ties, place, values, weighted)
    shared = shares(measure, asked)
    ahead(network.actors, _mentioned(ties, place, shared))
    order = by_contribution(shared)
    met = meetings(network, place, shared, order)
    told = _told(network, known, met, place, lang)
    return Explanation(
        network.actors[network.ties.actors[place]],
        measure,
        None if np.isnan(asked.value) else asked.value,
        _rank(measure, values, place),
        len(values),
        shared.base,
        ties_table(network, shared, values, order),
        rows_table(network, met, told, place),
        None if shared.parts is None else parts_table(network, shared.parts),
        told,
        lang,
    )


def _mentioned(ties: Ties, place: int, shared: Shares) -> list[str]:
    """Return the actors that an explanation calls by name."""
    parts = shared.parts
    paths = (
        [] if parts is None else [parts.one, *([] if parts.other is None else [parts.other])]
    )
    return [
        ties.actors[at]
        for at in np.unique(np.concatenate([[place], shared.counterpart, *paths]))
    ]


def _given(
    source: Network | Store | rdflib.Graph,
    store: Store | rdflib.Graph | None,
    lang: str,
    choices: Mapping[str, object],
) -> tuple[Network, Store | None]:
    """Return the network, and the store that knows more, if there is one."""
    if not isinstance(source, Network):
        known = as_store(source)
        return project(known, lang=lang, **choices), known  # type: ignore[arg-type]
    if choices:
        problem = _("A network is given: {names} cannot be chosen any more.").format(
            names=", ".join(choices)
        )
        raise CallError(_("{problem} Choose when it is projected.").format(problem=problem))
    return source, None if store is None else as_store(store)


def _found(network: Network, store: Store | None, name: str, lang: str) -> str:
    """Return the IRI of an actor of a network."""
    if name in network.actors:
        return name
    if store is None:
        return _called(network, name)
    iri = find_actor(store, name, lang=lang)
    iri = counted_as(store, network.selection.whole).get(iri, iri)
    if iri not in network.actors:
        problem = _(
            "{iri} takes part in no mechanism of this selection. Widen the selection."
        ).format(iri=iri)
        raise EmptyData(problem)
    return iri


def _called(network: Network, name: str) -> str:
    actors = network.actors.values()
    found = [one for one in actors if plain(name) in {plain(slug(one.iri)), plain(one.label)}]
    if not found:
        raise UnknownActor(name, {slug(one.iri) for one in actors})
    if len(found) > 1:
        raise AmbiguousActor(name, [(one.iri, one.label) for one in found])
    return found[0].iri


def _values(ties: Ties, measure: str, place: int, *, weighted: bool) -> Floats:
    """Return the measure of all actors; of one alone where all would take too many steps."""
    if measure == "betweenness":
        check_pairs(ties)
    if measure in _BY_DISTANCE and len(ties.actors) * len(ties) > PATHS:
        values = np.full(len(ties.actors), np.nan)
        values[place] = _BY_DISTANCE[measure](reached(ties, place, weighted=weighted).distance)
        return values
    if measure in BY_NAME:
        return BY_NAME[measure](ties, weighted=weighted)
    choice = Choice(approximate=0)
    return measured(ties, [measure], weighted=weighted, choice=choice).values[measure]


def _closeness(distance: Floats) -> float:
    there = np.isfinite(distance) & (distance > 0)
    number, total = np.count_nonzero(there), distance[there].sum()
    return float(number / (len(distance) - 1) * number / total) if number else 0.0


def _harmonic(distance: Floats) -> float:
    return float((1 / distance[distance > 0]).sum())


_BY_DISTANCE = {"closeness": _closeness, "harmonic": _harmonic}


def _rank(measure: str, values: Floats, place: int) -> int | None:
    own, others = values[place], np.delete(values, place)
    if measure == "community" or np.isnan(own) or (len(others) and np.all(np.isnan(others))):
        return None
    return int(np.count_nonzero(others > own)) + 1


def _told(
    network: Network, store: Store | None, met: Meetings, place: int, lang: str
) -> dict[str, Mechanism]:
    iris = sorted(set(met.mechanism))
    if store is None:
        return {iri: Mechanism(iri, slug(iri)) for iri in iris}
    actors = {network.ties.actors[other] for other in {place, *met.counterpart}}
    return mechanisms(store, iris, sorted(actors), lang=lang, whole=network.selection.whole)
