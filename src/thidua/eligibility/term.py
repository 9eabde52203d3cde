# SPDX-License-Identifier: MIT
"""The words of conditions, and what their numbers and lists must be."""

from __future__ import annotations

from typing import Any

from attrs import Attribute

from thidua.errors import RuleFault
from thidua.quantity import Term

__all__ = ["Anchor", "Mark", "Touch", "natural", "some", "whole"]


def whole(_: object, attribute: Attribute[Any], value: int | None) -> None:
    """Refuse what is not a number of things from 1."""
    if value is not None and (type(value) is not int or value < 1):
        what = f"a number from 1 is wanted, {value!r}"
        raise RuleFault((attribute.name,), "number", what)


def natural(_: object, attribute: Attribute[Any], value: int | None) -> None:
    """Refuse what is not a whole number from 0."""
    if value is not None and (type(value) is not int or value < 0):
        what = f"a whole number from 0 is wanted, {value!r}"
        raise RuleFault((attribute.name,), "number", what)


def some(_: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    """Refuse an empty list."""
    if not value:
        raise RuleFault((attribute.name,), "empty", "an empty list", "name at least one")


class Anchor(Term):
    """What time of an award counts (*mốc tính*)."""

    PERIOD = "period"
    """The years of its achievement; if it states none, the year of the decision."""
    DECISION = "decision"
    """The year of the decision."""


class Touch(Term):
    """Which awards for several years lie in a window."""

    LAST = "last"
    """Those whose last year does."""
    ANY = "any"
    """Those of which any year does."""
    WHOLE = "whole"
    """Those of which all years do."""


class Mark(Term):
    """What may be asked of an initiative besides its scope."""

    APPLIED = "applied"
    """*Đã áp dụng hiệu quả*."""
    REPLICABLE = "replicable"
    """*Có khả năng nhân rộng*."""
    RECOGNISED = "recognised"
    """*Được công nhận*."""
    ACCEPTED = "accepted"
    """*Đã nghiệm thu*."""
