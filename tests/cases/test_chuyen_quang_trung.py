# SPDX-License-Identifier: MIT
"""A school's week: deductions held against bonus, and classes that come before points.

The page does not say from which points a week starts; 100 is assumed. Nor does it list the
points of offences, so each is reported with its own. Two first classes that are equal are
assessed again (*chấm so sánh vệ sinh thẩm mỹ*): until then their ranks are open.

Source:
    https://chuyenquangtrung.edu.vn/xep-hang-thi-dua-tuan/
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Rubric, Sheet, rank, score
from thidua.quantity import Given
from thidua.ranking import GradeTable, Ties, classify, explain_class, explain_place
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "chuyen_quang_trung" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
CLASSES = _read("classes", GradeTable)
TIES = _read("ties", Ties)


def _sheet(unit: str, bonus: int, off: int, **entries: Given) -> Sheet:
    """Return a week with this bonus, by tens before other points, and deductions by rules."""
    week: dict[str, Given] = {
        "diem_10": min(bonus, 10),
        "diem_cong": bonus - min(bonus, 10),
        "so_tiet": 30,
        "tong_diem_tiet": 300,
    }
    return Sheet(unit, {**week, **entries}, {"vi_pham": [{"diem_tru": off}]})


@pytest.mark.parametrize(
    ("bonus", "off", "left", "grade"),
    [
        pytest.param(12, 6, 106, "Tốt", id="hand_computed-exactly_half"),
        pytest.param(12, 7, 105, "Khá", id="hand_computed-more_than_half"),
        pytest.param(0, 0, 100, "Tốt", id="hand_computed-nothing"),
        pytest.param(0, 10, 90, "Khá", id="published-90"),
        pytest.param(0, 11, 89, "Trung bình", id="published-below_90"),
        pytest.param(0, 20, 80, "Trung bình", id="published-80"),
        pytest.param(0, 21, 79, "Không đạt", id="published-below_80"),
    ],
)
def test_the_class_of_a_week(bonus: int, off: int, left: int, grade: str) -> None:
    """Good is 100 left and no more deducted than half the bonus."""
    scores = score(RUBRIC, [_sheet("10A", bonus, off)])

    assert left == scores["10A"].points
    assert grade == classify(scores, CLASSES)["10A"].grade


def test_hand_computed_the_register() -> None:
    """30 lessons with 291 points cost 9; the points left are 91."""
    week = score(RUBRIC, [_sheet("10A", 0, 0, tong_diem_tiet=291)])["10A"]

    assert 9 == week["SDB"].points
    assert 91 == week.points


def test_hand_computed_tens_are_capped() -> None:
    """14 tens in a week give 10 points."""

    assert 10 == score(RUBRIC, [_sheet("10A", 0, 0, diem_10=14)])["10A"]["D10"].points


def test_hand_computed_the_class_comes_before_points() -> None:
    """A class rated fair at 105 points stands below one rated good at 101."""
    scores = score(RUBRIC, [_sheet("A", 12, 7), _sheet("B", 2, 1)])
    classes = classify(scores, CLASSES)
    ranking = rank(scores, ties="share", classes=classes)

    assert [("B", 1), ("A", 2)] == [(one.unit, one.rank) for one in ranking.places]
    assert ["B", "A"] == [one.unit for one in classes.listed]
    assert "A: rank 2 (Khá, 105 points); below B (Tốt, 101 points)" == (
        explain_place(ranking, "A", language="en")
    )
    assert "105 points: class Khá; Tốt needs points of P ≤ 0.5 × points of T, has 7 against 6" == (
        explain_class(classes, "A", language="en")
    )


def test_published_equal_first_classes_wait_for_another_assessment() -> None:
    """Nothing in the week tells two equal classes apart: they are assessed again, one is first."""
    scores = score(RUBRIC, [_sheet("A", 12, 6), _sheet("B", 12, 6), _sheet("C", 2, 1)])
    classes = classify(scores, CLASSES)
    waiting = rank(scores, ties=TIES, classes=classes)
    (again,) = waiting.open_ties
    done = rank(scores, ties=TIES, classes=classes, remeasured={again.what: {"A": 8, "B": 9}})

    assert [("A", 1, 2), ("B", 1, 2), ("C", 3, 3)] == [
        (one.unit, one.best, one.worst) for one in waiting.places
    ]
    assert ("A", "B") == again.lacking
    assert ["B", "A", "C"] == [one.unit for one in done.places]
