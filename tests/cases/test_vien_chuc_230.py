# SPDX-License-Identifier: MIT
"""Monthly points of school staff: 230, plus and minus, under caps that last a whole semester.

What earlier months of the same semester have used of a cap is reported with the month. How
several prizes of one teacher add up is not said; here the highest counts, as it does for
initiatives.

Source:
    https://github.com/sonlamgiap8386/cva_chamdiemthidua: src/data/criteria.ts (criteria),
    src/components/ScoringModal.tsx (caps, classes), tests/rankings.test.mjs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from attrs import evolve

from thidua import Faults, Rubric, Sheet, State, rank, score
from thidua.quantity import Given
from thidua.ranking import Ceilings, GradeTable, Ties, classify, limit
from thidua.rubric import ItemList, UnitScore, explain_line
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "vien_chuc_230" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
APPROVED = _read("rubric_duyet", Rubric)
CLASSES = _read("classes", GradeTable)
QUOTAS = _read("quotas", Ceilings)
TIES = _read("ties", Ties)

QUIET: dict[str, Given] = {
    **{one.code: 0 for one in RUBRIC.measures},
    "gvg": "không",
    "day_doi_tuyen": False,
}
"""A month in which nothing happened."""


def _month(entries: dict[str, Given], **prizes: list[str]) -> UnitScore:
    """Score a month; *prizes* are levels by the code of their list."""
    items = {one.code: _items(one, prizes.get(one.code, [])) for one in RUBRIC.items}
    return score(RUBRIC, [Sheet("A", QUIET | entries, items)])["A"]


def _items(listed: ItemList, levels: list[str]) -> list[dict[str, Given]]:
    choice = listed.measures[0].code
    return [{choice: level} for level in levels]


def test_hand_computed_a_quiet_month_has_230() -> None:
    """Without anything to add or to take off, a month has the points it starts from."""

    assert 230 == _month({}).points


def test_app_test_bonus_and_penalty() -> None:
    """5 more and 3 less make 232."""
    unit = _month({"day_thay": 5, "muon_diem": 1})

    assert [5, 3, 232] == [unit["CONG"].points, unit["TRU"].points, unit.points]


@pytest.mark.parametrize(
    ("before", "lessons", "points"),
    [
        pytest.param(0, 5, 5, id="from_code-september"),
        pytest.param(5, 5, 3, id="from_code-october"),
        pytest.param(8, 5, 0, id="hand_computed-november"),
    ],
)
def test_a_cap_is_used_up_over_the_semester(before: int, lessons: int, points: int) -> None:
    """Of 8 points for substitute lessons, a month has what the months before it left."""

    assert points == _month({"day_thay": lessons, "day_thay_truoc": before})["C.1"].points


def test_from_code_a_cap_does_not_leak_between_years() -> None:
    """In a new year nothing is used: October has 5; the application takes last year's 5 off.

    It compares numbers of months only.
    """

    assert 5 == _month({"day_thay": 5, "day_thay_truoc": 0})["C.1"].points


def test_while_earlier_months_are_open_so_is_the_cap() -> None:
    """Points are from 0 to 5 while nobody knows what earlier months have used."""
    line = _month({"day_thay": 5, "day_thay_truoc": State.MISSING})["C.1"]

    assert [0, 5] == [line.span.low, line.span.high]


CAPPED = [
    pytest.param("C.2", "hoat_dong_to", 12, 10, id="group"),
    pytest.param("C.3", "ra_de", 4, 6, id="exams_set"),
    pytest.param("C.4", "bai_web", 5, 3, id="web"),
    pytest.param("T.1", "muon_diem", 4, 10, id="late_marks"),
    pytest.param("T.2", "sai_diem", 7, 5, id="wrong_marks"),
    pytest.param("T.3", "sai_de", 4, 6, id="wrong_exams"),
]


@pytest.mark.parametrize(("criterion", "measure", "times", "points"), CAPPED)
def test_hand_computed_every_cap_binds(
    criterion: str, measure: str, times: int, points: int
) -> None:
    """No criterion gives or costs more in a semester than its cap."""

    assert points == _month({measure: times})[criterion].points


@pytest.mark.parametrize(
    ("criterion", "measure", "each"), [("T.4", "bo_tiet", 10), ("T.5", "vp_giao_thong", 5)]
)
def test_offences_without_a_cap(criterion: str, measure: str, each: int) -> None:
    """Where the criteria name no cap there is none; the application stops at five times."""

    assert [each, 6 * each] == [_month({measure: n})[criterion].points for n in (1, 6)]


@pytest.mark.parametrize(
    ("initiatives", "points"),
    [([], 0), (["trường"], 10), (["trường", "tỉnh"], 40), (["ngành", "ngành"], 20)],
    ids="hand_computed-{}".format,
)
def test_only_the_highest_initiative_counts(initiatives: list[str], points: int) -> None:
    """Of several initiatives the one recognised highest counts."""

    assert points == _month({}, sang_kien=initiatives)["C.5"].points


@pytest.mark.parametrize(
    ("coaches", "prizes", "points"),
    [
        pytest.param(True, ["nhì"], 12, id="hand_computed-second"),
        pytest.param(True, ["ba", "nhất"], 20, id="hand_computed-first_and_third"),
        pytest.param(True, [], -10, id="hand_computed-no_prize"),
        pytest.param(False, [], 0, id="hand_computed-no_team"),
    ],
)
def test_a_team_without_a_prize_costs_ten(coaches: bool, prizes: list[str], points: int) -> None:  # noqa: FBT001 - an answer
    """Who coaches a team and comes home without a prize loses points; who has no team does not."""

    assert points == _month({"day_doi_tuyen": coaches}, hsg=prizes)["C.7"].points


@pytest.mark.parametrize(
    ("level", "points"), [("trường", 5), ("tỉnh, vòng 1", 10), ("tỉnh, vòng 2", 20), ("không", 0)]
)
def test_good_teachers(level: str, points: int) -> None:
    """The points for a good teacher are those of the level reached."""

    assert points == _month({"gvg": level})["C.6"].points


@pytest.mark.parametrize(
    ("prize", "points"),
    [("giải nhất", 60), ("giải nhì", 40), ("giải ba", 20), ("giải khuyến khích", 10)],
)
def test_science_projects(prize: str, points: int) -> None:
    """The points for coaching a project are those of its prize."""

    assert points == _month({}, khkt=[prize])["C.8"].points


def test_the_total_is_held_between_0_and_300() -> None:
    """More than 300 counts 300, less than nothing counts 0."""
    best = _month({"gvg": "tỉnh, vòng 2", "day_thay": 8}, khkt=["giải nhất"])
    worst = _month({"bo_tiet": 24})

    assert [88, 300] == [best["CONG"].points, best.points]
    assert [240, 0] == [worst["TRU"].points, worst.points]


def test_the_line_says_what_is_left_of_the_cap() -> None:
    """The sentence of a capped criterion has what was done, and what earlier months used."""
    unit = _month({"day_thay": 5, "day_thay_truoc": 5})

    assert (
        "C.1 Dạy thay: 5 điểm (Tiết dạy thay: 5 tiết × 1 = 5 điểm); "
        "các kỳ trước đã tính 5 điểm nên chỉ còn 3 điểm → cộng 3 điểm"
    ) == explain_line(unit, "C.1")


# --- what the principal approves ------------------------------------------------------------


def _approved(unit: str, computed: Given, given: Given = State.NOT_APPLICABLE) -> Sheet:
    return Sheet(unit, {"diem_tinh": computed, "diem_duyet": given})


@pytest.mark.parametrize(
    ("given", "points"),
    [
        pytest.param(State.NOT_APPLICABLE, 232, id="hand_computed-none"),
        pytest.param(240, 240, id="hand_computed-higher"),
        pytest.param(0, 0, id="hand_computed-zero_is_a_number"),
        pytest.param(310, 300, id="from_code-above_300"),
        pytest.param(-5, 0, id="from_code-below_0"),
    ],
)
def test_the_principals_points_replace_the_computed_ones(given: Given, points: int) -> None:
    """Where the principal gives points they count, from 0 to 300; else those computed do."""

    assert points == score(APPROVED, [_approved("A", 232, given)])["A"].points


def test_while_the_principal_has_not_decided_the_points_are_open() -> None:
    """A decision that is due may still be anything from 0 to 300."""
    unit = score(APPROVED, [_approved("A", 232, State.NOT_DUE)])["A"]

    assert [0, 300] == [unit.total.span.low, unit.total.span.high]


def test_app_test_who_has_more_stands_first() -> None:
    """250 stands above 235."""
    ranking = rank(score(APPROVED, [_approved("a", 235), _approved("b", 250)]), ties="share")

    assert [("b", 1), ("a", 2)] == [(place.unit, place.rank) for place in ranking.places]


def test_equal_points_share_a_rank() -> None:
    """The application breaks ties by the code of the person; here they stay to be seen."""
    ranking = rank(score(APPROVED, [_approved("b", 235), _approved("a", 235)]), ties="share")

    assert [("a", 1, ("b",)), ("b", 1, ("a",))] == [
        (place.unit, place.rank, place.tied_with) for place in ranking.places
    ]


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        pytest.param(235, "Hoàn thành xuất sắc nhiệm vụ", id="from_code-235"),
        pytest.param(234, "Hoàn thành tốt nhiệm vụ", id="from_code-234"),
        pytest.param(225, "Hoàn thành tốt nhiệm vụ", id="from_code-225"),
        pytest.param(224, "Cần phấn đấu thêm", id="from_code-224"),
    ],
)
def test_classes(points: int, grade: str) -> None:
    """The best class begins at 235, the last one ends below 225."""

    assert grade == classify(score(APPROVED, [_approved("A", points)]), CLASSES)["A"].grade


def test_a_threshold_is_no_quota() -> None:
    """Ten of ten reach 235, which the application prints as the top 20 %: 8 are too many."""
    scores = score(APPROVED, [_approved(str(n), 235 + n) for n in range(10)])
    top = limit(classify(scores, CLASSES), QUOTAS).verdicts[0]

    assert (False, 8) == (top.kept, top.over)


def test_from_code_equal_points_stand_in_the_order_of_staff_codes() -> None:
    """The codes decide, not the names, and not the order in which sheets came."""
    sheets = [
        evolve(_approved(code, 230), name=name) for code, name in (("GV10", "An"), ("GV9", "Bình"))
    ]
    ranking = rank(score(APPROVED, [*sheets, _approved("GV11", 235)]), ties=TIES)

    assert ["GV11", "GV9", "GV10"] == [one.unit for one in ranking.places]
    assert [1, 2, 3] == [one.rank for one in ranking.places]


def test_points_used_beyond_the_cap_are_refused() -> None:
    """Earlier months cannot have counted more than the cap."""
    with pytest.raises(Faults) as caught:
        _month({"day_thay_truoc": 9})

    assert ["out-of-bounds"] == [fault.code for fault in caught.value.faults]
