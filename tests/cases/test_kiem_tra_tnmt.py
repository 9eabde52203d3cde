# SPDX-License-Identifier: MIT
"""Inspection of five standards: standard points, plus and minus, as rows of a printed table.

The application joins what the rows under a standard have with what the standard's own row has
by a bitwise "or", which drops fractions and is no sum. Whether a standard's own row
counts besides the rows under it is said nowhere: here it is a question of the sheet.

Source:
    https://github.com/synd276/chitieuthidua: CalculateScore.js; maxima of the standards and
    points of Cai Lậy from the minutes of 2022 in the same place.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Sheet, State, parse_vietnamese, score
from thidua.quantity import Given
from thidua.rubric import UnitScore, explain_line
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "kiem_tra_tnmt" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _cell(text: str) -> Fraction:
    """Read a cell of the table; an empty one has no plus and no minus."""
    return parse_vietnamese(text) if text else Fraction(0)


def _row(standard: int, plus: str, minus: str, *, own: bool = False) -> dict[str, Given]:
    return {
        "tieu_chuan": f"tiêu chuẩn {standard}",
        "cap": "tiêu chuẩn" if own else "mục",
        "cong": _cell(plus),
        "tru": _cell(minus),
    }


def _unit(*rows: dict[str, Given], own_counts: Given = False) -> UnitScore:
    sheet = Sheet("A", {"ca_dong_tieu_chuan": own_counts}, {"dong": rows})
    return score(RUBRIC, [sheet])["A"]


def test_hand_computed_a_plus_and_a_minus() -> None:
    """2,5 more and 1,5 less make 101 of 100."""
    unit = _unit(_row(1, "2,5", ""), _row(3, "", "1,5"))

    assert 101 == unit.points
    assert [Fraction("82.5"), Fraction("8.5")] == [unit["1"].points, unit["3"].points]


def test_hand_computed_fractions_of_a_standard_are_kept() -> None:
    """2,5 under a standard whose own row has 0 is 2.5; the application has 2."""
    unit = _unit(_row(1, "2,5", ""), _row(1, "0", "", own=True), own_counts=True)

    assert Fraction("2.5") == unit["1.cong"].points


@pytest.mark.parametrize(
    ("own_counts", "points"),
    [pytest.param(False, 5, id="from_code-5"), pytest.param(True, 7, id="from_code-7")],
)
def test_a_standards_own_row_counts_as_the_sheet_says(own_counts: Given, points: int) -> None:
    """5 under a standard and 2 on its own row are 5 or 7; which, the sheet says."""
    unit = _unit(_row(1, "5", ""), _row(1, "2", "", own=True), own_counts=own_counts)

    assert points == unit["1.cong"].points


def test_while_nobody_has_decided_on_own_rows_the_points_are_open() -> None:
    """Without an answer the standard has from 85 to 87 points, and the total is provisional."""
    rows = [_row(1, "5", ""), _row(1, "2", "", own=True)]
    unit = _unit(*rows, own_counts=State.MISSING)

    assert [85, 87] == [unit["1"].span.low, unit["1"].span.high]
    assert [105, 107] == [unit.total.span.low, unit.total.span.high]
    assert unit.points is None


def test_from_code_a_sign_is_not_dropped() -> None:
    """A minus of "-1,5" is refused; the application reads it as 1.5, a plus of "-1,5" as well."""

    assert Fraction("-1.5") == parse_vietnamese("-1,5")
    with pytest.raises(Faults) as caught:
        _unit(_row(1, "-1,5", ""), _row(1, "", "-1,5"))
    assert ["out-of-bounds", "out-of-bounds"] == [fault.code for fault in caught.value.faults]


CAI_LAY = {1: "14,4", 2: "0,5", 3: "2,5", 4: "1", 5: ""}
"""Points that the minutes agree above the standard ones, by standard."""


def test_published_the_points_of_cai_lay() -> None:
    """The minutes' 18.4 above the standards make 118.4; dropping fractions would make 117."""
    unit = _unit(*(_row(standard, plus, "") for standard, plus in CAI_LAY.items()))

    assert Fraction("118.4") == unit.points
    assert [Fraction(one) for one in ("94.4", "2.5", "12.5", "4", "5")] == [
        unit[str(standard)].points for standard in CAI_LAY
    ]
    assert 117 == 100 + sum(int(_cell(plus)) for plus in CAI_LAY.values())


def test_the_sentence_of_a_standard() -> None:
    """Standard, plus and minus points and what they come to are said for each standard."""
    unit = _unit(_row(1, "2,5", ""), _row(1, "", "1"))

    assert [
        "1 Tiêu chuẩn 1: Thực hiện nhiệm vụ chuyên môn: 81,5/80 điểm",
        "1.chuan Điểm chuẩn: điểm nền → 80/80 điểm",
    ] == [explain_line(unit, code) for code in ("1", "1.chuan")]
    assert explain_line(unit, "1.cong").endswith("tổng = 2,5 điểm → cộng 2,5 điểm")
    assert explain_line(unit, "1.tru").endswith("tổng = 1 điểm → trừ 1 điểm")
