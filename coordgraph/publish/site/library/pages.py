"""The pages of the questions: what is asked, how, and what this dataset answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pyoxigraph import NamedNode

from coordgraph.publish.site.description.documents import documents
from coordgraph.publish.site.frame import frame_at
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.answers import (
    Asked,
    asked,
    asked_one,
    in_language,
    terms_of,
)
from coordgraph.publish.site.library.executables import (
    PLACE,
    collection,
    executable,
    place_of,
)
from coordgraph.publish.site.library.words import WORDS
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.queries import library

__all__ = ["library_places", "listed_questions", "question_at", "write_library"]

_GIVEN = re.compile(r"<([^<>\s]+)>")
_DATASET = "--data dump/dataset.trig.gz"


def write_library(knowledge: Knowledge, output: Output, endpoints: Sequence[str] = ()) -> None:
    """
    Write the pages and the data of all questions of the library.

    Parameters
    ----------
    knowledge
        The dataset, which is asked.
    output
        Where they go.
    endpoints
        The addresses of SPARQL endpoints that answer for the dataset.
    """
    every = list(asked(knowledge))
    for one in every:
        for suffix, body in documents(executable(one.query, knowledge.addresses, endpoints)):
            output.write(f"{place_of(one.query.name)}.{suffix}", body)
        output.write(f"{place_of(one.query.name)}.rq", _file(one))
        for lang in knowledge.langs:
            page = f"{place_of(one.query.name)}.{lang}.html"
            spoken = in_language(one, knowledge, lang)
            output.write(page, _page(Reader(knowledge, lang, page), spoken))
    quads = collection((one.query for one in every), knowledge.addresses, endpoints)
    for suffix, body in documents(quads):
        output.write(f"{PLACE}.{suffix}", body)
        if suffix == "ttl":
            output.write(f"{PLACE}/index.ttl", body)
    for lang in knowledge.langs:
        page = f"{PLACE}.{lang}.html"
        output.write(page, _list(Reader(knowledge, lang, page), every))


def listed_questions(lang: str) -> list[tuple[str, str, str]]:
    """Return what search finds of the questions: each one's name, page and sentence."""
    queries = [query.said(lang) for query in library().values()]
    return [
        (query.summary, f"{place_of(query.name)}.{lang}.html", query.question)
        for query in queries
    ]


def library_places() -> list[str]:
    """Return where the list and each question stand, without language and suffix."""
    return [PLACE, *map(place_of, library())]


def question_at(knowledge: Knowledge, place: str, endpoints: Sequence[str] = ()) -> str | None:
    """Return the page or a file of one question that stands at a place; None if none does."""
    stem, _, suffix = place.rpartition(".")
    lang = ""
    if suffix == "html":
        stem, _, lang = stem.rpartition(".")
    name = stem.removeprefix(f"{PLACE}/")
    if name not in library() or stem != place_of(name):
        return None
    if lang in knowledge.langs:
        spoken = in_language(asked_one(knowledge, name), knowledge, lang)
        return _page(Reader(knowledge, lang, place), spoken)
    put = asked_one(knowledge, name, largest=-1)
    if suffix == "rq":
        return _file(put)
    said = documents(executable(put.query, knowledge.addresses, endpoints))
    return next((body for form, body in said if form == suffix), None)


def _file(one: Asked) -> str:
    return f"# {one.query.question}\n\n{one.query.sparql}"


def _page(reader: Reader, one: Asked) -> str:
    query, place = one.query.said(reader.lang), place_of(one.query.name)
    known = reader.knowledge.classes
    return rendered(
        "query.html",
        reader=reader,
        frame=frame_at(place, query.summary, reader.knowledge),
        words=WORDS[reader.lang],
        query=query,
        one=one,
        parameters=[
            (name, meaning, _default(reader, query.default(name)))
            for name, meaning in query.parameters.items()
        ],
        terms=[iri for iri in terms_of(query.sparql) if iri in known],
        iri=reader.knowledge.addresses.url(place),
        file=f"{place}.rq",
        command=f"coordgraph query {query.name} {_DATASET}",
    )


def _list(reader: Reader, every: Sequence[Asked]) -> str:
    told = [replace(one, query=one.query.said(reader.lang)) for one in every]
    groups: Mapping[str, list[Asked]] = {
        name: list(found) for name, found in groupby(told, key=lambda one: one.group)
    }
    return rendered(
        "queries.html",
        reader=reader,
        frame=frame_at(PLACE, reader.said("kind_queries"), reader.knowledge),
        words=WORDS[reader.lang],
        groups=groups,
        total=len(every),
        place_of=place_of,
        described=f"{PLACE}.ttl",
    )


def _default(reader: Reader, written: str) -> object:
    """Return the default of a parameter as it stands on a page."""
    given = _GIVEN.fullmatch(written)
    return reader.show(NamedNode(given[1])) if given else written
