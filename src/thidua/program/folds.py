# SPDX-License-Identifier: MIT
"""Ratios of whole numbers folded, where their denominators differ; generated code calls these."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias, assert_never

from thidua.formula import ItemFold
from thidua.quantity.arithmetic import ratio
from thidua.quantity.exact import LONGEST

__all__ = ["Pair", "fold_ratios", "middles", "place"]

Pair: TypeAlias = tuple[int, int]
"""A numerator and a denominator above zero, not necessarily in lowest terms."""


def middles(values: Iterable[int]) -> int:
    """Return the sum of the two values in the middle; of an odd number, twice the middle one."""
    found = sorted(values)
    count = len(found)
    return found[(count - 1) // 2] + found[count // 2]


def fold_ratios(fold: ItemFold, pairs: Sequence[Pair]) -> Pair:
    """Fold ratios, of which there are enough for it."""
    match fold:
        case ItemFold.SUM:
            return _sum(pairs)
        case ItemFold.COUNT:
            return len(pairs), 1
        case ItemFold.MEAN:
            above, below = _sum(pairs)
            return above, below * len(pairs)
        case ItemFold.LEAST:
            return _ordered(pairs)[0]
        case ItemFold.GREATEST:
            return _ordered(pairs)[-1]
        case ItemFold.MEDIAN:
            ordered = _ordered(pairs)
            above, below = _sum([ordered[(len(pairs) - 1) // 2], ordered[len(pairs) // 2]])
            return above, below * 2
        case ItemFold.TRIMMED_MEAN:
            above, below = _sum(_ordered(pairs)[1:-1])
            return above, below * (len(pairs) - 2)
        case _:
            assert_never(fold)


def _sum(pairs: Sequence[Pair]) -> Pair:
    above, below = 0, 1
    for over, under in pairs:
        above, below = above * under + over * below, below * under
        if below >= LONGEST:
            above, below = ratio(above, below).as_integer_ratio()
    return above, below


def _ordered(pairs: Sequence[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: Fraction(*pair))


def place(ordered: Sequence[Fraction], above: int, below: int) -> int:
    """Return one more than how many of the *ordered* numbers are more than a ratio."""
    return 1 + len(ordered) - bisect_right(ordered, Fraction(above, below))
