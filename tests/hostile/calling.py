"""Calls of the command line on hostile input: how each ends, how soon, with how much memory."""

import json
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic

__all__ = ["MOST", "SECONDS", "Caller", "Outcome", "caller"]

SECONDS = 60
"""Within which a call ends, on a busy machine."""

MOST = 600 * 1024**2
"""How much memory a call may take beside the program itself, in bytes."""

_CALLS = 100
"""After how many calls a process is followed by a new one: each leaves a thread behind."""

_ADDRESSES = 4 * 1024**3
_LAST = 2_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    How a call ended.

    Attributes
    ----------
    code
        The exit code; negative where it ended by a traceback, a signal or for lack of time.
    out, errors
        What it wrote.
    trace
        The traceback, or how else it came to a bad end; nothing if it did not.
    memory
        How much it took beside what the program had before, in bytes.
    """

    code: int
    out: str
    errors: str
    trace: str
    memory: int

    def check(self, *codes: int) -> "Outcome":
        """Make sure that the call ended as a call must, by one of these codes; return it."""
        assert not self.trace, self.trace
        assert self.code in (codes or (0, 1, 2)), f"{self.code}: {self.errors}"
        assert "Traceback" not in self.errors, self.errors
        assert self.code == 0 or self.errors or self.out, "it ends without a word"
        assert self.memory < MOST, f"{self.memory / 1024**2:.0f} MB: {self.errors}"
        return self


class Caller:
    """
    Calls the command line in a process that is started anew when it dies, or has done much.

    Parameters
    ----------
    addresses
        How many bytes the process can address.
    """

    def __init__(self, addresses: int = _ADDRESSES) -> None:
        self._addresses, self._calls = addresses, 0
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.hostile.worker", str(self._addresses)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        return process

    def __call__(
        self, *arguments: object, given: bytes = b"", seconds: float = SECONDS
    ) -> Outcome:
        """Call with these arguments, and ``given`` on standard input."""
        self._calls += 1
        if self._calls % _CALLS == 0:
            self.close()
            self._process = self._started()
        assert self._process.stdin
        asked = {"arguments": [str(each) for each in arguments], "given": given.hex()}
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        line = self._answer(seconds)
        if line.endswith(b"\n"):
            return Outcome(**json.loads(line))
        return self._lost()

    def _answer(self, seconds: float) -> bytes:
        """Return the line that comes, or as much of it as came in time."""
        assert self._process.stdout
        end, line = monotonic() + seconds, b""
        while not line.endswith(b"\n") and (left := end - monotonic()) > 0:
            if select.select([self._process.stdout], [], [], left)[0]:
                piece = self._process.stdout.read1(1 << 16)  # type: ignore[attr-defined]
                if not piece:
                    break
                line += piece
        return line

    def _lost(self) -> Outcome:
        """Return how the process came to an end that was none of its own; start another."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        late = self._process.poll() is None
        self._process.kill()
        _, errors = self._process.communicate()
        code = self._process.returncode
        self._process = self._started()
        why = "it does not end" if late else f"it dies by signal {-code}"
        return Outcome(-9, "", "", f"{why}. {errors.decode()[-_LAST:]}", 0)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@contextmanager
def caller(addresses: int = _ADDRESSES) -> Iterator[Caller]:
    """Give something to call the command line with."""
    found = Caller(addresses)
    try:
        yield found
    finally:
        found.close()
