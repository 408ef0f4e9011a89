"""Commands give the same answers from an endpoint as from files."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.errors import EndpointError
from coordgraph.ingest.dataset import load
from coordgraph.queries import find, library
from coordgraph.store import EmbeddedStore, RemoteStore, Row, text

COMMANDS = [
    ["ties", "afip", "--format", "json"],
    ["ties", "--lift", "--groups", "drop", "--level", "policy"],
    ["ties", "--as-of", "2010-01-01", "--undated", "drop", "--format", "jsonl"],
    ["centrality", "--practice", "siaci"],
    ["explain", "afip", "--measure", "strength", "--network", "practices", "--format", "json"],
    ["layers", "--during", "1990/2000", "--by", "level", "--format", "csv"],
    ["assess", "gaps", "--network", "practices", "--format", "csv"],
    ["brokerage", "--by", "country", "--lift-to", "institution", "--format", "csv"],
    ["resolve", "Banco de Previsión Social", "INPS", "--format", "csv"],
    ["centrality", "--network", "agreements", "--between", "states", "--weight", "newman"],
]
DEVIATES = {
    "actors/bridges-between-levels": "numbers for truth values",
    "levels/by-practice": "numbers for truth values",
    "levels/readings-side-by-side": "numbers for truth values",
    "levels/conflicts": "GROUP_CONCAT in an order of its own",
    "network/ties": "fifteen digits of a number",
    "actors/successors": "refuses paths between two unknown ends",
    "agreements/by-decade": "divides where IF says not to",
    "network/actors": "cannot compile it",
}
"""What Virtuoso 7 answers in its own way, which the guide to endpoints tells."""


@pytest.fixture(
    params=["oxigraph", "own", pytest.param("virtuoso", marks=pytest.mark.virtuoso)]
)
def endpoint(request: pytest.FixtureRequest) -> tuple[str, str]:
    found = request.getfixturevalue(request.param)
    return request.param, found if isinstance(found, str) else found[0]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_answer_is_the_same(command: list[str], endpoint: tuple[str, str]) -> None:
    here = CliRunner().invoke(coordgraph, command)
    there = CliRunner().invoke(coordgraph, [*command, "--endpoint", endpoint[1]])
    assert there.exit_code == here.exit_code == 0, there.output
    assert there.stdout == here.stdout
    assert len(here.stdout.splitlines()) > 1


@pytest.fixture(scope="module")
def here() -> EmbeddedStore:
    return load()


@pytest.mark.parametrize("name", library())
def test_a_query_of_the_library_has_the_same_answer(
    name: str, endpoint: tuple[str, str], here: EmbeddedStore
) -> None:
    server, url = endpoint
    if server == "virtuoso" and name in DEVIATES:
        pytest.skip(f"Virtuoso: {DEVIATES[name]}")
    ours, theirs = find(name).run(here), find(name).run(RemoteStore(url))
    assert theirs.variables == ours.variables
    assert list(map(texts, theirs)) == list(map(texts, ours))


def texts(row: Row) -> dict[str, str]:
    return {name: text(term) for name, term in row.items()}


def test_a_network_is_written_the_same(endpoint: tuple[str, str], tmp_path: Path) -> None:
    for name, source in (("here", []), ("there", ["--endpoint", endpoint[1]])):
        command = ["network", "--out", str(tmp_path / f"{name}.graphml"), *source]
        assert CliRunner().invoke(coordgraph, command).exit_code == 0
    written = [(tmp_path / f"{name}.graphml").read_bytes() for name in ("here", "there")]
    assert written[0] == written[1]


def test_all_statements_are_had_with_their_graphs(oxigraph: str, here: EmbeddedStore) -> None:
    there = list(RemoteStore(oxigraph).quads())
    assert len(there) == len(set(there))
    assert set(there) == set(here.quads())


def test_columns_are_the_same(endpoint: tuple[str, str]) -> None:
    sparql = library()["network/incidence"].sparql
    assert (
        RemoteStore(endpoint[1]).columns(sparql).to_pylist()
        == load().columns(sparql).to_pylist()
    )


@pytest.mark.virtuoso
def test_virtuoso_is_asked_page_by_page(virtuoso: tuple[str, int]) -> None:
    sparql = "SELECT ?s ?p { GRAPH ?g { ?s ?p ?o } FILTER (isIRI(?s)) } ORDER BY ?p ?s"
    graphs = "VALUES ?g { <https://w3id.org/coordgraph/graph/agreements> } GRAPH"
    sparql = sparql.replace("GRAPH", graphs)
    here, there = load().select(sparql), RemoteStore(virtuoso[0]).select(sparql)
    listed = list(there)
    assert len(listed) > 10_000
    assert sorted(map(str, listed)) == sorted(map(str, here))


@pytest.mark.virtuoso
def test_virtuoso_is_updated_by_digest(
    virtuoso: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = virtuoso[0]
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_UPDATE_URL", f"{url}-auth")
    insert = "INSERT DATA { GRAPH <urn:new> { <urn:x> <urn:y> 'ñ' } }"
    with pytest.raises(EndpointError, match=r"asks for a login \(HTTP 401\)"):
        RemoteStore(url).update(insert)
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_USER", "dba")
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_PASSWORD", "dba")
    RemoteStore(url).update(insert)
    assert RemoteStore(url).ask("ASK { GRAPH <urn:new> { ?s ?p 'ñ' } }")


def test_oxigraph_is_updated(oxigraph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_UPDATE_URL", oxigraph.replace("/query", "/update"))
    store = RemoteStore(oxigraph)
    store.update("INSERT DATA { GRAPH <urn:new> { <urn:x> <urn:y> 'ñ' } }")
    assert store.ask("ASK { ?s <urn:y> 'ñ' }")
    store.update("DROP GRAPH <urn:new>")
    assert not store.ask("ASK { ?s <urn:y> 'ñ' }")
