# SPDX-License-Identifier: MIT
"""Forms in forms, where they stand, and the points that are entered directly."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from thidua.errors import Path
from thidua.formula import (
    ByKind,
    ByRange,
    DirectEntry,
    Form,
    Highest,
    ItemTotal,
    Total,
    forms_in,
)
from thidua.quantity import EVERYTHING, Interval

__all__ = ["entered", "inner_forms", "span_of"]


def inner_forms(form: Form, at: Path) -> list[tuple[Form, Path]]:
    """Return the forms directly inside *form*, each with its place."""
    inside = forms_in(form)
    match form:
        case ByKind():
            return [(one, (*at, "cases", i, "form")) for i, one in enumerate(inside)]
        case ByRange():
            return [(one, (*at, "pieces", i, "form")) for i, one in enumerate(inside)]
        case Highest() | Total():
            return [(one, (*at, "of", i)) for i, one in enumerate(inside)]
        case _:
            return [(one, (*at, "form")) for one in inside]


def entered(form: Form, at: Path = ()) -> Iterator[tuple[DirectEntry, Path]]:
    """Yield the direct entries of the unit in *form*, at any depth; those of items are not."""
    if isinstance(form, DirectEntry):
        yield form, at
    elif not isinstance(form, ItemTotal):
        for inner, place in inner_forms(form, at):
            yield from entered(inner, place)


def span_of(form: DirectEntry, maximum: Fraction) -> Interval:
    """Return what points entered may be, in a criterion of *maximum*."""
    if form.unlimited:
        return EVERYTHING
    return Interval(form.least, maximum if form.most is None else form.most)
