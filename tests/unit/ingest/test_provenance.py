"""Places are found in files that are read in other ways, too, and told apart."""

from pathlib import Path

import pytest

from coordgraph.ingest.provenance import Locator, Place


def test_a_place_in_a_table_names_its_column() -> None:
    assert str(Place("dates.csv", 3, cell="signed_on")) == "dates.csv:3: signed_on"
    assert str(Place("a.ttl", 3, 5)) == "a.ttl:3:5"


@pytest.mark.parametrize(
    "body",
    [
        "<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:a> )>> .",
        "<urn:a> <urn:b>",
        "<urn:a> <urn:b> " + "( " * 5_000,
    ],
    ids=["RDF 1.2", "broken off", "nested"],
)
def test_what_is_not_read_is_found_where_it_is_first_named(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f"# a note\n{body}\n", encoding="utf-8")
    place = Locator([path]).place("urn:a", "urn:b", "urn:c")
    assert place is not None
    assert (place.line, place.column) == (2, 1)


def test_a_thing_without_a_name_is_found_by_all_that_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "<urn:a> <urn:b> [ <urn:p> 1 ; <urn:q> 2 ] ,\n  [ <urn:p> 1 ] .\n", encoding="utf-8"
    )
    locator = Locator([path])
    found = locator.unnamed([("urn:p", "1"), ("urn:q", "2")])
    assert found is not None
    assert found.line == 1
    assert locator.unnamed([("urn:p", "1"), ("urn:q", "3")]) is None
    assert locator.unnamed([("urn:p", "9")]) is None
    assert locator.unnamed([]) is None


def test_of_things_without_a_name_only_one_of_which_all_is_said_is_found(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.ttl"
    things = ("[ <urn:p> 1 ]", "[ <urn:p> 1 ; <urn:q> 2 ]", "[ <urn:q> 2 ]")
    path.write_text("<urn:a> <urn:b>\n" + " ,\n".join(things) + " .\n", encoding="utf-8")
    found = Locator([path]).unnamed([("urn:p", "1"), ("urn:q", "2")])
    assert found is not None
    assert found.line == 3


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.ttl", None), ("a.ttl", b"<urn:a> \xff"), ("a.nt", None), ("a.nt.gz", b"not packed")],
)
def test_a_file_that_is_gone_or_broken_by_now_has_no_places(
    tmp_path: Path, name: str, body: bytes | None
) -> None:
    path, kept = tmp_path / name, tmp_path / "kept.nt"
    if body is not None:
        path.write_bytes(body)
    kept.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    found = Locator([path, kept]).place("urn:a")
    assert found is not None
    assert found.file == str(kept)
