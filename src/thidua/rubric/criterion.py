# SPDX-License-Identifier: MIT
"""The criteria tree: sections of criteria, to any depth (*mục, tiêu chí*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import Attribute, field, frozen
from attrs.converters import optional

from thidua.basis import Citation
from thidua.errors import RubricFault
from thidua.formula import MAXIMUM_DEPTH, Form
from thidua.formula.given import several
from thidua.quantity import Rounding, State, Term, add, exact, plain
from thidua.quantity.typed import typed

__all__ = [
    "Criterion",
    "Part",
    "Role",
    "Section",
    "Treatment",
    "Treatments",
    "not_below_zero",
    "parts",
    "standard_maximum",
    "whole_maximum",
]


class Role(Term):
    """How a part counts in the part above it."""

    STANDARD = "standard"
    """Its points are added, its maximum is part of the maximum (*điểm chuẩn*)."""
    BONUS = "bonus"
    """Its points are added on top of the maximum (*điểm thưởng*)."""
    PENALTY = "penalty"
    """Its points are subtracted (*điểm trừ*)."""


class Treatment(Term):
    """What an entry without a value does to its criterion."""

    ZERO = "zero"
    """It counts zero."""
    FULL = "full"
    """It counts the maximum."""
    LEAVE = "leave"
    """The criterion leaves the maximum: percent of the points assigned."""
    PENDING = "pending"
    """The score stays an interval until the value is there."""


@final
@frozen(kw_only=True, field_transformer=typed(RubricFault))
class Treatments:
    """What each state of an entry does; None leaves it to the rubric, then unsaid.

    Unsaid, missing and not due keep the score pending; the three others are refused when
    they occur, as regulations differ and a guess would be a wrong number.
    """

    missing: Treatment | None = field(default=None, converter=optional(Treatment))
    """For entries that should be there."""
    not_due: Treatment | None = field(default=None, converter=optional(Treatment))
    """For entries whose deadline is ahead."""
    not_applicable: Treatment | None = field(default=None, converter=optional(Treatment))
    """For entries that do not apply to the unit."""
    exempt: Treatment | None = field(default=None, converter=optional(Treatment))
    """For entries the unit has been let off."""
    not_assigned: Treatment | None = field(default=None, converter=optional(Treatment))
    """For targets not given to the unit."""

    def of(self, state: State) -> Treatment | None:
        """Return the treatment of *state*."""
        match state:
            case State.MISSING:
                return self.missing
            case State.NOT_DUE:
                return self.not_due
            case State.NOT_APPLICABLE:
                return self.not_applicable
            case State.EXEMPT:
                return self.exempt
            case State.NOT_ASSIGNED:
                return self.not_assigned
            case _:
                assert_never(state)


def not_below_zero(_: object, attribute: Attribute[Fraction], value: Fraction | None) -> None:
    """Refuse a maximum below zero."""
    if value is not None and value < 0:
        what = f"a maximum is not below zero, {plain(value)!r}"
        raise RubricFault((attribute.name,), "maximum", what)


def _some_code(_: object, attribute: Attribute[str], value: str) -> None:
    if not value.strip():
        what = f"a code as printed is some text, {value!r}"
        raise RubricFault((attribute.name,), "code", what)


@final
@frozen(field_transformer=typed(RubricFault))
class Criterion:
    """A leaf of the tree: one row that is scored (*tiêu chí*)."""

    kind: ClassVar = "criterion"
    code: str = field(validator=_some_code)
    """Code as printed: ``"2.b"``; once in a rubric."""
    name: str
    """Name, as in the rubric."""
    maximum: Fraction = field(converter=exact, validator=not_below_zero, kw_only=True)
    """Points for full achievement (*điểm chuẩn*); 0 for a pure bonus or deduction."""
    formula: Form = field(kw_only=True)
    """The way of scoring."""
    role: Role = field(default=Role.STANDARD, converter=Role, kw_only=True)
    """How it counts in its section."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest points, whatever the formula gives (*sàn*); absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest points, whatever the formula gives (*trần*); absent, there is none."""
    rounding: Rounding | None = field(default=None, kw_only=True)
    """Rounding of the points; absent, they are kept exact."""
    treatments: Treatments = field(factory=Treatments, kw_only=True)
    """What entries without a value do here."""
    basis: Citation | None = field(default=None, kw_only=True)
    """Where the rule is written."""


def parts(given: Iterable[Part]) -> tuple[Part, ...]:
    """Take criteria and sections, in printed order."""
    return several(given)


def _not_endless(
    _: object, attribute: Attribute[tuple[Part, ...]], value: tuple[Part, ...]
) -> None:
    """Refuse a tree so deep that comparing it would overflow the stack; `check` allows less."""
    level: dict[int, Part] = {id(part): part for part in value}
    for _depth in range(2 * MAXIMUM_DEPTH):
        inner = [part.criteria for part in level.values() if isinstance(part, Section)]
        level = {id(part): part for criteria in inner for part in criteria}
        if not level:
            return
    what = f"sections nested more than {2 * MAXIMUM_DEPTH} deep"
    raise RubricFault((attribute.name,), "too-deep", what)


@final
@frozen(field_transformer=typed(RubricFault))
class Section:
    """A group of criteria and of further sections (*mục, nhóm tiêu chí*)."""

    kind: ClassVar = "section"
    code: str = field(validator=_some_code)
    """Code as printed: ``"II"``; once in a rubric."""
    name: str
    """Name, as in the rubric."""
    criteria: tuple[Part, ...] = field(converter=parts, validator=_not_endless, kw_only=True)
    """Its criteria and sections, in printed order."""
    maximum: Fraction | None = field(
        default=None, converter=optional(exact), validator=not_below_zero, kw_only=True
    )
    """Maximum as declared; absent, the sum of its standard parts. It limits nothing."""
    role: Role = field(default=Role.STANDARD, converter=Role, kw_only=True)
    """How it counts in the section above."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest points of the section (*sàn*); absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest points of the section (*trần*); absent, there is none."""
    rounding: Rounding | None = field(default=None, kw_only=True)
    """Rounding of the section's points."""
    basis: Citation | None = field(default=None, kw_only=True)
    """Where the rule is written."""


Part: TypeAlias = Section | Criterion
"""Any node of the criteria tree."""


def whole_maximum(part: Part) -> Fraction:
    """Return the maximum of a part when nothing leaves it."""
    if part.maximum is not None:
        return part.maximum
    assert not isinstance(part, Criterion)  # noqa: S101 - a criterion has a maximum
    return standard_maximum(part.criteria)


def standard_maximum(parts: Iterable[Part]) -> Fraction:
    """Return what the parts that count in a maximum add up to when nothing leaves them."""
    return add([whole_maximum(one) for one in parts if one.role is Role.STANDARD])
