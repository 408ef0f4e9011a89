"""Pajek's relations and projects, and the tables, open in R."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.network.exports.conftest import ACTORS, PAIRS, TIES, Written

pytestmark = [
    pytest.mark.r,
    pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed"),
]


def said(script: str, path: Path) -> list[str]:
    """Return what R prints, which must be able to load what a script asks for."""
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", script, str(path)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    if "there is no package called" in done.stderr:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


_READ = "suppressMessages(library(network)); p <- read.paj(commandArgs(TRUE)[1]); "


def test_network_reads_a_relation_a_level(written: Written) -> None:
    script = (
        _READ + "for (n in names(p$networks)) cat(n, network.edgecount(p$networks[[n]]), '')"
    )
    assert said(script, written("levels.net")) == ["policy", str(PAIRS), "op", "1", "none", "1"]


def test_network_reads_a_project_with_its_partitions(written: Written) -> None:
    script = (
        _READ + "cat(sapply(p$networks, network.edgecount), length(p$partitions$level.clu))"
    )
    assert said(script, written("paj")) == [str(PAIRS), str(PAIRS), "1", "1", str(ACTORS)]


def test_r_reads_the_tables(written: Written) -> None:
    script = "for (f in commandArgs(TRUE)) cat(nrow(read.csv(f)), '')"
    nodes = written("csv")
    assert said(script, nodes) == [str(ACTORS)]
    assert said(script, nodes.with_name("n.edges.csv")) == [str(TIES)]
