"""
How central each actor is, by the measures that studies of coordination use.

All are taken on the undirected projection, in which ties at several levels between two actors
are one, its weight their sum (or, for weights between 0 and 1, that of all levels together:
`Network.merged`).  Definitions are NetworkX's:

=============== ==============================================================================
degree          number of different counterparts
strength        sum of the weights of an actor's ties
betweenness     share of shortest paths that pass through the actor, of all pairs of others [1]_
closeness       reciprocal mean distance, scaled to the part that is reached [2]_
harmonic        sum of reciprocal distances, not normalised [3]_
eigenvector     by weights, of unit Euclidean norm [4]_
pagerank        by weights, damping 0.85, summing to 1 [5]_
constraint      how much an actor's counterparts are tied to each other [6]_
effective_size  counterparts less their mean number of ties to each other [6]_
core            the largest k such that the actor is in the k-core [7]_
community       by Louvain's method with a fixed seed; 1 is the largest [8]_
=============== ==============================================================================

These are taken only where they are asked for by name: ``articulation`` (1 if the network falls
apart without the actor, else 0), and those of `coordgraph.network.measures`, each of which has
its definition and source in a module of its name.

References
----------
.. [1] L. C. Freeman (1977). A set of measures of centrality based on betweenness. *Sociometry*
       40, 35-41.
.. [2] S. Wasserman and K. Faust (1994). *Social Network Analysis*, p. 201.
.. [3] P. Boldi and S. Vigna (2014). Axioms for centrality. *Internet Mathematics* 10, 222-262.
.. [4] P. Bonacich (1987). Power and centrality. *American Journal of Sociology* 92, 1170-1182.
.. [5] L. Page et al. (1999). *The PageRank citation ranking*. Stanford InfoLab.
.. [6] R. S. Burt (1992). *Structural Holes*.
.. [7] S. B. Seidman (1983). Network structure and minimum degree. *Social Networks* 5, 269-287.
.. [8] V. D. Blondel et al. (2008). Fast unfolding of communities in large networks. *J. Stat.
       Mech.* P10008.
"""

import math
from collections.abc import Callable, Sequence

import pyarrow as pa

from coordgraph.engines.base import ASKED_FOR, MEASURES
from coordgraph.engines.choice import Choice, EngineName, Measured, measured
from coordgraph.errors import UnknownMeasure
from coordgraph.network.measures.by_name import BY_NAME
from coordgraph.network.measures.coreness import correlation
from coordgraph.network.projection import Network
from coordgraph.network.tabulation import actor_table, number_table, with_names
from coordgraph.network.twomode import TWO_MODE, two_mode
from coordgraph.ties import Ties

__all__ = [
    "FURTHER",
    "MEASURES",
    "TWO_MODE",
    "centrality",
    "notes",
    "numbers",
    "two_mode_centrality",
]

FURTHER = (*BY_NAME, *ASKED_FOR)
"""The names of the measures that are taken only where they are asked for."""


def centrality(  # noqa: PLR0913 - how to measure, each by name
    network: Network,
    *,
    measures: Sequence[str] | None = None,
    weighted: bool = False,
    engine: EngineName = "auto",
    approximate: float | None = None,
    tick: Callable[[str], None] | None = None,
) -> pa.Table:
    """
    Return a table with one row an actor and one column a measure.

    Parameters
    ----------
    network
        A projection; actors without a tie have rows, too.
    measures
        Names out of `MEASURES` and `FURTHER`; all of `MEASURES` if not given.
    weighted
        Whether betweenness, closeness, harmonic (distance = 1/weight), constraint,
        effective size, efficiency, hierarchy, clustering, coreness and the current-flow
        measures (conductance = weight) use weights.
    engine
        What measures; by size, if not given (`coordgraph.engines.choice`).
    approximate
        An error within which betweenness, closeness and harmonic are estimated from samples;
        0 for exact values whatever the size; by size, if not given.
    tick
        Told the measures that are about to be taken.

    Returns
    -------
    pyarrow.Table
        Columns ``actor`` (IRI), ``label``, ``kind``, ``country``, the measures, and ``group``
        (whether the actor is known only by kind); by strength or the first measure given,
        highest first.  A measure that is not defined for an actor is null, such as constraint
        and effective size of one without ties.

        The metadata of a measure's column name its ``engine`` and, where it is estimated, its
        ``bound``; `notes` reads what a user should know of the whole.

    Raises
    ------
    UnknownMeasure
        If a name is none of a measure.
    MissingEngine
        If an engine is asked for that is not installed.
    CallError
        If samples are asked for that no engine takes.
    TooLarge
        If a measure is asked for that takes too long for so many actors.
    DataError
        If a measure that is looked for step by step does not settle.
    """
    table = numbers(
        network,
        measures=measures,
        weighted=weighted,
        choice=Choice(engine, approximate),
        tick=tick,
    )
    return with_names(table, network.actors)


def numbers(
    network: Network,
    *,
    measures: Sequence[str] | None = None,
    weighted: bool = False,
    choice: Choice | None = None,
    tick: Callable[[str], None] | None = None,
) -> pa.Table:
    """
    Return the table of `centrality` with IRIs in place of all else that is known of actors.

    For networks of which a part is shown: `coordgraph.network.tabulation.with_names` names it.

    Parameters
    ----------
    network, measures, weighted, tick
        As for `centrality`, and what is raised, too.
    choice
        By which engine, within which error; by size, if not given.
    """
    names = list(dict.fromkeys(measures or MEASURES))
    for name in names:
        if name not in MEASURES and name not in FURTHER:
            raise UnknownMeasure(name, (*MEASURES, *FURTHER))
    ties = network.merged()
    of_engines = [name for name in names if name not in BY_NAME]
    if tick is not None and of_engines:
        tick(", ".join(of_engines))
    found = measured(ties, of_engines, weighted=weighted, choice=choice)
    for name in (name for name in names if name in BY_NAME):
        if tick is not None:
            tick(name)
        _take(found, ties, name, weighted=weighted)
    values = {name: found.values[name] for name in names}
    return _explained(number_table(ties.actors, values), found)


def _take(found: Measured, ties: Ties, name: str, *, weighted: bool) -> None:
    """Add a measure that no engine takes to what was measured."""
    found.values[name] = BY_NAME[name](ties, weighted=weighted)
    found.engines[name] = "scipy"
    if name == "coreness":
        fit = correlation(ties, found.values["coreness"], weighted=weighted)
        told = "not defined" if math.isnan(fit) else f"{fit:.4f}"
        found.notes.append(
            f"coreness: the correlation with one core and a periphery is {told}."
        )


def two_mode_centrality(
    network: Network,
    *,
    measures: Sequence[str] | None = None,
    engine: EngineName = "auto",
    approximate: float | None = None,
) -> pa.Table:
    """
    Return a table as `centrality` does, of two-mode measures, for which no ties are needed.

    Parameters
    ----------
    network
        A projection, with ties or (``tied=False``) without.
    measures
        Names out of `TWO_MODE`; all of them if not given.
    engine, approximate
        As for `centrality`.

    Raises
    ------
    UnknownMeasure, MissingEngine, CallError
        As `centrality` does.
    """
    choice = Choice(engine, approximate)
    found = two_mode(network.incidence, measures=measures, choice=choice)
    return _explained(actor_table(network, found.values), found)


def notes(table: pa.Table) -> list[str]:
    """Return what a user of a table of measures should know, a sentence each."""
    told: str = (table.schema.metadata or {}).get(b"notes", b"").decode()
    return told.splitlines()


def _explained(table: pa.Table, found: Measured) -> pa.Table:
    """Return the table with metadata that say by what, and how exactly, it was measured."""
    fields = []
    for field in table.schema:
        name = field.name
        told = {"engine": found.engines.get(name, ""), "bound": found.bounds.get(name, "")}
        fields.append(field.with_metadata({key: value for key, value in told.items() if value}))
    return table.cast(pa.schema(fields, {"notes": "\n".join(found.notes)}))
