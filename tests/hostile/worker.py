"""
A process of limited memory that runs calls of the command line, one after the other.

It reads a call a line, in JSON, and answers each with a line: how it ended, what it said, and
the most memory that it took beside what it had before.
"""

import importlib
import io
import json
import os
import resource
import sys
import tempfile
import traceback
from pathlib import Path
from typing import IO, Any

from coordgraph.cli import main

__all__ = ["work"]

_VERBS = (
    "diff",
    "import_",
    "load",
    "network",
    "publish",
    "query",
    "resolve",
    "ties",
    "validate",
)


def _memory(field: str) -> int:
    """Return a line of the memory's account, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = next(line for line in status.splitlines() if line.startswith(f"{field}:"))
    return int(found.split()[1]) * 1024


def _outcome() -> tuple[int, str]:
    """Run what the arguments say; return the exit code, and the traceback if there is one."""
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code)), ""
    except BaseException:  # noqa: BLE001 - whatever comes is what is looked for
        return -1, traceback.format_exc()
    return 0, ""


def _called(asked: dict[str, Any]) -> dict[str, Any]:
    sys.argv = ["coordgraph", *asked["arguments"]]
    sys.stdin = io.TextIOWrapper(io.BytesIO(bytes.fromhex(asked["given"])), encoding="utf-8")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _memory("VmRSS")
    code, trace = _outcome()
    sys.stdout.flush()
    sys.stderr.flush()
    return {"code": code, "trace": trace, "memory": max(0, _memory("VmHWM") - before)}


def _said(file: IO[bytes]) -> str:
    file.seek(0)
    words = file.read().decode("utf-8", "backslashreplace")
    file.truncate(0)
    file.seek(0)
    return words


def work(limit: int) -> None:
    """Answer calls until there are no more, within ``limit`` bytes of addresses."""
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with (
        os.fdopen(os.dup(1), "w", encoding="utf-8") as answers,
        os.fdopen(os.dup(0), encoding="utf-8") as calls,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as errors,
    ):
        for verb in _VERBS:  # now, so that their memory is not counted as that of a call
            importlib.import_module(f"coordgraph.cli.{verb}")
        answers.write("ready\n")
        answers.flush()
        os.dup2(out.fileno(), 1)
        os.dup2(errors.fileno(), 2)
        for line in calls:
            told = _called(json.loads(line))
            told["out"], told["errors"] = _said(out), _said(errors)
            answers.write(json.dumps(told) + "\n")
            answers.flush()


if __name__ == "__main__":
    work(int(sys.argv[1]))
