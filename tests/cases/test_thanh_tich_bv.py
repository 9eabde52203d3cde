# SPDX-License-Identifier: MIT
"""Awards of hospital staff by the number of achievements of a kind, at a level, in some years.

A rule is a table of two classes over a file of achievements: who lacks nothing is fit to be
proposed. "At or above a level" lists the levels, and a window is a comparison of years. The
application says of nobody what is missing; here every class does.

Source:
    https://github.com/thuanhuynhh/khen-thuong-bv-thong-nhat: apps/api/src/index.ts,
    packages/shared/src/index.ts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest

from thidua import Offer, Rubric, Sheet, State, propose, rank, score
from thidua.award import reason
from thidua.quantity import Given
from thidua.ranking import Classes, GradeTable, classify, explain_class
from thidua.wire import loads

T = TypeVar("T")
File: TypeAlias = list[tuple[str, int]]
"""What somebody has achieved, and in which year."""


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "thanh_tich_bv" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
FIT, UNFIT = "Đủ điều kiện", "Chưa đủ điều kiện"
CSTD, CSTD_CITY = "chiến sĩ thi đua cơ sở", "chiến sĩ thi đua cấp thành phố"
PRIME_MINISTER, MINISTRY, STATE = "bằng khen Thủ tướng", "đề tài cấp Bộ", "đề tài cấp Nhà nước"


def _sheet(unit: str, file: File, year: Given = 2025) -> Sheet:
    items: list[dict[str, Given]] = [{"thanh_tich_gi": what, "nam": when} for what, when in file]
    return Sheet(unit, {"nam_xet": year}, {"thanh_tich": items})


def _classes(rule: str, *sheets: Sheet) -> Classes:
    return classify(score(RUBRIC, sheets), _read(f"classes_{rule}", GradeTable))


THREE = [(CSTD, 2023), (CSTD, 2024), (CSTD_CITY, 2025)]
TWICE_IN_ONE_YEAR = [(CSTD, 2024), (CSTD, 2024), (CSTD_CITY, 2025)]

RULES = [
    pytest.param(
        "huan_chuong",
        [(PRIME_MINISTER, 2020), (STATE, 2022)],
        FIT,
        id="from_code-certificate_and_research",
    ),
    pytest.param("huan_chuong", [(PRIME_MINISTER, 2020)], UNFIT, id="hand_computed-no_research"),
    pytest.param(
        "huan_chuong",
        [("bằng khen cấp Bộ", 2020), (STATE, 2022)],
        UNFIT,
        id="hand_computed-certificate_below",
    ),
    pytest.param("dung_cap_bo", [(STATE, 2022)], UNFIT, id="from_code-exactly_that_level"),
    pytest.param("dung_cap_bo", [(MINISTRY, 2022)], FIT, id="hand_computed-that_level"),
    pytest.param("ba_lan", THREE, FIT, id="from_code-three_in_three_years"),
    pytest.param("ba_lan", TWICE_IN_ONE_YEAR, FIT, id="from_code-records_are_counted"),
    pytest.param("ba_lan", [(CSTD, 2022), *THREE[1:]], UNFIT, id="hand_computed-one_too_old"),
    pytest.param("ba_nam_lien_tuc", THREE, FIT, id="hand_computed-each_year"),
    pytest.param("ba_nam_lien_tuc", TWICE_IN_ONE_YEAR, UNFIT, id="from_code-not_each_year"),
    pytest.param("mot_nam", [(CSTD, 2026)], UNFIT, id="from_code-after_the_year"),
    pytest.param("mot_nam", [(CSTD, 2025)], FIT, id="hand_computed-in_the_year"),
    pytest.param(
        "ba_lan",
        [("chiến sĩ thi đua khác", year) for year in (2023, 2024, 2025)],
        UNFIT,
        id="hand_computed-other_equals_only_itself",
    ),
]


@pytest.mark.parametrize(("rule", "file", "grade"), RULES)
def test_a_file_is_fit_or_not(rule: str, file: File, grade: str) -> None:
    """A file is fit for an award exactly if it has as many achievements as every condition asks.

    Three in three years and one in each of three years are two rules: of two achievements in
    2024 and one in 2025 the first is met and the second is not. The application has the first.
    """

    assert grade == _classes(rule, _sheet("A", file))["A"].grade


def test_a_file_that_is_missing_is_not_a_file_without_achievements() -> None:
    """Nobody is unfit because their file has not come yet."""
    sheet = Sheet("A", {"nam_xet": 2025}, {"thanh_tich": State.MISSING})

    assert (FIT, UNFIT) == _classes("mot_nam", sheet)["A"].possible


def test_the_reason_names_the_condition_that_is_not_met() -> None:
    """Who is not fit reads which count is short, and what there is."""
    classes = _classes("dung_cap_bo", _sheet("A", [(STATE, 2022)]))

    assert (
        "1 điểm: xếp loại Chưa đủ điều kiện; Đủ điều kiện cần số lượng(Thành tích; với "
        "Loại và cấp = “đề tài cấp Bộ” và Năm đạt ≤ Năm xét) ≥ 1, hiện 0"
    ) == explain_class(classes, "A")


def test_hand_computed_only_who_is_fit_is_proposed() -> None:
    """Who is not fit keeps the rank and is barred from the award, with the reason."""
    sheets = [
        _sheet("A", [(MINISTRY, 2022), (STATE, 2023), (STATE, 2024)]),
        _sheet("B", [(PRIME_MINISTER, 2020), (STATE, 2022)]),
    ]
    classes = _classes("huan_chuong", *sheets)
    unfit = {one.unit: explain_class(classes, one.unit) for one in classes if one.grade != FIT}
    award = "Huân chương Lao động hạng Ba"

    slate = propose(rank(score(RUBRIC, sheets), ties="share"), [Offer(award, 1)], knock_outs=unfit)

    assert ("B",) == slate.recipients(award)
    assert [1, 2] == [slate[unit].rank for unit in "AB"]
    assert "bằng khen Thủ tướng" in reason(slate["A"])
