"""
One surface under atheris, which looks for inputs that reach code that none has reached before.

    python -m tests.hostile.fuzzing MODULE/NAME [-runs=N] [-max_total_time=SECONDS] [CORPUS]

Options and folders are those of libFuzzer.  In the first folder it keeps what reached further;
what ends in an error that is none of the package's is written here, as ``crash-...``.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import atheris

from tests.hostile.fuzzing.surface import scratch

__all__ = ["main"]

_MODULES = ("documents", "tables", "questions", "requests", "choices")


def main(arguments: Sequence[str]) -> int:
    """Run a surface in a process of its own, which libFuzzer ends; return how it ended."""
    scratch()  # removed by this process
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    _fuzz(arguments)
    return 0


def _fuzz(arguments: Sequence[str]) -> None:
    name, *rest = arguments or [""]
    module, _, of = name.partition("/")
    if module not in _MODULES:
        sys.exit(f"Name a surface of {', '.join(_MODULES)}, as {_MODULES[0]}/turtle.")
    with atheris.instrument_imports(include=["coordgraph"]):
        surfaces = importlib.import_module(f"tests.hostile.fuzzing.{module}").SURFACES
    if of not in surfaces:
        sys.exit(f"Name one of {', '.join(f'{module}/{each}' for each in surfaces)}.")
    seeds = scratch() / "seeds"
    seeds.mkdir()
    for number, seed in enumerate(surfaces[of].seeds):
        (seeds / str(number)).write_bytes(seed)
    kept = [each for each in rest if not each.startswith("-")] or [str(scratch() / "kept")]
    Path(kept[0]).mkdir(exist_ok=True)
    options = [each for each in rest if each.startswith("-")]
    atheris.Setup(["fuzzing", *options, *kept, str(seeds)], surfaces[of].call)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
