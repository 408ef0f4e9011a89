"""The network's page tells the network before a script draws it, and says what is left out."""

import re

import pytest

import coordgraph as cg
from coordgraph.errors import TooLarge
from coordgraph.network.picture.cap import most_connected
from coordgraph.serve.workbench import network
from coordgraph.store import EmbeddedStore
from coordgraph.ties import Ties
from tests.unit.serve.workbench.asking import page


def test_the_page_counts_the_ties_that_a_script_shows_first(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/network").body.decode()
    whole = cg.project(shipped)
    assert f"{len(whole.actors)} actors, {len(whole.ties)} ties" in told


def test_its_table_has_the_most_connected_first(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/network").body.decode()
    degree = [int(number) for number in re.findall(r'<td class="number">(\d+)</td></tr>', told)]
    whole = cg.centrality(cg.project(shipped), measures=["degree"]).column("degree").to_pylist()
    assert degree[:50] == sorted(whole, reverse=True)[:50]


def test_what_is_left_out_is_told_in_the_language_of_the_page(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "most_connected", lambda ties: most_connected(ties, most=9))
    told = page(shipped, "es/network").body.decode()
    assert re.search(r"Se muestran \d+ de 183 actores", told)


def test_a_network_that_cannot_be_held_is_told(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Ties:
        raise TooLarge("These mechanisms may make too many ties.")

    monkeypatch.setattr(network, "tie", refused)
    told = page(shipped, "pt/network").body.decode()
    assert "These mechanisms may make too many ties." in told


def test_a_name_of_ten_thousand_letters_is_cut_and_none_is_markup(odd: EmbeddedStore) -> None:
    told = page(odd, "en/network").body.decode()
    assert max(len(part) for part in re.findall(r">([^<]*)<", told.split("<main")[1])) < 1_000
    assert "&lt;script&gt;" in told
