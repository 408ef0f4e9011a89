"""The pages of the shapes, and their files: to check data with, and to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from pyoxigraph import Quad, RdfFormat, parse

from coordgraph.namespace import shrink
from coordgraph.publish.site.canonical import canonical
from coordgraph.publish.site.description.documents import documents
from coordgraph.publish.site.frame import frame_at
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.shapes.reading import FOLDER, Rule, Shape, shapes
from coordgraph.publish.site.shapes.wording import demanded, told
from coordgraph.publish.site.shapes.words import WORDS
from coordgraph.store import open_store

__all__ = [
    "PLACE",
    "listed_shapes",
    "place_of",
    "shape_documents",
    "shape_page",
    "shape_places",
    "write_shapes",
]

PLACE = "shapes"
"""Where the list of all shapes stands."""


def place_of(name: str) -> str:
    """
    Return where a shape stands, without suffix.

    >>> place_of("mechanism")
    'shapes/mechanism'
    """
    return f"{PLACE}/{name}"


def shape_places() -> list[str]:
    """Return where the list and each shape stand, without language and suffix."""
    return [PLACE, *map(place_of, shapes())]


def listed_shapes(lang: str) -> list[tuple[str, str, str]]:
    """Return what search finds of the shapes: each one's name, page and sentence."""
    return [
        (shape.labels[lang], f"{place_of(shape.name)}.{lang}.html", shape.comments[lang])
        for shape in shapes().values()
    ]


def write_shapes(knowledge: Knowledge, output: Output) -> None:
    """
    Write the pages and the files of all shapes.

    A shape's file is as its authors wrote it; what several shapes share stands in
    ``shapes/common.ttl``, and all of them together in ``shapes.ttl``.
    """
    for place in (PLACE, *_files()):
        for suffix, body in shape_documents(place).items():
            output.write(f"{place}.{suffix}", body)
    for lang in knowledge.langs:
        start = f"{PLACE}.{lang}.html"
        output.write(start, _list(Reader(knowledge, lang, start)))
        for shape in shapes().values():
            page = f"{place_of(shape.name)}.{lang}.html"
            output.write(page, _page(Reader(knowledge, lang, page), shape))


def shape_page(knowledge: Knowledge, place: str, lang: str) -> str | None:
    """Return the page of a shape, or of the list of all; None if none stands at the place."""
    reader = Reader(knowledge, lang, f"{place}.{lang}.html")
    if place == PLACE:
        return _list(reader)
    found = (shape for shape in shapes().values() if place_of(shape.name) == place)
    return next((_page(reader, shape) for shape in found), None)


@cache
def shape_documents(place: str) -> Mapping[str, str]:
    """Return a shape, or all of them, as data, by suffix; nothing if none stands there."""
    files = _files()
    if place == PLACE:
        return dict(_documents(files.values()))
    if place not in files:
        return {}
    return {**dict(_documents([files[place]])), "ttl": files[place].decode()}


@cache
def _files() -> Mapping[str, bytes]:
    """Return the files of the shapes by place; what they share has one of its own."""
    return {place_of(path.stem): path.read_bytes() for path in sorted(FOLDER.glob("*.ttl"))}


def _documents(files: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    store = open_store()
    for body in files:
        store.oxigraph.extend(parse(body, format=RdfFormat.TURTLE))
    quads: list[Quad] = list(canonical(store).quads())
    return documents(quads)


def _list(reader: Reader) -> str:
    return rendered(
        "shapes.html",
        reader=reader,
        frame=frame_at(PLACE, reader.said("kind_shapes"), reader.knowledge),
        words=WORDS[reader.lang],
        shapes=shapes().values(),
        place_of=place_of,
        described=f"{PLACE}.ttl",
    )


def _page(reader: Reader, shape: Shape) -> str:
    words, place = WORDS[reader.lang], place_of(shape.name)
    return rendered(
        "shape.html",
        reader=reader,
        frame=replace(
            frame_at(place, shape.labels[reader.lang], reader.knowledge), cite=shape.iri
        ),
        words=words,
        shape=shape,
        rules=[_rule(rule, reader.lang, words) for rule in shape.rules],
    )


def _rule(rule: Rule, lang: str, words: Mapping[str, str]) -> Mapping[str, object]:
    return {
        "rule": rule,
        "message": told(rule.messages[lang]),
        "demands": list(demanded(rule, words)),
        "code": shrink(rule.path),
    }
