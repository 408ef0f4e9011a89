"""Shapes are read from files, which are refused where they describe none."""

from pathlib import Path

import pytest
from rdflib import SH

from coordgraph.errors import InvalidMapping
from coordgraph.resources import ONTOLOGY
from coordgraph.validation.shapes import own_shapes, read_shapes

PREFIX = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"


def files(folder: Path, *bodies: str) -> list[Path]:
    paths = [folder / f"{number}.ttl" for number in range(len(bodies))]
    for path, body in zip(paths, bodies, strict=True):
        path.write_text(PREFIX + body, encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    "body",
    [
        "<urn:S> a sh:NodeShape .",
        "<urn:S> a sh:PropertyShape .",
        "<urn:S> sh:targetClass <urn:C> .",
        "<urn:S> sh:targetNode <urn:a> .",
        "<urn:S> sh:targetSubjectsOf <urn:p> .",
        "<urn:S> sh:targetObjectsOf <urn:p> .",
    ],
)
def test_a_shape_has_a_type_or_a_target(body: str, tmp_path: Path) -> None:
    assert len(read_shapes(files(tmp_path, body))) == 1


def test_shapes_of_several_files_are_one_graph(tmp_path: Path) -> None:
    listed = files(tmp_path, "<urn:S> a sh:NodeShape .", "<urn:S> sh:minCount 1, 2 .")
    assert len(read_shapes(listed)) == 3


def test_where_no_shape_is_described_all_files_are_named(tmp_path: Path) -> None:
    listed = files(tmp_path, "<urn:S> sh:node sh:NodeShape .", "sh:NodeShape a <urn:C> .")
    with pytest.raises(InvalidMapping) as caught:
        read_shapes(listed)
    assert str(caught.value) == (
        f"{listed[0]}, {listed[1]}: no shape is described here (sh:NodeShape)."
    )


def test_a_file_that_cannot_be_read_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(InvalidMapping) as caught:
        read_shapes(files(tmp_path, "# nothing"))
    assert str(caught.value) == (
        f"These shapes cannot be used: {tmp_path / '0.ttl'}: this file holds no statement."
    )


def test_the_ontologys_own_shapes_are_in_a_folder_of_it() -> None:
    found = own_shapes()
    assert found == sorted((ONTOLOGY / "shapes").glob("*.ttl"))
    assert (None, SH.targetClass, None) in read_shapes(found)
