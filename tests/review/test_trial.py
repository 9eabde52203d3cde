# SPDX-License-Identifier: MIT
from __future__ import annotations

from fractions import Fraction

from thidua.formula import Calculation, DirectEntry, Quotient, Sum
from thidua.review.entries import Unit
from thidua.review.trial import Trial
from thidua.rubric import Criterion, Measure, Rubric


def test_points_are_not_shown_beside_what_fails() -> None:
    """A part is no example where what is scored with it has no answer."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", most=9)],
        sections=[
            Criterion("1", "1", maximum=9, formula=DirectEntry("a")),
            Criterion("2", "2", maximum=9, formula=Calculation(Quotient(1, Sum(["a", -5])))),
        ],
    )
    trial = Trial(rubric)
    fails, works = (trial.run((Unit.of({"a": Fraction(value)}, {}),)) for value in (5, 4))

    assert [Fraction(5), None] == [fails.line("1"), fails.shown("1")]
    assert [Fraction(4), Fraction(4)] == [works.line("1"), works.shown("1")]
