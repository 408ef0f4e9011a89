"""The place of a finding is shown with what the thing rests on."""

from urllib.parse import urlencode

import pytest

from coordgraph.errors import CallError
from coordgraph.serve.api.report import SHIPPED, findings
from coordgraph.serve.workbench.written import read_from
from coordgraph.store import EmbeddedStore
from tests.unit.serve.workbench.asking import page

MERCOSUR = "https://w3id.org/coordgraph/id/agreement/multi-mercosur-1997"


def shown(store: EmbeddedStore, lang: str = "en", **given: object) -> str:
    return page(store, f"{lang}/source", urlencode(given), sources=[SHIPPED]).body.decode()


def test_a_row_of_the_shipped_tables_stands_with_its_evidence(shipped: EmbeddedStore) -> None:
    file = next(name for name in read_from([SHIPPED]) if name.endswith("agreements.csv"))
    told = shown(shipped, file=file, line=2, thing=MERCOSUR)
    assert '<dt><code>id</code></dt><dd dir="auto">multi-mercosur-1997</dd>' in told
    assert 'href="http' in told
    assert 'rel="noreferrer"' in told


@pytest.mark.long
def test_every_finding_of_the_shipped_data_has_a_place_that_is_shown(
    shipped: EmbeddedStore,
) -> None:
    found = list(findings(shipped, lang="en", sources=[SHIPPED]))
    places = {(one["file"], one["line"]): one["thing"] for one in found}
    assert len(places) > 50
    for (file, line), thing in list(places.items())[::20]:
        told = shown(shipped, "es", file=file, line=line, thing=thing)
        assert f'id="L{line}" class="marked"' in told


@pytest.mark.parametrize("line", ["x", "-1", "1" * 13, "²"])
def test_a_line_that_is_no_number_is_told(shipped: EmbeddedStore, line: str) -> None:
    with pytest.raises(CallError, match="is no number"):
        shown(shipped, file="data/sources.ttl", line=line)


def test_a_thing_that_is_no_iri_is_left_out(shipped: EmbeddedStore) -> None:
    file = next(iter(read_from([SHIPPED])))
    told = shown(shipped, file=file, line=1, thing="<script>alert(1)</script>")
    assert "alert(1)" not in told.partition("<main")[2]
    assert 'class="marked"' in told
