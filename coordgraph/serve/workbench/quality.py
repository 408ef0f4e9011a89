"""How good the data are: what checks find, and where the sources disagree."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from coordgraph.errors import CoordgraphError
from coordgraph.namespace import shrink, slug
from coordgraph.publish.site.safety import unturned
from coordgraph.serve.api.naming import best
from coordgraph.serve.api.report import SEVERITIES, findings, too_many
from coordgraph.serve.workbench.names import concepts
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.store import EmbeddedStore, Term, text

__all__ = ["QUALITY"]

_DISPUTES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?dispute ?title ?kind { ?dispute a cg:Discrepancy
  OPTIONAL { ?dispute dcterms:title ?title }
  OPTIONAL { ?dispute cg:discrepancyKind ?kind }
} ORDER BY ?dispute ?title ?kind
"""
_SIDES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?dispute ?side ?said ?at ?evidence ?locator ?source {
  ?dispute cg:side ?side
  OPTIONAL { ?side dcterms:description ?said }
  OPTIONAL { ?side cg:locator ?at }
  OPTIONAL { ?side cg:evidence ?evidence
    OPTIONAL { ?evidence cg:locator ?locator }
    OPTIONAL { ?evidence dcterms:isPartOf?/dcterms:title ?source } }
} ORDER BY ?dispute ?side ?said ?evidence ?source
"""
_SHOWN = 200
_EVERY = 500


@dataclass(slots=True)
class Side:
    """What one side says, where, and the passages that it rests on by IRI."""

    said: str = ""
    lang: str = ""
    at: str = ""
    evidence: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Dispute:
    """A discrepancy: what it is about, its kinds, and its sides."""

    iri: str
    title: str = ""
    kinds: list[str] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)


def _shown(asked: Asked) -> Mapping[str, Any]:
    disputes = list(_disputes(asked.store, asked.lang))
    kinds = Counter(kind for one in disputes for kind in one.kinds)
    wanted = asked.search.get("kind", "")
    chosen = [one for one in disputes if not wanted or wanted in one.kinds]
    return {
        "disputes": chosen[:_SHOWN],
        "among": len(chosen),
        "every": len(disputes),
        "kinds": sorted(kinds.items()),
        "kind": wanted,
        "severities": SEVERITIES,
        "shrink": shrink,
        "slug": slug,
        "statements": len(asked.store.oxigraph),
        "written": _written,
        **_findings(asked),
    }


def _written(finding: Mapping[str, Any]) -> str:
    """Return the address of the page that shows the place of a finding."""
    given = {"file": finding["file"], "line": finding["line"], "thing": finding["thing"]}
    return f"source?{urlencode({name: value for name, value in given.items() if value})}"


def _findings(asked: Asked) -> Mapping[str, Any]:
    """Return what checks find, where a page is asked for it; scripts ask by themselves."""
    if problem := too_many(asked.store):
        return {"findings": [], "problem": problem, "found": 0}
    if "check" not in asked.search:
        return {"findings": None, "problem": ""}
    try:
        found = list(findings(asked.store, lang=asked.lang, sources=asked.sources))
    except CoordgraphError as error:
        return {"findings": [], "problem": str(error)}
    return {"findings": found[:_EVERY], "problem": "", "found": len(found)}


def _disputes(store: EmbeddedStore, lang: str) -> Iterator[Dispute]:
    names = concepts(store, lang)
    sides = _sides(store, lang)
    for iri, rows in groupby(store.select(_DISPUTES), key=lambda row: text(row["dispute"])):
        told = list(rows)
        kinds = dict.fromkeys(text(row["kind"]) for row in told if "kind" in row)
        named = [names.get("/".join(kind.split("/")[-2:]), slug(kind)) for kind in kinds]
        title = best([row["title"] for row in told if "title" in row], lang)
        yield Dispute(iri, title.value if title else slug(iri), named, sides.get(iri, []))


def _sides(store: EmbeddedStore, lang: str) -> dict[str, list[Side]]:
    found: dict[str, dict[str, Side]] = {}
    told: dict[str, list[Term]] = {}
    for row in store.select(_SIDES):
        sides = found.setdefault(text(row["dispute"]), {})
        side = sides.setdefault(text(row["side"]), Side())
        told.setdefault(text(row["side"]), []).extend([row["said"]] if "said" in row else [])
        side.at = text(row["at"]) if "at" in row else side.at
        if "evidence" in row:
            parts = (text(row[key]) for key in ("locator", "source") if key in row)
            side.evidence.setdefault(text(row["evidence"]), unturned(", ".join(parts)))
    for sides in found.values():
        for iri, side in sides.items():
            if said := best(told[iri], lang):
                side.said, side.lang = said.value, said.language or ""
    return {iri: list(sides.values()) for iri, sides in found.items()}


QUALITY = View("quality", texts_of("quality"), _shown)
