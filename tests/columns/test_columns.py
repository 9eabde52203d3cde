# SPDX-License-Identifier: MIT
"""Frames of every library: widths, entries, lists, peers, and where libraries differ."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames import ENGINES, LAZY, STATES, WHOLE, codes, frame, one, read, scored, tables

from thidua.columns import Layout
from thidua.columns import columnar as columnar_or_compiled
from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    Choose,
    LevelIs,
    OverItems,
    OverPeers,
    PerEvent,
    Product,
    Proportional,
    Quotient,
    Rounded,
    Sum,
)
from thidua.quantity import Rounding
from thidua.ranking import Grade, GradeTable
from thidua.rubric import Choice, Criterion, ItemList, Measure, Question, Rubric, Sheet, score

columnar = partial(columnar_or_compiled, short=0)


def product(most: int) -> Rubric:
    """Return a rubric whose points are a measure that is at most so much, times three."""
    return one(Calculation(Product([3, "a"])), Measure("a", "A", most=most))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("most", "width"), [((2**31 - 1) // 3, 32), ((2**31 - 1) // 3 + 1, 64)])
def test_the_narrowest_integers_are_used(engine: str, most: int, width: int) -> None:
    """Just under 2**31 all is computed in 32 bits, just over it in 64, exactly either way."""
    ready = columnar(product(most), layout=WHOLE)
    given = frame(engine, a=[most, 0])

    assert width == ready.widths(given)["1"]
    assert 3 * most == read(ready.score(given))["u0"]["points_1"]


@pytest.mark.parametrize("engine", ENGINES)
def test_just_under_64_bits(engine: str) -> None:
    """Just under 2**63 all is computed in 64 bits."""
    most = (2**63 - 1) // 3
    ready = columnar(product(most), layout=WHOLE)
    given = frame(engine, a=[most, 1])

    assert 64 == ready.widths(given)["1"]
    assert 3 * most == read(ready.score(given))["u0"]["points_1"]


@pytest.mark.parametrize("engine", ["polars", "polars lazy", "duckdb"])
def test_just_over_64_bits(engine: str) -> None:
    """Just over 2**63 engines with wider integers use them."""
    most = (2**63 - 1) // 3 + 1
    ready = columnar(product(most), layout=WHOLE)
    given = frame(engine, a=[most, 1])

    assert 128 == ready.widths(given)["1"]
    assert 3 * most == int(read(ready.score(given))["u0"]["points_1"])


@pytest.mark.parametrize("engine", ENGINES)
def test_division_of_negatives_is_floor_division(engine: str) -> None:
    """A negative number is rounded down to the floor, whatever the engine's division does."""
    rounding = Rounding(1, "floor")
    formula = Calculation(Rounded(Quotient("a", 3), rounding))
    ready = columnar(one(formula, Measure("a", "A", least=-10, most=10)), layout=WHOLE)
    found = read(ready.score(frame(engine, a=[-7, -6, -1, 0, 7])))

    assert [-3, -2, -1, 0, 2] == [found[f"u{i}"]["points_1"] for i in range(5)]


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
@pytest.mark.parametrize(("ties", "ranks"), [("share", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3])])
def test_ranks(engine: str, ties: Any, ranks: list[int]) -> None:
    """Equal units share a rank as asked; in a cluster that waits for a unit nobody has one."""
    rubric = one(Calculation("a"), Measure("a", "A", most=10))
    ready = columnar(rubric, layout=Layout(cluster="c", states=STATES), ties=ties)
    table = {
        "unit": [*"abcdef"],
        "c": [*"xxxxyy"],
        "a": pa.array([9, 5, 5, 1, 3, None], pa.int64()),
    }
    found = read(ready.score(ENGINES[engine](pa.table(table))))

    assert [*ranks, None, None] == [found[unit]["rank"] for unit in "abcdef"]
    assert None is found["f"]["total"]
    assert "points_1: no number" == found["f"]["fault"]


@pytest.mark.parametrize("engine", LAZY)
def test_what_is_wrong_in_a_plan(engine: str) -> None:
    """A plan is never run to look for faults: its result names them, and gives no points."""
    rubric = one(Calculation("a"), Measure("a", "A", least=2, most=10))
    table = frame(engine, a=pa.array([1, 5, None], pa.int64()))
    found = read(columnar(rubric, layout=WHOLE).score(table))

    assert [None, 5, None] == [found[f"u{i}"]["total"] for i in range(3)]
    assert ["a: out-of-bounds: less than 2", None, "a: no-value: nothing"] == [
        found[f"u{i}"]["fault"] for i in range(3)
    ]


def test_plans_stay_plans() -> None:
    """A lazy frame comes out as one: nothing was collected."""
    rubric = one(Calculation("a"), Measure("a", "A", most=10))
    found = columnar(rubric, layout=WHOLE).score(frame("polars lazy", a=[1]))

    assert isinstance(found, pl.LazyFrame)


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
def test_decimals(engine: str) -> None:
    """Decimals are values, of fewer places than the measure or of more if those are zeros."""
    rubric = one(
        Calculation(Sum(["a", "b", "c"])),
        Measure("a", "A", places=2, most=10, least=-10),
        Measure("b", "B", places=1, most=10),
        Measure("c", "C", places=2, most=10**6),
    )
    table = frame(
        engine,
        a=pa.array([Decimal("-1.5")], pa.decimal128(4, 1)),
        b=pa.array([Decimal("2.300")], pa.decimal128(7, 3)),
        c=pa.array([Decimal("0.25")], pa.decimal128(30, 2)),
    )
    layout = Layout(cluster="khoi")
    outputs = columnar(rubric, layout=layout).outputs(table)
    found = read(columnar(rubric, layout=layout).score(table))

    assert Fraction("1.05") == Fraction(found["u0"]["total"], outputs[-2].below or 1)


@pytest.mark.parametrize("engine", ENGINES)
def test_floats(engine: str) -> None:
    """Floats are refused unless it is said at which places to read them."""
    rubric = one(Calculation("a"), Measure("a", "A", places=3, most=10))
    table = frame(engine, a=[0.285, 1.1])
    with pytest.raises(Faults) as raised:
        columnar(rubric, layout=Layout()).score(table)
    found = read(columnar(rubric, layout=Layout(floats={"a": 3})).score(table))

    assert {"column-type"} == codes(raised)
    assert [285, 1100] == [found["u0"]["total"], found["u1"]["total"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_lists(engine: str) -> None:
    """Lists are folded by unit, units without items among them, as the exact evaluator does."""
    item = [Measure("m", "M", places=1, most=10)]
    lists = (ItemList("viec", "Việc", measures=item),)
    folds = ["sum", "count"]
    parts = [
        Criterion(fold, fold, maximum=10, formula=Calculation(OverItems("viec", fold, "m")))
        for fold in folds
    ]
    middles = [
        Criterion(fold, fold, maximum=10, formula=Calculation(Sum([OverItems("w", fold, "n")])))
        for fold in ("mean", "least", "greatest", "median", "trimmed_mean")
    ]
    more = ItemList("w", "W", measures=[Measure("n", "N", places=1, most=10)])
    rubric = Rubric("r", "R", measures=[], items=[*lists, more], sections=[*parts, *middles])
    sheets = [
        Sheet("a", {}, {"viec": [{"m": "1.5"}, {"m": 2}], "w": [{"n": i} for i in (5, 1, 4)]}),
        Sheet("b", {}, {"viec": [], "w": [{"n": i} for i in (9, 7, 1, 1)]}),
    ]
    units, listed = tables(rubric, sheets, states=False)
    outputs, rows = scored(columnar(rubric, layout=WHOLE, most_items=8), engine, units, listed)
    exactly = score(rubric, sheets)

    for output in outputs[:-2]:
        for unit in "ab":
            below = output.below or rows[unit][output.below_name or ""]
            found = Fraction(int(rows[unit][output.name]), int(below))
            assert exactly[unit][output.code].points == found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fold", ["sum", "count", "mean", "least", "greatest", "rank"])
def test_peers(engine: str, fold: Any) -> None:
    """Units are compared within their cluster."""
    rubric = one(Calculation(OverPeers(fold, "a")), Measure("a", "A", most=100))
    sheets = [Sheet(unit, {"a": number}) for unit, number in (("x", 5), ("y", 9), ("z", 5))]
    units, lists = tables(rubric, sheets, states=False)
    outputs, rows = scored(columnar(rubric, layout=WHOLE), engine, units, lists)
    exactly = score(rubric, sheets)

    for unit in "xyz":
        below = outputs[0].below or rows[unit][outputs[0].below_name or ""]
        found = Fraction(int(rows[unit]["points_1"]), int(below))
        assert exactly[unit].points == found


@pytest.mark.parametrize("engine", ENGINES)
def test_answers_levels_and_classes(engine: str) -> None:
    """Answers are truths, levels are names, and classes come out by name."""
    formula = Calculation(Sum(["q", Choose(LevelIs("m", "tốt"), 5, 1)]))
    rubric = Rubric(
        "r",
        "R",
        measures=[Question("q", "Q"), Choice("m", "M", levels=["tốt", "khá"])],
        sections=[Criterion("1", "1", maximum=6, formula=formula)],
    )
    grading = GradeTable([Grade("Cao", at_least=6), Grade("Thấp")])
    table = frame(engine, q=[True, False], m=["tốt", "khá"])
    found = read(columnar(rubric, grading=grading, layout=WHOLE).score(table))

    assert [(6, "Cao"), (1, "Thấp")] == [
        (found[unit]["total"], found[unit]["class"]) for unit in ("u0", "u1")
    ]


def test_plans_are_kept() -> None:
    """Frames of one kind share a plan, and equal names of columns are told apart."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", most=5)],
        sections=[
            Criterion("1.a", "1", maximum=5, formula=PerEvent.of("a", -1)),
            Criterion("1-A", "2", maximum=5, formula=Proportional("a", to=5)),
        ],
    )
    ready = columnar(rubric, layout=WHOLE)
    names = [one.name for one in ready.outputs(frame("polars", a=[1]))]

    assert ["points_1_a", "points_1_A_2", "total", "fault"] == names
    assert ready.outputs(frame("polars", a=[3])) is ready.outputs(frame("polars", a=[4]))


def test_the_index_of_pandas_does_not_matter() -> None:
    """A frame with an index of its own is scored row by row."""
    given = frame("pandas on numpy", a=[1, 2]).set_index(pd.Index([7, 3]))
    rubric = one(Calculation("a"), Measure("a", "A", most=5))

    assert [1, 2] == columnar(rubric, layout=WHOLE).score(given)["total"].tolist()


@pytest.mark.parametrize("engine", ["polars", "pandas on numpy", "pyarrow"])
def test_short_frames_are_computed_by_the_compiled_function(engine: str) -> None:
    """Short frames of integers take the compiled function, long ones and plans take columns."""
    rubric = one(Proportional("a", to=7), Measure("a", "A", places=2, most=9))
    ready = columnar_or_compiled(rubric, layout=Layout(cluster="khoi"), ties="share")
    short, long = frame(engine, a=[*range(10)] * 3), frame(engine, a=[*range(10)] * 300)
    few, many = read(ready.score(short)), read(ready.score(long))

    assert ("compiled", "columns") == (ready.route(short), ready.route(long))
    assert [few[f"u{i}"]["total"] for i in range(10)] == [many[f"u{i}"]["total"] for i in range(10)]
    assert 10 == few["u6"]["rank"]


def test_parts_whose_codes_are_words_of_the_result() -> None:
    """A criterion may be called "percent", or "rank": its points have a name of their own."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", most=5)],
        sections=[
            Criterion(code, code, maximum=5, formula=Calculation("a"))
            for code in ("percent", "rank")
        ],
    )
    ready = columnar(rubric, layout=WHOLE, percent=True, ties="share")
    outputs = ready.outputs(frame("polars", a=[1]))

    assert ["points_percent", "points_rank", "total", "percent", "rank", "fault"] == [
        one.name for one in outputs
    ]
