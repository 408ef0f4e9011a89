"""The drawing of the model is the same in all languages but for its words."""

from dataclasses import replace
from itertools import combinations

from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.core import Box, Core, core
from coordgraph.publish.site.reader import Reader


def drawn(small: Knowledge, lang: str) -> Core:
    return core(Reader(small, lang, "ns.html"))


def apart(one: Box, two: Box) -> bool:
    return (
        one.x + one.width < two.x
        or two.x + two.width < one.x
        or one.y + one.height < two.y
        or two.y + two.height < one.y
    )


def test_only_words_differ_between_languages(small: Knowledge) -> None:
    english, spanish = drawn(small, "en"), drawn(small, "es")
    assert [replace(box, lines=()) for box in english.boxes] == [
        replace(box, lines=()) for box in spanish.boxes
    ]
    assert [arrow.path for arrow in english.arrows] == [arrow.path for arrow in spanish.arrows]
    assert english.boxes != spanish.boxes


def test_boxes_stand_apart_and_within_the_drawing(small: Knowledge) -> None:
    found = drawn(small, "en")
    assert all(apart(one, two) for one, two in combinations(found.boxes, 2))
    for box in found.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= found.width
        assert box.y + box.height <= found.height


def test_every_relation_is_by_a_property_that_the_ontology_has(small: Knowledge) -> None:
    found = drawn(small, "pt")
    boxes = {box.iri for box in found.boxes}
    assert boxes <= small.classes.keys()
    for relation in found.relations:
        assert {relation.source, relation.target} <= boxes
        assert relation.by in small.classes or "coordgraph" not in relation.by
    assert [one.by.partition("#")[2] for one in found.relations if one.derived] == [
        "coordinatesWith"
    ]


def test_words_fit_into_their_boxes(small: Knowledge) -> None:
    for lang in ("en", "es", "pt"):
        for box in drawn(small, lang).boxes:
            assert 1 <= len(box.lines) <= 2
            assert all(box.y < line.y < box.y + box.height for line in box.lines)
            assert max(len(line.words) for line in box.lines) <= 20
