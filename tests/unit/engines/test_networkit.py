"""NetworKit is broken off by Ctrl-C as all else is."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.engines import networkit
from coordgraph.engines import networkx as reference
from coordgraph.ties import NO_LEVEL, Ties
from tests.unit.engines.interrupting import ends_in_words
from tests.unit.network.measures.graphs import nothing, ties_of

TIES = Ties(
    ("urn:a", "urn:b"), (), np.array([0]), np.array([1]), np.array([NO_LEVEL]), np.ones(1)
)


@pytest.mark.parametrize(
    ("words", "raised"),
    [("Received CTRL+C/SIGINT", KeyboardInterrupt), ("no memory", RuntimeError)],
)
def test_what_it_says_of_an_interruption_is_one(
    words: str, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(graph: object) -> None:
        del graph
        raise RuntimeError(words)

    monkeypatch.setattr(networkit, "_MEASURES", {"core": broken})
    with pytest.raises(raised):
        networkit.measured(TIES, ["core"], weighted=False)


@pytest.mark.faults
def test_it_ends_in_words_when_it_is_told_to() -> None:
    ends_in_words(
        "from coordgraph.engines.networkit import measured",
        'measured(ties, ["betweenness"], weighted=False)',
        actors=20_000,
        drawn=200_000,
    )


@pytest.mark.parametrize("name", ["betweenness", "closeness", "harmonic", "core"])
def test_measures_are_networkxs(name: str) -> None:
    ties = ties_of(nx.karate_club_graph())
    (found,) = networkit.measured(ties, [name], weighted=False).values()
    (expected,) = reference.measured(ties, [name], weighted=False).values()
    np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_nobody_has_no_values_and_who_is_alone_is_between_nobody() -> None:
    assert networkit.measured(nothing(0), ["core"], weighted=False)["core"].tolist() == []
    assert networkit.sampled_betweenness(nothing(3), 0.1, confidence=0.9).tolist() == [0] * 3
