# SPDX-License-Identifier: MIT
"""The laws of classes and quotas, for clusters scored by any rubric."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from thidua.errors import Faults
from thidua.formula import OverPeers, Predicate, children, reads
from thidua.formula.walk import Node
from thidua.quantity import Interval, RoundingMode
from thidua.ranking import (
    Ceiling,
    Classes,
    GradeTable,
    GradeTables,
    Grading,
    Leftover,
    Ranking,
    classify,
    limit,
    rank,
)
from thidua.ranking.grades import tables_of
from thidua.rubric import Choice, Rubric, Scores, score
from thidua.strategies import completions, grade_tables, numbers, rubrics, sheets

_PLAIN = rubrics().flatmap(lambda rubric: grade_tables(rubric, guards=False))


def _conditions(grading: Grading) -> list[Predicate]:
    return [
        one
        for _, table, _ in tables_of(grading)
        for one in (
            *(grade.requires for grade in table.grades if grade.requires is not None),
            *(knock_out.when for knock_out in table.knock_outs),
        )
    ]


def _asks_for_what_may_come(node: Node) -> bool:
    """Tell whether a condition asks for a state, which a rubric may let a value replace."""
    if reads(node).asked:
        return True
    inside = children(node) if isinstance(node, OverPeers) else reads(node).peers
    return any(_asks_for_what_may_come(one) for one in inside)


@st.composite
def _gradings(draw: DrawFn, rubric: Rubric) -> Grading:
    """Draw a table, or a table for each level of a choice that there is."""
    choices = [one for one in rubric.measures if isinstance(one, Choice)]
    if not choices or draw(st.booleans()):
        return draw(grade_tables(rubric))
    choice = draw(st.sampled_from(choices))
    return GradeTables(choice.code, {one: draw(grade_tables(rubric)) for one in choice.levels})


def _classify(scores: Scores, grading: Grading) -> Classes:
    """Classify, or give the example up where a condition has no answer for a unit."""
    try:
        return classify(scores, grading)
    except Faults as faults:
        assume(not {"no-value", "divisor-zero"} & {fault.code for fault in faults.faults})
        raise


@given(_PLAIN, numbers(low=-30, high=130))
def test_every_result_is_in_exactly_one_class(table: GradeTable, value: Fraction) -> None:
    """Of the classes from the best down, one is the first that is reached; all below are too."""
    reached = [grade.reached(Interval.of(value)) for grade in table.grades]

    assert reached[-1] is True
    assert sorted(reached, key=bool) == reached


@given(_PLAIN, numbers(low=-30, high=130), numbers(low=0, high=50))
def test_more_points_are_no_worse_class(table: GradeTable, value: Fraction, more: Fraction) -> None:
    """Where classes ask for results only, whoever has more has the same class or a better."""

    def place(result: Fraction) -> int:
        return [grade.reached(Interval.of(result)) for grade in table.grades].index(True)

    assert place(value + more) <= place(value)


@given(st.data())
def test_a_class_is_what_its_result_reaches(data: DataObject) -> None:
    """Without guards a complete cluster has, for every unit, the first class reached."""
    rubric = data.draw(rubrics())
    table = data.draw(grade_tables(rubric, guards=False))
    scores = score(rubric, data.draw(sheets(rubric, complete=True)))

    for unit in _classify(scores, table):
        if unit.value is None:
            assert (None,) == unit.possible
        elif unit.value.value is not None:
            reached = [grade.name for grade in table.grades if grade.reached(unit.value)]

            assert (reached[0],) == unit.possible


@given(st.data())
def test_the_final_class_was_possible(data: DataObject) -> None:
    """Whatever entries come, the class is one of those that were still possible."""
    rubric = data.draw(rubrics())
    grading = data.draw(_gradings(rubric))
    assume(not any(_asks_for_what_may_come(one) for one in _conditions(grading)))
    given_sheets = data.draw(sheets(rubric))
    final_sheets = data.draw(completions(rubric, given_sheets))
    before = _classify(score(rubric, given_sheets), grading)
    after = _classify(score(rubric, final_sheets), grading)

    for unit in before:
        assert set(after[unit.unit].possible) <= set(unit.possible)


@given(st.data())
def test_the_order_of_units_does_not_matter(data: DataObject) -> None:
    """A cluster has the same classes, and keeps the same ceilings, whatever its order."""
    rubric = data.draw(rubrics())
    scores = score(rubric, data.draw(sheets(rubric)))
    classes = _classify(scores, data.draw(_gradings(rubric)))
    order = data.draw(st.permutations([one.unit for one in scores]))
    turned = _classify(Scores(rubric, tuple(scores[unit] for unit in order)), classes.grading)
    ceilings = data.draw(st.lists(_ceilings(classes, 0), max_size=2))
    ranking = _ranking(scores, classes)
    once, again = limit(classes, ceilings, ranking), limit(turned, ceilings, ranking)

    assert [classes[unit] for unit in order] == list(turned)
    assert once.verdicts == again.verdicts
    assert [once.classes[unit] for unit in order] == list(again.classes)


def _ranking(scores: Scores, classes: Classes) -> Ranking:
    """Rank the cluster, or give the example up where a unit with a class has no rank."""
    ranking = rank(scores, ties="share")
    ranked = {place.unit for place in ranking.places}
    assume(all(unit.unit in ranked or unit.possible == (None,) for unit in classes))
    return ranking


@st.composite
def _ceilings(draw: DrawFn, classes: Classes, index: int) -> Ceiling:
    last = {table.grades[-1].name for _, table, _ in tables_of(classes.grading)}
    able = [name for name in classes.names if name not in last]
    leftover = draw(st.sampled_from(Leftover)) if able else Leftover.REPORT
    some = st.lists(
        st.sampled_from(able if leftover is Leftover.DEMOTE else classes.names),
        min_size=1,
        unique=True,
    )
    grades = draw(some)
    if draw(st.booleans()):
        return Ceiling(grades, number=draw(st.integers(0, 3)), leftover=leftover)
    share, rounding = draw(st.fractions(0, 1)), draw(st.sampled_from(RoundingMode))
    if index and draw(st.booleans()):
        within = draw(st.integers(0, index - 1))
        return Ceiling(grades, share=share, within=within, rounding=rounding, leftover=leftover)
    of = draw(st.none() | st.lists(st.sampled_from(classes.names), unique=True))
    return Ceiling(grades, share=share, of=of, rounding=rounding, leftover=leftover)


@given(st.data())
def test_ceilings_hold_and_nobody_is_lost(data: DataObject) -> None:
    """After demotions, a ceiling that demotes is exceeded only where something is open.

    Every unit is there as before, and nobody rises. Who fell stood above nobody who stayed.
    """
    rubric = data.draw(rubrics())
    listed = data.draw(sheets(rubric, complete=data.draw(st.booleans()), units="abcdef"))
    scores = score(rubric, listed)
    classes = _classify(scores, data.draw(_gradings(rubric)))
    ranking = _ranking(scores, classes)
    ceilings = [data.draw(_ceilings(classes, index)) for index in range(3)]
    limited = limit(classes, ceilings, ranking)

    assert [one.unit for one in classes] == [one.unit for one in limited.classes]
    assert sum(not one.decided for one in classes) == sum(
        not one.decided for one in limited.classes
    )
    assert classes.having(None) == limited.classes.having(None)
    assert classes.having(*classes.names) == limited.classes.having(*classes.names)
    for verdict in limited.verdicts:
        certain = verdict.after.value is not None and verdict.most.value is not None
        if verdict.ceiling.leftover is Leftover.DEMOTE and certain:
            assert verdict.kept or verdict.open
    for one in limited.classes:
        if not one.demoted:
            assert classes[one.unit] == one
            continue
        step = one.demoted[0]

        assert classes[one.unit].grade == step.before
        for other in limited.classes:
            if other.grade == step.before and other.unit in {
                place.unit for place in ranking.places
            }:
                assert not ranking[one.unit].worst < ranking[other.unit].best
