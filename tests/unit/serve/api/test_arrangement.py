"""A part of a network is arranged as the whole is, whoever asks."""

import json
from typing import Any

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import CallError, TooLarge
from coordgraph.network.picture.places import places
from coordgraph.serve.api.arrangement import arranged
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore, open_store


def put(asked: Any) -> list[list[float]]:
    body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    reply = arranged(open_store(), Message({}, body), Limits())
    assert reply.status == 200
    found: list[list[float]] = json.loads(reply.body)["places"]
    return found


def test_actors_stand_where_the_picture_of_their_network_puts_them(
    dataset: EmbeddedStore,
) -> None:
    ties = cg.project(dataset, network="practices").ties.merged()
    rows = zip(ties.source.tolist(), ties.target.tolist(), ties.weight.tolist(), strict=True)
    found = put({"actors": list(ties.actors), "ties": list(rows)})
    assert np.allclose(found, places(ties), atol=1e-3)


def test_the_order_of_actors_and_ties_does_not_matter() -> None:
    one = put({"actors": ["a", "b", "c", "d"], "ties": [[0, 1, 1], [1, 2, 0.5]]})
    other = put({"actors": ["d", "c", "b", "a"], "ties": [[2, 1, 0.5], [2, 3, 1]]})
    assert one == other[::-1]


def test_nobody_stands_nowhere() -> None:
    assert put({"actors": [], "ties": []}) == []
    assert put({"actors": ["a"], "ties": []}) == [[0.0, 0.0]]


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"\xff",
        [],
        {"actors": ["a", "b"]},
        {"actors": "ab", "ties": []},
        {"actors": ["a", "a"], "ties": []},
        {"actors": ["a", 1], "ties": []},
        *(
            {"actors": ["a", "b"], "ties": [tie]}
            for tie in (
                [0, 1],
                [0, 2, 1],
                [0, 0, 1],
                [0, 1, 0],
                [0, True, 1],
                [-1, 0, 1],
                "ab1",
            )
        ),
        b'{"actors": ["a", "b"], "ties": [[0, 1, NaN]]}',
    ],
)
def test_what_is_no_part_of_a_network_is_refused(asked: Any) -> None:
    with pytest.raises(CallError, match="POST JSON here"):
        put(asked)


def test_more_than_a_picture_holds_is_refused() -> None:
    with pytest.raises(TooLarge, match="5,000 actors"):
        put({"actors": [str(n) for n in range(5001)], "ties": []})
