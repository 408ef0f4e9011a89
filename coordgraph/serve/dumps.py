"""
All data as one file, as a published site has it: ``dataset.trig``, or ``dataset.trig.gz``.

Up to a size the statements stand in order, so that the same data are the same bytes; beyond it
they come as the store has them, which takes next to no memory.
"""

import gzip
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.dumps.writing import WHOLE
from coordgraph.publish.xml import sink_for
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import STATEMENTS, SUFFIXES
from coordgraph.serve.questions import Capped, TooMuch, too_much
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store

__all__ = ["LARGE", "dump_given", "names"]

LARGE = 100_000
"""Of more statements than these, files are offered packed, too."""

_ORDERED = 300_000
_NAME = WHOLE.rpartition("/")[2]
_PACKED = ".gz"
_LEVEL = 6


def names(*, packed: bool = False) -> Mapping[str, str]:
    """
    Return the names of the files, by format.

    >>> names(packed=True)["ttl"]
    'dataset.ttl.gz'
    """
    return {suffix: f"{_NAME}.{suffix}{_PACKED * packed}" for suffix in SUFFIXES}


def dump_given(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Give all data.

    The head of the message says ``path``, the name of a file, and ``gzip``.  Formats that know
    no graphs hold, in order, a statement once, whichever graphs it stands in.
    """
    assert isinstance(store, EmbeddedStore)
    name = message.head["path"]
    plainly = name.removesuffix(_PACKED)
    suffix = next((one for one, known in names().items() if known == plainly), None)
    if suffix is None:
        words = _("There is no such file; there are {known}.")
        return plain(404, words.format(known=", ".join(names().values())))
    media, sink = SUFFIXES[suffix], Capped(limits.answer_bytes)
    try:
        if plainly == name:
            _write(store, sink, STATEMENTS[media])
            return given(sink.getvalue(), media, message)
        with gzip.GzipFile("", "wb", compresslevel=_LEVEL, fileobj=sink, mtime=0) as packed:
            _write(store, cast("IO[bytes]", packed), STATEMENTS[media])
    except TooMuch:
        return plain(413, too_much(limits))
    tag = blake2b(sink.getvalue(), digest_size=16).hexdigest()
    return Reply(200, {"content-type": "application/gzip", "etag": f'"{tag}"'}, sink.getvalue())


def _write(store: EmbeddedStore, sink: IO[bytes], form: RdfFormat) -> None:
    serialize(_statements(store, form), sink_for(form, sink), form, prefixes=PREFIXES)


def _statements(store: EmbeddedStore, form: RdfFormat) -> Iterable[Quad] | Iterable[Triple]:
    ordered = len(store.oxigraph) <= _ORDERED
    if form.supports_datasets:
        return sorted(store.quads(), key=_in_graph) if ordered else store.quads()
    triples = (quad.triple for quad in store.quads())
    return sorted(set(triples), key=_place) if ordered else triples


def _in_graph(quad: Quad) -> tuple[str, ...]:
    return str(quad.graph_name), *_place(quad.triple)


def _place(triple: Triple) -> tuple[str, ...]:
    return str(triple.subject), str(triple.predicate), str(triple.object)
