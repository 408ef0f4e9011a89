"""Where a job keeps what it is not to make twice: Parquet on storage that all workers share."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from uuid import uuid4

from pyarrow.dataset import dataset
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import CallError, ClusterError
from coordgraph.spark.session import is_local
from coordgraph.spark.writing import is_on_this_machine

__all__ = ["Work", "working"]

_MARK = "coordgraph-work-"


def _silent(name: str) -> None:
    """Say nothing of what is made."""
    del name


@dataclass(frozen=True, slots=True)
class Work:
    """
    A session, and a folder for what it makes on its way.

    Attributes
    ----------
    spark
        The session.
    folder
        A folder, by path or address, that the driver and all workers see.
    tell
        Told the name of what is about to be made.
    """

    spark: SparkSession
    folder: str
    tell: Callable[[str], None] = _silent

    def keep(self, frame: DataFrame, name: str, *, by: str | None = None) -> DataFrame:
        """
        Write rows, and return them read back: what follows does not make them again.

        Parameters
        ----------
        frame
            The rows.
        name
            What they are called in the folder; what has the same name stays beside it, as what
            is known of a file that was read is not asked for again.
        by
            A column whose values part them into folders, so that one is read without the rest.

        Raises
        ------
        ClusterError
            If other rows are read than were written.
        """
        self.tell(name)
        place = f"{self.folder}/{name}-{uuid4().hex}"
        written = _written(frame, place, by)
        back = self.spark.read.schema(frame.schema).parquet(place)
        found = back.count()
        if found != written:
            problem = _("{written:,} rows were written, and {found:,} are read back.").format(
                written=written, found=found
            )
            raise ClusterError(
                place, _("{problem} Do all workers share this folder?").format(problem=problem)
            )
        return back


def _written(frame: DataFrame, place: str, by: str | None) -> int:
    """Write rows as Parquet and return how many they were."""
    seen = Observation()
    try:
        _write(frame.observe(seen, F.count(F.lit(1)).alias("rows")), place, by)
        return int(seen.get["rows"])
    except PySparkException as error:
        if "collect metrics" not in str(error):  # Sail does not observe what it writes
            raise
    _write(frame, place, by)
    here = Path(place.removeprefix("file://"))
    if is_on_this_machine(place) and here.is_dir():
        return int(dataset(here, format="parquet").count_rows())
    return int(frame.count())


def _write(frame: DataFrame, place: str, by: str | None) -> None:
    writer = frame.write.mode("overwrite")
    (writer.partitionBy(by) if by else writer).parquet(place)


@contextmanager
def working(
    spark: SparkSession,
    master: str,
    folder: str | None = None,
    *,
    tell: Callable[[str], None] = _silent,
) -> Iterator[Work]:
    """
    Give a job a folder of its own, and empty it when the job is done or has failed.

    Parameters
    ----------
    spark
        The session.
    master
        Where it works.
    folder
        Where to make the folder, by path or address; a temporary folder of this machine if not
        given, which only serves where all is on this machine.
    tell
        Told the name of what is about to be made.

    Raises
    ------
    CallError
        If none is given to a cluster.
    """
    if folder is None:
        if not is_local(master):
            raise CallError(
                _(
                    "{master} works on several machines: name a folder that all of them share, "
                    "such as --work hdfs:///tmp or --work s3a://bucket/tmp."
                ).format(master=master)
            )
        with tempfile.TemporaryDirectory(prefix=_MARK) as own:
            yield Work(spark, own, tell)
        return
    own = f"{folder.rstrip('/')}/{_MARK}{uuid4().hex}"
    try:
        yield Work(spark, own, tell)
    finally:
        _clear(spark, own)


def _clear(spark: SparkSession, folder: str) -> None:
    """Remove a folder of this machine; empty one that only the cluster sees."""
    if is_on_this_machine(folder):
        shutil.rmtree(folder.removeprefix("file://"), ignore_errors=True)
        return
    nothing = spark.createDataFrame([], "nothing string")
    nothing.write.mode("overwrite").parquet(folder)
