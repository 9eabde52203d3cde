# SPDX-License-Identifier: MIT
"""Forms that read one answer: points entered, a yes, a level, a threshold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.fold import Relation
from thidua.formula.forms.limit import above_zero, sane_depth, some
from thidua.formula.given import several
from thidua.formula.kernel import Expression, code_of_measure, expression, expression_or_none
from thidua.quantity import Number, exact
from thidua.quantity.typed import typed

__all__ = [
    "BasePoints",
    "Checklist",
    "DirectEntry",
    "Level",
    "Leveled",
    "Threshold",
    "Tick",
    "YesNo",
]


@final
@frozen(field_transformer=typed(RubricFault))
class BasePoints:
    """Points that everybody has to begin with (*điểm nền, điểm gốc*).

    Example: as many as the maximum of the criterion:
        >>> BasePoints().points is None
        True
    """

    kind: ClassVar = "base_points"
    points: Fraction | None = field(default=None, converter=optional(exact))
    """The points; absent, the maximum."""


@final
@frozen(field_transformer=typed(RubricFault))
class DirectEntry:
    """The points are entered as they are (*chấm thẳng*).

    Example: from 0 to the criterion's maximum, in quarters of a point:
        >>> DirectEntry("diem", step="0.25").most is None
        True
    """

    kind: ClassVar = "direct_entry"
    measure: str = field(converter=code_of_measure)
    """Code of the measure that holds the points."""
    least: Fraction = field(default=Fraction(0), converter=exact, kw_only=True)
    """Lowest points that may be entered."""
    most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest points that may be entered; absent, the criterion's maximum."""
    step: Fraction | None = field(
        default=None, converter=optional(exact), validator=above_zero, kw_only=True
    )
    """Points are multiples of this; absent, any points will do."""
    unlimited: bool = field(default=False, kw_only=True)
    """Whether the bounds of the measure are the only ones, and not *least* and *most*: points
    that were agreed on, whatever the maximum says."""
    otherwise: Expression | None = field(
        default=None, converter=expression_or_none, validator=sane_depth, kw_only=True
    )
    """What counts where the measure is not_applicable: the points of the stage before, which
    those of a later stage replace (*điểm cấp trên thay điểm cấp dưới*)."""

    def __attrs_post_init__(self) -> None:
        """Refuse limits of what has none."""
        if self.unlimited and (self.least or self.most is not None):
            what = "points entered without limits have least or most"
            raise RubricFault(("unlimited",), "limits", what, "bound the measure instead")


@final
@frozen(field_transformer=typed(RubricFault))
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
@frozen(field_transformer=typed(RubricFault))
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
    levels = several(given)
    if not levels:
        raise RubricFault(("levels",), "empty", "no levels to choose from")
    return levels


@final
@frozen(field_transformer=typed(RubricFault))
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
@frozen(field_transformer=typed(RubricFault))
class Tick:
    """One thing on a checklist, with its points (*mục con*)."""

    kind: ClassVar = "tick"
    question: str = field(converter=code_of_measure)
    """Code of the question."""
    points: Fraction = field(converter=exact)
    """Points for a yes."""


def _ticks(given: Iterable[Tick] | Mapping[str, object]) -> tuple[Tick, ...]:
    if isinstance(given, Mapping):
        pairs = cast("Mapping[str, Number]", given).items()
        return tuple(Tick(question, points) for question, points in pairs)
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class Checklist:
    """The points of everything that has been done (*tổng các mục con*).

    Example:
        >>> Checklist({"co_van_ban": "0.5", "co_ke_hoach": "0.5"}).ticks[1].question
        'co_ke_hoach'
    """

    kind: ClassVar = "checklist"
    ticks: tuple[Tick, ...] = field(converter=_ticks, validator=some)
    """What is on the list; a mapping of questions to points is taken as it is."""


@final
@frozen(field_transformer=typed(RubricFault))
class Threshold:
    """Fixed points for reaching a threshold (*đạt ngưỡng*), others for not reaching it.

    Example: 3 points from 110 % of the plan:
        >>> from thidua.formula import Quotient
        >>> Threshold(Quotient("thu", "ke_hoach"), ">=", "1.1", yes=3).no
        Fraction(0, 1)
    """

    kind: ClassVar = "threshold"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """The result."""
    relation: Relation = field(converter=Relation)
    """How it must stand to the threshold."""
    to: Expression = field(converter=expression, validator=sane_depth)
    """The threshold: a number, a target, the result of the previous period."""
    yes: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Points if it does; absent, the maximum."""
    no: Fraction = field(default=Fraction(0), converter=exact, kw_only=True)
    """Points if it does not."""
