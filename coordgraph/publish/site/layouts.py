"""
Which tables stand on pages: what says something about a thing, a row each, with its evidence.

A path leads from a thing to others by properties: ``^`` where they point to it, ``/`` between
two steps, ``.`` for the thing itself.
"""

from collections.abc import Mapping
from typing import NamedTuple

from coordgraph.namespace import PREFIXES, expanded

__all__ = ["LAYOUTS", "Layout", "Step", "steps"]


class Step(NamedTuple):
    """A property, by IRI, and whether it is followed from its value to its subject."""

    path: str
    back: bool


def steps(path: str) -> tuple[Step, ...]:
    """
    Return the steps of a path.

    >>> [(step.path.rpartition("#")[2], step.back) for step in steps("^cg:actor/cg:level")]
    [('actor', True), ('level', False)]
    >>> steps(".")
    ()
    """
    names = [] if path == "." else path.split("/")
    return tuple(
        Step(expanded(name.removeprefix("^")) or "", name.startswith("^")) for name in names
    )


class Layout(NamedTuple):
    """
    A table on the page of a thing.

    Attributes
    ----------
    word
        Its heading.
    paths
        From the thing to those that have rows, one step each.
    among
        The class of these, or nothing for any class.
    columns
        Paths from what has a row, and the term that heads the column; nothing for the last
        property of the path.
    """

    word: str
    paths: tuple[str, ...]
    among: str
    columns: Mapping[str, str]

    def heads(self) -> tuple[str, ...]:
        """Return the IRI that heads each column, or a word of the pages: ``word:rests``."""
        return tuple(_head(head) or steps(path)[-1].path for path, head in self.columns.items())


def _head(name: str) -> str:
    return name if name.startswith("word:") else expanded(name) or ""


_CG = PREFIXES["cg"]


def _layout(word: str, paths: str, among: str, columns: str, **heads: str) -> Layout:
    named = {path: heads.get(_key(path), "") for path in columns.split()}
    return Layout(word, tuple(paths.split()), f"{_CG}{among}" if among else "", named)


def _key(path: str) -> str:
    return {"^cg:participation": "mechanism", "^cg:evidence": "rests", ".": "itself"}.get(
        path, path.replace(":", "_").replace("/", "_")
    )


_MECHANISM = "cg:Mechanism"

LAYOUTS = (
    _layout(
        "mechanisms",
        "^cg:inPractice",
        "Mechanism",
        ". cg:level cg:mechanismKind cg:participation/cg:actor cg:usesSystem",
        itself=_MECHANISM,
        cg_participation_cg_actor="cg:actor",
    ),
    _layout(
        "participants",
        "cg:participation",
        "",
        "cg:actor cg:role cg:actingFor cg:namedAs cg:partyStatus cg:scope cg:basis cg:from"
        " cg:until rdfs:comment",
    ),
    _layout(
        "taking_part",
        "^cg:actor",
        "Participation",
        "^cg:participation ^cg:participation/cg:inPractice ^cg:participation/cg:level cg:role"
        " cg:actingFor cg:namedAs cg:basis cg:from cg:until rdfs:comment",
        mechanism=_MECHANISM,
    ),
    _layout(
        "acting_for",
        "^cg:actingFor",
        "Participation",
        "cg:actor cg:role ^cg:participation cg:namedAs cg:basis rdfs:comment",
        mechanism=_MECHANISM,
    ),
    _layout(
        "systems",
        "^cg:inPractice",
        "InformationSystem",
        ". dcterms:type dcterms:description cg:operatedBy",
        itself="cg:InformationSystem",
    ),
    _layout(
        "aspects",
        "^cg:about",
        "Aspect",
        "cg:aspectKind dcterms:title dcterms:description rdfs:comment",
    ),
    _layout(
        "figures",
        "cg:figure",
        "",
        "schema:name schema:value schema:unitText rdfs:comment",
    ),
    _layout(
        "names",
        "^cg:nameOf",
        "Name",
        "skosxl:literalForm cg:nameKind rdfs:comment",
    ),
    _layout(
        "passages",
        "^dcterms:isPartOf",
        "Passage",
        ". cg:firstLine cg:lastLine ^cg:evidence",
        itself="cg:Passage",
        rests="word:rests",
    ),
    _layout(
        "sections",
        "^cg:inSection",
        "Passage",
        ". cg:firstLine cg:lastLine ^cg:evidence",
        itself="cg:Passage",
        rests="word:rests",
    ),
)
"""The tables, in the order in which they stand; one without rows is left out."""
