"""Each class is drawn once, right of the one that it is a kind of."""

from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.hierarchy import hierarchy
from coordgraph.publish.site.ontology.model import Class, model


def test_each_class_has_a_place_of_its_own_within_the_drawing(small: Knowledge) -> None:
    classes = model(small).classes
    found = hierarchy(classes)
    places = [(branch.x, branch.y) for branch in found.branches]
    assert len(set(places)) == len(classes) == len(places)
    assert all(0 < x < found.width and 0 < y < found.height for x, y in places)


def test_a_line_leads_from_each_class_to_those_below(small: Knowledge) -> None:
    found = {branch.shown.iri: branch for branch in hierarchy(model(small).classes).branches}
    for branch in found.values():
        assert bool(branch.path) == bool(branch.shown.depth)
        for iri in branch.shown.below:
            assert found[iri].x > branch.x
            assert found[iri].y > branch.y
            assert found[iri].path.startswith(f"M{branch.x:g} ")


def test_branches_are_not_torn_apart() -> None:
    one = Class("a", 0, (), ("b", "c"), ())
    below = [Class(iri, 1, ("a",), (), ()) for iri in "bc"]
    assert [branch.x for branch in hierarchy([one, *below]).branches][1:] == [518.0, 518.0]


def test_without_classes_nothing_is_drawn() -> None:
    assert hierarchy([]).branches == ()
