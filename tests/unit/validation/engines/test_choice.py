"""One rule picks the engine, by the number of statements."""

import pytest

from coordgraph.errors import InvalidParameter, MissingEngine
from coordgraph.validation.engines import LARGE, choice, chosen


def test_the_reference_checks_little_and_the_fast_engine_much() -> None:
    assert chosen("auto", LARGE - 1)[0] == "pyshacl"
    assert chosen("auto", LARGE)[0] == "shacl"


def test_a_name_overrules_the_size() -> None:
    assert chosen("pyshacl", LARGE)[0] == "pyshacl"
    assert chosen("shacl", 0)[0] == "shacl"


def test_without_the_fast_engine_the_reference_checks_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "is_installed", lambda: False)
    assert chosen("auto", LARGE)[0] == "pyshacl"
    with pytest.raises(MissingEngine) as error:
        chosen("shacl", LARGE)
    remedy = "`pip install 'coordgraph[fast]'` installs it."
    assert str(error.value) == f"The engine shacl is not installed. {remedy}"


def test_there_are_no_other_engines() -> None:
    told = r"^No engine is named 'jena'\. Known are: auto, pyshacl, shacl\.$"
    with pytest.raises(InvalidParameter, match=told):
        chosen("jena", 1)
