"""
Search by name without a server: small files of names, of which a browser loads those it needs.

Names are folded (no case, no accents) and cut into words.  A file has all names with a word
that begins with certain letters; where these are too many, more letters part them.  Files are
scripts that call one function, so that they load from a folder on a disk, too.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from coordgraph.names import plain
from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.indices import Things
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.pages import listed_questions
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.safety import shortened
from coordgraph.publish.site.shapes.pages import listed_shapes
from coordgraph.publish.site.words import said
from coordgraph.store import text

__all__ = ["search_page", "shards", "words_of", "write_search"]

_SHARD, _COMMON = 400, 400
_LETTERS = 12
_QUESTIONS, _SHAPES = "queries", "shapes"
_LONGEST = 120
_OTHER = ("altLabel", "hiddenLabel", "notation")


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that can be found: its name, its page, its list, and other names that it has."""

    name: str
    place: str
    kind: str
    others: tuple[str, ...]


def search_page(lang: str) -> str:
    """
    Return where the page of search stands.

    >>> search_page("pt")
    'search.pt.html'
    """
    return f"search.{lang}.html"


def words_of(name: str) -> set[str]:
    """
    Return the folded words of a name.

    >>> sorted(words_of("Previsión Social (1997)"))
    ['1997', 'prevision', 'social']
    """
    return set(re.findall(r"\w+", plain(name)))


def write_search(knowledge: Knowledge, things: Things, output: Output) -> None:
    """Write the page of search and the files of names, in every language."""
    pages = tuple((code, search_page(code)) for code in knowledge.langs)
    for lang, place in pages:
        found = list(_found(knowledge, things, lang))
        parts = shards(found)
        for prefix, places in parts.items():
            entries = [_entry(found[at]) for at in places[:_COMMON]]
            output.write(_file(lang, prefix), _script("names", [prefix, entries]))
        listed = {prefix: [len(places), _name(prefix)] for prefix, places in parts.items()}
        kinds = {name: said(f"kind_{name}", lang) for name in (*things, _QUESTIONS, _SHAPES)}
        output.write(f"search/{lang}.js", _script("index", [listed, kinds]))
        output.write(
            place,
            rendered(
                "search.html",
                reader=Reader(knowledge, lang, place),
                frame=Frame(title=said("search", lang), pages=pages, listed=False),
            ),
        )


def shards(found: Sequence[Found]) -> Mapping[str, list[int]]:
    """
    Return the places of the things that each file has, by the letters that words begin with.

    A file named by a whole word that very many names have is cut when it is written.
    """
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        for word in set().union(*map(words_of, (one.name, *one.others))):
            by_word[word[:_LETTERS]].append(place)
    parts: dict[str, list[int]] = {}
    _part(dict(sorted(by_word.items())), "", parts)
    return parts


def _part(by_word: Mapping[str, list[int]], prefix: str, parts: dict[str, list[int]]) -> None:
    """Give words of a common beginning a file, or part them by the letter that follows."""
    places = sorted({place for places in by_word.values() for place in places})
    if prefix and (len(places) <= _SHARD or set(by_word) == {prefix}):
        parts[prefix] = places
        return
    groups: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for word, found in by_word.items():
        groups[word[: len(prefix) + 1]][word] = found
    whole = groups.pop(prefix, None)
    if whole:
        # A word that begins longer ones has a file of its own, which a space tells apart.
        parts[f"{prefix} "] = sorted(whole[prefix])
    for longer, words in groups.items():
        _part(words, longer, parts)


def _found(knowledge: Knowledge, things: Things, lang: str) -> Iterator[Found]:
    reader = Reader(knowledge, lang, "")
    for kind, listed in ((_QUESTIONS, listed_questions), (_SHAPES, listed_shapes)):
        for name, place, sentence in listed(lang):
            yield Found(name, place, kind, (shortened(sentence, _LONGEST),))
    for kind, iris in things.items():
        for iri in iris:
            name = reader.name(iri).text
            others = {
                *knowledge.names.get(iri, {}).values(),
                *(
                    text(term)
                    for path in _OTHER
                    for term in knowledge.objects(iri, PREFIXES["skos"] + path)
                ),
            } - {name}
            short = sorted(shortened(other, _LONGEST) for other in others)
            place = knowledge.page(iri, lang)
            yield Found(shortened(name, _LONGEST), place, kind, tuple(short[:8]))


def _entry(one: Found) -> list[str | list[str]]:
    return [one.name, one.place, one.kind, list(one.others)]


def _name(prefix: str) -> str:
    """Return the name of a file: letters that every system can hold, or a digest."""
    if re.fullmatch(r"[a-z0-9]+", prefix):
        return prefix
    return f"_{sha256(prefix.encode()).hexdigest()[:12]}"


def _file(lang: str, prefix: str) -> str:
    return f"search/{lang}/{_name(prefix)}.js"


def _script(function: str, values: list[object]) -> str:
    written = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return f"coordgraphSearch.{function}(...{written});\n"
