"""Templates, filled in: every text is escaped unless it is markup already."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from coordgraph.namespace import LEVELS
from coordgraph.publish.site.drawing import look
from coordgraph.publish.site.excerpts import MOST_IN_CELL
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.labels import has_groups, label_lines
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.safety import shortened
from coordgraph.publish.site.words import LANGUAGES

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
    environment.globals.update(
        LEVELS=LEVELS,
        LANGUAGES=LANGUAGES,
        MOST_IN_CELL=MOST_IN_CELL,
        has_groups=has_groups,
        label_lines=label_lines,
        look=look,
        shortened=shortened,
    )
    return environment


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
        **context,
    )
