"""A header is weighed as HTTP says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.publish.site.negotiation.accept import FORMS, best_form, best_language


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("text/turtle", "ttl"),
        ("TEXT/Turtle; charset=utf-8", "ttl"),
        ("text/turtle;q=0.5, application/ld+json;q=0.6", "jsonld"),
        ("text/turtle;q=0, */*", "html"),
        ("text/html;q=0, */*;q=0.1", "ttl"),
        ("application/n-triples;q=0.001", "nt"),
        ("text/*;q=0.3, text/html;q=0.2", "ttl"),
        ("application/*", "jsonld"),
        ("image/png, text/turtle;q=oops", None),
        ("*/*;q=0", None),
        ("image/*", None),
        (";;,,;q=1", "html"),
    ],
)
def test_the_form_with_most_weight_is_given(accept: str, form: str | None) -> None:
    assert best_form(accept) == form


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "en"),
        ("es-AR,es;q=0.9,en;q=0.8", "es"),
        ("de, pt;q=0.1", "pt"),
        ("en;q=0, *", "es"),
        ("pt-BR;q=0.8, es;q=0.9", "es"),
        ("de", "en"),
    ],
)
def test_the_language_with_most_weight_is_given(header: str, lang: str) -> None:
    assert best_language(header, ["en", "es", "pt"]) == lang


@given(st.text(max_size=60))
def test_no_header_breaks_it(header: str) -> None:
    assert best_form(header) in {*FORMS, None}
    assert best_language(header, ["en", "es"]) in {"en", "es"}
