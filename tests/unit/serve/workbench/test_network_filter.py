"""The browser's filter leaves the ties that a selection leaves, for any selection."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import coordgraph as cg
from coordgraph.network.selection import Selection
from coordgraph.network.tie_rows import tie_rows
from coordgraph.serve.api.graph import graph_of

_SCRIPT = Path(__file__).parents[4] / "workbench/src/network/differential.js"
_CHOICES: dict[str, tuple[Any, ...]] = {
    "level": (None, None, "policy", "operational", "service-delivery", "none"),
    "practice": (None, None, None, "siaci", "digital-payroll", "canpat"),
    "network": ("all", "all", "practices", "agreements"),
    "between": ("actors", "actors", "states", "institutions"),
    "groups": ("keep", "drop"),
    "subsidiary": ("keep", "drop"),
    "undated": ("keep", "drop"),
    "kinds": ((), (), ("agreement",), ("administrative-arrangement", "agreement")),
    "statuses": ((), (), ("in-force",), ("in-force", "superseded")),
    "during": (None, "1957/1957", "1978-05-03/1981", "1990/1990", "2004-06-01/2004-06-01"),
}


def selections(number: int) -> list[dict[str, Any]]:
    """Every value of every choice once, and choices drawn together."""
    alone = [
        {name: value} for name, values in _CHOICES.items() for value in dict.fromkeys(values)
    ]
    drawn = random.Random(7)
    mixed = [
        {name: drawn.choice(values) for name, values in _CHOICES.items()} for _ in range(number)
    ]
    return [*alone, *mixed]


def as_browsers_know_it(choice: dict[str, Any]) -> dict[str, Any]:
    """The same choice in the words of the browser's filter."""
    found = {key: value for key, value in choice.items() if key not in {"level", "practice"}}
    for name, plural in (("level", "levels"), ("practice", "practices")):
        if choice.get(name):
            found[plural] = [choice[name]]
    if found.get("during"):
        found["during"] = whole_days(found["during"])
    return found


def whole_days(window: str) -> list[str]:
    first, last = window.split("/")
    return [
        first if len(first) > 4 else f"{first}-01-01",
        last if len(last) > 4 else f"{last}-12-31",
    ]


def filtered(graph: dict[str, Any], filters: list[dict[str, Any]], file: Path) -> Any:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed.")
    file.write_text(json.dumps({"graph": graph, "filters": filters}), encoding="utf-8")
    done = subprocess.run([node, str(_SCRIPT), str(file)], capture_output=True, check=True)
    return json.loads(done.stdout)


def test_the_browser_filters_as_the_server_selects(tmp_path: Path) -> None:
    store = cg.load()
    graph = graph_of(store, Selection(subsidiary="keep"), "en")
    chosen = selections(60)
    answers = filtered(graph, [as_browsers_know_it(one) for one in chosen], tmp_path / "g.json")
    for choice, answer in zip(chosen, answers, strict=True):
        network = cg.project(store, selection=Selection(**choice))
        assert answer["actors"] == list(network.ties.actors), choice
        expected = [
            [row["source"], row["target"], row["level"], row["mechanisms"]]
            for row in tie_rows(network)
        ]
        assert answer["ties"] == expected, choice
    assert sum(bool(answer["ties"]) for answer in answers) > 40
