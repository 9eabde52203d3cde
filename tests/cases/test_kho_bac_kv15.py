# SPDX-License-Identifier: MIT
"""A treasury office's quarter: two conditions for a class, and a quota of 20 % that demotes.

Percents over 100 do not occur, as every task counts at most in full. Units that are equal in
points and in professional percent stand in the order of their names.

Source:
    https://github.com/kbbinhdinh-arch/kpi-phong-ktnn: AGENTS.md, the handbook of the office,
    by Nghị định 335/2025/NĐ-CP and Quyết định 1253/QĐ-BTC.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest
from attrs import evolve

from thidua import Criterion, Faults, Measure, Rubric, Section, Sheet, rank, score
from thidua.formula import DirectEntry
from thidua.quantity import Given, Interval
from thidua.ranking import (
    Ceilings,
    Classes,
    GradeTable,
    LimitedClasses,
    Ties,
    classify,
    explain_class,
    limit,
)
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "kho_bac_kv15" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
MONTH = _read("rubric_thang", Rubric)
CLASSES = _read("classes", GradeTable)
QUOTAS = _read("quotas", Ceilings)
TIES = _read("ties", Ties)
XUAT_SAC, TOT, _, KHONG = (grade.name for grade in CLASSES.grades)


def _sheet(
    unit: str, months: Iterable[Given], general: Iterable[Given], *, disciplined: bool = False
) -> Sheet:
    entries: dict[str, Given] = {f"m{i}": one for i, one in enumerate(months, 1)}
    entries |= {f"c{i}": one for i, one in enumerate(general, 1)}
    return Sheet(unit, entries | {"ky_luat": disciplined})


EXAMPLES = [
    pytest.param(
        ["96.5", 98, 95], [6] * 5, "67.6", "97.6", XUAT_SAC, id="hand_computed-67.55_is_67.6"
    ),
    pytest.param([90] * 3, ["5.4"] * 5, "63", "90", XUAT_SAC, id="hand_computed-exactly_90"),
    pytest.param(["89.9"] * 3, [6] * 5, "62.9", "92.9", TOT, id="hand_computed-percent_89.9"),
]


@pytest.mark.parametrize(("months", "general", "professional", "total", "grade"), EXAMPLES)
def test_points_and_class_of_the_source(
    months: list[Given], general: list[Given], professional: str, total: str, grade: str
) -> None:
    """The professional part is rounded half up before it is added; its percent has a say."""
    scores = score(RUBRIC, [_sheet("a", months, general)])

    assert Fraction(professional) == scores["a"]["CM"].points
    assert Fraction(total) == scores["a"].points
    assert grade == classify(scores, CLASSES)["a"].grade


def test_hand_computed_the_general_part_has_no_more_than_30() -> None:
    """Five times 6.5 would be cut to 30; but a criterion of 6 points takes no 6.5.

    The source's example enters 6.5 where its own table has from 0 to 6.
    """
    months: list[Given] = [100, 100, 100]
    with pytest.raises(Faults, match="above its most of 6"):
        score(RUBRIC, [_sheet("a", months, ["6.5"] * 5)])

    scores = score(_without_bounds(), [_sheet("a", months, ["6.5"] * 5)])

    assert 30 == scores["a"]["TC"].points


def _without_bounds() -> Rubric:
    """Return the rubric with room for 7 points in each criterion of the general part."""
    first, general = RUBRIC.sections
    assert isinstance(general, Section)
    wider = [
        evolve(one, formula=DirectEntry(one.formula.measure, most=7))
        for one in general.criteria
        if isinstance(one, Criterion) and isinstance(one.formula, DirectEntry)
    ]
    measures = [
        evolve(one, most=7) if isinstance(one, Measure) and one.code.startswith("c") else one
        for one in RUBRIC.measures
    ]
    return evolve(RUBRIC, measures=measures, sections=[first, evolve(general, criteria=wider)])


def test_hand_computed_reason() -> None:
    """The reason names the condition that is not met, and what there is."""
    classes = classify(score(RUBRIC, [_sheet("a", ["89.9"] * 3, [6] * 5)]), CLASSES)

    assert (
        "92,9 điểm: xếp loại Hoàn thành tốt nhiệm vụ; Hoàn thành xuất sắc nhiệm vụ cần "
        "(Tỷ lệ hoàn thành tháng thứ 1 của quý + Tỷ lệ hoàn thành tháng thứ 2 của quý + "
        "Tỷ lệ hoàn thành tháng thứ 3 của quý) / 3 ≥ 90, hiện 89,9"
    ) == explain_class(classes, "a")


def test_spec_document_discipline() -> None:
    """Whoever was disciplined has not completed the task, whatever the total."""
    classes = classify(score(RUBRIC, [_sheet("a", [100] * 3, [6] * 5, disciplined=True)]), CLASSES)

    assert KHONG == classes["a"].grade
    assert (
        "100 điểm: xếp loại Không hoàn thành nhiệm vụ; vi phạm kỷ luật theo quy định: cao nhất "
        "là Không hoàn thành nhiệm vụ"
    ) == explain_class(classes, "a")


def _office(units: int) -> tuple[Classes, LimitedClasses]:
    """Return an office whose *units* all have points enough for the best class."""
    sheets = [
        _sheet(f"cb{place:02}", [100 - Fraction(place, 10)] * 3, [6] * 5)
        for place in range(1, units + 1)
    ]
    scores = score(RUBRIC, sheets)
    classes = classify(scores, CLASSES)
    return classes, limit(classes, QUOTAS, rank(scores, ties=TIES))


@pytest.mark.parametrize(("units", "quota"), [(35, 7), (34, 6)], ids=["published", "hand_computed"])
def test_the_quota(units: int, quota: int) -> None:
    """20 % of all that have a class, rounded down, stay; the rest fall to the next class."""
    before, after = _office(units)

    assert Interval(units, units) == before.having(XUAT_SAC)
    assert Interval(quota, quota) == after.classes.having(XUAT_SAC)
    assert Interval(units - quota, units - quota) == after.classes.having(TOT)
    assert {f"cb{i:02}" for i in range(1, quota + 1)} == {
        unit.unit for unit in after.classes if unit.grade == XUAT_SAC
    }


def test_published_note() -> None:
    """Who is fit but ranked eighth reads that the quota is used up."""
    _, after = _office(35)

    assert (
        "99,4 điểm: xếp loại Hoàn thành tốt nhiệm vụ; đủ điều kiện Hoàn thành xuất sắc nhiệm vụ "
        "nhưng đã hết chỉ tiêu 20 %"
    ) == explain_class(after.classes, "cb08")


def test_spec_document_ties_go_to_the_higher_professional_percent() -> None:
    """96.51 % stands above 96.5 %, with 67.6 points both; then the order of names decides."""
    percents: dict[str, Given] = {"a": "96.5", "b": "96.51", "c": "96.5"}
    sheets = [_sheet(unit, [percent] * 3, [6] * 5) for unit, percent in percents.items()]
    scores = score(RUBRIC, sheets)

    assert {Fraction("97.6")} == {unit.points for unit in scores}
    assert [("b", 1, 1), ("a", 2, 2), ("c", 3, 3)] == [
        (one.unit, one.best, one.worst) for one in rank(scores, ties=TIES).places
    ]


def test_spec_document_a_month_is_its_tasks_by_weight() -> None:
    """60 % done in full and more, 40 % done to three quarters: 60 + 30 of 100."""
    tasks: list[dict[str, Given]] = [
        {"ty_trong": 60, "giao": 10, "lam": 12},
        {"ty_trong": 40, "giao": 4, "lam": 3},
    ]

    assert 90 == score(MONTH, [Sheet("a", {}, {"viec": tasks})])["a"].points
