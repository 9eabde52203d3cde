# SPDX-License-Identifier: MIT
"""A commune's officials: means of three or six rates, and a total held just below a class.

Who has not done all of the work in number has at most 49 points, one below the third class.
The rubric says so by a criterion that takes off what exceeds 49.

Source:
    UBND xã Nghĩa Lâm: the module of its system, public on GitHub, that quotes
    Nghị định 335/2025/NĐ-CP, Điều 7 and Điều 20.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Rubric, Sheet, State, explain, score
from thidua.quantity import Given
from thidua.ranking import GradeTable, classify
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "nghia_lam" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
LATENESS = _read("rubric_tien_do", Rubric)
VOLUME = _read("rubric_khoi_luong", Rubric)
CLASSES = _read("classes", GradeTable)
OFFICIAL: dict[str, Given] = {
    "vai_tro": "công chức",
    **dict.fromkeys(("d", "dd", "e"), State.NOT_APPLICABLE),
}

EXAMPLES = [
    pytest.param(
        {**OFFICIAL, "a": 100, "b": 95, "c": 90, "chung": 28},
        "66.5",
        "94.5",
        "Hoàn thành xuất sắc",
        id="hand_computed-94.5",
    ),
    pytest.param(
        {**OFFICIAL, "a": "99.9", "b": 100, "c": 100, "chung": 30},
        "20993/300",
        "49",
        "Không hoàn thành",
        id="hand_computed-99.98_held_to_49",
    ),
    pytest.param(
        {"vai_tro": "lãnh đạo", "a": 100, "b": 90, "c": 90, "d": 80, "dd": 100, "e": 80}
        | {"chung": 25},
        "63",
        "88",
        "Hoàn thành tốt",
        id="hand_computed-leader_88",
    ),
]


@pytest.mark.parametrize(("entries", "task", "total", "grade"), EXAMPLES)
def test_points_and_class_of_the_source(
    entries: dict[str, Given], task: str, total: str, grade: str
) -> None:
    """Three rates for officials, six for leaders; without all of the work no more than 49."""
    scores = score(RUBRIC, [Sheet("a", entries)])

    assert Fraction(task) == scores["a"]["NV"].points
    assert Fraction(total) == scores["a"].points
    assert grade == classify(scores, CLASSES)["a"].grade


def test_hand_computed_a_low_total_loses_nothing_more() -> None:
    """Without all of the work, 45.1 stays 45.1."""
    entries: dict[str, Given] = {**OFFICIAL, "a": 60, "b": 50, "c": 40, "chung": "10.1"}

    assert Fraction("45.1") == score(RUBRIC, [Sheet("a", entries)])["a"].points


def test_the_explanation_says_what_exceeds_49() -> None:
    """What is taken off stands on a line of its own, under the words of the rule."""
    entries: dict[str, Given] = {**OFFICIAL, "a": "99.9", "b": 100, "c": 100, "chung": 30}
    text = explain(score(RUBRIC, [Sheet("a", entries)])["a"])

    assert "tổng điểm không quá 49" in text
    assert "vượt quá 49 điểm → trừ ≈ 50,98 điểm" in text


def test_a_rate_that_does_not_apply_leaves_the_mean() -> None:
    """A rate that does not apply leaves the mean: 88.75 × 0.7; missing rates leave it open."""
    entries: dict[str, Given] = {"vai_tro": "lãnh đạo", "a": 100, "b": 90, "c": 85, "d": 80}
    entries |= {"dd": State.NOT_APPLICABLE, "e": State.NOT_APPLICABLE, "chung": 25}
    left = score(RUBRIC, [Sheet("a", entries)])["a"]
    waiting = score(RUBRIC, [Sheet("a", {**entries, "e": State.MISSING})])["a"]

    assert Fraction("62.125") == left["NV"].points
    assert waiting["NV"].points is None


@pytest.mark.parametrize(
    ("late", "points"),
    [
        pytest.param(5, "7.5", id="hand_computed-5_days_late"),
        pytest.param(6, "0", id="hand_computed-6_days_late"),
        pytest.param(0, "10", id="spec_document-on_time"),
        pytest.param(-3, "10", id="spec_document-not_yet_due"),
        pytest.param(1, "7.5", id="spec_document-1_day_late"),
    ],
)
def test_a_task_by_its_days_late(late: int, points: str) -> None:
    """A task of 10 points loses a quarter up to five days late, and all of them after."""
    sheet = Sheet("a", {}, {"viec": [{"diem": 10, "tre": late}]})

    assert Fraction(points) == score(LATENESS, [sheet])["a"].points


def test_spec_document_volume_is_converted_by_fifths() -> None:
    """Three tasks rated 4 of 5 count 2.4, two rated 5 count 2."""
    tasks: list[dict[str, Given]] = [
        {"so_luong": 3, "diem_cham": 4},
        {"so_luong": 2, "diem_cham": 5},
    ]

    assert Fraction("4.4") == score(VOLUME, [Sheet("a", {}, {"viec": tasks})])["a"].points


def test_unspecified_an_exempt_part() -> None:
    """The decree as quoted knows no exemption from the general part, so one is a fault."""
    entries: dict[str, Given] = {**OFFICIAL, "a": 100, "b": 100, "c": 100, "chung": State.EXEMPT}

    with pytest.raises(Faults, match="'TC'"):
        score(RUBRIC, [Sheet("a", entries)])
