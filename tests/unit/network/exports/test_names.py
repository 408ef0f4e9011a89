"""Names of nodes are what any reader takes, and tell nodes apart."""

from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.exports.names import quotable, unique, word


@given(st.lists(st.text()), st.sampled_from([quotable, word]))
def test_no_two_names_are_alike_nor_empty(labels: list[str], plain: type[str]) -> None:
    names = unique(labels, plain)
    assert len({name.casefold() for name in names}) == len(names) == len(labels)
    assert all(names)


@given(st.text())
def test_a_quotable_name_stands_on_one_line_without_marks(label: str) -> None:
    name = quotable(label)
    assert len(name.splitlines()) <= 1
    assert not set('"\\*') & set(name)


@given(st.text())
def test_a_word_has_nothing_that_parts_words(label: str) -> None:
    assert not set(" ,;:=\"'\n\t!") & set(word(label))
