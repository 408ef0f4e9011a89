"""The table of ties goes into other programs without copying by hand."""

import networkx as nx
import numpy as np
import polars as pl
import pytest

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import tie
from coordgraph.ties import Ties

ROWS = {
    Taking("urn:a", "urn:m", LEVELS[0]),
    Taking("urn:b", "urn:m", LEVELS[0]),
    Taking("urn:a", "urn:n", ""),
    Taking("urn:b", "urn:n", ""),
    Taking("urn:c", "urn:n", ""),
    Taking("urn:d", "urn:o", ""),
}
EXPECTED = [
    ("urn:a", "urn:b", LEVELS[0], 1.0),
    ("urn:a", "urn:b", None, 1.0),
    ("urn:a", "urn:c", None, 1.0),
    ("urn:b", "urn:c", None, 1.0),
]
NAMES = ("source", "target", "level", "weight")


@pytest.fixture
def ties() -> Ties:
    return tie(Incidence.of(ROWS))


def test_arrow_holds_every_tie_and_each_name_once(ties: Ties) -> None:
    table = ties.to_arrow()
    assert [tuple(row[name] for name in NAMES) for row in table.to_pylist()] == EXPECTED
    assert table.column("source").chunk(0).dictionary.to_pylist() == list(ties.actors)


def test_pandas_takes_the_table(ties: Ties) -> None:
    frame = ties.to_arrow().to_pandas()
    assert frame["source"].tolist() == [row[0] for row in EXPECTED]
    assert frame["level"].isna().tolist() == [False, True, True, True]
    assert frame["weight"].sum() == 4


def test_polars_takes_the_table(ties: Ties) -> None:
    frame = pl.from_arrow(ties.to_arrow())
    assert isinstance(frame, pl.DataFrame)
    assert frame.cast(
        {"source": pl.String, "target": pl.String, "level": pl.String}
    ).rows() == (EXPECTED)


def test_networkx_takes_the_table(ties: Ties) -> None:
    frame = ties.to_arrow().to_pandas()
    graph = nx.from_pandas_edgelist(frame, edge_attr="weight", create_using=nx.MultiGraph)
    assert sorted((one, other) for one, other, _ in graph.edges) == [
        row[:2] for row in EXPECTED
    ]
    assert graph.size(weight="weight") == 4


def test_the_ties_of_an_actor_are_those_at_either_end(ties: Ties) -> None:
    found = ties.of("urn:b").to_arrow().to_pylist()
    assert [tuple(row.values()) for row in found] == [EXPECTED[0], EXPECTED[1], EXPECTED[3]]
    assert len(ties.of("urn:d")) == len(ties.of("urn:nobody")) == 0


def test_merged_ties_have_no_level(ties: Ties) -> None:
    merged = ties.merged()
    assert merged.weight.tolist() == [2, 1, 1]
    assert np.all(merged.level == -1)
    assert merged.to_arrow().column("level").null_count == 3


def test_merged_ties_keep_their_ends_and_add_their_weights() -> None:
    ends = np.array([0, 0, 2, 0]), np.array([1, 3, 3, 1])
    levels = np.array([0, 1, -1, -1])
    ties = Ties(tuple("abcd"), LEVELS, *ends, levels, np.array([0.5, 2.0, 3.0, 0.25]))
    merged = ties.merged()
    assert (merged.actors, merged.levels) == (ties.actors, ())
    assert (merged.source.tolist(), merged.target.tolist()) == ([0, 0, 2], [1, 3, 3])
    assert merged.weight.tolist() == [0.75, 2.0, 3.0]
    assert merged.source.dtype == merged.target.dtype == merged.level.dtype == np.int64


def test_nothing_merged_is_nothing() -> None:
    none = np.array([], dtype=np.int64)
    merged = Ties((), (), none, none, none, np.array([])).merged()
    assert (len(merged), merged.actors) == (0, ())
    assert merged.weight.dtype == np.float64
