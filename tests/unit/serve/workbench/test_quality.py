"""Quality shows both sides of each discrepancy, and the checks where they are asked for."""

import re

from coordgraph.queries import find
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
    name, count = re.findall(
        r'href="/en/quality\?kind=([^#"]+)#disputes">[^<]*<span class="count">(\d+)', every
    )[0]
    told = page(shipped, "en/quality", f"kind={name}").body.decode()
    assert told.count('<article class="dispute">') == int(count)


def test_checks_are_shown_without_scripts_where_asked_for(odd: EmbeddedStore) -> None:
    assert 'class="findings"' not in page(odd, "en/quality").body.decode()
    told = page(odd, "en/quality", "check=1").body.decode()
    assert '<span class="severity violation">' in told
    assert "<script>alert" not in told


def test_no_data_have_no_findings_and_no_discrepancies() -> None:
    told = page(open_store(), "pt/quality", "check=1").body.decode()
    assert "não acham nada" in told
    assert "Nenhuma discrepância" in told
