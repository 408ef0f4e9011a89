"""The browser's filter leaves the ties that a selection leaves, for any selection."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat

import coordgraph as cg
from coordgraph.namespace import ID
from coordgraph.network.selection import Selection
from coordgraph.network.tie_rows import tie_rows
from coordgraph.serve.api.graph import graph_of
from coordgraph.store import EmbeddedStore

_HEAD = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
cg:State rdfs:subClassOf cg:Actor . cg:ActorGroup rdfs:subClassOf cg:Actor ."""
_PRACTICES = ("siaci", "digital-payroll", "canpat")
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


@pytest.mark.parametrize(
    "made_up",
    [pytest.param(False, marks=pytest.mark.long), True],
    ids=["shipped", "made up"],
)
def test_the_browser_filters_as_the_server_selects(tmp_path: Path, *, made_up: bool) -> None:
    store = drawn_store() if made_up else cg.load()
    graph = graph_of(store, Selection(subsidiary="keep"), "en")
    chosen = selections(25)
    answers = filtered(graph, [as_browsers_know_it(one) for one in chosen], tmp_path / "g.json")
    for choice, answer in zip(chosen, answers, strict=True):
        network = cg.project(store, selection=Selection(**choice))
        assert answer["actors"] == list(network.ties.actors), choice
        expected = [
            [row["source"], row["target"], row["level"], row["mechanisms"]]
            for row in tie_rows(network)
        ]
        assert answer["ties"] == expected, choice
    assert sum(bool(answer["ties"]) for answer in answers) > 20


def drawn_store() -> EmbeddedStore:
    """Actors and mechanisms with all that a selection looks at, drawn at random."""
    drawn = random.Random(11)
    lines = [_HEAD]
    for actor in range(24):
        kinds = ("Institution", "State", "ActorGroup")
        lines.append(f"<urn:a/{actor}> a cg:{drawn.choice(kinds)} .")
    for number in range(70):
        lines += mechanism(number, drawn)
    found = cg.open_store()
    found.oxigraph.load("\n".join(lines), format=RdfFormat.TURTLE)
    return found


def mechanism(number: int, drawn: random.Random) -> list[str]:
    """A mechanism, whose participations may have dates of their own, and come back."""
    name = f"<urn:m/{number}>"
    told = [
        f"cg:level <{ID}level/{level}>"
        for level in drawn.sample(
            ("policy", "operational", "service-delivery"), drawn.randrange(3)
        )
    ]
    told += [f"cg:inPractice <{ID}practice/{drawn.choice(_PRACTICES)}>"] * drawn.randrange(2)
    kinds = ("agreement", "administrative-arrangement", "joint-planning")
    told.append(f"cg:mechanismKind <{ID}mechanism-kind/{drawn.choice(kinds)}>")
    statuses = ("in-force", "superseded", "signed-not-in-force")
    told += [f"cg:agreementStatus <{ID}agreement-status/{drawn.choice(statuses)}>"] * (
        drawn.randrange(2)
    )
    for name_, chance in (("signedOn", 0.4), ("inForceFrom", 0.4), ("endedOn", 0.3)):
        if drawn.random() < chance:
            told.append(f"cg:{name_} {day(drawn)}")
    if number and drawn.random() < 0.15:
        told.append(f"cg:replaces <urn:m/{drawn.randrange(number)}>")
    lines = [f"{name} a cg:Mechanism ; {' ; '.join(told)} ."]
    for place in range(drawn.randrange(1, 6)):
        part = f"<urn:p/{number}-{place}>"
        dates = [f"; cg:from {day(drawn)} "] * (drawn.random() < 0.2)
        dates += [f"; cg:until {day(drawn)} "] * (drawn.random() < 0.2)
        actor = f"<urn:a/{drawn.randrange(24)}>"
        role = f"<{ID}role/{drawn.choice(('party', 'lead'))}>"
        lines.append(f"{name} cg:participation {part} .")
        lines.append(f"{part} cg:actor {actor} ; cg:role {role} {''.join(dates)}.")
    return lines


def day(drawn: random.Random) -> str:
    """A date between 1950 and 2010, as precise as it may be."""
    text = (
        f"{drawn.randrange(1950, 2010)}-{drawn.randrange(1, 13):02}-{drawn.randrange(1, 29):02}"
    )
    return f'"{text[: drawn.choice((4, 7, 10))]}"'
