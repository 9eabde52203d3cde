# SPDX-License-Identifier: MIT
"""The reference evaluator: the exact value of an expression, with its working."""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import TypeAlias, assert_never, cast

from thidua.errors import FormulaFault
from thidua.formula.fold import PeerFold, Relation
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
from thidua.formula.scope import Scope, Undecided, items_of, standing
from thidua.formula.walk import children, reads
from thidua.formula.working import Working, fold_items, fold_peers, look_up
from thidua.quantity import (
    Rounding,
    State,
    add,
    divide,
    greatest,
    least,
    multiply,
    plain,
    round_to,
)
from thidua.quantity.arithmetic import ratio

__all__ = ["Evaluator", "Working", "evaluate", "prepare"]

_ONE = Fraction(1)
_ZERO = Fraction(0)
RELATIONS = {
    Relation.LESS: operator.lt,
    Relation.LESS_OR_EQUAL: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.NOT_EQUAL: operator.ne,
    Relation.GREATER_OR_EQUAL: operator.ge,
    Relation.GREATER: operator.gt,
}


Evaluator: TypeAlias = Callable[[Scope], Working]
"""A function that computes one expression for any scope."""


def evaluate(expression: Expression, scope: Scope) -> Working:
    """Compute *expression* for the unit of *scope*.

    Only what is needed is computed: the branch taken of a choice, the conditions up to
    the one that decides.

    Raises:
        FormulaFault: For a divisor of zero, a target below zero, a value in no band or in two,
            a mean, least or greatest of nothing, an entry that holds no value and never will,
            and a result of more than `MAXIMUM_DIGITS` digits.
        Undecided: If an entry is read that is still to come, the unit's own or a peer's.

    Example:
        >>> from thidua.formula import Quotient
        >>> evaluate(Quotient("thu", 98), Scope({"thu": Fraction(49)})).value
        Fraction(1, 2)
    """
    return prepare(expression)(scope)


def prepare(expression: Expression) -> Evaluator:
    """Return a function that computes *expression* for a scope, to be used many times.

    The tree is walked here, once; what is left for each unit is arithmetic. The shapes
    that forms are mostly made of, two operands or a constant, have functions of their own,
    which do the same as the general ones in less time.
    """
    match expression:
        case Reported(code):
            return partial(_number, code)
        case Constant(value):
            constant = Working("constant", value)
            return lambda _: constant
        case Sum((first, second)):
            return partial(_plus, prepare(first), prepare(second))
        case Sum(terms):
            return partial(_combined, "sum", add, [prepare(term) for term in terms])
        case Product((Constant(value), other)):
            return partial(_scaled, Working("constant", value), prepare(other))
        case Product(factors):
            return partial(_combined, "product", multiply, [prepare(one) for one in factors])
        case Quotient(dividend, Constant(value)) if value > 0 or (
            value and not expression.of_target
        ):
            return partial(_shared, Working("constant", value), prepare(dividend))
        case Quotient(dividend, divisor):
            return partial(_quotient, expression, prepare(dividend), prepare(divisor))
        case Least((inner, Constant(value))):  # a ceiling
            return partial(_at_most, Working("constant", value), prepare(inner))
        case Least(of):
            return partial(_combined, "least", least, [prepare(one) for one in of])
        case Greatest((inner, Constant(value))):  # a floor
            return partial(_at_least, Working("constant", value), prepare(inner))
        case Greatest(of):
            return partial(_combined, "greatest", greatest, [prepare(one) for one in of])
        case Rounded(of, rounding):
            return partial(_rounded, rounding, prepare(of))
        case Choose(when, then, otherwise):
            return partial(_chosen, _test(when), prepare(then), prepare(otherwise))
        case Lookup(of):
            return partial(_looked_up, expression, prepare(of))
        case Points(code):
            return lambda scope: Working(code, scope.points(code))
        case OverItems(_, _, of, where):
            return partial(_over_items, expression, prepare(of), where and _test(where))
        case OverPeers(_, of, where):
            return partial(_over_peers, expression, prepare(of), where and _test(where))
        case _:
            assert_never(expression)


def _test(predicate: Predicate) -> Evaluator:
    """Return a function that tells whether *predicate* holds: 1 or 0, with the working."""
    match predicate:
        case Compare(left, relation, right):
            return partial(_compared, relation, prepare(left), prepare(right))
        case LevelIs(code, level):
            return partial(_level_is, code, level)
        case EntryIs(code, state):
            return lambda scope: Working("entry_is", _truth(scope.entries[code] is state))
        case All(of):
            return partial(_until, "all", _ZERO, [_test(one) for one in of])
        case Any(of):
            return partial(_until, "any", _ONE, [_test(one) for one in of])
        case Not(of):
            return partial(_negated, _test(of))
        case _:
            assert_never(predicate)


def _number(code: str, scope: Scope) -> Working:
    cell = scope.entries[code]
    if isinstance(cell, Fraction):
        return Working(code, cell)
    if isinstance(cell, State):
        raise _no_value(scope, code, cell)
    what = f"{code!r} holds a level, {cell!r}, where a number is read"
    raise FormulaFault((), "not-a-number", what, "use LevelIs or Leveled")


def _combined(
    what: str, combine: Callable[[list[Fraction]], Fraction], each: list[Evaluator], scope: Scope
) -> Working:
    parts = [one(scope) for one in each]
    return Working(what, combine([part.value for part in parts]), tuple(parts))


def _plus(first: Evaluator, second: Evaluator, scope: Scope) -> Working:
    left, right = first(scope), second(scope)
    x, y = left.value, right.value
    above = x.numerator * y.denominator + y.numerator * x.denominator
    return Working("sum", ratio(above, x.denominator * y.denominator), (left, right))


def _at_most(ceiling: Working, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    x, y = inner.value, ceiling.value
    below = x.numerator * y.denominator <= y.numerator * x.denominator
    return Working("least", x if below else y, (inner, ceiling))


def _at_least(floor: Working, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    x, y = inner.value, floor.value
    above = x.numerator * y.denominator >= y.numerator * x.denominator
    return Working("greatest", x if above else y, (inner, floor))


def _scaled(constant: Working, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    by, value = constant.value, inner.value
    product = ratio(by.numerator * value.numerator, by.denominator * value.denominator)
    return Working("product", product, (constant, inner))


def _shared(constant: Working, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    return Working("quotient", divide(inner.value, constant.value), (inner, constant))


def _quotient(node: Quotient, dividend: Evaluator, divisor: Evaluator, scope: Scope) -> Working:
    below = divisor(scope)
    if below.value.numerator <= 0 and (node.of_target or not below.value):
        raise _no_divisor(node.divisor, below.value)
    above = dividend(scope)
    return Working("quotient", divide(above.value, below.value), (above, below))


def _rounded(rounding: Rounding, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    return Working("rounded", round_to(inner.value, rounding), (inner,))


def _chosen(when: Evaluator, then: Evaluator, otherwise: Evaluator, scope: Scope) -> Working:
    asked = when(scope)
    taken = (then if asked.value else otherwise)(scope)
    return Working("choose", taken.value, (asked, taken))


def _looked_up(node: Lookup, of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    return Working("lookup", look_up(node, inner.value), (inner,))


def _truth(truth: bool) -> Fraction:  # noqa: FBT001 - a conversion
    return _ONE if truth else _ZERO


def _compared(relation: Relation, left: Evaluator, right: Evaluator, scope: Scope) -> Working:
    first, second = left(scope), right(scope)
    truth = _truth(RELATIONS[relation](first.value, second.value))
    return Working(relation.value, truth, (first, second))


def _level_is(code: str, level: str, scope: Scope) -> Working:
    cell = scope.entries[code]
    if isinstance(cell, State):
        raise _no_value(scope, code, cell)
    return Working("level_is", _truth(cell == level))


def _until(what: str, decisive: Fraction, each: list[Evaluator], scope: Scope) -> Working:
    """Ask one condition after the other until one answers what decides the whole."""
    parts: list[Working] = []
    for one in each:
        parts.append(one(scope))
        if parts[-1].value == decisive:
            return Working(what, decisive, tuple(parts))
    return Working(what, _ONE - decisive, tuple(parts))


def _negated(of: Evaluator, scope: Scope) -> Working:
    inner = of(scope)
    return Working("not", _ONE - inner.value, (inner,))


def _no_value(scope: Scope, code: str, state: State) -> Undecided | FormulaFault:
    if state in scope.pending:
        return Undecided(code)
    return FormulaFault((), "no-value", f"{code!r} holds no value: {state.value}")


def _no_divisor(divisor: Expression, value: Fraction) -> FormulaFault:
    codes = sorted({code for _, code in reads(divisor).measures})
    name = " of " + ", ".join(repr(code) for code in codes) if codes else ""
    if value:
        what = f"a target below zero: the divisor{name} is {plain(value)}"
        return FormulaFault((), "target-negative", what, "correct it, or declare it above=0")
    return FormulaFault((), "divisor-zero", f"division by zero: the divisor{name} is 0")


def _over_items(node: OverItems, of: Evaluator, where: Evaluator | None, scope: Scope) -> Working:
    parts = [of(item) for item in items_of(scope, node.items) if where is None or where(item).value]
    values = sorted(part.value for part in parts)
    return Working("over_items", fold_items(node, values), tuple(parts))


def _over_peers(node: OverPeers, of: Evaluator, where: Evaluator | None, scope: Scope) -> Working:
    known = scope.memory.get(node)
    if known is None:
        peers = _peers(node, of, where, scope)
        ranked = node.fold is PeerFold.RANK
        known = sorted(peer.value for peer in peers) if ranked else fold_peers(node, peers)
        scope.memory[node] = known
    if isinstance(known, Working):
        return known
    own, values = of(scope), cast("list[Fraction]", known)
    above = len(values) - bisect_right(values, own.value)
    return Working("over_peers", Fraction(1 + above), (own,))


def _peers(node: OverPeers, of: Evaluator, where: Evaluator | None, scope: Scope) -> list[Working]:
    """Return the value of each unit that counts as a peer, under the unit's name."""
    what = reads(*children(node))
    found: list[Working] = []
    for peer in scope.peers:
        state = standing(peer, what)
        if state in scope.pending:
            raise Undecided(peer.unit)
        if state is None and (where is None or where(peer).value):
            found.append(Working(peer.title or peer.unit, of(peer).value))
    return found
