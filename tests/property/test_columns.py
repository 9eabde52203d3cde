# SPDX-License-Identifier: MIT
"""Columns of every library against the exact evaluator: number for number the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from thidua.columns import Layout, columnar
from thidua.errors import Faults, RubricFault
from thidua.ranking import GradeTable, classify, rank
from thidua.rubric import Measure, Rubric, Sheet, check, score
from thidua.rubric.plan import TOTAL
from thidua.strategies import grade_tables, rubrics, sheets

sys.path.insert(0, str(Path(__file__).parents[1] / "columns"))

from frames import ENGINES, STATES, scored, tables, value
stats={}
from thidua.program import tally, program
from thidua.rubric.plan import plan
def rubric_parts(r): return {k:v.part for k,v in plan(r).row.items()}

def placed(listed):
    return [evolve(one, places=2) if isinstance(one, Measure) and one.places is None else one for one in listed]

@st.composite
def clusters(
    draw: st.DrawFn, *, states: bool, partial: bool = False
) -> tuple[Rubric, tuple[Sheet, ...], GradeTable]:
    """Draw a rubric, the sheets of a cluster and a table of classes."""
    rubric = draw(rubrics(partial=partial))
    try:
      rubric = evolve(rubric, measures=placed(rubric.measures), items=[evolve(one, measures=placed(one.measures)) for one in rubric.items])
    except RubricFault: reject()
    if check(rubric): reject()
    cluster = draw(sheets(rubric, states=states))
    return rubric, cluster, draw(grade_tables(rubric))


def agree(engine: str, rubric: Rubric, cluster: tuple[Sheet, ...], table, *, states: bool) -> None:
    listed = [*rubric.measures, *(one for items in rubric.items for one in items.measures)]
    if any(isinstance(one, Measure) and one.places is None for one in listed):
        reject()
    layout = Layout(cluster="khoi", states=STATES if states else None, scaled=True)
    try:
        expected = score(rubric, cluster)
    except Faults:
        expected = None
    try:
        units, lists = tables(rubric, cluster, states=states)
    except OverflowError:
        stats["overflow"]=stats.get("overflow",0)+1
        reject()
    try:
        ready = columnar(rubric, layout=layout, ties="share", grading=table, percent=True)
        outputs, rows = scored(ready, engine, units, lists)
    except Faults as faults:
        k=tuple(sorted({f.code for f in faults.faults}))
        stats[k]=stats.get(k,0)+1
        assert {fault.code for fault in faults.faults} <= {"too-wide", "not-columnar"}, faults
        reject()
    stats["ok"]=stats.get("ok",0)+1
    if expected is None:
        return
    ranking = {place.unit: place for place in rank(expected, ties="share").places}
    try:
        classes = {one.unit: one for one in classify(expected, table)}
    except Faults:
        classes = {}
    for one in expected:
        row = rows[one.unit]
        for output in outputs:
            if output.code in {"maximum", "percent", "class", "rank", "fault"}:
                continue
            line = one.total if output.code == TOTAL else one[output.code]
            found = value(output, row)
            if found is None:
                stats["null"]=stats.get("null",0)+1
                assert line.points is None or line.provisional, (one.unit, output.code, line, str(dict(tally(rubric, cluster)[one.unit].sheet.entries)), rubric_parts(rubric).get(output.code), [l for l in program(rubric,sound=False).lines if l.code==output.code])
            else:
                assert line.points == found, (one.unit, output.code, line, tally(rubric, cluster)[one.unit][output.code], [(dict(x.entries), x.items) for x in cluster], (output.code in rubric_parts(rubric) and rubric_parts(rubric)[output.code]), row)
        by = {output.code: output for output in outputs}
        percent = value(by["percent"], row)
        if percent is not None:
            assert one.percent == percent
        if row["rank"] is not None:
            stats["rank"]=stats.get("rank",0)+1
            place = ranking[one.unit]
            assert place.best == row["rank"] == place.worst
        if classes and row["fault"] is None:
            stats["class"]=stats.get("class",0)+1
            assert classes[one.unit].possible == (row["class"],)


@pytest.mark.parametrize("engine", ENGINES)
@settings(deadline=None)
@given(clusters(states=False))
def test_values(engine: str, drawn) -> None:
    """Without states, every number that comes out is what the exact evaluator gives."""
    agree(engine, *drawn, states=False)


@pytest.mark.parametrize("engine", ENGINES)
@settings(deadline=None)
@given(clusters(states=True))
def test_states(engine: str, drawn) -> None:
    """With states, every number that comes out is what the exact evaluator gives."""
    agree(engine, *drawn, states=True)

def test_z():
    print(stats)
