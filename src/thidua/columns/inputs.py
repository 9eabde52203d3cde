# SPDX-License-Identifier: MIT
"""Columns as they come, read as whole numbers and checked on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import ceil, floor, gcd
from operator import and_, or_
from typing import TypeAlias, final

import narwhals as nw
from attrs import field, frozen

from thidua.columns.engine import Engine
from thidua.columns.source import Source
from thidua.errors import Fault, SheetFault, suggest
from thidua.program.make import multiply
from thidua.program.node import Column, Literal, Whole
from thidua.program.term import STATES
from thidua.quantity import State, plain
from thidua.rubric import Choice, Indicator, Measure, Question
from thidua.rubric.measure import common_step

__all__ = ["Input", "Layout", "read"]

Wrong: TypeAlias = tuple[nw.Expr, str, str]
"""Where an entry is wrong, the code of the fault, and what is wrong."""

_SAFE = 2**53
"""From here on floats skip whole numbers."""
_DIGITS = 18
"""Digits that every number of 64 bits can have."""


@final
@frozen(kw_only=True)
class Layout:
    """How a frame holds what units report (*bố cục bảng số liệu*).

    Columns bear the codes of measures.
    """

    unit: str = "unit"
    """Column with the code of the unit."""
    cluster: str | None = None
    """Column with the cluster of the unit; None if all units are of one."""
    states: str | None = None
    """What is added to the code of a measure or list to name the column with its state, such
    as ``"_state"``. There, and where there is no such column, an entry that is null is
    missing. None: there are no states, and null is a fault."""
    scaled: bool = False
    """Whether columns of integers count units of 10^-places; else they hold values as they
    are. Decimals are always values."""
    floats: Mapping[str, int] = field(factory=dict)
    """Decimal places to read columns of floats at, by code; others of floats are refused."""


@final
@frozen
class Input:
    """What is read from the columns of one measure."""

    code: str
    """Code of the measure."""
    node: Whole
    """The value as programs have it: a whole number of 10^-places."""
    column: Column
    """The column in it."""
    source: Source
    """Where that stands."""
    made: nw.Expr | None
    """How it is made, unless it stands in the frame."""
    wrong: tuple[Wrong, ...]
    """What makes an entry wrong."""
    fine: nw.Expr | None
    """Where nothing does; false or null elsewhere. None: everywhere."""
    extremes: tuple[int, int] | None
    """The least and the most of a column of integers that stands in the frame."""
    state: tuple[Column, nw.Expr] | None
    """The number of its state, if it may have one."""


def read(
    indicator: Indicator,
    column: Column,
    step: Fraction | None,
    schema: Mapping[str, nw.dtypes.DType],
    layout: Layout,
    engine: Engine,
    name: str,
    *,
    apart: bool,
) -> Input | Fault:
    """Return how the column of an indicator is read, or why it cannot be.

    Args:
        indicator: What is reported.
        column: Its column in the program.
        step: What its values are multiples of besides.
        schema: The columns of the frame.
        layout: What they hold.
        engine: What the frame can do.
        name: What the column is called if it must be made.
        apart: Whether it must, as it may stand beside columns of another frame.
    """
    code = indicator.code
    at = () if column.items is None else (column.items,)
    if code not in schema:
        return SheetFault(
            at, "column-missing", f"the frame has no column {code!r}", suggest(code, schema)
        )
    dtype, raw = schema[code], nw.col(code)
    numbers = _numbers(indicator, raw, dtype, layout)
    if isinstance(numbers, str):
        return SheetFault(at, "column-type", f"column {code!r} holds {dtype}", numbers)
    made, wrong, factor, dtype, reach = numbers
    low = reach[0] if column.low is None else max(reach[0], ceil(Fraction(column.low, factor)))
    high = reach[1] if column.high is None else min(reach[1], floor(Fraction(column.high, factor)))
    number = raw if made is None else made
    within: list[nw.Expr] = []
    if column.low is not None and low > reach[0]:
        what = f"less than {plain(_value(column.low, indicator))}"
        wrong.append((number < low, "out-of-bounds", what))
        within.append(number >= low)
    if column.high is not None and high < reach[1]:
        what = f"more than {plain(_value(column.high, indicator))}"
        wrong.append((number > high, "out-of-bounds", what))
        within.append(number <= high)
    each = 1 if not isinstance(indicator, Measure) or step is None else _steps(indicator, step)
    if isinstance(indicator, Measure) and each > 1:
        every = each // gcd(each, factor)
        what = f"no multiple of {plain(Fraction(each, 10 ** (indicator.places or 0)))}"
        wrong.append((number // every * every != number, "not-a-step", what))
    low, high = min(low, reach[1]), max(high, reach[0])
    high = max(low, high)
    state = _state(indicator, column, raw, schema, layout, wrong)
    fine = _fine(raw, wrong, within if made is None else [], states=state is not None)
    extremes = (low, high) if made is None and each == 1 else None
    if engine.lazy or state is not None:  # whatever comes, numbers stay where proofs want them
        made = _kept(number, within, min(max(0, low), high), dtype, lazy=engine.lazy)
    elif apart and made is None:
        made = raw
    own = Column(f"={code}", column.items, low, high)
    node = multiply(Literal(factor), own)
    source = Source(code if made is None else name, dtype)
    return Input(code, node, own, source, made, tuple(wrong), fine, extremes, state)


def _fine(
    raw: nw.Expr, wrong: Sequence[Wrong], within: Sequence[nw.Expr], *, states: bool
) -> nw.Expr | None:
    """Tell where nothing is wrong; by what holds within bounds, where that says the same."""
    if states and not wrong:
        return None
    if states:
        return ~reduce(or_, (one for one, _, _ in wrong)).fill_null(False)  # noqa: FBT003
    others = [
        ~one
        for one, fault, _ in wrong
        if fault != "no-value" and not (within and fault == "out-of-bounds")
    ]
    return reduce(and_, [*(within or [~raw.is_null()]), *others])


def _kept(
    number: nw.Expr, within: Sequence[nw.Expr], zero: int, dtype: nw.dtypes.DType, *, lazy: bool
) -> nw.Expr:
    """Return a number where there is one within its bounds, else *zero*."""
    if not within or not lazy:  # not all libraries choose by conditions that are null
        number = number.fill_null(zero)
    if not within:
        return number
    return nw.when(reduce(and_, within)).then(number).otherwise(nw.lit(zero, dtype=dtype))


def _value(number: int, indicator: Indicator) -> Fraction:
    places = indicator.places if isinstance(indicator, Measure) else 0
    return Fraction(number, 10 ** (places or 0))


def _steps(measure: Measure, step: Fraction) -> int:
    finest = Fraction(1, 10 ** (measure.places or 0))
    return int(common_step(finest, step) / finest)


_Numbers: TypeAlias = tuple["nw.Expr | None", list[Wrong], int, nw.dtypes.DType, tuple[int, int]]


def _numbers(
    indicator: Indicator, raw: nw.Expr, dtype: nw.dtypes.DType, layout: Layout
) -> _Numbers | str:
    """Return the whole numbers of a column, what is wrong, a factor, their type and reach.

    A text says what to do instead.
    """
    if isinstance(indicator, Choice) and not dtype.is_integer():
        if not isinstance(dtype, nw.String | nw.Categorical | nw.Enum):
            return "give the names of levels, or their positions"
        return _levels(indicator, raw)
    if isinstance(dtype, nw.Boolean):
        if not isinstance(indicator, Question):
            return "give numbers"
        return raw.cast(nw.Int32()), [], 1, nw.Int32(), (0, 1)
    places = indicator.places or 0 if isinstance(indicator, Measure) else 0
    if dtype.is_integer():
        factor = 1 if layout.scaled else 10**places
        return None, [], factor, dtype, _reach(dtype)
    if isinstance(dtype, nw.Decimal):
        if dtype.scale >= _DIGITS:
            return f"give decimals of fewer than {_DIGITS} places"
        most = 10 ** (_DIGITS - dtype.scale)
        kept, wrong = raw, list[Wrong]()
        if dtype.precision > _DIGITS:
            apart = (raw >= most) | (raw <= -most)
            kept = nw.when(~apart).then(raw).cast(nw.Decimal(_DIGITS, dtype.scale))
            wrong.append((apart.fill_null(False), "out-of-bounds", "more than 18 digits"))  # noqa: FBT003 - the value to fill in
        units = (kept * nw.lit(10**dtype.scale)).cast(nw.Int64())
        units = units.fill_null(0) if wrong else units
        return _shifted(units, wrong, dtype.scale, places, min(dtype.precision, _DIGITS))
    if dtype.is_float():
        given = layout.floats.get(indicator.code)
        if given is None:
            return "give integers or decimals, or say in floats at which places to read it"
        moved = (raw * float(10**given)).round(0)
        apart = ~((moved <= _SAFE) & (moved >= -_SAFE))
        units = nw.when(apart).then(nw.lit(0.0)).otherwise(moved).fill_null(0.0).cast(nw.Int64())
        wrong = [(apart & ~raw.is_null(), "not-a-number", "too large to be read exactly")]
        return _shifted(units, wrong, given, places, _DIGITS - 2)
    return "give integers or decimals"


def _levels(choice: Choice, raw: nw.Expr) -> _Numbers:
    text = raw.cast(nw.String())
    number = nw.lit(-1, dtype=nw.Int32())
    for position, level in enumerate(choice.levels):
        given = nw.lit(position, dtype=nw.Int32())
        number = nw.when(text == level).then(given).otherwise(number)
    wrong = [((number < 0) & ~raw.is_null(), "level-unknown", "no level of the choice")]
    limited = number.clip(lower_bound=0)
    return limited, wrong, 1, nw.Int32(), (0, len(choice.levels) - 1)


def _shifted(units: nw.Expr, wrong: list[Wrong], scale: int, places: int, digits: int) -> _Numbers:
    """Return numbers of *scale* places as such of *places*."""
    most = 10**digits
    if scale <= places:
        return units, wrong, 10 ** (places - scale), nw.Int64(), (-most, most)
    more = 10 ** (scale - places)
    wrong.append(
        (units // more * more != units, "too-many-places", f"more than {places} decimal places")
    )
    return units // more, wrong, 1, nw.Int64(), (-(most // more) - 1, most // more)


def _reach(dtype: nw.dtypes.DType) -> tuple[int, int]:
    text = str(dtype)
    size = int(text.removeprefix("U").removeprefix("Int"))
    return (0, 2**size - 1) if text.startswith("U") else (-(2 ** (size - 1)), 2 ** (size - 1) - 1)


def _state(
    indicator: Indicator,
    column: Column,
    raw: nw.Expr,
    schema: Mapping[str, nw.dtypes.DType],
    layout: Layout,
    wrong: list[Wrong],
) -> tuple[Column, nw.Expr] | None:
    """Return the number of the state of an entry, 0 for a value; note what is wrong with it."""
    if layout.states is None:
        wrong.insert(0, (raw.is_null(), "no-value", "nothing"))
        return None
    name = indicator.code + layout.states
    given = state_number(name, wrong) if name in schema else nw.lit(0, dtype=nw.Int32())
    missing = nw.lit(STATES[State.MISSING], dtype=nw.Int32())
    number = nw.when(raw.is_null() & (given == 0)).then(missing).otherwise(given)
    if name in schema:
        both = ~raw.is_null() & (given != 0)
        wrong.append((both, "state-and-value", "both a value and a state"))
    return Column(f"?{indicator.code}", column.items, 0, len(STATES)), number


def state_number(name: str, wrong: list[Wrong]) -> nw.Expr:
    """Return the number of the state that a column of texts names, 0 where it is null."""
    raw = nw.col(name)
    number = nw.lit(0, dtype=nw.Int32())
    for state, value in STATES.items():
        given = nw.lit(value, dtype=nw.Int32())
        named = (raw == state.value).fill_null(False)  # noqa: FBT003 - the value to fill in
        number = nw.when(named).then(given).otherwise(number)
    unknown = ~raw.is_null() & (number == 0)
    wrong.append((unknown, "state-unknown", f"no state in {name!r}"))
    return number
