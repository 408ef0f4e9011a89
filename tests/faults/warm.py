"""The near side of the process that runs commands in forks, and what tests compare."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

__all__ = ["SECRET", "TRIES", "Outcome", "Warm", "digest", "files", "seeded", "warm"]

TRIES = int(os.environ.get("COORDGRAPH_FAULTS", "4"))
"""How many times each command is ended at some moment."""

SEED = os.environ.get("COORDGRAPH_FAULTS_SEED", "")
"""What else the moments are drawn from: with another one, they are others."""

SECRET = "0123456789abcdef"  # noqa: S105 - of servers that live for these tests


class Outcome(NamedTuple):
    """
    What came of a command.

    ``orphans`` says whether processes of it were left; ``said`` is all that it printed.
    """

    code: int
    seconds: float
    orphans: bool
    said: str


class Warm:
    """Runs commands quickly, and ends them."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self._said = folder / "said"

    def run(
        self,
        *arguments: object,
        after: float | None = None,
        number: signal.Signals = signal.SIGKILL,
    ) -> Outcome:
        """Run a command, to its end or until it gets a signal after some seconds."""
        self.begin(*arguments, after=after, number=number)
        return self.outcome()

    def begin(
        self,
        *arguments: object,
        after: float | None = None,
        number: signal.Signals = signal.SIGKILL,
    ) -> None:
        """Order a command, and do not wait."""
        self._said.unlink(missing_ok=True)
        order = {
            "arguments": [str(argument) for argument in arguments],
            "after": after,
            "number": int(number),
            "said": str(self._said),
        }
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def outcome(self) -> Outcome:
        """Wait for the end of what was ordered."""
        assert self._process.stdout
        told = json.loads(self._process.stdout.readline())
        return Outcome(**told, said=self.said())

    def said(self) -> str:
        """Return what the command has printed so far."""
        return self._said.read_text(encoding="utf-8") if self._said.exists() else ""


@contextmanager
def warm(folder: Path) -> Iterator[Warm]:
    """Give a process that has read everything."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.faults.forking"]
    environment = {**os.environ, "COORDGRAPH_SERVE_TOKEN": SECRET}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Warm(process, folder)
        process.communicate(timeout=60)


def seeded(name: str) -> random.Random:
    """Return what draws the moments of a test, the same in each run with one seed."""
    return random.Random(f"{name}{SEED}")


def files(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder, hidden ones, too."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digest(path: Path) -> str | None:
    """Return what tells one state of a file or folder from another; None if it is not there."""
    if path.is_dir():
        return sha256(json.dumps(files(path)).encode()).hexdigest()
    return sha256(path.read_bytes()).hexdigest() if path.exists() else None
