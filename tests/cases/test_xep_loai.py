# SPDX-License-Identifier: MIT
"""Classes and quotas as offices and schools have published them or state them.

The name of each test says where its expected numbers come from: ``published``, or computed
``by_hand`` from the wording.

Source:
    Trường THPT chuyên Quang Trung: xếp hạng thi đua tuần.
"""

from __future__ import annotations

import pytest

from thidua.formula import (
    All,
    Calculation,
    Compare,
    PerEvent,
    Points,
    Product,
)
from thidua.ranking import (
    Grade,
    GradeTable,
    classify,
    explain_class,
)
from thidua.rubric import (
    Criterion,
    Measure,
    Rubric,
    Sheet,
    score,
)

# --- THPT chuyên Quang Trung: deductions against bonus, class before points --------------------

TUAN = Rubric(
    "tuan",
    "Thi đua tuần",
    measures=[Measure("thuong", "Điểm thưởng"), Measure("tru", "Điểm trừ")],
    sections=[
        Criterion("G", "Điểm gốc", maximum=100, formula=Calculation(100)),
        Criterion("T", "Thưởng", maximum=0, formula=PerEvent.of("thuong", 1), role="bonus"),
        Criterion("P", "Trừ", maximum=0, formula=PerEvent.of("tru", 1), role="penalty"),
    ],
)
TUAN_CLASSES = GradeTable(
    [
        Grade(
            "Tốt",
            at_least=100,
            requires=All([Compare(Points("P"), "<=", Product(["0.5", Points("T")]))]),
        ),
        Grade("Khá", at_least=90),
        Grade("Trung bình", at_least=80),
        Grade("Không đạt"),
    ]
)


@pytest.mark.parametrize(
    ("bonus", "off", "left", "grade"),
    [(12, 6, 106, "Tốt"), (12, 7, 105, "Khá"), (0, 0, 100, "Tốt")],
)
def test_quang_trung_classes_by_hand(bonus: int, off: int, left: int, grade: str) -> None:
    """Good is 100 left and no more deducted than half the bonus."""
    scores = score(TUAN, [Sheet("10A", {"thuong": bonus, "tru": off})])

    assert left == scores["10A"].points
    assert grade == classify(scores, TUAN_CLASSES)["10A"].grade


def test_quang_trung_class_before_points_by_hand() -> None:
    """A class rated fair at 105 points is listed below one rated good at 101."""
    sheets = [Sheet("A", {"thuong": 12, "tru": 7}), Sheet("B", {"thuong": 2, "tru": 1})]
    classes = classify(score(TUAN, sheets), TUAN_CLASSES)

    assert ["B", "A"] == [one.unit for one in classes.listed]
    assert "105 points: class Khá; Tốt needs points of P ≤ 0.5 × points of T, has 7 against 6" == (
        explain_class(classes, "A", language="en")
    )
