# SPDX-License-Identifier: MIT
"""Lists joined to units: items that count or do not, without an answer, or in a state."""

from __future__ import annotations

from typing import Any

import pytest
from frames import ENGINES, STATES, WHOLE, one, scored, tables, value

from thidua.columns import Layout, columnar
from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    Choose,
    Compare,
    Expression,
    OverItems,
    Points,
    Product,
    Quotient,
    Sum,
)
from thidua.quantity import State
from thidua.rubric import Criterion, ItemList, Measure, Rubric, Sheet, Treatments, score

M = Measure("m", "M", least=-9, most=9)
N = Measure("n", "N", most=9)
LIST = ItemList("viec", "Việc", measures=[M, N])
ITEMS: dict[str, list[dict[str, Any]]] = {
    "x": [{"m": 5, "n": 0}, {"m": -2, "n": 3}, {"m": 7, "n": 1}, {"m": 4, "n": 3}],
    "y": [{"m": -1, "n": 2}, {"m": 5, "n": 4}, {"m": -3, "n": 5}],
}
SHEETS = [Sheet(unit, {}, {"viec": items}) for unit, items in ITEMS.items()]
SOME = Compare("n", ">", 1)


def agree(engine: str, formula: Expression, *, sheets: list[Sheet] = SHEETS) -> None:
    """Check that the points of every unit are the exact ones."""
    rubric = one(Calculation(formula), items=(LIST,))
    given = tables(rubric, sheets, states=False)
    outputs, rows = scored(columnar(rubric, layout=WHOLE), engine, *given)

    for unit in sheets:
        try:
            expected = score(rubric, [unit])[unit.unit].points
        except Faults:
            expected = None
        assert expected == value(outputs[0], rows[unit.unit])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fold", ["sum", "count", "mean", "least", "greatest", "median"])
def test_items_that_count(engine: str, fold: Any) -> None:
    """Items are folded that a condition holds for."""
    agree(engine, OverItems("viec", fold, "m", where=SOME))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_median_of_a_fixed_number(engine: str) -> None:
    """The median of a fixed number is that number."""
    agree(engine, OverItems("viec", "median", 3))


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
def test_items_without_an_answer(engine: str) -> None:
    """An item that divides by zero leaves its unit without points, and no other."""
    ratio = Quotient(Product([M.code, 60]), "n")
    agree(engine, OverItems("viec", "greatest", ratio))
    agree(engine, OverItems("viec", "greatest", ratio, where=SOME))
    agree(engine, OverItems("viec", "count", "m", where=Compare(ratio, ">", 3)))


@pytest.mark.parametrize("engine", ENGINES)
def test_items_compared_with_the_points_of_their_unit(engine: str) -> None:
    """A fold may read points, which are made of another fold of the same list."""
    above = Compare("m", ">=", Points("1"))
    formulas = [
        OverItems("viec", "sum", "n"),
        OverItems("viec", "count", "m", where=above),
        OverItems("viec", "median", Points("1")),
    ]
    rubric = Rubric(
        "r",
        "R",
        items=[LIST],
        measures=[],
        sections=[
            Criterion(str(i), str(i), maximum=10, formula=Calculation(formula))
            for i, formula in enumerate(formulas, 1)
        ],
    )
    outputs, rows = scored(
        columnar(rubric, layout=WHOLE), engine, *tables(rubric, SHEETS, states=False)
    )
    exactly = score(rubric, SHEETS)

    for output in outputs[:-2]:
        for unit in ITEMS:
            assert exactly[unit][output.code].points == value(output, rows[unit])


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
def test_lists_and_items_in_states(engine: str) -> None:
    """A list may be in a state, and so may an entry of an item; a criterion says what that does."""
    formula = Calculation(Sum([OverItems("viec", "sum", "m"), OverItems("viec", "median", "n")]))
    criterion = Criterion(
        "1",
        "1",
        maximum=10,
        formula=formula,
        treatments=Treatments(exempt="full", not_assigned="zero"),
    )
    rubric = Rubric("r", "R", items=[LIST], measures=[], sections=[criterion])
    sheets = [
        *SHEETS,
        Sheet("z", {}, {"viec": State.EXEMPT}),
        Sheet("w", {}, {"viec": [{"m": State.NOT_ASSIGNED, "n": 2}, {"m": 1, "n": 2}]}),
        Sheet("v", {}, {"viec": State.MISSING}),
    ]
    layout = Layout(cluster="khoi", states=STATES, scaled=True)
    outputs, rows = scored(
        columnar(rubric, layout=layout), engine, *tables(rubric, sheets, states=True)
    )

    for unit in score(rubric, sheets):
        assert unit.points == value(outputs[0], rows[unit.unit])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_choice_that_no_item_is_needed_for(engine: str) -> None:
    """Units without items take the other branch."""
    formula = Choose(
        Compare(OverItems("viec", "count", 0), ">", 0), OverItems("viec", "least", "m"), 4
    )
    agree(engine, formula, sheets=[*SHEETS, Sheet("z", {}, {"viec": []})])


@pytest.mark.parametrize("engine", ENGINES)
def test_lists_of_which_only_the_length_counts(engine: str) -> None:
    """Items that hold nothing are counted."""
    rubric = one(
        Calculation(OverItems("viec", "count", 0)), items=(ItemList("viec", "V", measures=[]),)
    )
    sheets = [Sheet("x", {}, {"viec": [{}, {}]}), Sheet("y", {}, {"viec": []})]
    given = tables(rubric, sheets, states=False)
    outputs, rows = scored(columnar(rubric, layout=WHOLE), engine, *given)

    assert [2, 0] == [value(outputs[0], rows[unit]) for unit in "xy"]
