"""All data are given as one file, in each format, packed or plain."""

import gzip

import pytest
from pyoxigraph import NamedNode, Quad, parse

from coordgraph.serve.dumps import dump_given, names
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import STATEMENTS, SUFFIXES
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore, open_store


def given(store: EmbeddedStore, name: str, limits: Limits | None = None) -> Reply:
    return dump_given(store, Message({"path": name, "gzip": False}), limits or Limits())


@pytest.fixture(scope="module")
def some(dataset: EmbeddedStore) -> EmbeddedStore:
    """Return an eighth of the dataset, of all of its graphs."""
    store = open_store()
    store.oxigraph.extend(sorted(dataset.quads(), key=str)[::8])
    return store


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_holds_all_statements_and_is_packed_as_well(
    some: EmbeddedStore, suffix: str
) -> None:
    plain = given(some, f"dataset.{suffix}")
    packed = given(some, f"dataset.{suffix}.gz")
    assert packed.headers["content-type"] == "application/gzip"
    assert gzip.decompress(packed.body) == plain.body
    form = STATEMENTS[SUFFIXES[suffix]]
    read = set(parse(plain.body, form))
    if form.supports_datasets:
        assert read == set(some.quads())
    else:
        assert {quad.triple for quad in read} == {quad.triple for quad in some.quads()}


def test_the_same_data_are_the_same_bytes_however_they_came() -> None:
    quads = [Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), NamedNode("urn:o")) for n in "abc"]
    one, other = open_store(), open_store()
    one.oxigraph.extend(quads)
    other.oxigraph.extend(reversed(quads))
    for name in names().values():
        assert given(one, name).body == given(other, name).body


def test_a_statement_of_two_graphs_stands_once_where_there_are_no_graphs() -> None:
    store = open_store()
    s, p, o = (NamedNode(f"urn:{name}") for name in "spo")
    store.oxigraph.extend(Quad(s, p, o, NamedNode(f"urn:graph{n}")) for n in range(2))
    assert given(store, "dataset.nt").body == b"<urn:s> <urn:p> <urn:o> .\n"
    assert given(store, "dataset.nq").body.count(b"\n") == 2


def test_what_is_too_much_or_unknown_is_said(dataset: EmbeddedStore) -> None:
    small = Limits(answer_bytes=1000)
    assert given(dataset, "dataset.nq", small).status == 413
    assert given(dataset, "dataset.nq.gz", small).status == 413
    assert given(dataset, "dataset.csv").status == 404
    assert given(dataset, "other.ttl").status == 404
