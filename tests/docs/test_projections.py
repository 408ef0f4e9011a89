"""What the page on projections says is so."""

import re
import shlex
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import coordgraph as cg
from coordgraph.cli import coordgraph
from coordgraph.engines.arcs import DIRECTED
from coordgraph.namespace import slug
from coordgraph.network.weights import WEIGHTS
from coordgraph.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "projections.md").read_text(
    "utf-8"
)
READINGS = ("table-2", "headings", "introduction", "detail-tables", "prose", "any", "all")
LEVELS = ("policy", "operational", "service-delivery", "none")


def rows_after(heading: str) -> list[list[str]]:
    """Return the rows of the table whose head starts so."""
    _, _, rest = PAGE.partition(f"\n| {heading} |")
    assert rest, heading
    lines = rest.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("line", "".join(blocks("sh")).splitlines())
def test_a_command_of_the_page_runs(line: str) -> None:
    done = CliRunner().invoke(coordgraph, shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert done.stdout


def test_every_weight_and_directed_measure_is_told_of() -> None:
    assert tuple(row[0] for row in rows_after("`--weight`")) == WEIGHTS
    told = " ".join(row[0] for row in rows_after("`--directed --measure`"))
    assert tuple(re.findall(r"\w+", told)) == DIRECTED


def test_the_weights_of_pairs_are_as_told(dataset: Store) -> None:
    found = {}
    for weight in WEIGHTS:
        ties = cg.project(dataset, weight=weight, network="practices").merged()
        for one, other, value in zip(ties.source, ties.target, ties.weight, strict=True):
            ends = slug(ties.actors[one]), slug(ties.actors[other])
            found[*ends, weight] = f"{round(value, 2):g}"
    for pair, *values in rows_after("pair"):
        one, other = pair.split(", ")
        assert values == [found[one, other, weight] for weight in WEIGHTS], pair


def test_the_ties_of_readings_are_as_told(dataset: Store) -> None:
    told = rows_after("reading")
    assert tuple(row[0] for row in told[1:]) == READINGS
    for name, *values in told:
        reading = name if name in READINGS else None
        network = cg.project(dataset, network="practices", reading=reading)
        levels = [slug(level) for level in network.ties.levels] + ["none"]
        found = Counter(levels[place] for place in network.ties.level)
        lost = network.unlevelled
        counts = [str(found[level]) for level in LEVELS]
        assert values == [*counts, "" if lost is None else str(lost)], name


def test_the_windows_are_as_told(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks("python")
    exec(code, {})  # noqa: S102 - the page's own example
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert printed == rows_after("window")


def test_the_actors_of_each_choice_are_as_told(dataset: Store) -> None:
    for options, *values in rows_after("options"):
        words = options.split()
        choices: dict[str, Any] = {}
        if words != ["none"]:
            name = words[0].removeprefix("--").replace("-", "_")
            choices[name] = words[1] if len(words) > 1 else True
        network = cg.project(dataset, **choices)
        assert values == [str(len(network.actors)), str(len(network.merged()))], options


def test_the_numbers_of_arcs_are_as_told(dataset: Store) -> None:
    network = cg.directed(dataset)
    actors, pairs = len(network.actors), len(network.merged())
    assert f"Of the {actors} actors of all mechanisms, roles order {pairs} pairs" in PAGE
    assert f"{len(network.ties)} arcs; in {network.unordered} of the" in PAGE
    for measure, name, most in (("out_degree", "sit-br", 6), ("in_degree", "sss-ar", 4)):
        first, second = cg.directed_centrality(network, measures=[measure]).to_pylist()[:2]
        assert (slug(first["actor"]), first[measure]) == (name, most)
        assert second[measure] < most
    states = cg.project(dataset, network="practices", lift_to="state", between="states")
    with_ties = {int(end) for end in (*states.ties.source, *states.ties.target)}
    told = f"{len(with_ties)} states and {len(states.merged())} pairs"
    assert told in " ".join(PAGE.split())
