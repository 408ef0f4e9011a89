"""
A network to be drawn, and filtered without asking again.

Who takes part in which mechanism, of which levels, practices, kinds and statuses, and at which
times, is all that `coordgraph.network.selection` looks at; whoever filters by it as that does
sees the ties that `coordgraph.network.projection.project` makes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.actors import Actor, actors, labels
from coordgraph.arrow import numbers, texts
from coordgraph.namespace import ID, slug
from coordgraph.network.incidence import Incidence
from coordgraph.network.picture.cap import MOST_ACTORS, MOST_TIES, most_connected
from coordgraph.network.picture.lives import Life, lives
from coordgraph.network.picture.places import places
from coordgraph.network.projection import Network, tie
from coordgraph.network.selection import Selection, select
from coordgraph.network.takings import Takings, read_takings
from coordgraph.store import Row, Store, text
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["Drawn", "Layout", "Line", "Picture", "laid_out", "picture"]

_COUNTRIES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?place ?code {
  { SELECT DISTINCT ?place { ?actor cg:country ?place } }
  OPTIONAL { ?place skos:notation ?code }
}"""


class Layout(NamedTuple):
    """
    Who is drawn, and where, whatever the language.

    Attributes
    ----------
    incidence, ties
        The network as a whole; ties have Newman's weights.
    kept
        The ties that are drawn.
    shown
        The actors that are drawn, by their places in the network, in order.
    stands
        A row of x and y for each of them.
    """

    incidence: Incidence
    ties: Ties
    kept: Ties
    shown: Ints
    stands: Floats


class Drawn(NamedTuple):
    """An actor, and where it stands."""

    actor: Actor
    x: float
    y: float


class Line(NamedTuple):
    """Two actors and the mechanisms that tie them at a level, by places; no level is None."""

    source: int
    target: int
    level: str | None
    mechanisms: Sequence[int]


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A network to be drawn and filtered.

    Attributes
    ----------
    actors, lines, mechanisms
        What is drawn, and through what it is tied.
    names
        Labels: of ``levels``, ``practices``, ``mechanism_kinds`` and ``statuses`` by IRI, of
        the ``kinds`` and ``countries`` of actors by what `Actor` calls them.
    all_actors, all_ties
        How many there are, shown or not.
    """

    actors: Sequence[Drawn]
    lines: Sequence[Line]
    mechanisms: Sequence[Life]
    names: Mapping[str, Mapping[str, str]]
    all_actors: int
    all_ties: int


def laid_out(
    store: Store,
    selection: Selection | None = None,
    *,
    most_actors: int = MOST_ACTORS,
    most_ties: int = MOST_TIES,
    takings: Takings | None = None,
) -> Layout:
    """
    Return where the most connected actors of a selection stand.

    Strong ties, by Newman's weight, are drawn shorter.

    Parameters
    ----------
    store
        Where to ask.
    selection
        What to look at; everything, if not given.
    most_actors, most_ties
        How much may be drawn.
    takings
        All rows of the store, dates included, where they were read before; asked for if not
        given.
    """
    incidence = select(store, selection or Selection(), takings=takings).incidence
    ties = tie(incidence, weight="newman")
    shown = most_connected(ties, actors=most_actors, most=most_ties)
    kept = ties.part(shown.ties)
    stands = np.round(places(_among(kept, shown.actors).merged()), 3)
    return Layout(incidence, ties, kept, shown.actors, stands)


def picture(
    store: Store,
    selection: Selection | None = None,
    *,
    lang: str = "en",
    takings: Takings | None = None,
    layout: Layout | None = None,
) -> Picture:
    """
    Return the network of a selection as a picture of its most connected actors.

    Parameters
    ----------
    store
        Where to ask.
    selection
        What to look at; everything, if not given.
    lang
        The language of the labels.
    takings
        All rows of the store, dates included, where they were read before; asked for if not
        given.
    layout
        Where the actors of the selection stand, where that is known.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = picture(cg.load(), Selection(practice="siaci"))
    >>> len(found.actors), len(found.lines), len(found.mechanisms)
    (6, 22, 8)
    """
    chosen = selection or Selection()
    if takings is None:
        takings = read_takings(store, dated=True)
    laid = layout or laid_out(store, chosen, takings=takings)
    incidence, ties, kept, shown, stands = laid
    known = actors(store, [incidence.actors[at] for at in shown], lang=lang)
    network = Network(incidence, kept, known, "newman", selection=chosen)
    mechanisms = lives(store, network, shown, lang=lang, takings=takings)
    return Picture(
        [
            Drawn(actor, x, y)
            for actor, (x, y) in zip(known.values(), stands.tolist(), strict=True)
        ],
        _lines(network, shown, mechanisms),
        mechanisms,
        _names(store, network, mechanisms, lang),
        len(ties.actors),
        len(ties),
    )


def _among(ties: Ties, shown: Ints) -> Ties:
    """Return ties of the actors that are shown as those of a network of its own."""
    return Ties(
        tuple(ties.actors[at] for at in shown),
        ties.levels,
        np.searchsorted(shown, ties.source),
        np.searchsorted(shown, ties.target),
        ties.level,
        ties.weight,
    )


def _lines(network: Network, shown: Ints, mechanisms: Sequence[Life]) -> list[Line]:
    ties = network.ties
    behind = network.behind(ties)
    known = texts(life.iri for life in mechanisms)
    at = numbers(pc.index_in(behind.values.cast(pa.string()), value_set=known)).tolist()
    ends = behind.offsets.to_pylist()
    source, target = (
        np.searchsorted(shown, side).tolist() for side in (ties.source, ties.target)
    )
    names = (*ties.levels, None)
    return [
        Line(source[row], target[row], names[level], at[ends[row] : ends[row + 1]])
        for row, level in enumerate(ties.level.tolist())
    ]


def _names(
    store: Store, network: Network, mechanisms: Sequence[Life], lang: str
) -> Mapping[str, Mapping[str, str]]:
    known = network.actors.values()
    concepts = {
        "levels": set(network.ties.levels),
        "practices": {iri for life in mechanisms for iri in life.practices},
        "mechanism_kinds": {iri for life in mechanisms for iri in life.kinds},
        "statuses": {iri for life in mechanisms for iri in life.statuses},
    }
    kinds = {actor.kind for actor in known} - {""}
    codes = {code for actor in known for code in actor.country.split()}
    of_code = {_code(row): text(row["place"]) for row in store.select(_COUNTRIES)}
    asked = {f"{ID}actor-kind/{kind}" for kind in kinds} | set(of_code.values())
    called = labels(store, sorted(asked.union(*concepts.values())), lang=lang)
    found = {
        name: {iri: called[iri] for iri in sorted(iris)} for name, iris in concepts.items()
    }
    found["levels"] = {iri: called[iri] for iri in network.ties.levels}
    found["kinds"] = {kind: called[f"{ID}actor-kind/{kind}"] for kind in sorted(kinds)}
    found["countries"] = {
        code: called[of_code[code]] if code in of_code else code for code in sorted(codes)
    }
    return found


def _code(row: Row) -> str:
    """Return by what `Actor` calls a country: its code, or else what its IRI ends in."""
    return text(row["code"]) if "code" in row else slug(text(row["place"])).upper()
