# SPDX-License-Identifier: MIT
"""What the maxima of sections and totals are, and what criteria that leave do to them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import DirectEntry
from thidua.quantity import Number, State
from thidua.rubric import (
    Criterion,
    Measure,
    Part,
    Rubric,
    Section,
    Sheet,
    Treatments,
    UnitScore,
    score,
)

LEFT = State.NOT_APPLICABLE


def criterion(code: str, maximum: Number, role: str = "standard") -> Criterion:
    """Return a criterion whose points are entered under its code."""
    return Criterion(code, code, maximum=maximum, formula=DirectEntry(code), role=role)


def unit(*parts: Part, maximum: Number | None = None, **entries: Number | State) -> UnitScore:
    """Return the score of a unit where what does not apply leaves."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure(code, code, places=2) for code in entries],
        sections=parts,
        maximum=maximum,
        treatments=Treatments(not_applicable="leave"),
    )
    return score(rubric, [Sheet("u", entries)])["u"]


def tree(inner: Number | None = None, outer: Number | None = None) -> Section:
    """Return 10 and 6 standard points, and 5 of bonus, two levels deep."""
    below = Section(
        "I.1",
        "Trong",
        criteria=[criterion("a", 10), criterion("b", 6), criterion("c", 5, "bonus")],
        maximum=inner,
    )
    return Section("I", "Ngoài", criteria=[below], maximum=outer)


@pytest.mark.parametrize(
    ("inner", "outer", "total", "whole", "without_b"),
    [
        (None, None, None, [16, 16, 20], [10, 10, 14]),
        (20, None, None, [20, 20, 24], [14, 14, 18]),
        (None, 20, None, [16, 20, 24], [10, 14, 18]),
        (None, None, 100, [16, 16, 100], [10, 10, 94]),
        (20, 30, 100, [20, 30, 100], [14, 24, 94]),
        (12, None, None, [12, 12, 16], [6, 6, 10]),
    ],
)
def test_what_leaves_leaves_every_maximum_above(
    inner: int | None,
    outer: int | None,
    total: int | None,
    whole: list[int],
    without_b: list[int],
) -> None:
    """A criterion that leaves takes its points off each maximum above, summed or declared."""
    parts = (tree(inner, outer), criterion("d", 4))

    for b, expected in ((Fraction(1), whole), (LEFT, without_b)):
        scored = unit(*parts, maximum=total, a=1, b=b, c=1, d=1)

        assert expected == [scored["I.1"].maximum, scored["I"].maximum, scored.total.maximum]


def test_bonuses_and_penalties_have_no_part_in_maxima() -> None:
    """Neither a bonus nor a penalty is part of a maximum, so nothing changes where one leaves."""
    parts = (criterion("a", 10), criterion("b", 5, "bonus"), criterion("c", 5, "penalty"))

    there = unit(*parts, maximum=12, a=8, b=3, c=1)
    left = unit(*parts, maximum=12, a=8, b=LEFT, c=LEFT)

    assert [12, 10] == [there.total.maximum, there.points]
    assert [12, 8] == [left.total.maximum, left.points]


def test_percents_are_of_what_is_left() -> None:
    """The percent is of the maximum that applies: 6 of 10, not of 16."""
    scored = unit(tree(), a=6, b=LEFT, c=0)

    assert 60 == scored.percent
    assert [0, None] == [scored["b"].maximum, scored["b"].percent]


def test_where_all_leaves_there_is_no_percent() -> None:
    """A unit to which nothing applies has no points and no percent."""
    scored = unit(tree(), a=LEFT, b=LEFT, c=LEFT)

    assert [0, 0, None] == [scored.points, scored.total.maximum, scored.percent]


def test_no_maximum_is_below_zero() -> None:
    """Criteria that leave may be worth more than was declared; nothing is left then, not less."""
    scored = unit(tree(inner=5), criterion("d", 4), a=LEFT, b=1, c=0, d=4)

    assert [0, 0, 4] == [scored["I.1"].maximum, scored["I"].maximum, scored.total.maximum]
