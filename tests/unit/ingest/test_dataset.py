"""The shipped tables point to each other, and to what the shipped files describe."""

import pytest

from coordgraph.errors import TableError
from coordgraph.ingest import dataset


def test_a_row_that_points_to_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "load_context", lambda _: None)
    monkeypatch.setattr(dataset, "source_files", lambda _: [])
    with pytest.raises(TableError) as caught:
        dataset.load(derived=False)
    assert any("is described nowhere" in problem for problem in caught.value.problems)
