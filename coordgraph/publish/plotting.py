"""A picture of a network, for a notebook or a paper."""

from collections.abc import Mapping
from gettext import gettext as _

import numpy as np
from matplotlib.figure import Figure

from coordgraph.errors import TooLarge
from coordgraph.network.projection import Network
from coordgraph.publish.figures.network import network_figure

__all__ = ["MOST", "plot"]

MOST = 300
"""How many actors with ties are drawn at most: no eye tells more of them apart."""


def plot(
    network: Network,
    *,
    title: str = "",
    lang: str = "en",
    short: Mapping[str, str] | None = None,
) -> Figure:
    """
    Return the picture of a network, by matplotlib.

    Colours and styles of lines are levels, the size of a circle is the strength of an actor,
    and hollow circles are groups known only by kind.  ``figure.savefig("network.svg")`` keeps
    it; the same network is drawn the same way each time.

    Parameters
    ----------
    network
        What to draw; actors without a tie are left out and counted below.
    title
        In place of the title that says what is drawn.
    lang
        The language of title and legend: ``en``, ``es`` or ``pt``.
    short
        Labels to use in place of full ones, such as acronyms, by IRI.

    Raises
    ------
    TooLarge
        If more than `MOST` actors have ties.
    """
    ties = network.ties
    tied = len(np.unique(np.concatenate([ties.source, ties.target])))
    if tied > MOST:
        problem = _(
            "{tied:,} actors have ties, more than the {most} that a picture can show"
        ).format(tied=tied, most=MOST)
        remedy = _(
            "Narrow the selection, or open `coordgraph network --out FILE.gexf` in Gephi"
        )
        raise TooLarge(f"{problem}. {remedy}.")
    return network_figure(network, lang=lang, short=short, title=title)
