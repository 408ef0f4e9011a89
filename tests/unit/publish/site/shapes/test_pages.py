"""Each shape has a page for people, and a file that data can be checked with."""

from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from coordgraph.ingest.dataset import load_context
from coordgraph.ingest.rdf import load_file
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.shapes.pages import shape_places, write_shapes
from coordgraph.publish.site.shapes.reading import FOLDER, shapes
from coordgraph.store import open_store
from coordgraph.validation.engine import check
from tests.unit.publish.site.description.releases import BASE, DATA
from tests.unit.publish.site.dumps.dataset import store_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("shapes") / "site"
    small = Knowledge.of(store_of(DATA), Addresses(BASE), ("en", "es"))
    write_shapes(small, Output(out))
    return out


def canonical(path: Path) -> list[str]:
    form = RdfFormat.from_extension(path.suffix[1:])
    found = Dataset(parse(path.read_bytes(), format=form))
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, found))


@pytest.mark.parametrize("place", shape_places())
def test_a_shape_has_pages_and_says_the_same_in_every_format(place: str, folder: Path) -> None:
    for lang in ("en", "es"):
        assert (folder / f"{place}.{lang}.html").is_file()
    turtle = canonical(folder / f"{place}.ttl")
    assert turtle == canonical(folder / f"{place}.nt") == canonical(folder / f"{place}.jsonld")


def test_a_file_is_as_its_authors_wrote_it(folder: Path) -> None:
    for path in FOLDER.glob("*.ttl"):
        assert (folder / f"shapes/{path.name}").read_bytes() == path.read_bytes()


def test_the_file_of_all_shapes_finds_what_the_shapes_find(folder: Path) -> None:
    store = open_store()
    load_context(store)
    load_file(store, FOLDER / "examples/mechanism/violates-evidence.ttl")
    ours = check(store, sorted(FOLDER.glob("*.ttl")))
    theirs = check(store, [folder / "shapes.ttl"])
    assert "MechanismShape-evidence" in str(ours.findings)
    assert [(one.focus, one.shape) for one in theirs.findings] == [
        (one.focus, one.shape) for one in ours.findings
    ]


def test_a_page_says_each_rule_in_its_language_with_data_that_breaks_it(folder: Path) -> None:
    page = (folder / "shapes/mechanism.es.html").read_text("utf-8")
    for rule in shapes()["mechanism"].rules:
        assert f'id="{rule.name}"' in page
        assert rule.broken[0].remark in page
    assert "Nadie participa: dé al menos un cg:participation." in page
    assert "exactamente 1" in page
    assert "violates-kind" in page


def test_no_page_is_large(folder: Path) -> None:
    assert max(path.stat().st_size for path in folder.rglob("*.html")) < 200_000
