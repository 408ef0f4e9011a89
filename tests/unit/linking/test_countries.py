"""Countries are known by code, name and the words made of their names."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.errors import UnknownCountry
from coordgraph.linking import Index
from coordgraph.linking.countries import read_countries
from coordgraph.namespace import CG, ID
from coordgraph.store import open_store


@pytest.mark.parametrize("written", ["BRA", "br", "Brasil", "BRAZIL", " brazil "])
def test_a_country_is_written_in_many_ways(index: Index, written: str) -> None:
    assert index.countries.code(written) == "BRA"


def test_no_country_is_no_code(index: Index) -> None:
    assert index.countries.code("  ") == ""


def test_an_unknown_country_is_refused_with_a_suggestion(index: Index) -> None:
    with pytest.raises(UnknownCountry) as caught:
        index.countries.code("Argentinia")
    assert str(caught.value).startswith("No country is named 'Argentinia'. Did you mean 'arg")
    with pytest.raises(UnknownCountry, match="Write its code, as ARG"):
        index.countries.code("Qwxyz")


@pytest.mark.parametrize(
    ("words", "code", "rest"),
    [
        (["banco", "uruguay"], "URY", ("banco",)),
        (["instituto", "mexicano"], "MEX", ("instituto",)),
        (["brazilian", "ministry"], "BRA", ("ministry",)),
        (["bank", "united", "states"], "USA", ("bank",)),
        (["pueblos", "indigenas"], "", ("pueblos", "indigenas")),
        (["inter", "american", "bank"], "", ("inter", "american", "bank")),
        ([], "", ()),
    ],
)
def test_a_country_is_found_among_words(
    index: Index, words: list[str], code: str, rest: tuple[str, ...]
) -> None:
    assert index.countries.apart(words) == (code, rest)


def test_a_part_of_a_country_is_within_it(index: Index) -> None:
    quebec = index.countries.code("Québec")
    assert index.countries.within(quebec, "CAN")
    assert index.countries.within("CAN", quebec)
    assert not index.countries.within(quebec, "FRA")


def test_a_graph_without_places_has_no_countries() -> None:
    countries = read_countries(open_store())
    assert countries.apart(["banco", "uruguay"]) == ("", ("banco", "uruguay"))


def test_a_country_without_a_name_is_known_by_its_slug() -> None:
    store = open_store()
    told = f"<urn:a> <{CG}country> <{ID}place/zzz> ."
    store.oxigraph.load(told.encode(), format=RdfFormat.N_TRIPLES)
    assert read_countries(store).code("zzz") == "ZZZ"
