# SPDX-License-Identifier: MIT
"""The laws of the results of a year: entering changes nothing that sheets would say."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from thidua.cluster import Cluster
from thidua.errors import Faults
from thidua.rubric import Criterion, Rubric, Scores, Sheet, score
from thidua.rubric.plan import plan
from thidua.strategies import rubrics, sheets
from thidua.year import (
    AgreedRubric,
    Content,
    Entry,
    Event,
    Move,
    Opening,
    Procedure,
    Stage,
    Year,
    fold,
    score_year,
)


def scored(data: st.DataObject, rubric: Rubric) -> tuple[tuple[Sheet, ...], Scores]:
    """Draw the sheets of a cluster that have an answer, and score them."""
    listed = tuple(data.draw(sheets(rubric)))
    try:
        return listed, score(rubric, listed)
    except Faults:
        reject()


def entered(rubric: Rubric, scores: Scores, entries: list[Entry]) -> Year:
    """Return the year of the units in which all of that was entered."""
    cluster = Cluster("c", "C", members=[one.unit for one in scores], complete=True)
    opening = Opening(2026, cluster, Procedure([Stage("s", "S")]))
    told: list[Content] = [opening, AgreedRubric("B", rubric=rubric), Move("s"), *entries]
    year = fold(Event(str(n), one) for n, one in enumerate(told))
    assert () == year.refused
    return year


@given(st.data(), rubrics())
@settings(max_examples=20)
def test_entered_results_score_as_in_sheets(data: st.DataObject, rubric: Rubric) -> None:
    """Numbers entered in a stage and all else in sheets score as when all stood in sheets."""
    listed, expected = scored(data, rubric)
    entries = [
        Entry("s", sheet.unit, code, value)
        for sheet in listed
        for code, value in sheet.entries
        if isinstance(value, Fraction)
    ]
    rest = [
        evolve(
            sheet,
            entries={code: one for code, one in sheet.entries if not isinstance(one, Fraction)},
        )
        for sheet in listed
    ]
    found = score_year(entered(rubric, expected, entries), given=rest)

    for one, other in zip(expected, found, strict=True):
        assert one.lines == other.lines
        assert one.total == other.total


@given(st.data(), rubrics())
@settings(max_examples=20)
def test_judging_as_computed_changes_no_total(data: st.DataObject, rubric: Rubric) -> None:
    """Who enters for each criterion the points that it comes to leaves every total as it is."""
    listed, expected = scored(data, rubric)
    criteria = {code for code, row in plan(rubric).row.items() if isinstance(row.part, Criterion)}
    measures = {one.code for one in rubric.measures}
    entries = [
        Entry("s", one.unit, line.code, line.points)
        for one in expected
        for line in one.lines
        if line.code in criteria - measures
        and line.state is None
        and not line.provisional
        and line.points is not None
    ]
    found = score_year(entered(rubric, expected, entries), given=listed)

    for one, other in zip(expected, found, strict=True):
        if one.total.points is not None:
            assert one.total.points == other.total.points
        assert one.total.maximum == other.total.maximum
        for line in one.lines:
            if line.points is not None and line.code in criteria:
                assert line.points == other[line.code].points
