# SPDX-License-Identifier: MIT
"""Classes as they come out: by tables, knock-outs and least shares, as classifying gives them."""

from __future__ import annotations

import pytest
from frames import ENGINES, STATES, WHOLE, scored, tables

from thidua.columns import Layout, columnar
from thidua.formula import Calculation, Compare, EntryIs
from thidua.quantity import State
from thidua.ranking import (
    Grade,
    GradeTable,
    GradeTables,
    Grading,
    KnockOut,
    Minimum,
    classify,
)
from thidua.rubric import Choice, Criterion, Measure, RankedBy, Rubric, Sheet, Treatments, score

RUBRIC = Rubric(
    "r",
    "R",
    measures=[
        Measure("a", "A", most=10),
        Measure("b", "B", most=10),
        Choice("loai", "Loại", levels=["xã", "phường"]),
    ],
    sections=[
        Criterion("1", "1", maximum=10, formula=Calculation("a")),
        Criterion("2", "2", maximum=10, formula=Calculation("b")),
    ],
    treatments=Treatments(not_assigned="leave", exempt="full"),
)
TABLE = GradeTable(
    [
        Grade("A", at_least=15, minimums=[Minimum("2", "0.5")], requires=Compare("a", ">", 2)),
        Grade("B", above=10),
        Grade("C"),
    ],
    knock_outs=[
        KnockOut("vi phạm", Compare("b", "==", 7)),
        KnockOut("hạ bậc", Compare("b", "==", 8), to="B"),
    ],
)
KINDS = GradeTables(
    "loai", {"xã": TABLE, "phường": GradeTable([Grade("A", at_least=19), Grade("D")])}
)
SHARES = GradeTable([Grade("A", at_least=75), Grade("B")], by=RankedBy.PERCENT)
ROWS = [
    (10, 10, "xã"), (10, 10, "phường"), (10, 8, "xã"), (10, 7, "xã"), (10, 4, "xã"),
    (2, 10, "xã"), (5, 5, "xã"), (6, 5, "xã"), (9, 9, "phường"), (10, 5, "phường"),
]  # fmt: skip
SHEETS = [Sheet(f"u{i}", {"a": a, "b": b, "loai": c}) for i, (a, b, c) in enumerate(ROWS)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("grading", [TABLE, KINDS, SHARES])
def test_classes(engine: str, grading: Grading) -> None:
    """Every unit has the class that classifying gives; who is barred from all has none."""
    ready = columnar(RUBRIC, layout=WHOLE, grading=grading, short=0)
    _, rows = scored(ready, engine, *tables(RUBRIC, SHEETS, states=False))

    for unit in classify(score(RUBRIC, SHEETS), grading):
        assert unit.possible == (rows[unit.unit]["class"],)


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas on numpy"])
def test_classes_of_units_in_states(engine: str) -> None:
    """No class comes of an entry without a value; a state may be asked for."""
    asking = GradeTable(
        [Grade("A", at_least=50, requires=EntryIs("b", State.NOT_ASSIGNED)), Grade("B")],
        by=RankedBy.PERCENT,
    )
    sheets = [
        *SHEETS[:2],
        Sheet("x", {"a": 6, "b": State.NOT_ASSIGNED, "loai": "xã"}),
        Sheet("y", {"a": 6, "b": State.EXEMPT, "loai": State.MISSING}),
    ]
    layout = Layout(cluster="khoi", states=STATES, scaled=True)
    for grading, expected in ((KINDS, ["A", "A", None, None]), (asking, ["B", "B", "A", "B"])):
        ready = columnar(RUBRIC, layout=layout, grading=grading)
        _, rows = scored(ready, engine, *tables(RUBRIC, sheets, states=True))

        assert expected == [rows[one.unit]["class"] for one in sheets]
