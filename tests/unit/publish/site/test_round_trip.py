"""What is published gives the dataset back: the same graph, valid, whatever the base."""

from pathlib import Path

import pytest

from coordgraph.changes.comparison import compare
from coordgraph.ingest.source import read_files, read_version
from coordgraph.namespace import graph
from coordgraph.publish.site.addresses import HOME
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.publish.site.publishing import publish
from coordgraph.publish.site.rebase import rebased
from coordgraph.store import EmbeddedStore
from coordgraph.validation import validate
from tests.unit.publish.site.description.releases import BASE, read, release, values
from tests.unit.publish.site.dumps.dataset import canonical, store_of
from tests.unit.publish.site.vocabulary import with_terms


@pytest.mark.long
@pytest.mark.parametrize("name", ["dataset.nq", "dataset.trig.gz", "dataset.jsonld"])
def test_dumps_of_the_dataset_give_it_back(
    name: str, dataset: EmbeddedStore, site: Path
) -> None:
    again = read_files([str(site / "dump" / name)])
    assert set(again.quads()) == set(dataset.quads())


@pytest.mark.long
def test_dumps_of_graphs_give_it_back_together(dataset: EmbeddedStore, site: Path) -> None:
    again = read_files(sorted(map(str, (site / "dump/graph").glob("*.nq.gz"))))
    assert set(again.quads()) == set(dataset.quads())


@pytest.mark.long
def test_a_published_folder_is_read_as_its_dump(dataset: EmbeddedStore, site: Path) -> None:
    assert set(read_files([str(site)]).quads()) == set(dataset.quads())


@pytest.mark.long
def test_tables_are_in_the_catalogue_as_they_stand(site: Path) -> None:
    catalogue = read(site / "dataset.ttl")
    files = values(catalogue, f"{HOME}dataset", iri("dcat:distribution"))
    tables = [file for file in files if file.endswith(".csv")]
    assert len(tables) == 13
    for table in tables:
        (url,) = values(catalogue, table, iri("dcat:downloadURL"))
        (size,) = values(catalogue, table, iri("dcat:byteSize"))
        assert (site / url.removeprefix(HOME)).stat().st_size == int(size)


@pytest.mark.long
def test_what_comes_back_is_valid(site: Path) -> None:
    assert validate(read_version(str(site))).conforms


@pytest.mark.long
def test_a_published_folder_is_a_version_to_compare(dataset: EmbeddedStore, site: Path) -> None:
    assert not compare(read_version(str(site)), dataset)


@pytest.mark.long
def test_another_base_moves_things_and_graphs_and_not_what_is_shared(
    dataset: EmbeddedStore, tmp_path: Path
) -> None:
    few = [
        quad
        for quad in dataset.quads()
        if quad.graph_name in {graph("institutions"), graph("ontology")}
    ]
    store = store_of(few)
    publish(store, tmp_path / "site", base=BASE, langs=("en",))
    again = read_version(str(tmp_path / "site"))
    assert canonical(again.quads()) == canonical(rebased(store, BASE).quads())
    text = (tmp_path / "site/dump/graph/institutions.ttl").read_text("utf-8")
    assert f"@prefix actor: <{BASE}id/actor/>" in text
    assert "@prefix actor-kind: <https://w3id.org/coordgraph/id/actor-kind/>" in text


@pytest.mark.long
def test_two_runs_give_the_same_bytes(released: Path, tmp_path: Path) -> None:
    with with_terms():
        again = release(tmp_path)
    sums = [(site / "SHA256SUMS").read_bytes() for site in (released, again)]
    assert sums[0] == sums[1]
