import logging
import socket
import warnings
from pathlib import Path
from threading import Event

import pytest
from pyspark.sql import DataFrame, SparkSession

from coordgraph.errors import CallError, ClusterError, MissingSpark
from coordgraph.spark.session import _broken_off, _logged, _within, session
from coordgraph.spark.work import Work, working


def test_a_master_that_does_not_listen_is_said_to_be_out_of_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for scheme in ("spark", "sc"):
        master = f"{scheme}://127.0.0.1:{port}"
        with (
            pytest.raises(ClusterError, match=f"{master}: cannot be reached"),
            session(master),
        ):
            pass


def test_java_that_is_missing_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingSpark, match=r"Java is not installed.*17"), session("local[1]"):
        pass


def test_a_cluster_needs_a_folder_that_all_share(spark: SparkSession) -> None:
    with (
        pytest.raises(CallError, match="several machines"),
        working(spark, "spark://host:7077"),
    ):
        pass


def test_what_is_made_on_the_way_is_removed(spark: SparkSession, tmp_path: Path) -> None:
    with working(spark, "spark://host:7077", str(tmp_path)) as work:
        assert work.keep(spark.range(3), "three").count() == 3
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_rows_that_are_lost_on_the_way_are_noticed(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_less(frame: DataFrame, place: str, _: str | None) -> int:
        frame.limit(2).write.parquet(place)
        return 3

    monkeypatch.setattr("coordgraph.spark.work._written", write_less)
    with pytest.raises(ClusterError, match="3 rows were written, and 2 are read back"):
        work.keep(work.spark.range(3), "less")


def test_a_call_that_never_ends_is_not_waited_for() -> None:
    with pytest.raises(TimeoutError):
        _within(0.01, Event().wait)


def test_what_a_call_raises_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(ZeroDivisionError):
        _within(10, lambda: 1 // 0)


def test_what_java_says_is_kept_only_where_an_error_names_it() -> None:
    with pytest.raises(ClusterError), _logged() as kept:
        raise ClusterError("local", f"see {kept}")
    assert kept.exists()
    kept.unlink()
    with pytest.raises(ClusterError), _logged() as gone:
        raise ClusterError("local", "something else")
    assert not gone.exists()


def test_what_does_not_stop_does_not_hide_why_it_was_broken_off(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Lost:
        def stop(self) -> None:
            logging.getLogger().error("Exception while sending command.")
            warnings.warn("Unable to cleanly shutdown", RuntimeWarning, stacklevel=1)
            raise KeyError("p")

    _broken_off(Lost())
    assert not caplog.records
    logging.getLogger().error("heard again")
    assert len(caplog.records) == 1
