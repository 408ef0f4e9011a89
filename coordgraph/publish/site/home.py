"""The home page in every language, the page for addresses where nothing is, and of search."""

from collections.abc import Mapping

from coordgraph.namespace import CG, LEVELS
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.indices import Things
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.words import said

__all__ = ["home_page", "write_home"]

_TOP = 12


def home_page(lang: str) -> str:
    """
    Return where the home page of a language stands.

    >>> home_page("es")
    'index.es.html'
    """
    return f"index.{lang}.html"


def write_home(knowledge: Knowledge, things: Things, output: Output) -> None:
    """Write the home page in every language, and in the main one for the folder itself."""
    top = knowledge.neighbours.most(_TOP)
    levels = _mechanisms_by_level(knowledge)
    pages = tuple((code, home_page(code)) for code in knowledge.langs)
    for place, lang in (*((page, code) for code, page in pages), ("index.html", pages[0][0])):
        body = rendered(
            "home.html",
            reader=Reader(knowledge, lang, place),
            frame=Frame(title=said("home", lang), pages=pages, cite=knowledge.addresses.base),
            counts={name: len(iris) for name, iris in things.items()},
            top=top,
            levels=levels,
            highest=max((count for _, count in top), default=1),
        )
        output.write(place, body)


def _mechanisms_by_level(knowledge: Knowledge) -> Mapping[str, int]:
    """Return how many mechanisms state each level that the data has a page of."""
    return {
        level: len(knowledge.subjects(level, CG + "level"))
        for level in LEVELS
        if level in knowledge.classes
    }
