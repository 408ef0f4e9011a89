"""Measures are those of the package, sorted and chosen as the address says."""

import html
import re

import pytest

import coordgraph as cg
from coordgraph.names import plain
from coordgraph.serve.workbench import measures
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.store import EmbeddedStore
from tests.unit.serve.workbench.asking import page


def _column(told: str, name: str) -> list[float | None]:
    heads = re.findall(r'<th scope="col"[^>]*?(?:data-name="([\w-]+)"|class="who")', told)
    place = heads.index(name) - 1
    found: list[float | None] = []
    for row in re.findall(r"<tr data-actor.*?</tr>", told, re.DOTALL):
        cell = re.findall(r"<td[^>]*>", row)[place]
        value = re.search(r'data-value="([^"]+)"', cell)
        found.append(float(value[1]) if value else None)
    return found


def test_the_table_has_the_measures_of_the_network(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/measures").body.decode()
    table = cg.centrality(cg.project(shipped))
    for name in ("degree", "betweenness", "constraint"):
        assert _column(told, name) == table.column(name).to_pylist()


def test_what_is_chosen_is_measured(shipped: EmbeddedStore) -> None:
    search = "level=policy&weight=newman&groups=drop&measure=strength&practice="
    told = page(shipped, "es/measures", search).body.decode()
    network = cg.project(shipped, level="policy", weight="newman", groups="drop")
    table = cg.centrality(network, measures=["strength"])
    assert _column(told, "strength") == table.column("strength").to_pylist()
    assert "fuerza" in told


def test_rows_come_as_asked_and_those_without_a_value_last(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/measures", "sort=constraint&order=asc").body.decode()
    found = _column(told, "constraint")
    known = [value for value in found if value is not None]
    assert known == sorted(known)
    assert found[: len(known)] == known
    assert 'aria-sort="ascending"' in told


def test_rows_come_by_the_names_of_actors(shipped: EmbeddedStore) -> None:
    for order, search in ((1, "sort=label"), (-1, "sort=label&order=desc")):
        told = page(shipped, "pt/measures", f"{search}&measure=degree&all=1").body.decode()
        names = re.findall(r'<tr data-actor.*?class="long">(.*?)</a>', told)
        names = [html.unescape(name) for name in names]
        assert names[::order] == sorted(names, key=plain)
        assert any(name.startswith("Ó") for name in names)


def test_countries_come_by_name_whatever_accents_it_has(shipped: EmbeddedStore) -> None:
    told = page(shipped, "pt/measures", "measure=degree").body.decode()
    _, _, select = told.partition('name="country">')
    names = re.findall(r"<option[^>]*>(.*?)</option>", select.partition("</select>")[0])[1:]
    assert names == sorted(names, key=plain)
    assert "Índia" in names


def test_of_many_ties_only_what_is_quick_is_measured_and_that_is_told(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "_LARGE", 10)
    measures.measured.cache_clear()
    told = page(shipped, "en/measures", "level=policy").body.decode()
    measures.measured.cache_clear()
    assert re.findall(r'<th scope="col" data-name="(\w+)"', told)[-3:] == [*measures.QUICK]
    assert texts_of("measures")["en"]["large"] in html.unescape(told)


def test_a_country_leaves_its_actors_and_their_numbers(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/measures", "country=URY&measure=degree").body.decode()
    table = cg.centrality(cg.project(shipped), measures=["degree"]).to_pylist()
    assert _column(told, "degree") == [
        row["degree"] for row in table if row["country"] == "URY"
    ]


def test_a_window_of_time_is_two_fields(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/measures", "since=1990&until=1999&measure=degree").body.decode()
    network = cg.project(shipped, during="1990/1999")
    table = cg.centrality(network, measures=["degree"])
    assert _column(told, "degree") == table.column("degree").to_pylist()
    assert "during=1990%2F1999" in told


def test_levels_and_readings_stand_side_by_side(shipped: EmbeddedStore) -> None:
    told = page(shipped, "pt/measures", "by=level").body.decode()
    assert re.findall(r'data-further="level=([\w-]+)"', told) == [
        "policy",
        "operational",
        "service-delivery",
    ]
    told = page(shipped, "en/measures", "by=reading&measure=betweenness").body.decode()
    assert 'data-further="reading=table-2"' in told
    assert "/api/comparison?" in told


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("since=1999-02-30", "1999-02-30"),
        ("level=nowhere", "nowhere"),
        ("weight=gold", "none of count"),
        ("groups=perhaps", "none of keep"),
    ],
)
def test_what_is_wrong_is_told_in_the_page(
    search: str, words: str, shipped: EmbeddedStore
) -> None:
    reply = page(shipped, "en/measures", search)
    told = html.unescape(reply.body.decode())
    found = re.search(r'<p class="problem" role="alert">(.*?)</p>', told, re.DOTALL)
    assert reply.status == 200
    assert found is not None
    assert words in found[1]


def test_numbers_of_the_api_are_offered_for_the_same_choice(shipped: EmbeddedStore) -> None:
    told = html.unescape(page(shipped, "en/measures", "level=policy&country=URY").body.decode())
    assert "/api/centrality?level=policy&format=csv&lang=en" in told
