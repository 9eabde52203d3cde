# SPDX-License-Identifier: MIT
"""Formulas read from text: the other half of the notation.

Python's ``ast`` finds the structure of what `scan` found well formed, and is matched here,
node by node, against what the notation has; nothing is ever evaluated.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any as Anything
from typing import TypeVar, get_args

from thidua.errors import suggest
from thidua.formula.band import Band
from thidua.formula.fold import ItemFold, PeerFold, Relation
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
from thidua.formula.reader import Reader, chain
from thidua.formula.record import NONE, Slot, slots, spread, usage
from thidua.formula.scan import scan
from thidua.formula.source import shortened
from thidua.formula.walk import is_too_deep
from thidua.quantity import Rounding, RoundingMode, State

__all__ = ["parse", "parse_form", "parse_predicate"]

_Node = TypeVar("_Node", bound=Expression | Predicate)
_FORMS: tuple[type[Form], ...] = get_args(Form)
_RELATIONS: Mapping[type[ast.cmpop], Relation] = {
    ast.Lt: Relation.LESS,
    ast.LtE: Relation.LESS_OR_EQUAL,
    ast.Eq: Relation.EQUAL,
    ast.NotEq: Relation.NOT_EQUAL,
    ast.GtE: Relation.GREATER_OR_EQUAL,
    ast.Gt: Relation.GREATER,
}


def parse(text: str) -> Expression:
    """Read an expression.

    Args:
        text: Such as ``min(20, 20 * thu / du_toan)``; no more than 10 000 characters.

    Raises:
        RubricFault: With the line and a caret under what is not of the notation, or too long.

    Example:
        >>> parse("min(20, diem)")
        Least(of=(Constant(value=Fraction(20, 1)), Reported(code='diem')))
        >>> parse("20 + mn(thu, 20)")
        Traceback (most recent call last):
        ...
        thidua.errors.RubricFault: $: unknown function 'mn'; did you mean 'min'?
            20 + mn(thu, 20)
                 ^
    """
    reader, tree = _read(text)
    return reader.short(_whole(reader, tree, _expression))


def parse_predicate(text: str) -> Predicate:
    """Read a condition, such as ``thu >= du_toan and not tien_do == "trễ"``.

    Raises:
        RubricFault: With the line and a caret under what is not of the notation.

    Example:
        >>> parse_predicate('muc != "đúng hạn"')
        Not(of=LevelIs(code='muc', level='đúng hạn'))
    """
    reader, tree = _read(text)
    return reader.short(_whole(reader, tree, _predicate))


def parse_form(text: str) -> Form:
    """Read a form: its kind and its fields, in order or by name.

    Args:
        text: Such as ``per_event(event(tre, -2), at_least=0)``.

    Raises:
        RubricFault: With the line and a caret under what is not of the notation.

    Example:
        >>> parse_form("yes_no(co_quy_che, no=-1)")
        YesNo(question='co_quy_che', yes=None, no=Fraction(-1, 1))
    """
    reader, tree = _read(text)
    found: Form = reader.short(_record(reader, tree, _FORMS))
    return found


def _read(text: str) -> tuple[Reader, ast.expr]:
    source = scan(text)
    try:
        tree = ast.parse(f"({source.masked})", mode="eval").body
    except (SyntaxError, MemoryError, RecursionError):  # none is known that scan lets through
        raise source.fault(0, "not a formula") from None
    return Reader(source), tree


def _whole(reader: Reader, node: ast.expr, read: Callable[[Reader, ast.expr], _Node]) -> _Node:
    made = read(reader, node)
    if is_too_deep(made):
        raise reader.too_deep(node)
    return made


# --- expressions --------------------------------------------------------------------------


def _expression(outer: Reader, node: ast.expr) -> Expression:
    reader = outer.inside(node)
    match node:
        case ast.Name() if reader.word(node, "number") is not None:
            return Constant(reader.number(node))
        case ast.Name() if reader.word(node, "name") is not None:
            code = reader.code(node)
            return reader.made(node, lambda: Reported(code))
        case ast.UnaryOp(ast.USub(), operand):
            return _minus(_expression(reader, operand))
        case ast.BinOp(left, ast.Div(), right):
            return Quotient(_expression(reader, left), _expression(reader, right))
        case ast.BinOp(_, ast.Mult()):
            factors = chain(node, ast.Mult)
            return Product([_expression(reader, factor) for _, factor in factors])
        case ast.BinOp():
            return Sum([_term(reader, *term) for term in chain(node, ast.Add, ast.Sub)])
        case ast.Call():
            return _function(reader, node)
        case ast.BoolOp() | ast.Compare() | ast.UnaryOp():
            raise _not_a_condition(reader, node)
        case _:
            raise reader.fault(node, "a number or a formula is wanted here")


def _not_a_condition(reader: Reader, node: ast.expr) -> Exception:
    what = "a number or a formula is wanted here, not a condition"
    return reader.fault(node, what, "write if(condition, then, otherwise)")


def _minus(given: Expression) -> Expression:
    return Constant(-given.value) if isinstance(given, Constant) else Product([-1, given])


def _term(reader: Reader, sign: ast.operator | None, node: ast.expr) -> Expression:
    term = _expression(reader, node)
    return _minus(term) if isinstance(sign, ast.Sub) else term


def _function(reader: Reader, call: ast.Call) -> Expression:
    given, where = reader.arguments(call)
    match reader.called(call):
        case "sum":
            return Sum([_expression(reader, one) for one in given])
        case "product":
            return Product([_expression(reader, one) for one in given])
        case "ratio":
            return Constant(reader.number(call))
        case "share":
            result, target = (_expression(reader, one) for one in given)
            return Quotient(result, target, of_target=True)
        case "min":
            return Least([_expression(reader, one) for one in given])
        case "max":
            return Greatest([_expression(reader, one) for one in given])
        case "round":
            mode = RoundingMode.HALF_UP if not given[2:] else reader.option(given[2], RoundingMode)
            step = reader.number(given[1])
            rounding = reader.made(given[1], lambda: Rounding(step, mode))
            return Rounded(_expression(reader, given[0]), rounding)
        case "floor" | "ceiling" as mode:
            return Rounded(_expression(reader, given[0]), Rounding(1, RoundingMode(mode)))
        case "if":
            when = _predicate(reader, given[0])
            return Choose(when, _expression(reader, given[1]), _expression(reader, given[2]))
        case "lookup":
            bands = [_record(reader, one, [Band]) for one in given[1:]]
            return Lookup(_expression(reader, given[0]), bands)
        case "points":
            return Points(reader.text(given[0]))
        case "reported":
            code = reader.code(call)
            return reader.made(call, lambda: Reported(code))
        case "all" | "any" | "state":
            raise _not_a_condition(reader, call)
        case name:
            return _fold(reader, str(name), given, where)


def _fold(
    reader: Reader, name: str, given: list[ast.expr], where: ast.expr | None
) -> OverItems | OverPeers:
    folded, _, fold = name.partition("_")
    condition = None if where is None else _predicate(reader, where)
    if folded == "items":
        items, of = reader.code(given[0]), _of(reader, given[1:])
        return reader.made(given[0], lambda: OverItems(items, ItemFold(fold), of, condition))
    return OverPeers(PeerFold(fold), _of(reader, given), condition)


def _of(reader: Reader, given: list[ast.expr]) -> Expression:
    return _expression(reader, given[0]) if given else Constant(1)


# --- conditions ---------------------------------------------------------------------------


def _predicate(outer: Reader, node: ast.expr) -> Predicate:
    reader = outer.inside(node)
    match node:
        case ast.Compare(left, [sign], [right]):
            return _compared(reader, left, _RELATIONS[type(sign)], right)
        case ast.Compare(comparators=[_, second, *_]):
            raise reader.fault(second, "a chain of comparisons", "write a < b and b < c")
        case ast.BoolOp(ast.And(), of):
            return All([_predicate(reader, one) for one in of])
        case ast.BoolOp(_, of):
            return Any([_predicate(reader, one) for one in of])
        case ast.UnaryOp(ast.Not(), operand):
            return Not(_predicate(reader, operand))
        case ast.Call() if (name := reader.called(node)) in {"all", "any"}:
            conditions = [_predicate(reader, one) for one in reader.arguments(node)[0]]
            return All(conditions) if name == "all" else Any(conditions)
        case _:
            if isinstance(node, ast.Call):
                reader.arguments(node)  # an unknown function is the worse fault
            raise reader.fault(node, "a condition is wanted here", "compare it, as in x > 0")


def _compared(reader: Reader, left: ast.expr, relation: Relation, right: ast.expr) -> Predicate:
    is_state = isinstance(left, ast.Call) and reader.called(left) == "state"
    if reader.word(left, "text") is not None:
        raise reader.fault(left, "a text on the left", 'write code == "level"')
    if not is_state and reader.word(right, "text") is None:
        return Compare(_expression(reader, left), relation, _expression(reader, right))
    if relation not in {Relation.EQUAL, Relation.NOT_EQUAL}:
        raise reader.fault(left, "neither levels nor states have an order", "write == or !=")
    asked: LevelIs | EntryIs
    if isinstance(left, ast.Call) and is_state:
        code, state = reader.code(reader.arguments(left)[0][0]), reader.option(right, State)
        asked = reader.made(left, lambda: EntryIs(code, state))
    else:
        code, level = reader.code(left), reader.text(right)
        asked = reader.made(left, lambda: LevelIs(code, level))
    return asked if relation is Relation.EQUAL else Not(asked)


# --- forms, bands, levels, events ---------------------------------------------------------


def _record(reader: Reader, node: ast.expr, classes: Collection[type[Anything]]) -> Anything:  # noqa: ANN401 - one of them
    """Read ``kind(field, field, name=field)`` as one of *classes*."""
    kinds = {cls.kind: cls for cls in classes}
    kind = reader.called(node)
    if not isinstance(node, ast.Call) or kind not in kinds:
        if len(kinds) == 1:
            raise reader.fault(node, f"{''.join(kinds)}(…) is wanted here")
        what = "a form is wanted here" if kind is None else f"unknown form {shortened(kind)}"
        raise reader.fault(node, what, suggest(kind or "", kinds))
    cls = kinds[kind]
    values = _values(reader, node, cls)
    return reader.made(node, lambda: cls(**values))


def _values(reader: Reader, call: ast.Call, cls: type[Anything]) -> dict[str, object]:
    """Read the fields of *cls* from the arguments of *call*."""
    known = {slot.name: slot for slot in slots(cls)}
    places = [slot for slot in slots(cls) if slot.place]
    spreads = spread(cls)
    if spreads is not None:
        places = places[: places.index(spreads)]
    values = {
        slot.name: _value(reader, one, slot) for slot, one in zip(places, call.args, strict=False)
    }
    if more := call.args[len(places) :]:
        if spreads is None:
            raise reader.fault(more[0], f"one value too many for {cls.kind!r}", usage(cls))
        values[spreads.name] = tuple(_one(reader, one, spreads) for one in more)
    for keyword in call.keywords:
        name = reader.name(keyword)
        if name not in known:
            what = f"{cls.kind!r} has no {shortened(name)}"
            raise reader.fault(keyword, what, suggest(name, known))
        if name in values:
            raise reader.fault(keyword, f"{name!r} is given twice", "keep one")
        values[name] = _value(reader, keyword.value, known[name])
    for slot in known.values():
        if slot.required and slot.name not in values:
            if slot != spreads:
                raise reader.fault(call, f"{cls.kind!r} lacks {slot.name!r}", usage(cls))
            values[slot.name] = ()
    return values


def _value(reader: Reader, node: ast.expr, slot: Slot) -> object:
    if slot.optional and reader.word(node, "name") == NONE:
        return None
    if not slot.many:
        return _one(reader, node, slot)
    if not isinstance(node, ast.List):
        raise reader.fault(node, "a list in '[' and ']' is wanted here")
    return tuple(_one(reader, one, slot) for one in node.elts)


def _one(reader: Reader, node: ast.expr, slot: Slot) -> object:
    if slot.types.issuperset(get_args(Expression)):
        return _whole(reader, node, _expression)
    if slot.types.issuperset(get_args(Predicate)):
        return _whole(reader, node, _predicate)
    match [*slot.types]:
        case [cls] if cls is Fraction:
            return reader.number(node)
        case [cls] if cls is bool:
            return reader.truth(node)
        case [cls] if cls is str:
            return reader.name_or_text(node)
        case [cls] if issubclass(cls, StrEnum):
            return reader.option(node, cls)
        case classes:
            return _record(reader, node, classes)
