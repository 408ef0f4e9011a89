"""Coefficients are those of least squares, and t statistics are tested by draws."""

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import CallError, TooLarge, TooSmall
from coordgraph.network.significance import mrqap as module
from coordgraph.network.significance.mrqap import mrqap, mrqap_of, same_part
from coordgraph.network.significance.qap import qap_of
from coordgraph.store import Store
from coordgraph.ties import Floats
from tests.unit.network.significance.networks import pairs, random


def least_squares(outcome: Floats, others: list[Floats]) -> tuple[Floats, Floats]:
    """Return coefficients and t statistics by the textbook."""
    apart = np.triu_indices(len(outcome), 1)
    design = np.column_stack([np.ones(len(apart[0])), *(other[apart] for other in others)])
    response = outcome[apart]
    inverse = np.linalg.inv(design.T @ design)
    found = inverse @ design.T @ response
    left = response - design @ found
    variance = left @ left / (len(response) - design.shape[1])
    return found, found / np.sqrt(variance * np.diag(inverse))


def test_numbers_are_those_of_the_textbook() -> None:
    one, other, noise = random(1, 20), random(2, 20), random(3, 20)
    outcome = 2 * one - other + 3 * noise
    found = mrqap_of(
        pairs(outcome), {"one": pairs(one), "other": pairs(other)}, draws=99, seed=2
    )
    coefficients, t = least_squares(outcome, [one, other])
    assert np.allclose(found.coefficients, coefficients)
    assert [term.observed for term in found.terms] == pytest.approx(t[1:].tolist())
    assert [term.name for term in found.terms] == ["one", "other"]
    assert found.terms[0].p_high == 0.01
    assert found.terms[1].p_low == 0.01
    assert 0 < found.explained < 1


def test_of_one_network_t_rises_with_the_correlation_so_that_ranks_are_those_of_qap() -> None:
    one, other = random(4, 18, directed=True), random(5, 18, directed=True)
    found = mrqap_of(
        pairs(one, directed=True), {"other": pairs(other, directed=True)}, draws=499
    ).terms[0]
    same = qap_of(pairs(one, directed=True), pairs(other, directed=True), draws=499)
    assert found.p_high == pytest.approx(same.p_high, abs=0.1)


def test_who_shares_a_part_is_a_network_too(dataset: Store) -> None:
    store = dataset
    policy, operational = (cg.project(store, level=one) for one in ("policy", "operational"))
    country = {
        iri: actor.country
        for network in (policy, operational)
        for iri, actor in network.actors.items()
    }
    table = mrqap(policy, {"operational": operational, "country": country}, draws=99)
    assert table.column("term").to_pylist() == ["intercept", "operational", "country"]
    assert table.column("t").to_pylist()[0] is None
    again = mrqap(policy, {"operational": operational, "country": country}, draws=99)
    assert table.equals(again)
    assert same_part(["", ""]).tolist() == [[0, 0], [0, 0]]


def test_progress_goes_on_from_term_to_term() -> None:
    told: list[int] = []
    others = {name: pairs(random(seed, 9)) for name, seed in (("one", 1), ("other", 2))}
    mrqap_of(pairs(random(3, 9)), others, draws=20, tick=told.append)
    assert told == sorted(told)
    assert told[-1] == 40


def test_what_says_the_same_as_others_is_named() -> None:
    one = pairs(random(1, 9))
    with pytest.raises(CallError, match="'one' says nothing beside the others"):
        mrqap_of(pairs(random(2, 9)), {"one": one, "other": one}, draws=9)
    with pytest.raises(CallError, match="one network at least"):
        mrqap_of(one, {})
    with pytest.raises(CallError, match="'other' is not of the same actors"):
        mrqap_of(one, {"other": pairs(random(2, 10))})


def test_too_small_and_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooSmall, match=r"^7 actors"):
        mrqap_of(pairs(random(1, 7)), {"other": pairs(random(2, 7))})
    monkeypatch.setattr(module, "_MOST_ACTORS", 8)
    with pytest.raises(TooLarge, match="9 actors make 36 pairs"):
        mrqap_of(pairs(random(1, 9)), {"other": pairs(random(2, 9))})


def test_where_all_pairs_are_the_same_there_is_nothing_to_explain() -> None:
    everybody = pairs(np.ones((12, 12)) - np.eye(12))
    with pytest.raises(TooSmall, match="fewer than 100 different networks"):
        mrqap_of(everybody, {"other": pairs(random(1, 12))}, draws=9)
