"""What is wrong with a release is listed below the table of checks, the first of it."""

import pytest

from coordgraph.cli.auditing import tell
from coordgraph.publish.site.audit.result import Result


def test_of_many_problems_the_first_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    links = Result("links", 30, 30, [f"page {number}" for number in range(25)])
    assert not tell([links, Result("dates", 1, 1)], form="table", lang="pt")
    listed = capsys.readouterr().out.splitlines()
    at = listed.index("os links levam a algum lugar: FALHA")
    assert listed[at + 1] == "  page 0"
    assert listed[at + 20 :] == ["  page 19", "  mais 5"]
