"""
Where on the site the page and the data of an IRI stand.

An IRI under the dataset's own base, or under that of the ontology, stands where its path says;
an IRI from elsewhere has a place made of its digest, or one that tells it.  A term of the
ontology, whose IRI ends in a fragment, has a page of its own below the ontology's.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from coordgraph.errors import CallError
from coordgraph.publish.site.filenames import is_file_name, is_name

__all__ = ["HOME", "Addresses", "link", "web_folder"]

HOME = "https://w3id.org/coordgraph/"
"""Where the ontology, the concept schemes and the shipped dataset have their IRIs."""

_RESERVED = {
    *("assets", "browse", "changes", "csvw", "dump", "ontology", "queries", "search"),
    *("server", "shapes", "thing"),
}
_SERVED = {
    *("api", "en", "es", "pt", "reconcile", "resolve", "sparql", "static", "store"),
}
"""Where a server has what it answers beside things."""
_TOLD_APART = 8
_PLAIN = re.compile(r"[A-Za-z0-9./_-]+")
_FIRST = {
    "404",
    "index",
    "license",
    "linkset",
    "prov",
    "robots",
    "sha256sums",
    "sitemap",
    "void",
}
"""What files at the root of a site are called."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """
    The places of a site.

    Attributes
    ----------
    base
        What the IRIs of the dataset's things begin with; ends in ``/`` or ``#``.
    server
        The address of a server that makes pages when they are asked for; nothing for a site of
        files under the base.  On a server a place tells its IRI, for there is no list of all.
    moved
        IRIs at whose places others stand; theirs end in a part of their digest.
    """

    base: str = HOME
    server: str = ""
    moved: frozenset[str] = frozenset()

    @classmethod
    def under(cls, base: str | None) -> "Addresses":
        """
        Return the places of a site under a base that a publisher names.

        Raises
        ------
        CallError
            If it is no absolute web address that things can stand under.
        """
        return cls() if base is None else cls(web_folder(base, option="--base"))

    def place(self, iri: str) -> str:
        """
        Return where an IRI stands, without suffix, relative to the root of the site.

        >>> Addresses().place("https://w3id.org/coordgraph/id/actor/afip")
        'id/actor/afip'
        >>> Addresses().place("https://w3id.org/coordgraph/ns#Actor")
        'ns/Actor'
        >>> Addresses().place("urn:example:1")
        'thing/f17d88cf3ef465ba'

        So has one where the site has its own files.

        >>> Addresses().place("https://w3id.org/coordgraph/assets/style").startswith("thing/")
        True
        >>> Addresses().place("https://w3id.org/coordgraph/id/actor/nul").startswith("thing/")
        True
        """
        place = _place(self.base, iri, served=bool(self.server))
        return f"{place}~{_digest(iri)[:_TOLD_APART]}" if iri in self.moved else place

    def told(self, place: str) -> Iterator[str]:
        """
        Yield the IRIs that may stand at a place that tells them.

        >>> served = Addresses(server="http://127.0.0.1/")
        >>> list(served.told("ns/Actor"))
        ['https://w3id.org/coordgraph/ns/Actor', 'https://w3id.org/coordgraph/ns#Actor']
        >>> list(served.told(served.place("urn:example:1")))
        ['urn:example:1']
        """
        folder, _, name = place.rpartition("/")
        if folder == "thing":
            padded = name + "=" * (-len(name) % 4)
            try:
                yield urlsafe_b64decode(padded.encode("ascii")).decode()
            except ValueError:
                return
        else:
            for root in dict.fromkeys((self.base, HOME)):
                yield root + place
                if folder:
                    yield f"{root}{folder}#{name}"

    def folder(self, iri: str) -> str:
        """
        Return the folder in which an IRI stands.

        >>> Addresses().folder("https://w3id.org/coordgraph/id/actor/afip")
        'id/actor'
        """
        return self.place(iri).rpartition("/")[0]

    def is_foreign(self, iri: str) -> bool:
        """Say whether an IRI is neither under the base nor under that of the ontology."""
        return not iri.startswith((self.base, HOME))

    def url(self, place: str) -> str:
        """Return the web address of a file of the site."""
        return (self.server or self.base) + quote(place)


def web_folder(address: str, *, option: str) -> str:
    """
    Return the address of a folder, ending in a slash.

    Raises
    ------
    CallError
        If it is no absolute web address that things can stand under.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query:
        problem = _("is no web address, such as https://example.org/kg/.")
        raise CallError(f"{option} {address!r} {problem}")
    return address if address.endswith("/") else f"{address}/"


@lru_cache(maxsize=1 << 16)
def _place(base: str, iri: str, *, served: bool) -> str:
    for root in (base, HOME):
        if iri.startswith(root):
            path = iri.removeprefix(root)
            steps = [unquote(step) for step in path.replace("#", "/").split("/")]
            free = _is_told(path, steps[0]) if served else _is_free(steps)
            if free and all(map(is_name if served else is_file_name, steps)):
                return "/".join(steps)
    if served:
        return f"thing/{urlsafe_b64encode(iri.encode()).decode().rstrip('=')}"
    return f"thing/{_digest(iri)[:16]}"


def _digest(iri: str) -> str:
    return sha256(iri.encode()).hexdigest()


def _is_free(steps: list[str]) -> bool:
    """Say whether a site has no files of its own where a path leads, on any disk."""
    first = steps[0].lower()
    return first not in _RESERVED and (len(steps) > 1 or first not in _FIRST)


def _is_told(path: str, first: str) -> bool:
    """Say whether the place of a path tells it, on a server that answers nothing else there."""
    fragment = path.partition("#")[2]
    return (
        first not in _RESERVED | _SERVED
        and not {"%"} & set(path)
        and not {"/", "#"} & set(fragment)
    )


def link(place: str, *, start: str) -> str:
    """
    Return the relative link to one file of the site from another.

    >>> link("id/level/policy.en.html", start="id/actor/afip.en.html")
    '../level/policy.en.html'
    """
    here, there = start.split("/")[:-1], place.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    steps = "/".join([".."] * (len(here) - common) + there[common:])
    return steps if _PLAIN.fullmatch(steps) else quote(steps, safe="/~@()+,=#")
