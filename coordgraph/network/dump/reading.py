"""Who takes part in what, out of a file of Parquet that `coordgraph incidence` wrote."""

from gettext import gettext as _
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from coordgraph.errors import ParseError, UnreadableFile
from coordgraph.files import check_file
from coordgraph.network.dump.asking import COLUMNS
from coordgraph.network.takings import Named, Takings
from coordgraph.reasons import reason

__all__ = ["read_dump"]


def read_dump(path: Path) -> Takings:
    """
    Return the rows of a dump, as `coordgraph.network.takings.read_takings` does of a store.

    Raises
    ------
    UnreadableFile
        If the file cannot be read.
    ParseError
        If it is no Parquet, or has no such columns.
    """
    table = _table(path)
    named = (Named.of(table.column(name)) for name in COLUMNS)
    mechanism, actor, level, start, end = named
    nothing = Named(start.names.slice(0, 0), start.place * 0 - 1)
    return Takings(actor, mechanism, level, start, end, nothing)


def _table(path: Path) -> pa.Table:
    check_file(path)
    try:
        with path.open("rb") as file:
            known = parquet.read_schema(file).names
        missing = [name for name in COLUMNS if name not in known]
        if missing:
            raise ParseError(
                str(path), _("it has no column {missing}.").format(missing=", ".join(missing))
            )
        with (
            path.open("rb") as opened,
            parquet.ParquetFile(opened, read_dictionary=list(COLUMNS)) as file,
        ):
            return file.read(columns=list(COLUMNS), use_threads=False)
    except pa.ArrowException as error:
        raise ParseError(str(path), str(error).partition("\n")[0]) from None
    except OSError as error:
        raise UnreadableFile(
            str(path), _("cannot be read: {problem}.").format(problem=reason(error))
        ) from None
