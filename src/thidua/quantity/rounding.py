# SPDX-License-Identifier: MIT
"""Rounding, where and only where a rule asks for it (*làm tròn*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, assert_never, final

from attrs import Attribute, field, frozen

from thidua.errors import NumberFault
from thidua.quantity.arithmetic import ratio
from thidua.quantity.exact import exact, plain
from thidua.quantity.term import Term

__all__ = ["Rounding", "RoundingMode", "round_ratio", "round_to"]


class RoundingMode(Term):
    """Which neighbour a number between two steps goes to."""

    HALF_UP = "half_up"
    """The nearer one; a tie goes away from zero (*làm tròn thông thường*)."""
    HALF_EVEN = "half_even"
    """The nearer one; a tie goes to the even step."""
    UP = "up"
    """Away from zero."""
    DOWN = "down"
    """Towards zero (*bỏ phần lẻ*)."""
    FLOOR = "floor"
    """The lower one."""
    CEILING = "ceiling"
    """The higher one."""


def _positive(_: object, attribute: Attribute[Fraction], value: Fraction) -> None:
    if value <= 0:
        raise NumberFault(
            (attribute.name,), "step", f"a rounding step is above zero, {plain(value)!r}"
        )


@final
@frozen
class Rounding:
    """Round to a multiple of *step* (*làm tròn*).

    Example:
        >>> round_to(Fraction(67, 8), Rounding("0.25"))
        Fraction(17, 2)
    """

    kind: ClassVar = "rounding"
    step: Fraction = field(converter=exact, validator=_positive)
    """Multiples of this are kept: 0.01, 0.25, 0.5, 1, 5; above zero."""
    mode: RoundingMode = field(default=RoundingMode.HALF_UP, converter=RoundingMode)
    """Which neighbour is taken."""


def round_to(value: Fraction, rounding: Rounding) -> Fraction:
    """Return the multiple of the rounding's step that its mode picks for *value*.

    Raises:
        FormulaFault: If it has more than `MAXIMUM_DIGITS` digits.
    """
    step = rounding.step
    above = value.numerator * step.denominator
    below = value.denominator * step.numerator
    return ratio(round_ratio(above, below, rounding.mode) * step.numerator, step.denominator)


def round_ratio(above: int, below: int, mode: RoundingMode) -> int:
    """Round the ratio *above* / *below*, *below* above zero, to a whole number."""
    floor, rest = divmod(above, below)
    if not rest:
        return floor
    match mode:
        case RoundingMode.HALF_UP:
            up = 2 * rest > below or (2 * rest == below and above > 0)
        case RoundingMode.HALF_EVEN:
            up = 2 * rest > below or (2 * rest == below and floor % 2 == 1)
        case RoundingMode.UP:
            up = above > 0
        case RoundingMode.DOWN:
            up = above < 0
        case RoundingMode.FLOOR:
            up = False
        case RoundingMode.CEILING:
            up = True
        case _:
            assert_never(mode)
    return floor + up
