"""The scope of a tie follows from what is known of its ends, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coordgraph as cg
from coordgraph.network.projection import Network
from coordgraph.network.questions.scope import SCOPES, reach, scopes
from coordgraph.store import Store
from tests.examples import examples
from tests.properties.strategies import networks


def shared(one: str, other: str) -> bool | None:
    if not one or not other:
        return None
    return bool(set(one.split()) & set(other.split()))


def plain(network: Network, wholes: dict[str, str], source: str, target: str) -> str:
    one, other = network.actors[source], network.actors[target]
    if wholes.get(source, source) == wholes.get(target, target):
        return "within-institution"
    country = shared(one.country, other.country)
    if any(
        end.kind == "international-organisation" and not end.country for end in (one, other)
    ):
        country = False
    if country is False:
        return "across-borders"
    sector = shared(one.sector, other.sector)
    if country is None or sector is None:
        return "unknown"
    return "within-sector" if sector else "across-sectors"


@given(networks(), st.dictionaries(st.sampled_from("ABCD"), st.sampled_from("EFGH")))
@examples(25)
def test_it_is_the_first_of_the_scopes_that_is_true(
    network: Network, letters: dict[str, str]
) -> None:
    wholes = {f"urn:actor:{part}": f"urn:actor:{whole}" for part, whole in letters.items()}
    table = reach(network, wholes).to_pylist()
    assert len(table) == len(network.ties)
    for row in table:
        ends = [network.actors[row[end]] for end in ("source", "target")]
        assert row["scope"] == plain(network, wholes, row["source"], row["target"])
        assert row["same_sector"] == shared(ends[0].sector, ends[1].sector)
        assert row["same_institution"] == (row["scope"] == "within-institution")


@given(networks())
@examples(25)
def test_levels_and_scopes_count_all_ties(network: Network) -> None:
    table = reach(network, {})
    rows = scopes(table).to_pylist()
    assert sum(row["ties"] for row in rows) == len(network.ties)
    assert sum(row["weight"] for row in rows) == pytest.approx(network.ties.weight.sum())
    for level in {row["level"] for row in rows}:
        here = [row for row in rows if row["level"] == level]
        assert sum(row["share"] for row in here) == pytest.approx(1)
        assert [row["scope"] for row in here] == [
            scope for scope in SCOPES if scope in {row["scope"] for row in here}
        ]


def test_the_scopes_of_the_article_are_found_in_it(dataset: Store) -> None:
    table = cg.assess_scope(cg.project(dataset, network="practices"), dataset).to_pylist()
    found = {
        tuple(sorted(row[end].rpartition("/")[2] for end in ("source", "target"))): row["scope"]
        for row in table
    }
    assert found["anses", "sss-ar"] == "within-sector"
    assert found["afip", "anses"] == "across-sectors"
    assert found["state-arg", "state-ury"] == "across-borders"
    assert found["oiss", "state-ury"] == "across-borders"
    assert found["regional-labour-inspectorates-br", "sit-br"] == "within-institution"


def test_quebec_is_no_unit_of_an_institution(dataset: Store) -> None:
    network = cg.project(dataset, network="agreements", between="states")
    table = cg.assess_scope(network, dataset).to_pylist()
    assert "within-institution" not in {row["scope"] for row in table}
