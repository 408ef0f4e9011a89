"""Lists have every thing once, in the order of a reader's alphabet, page by page."""

import re
from pathlib import Path

from coordgraph.ingest.source import read_files
from coordgraph.namespace import CG
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.indices import by_kind, write_indices
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output

BASE = "https://example.org/"


def lists(tmp_path: Path, names: list[str]) -> Path:
    path = tmp_path / "data.ttl"
    lines = [
        f"@prefix cg: <{CG}> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
        *(
            f'<{BASE}id/actor/{place}> a cg:Institution ; skos:prefLabel "{name}" .'
            for place, name in enumerate(names)
        ),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    knowledge = Knowledge.of(read_files([str(path)]), Addresses(BASE), ("en",))
    output = Output(tmp_path / "site")
    write_indices(knowledge, {"actors": by_kind(knowledge)["actors"]}, output)
    return tmp_path / "site/browse"


def entries(page: Path) -> list[str]:
    return re.findall(r'<li><a href="../id/actor/[^>]*>([^<]*)</a>', page.read_text("utf-8"))


def test_accents_and_capitals_do_not_part_what_belongs_together(tmp_path: Path) -> None:
    folder = lists(tmp_path, ["Zeta", "ángel", "Angola", "9 de Julio", "Übung", "umbral"])
    assert entries(folder / "actors.en.html") == [
        "ángel",
        "Angola",
        "Übung",
        "umbral",
        "Zeta",
        "9 de Julio",
    ]


def test_a_long_list_goes_on_and_letters_lead_to_their_pages(tmp_path: Path) -> None:
    names = [f"{letter}{number:03}" for letter in "abc" for number in range(250)]
    folder = lists(tmp_path, names)
    pages = [folder / f"actors.{part}en.html" for part in ("", "2.", "3.")]
    assert [name for page in pages for name in entries(page)] == names
    assert 'href="actors.2.en.html#letter-C"' in pages[0].read_text("utf-8")
    assert 'id="letter-C"' in pages[1].read_text("utf-8")
