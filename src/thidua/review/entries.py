# SPDX-License-Identifier: MIT
"""The entries of units while they are tried out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TypeAlias, final

from attrs import evolve, frozen

from thidua.formula import Scope
from thidua.formula.scope import Cell
from thidua.quantity import Entry, State
from thidua.rubric import Sheet
from thidua.rubric.measure import cell_of

__all__ = ["Cluster", "Key", "Unit", "cells"]

Key: TypeAlias = tuple[str | None, str]
"""A measure: the list of items that it is of, or None, and its code."""


def cells(row: Mapping[str, Entry]) -> dict[str, Cell]:
    """Return entries as formulas see them."""
    return {code: cell_of(entry) for code, entry in row.items()}


@final
@frozen(eq=False)
class Unit:
    """The entries of one unit while they are tried out."""

    row: Mapping[str, Entry]
    lists: Mapping[str, tuple[Mapping[str, Entry], ...]]
    scope: Scope
    """The same as a formula sees it, alone."""

    @classmethod
    def of(
        cls, row: Mapping[str, Entry], lists: Mapping[str, tuple[Mapping[str, Entry], ...]]
    ) -> Unit:
        """Return the unit with these entries and lists."""
        items = {code: [cells(item) for item in each] for code, each in lists.items()}
        return cls(row, lists, Scope(cells(row), items))

    def sheet(self, unit: str, codes: Collection[str]) -> Sheet:
        """Return the entries and lists under *codes* as a sheet; all others are missing."""
        row = {code: entry for code, entry in self.row.items() if code in codes}
        lists = {code: items for code, items in self.lists.items() if code in codes}
        all_there = len(row) == len(self.row) and len(lists) == len(self.lists)
        return Sheet(unit, row, lists, others=None if all_there else State.MISSING)

    def with_number(self, key: Key, value: Fraction) -> Unit:
        """Return the unit with another number; of items, in the first one."""
        place, code = key
        if place is None:
            scope = evolve(self.scope, entries={**self.scope.entries, code: value})
            return Unit({**self.row, code: value}, self.lists, scope)
        first, *others = self.lists[place]
        return Unit.of(self.row, {**self.lists, place: ({**first, code: value}, *others)})


Cluster: TypeAlias = tuple[Unit, ...]
"""Several units; the first is the one looked at."""
