"""Cells are IRIs and dates only where they can be."""

from datetime import date

import pytest

from coordgraph.ingest.cells import BadCell, Dates, date_literal, named_node


@pytest.mark.parametrize("iri", ["a b", 'urn:"x"', "urn:<x>"])
def test_what_no_iri_may_hold_is_told(iri: str) -> None:
    with pytest.raises(BadCell, match=r"is no IRI\. Mind blanks"):
        named_node(iri)


def test_days_are_counted_only_from_a_day_that_is_told() -> None:
    counted = date_literal("36161", Dates(epoch=date(1899, 12, 30)))
    assert counted.value == "1999-01-01"
    assert counted.datatype.value.endswith("#date")
    with pytest.raises(BadCell, match="36161"):
        date_literal("36161")
