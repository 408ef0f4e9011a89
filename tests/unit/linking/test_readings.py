"""A name is read as a whole, without its country, and in parts."""

from coordgraph.linking import Index
from coordgraph.linking.readings import readings


def read(index: Index, name: str, country: str = "") -> list[tuple[str, str, str, float]]:
    return [
        (reading.text, reading.country, reading.named, reading.factor)
        for reading in readings(name, country, index.countries)
    ]


def test_a_simple_name_is_read_once(index: Index) -> None:
    assert read(index, "AFIP") == [("AFIP", "", "", 1.0)]


def test_a_country_in_brackets_is_where_it_is(index: Index) -> None:
    assert read(index, "SSS (Argentina)") == [
        ("SSS (Argentina)", "", "ARG", 1.0),
        ("SSS", "ARG", "", 0.97),
    ]


def test_a_given_country_counts_more_than_one_beside_the_name(index: Index) -> None:
    assert {country for _, country, _, _ in read(index, "SSS (AR)", "BRA")} == {"BRA"}


def test_parts_count_less_than_the_whole(index: Index) -> None:
    assert [(text, factor) for text, _, _, factor in read(index, "A - B (C)")] == [
        ("A - B (C)", 1.0),
        ("A", 0.98),
        ("B", 0.96),
        ("C", 0.96),
    ]


def test_marks_alone_are_no_name(index: Index) -> None:
    assert read(index, "---") == []
