"""
Ties, actors and a summary into a folder, all at once where it is on this machine.

The folder holds ``ties``, parted by level, ``actors``, and ``summary``, which is written last:
where it is, all is.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import Literal

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame

from coordgraph.errors import UnwritableTarget
from coordgraph.files import new_folder

__all__ = ["MARK", "Target", "into", "is_on_this_machine", "measures_into"]

MARK = "coordgraph-ties"
"""A file in a folder that was made this way, and that may take the place of it."""

Target = Literal["parquet", "csv"]


def is_on_this_machine(folder: str) -> bool:
    """
    Say whether a path or an address is a folder of this machine.

    >>> is_on_this_machine("ties"), is_on_this_machine("s3a://bucket/ties")
    (True, False)
    """
    return "://" not in folder or folder.startswith("file://")


@contextmanager
def _place(folder: str) -> Iterator[str]:
    if not is_on_this_machine(folder):
        yield folder
        return
    with new_folder(Path(folder.removeprefix("file://")), mark=MARK) as part:
        yield str(part)
        (part / MARK).touch()


def into(
    folder: str,
    *,
    ties: DataFrame,
    actors: DataFrame,
    summary: Mapping[str, object],
    form: Target = "parquet",
) -> None:
    """
    Write a network into a folder.

    Parameters
    ----------
    folder
        A path, or an address that the cluster sees.  One of this machine takes the place of one
        that was made this way; elsewhere it must be new.
    ties, actors
        What to write.
    summary
        What to say of them, as JSON.
    form
        Parquet, or CSV with a header.

    Raises
    ------
    UnwritableTarget
        If something else stands there, or it cannot be written.
    """
    with _as_new(folder), _place(folder) as place:
        _write(ties, f"{place}/ties", form, by="level")
        _write(actors, f"{place}/actors", form)
        _summed_up(ties, summary, f"{place}/summary")


def measures_into(
    folder: str, *, measures: DataFrame, summary: Mapping[str, object], form: Target = "parquet"
) -> None:
    """
    Write measures of actors, and a summary of them, into a folder as `into` does.

    Raises
    ------
    UnwritableTarget
        If something else stands there, or it cannot be written.
    """
    with _as_new(folder), _place(folder) as place:
        _write(measures, f"{place}/measures", form)
        _summed_up(measures, summary, f"{place}/summary")


@contextmanager
def _as_new(folder: str) -> Iterator[None]:
    try:
        yield
    except AnalysisException as error:
        if "PATH_ALREADY_EXISTS" not in str(error):
            raise
        raise UnwritableTarget(folder, _("is there already; name a new folder.")) from None


def _summed_up(frame: DataFrame, summary: Mapping[str, object], place: str) -> None:
    text = json.dumps(dict(summary), ensure_ascii=False)
    told = frame.sparkSession.createDataFrame([(text,)], "value string")
    told.coalesce(1).write.text(place)


def _write(frame: DataFrame, place: str, form: Target, *, by: str | None = None) -> None:
    writer = frame.write.option("header", "true").format(form)
    (writer.partitionBy(by) if by else writer).save(place)
