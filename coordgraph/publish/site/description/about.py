"""
What a dataset is about, as its publisher states it in a file: nothing here is guessed.

The file describes one ``dcat:Dataset`` (DCAT 3, W3C Recommendation, 2024), whatever IRI it has
there: title, description, licence, publisher and version it must have.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, parse

from coordgraph.errors import IncompleteAbout, ParseError, UnreadableFile
from coordgraph.files import check_file
from coordgraph.ingest.rdf import format_of, parse_error
from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.canonical import canonical
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.reasons import reason
from coordgraph.resources import DATA
from coordgraph.store import open_store, placed, text

__all__ = ["ABOUT", "NEEDED", "About", "read_about"]

ABOUT = DATA / "dataset" / "about.ttl"
"""What the shipped dataset is about."""

NEEDED = (
    *("dcterms:title", "dcterms:description", "dcterms:license", "dcterms:publisher"),
    "dcat:version",
)
"""The properties that every release states."""

_DATASETS = {iri("dcat:Dataset"), iri("void:Dataset"), iri("schema:Dataset")}
_DATES = ("dcterms:created", "dcterms:issued", "dcterms:modified")

Move = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class About:
    """
    What a publisher states of a dataset.

    Attributes
    ----------
    dataset
        The IRI of the dataset.
    quads
        The statements, on the dataset and on what it names.
    """

    dataset: NamedNode
    quads: tuple[Quad, ...]

    def objects(self, name: str, of: NamedNode | None = None) -> list[Any]:
        """Return the values of a property, given by its prefixed name, in order."""
        subject, by = of or self.dataset, iri(name)
        found = {q.object for q in self.quads if q.subject == subject and q.predicate == by}
        return sorted(found, key=str)

    def of(self, graphs: Collection[str]) -> Iterator[Quad]:
        """Yield the statements, without those on named graphs that a dataset does not have."""
        for quad in self.quads:
            subject = text(quad.subject)
            if subject in graphs or "/graph/" not in subject:
                yield quad

    def texts(self, name: str, of: NamedNode | None = None) -> Mapping[str, str]:
        """Return the texts of a property by language; without one, by an empty text."""
        literals = [each for each in self.objects(name, of) if isinstance(each, Literal)]
        return {each.language or "": each.value for each in reversed(literals)}

    def text(self, name: str, lang: str = "en", of: NamedNode | None = None) -> str:
        """Return a property's text in a language, else in another one, else nothing."""
        found = self.texts(name, of)
        return found.get(lang) or found.get("en") or next(iter(found.values()), "")

    def value(self, name: str) -> str:
        """Return the first value of a property as a text, or nothing."""
        return next((text(each) for each in self.objects(name)), "")

    def names(self, role: str) -> list[str]:
        """Return the names of those who have a role, such as ``dcterms:creator``."""
        found = (each for each in self.objects(role) if isinstance(each, NamedNode))
        return [name for each in found if (name := self.text("foaf:name", of=each))]


def read_about(path: Path, *, base: str, move: Move = lambda term: term) -> About:
    """
    Read what a dataset is about.

    Parameters
    ----------
    path
        An RDF file.
    base
        Where the dataset is published; its IRI is ``dataset`` there.
    move
        Gives things of the dataset as they are under that base.

    Raises
    ------
    IncompleteAbout
        If facts are missing that a release needs, or a date is none.
    ParseError, UnreadableFile
        If the file cannot be read.
    """
    quads = _parsed(path, base)
    described = {q.subject for q in quads if q.predicate == _TYPE and q.object in _DATASETS}
    if len(described) != 1:
        problem = _("this describes no dcat:Dataset, or more than one; a release is one.")
        raise IncompleteAbout(str(path), [problem])
    dataset = NamedNode(f"{base}dataset")

    def settle(term: Any) -> Any:
        if isinstance(term, BlankNode):
            return NamedNode(f"{base}dataset#{term.value}")
        return dataset if term in described else move(term)

    settled = (Quad(settle(q.subject), q.predicate, settle(q.object)) for q in quads)
    about = About(dataset, tuple(sorted(settled, key=str)))
    if problems := list(_problems(about)):
        raise IncompleteAbout(str(path), problems)
    return about


_TYPE = NamedNode(PREFIXES["rdf"] + "type")


def _parsed(path: Path, base: str) -> list[Quad]:
    form = format_of(path)
    check_file(path)
    store = open_store()
    try:
        found: Iterable[Quad] = parse(path.read_bytes(), format=form, base_iri=base)
        store.oxigraph.extend(placed(quad.triple) for quad in found)
    except SyntaxError as error:
        raise parse_error(str(path), error) from None
    except ValueError as error:
        raise ParseError(str(path), f"{error}.") from None
    except OSError as error:
        raise UnreadableFile(str(path), f"{reason(error)}.") from None
    return list(canonical(store).quads())


def _problems(about: About) -> Iterator[str]:
    for name in NEEDED:
        if not about.objects(name):
            yield _("the dataset lacks {asked}.").format(asked=_asked(name))
    if about.objects("dcterms:publisher") and not about.names("dcterms:publisher"):
        yield _("the publisher lacks a foaf:name.")
    if any(not isinstance(each, NamedNode) for each in about.objects("dcterms:license")):
        yield _("the licence is a text; name it by its IRI.")
    for name in _DATES:
        for value in about.objects(name):
            if not _is_day(text(value)):
                yield _("{name} {value!r} is no day; write YYYY-MM-DD.").format(
                    name=name, value=text(value)
                )


def _asked(name: str) -> str:
    """Return how a property that is missing is asked for."""
    return {
        "dcterms:title": _('a title, such as dcterms:title "..."@en'),
        "dcterms:description": _("a description (dcterms:description)"),
        "dcterms:license": _("the IRI of a licence (dcterms:license)"),
        "dcterms:publisher": _("a publisher (dcterms:publisher) with a foaf:name"),
        "dcat:version": _("a version (dcat:version)"),
    }[name]


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words[:10])
    except ValueError:
        return False
    return True
