# SPDX-License-Identifier: MIT

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from thidua.cluster.assignment import assign

SQUARES = st.integers(1, 5).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-9, 9), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


@given(SQUARES)
def test_no_assignment_costs_less(costs: list[list[int]]) -> None:
    """What is assigned costs as little as the best of all assignments, tried one by one."""
    size = range(len(costs))
    found = assign(costs)

    assert [*size] == sorted(found)
    assert min(sum(costs[row][way[row]] for row in size) for way in permutations(size)) == sum(
        costs[row][found[row]] for row in size
    )


def test_nothing_is_assigned_to_nobody() -> None:
    """No rows have no columns."""

    assert () == assign([])
