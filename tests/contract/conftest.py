"""Servers that several contracts are held to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.ingest.dataset import load
from tests.servers import coordgraph_served, oxigraph_served, virtuoso_load, virtuoso_served


@pytest.fixture(scope="session")
def dataset_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped dataset, in a folder that a server may read."""
    path = tmp_path_factory.mktemp("virtuoso") / "dataset.nq"
    load().oxigraph.dump(path, RdfFormat.N_QUADS)
    return path


@pytest.fixture(scope="session")
def virtuoso(dataset_file: Path) -> Iterator[tuple[str, int]]:
    """The address and SQL port of a Virtuoso server with the shipped dataset."""
    with virtuoso_served(dataset_file.parent) as (address, sql):
        virtuoso_load(sql, dataset_file)
        yield f"{address}/sparql", sql


@pytest.fixture(scope="session")
def oxigraph(dataset_file: Path) -> Iterator[str]:
    """The address of an Oxigraph server with the shipped dataset."""
    with oxigraph_served(dataset_file.read_bytes()) as address:
        yield f"{address}/query"


@pytest.fixture(scope="session")
def own(dataset_file: Path) -> Iterator[str]:
    """The address of ``coordgraph serve`` with the shipped dataset."""
    with coordgraph_served("--data", str(dataset_file)) as address:
        yield f"{address}sparql"
