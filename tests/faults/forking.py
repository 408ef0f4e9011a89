"""
Commands in forks of one process that has read everything, ended when and how it is told.

A command that need not read the dataset again spends its time on what is looked at here: what
it writes.  Orders and outcomes are JSON, one a line.
"""

import importlib
import json
import os
import signal
import sys
import time
import traceback
from functools import cache
from pathlib import Path
from typing import Any

from coordgraph.__main__ import main as coordgraph
from coordgraph.cli import VERBS, reading
from coordgraph.cli import publish as publishing
from coordgraph.ingest import source
from coordgraph.ingest.dataset import load
from coordgraph.publish import conversion, release
from coordgraph.store import open_store
from coordgraph.validation import validate

_PATIENCE = 30
"""Seconds that processes have to notice that the one they belong to has gone."""


def main() -> None:
    """Make ready, then do as ordered."""
    _read_all()
    for line in sys.stdin:
        print(json.dumps(_done(**json.loads(line))), flush=True)  # noqa: T201


def _read_all() -> None:
    """Let commands find the dataset read; that it is sound is of no interest here."""
    for verb in VERBS:
        importlib.import_module(f"coordgraph.cli.{'import_' if verb == 'import' else verb}")
    dataset, report = load(), validate(open_store())
    authored = cache(load)
    authored(derived=False)
    kept: dict[Any, dict[str, Any]] = {
        release: {
            "load": lambda: dataset,
            "measure": lambda _: None,
            "validate": lambda *_, **__: report,
        },
        conversion: {"load": authored},
        reading: {"open_source": cache(source.open_source)},
        publishing: {"open_source": cache(source.open_source)},
    }
    for module, names in kept.items():
        for name, instead in names.items():
            setattr(module, name, instead)
    reading.store_of((), None, None, derived=False)


def _done(
    arguments: list[str], after: float | None, number: int, said: str
) -> dict[str, int | float | bool]:
    """Run a command; send it a signal after some seconds, if any are told."""
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _run(arguments, Path(said))
    if after is not None:
        time.sleep(after)
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            os.kill(pid, number)
    _, status = os.waitpid(pid, 0)
    seconds = time.monotonic() - began
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": seconds,
        "orphans": _outlived(pid),
    }


def _run(arguments: list[str], said: Path) -> None:
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored, in the background
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for standard in (1, 2):
            os.dup2(handle, standard)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.argv = ["coordgraph", *arguments]
        coordgraph()
    except SystemExit as told:
        code = told.code if isinstance(told.code, int) else 0
    except BaseException:  # noqa: BLE001 - a traceback is what tests look for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def _outlived(group: int) -> bool:
    """Say whether processes of a command are still there when it has long gone."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.01)
    return True


if __name__ == "__main__":
    main()
