"""
Pages of things, made on all processors at once.

A process that is copied shares what it knows with its copies, so that nothing is read twice.
Which of them makes a page changes nothing in it.
"""

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from gettext import gettext as _
from multiprocessing import get_context
from typing import NamedTuple

from coordgraph.errors import CallError
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output, Part
from coordgraph.publish.site.things import write_thing

__all__ = ["write_things"]

_EACH = 50
"""How many things are given out at a time."""

_FEW = 500
"""So many things are made sooner than processes are."""

_ON_DEATH_OF_PARENT = 1
"""What ``prctl`` is told to have a signal sent then."""


class _Task(NamedTuple):
    """What every process knows."""

    knowledge: Knowledge
    formats: Formats
    things: Sequence[str]
    output: Output


_task: list[_Task] = []


def write_things(
    knowledge: Knowledge,
    formats: Formats,
    output: Output,
    *,
    tick: Callable[[int, int], None],
    processes: int | None = None,
) -> int:
    """
    Write the pages and the data of all things; return how many things.

    Parameters
    ----------
    knowledge, formats
        What is known, and how data is written.
    output
        Where they go.
    tick
        Told how many things are done, and of how many.
    processes
        How many write at once; as many as there are processors, if it is not said and they
        can be copied safely: that of a store on disk has threads, which a copy lacks.

    Raises
    ------
    UnwritableTarget
        If a file cannot be written.
    CallError
        If one of the processes was ended from outside.
    """
    things = list(knowledge.things())
    processes = processes or _processes(len(things), on_disk=knowledge.store.on_disk)
    if processes > 1:
        _write_together(_Task(knowledge, formats, things, output), processes, tick)
    else:
        for done, iri in enumerate(things):
            tick(done, len(things))
            write_thing(knowledge, iri, output, formats)
    return len(things)


def _processes(things: int, *, on_disk: bool) -> int:
    if on_disk or things <= _FEW or sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def _write_together(task: _Task, processes: int, tick: Callable[[int, int], None]) -> None:
    # Copies keep sharing memory in which no object is counted anew.
    gc.collect()
    gc.freeze()
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("fork"), initializer=_begin, initargs=(task,)
    )
    try:
        starts = range(0, len(task.things), _EACH)
        for start, part in zip(starts, pool.map(_some, starts), strict=True):
            task.output.take(part)
            tick(start, len(task.things))
    except BrokenProcessPool:
        problem = _("A process that made pages was ended; publish again into the same folder.")
        raise CallError(problem) from None
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _begin(task: _Task) -> None:
    # The process that gives out the work is the one that is interrupted; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with_parent()
    _task[:] = [task]


def _end_with_parent() -> None:
    """Let the system end this process when the one that gives out the work is killed."""
    ctypes.CDLL(None).prctl(_ON_DEATH_OF_PARENT, signal.SIGKILL, 0, 0, 0)


def _some(start: int) -> Part:
    (task,) = _task
    output = task.output.apart()
    for iri in task.things[start : start + _EACH]:
        write_thing(task.knowledge, iri, output, task.formats)
    return output.part()
