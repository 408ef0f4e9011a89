"""DL files open in igraph, and say what UCINET and Gephi read."""

from pathlib import Path

import igraph
import pytest

from tests.unit.network.exports.conftest import ACTORS, PAIRS, Written

Matrix = dict[tuple[int, int], float]


def read_dl(path: Path) -> tuple[dict[str, list[str]], list[Matrix]]:
    """Read names and matrices of the kind of DL that is written here, and of no other."""
    first, form, *lines = path.read_text(encoding="utf-8").splitlines()
    sizes = dict(part.split("=") for part in first.removeprefix("dl ").split())
    names = {}
    while lines[0] != "data:":
        heading = lines.pop(0)
        names[heading] = lines.pop(0).split(",")
    matrices: list[Matrix] = [{}]
    for line in lines[1:]:
        if line == "!":
            matrices.append({})
            continue
        source, target, weight = line.split(" ")
        assert (int(source), int(target)) not in matrices[-1]
        matrices[-1][int(source), int(target)] = float(weight)
    assert form == ("format=edgelist1" if "n" in sizes else "format=edgelist2")
    assert len(matrices) == int(sizes.get("nm", 1))
    return names, matrices


def test_igraph_reads_it(written: Written) -> None:
    graph = igraph.Graph.Read_DL(str(written("dl")))
    assert (graph.vcount(), graph.ecount()) == (ACTORS, 2 * PAIRS)
    assert graph.vs["name"][:3] == ["Say_no", "1_1", "script_alert(_&amp_)_/script"]


def test_one_matrix_holds_each_tie_both_ways(written: Written) -> None:
    names, (matrix,) = read_dl(written("dl"))
    assert len(names["labels:"]) == len({name.upper() for name in names["labels:"]}) == ACTORS
    assert len(matrix) == 2 * PAIRS
    assert matrix[1, 2] == matrix[2, 1] == 3
    assert matrix[1, 3] == 1


def test_a_matrix_is_written_a_level(written: Written) -> None:
    names, matrices = read_dl(written("levels.dl"))
    assert names["matrix labels:"] == ["policy", "op", "none"]
    assert [len(matrix) for matrix in matrices] == [2 * PAIRS, 2, 2]
    with pytest.raises(KeyError):
        matrices[1][1, 3]
