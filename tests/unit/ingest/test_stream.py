"""A document is read as it stands, then its mark."""

import errno
import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple

from coordgraph.errors import ParseError, UnreadableFile
from coordgraph.ingest.stream import Progress, Stream, is_markable

A = NamedNode("urn:a")
MARK = Triple(A, A, A)


def read(stream: Stream, size: int) -> bytes:
    return b"".join(iter(lambda: stream.read(size), b""))


@given(
    st.binary(max_size=300),
    st.integers(1, 99),
    st.sampled_from([(False, False), (True, False), (False, True), (True, True)]),
)
def test_all_is_read_without_the_byte_order_mark(
    body: bytes,
    size: int,
    how: tuple[bool, bool],
) -> None:
    zipped, marked = how
    told: list[int] = []
    document = b"\xef\xbb\xbf" + body
    file = io.BytesIO(gzip.compress(document, mtime=0) if zipped else document)
    progress = Progress("it", size=len(file.getvalue()))
    stream = Stream(
        file,
        RdfFormat.N_TRIPLES,
        progress,
        lambda found: told.append(found.done),
        zipped=zipped,
        mark=MARK if marked else None,
    )
    assert read(stream, size) == body + (f"\n{MARK} .\n".encode() if marked else b"")
    assert stream.lines == body.count(b"\n")
    assert told == sorted(told)
    if body:
        assert progress.done == progress.size
        assert progress.statements == stream.lines


@pytest.mark.parametrize(
    "broken", [gzip.compress(b"a" * 9999, mtime=0)[:-9], b"\x1f\x8bno", b"none"]
)
def test_a_zipped_document_that_is_broken_is_told(broken: bytes) -> None:
    progress = Progress("it.nt.gz")
    stream = Stream(io.BytesIO(broken), RdfFormat.TURTLE, progress, lambda _: None, zipped=True)
    with pytest.raises(ParseError, match=r"^it\.nt\.gz: the compressed data is broken: "):
        read(stream, 999)


def test_only_what_goes_on_after_a_statement_can_be_marked() -> None:
    marked = [form for form in (RdfFormat.TURTLE, RdfFormat.N_QUADS) if is_markable(form)]
    assert len(marked) == 2
    assert not is_markable(RdfFormat.JSON_LD)
    assert not is_markable(RdfFormat.RDF_XML)


def test_what_cannot_be_read_on_the_way_is_told() -> None:
    class Torn(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            del buffer
            raise OSError(errno.EIO, "Input/output error")

    stream = Stream(Torn(), RdfFormat.N_TRIPLES, Progress("a.nt"), lambda _: None)  # type: ignore[arg-type]
    with pytest.raises(UnreadableFile, match="a\\.nt: "):
        stream.read(9)
