# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.errors import RubricFault
from thidua.formula import (
    All,
    Any,
    Band,
    Calculation,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Form,
    Greatest,
    ItemFold,
    Least,
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
    Quotient,
    Relation,
    Reported,
    Rounded,
    Sum,
    is_too_deep,
    parse,
    parse_form,
    parse_predicate,
    text,
)
from thidua.formula.scan import MAXIMUM_CHARACTERS
from thidua.formula.walk import MAXIMUM_DEPTH
from thidua.quantity import Rounding, State
from thidua.strategies import expressions, forms, numbers, predicates, roundings

_CODES = st.sampled_from(
    ["thu", "min", "none", "true", "if", "and", "lambda", "None", "_", "__debug__"]
)
_TEXTS = st.text(max_size=8) | st.sampled_from(['"', "\\", "\\u0041", "\n", "đúng hạn", "\ud800"])
_LEAVES: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Constant, numbers() | st.sampled_from([-1, 1, 0])),
    st.builds(Reported, _CODES),
    st.builds(Points, _TEXTS),
)
_QUESTIONS: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(LevelIs, _CODES, _TEXTS), st.builds(EntryIs, _CODES, st.sampled_from(State))
)
_ITEM_FOLDS, _PEER_FOLDS = st.sampled_from(ItemFold), st.sampled_from(PeerFold)


def _odd(draw: st.DrawFn, depth: int) -> Expression:
    def inner() -> Expression:
        return _odd(draw, draw(st.integers(0, depth - 1)))

    def several(least: int) -> list[Expression]:
        return [inner() for _ in range(draw(st.integers(least, 4)))]

    def where() -> Predicate | None:
        return _odd_predicate(draw, depth - 1) if draw(st.booleans()) else None

    if depth == 0:
        return draw(_LEAVES)
    makers: list[Callable[[], Expression]] = [
        lambda: Sum(several(0)),
        lambda: Product(several(0)),
        lambda: Product([-1, inner()]),
        lambda: Quotient(inner(), inner()),
        lambda: Least(several(1)),
        lambda: Greatest(several(1)),
        lambda: Rounded(inner(), draw(roundings())),
        lambda: Choose(_odd_predicate(draw, depth - 1), inner(), inner()),
        lambda: OverItems(draw(_CODES), draw(_ITEM_FOLDS), inner(), where()),
        lambda: OverPeers(draw(_PEER_FOLDS), inner(), where()),
    ]
    return draw(st.sampled_from(makers))()


def _odd_predicate(draw: st.DrawFn, depth: int) -> Predicate:
    def inner() -> Predicate:
        return _odd_predicate(draw, draw(st.integers(0, depth - 1)))

    def several() -> list[Predicate]:
        return [inner() for _ in range(draw(st.integers(0, 4)))]

    if depth <= 0:
        return draw(_QUESTIONS)
    makers: list[Callable[[], Predicate]] = [
        lambda: Compare(_odd(draw, depth - 1), draw(st.sampled_from(Relation)), draw(_LEAVES)),
        lambda: Compare(draw(_LEAVES), draw(st.sampled_from(Relation)), _odd(draw, depth - 1)),
        lambda: Not(inner()),
        lambda: All(several()),
        lambda: Any(several()),
    ]
    return draw(st.sampled_from(makers))()


@st.composite
def _odd_expressions(draw: st.DrawFn) -> Expression:
    """Draw a tree that no rubric has, but that the notation must tell from others."""
    return _odd(draw, draw(st.integers(0, 4)))


@st.composite
def _odd_predicates(draw: st.DrawFn) -> Predicate:
    return _odd_predicate(draw, draw(st.integers(0, 4)))


def _fits(written: str) -> bool:
    return len(written) <= MAXIMUM_CHARACTERS


@given(expressions(criteria=("1", "II.3"), partial=True))
def test_expressions_read_back(expression: Expression) -> None:
    """An expression is what its text reads back as."""
    written = text(expression)

    assert not _fits(written) or expression == parse(written)


@given(_odd_expressions())
@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
def test_odd_expressions_read_back(expression: Expression) -> None:
    """So is one that nobody would write."""
    written = text(expression)

    assert not _fits(written) or expression == parse(written)


@given(predicates(partial=True) | _odd_predicates())
def test_predicates_read_back(predicate: Predicate) -> None:
    """A condition is what its text reads back as."""
    written = text(predicate)

    assert not _fits(written) or predicate == parse_predicate(written)


@given(forms(partial=True) | st.builds(Calculation, _odd_expressions(), _TEXTS))
def test_forms_read_back(form: Form) -> None:
    """A form is what its text reads back as."""
    written = text(form)

    assert not _fits(written) or form == parse_form(written)


def _deep(wrap: Callable[[Expression], Expression]) -> Expression:
    expression: Expression = Constant("-1/3")
    for _ in range(MAXIMUM_DEPTH):
        if is_too_deep(wrapped := wrap(expression)):
            break
        expression = wrapped
    return expression


_QUESTION = LevelIs("muc", "tốt")
_WRAPPERS: dict[str, Callable[[Expression], Expression]] = {
    "sum-left": lambda one: Sum([one, "a"]),
    "sum-right": lambda one: Sum(["a", one]),
    "sum-middle": lambda one: Sum(["a", one, "b", "c", "d", "e"]),
    "sum-first": lambda one: Sum([one, "a", "b", "c", "d", "e"]),
    "minus": lambda one: Sum([1, Product([-1, one])]),
    "negative": lambda one: Product([-1, one]),
    "product": lambda one: Product(["a", one, "b", "c", "d", "e"]),
    "quotient-left": lambda one: Quotient(one, "a"),
    "quotient-right": lambda one: Quotient("a", one),
    "rounded": lambda one: Rounded(one, Rounding("1/3", "up")),
    "lookup": lambda one: Lookup(one, [Band("-1/3", above="-1/3")]),
    "peers": lambda one: OverPeers("sum", "a", Compare(1, "<", one)),
    "not": lambda one: Choose(Not(Not(Compare(one, "<", 0))), 1, 2),
    "all": lambda one: Choose(All([Any([_QUESTION, Compare(one, "<", 0)]), _QUESTION]), 1, 2),
    "any": lambda one: Choose(Any([All([Compare(one, "<", 0)]), *[_QUESTION] * 3]), 1, 2),
}


@pytest.mark.parametrize("wrap", _WRAPPERS.values(), ids=_WRAPPERS)
def test_the_deepest_expressions_read_back(wrap: Callable[[Expression], Expression]) -> None:
    """Whatever nests no deeper than allowed is read back, also inside a form."""
    expression = _deep(wrap)
    form = PerEvent.of(expression, "-1/3")

    assert expression == parse(text(expression))
    assert form == parse_form(text(form))


_SNIPPETS = st.sampled_from(
    [
        *" ()[],=+-*/<>!\n\t\"'.;%^|&~@#$?\\{}_0159eExX",
        *["and", "or", "not", " if ", "if(", " else ", "lambda", "None", "True", "for x in y"],
        *["==", "<=", "**", "//", ":=", "đ", "ệ", "\u0301", "\u00a0", "\x00", "“", "\ud800"],
        *["where=", "reported(", "state(", "band(", "min(", "ratio(1, 0)", "event(", "[1]"],
        *["1e9999", "0,5", "1_0", "0x1", "2j", "*a", 'f"{x}"', "none", "true", '""'],
    ]
)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """Draw the text of a formula to which something was done."""
    some = st.one_of(_odd_expressions(), _odd_predicates(), forms(partial=True))
    written = text(draw(some))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(written)))
        end = draw(st.sampled_from([start, start + 1, start + draw(st.integers(0, 20))]))
        written = written[:start] + draw(st.just("") | _SNIPPETS) + written[end:]
    return written


def _read(given: str) -> None:
    for read in (parse, parse_predicate, parse_form):
        try:
            read(given)
        except RubricFault as fault:
            *_, line, caret = str(fault).split("\n")
            assert ("notation", "^") == (fault.code, caret.strip())  # noqa: PT017 - if any
            assert len(caret) <= len(line) + 1


@given(given_=st.text(max_size=60) | st.lists(_SNIPPETS, max_size=30).map("".join) | _mutated())
@settings(max_examples=500)
def test_any_text_is_read_or_refused(given_: str) -> None:
    """Whatever the text, it is read or refused with its place."""
    _read(given_)


@pytest.mark.parametrize(
    "piece",
    ["(", ")", "[", "- ", "not ", "a+", "a*", "a/", "a<", "a and ", "if(", "f(a,b=", "not(", "-(",
     "(a+", "sum(a,", "sum(-a*", "1", "1,", "9.", '"', '"a",', "a", "a=", "\\", "ệ", "\n", "a\n+",
     "min(a/", "not x and ", "if(a<b,", "1e", "items_sum(a,"],
)  # fmt: skip
@pytest.mark.parametrize("times", [1, 63, 64, 65, 80, 81, 191, 193, 500, 1999, 5000, 10_000])
def test_repetition_is_read_or_refused(piece: str, times: int) -> None:
    """No repetition exhausts the stack, the memory or anybody's patience."""
    repeated = piece * times
    _read(repeated)
    _read(repeated + "a")
    _read(repeated + "a" + ")" * repeated.count("("))


_MANTISSAS = st.integers(0, 10**9) | st.sampled_from([10**99, 10**100])
_DECIMALS = st.builds("{}e{}".format, _MANTISSAS, st.integers(-110, 110))
_NUMBERS_WRITTEN = st.recursive(
    _DECIMALS, lambda inner: st.builds("ratio({}, {})".format, inner, inner), max_leaves=6
)


def _read_or_none(written: str) -> Expression | None:
    try:
        return parse(written)
    except RubricFault:
        return None


@given(st.lists(_NUMBERS_WRITTEN, min_size=1, max_size=150))
def test_numbers_that_are_read_can_be_written(written: list[str]) -> None:
    """Numbers however large or small, and many of them, are refused or read back."""
    formula = _read_or_none(f"sum({', '.join(written)})")
    again = formula if formula is None else parse(text(formula))

    assert formula == again
