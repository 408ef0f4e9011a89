"""Whatever call of the system a process is killed at, what it writes is as it was or new."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coordgraph.store import open_read_only
from tests.faults.warm import TRIES, files, seeded

pytestmark = pytest.mark.faults

CALLS = (
    "rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,link,linkat,"
    "fsync,fdatasync,chmod,fchmodat,ftruncate,flock"
)
"""The calls by which files and folders appear, move, settle and go."""

HEAD = "import sys\nfrom pathlib import Path\nhere, word = Path(sys.argv[1]), sys.argv[2]\n"
FILE = """
from coordgraph.files import write_file
write_file(here / "a.txt", word.encode() * 1000)
"""
FOLDER = """
from coordgraph.files import new_folder
with new_folder(here / "out", mark="mark") as folder:
    for name in ("mark", "a", "b"):
        (folder / name).write_text(word * 1000)
"""
STORE = """
from coordgraph.store import open_store
from coordgraph.store.generations import publish, writing
import shutil
with writing(here / "db") as draft:
    shutil.rmtree(draft, ignore_errors=True)
    store = open_store(draft)
    store.oxigraph.update(f"INSERT DATA {{ <urn:a> <urn:says> '{word}' }}")
    store.oxigraph.flush()
    del store
    publish(here / "db")
"""
SITE = """
from coordgraph.publish.site.output import MARK, Output
output = Output(here / "site")
with output.alone(), output.drafts() as drafts:
    output.write(MARK, "mark")
    output.write(f"only-{word}/page", word * 1000)
    (drafts / "big").write_text(word * 1000)
    output.adopt("big", drafts / "big")
    output.finish()
"""


class Step(NamedTuple):
    """What is done, and what is there to be seen of it."""

    script: str
    seen: Callable[[Path], object]


def _text(here: Path) -> object:
    path = here / "a.txt"
    return path.read_text(encoding="utf-8") if path.exists() else None


def _folder(here: Path) -> object:
    return files(here / "out") if (here / "out").exists() else None


def _said(here: Path) -> object:
    if not (here / "db" / "CURRENT").exists():
        return None
    return [str(row["o"]) for row in open_read_only(here / "db").select("SELECT ?o {?s ?p ?o}")]


def _pages(here: Path) -> object:
    """Return nothing of a site but that each of its files is whole."""
    for place in (here / "site").rglob("*"):
        if place.is_file() and not place.name.startswith((".", "SHA", "coordgraph-site")):
            assert place.read_text(encoding="utf-8") in {"old" * 1000, "new" * 1000}, place
    return None


STEPS = {
    "file": Step(FILE, _text),
    "folder": Step(FOLDER, _folder),
    "store": Step(STORE, _said),
    "site": Step(SITE, _pages),
}


def done(step: Step, here: Path, word: str, *strace: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-B", "-c", HEAD + step.script, str(here), word]
    return subprocess.run([*strace, *command], capture_output=True, text=True, check=False)


def _moments(log: str) -> list[tuple[str, int]]:
    """Return the calls of a trace: the name of each, and which of these it is in its thread."""
    seen: Counter[tuple[str, str]] = Counter()
    for thread, call in re.findall(r"^(\d+) +(\w+)\(", log, re.MULTILINE):
        seen[thread, call] += 1
    found = {(call, number + 1) for (_, call), most in seen.items() for number in range(most)}
    return sorted(found)


@pytest.fixture(scope="module")
def tracer() -> tuple[str, ...]:
    """What traces a process and its threads; skip where that cannot be had."""
    strace = ("strace", "-f", "-qq", "-e", f"trace={CALLS}")
    try:
        subprocess.run([*strace, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("strace is not there, or may not trace: `apt-get install strace`")
    return strace


@pytest.mark.parametrize("name", STEPS)
def test_a_kill_at_any_step_leaves_the_old_or_the_new(
    name: str, tracer: tuple[str, ...], tmp_path: Path
) -> None:
    step, old, log = STEPS[name], tmp_path / "old", tmp_path / "log"
    old.mkdir()
    assert done(step, old, "old").returncode == 0
    whole, here = tmp_path / "whole", tmp_path / "here"
    shutil.copytree(old, whole)
    assert done(step, whole, "new", *tracer, "-o", str(log)).returncode == 0
    moments = _moments(log.read_text(encoding="utf-8"))
    allowed = [json.dumps(step.seen(folder)) for folder in (old, whole)]
    for call, number in seeded(name).sample(moments, min(len(moments), max(TRIES, 4))):
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(old, here)
        inject = f"inject={call}:signal=KILL:when={number}"
        assert done(step, here, "new", *tracer, "-e", inject).returncode == -signal.SIGKILL
        assert json.dumps(step.seen(here)) in allowed, (call, number)
        again = done(step, here, "new")
        assert again.returncode == 0, again.stderr
        assert json.dumps(step.seen(here)) == allowed[1]
        if name != "store":
            assert files(here) == files(whole), (call, number)
        else:
            assert len(list((here / "db").iterdir())) == 3
