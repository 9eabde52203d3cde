# SPDX-License-Identifier: MIT
"""The words of a formula, and how its functions are called, as the parser's tree has them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar, final

from attrs import evolve, frozen

from thidua.errors import Fault, NumberFault, RubricFault, suggest
from thidua.formula.fold import ItemFold, PeerFold
from thidua.formula.forms import Form
from thidua.formula.kernel import Expression, Predicate
from thidua.formula.notation import text
from thidua.formula.record import NONE
from thidua.formula.scan import MAXIMUM_CHARACTERS
from thidua.formula.source import Source, shortened, unquoted
from thidua.formula.walk import MAXIMUM_DEPTH
from thidua.quantity import exact

__all__ = ["FUNCTIONS", "MAXIMUM_NUMBER", "Function", "Reader", "chain"]

MAXIMUM_NUMBER = 100
"""Most digits of a number in a formula, over and under the line of its fraction."""

_TOO_LONG = 10**MAXIMUM_NUMBER
_LONGER = MAXIMUM_NUMBER // 4
"""How many times longer than it is given a formula may be written: ``1e99`` has 100 digits."""

_T = TypeVar("_T")
_Written = TypeVar("_Written", bound=Expression | Predicate | Form)
_Option = TypeVar("_Option", bound=StrEnum)


@final
@frozen
class Function:
    """How a function of the notation is called."""

    usage: str
    """What to write."""
    least: int = 0
    """Fewest values it takes."""
    most: int | None = None
    """Most values it takes; absent, any number."""
    where: bool = False
    """Whether it takes ``where=``."""


FUNCTIONS: Mapping[str, Function] = {
    "if": Function("if(condition, then, otherwise)", 3, 3),
    "min": Function("min(value, …)", 1),
    "max": Function("max(value, …)", 1),
    "sum": Function("sum(value, …)"),
    "product": Function("product(value, …)"),
    "share": Function("share(result, target)", 2, 2),
    "ratio": Function("ratio(1, 3)", 2, 2),
    "round": Function("round(value, step) or round(value, step, half_even)", 2, 3),
    "floor": Function("floor(value)", 1, 1),
    "ceiling": Function("ceiling(value)", 1, 1),
    "lookup": Function("lookup(value, band(points, at_least=…, below=…), …)", 2),
    "points": Function('points("II.3")', 1, 1),
    "reported": Function('reported("code")', 1, 1),
    "all": Function("all(condition, …)"),
    "any": Function("any(condition, …)"),
    "state": Function('state(code) == "missing"', 1, 1),
    **{
        f"items_{fold.value}": Function(
            f"items_{fold.value}(list, value, where=condition)", 1, 2, where=True
        )
        for fold in ItemFold
    },
    **{
        f"peers_{fold.value}": Function(
            f"peers_{fold.value}(value, where=condition)", 0, 1, where=True
        )
        for fold in PeerFold
    },
}
"""Every function of the notation, by name."""


@final
@frozen
class Reader:
    """What reads single words off the tree, and names places in the text."""

    source: Source
    """The text."""
    depth: int = 0
    """How many nodes stand around the one at hand."""

    def fault(self, node: ast.AST, what: str, todo: str = "") -> RubricFault:
        """Return the fault *what* at the place of *node*."""
        return self.source.fault(_start(node), what, todo)

    def too_deep(self, node: ast.AST) -> RubricFault:
        """Return the fault of nesting too deep."""
        what = f"a formula nested more than {MAXIMUM_DEPTH} deep"
        return self.fault(node, what, "split it with points(…)")

    def inside(self, node: ast.AST) -> Reader:
        """Return the reader of what stands in *node*, or refuse to go so deep."""
        if self.depth > MAXIMUM_DEPTH:  # one more than nodes, for the minus of a constant
            raise self.too_deep(node)
        return evolve(self, depth=self.depth + 1)

    def short(self, made: _Written) -> _Written:
        """Refuse what `text` would write so long that it could not be read back."""
        if len(self.source.text) * _LONGER > MAXIMUM_CHARACTERS and (
            len(text(made)) > MAXIMUM_CHARACTERS
        ):
            what = f"a formula that is written with more than {MAXIMUM_CHARACTERS} characters"
            raise self.source.fault(0, what, "split it with points(…)")
        return made

    def made(self, node: ast.AST, make: Callable[[], _T]) -> _T:
        """Make what needs no more reading; what its class refuses is a fault of the text."""
        try:
            return make()
        except Fault as fault:
            raise self.fault(node, fault.what, fault.todo) from None

    def word(self, node: ast.AST, kind: str) -> str | None:
        """Return the word that *node* is, if it is one of that kind."""
        if not isinstance(node, ast.Name):
            return None
        word = self.source.words[_start(node)]
        return word.text if word.kind == kind else None

    def name(self, node: ast.keyword) -> str:
        """Return the name before a ``=``."""
        return self.source.words[_start(node)].text

    def called(self, node: ast.AST) -> str | None:
        """Return the name of the function that *node* calls, if it calls one."""
        return self.source.words[_start(node)].text if isinstance(node, ast.Call) else None

    def arguments(self, call: ast.Call) -> tuple[list[ast.expr], ast.expr | None]:
        """Return the values a function is given, and its ``where=``."""
        name = self.source.words[_start(call)].text
        function = FUNCTIONS.get(name)
        if function is None:
            raise self.fault(call, f"unknown function {shortened(name)}", suggest(name, FUNCTIONS))
        for index, keyword in enumerate(call.keywords):
            if not function.where or self.name(keyword) != "where":
                what = f"{name!r} takes no {shortened(self.name(keyword) + '=')}"
                raise self.fault(keyword, what, f"write {function.usage}; '==' compares")
            if index:
                raise self.fault(keyword, "'where=' stands twice", "join both with 'and'")
        count = len(call.args)
        if count < function.least or (function.most is not None and count > function.most):
            values = "1 value" if count == 1 else f"{count} values"
            raise self.fault(call, f"{name!r} is given {values}", f"write {function.usage}")
        return call.args, call.keywords[0].value if call.keywords else None

    def code(self, node: ast.expr) -> str:
        """Read the code of a measure or of a list."""
        name = self.word(node, "name")
        if name is not None and name != NONE:
            return name
        if isinstance(node, ast.Call) and self.called(node) == "reported":
            return self.text(self.arguments(node)[0][0])
        raise self.fault(node, "a code is wanted here")

    def text(self, node: ast.expr) -> str:
        """Read a text in quotes."""
        word = self.word(node, "text")
        if word is None:
            raise self.fault(node, "a text in quotes is wanted here")
        return unquoted(word)

    def name_or_text(self, node: ast.expr) -> str:
        """Read a text, with quotes or, if it is a name, without."""
        name, word = self.word(node, "name"), self.word(node, "text")
        if name is None and word is None:
            raise self.fault(node, "a name or a text in quotes is wanted here")
        return name or unquoted(word or "")

    def option(self, node: ast.expr, enum: type[_Option]) -> _Option:
        """Read one of several words, with quotes or without."""
        given = self.name_or_text(node)
        known = {member.value: member for member in enum}
        if given not in known:
            raise self.fault(node, f"unknown word {shortened(given)}", suggest(given, known))
        return known[given]

    def truth(self, node: ast.expr) -> bool:
        """Read ``true`` or ``false``."""
        word = self.word(node, "name")
        if word not in {"true", "false"}:
            raise self.fault(node, "true or false is wanted here")
        return word == "true"

    def number(self, node: ast.expr) -> Fraction:
        """Read a number that stands as it is: a decimal, a ratio, or one below zero."""
        match node:
            case ast.Name() if (word := self.word(node, "number")) is not None:
                try:
                    number = exact(word)
                except NumberFault:  # well formed, and so too long even for that
                    raise self._too_long(node) from None
            case ast.UnaryOp(ast.USub(), operand):
                return -self.number(operand)
            case ast.Call() if self.called(node) == "ratio":
                above, below = map(self.number, self.arguments(node)[0])
                if not below:
                    raise self.fault(node, "a ratio to zero")
                number = above / below
            case _:
                raise self.fault(node, "a number is wanted here")
        if max(abs(number.numerator), number.denominator) >= _TOO_LONG:
            raise self._too_long(node)
        return number

    def _too_long(self, node: ast.expr) -> RubricFault:
        return self.fault(node, f"a number of more than {MAXIMUM_NUMBER} digits")


def chain(node: ast.expr, *signs: type[ast.operator]) -> list[tuple[ast.operator | None, ast.expr]]:
    """Return the operands of a chain such as ``a + b - c``, each with the sign before it."""
    found: list[tuple[ast.operator | None, ast.expr]] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, signs):
        found.append((node.op, node.right))
        node = node.left
    return [(None, node), *reversed(found)]


def _start(node: ast.AST) -> int:
    """Return the place of *node* in the text, which the parser was given in parentheses."""
    column: int = node.col_offset  # type: ignore[attr-defined]
    return column - 1
