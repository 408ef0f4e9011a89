"""Search engines find every page that stands for itself, in all its languages."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coordgraph.publish.site import sitemap
from coordgraph.publish.site.indices import by_kind
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output

SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://w3id.org/coordgraph/"


def listed(path: Path) -> list[str]:
    return [str(one.text) for one in ET.parse(path).iter(f"{SITE}loc")]  # noqa: S314 - our own


def test_things_and_lists_stand_in_it_and_what_stands_on_their_pages_does_not(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    sitemap.write_sitemap(knowledge, by_kind(knowledge), Output(tmp_path))
    pages = listed(tmp_path / "sitemap.xml")
    assert len(pages) == len(set(pages))
    for place in ("index.en.html", "id/actor/afip.es.html", "browse/actors.pt.html"):
        assert BASE + place in pages
    assert not any("/participation/" in page for page in pages)
    assert f"Sitemap: {BASE}sitemap.xml" in (tmp_path / "robots.txt").read_text("utf-8")


def test_very_many_pages_are_listed_in_parts(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    things = by_kind(knowledge)
    sitemap.write_sitemap(knowledge, things, Output(whole))
    monkeypatch.setattr(sitemap, "_MOST", 1_000)
    sitemap.write_sitemap(knowledge, things, Output(parts))
    places = [page.removeprefix(BASE) for page in listed(parts / "sitemap.xml")]
    assert len(places) > 2
    assert [page for place in places for page in listed(parts / place)] == listed(
        whole / "sitemap.xml"
    )
