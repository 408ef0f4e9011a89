"""Several processes at one place do not spoil each other's work."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from coordgraph.store import open_read_only
from tests.faults.test_kills import CASES, state
from tests.faults.warm import Warm

pytestmark = pytest.mark.faults

COORDGRAPH = [sys.executable, "-m", "coordgraph"]


def test_who_reads_during_a_load_reads_the_old_store_or_the_new(
    ready: Warm, tmp_path: Path
) -> None:
    case = CASES["load"]
    seen: list[object] = []
    expected: list[object] = []
    for version in (0, 1):
        assert ready.run(*case.call(tmp_path, version)).code == 0
        expected.append(state(tmp_path / "db"))
    opened = open_read_only(tmp_path / "db")
    for version in (0, 1):
        until = time.monotonic() + 60
        ready.begin(*case.call(tmp_path, version))
        while not seen or (seen[-1] != expected[version] and time.monotonic() < until):
            seen.append(state(tmp_path / "db"))
        assert ready.outcome().code == 0
    assert set(seen) == set(expected)
    assert sum(1 for _ in opened.quads()) == 27_000


@pytest.mark.parametrize("name", ["network", "import"])
def test_two_write_one_file_and_it_is_whole(name: str, ready: Warm, tmp_path: Path) -> None:
    case = CASES[name]
    expected: dict[str, set[object]] = {target: set() for target in case.targets}
    for version in (0, 1):
        assert ready.run(*case.call(tmp_path, version)).code == 0
        for target, known in expected.items():
            known.add(state(tmp_path / target))
    command = [*COORDGRAPH, *map(str, case.call(tmp_path, 0))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as other:
        while other.poll() is None:
            assert ready.run(*case.call(tmp_path, 1)).code == 0
            for target, known in expected.items():
                assert state(tmp_path / target) in known
    assert other.returncode == 0
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_second_load_into_a_store_is_told_who_is_first(ready: Warm, tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    hold = (
        "import sys; from pathlib import Path\n"
        "from coordgraph.store.generations import writing\n"
        "with writing(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path / "db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as first:
        assert first.stdout
        assert first.stdout.readline() == b"held\n"
        for name in ("load", "build"):
            refused = ready.run(*CASES[name].call(tmp_path, 0))
            assert refused.code == 2
            assert f"process {first.pid} is writing to this store" in refused.said
        assert not (tmp_path / "out").exists()
        first.kill()
    assert ready.run(*CASES["load"].call(tmp_path, 0)).code == 0


def test_a_file_that_vanishes_is_told(ready: Warm, tmp_path: Path) -> None:
    gone = tmp_path / "gone.nt"
    for arguments in (
        ("load", gone, "--store", tmp_path / "db"),
        ("import", gone.with_suffix(".csv"), "--out", tmp_path / "out.ttl"),
        ("ties", "--data", gone),
        ("validate", gone),
        ("publish", "--data", gone, "--out", tmp_path / "site"),
        ("query", "ASK {}", "--store", tmp_path / "db"),
        ("serve", "--store", tmp_path / "db"),
        ("diff", gone, gone),
    ):
        done = ready.run(*arguments)
        assert done.code == 2, (arguments, done.said)
        assert "Traceback" not in done.said
        assert list(tmp_path.iterdir()) == []
