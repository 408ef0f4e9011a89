"""What stands around the content of every page: its title, its languages, its data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coordgraph.publish.site.knowledge import Knowledge

__all__ = ["DATA", "Frame", "frame_at"]

DATA = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
"""The formats in which the data of a page stand, and their media types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """
    The frame of a page.

    Attributes
    ----------
    title
        The title, short enough for a tab.
    pages
        The page in each language, by code.
    data
        Media types and places of the same in other formats.
    cite
        The address to cite, or nothing.
    types
        The IRIs of the classes of what the page is about.
    listed
        Whether search engines should list the page.
    schema
        The same for search engines: JSON-LD in the terms of schema.org.
    items
        Media types and places of the files that make up what the page is about.
    linkset
        The place of the list of all such links, or nothing.
    """

    title: str
    pages: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...] = ()
    cite: str = ""
    types: tuple[str, ...] = ()
    listed: bool = True
    schema: Mapping[str, Any] | None = None
    items: tuple[tuple[str, str], ...] = ()
    linkset: str = ""


def frame_at(place: str, title: str, knowledge: Knowledge) -> Frame:
    """Return the frame of a page that stands at a place in every language, with its data."""
    return Frame(
        title=title,
        pages=tuple((code, f"{place}.{code}.html") for code in knowledge.langs),
        data=tuple((media, f"{place}.{suffix}") for suffix, media in DATA.items()),
        cite=knowledge.addresses.url(place),
    )
