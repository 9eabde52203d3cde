# SPDX-License-Identifier: MIT
from __future__ import annotations

from itertools import permutations

from thidua.comparison.order import merged, unsettled


def test_the_rest_of_what_moved_rises() -> None:
    """Without what moved the others rise, and no fewer could have moved."""
    for order in permutations(range(5)):
        moved = unsettled(order)
        kept = [number for number in order if number not in moved]

        assert sorted(kept) == kept
        assert all(
            [*longer] != sorted(longer)
            for longer in permutations(order, len(kept) + 1)
            if [number for number in order if number in longer] == [*longer]
        )


def test_nothing_moves_in_an_empty_list() -> None:
    """A list without members has nothing that moved."""

    assert frozenset() == unsettled([])


def test_what_is_gone_stands_where_it_stood() -> None:
    """Gone are told after what they stood after; what moved away is no such place."""
    old = {"a": 0, "gone": 0, "b": 0, "last": 0}
    new = {"b": 0, "a": 0}

    assert [("b", "b"), ("last", ""), ("a", "a"), ("gone", "")] == merged(
        old, new, {"a": "a", "b": "b"}, ()
    )
    assert [("gone", ""), ("b", "b"), ("last", ""), ("a", "a")] == merged(
        old, new, {"a": "a", "b": "b"}, {"a"}
    )
