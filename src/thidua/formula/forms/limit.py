# SPDX-License-Identifier: MIT
"""What the parameters of forms must satisfy, each rule once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from attrs import Attribute

from thidua.errors import RubricFault
from thidua.formula.kernel import Constant, Expression
from thidua.formula.walk import MAXIMUM_DEPTH, is_too_deep
from thidua.quantity import plain

__all__ = ["above_zero", "not_below_zero", "sane_depth", "share", "some", "target"]


def above_zero(_: object, attribute: Attribute[Any], value: Fraction | None) -> None:
    """Refuse zero and less; absent is fine."""
    if value is not None and value <= 0:
        what = f"{attribute.name} is above zero, {plain(value)!r}"
        raise RubricFault((attribute.name,), "not-positive", what)


def target(_: object, attribute: Attribute[Any], value: Expression | None) -> None:
    """Refuse a fixed target that is not above zero: no result is a share of it."""
    if isinstance(value, Constant) and value.value <= 0:
        what = f"a target is above zero, {plain(value.value)!r}"
        raise RubricFault((attribute.name,), "not-positive", what)


def not_below_zero(_: object, attribute: Attribute[Any], value: Fraction | None) -> None:
    """Refuse less than zero; absent is fine."""
    if value is not None and value < 0:
        what = f"{attribute.name} is not below zero, {plain(value)!r}"
        raise RubricFault((attribute.name,), "negative", what)


def share(_: object, attribute: Attribute[Any], value: Fraction | None) -> None:
    """Refuse what is not from 0 to 1; absent is fine."""
    if value is not None and not 0 <= value <= 1:
        what = f"{attribute.name} is a share from 0 to 1, {plain(value)!r}"
        raise RubricFault((attribute.name,), "not-a-share", what, 'write 80 % as "0.8"')


def some(_: object, attribute: Attribute[Any], value: Sequence[object]) -> None:
    """Refuse an empty list."""
    if not value:
        raise RubricFault((attribute.name,), "empty", f"{attribute.name} are some, none given")


def sane_depth(_: object, attribute: Attribute[Any], value: Expression | None) -> None:
    """Refuse an expression nested deeper than evaluators go; absent is fine."""
    if value is not None and is_too_deep(value):
        what = f"a formula nested more than {MAXIMUM_DEPTH} deep"
        raise RubricFault((attribute.name,), "too-deep", what, "split it with Points")
