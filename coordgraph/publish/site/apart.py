"""
IRIs that would stand in one place, each given a place of its own; and the ways to such places.

Two paths may differ in capitals only, which disks of Windows and macOS do not tell apart, or in
how they are encoded.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import unquote_to_bytes

from coordgraph.publish.site.addresses import Addresses

__all__ = ["apart", "ways"]

_OWN = {"", "ns", "ontology", "prov", "void", ".well-known/void"}
"""Paths that lead to what a site says of itself."""


def apart(addresses: Addresses, iris: Iterable[str]) -> Addresses:
    """
    Return addresses where no two of these IRIs stand in one place, whatever the disk.

    One of several keeps the place: the one that servers find there, if in lower case, if first.

    >>> root = "https://w3id.org/coordgraph/id/actor/"
    >>> places = apart(Addresses(), [f"{root}AFIP", f"{root}afip"])
    >>> places.place(f"{root}afip"), places.place(f"{root}AFIP")
    ('id/actor/afip', 'id/actor/AFIP~a530efd0')
    """
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for iri in iris:
        sharing[addresses.place(iri).lower()].append(iri)
    moved: set[str] = set()
    for place, several in sharing.items():
        if len(several) > 1:
            own = addresses.base + place
            moved.update(sorted(several, key=partial(_rank, own=own))[1:])
    return replace(addresses, moved=frozenset(moved))


def _rank(iri: str, own: str) -> tuple[bool, bool, str]:
    return iri.lower() != own, iri != own, iri


def ways(addresses: Addresses, iris: Iterable[str], files: Container[str]) -> Mapping[str, str]:
    """
    Return where paths below the base lead that are IRIs of things and not their places.

    Parameters
    ----------
    addresses
        The places of the site.
    iris
        The things of the site.
    files
        The files of the site, to which paths lead first.

    Examples
    --------
    >>> ways(Addresses(), ["https://w3id.org/coordgraph/id/actor/CON"], [])
    {'id/actor/CON': 'thing/fad9aafba569c5ec'}
    """
    placed = {iri: addresses.place(iri) for iri in iris}
    taken = {*placed.values(), *_OWN}
    found: dict[str, str] = {}
    for iri, place in sorted(placed.items()):
        if iri.startswith(addresses.base):
            path = _path(iri.removeprefix(addresses.base))
            if path is not None and path not in taken and path not in files:
                found.setdefault(path, place)
    return found


def _path(written: str) -> str | None:
    """Return a path as servers see it; None where they see another, or none."""
    steps = written.rstrip("/").split("/")
    if {"?", "#"} & set(written):
        return None
    try:
        told = [unquote_to_bytes(step).decode() for step in steps]
    except UnicodeDecodeError:
        return None
    if any(step in {"", ".", ".."} or not _is_seen(step) for step in told):
        return None
    return "/".join(told)


def _is_seen(step: str) -> bool:
    return step.isprintable() and not {"/", "\\"} & set(step)
