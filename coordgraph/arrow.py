"""
Columns of Arrow out of arrays and texts, and arrays out of columns.

pyarrow's own ``array`` and ``to_numpy`` import pandas, which takes longer than most answers.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["booleans", "encoded", "floats", "integers", "numbers", "texts", "whole"]


def texts(values: Iterable[str]) -> pa.StringArray:
    """
    Return texts as a column.

    >>> texts(["a", "", "ñ"]).to_pylist()
    ['a', '', 'ñ']
    """
    written = [value.encode() for value in values]
    ends = np.cumsum([0, *map(len, written)], dtype=np.int64)
    body = pa.py_buffer(b"".join(written))
    wide = pa.LargeStringArray.from_buffers(len(written), pa.py_buffer(ends), body)
    return wide.cast(pa.string())


def encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """
    Return a column of texts, each kept once, in one piece.

    >>> encoded(pa.chunked_array([], pa.dictionary(pa.int32(), pa.string()))).to_pylist()
    []
    """
    if not column.num_chunks:
        return texts([]).dictionary_encode()
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def whole(column: pa.ChunkedArray) -> pa.Array:
    """
    Return a column in one piece.

    >>> whole(pa.chunked_array([], pa.string())).to_pylist()
    []
    """
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays([*column.chunks, pa.nulls(0, column.type)])


def integers(values: npt.NDArray[np.int64], *, null: int | None = None) -> pa.Int64Array:
    """
    Return whole numbers as a column, one of them as null.

    >>> integers(np.array([3, -1]), null=-1).to_pylist()
    [3, None]
    """
    body = pa.py_buffer(np.ascontiguousarray(values, dtype=np.int64))
    known = (
        None if null is None else pa.py_buffer(np.packbits(values != null, bitorder="little"))
    )
    return pa.Array.from_buffers(pa.int64(), len(values), [known, body])


def floats(values: npt.NDArray[np.float64]) -> pa.DoubleArray:
    """
    Return numbers as a column; what is no number is null.

    >>> floats(np.array([0.5, np.nan])).to_pylist()
    [0.5, None]
    """
    known = pa.py_buffer(np.packbits(~np.isnan(values), bitorder="little"))
    body = pa.py_buffer(np.ascontiguousarray(values, dtype=np.float64))
    return pa.Array.from_buffers(pa.float64(), len(values), [known, body])


def numbers(column: pa.Array, *, null: int = 0) -> npt.NDArray[np.int64]:
    """
    Return a column of whole numbers as an array, nulls as one of them.

    >>> numbers(integers(np.array([3, -1]), null=-1), null=7).tolist()
    [3, 7]
    """
    if not len(column):
        return np.array([], dtype=np.int64)
    whole = column.cast(pa.int64())
    found = np.frombuffer(whole.buffers()[1], np.int64, len(whole), whole.offset * 8)
    return np.where(booleans(whole.is_valid()), found, null) if whole.null_count else found


def booleans(column: pa.BooleanArray) -> npt.NDArray[np.bool_]:
    """
    Return a column of yes and no as an array.

    >>> booleans(integers(np.array([0, 7])).cast(pa.bool_())).tolist()
    [False, True]
    """
    return np.equal(numbers(column.cast(pa.uint8())), 1)
