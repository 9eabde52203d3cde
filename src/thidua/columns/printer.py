# SPDX-License-Identifier: MIT
"""Nodes of an integer program as narwhals expressions, in integers that cannot overflow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import and_, eq, ge, le, ne, or_
from typing import Any

import narwhals as nw

from thidua.columns.engine import DTYPES
from thidua.columns.source import Source
from thidua.columns.table import Native
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

__all__ = ["RELATIONS", "Printer"]

RELATIONS: Mapping[Relation, Callable[[Any, Any], Any]] = {
    Relation.GREATER_OR_EQUAL: ge,
    Relation.LESS_OR_EQUAL: le,
    Relation.EQUAL: eq,
    Relation.NOT_EQUAL: ne,
}
"""The relations that programs have."""


class Printer:
    """Prints nodes without guards as expressions.

    Polars has the words of narwhals, and casts that check nothing besides: what is cast
    fits, as is proved before, and to check it again takes three times as long.
    """

    def __init__(
        self, sources: Mapping[Column, Source], width: int, words: Any = nw, **casting: bool
    ) -> None:
        self._sources = sources
        self.dtype = DTYPES[width]
        self._words = words
        self._casting = casting
        self._type, self._small = getattr(words, f"Int{width}")(), words.Int32()

    def made(self, node: Whole, name: str) -> nw.Expr | Native:
        """Return a column of numbers."""
        return self._own(self.whole(node).alias(name))

    def mark(self, node: Truth, name: str) -> nw.Expr | Native:
        """Return a column that is 1 where a condition holds, else 0."""
        yes, no = (self._words.lit(one, dtype=self._small) for one in (1, 0))
        return self._own(self._words.when(self.truth(node)).then(yes).otherwise(no).alias(name))

    def _own(self, made: Any) -> nw.Expr | Native:
        return made if isinstance(made, nw.Expr) else Native(made)

    def whole(self, node: Whole) -> nw.Expr:
        """Return a number as an expression of the printer's integers."""
        found = self._whole(node)
        made: nw.Expr = self._number(found) if isinstance(found, int) else found
        return made

    def _number(self, value: int) -> Any:
        return self._words.lit(value, dtype=self._type)

    def _whole(self, node: Whole) -> Any:
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
                return self._words.min_horizontal(*map(self.whole, of))
            case Largest(of):
                return self._words.max_horizontal(*map(self.whole, of))
            case Branch(when, then, otherwise):
                asked = self._words.when(self.truth(when))
                return asked.then(self.whole(then)).otherwise(self.whole(otherwise))
            case _:
                assert isinstance(node, Chain)  # noqa: S101 - others were rewritten before
                return self._chain(node.of, node.cuts, node.gives)

    def _column(self, column: Column, low: int | None, high: int | None) -> nw.Expr:
        source, words = self._sources[column], self._words
        found: nw.Expr = words.col(source.name)
        if high is not None:  # `clip` says the same and takes twice as long
            found = words.min_horizontal(found, words.lit(high))
        if low is not None:
            found = words.max_horizontal(found, words.lit(low))
        return found if source.dtype == self.dtype else found.cast(self._type, **self._casting)

    def _raw(self, node: Whole) -> nw.Expr:
        """Return what is only compared, a column as it stands."""
        name = self._sources[node].name if isinstance(node, Column) else None
        found: nw.Expr = self.whole(node) if name is None else self._words.col(name)
        return found

    def _chain(self, of: Whole, cuts: tuple[int, ...], gives: tuple[int, ...]) -> Any:
        looked = self._raw(of)
        found = self._number(gives[0])
        for cut, give in zip(cuts, gives[1:], strict=True):
            found = self._words.when(looked >= cut).then(self._number(give)).otherwise(found)
        return found

    def truth(self, node: Truth) -> nw.Expr:
        """Return a condition as an expression; it is never null."""
        found: nw.Expr = self._truth(node)
        return found

    def _truth(self, node: Truth) -> Any:
        match node:
            case Fixed(truth):
                return self._words.lit(truth)
            case Relates(left, relation, right):
                compared = RELATIONS[relation]
                if isinstance(right, Literal):
                    return compared(self._raw(left), right.value)
                return compared(self.whole(left), self.whole(right))
            case AllOf(of):
                return reduce(and_, map(self.truth, of))
            case _:
                assert isinstance(node, AnyOf)  # noqa: S101 - others were rewritten before
                return reduce(or_, map(self.truth, node.of))


def _is_number(one: nw.Expr | int) -> bool:
    return isinstance(one, int)
