# SPDX-License-Identifier: MIT
"""Periods: which week belongs to which month is a table, not a calendar (*kỳ thi đua*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import takewhile
from typing import ClassVar, final

from attrs import Attribute, field, frozen

from thidua.errors import PeriodFault, suggest
from thidua.quantity import exact, plain
from thidua.quantity.typed import typed

__all__ = ["MAXIMUM_LEVELS", "Period"]

MAXIMUM_LEVELS = 16
"""Most levels of periods, the whole counted."""


def _parts(given: Iterable[Period]) -> tuple[Period, ...]:
    return tuple(given)


def _some_code(_: object, attribute: Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        what = f"a code of a period is some text, {value!r}"
        raise PeriodFault((attribute.name,), "code", what)


def _above_zero(_: object, attribute: Attribute[Fraction], value: Fraction) -> None:
    if value <= 0:
        what = f"a weight is above zero, {plain(value)!r}"
        raise PeriodFault((attribute.name,), "not-positive", what)


def _each_once(
    instance: Period, attribute: Attribute[tuple[Period, ...]], value: tuple[Period, ...]
) -> None:
    """Refuse a period that stands twice, and levels that never end."""
    codes = Counter([instance.code])
    level = value
    for _ in range(MAXIMUM_LEVELS - 1):
        codes.update(part.code for part in level)
        level = tuple(inner for part in level for inner in part.parts)
    if level:
        what = f"more than {MAXIMUM_LEVELS} levels of periods in {instance.code!r}"
        raise PeriodFault((attribute.name,), "too-deep", what)
    for code, times in codes.items():
        if times > 1:
            what = f"period {code!r} stands {times} times in {instance.code!r}"
            todo = "a part belongs to one period; give each a code of its own"
            raise PeriodFault((attribute.name,), "period-twice", what, todo)


@final
@frozen(field_transformer=typed(PeriodFault))
class Period:
    """A stretch of time that is scored, with the parts assigned to it (*kỳ: tuần, tháng, năm*).

    A week that begins in one month and ends in the next belongs to the month whose parts name
    it. What is counted in two ways, months and milestones of the same weeks, is two trees.

    Example:
        >>> year = Period(
        ...     "nam",
        ...     "Cả năm",
        ...     parts=[Period("hk1", "Học kỳ I"), Period("hk2", "Học kỳ II", weight=2)],
        ... )
        >>> year["hk2"].weight
        Fraction(2, 1)
    """

    kind: ClassVar = "period"
    code: str = field(validator=_some_code)
    """Code by which results name it; once in a tree."""
    name: str
    """Name, for people."""
    parts: tuple[Period, ...] = field(
        default=(), converter=_parts, validator=_each_once, kw_only=True
    )
    """What it is made of, in the order of time; none for the shortest periods."""
    weight: Fraction = field(
        default=Fraction(1), converter=exact, validator=_above_zero, kw_only=True
    )
    """How much it counts in the period above it (*hệ số*), for rubrics that ask; above zero."""
    level: str = field(default="", kw_only=True)
    """What sort of period it is, in the words of the field: ``"tuần"``, ``"học kỳ"``."""

    def __iter__(self) -> Iterator[Period]:
        """Iterate over the period and all in it, each before its parts, in order of time."""
        stack: list[Period] = [self]
        while stack:
            one = stack.pop()
            yield one
            stack.extend(reversed(one.parts))

    def __getitem__(self, code: str) -> Period:
        """Return the period *code*, itself or one in it.

        Raises:
            KeyError: If there is none of that code; says which one was meant.
        """
        for one in self:
            if one.code == code:
                return one
        message = f"no period {code!r}; {suggest(code, (one.code for one in self))}"
        raise KeyError(message)

    @property
    def leaves(self) -> tuple[Period, ...]:
        """The shortest periods, in order of time; itself, if it has no parts."""
        return tuple(one for one in self if not one.parts)

    def of_level(self, level: str = "") -> tuple[Period, ...]:
        """Return the periods of *level* in it, in order of time; its parts, if none is named."""
        if not level:
            return self.parts
        return tuple(one for one in self if one.level == level and one is not self)

    def above(self, code: str) -> tuple[Period, ...]:
        """Return the periods that *code* is in, the nearest first.

        Raises:
            KeyError: If there is no period of that code.
        """
        found = [self[code]]
        parents = {part.code: one for one in self for part in one.parts}
        while found[-1].code in parents:
            found.append(parents[found[-1].code])
        return tuple(found[1:])

    def window(self, code: str, level: str = "") -> Period:
        """Return the period of *level* that *code* is in; the one just above, if none is named.

        Raises:
            KeyError: If there is no period of that code.
            PeriodFault: If it is in no such period.
        """
        above = self.above(code)
        for one in above:
            if not level or one.level == level:
                return one
        known = [one.level for one in above if one.level]
        what = f"period {code!r} is in no {level!r}" if level else f"period {code!r} is in no other"
        raise PeriodFault((), "window-missing", what, suggest(level, known))

    def earlier(self, code: str, level: str = "") -> tuple[Period, ...]:
        """Return the periods before *code* in its window, as long a way down as itself.

        For a month the months before it in its semester, or in its year. For the arguments
        and errors see `window`.
        """
        window = self.window(code, level)
        distance = len(window.above(code))
        before = takewhile(lambda one: one.code != code, window)
        return tuple(one for one in before if len(window.above(one.code)) == distance)
