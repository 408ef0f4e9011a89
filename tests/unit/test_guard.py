"""No file is read that this machine cannot hold."""

from pathlib import Path

import pytest

from coordgraph import guard, memory
from coordgraph.errors import TooLarge
from coordgraph.ingest.rdf import load_file
from coordgraph.store import open_store


def test_more_than_this_machine_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.nt"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    monkeypatch.setattr(guard, "_LONGEST", 0)
    load_file(open_store(), path)
    monkeypatch.setattr(memory, "taken", memory.of_machine)
    with pytest.raises(TooLarge, match=r"a\.nt: this is more than .* `coordgraph load` makes"):
        load_file(open_store(), path)
