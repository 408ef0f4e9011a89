"""Workers whose memory is limited measure whatever the library does, with the same numbers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from pyoxigraph import RdfFormat

import coordgraph as cg
from coordgraph.namespace import graph
from coordgraph.network.centrality import FURTHER, MEASURES
from coordgraph.network.explain.explanation import EXPLAINED
from coordgraph.network.projection import Network
from coordgraph.store import EmbeddedStore, open_store
from tests.servers import coordgraph_served
from tests.unit.serve.conftest import Client

EVERY = (*MEASURES, *FURTHER)
ACTOR = "https://w3id.org/coordgraph/id/actor/anses"
LIMITS = ("--workers", "1", "--max-memory", "512", "--timeout", "120")


@dataclass(frozen=True, slots=True)
class Asked:
    """A server of what the article says."""

    client: Client

    def get(self, name: str, **given: Any) -> dict[str, Any]:
        answer = self.client.request("GET", f"/api/{name}?{urlencode(given, doseq=True)}")
        assert answer.status == 200, (name, given, answer.body)
        found: dict[str, Any] = json.loads(answer.body)
        return found


@pytest.fixture(scope="module")
def article(dataset: EmbeddedStore) -> EmbeddedStore:
    """What the article says, and the terms by which it is said."""
    store = open_store()
    for name in ("article", "ontology"):
        store.oxigraph.bulk_extend(
            dataset.oxigraph.quads_for_pattern(None, None, None, graph(name))
        )
    return store


@pytest.fixture(scope="module")
def network(article: EmbeddedStore) -> Network:
    return cg.project(article)


@pytest.fixture(
    scope="module", params=["--data", pytest.param("--store", marks=pytest.mark.long)]
)
def asked(
    request: pytest.FixtureRequest,
    article: EmbeddedStore,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Asked]:
    held = tmp_path_factory.mktemp("measured") / "article.nq"
    if request.param == "--store":
        open_store(held).oxigraph.bulk_extend(article.quads())
    else:
        article.oxigraph.dump(str(held), RdfFormat.N_QUADS)
    with coordgraph_served(request.param, str(held), *LIMITS) as root:
        yield Asked(Client(root))


@pytest.mark.long
@pytest.mark.parametrize("weighted", [False, True])
def test_every_measure_is_the_library_s(
    asked: Asked, network: Network, *, weighted: bool
) -> None:
    found = asked.get("centrality", measure=EVERY, weighted=str(weighted).lower())["rows"]
    assert found == cg.centrality(network, measures=EVERY, weighted=weighted).to_pylist()


def test_measures_side_by_side_are_those_of_each_level(
    asked: Asked, article: EmbeddedStore
) -> None:
    rows = asked.get("comparison", measure="constraint", by="level")["rows"]
    found = {row["actor"]: row["operational"] for row in rows}
    apart = cg.centrality(cg.project(article, level="operational"), measures=["constraint"])
    assert apart.num_rows > 10
    for row in apart.to_pylist():
        assert found[row["actor"]] == row["constraint"]


def test_communities_side_by_side_are_those_of_each_reading(
    asked: Asked, article: EmbeddedStore
) -> None:
    rows = asked.get("comparison", measure="community", by="reading")["rows"]
    found = {row["actor"]: row["any"] for row in rows}
    apart = cg.centrality(cg.project(article, reading="any"), measures=["community"])
    assert {row["actor"]: row["community"] for row in apart.to_pylist()} == found


def test_each_explanation_has_the_value_that_is_measured(
    asked: Asked, network: Network
) -> None:
    rows = cg.centrality(network, measures=list(EXPLAINED)).to_pylist()
    (expected,) = (row for row in rows if row["actor"] == ACTOR)
    for measure in EXPLAINED:
        found = asked.get("explain", actor="anses", measure=measure, limit=1)
        assert found["value"] == pytest.approx(expected[measure]), measure


def test_a_path_leads_from_one_to_another(asked: Asked) -> None:
    assert asked.get("path", **{"from": "anses", "to": "afip"})["length"] > 0
