# SPDX-License-Identifier: MIT
"""Years, as awards count them: calendar years or school years (*năm công tác, năm học*)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Final, final

from attrs import frozen

from thidua.errors import DossierFault
from thidua.quantity import Term

__all__ = ["EVER", "Calendar", "Years", "first_day", "last_day", "year_of", "year_under_review"]

_REVIEW_MONTHS = {"calendar": 11, "school": 5}
_FIRST_MONTHS = {"calendar": 1, "school": 8}


class Calendar(Term):
    """What a year is; a year bears the number of the calendar year in which it begins."""

    CALENDAR = "calendar"
    """1 January to 31 December."""
    SCHOOL = "school"
    """1 August to 31 July: 2024 is *năm học 2024-2025*."""


@final
@frozen
class Years:
    """A span of years, both ends inside; an end that is absent is open.

    Example:
        >>> 2024 in Years(2020, 2024), 1999 in Years(None, 2024), 2025 in Years(2020, 2024)
        (True, True, False)
    """

    kind: ClassVar = "years"
    first: int | None = None
    """First year; None for all before."""
    last: int | None = None
    """Last year; None for all after."""

    def __attrs_post_init__(self) -> None:
        """Refuse a span of no year, and what is no year."""
        for name, year in (("first", self.first), ("last", self.last)):
            if year is not None and (
                type(year) is not int or not date.min.year < year < date.max.year
            ):
                what = f"not a year, {year!r}"
                raise DossierFault((name,), "not-a-year", what, "write it like 2024")
        if self.first is not None and self.last is not None and self.last < self.first:
            what = f"ends in {self.last}, before it begins in {self.first}"
            raise DossierFault(("last",), "years-reversed", what, "both ends are inside")

    def __contains__(self, year: int) -> bool:
        """Tell whether *year* is in the span."""
        return (self.first is None or self.first <= year) and (
            self.last is None or year <= self.last
        )

    def covers(self, other: Years) -> bool:
        """Tell whether every year of *other* is in the span."""
        below = self.first is None or (other.first is not None and self.first <= other.first)
        above = self.last is None or (other.last is not None and other.last <= self.last)
        return below and above


EVER: Final = Years()
"""All years."""


def year_of(on: date, calendar: Calendar) -> int:
    """Return the year in which a day lies.

    Example:
        >>> year_of(date(2025, 3, 1), Calendar.CALENDAR), year_of(date(2025, 3, 1), Calendar.SCHOOL)
        (2025, 2024)
    """
    return on.year if on.month >= _FIRST_MONTHS[calendar] else on.year - 1


def year_under_review(on: date, calendar: Calendar) -> int:
    """Return the last year whose achievements a proposal of that day is about (*năm xét*).

    A year comes under review as it closes, from 1 November, or 1 May for a school year, and
    stays so until the next one does. A proposal that is about another year says so.

    Example:
        >>> year_under_review(date(2024, 12, 20), Calendar.CALENDAR)
        2024
        >>> year_under_review(date(2025, 3, 1), Calendar.CALENDAR)
        2024
        >>> year_under_review(date(2025, 7, 10), Calendar.SCHOOL)
        2024
    """
    closing = on.year if on.month >= _REVIEW_MONTHS[calendar] else on.year - 1
    return closing if calendar is Calendar.CALENDAR else closing - 1


def first_day(year: int, calendar: Calendar) -> date:
    """Return the first day of a year."""
    return date(year, _FIRST_MONTHS[calendar], 1)


def last_day(year: int, calendar: Calendar) -> date:
    """Return the last day of a year."""
    return first_day(year + 1, calendar) - timedelta(days=1)
