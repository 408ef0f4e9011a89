"""The notebooks run from top to bottom, and find what the data holds."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "docs" / "notebooks"
RUN = """
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("notebook", sys.argv[1])
notebook = importlib.util.module_from_spec(spec)
spec.loader.exec_module(notebook)
_, found = notebook.app.run()
asked = json.loads(sys.argv[2])
print(json.dumps({name: eval(text, dict(found)) for name, text in asked.items()}))
"""


def found(name: str, **wanted: str) -> dict[str, Any]:
    """Run a notebook in a process of its own; return what expressions on its names give."""
    path = NOTEBOOKS / f"{name}.py"
    done = subprocess.run(
        [sys.executable, "-c", RUN, path, json.dumps(wanted)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    values: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return values


@pytest.mark.long
def test_the_notebook_on_argentina_follows_its_number() -> None:
    values = found(
        "argentina",
        most="most['label']",
        actors="argentina.num_rows",
        practices="len(practices)",
        explained="sum(why.rows.column('contribution').to_pylist()) - why.value",
        levels="list(levels)",
    )
    assert values["most"] == "Ministry of Labour, Employment and Social Security"
    assert (values["actors"], values["practices"]) == (17, 4)
    assert abs(values["explained"]) < 1e-12
    assert values["levels"] == ["policy", "operational", "service-delivery"]


@pytest.mark.long
def test_the_notebook_on_treaties_sees_the_network_grow() -> None:
    values = found(
        "treaties",
        agreements="[row[2] for row in counts.values()]",
        pairs="[row[1] for row in counts.values()]",
        first="why.actor.label",
    )
    assert values["agreements"] == sorted(values["agreements"])
    assert values["pairs"][-1] > 100
    assert values["first"] == "Canada"


def test_every_notebook_is_tested_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{path.stem}"' in text for path in NOTEBOOKS.glob("*.py"))


def test_the_how_to_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (NOTEBOOKS.parent / "how-to" / "use-a-notebook.md").read_text(encoding="utf-8")
    (snippet,) = re.findall(r"```python\n(.+?)\n```", page, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(snippet, {})  # noqa: S102 - it is our own
    assert (tmp_path / "canpat.svg").stat().st_size > 10_000
    for link in re.findall(r"\]\((\.\./[^)]+)\)", page):
        assert (NOTEBOOKS.parent / "how-to" / link).is_file()
