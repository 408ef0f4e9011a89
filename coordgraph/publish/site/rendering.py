"""Templates, filled in: every text is escaped unless it is markup already."""

from functools import cache, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coordgraph.namespace import LEVELS
from coordgraph.publish.site.compiled import Compiled
from coordgraph.publish.site.drawing import look
from coordgraph.publish.site.embedding import embedded
from coordgraph.publish.site.excerpts import MOST_IN_CELL
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.labels import has_groups, label_lines
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rows import has_evidence, table_rows
from coordgraph.publish.site.safety import shortened, unturned
from coordgraph.publish.site.words import LANGUAGES, said

__all__ = ["environment_of", "prepared", "rendered"]


@cache
def _environment() -> Environment:
    return environment_of(
        "coordgraph.publish.site",
        LEVELS=LEVELS,
        LANGUAGES=LANGUAGES,
        MOST_IN_CELL=MOST_IN_CELL,
        has_evidence=has_evidence,
        has_groups=has_groups,
        label_lines=label_lines,
        look=look,
        shortened=shortened,
        table_rows=table_rows,
    )


def environment_of(package: str, **known: object) -> Environment:
    """Return what fills in the templates of a package, all of which know something."""
    environment = Environment(  # what it compiles depends on its options: see Compiled
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(Path(str(files(package)))),
    )
    environment.globals.update(known)
    environment.filters["unturned"] = unturned
    return environment


def prepared() -> None:
    """Read all templates, so that no page has to wait for them."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def rendered(template: str, *, reader: Reader, frame: Frame, **context: Any) -> str:
    """
    Return a page.

    Parameters
    ----------
    template
        The name of a file in ``templates/``.
    reader
        Its language and place; links on it are relative to this.
    frame
        What stands around its content.
    context
        What else the template names.
    """
    page = _environment().get_template(template)
    return page.render(
        reader=reader,
        said=reader.said,
        to=reader.to,
        lang=reader.lang,
        frame=frame,
        menu=_menu(reader.lang, _up(reader), tuple(reader.knowledge.lists)),
        embedded=embedded,
        **context,
    )


def _up(reader: Reader) -> str:
    return "../" * reader.start.count("/") if reader.root is None else reader.root


@lru_cache(maxsize=256)
def _menu(lang: str, up: str, lists: tuple[str, ...]) -> Markup:
    """Return the menu, which is the same on all pages of a language so deep in the site."""
    page = _environment().get_template("menu.html")
    return Markup(  # noqa: S704 - a template that escapes made it
        page.render(lang=lang, up=up, lists=lists, said=partial(said, lang=lang))
    )
