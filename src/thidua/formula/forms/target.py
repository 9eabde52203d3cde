# SPDX-License-Identifier: MIT
"""Forms that hold a result against a target (*so với chỉ tiêu*)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, final

from attrs import field, fields, frozen
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.band import Band, bands_of
from thidua.formula.forms.limit import above_zero, sane_depth, share, target
from thidua.formula.kernel import Expression, code_of_measure, expression, expression_or_none
from thidua.quantity import Term, exact
from thidua.quantity.typed import typed

__all__ = ["AroundTarget", "Banded", "LeaderBy", "Proportional", "Side", "Stepped"]


@final
@frozen(field_transformer=typed(RubricFault))
class Proportional:
    """A share of the maximum, as large as the share of the target reached (*tỷ lệ*)."""

    kind: ClassVar = "proportional"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """The result: a code, or an expression."""
    to: Expression = field(converter=expression, validator=[sane_depth, target])
    """The target: a code, a number, or an expression; one that is not above zero is a fault."""
    zero_below: Fraction | None = field(
        default=None, converter=optional(exact), validator=share, kw_only=True
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
@frozen(field_transformer=typed(RubricFault))
class Stepped:
    """Points for every full step over or short of a target (*cứ mỗi … cộng / trừ*).

    Example: two points off for every full 5 % short of the plan, from the full maximum:
        >>> Stepped("thu", "ke_hoach", side="short", step="0.05", each=-2).relative
        True
    """

    kind: ClassVar = "stepped"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """The result."""
    to: Expression = field(converter=expression, validator=sane_depth)
    """The target; one that is not above zero is a fault where steps are shares of it."""
    side: Side = field(converter=Side, kw_only=True)
    """The side on which steps are counted."""
    step: Fraction = field(converter=exact, validator=above_zero, kw_only=True)
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

    def __attrs_post_init__(self) -> None:
        """Refuse shares of a fixed target that is not above zero."""
        if self.relative:
            target(self, fields(Stepped).to, self.to)


@final
@frozen(field_transformer=typed(RubricFault))
class Banded:
    """Points by the band the result falls in (*theo khoảng*)."""

    kind: ClassVar = "banded"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """The result."""
    bands: tuple[Band, ...] = field(converter=bands_of)
    """The table; a result in no band, or in two, is a fault."""
    to: Expression | None = field(
        default=None,
        converter=expression_or_none,
        validator=[sane_depth, target],
        kw_only=True,
    )
    """If given, bands hold percentages of this target (100 is the whole target); one that is
    not above zero is a fault."""


class LeaderBy(Term):
    """Which unit of the cluster leads, and what the others are measured by."""

    RATIO = "ratio"
    """The highest result over target; others by their excess ratio over the leader's."""
    EXCESS = "excess"
    """The highest result minus target; others by their excess over the leader's."""
    ACTUAL = "actual"
    """The highest result; others by how far they are from their target to that result."""


@final
@frozen(field_transformer=typed(RubricFault))
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
    """Code of the target; in the state not_assigned for units without one. A result is never
    a share of one that is not above zero: that is a fault."""
    at_target: Fraction = field(default=Fraction(1, 2), converter=exact, validator=share)
    """Share of the maximum for a result equal to the target."""
    leader: LeaderBy = field(default=LeaderBy.RATIO, converter=LeaderBy, kw_only=True)
    """What leading means."""
    second_group: bool = field(default=True, kw_only=True)
    """Whether units without a target are compared with each other; else the criterion's
    treatment of not_assigned decides."""

    def __attrs_post_init__(self) -> None:
        """Refuse a result that is its own target."""
        if self.measure == self.to:
            what = f"measure {self.measure!r} is its own target"
            raise RubricFault(("to",), "same-measure", what, "name the measure of the target")
