"""Home says how much there is and finds actors by name."""

import re

import pytest

import coordgraph as cg
from coordgraph.serve.workbench import home
from coordgraph.store import EmbeddedStore, open_store, text
from tests.unit.serve.workbench.asking import page


def test_actors_are_found_by_name_without_scripts(shipped: EmbeddedStore) -> None:
    told = page(shipped, "es/", "q=administracion+federal+de+ingresos").body.decode()
    assert "actor%2Fafip&amp;lang=es" in told


def test_what_nobody_is_called_is_told(shipped: EmbeddedStore) -> None:
    assert "Nothing has this name." in page(shipped, "en/", "q=zzzz").body.decode()


def test_the_actors_with_most_counterparts_stand_first(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/").body.decode()
    shown = [int(number) for number in re.findall(r'<span class="number">(\d+)', told)]
    table = cg.centrality(cg.project(shipped), measures=["degree"])
    assert shown == table.column("degree").to_pylist()[: len(shown)]


@pytest.mark.parametrize("most", ["_MOST_ACTORS", "_MOST_TIES"])
def test_in_a_large_network_nobody_is_said_to_have_most_counterparts(
    most: str, shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, most, 10)
    told = page(shipped, "en/").body.decode()
    assert '<span class="number">' not in told
    assert "<dt>agreements</dt>" in told


def test_an_agreement_is_counted_once(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/").body.decode()
    counts = dict(re.findall(r"<dt>([\w ]+)</dt><dd>(\d+)</dd>", told))
    made = "SELECT (COUNT(?m) AS ?n) {{ ?m a <https://w3id.org/coordgraph/ns#{}> }}"
    every, agreements = (
        int(text(next(iter(shipped.select(made.format(name))))["n"]))
        for name in ("Mechanism", "Agreement")
    )
    assert int(counts["agreements"]) == agreements
    assert int(counts["other mechanisms"]) == every - agreements


def test_a_picture_has_its_place_where_there_is_something_to_draw(
    shipped: EmbeddedStore,
) -> None:
    assert 'id="picture"' in page(shipped, "en/").body.decode()
    assert 'id="picture"' not in page(open_store(), "en/").body.decode()
