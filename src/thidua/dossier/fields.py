# SPDX-License-Identifier: MIT
"""How facts take years and texts, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import Attribute

from thidua.dossier.years import Years
from thidua.errors import DossierFault

__all__ = ["a_year", "closed", "in_order", "span", "texts"]


def span(given: Years | int | Iterable[int]) -> Years:
    """Take years: a span, one year, or a pair of both ends."""
    match given:
        case Years():
            return given
        case int():
            return Years(given, given)
        case [first, last]:
            return Years(first, last)
        case _:
            what = f"not years, {given!r}"
            raise DossierFault((), "not-years", what, "write 2024, or (2020, 2024)")


def texts(given: str | Iterable[str]) -> tuple[str, ...]:
    """Take one text or several."""
    return (given,) if isinstance(given, str) else tuple(given)


def closed(instance: object, attribute: Attribute[Any], value: Years | None) -> None:
    """Refuse years with an open end."""
    if value is not None and (value.first is None or value.last is None):
        what = f"{type(instance).__name__} with open years"
        raise DossierFault((attribute.name,), "years-open", what, "give both ends")


def a_year(_: object, attribute: Attribute[Any], value: int | None) -> None:
    """Refuse what is no year."""
    if value is not None:
        try:
            Years(value, value)
        except DossierFault as fault:
            raise DossierFault((attribute.name,), fault.code, fault.what, fault.todo) from None


def in_order(first: date | None, last: date | None, name: str) -> None:
    """Refuse a last day before the first."""
    if first is not None and last is not None and last < first:
        what = f"{last} is before {first}"
        raise DossierFault((name,), "days-reversed", what, "check the two days")
