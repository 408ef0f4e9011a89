"""Parameters are read by what they are, and a bad one is told."""

from dataclasses import fields
from itertools import islice

import pyarrow as pa
import pytest

from coordgraph.errors import CallError
from coordgraph.network.selection import Selection
from coordgraph.serve.api.parameters import LANG, LIMIT, SELECTION, Parameter, parsed


def test_every_choice_of_a_selection_is_a_parameter_with_its_default() -> None:
    expected = {field.name: field.default for field in fields(Selection)}
    assert {parameter.name: parameter.default for parameter in SELECTION} == expected


def test_values_are_read_and_defaults_filled_in() -> None:
    found = parsed([*SELECTION, LIMIT, LANG], [("lift", "1"), ("limit", "3"), ("kinds", "a")])
    assert (found["lift"], found["limit"], found["kinds"], found["lang"]) == (
        *(True, 3, ("a",)),
        "en",
    )
    assert Selection(**{name: found[name] for name in found if name not in {"limit", "lang"}})


def test_a_limit_beyond_all_counts_is_no_limit() -> None:
    found = parsed([LIMIT], [("limit", "9" * 30)])
    assert list(islice("abc", found["limit"])) == ["a", "b", "c"]
    assert pa.table({"a": [1, 2]}).slice(0, found["limit"]).num_rows == 2


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("nonsense", "1")], "no parameter 'nonsense'; there are"),
        ([("lift", "maybe")], "lift='maybe' is neither true nor false"),
        ([("limit", "-1")], "is no whole number"),
        ([("limit", "many")], "is no whole number"),
        ([("lang", "fr")], "is none of en, es, pt"),
        ([("lang", "en"), ("lang", "es")], "given more than once"),
        ([], "needed is missing"),
    ],
)
def test_a_bad_parameter_is_told(pairs: list[tuple[str, str]], words: str) -> None:
    needed = Parameter("needed", "What is needed.", required=True)
    known = [*SELECTION, LIMIT, LANG, *([] if pairs else [needed])]
    with pytest.raises(CallError, match=words):
        parsed(known, pairs)
