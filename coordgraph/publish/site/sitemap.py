"""What search engines read first: the list of all pages, and that they may be read."""

from collections.abc import Iterator, Sequence
from html import escape

from coordgraph.publish.site.home import home_page
from coordgraph.publish.site.indices import Things, list_page
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.pages import library_places
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.shapes.pages import shape_places

__all__ = ["write_sitemap"]

_MOST = 10_000
"""The most pages in one list; the protocol allows 50,000, but no more than 50 MB."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"

Pages = tuple[tuple[str, str], ...]


def write_sitemap(knowledge: Knowledge, things: Things, output: Output) -> None:
    """
    Write ``sitemap.xml`` and ``robots.txt``.

    Where there are very many pages, ``sitemap.xml`` lists the lists.  No page says when it
    changed: the data does not tell.
    """
    places: list[str] = []
    part: list[str] = []
    for pages in _pages(knowledge, things):
        part += (_entry(knowledge, place, pages) for _, place in pages)
        if len(part) >= _MOST:
            places.append(_write_part(output, len(places) + 1, part))
            part = []
    if places:
        places.append(_write_part(output, len(places) + 1, part))
        output.write("sitemap.xml", _index(knowledge, places))
    else:
        output.write("sitemap.xml", _urls(part))
    address = knowledge.addresses.url("sitemap.xml")
    output.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}\n")


def _pages(knowledge: Knowledge, things: Things) -> Iterator[Pages]:
    """Yield each page in all its languages."""
    langs = knowledge.langs
    yield tuple((lang, home_page(lang)) for lang in langs)
    for place in (*library_places(), *shape_places()):
        yield tuple((lang, f"{place}.{lang}.html") for lang in langs)
    for name, iris in things.items():
        yield tuple((lang, list_page(name, lang)) for lang in langs)
        for iri in iris:
            yield tuple((lang, knowledge.page(iri, lang)) for lang in langs)


def _entry(knowledge: Knowledge, place: str, pages: Pages) -> str:
    url = knowledge.addresses.url
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(url(other))}"/>'
        for lang, other in pages
    )
    return f"<url><loc>{escape(url(place))}</loc>{others}</url>\n"


def _urls(entries: Sequence[str]) -> str:
    start = f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n'
    return "".join([_HEAD, start, *entries, "</urlset>\n"])


def _write_part(output: Output, number: int, entries: Sequence[str]) -> str:
    place = f"sitemap-{number}.xml"
    output.write(place, _urls(entries))
    return place


def _index(knowledge: Knowledge, places: Sequence[str]) -> str:
    listed = "".join(
        f"<sitemap><loc>{escape(knowledge.addresses.url(place))}</loc></sitemap>\n"
        for place in places
    )
    return f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{listed}</sitemapindex>\n'
