"""How often two actors meet by chance is computed as if all tables were counted."""

from itertools import product

import numpy as np
import pytest

from coordgraph.network.backbone.margins import margins
from coordgraph.network.backbone.meetings import _distribution, chances

BY_ACTOR, BY_MECHANISM = np.array([4, 2, 1, 1]), np.array([3, 2, 1, 1, 1])


@pytest.mark.parametrize("met", [0, 1, 2, 3, 5])
def test_probabilities_are_those_of_all_outcomes(met: int) -> None:
    likely = margins(BY_ACTOR, BY_MECHANISM)
    places = np.searchsorted(likely.columns, BY_MECHANISM)
    both = likely.chance[likely.row[0], places] * likely.chance[likely.row[1], places]
    more = 0.0
    for outcome in product((0, 1), repeat=len(both)):
        share = np.prod(np.where(outcome, both, 1 - both))
        more += share * (sum(outcome) >= met)
    found = chances(likely, np.array([0]), np.array([1]), np.array([met]))
    assert found.expected[0] == pytest.approx(both.sum())
    assert found.more[0] == pytest.approx(more)


def test_mechanisms_in_which_two_never_meet_change_nothing() -> None:
    met = _distribution(np.array([0.5]), np.array([2]))
    assert met.tolist() == pytest.approx([0.25, 0.5, 0.25])
    assert _distribution(np.array([0, 0.5]), np.array([7, 2])).tolist() == met.tolist()
