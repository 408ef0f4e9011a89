"""What mechanisms are said to have, and which of it a name means."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import texts
from coordgraph.errors import UnknownName
from coordgraph.namespace import ID, slug

__all__ = ["different", "having", "meant", "named", "values"]


def values(found: pa.Table) -> set[str]:
    """Return the different values of an answer of ``mechanism`` and ``value``."""
    return set(different(found.column("value")).to_pylist())


def having(found: pa.Table, wanted: Iterable[str]) -> pa.Array:
    """Return the mechanisms of such an answer that have one of the values that are wanted."""
    mask = pc.is_in(found.column("value"), value_set=texts(sorted(wanted)))
    return different(found.column("mechanism").filter(mask))


def different(column: pa.ChunkedArray) -> pa.Array:
    """Return the different texts of a column."""
    return column.cast(pa.string()).unique()


def named(names: Iterable[str], known: set[str], unknown: type[UnknownName]) -> set[str]:
    """
    Return the concepts that are meant, each by slug or IRI.

    Raises
    ------
    UnknownName
        Of the kind given, if a name is none of a concept that is known.
    """
    found = set()
    for name in names:
        concepts = meant(name, known)
        if not concepts:
            raise unknown(name, sorted(map(slug, known)))
        found |= concepts
    return found


def meant(name: str, known: set[str]) -> set[str]:
    """
    Return the concepts that a slug or an IRI means.

    >>> meant("level/policy", {f"{ID}level/policy", f"{ID}level/operational"})
    {'https://w3id.org/coordgraph/id/level/policy'}
    """
    return {iri for iri in known if name in (iri, slug(iri), iri.removeprefix(ID))}
