# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua import Criterion, Measure, Question, Rubric, Section, Sheet, State
from thidua.cluster import Target, progress, progress_table, targets_of
from thidua.errors import Faults
from thidua.formula import (
    AroundTarget,
    Band,
    Banded,
    Constant,
    Form,
    Highest,
    Proportional,
    Quotient,
    Reported,
    Stepped,
    YesNo,
)

FORMS: list[Form] = [
    Proportional("a", to="ke_hoach"),
    Highest([Stepped("b", 50, side="short", step=1, each=-1), YesNo("q")]),
    Banded("c", [Band(1)], to="ke_hoach"),
    Banded("d", [Band(1)]),
    AroundTarget("d", "ke_hoach"),
    Proportional("thap", to="ke_hoach"),
    Proportional(Quotient("a", 2), to="ke_hoach"),
    Proportional("b", to=Quotient("ke_hoach", 2)),
    Proportional("a", to="ke_hoach"),
]
RUBRIC = Rubric(
    "r",
    "R",
    measures=[
        *(Measure(code, code.upper(), unit="việc") for code in ("a", "b", "c", "d")),
        Measure("ke_hoach", "Kế hoạch", above=0),
        Measure("thap", "Càng thấp càng tốt", better="lower"),
        Question("q", "Q"),
    ],
    sections=[
        Section(
            "I",
            "Mục",
            criteria=[
                Criterion(str(number), "C", maximum=10, formula=form)
                for number, form in enumerate(FORMS, 1)
            ],
        )
    ],
)


def test_targets_are_found_in_forms() -> None:
    """Every result that a form holds against a target is found once, wherever it nests."""

    assert (
        Target("a", "ke_hoach"),
        Target("b", 50),
        Target("c", "ke_hoach"),
        Target("d", "ke_hoach"),
    ) == targets_of(RUBRIC)


def test_half_of_the_year_asks_for_half_of_the_target() -> None:
    """A result is behind if it is less than the share of the target that is due."""
    sheet = Sheet("x", {"a": 40, "b": 25, "ke_hoach": 100}, others=State.MISSING, name="X")
    first, second = progress(RUBRIC, [sheet], elapsed="0.5")

    assert first.behind
    assert [50, 80] == [first.due, first.projected]
    assert not second.behind
    assert [25, 50] == [second.due, second.projected]


def test_what_is_behind_is_written() -> None:
    """The table has what is behind, or everything if that is asked for."""
    sheet = Sheet("x", {"a": 40, "b": 25, "ke_hoach": 100}, others=State.MISSING, name="X")
    found = progress(RUBRIC, [sheet], elapsed="0.5")

    assert progress_table(found, RUBRIC) == (
        "Đơn vị  Chỉ tiêu  Thực hiện  Kế hoạch năm  Phải đạt đến nay  Dự kiến cả năm\n"
        "------  --------  ---------  ------------  ----------------  --------------\n"
        "X       A                40           100                50              80"
    )
    assert progress_table(
        found, RUBRIC, language="en", markup="markdown", all_targets=True
    ).splitlines()[2:] == ["| X | A | 40 | 100 | 50 | 80 |", "| X | B | 25 | 50 | 25 | 50 |"]


def test_targets_may_be_chosen() -> None:
    """Given targets are looked at instead of those of the rubric."""
    sheet = Sheet("x", {"a": 40}, others=State.MISSING)
    (one,) = progress(RUBRIC, [sheet], elapsed=1, targets=[Target("a", Constant(30))])

    assert not one.behind
    assert 30 == one.target


def test_what_cannot_be_projected_is_refused() -> None:
    """A share that is none, and measures that are no numbers, are refused together."""
    with pytest.raises(Faults) as caught:
        progress(RUBRIC, [], elapsed=0, targets=[Target("q", "ke_hoch")])

    assert str(caught.value) == (
        "$.elapsed: a share of the year is above 0 and up to 1, 0; "
        'write "0.5" for half of it\n'
        "$.targets[0]: no measure 'q'; known are 'a', 'b', 'c', 'd', 'ke_hoach', 'thap'\n"
        "$.targets[0]: no measure 'ke_hoch'; did you mean 'ke_hoach'?"
    )


def test_a_target_is_a_number_or_a_measure() -> None:
    """Something computed is no target that is due in parts."""
    with pytest.raises(ValueError, match="a target is a number or a measure, given Quotient"):
        Target("a", Quotient(Reported("b"), 2))
