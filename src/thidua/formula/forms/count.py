# SPDX-License-Identifier: MIT
"""Forms that count: events, offences, prizes (*tính theo lần*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.forms.limit import not_below_zero, sane_depth, some
from thidua.formula.given import several
from thidua.formula.kernel import Expression, code_of_measure, expression, expression_or_none
from thidua.quantity import Number, exact
from thidua.quantity.typed import typed

__all__ = ["ByCount", "Event", "PerEvent", "Pick", "Prize", "PrizeTable"]


@final
@frozen(field_transformer=typed(RubricFault))
class Event:
    """One kind of event, with the points each gives or costs (*lần*)."""

    kind: ClassVar = "event"
    count: Expression = field(converter=expression, validator=sane_depth)
    """How often it happened: a code, or an expression; a yes counts 1."""
    each: Fraction = field(converter=exact)
    """Points for each; below zero for a deduction."""
    limit: Fraction | None = field(
        default=None, converter=optional(exact), validator=not_below_zero, kw_only=True
    )
    """Most that events of this kind may give, or cost; absent, there is no limit."""


def _events(given: Iterable[Event]) -> tuple[Event, ...]:
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class PerEvent:
    """Points for, or off, each event (*cộng / trừ theo lần*).

    Start, less the deductions held to their limit, plus the bonuses held to theirs,
    the result held between two limits more.

    Example: ``3 - min(1.5, 0.5 * a + 0.5 * b)``:
        >>> tre, thieu = Event("tre", "-0.5"), Event("thieu", "-0.5")
        >>> PerEvent([tre, thieu], deductions_limit="1.5").start is None
        True
    """

    kind: ClassVar = "per_event"
    events: tuple[Event, ...] = field(converter=_events, validator=some)
    """The events that share one start (*gốc chung*)."""
    start: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Points without any event; absent, the maximum if some event costs points, else 0."""
    deductions_limit: Fraction | None = field(
        default=None, converter=optional(exact), validator=not_below_zero, kw_only=True
    )
    """Most that deductions may cost together (*tổng trừ không quá*)."""
    bonuses_limit: Fraction | None = field(
        default=None, converter=optional(exact), validator=not_below_zero, kw_only=True
    )
    """Most that bonuses may give together (*tổng cộng không quá*)."""
    bonus_if_clean: bool = field(default=False, kw_only=True)
    """Whether bonuses count only where nothing was deducted."""
    per: Expression | None = field(
        default=None, converter=expression_or_none, validator=sane_depth, kw_only=True
    )
    """What the points of events are divided by: lessons, pupils (*bình quân*); zero is a
    fault."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest result (*sàn*); absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result (*trần*); absent, there is none."""

    @classmethod
    def of(cls, count: Expression | Number, each: Number, **limits: Number | None) -> PerEvent:
        """Return the form for one kind of event.

        Example:
            >>> PerEvent.of("bao_cao_tre", -2, at_least=0).events[0].each
            Fraction(-2, 1)
        """
        return cls((Event(count, each),), **limits)  # type: ignore[arg-type]


def _points(given: Iterable[Number]) -> tuple[Fraction, ...]:
    return tuple(exact(one) for one in several(given))


@final
@frozen(field_transformer=typed(RubricFault))
class ByCount:
    """Points by how often something happened, step by step (*bảng theo số lần, lũy tiến*).

    Example: six points, four after the first offence, none after the second:
        >>> ByCount("vi_pham", [6, 4, 0]).further
        Fraction(0, 1)
    """

    kind: ClassVar = "by_count"
    count: Expression = field(converter=expression, validator=sane_depth)
    """How often it happened."""
    points: tuple[Fraction, ...] = field(converter=_points, validator=some)
    """Points for no time, one time, two times, and so on."""
    further: Fraction = field(default=Fraction(0), converter=exact, kw_only=True)
    """Points more, or less, for each time after the last of these."""


@final
@frozen(field_transformer=typed(RubricFault))
class Pick:
    """A level that an item must have for a prize to be its own."""

    kind: ClassVar = "pick"
    choice: str = field(converter=code_of_measure)
    """Code of a choice of the items."""
    level: str
    """The level."""


def _picks(given: Iterable[Pick] | Mapping[str, str]) -> tuple[Pick, ...]:
    if isinstance(given, Mapping):
        pairs = cast("Mapping[str, str]", given).items()
        return tuple(Pick(choice, level) for choice, level in pairs)
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class Prize:
    """One cell of a table of prizes, with its points (*giải*)."""

    kind: ClassVar = "prize"
    points: Fraction = field(converter=exact)
    """Points for it."""
    levels: tuple[Pick, ...] = field(converter=_picks, validator=some)
    """The levels that make it: a rank, or a rank and the level of the contest; a mapping
    of choices to levels is taken as it is."""


def _prizes(given: Iterable[Prize]) -> tuple[Prize, ...]:
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class PrizeTable:
    """Points for prizes won, by rank and level (*bảng điểm giải thưởng*).

    Example: only the highest prize counts, and ten points are lost without any:
        >>> prizes = [Prize(60, {"giai": "nhất"}), Prize(40, {"giai": "nhì"})]
        >>> PrizeTable("giai_thuong", prizes, without=-10).only_highest
        True
    """

    kind: ClassVar = "prize_table"
    items: str = field(converter=code_of_measure)
    """Code of the list of prizes won."""
    prizes: tuple[Prize, ...] = field(converter=_prizes, validator=some)
    """The table; an item takes the first cell it fits, and 0 if it fits none."""
    only_highest: bool = field(default=True, kw_only=True)
    """Whether only the highest counts; else all are added."""
    without: Fraction = field(default=Fraction(0), converter=exact, kw_only=True)
    """Points where nothing was won (*trắng giải*)."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result; absent, there is none."""
