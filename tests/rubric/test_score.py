# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from thidua.errors import Faults
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Choose,
    Compare,
    DirectEntry,
    EntryIs,
    Expression,
    Form,
    LevelIs,
    OverItems,
    OverPeers,
    Points,
    Proportional,
    Quotient,
    Reported,
    Rounded,
    Sum,
    YesNo,
)
from thidua.quantity import Given, Interval, Number, Rounding, RoundingMode, State
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Line,
    Measure,
    Part,
    Question,
    Rubric,
    Scores,
    Section,
    Sheet,
    Treatment,
    Treatments,
    score,
)

X = Measure("x", "X", places=2, most=100)
Y = Measure("y", "Y", above=0)
Q = Question("q", "Q")
C = Choice("c", "C", ["tốt", "khá"])
TASKS = ItemList("viec", "Việc", [Measure("gio", "Giờ"), Question("xong", "Xong")])
STATED = Treatments(
    not_applicable=Treatment.LEAVE, exempt=Treatment.FULL, not_assigned=Treatment.ZERO
)


def criterion(
    code: str, form: Form | Expression, maximum: Number = 10, **more: object
) -> Criterion:
    """Return a criterion; an expression is a calculation."""
    formula = Calculation(form) if isinstance(form, Expression) else form
    return Criterion(code, f"Tiêu chí {code}", maximum=maximum, formula=formula, **more)  # type: ignore[arg-type]


def rubric(*sections: Part, measures: Sequence[Indicator] = (X, Y), **more: object) -> Rubric:
    """Return a rubric of some parts."""
    return Rubric("r", "R", measures=measures, sections=sections, **more)  # type: ignore[arg-type]


def points(form: Form | Expression, **entries: Given) -> Fraction | None:
    """Return the points of one unit by one criterion."""
    whole = rubric(criterion("1", form), measures=[X, Y, Q, C], items=[TASKS])
    return score(whole, [Sheet("a", entries, others=State.MISSING)])["a"]["1"].points


def cluster(form: Form | Expression, *units: Mapping[str, Given], **more: object) -> list[Line]:
    """Return the lines of some units, ``u0`` and on, by one criterion."""
    whole = rubric(criterion("1", form), measures=[X, Y], **more)
    sheets = [Sheet(f"u{number}", entries) for number, entries in enumerate(units)]
    return [unit["1"] for unit in score(whole, sheets)]


def refusal(whole: Rubric, *sheets: Sheet, units: Sequence[str] | None = None) -> list[str]:
    """Return what scoring is refused with."""
    with pytest.raises(Faults) as raised:
        score(whole, sheets, units=units)
    return [str(fault) for fault in raised.value.faults]


# --- lines -------------------------------------------------------------------


def test_a_line_says_how_its_points_were_made() -> None:
    """The line of a criterion whose values are there has points, maximum and working."""
    (line,) = cluster(Proportional("x", "y"), {"x": 5, "y": 8})

    assert (Fraction(25, 4), Fraction(10), None) == (line.points, line.maximum, line.interval)
    assert Interval.of(Fraction(25, 4)) == line.span
    assert Fraction(125, 2) == line.percent
    assert line.working is not None
    assert ("least", Fraction(25, 4)) == (line.working.what, line.working.value)


def test_sections_and_totals_sum_up() -> None:
    """Standard points and bonuses are added, penalties subtracted, and only standard maxima."""
    whole = rubric(
        Section(
            "I",
            "Mục",
            criteria=[
                criterion("1", DirectEntry("x"), 40),
                criterion("2", Reported("y"), 10),
            ],
        ),
        criterion("3", Quotient("y", 2), 5, role="bonus"),
        criterion("4", Reported("y"), 3, role="penalty"),
    )
    unit = score(whole, [Sheet("a", {"x": 30, "y": 4})])["a"]

    assert [34, 30, 4, 2, 4] == [line.points for line in unit.lines]
    assert [50, 40, 10, 5, 3] == [line.maximum for line in unit.lines]
    assert [32, 50, 64] == [unit.points, unit.total.maximum, unit.percent]


def test_bonus_and_penalty_sections() -> None:
    """Sections have roles too."""
    whole = rubric(
        Section("I", "Thưởng", criteria=[criterion("1", Reported("y"))], role="bonus"),
        Section("II", "Trừ", criteria=[criterion("2", Sum(["y", 1]))], role="penalty"),
    )
    unit = score(whole, [Sheet("a", {"x": 0, "y": 4})])["a"]

    assert [-1, 0, None] == [unit.points, unit.total.maximum, unit.percent]
    assert [4, 4, 5, 5] == [line.points for line in unit.lines]


def test_limits_and_roundings_at_every_level() -> None:
    """Limits come before roundings: of criteria, sections and the total."""
    up = Rounding(1, RoundingMode.UP)
    whole = rubric(
        Section(
            "I",
            "Mục",
            criteria=[
                criterion("1", Reported("x"), at_most="2.4", rounding=Rounding("0.5")),
                criterion("2", Quotient("x", -3), at_least=-2),
                criterion("3", Quotient("x", 3), rounding=Rounding("0.1", RoundingMode.DOWN)),
            ],
            at_least=Fraction(13, 5),
            rounding=up,
        ),
        criterion("4", Quotient("x", 6)),
        at_most=4,
        rounding=Rounding("0.25", RoundingMode.FLOOR),
    )
    unit = score(whole, [Sheet("a", {"x": 7, "y": 1})])["a"]

    assert [
        Fraction(3),
        Fraction(5, 2),
        Fraction(-2),
        Fraction("2.3"),
        Fraction(7, 6),
    ] == [line.points for line in unit.lines]
    assert Fraction(4) == unit.points
    assert Fraction("3.75") == score(whole, [Sheet("a", {"x": 5, "y": 1})])["a"].points


def test_declared_maxima_stand_for_the_sum() -> None:
    """A declared maximum is what percents are taken of; it limits no points."""
    section = Section("I", "Mục", criteria=[criterion("1", DirectEntry("x"), 100)], maximum=50)
    whole = rubric(section, criterion("2", Reported("y"), 10), maximum=80, treatments=STATED)
    unit = score(whole, [Sheet("a", {"x": 60, "y": 10})])["a"]

    assert [50, 100, 10, 80] == [line.maximum for line in (*unit.lines, unit.total)]
    assert Fraction(175, 2) == unit.percent

    left = score(whole, [Sheet("a", {"x": 60, "y": State.NOT_APPLICABLE})])["a"]

    assert [70, 60] == [left.total.maximum, left.points]


# --- treatments --------------------------------------------------------------


WORTH = {
    Treatment.ZERO: (Interval(0, 0), Fraction(10)),
    Treatment.FULL: (Interval(10, 10), Fraction(10)),
    Treatment.LEAVE: (Interval(0, 0), Fraction(0)),
    Treatment.PENDING: (Interval(0, 10), Fraction(10)),
}
"""What is left of ten points, and of their maximum."""


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("treatment", Treatment)
@pytest.mark.parametrize("at", ["criterion", "rubric"])
def test_every_state_with_every_treatment(state: State, treatment: Treatment, at: str) -> None:
    """Each state does what the criterion says, or else the rubric."""
    said, unsaid = Treatments(**{state.value: treatment}), Treatments()
    whole = rubric(
        criterion("1", DirectEntry("x"), treatments=said if at == "criterion" else unsaid),
        criterion("2", Reported("y"), 5),
        treatments=said if at == "rubric" else unsaid,
    )
    unit = score(whole, [Sheet("a", {"x": state, "y": 3})])["a"]
    line = unit["1"]
    span, maximum = WORTH[treatment]

    assert (span, maximum) == (line.span, line.maximum)
    assert (state, treatment) == (line.state, line.treatment)
    assert (treatment is Treatment.PENDING) is line.provisional is unit.provisional
    assert Interval(3, 3) + span == unit.total.span
    assert maximum + 5 == unit.total.maximum


@pytest.mark.parametrize("state", [State.MISSING, State.NOT_DUE])
def test_late_entries_are_pending(state: State) -> None:
    """What should come, comes; until then the score is an interval."""
    (line,) = cluster(DirectEntry("x"), {"x": state, "y": 1})

    assert (None, Interval(0, 10)) == (line.points, line.interval)
    assert (state, Treatment.PENDING) == (line.state, line.treatment)
    assert line.percent is None


@pytest.mark.parametrize("state", [State.NOT_APPLICABLE, State.EXEMPT, State.NOT_ASSIGNED])
def test_what_nothing_is_said_about_is_refused(state: State) -> None:
    """A state that regulations treat differently is refused unless something is said."""

    assert [
        (
            f"$.sections[0].formula: unit 'a', criterion '1': an entry is {state.value}, "
            f"and nothing says what that does here; state treatments.{state.value} "
            "in the criterion or the rubric"
        )
    ] == refusal(rubric(criterion("1", DirectEntry("x"))), Sheet("a", {"x": state, "y": 1}))


def test_pending_points_of_one_value_are_provisional() -> None:
    """Points that cannot change any more are given, and still said to be provisional."""
    capped = Choose(Compare("x", ">=", 0), 7, 3)
    (line,) = cluster(Sum([capped, Quotient("x", "x")]), {"x": State.MISSING, "y": 1})
    (sure,) = cluster(capped, {"x": State.MISSING, "y": 1})

    assert line.points is None
    assert [7, None, True] == [sure.points, sure.interval, sure.provisional]


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (State.MISSING, State.NOT_DUE, State.MISSING),
        (State.NOT_DUE, State.EXEMPT, State.EXEMPT),
        (State.NOT_APPLICABLE, State.EXEMPT, State.NOT_APPLICABLE),
        (State.NOT_APPLICABLE, State.NOT_ASSIGNED, State.NOT_ASSIGNED),
    ],
)
def test_of_several_states_the_gravest_counts(x: State, y: State, expected: State) -> None:
    """Of several states the gravest counts."""
    whole = rubric(criterion("1", Sum(["x", "y"])), treatments=STATED)
    line = score(whole, [Sheet("a", {"x": x, "y": y})])["a"]["1"]

    assert expected is line.state


def test_what_is_final_counts_before_what_is_pending() -> None:
    """A state that is treated for good counts, even beside a graver one that is pending."""
    whole = rubric(criterion("1", Sum(["x", "y"])), treatments=Treatments(not_due=Treatment.LEAVE))
    line = score(whole, [Sheet("a", {"x": State.MISSING, "y": State.NOT_DUE})])["a"]["1"]

    assert (State.NOT_DUE, Treatment.LEAVE) == (line.state, line.treatment)
    assert not line.provisional


def test_formulas_that_ask_for_a_state_treat_it() -> None:
    """Where a formula asks for a state, no treatment of it applies."""
    asking = Choose(EntryIs("x", State.EXEMPT), 4, Reported("x"))

    assert 4 == points(asking, x=State.EXEMPT)
    assert 3 == points(asking, x=3)
    assert points(asking, x=State.MISSING) is None


def test_formulas_that_ask_for_a_state_and_read_on() -> None:
    """What asks for a pending state and needs the value too is open to either answer."""
    asking = Sum([Choose(EntryIs("x", State.MISSING), 5, 0), "x"])
    (line,) = cluster(asking, {"x": State.MISSING, "y": 1})

    assert (Interval(0, 105), True) == (line.interval, line.provisional)


def test_reading_what_never_holds_a_value() -> None:
    """What asks for a final state and then reads it anyway has no answer."""
    whole = rubric(criterion("1", Sum([Choose(EntryIs("x", State.EXEMPT), 5, 0), "x"])))

    assert [
        "$.sections[0].formula: unit 'a', criterion '1': 'x' holds no value: exempt"
    ] == refusal(whole, Sheet("a", {"x": State.EXEMPT, "y": 1}))


def test_others_stand_for_what_is_not_named() -> None:
    """A sheet's state for others is the state of every measure and list it leaves out."""
    whole = rubric(
        criterion("1", DirectEntry("x")),
        criterion("2", OverItems("viec", "count")),
        criterion("3", Reported("y")),
        items=[TASKS],
        treatments=STATED,
    )
    unit = score(whole, [Sheet("a", {"y": 2}, others=State.EXEMPT)])["a"]

    assert [10, 10, 2] == [line.points for line in unit.lines]
    assert [State.EXEMPT, State.EXEMPT, None] == [line.state for line in unit.lines]


# --- the cluster -------------------------------------------------------------


def test_units_without_a_sheet_are_missing() -> None:
    """A unit of the cluster without a sheet has every entry missing, after all others."""
    whole = rubric(criterion("1", OverPeers("sum", "x"), 10))
    scores = score(whole, [Sheet("b", {"x": 3, "y": 1})], units=["a", "b", "c"])

    assert ["b", "a", "c"] == [unit.unit for unit in scores]
    assert [True] * 3 == [unit.provisional for unit in scores]
    assert Interval(3, 203) == scores["b"].total.span


def test_units_of_the_cluster_stand_once_and_are_known() -> None:
    """A unit listed twice, and a sheet of no unit of the cluster, are refused together."""
    whole = rubric(criterion("1", Reported("x")))

    assert [
        "$.units[1]: unit 'a' stands twice in the cluster; list it once",
        "$.sheets[0].unit: a sheet for unit 'aa', which is not in the cluster; did you mean 'a'?",
    ] == refusal(whole, Sheet("aa", {"x": 3, "y": 1}), units=["a", "a"])


def test_every_formula_without_an_answer_is_named() -> None:
    """All that has no answer is said at once, with unit, criterion and place."""
    targets = Measure("y", "Y")
    whole = rubric(
        Section("I", "Mục", criteria=[criterion("1", Proportional("x", "y"))]),
        criterion("2", Banded("x", [Band(1, below=5), Band(2, above=5)])),
        measures=[X, targets],
    )
    sheets = [Sheet("a", {"x": 5, "y": 0}), Sheet("b", {"x": 6, "y": 0})]

    assert [
        (
            "$.sections[0].criteria[0].formula: unit 'a', criterion '1': "
            "division by zero: the divisor of 'y' is 0"
        ),
        (
            "$.sections[1].formula: unit 'a', criterion '2': "
            "5 is in no band: the bands end at 5 and begin again at 5; close the table there"
        ),
        (
            "$.sections[0].criteria[0].formula: unit 'b', criterion '1': "
            "division by zero: the divisor of 'y' is 0"
        ),
    ] == refusal(whole, *sheets)


# --- peers -------------------------------------------------------------------

THREE: list[dict[str, Given]] = [{"x": 2, "y": 1}, {"x": 8, "y": 2}, {"x": 2, "y": 4}]


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        ("sum", [12, 12, 12]),
        ("count", [3, 3, 3]),
        ("mean", [4, 4, 4]),
        ("least", [2, 2, 2]),
        ("greatest", [8, 8, 8]),
        ("rank", [2, 1, 2]),
    ],
)
def test_every_fold_over_peers(fold: str, expected: list[int]) -> None:
    """The units of the cluster, the unit itself among them, are folded."""

    assert expected == [line.points for line in cluster(OverPeers(fold, "x"), *THREE)]


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        ("sum", 10),
        ("count", 2),
        ("mean", 5),
        ("least", 2),
        ("greatest", 8),
    ],
)
def test_every_fold_over_some_peers(fold: str, expected: int) -> None:
    """A filter leaves peers out, for every unit alike."""
    some = OverPeers(fold, "x", Compare("y", ">", 1))

    assert [expected] * 3 == [line.points for line in cluster(some, *THREE)]


def test_ranks_of_units_that_are_left_out() -> None:
    """A unit that a filter leaves out still has its rank among those that count."""
    some = OverPeers("rank", "x", Compare("y", "<", 4))

    assert [2, 1, 2] == [line.points for line in cluster(some, *THREE)]


@pytest.mark.parametrize("fold", ["mean", "least", "greatest"])
def test_folds_over_no_peers(fold: str) -> None:
    """A mean, a least or a greatest of nobody is refused."""
    whole = rubric(criterion("1", OverPeers(fold, "x", Compare("x", ">", 50))))

    assert [
        (
            "$.sections[0].formula: unit 'a', criterion '1': no unit of the cluster counts for the "
            f"{fold} over peers; say what counts then, with Choose"
        )
    ] == refusal(whole, Sheet("a", {"x": 1, "y": 1}))


@pytest.mark.parametrize(("fold", "expected"), [("sum", 0), ("count", 0), ("rank", 1)])
def test_folds_that_nobody_is_needed_for(fold: str, expected: int) -> None:
    """Nobody sums to zero, counts zero, and is ahead of nobody."""
    nobody = OverPeers(fold, "x", Compare("x", ">", 50))

    assert expected == points(nobody, x=1, y=1)


def test_peers_without_a_value_are_left_out() -> None:
    """A peer that is let off does not count, and makes nobody provisional."""
    mean = OverPeers("mean", "x")
    units: list[dict[str, Given]] = [*THREE, {"x": State.EXEMPT, "y": 1}]
    lines = cluster(Sum([mean, "y"]), *units, treatments=STATED)

    assert [5, 6, 8, 5] == [line.points for line in lines]
    assert not any(line.provisional for line in lines)


def test_peers_whose_value_is_to_come() -> None:
    """A peer whose value is to come makes everybody who looks at it provisional."""
    lines = cluster(OverPeers("greatest", "x"), *THREE[:2], {"x": State.NOT_DUE, "y": 1})

    assert [Interval(8, 100)] * 3 == [line.span for line in lines]
    assert [True] * 3 == [line.provisional for line in lines]
    assert [None, None, None] == [line.state for line in lines]


def test_peers_that_a_filter_may_leave_out() -> None:
    """A peer that may or may not count widens what the others may have."""
    count = OverPeers("count", where=Compare("x", ">", 2))
    lines = cluster(count, *THREE[:2], {"x": State.NOT_DUE, "y": 1})

    assert [Interval(1, 2)] * 3 == [line.span for line in lines]


def test_ranks_with_a_peer_to_come() -> None:
    """A rank lies between what is certain and what may still come."""
    lines = cluster(OverPeers("rank", "x"), *THREE[:2], {"x": State.NOT_DUE, "y": 1})

    assert [Interval(2, 3), Interval(1, 2), Interval(1, 3)] == [line.span for line in lines]


def test_ranks_of_units_without_a_value() -> None:
    """A unit that is let off has no rank; what that does, its treatment says."""
    lines = cluster(
        OverPeers("rank", "x"), THREE[0], {"x": State.NOT_APPLICABLE, "y": 1}, treatments=STATED
    )

    assert [1, 0] == [line.points for line in lines]
    assert [10, 0] == [line.maximum for line in lines]


def test_points_of_peers() -> None:
    """What peers have in another criterion may be compared."""
    whole = rubric(
        criterion("1", Sum([Points("2"), OverPeers("greatest", Points("2"))])),
        criterion("2", Reported("x")),
    )
    sheets = [Sheet("a", {"x": 1, "y": 1}), Sheet("b", {"x": State.MISSING, "y": 1})]
    first, second = score(whole, sheets)

    assert Interval(2, 101) == first["1"].span
    assert Interval(1, 200) == second["1"].span


# --- items -------------------------------------------------------------------


def folded(fold: str, *hours: int, where: bool = False) -> Fraction | None:
    """Return the fold over tasks, every other of which is done."""
    node = OverItems("viec", fold, "gio", Compare("xong", "==", 1) if where else None)
    whole = rubric(criterion("1", node), items=[TASKS])
    items = [{"gio": each, "xong": number % 2 == 0} for number, each in enumerate(hours)]
    return score(whole, [Sheet("a", {"x": 1, "y": 1}, {"viec": items})])["a"].points


@pytest.mark.parametrize(
    ("fold", "expected", "of_some"),
    [
        ("sum", 16, 9),
        ("count", 4, 2),
        ("mean", 4, Fraction(9, 2)),
        ("least", 1, 1),
        ("greatest", 8, 8),
        ("median", Fraction(7, 2), Fraction(9, 2)),
        ("trimmed_mean", Fraction(7, 2), None),
    ],
)
def test_every_fold_over_items(fold: str, expected: Fraction, of_some: Fraction | None) -> None:
    """Items are folded, all of them or those that count."""

    assert expected == folded(fold, 8, 5, 1, 2)
    if of_some is not None:
        assert of_some == folded(fold, 8, 5, 1, 2, where=True)


def test_median_of_an_odd_number_of_items() -> None:
    """The median of an odd number of items is the middle one."""

    assert 5 == folded("median", 8, 5, 1)


@pytest.mark.parametrize("fold", ["sum", "count"])
def test_folds_that_no_items_are_needed_for(fold: str) -> None:
    """No items sum to zero and count zero."""

    assert 0 == folded(fold)


@pytest.mark.parametrize(
    ("fold", "hours"),
    [
        ("mean", []),
        ("least", []),
        ("greatest", []),
        ("median", []),
        ("trimmed_mean", []),
        ("trimmed_mean", [1]),
        ("trimmed_mean", [1, 2]),
    ],
)
def test_folds_over_too_few_items(fold: str, hours: list[int]) -> None:
    """A mean, least, greatest or median of nothing is refused; a trimmed mean needs three."""
    with pytest.raises(Faults) as refused:
        folded(fold, *hours)

    assert (
        f"$.sections[0].formula: unit 'a', criterion '1': the {fold} of {len(hours)} items of "
        "'viec' is not defined; say what counts then, with Choose"
    ) == str(refused.value)


def test_lists_to_come_are_pending() -> None:
    """A list that is to come may hold any number of items."""
    whole = rubric(
        criterion("1", OverItems("viec", "count")),
        criterion("2", OverItems("viec", "mean", "gio")),
        items=[TASKS],
    )
    unit = score(whole, [Sheet("a", {"x": 1, "y": 1}, {"viec": State.MISSING})])["a"]

    assert Interval(0, None) == unit["1"].span == unit["2"].span
    assert [State.MISSING] * 2 == [line.state for line in unit.lines]


def test_items_with_an_entry_to_come() -> None:
    """An item whose value is to come leaves the fold open."""
    whole = rubric(criterion("1", OverItems("viec", "sum", "gio")), items=[TASKS])
    items: list[dict[str, Given]] = [
        {"gio": 3, "xong": True},
        {"gio": State.NOT_DUE, "xong": True},
    ]
    unit = score(whole, [Sheet("a", {"x": 1, "y": 1}, {"viec": items})])["a"]

    assert Interval(3, None) == unit.total.span


def test_pending_formulas_never_fail_for_want_of_items() -> None:
    """A fold over nothing in a branch that may not be taken keeps no unit from its interval."""
    mean = Choose(Compare("x", ">", 0), OverItems("viec", "mean", "gio"), 0)
    whole = rubric(criterion("1", mean), items=[TASKS])
    unit = score(whole, [Sheet("a", {"x": State.MISSING, "y": 1}, {"viec": []})])["a"]

    assert unit.provisional


def test_unit_measures_are_read_for_each_item() -> None:
    """A formula over items may read what the unit reports."""
    whole = rubric(criterion("1", OverItems("viec", "sum", Sum(["gio", "x"]))), items=[TASKS])
    items = [{"gio": 3, "xong": True}, {"gio": 4, "xong": False}]

    assert 11 == score(whole, [Sheet("a", {"x": 2, "y": 1}, {"viec": items})])["a"].points


# --- a few forms, end to end -------------------------------------------------


def test_questions_and_choices() -> None:
    """Answers and levels are read as they are given."""

    assert 10 == points(YesNo("q"), q=True)
    assert 0 == points(YesNo("q"), q=False)
    assert 2 == points(Choose(LevelIs("c", "khá"), 2, 1), c="khá")
    assert 1 == points(Choose(LevelIs("c", "khá"), 2, 1), c="tốt")
    assert points(Choose(LevelIs("c", "khá"), 2, 1), c=State.MISSING) is None
    assert 1 == points(Rounded(Sum(["q", "0.4"]), Rounding(1)), q=True)


def test_a_second_group_around_a_target() -> None:
    """Units without a target are compared with each other only."""
    lines = cluster(
        AroundTarget("x", "y"),
        {"x": 10, "y": 5},
        {"x": 5, "y": 5},
        {"x": 100, "y": State.NOT_ASSIGNED},
        {"x": 25, "y": State.NOT_ASSIGNED},
    )

    assert [10, 5, 10, Fraction(5, 2)] == [line.points for line in lines]


@pytest.mark.parametrize("leader", ["ratio", "excess", "actual"])
def test_without_a_second_group(leader: str) -> None:
    """Without a second group, units without a target lead nobody and are treated as said."""
    form = AroundTarget("x", "y", leader=leader, second_group=False)
    lines = cluster(form, {"x": 10, "y": 5}, {"x": 100, "y": State.NOT_ASSIGNED}, treatments=STATED)

    assert [10, 0] == [line.points for line in lines]
    assert [None, State.NOT_ASSIGNED] == [line.state for line in lines]


def test_scores_are_found_by_unit_and_criterion() -> None:
    """Units and criteria are found by their codes, and a wrong one names the right one."""
    whole = rubric(criterion("I.1", Reported("x")))
    scores: Scores = score(whole, [Sheet("xa-a", {"x": 1, "y": 1})])

    assert "xa-a" == scores["xa-a"].unit
    assert 1 == len(scores) == len(list(scores))
    with pytest.raises(KeyError) as no_unit:
        scores["xa-b"]
    with pytest.raises(KeyError) as no_criterion:
        scores["xa-a"]["I.2"]

    assert ("no unit 'xa-b'; did you mean 'xa-a'?",) == no_unit.value.args
    assert ("no criterion 'I.2'; did you mean 'I.1'?",) == no_criterion.value.args


def test_units_ranked_by_percent() -> None:
    """Ranked by percent, a unit has its rounded percent, an interval of it, or none."""
    whole = rubric(
        criterion("1", DirectEntry("x"), 3),
        ranked_by="percent",
        percent_rounding=Rounding("0.1"),
        treatments=STATED,
    )
    sheets = [
        Sheet("a", {"x": 1, "y": 1}),
        Sheet("b", {"x": State.MISSING, "y": 1}),
        Sheet("c", {"x": State.NOT_APPLICABLE, "y": 1}),
    ]
    first, second, third = score(whole, sheets)

    assert (Fraction("33.3"), Interval("33.3", "33.3")) == (first.percent, first.ranked)
    assert (None, Interval(0, 100)) == (second.percent, second.ranked)
    assert (None, None) == (third.percent, third.ranked)
    assert Fraction(100, 3) == first.total.percent


def test_units_ranked_by_points() -> None:
    """Ranked by points, a unit has the span of its total."""
    whole = rubric(criterion("1", DirectEntry("x")))
    (unit,) = score(whole, [Sheet("a", {"x": State.MISSING, "y": 1})])

    assert Interval(0, 10) == unit.ranked
    assert unit.points is None
