"""Pages link to pages and mailboxes only, and are turned by nobody's words."""

import pytest

from coordgraph.publish.site.safety import is_link, shortened, unturned


@pytest.mark.parametrize("iri", ["https://x.org/a", "http://x.org", "mailto:a@x.org"])
def test_pages_and_mailboxes_are_linked_to(iri: str) -> None:
    assert is_link(iri)


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "data:,x", "https:", "urn:x", "http://["]
)
def test_nothing_else_is(iri: str) -> None:
    assert not is_link(iri)


def test_only_what_is_longer_is_cut() -> None:
    assert shortened("abcd", 4) == "abcd"
    assert shortened("abc d", 4) == "abc…"
    assert shortened("ab cd", 4) == "ab…"


@pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_marks_that_turn_what_follows_are_left_out(mark: str) -> None:
    assert unturned(f"a{mark}\u0648b") == "a\u0648b"
