"""A page holds the beginning of a long table; further pages hold the rest, each row once."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from coordgraph.ingest.source import read_files
from coordgraph.namespace import CG
from coordgraph.publish.site.excerpts import beginning, continued
from coordgraph.publish.site.publishing import publish
from coordgraph.publish.site.tables import Row, Table


def table(count: int) -> Table:
    term = NamedNode("urn:x:y")
    return Table(
        "ties", ("a", "b"), tuple(Row(f"{n}", ((term,), (term,)), ()) for n in range(count))
    )


def test_a_short_table_stands_whole() -> None:
    assert beginning(table(20)) == 20
    assert list(continued(table(20))) == []


def test_no_row_is_lost_between_pages() -> None:
    long = table(5_000)
    rows = [*long.rows[: beginning(long)], *(row for part in continued(long) for row in part)]
    assert rows == list(long.rows)


@pytest.mark.long
def test_an_actor_with_very_many_ties_has_small_pages_that_lead_on(tmp_path: Path) -> None:
    lines = [
        f"@prefix cg: <{CG}> . @base <https://example.org/id/> .",
        *(
            f"<m/{number}> a cg:Mechanism ; cg:participation <p/{number}>, <q/{number}> . "
            f"<p/{number}> a cg:Participation ; cg:actor <actor/hub> . "
            f"<q/{number}> a cg:Participation ; cg:actor <actor/{number}> . "
            f"<actor/{number}> a cg:Institution ."
            for number in range(120)
        ),
        "<actor/hub> a cg:Institution .",
    ]
    path = tmp_path / "hub.ttl"
    path.write_text("\n".join(lines), encoding="utf-8")
    publish(
        read_files([str(path)]), tmp_path / "site", base="https://example.org", langs=["en"]
    )
    hub = sorted((tmp_path / "site/id/actor").glob("hub.*html"))
    assert max(page.stat().st_size for page in hub) < 200_000
    further = [page.name for page in hub if page.name.startswith("hub.ties.")]
    assert "hub.ties.2.en.html" in further
    assert "hub.ties.2.en.html" in hub[0].with_name("hub.en.html").read_text("utf-8")
    text = "".join(page.read_text("utf-8") for page in hub if "taking_part" not in page.name)
    assert all(
        f"actor/{number}.en.html" in text or f'"{number}.en.html' in text
        for number in range(120)
    )
