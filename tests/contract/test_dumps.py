"""Servers of others are asked for who takes part in what, and what comes is all of it."""

from pathlib import Path

import pytest
from pyarrow import parquet

from coordgraph.errors import DataError, EndpointError
from coordgraph.ingest.dataset import load
from coordgraph.network.dump.asking import QUESTION, count
from coordgraph.network.dump.dumping import dump
from coordgraph.store import RemoteStore
from tests.servers import virtuoso_load, virtuoso_served

PART = 200


class Broken(Exception):
    """Who asks is interrupted."""


@pytest.fixture(params=["oxigraph", pytest.param("virtuoso", marks=pytest.mark.virtuoso)])
def server(request: pytest.FixtureRequest) -> RemoteStore:
    found = request.getfixturevalue(request.param)
    return RemoteStore(found if isinstance(found, str) else found[0])


def rows(path: Path) -> list[str]:
    return sorted(map(str, parquet.read_table(path).to_pylist()))


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return sorted(map(str, load().columns(QUESTION).to_pylist()))


def test_a_dump_that_was_broken_off_goes_on_and_is_whole(
    server: RemoteStore, expected: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.parquet"

    def until_half(done: int, total: int) -> None:
        if 2 * done > total:
            raise Broken

    with pytest.raises(Broken):
        dump(server, out, source="server", part=PART, tick=until_half)
    assert not out.exists()
    done = dump(server, out, source="server", part=PART)
    assert 0 < done.kept < done.parts
    assert done.rows == count(server) == len(expected)
    assert rows(out) == expected


@pytest.mark.virtuoso
def test_a_server_that_cuts_its_answers_is_asked_for_less(
    dataset_file: Path, expected: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "dataset.nq"
    file.write_bytes(dataset_file.read_bytes())
    out = tmp_path / "a.parquet"
    with virtuoso_served(tmp_path, most_rows=500) as (address, sql):
        virtuoso_load(sql, file)
        server = RemoteStore(f"{address}/sparql")
        with pytest.raises((EndpointError, DataError), match="500"):
            dump(server, out, source="server", part=1_000_000)
        assert not out.exists()
        assert dump(server, out, source="server", part=PART).rows == len(expected)
    assert rows(out) == expected
