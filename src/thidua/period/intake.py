# SPDX-License-Identifier: MIT
"""What the sheets of a rubric take from results of other periods and rubrics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.errors import PeriodFault
from thidua.formula import code_of_measure
from thidua.quantity import Term
from thidua.quantity.typed import typed
from thidua.rubric.plan import TOTAL

__all__ = [
    "Carry",
    "CarryClass",
    "CarryEntry",
    "CarryPercent",
    "CarryPoints",
    "CarryRank",
    "CarryWeight",
    "EarnedBefore",
    "FromParts",
    "FromPeriod",
    "Intake",
    "Outside",
    "Source",
    "UsedBefore",
]


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryPoints:
    """The points of the total, a section or a criterion (*điểm của kỳ*), as they are rounded."""

    kind: ClassVar = "carry_points"
    to: str = field(converter=code_of_measure)
    """Code of the measure that receives them."""
    of: str = TOTAL
    """Code of the part of the other rubric; absent, the total."""


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryPercent:
    """Points over the maximum, times 100 (*tỷ lệ điểm của kỳ*); the total's as it is rounded."""

    kind: ClassVar = "carry_percent"
    to: str = field(converter=code_of_measure)
    """Code of the measure that receives it."""
    of: str = TOTAL
    """Code of the part of the other rubric; absent, the total."""


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryRank:
    """The rank (*thứ hạng của kỳ*); units that share a rank all carry it."""

    kind: ClassVar = "carry_rank"
    to: str = field(converter=code_of_measure)
    """Code of the measure that receives it."""


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryClass:
    """The name of the class (*xếp loại của kỳ*)."""

    kind: ClassVar = "carry_class"
    to: str = field(converter=code_of_measure)
    """Code of the choice that receives it; its levels are the classes."""


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryEntry:
    """What the unit had reported (*số liệu của kỳ*); a state is carried as it is."""

    kind: ClassVar = "carry_entry"
    to: str = field(converter=code_of_measure)
    """Code of the indicator that receives it."""
    of: str = field(converter=code_of_measure)
    """Code of the indicator in the other rubric."""


@final
@frozen(field_transformer=typed(PeriodFault))
class CarryWeight:
    """The weight of the period (*hệ số của kỳ*), known before its results are."""

    kind: ClassVar = "carry_weight"
    to: str = field(converter=code_of_measure)
    """Code of the measure that receives it."""


Carry: TypeAlias = CarryPoints | CarryPercent | CarryRank | CarryClass | CarryEntry | CarryWeight
"""What is carried from the result of a period into a sheet (*chuyển kết quả sang kỳ sau*)."""


class Outside(Term):
    """What becomes of a unit that a result does not have, as it joined later or left."""

    REFUSE = "refuse"
    """It is a fault: nothing has been agreed."""
    OMIT = "omit"
    """The period is no item of that unit's list: a mean is over the periods it was there."""
    NOT_APPLICABLE = "not_applicable"
    """Its entries are in that state, and the rubric says what the state does."""


def _carries(given: Iterable[Carry]) -> tuple[Carry, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(PeriodFault))
class FromParts:
    """The parts of the period as items of a list: one item for each (*các kỳ thành phần*)."""

    kind: ClassVar = "from_parts"
    items: str = field(converter=code_of_measure)
    """Code of the list."""
    carries: tuple[Carry, ...] = field(converter=_carries)
    """What each item holds."""
    level: str = field(default="", kw_only=True)
    """Level of the parts: a semester may take its weeks past its months; absent, those just
    below."""
    rubric: str = field(default="", kw_only=True)
    """Code of the rubric whose results are taken, where parts have several."""
    outside: Outside = field(default=Outside.REFUSE, converter=Outside, kw_only=True)
    """What becomes of a unit in a part that it had no share in."""


@final
@frozen(field_transformer=typed(PeriodFault))
class FromPeriod:
    """The result of another rubric in the same period, as entries (*kết quả bảng điểm khác*)."""

    kind: ClassVar = "from_period"
    carries: tuple[Carry, ...] = field(converter=_carries)
    """What is carried."""
    rubric: str = field(default="", kw_only=True)
    """Code of the rubric whose result is taken, where the period has several."""
    outside: Outside = field(default=Outside.REFUSE, converter=Outside, kw_only=True)
    """What becomes of a unit that the result does not have; it cannot be left out."""

    def __attrs_post_init__(self) -> None:
        """Refuse to leave entries out."""
        if self.outside is Outside.OMIT:
            what = "an entry cannot be left out as an item can"
            todo = "write 'refuse' or 'not_applicable'"
            raise PeriodFault(("outside",), "outside", what, todo)


@final
@frozen(field_transformer=typed(PeriodFault))
class UsedBefore:
    """Points that earlier periods of the same window have counted (*điểm đã tính trong kỳ*).

    It is what `CapAcross` takes for *used*. Periods of other windows count nothing: a cap for
    the semester starts anew with the semester.
    """

    kind: ClassVar = "used_before"
    to: str = field(converter=code_of_measure)
    """Code of the measure that receives the sum."""
    of: str
    """Code of the criterion or section whose points are summed."""
    within: str = field(default="", kw_only=True)
    """Level of the period that is the window; absent, the one just above."""
    rubric: str = field(default="", kw_only=True)
    """Code of the rubric of the earlier periods; absent, the same as now."""


@final
@frozen(field_transformer=typed(PeriodFault))
class EarnedBefore:
    """Whether an earlier period of the same window has given points (*đã được cộng trong kỳ*).

    It keeps a bonus to once a year: the first period in which it is earned counts.
    """

    kind: ClassVar = "earned_before"
    to: str = field(converter=code_of_measure)
    """Code of the question that receives the answer."""
    of: str
    """Code of the criterion or section that gives more than 0 points where it is earned."""
    within: str = field(default="", kw_only=True)
    """Level of the period that is the window; absent, the one just above."""
    rubric: str = field(default="", kw_only=True)
    """Code of the rubric of the earlier periods; absent, the same as now."""


Source: TypeAlias = FromParts | FromPeriod | UsedBefore | EarnedBefore
"""Where entries of a sheet come from, other than from the unit itself."""


def _sources(given: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(PeriodFault))
class Intake:
    """What the sheets of a rubric take from results (*nguồn số liệu từ kết quả các kỳ*)."""

    kind: ClassVar = "intake"
    sources: tuple[Source, ...] = field(converter=_sources)
    """Where it comes from; each measure and list from one source."""
