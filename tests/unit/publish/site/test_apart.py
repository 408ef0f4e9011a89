"""No two things stand in one place, on any disk, and servers lead to each."""

import json
from pathlib import Path

import pytest

from coordgraph.ingest.source import read_files
from coordgraph.publish.site.addresses import HOME, Addresses
from coordgraph.publish.site.apart import apart, ways
from coordgraph.publish.site.audit.auditing import audit
from coordgraph.publish.site.audit.places import Folder
from coordgraph.publish.site.audit.subject import Subject
from coordgraph.publish.site.negotiation.rules import negotiated
from coordgraph.publish.site.output import MARK
from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.vocabulary import with_terms

BASE = "https://example.org/kg/"
IRIS = [
    f"{BASE}id/{path}"
    for path in (
        *("CON", "con", "aux/x", "nul.txt", "nul", "a", "A", "a.", "a%20", "a%41", "aa", "a:b"),
        *(
            "COM1.x",
            "a.ttl",
            "a.en.html",
            "a.ttl/b",
            "a%C3%B1o",
            "a%2Fb",
            "a%23b",
            "a/b",
        ),
        *("a%22b%22", "%5B.%5D", "a%25b", "a%FFb"),
    )
]


@pytest.mark.parametrize(
    ("kept", "moved"),
    [
        (f"{BASE}id/a", f"{BASE}id/A"),
        (f"{BASE}id/a", f"{BASE}id/%61"),
        (f"{BASE}id/A/b", f"{BASE}id/A#b"),
        (f"{BASE}ns/Actor", f"{HOME}ns#Actor"),
    ],
)
def test_who_keeps_a_place_is_found_there(kept: str, moved: str) -> None:
    for iris in ([kept, moved], [moved, kept]):
        places = apart(Addresses(BASE), iris)
        assert places.place(kept) == kept.removeprefix(BASE)
        assert places.place(moved).startswith(f"{Addresses(BASE).place(moved)}~")


def test_a_path_that_is_a_file_or_a_place_or_no_path_leads_there() -> None:
    places = Addresses(BASE)
    iris = [f"{BASE}{path}" for path in ("a.ttl", "b.ttl", "x", "%78%3F", "y?z", "void", "é")]
    assert ways(places, [*iris, "urn:x"], ["b.ttl"]) == {
        "a.ttl": places.place(iris[0]),
        "x?": places.place(iris[3]),
        "é": places.place(iris[6]),
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("apart")
    (folder / "odd.nt").write_text(
        "".join(
            f"<{iri}> a <https://w3id.org/coordgraph/ns#Practice> .\n".replace(
                " a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            )
            for iri in IRIS
        ),
        encoding="ascii",
    )
    with with_terms():
        publish(read_files([str(folder / "odd.nt")]), folder / "site", base=BASE)
    return folder / "site"


def test_each_thing_has_files_of_its_own_with_names_for_any_disk(published: Path) -> None:
    addresses = Subject(Folder(published), sample=0).addresses
    places = {iri: addresses.place(iri) for iri in IRIS}
    assert len({place.lower() for place in places.values()}) == len(IRIS)
    for iri, place in places.items():
        assert f"<{iri}> " in (published / f"{place}.nt").read_text("ascii")
        assert (published / f"{place}.en.html").is_file()
    files = [str(path.relative_to(published)).lower() for path in published.rglob("*")]
    assert len(set(files)) == len(files)


def test_servers_lead_from_each_iri_to_its_files(published: Path) -> None:
    subject = Subject(Folder(published), sample=0)
    shape = subject.shape
    assert shape.ways["id/CON"].startswith("thing/")
    for path, place in {**shape.ways, "id/con": shape.ways["id/con"], "id/a": "id/a"}.items():
        for accept, suffix in (("text/turtle", "ttl"), ("text/html", "en.html")):
            assert negotiated(path, accept, shape=shape) == (303, f"{place}.{suffix}")
    unseen = {"id/a%2Fb", "id/a.ttl", "id/a.en.html", "id/a%FFb"}
    assert not any(path in shape.ways for path in unseen)


def test_such_a_site_is_in_order(published: Path) -> None:
    results = audit(str(published), sample=20)
    problems = [one for result in results if result.check != "FAIR" for one in result.problems]
    assert problems == []


def test_properties_that_are_called_as_classes_have_places_of_their_own(
    released: Path,
) -> None:
    mark = json.loads((released / MARK).read_text("utf-8"))
    assert "ways" not in mark
    assert f"{HOME}ns#actor" in mark["moved"]
    assert all(iri.startswith(f"{HOME}ns#") for iri in mark["moved"])
