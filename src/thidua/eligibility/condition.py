# SPDX-License-Identifier: MIT
"""Conditions made of conditions, and windows of years that they bind."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final, TypeAlias, assert_never, final, get_args

from attrs import Attribute, field, frozen
from attrs.converters import optional

from thidua.dossier import texts
from thidua.eligibility.leaf import (
    Employed,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    NoSanction,
    NotPending,
    Rated,
    ServedInPost,
    SubjectIs,
    YearsSince,
)
from thidua.eligibility.leaf_group import FigureIs, InCampaign, SelectedIn, ShareIs, Voted
from thidua.eligibility.leaf_left import (
    Attested,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    TextMissing,
)
from thidua.eligibility.term import Anchor, natural, some, whole
from thidua.errors import RuleFault
from thidua.quantity import Term
from thidua.quantity.typed import typed

__all__ = [
    "MAXIMUM_NESTING",
    "All",
    "Any",
    "AtLeast",
    "Condition",
    "EachYear",
    "InYears",
    "Leaf",
    "Not",
    "Run",
    "RunSpan",
    "Side",
    "leaves",
    "parts_of",
    "that_year",
]

MAXIMUM_NESTING: Final = 12
"""Deepest nesting of conditions."""

Leaf: TypeAlias = (
    SubjectIs
    | HasAttribute
    | Rated
    | Held
    | HeldInARow
    | YearsSince
    | HasInitiative
    | NoSanction
    | NotPending
    | ServedInPost
    | Employed
    | FigureIs
    | ShareIs
    | SelectedIn
    | InCampaign
    | Voted
    | Attested
    | MeetsStandard
    | MeetsRule
    | NeedsJudgement
    | NeedsLocalRules
    | TextMissing
)
"""Every condition that has none inside."""


def _condition(given: Condition) -> Condition:
    """Take a condition; refuse anything else."""
    if type(given) in get_args(Condition):
        return given
    raise RuleFault((), "not-a-condition", f"not a condition, {given!r}", "write Rated(…)")


def _conditions(given: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(_condition(one) for one in given)


def _sane(instance: Condition, attribute: Attribute[typing.Any], _value: object) -> None:
    """Refuse conditions nested too deep; itself never recurses."""
    level: list[Condition] = [instance]
    for _ in range(MAXIMUM_NESTING):
        level = [inner for one in level for inner in parts_of(one)]
        if not level:
            return
    what = f"conditions nested more than {MAXIMUM_NESTING} deep"
    raise RuleFault((attribute.name,), "too-deep", what, "name a part as a rule: MeetsRule(…)")


@final
@frozen(field_transformer=typed(RuleFault))
class All:
    """Every one of several (*đồng thời*)."""

    kind: ClassVar = "all"
    of: tuple[Condition, ...] = field(converter=_conditions, validator=[some, _sane])
    """The conditions."""


@final
@frozen(field_transformer=typed(RuleFault))
class Any:
    """One of several, or more (*một trong các*)."""

    kind: ClassVar = "any"
    of: tuple[Condition, ...] = field(converter=_conditions, validator=[some, _sane])
    """The conditions."""


@final
@frozen(field_transformer=typed(RuleFault))
class AtLeast:
    """A number of several (*ít nhất … trong số*)."""

    kind: ClassVar = "at_least"
    count: int = field(validator=whole)
    """How many."""
    of: tuple[Condition, ...] = field(converter=_conditions, validator=[some, _sane])
    """The conditions."""

    def __attrs_post_init__(self) -> None:
        """Refuse to ask for more than there are."""
        if self.count > len(self.of):
            what = f"at least {self.count} of {len(self.of)}"
            raise RuleFault(("count",), "too-many", what, "nobody can meet it")


@final
@frozen(field_transformer=typed(RuleFault))
class Not:
    """The condition does not hold; what is open stays open."""

    kind: ClassVar = "not"
    of: Condition = field(converter=_condition, validator=_sane)
    """The condition."""


class Side(Term):
    """From which end of a window years are counted."""

    FIRST = "first"
    """From its first year; of a `Run` or another window only."""
    LAST = "last"
    """From its last year; outside of a window, from the year under review."""


@final
@frozen(field_transformer=typed(RuleFault))
class InYears:
    """Judged in some years only (*trong … năm*): of the window around it, or the last ones.

    Both ends are inside: the last three years before a proposal for 2024 are 2022 to 2024.
    """

    kind: ClassVar = "in_years"
    years: int = field(validator=whole)
    """How many years."""
    of: Condition = field(converter=_condition, validator=_sane)
    """What is judged in them."""
    side: Side = field(default=Side.LAST, converter=Side, kw_only=True)
    """At which end they lie."""
    skip: int = field(default=0, validator=natural, kw_only=True)
    """How many years to leave out at that end first."""


@final
@frozen(field_transformer=typed(RuleFault))
class EachYear:
    """Judged in every year of the window by itself (*mỗi năm*)."""

    kind: ClassVar = "each_year"
    of: Condition = field(converter=_condition, validator=_sane)
    """What must hold in each."""


class RunSpan(Term):
    """In which years of a streak the conditions inside are judged."""

    WHOLE = "whole"
    """In all of it, however long it is."""
    LAST = "last"
    """In its last years, as many as are asked for."""
    SLIDING = "sliding"
    """In any of its years that follow each other, as many as are asked for."""
    BLOCKS = "blocks"
    """In any of the blocks, as long as asked for, into which it falls from its first year."""


@final
@frozen(field_transformer=typed(RuleFault))
class Run:
    """Years in a row, up to the proposal, and what must lie in them (*… năm liên tục*).

    A year is one that *each* holds in, judged in that year alone: a rating, a title, an
    initiative. The streak ends with the year under review, unless *skip* or *idle* say
    otherwise. What *within* asks is judged in the window of the streak that *span* names.
    """

    kind: ClassVar = "run"
    years: int = field(validator=whole)
    """Least number of years in a row."""
    each: Condition = field(converter=_condition, validator=_sane)
    """What makes a year count."""
    within: Condition | None = field(
        default=None, converter=optional(_condition), validator=_sane, kw_only=True
    )
    """What must hold inside the window (*trong thời gian đó*)."""
    span: RunSpan = field(default=RunSpan.WHOLE, converter=RunSpan, kw_only=True)
    """Which years the window has."""
    skip: int = field(default=0, validator=natural, kw_only=True)
    """Years to leave out at the end: with 1 it ends in the year before that under review."""
    idle: int | None = field(default=0, validator=natural, kw_only=True)
    """Most years that may have passed since the streak ended; None for any number."""
    after: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Awards of which one must be held, and the last received; only later years count."""
    reset: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Awards after the last of which the years count anew, if there is one."""
    by: Anchor = field(default=Anchor.PERIOD, converter=Anchor, kw_only=True)
    """The time from which "after" counts."""


Condition: TypeAlias = (
    All
    | Any
    | AtLeast
    | Not
    | InYears
    | EachYear
    | Run
    | SubjectIs
    | HasAttribute
    | Rated
    | Held
    | HeldInARow
    | YearsSince
    | HasInitiative
    | NoSanction
    | NotPending
    | ServedInPost
    | Employed
    | FigureIs
    | ShareIs
    | SelectedIn
    | InCampaign
    | Voted
    | Attested
    | MeetsStandard
    | MeetsRule
    | NeedsJudgement
    | NeedsLocalRules
    | TextMissing
)
"""Whatever may be asked of a dossier."""


def that_year(of: Condition) -> InYears:
    """Return the condition that *of* holds in the year under review (*trong năm xét*)."""
    return InYears(1, of)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside *condition*, in the order of its fields."""
    match condition:
        case All(of) | Any(of) | AtLeast(_, of):
            return of
        case Not(inner) | InYears(_, inner) | EachYear(inner):
            return (inner,)
        case Run(_, each):
            return (each,) if condition.within is None else (each, condition.within)
        case (
            SubjectIs()
            | HasAttribute()
            | Rated()
            | Held()
            | HeldInARow()
            | YearsSince()
            | HasInitiative()
            | NoSanction()
            | NotPending()
            | ServedInPost()
            | Employed()
            | FigureIs()
            | ShareIs()
            | SelectedIn()
            | InCampaign()
            | Voted()
            | Attested()
            | MeetsStandard()
            | MeetsRule()
            | NeedsJudgement()
            | NeedsLocalRules()
            | TextMissing()
        ):
            return ()
        case _:
            assert_never(condition)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield every condition in *condition* that has none inside, in the order of writing."""
    inner = parts_of(condition)
    for one in inner:
        yield from leaves(one)
    if not isinstance(condition, All | Any | AtLeast | Not | InYears | EachYear | Run):
        yield condition
