# SPDX-License-Identifier: MIT
"""Plain Python, a loop over a table, with each type of number there is."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, ClassVar

from bench.subjects.subject import Row, RowSubject
from bench.task.criteria import CAP, CRITERIA, CUTS, SECTIONS

__all__ = ["Decimals", "Floats", "Fractions", "Integers"]


def _table(number: Callable[[int], Any]) -> list[tuple[str, str, Any, Any, Any]]:
    """Return code, kind, target, maximum or thresholds, and floor or points."""
    found: list[tuple[str, str, Any, Any, Any]] = []
    for code, _, kind, data in CRITERIA:
        if kind in "PS":
            found.append((code, kind, number(data[0]), number(data[1]), None))
        elif kind in "BR":
            target = number(data[0]) if kind == "R" else None
            cuts, worth = ([number(one) for one in row] for row in data[-2:])
            found.append((code, kind, target, cuts, worth))
        elif kind == "N":
            found.append((code, kind, None, number(data[0]), number(data[1])))
        else:
            found.append((code, kind, number(data[0]), None, None))
    return found


class _Ratios(RowSubject):
    """The rubric as it is worded, ratio first."""

    rounded: ClassVar[Any]
    """Rounds half up to hundredths."""
    floor: ClassVar[Any]
    """Gives the whole number at or below."""

    def __init__(self) -> None:
        number = type(self).number
        self._table = _table(number)
        self._cap = number(CAP)
        self._cuts = [number(cut) for cut in CUTS]
        self._half, self._five, self._zero = number(50), number(500), number(0)
        self._hundred, self._one = number(10000), number(100)

    def unit(self, row: Row) -> tuple[dict[str, Any], Any, int]:
        """Compute one unit."""
        points: dict[str, Any] = {}
        rounded, floor, half, zero = self.rounded, self.floor, self._half, self._zero
        hundred, one, five = self._hundred, self._one, self._five
        for code, kind, target, a, b in self._table:
            value = row[code]
            if kind == "P":
                points[code] = rounded(a * min(value / target, one))
            elif kind == "S":
                short = floor((target - value) / target * hundred)
                points[code] = max(a - half * short, zero) if value < target else a
            elif kind == "B":
                points[code] = b[bisect_right(a, value)]
            elif kind == "R":
                points[code] = b[bisect_right(a, value / target * hundred)]
            elif kind == "N":
                points[code] = max(-a * value, b)
            else:
                over = floor((value - target) / target * hundred)
                points[code] = min(half * over, five) if value > target else zero
        sums = [sum([points[code] for code in codes]) for codes in SECTIONS.values()]
        total = rounded(sum([min(inside, self._cap) for inside in sums]))
        return points, total, bisect_right(self._cuts, total)


class Floats(_Ratios):
    """Floats, rounded half up by hand: what most programs do."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: value / 100)

    @staticmethod
    def rounded(value: float) -> float:
        """Round half up."""
        return math.floor(value * 100 + 0.5) / 100

    floor = staticmethod(math.floor)


class Decimals(_Ratios):
    """Decimals of the default context, ratio first."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: Decimal(value).scaleb(-2))

    @staticmethod
    def rounded(value: Decimal) -> Decimal:
        """Round half up."""
        return value.quantize(Decimal("0.01"), ROUND_HALF_UP)

    @staticmethod
    def floor(value: Decimal) -> Decimal:
        """Return the whole number at or below."""
        return value.to_integral_value(ROUND_FLOOR)


class Fractions(_Ratios):
    """Fractions: exact."""

    number: ClassVar[Callable[[int], Any]] = staticmethod(lambda value: Fraction(value, 100))

    @staticmethod
    def rounded(value: Fraction) -> Fraction:
        """Round half up."""
        return Fraction(math.floor(value * 100 + Fraction(1, 2)), 100)

    floor = staticmethod(math.floor)


class Integers(RowSubject):
    """Whole hundredths, products before divisions: exact."""

    number: ClassVar[Callable[[int], Any]] = int
    scale: ClassVar[int] = 1

    def __init__(self) -> None:
        self._table = _table(int)

    def unit(self, row: Row) -> tuple[dict[str, int], int, int]:
        """Compute one unit."""
        points: dict[str, int] = {}
        for code, kind, target, a, b in self._table:
            value = row[code]
            if kind == "P":
                full = value >= target
                points[code] = a if full else (2 * a * value + target) // (2 * target)
            elif kind == "S":
                short = (target - value) * 100 // target
                points[code] = max(a - 50 * short, 0) if value < target else a
            elif kind == "B":
                points[code] = b[bisect_right(a, value)]
            elif kind == "R":
                points[code] = b[bisect_right(a, value * 10000 // target)]
            elif kind == "N":
                points[code] = max(-a * value, b)
            else:
                over = (value - target) * 100 // target
                points[code] = min(50 * over, 500) if value > target else 0
        total = 0
        for codes in SECTIONS.values():
            inside = sum([points[code] for code in codes])
            total += min(CAP, inside)
        return points, total, bisect_right(CUTS, total)
