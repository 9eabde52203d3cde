# SPDX-License-Identifier: MIT
"""Columns of every library, and the compiled function, against the exact evaluator."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import pyarrow as pa
from attrs import evolve
from frames import ENGINES, STATES, Row, scored, tables, value
from hypothesis import HealthCheck, event, given, reject, settings
from hypothesis import strategies as st

from thidua.columns import ColumnRubric, Layout, Output, columnar
from thidua.errors import Faults, RubricFault
from thidua.program import tally
from thidua.ranking import Classes, GradeTable, Ranking, classify, rank
from thidua.rubric import Indicator, Measure, Rubric, Scores, Sheet, check, score
from thidua.rubric.plan import TOTAL
from thidua.strategies import grade_tables, rubrics, sheets

Cluster: TypeAlias = tuple[Rubric, tuple[Sheet, ...], GradeTable]
Tables: TypeAlias = tuple[pa.Table, dict[str, pa.Table]]
APART = {"maximum", "percent", "class", "rank", "fault"}
NO_NULLS = "pandas on numpy"  # it has no integers with nulls, nor decimals
MOST = 10**6
REFUSED = {"too-wide", "not-columnar"}
EXAMPLES = int(os.environ.get("THIDUA_EXAMPLES", "16"))


def many(examples: int) -> settings:
    """Draw so many clusters, however long each takes."""
    return settings(max_examples=examples, suppress_health_check=[*HealthCheck], print_blob=True)


def placed(listed: Iterable[Indicator], *, bounded: bool) -> list[Indicator]:
    """Give every measure places and perhaps bounds: without, few rubrics are narrow enough."""
    found: list[Indicator] = []
    for one in listed:
        if isinstance(one, Measure):
            low = None if one.above is not None or one.least is not None else -MOST
            most = MOST if one.most is None else one.most
            places = 2 if one.places is None else one.places
            one = evolve(one, places=places)  # noqa: PLW2901 - changed
            if bounded:
                one = evolve(one, most=most, least=one.least if low is None else low)  # noqa: PLW2901 - changed
        found.append(one)
    return found


@st.composite
def clusters(draw: st.DrawFn, *, states: bool) -> Cluster:
    """Draw a rubric with the sheets of a cluster and a table of classes."""
    rubric, bounded = draw(rubrics()), bool(draw(st.integers(0, 5)))
    try:
        items = [
            evolve(one, measures=placed(one.measures, bounded=bounded)) for one in rubric.items
        ]
        rubric = evolve(rubric, measures=placed(rubric.measures, bounded=bounded), items=items)
    except RubricFault:  # no number of two places lies between its bounds
        reject()
    if check(rubric):
        reject()
    return rubric, draw(sheets(rubric, states=states)), draw(grade_tables(rubric))


def twice(rubric: Rubric, cluster: Sequence[Sheet], *, states: bool, decimals: bool) -> Tables:
    """Return the tables of a cluster, and of another that holds the same: none sees the other."""
    again = [evolve(one, unit=f"{one.unit}'") for one in cluster]
    together = [one for pair in zip(cluster, reversed(again), strict=True) for one in pair]
    names = ["b" if one.unit.endswith("'") else "a" for one in together]
    return tables(rubric, together, states=states, decimals=decimals, clusters=names)


def agree(drawn: Cluster, *, states: bool, decimals: bool) -> None:
    """Check that on every engine every number that comes out is the exact one."""
    rubric, cluster, table = drawn
    try:
        given_ = twice(rubric, cluster, states=states, decimals=decimals)
    except OverflowError:  # a value that no column of integers holds
        reject()
    layout = Layout(cluster="khoi", states=STATES if states else None, scaled=not decimals)
    ready = columnar(rubric, layout=layout, ties="share", grading=table, percent=True, short=0)
    short = shortened(ready)
    try:
        expected = score(rubric, cluster)
    except Faults:  # some unit has no score, which one is not told
        expected = None
    for engine in ENGINES:
        if engine == NO_NULLS and (states or decimals):
            continue
        for one in (ready,) if states else (ready, short):
            found = outcome(one, engine, given_)
            event(f"{engine}: {'refused' if found is None else 'computed'}")
            if found is not None and expected is not None:
                rows = found[1]
                both = {unit: rows[f"{unit}'"] for unit in rows if not unit.endswith("'")}
                for half in (rows, both):
                    same(expected, table, found[0], half)
    if expected is not None:
        compiled = tally(rubric, cluster)
        assert [one.points for one in expected] == [compiled[one.unit].points for one in expected]


def shortened(ready: ColumnRubric) -> ColumnRubric:
    """Return the same rubric, whose short frames the compiled function computes."""
    demand = ready.demand
    return ColumnRubric(demand, ready.most_units, ready.most_items, 100)


def outcome(
    ready: ColumnRubric, engine: str, given_: Tables
) -> tuple[tuple[Output, ...], dict[str, Row]] | None:
    """Score tables in the frames of an engine; None if it refuses the rubric."""
    try:
        return scored(ready, engine, *given_)
    except Faults as faults:
        if {fault.code for fault in faults.faults} <= REFUSED:
            return None
        raise


def same(
    expected: Scores, table: GradeTable, outputs: Sequence[Output], rows: Mapping[str, Row]
) -> None:
    """Check that every number that comes out is the exact one, or that there is none.

    While an entry is awaited, a number may come out that exact scoring only bounds.
    """
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
            elif line.points is None:  # what cancels out, as `x < x` does, decides at once
                assert line.interval is not None
                assert found in line.interval
            else:
                assert line.points == found
        percent = value(names["percent"], row)
        assert percent is None or one.percent in {None, percent}
    ranks_agree(rank(expected, ties="share"), rows)
    try:
        classes_agree(classify(expected, table), rows)
    except Faults:
        return


def ranks_agree(ranking: Ranking, rows: Mapping[str, Row]) -> None:
    """Check that ranks that come out are the ones that ranking gives, or leaves possible."""
    for place in ranking.places:
        found = rows[place.unit]["rank"]
        assert found is None or place.best <= found <= place.worst


def classes_agree(classes: Classes, rows: Mapping[str, Row]) -> None:
    """Check that classes of units with all their numbers are the ones that classifying gives."""
    for one in classes:
        row = rows[one.unit]
        if row["fault"] is None:
            assert one.possible == (row["class"],)


@many(EXAMPLES)
@given(clusters(states=False), st.booleans())
def test_values(drawn: Cluster, decimals: bool) -> None:  # noqa: FBT001 - drawn
    """Without states, exact, compiled and columns of every library agree."""
    agree(drawn, states=False, decimals=decimals)


@many(EXAMPLES // 2)  # with states, plans are larger
@given(clusters(states=True), st.booleans())
def test_states(drawn: Cluster, decimals: bool) -> None:  # noqa: FBT001 - drawn
    """With states, exact, compiled and columns of every library agree."""
    agree(drawn, states=True, decimals=decimals)
