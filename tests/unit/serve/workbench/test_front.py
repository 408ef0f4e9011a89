"""The server leads to a reader's language and hands out files without a worker."""

import pytest

from coordgraph.serve.workbench.assets import manifest
from tests.unit.serve.conftest import Client


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [("pt-BR,pt;q=0.9,en;q=0.2", "pt"), ("de,es;q=0.1", "es"), ("", "en"), ("fr", "en")],
)
def test_the_door_leads_to_the_language_that_a_browser_prefers(
    accepted: str, lang: str, client: Client
) -> None:
    found = client.request("GET", "/", {"Accept-Language": accepted})
    assert found.status == 303
    assert found.headers["location"] == f"/{lang}/"
    assert found.headers["vary"] == "Accept-Language"


def test_a_language_without_a_slash_leads_to_its_home(client: Client) -> None:
    assert client.request("GET", "/es").headers["location"] == "/es/"


def test_a_file_is_handed_out_and_others_are_told_to_be_missing(client: Client) -> None:
    name = manifest()["home"]["js"]
    found = client.request("GET", f"/static/{name}")
    assert found.status == 200
    assert found.headers["content-type"].startswith("text/javascript")
    assert client.request("GET", "/static/../app.py").status == 404
    assert client.request("POST", f"/static/{name}").status == 405


def test_a_page_comes_from_a_worker(client: Client) -> None:
    found = client.request("GET", "/pt/")
    assert found.status == 200
    assert b'<html lang="pt">' in found.body
    assert "default-src 'none'" in found.headers["content-security-policy"]
