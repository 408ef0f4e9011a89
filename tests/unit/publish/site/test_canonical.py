"""Blank nodes are named by what is said of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from coordgraph.errors import DataError
from coordgraph.publish.site.canonical import canonical
from tests.unit.publish.site.dumps.dataset import store_of


def test_names_of_blank_nodes_do_not_matter() -> None:
    one, other = (
        canonical(store_of(f"_:{name} <urn:p> <urn:a> . <urn:a> <urn:q> _:{name} ."))
        for name in "xy"
    )
    assert set(one.quads()) == set(other.quads())
    assert len(one.oxigraph) == 2


def test_a_store_without_blank_nodes_is_left_as_it_is() -> None:
    store = store_of("<urn:a> <urn:p> 1 .")
    assert canonical(store) is store


@pytest.mark.parametrize("value", ["<<( <urn:a> <urn:p> 1 )>>", '"a"@ar--rtl'])
def test_what_only_rdf_1_2_has_is_refused(value: str) -> None:
    with pytest.raises(DataError, match=r"<urn:a> <urn:p>: this statement is of RDF 1\.2"):
        canonical(store_of(f"<urn:a> <urn:p> {value} ."))


_IN_LITTLE_MEMORY = """
import resource
from pathlib import Path
from pyoxigraph import BlankNode, NamedNode, Quad
from coordgraph.publish.site.canonical import canonical
from coordgraph.store import open_store

store = open_store()
store.oxigraph.add(Quad(BlankNode(), NamedNode("urn:x:b"), NamedNode("urn:x:c")))
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 100_000_000,) * 2)
print(len(canonical(store).oxigraph))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not say")
def test_a_small_document_takes_little_memory() -> None:
    run = [sys.executable, "-c", _IN_LITTLE_MEMORY]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "1\n"
