# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from thidua.errors import RubricFault
from thidua.formula import (
    DirectEntry,
    Greatest,
    Least,
    Points,
    Product,
    Proportional,
    Rounded,
    Sum,
)
from thidua.quantity import Rounding, State
from thidua.rubric import (
    Criterion,
    Part,
    RankedBy,
    Role,
    Rubric,
    Section,
    Treatment,
    Treatments,
)
from thidua.rubric.plan import expression_of, plan, rows, treatment_of

FORM = DirectEntry("x")
ONE = Criterion("1", "Một", maximum="2.5", formula=FORM)


def test_criteria_take_texts_for_numbers_and_words() -> None:
    """Numbers and roles may be written as texts."""
    criterion = Criterion("1", "Một", maximum="2.5", formula=FORM, role="bonus", at_most="2")

    assert Fraction(5, 2) == criterion.maximum
    assert Role.BONUS is criterion.role
    assert (None, Fraction(2)) == (criterion.at_least, criterion.at_most)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: Criterion("1", "Một", maximum=-1, formula=FORM),
            "$.maximum: a maximum is not below zero, '-1'",
        ),
        (
            lambda: Criterion(" ", "Một", maximum=1, formula=FORM),
            "$.code: a code as printed is some text, ' '",
        ),
        (
            lambda: Criterion(1, "Một", maximum=1, formula=FORM),  # type: ignore[arg-type]
            "$.code: a text is wanted, given 1",
        ),
        (
            lambda: Section("I", "Mục", criteria=[ONE], maximum="-0.5"),
            "$.maximum: a maximum is not below zero, '-0.5'",
        ),
        (
            lambda: Section("", "Mục", criteria=[ONE]),
            "$.code: a code as printed is some text, ''",
        ),
        (
            lambda: Rubric("r", "R", measures=[], sections=[ONE], maximum=-2),
            "$.maximum: a maximum is not below zero, '-2'",
        ),
    ],
)
def test_parts_that_make_no_sense(make: Callable[[], object], expected: str) -> None:
    """A part without a code or with a maximum below zero is refused where it is made."""
    with pytest.raises(RubricFault) as refusal:
        make()

    assert expected == str(refusal.value)


def test_treatments_of_states() -> None:
    """Each state has a treatment of its own, or none."""
    treatments = Treatments(
        missing="zero",
        not_due="pending",
        not_applicable="leave",
        exempt="full",
    )
    expected = {
        State.MISSING: Treatment.ZERO,
        State.NOT_DUE: Treatment.PENDING,
        State.NOT_APPLICABLE: Treatment.LEAVE,
        State.EXEMPT: Treatment.FULL,
        State.NOT_ASSIGNED: None,
    }

    assert expected == {state: treatments.of(state) for state in State}


def rubric(*sections: Part, treatments: Treatments | None = None) -> Rubric:
    """Return a rubric of some parts."""
    return Rubric("r", "R", measures=[], sections=sections, treatments=treatments or Treatments())


def test_criteria_treat_before_the_rubric() -> None:
    """A criterion's treatment counts before the rubric's; late entries are pending unsaid."""
    own = Criterion(
        "1", "Một", maximum=1, formula=FORM, treatments=Treatments(exempt=Treatment.FULL)
    )
    whole = rubric(own, treatments=Treatments(exempt=Treatment.ZERO, not_due=Treatment.ZERO))
    expected = {
        State.MISSING: Treatment.PENDING,
        State.NOT_DUE: Treatment.ZERO,
        State.NOT_APPLICABLE: None,
        State.EXEMPT: Treatment.FULL,
        State.NOT_ASSIGNED: None,
    }

    assert expected == {state: treatment_of(whole, own, state) for state in State}
    assert (
        frozenset({State.MISSING})
        == plan(
            Rubric(
                "r",
                "R",
                measures=[],
                sections=[Criterion("1", "Một", maximum=1, formula=Proportional(1, 2))],
                treatments=whole.treatments,
            )
        ).pending["1"]
    )


def test_rows_are_in_printed_order() -> None:
    """Rows go down the tree as it is printed, each with its place and depth."""
    inner = Section("I.1", "Mục nhỏ", criteria=[ONE])
    two = Criterion("2", "Hai", maximum=1, formula=FORM)
    found = list(rows(rubric(Section("I", "Mục", criteria=[inner, two]), two)))

    assert ["I", "I.1", "1", "2", "2"] == [row.part.code for row in found]
    assert [0, 1, 2, 1, 0] == [row.level for row in found]
    assert [
        ("sections", 0),
        ("sections", 0, "criteria", 0),
        ("sections", 0, "criteria", 0, "criteria", 0),
        ("sections", 0, "criteria", 1),
        ("sections", 1),
    ] == [row.at for row in found]


def test_penalties_are_subtracted_and_limits_come_before_rounding() -> None:
    """The points of a section are those of its parts, penalties off, limited, then rounded."""
    minus = Criterion("2", "Trừ", maximum=0, formula=FORM, role=Role.PENALTY)
    section = Section(
        "I", "Mục", criteria=[ONE, minus], at_least=0, at_most=5, rounding=Rounding(1)
    )
    summed = Sum([Points("1"), Product([-1, Points("2")])])

    assert Rounded(Greatest([Least([summed, 5]), 0]), Rounding(1)) == expression_of(section)


def test_rubrics_rank_by_points_unless_they_say_so() -> None:
    """Ranking is by points; percent is asked for."""

    assert RankedBy.POINTS is rubric(ONE).ranked_by
    assert (
        RankedBy.PERCENT
        is Rubric(
            "r",
            "R",
            measures=[],
            sections=[ONE],
            ranked_by="percent",
        ).ranked_by
    )
