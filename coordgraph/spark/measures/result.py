"""What an iterative measure comes to, and whether it came to an end."""

from typing import NamedTuple

from pyspark.sql import DataFrame

from coordgraph.errors import Unconverged

__all__ = ["Result", "settled"]


class Result(NamedTuple):
    """
    Values, and how they were come by.

    Attributes
    ----------
    values
        ``id`` and ``value``, a row an actor.
    converged
        Whether another round would change nothing, or less than is asked for.
    rounds
        How many rounds it took.
    """

    values: DataFrame
    converged: bool
    rounds: int


def settled(name: str, result: Result) -> DataFrame:
    """
    Return the values of a measure that came to an end.

    Raises
    ------
    Unconverged
        If it did not.
    """
    if not result.converged:
        raise Unconverged(name, result.rounds)
    return result.values
