# SPDX-License-Identifier: MIT
"""The laws of the results of a year: entering changes nothing that sheets would say."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua.cluster import Cluster
from thidua.formula import DirectEntry, PerEvent, Proportional
from thidua.quantity import Rounding, State
from thidua.rubric import (
    Criterion,
    Measure,
    Rubric,
    Scores,
    Section,
    Sheet,
    Treatments,
    score,
)
from thidua.rubric.plan import plan
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

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("thu", "Thu"), Measure("tre", "Trễ", most=9), Measure("diem", "Điểm")],
    sections=[
        Section(
            "I",
            "Kinh tế",
            at_most=50,
            rounding=Rounding("0.5"),
            criteria=[
                Criterion("I.1", "Thu", maximum=40, formula=Proportional("thu", to=70)),
                Criterion("I.2", "Báo cáo", maximum=20, formula=PerEvent.of("tre", -3)),
            ],
        ),
        Criterion("II", "Thi đua", maximum=10, formula=DirectEntry("diem")),
    ],
    treatments=Treatments(missing="zero", not_applicable="leave", exempt="full"),
)
STATES = st.sampled_from([one for one in State if one is not State.NOT_ASSIGNED])
SHEETS = st.lists(
    st.fixed_dictionaries(
        {
            "thu": st.integers(0, 90) | STATES,
            "tre": st.integers(0, 9) | STATES,
            "diem": st.integers(0, 10) | STATES,
        }
    ),
    min_size=1,
    max_size=4,
).map(lambda cells: tuple(Sheet(f"u{n}", one) for n, one in enumerate(cells)))


def entered(scores: Scores, entries: list[Entry]) -> Year:
    """Return the year of the units in which all of that was entered."""
    cluster = Cluster("c", "C", members=[one.unit for one in scores], complete=True)
    opening = Opening(2026, cluster, Procedure([Stage("s", "S")]))
    told: list[Content] = [opening, AgreedRubric("B", rubric=RUBRIC), Move("s"), *entries]
    year = fold(Event(str(n), one) for n, one in enumerate(told))
    assert () == year.refused
    return year


@given(SHEETS)
def test_entered_results_score_as_in_sheets(listed: tuple[Sheet, ...]) -> None:
    """Numbers entered in a stage and all else in sheets score as when all stood in sheets."""
    expected = score(RUBRIC, listed)
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
    found = score_year(entered(expected, entries), given=rest)

    for one, other in zip(expected, found, strict=True):
        assert one.lines == other.lines
        assert one.total == other.total


@given(SHEETS)
def test_judging_as_computed_changes_no_total(listed: tuple[Sheet, ...]) -> None:
    """Who enters for each criterion the points that it comes to leaves every total as it is."""
    expected = score(RUBRIC, listed)
    criteria = {code for code, row in plan(RUBRIC).row.items() if isinstance(row.part, Criterion)}
    measures = {one.code for one in RUBRIC.measures}
    entries = [
        Entry("s", one.unit, line.code, line.points)
        for one in expected
        for line in one.lines
        if line.code in criteria - measures
        and line.state is None
        and not line.provisional
        and line.points is not None
    ]
    found = score_year(entered(expected, entries), given=listed)

    for one, other in zip(expected, found, strict=True):
        assert one.total.span == other.total.span
        assert one.total.maximum == other.total.maximum
        for line in one.lines:
            if line.points is not None and line.code in criteria:
                assert line.points == other[line.code].points
