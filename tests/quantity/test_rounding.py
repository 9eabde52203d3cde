# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.errors import NumberFault
from thidua.quantity import Number, Rounding, RoundingMode, round_ratio, round_to

MODES = ["half_up", "half_even", "up", "down", "floor", "ceiling"]
ROUNDED = {  # in the order of MODES
    "2.5": (3, 2, 3, 2, 2, 3),
    "1.5": (2, 2, 2, 1, 1, 2),
    "1.4": (1, 1, 2, 1, 1, 2),
    "1.6": (2, 2, 2, 1, 1, 2),
    "0.5": (1, 0, 1, 0, 0, 1),
    "-0.5": (-1, 0, -1, 0, -1, 0),
    "-1.4": (-1, -1, -2, -1, -2, -1),
    "-1.6": (-2, -2, -2, -1, -2, -1),
    "-2.5": (-3, -2, -3, -2, -3, -2),
    "2": (2, 2, 2, 2, 2, 2),
    "-2": (-2, -2, -2, -2, -2, -2),
    "0": (0, 0, 0, 0, 0, 0),
}


@pytest.mark.parametrize(
    ("number", "mode", "expected"),
    [
        (number, mode, expected)
        for number, row in ROUNDED.items()
        for mode, expected in zip(MODES, row, strict=True)
    ],
)
def test_every_mode_picks_its_neighbour(number: str, mode: str, expected: int) -> None:
    """Each mode goes its way above, below and halfway between two whole numbers."""

    assert expected == round_to(Fraction(number), Rounding(1, mode))
    assert expected == round_ratio(*Fraction(number).as_integer_ratio(), RoundingMode(mode))


def test_no_mode_is_forgotten() -> None:
    """The table above has a column for every mode."""

    assert set(MODES) == set(RoundingMode)


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [
        ("8.375", "0.25", "8.5"),
        ("8.37", "0.25", "8.25"),
        ("-8.375", "0.25", "-8.5"),
        ("42.9388", "0.5", "43"),
        ("0.005", "0.01", "0.01"),
        ("0.0049", "0.01", "0"),
        ("12.5", "5", "15"),
        ("12.49", "5", "10"),
        ("1/3", "2/3", "2/3"),
        ("0.3", "2/3", "0"),
        ("1", "0.3", "0.9"),
    ],
)
def test_steps_need_not_be_one(number: str, step: str, expected: str) -> None:
    """The result is a multiple of the step, be it a quarter, five, or two thirds."""

    assert Fraction(expected) == round_to(Fraction(number), Rounding(step))


def test_a_tie_goes_to_the_even_multiple_of_the_step() -> None:
    """Even is meant of the number of steps: 1.25 is between 2 and 3 steps of a half."""

    assert 1 == round_to(Fraction(5, 4), Rounding("0.5", "half_even"))
    assert 2 == round_to(Fraction(7, 4), Rounding("0.5", "half_even"))


def test_half_up_is_the_usual_mode() -> None:
    """Without a mode, ties go away from zero."""

    assert Rounding("0.5", RoundingMode.HALF_UP) == Rounding("0.5")


@pytest.mark.parametrize(("step", "shown"), [(0, "0"), (-1, "-1"), ("-0.5", "-0.5")])
def test_a_step_is_above_zero(step: Number, shown: str) -> None:
    """A step of zero or less is refused."""
    with pytest.raises(NumberFault) as refusal:
        Rounding(step)

    assert f"$.step: a rounding step is above zero, '{shown}'" == str(refusal.value)


def test_a_mode_is_one_of_six() -> None:
    """A mode of another name is refused."""
    with pytest.raises(ValueError, match="not a RoundingMode, 'nearest'; known are 'ceiling'"):
        Rounding(1, "nearest")
