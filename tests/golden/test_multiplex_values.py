"""
Measures of layers give the values that others give.

Florentine families, marriage and business, as J. F. Padgett and C. K. Ansell (1993), Robust
action and the rise of the Medici, *American Journal of Sociology* 98, 1259-1319, record them
(20 and 15 ties of 15 families); values as multinet 2.2.1 for Python (uunet) gives them.
"""

from typing import NamedTuple

import pytest

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.multiplex import Multiplex
from coordgraph.network.projection import tie

MARRIAGE = [
    ("Medici", "Tornabuoni"), ("Bischeri", "Strozzi"), ("Pazzi", "Salviati"),
    ("Guadagni", "Lamberteschi"), ("Castellani", "Peruzzi"), ("Ridolfi", "Strozzi"),
    ("Guadagni", "Tornabuoni"), ("Medici", "Salviati"), ("Ridolfi", "Tornabuoni"),
    ("Medici", "Ridolfi"), ("Bischeri", "Guadagni"), ("Peruzzi", "Strozzi"),
    ("Bischeri", "Peruzzi"), ("Castellani", "Strozzi"), ("Barbadori", "Medici"),
    ("Barbadori", "Castellani"), ("Albizzi", "Medici"), ("Albizzi", "Guadagni"),
    ("Albizzi", "Ginori"), ("Acciaiuoli", "Medici"),
]  # fmt: skip
BUSINESS = [
    ("Barbadori", "Peruzzi"), ("Bischeri", "Peruzzi"), ("Lamberteschi", "Peruzzi"),
    ("Castellani", "Lamberteschi"), ("Medici", "Salviati"), ("Bischeri", "Lamberteschi"),
    ("Guadagni", "Lamberteschi"), ("Ginori", "Medici"), ("Bischeri", "Guadagni"),
    ("Castellani", "Peruzzi"), ("Medici", "Tornabuoni"), ("Medici", "Pazzi"),
    ("Barbadori", "Medici"), ("Barbadori", "Ginori"), ("Barbadori", "Castellani"),
]  # fmt: skip


@pytest.fixture(scope="module")
def families() -> Multiplex:
    """Return marriage as the first layer, business as the second."""
    rows = {
        Taking(family, f"{level}{place}", level)
        for level, edges in zip(LEVELS[:2], (MARRIAGE, BUSINESS), strict=True)
        for place, edge in enumerate(edges)
        for family in edge
    }
    return Multiplex.of(tie(Incidence.of(rows)))


class Known(NamedTuple):
    """What is known of a family: by layer, except for the number of its counterparts."""

    family: str
    degree: list[int]
    exclusive: list[int]
    neighbours: int
    relevance: list[float]


@pytest.mark.parametrize(
    "known",
    [
        Known("Medici", [6, 5], [3, 2], 8, [0.75, 0.625]),
        Known("Peruzzi", [3, 4], [1, 2], 5, [0.6, 0.8]),
        Known("Lamberteschi", [1, 4], [0, 3], 4, [0.25, 1]),
        Known("Ginori", [1, 2], [1, 2], 3, [1 / 3, 2 / 3]),
        Known("Strozzi", [4, 0], [4, 0], 4, [1, 0]),
        Known("Salviati", [2, 1], [1, 0], 2, [1, 0.5]),
    ],
    ids=lambda known: known.family,
)
def test_a_family_has_counterparts_in_marriage_and_business(
    families: Multiplex, known: Known
) -> None:
    place = families.ties.actors.index(known.family)
    assert families.degree[:, place].tolist() == known.degree
    assert families.exclusive[:, place].tolist() == known.exclusive
    assert families.neighbours[place] == known.neighbours
    assert families.relevance[:, place] == pytest.approx(known.relevance)
    alone = [count / known.neighbours for count in known.exclusive]
    assert families.exclusive_relevance[:, place] == pytest.approx(alone)


def test_marriage_and_business_have_eight_ties_in_common(families: Multiplex) -> None:
    (pair,) = families.pairs()
    assert (pair.actors, pair.ties) == (11, 8)
    assert pair.jaccard_actors == pytest.approx(11 / 15)
    assert pair.jaccard_ties == pytest.approx(8 / 27)
    assert (pair.overlap, pair.overlap_other) == pytest.approx((0.4, 8 / 15))
    assert pair.degree_correlation == pytest.approx(0.41766083)
