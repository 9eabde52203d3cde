# SPDX-License-Identifier: MIT
"""Ratios over different denominators: told apart, ranked, and the least of them found."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from frames import ENGINES, STATES, WHOLE, frame, one, read, scored, tables, value

from thidua.columns import Layout, columnar
from thidua.columns.order import fineness, in_order
from thidua.formula import Calculation, Choose, Compare, OverItems, OverPeers, Quotient, Sum
from thidua.program.node import Column, Literal
from thidua.program.ratio import Ratio
from thidua.quantity import State
from thidua.rubric import Criterion, ItemList, Measure, RankedBy, Rubric, Sheet, Treatments, score

RATIO = Quotient("a", "b")
PAIR = (Measure("a", "A", least=-9, most=9), Measure("b", "B", above=0, most=9))
VALUES = [(1, 2), (2, 4), (-1, 3), (-2, 6), (0, 7), (4, 9), (8, 9), (7, 8), (-3, 9), (9, 9)]
CLOSE = [(8, 9), (7, 8), (6, 7)]


def test_a_grid_as_fine_as_denominators_ask_for() -> None:
    """Denominators of at most 9 are told apart by 81; what all of them share moves nothing."""
    below = Column("b", None, 1, 9)

    assert 81 == fineness(below)
    assert 100 == fineness(Literal(100))
    assert Column("a", None, 0, 5) == in_order(Ratio(Column("a", None, 0, 5), Literal(100)), 100)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fold", ["least", "greatest", "rank"])
@pytest.mark.parametrize("values", [VALUES, CLOSE, VALUES[2:4]])
def test_peers(engine: str, fold: Any, values: list[tuple[int, int]]) -> None:
    """Peers are compared as the exact evaluator compares them, equal ones among them."""
    rubric = one(Calculation(OverPeers(fold, RATIO)), *PAIR)
    sheets = [Sheet(f"u{i}", {"a": a, "b": b}) for i, (a, b) in enumerate(values)]
    outputs, rows = scored(
        columnar(rubric, layout=WHOLE), engine, *tables(rubric, sheets, states=False)
    )

    for unit in score(rubric, sheets):
        assert unit.points == value(outputs[0], rows[unit.unit])


@pytest.mark.parametrize("engine", ENGINES)
def test_peers_of_whom_some_do_not_count(engine: str) -> None:
    """Whoever does not count is ranked among those who do."""
    where = Compare("b", ">", 4)
    rubric = one(Calculation(OverPeers("rank", RATIO, where=where)), *PAIR)
    sheets = [Sheet(f"u{i}", {"a": a, "b": b}) for i, (a, b) in enumerate(VALUES)]
    outputs, rows = scored(
        columnar(rubric, layout=WHOLE), engine, *tables(rubric, sheets, states=False)
    )

    for unit in score(rubric, sheets):
        assert unit.points == value(outputs[0], rows[unit.unit])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fold", ["least", "greatest"])
def test_items(engine: str, fold: Any) -> None:
    """The least and the greatest ratio of a list are found, units without items among them."""
    parts = ItemList("viec", "Việc", measures=PAIR)
    when = Compare(OverItems("viec", "count", 0), ">", 0)
    found = OverItems("viec", fold, RATIO)
    rubric = one(Calculation(Choose(when, found, 3)), items=(parts,))
    sheets = [
        Sheet("x", {}, {"viec": [{"a": a, "b": b} for a, b in VALUES]}),
        Sheet("y", {}, {"viec": [{"a": a, "b": b} for a, b in CLOSE]}),
        Sheet("z", {}, {"viec": [{"a": a, "b": b} for a, b in VALUES[2:4]]}),
        Sheet("w", {}, {"viec": []}),
    ]
    outputs, rows = scored(
        columnar(rubric, layout=WHOLE), engine, *tables(rubric, sheets, states=False)
    )

    for unit in score(rubric, sheets):
        assert unit.points == value(outputs[0], rows[unit.unit])


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
def test_ranks_by_percents_that_are_not_rounded(engine: str) -> None:
    """Percents of maxima that differ from unit to unit are ranked exactly."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", most=7), Measure("b", "B", most=2)],
        sections=[
            Criterion("1", "1", maximum=7, formula=Calculation("a")),
            Criterion("2", "2", maximum=2, formula=Calculation("b")),
        ],
        ranked_by=RankedBy.PERCENT,
        treatments=Treatments(not_assigned="leave"),
    )
    cells: list[tuple[int, int | State]] = [
        (7, 1),
        (6, State.NOT_ASSIGNED),
        (6, 2),
        (5, 2),
        (7, 0),
        (0, 0),
        (6, State.NOT_ASSIGNED),
    ]
    sheets = [Sheet(f"u{i}", {"a": a, "b": b}) for i, (a, b) in enumerate(cells)]
    layout = Layout(cluster="khoi", states=STATES, scaled=True)
    for ties, expected in (("share", [1, 3, 1, 5, 5, 7, 3]), ("dense", [1, 2, 1, 3, 3, 4, 2])):
        ready = columnar(rubric, layout=layout, ties=ties, percent=True)  # type: ignore[arg-type]
        outputs, rows = scored(ready, engine, *tables(rubric, sheets, states=True))
        by_code = {output.code: output for output in outputs}

        assert {one.unit: one.percent for one in score(rubric, sheets)} == {
            unit: value(by_code["percent"], row) for unit, row in rows.items()
        }
        assert expected == [rows[one.unit]["rank"] for one in sheets]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_median_of_what_the_unit_itself_reports(engine: str) -> None:
    """The value of an item may be the unit's own: it is then brought beside the items."""
    parts = ItemList("viec", "Việc", measures=[Measure("m", "M", most=10)])
    rubric = one(Calculation(OverItems("viec", "median", "a")), PAIR[0], items=(parts,))
    tasks = pa.table({"unit": ["u0", "u0", "u1"], "m": [1, 2, 3]})
    units = frame(engine, a=[4, -5])
    found = read(columnar(rubric, layout=WHOLE).score(units, {"viec": ENGINES[engine](tasks)}))

    assert [8, -10] == [found["u0"]["points_1"], found["u1"]["points_1"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_of_a_list_that_are_named_like_those_of_units(engine: str) -> None:
    """What stands in both frames under one name is not taken for the other."""
    parts = ItemList("viec", "Việc", measures=[Measure("m", "M", most=10)])
    formula = Calculation(OverItems("viec", "sum", "m", where=Compare("m", "<", "a")))
    rubric = one(formula, PAIR[0], items=(parts,))
    tasks = pa.table({"unit": ["u0", "u0", "u1"], "m": [1, 4, 3], "a": [9, 9, 9]})
    units = frame(engine, a=[4, 3], m=[0, 0])
    found = read(columnar(rubric, layout=WHOLE).score(units, {"viec": ENGINES[engine](tasks)}))

    assert [Fraction(1), Fraction(0)] == [found["u0"]["points_1"], found["u1"]["points_1"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_the_same_for_all_peers(engine: str) -> None:
    """A fixed number is its own greatest, and nobody is ranked where nobody counts."""
    nobody = OverPeers("rank", "a", where=Compare(1, ">", 2))
    formula = Calculation(Sum([OverPeers("greatest", 3), OverPeers("sum", 2), nobody]))
    found = read(columnar(one(formula, PAIR[0]), layout=WHOLE).score(frame(engine, a=[4, 5])))

    assert [8, 8] == [found["u0"]["points_1"], found["u1"]["points_1"]]
