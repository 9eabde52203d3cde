# SPDX-License-Identifier: MIT
"""What a cell of a sheet may hold (*ô số liệu*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from thidua.errors import Path
from thidua.quantity.exact import Number, exact, looks_like_number
from thidua.quantity.term import Term
from thidua.quantity.typed import composed

__all__ = ["Entry", "Given", "State", "as_entry"]


class State(Term):
    """Why a cell holds no value; zero is a value."""

    MISSING = "missing"
    """It should be there (*chưa có số liệu*)."""
    NOT_DUE = "not_due"
    """Its deadline is still ahead (*chưa đến hạn*)."""
    NOT_APPLICABLE = "not_applicable"
    """It does not apply to this unit (*không áp dụng, KAD*)."""
    EXEMPT = "exempt"
    """The unit has been let off (*miễn*)."""
    NOT_ASSIGNED = "not_assigned"
    """The target was not given to this unit (*chỉ tiêu không giao*)."""


Entry: TypeAlias = Fraction | bool | str | State
"""A number, a yes or no, the name of a level, or the reason why there is no value."""


Given: TypeAlias = Number | bool | State
"""What may be given where an entry is wanted; a text is a number or the name of a level."""


def as_entry(given: Given, at: Path = ()) -> Entry:
    """Take *given* as an entry.

    A text that reads as a number is that number; any other text is the name of a level.

    Args:
        given: What exact takes, a bool, a text, or a state.
        at: Place to name in the error.

    Raises:
        NumberFault: For a float, and for anything that can be no entry.

    Example:
        >>> as_entry("12.5"), as_entry("đúng hạn"), as_entry(True)
        (Fraction(25, 2), 'đúng hạn', True)
    """
    if isinstance(given, State | bool):
        return given
    if isinstance(given, str) and not looks_like_number(given):
        return composed(given)
    return exact(given, at)
