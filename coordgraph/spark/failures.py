"""What a cluster says of what went wrong, as one sentence and not as a stack of Java."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from pyspark.errors import PySparkException

from coordgraph.errors import ClusterError, CoordgraphError, UnreadableFile

__all__ = ["plainly", "told"]

_MEMORY = re.compile(
    r"OutOfMemoryError|heap space|GC overhead|System memory|Executor memory|"
    r"exceeding.*memory limits|initial heap size|Could not reserve|error='Not enough space'",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(r"PATH_NOT_FOUND\] Path does not exist: (\S+?)\.?(\s|$)")
_NOISE = ("at ", "...", "Traceback", "File ", "JVM stacktrace", "SQLSTATE", "== ")
_LONGEST = 300


@contextmanager
def plainly(master: str, *, log: Path | None = None) -> Iterator[None]:
    """
    Turn errors of Spark into errors of this package.

    Parameters
    ----------
    master
        The cluster that is asked.
    log
        Where Java writes its errors to.

    Raises
    ------
    UnreadableFile
        If a file or folder is not there.
    ClusterError
        If anything else went wrong.
    """
    try:
        yield
    except CoordgraphError:
        raise
    except Exception as error:
        if not _is_of_spark(error):
            raise
        raise _translated(master, error, log) from None


def _is_of_spark(error: Exception) -> bool:
    """Say whether it comes from Spark, or from what carries calls to it."""
    module = type(error).__module__.partition(".")[0]
    broken = isinstance(error, ConnectionError) and not isinstance(error, BrokenPipeError)
    return broken or isinstance(error, PySparkException) or module in {"py4j", "grpc"}


def _translated(master: str, error: Exception, log: Path | None) -> CoordgraphError:
    text = str(error)
    missing = _NOT_THERE.search(text)
    if missing:
        return UnreadableFile(missing.group(1), _("there is no such file on the cluster."))
    logged = log.read_text(errors="replace") if log is not None and log.exists() else ""
    where = _(" What Java says is in {log}.").format(log=log) if logged else ""
    if _MEMORY.search(text) or _MEMORY.search(logged):
        problem = _(
            "there is too little memory. Give more with --conf spark.executor.memory=4g (and "
            "spark.driver.memory for the machine that asks), or make more, smaller parts with "
            "--conf spark.sql.shuffle.partitions=1000."
        )
        return ClusterError(master, f"{problem} {told(text)}{where}")
    return ClusterError(master, f"{told(text)}{where}")


def told(text: str) -> str:
    r"""
    Return the last cause that an error of Java or Python names.

    >>> told("Job aborted.\n\tat org.apache.X(X.java:1)\nCaused by: IOException: full")
    'IOException: full'
    """
    lines = [line.strip() for line in text.splitlines()]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    said = causes[-1:] or [line for line in lines if line and not line.startswith(_NOISE)][:2]
    return " ".join(said).removeprefix("Caused by: ")[:_LONGEST]
