"""Pages are the same however many processes make them; what goes wrong in one is told."""

import signal
from pathlib import Path

import pytest

from coordgraph.errors import CallError, UnwritableTarget
from coordgraph.publish.site import crowd
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from tests.unit.publish.site.description.releases import DATA
from tests.unit.publish.site.dumps.dataset import store_of


@pytest.fixture
def task(monkeypatch: pytest.MonkeyPatch) -> tuple[Knowledge, Formats]:
    monkeypatch.setattr(crowd, "_EACH", 2)
    knowledge = Knowledge.of(store_of(DATA), Addresses(), ("en",))
    return knowledge, Formats.of(Statements(knowledge.store), Statements(knowledge.vocabulary))


def test_processes_write_what_one_writes(
    task: tuple[Knowledge, Formats], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowd, "_FEW", 0)
    told: list[tuple[int, int]] = []
    sums, counts = [], []
    for processes in (1, 3, None):
        output = Output(tmp_path / str(processes))
        counts.append(
            crowd.write_things(
                *task, output, tick=lambda *done: told.append(done), processes=processes
            )
        )
        sums.append(output.sums())
        assert output.written == len(output.sums())
        assert all((output.folder / place).is_file() for place in output.sums())
    assert sums[0] == sums[1] == sums[2]
    assert counts[0] == counts[1] == counts[2] > 4
    assert {total for _, total in told} == {counts[0]}


def test_what_is_there_already_is_not_written_again(
    task: tuple[Knowledge, Formats], tmp_path: Path
) -> None:
    for written in (True, False):
        output = Output(tmp_path)
        crowd.write_things(*task, output, tick=lambda *_: None, processes=2)
        (tmp_path / "coordgraph-site.json").touch()
        output.finish()
        assert bool(output.written) is written


def test_a_file_that_cannot_be_written_is_named(
    task: tuple[Knowledge, Formats], tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    output = Output(tmp_path / "site")
    (tmp_path / "site" / "id").touch()
    with pytest.raises(UnwritableTarget, match="site/id: cannot be made"):
        crowd.write_things(*task, output, tick=lambda *_: None, processes=2)


def test_a_process_that_is_ended_is_no_traceback(
    task: tuple[Knowledge, Formats], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: object) -> None:
        signal.raise_signal(signal.SIGKILL)

    monkeypatch.setattr(crowd, "write_thing", end)
    with pytest.raises(CallError, match="was ended; publish again"):
        crowd.write_things(*task, Output(tmp_path), tick=lambda *_: None, processes=2)
