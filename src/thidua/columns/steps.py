# SPDX-License-Identifier: MIT
"""What is done to frames, one step after the other, and the proof that every step is exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import narwhals as nw

from thidua.columns.engine import DTYPES, Engine
from thidua.columns.printer import Printer
from thidua.columns.rewrite import answered, bare, narrowed
from thidua.columns.source import Source
from thidua.columns.sql import SqlPrinter
from thidua.columns.table import Made, Over, Table
from thidua.columns.width import ends, widest
from thidua.errors import Fault, Path, RubricFault
from thidua.program.make import add, multiply
from thidua.program.node import Column, Fixed, Literal, Relates, Truth, Whole
from thidua.program.span import Node, bits, walk
from thidua.program.truth import YES, all_of, at_least
from thidua.quantity import Interval

if TYPE_CHECKING:
    from thidua.columns.arrays import ArrayPrinter

__all__ = ["Steps"]


class Steps:
    """The steps of one program over frames of one layout, gathered."""

    def __init__(self, engine: Engine, prefix: str, faults: list[Fault]) -> None:
        self.engine = engine
        self.prefix = prefix
        self.faults = faults
        self.sources: dict[Column, Source] = {}
        self.level: dict[Column, int] = {}
        self.widths: dict[str, int] = {}
        self._made = 0

    def name(self) -> str:
        """Return a name that no column has."""
        self._made += 1
        return f"{self.prefix}{self._made}"

    def place(self, column: Column, source: Source, level: int) -> None:
        """Note where a column stands, and after which level."""
        self.sources[column] = source
        self.level[column] = level

    def after(self, *nodes: Node) -> int:
        """Return the level at which nodes can be computed."""
        used = [one for one in walk(*nodes) if isinstance(one, Column)]
        return max((self.level[one] + 1 for one in used), default=0)

    def borrow(self, table: Table, level: int, *nodes: Node) -> None:
        """Note which columns of the units are wanted beside the items of a list."""
        if table.items is None:
            return
        for one in walk(*nodes):
            if isinstance(one, Column) and one.items is None:
                table.wanted.setdefault(level, set()).add(self.sources[one].name)

    def width(self, at: Path, code: str, *nodes: Node) -> int:
        """Return the bits of integers that hold all that nodes take; note a fault if none do."""
        size, culprit = widest(*nodes)
        width = _narrowest(size)
        if size > self.engine.widest:
            self.faults.append(_too_wide(self.engine, at, code, culprit, size))
        return min(width, self.engine.widest)

    def put(self, table: Table, level: int, width: int, node: Whole | Truth, name: str) -> None:
        """Let what is computed within a row stand in a frame.

        Nothing is printed once there is a fault: a number may be too wide to be written.
        """
        if self.faults:
            return
        printer = self._printer(width)
        if isinstance(node, Whole):
            table.at(level, printer.made(node, name))
        else:
            table.at(level, printer.mark(node, name))

    def _printer(self, width: int) -> Printer | SqlPrinter | ArrayPrinter:
        """Return what prints what is computed within a row of a frame of this engine."""
        if self.engine.arrays:
            from thidua.columns.arrays import ArrayPrinter  # noqa: PLC0415 - NumPy comes with pandas

            return ArrayPrinter(self.sources, width)
        if self.engine.dialect is not None:
            return SqlPrinter(self.sources, width, self.engine.dialect)
        if self.engine.words:
            words = nw.Implementation.POLARS.to_native_namespace()
            return Printer(self.sources, width, words, wrap_numerical=True)
        return Printer(self.sources, width)

    def truth(self, table: Table, node: Truth, at: Path, code: str) -> Truth:
        """Let a condition stand in a frame as a column of its own; return how to ask for it."""
        match node:
            case Fixed(True) | Relates(Column(), _, Literal()):
                return node  # there is nothing to compute
            case _:
                pass
        width = self.width(at, code, node)
        level = self.after(node)
        self.borrow(table, level, node)
        name, column = self.name(), self.column(table, 0, 1)
        self.put(table, level, width, node, name)
        self.place(column, Source(name, DTYPES[32]), level)
        return at_least(column, 1)

    def column(self, table: Table, low: int, high: int) -> Column:
        """Return a new column of a table."""
        self._made += 1
        return Column(f"#{self._made}", table.items, low, high)

    def whole(
        self,
        table: Table,
        node: Whole,
        at: Path,
        code: str,
        *,
        holds: Truth = YES,
    ) -> Made:
        """Let a number stand in a frame as a column of its own.

        Args:
            table: The frame.
            node: The number, with its guards.
            at: Place in the rubric, for faults.
            code: Code of what it is for, for faults.
            holds: Where else there is a number only.
        """
        known = answered(node)
        sure = self.truth(table, known, at, code)
        if holds != YES:
            sure = holds if sure == YES else self.truth(table, all_of([holds, sure]), at, code)
        value = narrowed(bare(node))
        if isinstance(value, Literal | Column):
            return Made(value, sure)
        width = self.width(at, code, value)
        self.widths[code] = max(width, self.widths.get(code, 0))
        level = self.after(value)
        self.borrow(table, level, value)
        name, column = self.name(), self.column(table, *ends(value))
        self.put(table, level, width, value, name)
        self.place(column, Source(name, DTYPES[width]), level)
        return Made(column, sure)

    def made(self, table: Table, made: nw.Expr, level: int, low: int, high: int) -> Column:
        """Let an expression over columns that stand before *level* stand in a frame as well."""
        column, source = self._placed(table, level, low, high)
        table.at(level, made.cast(source.dtype).alias(source.name))
        return column

    def _placed(self, table: Table, level: int, low: int, high: int) -> tuple[Column, Source]:
        """Return a new column of a frame, as narrow as its numbers allow, and what holds it."""
        column = self.column(table, low, high)
        source = Source(self.name(), DTYPES[_narrowest(bits(Interval(low, high)) or 1)])
        self.place(column, source, level)
        return column, source

    def over(
        self,
        table: Table,
        of: Column,
        function: str,
        groups: Sequence[str],
        level: int,
        *,
        reach: tuple[int, int],
    ) -> Column:
        """Let a column folded over groups of rows stand in a frame, for every row.

        Args:
            table: The frame.
            of: What is folded.
            function: As narwhals names it.
            groups: The columns that tell groups apart.
            level: Everything it reads is made at lower ones.
            reach: The least and the most it may come to.
        """
        column, source = self._placed(table, level, *reach)
        read = self.sources[of].name
        table.at(level, Over(read, source.name, function, tuple(groups), source.dtype))
        return column

    def ranked(
        self,
        table: Table,
        of: Column,
        groups: Sequence[Column | str],
        method: str,
        *,
        descending: bool,
        most: int,
    ) -> Column:
        """Let ranks within groups stand in a frame.

        Args:
            table: The frame.
            of: What is ranked; no value is null.
            groups: Columns of the groups: those of numbers are known to this, others may be
                anything.
            method: As narwhals names it.
            descending: Whether the greatest is first.
            most: How many rows there are at most.
        """
        names = [one if isinstance(one, str) else self.sources[one].name for one in groups]
        known = [one for one in groups if isinstance(one, Column)]
        level = self.after(of, *known)
        self.borrow(table, level, of, *known)  # what is ranked may be the unit's own
        source = nw.col(self.sources[of].name)
        if self.engine.ranks:
            ranks = source.rank(method, descending=descending)  # type: ignore[arg-type]
            return self.made(table, ranks.over(*names), level, 1, most)
        return self._ranked_apart(table, of, groups, method, descending=descending, most=most)

    def _ranked_apart(
        self,
        table: Table,
        of: Column,
        groups: Sequence[Column | str],
        method: str,
        *,
        descending: bool,
        most: int,
    ) -> Column:
        """Rank within groups by ranks over everything: of the group first, then of the value."""
        low, high = ends(of)
        key, width = add(of, Literal(-low)), high - low + 1
        for group in groups:
            if isinstance(group, str):
                dense = nw.col(group).rank("dense")
                group = self.made(table, dense, 0, 1, most)  # noqa: PLW2901 - now a number
            start, end = ends(group)
            key = add(key, multiply(Literal(width), group))
            width *= end - start + 2
        made = self.whole(table, key, (), "rank")
        assert isinstance(made.node, Column)  # noqa: S101 - a sum of columns
        level = self.after(made.node)
        name = self.sources[made.node].name
        ranks = nw.col(name).rank(method, descending=descending)  # type: ignore[arg-type]
        over = self.made(table, ranks, level, 1, most)
        names = [one if isinstance(one, str) else self.sources[one].name for one in groups]
        first = self.over(table, over, "min", names, level + 1, reach=(1, most))
        found = nw.col(self.sources[over].name) - nw.col(self.sources[first].name) + 1
        return self.made(table, found, level + 2, 1, most)


def _narrowest(size: int) -> int:
    """Return the bits of the narrowest integers of *size* bits; the widest, if none are."""
    return next((one for one in DTYPES if one >= size), max(DTYPES))


def _too_wide(engine: Engine, at: Path, code: str, culprit: Node, size: int) -> Fault:
    """Say which node is too wide, and which bound to declare."""
    named = sorted(
        {
            repr(one.code.removeprefix("="))
            for one in walk(culprit)
            if isinstance(one, Column) and one.code.startswith("=")
        }
    )
    what = (
        f"{code!r} needs numbers of {size} bits, more than the {engine.widest} of {engine.name}:"
        f" a {culprit.kind} node"
    )
    todo = f"declare a lower most of {', '.join(named)}, or fewer places" if named else None
    return RubricFault(at, "too-wide", what, todo or "round before, or declare fewer units")
