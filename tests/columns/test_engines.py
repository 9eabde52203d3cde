# SPDX-License-Identifier: MIT
"""Where engines differ, each difference by name: they come to the same."""

from __future__ import annotations

import warnings
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from frames import EAGER, ENGINES, STATES, WHOLE, frame, one, read

from thidua.columns import Layout, columnar
from thidua.columns.arrays import ArrayPrinter, with_arrays
from thidua.columns.engine import DTYPES, Dialect, engine_of
from thidua.columns.rewrite import narrowed
from thidua.columns.source import Source
from thidua.columns.sql import Sql, SqlPrinter, with_sql
from thidua.errors import Faults
from thidua.formula import (
    Band,
    Calculation,
    DirectEntry,
    Greatest,
    Least,
    Lookup,
    OverPeers,
    PerEvent,
    Product,
    Quotient,
    Relation,
    Rounded,
    Sum,
)
from thidua.program.make import add, branch, divide, largest, multiply
from thidua.program.node import Chain, Column, Literal, Multiplied
from thidua.program.truth import YES, all_of, any_of, at_least, compare
from thidua.quantity import Rounding, RoundingMode
from thidua.quantity.rounding import round_to
from thidua.rubric import Criterion, Measure, Question, Rubric

NULLABLE = [name for name in ENGINES if name != "pandas on numpy"]
A = Measure("a", "A", least=-10, most=10)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("mode", RoundingMode)
def test_every_rounding_of_negatives(engine: str, mode: RoundingMode) -> None:
    """Engines divide negatives towards zero or down; each rounding is the exact one on all."""
    rounding = Rounding("0.5", mode)
    ready = columnar(
        one(Calculation(Rounded(Quotient("a", 4), rounding)), A), layout=WHOLE, short=0
    )
    values = [*range(-10, 11)]
    found = read(ready.score(frame(engine, a=values)))

    assert [round_to(Fraction(a, 4), rounding) for a in values] == [
        Fraction(found[f"u{i}"]["points_1"], 2) for i in range(len(values))
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("by", [3, 10**6 + 3])
def test_wide_numbers_are_divided_exactly(engine: str, by: int) -> None:
    """A quotient of numbers of 62 bits is right to its last digit: no float is in between."""
    most = 2**62
    measure = Measure("a", "A", least=-most, most=most)
    ready = columnar(
        one(Calculation(Rounded(Quotient("a", by), Rounding(1, "floor"))), measure), layout=WHOLE
    )
    values = [most, most - 1, 1 - most, -most, by * (2**53 + 1), -by * (2**31 + 1) - 1]
    values = [one for one in values if abs(one) <= most]
    found = read(ready.score(frame(engine, a=values)))

    assert [value // by for value in values] == [
        found[f"u{i}"]["points_1"] for i in range(len(values))
    ]


@pytest.mark.parametrize("engine", NULLABLE)
def test_ranks_of_nulls(engine: str) -> None:
    """Some engines rank null first, some last: here a cluster with one has no ranks, others do."""
    rubric = one(Calculation("a"), A)
    ready = columnar(rubric, layout=Layout(cluster="c", states=STATES), ties="share")
    columns = {"unit": [*"abcd"], "c": [*"xxyy"], "a": pa.array([5, None, 5, 7], pa.int64())}
    found = read(ready.score(ENGINES[engine](pa.table(columns))))

    assert [None, None, 2, 1] == [found[unit]["rank"] for unit in "abcd"]


@pytest.mark.parametrize("engine", ENGINES)
def test_names_that_differ_in_case_only(engine: str) -> None:
    """DuckDB and Spark do not tell cases apart: names that come out differ all the same."""
    rubric = Rubric(
        "r",
        "R",
        measures=[A],
        sections=[
            Criterion(code, code, maximum=5, formula=PerEvent.of("a", -1))
            for code in ("1.a", "1.A")
        ],
    )
    names = [one.name for one in columnar(rubric, layout=WHOLE).outputs(frame(engine, a=[1]))]

    assert ["points_1_a", "points_1_A_2", "total", "fault"] == names


@pytest.mark.parametrize("engine", NULLABLE)
@pytest.mark.parametrize("kind", [pa.int8(), pa.int16(), pa.int32(), pa.decimal128(5, 0)])
def test_columns_of_every_width(engine: str, kind: Any) -> None:
    """Integers of any width are read as they are, and computed in what holds the result."""
    ready = columnar(
        one(Calculation(Product(["a", 1000])), Measure("a", "A", most=99)), layout=WHOLE, short=0
    )
    values = [Decimal(7), Decimal(99)] if kind == pa.decimal128(5, 0) else [7, 99]
    found = read(ready.score(frame(engine, a=pa.array(values, kind))))

    assert [7000, 99000] == [int(found[unit]["points_1"]) for unit in ("u0", "u1")]


@pytest.mark.parametrize("engine", [name for name in NULLABLE if name != "pyspark"])
@pytest.mark.parametrize(("kind", "most"), [(pa.uint8(), None), (pa.uint64(), 99)])
def test_columns_without_a_sign(engine: str, kind: Any, most: int | None) -> None:
    """Spark has none; elsewhere their own bounds are as good as those of a measure."""
    measure = Measure("a", "A", most=most)
    ready = columnar(one(Calculation(Product(["a", -1000])), measure), layout=WHOLE, short=0)
    found = read(ready.score(frame(engine, a=pa.array([7, 99], kind))))

    assert [-7000, -99000] == [found[unit]["points_1"] for unit in ("u0", "u1")]


@pytest.mark.parametrize("engine", EAGER)
def test_units_of_no_cluster_are_of_one(engine: str) -> None:
    """Without clusters all units are ranked together, by either route."""
    rubric = one(Calculation("a"), A)
    table = frame(engine, a=[3, 4, 3])
    for short in (0, 100):
        ready = columnar(rubric, layout=Layout(scaled=True), ties="share", short=short)
        found = read(ready.score(table))

        assert [2, 1, 2] == [found[f"u{i}"]["rank"] for i in range(3)]


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_without_rows(engine: str) -> None:
    """A frame of no units comes out as one."""
    table = frame(engine, a=pa.array([1], pa.int64()))
    empty = ENGINES[engine](pa.table({"unit": ["x"], "khoi": ["a"], "a": [1]}).slice(0, 0))
    ready = columnar(one(Calculation("a"), A), layout=WHOLE, ties="share")

    assert {} == read(ready.score(empty))
    assert 1 == len(read(ready.score(table)))


@pytest.mark.parametrize("engine", NULLABLE)
def test_points_entered_in_steps(engine: str) -> None:
    """Entries that are no multiple of their step are told, also in a plan."""
    entered = DirectEntry("a", step="0.25")
    rubric = one(entered, Measure("a", "A", places=2))
    ready = columnar(rubric, layout=Layout(cluster="khoi"))
    wrong, right = (pa.array([Decimal(text)], pa.decimal128(9, 2)) for text in ("1.30", "1.25"))

    assert 125 == read(ready.score(frame(engine, a=right)))["u0"]["points_1"]
    if engine in EAGER:
        with pytest.raises(ValueError, match=r"'a' holds 1\.30, no multiple of 0\.25"):
            ready.score(frame(engine, a=wrong))
    else:
        assert (
            "a: not-a-step: no multiple of 0.25"
            == read(ready.score(frame(engine, a=wrong)))["u0"]["fault"]
        )


def test_what_is_printed_for_spark() -> None:
    """Spark has a division of its own, which is exact; names stand in its quotes."""
    a, b = Column("a", None, -9, 9), Column("b", None, 1, 9)
    sources = {a: Source("a", DTYPES[64]), b: Source("b`", DTYPES[32])}
    printer = SqlPrinter(sources, 64, Dialect.SPARK)
    asked = any_of([at_least(a, 3), all_of([at_least(b, 2), compare(a, Relation.EQUAL, b)])])
    made = printer.made(branch(asked, divide(add(a, Literal(-1)), Literal(2)), multiply(b, b)), "p")
    b64 = "CAST(`b``` AS BIGINT)"
    less = "(`a` + CAST(-1 AS BIGINT))"
    cut = f"({less} DIV CAST(2 AS BIGINT) - CASE"

    assert "`p`" == made.name
    assert made.text.startswith("CAST(CASE WHEN ((`a` >= 3) OR ((`b``` >= 2) AND (")
    assert cut.replace("CAST(2 AS BIGINT) -", "CAST(2 AS BIGINT)) -") in made.text
    assert f"ELSE ({b64} * {b64}) END AS BIGINT)" in made.text
    assert Sql("CAST(CASE WHEN TRUE THEN 1 ELSE 0 END AS INTEGER)", "`q`") == printer.mark(YES, "q")
    spark = SimpleNamespace(selectExpr=lambda *texts: texts)
    assert ("*", "1 AS `q`") == with_sql(spark, Dialect.SPARK, [Sql("1", "`q`")])


def test_spark_is_known() -> None:
    """Spark's frames are plans, of integers of 64 bits."""
    spark = engine_of(cast("Any", SimpleNamespace(implementation=nw.Implementation.PYSPARK)))

    assert (True, 64, Dialect.SPARK) == (spark.lazy, spark.widest, spark.dialect)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize(("rows", "width"), [(2, 32), (3, 64)])
def test_sums_over_a_cluster_are_proved_to_fit(engine: str, rows: int, width: int) -> None:
    """How many units a cluster may have decides how wide its sums are."""
    most = (2**31 - 1) // 2
    rubric = one(Calculation(Sum([OverPeers("sum", "a")])), Measure("a", "A", most=most))
    table = frame(engine, a=[most] * rows)
    ready = columnar(rubric, layout=WHOLE, most_units=rows)
    found = read(ready.score(table))

    assert rows * most == found["u0"]["points_1"]
    if engine == "duckdb":
        made = {str(dtype) for dtype in ready.score(table).types}
        assert ("INTEGER" if width == 32 else "BIGINT") in made


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_that_are_named_like_those_made_on_the_way(engine: str) -> None:
    """Names that are made up begin with what no column begins with."""
    rubric = one(Calculation(Sum(["a", "a"])), A)
    table = frame(engine, a=[4], thidua_1=[9], THIDUA__2=[9], thidua_3=[9])
    found = read(columnar(rubric, layout=WHOLE, ties="share", short=0).score(table))

    assert (8, 1) == (found["u0"]["points_1"], found["u0"]["rank"])


@pytest.mark.parametrize("engine", NULLABLE)
def test_answers_that_may_be_missing(engine: str) -> None:
    """Where there are states, an answer that is null is missing, and nothing else is wrong."""
    rubric = one(Calculation("q"), Question("q", "Q"))
    layout = Layout(cluster="khoi", states=STATES)
    found = read(columnar(rubric, layout=layout).score(frame(engine, q=[True, None])))

    assert [1, None] == [found["u0"]["points_1"], found["u1"]["points_1"]]


@pytest.mark.parametrize("engine", EAGER)
@pytest.mark.parametrize("wrong", ["a", "unit", "khoi", "twice"])
def test_short_frames_that_are_wrong(engine: str, wrong: str) -> None:
    """Short frames are looked at in Python, and refused in the same words."""
    columns: dict[str, list[Any]] = {"unit": ["x", "y"], "khoi": ["p", "p"], "a": [1, 2]}
    if wrong == "twice":
        columns["unit"] = ["x", "x"]
    else:
        columns[wrong] = [11, 1] if wrong == "a" else [None, "y"]
    said: list[str] = []
    for short in (0, 100):
        with pytest.raises(Faults) as raised:
            columnar(one(Calculation("a"), A), layout=WHOLE, short=short).score(
                ENGINES[engine](pa.table(columns))
            )
        said.append(str(raised.value))

    assert said[0] == said[1]


def test_what_python_cannot_compile_is_left_to_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """However short the frame: a rubric may be too large for a function, not for expressions."""
    monkeypatch.setattr("thidua.columns.small.functions", lambda *_, **__: None)
    found = read(columnar(one(Calculation("a"), A), layout=WHOLE).score(frame("polars", a=[5])))

    assert 5 == found["u0"]["points_1"]


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_of_wide_columns_take_no_wide_numbers(engine: str) -> None:
    """What is only compared is compared as it stands: points of a table are narrow."""
    bands = [Band(1, below=2**40), Band(3, at_least=2**40)]
    ready = columnar(
        one(Calculation(Lookup("a", bands)), Measure("a", "A", most=2**60)), layout=WHOLE
    )
    table = frame(engine, a=[2**40 - 1, 2**40])
    found = read(ready.score(table))

    assert 32 == ready.widths(table)["1"]
    assert [1, 3] == [found["u0"]["points_1"], found["u1"]["points_1"]]


def test_limits_that_leave_no_number_are_not_used() -> None:
    """Where two conditions never hold together, what stands under them is left as it is."""
    a = Column("a", None, 0, 9)
    never = all_of([at_least(a, 5), compare(a, Relation.LESS_OR_EQUAL, Literal(3))])
    node = branch(never, multiply(a, Literal(2)), Literal(0))
    lower = branch(never, Multiplied((Literal(2), largest(a, Literal(5)))), Literal(0))

    assert lower == narrowed(node)


@pytest.mark.parametrize("engine", ENGINES)
def test_limits_of_two_measures(engine: str) -> None:
    """The least and the greatest of columns, and of a column and a number, are each unit's own."""
    least, most = Least(["a", "b"]), Greatest(["a", "b"])
    formula = Sum([least, Product([3, most]), Greatest([Product([3, "a"]), 9])])
    b = Measure("b", "B", least=-10, most=10)
    found = read(
        columnar(one(Calculation(formula), A, b), layout=WHOLE).score(
            frame(engine, a=[4, -5], b=[2, 7])
        )
    )

    assert [2 + 12 + 12, -5 + 21 + 9] == [found["u0"]["points_1"], found["u1"]["points_1"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_units_that_are_all_alike(engine: str) -> None:
    """Where points are fixed, all units are first, and percents are rounded as the rubric says."""
    criterion = Criterion("1", "1", maximum=3, formula=Calculation(1))
    rubric = Rubric(
        "r", "R", measures=[A], sections=[criterion], percent_rounding=Rounding("0.1", "half_up")
    )
    ready = columnar(rubric, layout=WHOLE, ties="share", percent=True)
    found = read(ready.score(frame(engine, a=[1, 2])))

    assert [(333, 1)] * 2 == [(found[one]["percent"], found[one]["rank"]) for one in ("u0", "u1")]


@pytest.mark.parametrize("engine", NULLABLE)
def test_points_that_nobody_has(engine: str) -> None:
    """Where no value is in a band, no unit has points, and each says so."""
    rubric = one(Calculation(Lookup("a", [Band(1, at_least=20)])), A)
    found = read(columnar(rubric, layout=WHOLE, ties="share").score(frame(engine, a=[1, 2])))

    assert [(None, None, "points_1: no number")] * 2 == [
        (found[one]["total"], found[one]["rank"], found[one]["fault"]) for one in ("u0", "u1")
    ]


def test_blocks_of_rows_come_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """On pandas rows are computed in blocks, of which the last may be short."""
    monkeypatch.setattr("thidua.columns.arrays._BLOCK", 4)
    rubric = one(Calculation(Lookup("a", [Band(2, below=3), Band(5, at_least=3)])), A)
    given = [number % 7 for number in range(9)]
    found = columnar(rubric, layout=WHOLE, short=0).score(frame("pandas on numpy", a=given))

    assert [2 if value < 3 else 5 for value in given] == found["total"].to_list()


def test_one_number_looked_up_for_all_rows() -> None:
    """A table of what is the same for all units gives its points to each."""
    made = ArrayPrinter({}, 32).made(Chain(Literal(7), (2, 5, 9), (0, 10, 20, 30)), "points")
    rows = nw.from_native(pl.DataFrame({"unit": ["a", "b", "c"]}))

    assert with_arrays(rows, [made])["points"].to_list() == [20, 20, 20]


def test_many_parts_do_not_scatter_a_frame_of_pandas() -> None:
    """Columns are added at once: pandas warns of those that are added one by one."""
    measures = [Measure(f"m{number}", "M", most=10) for number in range(120)]
    points = [
        Criterion(one.code, "C", maximum=10, formula=DirectEntry(one.code)) for one in measures
    ]
    rubric = Rubric("r", "R", measures=measures, sections=points)
    given = frame("pandas on numpy", **{one.code: [1, 2] for one in measures})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = columnar(rubric, layout=WHOLE, short=0).score(given)

    assert found["total"].to_list() == [120, 240]


def test_long_tables_of_pyarrow_keep_their_rows() -> None:
    """What a join of PyArrow puts into another order comes out beside the unit it is of."""
    many = 1_000_000
    rubric = one(DirectEntry("b", unlimited=True), Measure("b", "B", least=0, most=many))
    ready = columnar(rubric, layout=Layout(cluster="khoi", scaled=True), ties="share")
    table = pa.table(
        {
            "unit": pa.array(range(many)).cast(pa.string()),
            "khoi": [number // 10 for number in range(many)],
            "b": [*range(many)],
        }
    )
    found = ready.score(table)

    assert [*map(str, range(many))] == found["unit"].to_pylist()
    assert [10 - number % 10 for number in range(many)] == found["rank"].to_pylist()
