"""Quality shows both sides of each discrepancy, and the checks where they are asked for."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import RdfFormat

from coordgraph.queries import find
from coordgraph.serve.api import report
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.store import EmbeddedStore, open_store, text
from tests.unit.serve.workbench.asking import page


def test_every_discrepancy_is_there_with_both_sides(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/quality").body.decode()
    expected = {text(row["discrepancy"]) for row in find("sources/discrepancies").run(shipped)}
    assert told.count('<article class="dispute">') == len(expected)
    assert told.count('<div class="reading"') == 2 * len(expected)
    assert "Table 2 l.38; prose l.30" in told
    assert "passage%2Farticle-l38" in told


def test_titles_and_kinds_are_in_the_language(shipped: EmbeddedStore) -> None:
    told = page(shipped, "es/quality").body.decode()
    assert "Niveles de los convenios de corresponsabilidad" in told
    assert 'lang="en">Operational + service delivery.' in told


def test_a_kind_leaves_its_own(shipped: EmbeddedStore) -> None:
    every = page(shipped, "en/quality").body.decode()
    found = re.findall(
        r'quality\?kind=([^#"]+)#disputes"><bdi>[^<]*</bdi> <span class="count">(\d+)', every
    )
    name, count = found[0]
    told = page(shipped, "en/quality", f"kind={name}").body.decode()
    assert told.count('<article class="dispute">') == int(count)


def test_checks_are_shown_without_scripts_where_asked_for(odd: EmbeddedStore) -> None:
    assert 'class="findings"' not in page(odd, "en/quality").body.decode()
    told = page(odd, "en/quality", "check=1").body.decode()
    assert '<span class="severity violation">' in told
    assert "<script>alert" not in told
    assert "<td>not known</td>" in told


def test_a_finding_leads_to_the_lines_where_it_is_written(tmp_path: Path) -> None:
    data = tmp_path / "mine.ttl"
    data.write_text(
        "@prefix cg: <https://w3id.org/coordgraph/ns#> .\n\n<urn:m> a cg:Mechanism .\n"
    )
    store = open_store()
    store.oxigraph.load(path=str(data), format=RdfFormat.TURTLE)
    told = page(store, "es/quality", "check=1", sources=[str(data)]).body.decode()
    links = set(re.findall(r'href="(source\?[^"]*)"', told))
    assert {parse_qs(urlsplit(unescape(link)).query)["line"][0] for link in links} == {"3"}
    search = urlsplit(unescape(min(links))).query
    shown = page(store, "es/source", search, sources=[str(data)]).body.decode()
    assert '<tr id="L3" class="marked" aria-current="true">' in shown
    assert "&lt;urn:m&gt; a cg:Mechanism ." in shown


def test_a_side_without_words_or_evidence_is_shown_as_it_is() -> None:
    store = open_store()
    cg = "https://w3id.org/coordgraph/ns#"
    store.oxigraph.load(
        f"""@prefix cg: <{cg}> .
        <urn:d> a cg:Discrepancy ; cg:side [ cg:locator "Table 2" ] , [] .""".encode(),
        format=RdfFormat.TURTLE,
    )
    told = page(store, "en/quality").body.decode()
    assert told.count(f">{texts_of('quality')['en']['unsaid']}</p>") == 2
    assert len(re.findall(r'<ul class="evidence">\s*</ul>', told)) == 2


def test_data_too_large_to_be_checked_here_are_said_to_be(
    odd: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST", 2)
    for search in ("", "check=1"):
        told = page(odd, "en/quality", search).body.decode()
        assert "more than 2 are not checked" in told
        assert 'class="findings"' not in told


def test_it_is_told_that_checks_lack_room(
    odd: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    told = page(odd, "en/quality", "check=1").body.decode()
    assert "TMPDIR names another place" in told
    assert 'class="findings"' not in told


def test_no_data_have_no_findings_and_no_discrepancies() -> None:
    told = page(open_store(), "pt/quality", "check=1").body.decode()
    assert "não acham nada" in told
    assert "Nenhuma discrepância" in told
