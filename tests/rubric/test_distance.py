# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Calculation,
    Compare,
    DirectEntry,
    EntryIs,
    Event,
    Expression,
    Form,
    Gated,
    Greatest,
    Least,
    OverPeers,
    PerEvent,
    Points,
    Product,
    Proportional,
    Quotient,
    RankPoints,
    Scope,
    Stepped,
    Sum,
    Threshold,
    bounds,
)
from thidua.quantity import Given, Interval, Number, State
from thidua.rubric import (
    Criterion,
    Indicator,
    Measure,
    Question,
    Rubric,
    Scores,
    Section,
    Sheet,
    Step,
    Treatments,
    explain_line,
    nearest,
    next_step,
    score,
    steps_ahead,
)

MEASURES: list[Indicator] = [
    Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1),
    Measure("du_toan", "Dự toán thu", unit="tỷ đồng", places=1, above=0),
    Measure("tre", "Báo cáo trễ hạn", unit="lần", better="lower"),
    Measure("it", "Số ít", most=5, better="higher"),
    Question("co", "Có"),
]
ENTRIES: dict[str, Given] = {"thu": "92.7", "du_toan": 100, "tre": 2, "it": 3, "co": False}


def _scores(
    formula: Form,
    *,
    maximum: Number = 10,
    role: str = "standard",
    at_most: Number | None = None,
    others: tuple[Mapping[str, Given], ...] = (),
    **entries: Given,
) -> Scores:
    criterion = Criterion(
        "1", "Tiêu chí", maximum=maximum, formula=formula, role=role, at_most=at_most
    )
    rubric = Rubric(
        "r",
        "R",
        measures=MEASURES,
        sections=[criterion],
        treatments=Treatments(exempt="leave"),
    )
    sheets = [Sheet("x", {**ENTRIES, **entries})]
    sheets += [Sheet(f"y{i}", {**ENTRIES, **one}) for i, one in enumerate(others)]
    return score(rubric, sheets)


def _steps(scores: Scores) -> list[tuple[str, object, object]]:
    return [(one.measure, one.change, one.points) for one in steps_ahead(scores, "x", "1")]


TABLE = Banded(
    "thu",
    [
        Band(1, below=90),
        Band("1.5", at_least=90, below=95),
        Band("1.75", at_least=95, below=100),
        Band(2, at_least=100),
    ],
)


@pytest.mark.parametrize(
    ("formula", "maximum", "steps"),
    [
        (TABLE, 2, [("thu", "2.3", "1.75"), ("thu", "7.3", 2)]),
        (Proportional("thu", to="du_toan"), 40, [("thu", "7.3", 40)]),
        (
            Stepped(
                "thu", 90, side="over", relative=False, step=5, each="0.5", start=8, at_most=10
            ),
            10,
            [("thu", "2.3", "8.5"), ("thu", "17.3", 10)],
        ),
        (PerEvent.of("tre", -2), 10, [("tre", -1, 8), ("tre", -2, 10)]),
        (Threshold("thu", ">=", "du_toan"), 10, [("thu", "7.3", 10)]),
        (Calculation(Product([2, "it"])), 10, [("it", 1, 8), ("it", 2, 10)]),
        (Calculation(Quotient("thu", "du_toan")), 1, [("thu", "7.3", 1)]),
        (
            Calculation(Quotient("thu", Sum(["thu", 100]))),
            10,
            [("thu", "0.1", Fraction(928, 1928))],
        ),
        (DirectEntry("it"), 10, []),
        (Calculation(Greatest([10, "thu"])), 10, [("thu", "0.1", "92.8")]),
        (Calculation(3), 10, []),
    ],
    ids=[
        "bands",
        "share",
        "steps",
        "events",
        "threshold",
        "whole",
        "divisor",
        "both",
        "entered",
        "above",
        "fixed",
    ],
)
def test_steps_of_forms(
    formula: Form, maximum: Number, steps: list[tuple[str, Number, Number]]
) -> None:
    """The next step is told, and the most; not where every little more is better."""
    scores = _scores(formula, maximum=maximum)

    assert [(code, Fraction(far), Fraction(points)) for code, far, points in steps] == (
        _steps(scores)
    )


_SHARE = Quotient("thu", "du_toan")


@pytest.mark.parametrize(
    ("formula", "steps"),
    [
        (Threshold(_SHARE, ">=", "1.1", yes=3), [("thu", "17.3", 3)]),
        (Banded(_SHARE, [Band(1, below=1), Band(3, at_least=1)]), [("thu", "7.3", 3)]),
        (Gated(Compare(_SHARE, ">=", 1), Threshold("thu", ">", 0, yes=3)), [("thu", "7.3", 3)]),
        (PerEvent([Event(_SHARE, 1)]), [("thu", "207.3", 3)]),
        (
            PerEvent([Event("it", 2), Event("tre", -1)], start=0, per=Sum(["it", "tre"])),
            [("tre", -1, Fraction(5, 4)), ("it", 1, 1)],
        ),
    ],
    ids=["threshold", "bands", "condition", "event", "both"],
)
def test_what_a_result_is_divided_by_is_no_result(
    formula: Form, steps: list[tuple[str, Number, Number]]
) -> None:
    """Nobody is told to cut a plan; of what is counted and divided by, more may be better."""
    scores = _scores(formula, maximum=3)

    assert [(code, Fraction(far), Fraction(points)) for code, far, points in steps] == (
        _steps(scores)
    )


def test_penalties_get_less() -> None:
    """Where points are taken off, fewer are better, down to none."""
    scores = _scores(PerEvent.of("tre", 2), maximum=0, role="penalty")

    assert [("tre", -1, 2), ("tre", -2, 0)] == _steps(scores)
    assert [] == _steps(_scores(PerEvent.of("tre", 2), maximum=0, role="penalty", tre=0))


def test_bonuses_go_to_their_cap() -> None:
    """Beyond the maximum there may be more to reach, up to the limit of the criterion."""
    scores = _scores(PerEvent.of("it", 1), maximum=0, role="bonus", at_most="4.5")

    assert [("it", 1, 4), ("it", 2, Fraction("4.5"))] == _steps(scores)


def test_a_criterion_in_a_penalty_section_gets_less() -> None:
    """A penalty around a criterion makes fewer points better, a penalty in it more."""
    criterion = Criterion("1", "Một", maximum=0, formula=PerEvent.of("tre", 2), role="bonus")
    less = Criterion("2", "Hai", maximum=0, formula=PerEvent.of("it", 1), role="penalty")
    rubric = Rubric(
        "r",
        "R",
        measures=MEASURES,
        sections=[Section("I", "Trừ", role="penalty", criteria=[criterion, less], at_most=3)],
        at_least=-100,
    )
    scores = score(rubric, [Sheet("x", ENTRIES)])
    unit = scores["x"]

    assert ["tre", "tre"] == [one.measure for one in steps_ahead(scores, "x", "1")]
    assert [("it", Fraction(1), Fraction(4))] == [
        (one.measure, one.change, one.points) for one in steps_ahead(scores, "x", "2")
    ]
    assert "1 Một: Báo cáo trễ hạn: 2 lần × 2 = 4 điểm → trừ 4 điểm" == explain_line(unit, "1")
    assert explain_line(unit, "2").endswith("→ giảm trừ 3 điểm")
    assert explain_line(unit, "2", language="en").endswith("→ penalty less 3 points")


def test_the_direction_that_is_better_is_kept_to() -> None:
    """A measure of which less is better is never told to rise."""
    formula = Calculation(Product(["tre", "tre"]))

    assert next_step(_scores(formula), "x", "1", "tre") is None
    assert Step("1", "thu", Fraction("92.6"), Fraction("-0.1"), Fraction("92.6") * -1) == next_step(
        _scores(Calculation(Product([-1, "thu"]))), "x", "1", "thu"
    )


def test_points_to_reach_may_be_named() -> None:
    """The change for points that are named is found, unless they are there, or out of reach."""
    scores = _scores(TABLE, maximum=2)

    assert Step("1", "thu", Fraction(100), Fraction("7.3"), Fraction(2)) == next_step(
        scores, "x", "1", "thu", points=Fraction(2)
    )
    assert next_step(scores, "x", "1", "thu", points=Fraction(1)) is None
    assert next_step(scores, "x", "1", "thu", points=Fraction(3)) is None


def test_bounds_of_the_measure_end_the_search() -> None:
    """No result is told that the measure may not hold."""

    assert next_step(_scores(Threshold("it", ">=", 6)), "x", "1", "it") is None
    assert next_step(_scores(Threshold("thu", "<", 0)), "x", "1", "thu") is None
    assert Fraction(5) == getattr(
        next_step(_scores(Threshold("it", ">=", 5)), "x", "1", "it"), "value", None
    )


def test_points_entered_keep_their_step() -> None:
    """Points entered are tried as multiples of their step, up to the maximum."""
    scores = _scores(DirectEntry("it", step=2), it=2)

    assert Step("1", "it", Fraction(4), Fraction(2), Fraction(4)) == (
        next_step(scores, "x", "1", "it")
    )


def test_what_is_not_covered_has_no_step() -> None:
    """States, questions, sections and points of others that hang on the measure are left out."""
    exempt = _scores(Calculation("thu"), thu=State.EXEMPT)
    uses = Sum([Points("1"), "tre"])
    rubric = Rubric(
        "r",
        "R",
        measures=MEASURES,
        sections=[
            Section(
                "I",
                "Mục",
                criteria=[
                    Criterion("1", "Một", maximum=10, formula=PerEvent.of("tre", -2)),
                    Criterion("2", "Hai", maximum=10, formula=Calculation(uses)),
                    Criterion("3", "Ba", maximum=10, formula=Calculation(Sum([Points("1"), "it"]))),
                    Criterion(
                        "4",
                        "Bốn",
                        maximum=10,
                        formula=Calculation(Sum(["tre", OverPeers("mean", Points("2"))])),
                    ),
                ],
            )
        ],
    )
    scores = score(rubric, [Sheet("x", ENTRIES)])

    assert next_step(exempt, "x", "1", "thu") is None
    assert next_step(_scores(Calculation("co")), "x", "1", "co") is None
    assert next_step(scores, "x", "I", "tre") is None
    assert () == steps_ahead(scores, "x", "I")
    assert next_step(scores, "x", "2", "tre") is None
    assert next_step(scores, "x", "4", "tre") is None
    assert next_step(scores, "x", "3", "it") is not None


def test_a_search_that_takes_too_long_is_given_up() -> None:
    """What intervals do not narrow is searched for a while only."""
    twice = Sum(["thu", Product([-1, "thu"])])
    endless = Calculation(Least([twice, 0]))

    assert next_step(_scores(endless), "x", "1", "thu") is None


def test_states_that_are_asked_for_are_no_results() -> None:
    """A formula that asks for the states of a measure is searched over its numbers."""
    both = Gated(
        Compare("thu", ">=", 95),
        Calculation(5),
        otherwise=0,
    )
    asking = Gated(EntryIs("thu", "missing"), Gated(EntryIs("thu", "not_due"), both), otherwise=0)

    assert next_step(_scores(asking), "x", "1", "thu") is None
    assert Fraction("2.3") == getattr(next_step(_scores(both), "x", "1", "thu"), "change", None)


def test_a_result_without_an_answer_is_passed_over() -> None:
    """A hole in a table is no step; the next band is."""
    gap = Banded("thu", [Band(1, below=94), Band(2, at_least=95)])

    assert Fraction("2.3") == getattr(next_step(_scores(gap), "x", "1", "thu"), "change", None)


def test_peers_stay_as_they_are() -> None:
    """What it takes to pass a peer is found with the peers' present results."""
    ranked = _scores(RankPoints("thu", [10, 5, 0]), others=({"thu": 95}, {"thu": "99.5"}))
    led = _scores(AroundTarget("thu", "du_toan", "0.5"), others=({"thu": 120},), thu=110)

    assert [("thu", Fraction("2.3"), 5), ("thu", Fraction("6.8"), 10)] == _steps(ranked)
    assert ("thu", 10, 10) == _steps(led)[-1]


def test_unknown_names_are_key_errors() -> None:
    """A unit, criterion or measure that is not there is named, with what was meant."""
    scores = _scores(TABLE, maximum=2)
    for names in (("z", "1", "thu"), ("x", "2", "thu"), ("x", "1", "thuu")):
        with pytest.raises(KeyError, match=r"known are|did you mean"):
            next_step(scores, *names)
    with pytest.raises(KeyError, match="no criterion '2'"):
        steps_ahead(scores, "x", "2")


def test_a_guess_is_proved_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where points only rise, intervals are computed for each way and for all before the step."""
    asked: list[object] = []

    def counted(expression: Expression, scope: Scope) -> Interval:
        asked.append(expression)
        return bounds(expression, scope)

    monkeypatch.setattr(nearest, "bounds", counted)
    scores = _scores(Proportional("thu", to="du_toan"), maximum=40, thu="0.1")

    assert Fraction("99.9") == getattr(
        next_step(scores, "x", "1", "thu", points=Fraction(40)), "change", None
    )
    assert 3 == len(asked)


def test_a_guess_beyond_a_nearer_step_is_not_the_answer() -> None:
    """Where points rise, fall and rise again, what is nearer than the guess is found."""
    waves = Banded(
        "thu",
        [
            Band(1, below=93),
            Band(5, at_least=93, below="93.1"),
            Band(0, at_least="93.1", below=97),
            Band(5, at_least=97),
        ],
    )
    falling = Calculation(Least([5, Quotient(200, "thu")]))

    assert Fraction("0.3") == getattr(next_step(_scores(waves), "x", "1", "thu"), "change", None)
    assert Fraction("-0.1") == getattr(next_step(_scores(falling), "x", "1", "thu"), "change", None)


def test_a_step_that_a_guess_misses_is_found() -> None:
    """A single better result among worse ones is found; where there is none, the search ends."""
    peak = Banded(
        "thu",
        [
            Band(1, below=93),
            Band(5, at_least=93, below="93.1"),
            Band(0, at_least="93.1"),
        ],
    )
    level = Calculation(Sum(["it", Product([-1, "it"])]))

    assert Fraction("0.3") == getattr(next_step(_scores(peak), "x", "1", "thu"), "change", None)
    assert next_step(_scores(level), "x", "1", "it") is None
