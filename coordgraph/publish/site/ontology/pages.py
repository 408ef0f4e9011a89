"""The documentation of the ontology, at its IRI: whoever follows that of a term gets there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from coordgraph.namespace import CG, PREFIXES, shrink
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.frame import Frame, frame_at
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.core import Core, core
from coordgraph.publish.site.ontology.files import FOLDER, SUFFIXES, version, write_files
from coordgraph.publish.site.ontology.hierarchy import Hierarchy, hierarchy
from coordgraph.publish.site.ontology.model import ONTOLOGY, Model, model
from coordgraph.publish.site.ontology.words import WORDS
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.shapes.pages import place_of
from coordgraph.publish.site.shapes.reading import shapes

__all__ = ["PLACE", "ontology_page", "write_ontology"]

PLACE = "ns"
"""Where the documentation stands: below the base, as the ontology below its home."""

_DCTERMS, _OWL, _VANN = PREFIXES["dcterms"], PREFIXES["owl"], PREFIXES["vann"]
_STATED = {
    "version": _OWL + "versionInfo",
    "prefix": _VANN + "preferredNamespacePrefix",
    "namespace": _VANN + "preferredNamespaceUri",
    "created": _DCTERMS + "created",
    "modified": _DCTERMS + "modified",
    "licence": _DCTERMS + "license",
}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The ontology, and its drawing that is the same in every language."""

    model: Model
    tree: Hierarchy


def write_ontology(knowledge: Knowledge, formats: Formats, output: Output) -> list[str]:
    """Write the ontology as data, and its pages; return what is left out, and why."""
    left_out = write_files(knowledge, formats, output)
    drawn = _drawn(knowledge)
    for lang in knowledge.langs:
        place = f"{PLACE}.{lang}.html"
        output.write(place, _page(Reader(knowledge, lang, place), drawn, lacking=left_out))
    return [f"{place}: {why}." for place, why in left_out.items()]


def ontology_page(knowledge: Knowledge, lang: str) -> str:
    """Return the documentation in a language."""
    return _page(Reader(knowledge, lang, f"{PLACE}.{lang}.html"), _drawn(knowledge))


def _drawn(knowledge: Knowledge) -> _Drawn:
    found = model(knowledge)
    return _Drawn(found, hierarchy(found.classes))


def _page(reader: Reader, drawn: _Drawn, *, lacking: Collection[str] = ()) -> str:
    knowledge, words = reader.knowledge, WORDS[reader.lang]
    described = knowledge.objects(ONTOLOGY, _DCTERMS + "description")
    named = version(knowledge)
    return rendered(
        "ontology.html",
        reader=reader,
        frame=_frame(reader, words["title"]),
        words=words,
        lead=reader.spoken(described),
        stated=_stated(reader),
        files=_files(PLACE, lacking),
        versioned=_files(f"{FOLDER}/{named}", lacking) if named else {},
        concepts=_files(f"{FOLDER}/concepts", lacking),
        model=drawn.model,
        tree=drawn.tree,
        core=_core(reader),
        shapes=shapes().values(),
        place_of=place_of,
        local=_local,
        shrink=shrink,
    )


def _frame(reader: Reader, title: str) -> Frame:
    framed = frame_at(PLACE, title, reader.knowledge)
    return replace(framed, cite=ONTOLOGY, types=(_OWL + "Ontology",))


def _stated(reader: Reader) -> Mapping[str, object]:
    found = {name: reader.knowledge.objects(ONTOLOGY, path) for name, path in _STATED.items()}
    return {name: reader.show(terms[0]) for name, terms in found.items() if terms}


def _files(place: str, lacking: Collection[str]) -> Mapping[str, str]:
    found = {suffix: f"{place}.{suffix}" for suffix in SUFFIXES}
    return {suffix: path for suffix, path in found.items() if path not in lacking}


def _core(reader: Reader) -> Core | None:
    """Return the drawing of the model, if the ontology has all that it shows."""
    drawn = core(reader)
    known = reader.knowledge.classes
    return drawn if all(box.iri in known for box in drawn.boxes) else None


def _local(iri: str) -> str:
    """Return the fragment by which a page of the ontology names a term."""
    return iri.removeprefix(CG)
