"""What was written of who takes part in what is read as a store is."""

from pathlib import Path

import pytest
from pyarrow import parquet

from coordgraph.errors import ParseError, UnreadableFile
from coordgraph.network.dump.dumping import dump
from coordgraph.network.dump.reading import read_dump
from coordgraph.network.projection import graph_keys, project
from coordgraph.store import EmbeddedStore


@pytest.mark.parametrize(
    "choices", [{}, {"level": "policy"}, {"as_of": "1995", "undated": "drop"}, {"lift": True}]
)
def test_the_ties_are_those_of_the_store(
    dataset: EmbeddedStore, tmp_path: Path, choices: dict[str, object]
) -> None:
    dump(dataset, tmp_path / "a.parquet", source="here", part=300)
    takings = read_dump(tmp_path / "a.parquet")
    found = project(dataset, takings=takings, **choices)  # type: ignore[arg-type]
    meant = project(dataset, **choices)  # type: ignore[arg-type]
    assert graph_keys(found.ties) == graph_keys(meant.ties)
    assert found.ties.weight.tolist() == meant.ties.weight.tolist()
    assert (found.actors, found.undated) == (meant.actors, meant.undated)


def test_what_is_no_dump_is_told(dataset: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_dump(tmp_path / "none.parquet")
    (tmp_path / "text.parquet").write_text("text", encoding="utf-8")
    with pytest.raises(ParseError, match="Parquet"):
        read_dump(tmp_path / "text.parquet")
    dump(dataset, tmp_path / "a.parquet", source="here")
    table = parquet.read_table(tmp_path / "a.parquet").drop_columns(["end"])
    parquet.write_table(table, tmp_path / "b.parquet")
    with pytest.raises(ParseError, match="no column end"):
        read_dump(tmp_path / "b.parquet")
