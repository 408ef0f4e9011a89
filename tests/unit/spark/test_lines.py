from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, RdfFormat, Triple, parse

from coordgraph.spark.lines import BAD, READ, Kept, Parser, kept, reader

_KEPT = Kept({"x:p": "p"}, frozenset({("x:p", "x:none")}))
_NT, _NQ = Parser(quads=False, keeping=_KEPT), Parser(quads=True, keeping=_KEPT)

HARD = [
    r'<x:a> <x:p> "a\tb\nc\"d\\e\u00e1\U0001F600" .',
    '<x:a> <x:p> "says > and < here"@en .',
    '<x:a> <x:p> "x"@es-419 .',
    '<x:a> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    '<x:a> <x:p> "d"@en--ltr .',
    r"<x:\u00e1> <x:\u0070> <x:b> .",
    "_:b <x:p> _:b.c .",
    "<x:a><x:p><x:b>.# a comment",
    "   <x:a>\t<x:p>   <x:b>   .   ",
    '<x:a> <x:p> "" .',
    '<x:a> <x:p> "# no comment" .',
    "<x:a> <x:p> <<( <x:s> <x:q> <x:o> )>> .",
    "<x:a> <x:p> <x:none> .",
    '<x:a> <x:other> "not kept" .',
    "# only a comment",
    "",
    '<x:a> <x:p> "ñ á 中 \U0001f600" .',
]
WRONG = [
    "<x:a> <x:p> .",
    '<x:a> <x:p> "no end .',
    "<x:a> <x:p> <x:b>",
    "<a> <x:p> <x:b> .",
    '<x:a> "x" <x:b> .',
    '<x:a> <x:p> "x"@en_US .',
    r'<x:a> <x:p> "\uD800" .',
    r"<x:\u0020a> <x:p> <x:b> .",
    "<x:a> <x:p> <x:b> . <x:a> <x:p> <x:c> .",
    "nothing of this kind",
]


def _encoded(lines: Sequence[str]) -> list[bytes]:
    return [line.encode() for line in lines]


def _as_a_whole(lines: Sequence[str], form: RdfFormat) -> list[tuple[str, str, bool]]:
    body = "\n".join(lines).encode()
    return [
        (str(quad.subject), _said(quad.object), isinstance(quad.object, Literal))
        for quad in parse(body, format=form)
        if quad.predicate.value == "x:p"
        and not isinstance(quad.object, Triple)
        and str(quad.object) != "<x:none>"
    ]


def _said(thing: object) -> str:
    return thing.value if isinstance(thing, (Literal, BlankNode)) else str(thing)[1:-1]


@pytest.mark.parametrize("end", ["", "\r"])
def test_hard_lines_are_read_as_oxigraph_reads_the_file(end: str) -> None:
    rows = list(kept(_encoded([line + end for line in HARD]), _NT, file=("f", 0)))
    expected = _as_a_whole(HARD, RdfFormat.N_TRIPLES)
    assert [row[0] for row in rows] == ["p"] * len(expected)
    plain = [str(row[2]).rpartition("x")[2] if "_:" in str(row[2]) else row[2] for row in rows]
    assert plain == [thing for _, thing, _ in expected]
    assert [row[4] for row in rows] == [literal for *_, literal in expected]


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_told_with_its_place_and_the_others_are_kept(line: str) -> None:
    lines = [HARD[0], line, HARD[1]]
    with pytest.raises(SyntaxError):
        list(parse("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES))
    first, bad, last = kept(_encoded(lines), _NT, file=("f", 0), before=5)
    assert (first[0], last[0], last[3]) == ("p", "p", "en")
    assert (bad[0], bad[1], bad[5], bad[7]) == (BAD, line, "f", 7)
    assert "line 1" not in str(bad[2])


def test_bytes_that_are_no_text_are_a_wrong_line() -> None:
    (bad,) = kept([b'<x:a> <x:p> "\xff" .'], _NT, file=("f", 0))
    assert bad[0] == BAD
    assert "UTF-8" in str(bad[2])


def test_the_graph_of_a_quad_does_not_matter() -> None:
    lines = ["<x:a> <x:p> <x:b> <x:g> .", "<x:a> <x:p> <x:b> .", "<x:a> <x:p> <x:b> _:g ."]
    assert [row[2] for row in kept(_encoded(lines), _NQ, file=("f", 0))] == ["x:b"] * 3


def test_triples_have_no_graph() -> None:
    (bad,) = kept([b"<x:a> <x:p> <x:b> <x:g> ."], _NT, file=("f", 0))
    assert bad[0] == BAD


def test_a_mark_of_byte_order_begins_a_file_and_nothing_else() -> None:
    line = b"\xef\xbb\xbf<x:a> <x:p> <x:b> ."
    assert [row[0] for row in kept([line, line], _NT, file=("f", 0))] == ["p", BAD]
    assert [row[0] for row in kept([line], _NT, file=("f", 64))] == [BAD]


def test_blank_nodes_of_two_files_are_different_and_of_one_file_the_same() -> None:
    rows = [
        next(iter(kept([b"_:b <x:p> _:b ."], _NT, file=(name, block))))
        for name, block in (("f", 0), ("f", 64), ("g", 0))
    ]
    assert rows[0][1] == rows[0][2] == rows[1][1] != rows[2][1]


def _batches(places: Sequence[tuple[str, int]], size: int) -> list[pa.RecordBatch]:
    columns = {
        "value": ["<x:a> <x:p> <x:b> .", "bad"] * (len(places) // 2),
        "file": [file for file, _ in places],
        "block": [block for _, block in places],
    }
    batches: list[pa.RecordBatch] = pa.table(columns).to_batches(max_chunksize=size)
    return batches


@given(st.integers(1, 9), st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_lines_are_counted_by_block_however_they_come(size: int, pairs: list[int]) -> None:
    places = [("f", at) for at, many in enumerate(pairs) for _ in range(2 * many)]
    rows = [
        row for batch in reader(_NT)(iter(_batches(places, size))) for row in batch.to_pylist()
    ]
    read = {row["block"]: (row["line"], row["subject"]) for row in rows if row["role"] == READ}
    expected = {at: (2 * many, str(many)) for at, many in enumerate(pairs) if many}
    assert read == expected
    bad = [(row["block"], row["line"]) for row in rows if row["role"] == BAD]
    assert bad == [(at, 2 * nth) for at, many in enumerate(pairs) for nth in range(1, many + 1)]
