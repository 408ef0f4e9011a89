"""An address chooses what the API's parameters choose."""

import pytest

from coordgraph.errors import CallError
from coordgraph.serve.limits import Limits
from coordgraph.serve.workbench.asking import chosen
from coordgraph.serve.workbench.view import Asked
from coordgraph.store import open_store


def _asked(**search: str) -> Asked:
    return Asked(open_store(), "en", search, "http://x/", Limits())


def test_fields_left_empty_choose_nothing() -> None:
    choice = chosen(_asked(level="", practice="", since="", other="x"))
    assert choice.given == {}
    assert choice.selection.level is None
    assert choice.address("/api/ties") == "/api/ties"


def test_a_window_may_be_open() -> None:
    assert chosen(_asked(since="1990")).selection.during == "1990/"
    assert chosen(_asked(until=" 1999 ")).given == {"during": "/1999"}


def test_the_same_choice_has_an_address_elsewhere() -> None:
    choice = chosen(_asked(level="policy", weighted="true"))
    assert choice.weighted
    assert choice.address("/x", lang="es") == "/x?level=policy&weighted=true&lang=es"


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(CallError, match="none of count"):
        chosen(_asked(weight="gold"))
