"""Labels that try to be something else wherever they are shown, and data that has them."""

import re
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import CG, LEVELS, PREFIXES
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.network.exports.conftest import HOSTILE

__all__ = ["LABELS", "OBEYED", "labelled"]

LABELS = (
    *HOSTILE,
    "$\\frac$",
    "US$ 5 to US$ 6",
    "\0null\0",
    "{{ 7 * 7 }} {% raw %} ${x} <%= 1 %>",
    "' onmouseover='alert(1)",
    '"><img src=x onerror=alert(2)>',
    "<!-- comment -->",
    "<![CDATA[data]]>",
    "&lt;already&gt; &#60;",
    "javascript:alert(3)",
    "\x1b[2J\x1b]8;;https://example.org\x07link\x1b]8;;\x07\x9b31m",
    "[bold red]rich[/]",
    "\u200f\u061cmarks\u2067open",
    " leads and ends ",
    "\u0301" * 400,
    "\U000e0041\ufeff\u200b",
)
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal, or turns how everything after it is read."""


def labelled(labels: tuple[str, ...] = LABELS) -> EmbeddedStore:
    """Return actors of these labels, of which each takes part in one practice with the next."""
    store = open_store()
    named = {f"urn:a{place:02}": label for place, label in enumerate(labels)}
    said = [
        Quad(NamedNode(iri), NamedNode(PREFIXES["skos"] + "prefLabel"), Literal(label))
        for iri, label in named.items()
    ]
    actors = list(named)
    for one, other in pairwise(actors):
        mechanism = NamedNode(f"{one}-m")
        said.append(Quad(mechanism, NamedNode(f"{CG}level"), NamedNode(LEVELS[0])))
        said.append(
            Quad(mechanism, NamedNode(PREFIXES["dcterms"] + "title"), Literal(named[one]))
        )
        for actor in (one, other):
            part = NamedNode(f"{actor}-in-{one[4:]}")
            said.append(Quad(mechanism, NamedNode(f"{CG}participation"), part))
            said.append(Quad(part, NamedNode(f"{CG}actor"), NamedNode(actor)))
    store.oxigraph.extend(said)
    return store
