# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.errors import PeriodFault
from thidua.period import Period
from thidua.period.period import MAXIMUM_LEVELS

YEAR = Period(
    "2026-2027",
    "Năm học 2026-2027",
    level="năm học",
    parts=[
        Period(
            "hk1",
            "Học kỳ I",
            level="học kỳ",
            parts=[
                Period("t9", "Tháng 9", parts=[Period("w1", "Tuần 1"), Period("w2", "Tuần 2")]),
                Period("t10", "Tháng 10", parts=[Period("w3", "Tuần 3", level="tuần")]),
            ],
        ),
        Period(
            "hk2",
            "Học kỳ II",
            weight=2,
            level="học kỳ",
            parts=[Period("t1", "Tháng 1", parts=[Period("w4", "Tuần 4", level="tuần")])],
        ),
        Period("he", "Hè"),
    ],
)


def _codes(periods: tuple[Period, ...]) -> list[str]:
    return [one.code for one in periods]


def test_the_whole_comes_before_its_parts() -> None:
    """A period is gone through before its parts, and these in order of time."""

    assert ["2026-2027", "hk1", "t9", "w1", "w2", "t10", "w3", "hk2", "t1", "w4", "he"] == [
        one.code for one in YEAR
    ]


def test_leaves() -> None:
    """Leaves are the periods without parts; a period without parts is its own leaf."""

    assert ["w1", "w2", "w3", "w4", "he"] == _codes(YEAR.leaves)
    assert ["w1"] == _codes(YEAR["w1"].leaves)


def test_levels() -> None:
    """Periods of a level are found at any depth; without a level they are the parts."""

    assert ["t9", "t10"] == _codes(YEAR["hk1"].of_level())
    assert ["w3"] == _codes(YEAR["hk1"].of_level("tuần"))
    assert [] == _codes(YEAR["hk1"].of_level("học kỳ"))


def test_above() -> None:
    """The periods that one is in come nearest first."""

    assert ["t9", "hk1", "2026-2027"] == _codes(YEAR.above("w2"))
    assert [] == _codes(YEAR.above("2026-2027"))


def test_window() -> None:
    """A window is the period of a level that one is in, or the one just above."""

    assert "hk1" == YEAR.window("t10").code
    assert "hk1" == YEAR.window("w3", "học kỳ").code
    assert "2026-2027" == YEAR.window("w3", "năm học").code


def test_earlier() -> None:
    """Earlier periods are those before one in its window, as long a way down."""

    assert ["t9"] == _codes(YEAR.earlier("t10"))
    assert [] == _codes(YEAR.earlier("t1"))
    assert ["t9", "t10"] == _codes(YEAR.earlier("t1", "năm học"))
    assert ["w1", "w2"] == _codes(YEAR.earlier("w3", "học kỳ"))
    assert ["hk1", "hk2"] == _codes(YEAR.earlier("he"))


def test_a_period_may_weigh() -> None:
    """A weight stands with the part, and is 1 unless something else is said."""

    assert [Fraction(1), Fraction(2), Fraction(1)] == [part.weight for part in YEAR.parts]


def test_no_such_period() -> None:
    """A code that is not in the tree is a KeyError that says which one was meant."""
    with pytest.raises(KeyError, match="no period 'hk3'; did you mean 'hk"):
        YEAR["hk3"]


def test_no_such_window() -> None:
    """A window that a period is not in is a fault that names the levels there are."""
    with pytest.raises(PeriodFault, match=r"'he' is in no 'học kỳ'; known are 'năm học'"):
        YEAR.window("he", "học kỳ")
    with pytest.raises(PeriodFault, match="'2026-2027' is in no other"):
        YEAR.earlier("2026-2027")


def test_a_period_stands_once() -> None:
    """A period in two months, or inside of itself, is refused and named."""
    week = Period("w5", "Tuần 5")
    with pytest.raises(PeriodFault, match=r"^\$\.parts: period 'w5' stands 2 times in 'hk1'"):
        Period("hk1", "", parts=[Period("t9", "", parts=[week]), Period("t10", "", parts=[week])])
    with pytest.raises(PeriodFault, match="period 'w5' stands 2 times in 'w5'"):
        Period("w5", "", parts=[week])


def test_too_many_levels() -> None:
    """Levels beyond a limit are refused."""
    one = Period("0", "")
    for level in range(1, MAXIMUM_LEVELS):
        one = Period(str(level), "", parts=[one])
    with pytest.raises(PeriodFault, match="more than 16 levels of periods in 'x'"):
        Period("x", "", parts=[one])


@pytest.mark.parametrize("code", ["", " "])
def test_a_code_is_some_text(code: str) -> None:
    """A code that is empty is refused."""
    with pytest.raises(PeriodFault, match=r"^\$\.code: a code of a period is some text"):
        Period(code, "")


@pytest.mark.parametrize("weight", [0, "-1/2"])
def test_a_weight_is_above_zero(weight: str) -> None:
    """A weight of zero or less is refused."""
    with pytest.raises(PeriodFault, match=r"^\$\.weight: a weight is above zero"):
        Period("a", "", weight=weight)
