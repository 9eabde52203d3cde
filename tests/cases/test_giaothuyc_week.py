# SPDX-License-Identifier: MIT
"""A school's week: thirty classes, ranked by the sum of two ranks inside two groups.

The week has three rubrics: discipline (*nề nếp*) and learning (*học tập*) are scored and
ranked each, and their ranks are carried into the third, which sums them and is ranked again.
Everything is exact, down to the two quotients that make 12/7 in two ways.

Source:
    https://github.com/CT070226-HOANGVANHUY/QuanLyThiDua: src/scoring.ts,
    tests/week10-fixture.ts, tests/scoring-week10.test.ts, docs/thiet-ke-thi-dua.md.
    ``source`` in the name of an example: its own test says so; ``computed``: its code does,
    worked out in exact fractions. The expected ranks are those that exact fractions give.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import pytest

from thidua import Faults, Rubric, Scores, Sheet, rank, score
from thidua.period import Intake, Period, PeriodResult, carry
from thidua.quantity import Given
from thidua.ranking import Ranking
from thidua.wire import loads

T = TypeVar("T")
FOLDER = Path(__file__).parent / "giaothuyc"


def _read(name: str, kind: type[T]) -> T:
    return loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"), kind)


DISCIPLINE, LEARNING, MILESTONE, WEEK = (
    _read(name, Rubric) for name in ("ne_nep", "hoc_tap", "hoc_tap_hoi_hoc", "tuan")
)
SOURCES = _read("tuan_nguon", Intake)
CLASSES: Mapping[str, Any] = json.loads((FOLDER / "tuan_10.json").read_text(encoding="utf-8"))
GROUPS = {unit: one["nhom"] for unit, one in CLASSES.items()}

LESSONS = ("gio_tot", "gio_kha", "gio_tb", "gio_yeu", "gio_kem")
MARKS = ("diem_9_10", "diem_7_8", "diem_5_6", "diem_3_4", "diem_0_2")


def _discipline(unit: str, size: int, offences: Mapping[str, int], bonus: int = 0) -> Sheet:
    listed: list[dict[str, Given]] = [
        {"loi": offence, "tru": points} for offence, points in offences.items()
    ]
    return Sheet(unit, {"si_so": size, "van_nghe": bonus}, {"vi_pham": listed})


def _learning(
    unit: str, size: int, lessons: Sequence[int], marks: Sequence[int], by: str = "số con điểm"
) -> Sheet:
    entries: dict[str, Given] = {"si_so": size, "mau_so": by}
    entries.update(zip((*LESSONS, *MARKS), (*lessons, *marks), strict=True))
    return Sheet(unit, entries)


def _week() -> tuple[PeriodResult, PeriodResult]:
    """Return the two results of week 10, each ranked inside the groups."""
    discipline = score(
        DISCIPLINE,
        [_discipline(unit, one["si_so"], one["vi_pham"]) for unit, one in CLASSES.items()],
    )
    learning = score(
        LEARNING,
        [_learning(unit, one["si_so"], one["gio"], one["diem"]) for unit, one in CLASSES.items()],
    )
    return _ranked(discipline), _ranked(learning)


def _ranked(scores: Scores) -> PeriodResult:
    return PeriodResult("w10", scores, ranking=rank(scores, ties="share", groups=GROUPS))


def _overall(results: Sequence[PeriodResult]) -> tuple[Scores, Ranking]:
    week = Period("w10", "Tuần 10")
    scores = score(WEEK, carry(week, "w10", results, into=WEEK, intake=SOURCES).sheets)
    return scores, rank(scores, ties="share", groups=GROUPS)


RESULTS = _week()
SCORES, RANKING = _overall(RESULTS)


@pytest.mark.parametrize("unit", CLASSES, ids=lambda unit: f"computed-{unit}")
def test_week_10_has_the_means_and_ranks_of_the_source(unit: str) -> None:
    """Both means are exact, and so are both ranks, their sum, and its rank."""
    expected, (discipline, learning) = CLASSES[unit], RESULTS
    assert discipline.ranking is not None
    assert learning.ranking is not None

    assert Fraction(expected["tb_nn"]) == discipline.scores[unit].points
    assert Fraction(expected["tb_ht"]) == learning.scores[unit].points
    assert expected["xt_nn"] == discipline.ranking[unit].rank
    assert expected["xt_ht"] == learning.ranking[unit].rank
    assert expected["tong_xt"] == SCORES[unit]["XT"].points
    assert expected["xt_chung"] == RANKING[unit].rank


@pytest.mark.parametrize(
    ("unit", "mean"),
    [
        pytest.param("11A1", "2", id="source-11A1"),
        pytest.param("11A2", "1/20", id="source-11A2"),
        pytest.param("11A3", "5/4", id="source-11A3"),
        pytest.param("11A4", "15/19", id="source-11A4"),
    ],
)
def test_the_mean_of_oral_marks(unit: str, mean: str) -> None:
    """The mean of oral marks is over the number of marks."""

    assert Fraction(mean) == RESULTS[1].scores[unit]["KTM"].points


def test_the_mean_of_oral_marks_over_the_class_source_11a2() -> None:
    """Where the year says so, oral marks are divided by the size of the class."""
    one = CLASSES["11A2"]
    sheet = _learning("11A2", one["si_so"], one["gio"], one["diem"], by="sĩ số")

    assert Fraction(1, 44) == score(LEARNING, [sheet])["11A2"]["KTM"].points


def test_two_ways_to_twelve_sevenths_computed() -> None:
    """55/28 - 1/4 and 58/29 - 2/7 are both 12/7 and share the rank.

    The source compares binary fractions, which differ, and ranks one above the other.
    """
    scores = score(
        LEARNING,
        [
            _learning("X", 40, [27, 1, 0, 0, 0], [0, 0, 3, 1, 0]),
            _learning("Y", 40, [29, 0, 0, 0, 0], [0, 0, 5, 2, 0]),
        ],
    )
    ranking = rank(scores, ties="share")

    assert [Fraction(12, 7)] * 2 == [one.points for one in scores]
    assert [1, 1] == [ranking[unit].rank for unit in "XY"]
    assert ("Y",) == ranking["X"].tied_with


def test_a_bonus_of_discipline_hand_computed() -> None:
    """A bonus for arts counts against the points taken off, before the division."""
    scores = score(DISCIPLINE, [_discipline("A", 45, {"đi muộn": 5, "kỷ luật": 30}, bonus=5)])

    assert Fraction(-30, 45) == scores["A"].points


def test_a_milestone_week_weighs_lessons_otherwise_hand_computed() -> None:
    """In weeks of the milestone a fair lesson costs two points and a mark of 9 gives four."""
    scores = score(MILESTONE, [_learning("A", 40, [8, 2, 0, 0, 0], [1, 1, 0, 0, 0])])

    assert Fraction(16 - 4, 10) + Fraction(5, 2) == scores["A"].points


def test_a_class_without_marks_is_reported_unspecified() -> None:
    """The source does not say what a class without oral marks has; it is a fault, not a zero."""
    with pytest.raises(Faults, match="division by zero: the divisor of 'diem_0_2'"):
        score(LEARNING, [_learning("A", 40, [8, 0, 0, 0, 0], [0, 0, 0, 0, 0])])
