"""The countries of a graph, as people write them: codes, names, and words made of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coordgraph.errors import UnknownCountry
from coordgraph.linking.words import content, words
from coordgraph.names import plain
from coordgraph.namespace import slug
from coordgraph.store import Row, Store, text

__all__ = ["Countries", "read_countries"]

_PLACES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?place ?code ?short ?name ?whole {
  { ?place a cg:Place ; cg:alpha2|skos:notation ?any } UNION
  { SELECT DISTINCT ?place { ?actor cg:country ?place } }
  OPTIONAL { ?place skos:notation ?code }
  OPTIONAL { ?place cg:alpha2 ?short }
  OPTIONAL { ?place skos:prefLabel|skos:altLabel ?name }
  OPTIONAL { ?place dcterms:isPartOf ?whole }
}
"""
_ENDINGS_OF_PEOPLE = """
n an ian ano ana anos anas o a os as ino ina ine no na eno ena ense eiro eira iro ira
teco teca ean ese es esa
"""
_ENDINGS = frozenset(_ENDINGS_OF_PEOPLE.split())
_STEM = 4


@dataclass(frozen=True, slots=True)
class Countries:
    """
    What the countries of a graph are called.

    Attributes
    ----------
    codes
        The code of each country, by what people write for it, without case and accents.
    names
        The code of each country, by the words of its names.
    stems
        The code of each country, by what stays of its names when endings change.
    wholes
        The country that a part of one, such as Québec, belongs to, by code.
    """

    codes: Mapping[str, str]
    names: Mapping[tuple[str, ...], str]
    stems: Mapping[str, str]
    wholes: Mapping[str, str]

    def code(self, written: str) -> str:
        """
        Return the code of a country; nothing for nothing.

        Raises
        ------
        UnknownCountry
            If the graph has no country that is written so.
        """
        if not written.strip():
            return ""
        if found := self.codes.get(plain(written)):
            return found
        raise UnknownCountry(written, sorted(self.codes))

    def within(self, code: str, wanted: str) -> bool:
        """Say whether two countries are the same one, or one is a part of the other."""
        return code == wanted or code == self.wholes.get(wanted) or wanted == self._whole(code)

    def _whole(self, code: str) -> str:
        return self.wholes.get(code, code)

    def apart(self, found: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """Return the code of the first country that words name, and the other words."""
        longest = max(map(len, self.names), default=0)
        for size in range(min(longest, len(found)), 0, -1):
            for start in range(len(found) - size + 1):
                if code := self._named(tuple(found[start : start + size])):
                    return code, (*found[:start], *found[start + size :])
        return "", tuple(found)

    def _named(self, found: tuple[str, ...]) -> str:
        if code := self.names.get(found):
            return code
        return self._of(found[0]) if len(found) == 1 else ""

    def _of(self, word: str) -> str:
        """Return the country that a word such as *argentino* or *Brazilian* is made of."""
        for size in range(len(word) - 1, _STEM - 1, -1):
            if word[size:] in _ENDINGS and (code := self.stems.get(word[:size])):
                return code
        return ""


def read_countries(store: Store) -> Countries:
    """Return the countries of a graph: its places, and where its actors are."""
    codes: dict[str, str] = {}
    names: dict[tuple[str, ...], str] = {}
    stems: dict[str, str] = {}
    wholes: dict[str, str] = {}
    rows = sorted(store.select(_PLACES), key=_order)
    by_place = {text(row["place"]): _code(row) for row in rows}
    for row in rows:
        code, name = _code(row), text(row.get("name"))
        for written in (code, text(row.get("short")), name, slug(text(row["place"]))):
            codes.setdefault(plain(written), code)
        if found := content(words(name)):
            names.setdefault(found, code)
            for stem in _stems(found):
                stems.setdefault(stem, code)
        if whole := by_place.get(text(row.get("whole"))):
            wholes[code] = whole
    codes.pop("", None)
    return Countries(codes, names, stems, wholes)


def _order(row: Row) -> list[str]:
    return [text(row.get(name)) for name in ("place", "code", "short", "name", "whole")]


def _code(row: Row) -> str:
    return text(row.get("code")) or slug(text(row["place"])).upper()


def _stems(found: Sequence[str]) -> set[str]:
    """Return a name of one word, and what stays of it when its last letter goes."""
    if len(found) > 1:
        return set()
    return {stem for stem in (found[0], found[0][:-1]) if len(stem) >= _STEM}
