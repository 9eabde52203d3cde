# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua.errors import Faults, FormulaFault
from thidua.formula import Scope, bounds
from thidua.quantity import Entry, Interval, State, hull, round_to
from thidua.rubric import (
    Choice,
    Criterion,
    Line,
    Measure,
    Question,
    RankedBy,
    Role,
    Rubric,
    Section,
    Sheet,
    Treatment,
    UnitScore,
    check,
    score,
)
from thidua.rubric.measure import domain
from thidua.rubric.plan import TOTAL, Plan, plan
from thidua.strategies import completions, rubrics, sheets


@st.composite
def clusters(
    draw: st.DrawFn, *, complete: bool = False, states: bool = True, partial: bool = False
) -> tuple[Rubric, tuple[Sheet, ...]]:
    """Draw a rubric with the sheets of a cluster."""
    rubric = draw(rubrics(partial=partial))
    return rubric, draw(sheets(rubric, complete=complete, states=states))


def lines_of(unit: UnitScore) -> tuple[Line, ...]:
    """Return every line of a unit, the total last."""
    return (*unit.lines, unit.total)


def whole(part: Criterion | Section) -> Fraction:
    """Return the maximum of a part when nothing leaves it."""
    if isinstance(part, Section) and part.maximum is None:
        standard = [one for one in part.criteria if one.role is Role.STANDARD]
        return sum((whole(one) for one in standard), Fraction(0))
    return part.maximum or Fraction(0)


# --- the whole of it ---------------------------------------------------------


@given(clusters())
def test_a_line_for_each_part(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Every unit has a line for each part in printed order, and a total."""
    rubric, cluster = drawn
    scores = score(rubric, cluster)
    codes = list(plan(rubric).row)

    assert len(cluster) == len(scores)
    for unit in scores:
        assert codes == [line.code for line in unit.lines]
        assert TOTAL == unit.total.code


@given(clusters(), st.randoms(use_true_random=False))
def test_permuting_sheets_permutes_results(
    drawn: tuple[Rubric, tuple[Sheet, ...]], random: Random
) -> None:
    """The order of the sheets is the order of the results and changes nothing else."""
    rubric, cluster = drawn
    shuffled = list(cluster)
    random.shuffle(shuffled)
    scores, again = score(rubric, cluster), score(rubric, shuffled)

    assert [sheet.unit for sheet in shuffled] == [one.unit for one in again]
    for unit in scores:
        for line, other in zip(lines_of(unit), lines_of(again[unit.unit]), strict=True):
            assert without_working(line) == without_working(other)


def without_working(line: Line) -> Line:
    """Leave the working out, as it names peers in the order of the sheets."""
    return evolve(line, working=None)


@given(clusters())
def test_scoring_is_deterministic(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """The same rubric and sheets give the same scores, made ready anew or not."""
    rubric, cluster = drawn
    scores = score(rubric, cluster)
    again = score(rubric, cluster)
    check.cache_clear()
    plan.cache_clear()

    assert scores == again == score(rubric, cluster)


@given(clusters(partial=True))
def test_scoring_gives_points_or_all_faults(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """A cluster in bounds has its points, or a fault for each formula without an answer."""
    rubric, cluster = drawn
    try:
        scores = score(rubric, cluster)
    except Faults as faults:
        found = faults.faults
        assert all(isinstance(fault, FormulaFault) for fault in found)
        assert len({str(fault) for fault in found}) == len(found)
    else:
        for unit in scores:
            for line in lines_of(unit):
                assert line.points is not None or line.provisional


# --- provisional -------------------------------------------------------------


@given(clusters(), st.data())
def test_provisional_spans_hold_what_completing_gives(
    drawn: tuple[Rubric, tuple[Sheet, ...]], data: st.DataObject
) -> None:
    """Whatever replaces the pending entries, every line stays in the span it had."""
    rubric, cluster = drawn
    scores = score(rubric, cluster)
    completed = score(rubric, data.draw(completions(rubric, cluster)))
    for before, after in zip(scores, completed, strict=True):
        for line, final in zip(lines_of(before), lines_of(after), strict=True):
            assert is_inside(final.span, line.span), line.code
            assert line.maximum == final.maximum
            assert line.provisional or not final.provisional


def is_inside(inner: Interval, outer: Interval) -> bool:
    """Tell whether one interval lies in another."""
    return outer == hull([inner, outer])


@given(clusters(complete=True))
def test_complete_clusters_are_not_provisional(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Without pending entries, everything is certain."""
    rubric, cluster = drawn
    for unit in score(rubric, cluster):
        for line in lines_of(unit):
            assert not line.provisional
            assert line.interval is None
            assert Interval.of(line.points or Fraction(0)) == line.span
        assert not unit.provisional
        assert unit.points == unit.total.points


@given(clusters(complete=True), st.data())
def test_units_without_a_sheet_are_missing(
    drawn: tuple[Rubric, tuple[Sheet, ...]], data: st.DataObject
) -> None:
    """A unit known to be of the cluster is scored as if all its entries were missing."""
    rubric, cluster = drawn
    empty = Sheet("vắng", {}, others=State.MISSING)
    units = data.draw(st.permutations(["vắng", *(sheet.unit for sheet in cluster)]))

    assert score(rubric, [*cluster, empty]) == score(rubric, cluster, units=units)


@given(clusters())
def test_provisional_is_what_hangs_on_something(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """A section is provisional if some part of it is."""
    rubric, cluster = drawn
    ready = plan(rubric)
    for unit in score(rubric, cluster):
        for row in ready.rows:
            if isinstance(row.part, Section):
                inside = [unit[part.code].provisional for part in row.part.criteria]

                assert any(inside) == unit[row.part.code].provisional


# --- maxima, percents, roundings ---------------------------------------------


def declared(ready: Plan, code: str) -> Interval:
    """Return what a part may have in any cluster, by the declared domains alone."""
    scope = Scope({}, domains=ready.domains, spans=lambda other: declared(ready, other))
    span = bounds(ready.expression[code], scope)
    row = ready.row.get(code)
    if row is None or isinstance(row.part, Section):
        return span
    return hull([span, Interval.of(Fraction(0)), Interval.of(row.part.maximum)])


@given(clusters(complete=True))
def test_points_lie_in_the_bounds_of_their_formula(
    drawn: tuple[Rubric, tuple[Sheet, ...]],
) -> None:
    """Whatever is reported, points lie where the declared domains let them lie."""
    rubric, cluster = drawn
    ready = plan(rubric)
    spans = {code: declared(ready, code) for code in ready.expression}
    for unit in score(rubric, cluster):
        for line in lines_of(unit):
            assert line.points is not None
            assert line.points in spans[line.code], line.code


@given(clusters(complete=True))
def test_limits_and_roundings_are_kept(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Computed points are multiples of their step, and lie in their limits before rounding."""
    rubric, cluster = drawn
    ready = plan(rubric)
    for unit in score(rubric, cluster):
        for line in lines_of(unit):
            part = ready.row[line.code].part if line.code in ready.row else rubric
            if line.treatment is not None:
                continue
            assert line.points is not None
            if part.rounding is not None:
                assert line.points == round_to(line.points, part.rounding)
                continue
            assert part.at_least is None or line.points >= part.at_least
            assert part.at_most is None or line.points <= part.at_most


@given(clusters())
def test_percent_is_points_over_the_maximum(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """Percent is points over the maximum that applies; of the total, as rounded."""
    rubric, cluster = drawn
    rounding = rubric.percent_rounding
    for unit in score(rubric, cluster):
        for line in lines_of(unit):
            if line.points is None or not line.maximum:
                assert line.percent is None
            else:
                assert line.points == line.percent * line.maximum / 100  # type: ignore[operator]
        exactly = unit.total.percent
        rounded = exactly if exactly is None or rounding is None else round_to(exactly, rounding)

        assert rounded == unit.percent


@given(clusters())
def test_units_are_ranked_by_what_the_rubric_says(
    drawn: tuple[Rubric, tuple[Sheet, ...]],
) -> None:
    """What ranks a unit is its points or its percent, and holds the certain value."""
    rubric, cluster = drawn
    for unit in score(rubric, cluster):
        if rubric.ranked_by is RankedBy.POINTS:
            assert unit.total.span == unit.ranked
        elif not unit.total.maximum:
            assert unit.ranked is None
        elif unit.percent is not None:
            assert unit.ranked is not None
            assert unit.percent == unit.ranked.value


@given(clusters())
def test_what_is_left_out_leaves_the_maximum(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """A section's maximum is its own less what left it, and left-out criteria have none."""
    rubric, cluster = drawn
    ready = plan(rubric)
    for unit in score(rubric, cluster):
        for row in ready.rows:
            line = unit[row.part.code]
            if isinstance(row.part, Section):
                assert whole(row.part) - lost(unit, row.part.criteria) == line.maximum
            elif line.treatment is Treatment.LEAVE:
                assert 0 == line.points
                assert 0 == line.maximum
            else:
                assert row.part.maximum == line.maximum
        standard = [part for part in rubric.sections if part.role is Role.STANDARD]
        total = sum((whole(part) for part in standard), Fraction(0))
        total = total if rubric.maximum is None else rubric.maximum

        assert total - lost(unit, rubric.sections) == unit.total.maximum


def lost(unit: UnitScore, parts: Sequence[Criterion | Section]) -> Fraction:
    """Return how much of their maximum standard parts lost."""
    standard = [part for part in parts if part.role is Role.STANDARD]
    return sum((whole(part) - unit[part.code].maximum for part in standard), Fraction(0))


@given(clusters())
def test_treatments_say_what_states_do(drawn: tuple[Rubric, tuple[Sheet, ...]]) -> None:
    """A state counts zero, counts full, leaves the maximum, or keeps the score pending."""
    rubric, cluster = drawn
    ready = plan(rubric)
    for unit in score(rubric, cluster):
        for line in unit.lines:
            part = ready.row[line.code].part
            assert (line.state is None) == (line.treatment is None)
            match line.treatment:
                case Treatment.ZERO | Treatment.LEAVE:
                    assert 0 == line.points
                case Treatment.FULL:
                    assert part.maximum == line.points
                case Treatment.PENDING:
                    assert line.provisional
                case None:
                    assert line.provisional or line.working or isinstance(part, Section)


# --- faults ------------------------------------------------------------------


@given(clusters(), st.data())
def test_sheets_out_of_bounds_are_never_scored(
    drawn: tuple[Rubric, tuple[Sheet, ...]], data: st.DataObject
) -> None:
    """One entry outside what its indicator may hold refuses the whole cluster."""
    rubric, cluster = drawn
    index = data.draw(st.integers(0, len(cluster) - 1))
    indicator = data.draw(st.sampled_from(rubric.measures))
    wrong: list[Entry] = []
    match indicator:
        case Measure(places=places, most=most, above=above):
            span = domain(indicator)
            far = Fraction(0) if span.low is None else span.low
            wrong = [True, "nhiều"]
            wrong += [] if places is None else [far + Fraction(1, 7)]
            wrong += [] if span.low is None else [span.low - Fraction(1, 10 ** (places or 0))]
            wrong += [] if most is None else [most + 1]
            wrong += [] if above is None else [above]
        case Question():
            wrong = ["có", Fraction(1), Fraction(1, 2)]
        case Choice():
            wrong = [True, Fraction(1), "mức khác"]
    sheet = cluster[index]
    entries = {**dict(sheet.entries), indicator.code: data.draw(st.sampled_from(wrong))}
    faulty = [*cluster[:index], evolve(sheet, entries=entries)]

    with pytest.raises(Faults) as raised:
        score(rubric, [*faulty, *cluster[index + 1 :]])

    assert any(fault.at[:2] == ("sheets", index) for fault in raised.value.faults)


@given(clusters(states=False), st.data())
def test_sheets_that_leave_something_out_are_never_scored(
    drawn: tuple[Rubric, tuple[Sheet, ...]], data: st.DataObject
) -> None:
    """What is not reported is never read as zero."""
    rubric, cluster = drawn
    left_out = data.draw(st.sampled_from(rubric.measures)).code
    sheet = cluster[0]
    entries = {code: entry for code, entry in sheet.entries if code != left_out}

    with pytest.raises(Faults, match=f"has no entry for measure '{left_out}'"):
        score(rubric, [evolve(sheet, entries=entries), *cluster[1:]])
