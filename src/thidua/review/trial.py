# SPDX-License-Identifier: MIT
"""Clusters to try a rubric on, and what single changes of their entries do.

Four clusters are tried, made by rule and always the same: one with the least of
everything, one with a little, one with plenty, one with the most. In each, one number at
a time is set to its ends, to zero, and to every edge of the criteria that read it, with
the smallest steps beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import partial
from itertools import islice
from math import floor
from typing import TypeAlias, assert_never, cast, final

from attrs import evolve

from thidua.errors import FormulaFault
from thidua.formula import Lookup, Quotient, Reads, Scope, children, reads
from thidua.formula.walk import Node, through_peers
from thidua.quantity import EVERYTHING, Entry, Rounding
from thidua.review.entries import Cluster, Key, Unit, cells
from thidua.rubric import Choice, Criterion, Indicator, Measure, Question, Rubric, Sheet
from thidua.rubric.edges import Edge, edges_of, meet
from thidua.rubric.measure import reach
from thidua.rubric.plan import TOTAL, Plan, plan

__all__ = ["MOST_VALUES", "Points", "Run", "Trial"]

MOST_VALUES = 64
"""Most values that are tried for one number in one cluster."""

_MOST_WORK = 10_000_000
"""How many nodes may be computed for all values together: some ten seconds. Only where
hundreds of criteria read the same numbers are fewer values tried for that."""

_MOST_EDGES = 48
_UNITS = ("A", "B", "C")
_SIZES = (0, 1, 100, 1000)
_PICKS = ((-1, True), (0, True), (1, True), (2, True), (0, False), (1, False))

Points: TypeAlias = Fraction | FormulaFault
"""Points, or why there are none."""


@final
class Run:
    """One cluster, scored as far as is asked."""

    def __init__(self, trial: Trial, cluster: Cluster, known: Mapping[str, Points]) -> None:
        self.cluster = cluster
        self._trial = trial
        self._known: list[dict[str, Points]] = [{} for _ in cluster]
        self._known[0].update(known)
        self.scopes: list[Scope] = []
        memory: dict[object, object] = {}
        for index, unit in enumerate(cluster):
            points = partial(self._points, index)
            self.scopes.append(
                evolve(
                    unit.scope,
                    unit=str(index),
                    peers=self.scopes,
                    points=points,
                    memory=memory,
                )
            )

    def line(self, code: str) -> Points:
        """Return the points of one part, or why there are none.

        The fault of a criterion has the place ``(code,)``; a part that uses its points has
        the same fault.
        """
        try:
            return self._points(0, code)
        except FormulaFault as fault:
            return fault

    def shown(self, code: str) -> Fraction | None:
        """Return the points of one part if the sheets made for it have nothing that fails."""
        points = self.line(code)
        if isinstance(points, FormulaFault):
            return None
        with suppress(FormulaFault):
            for index in range(len(self.cluster)):
                for one in self._trial.beside[code]:
                    self._points(index, one)
            return points
        return None

    def _points(self, index: int, code: str) -> Fraction:
        known = self._known[index]
        if code not in known:
            try:
                known[code] = self._trial.plan.compute[code](self.scopes[index]).value
            except FormulaFault as fault:
                known[code] = fault if fault.at else evolve(fault, at=(code,))
        found = known[code]
        if isinstance(found, FormulaFault):
            raise found
        return found


@final
class Trial:
    """A sound rubric made ready to be tried."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.plan: Plan = plan(rubric)
        self.measures: Mapping[Key, Measure] = {
            (place, code): one
            for place, own in [(None, self.plan.indicators), *self.plan.items.items()]
            for code, one in own.items()
            if isinstance(one, Measure)
        }
        """Every number, of units, then of items."""
        self.criteria = [row.part for row in self.plan.rows if isinstance(row.part, Criterion)]
        read = {code: [*_read(self.plan, code)] for code in self.plan.expression}
        self.uses: Mapping[str, frozenset[Key]] = {
            code: frozenset(self._owner(key) for what in whats for key in what.measures)
            for code, whats in read.items()
        }
        """Every measure that the points of a part depend on, through other parts too."""
        self.lists: Mapping[str, frozenset[str]] = {
            code: frozenset(one for what in whats for one in what.lists)
            for code, whats in read.items()
        }
        """Every list they depend on."""
        self.beside: Mapping[str, tuple[str, ...]] = {
            code: tuple(
                one.code
                for one in self.criteria
                if self.uses[one.code] <= self.uses[code]
                and self.lists[one.code] <= self.lists[code]
            )
            for code in self.plan.expression
        }
        """The criteria that read no more than a part does, and are scored with it."""
        self._divisors = {
            code
            for expression in self.plan.expression.values()
            for divisor in _divisors(expression)
            for _, code in reads(divisor).measures
        }
        self.looks = any(what.peers for what in self.plan.reads.values())
        """Whether some formula looks at peers."""
        self._weights = {
            one.code: _weight(self.plan.expression[one.code]) + len(self.beside[one.code])
            for one in self.criteria
        }
        self.edges: dict[Key, dict[Edge, None]] = {}
        for criterion in self.criteria:
            for edge in edges_of(rubric, criterion.code):
                self.edges.setdefault((edge.items, edge.code), {})[edge] = None

    def _owner(self, key: Key) -> Key:
        """Return the measure that is read under *key*: an item's before the unit's."""
        place, code = key
        return (place if code in self.plan.items.get(place or "", {}) else None), code

    # --- clusters to start from -------------------------------------------------

    def starts(self) -> Iterator[Cluster]:
        """Yield the clusters to start from; of three units if some formula looks at peers."""
        units = [self._repaired(self._unit(size)) for size in range(len(_SIZES))]
        for index in range(len(units)):
            turned = [*units[index:], *units[:index]]
            yield tuple(turned[: len(_UNITS) if self.looks else 1])

    def _unit(self, size: int) -> Unit:
        lists = {
            code: tuple(
                {own: self._entry(one, (size + turn) % len(_SIZES)) for own, one in each.items()}
                for turn in range(size)
            )
            for code, each in self.plan.items.items()
        }
        row = {code: self._entry(one, size) for code, one in self.plan.indicators.items()}
        return Unit.of(row, lists)

    def _entry(self, indicator: Indicator, size: int) -> Entry:
        match indicator:
            case Measure():
                return self._number(indicator, size)
            case Question():
                return size in {1, 2}
            case Choice(levels=levels):
                return levels[(0, -1, 0, len(levels) // 2)[size]]
            case _:
                assert_never(indicator)

    def _number(self, measure: Measure, size: int) -> Fraction:
        """Return the number of that size; targets, by which one divides, are at least 100."""
        unit, first, last = self._reach(measure)
        least = 0 if first is None else first
        target = self._is_target(measure)
        if not target and last is not None and (last - least) * unit <= max(_SIZES):
            numbers = (least, least + 1, (least + last) // 2, last)
            return min(numbers[size], last) * unit
        wanted = max(_SIZES[size], 100) if target else _SIZES[size]
        number = max(floor(wanted / unit), least)
        return (number if last is None else min(number, last)) * unit

    def _repaired(self, unit: Unit) -> Unit:
        """Change numbers one by one until every criterion that can has an answer."""
        for criterion in self.criteria:
            for key in sorted(self.uses[criterion.code], key=str):
                if key not in self.measures or not self.has(unit, key):
                    continue
                if not isinstance(self.run((unit,)).line(criterion.code), FormulaFault):
                    break
                for value in self.values((unit,), key):
                    moved = unit.with_number(key, value)
                    if not isinstance(self.run((moved,)).line(criterion.code), FormulaFault):
                        unit = moved
                        break
        return unit

    # --- single changes ---------------------------------------------------------

    def has(self, unit: Unit, key: Key) -> bool:
        """Tell whether the unit has a number there: items may be none."""
        return key[0] is None or bool(unit.lists[key[0]])

    def values(self, cluster: Cluster, key: Key) -> list[Fraction]:
        """Return the values to try for one number, in rising order."""
        unit, first, last = self._reach(self.measures[key], of_unit=key[0] is None)
        scope = cluster[0].scope
        if key[0] is not None:
            scope = evolve(scope, entries={**scope.entries, **cells(cluster[0].lists[key[0]][0])})
        here = floor(cast("Fraction", scope.entries[key[1]]) / unit)
        ends = [first, last, 0, here]
        numbers = dict.fromkeys(
            near for end in ends if end is not None for near in (end, end + 1, end - 1)
        )
        most = self.most_values(key)
        for edge in islice(self.edges.get(key, {}), min(most, _MOST_EDGES)):
            for pick, near in _picks(edge):
                met = meet(edge, self.rubric, scope, pick, near=near)
                if met is not None:
                    found = floor(met / unit)
                    numbers |= dict.fromkeys((found, found + 1, found - 1, found + 2))
        inside = (
            number
            for number in numbers
            if (first is None or first <= number) and (last is None or number <= last)
        )
        return sorted(number * unit for number in islice(inside, most))

    def most_values(self, key: Key) -> int:
        """Return how many values are tried for one number in one cluster, at most."""
        reading = [one.code for one in self.criteria if key in self.uses[one.code]]
        each = sum(self._weights[code] for code in reading) * (len(_UNITS) if self.looks else 1)
        share = _MOST_WORK // (len(_SIZES) * len(self.measures))
        return min(MOST_VALUES, share // max(each, 1))

    def raised(self, unit: Unit, key: Key, steps: int) -> Unit | None:
        """Return the unit with a number some steps higher, or None if it may not be so high."""
        place, code = key
        here = cast("Fraction", (unit.row if place is None else unit.lists[place][0])[code])
        step, _, last = self._reach(self.measures[key], of_unit=place is None)
        value = here + steps * step
        return None if last is not None and value > last * step else unit.with_number(key, value)

    def _reach(
        self, measure: Measure, *, of_unit: bool = True
    ) -> tuple[Fraction, int | None, int | None]:
        direct = self.plan.direct.get(measure.code, EVERYTHING) if of_unit else EVERYTHING
        step = self.plan.steps.get(measure.code) if of_unit else None
        return reach(measure, direct, step)

    def is_given(self, key: Key) -> bool:
        """Tell whether a number is no result: points entered, and what one divides by."""
        entered = key[0] is None and key[1] in self.plan.direct
        return entered or self._is_target(self.measures[key])

    def _is_target(self, measure: Measure) -> bool:
        """Tell whether one divides by a measure, or could."""
        return measure.above is not None or measure.code in self._divisors

    def step(self, key: Key) -> Fraction:
        """Return the smallest step of a number."""
        return self._reach(self.measures[key], of_unit=key[0] is None)[0]

    # --- what comes of it -------------------------------------------------------

    def run(self, cluster: Cluster, known: Mapping[str, Points] | None = None) -> Run:
        """Return the points of the first unit, computed as they are asked for.

        Args:
            cluster: The units.
            known: Points of parts that are known to be the same.
        """
        return Run(self, cluster, known or {})

    def sheets(self, cluster: Cluster, code: str) -> tuple[Sheet, ...]:
        """Return the cluster as sheets that `score` takes, with all that one part reads.

        What else there is, is missing, so that they stay short and no other part is in
        the way; of the total they hold everything.
        """
        codes = {*self.plan.indicators, *self.plan.items}
        if code != TOTAL:
            own = {one for place, one in self.uses[code] if place is None}
            codes = own | self.lists[code]
        return tuple(unit.sheet(name, codes) for unit, name in zip(cluster, _UNITS, strict=False))


def _weight(expression: Node) -> int:
    """Return about how many nodes it takes to compute an expression, and to look at it."""
    waiting: list[Node] = [expression]
    found = 20
    while waiting:
        node = waiting.pop()
        found += len(node.bands) if isinstance(node, Lookup) else 1
        waiting.extend(children(node))
    return found


def _divisors(expression: Node) -> Iterator[Node]:
    waiting: list[Node] = [expression]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Quotient):
            yield node.divisor
        waiting.extend(children(node))


def _picks(edge: Edge) -> Iterable[tuple[int, bool]]:
    if isinstance(edge.at, Rounding):
        return _PICKS
    return ((index, False) for index in range(len(edge.at)))


def _read(ready: Plan, code: str) -> Iterator[Reads]:
    """Yield what a part reads: itself, through other parts, at its peers."""
    seen = {code}
    waiting: list[Reads] = [ready.reads[code]]
    while waiting:
        for what in through_peers(waiting.pop()):
            yield what
            waiting.extend(ready.reads[one] for one in what.points - seen)
            seen |= what.points
