"""A site is made of a dataset, or brought up to date."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.errors import CallError, UnwritableTarget
from coordgraph.ingest.source import read_files
from coordgraph.publish.site import publishing
from coordgraph.publish.site.publishing import publish
from coordgraph.store import EmbeddedStore, open_store

CG = "https://w3id.org/coordgraph/ns#"


@pytest.fixture
def small(tmp_path: Path) -> EmbeddedStore:
    path = tmp_path / "small.ttl"
    path.write_text(
        f"""@prefix cg: <{CG}> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/kg/id/actor/a> a cg:Institution ; skos:prefLabel "A & <b>"@en .
<urn:x> a cg:Practice ; skos:prefLabel "X"@es .""",
        encoding="utf-8",
    )
    return read_files([str(path)])


@pytest.mark.long
def test_every_thing_has_a_page_in_every_language_and_data(site: Path) -> None:
    for suffix in ("en.html", "es.html", "pt.html", "ttl", "nt", "jsonld"):
        assert (site / f"id/actor/afip.{suffix}").stat().st_size > 0
    assert "Administración Federal" in (site / "id/actor/afip.es.html").read_text("utf-8")


def test_a_site_stands_under_its_base_and_escapes_names(
    small: EmbeddedStore, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    publish(small, out, base="https://example.org/kg", langs=("es", "en"))
    page = (out / "id/actor/a.es.html").read_text("utf-8")
    assert "A &amp; &lt;b&gt;" in page
    assert "<b>" not in page
    assert len(list((out / "thing").glob("*.ttl"))) == 1


def test_what_did_not_change_is_not_written_again(small: EmbeddedStore, tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = publish(small, out, langs=("en",))
    assert first.written == first.files - 1  # all but the list of files
    assert publish(small, out, langs=("en",)).written == 0


def test_what_is_no_longer_there_goes_and_nothing_else(
    small: EmbeddedStore, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    publish(small, out, langs=("en", "es"))
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    publish(small, out, langs=("en",))
    assert not list(out.rglob("*.es.html"))
    assert (out / "mine.txt").exists()


def test_a_folder_of_something_else_is_left_alone(small: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "SHA256SUMS").write_text("0  precious\n", encoding="utf-8")
    with pytest.raises(UnwritableTarget, match="in the way"):
        publish(small, tmp_path / "mine")


def test_a_list_of_files_cannot_reach_outside(small: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("precious", encoding="utf-8")
    out = tmp_path / "site"
    publish(small, out, langs=("en",))
    with (out / "SHA256SUMS").open("a", encoding="utf-8") as listed:
        listed.write("0  ../outside\n0  \n")
    publish(small, out, langs=("en",))
    assert (tmp_path / "outside").exists()


def test_a_base_is_a_web_address(small: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="no web address"):
        publish(small, tmp_path / "site", base="example.org")


def test_servers_know_of_some_ways_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_WAYS", 1)
    store = open_store()
    said = "".join(f"<https://example.org/kg/id/{name}> <urn:p> 1 ." for name in ("CON", "a."))
    store.oxigraph.load(said.encode(), format=RdfFormat.TURTLE)
    done = publish(store, tmp_path / "site", base="https://example.org/kg", langs=("en",))
    (told,) = [one for one in done.left_out if one.startswith("server: ")]
    assert told.endswith("IRIs do not tell their places; the rules lead to 1 of them.")


def test_participations_need_no_names(tmp_path: Path) -> None:
    store = open_store()
    mine = "https://example.org/kg/id"
    told = (
        f"<{mine}/m> a <{CG}Mechanism> ; <{CG}participation> 'x', [ <{CG}actor> <{mine}/a> ] ."
    )
    store.oxigraph.load(told.encode(), format=RdfFormat.TURTLE)
    publish(store, tmp_path / "site", base="https://example.org/kg", langs=("en",))
    assert f"{mine}/m" in (tmp_path / "site/id/m.en.html").read_text("utf-8")


def test_observations_have_one_short_page_each(small: EmbeddedStore, tmp_path: Path) -> None:
    cube = tmp_path / "cube.nt"
    observation = "https://example.org/kg/id/observation/all.a"
    cube.write_text(
        f"<{observation}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<http://purl.org/linked-data/cube#Observation> .",
        encoding="utf-8",
    )
    small.oxigraph.extend(read_files([str(cube)]).oxigraph)
    out = tmp_path / "site"
    publish(small, out, base="https://example.org/kg", langs=("es", "en"))
    assert len(list((out / "id/observation").glob("*.html"))) == 1
    assert len(list((out / "id/actor").glob("a.*.html"))) == 2
