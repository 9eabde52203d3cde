# SPDX-License-Identifier: MIT
"""What units report: numbers, answers, levels, and lists of items (*chỉ tiêu, số liệu*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import Path, RubricFault, SheetFault, shown, suggest
from thidua.formula import code_of_measure
from thidua.formula.given import several
from thidua.formula.scope import Cell
from thidua.quantity import (
    EVERYTHING,
    Entry,
    Interval,
    State,
    Term,
    exact,
    looks_like_number,
    plain,
)
from thidua.quantity.typed import composed, typed

__all__ = [
    "Better",
    "Choice",
    "Indicator",
    "ItemList",
    "Measure",
    "Question",
    "cell_of",
    "common_step",
    "decimal_places",
    "domain",
    "fault_of_entry",
    "indicators",
    "is_possible",
    "reach",
]


class Better(Term):
    """Which results are better."""

    HIGHER = "higher"
    """More is better (*càng cao càng tốt*)."""
    LOWER = "lower"
    """Less is better (*càng thấp càng tốt*)."""


@final
@frozen(field_transformer=typed(RubricFault))
class Measure:
    """A number that every unit reports (*chỉ tiêu định lượng*).

    Example:
        >>> Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1).least
        Fraction(0, 1)
    """

    kind: ClassVar = "measure"
    code: str = field(converter=code_of_measure)
    """Code by which formulas and sheets name it."""
    name: str
    """Name, as in the rubric."""
    unit: str = field(default="", kw_only=True)
    """Unit: ``"tỷ đồng"``, ``"%"``, ``"lần"``."""
    places: int | None = field(default=0, kw_only=True)
    """Decimal places that results may have; 0 is whole numbers, None any exact number, such as
    a mean that another rubric leaves unrounded."""
    least: Fraction | None = field(default=Fraction(0), converter=optional(exact), kw_only=True)
    """Lowest result possible; None for no bound."""
    most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result possible; None for no bound."""
    above: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """A bound that results lie strictly above; targets that are divided by are above 0."""
    better: Better | None = field(default=None, converter=optional(Better), kw_only=True)
    """Which direction is better; None where neither is."""

    def __attrs_post_init__(self) -> None:
        """Refuse places and bounds that make no sense."""
        if self.places is not None and not 0 <= self.places <= 12:  # noqa: PLR2004 - a bound
            what = f"measure {self.code!r} has from 0 to 12 places, {self.places!r}"
            raise RubricFault(("places",), "places", what)
        if not is_possible(self):
            what = f"measure {self.code!r} can hold nothing, {_ends(domain(self))}"
            raise RubricFault(("most",), "bounds", what)


@final
@frozen(field_transformer=typed(RubricFault))
class Question:
    """A question answered yes or no (*chỉ tiêu định tính*); sheets hold True or False."""

    kind: ClassVar = "question"
    code: str = field(converter=code_of_measure)
    """Code by which formulas and sheets name it."""
    name: str
    """The question, as in the rubric."""


def _level_names(given: Iterable[str]) -> tuple[str, ...]:
    names = several(given)
    for name in names:
        if not isinstance(name, str) or not name or looks_like_number(name):
            what = f"a level is named by a word, {shown(name)}"
            raise RubricFault(("levels",), "level-name", what, 'write "mức 1" rather than "1"')
    names = tuple(map(composed, names))
    if len(set(names)) != len(names) or not names:
        raise RubricFault(("levels",), "level-name", f"levels differ and are some, {names!r}")
    return names


@final
@frozen(field_transformer=typed(RubricFault))
class Choice:
    """A choice of exactly one of several levels (*chọn một mức*); sheets hold its name."""

    kind: ClassVar = "choice"
    code: str = field(converter=code_of_measure)
    """Code by which formulas and sheets name it."""
    name: str
    """What is chosen, as in the rubric."""
    levels: tuple[str, ...] = field(converter=_level_names)
    """Names of the levels, best first; words, not numbers."""


Indicator: TypeAlias = Measure | Question | Choice
"""Whatever one cell of a sheet answers (*chỉ tiêu*)."""


def indicators(given: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Take what is reported, in the order given."""
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class ItemList:
    """A list inside a unit: tasks, lessons, reports, raters (*danh sách*)."""

    kind: ClassVar = "items"
    code: str = field(converter=code_of_measure)
    """Code by which formulas and sheets name it."""
    name: str
    """Name, as in the rubric."""
    measures: tuple[Indicator, ...] = field(converter=indicators)
    """What is reported for each item; its codes differ from those of the unit."""


_SOME_NUMBERS = Fraction(1, 2520)


def domain(indicator: Indicator) -> Interval:
    """Return what the indicator may be, as a number."""
    match indicator:
        case Measure(least=least, most=most, above=above):
            lows = [bound for bound in (least, above) if bound is not None]
            return Interval(max(lows, default=None), most)
        case Question():
            return Interval(0, 1)
        case Choice():
            return EVERYTHING
        case _:
            assert_never(indicator)


def common_step(first: Fraction, second: Fraction | None) -> Fraction:
    """Return the least step whose multiples are multiples of both; None is no step.

    Example:
        >>> common_step(Fraction(1, 4), Fraction(1, 10))
        Fraction(1, 2)
    """
    if second is None:
        return first
    top = lcm(first.numerator, second.numerator)
    return Fraction(top, gcd(first.denominator, second.denominator))


def reach(
    measure: Measure, allowed: Interval = EVERYTHING, step: Fraction | None = None
) -> tuple[Fraction, int | None, int | None]:
    """Return the unit of the numbers that *measure* may hold, and how many of it they are.

    Args:
        measure: The measure, with its own bounds and places.
        allowed: Further bounds.
        step: What numbers are multiples of besides; None is any number.

    Returns:
        The unit, then the least and the most in units; None where nothing bounds them. The
        least is above the most where there is no such number. Of a measure that may hold any
        number those in the unit are some, thirds and sevenths among them.
    """
    span = domain(measure).both(allowed)
    finest = _SOME_NUMBERS if measure.places is None else Fraction(1, 10**measure.places)
    unit = common_step(finest, step)
    first = None if span.low is None else ceil(span.low / unit)
    last = None if span.high is None else floor(span.high / unit)
    if first is not None and measure.above is not None and first * unit <= measure.above:
        first += 1
    return unit, first, last


def decimal_places(measure: Measure) -> int:
    """Return the decimal places of a measure that does not hold any exact number."""
    assert measure.places is not None  # noqa: S101 - rubrics are asked before
    return measure.places


def is_possible(
    measure: Measure, allowed: Interval = EVERYTHING, step: Fraction | None = None
) -> bool:
    """Tell whether *measure* can hold some number; for the arguments see `reach`."""
    if measure.places is None and step is None:
        span = domain(measure).both(allowed)
        if span.low is None or span.high is None:
            return True
        return span.low < span.high or (span.low == span.high and span.low != measure.above)
    _, first, last = reach(measure, allowed, step)
    return first is None or last is None or first <= last


def _ends(span: Interval) -> str:
    ends = [plain(end) for end in (span.low, span.high) if end is not None]
    return f"from {' to '.join(ends)}"


def cell_of(entry: Entry) -> Cell:
    """Return *entry* as evaluators read it."""
    return Fraction(entry) if isinstance(entry, bool) else entry


def fault_of_entry(indicator: Indicator, entry: Entry, at: Path) -> SheetFault | None:
    """Say what is wrong with *entry* as an answer to *indicator*, or return None."""
    if isinstance(entry, State):
        return None
    match indicator:
        case Measure():
            if isinstance(entry, bool | str):
                what = f"measure {indicator.code!r} is a number, given {entry!r}"
                return SheetFault(at, "not-a-number", what, _how_to_write(entry))
            return _out_of_bounds(indicator, entry, at)
        case Question():
            if isinstance(entry, bool):
                return None
            what = f"question {indicator.code!r} is answered yes or no, given {_shown(entry)}"
            return SheetFault(at, "not-yes-or-no", what, "write true or false")
        case Choice(levels=levels):
            if isinstance(entry, str) and entry in levels:
                return None
            what = f"choice {indicator.code!r} has no level {_shown(entry)}"
            return SheetFault(at, "level-unknown", what, suggest(entry, levels))
        case _:
            assert_never(indicator)


def _how_to_write(entry: Entry) -> str:
    """Say how a number is written, or the state that somebody meant."""
    if isinstance(entry, str) and entry in {*State}:
        return f'write State.{State(entry).name}, or in a document {{"state": "{entry}"}}'
    if isinstance(entry, str) and "," in entry:
        return "read Vietnamese numbers with parse_vietnamese"
    return "write a number or a state"


def _shown(entry: Entry) -> str:
    return repr(plain(entry)) if isinstance(entry, Fraction) else repr(entry)


def _out_of_bounds(measure: Measure, value: Fraction, at: Path) -> SheetFault | None:
    code, hint = "out-of-bounds", "correct the entry, or the bounds of the measure"
    if measure.least is not None and value < measure.least:
        wrong = f"below its least of {plain(measure.least)}"
    elif measure.above is not None and value <= measure.above:
        wrong = f"not above {plain(measure.above)}"
    elif measure.most is not None and value > measure.most:
        wrong = f"above its most of {plain(measure.most)}"
    elif measure.places is not None and 10**measure.places % value.denominator:
        wrong = f"which has more than {measure.places} decimal places"
        code, hint = "too-many-places", "round it by a rule, or declare more places"
    else:
        return None
    return SheetFault(at, code, f"measure {measure.code!r} is {plain(value)}, {wrong}", hint)
