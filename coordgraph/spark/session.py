"""Sessions of Spark: on this machine, on a cluster, or on a server of Spark Connect."""

import logging
import os
import shutil
import socket
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import contextmanager, suppress
from gettext import gettext as _
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TypeVar
from urllib.parse import urlsplit

import pyspark
from pyspark.sql import SparkSession

from coordgraph.errors import ClusterError, CoordgraphError, MissingSpark
from coordgraph.reasons import reason
from coordgraph.spark.failures import plainly

__all__ = ["SAIL", "WORKING_WITHIN", "is_local", "session"]

SAIL = "sail"
"""The master that is a server of Sail in this process, without Java."""

WORKING_WITHIN = 180
"""Seconds in which a cluster must begin to work, if no other number is given."""

Answer = TypeVar("Answer")

_REACHED_WITHIN = 10
_STARTED = 300
_PORTS = {"spark": 7077, "sc": 15002}

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "200",
    "spark.sql.adaptive.enabled": "true",
}
_ON_THIS_MACHINE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}


def is_local(master: str) -> bool:
    """
    Say whether a master works on this machine alone.

    >>> [is_local(name) for name in ("local[*]", "local-cluster[2,1,1024]", "sail", "yarn")]
    [True, True, True, False]
    """
    return master == SAIL or master.startswith("local")


@contextmanager
def session(
    master: str = "local[*]",
    settings: Mapping[str, str] | None = None,
    *,
    within: float = WORKING_WITHIN,
) -> Iterator[SparkSession]:
    """
    Open a session, and close it when all is done or something went wrong.

    What Java says goes to a file, which is kept, and named, only where something failed.

    Parameters
    ----------
    master
        ``local[N]``, ``spark://HOST:PORT``, ``yarn``, ``k8s://...`` as Spark knows them;
        ``sc://HOST:PORT`` a server of Spark Connect; ``sail`` one of Sail in this process.
    settings
        Settings of Spark by name.
    within
        In how many seconds a cluster must begin to work.

    Raises
    ------
    MissingSpark
        If there is no Java, no Spark or no Sail.
    ClusterError
        If the master cannot be reached, gives no worker, or a job fails.
    """
    found = find_spec("pysail") if master == SAIL else None
    if master == SAIL and found is None:
        raise MissingSpark("Sail", "`pip install 'coordgraph[sail]'` installs it.")
    _check_reachable(master)
    if master == SAIL or master.startswith("sc://"):
        with _connected(master) as spark, plainly(master):
            _check_working(spark, master, within)
            yield spark
        return
    _check_java()
    with _logged() as log, plainly(master, log=log):
        spark = _started(master, settings or {}, log)
        try:
            _check_working(spark, master, within)
            yield spark
        except BaseException:
            _broken_off(spark)
            raise
        spark.stop()


def _broken_off(spark: SparkSession) -> None:
    """Stop what may no longer answer: a call that is broken off leaves its answer unread."""
    heard = logging.root.manager.disable
    logging.disable()
    with warnings.catch_warnings(), suppress(Exception):
        warnings.simplefilter("ignore")
        spark.stop()
    logging.disable(heard)


def _check_reachable(master: str) -> None:
    parts = urlsplit(master)
    if parts.scheme not in _PORTS:
        return
    for place in parts.netloc.split(","):
        host, _colon, port = place.partition(":")
        address = host, int(port) if port.isdigit() else _PORTS[parts.scheme]
        try:
            socket.create_connection(address, timeout=_REACHED_WITHIN).close()
        except OSError as error:
            problem = _("cannot be reached ({problem}). Is the master running?").format(
                problem=reason(error)
            )
            raise ClusterError(master, problem) from None


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and shutil.which("java") is None:
        remedy = _("Install Java 17 or newer, or ask for `--master sail`, which needs none.")
        raise MissingSpark("Java", remedy)
    if find_spec("pyspark.jars") is None and "SPARK_HOME" not in os.environ:
        remedy = _("`pip install 'coordgraph[spark]'` installs it.")
        raise MissingSpark("Spark", remedy)


@contextmanager
def _connected(master: str) -> Iterator[SparkSession]:
    if master != SAIL:
        with plainly(master), _home():
            spark = SparkSession.builder.remote(master).create()
        try:
            yield spark
        finally:
            spark.stop()
        return
    from pysail.spark import SparkConnectServer

    os.environ.setdefault("RUST_LOG", "error")  # what Sail says of itself is no message
    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    host, port = server.listening_address
    try:
        with _connected(f"sc://{host}:{port}") as spark:
            yield spark
    finally:
        server.stop()


@contextmanager
def _home() -> Iterator[None]:
    """
    Say where Spark stands, if nobody else does.

    The client takes a process whose main module has no file for its own tests, and ends it
    where it does not find all of Spark.
    """
    told = "SPARK_HOME" in os.environ
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    try:
        yield
    finally:
        if not told:
            del os.environ["SPARK_HOME"]


@contextmanager
def _logged() -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix="coordgraph-spark-", suffix=".log")
    os.close(handle)
    log, named = Path(name), False
    try:
        yield log
    except CoordgraphError as error:
        named = name in str(error)
        raise
    finally:
        if not named:
            log.unlink(missing_ok=True)


def _started(master: str, settings: Mapping[str, str], log: Path) -> SparkSession:
    chosen = {**_SETTINGS, **(_ON_THIS_MACHINE if is_local(master) else {}), **settings}
    builder = SparkSession.builder.master(master).appName("coordgraph")
    for name, value in chosen.items():
        builder = builder.config(name, value)
    with _errors_into(log), _this_python():
        return _create(master, builder)


def _create(master: str, builder: SparkSession.Builder) -> SparkSession:
    try:
        return _within(_STARTED, builder.getOrCreate)
    except Late:
        raise ClusterError(
            master, _("does not answer within {seconds} s.").format(seconds=_STARTED)
        ) from None


def _within(seconds: float, call: Callable[[], Answer]) -> Answer:
    """Return what a call returns; a thread that never ends does not keep this process."""
    future: Future[Answer] = Future()

    def answer() -> None:
        try:
            future.set_result(call())
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            future.set_exception(error)

    Thread(target=answer, daemon=True).start()
    return future.result(seconds)


@contextmanager
def _errors_into(log: Path) -> Iterator[None]:
    """Let what is started here write its errors into a file; Java keeps that to its end."""
    sys.stderr.flush()
    before = os.dup(2)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


@contextmanager
def _this_python() -> Iterator[None]:
    """Let workers run the Python that runs here, unless told otherwise."""
    told = "PYSPARK_PYTHON" in os.environ
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        yield
    finally:
        if not told:
            del os.environ["PYSPARK_PYTHON"]


def _check_working(spark: SparkSession, master: str, within: float) -> None:
    """Make sure that some worker takes a task: a cluster without waits for ever."""
    try:
        _within(within, spark.range(1).count)
    except Late:
        problem = _(
            "no worker took a task within {within:.0f} s. Are workers registered, and have "
            "they the cores and the memory that are asked for (spark.executor.memory, "
            "spark.executor.cores; --conf sets them)?"
        ).format(within=within)
        spark.stop()
        raise ClusterError(master, problem) from None
