"""RDF that is made to do harm to who reads it ends with one message."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.errors import ParseError
from coordgraph.guard import look_over
from tests.hostile.calling import Caller

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
CLAIMS = '<rdf:Description rdf:about="urn:a"><p xmlns="urn:">{}</p></rdf:Description>'
DEEP = 20_000


def xml(words: str, declared: str = "") -> bytes:
    doctype = f"<!DOCTYPE r [{declared}]>" if declared else ""
    said = CLAIMS.format(words)
    return f'<?xml version="1.0"?>{doctype}<rdf:RDF {RDF}>{said}</rdf:RDF>'.encode()


def laughs() -> bytes:
    nested = "".join(f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 10))
    return xml("&a9;", f'<!ENTITY a0 "ha">{nested}')


def blown_up() -> bytes:
    return xml("&a;" * 100_000, f'<!ENTITY a "{"a" * 250}">')


def nested(one: str, inner: str, other: str, around: str = "{}") -> bytes:
    return around.format(one * DEEP + inner + other * DEEP).encode()


def zipped(start: bytes, again: bytes, end: bytes = b"") -> bytes:
    return gzip.compress(start + again * ((24 << 20) // len(again)) + end, 9)


HARM: dict[str, tuple[Callable[[], bytes], str]] = {
    "laughs.rdf": (laughs, "the entity 'a1' is longer than 256 characters, or made of others"),
    "blown-up.rdf": (blown_up, "a single text or tag is longer than 128 kB"),
    "encoding.rdf": (
        lambda: xml("").replace(b'"1.0"', b'"1.0" encoding="UTF-0"'),
        "this is no XML: unknown encoding",
    ),
    "elsewhere.rdf": (
        lambda: xml("&x;", '<!ENTITY x SYSTEM "file:///etc/hostname">'),
        "the entity 'x' stands elsewhere, and is not fetched",
    ),
    "deep.rdf": (
        lambda: xml(nested("<rdf:Description><p>", "", "</p></rdf:Description>").decode()),
        "elements stand in each other more than 256 deep",
    ),
    "long.rdf": (lambda: xml("a" * (18 << 20)), "longer than 16,384 kB"),
    "context.jsonld": (
        lambda: b'{"@context": "https://example.org/context.jsonld", "@id": "urn:a", "b": 1}',
        "a JSON-LD context elsewhere is not fetched",
    ),
    "deep.jsonld": (
        lambda: nested('{"@list":[', "1", "]}", '{{"@id":"urn:a","urn:b":{}}}'),
        "objects and arrays stand in each other more than 256 deep",
    ),
    "hidden.jsonld": (
        lambda: b'{"urn:a": "\\\\", "urn:b": "\\"]}", "urn:c":' + b"[" * DEEP,
        "objects and arrays stand in each other more than 256 deep",
    ),
    "deep.nt": (
        lambda: nested("<<( <urn:a> <urn:b> ", "1", " )>>", "<urn:a> <urn:b> {} ."),
        "statements on statements stand in each other more than 1000 deep",
    ),
    "deep.ttl": (
        lambda: nested("<< <urn:a> <urn:b> ", "1", " >>", "<urn:a> <urn:b> {} ."),
        "statements on statements stand in each other more than 1000 deep",
    ),
    "zeros.ttl.gz": (lambda: zipped(b"", b" " * 1000), "more than 200 times its size"),
    "same.nt.gz": (
        lambda: zipped(b"", b"<urn:a> <urn:b> <urn:c> .\n"),
        "more than 200 times its size",
    ),
    "value.nq.gz": (
        lambda: zipped(b'<urn:a> <urn:b> "', b"a" * 1000, b'" .'),
        "a single value is longer than 16 MB",
    ),
}
VERBS = {"ties": ("ties", "--data"), "load": ("load", "--store", "store")}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", HARM)
def test_a_document_that_would_do_harm_is_refused(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, verb: str
) -> None:
    monkeypatch.chdir(tmp_path)
    body, message = HARM[name]
    (tmp_path / name).write_bytes(body())
    arguments = [each if each != "store" else tmp_path / "store" for each in VERBS[verb]]
    ended = call(*arguments, tmp_path / name).check(1)
    assert message in ended.errors
    said = [line for line in ended.errors.splitlines() if not line.startswith("... ")]
    assert len(said) == 1
    assert not (tmp_path / "store").exists()
    assert ended.memory < 250 << 20


@pytest.mark.parametrize("encoding", ["UTF-0", "utf-32", "rot13", "idna"])
def test_an_encoding_that_no_parser_has_is_told(encoding: str) -> None:
    body = xml("").replace(b'"1.0"', f'"1.0" encoding="{encoding}"'.encode())
    with pytest.raises(ParseError, match="this is no XML: unknown encoding"):
        look_over("a document", RdfFormat.RDF_XML, body)


def test_what_is_checked_is_looked_at_too(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "laughs.rdf").write_bytes(laughs())
    assert "made of others" in call("validate", tmp_path / "laughs.rdf").check(1).errors


KIND = {
    "names.owl": xml("", '<!ENTITY owl "http://www.w3.org/2002/07/owl#"><!ENTITY a "&#xe9;">'),
    "brackets.jsonld": b'[{"@id": "urn:a", "urn:b": "' + b"{[\\\\" * 5_000 + b'"}]',
    "signs.ttl": b'<urn:a> <urn:b> "' + b"<< " * 900 + b'" , <<( <urn:a> <urn:b> 1 )>> .',
}


@pytest.mark.parametrize("name", KIND)
def test_what_only_looks_harmful_is_read(call: Caller, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(KIND[name])
    call("ties", "--data", tmp_path / name).check(0)


def entwined(number: int) -> str:
    """Return participations without names, of which each is said to act in all."""
    prefix = "@prefix cg: <https://w3id.org/coordgraph/ns#> . "
    all_of_them = ", ".join(f"_:a{node}" for node in range(number))
    return prefix + "".join(
        f"_:a{node} a cg:Participation ; cg:actor {all_of_them} . " for node in range(number)
    )


def test_things_without_names_that_all_lead_to_all_are_checked(
    call: Caller, tmp_path: Path
) -> None:
    (tmp_path / "entwined.ttl").write_text(entwined(20), encoding="utf-8")
    ended = call("validate", tmp_path / "entwined.ttl").check(1)
    assert "Does not conform: " in ended.out
