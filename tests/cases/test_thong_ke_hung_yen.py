# SPDX-License-Identifier: MIT
"""Reports of fourteen statistics offices: time and quality, by month and by quarter.

Days late are reported, not computed from dates. A report whose day is ahead is ``not_due``
and leaves the total; one that is overdue and not there is ``missing`` and counts nothing.
Reports of every month or quarter stand in the rubric once for each.

Source:
    https://github.com/thanhtraqtm-lgtm/QUANLYDIEMTHI-DUA: src/data/emulationData.ts.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from thidua import Faults, Rubric, Section, Sheet, State, UnitScore, rank, score
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "thong_ke_hung_yen" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _sheet(unit: str, entries: Mapping[str, Given]) -> Sheet:
    """Return a sheet of what is given; all else is ahead."""
    return Sheet(unit, entries, others=State.NOT_DUE)


def _score(**entries: Given) -> UnitScore:
    return score(RUBRIC, [_sheet("A", entries)])["A"]


@pytest.mark.parametrize(
    ("late", "quality", "points"),
    [
        pytest.param(0, "0.9", 57, id="hand_computed-on_time"),
        pytest.param(6, 1, 48, id="hand_computed-6_days_late"),
        pytest.param(20, 1, 30, id="hand_computed-20_days_late"),
        pytest.param(State.MISSING, State.MISSING, 0, id="hand_computed-not_submitted"),
    ],
)
def test_a_report_of_30_points(late: Given, quality: Given, points: int) -> None:
    """Two points less for every day late, down to none, and quality in proportion."""
    unit = _score(tre_1=late, cl_1=quality)

    assert [points, 60] == [unit["1"].points, unit["1"].maximum]
    assert points == unit.points


def test_hand_computed_a_report_that_is_not_due_is_left_out() -> None:
    """What is ahead counts neither points nor maximum; what is overdue counts its maximum."""
    unit = _score(tre_1=0, cl_1=1, tre_2=State.MISSING, cl_2=State.MISSING)

    assert [60, 60] == [unit["1"].points, unit["1"].maximum]
    assert [0, 60] == [unit["2"].points, unit["2"].maximum]
    assert [0, 0] == [unit["3"].points, unit["3"].maximum]
    assert [60, 120] == [unit.points, unit.total.maximum]


def test_spec_document_reports_of_every_month_and_quarter() -> None:
    """Three reports stand in the rubric twelve times and one four times: 59 in all."""
    (reports,) = RUBRIC.sections
    assert isinstance(reports, Section)
    times = {
        one.code: len(one.criteria)
        for one in reports.criteria
        if isinstance(one, Section) and isinstance(one.criteria[0], Section)
    }

    assert 23 == len(reports.criteria)
    assert {"12": 12, "13": 12, "14": 12, "15": 4} == times


def test_spec_document_months_are_added() -> None:
    """January on time and February two days late, of good quality, are 60 + 56 points."""
    unit = _score(tre_12_01=0, cl_12_01=1, tre_12_02=2, cl_12_02=1)

    assert [116, 120] == [unit["12"].points, unit["12"].maximum]


def test_spec_document_units_are_ranked_by_the_total() -> None:
    """30 + 30 × 0.85 + 26 + 30 × 0.93 = 109.4 points stand below 111.2."""
    entries: dict[str, Given] = {"tre_1": 0, "cl_1": "0.85", "tre_2": 2, "cl_2": "0.93"}
    sheets = [_sheet("Văn Lâm", entries), _sheet("Kim Động", {**entries, "cl_2": "0.99"})]
    scores = score(RUBRIC, sheets)

    assert [Fraction("109.4"), Fraction("111.2")] == [unit.points for unit in scores]
    assert ["Kim Động", "Văn Lâm"] == [one.unit for one in rank(scores, ties="share").places]


def test_unspecified_a_report_that_does_not_apply() -> None:
    """The source does not say what a report counts that an office has not to make."""
    with pytest.raises(Faults, match=r"'5\.TG'"):
        _score(tre_5=State.NOT_APPLICABLE)
