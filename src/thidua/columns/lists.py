# SPDX-License-Identifier: MIT
"""Lists folded into columns of the units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from thidua.columns.engine import DTYPES
from thidua.columns.order import fineness, in_order
from thidua.columns.refusal import Place
from thidua.columns.rewrite import answered, bare
from thidua.columns.source import Source
from thidua.columns.steps import Steps
from thidua.columns.table import Folding as Step
from thidua.columns.table import Made, Table
from thidua.columns.width import ends
from thidua.formula import ItemFold, Relation
from thidua.program.make import ONE, ZERO, add, branch, multiply, negative
from thidua.program.node import (
    Column,
    Folded,
    FoldedRatio,
    Folding,
    Literal,
    Part,
    Truth,
    Whole,
)
from thidua.program.ratio import Ratio
from thidua.program.truth import YES, all_of, any_of, at_least, compare, negate

__all__ = ["Lists"]


class Lists:
    """Folds the lists of one program; what is folded is settled before."""

    def __init__(
        self,
        steps: Steps,
        units: Table,
        lists: Mapping[str, Table],
        unit: str,
        most: Mapping[str, int],
        place: Place,
    ) -> None:
        self._steps = steps
        self._units = units
        self._lists = lists
        self._unit = unit
        self._most = most
        """How many items a unit has at most, by list."""
        self._place = place

    def fold(self, node: Folded, of: Whole, where: Truth) -> Whole:
        """Fold values of items into a number of the unit."""
        holds = self._known(node.items, where, [of])
        return Made(self._folded(node.items, node.fold, bare(where), bare(of)), holds).guarded()

    def ratio(self, node: FoldedRatio, above: Whole, below: Whole, where: Truth) -> Whole:
        """Fold values over different denominators: the least, or the greatest, of them.

        The items are told by their place in the order; all of that place hold the same
        value, be it over different denominators.
        """
        items, most = node.items, node.fold is ItemFold.GREATEST
        if node.fold not in {ItemFold.LEAST, ItemFold.GREATEST}:
            self._place.refuse(
                f"the items of {items!r} have values over different denominators",
                "round the value of an item",
            )
            return ONE
        asked, value, over = bare(where), bare(above), bare(below)
        holds = self._known(items, where, [above, below])
        key = bare(in_order(Ratio(value, over), fineness(over)))
        last = self._folded(items, Folding.GREATEST if most else Folding.LEAST, asked, key)
        best = all_of([asked, compare(key, Relation.EQUAL, last)])
        down = self._folded(items, Folding.GREATEST, best, over)
        if node.part is Part.BELOW:
            return Made(down, holds).guarded()
        high = self._folded(items, Folding.GREATEST, best, value)
        low = self._folded(items, Folding.LEAST, best, value)
        return Made(branch(at_least(last, 0), high, low), holds).guarded()

    def _known(self, items: str, where: Truth, of: list[Whole]) -> Truth:
        """Tell whether every item that counts has an answer."""
        known = all_of([answered(where), any_of([negate(bare(where)), all_of(map(answered, of))])])
        if known == YES:
            return YES
        lacking = branch(known, ZERO, ONE)
        return compare(
            self._column(items, lacking, "sum", self._most[items], 0), Relation.EQUAL, ZERO
        )

    def _folded(self, items: str, fold: Folding, asked: Truth, value: Whole) -> Whole:
        low, high = ends(value)
        most = self._most[items]
        match fold:
            case Folding.SUM:
                return self._column(items, branch(asked, value, ZERO), "sum", most, 0)
            case Folding.COUNT:
                return self._column(items, branch(asked, ONE, ZERO), "sum", most, 0)
            case Folding.LEAST:
                return self._column(items, branch(asked, value, Literal(high)), "min", 1, high)
            case Folding.GREATEST:
                return self._column(items, branch(asked, value, Literal(low)), "max", 1, low)
            case Folding.MIDDLES:
                return self._middles(items, asked, value, most)
            case _:
                assert_never(fold)

    def _column(self, items: str, each: Whole, function: str, most: int, otherwise: int) -> Whole:
        """Fold a column of a list; sums are computed in integers that hold *most* of them."""
        steps, table, place = self._steps, self._lists[items], self._place
        low, high = ends(each)
        low, high = (min(low, 0) * most, max(high, 0) * most) if most > 1 else (low, high)
        column = steps.column(self._units, min(low, otherwise), max(high, otherwise))
        width = steps.width(place.at, place.code, each, Column("", None, low, high))
        of, name, dtype = steps.name(), steps.name(), DTYPES[width]
        level = steps.after(each)
        steps.borrow(table, level, each)
        steps.put(table, level, width, each, of)
        step = Step(of, name, function, dtype, otherwise)
        table.foldings.setdefault(level + 1, []).append(step)
        steps.place(column, Source(name, dtype), level + 1)
        return column

    def _middles(self, items: str, asked: Truth, value: Whole, most: int) -> Whole:
        """Sum the two values in the middle: those whose places among the items are the middle."""
        steps, table, at, code = self._steps, self._lists[items], self._place.at, self._place.code
        one = steps.whole(table, branch(asked, ONE, ZERO), at, code).node
        of = steps.whole(table, add(value), at, code).node
        if isinstance(of, Literal):
            return multiply(of, Literal(2))
        groups: list[Column | str] = [self._unit]
        if isinstance(one, Column):
            groups.append(one)
        assert isinstance(of, Column)  # noqa: S101 - a number of an item
        place = steps.ranked(table, of, groups, "ordinal", descending=False, most=most)
        names = [g if isinstance(g, str) else steps.sources[g].name for g in groups]
        level = steps.after(place)
        many = steps.over(table, place, "max", names, level, reach=(1, most))
        twice = multiply(Literal(2), place)
        off = add(twice, negative(many))  # 1 in the middle, else 0 and 2 around it
        first = all_of([at_least(off, 0), compare(off, Relation.LESS_OR_EQUAL, Literal(1))])
        second = all_of([at_least(off, 1), compare(off, Relation.LESS_OR_EQUAL, Literal(2))])
        each = add(branch(first, of, ZERO), branch(second, of, ZERO))
        if isinstance(one, Column):
            each = branch(at_least(one, 1), each, ZERO)
        return self._column(items, each, "sum", 2, 0)
