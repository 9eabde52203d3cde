# SPDX-License-Identifier: MIT
"""What may be looked up in a table, and which of it the table holds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.formula import (
    Band,
    Banded,
    Calculation,
    Choose,
    Compare,
    Constant,
    Expression,
    Greatest,
    Lookup,
    OverItems,
    OverPeers,
    PerEvent,
    Points,
    Product,
    Quotient,
    RankPoints,
    RelativeToPeers,
    Rounded,
    Scope,
    Sum,
)
from thidua.quantity import Interval, Rounding
from thidua.review import review
from thidua.review.bands import Table, flaws, is_reached, tables
from thidua.review.grid import grid_of
from thidua.rubric import Criterion, ItemList, Measure, Question, Rubric, Treatments
from thidua.rubric.plan import plan
from thidua.strategies import band_tables

READY = plan(
    Rubric(
        "r",
        "R",
        measures=[Measure("x", "X", places=1), Measure("n", "N"), Question("q", "Q")],
        items=[ItemList("viec", "Việc", [Measure("d", "D", places=2)])],
        sections=[Criterion("1", "Một", maximum=10, formula=Calculation("x"))],
    )
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Sum(["x", "n"]), "1/10"),
        (Sum(["n", "q"]), 1),
        (Constant("-0.25"), "1/4"),
        (Product(["x", "n", 5]), "1/2"),
        (Product(["x", Quotient("n", "x")]), None),
        (Sum(["n", Quotient("n", "x")]), None),
        (Quotient("n", -4), "1/4"),
        (Quotient(Quotient(1, "n"), 2), None),
        (Quotient("n", 0), None),
        (Rounded(Quotient("n", "x"), Rounding("0.5")), "1/2"),
        (Choose(Compare("n", ">", 1), 2, 3), 1),
        (Lookup("x", [Band(4, below=1), Band(6, at_least=1)]), 2),
        (Greatest([Points("1"), 0]), None),
        (OverItems("viec", "count", "d"), 1),
        (OverItems("viec", "sum", "d"), "1/100"),
        (OverItems("viec", "mean", "d"), None),
        (OverPeers("rank", "x"), 1),
        (OverPeers("greatest", "x"), "1/10"),
        (OverPeers("mean", "x"), None),
    ],
)
def test_values_are_multiples_of_the_grid(
    expression: Expression, expected: int | str | None
) -> None:
    """What every value is a multiple of is known of sums, products and folds of such."""

    assert (None if expected is None else Fraction(expected)) == grid_of(expression, READY)


def test_a_code_that_is_declared_nowhere_is_zero() -> None:
    """Of nothing, only zero is a multiple."""

    assert 0 == grid_of(Sum([]), READY)


@given(band_tables())
def test_whole_tables_have_no_flaws(table: tuple[Band, ...]) -> None:
    """A table that holds every number once has neither gap nor overlap."""

    assert ([], []) == flaws(Lookup(0, table))


@given(
    st.lists(band_tables().flatmap(st.sampled_from), min_size=1, max_size=4),
    st.fractions(-30, 130),
)
def test_flaws_hold_what_bands_do_not_hold_once(bands: list[Band], value: Fraction) -> None:
    """A number is in a gap if no band holds it, in an overlap if several do."""
    gaps, shared = flaws(Lookup(0, bands))
    held = sum(value in band for band in bands)

    assert (held == 0) is any(value in gap for gap in gaps)
    assert (held > 1) is any(value in one for one in shared)


@pytest.mark.parametrize(
    ("band", "span", "grid", "expected"),
    [
        (Band(0, above=85, below=86), Interval(0, 100), 1, False),
        (Band(0, above=85, below=86), Interval(0, 100), "0.1", True),
        (Band(0, above=85, below=86), Interval(0, 100), None, True),
        (Band(0, at_least=85, below=87), Interval(0, 100), 1, True),
        (Band(0, above=100), Interval(0, 100), None, False),
        (Band(0, at_least=100), Interval(0, 100), None, True),
        (Band(0, at_least=100), Interval(0, 100), 0, True),
        (Band(0, below=0), Interval(0, None), None, False),
        (Band(0, above=5), Interval(0, None), 1, True),
        (Band(0), Interval(None, None), None, True),
        (Band(0, at_least=7, at_most=7), Interval(8, 9), None, False),
    ],
)
def test_bands_that_may_be_reached(
    band: Band, span: Interval, grid: int | str | None, *, expected: bool
) -> None:
    """A band is reached if a multiple of the grid lies in it and in what may be looked up."""
    step = None if grid is None else Fraction(grid)

    assert expected is is_reached(band, Table(Lookup("x", [band]), (), span, step))


def test_tables_stand_where_they_are_looked_up() -> None:
    """A table inside a list knows the list, one at peers knows none, and each stands once."""
    bands = [Band(1)]
    inner = Lookup("d", bands)
    expression = Sum(
        [OverItems("viec", "sum", inner), OverPeers("sum", Lookup("x", bands)), Lookup("x", bands)]
    )
    found = [*tables(Sum([expression, expression]), READY, Scope({}, domains=READY.domains))]

    assert [("viec",), ()] == [one.items for one in found]
    assert Interval(0, None) == found[0].span


# --- in a review ---------------------------------------------------------------------

SAID = Treatments(not_applicable="leave", exempt="full", not_assigned="zero")


def kinds(*criteria: Criterion) -> list[str]:
    """Return the kinds of problems of a rubric, cliffs left out."""
    measures = [Measure("x", "X", most=20), Measure("y", "Y", most=9)]
    used = {code for one in criteria for code in "xy" if f"'{code}'" in repr(one.formula)}
    rubric = Rubric(
        "r",
        "R",
        measures=[one for one in measures if one.code in used],
        sections=criteria,
        treatments=SAID,
    )
    return [one.kind for one in review(rubric) if one.kind != "cliff"]


def test_ranks_have_no_holes() -> None:
    """Tables of ranks, which are whole, are silent."""

    assert [] == kinds(Criterion("1", "Một", maximum=6, formula=RankPoints("x", [6, 4])))


def test_forms_that_say_that_there_may_be_more() -> None:
    """Nothing is told of a form that is not capped."""
    form = RelativeToPeers("x", to="mean", capped=False)

    assert [] == kinds(Criterion("1", "Một", maximum=6, formula=form))


def test_bonuses_with_a_limit_on_top_of_a_start() -> None:
    """Bonuses with a limit of their own say that there may be more than the start."""
    form = PerEvent.of("x", 1, start=5, bonuses_limit=2)
    both = PerEvent([*PerEvent.of("x", 1).events, *PerEvent.of("y", -1).events], bonuses_limit=2)

    assert ["maximum_exceeded"] == kinds(Criterion("1", "Một", maximum=5, formula=form))
    assert [] == kinds(Criterion("1", "Một", maximum=5, formula=both))
    assert [] == kinds(Criterion("1", "Một", maximum=5, formula=form, at_most=6))


def test_a_fault_at_another_criterion_is_told_once() -> None:
    """A criterion that uses the points of one that fails does not fail itself."""
    first = Criterion("1", "Một", maximum=0, formula=Calculation(Quotient(1, "x")))
    second = Criterion("2", "Hai", maximum=0, formula=Calculation(Points("1")))

    assert ["divides_by_zero"] == kinds(first, second)


def test_one_criterion_may_count_a_measure_twice() -> None:
    """Two events of one criterion that count the same are not two criteria."""
    form = PerEvent([*PerEvent.of("x", -1).events, *PerEvent.of("x", "-0.5").events])

    assert [] == kinds(Criterion("1", "Một", maximum=10, formula=form))


def test_a_table_of_a_ratio_without_an_answer() -> None:
    """A division by zero in what is looked up is not taken for a hole of the table."""
    form = Banded("x", [Band(1, below=50), Band(2, at_least=50)], to="y")

    assert ["divides_by_zero"] == kinds(Criterion("1", "Một", maximum=2, formula=form))


def test_two_tables_of_which_one_has_a_hole() -> None:
    """Of two tables, the one is told that has the hole."""
    whole = Lookup("y", [Band(1, below=5), Band(2, at_least=5)])
    torn = Lookup("x", [Band(1, below=5), Band(2, above=5)])
    form = Calculation(Sum([whole, torn]))

    assert ["band_gap"] == kinds(Criterion("1", "Một", maximum=4, formula=form))


def test_a_hole_that_only_peers_fall_into() -> None:
    """A table that is looked up for peers other than the unit is told where it fails."""
    table = Lookup(Sum(["x", 0]), [Band(1, below=5), Band(2, above=5)])
    seen = Calculation(OverPeers("sum", table))

    assert ["band_gap"] == kinds(Criterion("1", "Một", maximum=0, formula=seen))
