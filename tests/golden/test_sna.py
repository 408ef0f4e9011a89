"""
Brokerage, tests and measures of random networks are those of R's sna.

Statistics are equal; p-values of both are draws, and differ as draws do.
"""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from coordgraph.engines.choice import measured
from coordgraph.engines.distances import distances
from coordgraph.network.brokerage import brokers
from coordgraph.network.dyads import Dyads, dyads_of
from coordgraph.network.measures.current_flow_closeness import current_flow_closeness
from coordgraph.network.significance.cug import cug_of
from coordgraph.network.significance.mrqap import mrqap_of
from coordgraph.network.significance.outcome import Outcome
from coordgraph.network.significance.qap import qap_of
from coordgraph.network.significance.statistics import STATISTICS
from coordgraph.ties import NO_LEVEL, Floats, Ints, Ties

SCRIPT = Path(__file__).with_name("sna.R")
TIMES = 200
NETWORKS = ("d1", "d2", "d3", "g1", "g2", "g3")
WITHIN = 5 * (0.25 / TIMES + 0.25 / TIMES) ** 0.5
"""How far two shares of so many draws may be from each other."""


pytestmark = pytest.mark.r


def missing() -> str:
    """Return what is missing of R and sna, or an empty text."""
    if shutil.which("Rscript") is None:
        return "R is not there: `apt-get install r-cran-sna` installs it"
    asked = ["Rscript", "-e", "quit(status = !requireNamespace('sna', quietly = TRUE))"]
    done = subprocess.run(asked, capture_output=True, check=False)
    return "R has no package sna: `apt-get install r-cran-sna`" if done.returncode else ""


def matrix(name: str, which: int) -> Floats:
    """Return a network of ten to thirteen actors; the others are somewhat like the first."""
    numbers = np.random.default_rng([ord(name[0]), int(name[1])])
    size = 10 + int(name[1])
    drawn = [(numbers.random((size, size)) < 0.3).astype(np.float64) for _ in range(3)]
    like = numbers.random((size, size)) < 0.3
    ties = drawn[0] if which == 0 else np.where(like, drawn[0], drawn[which])
    np.fill_diagonal(ties, 0)
    return ties if name.startswith("d") else np.triu(ties) + np.triu(ties).T


def parts(name: str) -> Ints:
    numbers = np.random.default_rng([7, int(name[1])])
    return numbers.permutation(np.arange(len(matrix(name, 0))) % 3)


def dyads(name: str, which: int) -> Dyads:
    return dyads_of(sparse.csr_array(matrix(name, which)), directed=name.startswith("d"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Have sna measure all networks, once."""
    if what := missing():
        pytest.skip(what)
    folder = tmp_path_factory.mktemp("sna")
    for name in NETWORKS:
        for which, title in enumerate(("one", "other", "third")):
            np.savetxt(folder / f"{name}-{title}", matrix(name, which), fmt="%d")
        np.savetxt(folder / f"{name}-parts", parts(name), fmt="%d")
    command = ["Rscript", str(SCRIPT), str(folder), str(TIMES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def sna(folder: Path, name: str, what: str) -> Floats:
    found: Floats = np.genfromtxt(folder / f"{name}-{what}")
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_brokers_of_each_role_are_as_often_and_as_expected(folder: Path, name: str) -> None:
    found = brokers(sparse.csr_array(matrix(name, 0)), parts(name), directed=True)
    assert np.allclose(found.counts, sna(folder, name, "raw"))
    assert np.allclose(found.chance.expected, sna(folder, name, "expected"))
    assert np.allclose(found.chance.deviation, sna(folder, name, "sd"))
    raw, expected, _ = sna(folder, name, "whole")
    assert np.allclose(found.counts.sum(axis=0), raw)
    assert np.allclose(found.whole.expected, expected)


@pytest.mark.parametrize("name", NETWORKS)
def test_of_whole_networks_sna_leaves_out_paths_that_a_tie_of_another_opens(
    folder: Path, name: str
) -> None:
    part = parts(name)
    found = brokers(sparse.csr_array(matrix(name, 0)), part, directed=True)
    size, own = len(part), np.bincount(part)
    density = matrix(name, 0).sum() / (size * (size - 1))
    inside = 2 * (own * (own - 1) * (own - 2)).sum()
    between = (own * (own - 1) * (size - own) * (2 * own - 3)).sum()
    everywhere = 2 * size * (size - 1) * (size - 2)
    left_out = np.array([inside, 0, between, between, 0, everywhere])
    variance = found.whole.deviation**2 + left_out * density**4 * (1 - density) ** 2
    assert np.allclose(variance, sna(folder, name, "whole")[2] ** 2)


undirected = pytest.mark.parametrize(
    "name", [name for name in NETWORKS if name.startswith("g")]
)


def ties(name: str) -> Ties:
    source, target = np.nonzero(np.triu(matrix(name, 0)))
    actors = tuple(f"urn:{place:02}" for place in range(len(parts(name))))
    level = np.full(len(source), NO_LEVEL)
    return Ties(actors, (), source, target, level, np.ones(len(source)))


@undirected
def test_betweenness_is_the_same(folder: Path, name: str) -> None:
    size = len(parts(name))
    found = measured(ties(name), ["betweenness"]).values["betweenness"]
    assert np.allclose(found * (size - 1) * (size - 2) / 2, sna(folder, name, "betweenness"))


@undirected
def test_closeness_by_current_is_information(folder: Path, name: str) -> None:
    """Which sna scales by n, not n - 1, and gives for networks in one part."""
    size = len(parts(name))
    found = current_flow_closeness(ties(name)) * size / (size - 1)
    assert np.allclose(found, sna(folder, name, "information"))


@undirected
def test_articulation_points_and_distances_are_the_same(folder: Path, name: str) -> None:
    found = measured(ties(name), ["articulation"]).values["articulation"]
    assert found.tolist() == sna(folder, name, "cutpoints").tolist()
    lengths = sna(folder, name, "distances")[~np.eye(len(found), dtype=np.bool_)]
    assert distances(ties(name)).mean == pytest.approx(np.nanmean(lengths))
    assert distances(ties(name)).longest == np.nanmax(lengths)


@pytest.mark.parametrize("name", NETWORKS)
def test_numbers_of_whole_networks_are_the_same(folder: Path, name: str) -> None:
    names = ("transitivity", "centralization", "reciprocity", "components")
    for found, theirs in zip(names, sna(folder, name, "numbers"), strict=True):
        if not np.isnan(theirs):
            assert STATISTICS[found](dyads(name, 0)) == pytest.approx(theirs)


def hold(found: Outcome, observed: float, low: float, high: float) -> None:
    assert found.observed == pytest.approx(observed, rel=1e-9)
    assert found.p_low == pytest.approx(low, abs=WITHIN)
    assert found.p_high == pytest.approx(high, abs=WITHIN)


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_are_as_alike_and_as_rarely_by_chance(folder: Path, name: str) -> None:
    hold(qap_of(dyads(name, 0), dyads(name, 1), draws=TIMES), *sna(folder, name, "qap"))


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_owe_as_much_to_others(folder: Path, name: str) -> None:
    others = {"other": dyads(name, 1), "third": dyads(name, 2)}
    found = mrqap_of(dyads(name, 0), others, draws=TIMES)
    coefficients, *theirs = sna(folder, name, "mrqap")
    assert np.allclose(found.coefficients, coefficients)
    for term, (t, low, high) in zip(found.terms, np.array(theirs).T[1:], strict=True):
        hold(term, t, low, high)


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_are_as_transitive_beyond_their_ties(folder: Path, name: str) -> None:
    (found,) = cug_of(dyads(name, 0), ["transitivity"], draws=TIMES)
    hold(found, *sna(folder, name, "cug"))
