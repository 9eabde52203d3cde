# SPDX-License-Identifier: MIT
"""Caps and bonuses that span periods, from month to month and from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from thidua.formula import CapAcross, Compare, Constant, DirectEntry, Gated, PerEvent
from thidua.period import EarnedBefore, Intake, Period, PeriodResult, UsedBefore, carry, preview
from thidua.quantity import Interval, State
from thidua.rubric import Awaited, Criterion, Measure, Question, Rubric, Scores, Sheet, score


def _school_year(year: str) -> Period:
    def month(number: int) -> Period:
        return Period(f"{year}-t{number}", f"Tháng {number}")

    first = [month(number) for number in (9, 10, 11)]
    second = [month(number) for number in (1, 2)]
    return Period(
        year,
        f"Năm học {year}",
        level="năm học",
        parts=[
            Period(f"{year}-hk1", "Học kỳ I", level="học kỳ", parts=first),
            Period(f"{year}-hk2", "Học kỳ II", level="học kỳ", parts=second),
        ],
    )


YEARS = Period("truong", "Các năm học", parts=[_school_year("2024"), _school_year("2025")])

STAFF = Rubric(
    "cva-thang",
    "Thi đua tháng của giáo viên",
    measures=[
        Measure("day_thay", "Số tiết dạy thay", unit="tiết"),
        Measure("da_dung", "Điểm dạy thay đã tính trong học kỳ"),
    ],
    sections=[
        Criterion(
            "day_thay",
            "Dạy thay",
            maximum=0,
            role="bonus",
            formula=CapAcross(PerEvent.of("day_thay", 1), at_most=8, used="da_dung"),
        )
    ],
)
CAP = Intake([UsedBefore("da_dung", "day_thay", within="học kỳ")])


def _month(
    period: str, earlier: Sequence[PeriodResult], lessons: int, waiting: State | None = None
) -> PeriodResult:
    carried = carry(
        YEARS,
        period,
        earlier,
        into=STAFF,
        intake=CAP,
        sheets=[Sheet("a", {"day_thay": lessons})],
        waiting=waiting,
    )
    return PeriodResult(period, score(STAFF, carried.sheets))


def _points(results: Sequence[PeriodResult]) -> list[Fraction | None]:
    return [result.scores["a"].points for result in results]


def test_a_cap_is_consumed_over_a_semester() -> None:
    """Five lessons in September leave three of eight points for October, and none after.

    Source:
        https://github.com/sonlamgiap8386/cva_chamdiemthidua: ScoringModal.tsx, lines 60-150.
    """
    results: list[PeriodResult] = []
    for period in ("2025-t9", "2025-t10", "2025-t11"):
        results.append(_month(period, results, 5))

    assert [5, 3, 0] == _points(results)


def test_a_cap_starts_anew_with_the_semester() -> None:
    """What the first semester has used up does not count in the second."""
    results = [_month("2025-t9", [], 9)]
    results.append(_month("2025-t10", results, 1))
    results.append(_month("2025-t1", results, 5))

    assert [8, 0, 5] == _points(results)


def test_a_cap_does_not_leak_between_school_years() -> None:
    """Five lessons in September of the year before leave October its five points.

    The source compares numbers of months only, and gives three.

    Source:
        https://github.com/sonlamgiap8386/cva_chamdiemthidua: ScoringModal.tsx, lines 60-150.
    """
    before = _month("2024-t9", [], 5)
    september = _month("2025-t9", [before], 0)
    october = _month("2025-t10", [before, september], 5)

    assert [5] == _points([october])


def test_a_month_that_is_open_leaves_the_next_within_bounds() -> None:
    """While September is open, October lies within what the cap may leave."""
    sheets = [Sheet("a", {"day_thay": State.MISSING, "da_dung": 0})]
    september = PeriodResult("2025-t9", score(STAFF, sheets))
    october = _month("2025-t10", [september], 5, waiting=State.MISSING)

    assert Interval(0, 8) == september.scores["a"].total.span
    assert Interval(0, 5) == october.scores["a"].total.span


def test_an_interval_of_what_was_used_narrows_what_is_left() -> None:
    """Where five points are certainly used, at most three are left, though the rest is open."""
    sheets = [Sheet("a", {"day_thay": State.MISSING, "da_dung": 3})]
    september = _month("2025-t9", [], 5)
    october = PeriodResult("2025-t10", score(STAFF, sheets))
    november = _month("2025-t11", [september, october], 9, waiting=State.MISSING)

    assert Interval(0, 3) == november.scores["a"].total.span


def test_a_month_without_a_result_has_used_no_more_than_it_can() -> None:
    """Five points of September leave three at most, whatever October will bring."""
    september = _month("2025-t9", [], 5)
    november = _month("2025-t11", [september], 5, waiting=State.NOT_DUE)

    assert (Awaited("da_dung", Interval(5, 13)),) == november.scores["a"].sheet.awaited
    assert Interval(0, 3) == november.scores["a"].total.span


def test_who_may_have_no_share_in_a_month_may_have_used_nothing_of_it() -> None:
    """Where every share gives two points at least, a month without a result may still give none."""
    at_least_two = PerEvent.of("day_thay", 1, start=2)
    (criterion,) = STAFF.sections
    assert isinstance(criterion, Criterion)
    into = evolve(
        STAFF, sections=[evolve(criterion, formula=CapAcross(at_least_two, 8, used=Constant(0)))]
    )
    sheets = [Sheet("a", {"day_thay": 5})]
    carried = carry(
        YEARS, "2025-t10", [], into=into, intake=CAP, sheets=sheets, waiting=State.NOT_DUE
    )

    assert (Awaited("da_dung", Interval(0, 8)),) == carried["a"].awaited


def test_a_month_by_another_rubric_may_have_used_anything() -> None:
    """What a rubric that is not at hand may give is not guessed."""
    carried = carry(
        YEARS,
        "2025-t10",
        [],
        into=STAFF,
        intake=Intake([UsedBefore("da_dung", "day_thay", within="học kỳ", rubric="khac")]),
        sheets=[Sheet("a", {"day_thay": 5})],
        waiting=State.NOT_DUE,
    )

    assert () == carried["a"].awaited


QUARTER = Rubric(
    "quy",
    "Chấm điểm quý",
    measures=[
        Measure("diem", "Điểm", most=90),
        Question("hoan_thanh", "Hoàn thành kế hoạch năm"),
        Question("da_thuong", "Đã được cộng điểm trong năm"),
    ],
    sections=[
        Criterion("1", "Điểm", maximum=90, formula=DirectEntry("diem")),
        Criterion(
            "2",
            "Hoàn thành kế hoạch năm",
            maximum=0,
            role="bonus",
            formula=Gated(Compare("da_thuong", "==", 0), PerEvent.of("hoan_thanh", 3)),
        ),
    ],
)
ONCE = Intake([EarnedBefore("da_thuong", "2")])
QUARTERS = Period(
    "vi-du",
    "Hai năm",
    parts=[
        Period(str(year), "", parts=[Period(f"{year}-q{i}", f"Quý {i}") for i in (1, 2, 3, 4)])
        for year in (2025, 2026)
    ],
)


def _bonuses(reached: Sequence[bool | State]) -> tuple[list[Fraction | None], Scores]:
    """Return the bonus of each quarter of 2025 and 2026, and the last scores."""
    results: list[PeriodResult] = []
    for period, answer in zip(QUARTERS.leaves, reached, strict=False):
        carried = carry(
            QUARTERS,
            period.code,
            results,
            into=QUARTER,
            intake=ONCE,
            sheets=[Sheet("a", {"diem": 80, "hoan_thanh": answer})],
            waiting=State.MISSING,
        )
        results.append(PeriodResult(period.code, score(QUARTER, carried.sheets)))
    return [result.scores["a"]["2"].points for result in results], results[-1].scores


def test_a_bonus_counts_once_a_year() -> None:
    """The first quarter of a year in which the bonus is earned counts, the later ones do not."""
    points, _ = _bonuses([False, True, True, True, True, False])

    assert [0, 3, 0, 0, 3, 0] == points


def test_a_bonus_that_may_have_been_earned_before_is_open() -> None:
    """While an earlier quarter is open, a bonus of this one is open too."""
    points, scores = _bonuses([State.MISSING, True])

    assert [None, None] == points
    assert Interval(80, 83) == scores["a"].total.span


def test_a_preview_of_a_cap_counts_what_is_known() -> None:
    """A preview takes of the cap only what is known to be used, and says what is lacking."""
    september = _month("2025-t9", [], 5)
    carried = preview(
        YEARS,
        "2025-t11",
        [september],
        into=STAFF,
        intake=CAP,
        sheets=[Sheet("a", {"day_thay": 5})],
        language="en",
    )

    assert 3 == score(STAFF, carried.sheets)["a"].points
    assert "a (preview, lacking Tháng 10)" == carried["a"].title
