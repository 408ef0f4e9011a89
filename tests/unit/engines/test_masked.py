"""Both ways to multiply only where it is asked for give what the whole product gives."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy import sparse

from coordgraph.engines import masked
from coordgraph.ties import Floats

Product = Callable[["sparse.csr_array", "sparse.csr_array", "sparse.csr_array"], Floats]


def random(numbers: np.random.Generator, size: int) -> "sparse.csr_array":
    dense = numbers.integers(0, 4, (size, size)) * (numbers.random((size, size)) < 0.3)
    return sparse.csr_array(dense.astype(np.float64))


ways = pytest.mark.parametrize(
    "how", [masked.by_graphblas, masked.by_blocks, masked.masked_rows]
)


@ways
def test_it_is_the_whole_product_where_the_mask_is(
    how: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masked, "_BLOCK", 20)
    numbers = np.random.default_rng(5)
    for size in range(1, 12):
        left, right, mask = (random(numbers, size) for _ in range(3))
        whole = (left.toarray() @ right.toarray()) * mask.toarray()
        assert np.allclose(how(left, right, mask), whole.sum(axis=1))


@ways
def test_nothing_makes_nothing(how: Product) -> None:
    nothing, something = sparse.csr_array((2, 2)), sparse.csr_array(np.eye(2))
    for given in (
        (nothing, something, something),
        (something, nothing, something),
        (something, something, nothing),
    ):
        assert how(*given).tolist() == [0, 0]


def test_without_graphblas_blocks_are_multiplied(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sparse.csr_array(np.full((2, 2), 3.0))
    with monkeypatch.context() as with_it:
        with_it.setattr(masked, "by_blocks", None)
        assert masked.masked_rows(whole, whole, whole).tolist() == [108, 108]
    monkeypatch.setattr(masked, "find_spec", lambda _: None)
    assert masked.masked_rows(whole, whole, whole).tolist() == [108, 108]


def test_rows_stand_in_one_block_as_long_as_their_work_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = np.array([0, 5, 0, 3, 1, 0, 1, 7, 2, 2])
    left = sparse.csr_array(np.diag(work > 0).astype(float))
    left.eliminate_zeros()
    right = sparse.csr_array((np.arange(10) < work[:, np.newaxis]).astype(float))
    monkeypatch.setattr(masked, "_BLOCK", 4)
    expected = [(0, 1), (1, 2), (2, 6), (6, 7), (7, 8), (8, 10)]
    assert list(masked.blocks(left, right)) == expected
