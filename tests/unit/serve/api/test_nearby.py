"""Of very many actors those are compared with a name that have its rarest words."""

import json
from urllib.parse import urlencode

import pytest

from coordgraph.namespace import slug
from coordgraph.serve.api import reconciliation
from coordgraph.serve.api.nearby import beginning_with, near
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore


def test_an_actor_is_near_by_its_words_whatever_their_accents(dataset: EmbeddedStore) -> None:
    names = ["administracion FEDERAL de ingresos publicos", "Instituto Nacional del Seguro"]
    found = {slug(iri) for iri in near(dataset, names, most=8)}
    assert {"afip", "imss"} <= found
    assert len(found) <= 16


def test_a_word_that_nobody_has_is_sought_by_its_beginning(dataset: EmbeddedStore) -> None:
    assert "afip" in {slug(iri) for iri in near(dataset, ["Ingresosss Publicosss"], most=20)}
    assert near(dataset, ["zzzz", ""]) == []


def test_names_are_proposed_by_how_they_begin(dataset: EmbeddedStore) -> None:
    (found,) = beginning_with(dataset, "administración federal de ing", most=5)
    assert slug(found) == "afip"
    assert len(beginning_with(dataset, "", most=5)) == 5


def _asked(store: EmbeddedStore, path: str = "", **given: str) -> str:
    head = {"path": path, "search": "", "root": "http://127.0.0.1:7878/"}
    body = urlencode(given).encode()
    return reconciliation.reconciled(store, Message(head, body), Limits()).body.decode()


def test_names_among_very_many_are_reconciled_alike(
    dataset: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["AFIP", "Instituto Mexicano del Seguro Social", "Uruguay", "zzzz"]
    queries = {name: {"query": name, "limit": 1} for name in names}
    few = json.loads(_asked(dataset, queries=json.dumps(queries)))
    monkeypatch.setattr(reconciliation, "are_many", lambda _: True)
    many = json.loads(_asked(dataset, queries=json.dumps(queries)))
    for name in names:
        assert [one["id"] for one in many[name]["result"]] == [
            one["id"] for one in few[name]["result"]
        ]
    proposed = json.loads(_asked(dataset, "suggest/entity", prefix="administración federal"))
    assert any(slug(one["id"]) == "afip" for one in proposed["result"])
