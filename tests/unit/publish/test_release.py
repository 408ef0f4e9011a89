"""What violates its shapes is not built."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from coordgraph.errors import DataError
from coordgraph.namespace import CG
from coordgraph.publish import release
from coordgraph.store import EmbeddedStore, open_store

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def _of_no_basis() -> EmbeddedStore:
    """Say of somebody's part neither that the source states it nor that it is inferred."""
    store = open_store()
    store.oxigraph.add(Quad(NamedNode("urn:a"), RDF_TYPE, NamedNode(f"{CG}Participation")))
    return store


def test_data_that_violates_its_shapes_is_not_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "load", _of_no_basis)
    steps: list[str] = []
    with pytest.raises(DataError, match="violates its shapes; nothing was written"):
        release.build(tmp_path / "out", progress=steps.append)
    assert list(tmp_path.iterdir()) == []
    assert steps[-1] == "checking against the shapes"
