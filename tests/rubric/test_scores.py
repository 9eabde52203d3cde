# SPDX-License-Identifier: MIT
"""What scoring gives, made by hand rather than by scoring."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import DirectEntry
from thidua.quantity import EVERYTHING, Interval, Number, Rounding
from thidua.rubric import (
    Criterion,
    Line,
    Part,
    RankedBy,
    Rubric,
    Scores,
    Section,
    Sheet,
    UnitScore,
)

ROUNDED = Rounding("0.5")


def rubric(by: str = "points", rounding: Rounding | None = None) -> Rubric:
    """Return a rubric that says only how totals are ranked."""
    return Rubric("r", "R", measures=[], sections=[], ranked_by=by, percent_rounding=rounding)


def scored(total: Line, of: Rubric | None = None, unit: str = "a") -> UnitScore:
    """Return a score sheet of two lines and a total."""
    lines = (Line("I", Fraction(1), Fraction(2)), Line("I.1", Fraction(1), Fraction(2)))
    return UnitScore(of or rubric(), Sheet(unit, {}), lines, total)


def line(points: Number | None, maximum: int = 12, interval: Interval | None = None) -> Line:
    """Return the line of a total."""
    number = None if points is None else Fraction(points)
    return Line("total", number, Fraction(maximum), interval=interval, provisional=number is None)


@pytest.mark.parametrize(
    ("given", "span", "percent"),
    [
        (line(9), Interval(9, 9), Fraction(75)),
        (line(15), Interval(15, 15), Fraction(125)),
        (line(-3), Interval(-3, -3), Fraction(-25)),
        (line(0), Interval(0, 0), Fraction(0)),
        (line(9, 0), Interval(9, 9), None),
        (line(None, 12, Interval(3, 9)), Interval(3, 9), None),
        (line(None), EVERYTHING, None),
    ],
)
def test_lines(given: Line, span: Interval, percent: Fraction | None) -> None:
    """A line has a span, of one number once it is certain, and a percent where it has both."""

    assert (span, percent) == (given.span, given.percent)


@pytest.mark.parametrize(
    ("total", "by", "rounding", "percent", "ranked"),
    [
        (line(5), "points", ROUNDED, "41.5", Interval(5, 5)),
        (line(5), "percent", ROUNDED, "41.5", Interval("41.5", "41.5")),
        (line(5), "percent", None, "125/3", Interval("125/3", "125/3")),
        (line(None, 12, Interval(5, 9)), "points", None, None, Interval(5, 9)),
        (line(None, 12, Interval(5, 9)), "percent", ROUNDED, None, Interval("41.5", 75)),
        (line(None, 12, Interval(5, None)), "percent", None, None, Interval("125/3", None)),
        (line(None, 12, Interval(None, 9)), "percent", None, None, Interval(None, 75)),
        (line(None), "percent", None, None, EVERYTHING),
        (line(5, 0), "points", None, None, Interval(5, 5)),
        (line(5, 0), "percent", None, None, None),
    ],
)
def test_what_units_are_ranked_by(
    total: Line,
    by: str,
    rounding: Rounding | None,
    percent: str | None,
    ranked: Interval | None,
) -> None:
    """Units are ranked by the span of their points, or of their percent as it is rounded."""
    unit = scored(total, rubric(by, rounding))

    assert (None if percent is None else Fraction(percent)) == unit.percent
    assert ranked == unit.ranked
    assert RankedBy(by) is unit.rubric.ranked_by


def test_a_score_sheet_speaks_for_its_total() -> None:
    """Points, and whether they are provisional, are those of the total; the unit is the sheet's."""
    certain, open_ = scored(line(9)), scored(line(None, 12, Interval(3, 9)), unit="b")

    assert ("a", Fraction(9), False) == (certain.unit, certain.points, certain.provisional)
    assert ("b", None, True) == (open_.unit, open_.points, open_.provisional)


def test_lines_are_found_by_code() -> None:
    """A line is found by its code; the total is none of them."""
    unit = scored(line(9))

    assert unit.lines[1] is unit["I.1"]
    with pytest.raises(KeyError) as refusal:
        unit["I.11"]
    assert "no criterion 'I.11'; did you mean 'I.1'?" == refusal.value.args[0]
    with pytest.raises(KeyError) as refusal:
        unit["total"]
    assert "no criterion 'total'; known are 'I', 'I.1'" == refusal.value.args[0]


def test_units_are_found_by_code() -> None:
    """Score sheets are counted, gone through in order, and found by unit."""
    units = (scored(line(9), unit="sa-pa"), scored(line(8), unit="bac-ha"))
    scores = Scores(rubric(), units)

    assert 2 == len(scores)
    assert units == tuple(scores)
    assert units[1] is scores["bac-ha"]
    with pytest.raises(KeyError) as refusal:
        scores["bac_ha"]
    assert "no unit 'bac_ha'; did you mean 'bac-ha'?" == refusal.value.args[0]


@pytest.mark.parametrize(
    ("points", "applies", "maximum", "rounding", "expected"),
    [
        (63, 70, None, None, Fraction(90)),
        (63, 70, 1000, None, Fraction(900)),
        (62, 70, None, ROUNDED, Fraction("88.5")),
        (63, 0, None, None, None),
        (None, 70, None, None, None),
    ],
)
def test_points_are_put_on_the_scale_of_the_whole_rubric(
    points: int | None,
    applies: int,
    maximum: int | None,
    rounding: Rounding | None,
    expected: Fraction | None,
) -> None:
    """Without a survey, 63 of 70 points are 90 of 100; a bonus is no part of the scale."""
    sections: list[Part] = [
        Section("I", "Thẩm định", criteria=[_entered("I.1", 40), _entered("I.2", 30)]),
        _entered("II", 30),
        _entered("III", 5, "bonus"),
    ]
    of = Rubric("r", "R", measures=[], sections=sections, maximum=maximum, rounding=rounding)

    assert expected == scored(line(points, applies), of).rescaled


def _entered(code: str, maximum: int, role: str = "standard") -> Criterion:
    return Criterion(code, code, maximum=maximum, formula=DirectEntry("x"), role=role)
