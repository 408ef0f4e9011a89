"""
Which engine measures what: one rule, by size, and what it chose is said.

NetworkX, the reference, measures networks of up to `LARGE` ties, igraph larger ones.  Where
to follow every path takes more than `PATHS` steps (actors times ties), betweenness, closeness
and harmonic are estimated from samples, each within a stated error.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from importlib.util import find_spec
from typing import Literal

from coordgraph.engines.base import Engine
from coordgraph.errors import CallError, MissingEngine
from coordgraph.ties import Floats, Ties

__all__ = ["LARGE", "PATHS", "Choice", "EngineName", "Measured", "measured"]

EngineName = Literal["auto", "networkx", "igraph", "networkit"]

LARGE = 2_000
"""How many ties NetworkX measures at most, if the choice is left to the rule."""

PATHS = 2_000_000_000
"""How many steps, actors times ties, are taken at most to follow every path, by the rule."""

ERRORS = {"betweenness": 0.005, "closeness": 0.05, "harmonic": 0.05}
"""The error of each measure that may be estimated, if no other is asked for."""

_CONFIDENCE = 0.9
_SAYS = {
    "betweenness": "each value within {error:g} of the exact one",
    "closeness": "each mean distance within {error:g} of the largest distance",
    "harmonic": "each value, divided by the number of others, within {error:g}",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What a user asks of the rule.

    Attributes
    ----------
    engine
        ``auto``, or an engine that is to measure whatever it has.
    approximate
        An error between 0 and 1, at which paths are sampled whatever the size; 0 to follow
        every path whatever the size; None for the rule.
    """

    engine: EngineName = "auto"
    approximate: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """
    Measures, and how they were come by.

    Attributes
    ----------
    values
        By name, one value an actor.
    engines
        By name, what measured it.
    bounds
        By name, how far a sampled measure may be off, in words.
    notes
        What a user should know, a sentence each.
    """

    values: dict[str, Floats] = field(default_factory=dict)
    engines: dict[str, str] = field(default_factory=dict)
    bounds: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def measured(
    ties: Ties, names: Sequence[str], *, weighted: bool = False, choice: Choice | None = None
) -> Measured:
    """
    Return measures by the engine that the rule or the user chooses.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    names
        Out of `MEASURES` and `ASKED_FOR` of `coordgraph.engines.base`.
    weighted
        Whether paths and Burt's measures use weights.
    choice
        What the user asks for; nothing, if not given.

    Raises
    ------
    MissingEngine
        If an engine is asked for, or needed for samples, that is not installed.
    CallError
        If samples are asked for that no engine can take.
    """
    chosen = choice or Choice()
    found = Measured()
    sampled = [name for name in names if _is_sampled(ties, name, chosen, weighted=weighted)]
    engine = _engine(_name(ties, chosen, found))
    exact = [name for name in names if name not in sampled]
    own = [name for name in exact if engine.offers(name, weighted=weighted)]
    others = [name for name in exact if name not in own]
    _take(found, engine, ties, own, weighted=weighted)
    if others:
        found.notes.append(f"{engine.NAME} lacks {', '.join(others)}: NetworkX measures it.")
        _take(found, _engine("networkx"), ties, others, weighted=weighted)
    _sample(found, ties, sampled, chosen.approximate)
    if found.engines.get("community") == "igraph":
        found.notes.append(
            "community is igraph's Louvain; NetworkX's may part actors otherwise."
        )
    return found


def _name(ties: Ties, choice: Choice, found: Measured) -> EngineName:
    """Return the engine that measures what is not sampled, and note why."""
    if choice.engine != "auto":
        return choice.engine
    if len(ties) <= LARGE:
        return "networkx"
    if find_spec("igraph") is None:
        found.notes.append(
            f"{len(ties):,} ties are slow in NetworkX: `pip install 'coordgraph[fast]'`."
        )
        return "networkx"
    found.notes.append(f"{len(ties):,} ties: measured by igraph (--engine).")
    return "igraph"


def _engine(name: EngineName) -> Engine:
    """Import an engine, which takes a while, when it is needed."""
    if name == "networkx":
        from coordgraph.engines import networkx

        return networkx
    if find_spec(name) is None:
        raise MissingEngine(name)
    if name == "igraph":
        from coordgraph.engines import igraph

        return igraph
    from coordgraph.engines import networkit

    return networkit


def _take(
    found: Measured, engine: Engine, ties: Ties, names: Sequence[str], *, weighted: bool
) -> None:
    found.values.update(engine.measured(ties, names, weighted=weighted))
    found.engines.update(dict.fromkeys(names, engine.NAME))


def _is_sampled(ties: Ties, name: str, choice: Choice, *, weighted: bool) -> bool:
    if name not in ERRORS or choice.approximate == 0 or not ties.actors:
        return False
    error = choice.approximate or ERRORS[name]
    if name != "betweenness" and _sample_size(len(ties.actors), error) >= len(ties.actors):
        return False
    if choice.approximate is not None:
        if weighted or choice.engine == "networkx":
            problem = "NetworkX takes no samples" if not weighted else "paths are by weight"
            raise CallError(
                _("{name} is not approximated: {problem}. Leave one option out.").format(
                    name=name, problem=problem
                )
            )
        return True
    if weighted or choice.engine != "auto" or len(ties.actors) * len(ties) <= PATHS:
        return False
    return find_spec(_SAMPLED_BY[name]) is not None


_SAMPLED_BY = {"betweenness": "networkit", "closeness": "igraph", "harmonic": "igraph"}


def _sample(
    found: Measured, ties: Ties, names: Sequence[str], approximate: float | None
) -> None:
    for name in names:
        if find_spec(_SAMPLED_BY[name]) is None:
            raise MissingEngine(_SAMPLED_BY[name])
        error = approximate or ERRORS[name]
        if name == "betweenness":
            from coordgraph.engines.networkit import sampled_betweenness

            found.values[name] = sampled_betweenness(ties, error, confidence=_CONFIDENCE)
        else:
            from coordgraph.engines.igraph import sampled_distances

            sample = _sample_size(len(ties.actors), error)
            found.values[name] = sampled_distances(ties, name, sample)
        _say_how(found, name, error)


def _say_how(found: Measured, name: str, error: float) -> None:
    bound = _SAYS[name].format(error=error)
    found.engines[name] = _SAMPLED_BY[name]
    found.bounds[name] = f"{bound}, with probability {_CONFIDENCE:g}"
    found.notes.append(
        f"{name} is estimated by {found.engines[name]}: {found.bounds[name]} (--approximate)."
    )


def _sample_size(actors: int, error: float) -> int:
    """
    Return how many sources keep every mean within an error, by Hoeffding's inequality [1]_.

    References
    ----------
    .. [1] W. Hoeffding (1963). Probability inequalities for sums of bounded random variables.
           *Journal of the American Statistical Association* 58, 13-30.
    """
    return math.ceil(math.log(2 * max(actors, 1) / (1 - _CONFIDENCE)) / (2 * error**2))
