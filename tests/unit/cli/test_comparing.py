"""The other network of a test is that of the command, but for what a text says."""

import pytest

import coordgraph as cg
from coordgraph.cli.comparing import another, differing, same_parts
from coordgraph.errors import CallError, UnknownAttribute
from coordgraph.network.selection import Selection
from coordgraph.store import Store


@pytest.mark.parametrize(
    "wrong",
    ["levl=policy", "level", "network=nothing", "policy", "same=country", "", "level=a,"],
)
def test_what_differs_must_be_a_choice(wrong: str) -> None:
    with pytest.raises(CallError, match=f"^{wrong!r}: "):
        differing(wrong)


def test_what_differs_is_written_as_options() -> None:
    assert differing("level=policy, groups=drop,lift") == {
        "level": "policy", "groups": "drop", "lift": True
    }  # fmt: skip


def test_choices_that_a_text_does_not_name_are_kept(dataset: Store) -> None:
    choices = {
        "data": (), "store_dir": None, "endpoint": None, "quiet": True,
        "weight": "count", "lang": "es", "max_ties": None,
        "groups": "drop", "level": "policy",
    }  # fmt: skip
    found = another(dataset, {"level": "operational"}, choices)
    assert found.selection == Selection(groups="drop", level="operational")
    arcs = another(dataset, {"level": "operational"}, choices, arcs=True)
    assert set(arcs.actors) == set(found.actors)


def test_parts_are_those_of_all_networks(dataset: Store) -> None:
    two = [cg.project(dataset, level=name) for name in ("policy", "operational")]
    parts = same_parts(dataset, "country", two)
    assert set(parts) == {iri for network in two for iri in network.actors}
    with pytest.raises(UnknownAttribute, match="colour"):
        same_parts(dataset, "colour", two)
