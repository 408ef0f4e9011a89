"""What a client accepts and likes best decides the form of an answer."""

import pytest

from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.serve.media import ROWS, STATEMENTS


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("not a list of media types", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        (
            "text/csv;q=0.2, application/sparql-results+xml;q=0.9",
            "application/sparql-results+xml",
        ),
        ("text/html, application/json;q=0.9", "application/json"),
        ("text/*", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
    ],
)
def test_rows_take_the_form_that_is_liked_best(accepted: str, form: str | None) -> None:
    assert preferred(accepted, tuple(ROWS)) == form


def test_statements_are_turtle_unless_something_else_is_asked_for() -> None:
    offered = tuple(STATEMENTS)
    assert preferred("text/html,application/xhtml+xml,*/*;q=0.8", offered) == "text/turtle"
    assert preferred("application/ld+json", offered) == "application/ld+json"
