"""Documents in RDF, as `--data` reads them."""

from collections.abc import Callable
from contextlib import suppress

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from coordgraph.errors import CoordgraphError, ParseError
from coordgraph.guard import guard
from coordgraph.ingest.rdf import load_bytes, load_file
from coordgraph.store import open_store
from tests.hostile.fuzzing.small import DATA
from tests.hostile.fuzzing.surface import Surface, scratch

__all__ = ["SURFACES"]


def _reader(form: RdfFormat) -> Callable[[bytes], None]:
    """Return what reads a document of a format: from a file, and from memory."""

    def read(data: bytes) -> None:
        path = scratch() / f"document.{form.file_extension}"
        path.write_bytes(data)
        with suppress(CoordgraphError):
            load_file(open_store(), path, form=form)
        with suppress(CoordgraphError):
            load_bytes(open_store(), data, form, graph=DefaultGraph(), name="a document")
        assert _is_let_through(data, form, len(data) or 1) == _is_let_through(data, form, 7)

    return read


def _is_let_through(data: bytes, form: RdfFormat, size: int) -> bool:
    """Say whether a guard lets a document through that comes in blocks of a size."""
    found = guard("a document", form)
    try:
        for start in range(0, len(data), size):
            found.look(data[start : start + size])
    except ParseError:
        return False
    return True


def _written(form: RdfFormat) -> bytes:
    """Return the small dataset in a format."""
    found = [quad.triple for quad in parse(DATA, RdfFormat.TURTLE)]
    if not form.supports_datasets:
        return serialize(found, format=form) or b""
    quads = [Quad(t.subject, t.predicate, t.object, NamedNode("urn:g")) for t in found]
    return serialize(quads, format=form) or b""


_XML = b"""<!DOCTYPE r [<!ENTITY a "urn:">]>
<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:">
<r:li r:about="&a;b"><p r:parseType="Literal"><q/></p></r:li></r:RDF>
"""
SURFACES = {
    "turtle": Surface(
        _reader(RdfFormat.TURTLE),
        (DATA, b'<urn:a> <urn:b> """c\\u0041"""@en--ltr , <<( <urn:a> a 1 )>> .'),
    ),
    "trig": Surface(
        _reader(RdfFormat.TRIG),
        (_written(RdfFormat.TRIG), b"GRAPH <urn:g> { [] a true, 1e3, 1.5 }"),
    ),
    "n-triples": Surface(
        _reader(RdfFormat.N_TRIPLES),
        (_written(RdfFormat.N_TRIPLES), b'_:a <urn:b> "c"^^<urn:d> . # e'),
    ),
    "n-quads": Surface(
        _reader(RdfFormat.N_QUADS),
        (_written(RdfFormat.N_QUADS), b"_:a <urn:b> <<( _:a <urn:b> _:c )>> <urn:g> ."),
    ),
    "json-ld": Surface(
        _reader(RdfFormat.JSON_LD),
        (
            _written(RdfFormat.JSON_LD),
            b'{"@context": {"@vocab": "urn:", "l": {"@container": "@list"}}, "l": [1]}',
        ),
    ),
    "rdf-xml": Surface(
        _reader(RdfFormat.RDF_XML),
        (
            _written(RdfFormat.RDF_XML),
            _XML,
        ),
    ),
}
"""By name."""
