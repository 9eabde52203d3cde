# SPDX-License-Identifier: MIT
"""Conduct of students: five articles of 100 points, and the form of another school.

The first application leaves the points to whoever types them, and has its rules as text; the
second also: here both are computed. The first has 16 for Điều 4, as the item of 4 points for
study results is filled by another system; its parts have 20.

Source:
    https://github.com/GiaBaoTruong307/student-conduct-system-fe:
    src/modules/student/constants/scoreData.js;
    https://github.com/sonkhoahoc/fe_hanh_kiem_NextJS: common/datajson.ts.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Section, Sheet, State, score
from thidua.formula import ByCount
from thidua.quantity import Given
from thidua.rubric import explain_line
from thidua.wire import loads


def _rubric(name: str) -> Rubric:
    document = Path(__file__).parent / "ren_luyen_100" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric("rubric")
OTHER = _rubric("rubric_hanh_kiem")

FULL: dict[str, Given] = {
    "hp_cam_thi": 0,
    "d4b1": 2,
    "d4b2": 2,
    "vp_thi": 0,
    "d4d": 2,
    "tbchk": "3.2",
    "vp_chi_dao": 0,
    "vp_van_dong": 0,
    "vp_noi_quy": 0,
    "hoc_phi": True,
    "tuan_vang": 0,
    "tuan_truot": False,
    "tuan_khong": False,
    "d6a2": 6,
    "d6b": 2,
    "d6c": 2,
    "vp_phap_luat": 0,
    "bhyt": True,
    "vp_giao_thong": 0,
    "d7b": 4,
    "d7c": 2,
    "d8a": 3,
    "d8b": 2,
    "d8c": 3,
    "d8d": 2,
}


def _points(rubric: Rubric, code: str, entries: dict[str, Given]) -> Fraction | None:
    return score(rubric, [Sheet("A", entries, others=State.MISSING)])["A"][code].points


ESCALATING = [
    pytest.param("vp_chi_dao", "5.a.1", [6, 4, 0, 0], id="from_text-6"),
    pytest.param("vp_thi", "4.c", [6, 4, 0, 0], id="from_text-6_exams"),
    pytest.param("hp_cam_thi", "4.a", [4, 2, 0, 0], id="hand_computed-4"),
    pytest.param("vp_giao_thong", "7.a.3", [5, 3, 0, 0], id="hand_computed-5"),
    pytest.param("vp_noi_quy", "5.b.1", [10, 8, 0, 0], id="hand_computed-10"),
]


@pytest.mark.parametrize(("measure", "criterion", "points"), ESCALATING)
def test_the_first_offence_costs_two_and_the_second_the_rest(
    measure: str, criterion: str, points: list[int]
) -> None:
    """Whatever an item is worth, one offence takes 2 points and a second all that are left."""

    assert points == [_points(RUBRIC, criterion, {measure: times}) for times in range(4)]


def test_every_escalating_item_is_a_table_by_count() -> None:
    """All seven items with the rule on offences use the form that has its name."""
    forms = [
        part.formula
        for section in RUBRIC.sections
        if isinstance(section, Section)
        for part in section.criteria
        if not isinstance(part, Section)
    ]

    assert 7 == sum(isinstance(form, ByCount) for form in forms)


@pytest.mark.parametrize(
    ("average", "points"),
    [("3.2", 4), ("3.19", 2), ("2.0", 2), ("1.99", 0), ("4", 4)],
    ids="from_text-{}".format,
)
def test_study_results(average: Given, points: int) -> None:
    """A semester average has the points of its band; 3.2 comes right after 3.19."""

    assert points == _points(RUBRIC, "4.e", {"tbchk": average})


@pytest.mark.parametrize(
    ("absent", "failed", "away", "points"),
    [
        pytest.param(0, False, False, 10, id="from_text-full"),
        pytest.param(1, False, False, 8, id="from_text-absent_once"),
        pytest.param(0, True, False, 6, id="from_text-failed"),
        pytest.param(0, False, True, 0, id="from_text-away"),
        pytest.param(2, True, False, 2, id="hand_computed-absent_twice_and_failed"),
        pytest.param(4, True, False, 0, id="hand_computed-not_below_zero"),
    ],
)
def test_the_week_of_citizens(absent: int, failed: bool, away: bool, points: int) -> None:  # noqa: FBT001 - answers
    """Absences cost 2 each, failing 4 and staying away 10, and no item goes below zero."""
    entries: dict[str, Given] = {"tuan_vang": absent, "tuan_truot": failed, "tuan_khong": away}

    assert points == _points(RUBRIC, "6.a.1", entries)


def test_from_text_without_health_insurance_ten_points_are_lost() -> None:
    """Whoever has no compulsory health insurance loses all 10 points of the item."""

    assert [10, 0] == [_points(RUBRIC, "7.a.2", {"bhyt": has}) for has in (True, False)]


def test_seed_data_the_sections_add_up_to_100() -> None:
    """With the item that another system fills, full marks are 20, 25, 20, 25, 10: 100."""
    unit = score(RUBRIC, [Sheet("A", FULL)])["A"]

    assert [20, 25, 20, 25, 10] == [unit[f"Điều {n}"].points for n in range(4, 9)]
    assert [100, 100] == [unit.points, unit.total.maximum]


def test_dieu_4_is_declared_16_and_its_parts_have_20() -> None:
    """The header of the source leaves the item of another system out; 20 is right, 16 is kept."""
    article = RUBRIC.sections[0]
    assert isinstance(article, Section)

    assert 16 == article.maximum
    assert 20 == sum(part.maximum or 0 for part in article.criteria)


def test_while_the_other_system_is_silent_the_total_is_open() -> None:
    """Without the study result the total is from 96 to 100, not 96."""
    unit = score(RUBRIC, [Sheet("A", {**FULL, "tbchk": State.NOT_DUE})])["A"]

    assert [96, 100] == [unit.total.span.low, unit.total.span.high]
    assert unit.provisional


@pytest.mark.parametrize(
    ("entry", "code"),
    [("0.3", "not-a-multiple"), ("2.5", "out-of-bounds")],
    ids=["not_a_half", "above_the_item"],
)
def test_points_typed_in_are_halves_within_the_item(entry: Given, code: str) -> None:
    """What is typed in is a multiple of a half and at most the item's points."""
    with pytest.raises(Faults) as caught:
        score(RUBRIC, [Sheet("A", {**FULL, "d4b1": entry})])

    assert [code] == [fault.code for fault in caught.value.faults]


def test_the_offence_is_told() -> None:
    """The line says how often the offence happened and what is left of the item."""
    unit = score(RUBRIC, [Sheet("A", {**FULL, "vp_thi": 1})])["A"]

    assert (
        "4.c Quy chế thi, kiểm tra: Vi phạm quy chế thi, kiểm tra: 1 lần → 4/6 điểm"
    ) == explain_line(unit, "4.c")


# --- the form of the other school ------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "times", "points"),
    [
        pytest.param("nghi", [0, 1, 2, 3, 4], [6, 5, 3, 0, 0], id="from_text-absences"),
        pytest.param("muon", [0, 1, 2, 3, 4, 5], [6, 6, 5, 4, 0, 0], id="from_text-late"),
    ],
)
def test_attendance(measure: str, times: list[int], points: list[int]) -> None:
    """Absences cost 1, 3 and all; being late costs nothing once, then 1, 2 and all."""
    clean: dict[str, Given] = {"nghi": 0, "muon": 0}

    assert points == [_points(OTHER, "I.1", {**clean, measure: n}) for n in times]


def test_hand_computed_absences_and_lateness_are_added() -> None:
    """Two absences and three late arrivals cost 3 and 2 of 6; together they cost no more than 6."""

    assert 1 == _points(OTHER, "I.1", {"nghi": 2, "muon": 3})
    assert 0 == _points(OTHER, "I.1", {"nghi": 3, "muon": 4})


@pytest.mark.parametrize(
    ("club", "research", "points"),
    [
        pytest.param("1.5", "không", "1.5", id="hand_computed-club"),
        pytest.param("1.5", "cấp khoa", "1.5", id="hand_computed-club_above_faculty"),
        pytest.param("1.5", "cấp trường trở lên", "2", id="hand_computed-school"),
    ],
)
def test_only_the_highest_activity_counts(club: Given, research: str, points: str) -> None:
    """Of clubs and research the one with most points counts, not their sum."""

    assert Fraction(points) == _points(OTHER, "I.2", {"diem_clb": club, "nckh": research})


@pytest.mark.parametrize(
    ("post", "special", "points"),
    [
        pytest.param("hoàn thành tốt", False, 8, id="hand_computed-officer"),
        pytest.param("hoàn thành tốt", True, 10, id="hand_computed-both"),
        pytest.param("không làm cán bộ", True, 10, id="hand_computed-special"),
        pytest.param("không hoàn thành", False, 0, id="hand_computed-officer_who_failed"),
    ],
)
def test_an_officer_or_a_special_achievement(post: str, special: bool, points: int) -> None:  # noqa: FBT001 - an answer
    """Section V has two ways to its 10 points, joined by "or": the better one counts.

    "Loses all points" for an officer who failed is read as all of the item, 5 for the post
    included.
    """

    assert points == _points(OTHER, "V.1", {"can_bo": post, "thanh_tich": special})


def test_an_average_below_5_has_no_points_in_the_form() -> None:
    """The form begins at 5 and says nothing of less: that is a fault, not a zero."""
    with pytest.raises(Faults, match=r"4.99 is in no band: the bands begin at 5") as caught:
        _points(OTHER, "I.5", {"tbcht": "4.99"})

    assert ["band-gap"] == [fault.code for fault in caught.value.faults]


def test_resits_never_have_the_four_points_of_the_frame() -> None:
    """The frame has 4 points for resits, but the best band has 3: one point is out of reach."""
    best = _points(OTHER, "I.4", {"ty_le_thi_lai": 0})

    assert 3 == best
    assert 4 == score(OTHER, [Sheet("A", {}, others=State.MISSING)])["A"]["I.4"].maximum
