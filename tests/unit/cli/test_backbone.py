"""``coordgraph backbone``: ties that are more than chance makes."""

import json
from pathlib import Path

from tests.unit.cli.test_commands import run

PREFIX = "@prefix cg: <https://w3id.org/coordgraph/ns#> ."
OTHERS = ["cde", "fgh", "ceg", "dfh", "cfi", "dgi", "ehi", "cgh", "def", "aci", "bdf"]
MECHANISMS = [*["ab"] * 4, *OTHERS * 2]


def mechanism(number: int, actors: str) -> str:
    parts = ", ".join(f"[ cg:actor <urn:{actor}> ]" for actor in actors)
    return f"<urn:{number}> cg:participation {parts} ."


def test_what_is_kept_is_told_and_the_rest_is_listed_if_asked_for(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    lines = [mechanism(number, actors) for number, actors in enumerate(MECHANISMS)]
    data.write_text("\n".join([PREFIX, *lines]), encoding="utf-8")
    how = ("--alpha", 0.1, "--correction", "none", "--format", "json")
    done = run("backbone", "--data", data, *how)
    assert done.stderr == "1 of 26 ties are more than chance makes (sdsm, none, 0.1).\n"
    (kept,) = json.loads(done.stdout)
    assert (kept["source"], kept["target"], kept["meetings"]) == ("urn:a", "urn:b", 4)
    whole = run("backbone", "--data", data, *how, "--all", "--quiet")
    assert (len(json.loads(whole.stdout)), whole.stderr) == (26, "")
