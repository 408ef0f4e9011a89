"""Pages and notebooks show any name as a name, and none as markup or as something that runs."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pyarrow as pa
import pytest

import coordgraph as cg
from coordgraph.network.display import show
from coordgraph.network.projection import Network, project
from coordgraph.serve.things.site import Site
from coordgraph.serve.workbench.pages import VIEWS
from coordgraph.serve.workbench.view import View
from coordgraph.store import EmbeddedStore
from tests.hostile.labels import LABELS, labelled
from tests.unit.serve.workbench.asking import page

FOREIGN = {"img", "b", "frame", "iframe", "object", "embed"}
ROOT = "http://127.0.0.1:7878/"


class Markup(HTMLParser):
    """What a browser makes of a page: elements and their attributes, words, data of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self.words = ""
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.data.append(data)
        else:
            self.words += data

    def check(self) -> None:
        """Make sure that nothing of it is by whoever wrote the names."""
        for tag, attributes in self.elements:
            assert tag not in FOREIGN
            assert not any(name.startswith("on") for name in attributes), attributes
            links = (attributes.get(name) or "" for name in ("href", "src", "action"))
            assert not any(re.match(r"\s*(javascript|data|vbscript):", link) for link in links)
            runs = tag == "script" and attributes.get("type") in {None, "module"}
            assert not runs or "src" in attributes
        for text in self.data:
            json.loads(text)
        assert "49 " not in self.words


def spoken(text: str) -> str:
    """Return a text without blanks, as pages break and join them."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return labelled()


@pytest.fixture(scope="module")
def network(store: EmbeddedStore) -> Network:
    return project(store)


NOTEBOOKS: dict[str, Callable[[Network], str]] = {
    "a network": lambda network: network._repr_html_(),
    "a table": lambda network: show(
        cg.centrality(network, measures=["degree"]), LABELS[2], rows=99
    )._repr_html_(),
    "an explanation": lambda network: cg.explain(network, "urn:a02", "degree")._repr_html_(),
    "notes": lambda _: show(
        pa.table({LABELS[2]: [*LABELS]}).replace_schema_metadata({"notes": "\n".join(LABELS)})
    )._repr_html_(),
}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_shows_names(name: str, network: Network) -> None:
    shown = Markup(NOTEBOOKS[name](network))
    shown.check()
    assert spoken(LABELS[2]) in spoken(shown.words)


@pytest.mark.parametrize("at", range(len(LABELS)))
def test_the_page_of_a_thing_shows_its_name(at: int, store: EmbeddedStore) -> None:
    site = Site(store, base=None, root=ROOT)
    place = site.place(f"urn:a{at:02}")
    assert place is not None
    text = site.page(f"{place}.en.html")
    assert text is not None
    shown = Markup(text)
    shown.check()
    assert spoken(LABELS[at])[:150] in spoken(shown.words)


@pytest.mark.parametrize("view", VIEWS, ids=[one.name for one in VIEWS])
def test_a_view_of_the_workbench_shows_names(view: View, store: EmbeddedStore) -> None:
    for asked in ("", "q=%3Cscript%3E", "actor=urn:a02", "measure=degree"):
        Markup(page(store, f"en/{view.path}", asked).body.decode()).check()
