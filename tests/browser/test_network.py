"""The network is drawn, filtered, walked and saved by mouse and by keyboard."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

import coordgraph as cg
from coordgraph.network.tie_rows import tie_rows
from coordgraph.store import EmbeddedStore
from tests.browser.looking import (
    PHONE,
    Look,
    at_ease,
    at_ease_in_each_look,
    looked_at,
    phone_first,
    still,
)

pytestmark = pytest.mark.browser

_ACTOR = "https://w3id.org/coordgraph/id/actor/"
_NAMES = "canvas.names"


_PICTURES = 6
"""How many tests one browser looks at: after many pictures it draws no more by WebGL."""


class _Browsers:
    """A browser, and another one when it has drawn many pictures."""

    def __init__(self, launch: Callable[[], Any]) -> None:
        self._launch = launch
        self._browser: Any = None
        self._used = 0

    def next(self) -> Any:
        if self._browser is None or self._used >= _PICTURES:
            self.close()
            self._browser, self._used = self._launch(), 0
        self._used += 1
        return self._browser

    def close(self) -> None:
        if self._browser is not None:
            self._browser.close()


@pytest.fixture(scope="module")
def browsers(launch: Callable[[], Any]) -> Iterator[_Browsers]:
    found = _Browsers(launch)
    yield found
    found.close()


@pytest.fixture
def chromium(browsers: _Browsers) -> Any:
    return browsers.next()


def drawn(page: Any) -> None:
    page.wait_for_selector(_NAMES, timeout=40_000)
    still(page)


def summary(page: Any) -> str:
    return str(page.locator("#summary").inner_text())


def asked(page: Any) -> dict[str, list[str]]:
    page.wait_for_timeout(250)
    return parse_qs(urlsplit(page.url).query)


@phone_first
def test_the_view_has_no_barrier(lang: str, look: Look, workbench: str, chromium: Any) -> None:
    actor = quote(f"{_ACTOR}afip", safe="")
    url = f"{workbench}/{lang}/network?actor={actor}&network=practices"
    with looked_at(chromium, url, look=look) as page:
        drawn(page)
        page.locator("#panel details").first.locator("summary").click()
        page.wait_for_selector("#panel .written a")
        at_ease(page)


def test_what_the_filter_leaves_is_what_the_server_selects(
    workbench: str, chromium: Any, dataset: EmbeddedStore
) -> None:
    with looked_at(chromium, f"{workbench}/en/network") as page:
        drawn(page)
        whole = cg.project(dataset)
        assert summary(page) == f"{len(whole.actors)} actors, {len(whole.ties)} ties"
        page.get_by_label("no level stated").uncheck()
        page.get_by_label("operational level").uncheck()
        page.get_by_label("service-delivery level").uncheck()
        policy = cg.project(dataset, level="policy")
        assert summary(page) == f"{len(policy.actors)} actors, {len(policy.ties)} ties"
        assert asked(page) == {"level": ["policy"]}
        page.get_by_role("button", name="Show everything").click()
        assert summary(page) == f"{len(whole.actors)} actors, {len(whole.ties)} ties"
        assert asked(page) == {}


def test_an_address_shows_the_same_to_whoever_has_it(workbench: str, chromium: Any) -> None:
    search = "level=policy&level=none&country=ARG&network=practices&year=2010&size=betweenness"
    with looked_at(chromium, f"{workbench}/en/network?{search}") as page:
        drawn(page)
        assert page.get_by_label("policy level").is_checked()
        assert not page.get_by_label("operational level").is_checked()
        assert page.locator("output.year").inner_text() == "2010"
        page.get_by_text("Measured for all values of: Level, Country.").wait_for()
        before = summary(page)
        page.get_by_role("link", name="Español").click()
        drawn(page)
        assert page.locator("output.year").inner_text() == "2010"
        assert re.findall(r"\d+", summary(page)) == re.findall(r"\d+", before)


def test_a_part_is_arranged_anew_and_its_address_kept(
    workbench: str, chromium: Any, dataset: EmbeddedStore
) -> None:
    def stands() -> dict[str, tuple[float, float]]:
        page.locator(".menu summary").press("Enter")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Network for Gephi (GEXF)").press("Enter")
        graph = nx.read_gexf(saved.value.path())
        return {
            str(one["iri"]): (
                round(one["viz"]["position"]["x"], 3),
                round(one["viz"]["position"]["y"], 3),
            )
            for _, one in graph.nodes(data=True)
        }

    with looked_at(chromium, f"{workbench}/en/network?network=practices&lift_to=state") as page:
        drawn(page)
        selected = cg.project(dataset, network="practices", lift_to="state")
        assert summary(page).startswith(f"{len(selected.actors)} actors, ")
        before = stands()
        page.get_by_role("button", name="Arrange this part").press("Enter")
        page.get_by_text("actors are arranged anew").wait_for()
        after = stands()
        assert before.keys() == after.keys() == set(selected.actors)
        assert before != after
        assert asked(page)["arranged"] == ["1"]
        page.reload()
        drawn(page)
        page.get_by_text("actors are arranged anew").wait_for()
        assert stands() == after
        page.get_by_role("button", name="Arrange this part").press("Enter")
        page.wait_for_timeout(400)
        assert stands() == before


def test_a_reading_takes_levels_as_the_server_does(
    workbench: str, chromium: Any, dataset: EmbeddedStore
) -> None:
    with looked_at(chromium, f"{workbench}/es/network?reading=all&level=policy") as page:
        drawn(page)
        read = cg.project(dataset, reading="all", level="policy")
        assert summary(page) == f"{len(read.actors)} actores, {len(read.ties)} vínculos"


def test_years_are_played_and_paused(
    workbench: str, chromium: Any, dataset: EmbeddedStore
) -> None:
    with looked_at(chromium, f"{workbench}/en/network?year=1990") as page:
        drawn(page)
        page.clock.install()  # its hours pass as the test says, however busy the machine
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        page.get_by_role("button", name="Play").press("Enter")
        page.clock.run_for(5000)
        year = page.locator("output.year").inner_text()
        assert 1992 <= int(year) <= 1998
        page.get_by_role("button", name="Pause").press("Enter")
        page.clock.run_for(5000)
        assert page.locator("output.year").inner_text() == year
        network = cg.project(dataset, during=f"{year}/{year}")
        expected = f"{len(network.actors)} actors, {len(network.ties)} ties in {year}"
        assert summary(page) == expected


def test_an_actor_is_found_looked_at_and_left_by_keyboard(
    workbench: str, chromium: Any, dataset: EmbeddedStore
) -> None:
    with looked_at(chromium, f"{workbench}/en/network") as page:
        drawn(page)
        page.locator("#find").press_sequentially("administracion federal", delay=5)
        page.wait_for_selector("#find[aria-expanded=true]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel h2")
        assert asked(page)["actor"] == [f"{_ACTOR}afip"]
        network = cg.project(dataset)
        ties = [row["weight"] for row in tie_rows(network, f"{_ACTOR}afip")]
        counts = page.locator("#panel section summary .count").all_inner_texts()
        assert sorted(map(int, counts)) == sorted(ties)
        page.locator("#panel summary").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .written a")
        page.locator("#picture").focus()
        for key in ("ArrowLeft", "+", "-", "0", "PageDown"):
            page.keyboard.press(key)
        page.wait_for_url(lambda url: f"{_ACTOR}afip" not in unquote(url))
        assert asked(page)["actor"] != [f"{_ACTOR}afip"]
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "actor=" not in url)


def test_a_path_is_the_one_that_the_server_finds(workbench: str, chromium: Any) -> None:
    ends = f"actor={quote(_ACTOR, safe='')}afip&to={quote(_ACTOR, safe='')}imss"
    with looked_at(chromium, f"{workbench}/en/network?{ends}") as page:
        drawn(page)
        answer = page.evaluate("fetch('/api/path?from=afip&to=imss').then((one) => one.json())")
        labels = page.locator("#panel .path .ties summary .long").all_inner_texts()
        assert list(dict.fromkeys(labels)) == [step["target_label"] for step in answer["steps"]]
        page.get_by_role("button", name="Leave the path").click()
        assert "to" not in asked(page)


def test_tables_turn_their_pages_and_lead_to_actors(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/network?network=practices") as page:
        drawn(page)
        table = page.locator("#table-of-actors")
        assert table.locator("tbody tr").count() == 25
        table.get_by_role("button", name="Next").press("Enter")
        assert "26 to" in table.locator("[role=status]").inner_text()
        table.get_by_role("button", name="actor").press("Enter")
        first = table.locator("tbody tr").first.locator("button")
        name = first.inner_text()
        first.press("Enter")
        assert page.locator("#panel h2").inner_text() == name


def test_the_picture_is_saved_as_what_is_seen(
    workbench: str, chromium: Any, dataset: EmbeddedStore, tmp_path: Path
) -> None:
    with looked_at(chromium, f"{workbench}/en/network?network=practices&level=policy") as page:
        drawn(page)
        files = {}
        for name in ("Picture (SVG)", "Picture (PNG)", "Network for Gephi (GEXF)"):
            page.locator(".menu summary").press("Enter")
            with page.expect_download() as saved:
                page.get_by_role("button", name=name).press("Enter")
            file = tmp_path / saved.value.suggested_filename
            saved.value.save_as(file)
            files[file.suffix] = file
    network = cg.project(dataset, network="practices", level="policy")
    svg = ET.parse(files[".svg"]).getroot()  # noqa: S314 - it has just been written
    circles = [one for one in svg.iter() if one.tag.endswith("circle") and len(one)]
    assert len(circles) == len(network.actors)
    said = [one.text or "" for one in svg.iter()]
    assert any(words.endswith("Coordination in social security") for words in said)
    assert any("policy level" in words for words in said)
    source = f"{workbench}/en/network?level=policy&network=practices"
    assert sorted(said[-1].split("&")) == sorted(source.split("&")), said[-1]
    assert files[".png"].read_bytes().startswith(b"\x89PNG")
    graph = nx.read_gexf(files[".gexf"])
    assert graph.number_of_nodes() == len(network.actors)
    assert graph.number_of_edges() == len(network.ties)
    weights = sorted(data["weight"] for _, _, data in graph.edges(data=True))
    assert weights == sorted(network.ties.weight.tolist())


def test_odd_names_are_names(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/en/network", look=PHONE) as page:
        drawn(page)
        page.locator("#picture").focus()
        for _ in range(4):
            page.keyboard.press("PageDown")
            at_ease(page)
        at_ease_in_each_look(page)


def test_an_empty_store_says_that_it_is(empty_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{empty_workbench}/es/network") as page:
        assert "Todavía no hay vínculos" in page.locator("#cut").inner_text()
        at_ease(page)


def test_tables_are_there_without_a_script(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/pt/network", java_script_enabled=False) as page:
        assert page.locator("#table-of-actors tbody tr").count() == 50
        assert page.locator("#desk").is_hidden()


def test_what_a_large_network_leaves_out_is_said(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/data") as page:
        graph = page.evaluate("fetch('/api/graph?subsidiary=keep').then((one) => one.json())")
        graph["shown"] |= {"of_actors": 100_000, "of_ties": 2_000_000}
        body = json.dumps(graph)
        page.route(
            "**/api/graph?*",
            lambda route: route.fulfill(body=body, content_type="application/json"),
        )
        page.goto(f"{workbench}/en/network")
        drawn(page)
        assert "183 of 100,000 actors are shown" in page.locator("#cut").inner_text()
