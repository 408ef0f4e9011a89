"""The dataset and each of its graphs have pages: what it is, how much, where to get it."""

import json
import re
from pathlib import Path

import pytest

from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.description.releases import ABOUT, BASE, DATA, about_file
from tests.unit.publish.site.dumps.dataset import store_of


@pytest.fixture(scope="module")
def site(released: Path) -> Path:
    return released


def test_the_page_says_what_the_publisher_states(site: Path) -> None:
    page = (site / "dataset.es.html").read_text("utf-8")
    for words in ("Nuestro", "What we know.", "The Office", "1990 / 1991-05-01", "Versión"):
        assert words in page
    assert 'href="dump/dataset.ttl.gz" download' in page
    assert 'href="graph/one.es.html"' in page
    assert "Wikidata" in page


def test_search_engines_find_the_dataset_in_the_page(site: Path) -> None:
    page = (site / "dataset.en.html").read_text("utf-8")
    embedded = re.search(r'<script type="application/ld\+json">(.+?)</script>', page, re.DOTALL)
    assert embedded
    assert json.loads(embedded[1])["name"] == "Ours"


def test_a_graph_has_a_page_with_its_own_files(site: Path) -> None:
    page = (site / "graph/one.en.html").read_text("utf-8")
    assert 'href="../dump/graph/one.trig"' in page
    assert 'href="../dataset.en.html"' in page
    assert f'rel="cite-as" href="{BASE}graph/one"' in page


def test_no_title_can_leave_its_page(tmp_path: Path) -> None:
    hostile = ABOUT.replace("Ours", "</script><script>alert(1)</script>")
    about = about_file(tmp_path, hostile)
    publish(store_of(DATA), tmp_path / "site", base=BASE, about=about, langs=("en",))
    assert "<script>alert" not in (tmp_path / "site/dataset.en.html").read_text("utf-8")


def test_a_release_that_states_nothing_has_a_page_too(tmp_path: Path) -> None:
    publish(store_of(DATA), tmp_path / "site", base=BASE, langs=("pt",))
    assert "<h1" in (tmp_path / "site/dataset.pt.html").read_text("utf-8")
