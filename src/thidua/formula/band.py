# SPDX-License-Identifier: MIT
"""Bands: the rows of a table, each with its range and its points (*khoảng điểm*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.given import several
from thidua.quantity import exact, plain
from thidua.quantity.typed import typed

__all__ = ["Band", "bands_of"]


@final
@frozen(field_transformer=typed(RubricFault))
class Band:
    """One band of a table (*khoảng*), each side closed or open, or without a bound.

    Example:
        >>> Band("1.75", at_least=95, below=100)
        Band(points=Fraction(7, 4), at_least=Fraction(95, 1), above=None, below=Fraction(100, 1), at_most=None)
    """  # noqa: E501 - a repr

    kind: ClassVar = "band"
    points: Fraction = field(converter=exact)
    """Value in the band."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound, inside the band."""
    above: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound, outside the band."""
    below: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, outside the band."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, inside the band."""

    def __attrs_post_init__(self) -> None:
        """Refuse two bounds on one side, and bands that hold nothing."""
        if self.at_least is not None and self.above is not None:
            raise RubricFault((), "band", "a band with both at_least and above", "keep one")
        if self.at_most is not None and self.below is not None:
            raise RubricFault((), "band", "a band with both at_most and below", "keep one")
        low, high = self.low, self.high
        if low is None or high is None or low < high:
            return
        if low > high or self.above is not None or self.below is not None:
            what = f"a band that holds nothing, from {plain(low)} to {plain(high)}"
            raise RubricFault((), "band", what)

    @property
    def low(self) -> Fraction | None:
        """Lower bound, closed or open; None where there is none."""
        return self.above if self.at_least is None else self.at_least

    @property
    def high(self) -> Fraction | None:
        """Upper bound, closed or open; None where there is none."""
        return self.below if self.at_most is None else self.at_most

    def __contains__(self, value: Fraction) -> bool:
        """Tell whether *value* lies in the band."""
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
            and (self.at_most is None or value <= self.at_most)
        )


def bands_of(given: Iterable[Band]) -> tuple[Band, ...]:
    """Take a table of bands; at least one."""
    bands = several(given)
    if not bands:
        raise RubricFault((), "empty", "a table without bands")
    return bands
