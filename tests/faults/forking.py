"""
Commands in forks of one process that has read everything, ended when and how it is told.

A command that need not read the dataset again, and finds a small one, spends its time on what
is looked at here: what it writes.  Orders and outcomes are JSON, one a line.
"""

import importlib
import json
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coordgraph.__main__ import main as coordgraph
from coordgraph.cli import VERBS, reading
from coordgraph.cli import publish as publishing
from coordgraph.infer import derive
from coordgraph.ingest import source
from coordgraph.ingest.dataset import load
from coordgraph.publish import conversion, release
from coordgraph.publish.site import publishing as site
from coordgraph.store import EmbeddedStore, Store, open_store
from coordgraph.validation import validate
from tests.unit.publish.site.vocabulary import without_concepts

_PATIENCE = 30
"""Seconds that processes have to notice that the one they belong to has gone."""


def main() -> None:
    """Make ready, then do as ordered."""
    _read_all()
    with without_concepts():
        for line in sys.stdin:
            print(json.dumps(_done(**json.loads(line))), flush=True)  # noqa: T201


def _read_all() -> None:
    """Let commands find a few agreements read; that they are sound is of no interest here."""
    for verb in VERBS:
        importlib.import_module(f"coordgraph.cli.{'import_' if verb == 'import' else verb}")
    authored = _few(load(derived=False))
    dataset, report = open_store(), validate(open_store())
    dataset.oxigraph.bulk_extend(authored.quads())
    derive(dataset)
    kept: dict[Any, dict[str, Any]] = {
        release: {
            "load": lambda: dataset,
            "measure": lambda _: None,
            "validate": lambda *_, **__: report,
            "draw": _draw,
            "dataset_locator": lambda: None,
        },
        conversion: {"load": lambda **_: authored},
        reading: {"open_source": _opened(dataset)},
        publishing: {"open_source": _opened(dataset)},
        site: dict.fromkeys(("write_library", "write_ontology", "write_shapes"), _left_out),
    }
    for module, names in kept.items():
        for name, instead in names.items():
            setattr(module, name, instead)


def _few(dataset: EmbeddedStore) -> EmbeddedStore:
    """Return one practice of a dataset, and of its agreements those of many states."""
    few = open_store()
    few.oxigraph.bulk_extend(
        quad for quad in dataset.quads() if _KEPT.search(str(quad.subject))
    )
    return few


_KEPT = re.compile(
    r"/id/(level|place|role|sector|[a-z-]+-(kind|class|status))/"
    r"|/actor/(oiss|state-)|/practice/siaci|/\w+/(m-siaci|multi)-"
)


def _opened(dataset: EmbeddedStore) -> Callable[..., Store]:
    """Return what opens the dataset in no time, and what else is asked for as ever."""

    def opened(data: tuple[str, ...], **places: Any) -> Store:
        if data or any(places.get(name) for name in ("store", "endpoint")):
            return source.open_source(data, **places)
        return dataset

    return opened


def _left_out(*given: object) -> list[str]:
    """Write nothing of what is the same on each site."""
    del given
    return []


def _draw(folder: Path, dataset: EmbeddedStore, measured: object, lang: str) -> None:
    """Write what stands for figures, which take long to draw."""
    del dataset, measured
    folder.mkdir()
    for name in ("levels", "map", "network"):
        (folder / f"{name}.svg").write_text(f"<svg>{lang}</svg>\n" * 9000, encoding="ascii")


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
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # it may be ignored where tests run
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
