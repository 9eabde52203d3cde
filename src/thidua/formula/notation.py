# SPDX-License-Identifier: MIT
"""Formulas as exact text, with codes: ``min(20, 20 * thu / du_toan)``.

`text` writes, `parse` reads, and ``parse(text(x)) == x``. Sums and products stand infix
where the text reads back as the same tree, and as ``sum(…)`` and ``product(…)`` where it
would not: parentheses on the left only group, so ``(a + b) + c`` is one sum of three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any as Anything
from typing import assert_never, final

from attrs import frozen

from thidua.errors import RubricFault
from thidua.formula.band import Band
from thidua.formula.fold import Relation
from thidua.formula.forms import Form
from thidua.formula.kernel import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.formula.record import NONE, is_bare, slots, spread
from thidua.formula.source import quoted
from thidua.formula.walk import MAXIMUM_DEPTH, is_too_deep
from thidua.quantity import Rounding, RoundingMode, exact, plain

__all__ = ["text"]

_LOOSE, _TIGHT, _UNARY, _ATOM = 1, 2, 3, 4
"""How tightly a text holds together: ``a + b`` or ``p and q``; ``a * b``, ``a < b`` or
``not p``; ``-a``; the rest."""

_DEEPEST_CHAIN = MAXIMUM_DEPTH // 2
"""Nesting up to which three or more members stand infix; deeper, a function nests less."""

_ONE = Constant(1)
_MINUS_ONE = Constant(-1)


def text(node: Expression | Predicate | Form) -> str:
    """Write an expression, a condition or a form so that it can be read back.

    Raises:
        RubricFault: If it nests deeper than `MAXIMUM_DEPTH`.
        NumberFault: For a number longer than `exact` reads.

    Example:
        >>> from thidua.formula import Proportional, Quotient
        >>> print(text(Least([20, Quotient(Product([20, "thu"]), "du_toan")])))
        min(20, 20 * thu / du_toan)
        >>> print(text(Proportional("thu", to="du_toan", zero_below="0.8")))
        proportional(thu, du_toan, zero_below=0.8)
    """
    if isinstance(node, Expression | Predicate):
        if is_too_deep(node):
            what = f"a formula nested more than {MAXIMUM_DEPTH} deep"
            raise RubricFault((), "too-deep", what, "split it with Points")
        written = _expression(node) if isinstance(node, Expression) else _predicate(node)
        return written.text
    return _record(node)


@final
@frozen
class _Written:
    """A text with how tightly it holds together and how deep its brackets and operators nest."""

    text: str
    binding: int = _ATOM
    nesting: int = 0

    def within(self, binding: int) -> _Written:
        """Return it with parentheses unless it holds together as tightly as *binding*."""
        if self.binding >= binding:
            return self
        return _Written(f"({self.text})", _ATOM, self.nesting + 1)


def _call(name: str, *parts: _Written) -> _Written:
    inside = ", ".join(part.text for part in parts)
    return _Written(
        f"{name}({inside})", _ATOM, 1 + max((part.nesting for part in parts), default=0)
    )


def _infix(signs: Sequence[str], parts: Sequence[_Written], binding: int) -> _Written | None:
    """Join *parts* with the sign before each but the first; None if that nests too deep."""
    nesting = len(signs) + max(part.nesting for part in parts)
    if len(signs) > 1 and nesting > _DEEPEST_CHAIN:
        return None
    rest = "".join(f" {sign} {part.text}" for sign, part in zip(signs, parts[1:], strict=True))
    return _Written(parts[0].text + rest, binding, nesting)


def _expression(node: Expression) -> _Written:
    match node:
        case Reported(code):
            return _code(code)
        case Constant(value):
            return _minus(_number(-value)) if value < 0 else _number(value)
        case Sum(terms):
            return _sum(terms)
        case Product(factors):
            return _product(factors)
        case Quotient(result, target, of_target=True):
            return _call("share", _expression(result), _expression(target))
        case Quotient(dividend, divisor):
            parts = [_expression(dividend).within(_TIGHT), _expression(divisor).within(_UNARY)]
            nesting = 1 + max(part.nesting for part in parts)
            return _Written(f"{parts[0].text} / {parts[1].text}", _TIGHT, nesting)
        case Least(of):
            return _call("min", *map(_expression, of))
        case Greatest(of):
            return _call("max", *map(_expression, of))
        case Rounded(of, rounding):
            return _rounded(_expression(of), rounding)
        case Choose(when, then, otherwise):
            return _call("if", _predicate(when), _expression(then), _expression(otherwise))
        case Lookup(of, bands):
            return _call("lookup", _expression(of), *map(_band, bands))
        case Points(code):
            return _call("points", _Written(quoted(code)))
        case OverItems(items, fold, of, where):
            return _call(f"items_{fold.value}", _code(items), *_folded(of, where))
        case OverPeers(fold, of, where):
            return _call(f"peers_{fold.value}", *_folded(of, where))
        case _:
            assert_never(node)


def _sum(terms: tuple[Expression, ...]) -> _Written:
    signed = [_signed(term) for term in terms]
    whole = [_minus(part) if is_minus else part for is_minus, part in signed]
    if len(terms) > 1 and whole[0].binding > _LOOSE:
        signs = ["-" if is_minus else "+" for is_minus, _ in signed[1:]]
        parts = [whole[0], *(part.within(_TIGHT) for _, part in signed[1:])]
        if written := _infix(signs, parts, _LOOSE):
            return written
    return _call("sum", *whole)


def _signed(term: Expression) -> tuple[bool, _Written]:
    """Write *term* without the minus it starts with, and tell whether there is one."""
    match term:
        case Constant(value) if value < 0:
            return True, _number(-value)
        case Product((first, second)) if _is_minus(first, second):
            return True, _expression(second)
        case _:
            return False, _expression(term)


def _is_minus(first: Expression, second: Expression) -> bool:
    """Tell whether a product of both reads ``-second``; ``-3`` is a constant."""
    return first == _MINUS_ONE and not isinstance(second, Constant)


def _minus(written: _Written) -> _Written:
    inside = written.within(_ATOM)
    return _Written(f"-{inside.text}", _UNARY, inside.nesting + 1)


def _product(factors: tuple[Expression, ...]) -> _Written:
    if len(factors) == 2 and _is_minus(*factors):  # noqa: PLR2004 - minus one and a factor
        return _minus(_expression(factors[1]))
    whole = [_expression(factor) for factor in factors]
    is_chain = isinstance(factors[0], Product) and whole[0].binding == _TIGHT if factors else True
    if len(factors) > 1 and not is_chain:
        parts = [whole[0].within(_TIGHT), *(part.within(_UNARY) for part in whole[1:])]
        if written := _infix(["*"] * (len(parts) - 1), parts, _TIGHT):
            return written
    return _call("product", *whole)


def _number(value: Fraction) -> _Written:
    """Write a number that is not below zero."""
    exact(value.numerator)
    exact(value.denominator)
    decimal = plain(value)
    if "/" in decimal:
        return _call("ratio", *map(_Written, decimal.split("/")))
    return _Written(decimal)


def _code(code: str) -> _Written:
    return _Written(code) if is_bare(code) else _call("reported", _Written(quoted(code)))


def _rounded(of: _Written, rounding: Rounding) -> _Written:
    step, mode = rounding.step, rounding.mode
    if step == 1 and mode in {RoundingMode.FLOOR, RoundingMode.CEILING}:
        return _call(mode.value, of)
    named = [] if mode is RoundingMode.HALF_UP else [_Written(mode.value)]
    return _call("round", of, _number(step), *named)


def _band(band: Band) -> _Written:
    return _Written(_record(band), _ATOM, 3)


def _folded(of: Expression, where: Predicate | None) -> Iterator[_Written]:
    if of != _ONE:
        yield _expression(of)
    if where is not None:
        condition = _predicate(where)
        yield _Written(f"where={condition.text}", _ATOM, condition.nesting)


def _predicate(node: Predicate) -> _Written:
    match node:
        case Compare(left, relation, right):
            return _compared(_expression(left), relation, _expression(right))
        case LevelIs(code, level):
            return _compared(_code(code), Relation.EQUAL, _Written(quoted(level)))
        case EntryIs(code, state):
            asked = _call("state", _code(code))
            return _compared(asked, Relation.EQUAL, _Written(quoted(state.value)))
        case All(of):
            return _joined("and", "all", of)
        case Any(of):
            return _joined("or", "any", of)
        case Not(LevelIs(code, level)):
            return _compared(_code(code), Relation.NOT_EQUAL, _Written(quoted(level)))
        case Not(EntryIs(code, state)):
            asked = _call("state", _code(code))
            return _compared(asked, Relation.NOT_EQUAL, _Written(quoted(state.value)))
        case Not(of):
            inside = _predicate(of).within(_ATOM)
            return _Written(f"not {inside.text}", _TIGHT, inside.nesting + 1)
        case _:
            assert_never(node)


def _compared(left: _Written, relation: Relation, right: _Written) -> _Written:
    nesting = 1 + max(left.nesting, right.nesting)
    return _Written(f"{left.text} {relation.value} {right.text}", _TIGHT, nesting)


def _joined(word: str, function: str, of: tuple[Predicate, ...]) -> _Written:
    whole = [_predicate(one) for one in of]
    if len(of) > 1:
        parts = [part.within(_TIGHT) for part in whole]
        if written := _infix([word] * (len(of) - 1), parts, _LOOSE):
            return written
    return _call(function, *whole)


def _record(given: Anything) -> str:  # noqa: ANN401 - whatever has a kind
    """Write a form, or a band, level or event, from its fields."""
    cls: type[Anything] = type(given)
    parts: list[str] = []
    named: list[str] = []
    spreads = spread(cls)
    for slot in slots(cls):
        value = getattr(given, slot.name)
        if slot == spreads:
            parts.extend(_value(one, is_code=slot.code) for one in value)
        elif slot.place and slot.required:
            parts.append(_value(value, is_code=slot.code))
        elif slot.required or value != slot.default:
            named.append(f"{slot.name}={_value(value, is_code=slot.code)}")
    return f"{cls.kind}({', '.join(parts + named)})"


def _value(value: object, *, is_code: bool) -> str:
    match value:
        case None:
            return NONE
        case bool():
            return "true" if value else "false"
        case Fraction():
            return text(Constant(value))
        case StrEnum():
            return value.value if is_bare(value.value) else quoted(value.value)
        case str():
            return value if is_code and is_bare(value) else quoted(value)
        case tuple():
            return f"[{', '.join(_value(one, is_code=is_code) for one in value)}]"
        case _ if isinstance(value, Expression | Predicate):
            return text(value)
        case _:
            return _record(value)
