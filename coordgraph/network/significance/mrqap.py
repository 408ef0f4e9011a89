"""
What a network owes to others of the same actors, each beside the rest.

What stands between two actors in one network is regressed on what stands between them in
others, by least squares with an intercept.  Whether a network counts is tested by double
semi-partialing [1]_: it is regressed on the others, the actors of what is left change places,
and the t statistic of the outcome on this, with the others, is compared with that of the data.
The test holds where networks are alike and where actors of many ties abound.

References
----------
.. [1] D. Dekker, D. Krackhardt and T. A. B. Snijders (2007). Sensitivity of MRQAP tests to
       collinearity and autocorrelation conditions. *Psychometrika* 72, 563-581.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError, TooLarge
from coordgraph.network.directed import Projected
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.dyads import Dyads, dyads_of, dyads_of_network
from coordgraph.network.significance.outcome import Outcome, outcome, outcomes_table
from coordgraph.network.significance.qap import DRAWS, Among, among_actors
from coordgraph.network.significance.size import hold_arrangements
from coordgraph.ties import Floats, Ints

__all__ = ["Regression", "mrqap", "mrqap_of", "same_part"]

_NAMES = {"observed": "t"}
_MOST_ACTORS = 3_000
_NOTHING_LEFT = 1e-9


class Regression(NamedTuple):
    """
    How an outcome depends on networks.

    Attributes
    ----------
    coefficients
        The intercept, then one a network.
    terms
        The t statistic of each network, and where it stands among those drawn.
    explained
        The share of the variance that the networks explain (R squared).
    """

    coefficients: Floats
    terms: tuple[Outcome, ...]
    explained: float


def same_part(parts: Sequence[str]) -> Floats:
    """
    Return a matrix of who belongs to the same part: 1, else 0; of unknown parts 0.

    >>> same_part(["ARG", "ARG", ""]).astype(int).tolist()
    [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    """
    named = np.array(parts, dtype=object)
    same = (named[:, np.newaxis] == named) & (named != "")
    found: Floats = same.astype(np.float64)
    np.fill_diagonal(found, 0.0)
    return found


def mrqap(  # noqa: PLR0913 - what is wanted, each by name
    network: Projected,
    others: Mapping[str, Projected | Mapping[str, str]],
    *,
    actors: Among = "either",
    weighted: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return what a network owes to others, each beside the rest.

    Parameters
    ----------
    network
        The outcome: a projection, or who acts towards whom.
    others
        What may explain it, by name: projections, or parts of actors by IRI, of which counts
        whether two actors belong to the same.
    actors
        ``either``: those of one network at least; ``both``: only those of all networks.
    weighted
        Whether weights count, or only whether there is a tie.
    draws, seed, tick
        As for `coordgraph.network.significance.qap.qap`.

    Returns
    -------
    pyarrow.Table
        A row a term, the intercept first: ``term, coefficient``; of each network its statistic
        ``t`` and what the draws say of it, ``expected, sd, p_low, p_high, p_both, draws``;
        ``actors`` and ``r_squared`` of the whole.

    Raises
    ------
    TooSmall
        If there are too few actors or ties.
    TooLarge
        If there are more than 3,000 actors, as the time grows with the pairs.
    CallError
        If the others say the same as each other.
    """
    networks = [other for other in others.values() if not isinstance(other, Mapping)]
    among = among_actors([network, *networks], actors)
    _hold_size(len(among))
    outcome_dyads = dyads_of_network(network, among, weighted=weighted)
    explaining = {
        name: dyads_of(
            same_part([other.get(actor, "") for actor in among]),
            directed=outcome_dyads.directed,
        )
        if isinstance(other, Mapping)
        else dyads_of_network(other, among, weighted=weighted)
        for name, other in others.items()
    }
    found = mrqap_of(outcome_dyads, explaining, draws=draws, seed=seed, tick=tick)
    return _table(found, actors=len(among))


def mrqap_of(
    network: Dyads,
    others: Mapping[str, Dyads],
    *,
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> Regression:
    """
    Return what `mrqap` says, of pairs of actors with or without directions.

    Raises
    ------
    TooSmall, TooLarge, CallError
        As `mrqap` does.
    """
    _hold_size(network.size)
    hold_arrangements(network)
    _hold_same(network, others)
    place = _places(network.size, directed=network.directed)
    response = _column(network, place)
    columns = {name: _column(other, place) for name, other in others.items()}
    terms = []
    for number, name in enumerate(columns):
        rest = [column for other, column in columns.items() if other != name]
        basis = np.linalg.qr(np.column_stack([np.ones(len(response)), *rest]))[0]
        left = _without(columns[name], basis)
        if left @ left <= _NOTHING_LEFT * (columns[name] @ columns[name]):
            raise CallError(
                _("{name!r} says nothing beside the others: leave it out.").format(name=name)
            )
        task = partial(
            _drawn_t, left=_square(left, place, network), basis=basis, response=response,
            place=place,
        )  # fmt: skip
        found = drawn(task, draws, seed=seed, tick=_later(tick, number * draws))
        terms.append(outcome(name, _t(left, basis, response), np.array(found)))
    return _fitted(response, columns, tuple(terms))


def _later(tick: Tick | None, before: int) -> Tick | None:
    return None if tick is None else lambda done: tick(before + done)


def _hold_size(actors: int) -> None:
    if actors > _MOST_ACTORS:
        raise TooLarge(
            _(
                "{actors:,} actors make {actors_2:,} pairs, and a regression on pairs takes "
                "{most_actors:,} actors at most. Select fewer."
            ).format(
                actors=actors, actors_2=actors * (actors - 1) // 2, most_actors=_MOST_ACTORS
            )
        )


def _hold_same(network: Dyads, others: Mapping[str, Dyads]) -> None:
    if not others:
        raise CallError(_("Name one network at least that may explain the other."))
    for name, other in others.items():
        if (other.size, other.directed) != (network.size, network.directed):
            raise CallError(
                _("{name!r} is not of the same actors, or not of the same kind.").format(
                    name=name
                )
            )


def _places(size: int, *, directed: bool) -> tuple[Ints, Ints]:
    """Return the two actors of each pair."""
    one, other = np.nonzero(~np.eye(size, dtype=np.bool_))
    wanted = slice(None) if directed else one < other
    return one[wanted], other[wanted]


def _column(dyads: Dyads, place: tuple[Ints, Ints]) -> Floats:
    found: Floats = dyads.matrix().toarray()[place]
    return found


def _square(column: Floats, place: tuple[Ints, Ints], like: Dyads) -> Floats:
    found = np.zeros((like.size, like.size))
    found[place] = column
    return found if like.directed else found + found.T


def _without(column: Floats, basis: Floats) -> Floats:
    """Return what is left of a column beside others, given as an orthonormal basis."""
    return column - basis @ (basis.T @ column)


def _t(column: Floats, basis: Floats, response: Floats) -> float:
    """Return the t statistic of a column in a regression of a response on it and the rest."""
    own, rest = _without(column, basis), _without(response, basis)
    free = len(response) - basis.shape[1] - 1
    size = own @ own
    slope = own @ rest / size
    unexplained = max(float(rest @ rest - slope**2 * size), 0.0)
    with np.errstate(divide="ignore"):
        return float(slope / np.sqrt(unexplained / free / size))


def _drawn_t(
    numbers: np.random.Generator,
    *,
    left: Floats,
    basis: Floats,
    response: Floats,
    place: tuple[Ints, Ints],
) -> float:
    order = numbers.permutation(len(left))
    return _t(left[order[place[0]], order[place[1]]], basis, response)


def _fitted(
    response: Floats, columns: Mapping[str, Floats], terms: tuple[Outcome, ...]
) -> Regression:
    design = np.column_stack([np.ones(len(response)), *columns.values()])
    coefficients = np.linalg.lstsq(design, response, rcond=None)[0].astype(np.float64)
    left = response - design @ coefficients
    around = response - response.mean()
    return Regression(coefficients, terms, 1 - float(left @ left / (around @ around)))


def _table(found: Regression, *, actors: int) -> pa.Table:
    tested = outcomes_table(found.terms, name="term")
    rows = len(found.coefficients)
    columns = {
        "term": texts(["intercept", *(term.name for term in found.terms)]),
        "coefficient": floats(found.coefficients),
    }
    for name in tested.column_names[1:]:
        columns[_NAMES.get(name, name)] = pa.array([None, *tested.column(name).to_pylist()])
    columns["actors"] = integers(np.full(rows, actors))
    columns["r_squared"] = floats(np.full(rows, found.explained))
    return pa.table(columns)
