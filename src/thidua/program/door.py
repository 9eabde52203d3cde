# SPDX-License-Identifier: MIT
"""Entries into whole numbers, checked on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import (
    Clamped,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Underflow,
)
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeAlias, assert_never, cast

from thidua.formula.scope import Cell
from thidua.program.column import columns_of
from thidua.program.node import Column
from thidua.program.source import Row
from thidua.program.term import STATES
from thidua.quantity import Given, State, exact
from thidua.rubric import Choice, Indicator, Measure, Question, Rubric, Sheet
from thidua.rubric.measure import common_step, decimal_places
from thidua.rubric.plan import plan
from thidua.rubric.score import cells_of, lists_of

__all__ = ["Door", "Reader", "door", "reader"]

Reader: TypeAlias = Callable[[Mapping[str, Any]], tuple[Any, ...]]
"""Takes some entries out of a mapping, in order."""

# Whatever is longer than this takes the slow way in, which tells what is wrong with it.
_DIGITS = 60
_FAR = 10**_DIGITS
_SIGNALS = [Clamped, Inexact, InvalidOperation, Overflow, Rounded, Underflow]
_MOVED = Context(prec=_DIGITS, Emin=-_DIGITS, Emax=_DIGITS, traps=_SIGNALS)


class Door:
    """What the entries of one rubric are, and how they become the numbers of its programs."""

    def __init__(self, rubric: Rubric) -> None:
        ready = plan(rubric)
        known = columns_of(ready)
        self._columns = [known[None, one.code][1] for one in rubric.measures]
        self._items = {
            one.code: [known[one.code, each.code][1] for each in one.measures]
            for one in rubric.items
        }
        self._plan = ready
        self._lists = len(rubric.items)
        self._rules: list[tuple[int, int, int, int, int, int, int]] = []
        self._answers: list[tuple[int, str, Mapping[bool | str, int]]] = []
        codes: list[str] = []
        for position, (one, column) in enumerate(zip(rubric.measures, self._columns, strict=True)):
            if isinstance(one, Measure):
                places = decimal_places(one)
                step = common_step(Fraction(1, 10**places), ready.steps.get(one.code))
                low = -_FAR if column.low is None else column.low
                high = _FAR if column.high is None else column.high
                factor = 10**places
                rule = (position, places, factor, low, high, int(step * factor), column.blank)
                self._rules.append(rule)
                codes.append(one.code)
            else:
                self._answers.append((position, one.code, _numbers_of(one)))
        self._measured = reader(codes)

    def values(self, entries: Mapping[str, Given]) -> tuple[Sequence[int], Sequence[int]] | None:
        """Return entries as values and states; None if one is wrong, or longer than usual."""
        if len(entries) != len(self._columns):
            return None
        try:
            return self._values(entries)
        except (ArithmeticError, KeyError, TypeError, ValueError):
            return None

    def _values(self, entries: Mapping[str, Given]) -> tuple[Sequence[int], Sequence[int]] | None:
        found: list[int] = []
        held: list[tuple[int, int]] = []
        keep, moved = found.append, _MOVED.scaleb
        for value, (position, places, factor, low, high, step, blank) in zip(
            self._measured(entries), self._rules, strict=True
        ):
            kind = value.__class__
            if kind is Decimal:
                exactly = moved(value, places)
                number = int(exactly)
                if number != exactly:
                    return None
            elif kind is int:
                number = value * factor
            elif kind is State:
                held.append((position, STATES[value]))
                keep(blank)
                continue
            else:
                ratio = value if kind is Fraction else exact(value)
                above, below = ratio.as_integer_ratio()
                if factor % below:
                    return None
                number = above * (factor // below)
            if number < low or number > high or (step != 1 and number % step):
                return None
            keep(number)
        for position, code, numbers in self._answers:
            answer = entries[code]
            if isinstance(answer, State):
                held.append((position, STATES[answer]))
                found.insert(position, 0)
            elif isinstance(answer, bool | str):
                found.insert(position, numbers[answer])
            else:
                return None
        return found, self._states(held)

    def _states(self, held: Sequence[tuple[int, int]]) -> Sequence[int]:
        """Return the number of the state of each measure and list; nothing if none has one."""
        if not held:
            return ()
        states = [0] * (len(self._columns) + self._lists)
        for position, number in held:
            states[position] = number
        return states

    def row(self, sheet: Sheet) -> Row:
        """Return a sheet that fits the rubric; see `thidua.rubric.sheet_check`."""
        cells = cells_of(self._plan, sheet)
        values, states = _split(cells, self._plan.indicators, self._columns)
        lists: list[Sequence[Sequence[int]]] = []
        listed = lists_of(self._plan, sheet)
        for code, declared in self._plan.items.items():
            items = listed[code]
            if isinstance(items, State):
                states.append(STATES[items])
                lists.append(())
            else:
                states.append(0)
                rows = [_split(item, declared, self._items[code]) for item in items]
                lists.append([(*inside, *held) for inside, held in rows])
        sound = not any(states) and not any(
            any(item[len(item) // 2 :]) for items in lists for item in items
        )
        if sound:
            lists = [[item[: len(item) // 2] for item in items] for items in lists]
        return values, () if sound else states, lists

    def is_long(self, row: Row) -> bool:
        """Tell whether a row holds numbers longer than programs are made for."""
        values, _, lists = row
        return any(
            (column.low is None or column.high is None) and abs(value) >= _FAR
            for columns, rows in [
                (self._columns, [values]),
                *zip(self._items.values(), lists, strict=True),
            ]
            for one in rows
            for column, value in zip(columns, one, strict=False)
        )


def reader(codes: Sequence[str]) -> Reader:
    """Return a function that takes what stands under *codes*, all at once."""
    if len(codes) > 1:
        return itemgetter(*codes)
    return lambda entries: tuple(entries[code] for code in codes)


def _numbers_of(indicator: Question | Choice) -> Mapping[bool | str, int]:
    if isinstance(indicator, Question):
        return {False: 0, True: 1}
    return {level: number for number, level in enumerate(indicator.levels)}


def _split(
    cells: Mapping[str, Cell], declared: Mapping[str, Indicator], columns: Sequence[Column]
) -> tuple[list[int], list[int]]:
    """Return cells as values and as numbers of states, in the order declared."""
    values: list[int] = []
    states: list[int] = []
    for (code, indicator), column in zip(declared.items(), columns, strict=True):
        cell = cells[code]
        states.append(STATES[cell] if isinstance(cell, State) else 0)
        match indicator:
            case _ if isinstance(cell, State):
                values.append(column.blank)
            case Choice(levels=levels):
                values.append(levels.index(cast("str", cell)))
            case Measure():
                values.append(int(cast("Fraction", cell) * 10 ** decimal_places(indicator)))
            case Question():
                values.append(int(cast("Fraction", cell)))
            case _:
                assert_never(indicator)
    return values, states


@lru_cache(maxsize=64)
def door(rubric: Rubric) -> Door:
    """Return the door of a rubric."""
    return Door(rubric)
