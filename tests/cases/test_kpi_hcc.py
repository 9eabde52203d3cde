# SPDX-License-Identifier: MIT
"""Task points of a provincial public service centre: timeliness, stars, role, priority.

Source:
    https://github.com/Quybuom/hcckpi-tasks: BAO_CAO_CHI_TIET.md, section IV.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Rubric, Sheet, State, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "kpi_hcc" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _task(
    days: int, stars: Given, role: str, priority: str, *, done: bool = True
) -> dict[str, Given]:
    return {
        "hoan_thanh": done,
        "ngay_som": days,
        "sao": stars,
        "vai_tro": role,
        "uu_tien": priority,
    }


def _points(*tasks: dict[str, Given]) -> Fraction | None:
    return score(RUBRIC, [Sheet("A", {}, {"nhiem_vu": tasks})])["A"].points


TASKS = [
    pytest.param(10, 5, "chủ trì", "khẩn cấp", "322.5", id="spec_document-322.5"),
    pytest.param(0, 5, "chủ trì", "khẩn cấp", "300", id="hand_computed-300"),
    pytest.param(0, 4, "chủ trì", "quan trọng", "180", id="spec_document-180"),
    pytest.param(0, 4, "chủ trì", "bình thường", "90", id="hand_computed-90"),
    pytest.param(0, 4, "phối hợp", "khẩn cấp", "81", id="hand_computed-81"),
    pytest.param(-10, 2, "chủ trì", "bình thường", "45", id="spec_document-45"),
    pytest.param(5, 5, "chủ trì", "bình thường", "105", id="spec_document-105"),
    pytest.param(-2, 3, "phối hợp", "bình thường", "22.5", id="spec_document-22.5"),
]


@pytest.mark.parametrize(("days", "stars", "role", "priority", "points"), TASKS)
def test_a_task_has_the_points_of_the_source(
    days: int, stars: int, role: str, priority: str, points: str
) -> None:
    """The mean of timeliness and quality, times role and priority, is what the source says."""

    assert Fraction(points) == _points(_task(days, stars, role, priority))


def test_hand_computed_75_where_the_printed_table_has_67_5() -> None:
    """Two days late with three stars gives (90 + 60) / 2 = 75 points.

    The source's summary table prints 67.5; its own formula, which the other rows follow,
    gives 75, and 22.5 = 0.3 × 75 for the same task in support.
    """

    assert 75 == _points(_task(-2, 3, "chủ trì", "bình thường"))


def test_hand_computed_17_25_where_the_printed_table_has_15() -> None:
    """Five days late with two stars in support gives (75 + 40) / 2 × 0.3 = 17.25 points.

    The source's summary table prints 15, which would be 0.3 × (60 + 40) / 2; but five days
    late has 75 points in the source's own table of bands, not 60.
    """

    assert Fraction("17.25") == _points(_task(-5, 2, "phối hợp", "bình thường"))


def test_the_points_of_tasks_are_added() -> None:
    """A month is the sum of its tasks; a month without tasks has none."""
    urgent, plain = _task(10, 5, "chủ trì", "khẩn cấp"), _task(5, 5, "chủ trì", "bình thường")

    assert Fraction("427.5") == _points(urgent, plain)
    assert 0 == _points()


def test_spec_document_a_task_without_rating_counts_as_four_stars() -> None:
    """A rating that is missing counts 80, as the source's default has it."""
    unrated = _task(0, State.MISSING, "chủ trì", "bình thường")

    assert 90 == _points(unrated)


@pytest.mark.parametrize(
    ("days", "points"),
    [
        pytest.param(7, 115, id="spec_document-7_early"),
        pytest.param(6, 110, id="spec_document-6_early"),
        pytest.param(3, 110, id="spec_document-3_early"),
        pytest.param(2, 105, id="spec_document-2_early"),
        pytest.param(1, 105, id="spec_document-1_early"),
        pytest.param(0, 100, id="spec_document-on_time"),
        pytest.param(-1, 90, id="spec_document-1_late"),
        pytest.param(-2, 90, id="spec_document-2_late"),
        pytest.param(-3, 75, id="spec_document-3_late"),
        pytest.param(-7, 75, id="spec_document-7_late"),
        pytest.param(-8, 50, id="spec_document-8_late"),
    ],
)
def test_every_band_of_timeliness_ends_where_the_source_says(days: int, points: int) -> None:
    """The points for days early or late change at the days of the source's table."""

    assert Fraction(points + 80, 2) == _points(_task(days, 4, "chủ trì", "bình thường"))


def test_spec_document_a_task_not_done_has_no_points_for_time() -> None:
    """Only the quality of a task that was not done counts, half of 80 for four stars."""

    assert 40 == _points(_task(0, 4, "chủ trì", "bình thường", done=False))
