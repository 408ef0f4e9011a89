"""All checks of a release, one after another."""

from collections.abc import Callable, Mapping

from coordgraph.errors import CoordgraphError
from coordgraph.publish.site.audit.description import (
    check_catalogue,
    check_counts,
    check_dates,
    check_fair,
)
from coordgraph.publish.site.audit.files import check_copies, check_sums
from coordgraph.publish.site.audit.pages import (
    check_iris,
    check_languages,
    check_links,
    check_negotiation,
)
from coordgraph.publish.site.audit.places import open_place
from coordgraph.publish.site.audit.rdf import (
    check_canonical,
    check_dumps,
    check_second_parser,
    check_things,
)
from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject

__all__ = ["CHECKS", "SAMPLE", "audit"]

SAMPLE = 2_000
"""How many files of one sort are opened, unless more are asked for."""

CHECKS: Mapping[str, Callable[[Subject, Result], None]] = {
    "checksums": check_sums,
    "compressed copies": check_copies,
    "canonical form": check_canonical,
    "dumps": check_dumps,
    "second parser": check_second_parser,
    "data of things": check_things,
    "IRIs": check_iris,
    "languages": check_languages,
    "links": check_links,
    "statistics": check_counts,
    "dates": check_dates,
    "catalogue": check_catalogue,
    "FAIR": check_fair,
    "negotiation": check_negotiation,
}
"""The checks, by name; each is described by its function."""


def _silent(step: str) -> None:
    del step


def audit(
    name: str, *, sample: int = SAMPLE, progress: Callable[[str], None] = _silent
) -> list[Result]:
    """
    Look a release over.

    Parameters
    ----------
    name
        A folder or a web address.
    sample
        How many files of one sort are opened at most, spread evenly; 0 for all.
    progress
        Told the name of each check.

    Raises
    ------
    UnreadableFile
        If no release is there, or a server does not answer.
    """
    subject = Subject(open_place(name), sample=sample)
    results = []
    for check, looks in CHECKS.items():
        progress(check)
        results.append(result := Result(check))
        try:
            looks(subject, result)
        except CoordgraphError as error:
            result.problems.append(str(error))
    return results
