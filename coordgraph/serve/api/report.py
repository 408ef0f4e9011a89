"""What checks find in the data that are served: each finding with its place, where known."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coordgraph.errors import TooLarge
from coordgraph.ingest.dataset import dataset_locator
from coordgraph.ingest.provenance import Locator
from coordgraph.namespace import slug
from coordgraph.serve.speech import gettext as _
from coordgraph.store import EmbeddedStore, Store
from coordgraph.validation import Finding, Severity, validate

__all__ = ["COLUMNS", "MOST", "MOST_ON_DISK", "SEVERITIES", "SHIPPED", "findings", "too_many"]

COLUMNS = (
    "severity",
    "message",
    "thing",
    "path",
    "value",
    "shape",
    "file",
    "line",
)
SEVERITIES = tuple(severity.value.lower() for severity in Severity)
MOST, MOST_ON_DISK = 2_000_000, 700_000
"""How many statements are checked for a request: in memory, and in a store in a folder."""

SHIPPED = "shipped"
"""What stands for the files of the shipped dataset."""


def findings(
    store: Store, *, lang: str, sources: Sequence[str] = (), severity: str | None = None
) -> Iterator[dict[str, Any]]:
    """
    Yield what the ontology's shapes find in a store, gravest first, one row a finding.

    Parameters
    ----------
    store
        The data.
    lang
        The language of messages.
    sources
        The files that the data were read from, or `SHIPPED`; places are unknown without them.
    severity
        Only findings of this one, in lower case.

    Raises
    ------
    TooLarge
        If the data are more than a server checks while somebody waits.
    """
    assert isinstance(store, EmbeddedStore)
    if problem := too_many(store):
        raise TooLarge(problem)
    report = validate(store, locator=_locator(sources))
    for finding in report.findings:
        if severity in {None, finding.severity.value.lower()}:
            yield _row(finding, lang)


def too_many(store: EmbeddedStore) -> str:
    """Say that data are more than a server checks while somebody waits; nothing if not."""
    number, most = len(store.oxigraph), MOST_ON_DISK if store.on_disk else MOST
    if number <= most:
        return ""
    words = _(
        "These are {number:,} statements; more than {most:,} are not checked while somebody "
        "waits. Check them by `coordgraph validate` (--data or --store)."
    )
    return words.format(number=number, most=most)


def _locator(sources: Sequence[str]) -> Locator | None:
    if SHIPPED in sources:
        return dataset_locator()
    return Locator([Path(source) for source in sources]) if sources else None


def _row(finding: Finding, lang: str) -> dict[str, Any]:
    place = finding.place
    return {
        "severity": finding.severity.value.lower(),
        "message": finding.text(lang),
        "thing": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "shape": slug(finding.shape),
        "file": place.file if place else None,
        "line": place.line if place else None,
    }
