# SPDX-License-Identifier: MIT
"""Expressions as people write them: ``min(20; 20 × thu / du_toan)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never, final

from attrs import field, frozen

from thidua.formula.band import Band
from thidua.formula.fold import Relation
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
from thidua.quantity import Language, show

__all__ = ["Wording", "band_text", "infix", "predicate_text", "range_text"]

_SIGNS = {
    Relation.LESS: "<",
    Relation.LESS_OR_EQUAL: "≤",
    Relation.EQUAL: "=",
    Relation.NOT_EQUAL: "≠",
    Relation.GREATER_OR_EQUAL: "≥",
    Relation.GREATER: ">",
}


@final
@frozen
class Wording:
    """The words in which formulas are told: a language, and names for codes."""

    language: Language
    """Vietnamese or English."""
    names: Mapping[str, str] = field(factory=dict)
    """Name of each measure, list of items and unit, by code; a code without one stands
    for itself."""
    units: Mapping[str, str] = field(factory=dict)
    """Unit of each measure that has one, by code."""

    def name(self, code: str) -> str:
        """Return the name under *code*."""
        return self.names.get(code) or code

    def pick(self, vietnamese: str, english: str) -> str:
        """Return the text in this language."""
        return vietnamese if self.language == "vi" else english


def infix(expression: Expression, wording: Wording) -> str:
    """Write *expression* for people, with names for codes.

    Example:
        >>> infix(Least([20, Quotient(Product([20, "thu"]), "chi")]), Wording("vi"))
        'min(20; 20 × thu / chi)'
    """
    return _infix(expression, wording, 0)


def _infix(node: Expression, wording: Wording, tight: int) -> str:
    """Write *node*; *tight* is how strongly its surroundings bind: 0 not, 1 sums, 2 products."""
    match node:
        case Reported(code):
            return wording.name(code)
        case Constant(value):
            text = show(value, wording.language, 6)
            return f"({text})" if value < 0 and tight else text
        case Sum(terms):
            text = " + ".join(_infix(term, wording, 1) for term in terms) or "0"
            return f"({text})" if tight > 1 and len(terms) > 1 else text
        case Product(factors):
            text = " × ".join(_infix(factor, wording, 2) for factor in factors) or "1"
            return f"({text})" if tight > 2 and len(factors) > 1 else text  # noqa: PLR2004
        case Quotient(dividend, divisor):
            text = f"{_infix(dividend, wording, 2)} / {_infix(divisor, wording, 3)}"
            return f"({text})" if tight > 2 else text  # noqa: PLR2004 - a level of binding
        case Least(of):
            return _call("min", of, wording)
        case Greatest(of):
            return _call("max", of, wording)
        case Rounded(of, rounding):
            step = show(rounding.step, wording.language, 6)
            word = wording.pick("làm tròn", "round")
            return f"{word}({_infix(of, wording, 0)}; {step}, {rounding.mode.value})"
        case Choose(when, then, otherwise):
            condition = predicate_text(when, wording)
            word = wording.pick("nếu", "if")
            return (
                f"{word}({condition}; {_infix(then, wording, 0)}; {_infix(otherwise, wording, 0)})"
            )
        case Lookup(of, bands):
            table = ", ".join(band_text(band, wording) for band in bands)
            word = wording.pick("tra bảng", "look up")
            return f"{word}({_infix(of, wording, 0)}; {table})"
        case Points(code):
            return wording.pick("điểm", "points") + f"[{code}]"
        case OverItems(items, fold, of, where):
            inside = f"{wording.name(items)}: {_infix(of, wording, 0)}"
            return f"{fold.value}({inside}{_where(where, wording)})"
        case OverPeers(fold, of, where):
            inside = wording.pick("cụm", "cluster") + f": {_infix(of, wording, 0)}"
            return f"{fold.value}({inside}{_where(where, wording)})"
        case _:
            assert_never(node)


def _call(name: str, of: tuple[Expression, ...], wording: Wording) -> str:
    return f"{name}({'; '.join(_infix(one, wording, 0) for one in of)})"


def _where(where: Predicate | None, wording: Wording) -> str:
    return "" if where is None else f" | {predicate_text(where, wording)}"


def predicate_text(predicate: Predicate, wording: Wording) -> str:
    """Write a condition for people, with names for codes."""
    match predicate:
        case Compare(left, relation, right):
            sides = _infix(left, wording, 0), _infix(right, wording, 0)
            return f"{sides[0]} {_SIGNS[relation]} {sides[1]}"
        case LevelIs(code, level):
            return f"{wording.name(code)} = “{level}”"
        case EntryIs(code, state):
            return f"{wording.name(code)} {wording.pick('là', 'is')} {state.value}"
        case All(of):
            word = wording.pick(" và ", " and ")
            return word.join(_grouped(one, wording) for one in of) or wording.pick("đúng", "true")
        case Any(of):
            word = wording.pick(" hoặc ", " or ")
            return word.join(_grouped(one, wording) for one in of) or wording.pick("sai", "false")
        case Not(of):
            return f"{wording.pick('không', 'not')} ({predicate_text(of, wording)})"
        case _:
            assert_never(predicate)


def _grouped(predicate: Predicate, wording: Wording) -> str:
    text = predicate_text(predicate, wording)
    return f"({text})" if isinstance(predicate, All | Any) else text


def band_text(band: Band, wording: Wording) -> str:
    """Write a band with its points: ``[95; 100): 1,75``, ``= 100: 2``, ``> 95: 1``."""
    points = show(band.points, wording.language, 6)
    return f"{range_text(band, wording)}: {points}"


def range_text(band: Band, wording: Wording) -> str:
    """Write the range of a band."""
    low = None if band.low is None else show(band.low, wording.language, 6)
    high = None if band.high is None else show(band.high, wording.language, 6)
    if low is None or high is None:
        if low is None and high is None:
            return wording.pick("mọi giá trị", "any value")
        if high is None:
            return f"{'>' if band.at_least is None else '≥'} {low}"
        return f"{'<' if band.at_most is None else '≤'} {high}"
    if band.low == band.high:
        return f"= {low}"
    opening = "(" if band.at_least is None else "["
    return f"{opening}{low}; {high}{')' if band.at_most is None else ']'}"
