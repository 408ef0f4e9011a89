"""The page that a server shows where there is none."""

from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.home import home_page
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.words import said

__all__ = ["missing_page", "write_missing"]

_PLACE = "404.html"


def write_missing(knowledge: Knowledge, output: Output, *, root: str) -> None:
    """
    Write ``404.html``, in all languages at once.

    It is shown at any address, so its links begin at the root of the server: with the path
    under which the site stands there.
    """
    output.write(_PLACE, missing_page(knowledge, root=root))


def missing_page(knowledge: Knowledge, *, root: str) -> str:
    """Return the page, whose links begin with the path of the site on its server."""
    main = knowledge.langs[0]
    return rendered(
        "missing.html",
        reader=Reader(knowledge, main, _PLACE, root=root),
        frame=Frame(
            title=said("not_found", main),
            pages=tuple((lang, home_page(lang)) for lang in knowledge.langs),
            listed=False,
        ),
        texts=[
            (lang, said("not_found", lang), said("not_found_note", lang), home_page(lang))
            for lang in knowledge.langs
        ],
        homes={lang: said("home", lang) for lang in knowledge.langs},
    )
