# SPDX-License-Identifier: MIT
"""The forms: the ways of scoring that people of the field have names for (*cách chấm điểm*).

A form stands in a criterion, and the criterion owns the maximum (*điểm chuẩn*).
A form knows its parameters and nothing else; `lower` says what it computes,
`say` what it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias, cast, final

from attrs import Attribute, field, frozen, validators
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.band import Band, bands_of
from thidua.formula.kernel import Expression, code_of_measure, expression, expression_or_none
from thidua.formula.walk import MAXIMUM_DEPTH, is_too_deep
from thidua.quantity import Number, Term, exact, plain

__all__ = [
    "AroundTarget",
    "Banded",
    "Calculation",
    "DirectEntry",
    "Event",
    "Form",
    "LeaderBy",
    "Level",
    "Leveled",
    "PerEvent",
    "Proportional",
    "Side",
    "Stepped",
    "YesNo",
]


def _above_zero(_: object, attribute: Attribute[Fraction], value: Fraction) -> None:
    if value <= 0:
        what = f"{attribute.name} is above zero, {plain(value)!r}"
        raise RubricFault((attribute.name,), "not-positive", what)


def _share(_: object, attribute: Attribute[Any], value: Fraction | None) -> None:
    if value is not None and not 0 <= value <= 1:
        what = f"{attribute.name} is a share from 0 to 1, {plain(value)!r}"
        raise RubricFault((attribute.name,), "not-a-share", what, 'write 80 % as "0.8"')


def _sane_depth(_: object, attribute: Attribute[Expression], value: Expression) -> None:
    if is_too_deep(value):
        what = f"a formula nested more than {MAXIMUM_DEPTH} deep"
        raise RubricFault((attribute.name,), "too-deep", what, "split it with Points")


@final
@frozen
class DirectEntry:
    """The points are entered as they are (*chấm thẳng*).

    The measure may not go below zero nor above the criterion's maximum.
    """

    kind: ClassVar = "direct_entry"
    measure: str = field(converter=code_of_measure)
    """Code of the measure that holds the points."""


@final
@frozen
class YesNo:
    """Full points for a yes, none for a no (*đạt / không đạt*)."""

    kind: ClassVar = "yes_no"
    question: str = field(converter=code_of_measure)
    """Code of the question."""
    yes: Fraction | None = field(default=None, converter=optional(exact))
    """Points for a yes; the criterion's maximum, if absent."""
    no: Fraction = field(default=Fraction(0), converter=exact)
    """Points for a no; may be below zero."""


@final
@frozen
class Level:
    """One level of a choice, with its points (*mức*)."""

    kind: ClassVar = "level"
    name: str
    """Name of the level, as the choice declares it."""
    points: Fraction = field(converter=exact)
    """Points for it; may be below zero."""


def _levels(given: Iterable[Level] | Mapping[str, object]) -> tuple[Level, ...]:
    if isinstance(given, Mapping):
        # Typed as objects: checkers join the mixed values of a literal to nothing narrower.
        pairs = cast("Mapping[str, Number]", given).items()
        given = [Level(name, points) for name, points in pairs]
    levels = tuple(given)
    if not levels:
        raise RubricFault(("levels",), "empty", "no levels to choose from")
    return levels


@final
@frozen
class Leveled:
    """Points by the level chosen (*chọn một mức*).

    Example:
        >>> Leveled("tien_do", {"đúng hạn": "1.5", "trễ": "0.5", "không": 0}).levels[0]
        Level(name='đúng hạn', points=Fraction(3, 2))
    """

    kind: ClassVar = "leveled"
    choice: str = field(converter=code_of_measure)
    """Code of the choice."""
    levels: tuple[Level, ...] = field(converter=_levels)
    """Every level of the choice with its points."""


@final
@frozen
class Proportional:
    """A share of the maximum, as large as the share of the target reached (*tỷ lệ*)."""

    kind: ClassVar = "proportional"
    measure: Expression = field(converter=expression, validator=_sane_depth)
    """The result: a code, or an expression."""
    to: Expression = field(converter=expression, validator=_sane_depth)
    """The target: a code, a number, or an expression; zero is a fault."""
    zero_below: Fraction | None = field(
        default=None, converter=optional(exact), validator=_share, kw_only=True
    )
    """Share of the target under which nothing is given."""
    capped: bool = field(default=True, kw_only=True)
    """Whether more than the target gives no more than the maximum."""


class Side(Term):
    """Which side of a target steps are counted on."""

    OVER = "over"
    """Above the target (*vượt*)."""
    SHORT = "short"
    """Below the target (*hụt*)."""


@final
@frozen
class Stepped:
    """Points for every full step over or short of a target (*cứ mỗi … cộng / trừ*).

    Example: two points off for every full 5 % short of the plan, from the full maximum:
        >>> Stepped("thu", "ke_hoach", side="short", step="0.05", each=-2).relative
        True
    """

    kind: ClassVar = "stepped"
    measure: Expression = field(converter=expression, validator=_sane_depth)
    """The result."""
    to: Expression = field(converter=expression, validator=_sane_depth)
    """The target; zero is a fault where steps are shares of it."""
    side: Side = field(converter=Side, kw_only=True)
    """The side on which steps are counted."""
    step: Fraction = field(converter=exact, validator=_above_zero, kw_only=True)
    """Size of a step: a share of the target, or in the measure's unit."""
    each: Fraction = field(converter=exact, kw_only=True)
    """Points for each step; below zero for a deduction."""
    relative: bool = field(default=True, kw_only=True)
    """Whether *step* is a share of the target rather than an amount."""
    started: bool = field(default=False, kw_only=True)
    """Whether a step that has only begun counts too."""
    start: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Points without any step; absent, the maximum for deductions and 0 for bonuses."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest result (*sàn*); absent, 0 for deductions and nothing for bonuses."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result (*trần*); absent, the maximum."""


@final
@frozen
class Banded:
    """Points by the band the result falls in (*theo khoảng*)."""

    kind: ClassVar = "banded"
    measure: Expression = field(converter=expression, validator=_sane_depth)
    """The result."""
    bands: tuple[Band, ...] = field(converter=bands_of)
    """The table; a result in no band, or in two, is a fault."""
    to: Expression | None = field(
        default=None,
        converter=expression_or_none,
        validator=validators.optional(_sane_depth),
        kw_only=True,
    )
    """If given, bands hold percentages of this target (100 is the whole target)."""


@final
@frozen
class Event:
    """One kind of event, with the points each gives or costs (*lần*)."""

    kind: ClassVar = "event"
    count: Expression = field(converter=expression, validator=_sane_depth)
    """How often it happened: a code, or an expression."""
    each: Fraction = field(converter=exact)
    """Points for each; below zero for a deduction."""


def _events(given: Iterable[Event]) -> tuple[Event, ...]:
    events = tuple(given)
    if not events:
        raise RubricFault(("events",), "empty", "no events to count")
    return events


@final
@frozen
class PerEvent:
    """Points for, or off, each event (*cộng / trừ theo lần*).

    Start, plus the sum over the events held between two limits, the result held
    between two more: ``3 - min(1.5, 0.5 * a + 0.5 * b)`` has a change of at least -1.5.
    """

    kind: ClassVar = "per_event"
    events: tuple[Event, ...] = field(converter=_events)
    """The events that share one start (*gốc chung*)."""
    start: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Points without any event; absent, the maximum if some event costs points, else 0."""
    change_at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Most that events may cost together, as a number below zero."""
    change_at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Most that events may give together."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest result (*sàn*); absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result (*trần*); absent, there is none."""

    @classmethod
    def of(cls, count: Expression | Number, each: Number, **limits: Number | None) -> PerEvent:
        """Return the form for one kind of event.

        Example:
            >>> PerEvent.of("bao_cao_tre", -2, at_least=0).events
            (Event(count=Reported(code='bao_cao_tre'), each=Fraction(-2, 1)),)
        """
        return cls((Event(count, each),), **limits)


class LeaderBy(Term):
    """Which unit of the cluster leads, and what the others are measured by."""

    RATIO = "ratio"
    """The highest result over target; others by their excess ratio over the leader's."""
    EXCESS = "excess"
    """The highest result minus target; others by their excess over the leader's."""
    ACTUAL = "actual"
    """The highest result; others by how far they are from their target to that result."""


@final
@frozen
class AroundTarget:
    """A part of the maximum at the target, the rest by comparison with the leader.

    Below the target: that part, in proportion. At it: that part. Above it: that part, and
    of the rest as much as the unit's excess is of the leader's; so the leader has all, and
    so has each of several leaders. Where nobody exceeds the target, nobody has more than
    the part. Units without a target (*không được giao chỉ tiêu*) form a second group: the
    maximum in proportion to the best of that group.
    """

    kind: ClassVar = "around_target"
    measure: str = field(converter=code_of_measure)
    """Code of the result."""
    to: str = field(converter=code_of_measure)
    """Code of the target; in the state not_assigned for units without one."""
    at_target: Fraction = field(default=Fraction(1, 2), converter=exact, validator=_share)
    """Share of the maximum for a result equal to the target."""
    leader: LeaderBy = field(default=LeaderBy.RATIO, converter=LeaderBy, kw_only=True)
    """What leading means."""
    second_group: bool = field(default=True, kw_only=True)
    """Whether units without a target are compared with each other; else the criterion's
    treatment of not_assigned decides."""


@final
@frozen
class Calculation:
    """Points computed by an expression of the rubric's own (*công thức riêng*)."""

    kind: ClassVar = "calculation"
    points: Expression = field(converter=expression, validator=_sane_depth)
    """The points."""
    wording: str = ""
    """What the expression means, in the words of the rubric; said in explanations."""


Form: TypeAlias = (
    DirectEntry
    | YesNo
    | Leveled
    | Proportional
    | Stepped
    | Banded
    | PerEvent
    | AroundTarget
    | Calculation
)
"""Every way of scoring a criterion."""
