"""Each client is answered in its own language, and told which it is."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from gettext import gettext
from urllib.parse import quote

import pytest

from coordgraph.errors import UnknownActor
from coordgraph.serve import speech
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.speech import answering_in, asked_in, said_in, speaking, spoken
from coordgraph.serve.worker import Reply, done
from coordgraph.store import Store, open_store

from .conftest import Answer, Client

JSON = {"accept": "application/json"}
TURTLE = {"accept": "text/turtle"}
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{n} ?b{n} ?c{n} .' for n in range(9))} }}"
BAD: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "no operation": ("GET", "/api/none", JSON),
    "no number": ("GET", "/api/ties?limit=x", JSON),
    "no such choice": ("GET", "/api/ties?network=x", JSON),
    "no parameter": ("GET", "/api/ties?x=1", JSON),
    "missing parameter": ("GET", "/api/path", JSON),
    "unknown actor": ("GET", "/api/ties?actor=nobody", JSON),
    "no date": ("GET", "/api/ties?as_of=yesterday", JSON),
    "no question of the library": ("GET", "/queries/none", JSON),
    "no SPARQL": ("GET", "/sparql?query=SELECT", JSON),
    "no prefix": ("GET", f"/sparql?query={quote('ASK { x:a ?p ?o }')}", JSON),
    "another endpoint": ("GET", f"/sparql?query={quote('ASK { SERVICE <urn:x> {} }')}", JSON),
    "no form": ("GET", "/sparql?query=ASK%7B%7D", {"accept": "image/png"}),
    "too long": (
        "GET",
        f"/sparql?query={quote(ENDLESS)}",
        JSON,
    ),
    "no update by GET": ("GET", "/sparql?update=CLEAR+ALL", JSON),
    "no update at all": ("POST", "/sparql", {"content-type": "application/sparql-update"}),
    "no media type": ("POST", "/sparql", {"content-type": "text/plain"}),
    "no method": ("DELETE", "/api/ties", JSON),
    "no JSON": ("POST", "/sparql/together", JSON),
    "no name of reconciliation": ("GET", "/reconcile/none", JSON),
    "no queries": ("GET", "/reconcile?queries=x", JSON),
    "no graph": ("GET", "/store?graph=urn:none", JSON),
    "no name of a graph": ("GET", "/store", JSON),
    "no download": ("GET", "/dump/none", JSON),
    "no file": ("GET", "/static/none", JSON),
    "no thing": ("GET", "/id/actor/none", TURTLE),
    "another host": ("GET", "/sparql", {"host": "example.org"}),
}


def ask(client: Client, name: str, lang: str) -> Answer:
    method, path, headers = BAD[name]
    return client.request(method, path, {**headers, "accept-language": lang})


@pytest.mark.parametrize("name", BAD)
def test_what_goes_wrong_is_said_in_the_language_of_the_client(
    client: Client, name: str
) -> None:
    said = {lang: ask(client, name, lang) for lang in ("en", "es", "pt")}
    assert len({answer.body for answer in said.values()}) == 3, said["es"].body
    assert len({answer.status for answer in said.values()}) == 1
    for lang, answer in said.items():
        assert 400 <= answer.status < 600
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert answer.headers["content-language"] == lang
        assert "Accept-Language" in answer.headers["vary"]


def test_answers_of_the_api_are_kept_for_one_language_only(client: Client) -> None:
    answer = client.request("GET", "/api/openapi.json", JSON)
    assert answer.status == 200
    assert "Accept-Language" in answer.headers["vary"]


def test_no_client_is_answered_in_the_language_of_another(client: Client) -> None:
    langs = ["es", "en", "pt", "pt", "es", "en"] * 4
    names = ("unknown actor", "no SPARQL", "no method", "no download")
    told = {(name, lang): ask(client, name, lang).body for name in names for lang in langs}
    asked = [(name, lang) for lang in langs for name in names]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda one: ask(client, *one), asked))
    for one, answer in zip(asked, answers, strict=True):
        if answer.status != 503:
            assert answer.body == told[one]


def scope(path: str = "/api/ties", search: str = "", accepted: str = "") -> dict[str, object]:
    headers = [(b"accept-language", accepted.encode())]
    return {"path": path, "query_string": search.encode(), "headers": headers}


def test_a_parameter_comes_before_the_page_and_the_page_before_the_browser() -> None:
    assert asked_in(scope("/es/network", "a=1&lang=pt", "en")) == "pt"
    assert asked_in(scope("/es/network", "a=1", "en")) == "es"
    assert asked_in(scope("/id/actor/afip.pt.html", accepted="en")) == "pt"
    assert asked_in(scope(accepted="fr, es-AR;q=0.5, pt;q=0.4")) == "es"
    assert asked_in(scope("/spanish", "lang=xx&slang=es", "fr")) == "en"


@pytest.mark.parametrize("before", [None, "pt"])
def test_a_worker_speaks_the_language_of_a_question_and_then_its_own(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(store: Store, message: Message, limits: Limits) -> Reply:
        del store, message, limits
        raise UnknownActor("nobody", ["somebody"])

    if before is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", before)
    with answering_in("es"):
        reply = done(failing, open_store(), Message({}), Limits())
        assert gettext("directory") == "carpeta"
    assert reply.body.decode().startswith("Ningún actor")
    assert os.environ.get("LANGUAGE") == before
    assert spoken() == "en"


def test_what_is_not_translated_is_said_in_english() -> None:
    assert said_in("es", "of no catalogue") == "of no catalogue"
    with speaking("pt"):
        assert speech.gettext("of no catalogue") == "of no catalogue"
