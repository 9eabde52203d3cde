# SPDX-License-Identifier: MIT
"""How many units may have a class (*chỉ tiêu, tỷ lệ khống chế*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RankingFault
from thidua.quantity import RoundingMode, Term, exact, plain
from thidua.quantity.typed import typed

__all__ = ["Ceiling", "Leftover"]


class Leftover(Term):
    """What happens to units over a ceiling."""

    REPORT = "report"
    """They are reported; people decide."""
    DEMOTE = "demote"
    """The lowest ranked fall to the next class; where a tie is open, people decide."""


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@final
@frozen(field_transformer=typed(RankingFault))
class Ceiling:
    """The most units that may have a class, or one of several (*chỉ tiêu*).

    Example: at most 20 % of those rated excellent or good may be excellent:
        >>> Ceiling(["Xuất sắc"], share="0.2", of=["Xuất sắc", "Tốt"]).rounding
        <RoundingMode.FLOOR: 'floor'>
    """

    kind: ClassVar = "ceiling"
    grades: tuple[str, ...] = field(converter=_names)
    """The classes that are counted together."""
    share: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Share of the base; give this or *number*."""
    number: int | None = field(default=None, kw_only=True)
    """A fixed number of units."""
    of: tuple[str, ...] | None = field(default=None, converter=optional(_names), kw_only=True)
    """The base: units that have one of these classes; None for all that have a class."""
    within: int | None = field(default=None, kw_only=True)
    """The base is what the ceiling at this position, counted from 0, allows instead."""
    rounding: RoundingMode = field(default=RoundingMode.FLOOR, converter=RoundingMode, kw_only=True)
    """How the share of the base becomes a whole number."""
    leftover: Leftover = field(default=Leftover.REPORT, converter=Leftover, kw_only=True)
    """What happens to units over it."""

    def __attrs_post_init__(self) -> None:
        """Refuse a ceiling of nothing, one that is not one number, and one of two bases."""
        if not self.grades:
            raise RankingFault(("grades",), "empty", "a ceiling of no class")
        if (self.share is None) == (self.number is None):
            what = "a ceiling is a share or a number"
            raise RankingFault(("share",), "ceiling", what, "give one of them")
        if self.share is not None and not 0 <= self.share <= 1:
            what = f"a share is from 0 to 1, {plain(self.share)!r}"
            raise RankingFault(("share",), "not-a-share", what, 'write "0.2" for 20 %')
        if self.number is not None and (type(self.number) is not int or self.number < 0):
            what = f"a number of units is a whole number from 0, {self.number!r}"
            raise RankingFault(("number",), "number", what)
        bases = (self.of is not None) + (self.within is not None)
        if bases > 1 or (bases and self.number is not None):
            what = "a share has one base, and a number has none"
            raise RankingFault(("of",), "ceiling", what, "keep one of of, within and number")
