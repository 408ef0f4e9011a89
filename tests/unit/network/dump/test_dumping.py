"""A dump is whole or is not made; what came whole is not asked for again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet
from pyoxigraph import RdfFormat

from coordgraph.errors import (
    DataError,
    EmptyData,
    EndpointError,
    TooLarge,
    UnwritableTarget,
)
from coordgraph.network.dump.asking import QUESTION, Piece, count
from coordgraph.network.dump.dumping import Dumped, _rows, dump
from coordgraph.store import EmbeddedStore, RemoteStore, Store, open_store
from coordgraph.store.base import Answer
from tests.serving import served
from tests.unit.store.misbehaving import Misbehaving, Reply

TSV = "text/tab-separated-values"
HEADER = b"?mechanism\t?actor\t?level\t?start\t?end\n"
ROW = b"<urn:m>\t<urn:a>\t\t\t\n"


class Counted(RemoteStore):
    """Answers out of another store as an endpoint would, and breaks off when told to."""

    def __init__(self, store: Store, *, breaks_after: int = 1_000_000) -> None:
        super().__init__("http://127.0.0.1/sparql")
        self.store, self.left, self.asked = store, breaks_after, 0

    def answer(self, sparql: str) -> Answer:
        return self.store.answer(sparql)

    def batches(self, sparql: str) -> Iterator[pa.RecordBatch]:
        self.asked += 1
        if self.asked > self.left:
            raise EndpointError(self.url, "the answer breaks off before its end.")
        return self.store.batches(sparql)


def rows(path: Path) -> list[str]:
    return sorted(map(str, parquet.read_table(path).to_pylist()))


def expected(store: Store) -> list[str]:
    return sorted(map(str, store.columns(QUESTION).to_pylist()))


@pytest.mark.parametrize("part", [200, 1_000_000])
def test_a_dump_is_what_one_question_finds(
    dataset: EmbeddedStore, tmp_path: Path, part: int
) -> None:
    out, told = tmp_path / "a.parquet", []
    done = dump(dataset, out, source="here", part=part, tick=lambda *far: told.append(far))
    assert done.rows == count(dataset)
    assert done.parts >= done.rows / part
    assert rows(out) == expected(dataset)
    assert told[-1] == (done.rows, done.rows)
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]
    assert parquet.read_schema(out).metadata == {b"source": b"here"}


def test_what_was_broken_off_goes_on(dataset: EmbeddedStore, tmp_path: Path) -> None:
    out = tmp_path / "a.parquet"
    with pytest.raises(EndpointError, match="breaks off"):
        dump(Counted(dataset, breaks_after=3), out, source="here", part=200)
    assert not out.exists()
    again = Counted(dataset)
    done = dump(again, out, source="here", part=200)
    assert (done.kept, again.asked) == (3, done.parts - 3)
    assert rows(out) == expected(dataset)


@pytest.mark.parametrize("change", ["source", "cut"])
def test_what_is_left_of_something_else_is_asked_for_again(
    dataset: EmbeddedStore, tmp_path: Path, change: str
) -> None:
    out = tmp_path / "a.parquet"
    with pytest.raises(EndpointError):
        dump(Counted(dataset, breaks_after=1), out, source="there", part=200)
    if change == "cut":
        (left,) = (tmp_path / "a.parquet.parts").glob("*.parquet")
        left.write_bytes(left.read_bytes()[:-9])
    source = "here" if change == "source" else "there"
    assert dump(Counted(dataset), out, source=source, part=200).kept == 0
    assert rows(out) == expected(dataset)


def test_data_that_changed_in_between_is_asked_for_again(tmp_path: Path) -> None:
    store, out = pairs(4), tmp_path / "a.parquet"
    with pytest.raises(EndpointError):
        dump(Counted(store, breaks_after=2), out, source="here", part=2)
    store.oxigraph.load(pair("urn:m0", "urn:c"), format=RdfFormat.TURTLE)
    assert dump(Counted(store), out, source="here", part=2).rows == 9
    assert rows(out) == expected(store)


def test_data_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    store = pairs(4)

    def change(done: int, total: int) -> None:
        if done == total:
            store.oxigraph.load(pair("urn:new", "urn:a"), format=RdfFormat.TURTLE)

    with pytest.raises(DataError, match="8 rows before, 9 now"):
        dump(Counted(store), tmp_path / "a.parquet", source="here", part=2, tick=change)
    assert not (tmp_path / "a.parquet").exists()


def test_what_is_too_much_or_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match=r"8 participations, and at most 7 .*N-Quads"):
        dump(pairs(4), tmp_path / "a.parquet", source="here", most=7)
    with pytest.raises(EmptyData, match="nothing to write"):
        dump(pairs(0), tmp_path / "a.parquet", source="here")
    assert list(tmp_path.iterdir()) == []


def test_actors_without_a_name_are_not_told_apart_in_pieces(tmp_path: Path) -> None:
    store = pairs(2)
    store.oxigraph.load(pair("urn:n", "_:a"), format=RdfFormat.TURTLE)
    assert dump(store, tmp_path / "a.parquet", source="here") == Dumped(5, 1, 0)
    with pytest.raises(DataError, match="have no IRI"):
        dump(store, tmp_path / "b.parquet", source="here", part=1)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.parquet.parts").mkdir()
    (tmp_path / "a.parquet.parts" / "mine").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableTarget, match="is in the way"):
        dump(pairs(1), tmp_path / "a.parquet", source="here")
    with pytest.raises(UnwritableTarget, match=r"a\.parquet: cannot be written"):
        dump(pairs(1), tmp_path / "none" / "a.parquet", source="here")


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(HEADER + ROW, TSV), "2 rows were counted, and 1 came"),
        (Reply(HEADER + 5_000 * ROW, TSV), "2 rows were counted, and more came"),
        (Reply(HEADER + 2 * ROW, TSV, cut=9), "breaks off"),
        (Reply(HEADER + 2 * ROW, TSV, chunked=True, cut=9), "breaks off"),
        (Reply(HEADER + ROW + b"<urn:m>\t<urn:a>\n", TSV), "Expected 5 columns, got 2"),
        (
            Reply(b"?mechanism\t?actor\n<urn:m>\t<urn:a>\n", TSV),
            "the columns actor, mechanism;",
        ),
        (Reply(HEADER + ROW + b"<urn:m>\t\t\t\t\n", TSV), "rows without actor"),
        (Reply(b"<html>Sign in</html>", "text/html"), "Is this a SPARQL endpoint?"),
    ],
)
def test_an_endpoint_that_errs_leaves_no_file(
    tmp_path: Path, reply: Reply, message: str
) -> None:
    binding = b'{"rows": {"type": "literal", "value": "2"}}'
    two = b'{"head": {"vars": ["rows"]}, "results": {"bindings": [%s]}}' % binding
    Misbehaving.replies["/sparql"] = [Reply(two), reply]
    with (
        served(Misbehaving) as address,
        pytest.raises((DataError, EndpointError), match=re.escape(message)),
    ):
        dump(RemoteStore(f"{address}/sparql"), tmp_path / "a.parquet", source=address)
    assert not list(tmp_path.rglob("*.parquet"))


def pair(mechanism: str, actor: str) -> str:
    name = mechanism if mechanism.startswith("_:") else f"<{mechanism}>"
    who = actor if actor.startswith("_:") else f"<{actor}>"
    prefix = "PREFIX cg: <https://w3id.org/coordgraph/ns#>"
    return f"{prefix} {name} cg:participation [ cg:actor {who} ] ."


def pairs(mechanisms: int) -> EmbeddedStore:
    """Return a store of mechanisms in which two take part."""
    store = open_store()
    for at in range(mechanisms):
        for actor in ("urn:a", "urn:b"):
            store.oxigraph.load(pair(f"urn:m{at}", actor), format=RdfFormat.TURTLE)
    return store


def test_an_answer_of_other_columns_is_refused() -> None:
    batch = pa.RecordBatch.from_pydict({"a": [1], "b": [2]})
    piece = Piece(None, None, 1)
    with pytest.raises(DataError, match="has the columns a, b, not"):
        list(_rows(iter([batch]), piece, tick=lambda _: None, whole=True))
