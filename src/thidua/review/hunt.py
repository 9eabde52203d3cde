# SPDX-License-Identifier: MIT
"""A hunt for clusters that bring a quantity of a formula where one wants it.

Some entries of a cluster are left open. What `bounds` and `truth` exclude for all that they
may be is dropped; the rest is halved, the lower half first, down to single clusters. So
whatever is found is simple, and where nothing is left there is nothing to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from math import lcm
from typing import TypeAlias, assert_never, cast, final

from attrs import frozen

from thidua.formula import Constant, Product, Quotient, Reported, Scope, bounds
from thidua.formula.bounds import truth
from thidua.formula.scope import Cell, items_of
from thidua.quantity import Entry, Interval, State
from thidua.review.aims import Aim, Place
from thidua.review.bands import meets
from thidua.review.budget import Budget
from thidua.review.entries import Cluster, Key, Unit, cells
from thidua.review.grid import grid_of, simplest
from thidua.review.trial import Trial
from thidua.rubric import Choice, Measure, Question
from thidua.rubric.plan import Plan

__all__ = ["Hunt"]

_ONE = Fraction(1)
_SOON = 15
"""How far from zero, in steps, an open end is looked at first."""

_Ends: TypeAlias = tuple[int | None, int | None]
_Box: TypeAlias = tuple[_Ends, ...]
"""The least and the most, in steps, of every open entry."""


@final
@frozen
class _Slot:
    """An open entry of a cluster."""

    unit: int
    items: str | None
    turn: int
    code: str
    step: Fraction
    levels: tuple[str, ...] = ()
    answers: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a level or an answer."""
        return bool(self.levels) or self.answers

    def entry(self, number: int) -> Entry:
        """Return what the entry is for a number of steps."""
        if self.levels:
            return self.levels[number]
        return bool(number) if self.answers else number * self.step

    def cell(self, ends: _Ends) -> Cell:
        """Return the entry as formulas see it; one that may be several things is missing."""
        first, last = ends
        if first is None or first != last:
            return State.MISSING
        return self.levels[first] if self.levels else first * self.step

    def span(self, ends: _Ends) -> Interval:
        """Return what a number may be."""
        return Interval(*(None if end is None else end * self.step for end in ends))


@final
class Hunt:
    """A hunt in the clusters that a given one is with some of its entries left open."""

    def __init__(self, trial: Trial, aim: Aim, cluster: Cluster, units: Iterable[int]) -> None:
        """Leave open what the aim and its conditions read of *units*."""
        self._ready: Plan = trial.plan
        self._aim, self._cluster = aim, cluster
        self._conditions = aim.conditions()
        self._grid = grid_of(aim.of, trial.plan)
        nodes = aim.nodes()
        lists = {code for place in aim.places() for code in place[1]}
        found = [
            (slot, ends)
            for unit in units
            for key in trial.keys(nodes, lists)
            for slot, ends in self._open(trial, unit, key)
        ]
        self._slots = [slot for slot, _ in found]
        self._root = tuple(ends for _, ends in found)

    def _open(self, trial: Trial, unit: int, key: Key) -> Iterator[tuple[_Slot, _Ends]]:
        place, code = key
        count = 1 if place is None else len(self._cluster[unit].lists[place])
        own = self._ready.indicators if place is None else self._ready.items[place]
        one = own[code]
        for turn in range(count):
            match one:
                case Measure():
                    step, ends = self._steps(trial, one, key)
                    yield _Slot(unit, place, turn, code, step), ends
                case Choice(levels=levels):
                    yield _Slot(unit, place, turn, code, _ONE, levels), (0, len(levels) - 1)
                case Question():
                    yield _Slot(unit, place, turn, code, _ONE, answers=True), (0, 1)
                case _:
                    assert_never(one)

    def _steps(self, trial: Trial, one: Measure, key: Key) -> tuple[Fraction, _Ends]:
        """Return the step of a number and its ends; exact ones get a step that fits the aim."""
        step, first, last = trial.reach(key)
        if one.places is not None or trial.is_entered(key):
            return step, (first, last)
        want = self._aim.want
        finer = 2 * lcm(*(end.denominator for end in (want.low, want.high) if end is not None))
        if first is not None:
            is_open = (first - 1) * step == one.above
            first = (first - 1) * finer + 1 if is_open else first * finer
        return step / finer, (first, None if last is None else last * finer)

    # --- what is left -------------------------------------------------------------

    def clusters(self, budget: Budget, most: int) -> Iterator[Cluster]:
        """Yield clusters that the aim holds for, while the budget lasts.

        Args:
            budget: What may be looked at in all.
            most: How many boxes may be looked at here.

        Returns:
            Nothing more to yield; `budget.is_over` tells whether that is since the search
            was cut off.
        """
        budget.begin(most)
        low = _lowest(self._root)
        if budget.spend() and self._may(low):
            yield self._made(low)
        root = self._shaved(budget)
        waiting = [] if root is None else [(root, 0)]
        ratio = self._ratio()
        if ratio is not None:
            waiting = [*waiting, (ratio, 0)] if ratio else []
        while waiting and budget.spend():
            box, turn = waiting.pop()
            if not self._may(box):
                continue
            low = _lowest(box)
            if low == box:
                yield self._made(box)
                continue
            if self._may(low):
                yield self._made(low)
            waiting.extend(self._halves(box, turn))

    def _shaved(self, budget: Budget) -> _Box | None:
        """Cut off of each entry what is excluded whatever the others are; None if that is all."""
        box = self._root
        for index in range(len(box)):
            while box[index][0] is None or box[index][0] != box[index][1]:
                halves = [(*box[:index], half, *box[index + 1 :]) for half in _cut(box[index])]
                left = [half for half in halves if budget.spend() and self._may(half)]
                if not left:
                    return None
                if len(left) > 1:
                    break
                box = left[0]
        return box

    def _may(self, box: _Box) -> bool:
        """Tell whether the aim may hold somewhere in *box*."""
        scopes = self._scopes(box)
        for one in self._conditions:
            inside = _inside(scopes, one.place)
            answer = None if inside is None else truth(one.when, inside)
            if answer is None or not (answer.yes if one.holds else answer.no):
                return False
        inside = _inside(scopes, self._aim.place)
        return inside is not None and (
            not self._aim.fault or meets(self._aim.want, bounds(self._aim.of, inside), self._grid)
        )

    def _halves(self, box: _Box, turn: int) -> Iterator[tuple[_Box, int]]:
        """Cut an entry in two; what is nearer to zero comes last, to be taken first.

        Levels and answers are settled first; numbers take turns, as one without an end could
        be cut for ever.
        """
        order = [(i + turn) % len(box) for i in range(len(box))]
        several = [i for i in order if box[i][0] is None or box[i][0] != box[i][1]]
        index = next((i for i in several if self._slots[i].is_word), several[0])
        for half in _cut(box[index]):
            yield (*box[:index], half, *box[index + 1 :]), index + 1

    def _ratio(self) -> _Box | None:
        """Return the box of the simplest ratio, if the aim is one of two open numbers.

        It is empty if the simplest one is already out of reach, as all others then are.
        """
        match self._aim.of:
            case Quotient(Product((Constant(times), Reported(over))), Reported(under)):
                pass
            case Quotient(Reported(over), Reported(under)):
                times = _ONE
            case _:
                return None
        want, unit = self._aim.want, self._aim.place[0]
        at = {
            slot.code: i
            for i, slot in enumerate(self._slots)
            if (slot.unit, slot.turn) == (unit, 0)
        }
        if (
            want.low is None
            or want.low < 0
            or times <= 0
            or over == under
            or not {over, under} <= {*at}
        ):
            return None
        step = {code: self._slots[at[code]].step for code in (over, under)}
        ratio = simplest(want, times * step[over] / step[under])
        parts = [(at[over], ratio.numerator), (at[under], ratio.denominator)]
        ends = [self._root[i] for i, _ in parts]
        if any(
            last is not None and part > last
            for (_, part), (_, last) in zip(parts, ends, strict=True)
        ):
            return ()
        box = [*self._root]
        again = max(1, *(-(-(self._root[i][0] or 0) // part) for i, part in parts if part))
        for index, part in parts:
            first, last = box[index]
            number = part * again
            if (first is not None and number < first) or (last is not None and number > last):
                return None
            box[index] = number, number
        return tuple(box)

    # --- clusters -----------------------------------------------------------------

    def _scopes(self, box: _Box) -> list[Scope]:
        """Return the units as formulas see them; what is open is missing, within its ends."""
        scopes: list[Scope] = []
        for unit, whole in enumerate(self._cluster):
            entries: dict[str, Cell] = {}
            rows: dict[str, list[dict[str, Cell]]] = {}
            domains: dict[tuple[str | None, str], Interval] = {}
            awaited: dict[tuple[str, int], dict[str, Interval]] = {}
            for slot, ends in zip(self._slots, box, strict=True):
                if slot.unit != unit:
                    continue
                if slot.items is None:
                    entries[slot.code] = slot.cell(ends)
                    domains[None, slot.code] = slot.span(ends)
                    continue
                listed = [cells(item) for item in whole.lists[slot.items]]
                rows.setdefault(slot.items, listed)[slot.turn][slot.code] = slot.cell(ends)
                awaited.setdefault((slot.items, slot.turn), {})[slot.code] = slot.span(ends)
            own = whole.scope
            scope = Scope(
                {**own.entries, **entries} if entries else own.entries,
                {**own.items, **rows} if rows else own.items,
                str(unit),
                peers=scopes,
                spans=partial(self._span, scopes, unit, {}),
                domains={**self._ready.domains, **domains} if domains else self._ready.domains,
                awaited=awaited,
            )
            scopes.append(scope)
        return scopes

    def _span(
        self, scopes: list[Scope], unit: int, known: dict[str, Interval], code: str
    ) -> Interval:
        known[code] = known.get(code) or bounds(self._ready.expression[code], scopes[unit])
        return known[code]

    def _made(self, box: _Box) -> Cluster:
        """Return the cluster of a box that holds one only."""
        rows = [dict(unit.row) for unit in self._cluster]
        lists = [
            {code: [dict(item) for item in each] for code, each in unit.lists.items()}
            for unit in self._cluster
        ]
        for slot, (number, _) in zip(self._slots, box, strict=True):
            row = rows[slot.unit]
            if slot.items is not None:
                row = lists[slot.unit][slot.items][slot.turn]
            row[slot.code] = slot.entry(cast("int", number))
        return tuple(
            Unit.of(row, {code: tuple(each) for code, each in own.items()})
            for row, own in zip(rows, lists, strict=True)
        )


def _inside(scopes: list[Scope], place: Place) -> Scope | None:
    """Return the scope of a place, of lists that of the first item; None if there is none."""
    unit, lists = place
    inside: Scope | None = scopes[min(unit, len(scopes) - 1)]
    for code in lists:
        inside = None if inside is None else next(items_of(inside, code), None)
    return inside


def _lowest(box: _Box) -> _Box:
    """Return the cluster in a box whose numbers are nearest to zero."""
    return tuple((_nearest(ends), _nearest(ends)) for ends in box)


def _nearest(ends: _Ends) -> int:
    """Return what is nearest to zero."""
    first, last = ends
    if first is not None and first > 0:
        return first
    return last if last is not None and last < 0 else 0


def _cut(ends: _Ends) -> tuple[_Ends, _Ends]:
    """Cut in two, the part that is looked at first last."""
    first, last = ends
    if first is None:
        if last is None or last >= 0:
            return (None, -1), (0, last)
        middle = min(2 * last, last - _SOON)
        return (None, middle), (middle + 1, last)
    if last is None:
        middle = max(2 * first, first + _SOON)
        return (middle + 1, None), (first, middle)
    middle = (first + last) // 2
    return (middle + 1, last), (first, middle)
