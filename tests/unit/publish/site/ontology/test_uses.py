"""What uses a term is told: shapes, questions, and a statement of the dataset."""

from coordgraph.namespace import CG
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.model import model
from coordgraph.publish.site.ontology.uses import uses_of


def test_every_term_is_used_by_a_shape_a_question_or_a_rule(small: Knowledge) -> None:
    found = model(small)
    unused = []
    terms = [one.iri for one in found.classes] + [one.iri for one in found.properties]
    for iri in terms:
        uses = uses_of(small, iri)
        assert uses is not None
        if not (uses.shapes or uses.rules or uses.questions or uses.derivations):
            unused.append(iri)
    assert unused == []


def test_a_property_has_the_rules_that_name_it_and_the_first_statement(
    small: Knowledge,
) -> None:
    uses = uses_of(small, f"{CG}signedOn")
    assert uses is not None
    assert ("agreement", "signedOn") in [(shape.name, rule.name) for shape, rule in uses.rules]
    assert "agreements/dates" in [query.name for query in uses.questions]
    assert uses.example is not None
    assert str(uses.example.subject) == "<https://example.org/kg/id/m>"


def test_a_class_has_the_shapes_that_hold_of_it(small: Knowledge) -> None:
    uses = uses_of(small, f"{CG}Agreement")
    assert uses is not None
    assert [shape.name for shape in uses.shapes] == ["agreement"]
    assert uses.example is None


def test_what_is_no_term_has_no_uses(small: Knowledge) -> None:
    assert uses_of(small, "https://example.org/kg/id/a") is None
