"""Pages are safe, whole and small, whatever the data says."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.hostile import BASE, LONG, hostile
from tests.unit.publish.site.vocabulary import with_terms


class _Page(HTMLParser):
    """The elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def links(self) -> Iterator[str]:
        for _, attributes in self.elements:
            for name in ("href", "src", "action"):
                if attributes.get(name):
                    yield str(attributes[name])


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    with with_terms():
        publish(hostile(folder), folder / "site", base=BASE)
    return folder / "site"


def pages(site: Path) -> Iterator[tuple[Path, _Page]]:
    """Yield the pages of the data's own things and of the site; not all of the ontology's."""
    folders = ("", "browse", "thing", "id/actor", "id/mechanism", "id/source", "id/level")
    for folder in folders:
        for path in sorted((site / folder).glob("*.html")):
            yield path, _Page(path.read_text("utf-8"))


def test_no_text_of_the_data_becomes_markup(bad: Path) -> None:
    known = {"application/ld+json", None}
    for path, page in pages(bad):
        for tag, attributes in page.elements:
            assert not any(name.startswith("on") for name in attributes), path
            assert tag not in {"img", "b"}
            assert tag != "script" or attributes.get("type") in known or "src" in attributes
    assert "<script>alert" not in (bad / "id/actor/script.en.html").read_text("utf-8")


def test_only_web_addresses_and_mailboxes_are_links(bad: Path) -> None:
    schemes = {urlsplit(link).scheme for _, page in pages(bad) for link in page.links()}
    assert schemes <= {"", "http", "https", "mailto"}
    assert "https://example.com/a" in (bad / "id/actor/script.en.html").read_text("utf-8")


def test_words_of_another_language_say_so_and_run_as_they_should(bad: Path) -> None:
    page = (bad / "id/mechanism/m.en.html").read_text("utf-8")
    assert re.search(r'<a [^>]*dir="auto" lang="ar">مؤسسة', page)


def test_very_long_names_are_cut_where_they_are_links_and_stand_whole_once(bad: Path) -> None:
    assert LONG not in (bad / "browse/actors.en.html").read_text("utf-8")
    assert (bad / "browse/actors.en.html").stat().st_size < 50_000


def test_a_thing_never_takes_the_place_of_a_file_of_the_site(bad: Path) -> None:
    assert len(list((bad / "thing").glob("*.en.html"))) == 2
    assert (bad / "assets/style.css").read_text("utf-8").startswith("/*")


def test_pages_hold_no_style_and_no_script_and_ask_nobody_else(bad: Path) -> None:
    for path, page in pages(bad):
        for tag, attributes in page.elements:
            assert "style" not in attributes, path
            assert tag not in {"style", "iframe", "img", "object", "base"}
            if tag == "link" and attributes.get("rel") in {"stylesheet", "icon"}:
                assert not urlsplit(str(attributes["href"])).netloc
            if tag == "script" and "src" in attributes:
                assert not urlsplit(str(attributes["src"])).netloc


def test_every_relative_link_leads_to_a_file(bad: Path) -> None:
    for path, page in pages(bad):
        for link in page.links():
            parts = urlsplit(link)
            if parts.scheme or not parts.path or path.name == "404.html":
                continue
            here = path.parent.relative_to(bad).as_posix()
            target = normpath(f"{here}/{unquote(parts.path)}")
            assert (bad / target).is_file(), f"{path}: {link}"


def test_the_page_for_nothing_links_from_the_root_of_the_server(bad: Path) -> None:
    page = _Page((bad / "404.html").read_text("utf-8"))
    local = [link for link in page.links() if not urlsplit(link).scheme and link[0] != "#"]
    assert all(link.startswith("/kg/") for link in local)
    assert all((bad / unquote(link.removeprefix("/kg/"))).is_file() for link in local)


@pytest.mark.long
def test_no_page_of_the_dataset_is_large(site: Path) -> None:
    sizes = {path: path.stat().st_size for path in site.rglob("*.html")}
    assert max(sizes.values()) < 200_000


@pytest.mark.long
def test_pages_name_their_data_their_address_and_their_other_languages(site: Path) -> None:
    page = _Page((site / "id/actor/afip.pt.html").read_text("utf-8"))
    links = [attributes for tag, attributes in page.elements if tag == "link"]
    found = {(str(link["rel"]), str(link.get("href"))) for link in links}
    iri = "https://w3id.org/coordgraph/id/actor/afip"
    assert ("cite-as", iri) in found
    assert ("canonical", f"{iri}.pt.html") in found
    assert ("license", "https://creativecommons.org/licenses/by/4.0/") in found
    assert ("collection", "../../dataset.pt.html") in found
    assert ("type", "https://w3id.org/coordgraph/ns#Institution") in found
    described = {link.get("type") for link in links if "describedby" in str(link["rel"])}
    assert described == {"text/turtle", "application/ld+json", "application/n-triples"}
    assert {link["hreflang"] for link in links if "hreflang" in link} == {
        "en",
        "es",
        "pt",
        "x-default",
    }
