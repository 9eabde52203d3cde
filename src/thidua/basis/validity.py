# SPDX-License-Identifier: MIT
"""When a rule holds (*hiệu lực*), and how sure we are of its text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import DocumentFault, RuleFault, shown
from thidua.quantity import Term
from thidua.quantity.typed import typed

__all__ = ["Confidence", "Validity", "day"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def day(given: date | str) -> date:
    """Take a day: a date, or its text in ISO order.

    Raises:
        DocumentFault: For anything else; also for a date with a time, which has no one day.

    Example:
        >>> day("2024-01-01")
        datetime.date(2024, 1, 1)
        >>> day("01/01/2024")
        Traceback (most recent call last):
        ...
        thidua.errors.DocumentFault: $: not a day, '01/01/2024'; write it like "2024-12-31"
    """
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    what = f"not a day, {shown(given)}"
    raise DocumentFault((), "not-a-day", what, 'write it like "2024-12-31"')


class Confidence(Term):
    """How sure we are that a rule says what its text says (*độ tin cậy*)."""

    HIGH = "high"
    """Seen in the text, or quoted alike by sources that do not copy each other."""
    MEDIUM = "medium"
    """Quoted, but not in full, or read by analogy."""
    LOW = "low"
    """From memory, or guessed from an older text."""


@final
@frozen(field_transformer=typed(RuleFault))
class Validity:
    """The days on which a rule holds: half-open, so that a successor begins where it ends.

    Example:
        >>> old = Validity("2014-06-01", "2024-01-01")
        >>> old.holds(day("2023-12-31")), old.holds(day("2024-01-01"))
        (True, False)
    """

    kind: ClassVar = "validity"
    first: date = field(converter=day)
    """First day on which it holds."""
    until: date | None = field(default=None, converter=optional(day))
    """First day on which it no longer holds; None while no end is known."""

    def __attrs_post_init__(self) -> None:
        """Refuse a validity of no day."""
        if self.until is not None and self.until <= self.first:
            what = f"no longer holds on {self.until}, and begins to hold on {self.first}"
            todo = "until is the first day on which it no longer holds"
            raise RuleFault(("until",), "days-reversed", what, todo)

    def holds(self, on: date) -> bool:
        """Tell whether the rule holds *on* that day."""
        return self.first <= on and (self.until is None or on < self.until)

    def overlaps(self, other: Validity) -> bool:
        """Tell whether there is a day on which both hold."""
        return (self.until is None or other.first < self.until) and (
            other.until is None or self.first < other.until
        )
