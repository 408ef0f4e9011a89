"""A view of the workbench, and what it is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore

__all__ = ["Asked", "Texts", "View"]

Texts = Mapping[str, Mapping[str, str]]
"""Texts by language and key."""


class Asked(NamedTuple):
    """
    What a view is asked.

    Attributes
    ----------
    store
        The data.
    lang
        The language of the page.
    search
        The parameters of the address, the last one of each name.
    root
        The server's address, as the client names it.
    limits
        What an answer may take.
    sources
        The files that the data were read from, where known.
    """

    store: EmbeddedStore
    lang: str
    search: Mapping[str, str]
    root: str
    limits: Limits
    sources: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class View:
    """
    A view of the workbench.

    Attributes
    ----------
    name
        The last part of its address, its template, its script and its style; ``home`` has no
        part of the address.
    texts
        What it says beside the data.  ``menu`` is its entry in the menu, ``title`` its title.
        Templates have all by ``said(key)``, scripts by ``said`` of ``shared/texts.js``.
    shown
        What its template names.
    place
        Where it stands below its language, if not where its name says.
    """

    name: str
    texts: Texts
    shown: Callable[[Asked], Mapping[str, Any]]
    place: str | None = None

    @property
    def path(self) -> str:
        """Where it stands below its language."""
        if self.place is not None:
            return self.place
        return "" if self.name == "home" else self.name
