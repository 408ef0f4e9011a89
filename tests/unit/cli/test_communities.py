"""``coordgraph communities``: by actor, by community, as a whole."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph


def communities(*arguments: object) -> Result:
    chosen = ["--network", "practices", "--groups", "drop", *map(str, arguments)]
    return CliRunner().invoke(coordgraph, ["communities", *chosen])


def test_actors_come_with_their_community_and_how_sure_it_is() -> None:
    done = communities("--seeds", 3, "--format", "json")
    assert done.exit_code == 0, done.output
    first, *_ = rows = json.loads(done.stdout)
    assert list(first) == [
        "actor", "label", "kind", "country", "community", "strength", "together", "stability",
        "group",
    ]  # fmt: skip
    assert [row["community"] for row in rows] == sorted(row["community"] for row in rows)
    assert "Communities by leiden: 7, modularity 0.4444; " in done.stderr
    assert "two of 3 runs are alike by 1.000 (ARI)" in done.stderr


def test_communities_come_with_sizes_and_leading_members() -> None:
    chosen = ("--seeds", 2, "--by", "community", "--method", "louvain", "--format", "json")
    sizes = [row["size"] for row in json.loads(communities(*chosen).stdout)]
    assert sizes == sorted(sizes, reverse=True)


def test_the_whole_is_one_row() -> None:
    done = communities("--seeds", 1, "--by", "network", "--format", "json")
    (row,) = json.loads(done.stdout)
    assert (row["method"], row["resolution"], row["ari"]) == ("leiden", 1, None)
    assert row["modularity"] > 0.3
    assert "one run, so nothing to compare" in done.stderr
    assert communities("--seeds", 1, "--quiet").stderr == ""


def test_a_wrong_resolution_is_a_wrong_call() -> None:
    done = communities("--resolution", 0)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_without_ties_there_is_no_modularity(tmp_path: Path) -> None:
    data = tmp_path / "none.ttl"
    data.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    how = ["--data", str(data), "--format", "csv"]
    done = CliRunner().invoke(coordgraph, ["communities", *how])
    assert done.exit_code == 0, done.output
    assert "Communities by leiden: 0, modularity not defined" in done.stderr
    assert done.stdout.startswith("actor,label")
