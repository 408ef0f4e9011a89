"""The graph of measures holds a handful of projections, conforms, and is made anew."""

import pytest

import coordgraph as cg
from coordgraph.names import LANGUAGES
from coordgraph.namespace import graph
from coordgraph.publish.measures import PROJECTIONS, measure
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.store import EmbeddedStore, open_store


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    store = cg.load()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "0")
        measure(store)
    return store


def body(store: EmbeddedStore) -> bytes:
    found = store.oxigraph.quads_for_pattern(None, None, None, graph("measures"))
    return document(found, FORMATS["nt"])


def test_each_projection_has_its_data_set_and_titles(dataset: EmbeddedStore) -> None:
    rows = list(cg.find("measures/origins").run(dataset))
    assert len({row["options"] for row in rows}) == len(PROJECTIONS)
    assert all(set(one.titles) == set(LANGUAGES) for one in PROJECTIONS)


def test_it_conforms_to_the_shapes(dataset: EmbeddedStore) -> None:
    report = cg.validate(dataset)
    assert report.conforms
    assert not [finding for finding in report.findings if "Observation" in finding.shape]


def test_measuring_again_gives_the_same_bytes(
    dataset: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = body(dataset)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    count = measure(dataset)
    assert body(dataset) == before
    assert count == len(before.splitlines())


def test_a_question_of_the_library_reads_it(dataset: EmbeddedStore) -> None:
    table = cg.centrality(cg.project(dataset, network="practices"), measures=["betweenness"])
    rows = cg.find("measures/highest").run(dataset)
    first = next(iter(rows))
    assert first["actor"].value == table.to_pylist()[0]["actor"]  # type: ignore[union-attr]


def test_nothing_to_measure_makes_no_statement() -> None:
    told: list[int] = []
    assert measure(open_store(), tell=lambda network: told.append(len(network.actors))) == 0
    assert told == [0] * len(PROJECTIONS)
