"""A cluster of processes: a master and two workers, as the package of Spark brings them."""

import gzip
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.dataset as pads
import pytest

from coordgraph.namespace import CG, ID, LEVELS
from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import tie
from coordgraph.network.takings import Named
from tests.unit.spark.place import QUICK

WHOLE = find_spec("pyspark") is not None and find_spec("pyspark.jars") is not None

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(not WHOLE or which("java") is None, reason="neither Spark nor Java"),
]

PARTICIPATIONS = int(os.environ.get("SPARK_TEST_PARTICIPATIONS", "20000"))
_FEW = 100_000
_WAIT = 600
"""Seconds; a machine that does much else is slow."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the master listens, and what runs."""

    master: str
    folder: Path
    workers: list["subprocess.Popen[bytes]"]

    def worker(self) -> None:
        """Start one more worker, with two gigabytes, and wait until the master knows it."""
        name = f"worker-{len(self.workers)}"
        options = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
        more = ["-c", "1", "-m", "2g", "-d", str(self.folder / name), self.master]
        process, log = _started("worker.Worker", [*options, *more], self.folder / name)
        self.workers.append(process)
        _said(log, "Successfully registered with master")


def _started(
    name: str, options: Sequence[str], log: Path
) -> tuple["subprocess.Popen[bytes]", Path]:
    import pyspark

    log.mkdir()
    path = log / "log"
    environment = {
        **os.environ,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
        "PYSPARK_PYTHON": sys.executable,
    }
    command = [str(Path(pyspark.__path__[0]) / "bin" / "spark-class")]
    command += [f"org.apache.spark.deploy.{name}", *options]
    with path.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=file, env=environment, start_new_session=True
        )
    return process, path


def _said(log: Path, pattern: str) -> str:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        found = re.search(pattern, log.read_text(errors="replace"))
        if found:
            return found.group(found.lastindex or 0)
        time.sleep(0.2)
    raise AssertionError(log.read_text(errors="replace"))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and those that it started; each has a group of its own."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    options = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
    master, log = _started("master.Master", options, folder / "master")
    workers: list[subprocess.Popen[bytes]] = []
    try:
        found = Cluster(_said(log, r"Starting Spark master at (spark://\S+)"), folder, workers)
        found.worker()
        found.worker()
        yield found
    finally:
        for process in [*workers, master]:
            _end(process)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A dump of many files, and the ties that one machine makes of it."""

    pattern: str
    folder: Path
    ties: set[tuple[str, str, str | None, float]]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("drawn")
    draw = np.random.default_rng(1)
    mechanisms = PARTICIPATIONS // 10
    actor = draw.zipf(1.5, PARTICIPATIONS) % (PARTICIPATIONS // 5)
    mechanism = draw.integers(mechanisms, size=PARTICIPATIONS)
    level = draw.integers(-1, len(LEVELS), size=mechanisms)
    files = np.array_split(np.arange(PARTICIPATIONS), 8)
    for number, rows in enumerate(files):
        style = _STYLES[number % len(_STYLES)]
        lines = [_taking(at, mechanism[at], actor[at], style) for at in rows.tolist()]
        lines += [_level(at, level[at]) for at in range(number, mechanisms, len(files))]
        body = style.first + "".join(line + style.end for line in lines).encode()
        (folder / f"part-{number}.nt.gz").write_bytes(gzip.compress(body, 1))
    incidence = Incidence.of_columns(
        _named(f"{ID}actor/{at}" for at in actor.tolist()),
        _named(f"{ID}mechanism/{at}" for at in mechanism.tolist()),
        _named(LEVELS[at] if at >= 0 else "" for at in level[mechanism].tolist()),
    )
    return Drawn(f"{folder}/*.nt.gz", folder, _rows(tie(incidence).to_arrow()))


class _Style(NamedTuple):
    """How a file is written: its first bytes, its participations, its ends of line."""

    first: bytes
    node: str
    end: str


_STYLES = (
    _Style(b"", f"<{ID}participation/%d>", "\n"),
    _Style(b"\xef\xbb\xbf", f"<{ID}participation/%d>", "\r\n"),
    _Style(b'# a comment > "\n\n', "_:p%d", "   # with a comment\n"),
    _Style(b"", "_:p%d.x", "\n\n"),
)


def _taking(at: int, mechanism: int, actor: int, style: _Style) -> str:
    """Write a participation; blank nodes have the same names in each file."""
    node = style.node % (at if "<" in style.node else at % (PARTICIPATIONS // 8))
    escaped = r"https:\u002F/w3id.org/coordgraph/id/actor/"
    return (
        f"<{ID}mechanism/{mechanism}> <{CG}participation> {node} .{style.end}"
        f"{node}<{CG}actor><{escaped}{actor}>."
    )


def _level(mechanism: int, level: int) -> str:
    if level < 0:
        return (
            f'<{ID}mechanism/{mechanism}> <http://purl.org/dc/terms/title> "\\u00f1 > \\""@es .'
        )
    return f"<{ID}mechanism/{mechanism}> <{CG}level> <{LEVELS[level]}> ."


def _named(values: Iterator[str]) -> Named:
    return Named.of(pa.chunked_array([pa.array(list(values)).dictionary_encode()]))


def _rows(table: pa.Table) -> set[tuple[str, str, str | None, float]]:
    columns = [table.column(name) for name in ("source", "target", "level", "weight")]
    return set(zip(*(column.to_pylist() for column in columns), strict=True))


def _asked(cluster: Cluster, drawn: Drawn, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "coordgraph", "ties", "--engine", "spark"]
    command += ["--master", cluster.master, "--data", drawn.pattern]
    command += ["--work", str(drawn.folder), "--conf", "spark.driver.host=127.0.0.1"]
    command += ["--conf", "spark.sql.shuffle.partitions=8", *more]
    if PARTICIPATIONS <= _FEW:
        command += [word for one in QUICK.items() for word in ("--conf", "=".join(one))]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _ended(process: "subprocess.Popen[str]", *, code: int) -> str:
    """Return what a command says until it ends, as it should."""
    try:
        _, said = process.communicate(timeout=_WAIT)
    finally:
        process.kill()
    assert process.returncode == code, said
    return said


def _written(folder: Path) -> set[tuple[str, str, str | None, float]]:
    kind = pads.partitioning(pa.schema([("level", pa.string())]), flavor="hive")
    return _rows(pads.dataset(folder / "ties", partitioning=kind).to_table())


def test_two_workers_make_the_ties_that_one_machine_makes(
    cluster: Cluster, drawn: Drawn, tmp_path: Path
) -> None:
    process = _asked(cluster, drawn, "--out", str(tmp_path / "out"))
    said = _ended(process, code=0)
    assert _written(tmp_path / "out") == drawn.ties
    assert "0 of them bad" in said
    assert not list(drawn.folder.glob("coordgraph-work-*"))


def test_a_worker_that_is_killed_changes_nothing(
    cluster: Cluster, drawn: Drawn, tmp_path: Path
) -> None:
    process = _asked(cluster, drawn, "--out", str(tmp_path / "out"))
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("... selecting"):
            break
    _end(cluster.workers[0])
    _ended(process, code=0)
    cluster.worker()
    assert _written(tmp_path / "out") == drawn.ties


def test_what_is_ended_on_the_way_says_so_in_a_line(cluster: Cluster, drawn: Drawn) -> None:
    process = _asked(cluster, drawn)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("... reading"):
            break
    process.terminate()
    _, said = process.communicate(timeout=_WAIT)
    assert process.returncode != 0
    assert "SIGTERM" in said
    _is_plain(said)


def test_a_cluster_without_the_memory_that_is_asked_for_is_told_in_time(
    cluster: Cluster, drawn: Drawn
) -> None:
    process = _asked(cluster, drawn, "--conf", "spark.executor.memory=64g", "--wait", "20")
    said = _ended(process, code=2)
    assert "no worker took a task" in said
    assert "spark.executor.memory" in said
    _is_plain(said)


def test_a_pattern_that_nothing_fits_is_told_in_time(cluster: Cluster, drawn: Drawn) -> None:
    process = _asked(cluster, Drawn(f"{drawn.folder}/none*.nt", drawn.folder, set()))
    said = _ended(process, code=2)
    assert "none*.nt: there is no such file" in said
    _is_plain(said)


def test_bad_lines_have_their_place_in_files_that_are_split(
    cluster: Cluster, tmp_path: Path
) -> None:
    good = f"<x:a> <{CG}level> <x:l> .\n"
    path = tmp_path / "a.nt"
    path.write_text(good * 999 + "bad\r\n" + good * 2_000 + "worse\n", newline="")
    process = _asked(
        cluster,
        Drawn(str(path), tmp_path, set()),
        *("--conf", "spark.sql.files.maxPartitionBytes=10000"),
    )
    said = _ended(process, code=1)
    assert "2 lines are no statements" in said
    assert re.search(r"a\.nt:1000: .*: bad\n", said)
    assert re.search(r"a\.nt:3001: .*: worse\n", said)
    _is_plain(said)


def _is_plain(said: str) -> None:
    assert "Traceback" not in said
    assert "\tat " not in said
