# SPDX-License-Identifier: MIT
"""Nodes of an integer program as functions of NumPy's arrays, a block of rows after the other.

Frames of pandas are arrays. Narwhals takes them through a Series at every operation, which
for a limit costs several times what NumPy needs; and every result of a million rows goes
through memory. Blocks stay in a core's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, and_, mul, or_
from typing import Any, TypeAlias

import narwhals as nw
import numpy as np

from thidua.columns.printer import RELATIONS
from thidua.columns.source import Source
from thidua.columns.table import Computed, Held
from thidua.columns.width import clipped
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

__all__ = ["ArrayPrinter", "with_arrays"]

_Function: TypeAlias = Callable[[Held], Any]
"""From the columns of a block to an array, or to one number for all of its rows."""

_BLOCK = 1 << 15
"""Rows of a block: a few arrays of them fit the cache of a core."""


def with_arrays(frame: Any, made: Sequence[Computed]) -> Any:
    """Return a frame with more columns, made of those that it has, which hold no nulls."""
    rows, library = len(frame), frame.implementation
    columns = {name: frame[name].to_numpy() for one in made for name in one.reads}
    found = {one.name: np.empty(rows, f"int{one.width}") for one in made}
    for start in range(0, rows, _BLOCK):
        block = slice(start, start + _BLOCK)
        held = {name: column[block] for name, column in columns.items()}
        for one in made:
            found[one.name][block] = one.function(held)
    return frame.with_columns(
        *(nw.Series.from_numpy(name, array, backend=library) for name, array in found.items())
    )


class ArrayPrinter:
    """Prints nodes without guards as functions."""

    def __init__(self, sources: Mapping[Column, Source], width: int) -> None:
        self._sources = sources
        self._width = width
        self._type = np.dtype(f"int{width}")
        self._reads: set[str] = set()

    def made(self, node: Whole, name: str) -> Computed:
        """Return a column of numbers."""
        self._reads = set()
        function = self._whole(node)
        return Computed(function, name, self._width, frozenset(self._reads))

    def mark(self, node: Truth, name: str) -> Computed:
        """Return a column that is 1 where a condition holds, else 0."""
        self._reads = set()
        function = self._truth(node)
        return Computed(function, name, 32, frozenset(self._reads))

    def _raw(self, column: Column) -> _Function:
        """Return a column as it stands: it may be wider than what is computed."""
        name = self._sources[column].name
        self._reads.add(name)
        return lambda held: held[name]

    def _column(self, column: Column, low: int | None, high: int | None) -> _Function:
        raw, to = self._raw(column), self._type
        if low is not None or high is not None:
            return lambda held: raw(held).clip(low, high).astype(to, copy=False)
        return lambda held: raw(held).astype(to, copy=False)

    def _whole(self, node: Whole) -> _Function:
        limited = clipped(node)
        if limited is not None:
            return self._column(*limited)
        match node:
            case Literal(value):
                return lambda _: value
            case Added(terms):
                return self._folded(add, terms)
            case Multiplied(factors):
                return self._folded(mul, factors)
            case Divided(of, by):
                above, below = self._whole(of), self._whole(by)
                return lambda held: above(held) // below(held)
            case Smallest(of):
                return self._folded(np.minimum, of)
            case Largest(of):
                return self._folded(np.maximum, of)
            case Branch(when, then, otherwise):
                asked, yes, no = self._truth(when), self._whole(then), self._whole(otherwise)
                return lambda held: np.where(asked(held), yes(held), no(held))
            case _:
                assert isinstance(node, Chain)  # noqa: S101 - others were rewritten before
                return self._chain(node)

    def _folded(self, function: Callable[[Any, Any], Any], of: Sequence[Whole]) -> _Function:
        """Take a function over several; arrays first, as a bare number takes their type."""
        first, *others = map(self._whole, sorted(of, key=lambda one: isinstance(one, Literal)))
        if len(others) == 1:
            (second,) = others
            return lambda held: function(first(held), second(held))
        return lambda held: reduce(function, [one(held) for one in others], first(held))

    def _chain(self, node: Chain) -> _Function:
        looked, cuts = self._looked(node.of), node.cuts
        gives = np.array(node.gives, self._type)
        count = np.min_scalar_type(len(cuts))

        def chosen(held: Held) -> Any:
            value = np.asarray(looked(held))  # one number may be looked up for all rows
            reached = np.zeros(value.shape, count)  # in a fifth of the time of a choice at each cut
            for cut in cuts:
                reached += value >= cut
            return gives.take(reached)

        return chosen

    def _looked(self, node: Whole) -> _Function:
        """Return what is only compared, a column as it stands."""
        return self._raw(node) if isinstance(node, Column) else self._whole(node)

    def _truth(self, node: Truth) -> _Function:
        match node:
            case Fixed(truth):
                return lambda _: truth
            case Relates(left, relation, right):
                compared = RELATIONS[relation]
                if isinstance(right, Literal):
                    one, number = self._looked(left), right.value
                    return lambda held: compared(one(held), number)
                one, other = self._whole(left), self._whole(right)
                return lambda held: compared(one(held), other(held))
            case AllOf(of):
                return self._both(and_, of)
            case _:
                assert isinstance(node, AnyOf)  # noqa: S101 - others were rewritten before
                return self._both(or_, node.of)

    def _both(self, function: Callable[[Any, Any], Any], of: Sequence[Truth]) -> _Function:
        each = [*map(self._truth, of)]
        return lambda held: reduce(function, (one(held) for one in each))
