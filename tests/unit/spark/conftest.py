"""One session for all tests, and the shipped dataset as a dump."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat
from pyspark.sql import DataFrame, SparkSession

from coordgraph.spark.read import INCIDENCE, Statements, incidence, statements
from coordgraph.spark.session import session
from coordgraph.spark.work import Work, working
from coordgraph.store import EmbeddedStore
from tests.unit.spark.place import MASTER, QUICK


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    with session(MASTER, QUICK) as found:
        yield found


@pytest.fixture(scope="session")
def work(spark: SparkSession) -> Iterator[Work]:
    with working(spark, MASTER) as found:
        yield found


@pytest.fixture(scope="session")
def dump(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shipped dataset as N-Quads."""
    path = tmp_path_factory.mktemp("dump") / "dataset.nq"
    with path.open("wb") as file:
        dataset.oxigraph.dump(file, format=RdfFormat.N_QUADS)
    return path


@pytest.fixture(scope="session")
def said(work: Work, dump: Path) -> Statements:
    return statements(work, [str(dump)])


@pytest.fixture(scope="session")
def taken(work: Work, said: Statements) -> DataFrame:
    return work.keep(incidence(said), "taken")


Rows = list[tuple[str, str, str | None]]


def taking(spark: SparkSession, rows: Rows) -> DataFrame:
    """Return an incidence without dates."""
    return spark.createDataFrame([(*row, None, None) for row in rows], INCIDENCE)
