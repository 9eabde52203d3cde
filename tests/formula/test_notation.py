# SPDX-License-Identifier: MIT

from __future__ import annotations

import ast
from enum import StrEnum
from fractions import Fraction
from importlib import import_module
from typing import ClassVar, final, get_args

import pytest
from attrs import Factory, field, frozen

from thidua.errors import NumberFault, RubricFault
from thidua.formula import (
    All,
    Any,
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Choose,
    Compare,
    Constant,
    DirectEntry,
    EntryIs,
    Event,
    Expression,
    Form,
    Greatest,
    ItemFold,
    Least,
    Level,
    Leveled,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    PerEvent,
    Points,
    Predicate,
    Product,
    Proportional,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Stepped,
    Sum,
    YesNo,
    code_of_measure,
    parse,
    parse_form,
    parse_predicate,
    text,
)
from thidua.formula.reader import FUNCTIONS
from thidua.formula.scan import MAXIMUM_CHARACTERS
from thidua.quantity import Rounding, RoundingMode, State

_MINUS_B = Product([-1, "b"])
_FALSE = Any([])
_ABOVE = Compare("a", ">", 0)
_BELOW = Compare("a", "<", 9)
_EQUAL = Compare("a", "==", 1)

EXPRESSIONS: dict[str, Expression] = {
    # numbers
    "3": Constant(3),
    "0.25": Constant("0.25"),
    "-3": Constant(-3),
    "-0.5": Constant("-0.5"),
    "ratio(1, 3)": Constant("1/3"),
    "-ratio(2, 3)": Constant("-2/3"),
    # codes
    "thu": Reported("thu"),
    "min": Reported("min"),
    'reported("and")': Reported("and"),
    'reported("None")': Reported("None"),
    'reported("none")': Reported("none"),
    # sums
    "sum()": Sum([]),
    "sum(a)": Sum(["a"]),
    "a + b + 3": Sum(["a", "b", 3]),
    "a - b": Sum(["a", _MINUS_B]),
    "a - 3": Sum(["a", -3]),
    "a - ratio(1, 3)": Sum(["a", "-1/3"]),
    "a - b * c": Sum(["a", Product([-1, Product(["b", "c"])])]),
    "a + -1 * b * c": Sum(["a", Product([-1, "b", "c"])]),
    "a + -1 * 3": Sum(["a", Product([-1, 3])]),
    "a - (b + c)": Sum(["a", Product([-1, Sum(["b", "c"])])]),
    "a - -b": Sum(["a", Product([-1, _MINUS_B])]),
    "-b + a": Sum([_MINUS_B, "a"]),
    "-3 + a": Sum([-3, "a"]),
    "a + (b + c)": Sum(["a", Sum(["b", "c"])]),
    "sum(a + b, c)": Sum([Sum(["a", "b"]), "c"]),
    "sum(a) + b": Sum([Sum(["a"]), "b"]),
    # products
    "product()": Product([]),
    "product(a)": Product(["a"]),
    "20 * a * b": Product([20, "a", "b"]),
    "-b": _MINUS_B,
    "-(-b)": Product([-1, _MINUS_B]),
    "-(a + b)": Product([-1, Sum(["a", "b"])]),
    "-(a * b)": Product([-1, Product(["a", "b"])]),
    "-1 * 3": Product([-1, 3]),
    "-1 * a * b": Product([-1, "a", "b"]),
    "-b * a": Product([_MINUS_B, "a"]),
    "a * -b": Product(["a", _MINUS_B]),
    "a * -3": Product(["a", -3]),
    "a * (b * c)": Product(["a", Product(["b", "c"])]),
    "product(a * b, c)": Product([Product(["a", "b"]), "c"]),
    "(a + b) * (a + c)": Product([Sum(["a", "b"]), Sum(["a", "c"])]),
    "a / b * c": Product([Quotient("a", "b"), "c"]),
    "a * (b / c)": Product(["a", Quotient("b", "c")]),
    # quotients
    "1 / 3": Quotient(1, 3),
    "20 * a / b": Quotient(Product([20, "a"]), "b"),
    "a / b / c": Quotient(Quotient("a", "b"), "c"),
    "a / (b / c)": Quotient("a", Quotient("b", "c")),
    "a / (b * c)": Quotient("a", Product(["b", "c"])),
    "-a / -b": Quotient(Product([-1, "a"]), _MINUS_B),
    "(a - b) / b": Quotient(Sum(["a", _MINUS_B]), "b"),
    # functions
    "min(20, a + b)": Least([20, Sum(["a", "b"])]),
    "max(a)": Greatest(["a"]),
    "round(a, 0.01)": Rounded("a", Rounding("0.01")),
    "round(a, ratio(1, 3), half_even)": Rounded("a", Rounding("1/3", "half_even")),
    "round(a, 0.5, floor)": Rounded("a", Rounding("0.5", "floor")),
    "floor(a)": Rounded("a", Rounding(1, "floor")),
    "ceiling(a)": Rounded("a", Rounding(1, "ceiling")),
    "if(a > 0, 0, 5)": Choose(_ABOVE, 0, 5),
    "lookup(a, band(2, at_least=100), band(-1, above=-0.5, below=100))": Lookup(
        "a", [Band(2, at_least=100), Band(-1, above="-0.5", below=100)]
    ),
    'points("II.3")': Points("II.3"),
    "items_count(nhiem_vu)": OverItems("nhiem_vu", ItemFold.COUNT),
    "items_sum(nhiem_vu, diem, where=a > 0)": OverItems("nhiem_vu", "sum", "diem", _ABOVE),
    "items_trimmed_mean(nhiem_vu, 2)": OverItems("nhiem_vu", ItemFold.TRIMMED_MEAN, 2),
    'items_sum(reported("in"), where=a > 0)': OverItems("in", "sum", where=_ABOVE),
    "peers_count()": OverPeers(PeerFold.COUNT),
    "peers_rank(a - 1)": OverPeers("rank", Sum(["a", -1])),
    "peers_greatest(a / b, where=a > 0)": OverPeers("greatest", Quotient("a", "b"), _ABOVE),
}

PREDICATES: dict[str, Predicate] = {
    "a + b >= 2 * a": Compare(Sum(["a", "b"]), ">=", Product([2, "a"])),
    'muc == "đúng hạn"': LevelIs("muc", "đúng hạn"),
    'muc != "đúng hạn"': Not(LevelIs("muc", "đúng hạn")),
    'not (muc != "đúng hạn")': Not(Not(LevelIs("muc", "đúng hạn"))),
    r'muc == "a\"b\\c\n\u0001/' + "'" + '"': LevelIs("muc", "a\"b\\c\n\x01/'"),
    'reported("or") == ""': LevelIs("or", ""),
    'state(t) == "not_assigned"': EntryIs("t", State.NOT_ASSIGNED),
    'state(reported("is")) != "missing"': Not(EntryIs("is", "missing")),
    "all()": All([]),
    "any()": _FALSE,
    "all(a > 0)": All([_ABOVE]),
    "any(a > 0)": Any([_ABOVE]),
    "a > 0 and a < 9": All([_ABOVE, _BELOW]),
    "a > 0 or a < 9 or a == 1": Any([_ABOVE, _BELOW, _EQUAL]),
    "(a > 0 or a < 9) and a == 1": All([Any([_ABOVE, _BELOW]), _EQUAL]),
    "(a > 0 and a < 9) or a == 1": Any([All([_ABOVE, _BELOW]), _EQUAL]),
    "(a > 0 and a < 9) and a == 1": All([All([_ABOVE, _BELOW]), _EQUAL]),
    "a > 0 and (a < 9 and a == 1)": All([_ABOVE, All([_BELOW, _EQUAL])]),
    "not (a > 0)": Not(_ABOVE),
    "not (not (a > 0))": Not(Not(_ABOVE)),
    "not any()": Not(_FALSE),
    "not (a > 0) and a < 9": All([Not(_ABOVE), _BELOW]),
    "not (a > 0 and a < 9)": Not(All([_ABOVE, _BELOW])),
}

FORMS: dict[str, Form] = {
    "direct_entry(diem)": DirectEntry("diem"),
    'direct_entry("is")': DirectEntry("is"),
    "yes_no(co)": YesNo("co"),
    "yes_no(co, yes=5, no=-2)": YesNo("co", 5, -2),
    'leveled(muc, level("đúng hạn", 1.5), level("trễ", 0))': Leveled(
        "muc", [Level("đúng hạn", "1.5"), Level("trễ", 0)]
    ),
    "proportional(thu, du_toan, zero_below=0.8)": Proportional(
        "thu", to="du_toan", zero_below="0.8"
    ),
    "proportional(thu + 1, 2, capped=false)": Proportional(Sum(["thu", 1]), 2, capped=False),
    "stepped(a, b, side=short, step=0.05, each=-2, started=true)": Stepped(
        "a", "b", side="short", step="0.05", each=-2, started=True
    ),
    "banded(a, band(2, at_least=100), band(0, below=100), to=b)": Banded(
        "a", [Band(2, at_least=100), Band(0, below=100)], to="b"
    ),
    "per_event(event(tre, -2), event(khong, -5), at_least=0)": PerEvent(
        [Event("tre", -2), Event("khong", -5)], at_least=0
    ),
    "around_target(a, t, at_target=ratio(2, 3), leader=excess)": AroundTarget(
        "a", "t", "2/3", leader="excess"
    ),
    'calculation(min(a, 3), wording="không quá 3")': Calculation(Least(["a", 3]), "không quá 3"),
}


@pytest.mark.parametrize(("written", "expression"), EXPRESSIONS.items(), ids=EXPRESSIONS)
def test_an_expression_has_one_text(written: str, expression: Expression) -> None:
    """An expression is written in one way, and that reads back as the same tree."""

    assert written == text(expression)
    assert expression == parse(written)


@pytest.mark.parametrize(("written", "predicate"), PREDICATES.items(), ids=range(len(PREDICATES)))
def test_a_condition_has_one_text(written: str, predicate: Predicate) -> None:
    """So is a condition."""

    assert written == text(predicate)
    assert predicate == parse_predicate(written)


@pytest.mark.parametrize(("written", "form"), FORMS.items(), ids=range(len(FORMS)))
def test_a_form_has_one_text(written: str, form: Form) -> None:
    """So is a form."""

    assert written == text(form)
    assert form == parse_form(written)


def test_every_node_has_an_example() -> None:
    """The tables above have every kind of node and form."""

    assert set(get_args(Expression)) <= {type(one) for one in EXPRESSIONS.values()}
    assert set(get_args(Predicate)) <= {type(one) for one in PREDICATES.values()}
    assert {"proportional", "per_event"} <= {one.kind for one in FORMS.values()}


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("(a + b) + c", Sum(["a", "b", "c"])),
        ("((a))", Reported("a")),
        ("  a\n\t+\u00a0b\r\n", Sum(["a", "b"])),
        ("- - 3", Constant(3)),
        ("-(0.5)", Constant("-0.5")),
        ("a - -3", Sum(["a", 3])),
        ("1.50", Constant("1.5")),
        ("12e-1", Constant("1.2")),
        ("0.1", Constant("0.1")),
        ("ratio(0.5, -2)", Constant("-0.25")),
        ("product(-1, a)", Product([-1, "a"])),
        ("round(a, 1, half_up)", Rounded("a", Rounding(1))),
        ("round(a, 1, 'floor')", Rounded("a", Rounding(1, RoundingMode.FLOOR))),
        ('reported("a")', Reported("a")),
        ("items_sum(x, 1)", OverItems("x", "sum")),
        ("if (a > 0, 1, 2)", Choose(_ABOVE, 1, 2)),
        ("points('a\"\\'\\u0111')", Points("a\"'đ")),
        ("if_ + iff(1, 2)"[:3], Reported("if_")),
        ("a" * 64, Reported("a" * 64)),
        ("9" * 100, Constant(Fraction(10**100 - 1))),
    ],
)
def test_other_ways_to_write_an_expression(written: str, expression: Expression) -> None:
    """Spaces, parentheses and signs may stand where people put them."""

    assert expression == parse(written)


@pytest.mark.parametrize(
    ("written", "predicate"),
    [
        ('not muc == "x"', Not(LevelIs("muc", "x"))),
        ("not a > 0", Not(_ABOVE)),
        ("a > 0 and a < 9 or a == 1", Any([All([_ABOVE, _BELOW]), _EQUAL])),
        ("all(a > 0, a < 9)", All([_ABOVE, _BELOW])),
        ("state(t) == missing", EntryIs("t", "missing")),
        ("muc == 'x'", LevelIs("muc", "x")),
    ],
)
def test_other_ways_to_write_a_condition(written: str, predicate: Predicate) -> None:
    """So they may in conditions."""

    assert predicate == parse_predicate(written)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("proportional(thu, to=du_toan)", Proportional("thu", "du_toan")),
        ("proportional(to=b, measure=a)", Proportional("a", "b")),
        ("yes_no(co, 5, -2)", YesNo("co", 5, -2)),
        ('yes_no("co", yes=none)', YesNo("co")),
        ("leveled(muc, level(tot, 1))", Leveled("muc", {"tot": 1})),
        ("leveled(muc, levels=[level(tot, 1)])", Leveled("muc", {"tot": 1})),
        ("around_target(a, t, leader='ratio')", AroundTarget("a", "t")),
        ('calculation(1, "điểm")', Calculation(1, "điểm")),
    ],
)
def test_other_ways_to_write_a_form(written: str, form: Form) -> None:
    """Fields may stand by their place or by their name."""

    assert form == parse_form(written)


def test_long_sums_are_functions() -> None:
    """A sum that would nest too deep for the parser stands as a function."""
    many = Sum(["a"] * 2000)

    assert "sum(a, a, a, " == text(many)[:13]
    assert many == parse(text(many).replace(" ", ""))
    assert "a + a + a" == text(Sum(["a"] * 32))[:9]


@final
@frozen
class _Weight:
    kind: ClassVar = "weight"
    of: Expression
    share: Fraction


class _Way(StrEnum):
    PLAIN = "plain"
    IN = "in"


@final
@frozen
class _Novel:
    """A form as it may come to be, with all that a field may hold."""

    kind: ClassVar = "novel"
    code: str = field(converter=code_of_measure)
    limit: Fraction | None
    parts: tuple[_Weight | Event, ...]
    way: _Way = field(kw_only=True)
    when: Predicate = field(default=_FALSE, kw_only=True)
    start: Expression | None = field(default=Constant(1), kw_only=True)
    points: tuple[Expression, ...] | None = field(default=None, kw_only=True)
    others: tuple[str, ...] = field(default=Factory(tuple), kw_only=True)
    inner: Form | None = field(default=None, kw_only=True)


@final
@frozen
class _Loose:
    kind: ClassVar = "loose"
    parts: tuple[Fraction, ...]
    name: str
    last: bool = False


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("novel(thu, none, way=plain, others=[])", _Novel("thu", None, (), way=_Way.PLAIN)),
        (
            (
                'novel("not", 1, weight(a + 1, 0.5), event(b, -2), way="in", when=a > 0,'
                ' start=none, points=[1, b], others=["x", "or"], inner=yes_no(co))'
            ),
            _Novel(
                "not",
                Fraction(1),
                (_Weight(Sum(["a", 1]), Fraction(1, 2)), Event("b", -2)),
                way=_Way.IN,
                when=_ABOVE,
                start=None,
                points=(Constant(1), Reported("b")),
                others=("x", "or"),
                inner=YesNo("co"),
            ),
        ),
        (
            'novel(thu, none, way=plain, start=reported("none"), others=[])',
            _Novel("thu", None, (), way=_Way.PLAIN, start=Reported("none")),
        ),
        ('loose([1, -2], "tên", last=true)', _Loose((Fraction(1), Fraction(-2)), "tên", last=True)),
        ('loose([], "")', _Loose((), "")),
    ],
    ids=range(5),
)
def test_a_new_form_needs_no_line_of_the_notation(
    written: str, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a form is made of, its fields say how it is written and read."""
    monkeypatch.setattr(import_module("thidua.formula.parse"), "_FORMS", (_Novel, _Loose))

    assert written == text(form)
    assert form == parse_form(written)


def test_what_nests_too_deep_is_not_written() -> None:
    """A text is written only of what would be read."""
    deep: Expression = Reported("a")
    for _ in range(64):
        deep = Quotient(deep, 2)
    with pytest.raises(RubricFault) as info:
        text(deep)

    assert "$: a formula nested more than 64 deep; split it with Points" == str(info.value)


def test_what_is_too_long_is_not_written() -> None:
    """Nor is a number that would not be read."""
    with pytest.raises(NumberFault) as info:
        text(Constant(Fraction(1, 7**5000)))

    assert "$: a number of more than 4000 digits" == str(info.value)


WANTED = "a number or a formula is wanted here"
CONDITION = f"{WANTED}, not a condition; write if(condition, then, otherwise)"
LONG = "a number of more than 100 digits"
DIGITS = "codes are ASCII: letters, digits and '_'"
COMMA = "write decimals with '.', and a space after a ',' between values"
NUMBER = "write it like 0.5 or 1234.5"
WRITE_IF = "write if(condition, then, otherwise)"
DEEP = "a formula nested more than 64 deep; split it with points(…)"
CHAIN = "a formula nested too deep; split it with points(…), write long sums as sum(a, b, …)"

REFUSED: list[tuple[str, str, str]] = [
    # words
    ("a.b", " ^", "not part of a formula, '.'; write points(\"II.3\") for the points of II.3"),
    ("points(II.3)", "       ^", "a code without quotes, 'II.3'; write points(\"II.3\")"),
    ("lambda x: x", "^", "not part of a formula, 'lambda'"),
    ("[x for x in y]", "   ^", "not part of a formula, 'for'"),
    ("f'{x}'", " ^", "an operator is missing before \"'{x}'\""),
    ("a ** 2", "  ^", "not part of a formula, '**'; write '*' to multiply"),
    ("a // 2", "  ^", "not part of a formula, '//'; write floor(a / b)"),
    ("a % 2", "  ^", "not part of a formula, '%'; write 80 % as 0.8"),
    ("a | b", "  ^", "not part of a formula, '|'; write 'or'"),
    ("a & b", "  ^", "not part of a formula, '&'; write 'and'"),
    ("a << b", "   ^", "a value is missing before '<'"),
    ("~a", "^", "not part of a formula, '~'"),
    ("(a := 3)", "   ^", "not part of a formula, ':='; write '==' to compare"),
    ("20 × thu", "   ^", "not part of a formula, '×'; write '*' to multiply"),
    ("min(a; b)", "     ^", "not part of a formula, ';'; put ',' between values"),
    ("points(“I”)", "       ^", "not part of a formula, '“'; write texts as \"…\""),
    ("None", "^", "not part of a formula, 'None'"),
    (
        "True",
        "^",
        "not part of a formula, 'True'; write a comparison, or true for an option",
    ),
    ("1 if a else 2", "  ^", f"not part of a formula, 'if'; {WRITE_IF}"),
    ("dự_toán * 2", "^", f"a name with accents, 'dự_toán'; {DIGITS}"),
    ("du\u0323 + 1", "^", f"a name with accents, 'du\u0323'; {DIGITS}"),
    ("a\u200b", " ^", "not part of a formula, '\\u200b'"),
    # numbers
    ("0x10", "^", f"not a number, '0x10'; {NUMBER}"),
    ("0b1", "^", f"not a number, '0b1'; {NUMBER}"),
    ("1_000", "^", f"not a number, '1_000'; {NUMBER}"),
    ("3j", "^", f"not a number, '3j'; {NUMBER}"),
    ("1.", "^", f"not a number, '1.'; {NUMBER}"),
    ("a + .5", "    ^", f"not a number, '.5'; {NUMBER}"),
    ("01", "^", f"not a number, '01'; {NUMBER}"),
    ("1.234.567", "^", f"not a number, '1.234.567'; {NUMBER}"),
    ("1e-99999", "^", LONG),
    ("1e100", "^", LONG),
    ("2 * -1e100", "     ^", LONG),
    ("1e-100", "^", LONG),
    ("ratio(1e60, 3e-60)", "^", LONG),
    ("ratio(1e-3999, 1e3999)", "      ^", LONG),
    ("0,5", " ^", "a ',' outside of a function; write decimals with '.', as in 0.5"),
    ("min(a, 0,5)", "        ^", f"perhaps a decimal comma, '0,5'; {COMMA}"),
    ("ratio(1, 0)", "^", "a ratio to zero"),
    ("ratio(a, 2)", "      ^", "a number is wanted here"),
    ("round(a, b)", "         ^", "a number is wanted here"),
    ("round(a, 0)", "         ^", "a rounding step is above zero, '0'"),
    # texts
    ('points("I', "       ^", 'a text that is not closed; close it with "'),
    ("points('I\n')", "       ^", "a text that is not closed; close it with '"),
    ("points('\\d')", "       ^", "a text with a '\\' that stands for nothing; write '\\\\'"),
    ('points("I" "J")', "           ^", "an operator is missing before '\"J\"'"),
    ('"x"', "^", WANTED),
    ("points(x)", "       ^", "a text in quotes is wanted here"),
    # brackets, operators, names of arguments
    ("", "^", "a value is missing at the end"),
    ("a + ", "   ^", "a value is missing at the end"),
    ("()", " ^", "a value is missing before ')'"),
    ("min(a, )", "       ^", "a value is missing before ')'"),
    ("min(, a)", "    ^", "a value is missing before ','"),
    ("min(*a)", "    ^", "a value is missing before '*'"),
    ("+a", "^", "a value is missing before '+'"),
    ("a b", "  ^", "an operator is missing before 'b'"),
    ('not""', "   ^", "no space before '\"\"'; put a space between words"),
    ('""and a', "  ^", "no space before 'and'; put a space between words"),
    ("a not b", "  ^", "an operator is missing before 'not'"),
    ("3(b)", " ^", "an operator is missing before '('"),
    ("a(b)(c)", "    ^", "an operator is missing before '('"),
    ("a[0]", " ^", "an operator is missing before '['"),
    ("(a", "^", "'(' is not closed"),
    ("min(a", "   ^", "'(' is not closed"),
    ("a)", " ^", "')' closes nothing"),
    ("(a]", "  ^", "']' closes nothing"),
    ("[a)", "  ^", "')' closes nothing"),
    ("a, b", " ^", "a ',' outside of a function; write decimals with '.', as in 0.5"),
    ("(a, b)", "  ^", "a ',' outside of a function; write decimals with '.', as in 0.5"),
    ("a = 3", "  ^", "a single '='; write '==' to compare"),
    ("min(a + b = 3)", "          ^", "a single '='; write '==' to compare"),
    ("= 3", "^", "a single '='; write '==' to compare"),
    (
        "if(a = 3, 1, 0)",
        "          ^",
        "a value without a name after one with a name; write '==' to compare",
    ),
    (
        "a + not b",
        "    ^",
        "'not' stands before a condition, not after '+'; put parentheses around it",
    ),
    # functions
    ("mn(20, x)", "^", "unknown function 'mn'; did you mean 'min'?"),
    ("min()", "^", "'min' is given 0 values; write min(value, …)"),
    ("if(a > 0, 1)", "^", f"'if' is given 2 values; {WRITE_IF}"),
    (
        "round(x)",
        "^",
        "'round' is given 1 value; write round(value, step) or round(value, step, half_even)",
    ),
    (
        "round(x, 1, half_evn)",
        "            ^",
        "unknown word 'half_evn'; did you mean 'half_even'?",
    ),
    ("round(x, 1, 2)", "            ^", "a name or a text in quotes is wanted here"),
    ("min(x, a=3)", "       ^", "'min' takes no 'a='; write min(value, …); '==' compares"),
    (
        "peers_sum(x, when=a > 3)",
        "             ^",
        "'peers_sum' takes no 'when='; write peers_sum(value, where=condition); '==' compares",
    ),
    (
        "peers_sum(where=a > 1, where=b > 1)",
        "                       ^",
        "'where=' stands twice; join both with 'and'",
    ),
    ("lookup(r, 3)", "          ^", "band(…) is wanted here"),
    ("lookup(r, bnd(3))", "          ^", "band(…) is wanted here"),
    ("items_sum(3)", "          ^", "a code is wanted here"),
    ("items_sum(points(1))", "          ^", "a code is wanted here"),
    ("none", "^", "a code is wanted here"),
    (
        "lookup(r, band(1, at_least=3, above=2))",
        "          ^",
        "a band with both at_least and above; keep one",
    ),
    # a condition for a number
    ("a and b", "^", CONDITION),
    ("1 + (a < b)", "     ^", CONDITION),
    ("not a", "^", CONDITION),
    ("all(a > 0)", "^", CONDITION),
    ("state(t)", "^", CONDITION),
    ("[a]", "^", WANTED),
    # bounds
    ("(" * 81, " " * 37 + "^", "brackets nested more than 80 deep; split it with points(…)"),
    ("- " * 200 + "a", " " * 37 + "^", CHAIN),
    ("- " * 66 + "a", " " * 37 + "^", DEEP),
    ("a+" * 300 + "a", " " * 37 + "^", CHAIN),
    ("a/" * 70 + "a", "^", DEEP),
]

REFUSED_PREDICATES: list[tuple[str, str, str]] = [
    ("a", "^", "a condition is wanted here; compare it, as in x > 0"),
    ("a + 1", "^", "a condition is wanted here; compare it, as in x > 0"),
    ("points('I')", "^", "a condition is wanted here; compare it, as in x > 0"),
    ("state(t)", "^", "a condition is wanted here; compare it, as in x > 0"),
    ("al(a > 0)", "^", "unknown function 'al'; did you mean 'all'?"),
    (
        "all(a > 0, b=3)",
        "           ^",
        "'all' takes no 'b='; write all(condition, …); '==' compares",
    ),
    ("not a", "    ^", "a condition is wanted here; compare it, as in x > 0"),
    ("a < b < c", "        ^", "a chain of comparisons; write a < b and b < c"),
    ("a in b", "  ^", "not part of a formula, 'in'"),
    ('muc < "x"', "^", "neither levels nor states have an order; write == or !="),
    ('state(t) < "x"', "^", "neither levels nor states have an order; write == or !="),
    ('"x" == muc', "^", 'a text on the left; write code == "level"'),
    ('3 == "x"', "^", "a code is wanted here"),
    ('points("I") == "x"', "^", "a code is wanted here"),
    ("state(t) == 3", "            ^", "a name or a text in quotes is wanted here"),
    ('state(t) == "mising"', "            ^", "unknown word 'mising'; did you mean 'missing'?"),
    ("not " * 66 + "a > 0", " " * 37 + "^", DEEP),
]

REFUSED_FORMS: list[tuple[str, str, str]] = [
    ("propotional(thu, to=x)", "^", "unknown form 'propotional'; did you mean 'proportional'?"),
    (
        "proportional(thu)",
        "^",
        "'proportional' lacks 'to'; write proportional(measure, to, zero_below=…, capped=…)",
    ),
    (
        "proportional(thu, a, b)",
        "                     ^",
        (
            "one value too many for 'proportional';"
            " write proportional(measure, to, zero_below=…, capped=…)"
        ),
    ),
    (
        "proportional(thu, to=a, zer_below=1)",
        "                        ^",
        "'proportional' has no 'zer_below'; did you mean 'zero_below'?",
    ),
    (
        "proportional(thu, to=a, zero_below=2)",
        "^",
        "zero_below is a share from 0 to 1, '2'; write 80 % as \"0.8\"",
    ),
    ("proportional(a, to=b, to=c)", "                      ^", "'to' is given twice; keep one"),
    ("proportional(a, b, to=c)", "                   ^", "'to' is given twice; keep one"),
    (
        "proportional(a, b, capped=0)",
        "                          ^",
        "true or false is wanted here",
    ),
    ("leveled(muc)", "^", "no levels to choose from"),
    ("leveled(muc, band(1))", "             ^", "level(…) is wanted here"),
    (
        "leveled(muc, levels=level(a, 1))",
        "                    ^",
        "a list in '[' and ']' is wanted here",
    ),
    ("yes_no(3)", "       ^", "a name or a text in quotes is wanted here"),
    ("yes_no(co, yes=a)", "               ^", "a number is wanted here"),
    ("calculation(mn(a))", "            ^", "unknown function 'mn'; did you mean 'min'?"),
    ("calculation(" + "- " * 66 + "a)", " " * 37 + "^", DEEP),
]


def _check(what: str, given: str, caret: str, info: pytest.ExceptionInfo[RubricFault]) -> None:
    first, line, under = str(info.value).split("\n")

    assert ("notation", ()) == (info.value.code, info.value.at)
    assert (f"$: {what}", f"    {caret}") == (first, under)
    assert len(given) > 72 or f"    {given.splitlines()[0] if given else ''}" == line


@pytest.mark.parametrize(("given", "caret", "what"), REFUSED, ids=range(len(REFUSED)))
def test_refused_expressions(given: str, caret: str, what: str) -> None:
    """What is not of the notation is refused with its place and what to do."""
    with pytest.raises(RubricFault) as info:
        parse(given)

    _check(what, given.replace("\u200b", " "), caret, info)


@pytest.mark.parametrize(
    ("given", "caret", "what"), REFUSED_PREDICATES, ids=range(len(REFUSED_PREDICATES))
)
def test_refused_conditions(given: str, caret: str, what: str) -> None:
    """So it is in conditions."""
    with pytest.raises(RubricFault) as info:
        parse_predicate(given)

    _check(what, given, caret, info)


@pytest.mark.parametrize(("given", "caret", "what"), REFUSED_FORMS, ids=range(len(REFUSED_FORMS)))
def test_refused_forms(given: str, caret: str, what: str) -> None:
    """So it is in forms."""
    with pytest.raises(RubricFault) as info:
        parse_form(given)

    _check(what, given, caret, info)


def test_what_is_no_form_is_told_which_there_are() -> None:
    """A text that is no form is answered with the forms there are."""
    with pytest.raises(RubricFault, match=r"^\$: a form is wanted here; known are '") as info:
        parse_form("thu")

    assert ["    thu", "    ^"] == str(info.value).split("\n")[1:]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('if(muc == "đúng hạn", mn(1), 0)', '    if(muc == "đúng hạn", mn(1), 0)\n' + " " * 26),
        ("a\n  + mn(b)\n + c", "      + mn(b)\n        "),
        ("a\r\n+ mn(b)\r+ c", "    + mn(b)\n      "),
        ("a\t+ mn(b)", "    a + mn(b)\n        "),
        ('if(m == "ha\u0323n", mn(1), 0)', '    if(m == "ha\u0323n", mn(1), 0)\n' + " " * 19),
        (
            "a + " * 20 + "mn(b)" + " + c" * 20,
            "    …" + "a + " * 9 + "mn(b)" + " + c" * 7 + " + …\n" + " " * 41,
        ),
    ],
    ids=range(6),
)
def test_the_caret_stands_under_the_place(given: str, shown: str) -> None:
    """The caret stands under the word, whatever letters, lines and lengths there are."""
    with pytest.raises(RubricFault) as info:
        parse(given)

    assert f"$: unknown function 'mn'; did you mean 'min'?\n{shown}^" == str(info.value)


def test_a_text_may_not_be_too_long() -> None:
    """A text longer than a formula ever is is refused before it is read."""
    longest = "a" + " " * (MAXIMUM_CHARACTERS - 1)
    with pytest.raises(RubricFault) as info:
        parse(longest + " ")

    assert Reported("a") == parse(longest)
    assert (
        "$: a formula of more than 10000 characters; split it with points(…)"
        == (str(info.value).split("\n")[0])
    )


@pytest.mark.parametrize(
    ("written", "fits", "length"),
    [
        ("1e99", True, 100),
        ("1e-99", True, 101),
        ("ratio(1e99, 3)", True, 110),
        ("product(" + ", ".join(["1e99"] * 97) + ")", True, 97 * 102 + 7),
        ("product(" + ", ".join(["1e99"] * 98) + ")", False, 0),
        ("sum(" + ",".join("a" * 3332) + ")", True, 10_000 - 1),
        ("sum(" + ",".join("a" * 3333) + ")", False, 0),
    ],
    ids=["large", "small", "ratio", "numbers", "too many numbers", "sum", "too long a sum"],
)
def test_what_is_read_can_be_written_and_read_back(written: str, fits: bool, length: int) -> None:  # noqa: FBT001 - a table
    """A formula is read only if its own text is no longer than a formula may be."""
    if fits:
        read = parse(written)
        assert length == len(text(read))
        assert read == parse(text(read))
        return
    with pytest.raises(RubricFault) as info:
        parse(written)
    first = str(info.value).splitlines()[0]

    assert (
        "$: a formula that is written with more than 10000 characters; split it with points(…)"
    ) == first


def test_long_conditions_and_forms_are_bounded_too() -> None:
    """A condition and a form are read back from their text, or refused."""
    several = ",".join("a" * 3333)
    for read, written in (
        (parse_predicate, f"sum({several}) > 0"),
        (parse_form, f"calculation(sum({several}))"),
    ):
        with pytest.raises(RubricFault, match="is written with more than 10000 characters"):
            read(written)


def test_a_long_word_is_shortened() -> None:
    """A message does not repeat more than it needs to."""
    with pytest.raises(RubricFault) as info:
        parse("b" * 100 + "(1)")

    assert f"$: unknown function '{'b' * 60}…'" == str(info.value).split(";")[0]


def test_what_the_parser_cannot_read_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a parser have narrower limits, that is no other kind of error."""

    def parser(_: str, **__: object) -> ast.Expression:
        raise MemoryError

    monkeypatch.setattr(ast, "parse", parser)
    with pytest.raises(RubricFault) as info:
        parse("a")

    assert "$: not a formula\n    a\n    ^" == str(info.value)


def test_every_fold_and_relation_has_its_words() -> None:
    """Folds and relations have their functions and signs without a line of the notation."""
    folds = {f"items_{one}" for one in ItemFold} | {f"peers_{one}" for one in PeerFold}

    assert folds <= set(FUNCTIONS)
    for relation in Relation:
        assert Compare("a", relation, 1) == parse_predicate(f"a{relation}1")
