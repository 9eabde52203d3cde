# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua.formula import (
    All,
    AroundTarget,
    Band,
    Banded,
    ByCount,
    ByRange,
    Choose,
    Compare,
    Direction,
    EntryIs,
    Event,
    Expression,
    Form,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PerEvent,
    Piece,
    Points,
    Product,
    Proportional,
    Quotient,
    RankPoints,
    RelativeToPeers,
    Reported,
    Rounded,
    Stepped,
    Sum,
    Threshold,
    YesNo,
    directions,
    lower,
)
from thidua.formula import Any as Either
from thidua.quantity import Interval, Rounding, exact

RISING, FALLING, LEVEL, UNKNOWN = Direction
DOMAINS: dict[tuple[str | None, str], Interval] = {
    (None, "x"): Interval(0, None),
    (None, "y"): Interval(0, None),
    (None, "n"): Interval(None, 0),
    (None, "any"): Interval(None, None),
    (None, "zero"): Interval(0, 0),
    (None, "q"): Interval(0, 1),
    ("viec", "d"): Interval(0, 10),
}
X, Y, D = (None, "x"), (None, "y"), ("viec", "d")
OPEN = Compare("y", ">", 5)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Reported("x"), {X: RISING}),
        (Sum(["x", Product([-1, "y"])]), {X: RISING, Y: FALLING}),
        (Sum(["x", Product([-1, "x"])]), {X: UNKNOWN}),
        (Product(["x", "y"]), {X: RISING, Y: RISING}),
        (Product(["x", "n"]), {X: FALLING, (None, "n"): RISING}),
        (Product(["x", "any"]), {X: UNKNOWN, (None, "any"): RISING}),
        (Product(["x", 0]), {X: LEVEL}),
        (Quotient("x", "y"), {X: RISING, Y: FALLING}),
        (Quotient("x", Sum(["n", -1])), {X: FALLING, (None, "n"): FALLING}),
        (Quotient("x", "any"), {X: UNKNOWN, (None, "any"): UNKNOWN}),
        (Least(["x", 5]), {X: RISING}),
        (Greatest([Product([-1, "x"]), 5]), {X: FALLING}),
        (Rounded("x", Rounding(1)), {X: RISING}),
        (Points("1"), {}),
        (Lookup("x", [Band(1, below=5), Band(2, at_least=5)]), {X: RISING}),
        (Lookup("x", [Band(2, below=5), Band(1, at_least=5)]), {X: FALLING}),
        (Lookup("x", [Band(2, below=5), Band(2, at_least=5)]), {X: LEVEL}),
        (Lookup("any", [Band(1, below=0), Band(0, at_least=0)]), {(None, "any"): FALLING}),
        (Lookup("x", [Band(9, below=0), Band(1, at_least=0)]), {X: FALLING}),
        (Lookup("x", [Band(1, below=5), Band(3, at_least=5, below=6), Band(2, at_least=6)]),
         {X: UNKNOWN}),
        (Lookup(Quotient("x", "any"), [Band(1, below=5), Band(2, at_least=5)]),
         {X: UNKNOWN, (None, "any"): UNKNOWN}),
        # conditions
        (Choose(OPEN, "x", 0), {X: RISING, Y: RISING}),
        (Choose(OPEN, 0, "x"), {X: RISING, Y: FALLING}),
        (Choose(Compare("y", "<=", 5), "x", 0), {X: RISING, Y: FALLING}),
        (Choose(Not(OPEN), "x", 0), {X: RISING, Y: FALLING}),
        (Choose(OPEN, "x", 3), {X: RISING, Y: UNKNOWN}),
        (Choose(OPEN, 3, 3), {Y: LEVEL}),
        (Choose(Compare("x", "==", 3), 1, 0), {X: UNKNOWN}),
        (Choose(Compare("x", "==", 3), 1, 1), {X: LEVEL}),
        (Choose(Compare("x", "==", 0), 1, 0), {X: FALLING}),
        (Choose(Compare("q", "==", 1), 1, 0), {(None, "q"): RISING}),
        (Choose(Compare("q", "!=", 1), 1, 0), {(None, "q"): FALLING}),
        (Choose(Compare("x", ">=", 0), "y", "x"), {Y: RISING, X: LEVEL}),
        (Choose(Compare("x", "<", 0), "y", "x"), {Y: LEVEL, X: RISING}),
        (Choose(LevelIs("muc", "tốt"), "x", 0), {X: RISING}),
        (Choose(EntryIs("x", "missing"), 0, "x"), {X: RISING}),
        (Choose(All([OPEN, Compare("x", ">", 1)]), 1, 0), {X: RISING, Y: RISING}),
        (Choose(Either([OPEN, Compare("x", "<", 1)]), 1, 0), {X: FALLING, Y: RISING}),
        # lists
        (OverItems("viec", "sum", Product(["d", "x"])), {D: RISING, X: RISING}),
        (OverItems("viec", "mean", "d"), {D: RISING}),
        (OverItems("viec", "count", "d"), {D: LEVEL}),
        (OverItems("viec", "count", where=Compare("d", ">", "x")), {D: RISING, X: FALLING}),
        (OverItems("viec", "sum", "d", Compare("d", ">", 5)), {D: RISING}),
        (OverItems("viec", "sum", -1, Compare("d", ">", 5)), {D: FALLING}),
        (OverItems("viec", "greatest", "x", Compare("d", ">", 5)), {D: RISING, X: RISING}),
        (OverItems("viec", "least", "x", Compare("d", ">", 5)), {D: FALLING, X: RISING}),
        (OverItems("viec", "median", "x", Compare("d", ">", 5)), {D: UNKNOWN, X: RISING}),
        # peers
        (OverPeers("greatest", "x"), {X: RISING}),
        (OverPeers("rank", "x"), {X: FALLING}),
        (OverPeers("rank", Sum(["x", OverPeers("sum", "y")])), {X: UNKNOWN, Y: UNKNOWN}),
        (OverItems("viec", "sum", OverPeers("rank", "x")), {X: UNKNOWN}),
        (Quotient("x", OverPeers("mean", "x")), {X: RISING}),
        (Quotient(Product([-5, "x"]), OverPeers("greatest", "x")), {X: FALLING}),
        (Quotient(OverPeers("least", "x"), "x"), {X: FALLING}),
        (Quotient("x", OverPeers("count", "x")), {X: RISING}),
        (Quotient("any", OverPeers("greatest", "any")), {(None, "any"): UNKNOWN}),
        (Quotient("x", OverPeers("sum", "x", OPEN)), {X: RISING, Y: FALLING}),
        (Quotient("x", OverPeers("sum", "x", Compare("x", ">", 5))), {X: UNKNOWN}),
        (Quotient("x", OverPeers("sum", "x", LevelIs("muc", "tốt"))), {X: RISING}),
    ],
)  # fmt: skip
def test_directions(
    expression: Expression, expected: dict[tuple[str | None, str], Direction]
) -> None:
    """The direction of every measure is proved from the shape, or unknown."""

    assert expected == dict(directions(expression, DOMAINS))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Proportional("x", "y"), RISING),
        (Proportional("x", "y", zero_below="0.7"), RISING),
        (Threshold("x", ">=", "y", yes=5), RISING),
        (YesNo("x"), UNKNOWN),
        (Stepped("x", "y", side="over", step="0.05", each=1), RISING),
        (Stepped("x", 50, side="over", step="0.05", each=1), RISING),
        (Stepped("x", 50, side="short", step="0.05", each=-2), RISING),
        (Banded("x", [Band(0, below=50), Band(5, at_least=50)], to="y"), RISING),
        (AroundTarget("x", "y", second_group=False), UNKNOWN),
        (ByCount("x", [6, 4, 0], further=-1), FALLING),
        (PerEvent.of("x", "-0.5"), FALLING),
        (PerEvent([Event("x", 1), Event("y", -1)], bonus_if_clean=True), RISING),
        (PerEvent([Event("x", 1), Event("x", -1)], bonus_if_clean=True), UNKNOWN),
        (RelativeToPeers("x"), RISING),
        (RelativeToPeers("x", to="mean", capped=False), RISING),
        (RelativeToPeers("x", to="least", lower_is_better=True), FALLING),
        (RankPoints("x", [6, 4, 2]), RISING),
        (RankPoints("x", [6, 4, 2], lower_is_better=True), FALLING),
        (ByRange("x", [Piece(YesNo("q"), below=5), Piece(YesNo("q", 20), at_least=5)]), UNKNOWN),
    ],
)  # fmt: skip
def test_directions_of_forms(form: Form, expected: Direction) -> None:
    """What people of the field take for granted of most forms is proved."""

    assert expected is directions(lower(form, exact(10)), DOMAINS)[X]


def test_directions_through_other_criteria() -> None:
    """The points of another criterion move as it is said; its interval gives their sign."""
    found = directions(
        Product([Points("1"), "y"]),
        DOMAINS,
        spans={"1": Interval(-5, 0)}.__getitem__,
        points=lambda _: {X: RISING},
    )

    assert {X: RISING, Y: FALLING} == dict(found)
    assert {X: UNKNOWN} == dict(directions(Product([Points("1"), "x"]), DOMAINS))


def test_items_in_items() -> None:
    """A code names the measure of the innermost list that has it."""
    domains = {**DOMAINS, ("tiet", "e"): Interval(0, 1)}
    inner = OverItems("tiet", "sum", Product(["d", "e"]))
    found = directions(OverItems("viec", "sum", inner), domains)

    assert {D: RISING, ("tiet", "e"): RISING} == dict(found)


def test_long_tables() -> None:
    """A table of very many bands is followed without comparing each with each."""
    rows = [Band(i, at_least=i, below=i + 1) for i in range(20_000)]

    assert {X: RISING} == directions(Lookup("x", rows), {})
    assert {X: UNKNOWN} == directions(Lookup("x", [*rows, Band(0, at_least=20_000)]), {})
