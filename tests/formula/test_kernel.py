# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from thidua.errors import NumberFault, RubricFault
from thidua.formula import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Sum,
    code_of_measure,
    expression,
)
from thidua.formula.kernel import expression_or_none
from thidua.quantity import Number, Rounding, State


@pytest.mark.parametrize("code", ["a", "_", "thu_ngan_sach", "X1", "a" * 64])
def test_codes_of_measures(code: str) -> None:
    """A code is made of up to 64 ASCII letters, digits and underscores; no digit comes first."""

    assert code == code_of_measure(code)


@pytest.mark.parametrize(
    "code", ["", "1a", "thu-chi", "thu chi", "dự_toán", "a.b", "a\n", "a" * 65, None, 5]
)
def test_what_is_no_code_is_refused(code: object) -> None:
    """Anything else is refused with the way to write it."""
    with pytest.raises(RubricFault) as refusal:
        code_of_measure(code)  # type: ignore[arg-type]
    message = f"$: not a code of a measure, {code!r}; use letters without accents, digits and '_'"

    assert message == str(refusal.value)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("thu", Reported("thu")),
        ("e5", Reported("e5")),
        ("0.5", Constant(Fraction(1, 2))),
        ("1e5", Constant(Fraction(100_000))),
        (3, Constant(Fraction(3))),
        (Decimal("0.1"), Constant(Fraction(1, 10))),
        (Fraction(1, 3), Constant(Fraction(1, 3))),
        (Points("II.3"), Points("II.3")),
    ],
)
def test_expressions_are_short_to_write(given: Expression | Number, expected: Expression) -> None:
    """A text is a code unless it reads as a number; a number is a constant."""

    assert expected == expression(given)
    assert expected == expression_or_none(given)


def test_no_expression_stays_none() -> None:
    """Where an expression may be absent, None stays None."""

    assert expression_or_none(None) is None


SHORT: list[tuple[Expression | Predicate, Expression | Predicate]] = [
    (Sum([1, "a"]), Sum((Constant(1), Reported("a")))),
    (Product(["a", "2"]), Product((Reported("a"), Constant(2)))),
    (Quotient("a", "b"), Quotient(Reported("a"), Reported("b"))),
    (Least(["a", 20]), Least((Reported("a"), Constant(20)))),
    (Greatest(["a", 0]), Greatest((Reported("a"), Constant(0)))),
    (Rounded("a", Rounding(1)), Rounded(Reported("a"), Rounding(1))),
    (Compare("a", ">=", 1), Compare(Reported("a"), Relation.GREATER_OR_EQUAL, Constant(1))),
    (
        Choose(LevelIs("c", "tốt"), 1, "a"),
        Choose(LevelIs("c", "tốt"), Constant(1), Reported("a")),
    ),
    (OverItems("ds", "mean", "a"), OverItems("ds", ItemFold.MEAN, Reported("a"))),
    (OverItems("ds", "count"), OverItems("ds", ItemFold.COUNT, Constant(1), None)),
    (OverPeers("rank", "a"), OverPeers(PeerFold.RANK, Reported("a"))),
    (OverPeers("count"), OverPeers(PeerFold.COUNT, Constant(1), None)),
    (EntryIs("a", "not_due"), EntryIs("a", State.NOT_DUE)),
]


@pytest.mark.parametrize(
    ("short", "long"), [pytest.param(*pair, id=pair[0].kind) for pair in SHORT[:8]]
)
def test_nodes_are_short_to_write(
    short: Expression | Predicate, long: Expression | Predicate
) -> None:
    """Wherever an expression stands, a code or a number does, and a name for an enumeration."""

    assert long == short
    assert hash(long) == hash(short)


def test_names_of_folds_and_states_are_taken() -> None:
    """The names of folds, relations and states stand for them; a fold counts 1 for each."""

    assert [long for _, long in SHORT[8:]] == [short for short, _ in SHORT[8:]]


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: Sum("thu"), "$: one text where a list is wanted, 'thu'; write ['thu']"),
        (lambda: Least("chi"), "$: one text where a list is wanted, 'chi'; write ['chi']"),
        (lambda: Least([]), "$: nothing to compare in Least"),
        (lambda: Greatest([]), "$: nothing to compare in Greatest"),
        (lambda: Lookup("a", []), "$: a table without bands"),
        (
            lambda: Reported("dự_toán"),
            "$: not a code of a measure, 'dự_toán'; use letters without accents, digits and '_'",
        ),
        (
            lambda: Not(Reported("a")),  # type: ignore[arg-type]
            "$: not a condition, a Reported; write Compare(…)",
        ),
        (lambda: Choose("a", 1, 0), "$: not a condition, 'a'; write Compare(…)"),  # type: ignore[arg-type]
        (lambda: All(["c"]), "$: not a condition, 'c'; write Compare(…)"),  # type: ignore[list-item]
        (
            lambda: OverItems("ds", "sum", "a", "b"),  # type: ignore[arg-type]
            "$: not a condition, 'b'; write Compare(…)",
        ),
        (
            lambda: OverPeers("sum", "a", 1),  # type: ignore[arg-type]
            "$: not a condition, 1; write Compare(…)",
        ),
    ],
)
def test_what_makes_no_node_is_refused(write: Callable[[], object], message: str) -> None:
    """A text for a list, nothing to compare, and numbers for conditions are refused."""
    with pytest.raises(RubricFault) as refusal:
        write()

    assert message == str(refusal.value)


def test_floats_are_refused() -> None:
    """A float is refused in every node."""
    with pytest.raises(NumberFault):
        Constant(0.5)  # type: ignore[arg-type]
    with pytest.raises(NumberFault):
        Sum(["a", 0.5])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: Compare("a", "=", 1), "not a Relation, '='"),
        (lambda: OverItems("ds", "rank"), "not a ItemFold, 'rank'"),
        (lambda: OverPeers("median"), "not a PeerFold, 'median'"),
        (lambda: EntryIs("a", "late"), "not a State, 'late'"),
    ],
)
def test_unknown_names_are_refused(write: Callable[[], object], message: str) -> None:
    """A relation, fold or state of another name is refused."""
    with pytest.raises(ValueError, match=message):
        write()


def test_conditions_are_kept_in_order() -> None:
    """Conditions stay in the order in which they are asked."""
    first, second = Compare("a", ">", 0), Not(LevelIs("c", "x"))

    assert (first, second) == All([first, second]).of
    assert (second, first) == Any([second, first]).of
