"""Texts and types as formats in XML take them."""

import re

import pyarrow as pa

from coordgraph.network.exports.rendering import Column, mapped

__all__ = ["escaped", "quoted", "type_name"]

_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
_PYTHON = re.compile(r"[&<>\"\x00-\x1f\ufffe\uffff]")
_ARROW = r"[&<>\"\x00-\x1f\x{fffe}\x{ffff}]"


def escaped(column: Column) -> pa.Array:
    r"""
    Return texts for attributes or between tags, without the characters that XML forbids.

    >>> escaped(pa.array(['<b> "x" \x07&\r'])).to_pylist()
    ['&lt;b&gt; &quot;x&quot; &amp;&#13;']
    """
    return mapped(column, quoted, where=_ARROW)


def quoted(text: str) -> str:
    r"""
    Return one text for an attribute or between tags.

    >>> quoted("two\nlines")
    'two&#10;lines'
    """
    return _PYTHON.sub(lambda found: _ESCAPES.get(found[0], ""), text)


def type_name(of: pa.DataType) -> str:
    """
    Return what GraphML and GEXF call a type of values.

    >>> type_name(pa.int16()), type_name(pa.string())
    ('long', 'string')
    """
    if pa.types.is_boolean(of):
        return "boolean"
    if pa.types.is_integer(of):
        return "long"
    return "double" if pa.types.is_floating(of) else "string"
