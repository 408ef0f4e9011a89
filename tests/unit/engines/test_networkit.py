"""NetworKit is broken off by Ctrl-C as all else is."""

import numpy as np
import pytest

from coordgraph.engines import networkit
from coordgraph.ties import NO_LEVEL, Ties
from tests.unit.engines.interrupting import ends_in_words

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
