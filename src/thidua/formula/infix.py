# SPDX-License-Identifier: MIT
"""Expressions as people write them: ``min(20; 20 × thu / du_toan)``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import assert_never, final

from attrs import Attribute, field, frozen

from thidua.formula.band import Band
from thidua.formula.fold import ItemFold, PeerFold, Relation
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
from thidua.quantity import Language, RoundingMode, State, show
from thidua.quantity.term import check_option

__all__ = [
    "Wording",
    "band_text",
    "fold_text",
    "infix",
    "mode_text",
    "predicate_text",
    "range_text",
]

_SIGNS = {
    Relation.LESS: "<",
    Relation.LESS_OR_EQUAL: "≤",
    Relation.EQUAL: "=",
    Relation.NOT_EQUAL: "≠",
    Relation.GREATER_OR_EQUAL: "≥",
    Relation.GREATER: ">",
}


_ITEM_FOLDS: Mapping[ItemFold, tuple[str, str]] = {
    ItemFold.SUM: ("tổng", "sum"),
    ItemFold.COUNT: ("số lượng", "number"),
    ItemFold.MEAN: ("trung bình", "mean"),
    ItemFold.LEAST: ("nhỏ nhất", "least"),
    ItemFold.GREATEST: ("lớn nhất", "greatest"),
    ItemFold.MEDIAN: ("trung vị", "median"),
    ItemFold.TRIMMED_MEAN: (
        "trung bình bỏ cao nhất và thấp nhất",
        "mean without the least and the greatest",
    ),
}
_PEER_FOLDS: Mapping[PeerFold, tuple[str, str]] = {
    PeerFold.SUM: ("tổng trong cụm", "sum in the cluster"),
    PeerFold.COUNT: ("số đơn vị trong cụm", "number of units in the cluster"),
    PeerFold.MEAN: ("bình quân cụm", "mean of the cluster"),
    PeerFold.LEAST: ("thấp nhất cụm", "least in the cluster"),
    PeerFold.GREATEST: ("cao nhất cụm", "greatest in the cluster"),
    PeerFold.RANK: ("thứ hạng trong cụm", "rank in the cluster"),
}
_MODES: Mapping[RoundingMode, tuple[str, str]] = {
    RoundingMode.HALF_UP: ("làm tròn", "round"),
    RoundingMode.HALF_EVEN: ("làm tròn nửa về chẵn", "round half to even"),
    RoundingMode.UP: ("làm tròn ra xa 0", "round away from zero"),
    RoundingMode.DOWN: ("bỏ phần lẻ", "cut"),
    RoundingMode.FLOOR: ("làm tròn xuống", "round down"),
    RoundingMode.CEILING: ("làm tròn lên", "round up"),
}
_STATES: Mapping[State, tuple[str, str]] = {
    State.MISSING: ("chưa có số liệu", "is missing"),
    State.NOT_DUE: ("chưa đến hạn", "is not due yet"),
    State.NOT_APPLICABLE: ("không áp dụng", "is not applicable"),
    State.EXEMPT: ("được miễn", "is exempt"),
    State.NOT_ASSIGNED: ("không được giao", "is not assigned"),
}


def _known(_: object, attribute: Attribute[Language], value: object) -> None:
    check_option(attribute.name, value, Language)


@final
@frozen
class Wording:
    """The words in which formulas are told: a language, and names for codes."""

    language: Language = field(validator=_known)
    """Vietnamese or English."""
    names: Mapping[str, str] = field(factory=dict)
    """Name of each measure and list of items, by code; a code without one stands for
    itself."""
    units: Mapping[str, str] = field(factory=dict)
    """Unit of each measure that has one, by code."""
    questions: Collection[str] = frozenset()
    """Codes of the measures that are answered yes or no."""
    penalty: bool = False
    """Whether points are taken off, so that more of them is worse (*điểm trừ*)."""

    def name(self, code: str) -> str:
        """Return the name under *code*."""
        return self.names.get(code) or code

    def unit(self, measure: Expression) -> str:
        """Return the unit of a measure; empty if it has none, or is computed."""
        return self.units.get(measure.code, "") if isinstance(measure, Reported) else ""

    def number(self, value: Fraction) -> str:
        """Write a number, with up to six decimals."""
        return show(value, self.language, 6)

    def points(self, value: Fraction, places: int = 6) -> str:
        """Write a number of points, with the word for them."""
        number = show(value, self.language, places)
        if self.language == "vi":
            return f"{number} điểm"
        return f"{number} {'point' if value == 1 else 'points'}"

    def pick(self, vietnamese: str, english: str) -> str:
        """Return the text in this language."""
        return vietnamese if self.language == "vi" else english


def infix(expression: Expression, wording: Wording, *, factor: bool = False) -> str:
    """Write *expression* for people, with names for codes.

    Args:
        expression: What is written.
        wording: Language, and names for codes.
        factor: Whether something multiplies it, so that sums need parentheses.

    Example:
        >>> infix(Least([20, Quotient(Product([20, "thu"]), "chi")]), Wording("vi"))
        'min(20; 20 × thu / chi)'
    """
    return _infix(expression, wording, 2 if factor else 0)


def _infix(node: Expression, wording: Wording, tight: int) -> str:
    """Write *node*.

    How strongly its surroundings bind is *tight*: 0 not, 1 as a term, 2 as a factor, 3 as
    a divisor.
    """
    match node:
        case Reported(code):
            return wording.name(code)
        case Constant(value):
            return _constant(value, wording, tight)
        case Sum((term,)) | Product((term,)):
            return _infix(term, wording, tight)
        case Sum(terms):
            text = _sum(terms, wording)
            return f"({text})" if tight > 1 and terms else text
        case Product(factors):
            text = " × ".join(_infix(factor, wording, 2) for factor in factors) or "1"
            return f"({text})" if tight > 2 and factors else text  # noqa: PLR2004 - a level of binding
        case Quotient(dividend, divisor):
            text = f"{_infix(dividend, wording, 2)} / {_infix(divisor, wording, 3)}"
            return f"({text})" if tight > 2 else text  # noqa: PLR2004 - a level of binding
        case Least(of):
            return _call("min", [_infix(one, wording, 0) for one in of])
        case Greatest(of):
            return _call("max", [_infix(one, wording, 0) for one in of])
        case Rounded(of, rounding):
            step = wording.number(rounding.step)
            return _call(mode_text(rounding.mode, wording), [_infix(of, wording, 0), step])
        case Choose(when, then, otherwise):
            branches = [_infix(one, wording, 0) for one in (then, otherwise)]
            return _call(wording.pick("nếu", "if"), [predicate_text(when, wording), *branches])
        case Lookup(of, bands):
            table = [band_text(band, wording) for band in bands]
            return _call(wording.pick("tra bảng", "look up"), [_infix(of, wording, 0), *table])
        case Points("total"):
            return wording.pick("tổng điểm", "total points")
        case Points(code):
            return wording.pick(f"điểm mục {code}", f"points of {code}")
        case OverItems(items, fold, of, where):
            counted = fold is ItemFold.COUNT
            inside = wording.name(items) + ("" if counted else f": {_infix(of, wording, 0)}")
            return _call(fold_text(fold, wording), [inside, *_where(where, wording)])
        case OverPeers(fold, of, where):
            values = [] if fold is PeerFold.COUNT else [_infix(of, wording, 0)]
            word, values = wording.pick(*_PEER_FOLDS[fold]), [*values, *_where(where, wording)]
            return _call(word, values) if values else word
        case _:
            assert_never(node)


def _constant(value: Fraction, wording: Wording, tight: int) -> str:
    text = wording.number(value)
    if text.startswith("≈"):
        text = f"{wording.number(Fraction(value.numerator))}/{value.denominator}"
        return f"({text})" if tight > 2 or (value < 0 and tight) else text  # noqa: PLR2004 - a level
    return f"({text})" if value < 0 and tight else text


def _sum(terms: Iterable[Expression], wording: Wording) -> str:
    text = ""
    for term in terms:
        match term:
            case Constant(value) if value < 0 and text:
                text += f" - {_constant(-value, wording, 2)}"
            case Product((Constant(value), *factors)) if value == -1 and factors and text:
                text += f" - {_infix(Product(factors), wording, 2)}"
            case _:
                text += (" + " if text else "") + _infix(term, wording, 1)
    return text or "0"


def _call(name: str, inside: Iterable[str]) -> str:
    return f"{name}({'; '.join(inside)})"


def fold_text(fold: ItemFold, wording: Wording) -> str:
    """Write what is made of the items of a list: ``tổng``, ``trung bình``."""
    return wording.pick(*_ITEM_FOLDS[fold])


def mode_text(mode: RoundingMode, wording: Wording) -> str:
    """Write how numbers are rounded: ``làm tròn``, ``bỏ phần lẻ``."""
    return wording.pick(*_MODES[mode])


def _where(where: Predicate | None, wording: Wording) -> list[str]:
    return (
        [] if where is None else [wording.pick("với ", "where ") + predicate_text(where, wording)]
    )


def predicate_text(predicate: Predicate, wording: Wording) -> str:
    """Write a condition for people, with names for codes."""
    match predicate:
        case Compare(Reported(code), Relation.EQUAL, Constant(value)) if (
            code in wording.questions and value in {0, 1}
        ):
            answer = wording.pick("có", "yes") if value else wording.pick("không", "no")
            return f"{wording.name(code)} = {answer}"
        case Compare(left, relation, right):
            sides = _infix(left, wording, 0), _infix(right, wording, 0)
            return f"{sides[0]} {_SIGNS[relation]} {sides[1]}"
        case LevelIs(code, level):
            return f"{wording.name(code)} = “{level}”"
        case EntryIs(code, state):
            return f"{wording.name(code)} {wording.pick(*_STATES[state])}"
        case All(of):
            word = wording.pick(" và ", " and ")
            return word.join(_grouped(one, wording) for one in of) or wording.pick("đúng", "true")
        case Any(of):
            word = wording.pick(" hoặc ", " or ")
            return word.join(_grouped(one, wording) for one in of) or wording.pick("sai", "false")
        case Not(of):
            return f"{wording.pick('không phải', 'not')} ({predicate_text(of, wording)})"
        case _:
            assert_never(predicate)


def _grouped(predicate: Predicate, wording: Wording) -> str:
    text = predicate_text(predicate, wording)
    return f"({text})" if isinstance(predicate, All | Any) else text


def band_text(band: Band, wording: Wording) -> str:
    """Write a band with its points: ``từ 95 đến dưới 100: 1,75``."""
    return f"{range_text(band, wording)}: {wording.number(band.points)}"


def range_text(band: Band, wording: Wording, after: str = "") -> str:
    """Write the range of a band, as regulations word it.

    Args:
        band: The band.
        wording: Language.
        after: What its bounds are in: `` %``.

    Example:
        >>> range_text(Band(2, at_least=95, below=100), Wording("vi"), " %")
        'từ 95 đến dưới 100 %'
    """
    low = "" if band.low is None else wording.number(band.low)
    high = "" if band.high is None else wording.number(band.high)
    if low and band.low == band.high:
        return wording.pick(f"đúng {low}{after}", f"exactly {low}{after}")
    if low and high:
        first = (
            wording.pick("từ ", "from ") if band.above is None else wording.pick("trên ", "above ")
        )
        last = (
            wording.pick(" đến ", " to ")
            if band.below is None
            else wording.pick(" đến dưới ", " to below ")
        )
        return f"{first}{low}{last}{high}{after}"
    if low:
        if band.above is None:
            return wording.pick(f"từ {low}{after} trở lên", f"{low}{after} or more")
        return wording.pick("trên ", "above ") + low + after
    if high:
        if band.below is None:
            return wording.pick("không quá ", "no more than ") + high + after
        return wording.pick("dưới ", "below ") + high + after
    return wording.pick("mọi giá trị", "any value")
