# SPDX-License-Identifier: MIT
"""The lines of a function while it is written: blocks, names, and what is computed already."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TypeAlias

__all__ = ["CHOICE", "COMPARED", "LOGIC", "MINUS", "NAME", "PRODUCT", "SUM", "Lines", "Text"]

Text: TypeAlias = tuple[str, int]
"""A piece of source, and how tightly it holds together."""
CHOICE, LOGIC, COMPARED, SUM, PRODUCT, MINUS, NAME = range(7)


class Lines:
    """The lines of one function."""

    def __init__(self) -> None:
        self.out: list[str] = []
        """The lines of the block that is written."""
        self.read: set[str] = set()
        """The names of arguments that are read."""
        self.frames: dict[str, int] = {}
        """The number of the loop over each list in which the block stands."""
        self._depth = 1
        self._scopes: list[dict[object, str]] = [{}]
        self._made = 0

    def emit(self, text: str) -> None:
        """Write a line."""
        self.out.append("    " * self._depth + text)

    def extend(self, lines: Iterable[str]) -> None:
        """Write the lines of a block."""
        self.out += lines

    def number(self) -> int:
        """Return a number that was not given yet."""
        self._made += 1
        return self._made

    def name(self) -> str:
        """Return a name that was not given yet."""
        return f"t{self.number()}"

    @contextmanager
    def block(self) -> Generator[list[str]]:
        """Gather what is computed only sometimes."""
        outside, self.out = self.out, []
        self._scopes.append({})
        self._depth += 1
        try:
            yield self.out
        finally:
            self._depth -= 1
            self._scopes.pop()
            self.out = outside

    def key(self, node: object, lists: Iterable[str]) -> object:
        """Return what tells a value apart: the node, and the item of each list it depends on."""
        return (node, tuple(self.frames.get(code) for code in sorted(lists)))

    def known(self, key: object) -> str | None:
        """Return the name of a value that is computed already, here or in a block around."""
        return next((scope[key] for scope in self._scopes if key in scope), None)

    def keep(self, key: object, name: str) -> None:
        """Note, for the rest of the block, that a value is computed."""
        self._scopes[-1][key] = name

    def unpacked(self, letter: str, many: int) -> str:
        """Return names to unpack into, of those that are read; empty if none is."""
        names = [f"{letter}{number}" for number in range(many)]
        if not self.read.intersection(names):
            return ""
        return ", ".join(name if name in self.read else "_" for name in names) + ","
