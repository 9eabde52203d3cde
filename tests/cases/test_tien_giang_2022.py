# SPDX-License-Identifier: MIT
"""Tiền Giang's table for district environment offices, 2022, and the minutes of one appraisal.

Two rubrics, because the source has two: the table of standard points, and the minutes of
09/12/2022, which give more than the table allows (four withdrawn complaints where the table
caps them at two, a bonus under C4 that the table does not have, C2 counted from 90 % without
a cap). So the points agreed on do not follow from the table, and the minutes enter them as
they are; only C2 has its rule written in the minutes.
Points entered may exceed the standard points, so they are entered without a limit.

Source:
    https://github.com/synd276/chitieuthidua: Bang diem chuan.docx (the table), 3_Moi_Biên bản
    làm việc với Thị xã Cai Lậy -2022.doc (the minutes), bao cao cham diem thi dua hoan
    chinh.docx (the self-score).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Criterion, Faults, Rubric, Section, Sheet, State, UnitScore, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric(name: str) -> Rubric:
    document = Path(__file__).parent / "tien_giang_2022" / name
    return loads(document.read_text(encoding="utf-8"), Rubric)


TABLE = _rubric("rubric.json")
MINUTES = _rubric("minutes.json")


def _points(criterion: str, entries: Mapping[str, Given]) -> Fraction | None:
    """Return the points of one criterion of the table; nothing else is reported."""
    scores = score(TABLE, [Sheet("Cai Lậy", entries, others=State.MISSING)])
    return scores["Cai Lậy"][criterion].points


EXAMPLES = [
    pytest.param("a1", {"a1_cham": 4, "a1_khong_phoi_hop": 1}, "1.5", id="hand_computed-a1"),
    pytest.param(
        "a4",
        {
            "a4_moi_dang_ky": 100,
            "a4_phan_anh_dung": False,
            "a4_luy_tien_ho": 99,
            "a4_luy_tien_chung": 95,
            "a4_khong_tham_gia": 0,
        },
        "5.5",
        id="hand_computed-a4-both_bounds",
    ),
    pytest.param(
        "a4",
        {
            "a4_moi_dang_ky": 100,
            "a4_phan_anh_dung": False,
            "a4_luy_tien_ho": "99.2",
            "a4_luy_tien_chung": 96,
            "a4_khong_tham_gia": 1,
        },
        "3",
        id="hand_computed-a4-a_deduction_bars_the_bonus",
    ),
    pytest.param("C2", {"c2_ty_le": "97.7"}, "5.5", id="hand_computed-C2-97.7"),
    pytest.param(
        "3.3",
        {"t3_ho_so": 723, "t3_truoc_han": "86.58", "t3_tre_han": 0, "t3_phan_anh": False},
        "8",
        id="published-3.3-626_of_723_early",
    ),
    pytest.param(
        "3.3",
        {"t3_ho_so": 2500, "t3_truoc_han": 0, "t3_tre_han": "0.4", "t3_phan_anh": True},
        "3.8",
        id="hand_computed-3.3-late_and_complaint",
    ),
    pytest.param(
        "2.1", {"t2_khien_trach": 0, "t2_canh_cao": 1}, "-1", id="hand_computed-2.1-below_zero"
    ),
    pytest.param(
        "4.3", {"t4_3_bai": 19, "t4_3_quy_khong": 0}, "2.5", id="hand_computed-4.3-capped_bonus"
    ),
]


@pytest.mark.parametrize(("criterion", "entries", "points"), EXAMPLES)
def test_a_criterion_gives_the_points_of_the_source(
    criterion: str, entries: dict[str, Given], points: str
) -> None:
    """Each example on one criterion of the table comes out."""

    assert Fraction(points) == _points(criterion, entries)


@pytest.mark.parametrize(
    ("rate", "points"),
    [("90.01", "5"), ("92", "5"), ("92.5", "5.1"), ("93", "5.2"), ("95.99", "5.4"), (100, "5.5")],
    ids="hand_computed-{}".format,
)
def test_c2_grows_by_a_tenth_above_92_and_by_one_more_each_percent(
    rate: Given, points: str
) -> None:
    """Above 92 % gives 0.1 and every whole percent more gives 0.1, at most 0.5 together.

    At 93 % that is 0.2, one for being above 92 and one for the percent more; steps that have
    only begun, counted by `Stepped`, would give 0.1 there.
    """

    assert Fraction(points) == _points("C2", {"c2_ty_le": rate})


GAPS = [
    pytest.param(
        "C1",
        {"c1_ty_le": 98},
        0,
        "98 is in no band: the bands end at 98 and begin again at 98",
        id="hand_computed-C1-98",
    ),
    pytest.param(
        "C1",
        {"c1_ty_le": 95},
        0,
        "95 is in no band: the bands begin at 96",
        id="hand_computed-C1-below_96",
    ),
    pytest.param(
        "C2",
        {"c2_ty_le": 90},
        1,
        "90 is in no band: the bands end at 90 and begin again at 90",
        id="hand_computed-C2-90",
    ),
]


@pytest.mark.parametrize(("criterion", "entries", "position", "what"), GAPS)
def test_a_gap_in_the_table_is_a_fault(
    criterion: str, entries: dict[str, Given], position: int, what: str
) -> None:
    """A rate that the published table leaves out has no points, and the fault says where.

    The table covers above 98 and from 97 to below 98, but not 98 itself; nothing below 96 in
    C1; not 90 itself in C2.
    """
    place = f"$.sections[0].criteria[2].criteria[{position}].formula"
    said = f"unit 'Cai Lậy', criterion {criterion!r}: {what}; close the table there"

    with pytest.raises(Faults) as caught:
        _points(criterion, entries)

    assert f"{place}: {said}" == str(caught.value)
    assert ["band-gap"] == [fault.code for fault in caught.value.faults]


AGREED: Mapping[str, Given] = {
    "a1_diem": 3,
    "a2_diem": 3,
    "a3_diem": 3,
    "a4_diem": "5.5",
    "a5_diem": 3,
    "a6_diem": 3,
    "a7_diem": 7,
    "a8_diem": "3.5",
    "a9_diem": 5,
    "b1_diem": 2,
    "b2_diem": "5.5",
    "b3_diem": "3.5",
    "b4_diem": 5,
    "c1_diem": 5,
    "c2_ty_le": "97.7",
    "c3_diem": "5.2",
    "c4_diem": "4.5",
    "c5_diem": 5,
    "c6_diem": 1,
    "d1_diem": 5,
    "d2_diem": 11,
    "t2_1_diem": 1,
    "t2_2_diem": "1.5",
    "t3_1_diem": 2,
    "t3_2_diem": "2.5",
    "t3_3_diem": 8,
    "t4_1_diem": 1,
    "t4_2_diem": "0.5",
    "t4_3_diem": "2.5",
    "t5_diem": 5,
}
SELF_SCORED: Mapping[str, Given] = {**AGREED, "a7_diem": 11, "d2_diem": 13}

SECTIONS = ("1.a", "1.b", "1.C", "1.d", "1", "2", "3", "4", "5")


def _minutes(entries: Mapping[str, Given]) -> UnitScore:
    return score(MINUTES, [Sheet("Cai Lậy", entries)])["Cai Lậy"]


@pytest.mark.parametrize(
    ("entries", "sections", "total"),
    [
        pytest.param(
            AGREED,
            ["36", "16", "26.4", "16", "94.4", "2.5", "12.5", "4", "5"],
            "118.4",
            id="published-agreed_118.4",
        ),
        pytest.param(
            SELF_SCORED,
            ["40", "16", "26.4", "18", "100.4", "2.5", "12.5", "4", "5"],
            "124.4",
            id="published-self_score_124.4",
        ),
    ],
)
def test_the_appraisal_adds_up(
    entries: Mapping[str, Given], sections: list[str], total: str
) -> None:
    """The points of the minutes and of the self-score add up to the published sums.

    Nothing caps a section or the total, so both are above 100; in the self-score a7 counts
    eight solutions and d2 six withdrawn complaints, where the minutes agree on four and four.
    """
    unit = _minutes(entries)

    assert [Fraction(one) for one in sections] == [unit[code].points for code in SECTIONS]
    assert Fraction(total) == unit.points
    assert 100 == unit.total.maximum


def _leaves(parts: Iterable[Section | Criterion]) -> Iterator[Criterion]:
    for part in parts:
        if isinstance(part, Section):
            yield from _leaves(part.criteria)
        else:
            yield part


def test_published_the_agreed_bonus_is_18_4_and_no_penalty() -> None:
    """What was agreed above the standard points adds up to 18.4, what was below to nothing."""
    unit = _minutes(AGREED)
    over = [(unit[leaf.code].points or 0) - leaf.maximum for leaf in _leaves(MINUTES.sections)]

    assert Fraction("18.4") == sum(one for one in over if one > 0)
    assert 0 == sum(one for one in over if one < 0)


def test_published_c2_by_the_rule_of_the_minutes() -> None:
    """97.7 % gives 5.7 points in the minutes: 0.1 for each whole percent above 90, no cap.

    By the table the same rate gives 5.5; the rule had changed between table and minutes.
    """

    assert Fraction("5.7") == _minutes(AGREED)["C2"].points


def test_the_table_adds_up_to_100() -> None:
    """The standard points of the table are 80, 2, 10, 3 and 5 of 100, and sum up to them."""
    leaves = {part.code: sum(leaf.maximum for leaf in _leaves([part])) for part in TABLE.sections}

    assert {"1": 80, "2": 2, "3": 10, "4": 3, "5": 5} == leaves
    assert leaves == {part.code: part.maximum for part in TABLE.sections}


def test_an_office_without_faults_has_the_standard_points() -> None:
    """With nothing to deduct and nothing to reward, every criterion of the table is full."""
    nothing: dict[str, Given] = {
        measure.code: False if measure.kind == "question" else 0 for measure in TABLE.measures
    }
    fulfilled: dict[str, Given] = {
        "a4_moi_dang_ky": 100,
        "a4_luy_tien_ho": "98.5",
        "c1_ty_le": 99,
        "c2_ty_le": 91,
        "c3_2_to_chuc": True,
        "c4_1_co": True,
        "c4_2_ty_le": 100,
        "c5_1_huong_dan": True,
        "c5_1_ke_hoach": True,
        "d1_ty_le": 100,
        "t3_1_thang_1": True,
        "t3_2_phat_dong": True,
        "t3_2_khong_kiem_tra": True,
        "t4_1_thang_1": True,
    }

    unit = score(TABLE, [Sheet("A", nothing | fulfilled)])["A"]

    assert {leaf.code: leaf.maximum for leaf in _leaves(TABLE.sections)} == {
        leaf.code: unit[leaf.code].points for leaf in _leaves(TABLE.sections)
    }
    assert 100 == unit.points
