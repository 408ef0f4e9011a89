"""Numbers are written as a language writes them."""

import pytest

from coordgraph.serve.workbench.figures import rounded


@pytest.mark.parametrize(
    ("number", "lang", "written"),
    [
        (76, "en", "76"),
        (12345, "es", "12.345"),
        (0.000012345, "en", "1.234e-05"),
        (12345.6, "en", "12,346"),
        (-1.5, "pt", "-1,5"),
        (True, "en", "1"),
    ],
)
def test_numbers_are_short_and_in_the_language(number: float, lang: str, written: str) -> None:
    assert rounded(number, lang) == written
