# SPDX-License-Identifier: MIT
"""Columns of every library against the exact evaluator: number for number the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import pytest
from attrs import evolve
from frames import ENGINES, STATES, Row, scored, tables, value
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from thidua.columns import Layout
from thidua.columns import columnar as columnar_or_compiled
from thidua.errors import Faults, RubricFault
from thidua.ranking import GradeTable, classify, rank
from thidua.rubric import Indicator, Measure, Rubric, Scores, Sheet, check, score
from thidua.rubric.plan import TOTAL
from thidua.strategies import grade_tables, rubrics, sheets

columnar = partial(columnar_or_compiled, short=0)
APART = {"maximum", "percent", "class", "rank", "fault"}
NULLABLE = [name for name in ENGINES if name != "pandas on numpy"]  # it has no integers with nulls


def placed(listed: Iterable[Indicator]) -> list[Indicator]:
    """Give every measure decimal places: columns of integers hold no other numbers."""
    return [
        evolve(one, places=2) if isinstance(one, Measure) and one.places is None else one
        for one in listed
    ]


@st.composite
def clusters(draw: st.DrawFn, *, states: bool) -> tuple[Rubric, tuple[Sheet, ...], GradeTable]:
    """Draw a rubric with the sheets of a cluster and a table of classes."""
    rubric = draw(rubrics())
    try:
        items = [evolve(one, measures=placed(one.measures)) for one in rubric.items]
        rubric = evolve(rubric, measures=placed(rubric.measures), items=items)
    except RubricFault:  # no number of two places lies between its bounds
        reject()
    if check(rubric):
        reject()
    return rubric, draw(sheets(rubric, states=states)), draw(grade_tables(rubric))


def agree(
    engine: str, rubric: Rubric, cluster: tuple[Sheet, ...], table: GradeTable, *, states: bool
) -> None:
    """Check that every number that comes out is the exact one, or that it says why it is not."""
    layout = Layout(cluster="khoi", states=STATES if states else None, scaled=True)
    ready = columnar(rubric, layout=layout, ties="share", grading=table, percent=True)
    try:
        units, lists = tables(rubric, cluster, states=states)
        outputs, rows = scored(ready, engine, units, lists)
    except OverflowError:  # a value that no column of integers holds
        reject()
    except Faults as faults:
        if {fault.code for fault in faults.faults} <= {"too-wide", "not-columnar"}:
            return
        raise
    try:
        expected = score(rubric, cluster)
    except Faults:  # some unit has no score, which one is not told
        return
    names = {output.code: output for output in outputs}
    for one in expected:
        row = rows[one.unit]
        for output in outputs:
            if output.code in APART:
                continue
            line = one.total if output.code == TOTAL else one[output.code]
            found = value(output, row)
            if found is None:
                assert line.points is None or line.provisional
            else:
                assert line.points == found
        percent = value(names["percent"], row)
        assert percent is None or one.percent == percent
    ranks_agree(expected, rows)
    classes_agree(expected, table, rows)


def ranks_agree(expected: Scores, rows: dict[str, Row]) -> None:
    """Check that ranks that come out are certain, and the ones that ranking gives."""
    for place in rank(expected, ties="share").places:
        found = rows[place.unit]["rank"]
        assert found is None or (found, found) == (place.best, place.worst)


def classes_agree(expected: Scores, table: GradeTable, rows: dict[str, Row]) -> None:
    """Check that classes of units with all their numbers are the ones that classifying gives."""
    try:
        classes = classify(expected, table)
    except Faults:
        return
    for one in classes:
        row = rows[one.unit]
        if row["fault"] is None:
            assert one.possible == (row["class"],)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=15, suppress_health_check=[*HealthCheck])
@given(clusters(states=False))
def test_values(engine: str, drawn: tuple[Rubric, tuple[Sheet, ...], GradeTable]) -> None:
    """Without states, every number that comes out is what the exact evaluator gives."""
    agree(engine, *drawn, states=False)


@pytest.mark.parametrize("engine", NULLABLE)
@settings(max_examples=15, suppress_health_check=[*HealthCheck])
@given(clusters(states=True))
def test_states(engine: str, drawn: tuple[Rubric, tuple[Sheet, ...], GradeTable]) -> None:
    """With states, every number that comes out is what the exact evaluator gives."""
    agree(engine, *drawn, states=True)
