"""The ways to read a name that somebody wrote: whole or in part, and of which country."""

from collections.abc import Iterator
from dataclasses import dataclass

from coordgraph.linking.countries import Countries
from coordgraph.linking.words import content, pieces, words
from coordgraph.names import plain

__all__ = ["Reading", "readings"]

_BESIDE = 0.97
_FIRST, _FURTHER = 0.98, 0.96


@dataclass(frozen=True, slots=True)
class Reading:
    """
    One way to read a name.

    Attributes
    ----------
    text
        What is read as the name.
    found
        Its words.
    bare
        Its words without small ones and without a country.
    country
        The code of the country that was given, or stands beside the name; else empty.
    named
        The code of the country that the name itself says; else empty.
    factor
        How much this reading counts, from 0 to 1.
    """

    text: str
    found: tuple[str, ...]
    bare: tuple[str, ...]
    country: str
    named: str
    factor: float


def readings(name: str, country: str, countries: Countries) -> Iterator[Reading]:
    """
    Give the ways to read a name: whole; without a country beside it; and each of its parts.

    Parts stand beside dashes or brackets, as in ``SSS (Argentina)``, or ``ANSES - ...``.

    Parameters
    ----------
    name
        The name.
    country
        The code of the country that it should be of, or nothing.
    countries
        The countries of the graph.
    """
    parts = pieces(name)
    beside = [found for part in parts if (found := countries.codes.get(plain(part)))]
    named = [part for part in parts if plain(part) not in countries.codes]
    hint = country or next(iter(beside), "")
    yield from _reading(name, country, countries, 1.0)
    if beside:
        yield from _reading(" ".join(named), hint, countries, _BESIDE)
    if len(named) > 1:
        yield from _reading(named[0], hint, countries, _FIRST)
        for part in named[1:]:
            yield from _reading(part, hint, countries, _FURTHER)


def _reading(text: str, country: str, countries: Countries, factor: float) -> Iterator[Reading]:
    if found := tuple(words(text)):
        named, rest = countries.apart(content(found))
        yield Reading(text, found, rest or content(found), country, named, factor)
