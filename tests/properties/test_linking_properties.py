"""What holds for the candidates of any name, known or made up."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from coordgraph.ingest.dataset import load
from coordgraph.linking import Candidate, Index, candidates, index_names

_ACCENTS = str.maketrans("áéíóúâêôãõçñàüÁÉÍÓÚÇ", "aeiouaeoaocnauAEIOUC")


@cache
def index() -> Index:
    return index_names(load(derived=False))


@st.composite
def names(draw: st.DrawFn) -> str:
    """Names of the graph, with words left out, mixed and repeated; now and then any text."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(max_size=30))
    words = st.sampled_from(sorted({name.text for name in index().names})).map(str.split)
    mixed = [word for name in draw(st.lists(words, min_size=1, max_size=2)) for word in name]
    kept = draw(st.lists(st.sampled_from(mixed), min_size=1, max_size=8))
    return " ".join(draw(st.sampled_from([mixed, kept])))


def countries() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "ARG", "BRA", "CAN", "URY", "FRA"])


def merits(found: list[Candidate]) -> list[tuple[str, float, bool]]:
    return [(candidate.iri, candidate.score, candidate.certain) for candidate in found]


@given(names(), countries(), st.data())
def test_case_accents_and_blanks_change_nothing(
    name: str, country: str, data: st.DataObject
) -> None:
    changed = data.draw(
        st.sampled_from(
            [
                name.translate(_ACCENTS),
                name.casefold(),
                f"  {name} ",
                name.replace(" ", " \t "),
                name.translate(_ACCENTS).swapcase() if name.isascii() else name,
            ]
        )
    )
    before = candidates(index(), name, country=country)
    assert merits(candidates(index(), changed, country=country)) == merits(before)


@given(names(), countries(), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_only_takes_away_from_the_end(
    name: str, country: str, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    more = candidates(index(), name, country=country, threshold=low, limit=1000)
    fewer = candidates(index(), name, country=country, threshold=high, limit=1000)
    assert fewer == more[: len(fewer)]
    assert all(candidate.score < high for candidate in more[len(fewer) :])


@given(names(), countries(), st.integers(1, 20))
def test_a_higher_limit_only_adds_to_the_end(name: str, country: str, limit: int) -> None:
    more = candidates(index(), name, country=country, limit=limit + 1)
    assert candidates(index(), name, country=country, limit=limit) == more[:limit]


@given(names(), countries())
def test_scores_are_shares_and_the_best_comes_first(name: str, country: str) -> None:
    found = candidates(index(), name, country=country, threshold=0, limit=1000)
    scores = [candidate.score for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len({candidate.iri for candidate in found}) == len(found)


@given(names(), countries())
def test_at_most_one_actor_is_certain_and_none_comes_near(name: str, country: str) -> None:
    found = candidates(index(), name, country=country)
    if any(candidate.certain for candidate in found):
        assert found[0].certain
        assert [candidate.score >= 0.8 for candidate in found[1:]].count(True) == 0
