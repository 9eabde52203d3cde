# SPDX-License-Identifier: MIT
"""Intervals: what a number may still become (*khoảng giá trị*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import NumberFault
from thidua.quantity.exact import exact, is_long

__all__ = ["EVERYTHING", "Interval", "hull", "spanning"]


@final
@frozen
class Interval:
    """All numbers from *low* to *high*, both included; None is "no bound known".

    What is computed from intervals may be wider than it need be: an end of more than
    `MAXIMUM_DIGITS` digits is not kept.

    Example:
        >>> Interval(2, 5) + Interval(1, None)
        Interval(low=Fraction(3, 1), high=None)
    """

    kind: ClassVar = "interval"
    low: Fraction | None = field(converter=optional(exact))
    """Lowest value, or None where nothing bounds it below."""
    high: Fraction | None = field(converter=optional(exact))
    """Highest value, or None where nothing bounds it above."""

    @classmethod
    def of(cls, value: Fraction) -> Interval:
        """Return the interval that holds only *value*."""
        return cls(value, value)

    @property
    def value(self) -> Fraction | None:
        """The only value, or None while there are several."""
        return self.low if self.low is not None and self.low == self.high else None

    def __contains__(self, value: Fraction) -> bool:
        """Tell whether *value* lies inside."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def __add__(self, other: Interval) -> Interval:
        """Return every sum of a member of each."""
        return spanning(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def __neg__(self) -> Interval:
        """Return the interval mirrored at zero."""
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low
        )

    def __mul__(self, other: Interval) -> Interval:
        """Return every product of a member of each."""
        for factor, span in ((self, other), (other, self)):
            if (by := factor.value) is not None:
                return span._scaled(by)
        corners = [
            _times(x, y)
            for x in (_End(self.low, -1), _End(self.high, 1))
            for y in (_End(other.low, -1), _End(other.high, 1))
        ]
        return spanning(
            None
            if any(corner.infinite < 0 for corner in corners)
            else min(corner.finite for corner in corners if not corner.infinite),
            None
            if any(corner.infinite > 0 for corner in corners)
            else max(corner.finite for corner in corners if not corner.infinite),
        )

    def _scaled(self, by: Fraction) -> Interval:
        """Return every member times *by*."""
        if not by:
            return Interval.of(by)
        ends = (None if end is None else end * by for end in (self.low, self.high))
        return Interval(*(ends if by > 0 else reversed([*ends])))

    def inverse(self) -> Interval:
        """Return one over every member but zero."""
        zero = Fraction(0)
        if self.low is not None and self.low >= 0:
            return spanning(
                zero if self.high is None else (1 / self.high if self.high else None),
                None if self.low == 0 else 1 / self.low,
            )
        if self.high is not None and self.high <= 0:
            return -((-self).inverse())
        return EVERYTHING

    def both(self, other: Interval) -> Interval:
        """Return what lies in both; they must meet."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def least(self, other: Interval) -> Interval:
        """Return every lesser of a member of each."""
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(
            None if self.low is None or other.low is None else min(self.low, other.low),
            min(highs, default=None),
        )

    def greatest(self, other: Interval) -> Interval:
        """Return every greater of a member of each."""
        return -((-self).least(-other))


def spanning(low: Fraction | int | None, high: Fraction | int | None) -> Interval:
    """Return what lies between computed ends; one that is too long is as good as none."""
    try:
        return Interval(low, high)
    except NumberFault:
        low, high = (None if end is None or is_long(Fraction(end)) else end for end in (low, high))
        return Interval(low, high)


@final
@frozen
class _End:
    """An end of an interval: a number, or an infinity of the given sign."""

    number: Fraction | None
    sign: int

    @property
    def infinite(self) -> int:
        return self.sign if self.number is None else 0

    @property
    def finite(self) -> Fraction:
        return Fraction(0) if self.number is None else self.number


def _times(x: _End, y: _End) -> _End:
    """Multiply two ends; zero times infinity is zero, as an end is never reached there."""
    if x.number is not None and y.number is not None:
        return _End(x.number * y.number, 0)
    left = x.sign if x.number is None else (x.number > 0) - (x.number < 0)
    right = y.sign if y.number is None else (y.number > 0) - (y.number < 0)
    sign = left * right
    return _End(None, sign) if sign else _End(Fraction(0), 0)


EVERYTHING = Interval(None, None)
"""The interval without bounds."""


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that holds all of *intervals*; at least one."""
    first, *rest = intervals
    low, high = first.low, first.high
    for other in rest:
        low = None if low is None or other.low is None else min(low, other.low)
        high = None if high is None or other.high is None else max(high, other.high)
    return Interval(low, high)
