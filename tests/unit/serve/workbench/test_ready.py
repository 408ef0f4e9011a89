"""First views of a small dataset find what they need; a large one waits for nobody."""

import pytest

from coordgraph.network.selection import Selection
from coordgraph.publish.geography import spots
from coordgraph.serve.api.graph import layout_of
from coordgraph.serve.workbench import ready
from coordgraph.serve.workbench.measures import measured
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.serve.workbench.asking import page


def test_views_measure_and_lay_out_nothing_anew(shipped: EmbeddedStore) -> None:
    ready.make_ready(shipped)
    before = [made.cache_info().misses for made in (layout_of, measured, spots)]
    for lang in ("en", "pt"):
        for view in ("network", "measures", "agreements"):
            assert page(shipped, f"{lang}/{view}").status == 200
    layout_of(shipped, Selection(subsidiary="keep"))
    assert [made.cache_info().misses for made in (layout_of, measured, spots)] == before


def test_nothing_is_read_of_a_large_dataset(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "MOST_STATEMENTS", 10)
    before = layout_of.cache_info()
    ready.make_ready(shipped)
    assert layout_of.cache_info() == before


def test_a_network_of_many_ties_is_not_measured(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "MOST_TIES", 10)
    before = measured.cache_info()
    ready.make_ready(shipped)
    assert measured.cache_info() == before


def test_nothing_is_needed_of_no_data() -> None:
    ready.make_ready(open_store())
