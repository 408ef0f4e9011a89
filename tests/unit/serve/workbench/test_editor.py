"""The view of questions has the library, and works without scripts."""

from urllib.parse import urlencode

from coordgraph.queries import library
from coordgraph.serve.workbench.editor import EDITOR
from coordgraph.store import EmbeddedStore
from tests.unit.serve.workbench.asking import page


def test_every_question_of_the_library_is_listed(shipped: EmbeddedStore) -> None:
    told = page(shipped, "es/sparql").body.decode()
    for name in library():
        assert f'<a href="?library={name}" data-query="{name}">' in told
    assert "<summary>Niveles de coordinación" in told


def test_a_question_of_the_library_can_be_asked_without_scripts(
    shipped: EmbeddedStore,
) -> None:
    told = page(shipped, "en/sparql", "library=levels/ties").body.decode()
    assert '<form id="plain" action="/sparql">' in told
    assert "SELECT ?level" in told
    assert 'data-name="Ties and actors by level" data-query="levels/ties"' in told
    spanish = page(shipped, "es/sparql", "library=practices/overview").body.decode()
    assert "VALUES ?lang { &#34;es&#34; }" in spanish
    assert "<details open>\n<summary>Levels of coordination" in told


def test_a_question_in_the_address_is_text_and_no_markup(shipped: EmbeddedStore) -> None:
    search = urlencode({"query": "ASK {} </textarea><script>"})
    told = page(shipped, "en/sparql", search).body.decode()
    assert "ASK {} &lt;/textarea&gt;&lt;script&gt;" in told


def test_the_first_question_is_answered(shipped: EmbeddedStore) -> None:
    told = page(shipped, "pt/sparql").body.decode()
    assert "# Quem participa de mais mecanismos?" in told
    asked = told.partition('dir="ltr">')[2].partition("</textarea>")[0]
    rows = list(shipped.select(asked.replace("&lt;", "<").replace("&gt;", ">")))
    assert len(rows) == 20


def test_it_stands_at_sparql() -> None:
    assert EDITOR.path == "sparql"
