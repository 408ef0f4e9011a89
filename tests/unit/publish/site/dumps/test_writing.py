"""The dumps of a dataset give it back, in every format and by every parser."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from coordgraph.publish.site.dumps import packing, writing
from coordgraph.publish.site.dumps.writing import MEDIA
from coordgraph.store import EmbeddedStore
from tests.examples import examples
from tests.unit.publish.site.dumps.dataset import (
    ODD,
    by_pyld,
    by_pyoxigraph,
    by_rdflib,
    canonical,
    dump,
    flat,
    named,
    store_of,
    without_doubles,
)

NAMED = ("trig", "nq", "jsonld")


@pytest.fixture(scope="module")
def odd() -> EmbeddedStore:
    return store_of(ODD)


def test_what_is_too_large_is_there_compressed_only(
    odd: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (packing, writing):
        monkeypatch.setattr(module, "LARGEST", 10)
    files = dump(odd, tmp_path).files
    assert files
    assert all(file.packed for file in files)


@pytest.fixture(scope="module")
def folder(odd: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps") / "site"
    assert dump(odd, folder).left_out == []
    return folder / "dump"


@pytest.mark.parametrize("suffix", MEDIA)
def test_a_dump_of_the_whole_holds_the_same_statements(
    suffix: str, odd: EmbeddedStore, folder: Path
) -> None:
    same = canonical if suffix in NAMED else flat
    path = folder / f"dataset.{suffix}"
    assert same(by_pyoxigraph(path)) == same(odd.quads())
    assert same(by_rdflib(path)) == same(odd.quads())


@pytest.mark.parametrize("suffix", MEDIA)
def test_a_dump_of_a_graph_holds_that_graph(
    suffix: str, odd: EmbeddedStore, folder: Path
) -> None:
    same = canonical if suffix in NAMED else flat
    one = NamedNode("https://example.org/kg/graph/one")
    held = [quad for quad in odd.quads() if quad.graph_name == one]
    assert same(by_pyoxigraph(folder / f"graph/one.{suffix}")) == same(held)


def test_a_third_parser_reads_json_ld_alike(odd: EmbeddedStore, folder: Path) -> None:
    found = without_doubles(by_pyld(folder / "dataset.jsonld"))
    assert canonical(found) == canonical(without_doubles(odd.quads()))


def test_nquads_are_the_canonical_form(odd: EmbeddedStore, folder: Path) -> None:
    lines = (folder / "dataset.nq").read_text("utf-8").splitlines()
    assert lines == [f"{line} ." for line in canonical(odd.quads())]


def test_compressed_copies_hold_the_same_bytes(folder: Path) -> None:
    plain = [path for path in folder.rglob("*.*") if path.suffix[1:] in MEDIA]
    plain.remove(folder / "context.jsonld")
    assert len(plain) == 6 * 3
    for path in plain:
        packed = path.with_name(f"{path.name}.gz")
        assert gzip.decompress(packed.read_bytes()) == path.read_bytes()


def test_counts_are_those_of_the_statements(odd: EmbeddedStore, tmp_path: Path) -> None:
    found = dump(odd, tmp_path / "site")
    assert found.triples == len(set(flat(odd.quads())))
    assert sum(found.quads.values()) == len(odd.oxigraph)
    assert found.quads["https://example.org/kg/graph/two"] == 3


def test_the_order_of_loading_and_names_of_blank_nodes_change_no_byte(
    folder: Path, tmp_path: Path
) -> None:
    again = ODD.replace("_:b", "_:z").replace("_:c", "_:a")
    dump(store_of(again), tmp_path / "site")
    for path in folder.rglob("*.*"):
        other = tmp_path / "site" / "dump" / path.relative_to(folder)
        assert other.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("predicate", "value", "reason"),
    [
        ("urn:p", "bell \a", "XML has no character U+0007, which <urn:a> <urn:p> has."),
        ("urn:p/1", "x", "XML has no name for the property <urn:p/1>."),
    ],
)
def test_what_xml_cannot_hold_is_said_and_other_formats_stay(
    predicate: str, value: str, reason: str, tmp_path: Path
) -> None:
    odd = store_of([named("urn:a", predicate, value)])
    found = dump(odd, tmp_path / "site")
    assert found.left_out == [f"dump/dataset.rdf: {reason}"]
    assert not (tmp_path / "site/dump/dataset.rdf").exists()
    assert flat(by_pyoxigraph(tmp_path / "site/dump/dataset.ttl")) == flat(odd.quads())


_IRIS = [
    NamedNode(iri)
    for iri in (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "https://w3id.org/coordgraph/ns#Actor",
        "https://w3id.org/coordgraph/ns#type",
        "https://w3id.org/coordgraph/ns#a.b.",
        "http://www.w3.org/2004/02/skos/core#note",
        "https://example.org/kg/é/x-y_z",
        "https://example.org/kg/é/%20",
        "http://example.org/?q=1&r=2'",
        "urn:x:y",
        "urn:x:1",
        "skos:y",
    )
]
_NODES = [*_IRIS, BlankNode("a"), BlankNode("b")]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LITERALS = st.one_of(
    st.text().map(Literal),
    st.builds(Literal, st.text(), language=st.sampled_from(["en", "pt-br"])),
    st.builds(
        Literal,
        st.sampled_from(["1", "01", "-5", "1.", ".5", "true", "1e3", "9007199254740993", "x"]),
        datatype=st.sampled_from(
            [NamedNode(_XSD + name) for name in ("integer", "decimal", "boolean", "double")]
        ),
    ),
)


@examples(40)
@given(
    quads=st.lists(
        st.builds(
            Quad,
            st.sampled_from(_NODES),
            st.sampled_from(_IRIS),
            st.one_of(st.sampled_from(_NODES), _LITERALS),
            st.sampled_from([DefaultGraph(), NamedNode("urn:g"), NamedNode("urn:h")]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_dataset_comes_back(
    quads: list[Quad], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    store = store_of(quads)
    dump(store, folder)
    quads = list(store.quads())  # which writes numbers in one way
    for suffix in MEDIA:
        path = folder / f"dump/dataset.{suffix}"
        same = canonical if suffix in NAMED else flat
        if path.exists():
            assert same(by_pyoxigraph(path)) == same(quads)
    found = without_doubles(by_pyld(folder / "dump/dataset.jsonld"))
    assert canonical(found) == canonical(without_doubles(quads))
