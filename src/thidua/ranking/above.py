# SPDX-License-Identifier: MIT
"""How many units stand above each other unit of its group, and how many may come to.

Every count is a look into lists in order, made once for the group: comparing each unit with
each would take a minute for a few thousand units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias, final

from attrs import frozen

from thidua.quantity import Interval

__all__ = ["Group", "Runner", "known"]

Keys: TypeAlias = tuple[Fraction | None, ...]
"""What breaks ties, the higher the better; None for what is still to come."""


@final
@frozen
class Runner:
    """A unit with what it is compared by."""

    unit: str
    """Code of the unit."""
    value: Interval
    """Its result."""
    keys: Keys
    """What breaks ties, as many keys for each unit of a group."""


def known(keys: Keys) -> tuple[Fraction, ...]:
    """Return the keys before the first that is still to come."""
    found: list[Fraction] = []
    for key in keys:
        if key is None:
            break
        found.append(key)
    return tuple(found)


class Group:
    """The units that are ranked together."""

    def __init__(self, runners: Sequence[Runner]) -> None:
        values = [one.value for one in runners]
        self._many = len(values)
        self._lows = sorted(one.low for one in values if one.low is not None)
        self._highs = sorted(one.high for one in values if one.high is not None)
        self._by_low = _tables((one.value.low, one.keys) for one in runners)
        self._by_high = _tables((one.value.high, one.keys) for one in runners)
        self._fewest = _fewest(values)
        self._certain = sorted({one.value for one in values if one.value is not None})
        open_highs = [one.high for one in values if one.value is None]
        self._open = len(open_highs)
        self._open_highs = sorted(high for high in open_highs if high is not None)
        self._equal: dict[tuple[Fraction, Keys], list[str]] = {}
        for one in sorted(runners, key=lambda one: one.unit):
            if one.value.value is not None and None not in one.keys:
                self._equal.setdefault((one.value.value, one.keys), []).append(one.unit)

    def ranks(self, one: Runner) -> tuple[int, int]:
        """Return the best and the worst rank of a unit, where equal units share one.

        A unit is certainly above it whose lowest value is above its highest, or the same
        with better keys; whose highest value is below its lowest, or the same with keys that
        are certainly not better, cannot come to stand above it.
        """
        above, maybe = 0, self._many
        if one.value.high is not None:
            above = len(self._lows) - bisect_right(self._lows, one.value.high)
            above += self._by_low.get(one.value.high, _NO_KEYS).better(one.keys)
        if one.value.low is not None:
            maybe -= bisect_right(self._highs, one.value.low)
            maybe += self._by_high.get(one.value.low, _NO_KEYS).maybe_better(one.keys)
        itself = one.value.value is None or None in one.keys
        return 1 + above, 1 + maybe - itself

    def dense_ranks(self, one: Runner) -> tuple[int, int]:
        """Return the same where no ranks are left out after units that share one."""
        above = 0
        if one.value.high is not None:
            above = self._fewest[len(self._lows) - bisect_right(self._lows, one.value.high)]
        maybe = len(self._certain) + self._open
        if one.value.low is not None:
            maybe -= bisect_right(self._certain, one.value.low)
            maybe -= bisect_right(self._open_highs, one.value.low)
        return 1 + above, 1 + maybe - (one.value.value is None)

    def equals(self, one: Runner) -> tuple[str, ...]:
        """Return the units that nothing tells from this one, and nothing will, by code."""
        if one.value.value is None or None in one.keys:
            return ()
        return tuple(unit for unit in self._equal[one.value.value, one.keys] if unit != one.unit)


class _Table:
    """The keys of units with the same end."""

    def __init__(self, keys: Iterable[Keys]) -> None:
        listed = [(known(one), None in one) for one in keys]
        self._sorted = sorted(one for one, _ in listed)
        self._same = Counter(one for one, _ in listed)
        self._begin = Counter(one[:end] for one, _ in listed for end in range(len(one) + 1))
        """How many begin with some keys."""

    def better(self, keys: Keys) -> int:
        """Return how many certainly have better keys than these.

        Where one of two begins with all that is known of the other, it is open.
        """
        mine = known(keys)
        longer = self._begin[mine] - self._same[mine]
        return len(self._sorted) - bisect_right(self._sorted, mine) - longer

    def maybe_better(self, keys: Keys) -> int:
        """Return how many may come to have better keys than these."""
        mine = known(keys)
        shorter = sum(self._same[mine[:end]] for end in range(len(mine)))
        alike = self._begin[mine] if None in keys else 0
        return self.better(keys) + shorter + alike


_NO_KEYS = _Table([])


def _tables(ends: Iterable[tuple[Fraction | None, Keys]]) -> dict[Fraction, _Table]:
    found: dict[Fraction, list[Keys]] = {}
    for end, keys in ends:
        if end is not None:
            found.setdefault(end, []).append(keys)
    return {end: _Table(keys) for end, keys in found.items()}


def _fewest(values: Iterable[Interval]) -> list[int]:
    """Return how few different values those with the highest low ends may have, by how many.

    Taken by their lowest value, from above, each that does not reach up to the last one
    counted needs a value of its own.
    """
    counts = [0]
    last: Fraction | None = None
    ends = [(one.low, one.high) for one in values if one.low is not None]
    for low, high in sorted(ends, key=lambda end: end[0], reverse=True):
        apart = last is None or (high is not None and high < last)
        counts.append(counts[-1] + apart)
        last = low if apart else last
    return counts
