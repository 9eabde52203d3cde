# SPDX-License-Identifier: MIT
"""What is refused, each by name: frames that are wrong, and rubrics that columns cannot compute."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import narwhals as nw
import pyarrow as pa
import pytest
from frames import EAGER, ENGINES, LAZY, STATES, WHOLE, codes, frame, one, read

from thidua.columns import Layout, columnar
from thidua.columns.engine import engine_of
from thidua.errors import Faults
from thidua.formula import (
    Calculation,
    Choose,
    Compare,
    EqualSplit,
    LevelIs,
    OverItems,
    OverPeers,
    Product,
    Quotient,
    Sum,
)
from thidua.ranking import Grade, GradeTable
from thidua.rubric import Choice, Criterion, ItemList, Measure, Rubric

A = Measure("a", "A", most=10)
PLAIN = one(Calculation("a"), A)
TASKS = ItemList("viec", "Việc", measures=[Measure("m", "M", most=10)])
LISTED = one(Calculation(OverItems("viec", "sum", "m")), items=(TASKS,))
RATIO = Quotient("a", "b")
PAIR = (A, Measure("b", "B", above=0, most=9))


def said(
    rubric: Rubric, units: Any, layout: Layout = WHOLE, items: Any = None, **asked: Any
) -> str:
    """Return the faults with which a frame is refused, a line each."""
    with pytest.raises(Faults) as raised:
        columnar(rubric, layout=layout, short=0, **asked).score(units, items)
    return "\n".join(map(str, raised.value.faults))


# --- frames ------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_that_are_missing(engine: str) -> None:
    """All columns and lists that are missing are told at once, with a name that is near."""
    rubric = one(
        Calculation(Sum([OverItems("viec", "sum", "m"), "thu"])),
        Measure("thu", "T"),
        items=(TASKS,),
    )
    found = said(rubric, frame(engine, thuu=[1]), Layout(unit="ma", cluster="cum"))

    assert [
        "$: the frame has no column 'ma'; known are 'khoi', 'thuu', 'unit'",
        "$: the frame has no column 'cum'; known are 'khoi', 'thuu', 'unit'",
        "$: the frame has no column 'thu'; did you mean 'thuu'?",
        "$.viec: no frame for the list 'viec'; give it in items",
    ] == found.splitlines()


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_of_another_type(engine: str) -> None:
    """Floats, texts and truths where numbers are wanted are refused, with what to do."""
    rubric = Rubric(
        "r",
        "R",
        measures=[A, Measure("b", "B"), Measure("c", "C"), Choice("muc", "M", levels=["x"])],
        sections=[Criterion("1", "1", maximum=1, formula=Calculation(Sum(["a", "b", "c"])))],
    )
    found = said(rubric, frame(engine, a=[0.5], b=["1"], c=[True], muc=[0.5]))

    assert [
        "say in floats at which places to read it",
        "give integers or decimals",
        "give numbers",
        "give the names of levels, or their positions",
    ] == [
        line.split("; ")[1].removeprefix("give integers or decimals, or ")
        for line in found.splitlines()
    ]


@pytest.mark.parametrize("engine", EAGER)
def test_entries_out_of_bounds(engine: str) -> None:
    """Entries out of bounds are refused, each with its unit and what it holds."""
    found = said(
        one(Calculation("a"), Measure("a", "A", least=2, most=10)), frame(engine, a=[1, 5, 11])
    )

    assert [
        "$.u0.a: unit 'u0': 'a' holds 1, less than 2; correct the entry",
        "$.u2.a: unit 'u2': 'a' holds 11, more than 10; correct the entry",
    ] == found.splitlines()


@pytest.mark.parametrize("engine", [name for name in EAGER if name != "pandas on numpy"])
def test_entries_that_are_missing(engine: str) -> None:
    """Without states, null is no entry; nor may the codes of units and clusters be null."""
    table = pa.table(
        {"unit": ["x", None], "khoi": ["a", None], "a": pa.array([None, 1], pa.int64())}
    )
    found = said(PLAIN, ENGINES[engine](table))

    assert [
        "$.None.unit: unit None: 'unit' holds nothing; correct the entry",
        "$.None.khoi: unit None: 'khoi' holds nothing; correct the entry",
        "$.x.a: unit 'x': 'a' holds nothing; correct the entry",
    ] == found.splitlines()


@pytest.mark.parametrize("engine", LAZY)
def test_what_is_wrong_in_a_plan(engine: str) -> None:
    """A plan is not run to look for faults: what comes out names them, and has no numbers."""
    rubric = one(Calculation(Sum(["a", OverItems("viec", "sum", "m")])), A, items=(TASKS,))
    units = {"unit": [*"xyz"], "khoi": ["a", "b", None], "a": pa.array([11, 1, 1], pa.int64())}
    tasks = {"unit": [*"xy"], "m": pa.array([1, None], pa.int64())}
    made = ENGINES[engine]
    found = read(
        columnar(rubric, layout=WHOLE).score(made(pa.table(units)), {"viec": made(pa.table(tasks))})
    )

    assert [
        "a: out-of-bounds: more than 10",
        "viec: an item is wrong",
        "khoi: no-value: nothing",
    ] == [found[unit]["fault"] for unit in "xyz"]
    assert [None, None, None] == [found[unit]["total"] for unit in "xyz"]


@pytest.mark.parametrize("engine", EAGER)
def test_units_that_stand_twice(engine: str) -> None:
    """A unit has one row."""
    table = pa.table({"unit": ["x", "y", "x"], "khoi": ["a"] * 3, "a": [1, 2, 3]})

    assert "$.x: unit 'x' stands twice; keep one" == said(PLAIN, ENGINES[engine](table))


@pytest.mark.parametrize("engine", EAGER)
def test_items_of_units_that_are_not_there(engine: str) -> None:
    """Every item is of a unit that is there."""
    tasks = ENGINES[engine](pa.table({"unit": ["u0", "z"], "m": [1, 2]}))
    found = said(LISTED, frame(engine, a=[1]), items={"viec": tasks})

    assert (
        "$.z.viec: an item of 'viec' is of unit 'z', which is not there; correct the entry" == found
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_items_that_cannot_be_joined(engine: str) -> None:
    """The column that joins items to units is there, and of the same type."""
    make = ENGINES[engine]
    numbers, none = make(pa.table({"unit": [1], "m": [1]})), make(pa.table({"m": [1]}))
    units = frame(engine, a=[1])

    assert "column-type" in _codes(LISTED, units, {"viec": numbers})
    assert "column-missing" in _codes(LISTED, units, {"viec": none})


def _codes(rubric: Rubric, units: Any, items: Any) -> set[str]:
    with pytest.raises(Faults) as raised:
        columnar(rubric, layout=WHOLE).score(units, items)
    return codes(raised)


def test_lists_in_frames_of_another_kind() -> None:
    """Units and lists come in frames of one kind."""
    tasks = pa.table({"unit": ["u0"], "m": [1]})
    found = said(LISTED, frame("polars", a=[1]), items={"viec": tasks})

    assert "$: 'viec' in frames of another kind than the units'; make them the same" == found


@pytest.mark.parametrize("engine", EAGER)
def test_levels_and_states_that_are_unknown(engine: str) -> None:
    """A text that is no level, or no state, is told."""
    levels = one(
        Calculation(Choose(LevelIs("muc", "tốt"), 1, 0)), Choice("muc", "M", levels=["tốt"])
    )
    table = frame(engine, muc=["tot"])

    assert (
        "$.u0.muc: unit 'u0': 'muc' holds tot, no level of the choice; correct the entry"
        == said(levels, table)
    )


@pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow"])
def test_states(engine: str) -> None:
    """A state is one of the five, and beside it there is no value; of lists as well."""
    rubric = one(Calculation(Sum(["a", OverItems("viec", "sum", "m")])), A, items=(TASKS,))
    table = frame(
        engine,
        a=pa.array([1, None, 3], pa.int64()),
        a_state=["missing", "misssing", None],
        viec_state=[None, None, "none"],
    )
    tasks = ENGINES[engine](pa.table({"unit": ["u0"], "m": [1]}))
    layout = Layout(cluster="khoi", states=STATES, scaled=True)

    assert [
        "$.u1.a: unit 'u1': 'a' holds no state in 'a_state'; correct the entry",
        "$.u0.a: unit 'u0': 'a' holds 1, both a value and a state; correct the entry",
        "$.u2.viec: unit 'u2': 'viec' holds no state in 'viec_state'; correct the entry",
    ] == said(rubric, table, layout, {"viec": tasks}).splitlines()


def test_floats_that_do_not_fit() -> None:
    """Floats with more places than the measure, or too large to be exact, are refused."""
    rubric = one(Calculation("a"), Measure("a", "A", places=1, least=None))
    table = frame("polars", a=[0.25, 1e300, float("nan"), 0.5])
    found = said(rubric, table, Layout(floats={"a": 2}))

    assert 3 == len(found.splitlines())
    assert "holds 0.25, more than 1 decimal places" in found
    assert "holds 1e+300, too large to be read exactly" in found


@pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow"])
def test_decimals_that_do_not_fit(engine: str) -> None:
    """Decimals hold 18 digits, of which some stand before the point."""
    rubric = one(Calculation("a"), Measure("a", "A", places=2))
    many = frame(engine, a=pa.array([Decimal(10) ** 17], pa.decimal128(30, 2)))
    fine = frame(engine, a=pa.array([Decimal(1)], pa.decimal128(30, 18)))

    assert "more than 18 digits" in said(rubric, many, Layout())
    assert "give decimals of fewer than 18 places" in said(rubric, fine, Layout())


def test_what_is_no_frame() -> None:
    """What is no frame is refused, and so are frames of libraries that are not known."""
    other = cast("Any", SimpleNamespace(implementation=nw.Implementation.DASK))
    with pytest.raises(Faults, match="no frame that is known to compute exactly, 'dask'"):
        engine_of(other)

    assert "the frame is a 'list'; give a frame of polars" in said(PLAIN, [1])
    assert "that of 'viec' is a 'int'" in said(LISTED, frame("polars", a=[1]), items={"viec": 1})


# --- rubrics -----------------------------------------------------------------


def test_rubrics_and_gradings_that_contradict_themselves() -> None:
    """A rubric is checked first, then a grading."""
    with pytest.raises(Faults, match="'b'"):
        columnar(one(Calculation("b"), A))
    grading = GradeTable([Grade("x", requires=Compare("b", ">", 1)), Grade("y")])
    with pytest.raises(Faults, match="'b'"):
        columnar(PLAIN, grading=grading)


def test_measures_of_any_exact_number() -> None:
    """What may be any exact number is in no column of integers."""
    with pytest.raises(
        Faults, match=r"'a' may be any exact number, which no column .* declare its places"
    ):
        columnar(one(Calculation("a"), Measure("a", "A", places=None)))


@pytest.mark.parametrize("engine", ["pandas", "pandas on numpy", "pyarrow"])
def test_numbers_too_wide_for_64_bits(engine: str) -> None:
    """Where there are no wider integers, the node is named, and the bound to declare."""
    most = (2**63 - 1) // 3 + 1
    rubric = one(Calculation(Product([3, "a"])), Measure("a", "A", most=most))
    with pytest.raises(Faults, match=r"of 65 bits, more than the 64 .* a multiplied node; .* 'a'"):
        columnar(rubric, layout=WHOLE).score(frame(engine, a=[1]))


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_numbers_too_wide_for_128_bits(engine: str) -> None:
    """Numbers that no engine holds are refused, sums over a cluster and ranks among them."""
    wide = Measure("a", "A", most=2**62)
    cube = Product(["a", "a", "a"])
    for formula in (cube, OverPeers("sum", cube), OverPeers("rank", cube)):
        found = said(one(Calculation(formula), wide), frame(engine, a=[1]), ties="share")

        assert "more than the 128 of" in found


@pytest.mark.parametrize("engine", ENGINES)
def test_factors_too_wide_to_be_written(engine: str) -> None:
    """A number that no column holds is refused before it is given to a library."""
    wide = Measure("a", "A", places=2, least=1, most=2**66)
    found = said(one(EqualSplit("a"), wide), frame(engine, a=[1]), ties="share")

    assert "needs numbers of" in found


def test_sums_of_ratios() -> None:
    """Ratios over different denominators are not added up, nor averaged."""
    table = frame("polars", a=[1], b=[2])
    for fold in ("sum", "mean"):
        found = said(one(Calculation(OverPeers(fold, RATIO)), *PAIR), table)

        assert "different denominators; round the value, or use tally" in found
    item = ItemList("viec", "V", measures=PAIR)
    tasks = ENGINES["polars"](pa.table({"unit": ["u0"], "a": [1], "b": [2]}))
    for many in ("sum", "mean", "median", "trimmed_mean"):
        rubric = one(Calculation(OverItems("viec", many, RATIO)), items=(item,))
        found = said(rubric, table, items={"viec": tasks})

        assert 1 == len(found.splitlines())
        assert "the items of 'viec' have values over different denominators; round the" in found


def test_ranks_of_items() -> None:
    """An item is not ranked among units."""
    rank = OverItems("viec", "sum", OverPeers("rank", "a"))
    tasks = ENGINES["polars"](pa.table({"unit": ["u0"], "m": [1]}))
    found = said(
        one(Calculation(rank), A, items=(TASKS,)), frame("polars", a=[1]), items={"viec": tasks}
    )

    assert "a rank of an item; make it points of a criterion, or use tally" in found


def test_classes_by_what_peers_hold() -> None:
    """A condition on classes looks at no peers; a criterion may."""
    when = Compare(OverPeers("mean", "a"), ">", 1)
    grading = GradeTable([Grade("x", requires=when), Grade("y")])

    assert "a condition on classes looks at peers: mean; make it a criterion" in said(
        PLAIN, frame("polars", a=[1]), grading=grading
    )


def test_classes_by_lists_in_states() -> None:
    """A condition on classes reads no list that may be in a state."""
    when = Compare(OverItems("viec", "sum", "m"), ">", 1)
    grading = GradeTable([Grade("x", requires=when), Grade("y")])
    tasks = ENGINES["polars"](pa.table({"unit": ["u0"], "m": [1]}))
    layout = Layout(cluster="khoi", states=STATES, scaled=True)

    assert "a condition on classes reads lists that may be in states" in said(
        LISTED, frame("polars", a=[1]), layout, {"viec": tasks}, grading=grading
    )
