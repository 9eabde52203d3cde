# SPDX-License-Identifier: MIT
"""Nodes of an integer program as SQL: one division each, and nothing around it.

Narwhals divides on DuckDB by five expressions, of which each holds the dividend again, and
on Spark by floats. Frames of these two take text besides expressions; so what is computed
within a row is printed as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_never, final

from attrs import frozen

from thidua.columns.engine import DTYPES, Dialect
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
from thidua.program.span import span

__all__ = ["Sql", "SqlPrinter", "with_sql"]

_SIGNS = {
    Relation.GREATER_OR_EQUAL: ">=",
    Relation.LESS_OR_EQUAL: "<=",
    Relation.EQUAL: "=",
    Relation.NOT_EQUAL: "<>",
}
"""The relations that programs have."""


@final
@frozen
class Sql:
    """What a column is made of, as text."""

    text: str
    """An expression of the dialect."""
    name: str
    """Name of the column, in its quotes."""


def with_sql(native: Any, dialect: Dialect, made: Iterable[Sql]) -> Any:
    """Return a frame of its own library with more columns, made of those that it has."""
    texts = ["*", *(f"{one.text} AS {one.name}" for one in made)]
    match dialect:
        case Dialect.DUCKDB:
            return native.project(", ".join(texts))
        case Dialect.SPARK:
            return native.selectExpr(*texts)
        case _:
            assert_never(dialect)


class SqlPrinter:
    """Prints nodes without guards as text."""

    def __init__(self, sources: Mapping[Column, Source], width: int, dialect: Dialect) -> None:
        self._sources = sources
        self.dtype = DTYPES[width]
        self._dialect = dialect
        self._type = dialect.integers[width]

    def made(self, node: Whole, name: str) -> Sql:
        """Return a column of numbers."""
        return Sql(self._cast(self._whole(node)), self._quoted(name))

    def mark(self, node: Truth, name: str) -> Sql:
        """Return a column that is 1 where a condition holds, else 0."""
        small = self._dialect.integers[32]
        return Sql(
            f"CAST(CASE WHEN {self._truth(node)} THEN 1 ELSE 0 END AS {small})", self._quoted(name)
        )

    def _quoted(self, name: str) -> str:
        mark = self._dialect.quote
        return f"{mark}{name.replace(mark, mark * 2)}{mark}"

    def _cast(self, text: str) -> str:
        return f"CAST({text} AS {self._type})"

    def _column(self, column: Column, low: int | None, high: int | None) -> str:
        """Print a column, limited as it stands: it may be wider than what is computed."""
        source = self._sources[column]
        name = text = self._quoted(source.name)
        limits = [(">", high), ("<", low)]
        rows = [f"WHEN {name} {sign} {one} THEN {one}" for sign, one in limits if one is not None]
        if rows:  # DuckDB takes twice as long for `least`
            text = f"CASE {' '.join(rows)} ELSE {name} END"
        return text if source.dtype == self.dtype else self._cast(text)

    def _whole(self, node: Whole) -> str:
        limited = clipped(node)
        if limited is not None:
            return self._column(*limited)
        match node:
            case Literal(value):
                return self._cast(str(value))  # a bare number is as narrow as it looks
            case Added(terms):
                return f"({' + '.join(map(self._whole, terms))})"
            case Multiplied(factors):
                return f"({' * '.join(map(self._whole, factors))})"
            case Divided(of, by):
                return self._floor(of, by)
            case Smallest(of):
                return f"least({', '.join(map(self._whole, of))})"
            case Largest(of):
                return f"greatest({', '.join(map(self._whole, of))})"
            case Branch(when, then, otherwise):
                yes, no = self._whole(then), self._whole(otherwise)
                return f"CASE WHEN {self._truth(when)} THEN {yes} ELSE {no} END"
            case _:
                assert isinstance(node, Chain)  # noqa: S101 - others were rewritten before
                looked = self._raw(node.of)
                rows = [
                    f"WHEN {looked} >= {cut} THEN {give}"
                    for cut, give in reversed([*zip(node.cuts, node.gives[1:], strict=True)])
                ]
                return self._cast(f"CASE {' '.join(rows)} ELSE {node.gives[0]} END")

    def _floor(self, of: Whole, by: Whole) -> str:
        """Divide: both languages cut off towards zero, where a floor is wanted."""
        above, below = self._whole(of), self._whole(by)
        cut = f"({above} {self._dialect.divide} {below})"
        least = span(of).low
        if least is not None and least >= 0:
            return cut
        return f"({cut} - CASE WHEN {above} % {below} < 0 THEN 1 ELSE 0 END)"

    def _raw(self, node: Whole) -> str:
        """Print what is only compared, a column as it stands."""
        if isinstance(node, Column):
            return self._quoted(self._sources[node].name)
        return self._whole(node)

    def _truth(self, node: Truth) -> str:
        match node:
            case Fixed(truth):
                return str(truth).upper()
            case Relates(left, relation, right):
                if isinstance(right, Literal):
                    return f"({self._raw(left)} {_SIGNS[relation]} {right.value})"
                return f"({self._whole(left)} {_SIGNS[relation]} {self._whole(right)})"
            case AllOf(of):
                return f"({' AND '.join(map(self._truth, of))})"
            case _:
                assert isinstance(node, AnyOf)  # noqa: S101 - others were rewritten before
                return f"({' OR '.join(map(self._truth, node.of))})"
