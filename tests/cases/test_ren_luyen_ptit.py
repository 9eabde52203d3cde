# SPDX-License-Identifier: MIT
"""A university's conduct form: a level below zero, and criteria that only take points off.

The specification states no floor, neither for criteria nor for sections, so the document has
none: 4 − 3 − 2 is −1. Where a floor is meant, ``at_least`` of the criterion or of the
section says so, and the last two tests show what that changes.

Source:
    https://github.com/Haole1945/drl-platform: docs/main/Rubric-Criteria-Specification.md.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from thidua import Criterion, Faults, Rubric, Section, Sheet, State, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "ren_luyen_ptit" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _points(code: str, entries: dict[str, Given], rubric: Rubric = RUBRIC) -> Fraction | None:
    """Return the points of one part; nothing else is reported."""
    sheet = Sheet("A", entries, others=State.MISSING)
    return score(rubric, [sheet])["A"][code].points


EXAMPLES = [
    pytest.param("1.4", {"ngoai_khoa": 3}, "1.5", id="hand_computed-three_events"),
    pytest.param("1.4", {"ngoai_khoa": 9}, "2", id="hand_computed-nine_events_capped"),
    pytest.param("1.2", {"hoc_tap": "học lại"}, "-1", id="hand_computed-level_below_zero"),
    pytest.param(
        "1.3",
        {"canh_cao": 1, "cam_thi": 1, "khien_trach": 0, "dinh_chi": 0},
        "-1",
        id="hand_computed-exam_rules",
    ),
    pytest.param("2.1", {"no_hoc_phi": True, "cu_tru": True}, "-5", id="hand_computed-no_floor"),
    pytest.param("2.3", {"vang_hoi_thao": 2}, "1", id="hand_computed-two_absences"),
    pytest.param(
        "3",
        {"d_3_1": 10, "d_3_2": 4, "d_3_3": 3, "d_3_4": 3, "tin_sai": 2},
        "0",
        id="hand_computed-section_20_less_20",
    ),
    pytest.param(
        "3",
        {"d_3_1": 5, "d_3_2": 0, "d_3_3": 0, "d_3_4": 0, "tin_sai": 1},
        "-5",
        id="hand_computed-section_5_less_10",
    ),
]


@pytest.mark.parametrize(("code", "entries", "points"), EXAMPLES)
def test_a_part_gives_the_points_of_the_source(
    code: str, entries: dict[str, Given], points: str
) -> None:
    """Events add and take off from each criterion's start, without a floor."""

    assert Fraction(points) == _points(code, entries)


@pytest.mark.parametrize(
    ("level", "points"),
    [("xuất sắc", 10), ("giỏi", 8), ("khá", 6), ("trung bình", 4), ("dưới trung bình", 0)],
)
def test_spec_document_results_of_study(level: str, points: int) -> None:
    """Each level of the results has the points of the specification."""

    assert points == _points("1.2", {"hoc_tap": level})


def test_spec_document_the_maxima_add_up() -> None:
    """Sections of 20, 25, 20, 25 and 10 make 100, as their criteria do."""
    sections = [one for one in RUBRIC.sections if isinstance(one, Section)]

    assert [20, 25, 20, 25, 10] == [one.maximum for one in sections]
    assert [20, 25, 20, 25, 10] == [
        sum(each.maximum or 0 for each in one.criteria) for one in sections
    ]


def test_a_floor_of_a_criterion_is_an_option_of_its_own() -> None:
    """With a floor of 0 on 1.3, as one reading has it, 4 − 3 − 2 leaves nothing."""
    first = RUBRIC.sections[0]
    assert isinstance(first, Section)
    criteria = [
        evolve(one, at_least=0) if isinstance(one, Criterion) and one.code == "1.3" else one
        for one in first.criteria
    ]
    floored = evolve(RUBRIC, sections=[evolve(first, criteria=criteria), *RUBRIC.sections[1:]])
    entries: dict[str, Given] = {"canh_cao": 1, "cam_thi": 1, "khien_trach": 0, "dinh_chi": 0}

    assert 0 == _points("1.3", entries, floored)


def test_a_floor_of_a_section_is_an_option_of_its_own() -> None:
    """With a floor of 0 on section 3, as one reading has it, 5 − 10 leaves nothing."""
    before, third, after = RUBRIC.sections[:2], RUBRIC.sections[2], RUBRIC.sections[3:]
    floored = evolve(RUBRIC, sections=[*before, evolve(third, at_least=0), *after])
    entries: dict[str, Given] = {"d_3_1": 5, "d_3_2": 0, "d_3_3": 0, "d_3_4": 0, "tin_sai": 1}

    assert 0 == _points("3", entries, floored)


def test_unspecified_a_student_who_is_exempt() -> None:
    """The specification knows no exemption, so one is a fault until a treatment is stated."""
    with pytest.raises(Faults, match=r"'2\.3'"):
        _points("2.3", {"vang_hoi_thao": State.EXEMPT})
