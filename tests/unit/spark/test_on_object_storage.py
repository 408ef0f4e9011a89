"""Dumps and ties in a bucket of S3: Sail asks a server that speaks its protocol."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from coordgraph.errors import UnreadableFile
from coordgraph.namespace import CG
from tests.unit.spark.place import MASTER

boto3: Any = pytest.importorskip("boto3", reason="extra `review`")
server: Any = pytest.importorskip("moto.server", reason="extra `review`")

pytestmark = [
    pytest.mark.spark,
    pytest.mark.slow,
    pytest.mark.skipif(MASTER != "sail", reason="Spark itself needs jars for S3"),
]

DUMP = "".join(
    f"_:{at} <{CG}actor> <x:{actor}> .\n<x:m> <{CG}participation> _:{at} .\n"
    for at, actor in enumerate("abc")
)


@pytest.fixture(scope="module")
def place() -> Iterator[dict[str, str]]:
    """Return the environment in which a bucket `dumps` is reached."""
    asked = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    asked.start()
    host, port = asked.get_host_and_port()
    address = f"http://{host}:{port}"
    told = {"AWS_ENDPOINT": address, "AWS_ALLOW_HTTP": "true", "AWS_REGION": "us-east-1"}
    told |= {"AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any"}
    bucket = _bucket(told)
    bucket.create()
    bucket.put_object(Key="a.nt", Body=DUMP.encode())
    bucket.put_object(Key="b.nt", Body=f"<x:n> <{CG}participation> _:0 .\n".encode())
    yield told
    asked.stop()


def _bucket(told: dict[str, str]) -> Any:
    storage = boto3.resource(
        "s3",
        endpoint_url=told["AWS_ENDPOINT"],
        region_name=told["AWS_REGION"],
        aws_access_key_id=told["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=told["AWS_SECRET_ACCESS_KEY"],
    )
    return storage.Bucket("dumps")


def _ties(told: dict[str, str], *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "coordgraph", "ties", "--engine", "spark"]
    command += ["--master", MASTER, "--work", "s3://dumps/work", *options]
    return subprocess.run(
        command, env={**os.environ, **told}, capture_output=True, text=True, check=False
    )


def test_ties_of_dumps_in_a_bucket_are_written_into_it(place: dict[str, str]) -> None:
    dumps = ("--data", "s3://dumps/a.nt", "--data", "s3://dumps/b.nt")
    done = _ties(place, *dumps, "--out", "s3://dumps/ties", "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert "3 actors, 3 ties" in done.stderr
    held = [one.key for one in _bucket(place).objects.all()]
    assert {key.split("/")[1] for key in held if "ties/" in key} >= {
        "ties",
        "actors",
        "summary",
    }
    assert not [key for key in held if key.startswith("work/")]


def test_a_pattern_of_addresses_is_refused_where_a_line_has_no_file(
    place: dict[str, str],
) -> None:
    done = _ties(place, "--data", "s3://dumps/*.nt")
    assert done.returncode == UnreadableFile.exit_code
    assert "s3://dumps/*.nt: this server does not tell from which file" in done.stderr
    assert "Traceback" not in done.stderr
