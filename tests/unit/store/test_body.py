"""An answer that is not whole is an error, however it breaks off."""

import pytest

from coordgraph.errors import EndpointError
from coordgraph.store import RemoteStore
from coordgraph.store.exchange import Patience
from tests.unit.store.conftest import Told
from tests.unit.store.misbehaving import JSON, ROW, Reply

LONG = (
    f'{{"head":{{"vars":["s"]}},"results":{{"bindings":[{",".join([ROW] * 9000)}]}}}}'.encode()
)
TSV = b"?s\n" + b"<urn:a>\n" * 30_000


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("cut", [1, len(LONG) // 2, len(LONG) - 1])
def test_rows_that_break_off_are_told(told: Told, cut: int, *, chunked: bool) -> None:
    url = told(Reply(LONG, cut=cut, chunked=chunked))
    with pytest.raises(EndpointError, match="the answer breaks off") as caught:
        list(RemoteStore(url).select("SELECT ?s { ?s ?p ?o }"))
    assert str(caught.value).startswith(url)


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("cut", [8, len(TSV) // 2, len(TSV) - 3])
def test_columns_that_break_off_between_rows_are_told(
    told: Told, cut: int, *, chunked: bool
) -> None:
    url = told(Reply(TSV, "text/tab-separated-values", cut=cut // 8 * 8, chunked=chunked))
    with pytest.raises(EndpointError, match="the answer breaks off"):
        RemoteStore(url).columns("SELECT ?s { ?s ?p ?o }")


@pytest.mark.parametrize("chunked", [False, True])
def test_statements_that_break_off_are_told(told: Told, *, chunked: bool) -> None:
    body = b"<urn:a> <urn:b> <urn:c> .\n" * 5000
    url = told(Reply(body, "application/n-triples", cut=26, chunked=chunked))
    with pytest.raises(EndpointError, match="the answer breaks off"):
        list(RemoteStore(url).construct("CONSTRUCT WHERE { ?s ?p ?o }"))


def test_what_is_missing_after_the_last_row_is_missed(told: Told) -> None:
    url = told(Reply(LONG + b" " * 100_000, cut=5))
    with pytest.raises(EndpointError, match=r"the answer breaks off: 5 bytes are missing\."):
        list(RemoteStore(url).select("SELECT ?s { ?s ?p ?o }"))


def test_whole_answers_are_whole(told: Told) -> None:
    for chunked in (False, True):
        store = RemoteStore(told(Reply(LONG + b" " * 200_000, chunked=chunked)))
        assert sum(1 for _ in store.select("SELECT ?s { ?s ?p ?o }")) == 9000
        url = told(Reply(TSV, "text/tab-separated-values", chunked=chunked))
        assert RemoteStore(url).columns("SELECT ?s { ?s ?p ?o }").num_rows == 30_000


@pytest.mark.parametrize(
    "headers",
    [{"X-SQL-State": "S1TAT", "X-SQL-Message": "RC...: Returning incomplete results"}],
)
def test_an_answer_of_a_server_whose_time_was_up_is_refused(
    told: Told, headers: dict[str, str]
) -> None:
    url = told(Reply(headers=headers))
    with pytest.raises(EndpointError) as caught:
        RemoteStore(url).select("SELECT ?s { ?s ?p ?o }")
    problem = "the answer is not whole: RC...: Returning incomplete results. Ask for less."
    assert str(caught.value) == f"{url}: {problem}"


def test_partial_content_is_refused(told: Told) -> None:
    with pytest.raises(EndpointError, match=r"is not whole: partial content\."):
        RemoteStore(told(Reply(status=206))).select("SELECT ?s { ?s ?p ?o }")


def test_an_answer_that_stops_coming_is_given_up(told: Told) -> None:
    stalled = Reply(LONG, JSON, cut=10, stall=4)
    store = RemoteStore(told(stalled), patience=Patience(timeout=2))
    with pytest.raises(EndpointError, match=r"breaks off: nothing came for 2 s\."):
        list(store.select("SELECT ?s { ?s ?p ?o }"))


def test_an_answer_that_trickles_is_given_up(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.store.body._WHILE", 0)
    with pytest.raises(
        EndpointError, match=r"the answer trickles: \d+ bytes came within 0 s\."
    ):
        list(RemoteStore(told(Reply())).select("SELECT ?s { ?s ?p ?o }"))


def test_an_answer_that_comes_slowly_is_read(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.store.body._WHILE", 0)
    store = RemoteStore(told(Reply(LONG)))
    assert sum(1 for _ in store.select("SELECT ?s { ?s ?p ?o }")) == 9000


def test_an_answer_that_fills_the_memory_is_given_up(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.store.body._OFTEN", 1 << 10)
    store = RemoteStore(told(Reply(TSV, "text/tab-separated-values")))
    assert store.columns("SELECT ?s { ?s ?p ?o }").num_rows == 30_000
    monkeypatch.setattr("coordgraph.store.body.is_memory_full", lambda: True)
    with pytest.raises(EndpointError, match="more than the memory of this machine holds"):
        store.columns("SELECT ?s { ?s ?p ?o }")
