"""Templates, filled in: every text is escaped unless it is markup already."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from coordgraph.publish.site.addresses import link
from coordgraph.publish.site.words import said

__all__ = ["rendered"]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("coordgraph.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(said=said)
    return environment


def rendered(template: str, *, place: str, lang: str, **context: Any) -> str:
    """
    Return a page.

    Parameters
    ----------
    template
        The name of a file in ``templates/``.
    place
        Where the page stands; links on it are relative to it.
    lang
        Its language.
    context
        What else the template names.
    """

    def to(target: str) -> str:
        return link(target, start=place)

    return (
        _environment().get_template(template).render(place=place, lang=lang, to=to, **context)
    )
