# SPDX-License-Identifier: MIT
"""Clusters to try a rubric on, and what single changes of their entries do.

Four clusters are tried, made by rule and always the same: one with the least of
everything, one with a little, one with plenty, one with the most. In each, one number at
a time is set to its ends, to zero, and to every edge of the criteria that read it, with
the smallest steps beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import islice
from math import floor
from typing import assert_never, cast, final

from attrs import evolve

from thidua.errors import FormulaFault
from thidua.formula import Lookup, Quotient, Reads, children, reads
from thidua.formula.walk import Node, through_peers
from thidua.quantity import EVERYTHING, Entry, Rounding
from thidua.review.entries import Cluster, Key, Unit, cells
from thidua.review.run import Run
from thidua.rubric import Choice, Criterion, Indicator, Measure, Question, Rubric, Sheet
from thidua.rubric.edges import Edge, edges_of, meet
from thidua.rubric.measure import reach
from thidua.rubric.plan import TOTAL, Plan, plan

__all__ = ["MOST_VALUES", "Trial"]

MOST_VALUES = 256
"""Most values that are tried for one number in one cluster."""

_MOST_EDGES = 96
_MUCH = 50_000
_UNITS = ("A", "B", "C")
_SIZES = (0, 1, 100, 1000)
_PICKS = ((-1, True), (0, True), (1, True), (2, True), (0, False), (1, False))


@final
class Trial:
    """A sound rubric made ready to be tried."""

    def __init__(self, rubric: Rubric) -> None:
        self.plan: Plan = plan(rubric)
        self.rubric = self.plan.rubric  # by identity, as plans are looked up by it often
        self.measures: Mapping[Key, Measure] = {
            (place, code): one
            for place, own in [(None, self.plan.indicators), *self.plan.items.items()]
            for code, one in own.items()
            if isinstance(one, Measure)
        }
        """Every number, of units, then of items."""
        self.criteria = [row.part for row in self.plan.rows if isinstance(row.part, Criterion)]
        read = {code: [*_read(self.plan, self.plan.reads[code])] for code in self.plan.expression}
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
        self.beside: Mapping[str, frozenset[str]] = {
            code: frozenset(
                one.code
                for one in self.criteria
                if self.uses[one.code] <= self.uses[code]
                and self.lists[one.code] <= self.lists[code]
            )
            for code in self.plan.expression
        }
        """The criteria that read no more than a part does, and are scored with it."""
        self.sizes: Mapping[str, int] = {
            one.code: _size(self.plan.expression[one.code]) for one in self.criteria
        }
        """How many nodes the formula of a criterion has."""
        self.changed: Mapping[Key, frozenset[str]] = {
            key: frozenset(code for code, used in self.uses.items() if key in used)
            for key in self.measures
        }
        """Every part whose points depend on a number."""
        self.readers: Mapping[Key, list[Criterion]] = {
            key: [one for one in self.criteria if one.code in codes]
            for key, codes in self.changed.items()
        }
        """The criteria among them."""
        self.positive: frozenset[str] = frozenset(
            row.part.code for row in self.plan.rows if not row.deducts
        )
        """The parts whose points are added to the total, not taken off."""
        self._divisors = {
            code
            for expression in self.plan.expression.values()
            for divisor in _divisors(expression)
            for _, code in reads(divisor).measures
        }
        self.looks = any(what.peers for what in self.plan.reads.values())
        """Whether some formula looks at peers."""
        self.edges: dict[Key, dict[Edge, None]] = {}
        for criterion in self.criteria:
            for edge in edges_of(rubric, criterion.code):
                self.edges.setdefault((edge.items, edge.code), {})[edge] = None

    def _owner(self, key: Key) -> Key:
        """Return the measure that is read under *key*: an item's before the unit's."""
        place, code = key
        return (place if code in self.plan.items.get(place or "", {}) else None), code

    # --- clusters to start from -------------------------------------------------

    @cached_property
    def starts(self) -> tuple[Cluster, ...]:
        """The clusters to start from; of three units if some formula looks at peers."""
        units = [self._repaired(self._unit(size)) for size in range(len(_SIZES))]
        count = len(_UNITS) if self.looks else 1
        return tuple(tuple([*units[i:], *units[:i]][:count]) for i in range(len(units)))

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

    def keys(self, nodes: Iterable[Node], lists: Collection[str]) -> list[Key]:
        """Return every measure that *nodes* read, also through other parts and at peers.

        Args:
            nodes: Parts of formulas.
            lists: The lists that they may stand in.
        """
        found: set[Key] = set()
        for what in _read(self.plan, reads(*nodes)):
            for place, code in what.measures:
                owners = [
                    one for one in (place, *lists) if code in self.plan.items.get(one or "", {})
                ]
                found.add((owners[0] if owners else None, code))
        return sorted(found, key=str)

    def folded(self, nodes: Iterable[Node]) -> frozenset[str]:
        """Return every list that *nodes* fold, also through other parts and at peers."""
        return frozenset(one for what in _read(self.plan, reads(*nodes)) for one in what.lists)

    def looks_at_peers(self, nodes: Iterable[Node]) -> bool:
        """Tell whether *nodes* look at peers, also through other parts."""
        return any(what.peers for what in _read(self.plan, reads(*nodes)))

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
        for edge in islice(self.edges.get(key, {}), _MOST_EDGES):
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
        return sorted(number * unit for number in islice(inside, MOST_VALUES))

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

    def reach(self, key: Key) -> tuple[Fraction, int | None, int | None]:
        """Return the step of a number, and its least and its most in steps."""
        return self._reach(self.measures[key], of_unit=key[0] is None)

    def is_entered(self, key: Key) -> bool:
        """Tell whether a number is of points entered."""
        return key[0] is None and key[1] in self.plan.direct

    def is_given(self, key: Key) -> bool:
        """Tell whether a number is no result: points entered, and what one divides by."""
        return self.is_entered(key) or self._is_target(self.measures[key])

    def _is_target(self, measure: Measure) -> bool:
        """Tell whether one divides by a measure, or could."""
        return measure.above is not None or measure.code in self._divisors

    def step(self, key: Key) -> Fraction:
        """Return the smallest step of a number."""
        return self._reach(self.measures[key], of_unit=key[0] is None)[0]

    # --- what comes of it -------------------------------------------------------

    def run(self, cluster: Cluster) -> Run:
        """Return the points of the first unit, computed as they are asked for."""
        return Run(self, cluster, None, None)

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


def _size(expression: Node) -> int:
    """Count the nodes of a formula, up to what is much."""
    size = 0
    waiting: list[Node] = [expression]
    while waiting and size < _MUCH:
        node = waiting.pop()
        size += len(node.bands) if isinstance(node, Lookup) else 1
        waiting.extend(children(node))
    return size


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


def _read(ready: Plan, first: Reads) -> Iterator[Reads]:
    """Yield what is read: at once, through other parts, at peers."""
    seen: set[str] = set()
    waiting: list[Reads] = [first]
    while waiting:
        for what in through_peers(waiting.pop()):
            yield what
            waiting.extend(ready.reads[one] for one in what.points - seen)
            seen |= what.points
