"""Which actors of a graph a name may mean, how well each fits, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from coordgraph.linking.alike import words_alike, written_alike
from coordgraph.linking.index import Index, Name
from coordgraph.linking.readings import Reading, readings
from coordgraph.linking.words import concept, content, is_of_states, joined, words

__all__ = ["LIMIT", "THRESHOLD", "Candidate", "candidates"]

LIMIT = 5
"""How many actors are proposed for a name, if not said otherwise."""

THRESHOLD = 0.6
"""The score from which an actor is proposed, if not said otherwise."""

_SAME = 1.0
_BARE = 0.97
_ORDER = 0.95
_LANGUAGE = 0.92
_SHORT_ID = 0.9
_STATE = 0.9
_INITIALS = 0.8
_ALIKE = 0.9
_WITHIN = 0.65
_WITHOUT_COUNTRY = 0.9
_OF_NO_COUNTRY = 0.85
_OTHER_COUNTRY = 0.65
_OTHER_COUNTRY_NAMED = 0.5
_RIVAL = 0.8
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    An actor that a name may mean.

    Attributes
    ----------
    iri, label, kind, country
        The actor; kind and country as short texts, empty where unknown.
    score
        How well it fits, from 0 to 1; an order of merit, no probability.  1: one of its names
        is the name, but for case, accents, blanks and punctuation.  From there down: 0.97 but
        for small words or the country; 0.95 in another order; 0.92 in another language; 0.9
        its id without the country, or a state's long name; 0.8 initials; 0.65 a part of its
        name; and 0.9 times the likeness of words or spelling.  A part of what was written
        counts 0.96 to 0.98 of the whole.  An actor of no country counts 0.85 where one is
        given; one of another country 0.65, and 0.5 where the name itself says the country;
        a name that says its country 0.9 where none is given.
    reasons
        Why, in words.
    certain
        Whether the score is 1, no other actor comes near (0.8), and the country is plain: it
        was given, or a word of the name is met in names of one country only.  Even then a
        person decides.
    """

    iri: str
    label: str
    kind: str
    country: str
    score: float
    reasons: tuple[str, ...]
    certain: bool


class _Fit(NamedTuple):
    """How well an actor fits, and why."""

    score: float
    reason: str


def candidates(  # noqa: PLR0913 - each narrows the search in its own way
    index: Index,
    name: str,
    *,
    country: str = "",
    kind: str = "",
    limit: int = LIMIT,
    threshold: float = THRESHOLD,
) -> list[Candidate]:
    """
    Return the actors that a name may mean, best first; those of one score by IRI.

    Parameters
    ----------
    index
        The names of a graph.
    name
        The name.
    country
        A country that the actor should be of, by code or name; actors of others score less.
    kind
        A kind of actors, such as ``ministry``, or a class, such as ``State``; others are left
        out.
    limit
        How many at most.  A higher one only adds to the end.
    threshold
        The least score, from 0 to 1.  A lower one only adds to the end.

    Raises
    ------
    UnknownCountry
        If the graph has no such country.
    """
    code = index.countries.code(country)
    found: dict[str, _Fit] = {}
    for reading in readings(name, code, index.countries):
        for iri, fit in _fits(index, reading):
            if not kind or kind in {index.actors[iri].kind, *index.actors[iri].classes}:
                found[iri] = max(fit, found.get(iri, fit))
    order = sorted(found, key=lambda iri: (-found[iri].score, iri))
    fitting = [iri for iri in order if found[iri].score >= threshold]
    telling = any(index.spread.get(concept(word), 0) == 1 for word in content(words(name)))
    return [_candidate(index, iri, found, code, telling=telling) for iri in fitting[:limit]]


def _candidate(
    index: Index, iri: str, found: Mapping[str, _Fit], code: str, *, telling: bool
) -> Candidate:
    actor, fit = index.actors[iri], found[iri]
    rivals = sum(other.score >= _RIVAL for other in found.values()) - (fit.score >= _RIVAL)
    plain_country = telling or _is_of(index, iri, code)
    reasons = [fit.reason]
    if code:
        reasons.append(_on_country(index, iri, code))
    if rivals:
        reasons.append(f"{rivals} other{'s' if rivals > 1 else ''} near")
    if fit.score == _SAME and not plain_country:
        reasons.append("its words are of names in several countries")
    certain = fit.score == _SAME and not rivals and plain_country
    return Candidate(
        iri, actor.label, actor.kind, actor.country, fit.score, tuple(reasons), certain
    )


def _on_country(index: Index, iri: str, code: str) -> str:
    if not index.actors[iri].country:
        return "of no country"
    return f"{'of' if _is_of(index, iri, code) else 'not of'} {code}"


def _is_of(index: Index, iri: str, code: str) -> bool:
    return bool(code) and any(
        index.countries.within(place, code) for place in index.actors[iri].country.split()
    )


def _fits(index: Index, reading: Reading) -> Iterator[tuple[str, _Fit]]:
    """Give the actors that one reading may mean, each as often as there is a reason."""
    for name, fit in _as_written(index, reading):
        yield name.actor, _weighed(index, name.actor, fit, reading.factor, reading.country)
    for iri in _states(index, reading):
        fit = _Fit(_STATE, "the state")
        yield iri, _weighed(index, iri, fit, reading.factor, reading.country)
    anywhere = not (reading.country or reading.named)
    for name, fit in _in_other_words(index, reading):
        factor = reading.factor * (_WITHOUT_COUNTRY if name.placed and anywhere else 1)
        if reading.named and not _is_of(index, name.actor, reading.named):
            factor *= _OTHER_COUNTRY_NAMED
        yield name.actor, _weighed(index, name.actor, fit, factor, reading.country)


def _weighed(index: Index, iri: str, fit: _Fit, factor: float, country: str) -> _Fit:
    if country and not _is_of(index, iri, country):
        factor *= _OTHER_COUNTRY if index.actors[iri].country else _OF_NO_COUNTRY
    return fit._replace(score=round(fit.score * factor, 4))


def _as_written(index: Index, reading: Reading) -> Iterator[tuple[Name, _Fit]]:
    letters = joined(reading.found)
    for name in index.whole.get(letters, ()):
        as_is = name.text == reading.text
        but = "" if as_is else f", but for case, accents and punctuation: {name.text}"
        yield name, _Fit(_SAME, f"the name{but}")
    for name in index.ids.get(letters, ()):
        score = _SHORT_ID if name.placed else _SAME
        yield name, _Fit(score, f"its id: {name.text}")


def _states(index: Index, reading: Reading) -> Iterator[str]:
    """Give the state that a code or a long name is of, as in *Republic of Chile*."""
    if reading.named and is_of_states(reading.bare):
        yield from index.states.get(reading.named, ())
    if code := index.countries.codes.get(joined(reading.found)):
        yield from index.states.get(code, ())


def _in_other_words(index: Index, reading: Reading) -> Iterator[tuple[Name, _Fit]]:
    bare = reading.bare
    for name in index.bare.get(joined(bare), ()):
        but = f"the name, but for small words or the country: {name.text}"
        yield name, _Fit(_BARE, but)
    for name in index.concepts.get(tuple(sorted(map(concept, bare))), ()):
        same = sorted(name.bare) == sorted(bare)
        how = "order" if same else "language"
        score = _ORDER if same else _LANGUAGE
        yield name, _Fit(score, f"in another {how}: {name.text}")
    for name in index.initials.get(joined(bare), ()):
        yield name, _Fit(_INITIALS, f"initials of {name.text}")
    for name, likeness, whole in words_alike(index, bare, least=_HALF):
        if whole and len(bare) > 1:
            yield name, _Fit(_WITHIN, f"a part of the name: {name.text}")
        if likeness >= _HALF:
            reason = f"words alike: {name.text}"
            yield name, _Fit(_ALIKE * likeness, reason)
    for name, likeness in written_alike(index, bare):
        reason = f"spelled alike: {name.text}"
        yield name, _Fit(_ALIKE * likeness, reason)
