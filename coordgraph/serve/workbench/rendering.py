"""Pages of the workbench, filled in: every text is escaped unless it is markup already."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from urllib.parse import urlencode

from jinja2 import Environment
from markupsafe import Markup, escape

from coordgraph.publish.site.embedding import embedded
from coordgraph.publish.site.rendering import environment_of
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.queries import library
from coordgraph.serve.workbench.assets import address_of, manifest
from coordgraph.serve.workbench.figures import grouped, rounded
from coordgraph.serve.workbench.texts import FRAME
from coordgraph.serve.workbench.view import Asked, View

__all__ = ["SEEN", "prepared", "rendered"]

SEEN = 40
"""How many rows of a table a window shows at most before anybody moves."""


@cache
def _environment() -> Environment:
    return environment_of(
        "coordgraph.serve.workbench",
        LANGUAGES=LANGUAGES,
        apart=_apart,
        address_of=address_of,
        SEEN=SEEN,
        embedded=embedded,
        manifest=manifest,
    )


def prepared() -> None:
    """Read all templates and what stands on all pages, so that no page has to wait for them."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)
    manifest()
    library()


def rendered(view: View, asked: Asked, views: Sequence[View]) -> str:
    """
    Return the page of a view.

    Parameters
    ----------
    view
        Which one.
    asked
        What it is asked.
    views
        All that the menu leads to.
    """
    lang = asked.lang
    texts = {**FRAME[lang], **view.texts[lang]}
    return (
        _environment()
        .get_template(f"{view.name}.html")
        .render(
            {
                "asked": asked,
                "lang": lang,
                "number": partial(grouped, lang=lang),
                "rounded": partial(rounded, lang=lang),
                "menu": [(one.path, one.texts[lang]["menu"]) for one in views],
                "place": _places(lang),
                "said": _saying(texts),
                "search": urlencode(asked.search),
                "texts": texts,
                "view": view,
                **view.shown(asked),
            }
        )
    )


def _saying(texts: Mapping[str, str]) -> Callable[..., str]:
    def said(key: str, **values: object) -> str:
        return escape(texts[key]).format(**values) if values else texts[key]

    return said


def _apart(words: str) -> Markup:
    """Return words for within a sentence, which they do not turn."""
    return Markup("<bdi>{}</bdi>").format(words)


def _places(lang: str) -> Callable[[str], str]:
    """Return what gives the address of the page of a thing."""
    return lambda iri: f"/resolve?{urlencode({'iri': iri, 'lang': lang})}"
