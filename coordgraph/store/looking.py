"""What is said of some things only: a few are looked up, many are sought in a whole answer."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc
from pyoxigraph import NamedNode

from coordgraph.arrow import texts
from coordgraph.store.base import Store
from coordgraph.store.embedded import EmbeddedStore

__all__ = ["FEW", "columns_of", "written_iris"]

FEW = 6_000
"""Up to how many things an embedded store looks up one by one: as many as a picture holds."""


def columns_of(store: Store, sparql: str, variable: str, iris: Iterable[str]) -> pa.Table:
    """
    Answer a SELECT query with columns; of some things only.

    A server is asked for all, as not all know what to do with thousands of names.

    Parameters
    ----------
    store
        Where to ask.
    sparql
        A question whose first braces are those of its pattern.
    variable
        The variable of the things, without question mark.
    iris
        Which things are wanted, as `coordgraph.store.text` has them.

    Examples
    --------
    >>> import coordgraph as cg
    >>> afip = "https://w3id.org/coordgraph/id/actor/afip"
    >>> sparql = "SELECT * { ?who <https://w3id.org/coordgraph/ns#actorKind> ?kind }"
    >>> columns_of(cg.load(), sparql, "who", [afip]).column("kind").to_pylist()
    ['https://w3id.org/coordgraph/id/actor-kind/tax-agency']
    """
    wanted = list(dict.fromkeys(iris))
    few = isinstance(store, EmbeddedStore) and len(wanted) <= FEW
    terms = written_iris(wanted) if few else None
    if terms is None:
        table = store.columns(sparql)
        return table.filter(pc.is_in(table.column(variable), value_set=texts(wanted)))
    head, brace, rest = sparql.partition("{")
    return store.columns(f"{head}{brace} VALUES ?{variable} {{ {terms} }} {rest}")


def written_iris(names: Iterable[str]) -> str | None:
    """Return IRIs as SPARQL writes them; None if one is a text, or a blank node's name."""
    try:
        return " ".join(str(NamedNode(name)) for name in names)
    except ValueError:
        return None
