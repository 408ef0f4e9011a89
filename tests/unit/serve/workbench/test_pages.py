"""Pages say what they are in the language of their address, whatever the data holds."""

import json
import re

import pytest

from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.workbench.pages import VIEWS
from coordgraph.serve.workbench.view import View
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.serve.workbench.asking import page

_EVERY = pytest.mark.parametrize("view", VIEWS, ids=[one.name for one in VIEWS])


@_EVERY
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_view_speaks_the_language_of_its_address(
    view: View, lang: str, shipped: EmbeddedStore
) -> None:
    reply = page(shipped, f"{lang}/{view.path}")
    told = reply.body.decode()
    assert reply.status == 200
    assert reply.headers["content-language"] == lang
    assert f'<html lang="{lang}">' in told
    assert f"<title>{view.texts[lang]['title']}" in told


@_EVERY
def test_a_view_shows_an_empty_store(view: View) -> None:
    assert page(open_store(), f"es/{view.path}").status == 200


@_EVERY
def test_no_name_is_markup(view: View, odd: EmbeddedStore) -> None:
    told = page(odd, f"en/{view.path}", "q=%3Cscript%3E").body.decode()
    assert set(re.findall(r"<script[^>]*>", told)) <= {
        *re.findall(r'<script type="module" src="/static/[\w-]+\.js">', told),
        '<script type="application/json" id="texts">',
        '<script type="application/json" id="data">',
    }


@_EVERY
def test_nothing_in_a_page_is_against_its_policy(view: View, shipped: EmbeddedStore) -> None:
    told = page(shipped, f"en/{view.path}").body.decode()
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", told) == []
    assert re.findall(r"<style|javascript:", told) == []


def test_the_texts_of_a_page_are_there_for_its_scripts(shipped: EmbeddedStore) -> None:
    told = page(shipped, "pt/").body.decode()
    found = re.search(r'id="texts">(.*?)</script>', told)
    assert found is not None
    assert json.loads(found[1])["search"] == "Buscar"


def test_the_same_view_in_another_language_keeps_what_was_asked(
    shipped: EmbeddedStore,
) -> None:
    told = page(shipped, "en/", "q=caja+de").body.decode()
    assert 'href="/es/?q=caja+de"' in told


def test_an_address_of_too_many_parameters_has_none(shipped: EmbeddedStore) -> None:
    for number, said in ((99, True), (100, False)):
        search = "q=afip" + "&x=1" * number
        assert ("actor%2Fafip" in page(shipped, "en/", search).body.decode()) is said


def test_where_nothing_is_the_menu_leads_on(shipped: EmbeddedStore) -> None:
    reply = page(shipped, "es/no-such")
    assert reply.status == 404
    assert 'href="/es/"' in reply.body.decode()
