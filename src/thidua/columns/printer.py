# SPDX-License-Identifier: MIT
"""Nodes of an integer program as narwhals expressions, in integers that cannot overflow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import and_, or_

import narwhals as nw

from thidua.columns.engine import DTYPES
from thidua.columns.source import Source
from thidua.columns.width import clipped
from thidua.formula import Relation
from thidua.program.node import (
    Added,
    AllOf,
    AnyOf,
    Branch,
    Chain,
    Column,
    Divided,
    Fixed,
    Largest,
    Literal,
    Multiplied,
    Relates,
    Smallest,
    Truth,
    Whole,
)

__all__ = ["Printer"]


class Printer:
    """Prints nodes without guards as expressions."""

    def __init__(self, sources: Mapping[Column, Source], width: int) -> None:
        self._sources = sources
        self.dtype = DTYPES[width]
        self._width = width

    def made(self, node: Whole, name: str) -> nw.Expr:
        """Return a column of numbers."""
        return self.whole(node).alias(name)

    def mark(self, node: Truth, name: str) -> nw.Expr:
        """Return a column that is 1 where a condition holds, else 0."""
        yes, no = (nw.lit(one, dtype=DTYPES[32]) for one in (1, 0))
        return nw.when(self.truth(node)).then(yes).otherwise(no).alias(name)

    def whole(self, node: Whole) -> nw.Expr:
        """Return a number as an expression of the printer's integers."""
        found = self._whole(node)
        return nw.lit(found, dtype=self.dtype) if isinstance(found, int) else found

    def _whole(self, node: Whole) -> nw.Expr | int:
        limited = clipped(node)
        if limited is not None:
            return self._column(*limited)
        match node:
            case Literal(value):
                return value
            case Added(terms):
                first, *others = sorted(map(self._whole, terms), key=_is_number)
                return reduce(lambda left, right: left + right, others, first)
            case Multiplied(factors):
                first, *others = sorted(map(self._whole, factors), key=_is_number)
                return reduce(lambda left, right: left * right, others, first)
            case Divided(of, by):
                return self.whole(of) // self._whole(by)
            case Smallest(of):
                return self._limits(of, "upper_bound")
            case Largest(of):
                return self._limits(of, "lower_bound")
            case Branch(when, then, otherwise):
                asked = self.truth(when)
                return nw.when(asked).then(self.whole(then)).otherwise(self.whole(otherwise))
            case _:
                assert isinstance(node, Chain)  # noqa: S101 - others were rewritten before
                return self._chain(node.of, node.cuts, node.gives)

    def _column(self, column: Column, low: int | None, high: int | None) -> nw.Expr:
        source = self._sources[column]
        found = nw.col(source.name)
        if low is not None or high is not None:
            found = found.clip(lower_bound=low, upper_bound=high)
        return found if source.dtype == self.dtype else found.cast(self.dtype)

    def _limits(self, of: tuple[Whole, ...], side: str) -> nw.Expr:
        limits = [one.value for one in of if isinstance(one, Literal)]
        found = [self.whole(one) for one in of if not isinstance(one, Literal)]
        several = nw.min_horizontal if side == "upper_bound" else nw.max_horizontal
        inner = found[0] if len(found) == 1 else several(*found)
        for limit in limits:
            inner = inner.clip(**{side: limit})
        return inner

    def _raw(self, node: Whole) -> nw.Expr:
        """Return what is only compared, a column as it stands."""
        return nw.col(self._sources[node].name) if isinstance(node, Column) else self.whole(node)

    def _chain(self, of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> nw.Expr:
        looked = self._raw(of)
        found = nw.lit(gives[0], dtype=self.dtype)
        for cut, give in zip(cuts, gives[1:], strict=True):
            given = nw.lit(give, dtype=self.dtype)
            found = nw.when(looked >= cut).then(given).otherwise(found)
        return found

    def truth(self, node: Truth) -> nw.Expr:
        """Return a condition as an expression; it is never null."""
        match node:
            case Fixed(truth):
                return nw.lit(truth)
            case Relates(left, relation, right):
                if isinstance(right, Literal):
                    return _related(self._raw(left), relation, right.value)
                return _related(self.whole(left), relation, self.whole(right))
            case AllOf(of):
                return reduce(and_, map(self.truth, of))
            case _:
                assert isinstance(node, AnyOf)  # noqa: S101 - others were rewritten before
                return reduce(or_, map(self.truth, node.of))


def _is_number(one: nw.Expr | int) -> bool:
    return isinstance(one, int)


def _related(left: nw.Expr, relation: Relation, right: nw.Expr | int) -> nw.Expr:
    match relation:
        case Relation.GREATER_OR_EQUAL:
            return left >= right
        case Relation.LESS_OR_EQUAL:
            return left <= right
        case Relation.EQUAL:
            return left == right
        case _:
            return left != right
