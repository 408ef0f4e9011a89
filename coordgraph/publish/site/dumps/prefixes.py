"""Short names for the IRIs of a dataset, and which of them a document uses."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from coordgraph.namespace import PREFIXES

__all__ = ["Shortener", "prefixes_for", "split"]

_NAME = re.compile(r"(?!xml|https?$|urn$)[a-z][a-z0-9_-]*")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_MOST = 100
_CACHED = 50_000


def split(iri: str) -> tuple[str, str]:
    """
    Return the namespace of an IRI and its name there.

    >>> split("https://w3id.org/coordgraph/id/actor/afip")
    ('https://w3id.org/coordgraph/id/actor/', 'afip')
    """
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:end], iri[end:]


def prefixes_for(iris: Iterable[str], *, known: Mapping[str, str] = PREFIXES) -> dict[str, str]:
    """
    Return prefixes for the namespaces in which a dataset has many things.

    To the prefixes in common use come those of the namespaces of these IRIs, each by its last
    part, if two or more of the IRIs are in it; at most a hundred, those with most first.

    >>> found = prefixes_for(f"https://example.org/kg/id/actor/{name}" for name in "ab")
    >>> found["actor"]
    'https://example.org/kg/id/actor/'
    """
    spaces = set(known.values())
    counted = Counter(split(iri)[0] for iri in iris)
    many = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    taken = dict(known)
    for namespace, number in many:
        name = re.split(r"[/#:]", namespace.rstrip("/#:"))[-1].lower()
        free = name not in taken and namespace not in spaces
        if number > 1 and free and _NAME.fullmatch(name) and len(taken) < _MOST:
            taken[name] = namespace
    return taken


class Shortener:
    """
    Writes IRIs short, and keeps which prefixes it took for this.

    Attributes
    ----------
    used
        The prefixes taken so far, and their namespaces.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._names = {namespace: name for name, namespace in sorted(prefixes.items())}
        self.used: dict[str, str] = {}
        self.short = lru_cache(_CACHED)(self._short)

    def _short(self, iri: str) -> str:
        """Return the prefixed name of an IRI, or the IRI in angle brackets."""
        namespace, local = split(iri)
        name = self._names.get(namespace)
        if name is None or not _LOCAL.fullmatch(local):
            return f"<{iri}>"
        self.used[name] = namespace
        return f"{name}:{local}"
