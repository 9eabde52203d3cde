# SPDX-License-Identifier: MIT
"""Sheets made of results, and what they still lack (*phiếu lập từ kết quả các kỳ*)."""

from __future__ import annotations

from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import PeriodFault, suggest
from thidua.quantity import Term
from thidua.quantity.typed import typed
from thidua.rubric import Sheet

__all__ = ["Carried", "Gap", "Lacking"]


class Lacking(Term):
    """Why a period does not count for a unit yet."""

    ABSENT = "absent"
    """It has no result (*chưa có kết quả*)."""
    OPEN = "open"
    """Its result may still change (*kết quả chưa chốt*)."""
    GROUP = "group"
    """Another unit of the group lacks it, and the group waits as one (*chờ đủ nhóm*)."""
    PREVIEW = "preview"
    """Its result is itself a preview (*kết quả xem trước*)."""


@final
@frozen(field_transformer=typed(PeriodFault))
class Gap:
    """A period that does not count for a unit yet."""

    kind: ClassVar = "gap"
    period: str
    """Code of the period."""
    name: str
    """Its name, for people."""
    unit: str
    """Code of the unit."""
    why: Lacking = field(converter=Lacking)
    """Why it does not count."""


def _gaps(given: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(PeriodFault))
class Carried:
    """The sheets of a period made of results, ready to be scored."""

    kind: ClassVar = "carried"
    period: str
    """Code of the period."""
    name: str
    """Its name, for people."""
    sheets: tuple[Sheet, ...]
    """One sheet for each unit."""
    gaps: tuple[Gap, ...] = field(default=(), converter=_gaps)
    """What is lacking: by period in order of time, then unit."""
    preview: bool = field(default=False, kw_only=True)
    """Whether what is lacking was left out, so that nothing official may be made of it."""

    @property
    def complete(self) -> bool:
        """Whether nothing is lacking: a preview of it is then the official sheets."""
        return not self.gaps

    def __getitem__(self, unit: str) -> Sheet:
        """Return the sheet of *unit*.

        Raises:
            KeyError: If there is none; says which one was meant.
        """
        for sheet in self.sheets:
            if sheet.unit == unit:
                return sheet
        known = (sheet.unit for sheet in self.sheets)
        message = f"no sheet for unit {unit!r}; {suggest(unit, known)}"
        raise KeyError(message)
