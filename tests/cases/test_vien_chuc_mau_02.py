# SPDX-License-Identifier: MIT
"""The monthly form of a school's managers: points in quarters, tables of rates, a sum cut at 100.

The form asks to choose one row of a table by a rate, and says beside it that the points are
the rate times the maximum: 18 of 20 would be 8 or 9. The rows are what is filled in, so the
document has the rows. Part B is declared as 70 points; its criteria have 65.
The principal's points are the final ones; those a person gives to himself are another sheet.

Source:
    https://github.com/trungnoitru83-cpu/thi-dua-vien-chuc: src/data/form03Criteria.ts,
    src/components/Form03Page.tsx. Long names of criteria are cut there.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from thidua import Faults, Rubric, Section, Sheet, State, UnitScore, score
from thidua.formula import DirectEntry
from thidua.quantity import Given
from thidua.ranking import GradeTable, classify
from thidua.wire import loads

T = TypeVar("T")


def _read(name: str, expect: type[T]) -> T:
    document = Path(__file__).parent / "vien_chuc_mau_02" / f"{name}.json"
    return loads(document.read_text(encoding="utf-8"), expect)


RUBRIC = _read("rubric", Rubric)
CLASSES = _read("classes", GradeTable)
ALL_DONE: Mapping[str, Given] = {"giao": 20, "xong": 20, "dung_han": 20, "dat": 20}


def _sheet(**parts: str) -> Sheet:
    """Return a sheet with all work done and as many points as said in each part.

    The criteria in which points are entered are filled in printed order.
    """
    entries: dict[str, Given] = {**ALL_DONE, "c_4": 2 if parts["C"] == "7" else 0}
    for section in RUBRIC.sections:
        assert isinstance(section, Section)
        computed = {"A": 0, "B": 35, "C": entries["c_4"], "D": 0}[section.code]
        left = Fraction(parts[section.code]) - Fraction(str(computed))
        for one in section.criteria:
            if not isinstance(one, Section) and isinstance(one.formula, DirectEntry):
                entries[one.formula.measure] = min(left, one.maximum)
                left -= min(left, one.maximum)
        assert not left
    return Sheet("A", entries)


def _score(sheet: Sheet) -> UnitScore:
    return score(RUBRIC, [sheet])["A"]


def _rates(**done: Given) -> UnitScore:
    return _score(Sheet("A", {**ALL_DONE, **done}, others=State.MISSING))


@pytest.mark.parametrize(
    ("done", "points"),
    [
        pytest.param(18, 8, id="hand_computed-18_of_20"),
        pytest.param(20, 10, id="hand_computed-20_of_20"),
        pytest.param(11, 0, id="hand_computed-11_of_20"),
    ],
)
def test_a_rate_has_the_points_of_its_row(done: int, points: int) -> None:
    """90 % stands in the row from 90 % to under 100 %, and under 60 % there are none."""

    assert points == _rates(xong=done)["B.I.1"].points


@pytest.mark.parametrize(
    ("done", "quantity", "quality"),
    [(16, 6, 12), (14, 4, 10), (12, 1, 8), (10, 0, 5), (9, 0, 0)],
)
def test_hand_computed_rows_of_quantity_and_quality_differ(
    done: int, quantity: int, quality: int
) -> None:
    """The rows of quality begin ten percent lower than those of quantity and time."""
    unit = _rates(xong=done, dung_han=done, dat=done)

    assert [quantity, quantity, quality] == [
        unit[code].points for code in ("B.I.1", "B.I.2", "B.I.3")
    ]


def test_unspecified_more_than_was_assigned_is_in_no_row() -> None:
    """The form has no row above 100 %, so 21 of 20 is a fault rather than a guess."""
    with pytest.raises(Faults, match=r"'B\.I\.1': 105 is in no band: the bands end at 100"):
        _rates(xong=21)


@pytest.mark.parametrize(
    ("parts", "total", "grade"),
    [
        pytest.param(
            {"A": "29.5", "B": "65", "C": "7", "D": "0"},
            "100",
            "Hoàn thành xuất sắc nhiệm vụ",
            id="hand_computed-101.5_is_cut",
        ),
        pytest.param(
            {"A": "28", "B": "53", "C": "0", "D": "1.5"},
            "79.5",
            "Hoàn thành nhiệm vụ",
            id="hand_computed-79.5",
        ),
        pytest.param(
            {"A": "27", "B": "53", "C": "0", "D": "0"},
            "80",
            "Hoàn thành tốt nhiệm vụ",
            id="hand_computed-80",
        ),
    ],
)
def test_the_total_and_its_class(parts: dict[str, str], total: str, grade: str) -> None:
    """Bonus and deduction come before the limit of 100, and the class after it."""
    scores = score(RUBRIC, [_sheet(**parts)])

    assert [Fraction(one) for one in parts.values()] == [scores["A"][part].points for part in parts]
    assert Fraction(total) == scores["A"].points
    assert grade == classify(scores, CLASSES)["A"].grade


def test_as_declared_part_b_has_70_points_and_its_criteria_65() -> None:
    """The declared maximum stays in the document, and nobody reaches it."""
    part = RUBRIC.sections[1]
    best = _score(_sheet(A="30", B="65", C="0", D="0"))

    assert isinstance(part, Section)
    assert 70 == part.maximum
    assert 65 == sum(one.maximum or 0 for one in part.criteria)
    assert 95 == best.points


def test_points_are_entered_in_quarters() -> None:
    """A point entered that is no multiple of 0.25, or too high, is a fault."""
    wrong = Sheet("A", {"a_i_1_a": "0.3", "a_i_1_b": 1}, others=State.MISSING)

    with pytest.raises(Faults) as caught:
        _score(wrong)

    assert {"not-a-multiple", "out-of-bounds"} == {fault.code for fault in caught.value}


def test_unspecified_what_does_not_apply_is_a_fault() -> None:
    """The form does not say what a criterion that does not apply counts."""
    sheet = Sheet("A", {"a_i_2_c": State.NOT_APPLICABLE}, others=State.MISSING)

    with pytest.raises(Faults, match=r"'A\.I\.2\.c'"):
        _score(sheet)
