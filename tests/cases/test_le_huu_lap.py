# SPDX-License-Identifier: MIT
"""A school of 59 classes on six campuses: rows for the week, the month and the year.

How weeks make a semester is a matter of periods and not here; the year begins with the points
of its two semesters. Two things are read as the school's own paper has them, where the screens
of its application differ: rules for boarders hold on the main campus, and 35 % of excellent
classes are 35 % of all.

Source:
    https://github.com/lehuyhungh2com-sketch/L-Huy-H-ng: src/utils/criteriaEngine.ts, from
    the paper "Tiêu chí xếp loại lớp 2026 - 2027"; src/AppContext (ranking).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Choice, Faults, Rubric, Sheet, State, rank, score
from thidua.quantity import Given, Interval
from thidua.ranking import Ceilings, GradeTable, LimitedClasses, classify, explain_class, limit
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "le_huu_lap" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


WEEK = _read("rubric", Rubric)
MONTH = _read("rubric_thang", Rubric)
YEAR = _read("rubric_nam", Rubric)
CLASSES = _read("classes_nam", GradeTable)
KIND = WEEK.measures[0]
assert isinstance(KIND, Choice)
A1, A2, BRANCH = KIND.levels
Items = Mapping[str, Sequence[Mapping[str, Given]] | State]


def _week(
    code: str, kind: str, entries: Mapping[str, Given], items: Items | None = None
) -> Fraction | None:
    """Return the points of one row of the week; nothing else is reported."""
    sheet = Sheet("7A", {**entries, "loai_lop": kind}, items or {}, others=State.MISSING)
    return score(WEEK, [sheet])["7A"][code].points


EXAMPLES = [
    pytest.param("HT04", A1, {"diem_yeu": 1}, "0", id="hand_computed-HT04-1"),
    pytest.param("HT04", A1, {"diem_yeu": 2}, "1", id="hand_computed-HT04-2"),
    pytest.param("HT04", A2, {"diem_yeu": 5}, "2.5", id="hand_computed-HT04-5"),
    pytest.param("HT03", BRANCH, {"diem_yeu": 9}, "2", id="hand_computed-HT03-9"),
    pytest.param("TT03", A1, {"diem_tot": 12}, "0", id="hand_computed-TT03-12"),
    pytest.param("TT03", A1, {"diem_tot": 13}, "2", id="published-TT03-13"),
    pytest.param("TT04", A2, {"diem_tot": 10}, "2", id="published-TT04-10"),
    pytest.param("TT04", A1, {"diem_tot": 10}, "0", id="published-TT04-of_A1"),
    pytest.param("TT02", BRANCH, {"diem_tot": 5}, "2", id="published-TT02-5"),
    pytest.param("TT02", BRANCH, {"diem_tot": 4}, "0", id="published-TT02-4"),
    pytest.param("CC01", A1, {"cc01": 3}, "6", id="published-CC01-3"),
    pytest.param("CD01", A1, {"cd01": 1}, "5", id="published-CD01-1"),
    pytest.param("CR01", BRANCH, {"cua_roi": 3}, "1.5", id="published-CR01-3"),
]


@pytest.mark.parametrize(("code", "kind", "entries", "points"), EXAMPLES)
def test_a_row_of_the_week(code: str, kind: str, entries: dict[str, Given], points: str) -> None:
    """Points are as the source has them for the class's kind; penalties stand without sign."""

    assert Fraction(points) == _week(code, kind, entries)


@pytest.mark.parametrize(
    ("times", "points"),
    [
        pytest.param([2, 3], 3, id="hand_computed-4_held_to_3"),
        pytest.param([1], 0, id="published-first"),
        pytest.param([1, 2], 1, id="published-second"),
        pytest.param([3], 3, id="published-third"),
        pytest.param([], 0, id="hand_computed-none"),
    ],
)
def test_boarders_by_how_often(times: list[int], points: int) -> None:
    """The first time is a reminder, the second costs 1, the third 3, and all together 3."""

    assert points == _week("BT1", A1, {}, {"ban_tru": [{"lan_thu": one} for one in times]})


def test_published_boarders_of_branches_cost_nothing() -> None:
    """The school's paper has the rule for the main campus; the screen says the branches."""

    assert 0 == _week("BT1", BRANCH, {}, {"ban_tru": [{"lan_thu": 3}]})


def test_published_a_week_is_100_with_bonus_and_without_penalty() -> None:
    """100 + 3 + 2 − 2 − 1 = 102."""
    clean: dict[str, Given] = {
        one.code: False if one.code == "so_du" else 0 for one in WEEK.measures[1:]
    }
    entries = clean | {"so_du": True, "diem_tot": 13, "cc01": 1, "diem_yeu": 2, "loai_lop": A1}
    sheet = Sheet("7A1", entries, {"ban_tru": []})

    assert 102 == score(WEEK, [sheet])["7A1"].points


def test_published_a_month_adds_prizes_and_takes_off_offences() -> None:
    """4 + 1 for prizes, 2 for taking part, 2 for one of two contests, less 2: 7 points."""
    sheet = Sheet(
        "7A1",
        {"co_so": "trường chính", "qc01": 1, "pt05": 1},
        {"giai": [{"hang": "nhất"}, {"hang": "khuyến khích"}], "dot": [{"so_em": 2}, {"so_em": 1}]},
    )
    branch = Sheet(
        "7B", {"co_so": BRANCH, "qc01": 0, "pt05": 0}, {"giai": [], "dot": [{"so_em": 1}]}
    )
    scores = score(MONTH, [sheet, branch])

    assert [7, 2] == [unit.points for unit in scores]


NO_BONUS: Mapping[str, Given] = {
    "co_so": "trường chính",
    "clb": State.NOT_APPLICABLE,
    "clb_giai": State.NOT_APPLICABLE,
    "doi_tuyen": State.NOT_APPLICABLE,
    "nghi_le": 0,
    "ky_luat": False,
}


def _year(first: Given, second: Given, **bonus: Given) -> Sheet:
    return Sheet("9A", {**NO_BONUS, **bonus, "hk1": first, "hk2": second})


def test_hand_computed_a_year() -> None:
    """(98.4 + 2 × 101.2) / 3 is 100.27, and 2 + 0.5 of bonus make 102.77."""
    year = score(YEAR, [_year("98.4", "101.2", doi_tuyen=83, nghi_le=5)])["9A"]

    assert Fraction("100.27") == year["N"].points
    assert Fraction("102.77") == year.points


@pytest.mark.parametrize(
    ("code", "entries", "points"),
    [
        pytest.param("TG06", {"nghi_le": 7}, "0.5", id="hand_computed-TG06-7"),
        pytest.param("TG06", {"nghi_le": 3}, "0.3", id="published-TG06-3"),
        pytest.param("TG03-05", {"doi_tuyen": "79.9"}, "0", id="published-below_80"),
        pytest.param("TG03-05", {"doi_tuyen": 85}, "2", id="published-85"),
        pytest.param("TG03-05", {"doi_tuyen": 86}, "3", id="published-86"),
        pytest.param("TG03-05", {"doi_tuyen": "90.01"}, "5", id="published-above_90"),
        pytest.param("TG01-02", {"clb": 90, "clb_giai": False}, "2", id="published-club_90"),
        pytest.param("TG01-02", {"clb": 89, "clb_giai": False}, "1", id="published-club_89"),
        pytest.param("TG01-02", {"clb": 50, "clb_giai": True}, "1", id="published-club_prize"),
        pytest.param(
            "TG01-02",
            {"clb": 30, "clb_giai": False, "co_so": BRANCH},
            "2",
            id="published-club_of_a_branch",
        ),
    ],
)
def test_a_bonus_of_the_year(code: str, entries: dict[str, Given], points: str) -> None:
    """Rates and pupils have the points of the source."""

    assert Fraction(points) == score(YEAR, [_year(100, 100, **entries)])["9A"][code].points


@pytest.mark.parametrize("rate", ["85.5", "89.5", "90"])
def test_unspecified_a_rate_between_two_rows(rate: str) -> None:
    """From 85 to 86, from 89 to 90 and at 90 the paper has no row, so the result is a fault."""
    with pytest.raises(Faults, match=r"'TG03-05': [0-9.]+ is in no band"):
        score(YEAR, [_year(100, 100, doi_tuyen=rate)])


def _school(quotas: Ceilings) -> LimitedClasses:
    """Return 59 classes of distinct points, each good enough for the best title."""
    sheets = [
        Sheet(f"lop{place:02}", {**NO_BONUS, "hk1": 150 - place, "hk2": 150 - place})
        for place in range(59)
    ]
    scores = score(YEAR, sheets)
    return limit(classify(scores, CLASSES), quotas, rank(scores, ties="share"))


@pytest.mark.parametrize(
    ("quotas", "excellent"),
    [
        pytest.param("quotas_nam", 20, id="published-of_all"),
        pytest.param("quotas_nam_phan_mem", 14, id="from_code-of_the_titles"),
    ],
)
def test_hand_computed_titles_of_59_classes(quotas: str, excellent: int) -> None:
    """70 % of 59 are 41 titles; 35 % of all are 20 excellent ones, of the titles only 14.

    The paper says 35 % of all classes. The application takes 35 % of the 41.
    """
    school = _school(_read(quotas, Ceilings))

    assert Interval(excellent, excellent) == school.classes.having("Xuất sắc")
    assert Interval(41, 41) == school.classes.having("Xuất sắc", "Tiên tiến")
    assert school.kept


def test_hand_computed_rounding_the_quota_half_up_would_give_one_more() -> None:
    """20.65 is 20 rounded down and 21 half up; a ceiling is rounded down unless it says so."""
    school = _school(_read("quotas_nam", Ceilings))
    (verdict,) = limit(school.classes, _read("quotas_nam_lam_tron", Ceilings)).verdicts

    assert Interval(21, 21) == verdict.most


def test_published_a_class_with_a_pupil_disciplined_has_no_class() -> None:
    """Discipline by the council bars the class for the year, whatever its points."""
    classes = classify(score(YEAR, [_year(120, 120, ky_luat=True)]), CLASSES)

    assert classes["9A"].grade is None
    assert "có học sinh bị Hội đồng kỷ luật" in explain_class(classes, "9A")


def test_published_a_disciplined_class_stands_at_the_bottom() -> None:
    """It has the most points of all and a number, behind every class that is not barred."""
    years = {"9A": (120, True), "9B": (101, False), "9C": (60, False)}
    sheets = [
        Sheet(unit, {**NO_BONUS, "hk1": points, "hk2": points, "ky_luat": barred})
        for unit, (points, barred) in years.items()
    ]
    scores = score(YEAR, sheets)
    ranking = rank(scores, ties="share", classes=classify(scores, CLASSES))

    assert [("9B", 1), ("9C", 2), ("9A", 3)] == [(one.unit, one.rank) for one in ranking.places]
