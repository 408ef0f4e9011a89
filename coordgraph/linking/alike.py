"""How alike the words of two names are, and how much that tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from rapidfuzz import fuzz, process

from coordgraph.linking.index import Index, Name
from coordgraph.linking.words import concept, joined

__all__ = ["words_alike", "written_alike"]

_WORD_ALIKE = 80.0
_ALL_ALIKE = 90.0
_ROUNDING = 1 - 1e-9

Likeness = Mapping[str, float]


def words_alike(
    index: Index, bare: Sequence[str], *, least: float = 0.0
) -> Iterator[tuple[Name, float, bool]]:
    """
    Give the names that share words with a name, how much so, and whether they have all of it.

    Each word of one name is paired with the word of the other that is spelled most like it, or
    means the same in another language, and counts as much as they are alike, as in soft TF-IDF
    [1]_.  A word weighs the more the rarer it is in the names of the graph.  The weight that
    two names share is divided by the geometric mean of their weights, as in Ochiai's
    coefficient [2]_; on real names that found more than the cosine, which squares weights.

    Parameters
    ----------
    index
        The names of a graph.
    bare
        The words of the name.
    least
        The likeness from which names are wanted; those that cannot reach it and do not have
        all words are passed over, which makes large graphs quicker.

    References
    ----------
    .. [1] W. Cohen, P. Ravikumar, S. Fienberg, A Comparison of String Distance Metrics for
       Name-Matching Tasks, IIWeb 2003.
    .. [2] A. Ochiai, Zoogeographical studies on the soleoid fishes, Bulletin of the Japanese
       Society of Scientific Fisheries 22 (1957), 526-530.
    """
    near = [_near(index, word) for word in bare]
    weights = [_weight(index, word, found) for word, found in zip(bare, near, strict=True)]
    total = sum(weights)
    for place, most in _at_most(index, near, weights).items():
        name, mean = index.names[place], sqrt(total * index.totals[place])
        if most < min(least * mean, total) * _ROUNDING:
            continue
        pairs = _paired(near, name.concepts)
        shared = sum(
            likeness * sqrt(weights[here] * index.weight(name.concepts[there]))
            for likeness, here, there in pairs
        )
        whole = len(pairs) == len(bare) and all(likeness == 1 for likeness, _, _ in pairs)
        yield name, shared / mean, whole


def _at_most(
    index: Index, near: Sequence[Likeness], weights: Sequence[float]
) -> Mapping[int, float]:
    """Return the weight that each name shares at most, as if words could be paired twice."""
    most: defaultdict[int, float] = defaultdict(float)
    for weight, found in zip(weights, near, strict=True):
        for other, likeness in found.items():
            shared = likeness * sqrt(weight * index.weight(other))
            for place in index.with_concept.get(other, ()):
                most[place] += shared
    return most


def _weight(index: Index, word: str, near: Likeness) -> float:
    """Return how much a word tells: as much as the one that it most looks like."""
    return index.weight(max(near, key=lambda other: (near[other], other), default=word))


def _near(index: Index, word: str) -> dict[str, float]:
    """Return the meanings of words that are spelled like one, and how much so."""
    found: dict[str, float] = {}
    for other, score, _ in process.extract(
        word, index.spelled, scorer=fuzz.ratio, score_cutoff=_WORD_ALIKE, limit=None
    ):
        meant = concept(other)
        found[meant] = max(score / 100, found.get(meant, 0.0))
    return found


def _paired(near: Sequence[Likeness], others: Sequence[str]) -> list[tuple[float, int, int]]:
    """Return which words of two names are alike and how much, each paired once."""
    pairs = sorted(
        (-found[other], here, there)
        for here, found in enumerate(near)
        for there, other in enumerate(others)
        if other in found
    )
    taken: list[tuple[float, int, int]] = []
    for unlike, here, there in pairs:
        if all(here != one and there != other for _, one, other in taken):
            taken.append((-unlike, here, there))
    return taken


def written_alike(index: Index, bare: Sequence[str]) -> Iterator[tuple[Name, float]]:
    """Give the names that are spelled like a name as a whole, wherever blanks stand."""
    for letters, score, _ in process.extract(
        joined(bare), list(index.bare), scorer=fuzz.ratio, score_cutoff=_ALL_ALIKE, limit=None
    ):
        for name in index.bare[letters]:
            yield name, score / 100
