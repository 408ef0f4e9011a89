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


@pytest.mark.parametrize("how", [masked.by_graphblas, masked.by_blocks, masked.masked_rows])
def test_it_is_the_whole_product_where_the_mask_is(
    how: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masked, "_BLOCK", 20)
    numbers = np.random.default_rng(5)
    for size in range(1, 12):
        left, right, mask = (random(numbers, size) for _ in range(3))
        whole = (left.toarray() @ right.toarray()) * mask.toarray()
        assert np.allclose(how(left, right, mask), whole.sum(axis=1))


def test_nothing_makes_nothing() -> None:
    nothing, something = sparse.csr_array((2, 2)), sparse.csr_array(np.eye(2))
    assert masked.masked_rows(something, something, nothing).tolist() == [0, 0]
