# SPDX-License-Identifier: MIT
"""Values of every form at, under and over its thresholds, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from thidua.errors import FormulaFault
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Constant,
    DirectEntry,
    Event,
    Form,
    Greatest,
    LeaderBy,
    Least,
    Level,
    Leveled,
    PerEvent,
    Product,
    Proportional,
    Reported,
    Scope,
    Stepped,
    Sum,
    YesNo,
    between,
    evaluate,
    lower,
)
from thidua.formula.lower import count_steps, times
from thidua.formula.scope import Cell
from thidua.quantity import Number, State, exact

Row = Mapping[str, Number | State]


def cell(given: Number | State) -> Cell:
    """Take a number as a sheet does; texts that are no numbers are levels."""
    if isinstance(given, State):
        return given
    if isinstance(given, str) and given[0].isalpha():
        return given
    return exact(given)


def points(form: Form, maximum: Number, **entries: Number | State) -> Fraction:
    """Return the points of a unit without peers."""
    scope = Scope({code: cell(given) for code, given in entries.items()})
    return evaluate(lower(form, exact(maximum)), scope).value


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, Reported("x")),
        (None, 5, Least(["x", 5])),
        (0, None, Greatest(["x", 0])),
        (0, 5, Greatest([Least(["x", 5]), 0])),
    ],
)
def test_between(low: int | None, high: int | None, expected: object) -> None:
    """The ceiling is taken first; what is absent limits nothing."""
    limits = [None if limit is None else Fraction(limit) for limit in (low, high)]

    assert expected == between(Reported("x"), *limits)


def test_times() -> None:
    """A constant times a constant is a constant."""

    assert Constant(6) == times(2, Constant(3))
    assert Product([2, "x"]) == times(2, Reported("x"))


@pytest.mark.parametrize("entered", ["0", "7.25", "10", "12", "-1"])
def test_direct_entry(entered: str) -> None:
    """What is entered is given; its limits are those of the sheet."""

    assert Fraction(entered) == points(DirectEntry("x"), 10, x=entered)


@pytest.mark.parametrize(
    ("form", "yes", "no"),
    [
        (YesNo("q"), 10, 0),
        (YesNo("q", yes=3), 3, 0),
        (YesNo("q", yes=0, no=-2), 0, -2),
        (YesNo("q", no="0.5"), 10, Fraction(1, 2)),
    ],
)
def test_yes_no(form: YesNo, yes: Fraction, no: Fraction) -> None:
    """A yes gives the maximum or its own points, also none at all; a no gives its own."""

    assert (yes, no) == (points(form, 10, q=1), points(form, 10, q=0))


@pytest.mark.parametrize(
    ("chosen", "expected"), [("tốt", "1.5"), ("khá", "0.5"), ("kém", "-1"), ("chưa", "0")]
)
def test_leveled(chosen: str, expected: str) -> None:
    """Each level gives its own points, the first, the last and those between."""
    levels: dict[str, Number] = {"tốt": "1.5", "khá": "0.5", "kém": -1, "chưa": 0}
    form = Leveled("c", levels)

    assert Fraction(expected) == points(form, 10, c=chosen)


def test_a_single_level_is_a_constant() -> None:
    """With one level there is nothing to ask."""

    assert Constant(2) == lower(Leveled("c", [Level("tốt", 2)]), Fraction(10))


@pytest.mark.parametrize(
    ("form", "result", "expected"),
    [
        (Proportional("x", to="t"), 0, "0"),
        (Proportional("x", to="t"), 25, "2.5"),
        (Proportional("x", to="t"), "99.99", "9.999"),
        (Proportional("x", to="t"), 100, "10"),
        (Proportional("x", to="t"), 120, "10"),
        (Proportional("x", to="t"), -10, "-1"),
        (Proportional("x", to="t", capped=False), 120, "12"),
        (Proportional("x", to="t", zero_below="0.5"), "49.99", "0"),
        (Proportional("x", to="t", zero_below="0.5"), 50, "5"),
        (Proportional("x", to="t", zero_below="0.5"), 200, "10"),
        (Proportional("x", to="t", zero_below="0.5", capped=False), 200, "20"),
        (Proportional("x", to="t", zero_below=0, capped=False), -10, "0"),
        (Proportional("x", to=80), 60, "7.5"),
        (Proportional(Sum(["x", "t"]), to=Product([2, "t"])), 50, "7.5"),
    ],
)
def test_proportional(form: Proportional, result: Number, expected: str) -> None:
    """Of 10 points as large a share as of the target of 100 is reached."""

    assert Fraction(expected) == points(form, 10, x=result, t=100)


def test_a_target_of_zero_has_no_answer() -> None:
    """A share of nothing is refused by name, never counted zero nor full."""
    for form in (Proportional("x", to="t"), Stepped("x", "t", side="over", step=1, each=1)):
        with pytest.raises(FormulaFault, match="the divisor of 't' is 0"):
            points(form, 10, x=5, t=0)


SHORT = Stepped("x", "t", side="short", step="0.05", each=-2)
OVER = Stepped("x", "t", side="over", step="0.1", each=3)


@pytest.mark.parametrize(
    ("form", "result", "expected"),
    [
        # 2 points off for every full 5 % short of 200, that is every 10, from 10 points
        (SHORT, 250, 10),
        (SHORT, 200, 10),
        (SHORT, "190.01", 10),
        (SHORT, 190, 8),
        (SHORT, "180.01", 8),
        (SHORT, 180, 6),
        (SHORT, 150, 0),
        (SHORT, 0, 0),
        # a step that has begun counts
        (Stepped("x", "t", side="short", step="0.05", each=-2, started=True), 200, 10),
        (Stepped("x", "t", side="short", step="0.05", each=-2, started=True), "199.99", 8),
        (Stepped("x", "t", side="short", step="0.05", each=-2, started=True), 190, 8),
        (Stepped("x", "t", side="short", step="0.05", each=-2, started=True), "189.99", 6),
        (Stepped("x", "t", side="short", step="0.05", each=-2, started=True), 201, 10),
        # steps of an amount
        (Stepped("x", "t", side="short", step=30, each=-1, relative=False), 170, 9),
        (Stepped("x", "t", side="short", step=30, each=-1, relative=False), "170.01", 10),
        (Stepped("x", "t", side="short", step=30, each=-1, relative=False), 140, 8),
        # a floor and a start of their own
        (Stepped("x", "t", side="short", step="0.05", each=-2, at_least=5), 0, 5),
        (Stepped("x", "t", side="short", step="0.05", each=-2, at_least=-5), 0, -5),
        (Stepped("x", "t", side="short", step="0.05", each=-2, start=4), 190, 2),
        # a start above the maximum is held at it, unless a ceiling is said
        (Stepped("x", "t", side="short", step="0.05", each=-2, start=13), 200, 10),
        (Stepped("x", "t", side="short", step="0.05", each=-2, start=13), 190, 10),
        (Stepped("x", "t", side="short", step="0.05", each=-2, start=13), 180, 9),
        (Stepped("x", "t", side="short", step="0.05", each=-2, start=13, at_most=20), 190, 11),
        (Stepped("x", "t", side="short", step="0.05", each=-2, at_most=7), 200, 7),
        (Stepped("x", "t", side="short", step="0.05", each=-2, at_most=7), 180, 6),
        # 3 points for every full 10 % over 200, that is every 20, from 0 up to 10
        (OVER, 100, 0),
        (OVER, 200, 0),
        (OVER, "219.99", 0),
        (OVER, 220, 3),
        (OVER, 240, 6),
        (OVER, 260, 9),
        (OVER, 280, 10),
        (OVER, 1000, 10),
        (Stepped("x", "t", side="over", step="0.1", each=3, start=-20), 240, -14),
        (Stepped("x", "t", side="over", step="0.1", each=3, start=-20, at_least=0), 240, 0),
        (Stepped("x", "t", side="over", step="0.1", each=3, at_most=30), 1000, 30),
        (Stepped("x", "t", side="over", step="0.1", each=3, started=True), "200.01", 3),
        # steps over the target may cost points, steps short of it may give some
        (Stepped("x", "t", side="over", step="0.1", each=-3), 240, 4),
        (Stepped("x", "t", side="short", step="0.1", each=3), 160, 6),
        (Stepped("x", "t", side="over", step="0.1", each=0), 240, 0),
        (Stepped("x", 400, side="over", step="0.1", each=3), 440, 3),
    ],
)
def test_stepped(form: Stepped, result: Number, expected: int) -> None:
    """Points change at every full step from the target of 200, of a maximum of 10."""

    assert expected == points(form, 10, x=result, t=200)


@pytest.mark.parametrize(
    ("form", "result", "steps"),
    [
        (OVER, 260, 3),
        (OVER, "259.99", 2),
        (OVER, 180, -1),
        (OVER, 181, -1),
        (SHORT, 200, 0),
        (SHORT, "189.99", 1),
        (SHORT, 221, -3),
        (Stepped("x", "t", side="over", step=7, each=1, relative=False, started=True), 201, 1),
        (Stepped("x", "t", side="over", step=7, each=1, relative=False, started=True), 199, 0),
    ],
)
def test_steps_are_counted(form: Stepped, result: Number, steps: int) -> None:
    """Full steps are counted downwards, begun ones upwards; the other side is below zero."""
    scope = Scope({"x": exact(result), "t": Fraction(200)})

    assert steps == evaluate(count_steps(form), scope).value


TABLE = [Band(10, at_least=100), Band(6, at_least=80, below=100), Band(0, below=80)]


@pytest.mark.parametrize(
    ("form", "result", "expected"),
    [
        (Banded("x", TABLE), "79.99", 0),
        (Banded("x", TABLE), 80, 6),
        (Banded("x", TABLE), "99.99", 6),
        (Banded("x", TABLE), 100, 10),
        (Banded("x", TABLE, to="t"), "39.99", 0),
        (Banded("x", TABLE, to="t"), 40, 6),
        (Banded("x", TABLE, to="t"), "49.99", 6),
        (Banded("x", TABLE, to="t"), 50, 10),
    ],
)
def test_banded(form: Banded, result: Number, expected: int) -> None:
    """The band of the result, or of its percentage of the target of 50, gives its points."""

    assert expected == points(form, 99, x=result, t=50)


TWO = [Event("a", "-0.5"), Event("b", "0.25")]


@pytest.mark.parametrize(
    ("form", "a", "b", "expected"),
    [
        # start: the maximum of 10 if some event costs points, else 0
        (PerEvent.of("a", -2), 0, 0, "10"),
        (PerEvent.of("a", -2), 3, 0, "4"),
        (PerEvent.of("a", -2), 6, 0, "-2"),
        (PerEvent.of("a", -2, at_least=0), 5, 0, "0"),
        (PerEvent.of("a", -2, at_least=0), 6, 0, "0"),
        (PerEvent.of("a", 3), 0, 0, "0"),
        (PerEvent.of("a", 3), 5, 0, "15"),
        (PerEvent.of("a", 3, at_most=12), 4, 0, "12"),
        (PerEvent.of("a", 3, at_most=12), 5, 0, "12"),
        (PerEvent.of("a", 3, start=1), 2, 0, "7"),
        (PerEvent.of("a", -3, start=0), 2, 0, "-6"),
        # several events share one start; what they cost and what they give is limited apart
        (PerEvent(TWO), 4, 2, "8.5"),
        (PerEvent(TWO, deductions_limit=1), 2, 0, "9"),
        (PerEvent(TWO, deductions_limit=1), 3, 0, "9"),
        (PerEvent(TWO, deductions_limit=1), 3, 3, "9.75"),
        (PerEvent(TWO, bonuses_limit="0.5"), 0, 2, "10.5"),
        (PerEvent(TWO, bonuses_limit="0.5"), 0, 3, "10.5"),
        (PerEvent(TWO, bonuses_limit="0.5", at_most=10), 0, 3, "10"),
        (PerEvent(TWO, deductions_limit=1, bonuses_limit=1, at_least="9.5"), 9, 0, "9.5"),
    ],
)
def test_per_event(form: PerEvent, a: int, b: int, expected: str) -> None:
    """Every event changes the start by its points, within the limits said."""

    assert Fraction(expected) == points(form, 10, a=a, b=b)


def test_calculation() -> None:
    """A calculation is its own expression, whatever the maximum."""
    expression = Sum(["x", 1])

    assert expression == lower(Calculation(expression, "x cộng 1"), Fraction(10))


def around(form: AroundTarget, cluster: Sequence[Row]) -> list[Fraction | str]:
    """Return the points of every unit of *cluster*, of 60, or the code of its fault."""
    scopes: list[Scope] = []
    for place, row in enumerate(cluster):
        entries = {code: cell(given) for code, given in row.items()}
        scopes.append(Scope(entries, unit=str(place), peers=scopes, memory={}))
    expression = lower(form, Fraction(60))
    found: list[Fraction | str] = []
    for scope in scopes:
        try:
            found.append(evaluate(expression, scope).value)
        except FormulaFault as fault:
            found.append(fault.code)
    return found


NONE = State.NOT_ASSIGNED
CLUSTER: list[Row] = [
    {"x": 150, "t": 100},  # ratio 1.5, excess 50
    {"x": 260, "t": 200},  # ratio 1.3, excess 60
    {"x": 100, "t": 100},  # at its target
    {"x": 50, "t": 100},  # half of it
    {"x": 110, "t": 100},  # ratio 1.1, excess 10
    {"x": 0, "t": 100},
]


@pytest.mark.parametrize(
    ("leader", "at_target", "expected"),
    [
        # ratio: the leader is 0.5 over; 0.3 / 0.5 and 0.1 / 0.5 of the upper 30
        (LeaderBy.RATIO, "0.5", ["60", "48", "30", "15", "36", "0"]),
        # excess: the leader is 60 over; 50 / 60 and 10 / 60 of the upper 30
        (LeaderBy.EXCESS, "0.5", ["55", "60", "30", "15", "35", "0"]),
        # actual: the leader has 260; 50 / 160, 60 / 60 and 10 / 160 of the upper 30
        (LeaderBy.ACTUAL, "0.5", ["39.375", "60", "30", "15", "31.875", "0"]),
        # 80 % of 60 points at the target: 48, and 12 above it
        (LeaderBy.RATIO, "0.8", ["60", "55.2", "48", "24", "50.4", "0"]),
        (LeaderBy.RATIO, 1, ["60", "60", "60", "30", "60", "0"]),
        (LeaderBy.RATIO, 0, ["60", "36", "0", "0", "12", "0"]),
    ],
)
def test_around_target(leader: LeaderBy, at_target: Number, expected: list[str]) -> None:
    """The share at the target, in proportion below it, by comparison with the leader above."""
    form = AroundTarget("x", "t", at_target, leader=leader)

    assert [Fraction(one) for one in expected] == around(form, CLUSTER)


@pytest.mark.parametrize("leader", LeaderBy)
def test_several_leaders_have_all(leader: LeaderBy) -> None:
    """Units that lead together have the maximum each."""
    cluster = [{"x": 12, "t": 10}, {"x": 12, "t": 10}, {"x": 11, "t": 10}]

    assert [60, 60, 45] == around(AroundTarget("x", "t", leader=leader), cluster)


@pytest.mark.parametrize("leader", LeaderBy)
def test_nobody_above_the_target(leader: LeaderBy) -> None:
    """Where nobody exceeds the target, nobody has more than the share, and nothing is divided."""
    cluster = [{"x": 10, "t": 10}, {"x": 9, "t": 10}]

    assert [30, 27] == around(AroundTarget("x", "t", leader=leader), cluster)


@pytest.mark.parametrize("leader", LeaderBy)
def test_units_without_a_target_are_a_group_of_their_own(leader: LeaderBy) -> None:
    """Without a target, the maximum in proportion to the best of those; the others stay apart."""
    cluster: list[Row] = [
        {"x": 12, "t": 10},
        {"x": 11, "t": 10},
        {"x": 400, "t": NONE},
        {"x": 100, "t": NONE},
    ]

    assert [60, 45, 60, 15] == around(AroundTarget("x", "t", leader=leader), cluster)


def test_a_second_group_without_results() -> None:
    """Where the best without a target has nothing, all of them have nothing."""
    cluster: list[Row] = [{"x": 12, "t": 10}, {"x": 0, "t": NONE}, {"x": 0, "t": NONE}]

    assert [60, 0, 0] == around(AroundTarget("x", "t"), cluster)


@pytest.mark.parametrize("leader", LeaderBy)
def test_no_second_group(leader: LeaderBy) -> None:
    """Without a second group, a unit without a target has no answer, and leads nobody."""
    cluster: list[Row] = [{"x": 12, "t": 10}, {"x": 11, "t": 10}, {"x": 400, "t": NONE}]
    form = AroundTarget("x", "t", leader=leader, second_group=False)

    assert [60, 45, "no-value"] == around(form, cluster)
