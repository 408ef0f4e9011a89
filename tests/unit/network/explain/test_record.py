"""An explanation as JSON has numbers, ties, mechanisms, parts and passages."""

import json

import pytest

from coordgraph.network.explain.explanation import Explanation, explain
from coordgraph.network.explain.record import record
from coordgraph.network.projection import Network
from coordgraph.store import Store


@pytest.fixture(scope="module")
def found(dataset: Store) -> Explanation:
    return explain(dataset, "afip", "betweenness", network="practices")


def test_all_of_it_sums_to_the_value(found: Explanation) -> None:
    told = json.loads(json.dumps(record(found)))
    assert sum(tie["contribution"] for tie in told["ties"]) == pytest.approx(told["value"])
    assert sum(pair["contribution"] for pair in told["parts"]) == pytest.approx(told["value"])
    of_mechanisms = (one["contribution"] for tie in told["ties"] for one in tie["mechanisms"])
    assert sum(of_mechanisms) == pytest.approx(told["value"])
    assert told["more_ties"] == {"number": 0, "contribution": 0}


def test_what_is_left_out_is_counted(found: Explanation) -> None:
    told = record(found, top=2)
    assert len(told["ties"]) == len(told["parts"]) == 2
    assert told["more_ties"]["number"] == found.ties.num_rows - 2
    given = sum(tie["contribution"] for tie in told["ties"])
    assert given + told["more_ties"]["contribution"] == pytest.approx(found.value)


def test_a_mechanism_tells_parts_and_passages(found: Explanation) -> None:
    ministry = next(
        tie for tie in record(found)["ties"] if tie["counterpart"].endswith("mteyss")
    )
    (define,) = [one for one in ministry["mechanisms"] if one["mechanism"].endswith("m-dp-3")]
    assert define["own_part"] == {"roles": ["coordinator"], "inferred": True}
    assert define["their_part"] == {"roles": ["participant"], "inferred": True}
    (passage,) = define["passages"]
    assert (passage["first_line"], passage["locator"]) == (125, "Table 7, item 3 (line 125)")


def test_what_rests_on_ties_alone_has_no_parts(network: Network) -> None:
    told = record(explain(network, "afip", "core"), top=1)
    assert "parts" not in told
    assert told["more_ties"]["contribution"] is None
