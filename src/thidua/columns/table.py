# SPDX-License-Identifier: MIT
"""The frames of a program while it is planned: what stands in them, level by level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, final

import narwhals as nw
from attrs import frozen

from thidua.columns.sql import Sql
from thidua.program.make import guarded
from thidua.program.node import Lack, Truth, Whole
from thidua.program.truth import YES

__all__ = ["Computed", "Folding", "Held", "Made", "Native", "Over", "Table"]

Held: TypeAlias = Mapping[str, Any]
"""Arrays of some rows, by the names of columns."""


@final
@frozen(eq=False)
class Native:
    """What a column is made of, as an expression of the frame's own library."""

    expression: Any
    """The expression, with the name of the column."""


@final
@frozen(eq=False)
class Computed:
    """A column that is computed from arrays."""

    function: Callable[[Held], Any]
    """What computes it from those that it reads: an array, or one number for all rows."""
    name: str
    """The column that it comes to."""
    width: int
    """Bits of its integers."""
    reads: frozenset[str]
    """The columns that it reads."""


@final
@frozen
class Folding:
    """A column of the units, folded from one of a list."""

    of: str
    """The column that is folded."""
    name: str
    """The column that it comes to: no column is made twice under one name."""
    function: str
    """How: ``"sum"``, ``"min"`` or ``"max"``."""
    dtype: nw.dtypes.DType
    """Its type."""
    otherwise: int
    """The value of a unit without items."""


@final
@frozen
class Over:
    """A column folded over groups of rows, for each row of a group."""

    of: str
    """The column that is folded."""
    name: str
    """The column that it comes to."""
    function: str
    """How: ``"sum"``, ``"min"`` or ``"max"``."""
    groups: tuple[str, ...]
    """The columns that tell groups apart."""
    dtype: nw.dtypes.DType
    """Its type."""


@final
@frozen
class Made:
    """A number that stands in a frame, or is fixed, and where it is one."""

    node: Whole
    """The number, some number where there is none."""
    holds: Truth
    """Where there is one."""

    def guarded(self) -> Whole:
        """Return the number as a node that says where there is none."""
        return guarded([] if self.holds == YES else [(self.holds, Lack.PENDING)], self.node)


class Table:
    """The columns of a frame: those that came, and those computed after them."""

    def __init__(self, items: str | None) -> None:
        self.items = items
        self.levels: dict[int, list[nw.Expr | Native | Sql | Computed | Over]] = {}
        """What is made, by level: everything it reads is made at lower ones."""
        self.foldings: dict[int, list[Folding]] = {}
        """What a list is folded into, by level."""
        self.wanted: dict[int, set[str]] = {}
        """Columns of the units that are wanted beside the items of a list, by level."""

    def at(self, level: int, made: nw.Expr | Native | Sql | Computed | Over) -> None:
        """Note that a column is made as soon as those before *level* are."""
        self.levels.setdefault(level, []).append(made)

    def sizes(self) -> dict[int, int]:
        """Return how many columns are made at each level, so far."""
        return {level: len(made) for level, made in self.levels.items()}
