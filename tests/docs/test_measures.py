"""What the page on measures says is so."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import coordgraph as cg
from coordgraph.cli import coordgraph
from coordgraph.network.centrality import FURTHER, MEASURES, TWO_MODE
from coordgraph.network.structure.cliques import cliques
from coordgraph.network.structure.properties import PROPERTIES

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "measures.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted({*MEASURES, *FURTHER, *TWO_MODE}))
def test_every_measure_has_a_row(name: str) -> None:
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_is_told_of(name: str) -> None:
    short = name.replace("assortativity", "") if name.startswith(("sector", "kind")) else name
    assert f"`{short}`" in PAGE


def test_the_shares_of_cliques_are_as_told() -> None:
    store = cg.load()
    networks = (cg.project(store), cg.project(store, network="agreements", between="states"))
    shares = [
        cliques(network.incidence, len(network.merged()))["clique_share"]
        for network in networks
    ]
    told = [f"{share * 100:.0f} of 100" for share in shares]
    assert all(share in PAGE for share in told), told


@pytest.mark.parametrize("line", re.findall(r"^coordgraph .+$", PAGE, flags=re.MULTILINE))
def test_a_command_of_the_page_runs(line: str) -> None:
    done = CliRunner().invoke(coordgraph, shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert done.stdout
