"""A sound release passes; each thing that is wrong is found by its check, and named."""

import gzip
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import (
    BaseHTTPRequestHandler,
    SimpleHTTPRequestHandler,
    ThreadingHTTPServer,
)
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import unquote

import pytest

from coordgraph.errors import UnreadableFile
from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.audit import auditing, places, rdf
from coordgraph.publish.site.audit.auditing import CHECKS, audit
from coordgraph.publish.site.audit.places import Folder, Web, open_place
from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject
from coordgraph.publish.site.negotiation.rules import Shape, negotiated
from tests.serving import served as serving
from tests.unit.cli.test_commands import run
from tests.unit.publish.site.audit.conftest import replaced

Item = TypeVar("Item")


class _Near(Subject):
    """A release of which what one file is about is looked at, or a little of each sort."""

    near = ""

    def chosen(self, items: Iterable[Item]) -> Sequence[Item]:
        listed = list(items)
        names = {self.near, self.near.partition(".")[0]}
        about = [
            item for item in listed if (item[0] if isinstance(item, tuple) else item) in names
        ]
        return about or listed[::10]


def found(site: Path, check: str, near: str) -> list[str]:
    result = Result(check)
    subject = _Near(Folder(site), sample=0)
    subject.near = near
    CHECKS[check](subject, result)
    return result.problems


def test_a_sound_release_passes(audited: Path) -> None:
    results = audit(str(audited), sample=0)
    assert [result.problems for result in results if result.problems] == []
    looked = {result.check: result.looked for result in results}
    assert all(number for check, number in looked.items() if check != "negotiation")
    assert looked["data of things"] > 100


def changed(site: Path, place: str, old: str, new: str) -> bytes:
    text = (site / place).read_text("utf-8")
    old, new = (each.replace("{xsd}", PREFIXES["xsd"]) for each in (old, new))
    assert old in text
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("check", "place", "old", "new", "problem"),
    [
        ("checksums", "LICENSE", "CC", "BB", "LICENSE: has changed"),
        ("canonical form", "dump/dataset.nq", "\n", "\n\n", "not in canonical form"),
        ("dumps", "dump/dataset.ttl", '"B"', '"C"', "dataset.ttl: holds other statements"),
        ("dumps", "dump/graph/one.nt", '"B"', '"C"', "one.nt: holds other statements"),
        ("dumps", "dump/dataset.rdf", "</rdf:Description>", "", "dataset.rdf: "),
        ("dumps", "dump/dataset.jsonld", '"@id": "cg:signedOn"', '"@id": "cg:x"', "jsonld"),
        ("second parser", "dump/dataset.trig", '"B"', '"C"', "rdflib reads other"),
        ("second parser", "dump/dataset.trig", '"B"', '"B', "rdflib cannot read it"),
        ("data of things", "id/a.nt", '"A"', '"Z"', "id/a: nt and ttl hold"),
        ("data of things", "dump/context.jsonld", '"skos:pref', '"skos:other', "jsonld"),
        ("dumps", "dump/dataset.jsonld", "{", "[", "this is no JSON: "),
        ("data of things", "id/a.jsonld", "../dump/context", "https://a.b/c", "is not that of"),
        ("data of things", "dump/context.jsonld", '"@context"', '"context"', "jsonld"),
        ("IRIs", "ns.en.html", 'id="Unit"', 'id="Units"', "ns#Unit: ns.en.html does not name"),
        ("IRIs", "ns.ttl", "cg:signedOn", "cg:x", "ns#signedOn: ns.ttl says nothing of it"),
        ("links", "id/a.en.html", 'href="../index', 'href="../indices', "which is not there"),
        ("links", "id/a.en.html", 'href="../index', 'href="http://[../index', "is not there"),
        ("links", "id/a.en.html", 'href="#content', 'href="#contents', "names nothing there"),
        ("links", "dataset.en.html", 'ld+json">', 'ld+json">{', "the JSON-LD in it is none"),
        ("links", "id/a.es.html", "</head>", '<script src="https://a.b/c">', "from elsewhere"),
        ("links", "id/a.es.html", '<html lang="es">', "<html>", "does not say its language"),
        ("links", "sitemap.xml", ".html</loc>", ".htm</loc>", "sitemap.xml: names"),
        (
            "statistics",
            "void.ttl",
            "void:triples 13",
            "void:triples 14",
            "said to be 14, is 13",
        ),
        ("dates", "dump/dataset.nq", '"1991-05-01"', '"1991-05-41"', "is no date"),
        ("dates", "dump/dataset.nq", '"1990"', '"1990-01"', "is no date"),
        (
            "dates",
            "dump/dataset.nq",
            '-05-01"^^<{xsd}date>',
            '-05-01"^^<{xsd}dateTime>',
            "no date",
        ),
        ("catalogue", "dataset.ttl", '"^^xsd:nonNeg', '1"^^xsd:nonNeg', "another size"),
        ("catalogue", "dataset.ttl", 'checksumValue "', 'checksumValue "0', "another digest"),
        ("FAIR", "dataset.ttl", "foaf:name", "foaf:nick", "the publisher has no name"),
        (
            "FAIR",
            "dataset.ttl",
            ' dcat:version "7"',
            ' dcterms:license "x"',
            "the licence is no IRI",
        ),
        ("FAIR", "void.ttl", "void:dataDump", "void:dump", "names no dump"),
        ("FAIR", "dataset.ttl", 'dcat:version "7"', 'dcat:edition "7"', "states dcat:version"),
        ("FAIR", "void.ttl", "void:vocabulary", "void:vocabularies", "vocabulary"),
    ],
)
def test_what_is_wrong_is_found(  # noqa: PLR0913, PLR0917
    check: str, place: str, old: str, new: str, problem: str, audited: Path
) -> None:
    with replaced(audited, place, changed(audited, place, old, new)):
        problems = found(audited, check, place)
    assert any(problem in each for each in problems), problems


@pytest.mark.parametrize(
    ("check", "place", "problem"),
    [
        ("IRIs", "id/a.jsonld", "id/a: leads to no jsonld"),
        ("languages", "id/a.es.html", "id/a: has no page in es"),
        ("catalogue", "dump/dataset.nt", "dump/dataset.nt: is not there"),
        ("FAIR", "dump/context.jsonld", "dump/context.jsonld: is not there"),
    ],
)
def test_what_is_not_listed_is_missed(
    check: str, place: str, problem: str, audited: Path
) -> None:
    with unlisted(audited, place):
        assert any(problem in each for each in found(audited, check, place))


@contextmanager
def unlisted(site: Path, *places: str) -> Iterator[None]:
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    kept = (line for line in lines if line.rstrip("\n").partition("  ")[2] not in places)
    with replaced(site, "SHA256SUMS", "".join(kept).encode()):
        yield


@pytest.mark.parametrize("check", ["dumps", "second parser", "IRIs"])
def test_a_document_that_was_left_out_is_not_missed(check: str, audited: Path) -> None:
    with unlisted(audited, "dump/dataset.rdf", "dump/dataset.rdf.gz", "ns.ttl"):
        assert found(audited, check, "dump/dataset.nq") == []


def test_too_much_for_the_second_parser_is_noted(
    audited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdf, "LARGE", 3)
    result = Result("second parser")
    CHECKS["second parser"](Subject(Folder(audited), sample=0), result)
    assert (result.looked, result.note) == (
        0,
        "more than 3 statements: not read by the second parser",
    )


def test_of_a_large_dump_the_compressed_copy_is_read(audited: Path) -> None:
    with replaced(audited, "dump/dataset.ttl", None):
        assert found(audited, "dumps", "") == []
        for body, problem in ((b"broken", "this file is broken"), (None, "is not there")):
            with replaced(audited, "dump/dataset.ttl.gz", body):
                (told,) = found(audited, "dumps", "")
            assert problem in told


def test_a_catalogue_without_files_is_wrong(audited: Path) -> None:
    with replaced(audited, "dataset.ttl", b"[] <urn:p> [] ."):
        assert found(audited, "catalogue", "") == ["dataset.ttl: lists no file to download."]


def test_what_stands_in_no_graph_counts_for_the_whole(audited: Path) -> None:
    moved = changed(audited, "dump/dataset.nq", " <https://example.org/kg/graph/one> .", " .")
    with replaced(audited, "dump/dataset.nq", moved):
        problems = found(audited, "statistics", "")
    assert problems
    assert all(each.startswith("https://example.org/kg/graph/one: ") for each in problems)


def test_things_from_elsewhere_are_told_of(audited: Path) -> None:
    moved = changed(audited, "dump/dataset.nq", "<https://example.org/kg/id/a>", "<urn:a>")
    result = Result("IRIs")
    with replaced(audited, "dump/dataset.nq", moved):
        CHECKS["IRIs"](Subject(Folder(audited), sample=0), result)
    assert result.note == "1 things have IRIs from elsewhere, as <urn:a>"


@pytest.mark.parametrize(
    ("place", "body", "check"),
    [
        ("void.ttl", b"broken", "statistics"),
        ("dump/dataset.nq", bytes(range(256)), "canonical form"),
        ("id/a.jsonld", b"[" * 100_000, "data of things"),
        ("id/a.jsonld", b"[]", "data of things"),
    ],
)
def test_what_cannot_be_read_is_one_problem_of_its_check(
    audited: Path, place: str, body: bytes, check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "CHECKS", {check: CHECKS[check]})
    with replaced(audited, place, body):
        (result,) = audit(str(audited))
    assert len(result.problems) == 1


def test_a_file_that_went_is_missed(audited: Path) -> None:
    with replaced(audited, "prov.ttl", None):
        assert found(audited, "checksums", "prov.ttl") == ["prov.ttl: listed, but not there."]


def test_a_copy_of_something_else_is_found(audited: Path) -> None:
    for body in (gzip.compress(b"other"), b"broken"):
        with replaced(audited, "dump/dataset.nt.gz", body):
            assert len(found(audited, "compressed copies", "")) == 1


def test_a_sample_is_spread_and_says_of_how_many(audited: Path) -> None:
    subject = Subject(Folder(audited), sample=3)
    assert list(subject.chosen(range(9))) == [0, 3, 6]
    result = Result("links")
    CHECKS["links"](subject, result)
    assert result.looked == 3
    assert result.of > 100


@pytest.mark.parametrize("name", ["nowhere", "http://127.0.0.1:9/"])
def test_where_no_release_is_that_is_said(name: str) -> None:
    with pytest.raises(UnreadableFile):
        open_place(name)


class _Round(BaseHTTPRequestHandler):
    """A server that leads round and round."""

    def do_GET(self) -> None:
        self.send_response_only(303)
        self.send_header("Location", self.path)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"more")


def test_a_server_that_leads_nowhere_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(_Round) as url:
        assert Web(url).ask("a", {}) == (303, "", b"")
        monkeypatch.setattr(places, "_LARGEST", 3)
        with pytest.raises(UnreadableFile, match="is larger than 3 bytes"):
            Web(url).read("a")


class _Handler(SimpleHTTPRequestHandler):
    """A server that leads from IRIs to files as the rules say."""

    shape = Shape()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        known = {".ttl": "text/turtle", ".nt": "application/n-triples"}
        known[".jsonld"] = "application/ld+json"
        return known.get(Path(path).suffix) or super().guess_type(path)

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0]).removeprefix("/")
        answer = negotiated(path, self.headers.get("Accept", ""), shape=self.shape)
        if answer.status == 303:
            self.send_response(303)
            self.send_header("Location", f"/{answer.location}")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        del format, args


@contextmanager
def served(site: Path) -> Iterator[str]:
    mark = json.loads((site / "coordgraph-site.json").read_text("utf-8"))
    _Handler.shape = Shape(tuple(mark["langs"]), frozenset(mark["short"]))
    handler = partial(_Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_served_release_passes_too(audited: Path) -> None:
    with served(audited) as url:
        results = audit(url, sample=20)
    assert [result.problems for result in results if result.problems] == []
    assert next(result.looked for result in results if result.check == "negotiation")


def test_a_server_that_does_not_negotiate_is_found(
    audited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Handler, "do_GET", SimpleHTTPRequestHandler.do_GET)
    with served(audited) as url:
        result = Result("negotiation")
        CHECKS["negotiation"](Subject(Web(url), sample=0), result)
    assert "as text/turtle, gives 404" in " ".join(result.problems)


def test_the_command_tells_what_is_wrong_and_exits_with_1(audited: Path) -> None:
    sound = run("publish", "--check", audited, "--sample", "5", "--format", "json", "-q")
    assert sound.exit_code == 0
    assert {row["outcome"] for row in json.loads(sound.stdout)} == {"ok", "not checked"}
    with replaced(audited, "prov.ttl", None):
        told = ("--sample", "5", "--format", "table", "--lang", "es", "-q")
        bad = run("publish", "--check", audited, *told)
    assert bad.exit_code == 1
    assert "prov.ttl: listed, but not there." in bad.stdout
    assert "FALLA" in bad.stdout
    assert "... " in run("publish", "--check", audited, "--sample", "1").stderr


@pytest.mark.parametrize("options", [[], ["--out", "a", "--check", "b"]])
def test_a_call_publishes_or_checks(options: list[str]) -> None:
    result = run("publish", *options)
    assert result.exit_code == 2
    assert "--check DIR|URL" in result.stderr
