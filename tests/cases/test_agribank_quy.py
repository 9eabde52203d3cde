# SPDX-License-Identifier: MIT
"""A bank branch's quarterly self-assessment: steps over a plan, capped bonuses and penalties.

Three things stay as the source has them. IV-3 costs 2 points by the appendix and the table of
rules, and has 1 in a list: the document has 1 for its maximum and 2 in its rule. The rows of
III and IV add up to far more than the 10 of their sections. The table of part I is not
public, so its points are reported. Part D is a block of its own, apart from the total.
What counts once a year (V-2, V-3) is reported in the quarter in which it is reached.
"1 %" in III-9 is read as one percentage point; the source does not say.

Source:
    Agribank, one branch: the appendix of its form quoted in its application, with the table
    of rules and the formulas, public on GitHub.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Section, Sheet, State, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric(name: str) -> Rubric:
    document = Path(__file__).parent / "agribank_quy" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric("rubric")
RULES_OF_WORK = _rubric("rubric_noi_quy")

ORDINARY: Mapping[str, Given] = {
    "i": 60,
    **dict.fromkeys(("ii_2", "ii_3", "ii_3b", "ii_4", "ii_5"), 0),
    **dict.fromkeys(("nguon_von", "nguon_von_kh", "nguon_von_truoc"), 1000),
    **dict.fromkeys(("du_no", "du_no_kh", "du_no_loai_tru", "du_no_loai_tru_truoc"), 1000),
    **dict.fromkeys(("thu_dv", "thu_dv_kh", "thu_no", "thu_no_kh"), 100),
    **dict.fromkeys(("no_nhom_2", "no_nhom_2_truoc", "no_xau", "no_xau_truoc"), 10),
    **dict.fromkeys(("don_vi_luong", "don_vi_ttqt", "don_vi_bao_lanh"), 0),
    **dict.fromkeys(("casa", "casa_truoc"), 12),
    **dict.fromkeys(("ngoai_te", "ngoai_te_truoc", "tiep_thi", "tiep_thi_kh"), 50),
    "loai_don_vi": "phòng giao dịch",
    "du_phong": 0,
    **dict.fromkeys(("tl_nhom_2", "tl_nhom_2_truoc", "tl_no_xau", "tl_no_xau_truoc"), "1.5"),
    "bien_ban": 0,
    "thi_kem": False,
    **dict.fromkeys(("kh_nam", "kh_nam_khac", "sang_kien"), 0),
    "giai": "không",
}
"""A quarter exactly on plan and as the one before, without any event."""


def _points(code: str, **entries: Given) -> Fraction | None:
    return score(RUBRIC, [Sheet("A", {**ORDINARY, **entries})])["A"][code].points


EXAMPLES = [
    pytest.param("III-2", {"nguon_von": 1049}, 0, id="hand_computed-4.9_percent_is_no_step"),
    pytest.param("III-2", {"nguon_von": 1050}, 1, id="hand_computed-exactly_one_step"),
    pytest.param("III-2", {"nguon_von": 1300}, 5, id="hand_computed-six_steps_capped"),
    pytest.param("III-2", {"nguon_von": 1150}, 3, id="hand_computed-exactly_three_steps"),
    pytest.param("III-2", {"nguon_von": 900}, 0, id="hand_computed-below_plan"),
    pytest.param("III-4", {"thu_dv": 109}, 3, id="hand_computed-steps_of_3_percent"),
    pytest.param("III-5", {"thu_no": 110}, 3, id="hand_computed-110_percent"),
    pytest.param("III-5", {"thu_no": "109.99"}, 0, id="hand_computed-109.99_percent"),
    pytest.param("IV-5", {"nguon_von": 950}, 1, id="hand_computed-5_percent_less"),
    pytest.param("IV-5", {"nguon_von": 700}, 5, id="hand_computed-30_percent_less_capped"),
    pytest.param("IV-9", {"thu_no_kh": 20, "thu_no": 10}, 5, id="hand_computed-half_recovered"),
    pytest.param("IV-9", {"thu_no_kh": 20, "thu_no": 25}, 0, id="hand_computed-over_plan"),
    pytest.param("IV-2", {"du_phong": 80}, 1, id="hand_computed-office_80"),
    pytest.param(
        "IV-2",
        {"loai_don_vi": "chi nhánh loại II", "du_phong": 80},
        1,
        id="hand_computed-branch_80",
    ),
    pytest.param(
        "IV-2",
        {"loai_don_vi": "chi nhánh loại II", "du_phong": "49.9"},
        0,
        id="hand_computed-branch_49.9",
    ),
    pytest.param("II", {"ii_3": 11}, 0, id="hand_computed-eleven_violations"),
]


@pytest.mark.parametrize(("code", "entries", "points"), EXAMPLES)
def test_a_row_gives_the_points_of_the_source(
    code: str, entries: dict[str, Given], points: int
) -> None:
    """Only full steps count, held to the row's limit; violations leave no less than nothing."""

    assert points == _points(code, **entries)


def test_hand_computed_sections_are_capped_before_they_are_added() -> None:
    """60 + 16 + min(13, 10) − 3 + min(8, 5) = 88."""
    quarter = score(
        RUBRIC,
        [
            Sheet(
                "A",
                {
                    **ORDINARY,
                    "ii_2": 2,
                    "nguon_von": 1300,
                    "du_no": 1300,
                    "thu_no": 110,
                    "du_phong": 20,
                    "tl_no_xau": 2,
                    "kh_nam": 1,
                    "kh_nam_khac": 1,
                },
            )
        ],
    )["A"]

    assert [60, 16, 10, 3, 5] == [quarter[code].points for code in ("I", "II", "III", "IV", "V")]
    assert 88 == quarter.points


def test_as_declared_one_row_has_two_values() -> None:
    """A rising share of debts of group 2 costs the 2 points of the rule; its maximum says 1."""
    penalties = RUBRIC.sections[3]
    assert isinstance(penalties, Section)
    row = next(one for one in penalties.criteria if one.code == "IV-3")

    assert 1 == row.maximum
    assert 2 == _points("IV-3", tl_nhom_2=2)


def test_as_declared_rows_add_up_to_more_than_their_sections() -> None:
    """The rows of bonus and of penalty have 30 points each, and their sections 10."""
    bonus, penalty = RUBRIC.sections[2:4]
    assert isinstance(bonus, Section)
    assert isinstance(penalty, Section)

    assert {Fraction(10)} == {bonus.maximum, penalty.maximum}
    assert [30, 30] == [sum(row.maximum or 0 for row in one.criteria) for one in (bonus, penalty)]


def test_unspecified_a_quarter_before_of_zero() -> None:
    """There is no share of zero: a zero is refused, "not applicable" costs nothing.

    The source writes "undefined" and skips the row.
    """
    with pytest.raises(Faults, match="'nguon_von_truoc' is 0, not above 0"):
        _points("IV-5", nguon_von_truoc=0)

    assert 0 == _points("IV-5", nguon_von=100, nguon_von_truoc=State.NOT_APPLICABLE)


def test_unspecified_no_plan_for_recovered_debts() -> None:
    """IV-9 applies "if there is" a plan; for III-5 the source does not say, so it is a fault."""
    with pytest.raises(Faults) as caught:
        _points("IV-9", thu_no_kh=State.NOT_ASSIGNED)

    (fault,) = caught.value
    assert "'III-5'" in str(fault)


@pytest.mark.parametrize(("off", "left"), [([], "10"), (["0.5", 2], "7.5"), ([4, 4, 4], "0")])
def test_hand_computed_rules_of_work(off: list[Given], left: str) -> None:
    """Ten points less those of every fault, and no less than nothing."""
    sheet = Sheet("A", {}, {"loi": [{"diem_tru": one} for one in off]})

    assert Fraction(left) == score(RULES_OF_WORK, [sheet])["A"].points
