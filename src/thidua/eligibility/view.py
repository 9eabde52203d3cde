# SPDX-License-Identifier: MIT
"""A proposal, seen through a window of years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import final

from attrs import evolve, frozen

from thidua.dossier import Dossier, Record, Years, first_day, last_day
from thidua.eligibility.cuts import Cuts

__all__ = ["View"]


@final
@frozen
class View:
    """A proposal, seen through a window of years.

    A window that a condition bound leaves out the years that do not count: those before a
    fresh start, and those that are used up. Outside of windows nothing is left out.
    """

    cuts: Cuts
    last: int
    """Last year looked at."""
    first: int | None = None
    """First year looked at; None for no window, also if no year is left (*bound*)."""
    bound: bool = False
    """Whether a condition bound the window."""
    stack: tuple[str, ...] = ()
    """Rules that are being looked into, for want of circles."""

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.cuts.dossier

    def window(self, first: int, last: int) -> View:
        """Return the view through a window inside this one."""
        if self.bound and self.first is not None:
            first, last = max(first, self.first), min(last, self.last)
        return evolve(self, first=first, last=last, bound=True)

    def free(self, code: str) -> View:
        """Return the view of a rule that is referred to, proposed for the same year."""
        return evolve(self, first=None, bound=False, stack=(*self.stack, code))

    @property
    def years(self) -> Years | None:
        """The window; None for all years, and for a window without a year."""
        if not self.bound or self.first is None or self.first > self.last:
            return None
        return Years(self.first, self.last)

    @property
    def span(self) -> Years:
        """The years for which a list must be complete to say that something is not so."""
        return self.years or Years(None, self.last)

    @property
    def empty(self) -> bool:
        """Whether the window has no year."""
        return self.bound and self.years is None

    def each(self) -> Iterator[int]:
        """Yield the years of a bound window that count."""
        years = self.years
        if years is not None and years.first is not None and years.last is not None:
            for year in range(years.first, years.last + 1):
                if self.counts(year):
                    yield year

    def has(self, year: int) -> bool:
        """Tell whether a year lies in the window, and counts."""
        if not self.bound:
            return year <= self.last
        return self.years is not None and year in self.years and self.counts(year)

    def counts(self, year: int) -> bool:
        """Tell whether a year counts in windows."""
        return year >= self.cuts.floor and year not in self.cuts.used_years

    def complete(self, record: Record) -> bool:
        """Tell whether a list is complete for the years looked at."""
        return self.empty or self.dossier.is_complete(record, self.span)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of the window, nothing after the day asked about."""
        calendar, years = self.dossier.calendar, self.years
        if years is None or years.first is None:
            return date.min, self.cuts.proposal.day
        return first_day(years.first, calendar), min(
            last_day(self.last, calendar), self.cuts.proposal.day
        )
