"""A picture holds the ties of its selection, and all that they can be filtered by."""

import pytest

import coordgraph as cg
from coordgraph.network.picture.drawing import laid_out, picture
from coordgraph.network.selection import Selection
from coordgraph.network.tie_rows import tie_rows
from coordgraph.store import EmbeddedStore


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(subsidiary="keep", lift=True),
        Selection(level="policy", groups="drop"),
        Selection(as_of="1990", reading="table-2"),
        Selection(practice="siaci", level="none"),
    ],
)
def test_its_lines_are_the_ties_of_the_network(
    dataset: EmbeddedStore, selection: Selection
) -> None:
    found = picture(dataset, selection)
    actors = [drawn.actor.iri for drawn in found.actors]
    lines = {
        (
            actors[line.source],
            actors[line.target],
            line.level,
            tuple(found.mechanisms[at].iri for at in line.mechanisms),
        )
        for line in found.lines
    }
    assert lines == {
        (row["source"], row["target"], row["level"], tuple(row["mechanisms"]))
        for row in tie_rows(cg.project(dataset, selection=selection))
    }


def test_a_large_one_shows_the_most_connected(dataset: EmbeddedStore) -> None:
    found = picture(dataset, layout=laid_out(dataset, most_actors=20, most_ties=100))
    assert len(found.actors) <= 20
    assert len(found.lines) <= 100
    assert found.all_actors == 183
    assert all(len(life.parts) > 1 for life in found.mechanisms)


def test_names_are_in_the_language_asked_for(dataset: EmbeddedStore) -> None:
    found = picture(dataset, lang="pt")
    assert found.names["countries"]["URY"] == "Uruguai"
    assert found.names["countries"]["CAN-QC"] == "Quebec"
    assert found.names["kinds"]["ministry"] == "ministério"
    assert next(iter(found.names["levels"].values())) == "nível de políticas"


def test_an_empty_store_has_an_empty_picture() -> None:
    found = picture(cg.open_store())
    assert (found.actors, found.lines, found.mechanisms) == ([], [], [])
