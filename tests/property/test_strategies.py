# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import TypeVar, get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

from thidua.basis import Citation
from thidua.cluster import Cluster
from thidua.formula import (
    All,
    Any,
    Band,
    Banded,
    ByCount,
    ByRange,
    Calculation,
    CapAcross,
    Choose,
    Compare,
    Constant,
    EqualSplit,
    Expression,
    Form,
    OverItems,
    PerEvent,
    Piece,
    Predicate,
    Product,
    Proportional,
    Quotient,
    Raters,
    Rounded,
    Scaled,
    Scope,
    Stepped,
    Sum,
    Threshold,
    Total,
    children,
    evaluate,
    forms_in,
    is_too_deep,
    lower,
    reads,
)
from thidua.formula.walk import Node
from thidua.quantity import Entry, Interval, Rounding, State
from thidua.ranking import (
    Ceiling,
    Ceilings,
    CeilingTables,
    GradeTable,
    TieBreak,
    Ties,
    check_grading,
)
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    ItemList,
    Measure,
    Part,
    Question,
    Role,
    Rubric,
    Section,
    Sheet,
    Treatments,
    check,
    score,
)
from thidua.rubric.measure import fault_of_entry
from thidua.rubric.plan import plan, rows
from thidua.strategies import (
    band_tables,
    completions,
    criteria,
    entries,
    expressions,
    forms,
    grade_tables,
    indicators,
    predicates,
    rubrics,
    sheets,
)
from thidua.strategies.hook import register
from thidua.year import Event, Year

T = TypeVar("T")


def reaches(strategy: SearchStrategy[T], condition: Callable[[T], bool]) -> bool:
    """Tell whether *strategy* draws what meets *condition*, without simplifying it."""
    once = settings(phases=[Phase.generate], max_examples=5000, database=None)
    found: T = find(strategy, condition, settings=once)
    return condition(found)


def nodes(node: Node) -> list[Node]:
    """Return every node of an expression."""
    return [node, *(inner for child in children(node) for inner in nodes(child))]


def all_forms(form: Form) -> list[Form]:
    """Return a form and every form inside it."""
    return [form, *(one for inner in forms_in(form) for one in all_forms(inner))]


@pytest.mark.parametrize("kind", get_args(Form))
def test_forms_reach_every_form(kind: type[Form]) -> None:
    """Every member of Form is drawn; the mean of raters only where an answer may be lacking."""

    assert reaches(forms(partial=kind is Raters), lambda form: isinstance(form, kind))


@pytest.mark.parametrize("kind", get_args(Expression))
@pytest.mark.parametrize("partial", [False, True])
def test_expressions_reach_every_expression(kind: type[Expression], *, partial: bool) -> None:
    """Every member of Expression is drawn."""

    assert reaches(expressions(partial=partial), lambda one: isinstance(one, kind))


@pytest.mark.parametrize("kind", get_args(Predicate))
@pytest.mark.parametrize("partial", [False, True])
def test_predicates_reach_every_predicate(kind: type[Predicate], *, partial: bool) -> None:
    """Every member of Predicate is drawn."""

    assert reaches(predicates(partial=partial), lambda one: isinstance(one, kind))


def test_rubrics_reach_everything() -> None:
    """Sound rubrics hold every form, every node, and criteria and sections of every role.

    Some forms have no answer for some sheets, unless another form guards them; they stand
    as they are only in rubrics that may lack one.
    """
    missing: set[object] = {
        *get_args(Form),
        *get_args(Expression),
        *get_args(Predicate),
        *((kind, role) for kind in get_args(Part) for role in Role),
    }

    def is_all_seen(rubric: Rubric) -> bool:
        for row in rows(rubric):
            missing.discard((type(row.part), row.part.role))
            if isinstance(row.part, Criterion):
                missing.difference_update(type(one) for one in all_forms(row.part.formula))
                form = lower(row.part.formula, row.part.maximum)
                missing.difference_update(type(node) for node in nodes(form))
        return not missing

    with suppress(NoSuchExample):
        reaches(rubrics() | rubrics(partial=True), is_all_seen)

    assert set() == missing


@given(expressions(indicators=(), items=(), criteria=(), peers=False))
def test_expressions_with_nothing_to_name(expression: Expression) -> None:
    """With nothing to name, expressions are made of constants."""
    leaves = [node for node in nodes(expression) if not children(node)]

    assert all(isinstance(leaf, Constant | Sum | Product | All | Any) for leaf in leaves)
    assert isinstance(evaluate(expression, Scope({})).value, Fraction)


@given(forms(indicators=(), items=(), criteria=(), peers=False))
def test_forms_with_nothing_to_name(form: Form) -> None:
    """With nothing to name, there still are the forms that take expressions."""
    what = reads(lower(form, Fraction(10)))

    assert not any([what.measures, what.lists, what.points, what.peers])


@pytest.mark.parametrize("kind", get_args(Indicator))
def test_indicators_reach_every_indicator(kind: type[Indicator]) -> None:
    """Every member of Indicator is drawn."""

    assert reaches(indicators(), lambda one: isinstance(one, kind))


@given(rubrics() | rubrics(partial=True))
def test_rubrics_are_sound(rubric: Rubric) -> None:
    """No fault is found in a drawn rubric."""

    assert [] == [str(fault) for fault in check(rubric)]


@given(rubrics(peers=False, items=False))
def test_rubrics_without_peers_and_items(rubric: Rubric) -> None:
    """Without peers and items, nothing of them is read."""
    ready = plan(rubric)

    assert () == rubric.items
    assert not any(what.peers or what.lists for what in ready.reads.values())


@given(criteria())
def test_criteria_have_their_code(criterion: Criterion) -> None:
    """A criterion has the code asked for and a formula of some depth."""

    assert "1" == criterion.code
    assert not is_too_deep(lower(criterion.formula, criterion.maximum))


@given(indicators().flatmap(lambda one: st.tuples(st.just(one), entries(one, states=True))))
def test_entries_answer_their_indicator(drawn: tuple[Indicator, Entry]) -> None:
    """Entries of an indicator are answers to it."""
    indicator, entry = drawn

    assert fault_of_entry(indicator, entry, ()) is None


@given(indicators().flatmap(lambda one: entries(one, states=False)))
def test_entries_without_states_are_values(entry: object) -> None:
    """Without states, every entry is a value."""

    assert not isinstance(entry, State)


@given(st.data())
def test_sheets_fit_their_rubric(data: st.DataObject) -> None:
    """Every drawn cluster can be scored by its rubric."""
    rubric = data.draw(rubrics())
    cluster = data.draw(sheets(rubric))

    assert [sheet.unit for sheet in cluster] == [one.unit for one in score(rubric, cluster)]


@given(st.data())
def test_sheets_of_given_units(data: st.DataObject) -> None:
    """There is one sheet for each unit asked for."""
    rubric = data.draw(rubrics())
    cluster = data.draw(sheets(rubric, units=("bắc", "nam")))

    assert ["bắc", "nam"] == [sheet.unit for sheet in cluster]


@given(band_tables(), st.fractions(-30, 130))
def test_band_tables_hold_every_number_once(table: tuple[Band, ...], value: Fraction) -> None:
    """Exactly one band of a table without gaps holds a number."""

    assert 1 == sum(value in band for band in table)


@pytest.mark.parametrize(
    "wanted",
    [
        Rubric, Sheet, Criterion, Section, Measure, Question, Choice, ItemList, Treatments,
        GradeTable, Ties, Ceiling, Ceilings, CeilingTables, *get_args(TieBreak), Rounding,
        Interval, Citation, Cluster, Event, Year,
        *get_args(Form), *get_args(Expression), *get_args(Predicate),
    ],
)  # fmt: skip
def test_types_are_registered(wanted: type[object]) -> None:
    """Hypothesis draws the types of the library from their names alone."""
    register()  # an installed library is registered through its entry point

    assert reaches(st.from_type(wanted), lambda drawn: isinstance(drawn, wanted))


BANDS = (
    Band(0, below=50),
    Band(5, at_least=50, at_most=80),
    Band(10, above=80),
)
ON_EDGE: list[tuple[Form, Callable[[Fraction], Fraction]]] = [
    (Proportional("thu", "ke_hoach"), lambda target: target),
    (Proportional("thu", "ke_hoach", zero_below="0.8"), lambda target: target * Fraction(4, 5)),
    (
        Stepped("thu", "ke_hoach", side="short", step="0.05", each=-2),
        lambda target: target * Fraction(17, 20),
    ),
    (
        Stepped("thu", "ke_hoach", side="over", step=5, each=2, relative=False),
        lambda target: target + 10,
    ),
    (Banded("thu", BANDS), lambda _: Fraction(80)),
    (Banded("thu", BANDS, to="ke_hoach"), lambda target: target / 2),
    (PerEvent.of("thu", "-0.5", deductions_limit=3), lambda _: Fraction(6)),
    (
        Threshold(Quotient("thu", "ke_hoach"), ">=", "1.1"),
        lambda target: target * Fraction(11, 10),
    ),
    (ByCount("thu", [6, 4, 0], further=-1), lambda _: Fraction(1)),
    (
        CapAcross(PerEvent.of("thu", 2), 8, "ke_hoach"),
        lambda target: max(Fraction(0), 4 - target / 2),
    ),
    (
        ByRange("thu", [Piece(EqualSplit(2), below=700), Piece(EqualSplit(3), at_least=700)]),
        lambda _: Fraction(700),
    ),
    (Scaled(2, Total([PerEvent.of("thu", 1)], at_most=300)), lambda _: Fraction(300)),
    (Calculation(Rounded(Quotient("thu", 2), Rounding(1))), lambda _: Fraction(7)),
    (Calculation(Choose(Compare("thu", "<", Quotient(600, "ke_hoach")), 1, 2)), lambda t: 600 / t),
]


@pytest.mark.parametrize("missed_by", [Fraction(0), Fraction(1, 10), Fraction(-1, 10)])
@pytest.mark.parametrize(("form", "edge"), ON_EDGE)
def test_sheets_seek_edges(
    form: Form, edge: Callable[[Fraction], Fraction], missed_by: Fraction
) -> None:
    """Values on an edge of a form are drawn, and one last place under and over it."""
    rubric = Rubric(
        "r",
        "R",
        measures=[
            Measure("thu", "Thu", places=1, most=10_000),
            Measure("ke_hoach", "Kế hoạch", above=0, most=5_000),
        ],
        sections=[Criterion("1", "Thu", maximum=10, formula=form)],
    )

    def is_met(cluster: tuple[Sheet, ...]) -> bool:
        value, target = cluster[0].entry("thu"), cluster[0].entry("ke_hoach")
        assert isinstance(target, Fraction)
        return value == edge(target) + missed_by

    assert reaches(sheets(rubric, units=["a"], states=False), is_met)


def test_sheets_seek_the_edges_of_totals() -> None:
    """Values are drawn that bring a total, through its criteria, onto its ceiling."""
    rubric = Rubric(
        "r",
        "R",
        measures=[Measure("a", "A", places=2, most=1000), Measure("b", "B", places=2, most=1000)],
        sections=[
            Criterion("1", "A", maximum=0, formula=PerEvent.of("a", 2)),
            Criterion("2", "B", maximum=0, formula=PerEvent.of("b", 3)),
        ],
        at_most=500,
    )

    def is_met(cluster: tuple[Sheet, ...]) -> bool:
        scored = score(rubric, cluster).units[0]
        return sum(line.points or 0 for line in scored.lines) == 500

    assert reaches(sheets(rubric, units=["x"], states=False), is_met)


def test_sheets_seek_the_edges_of_items() -> None:
    """Values of items are drawn that meet the conditions on items."""
    tasks = ItemList("viec", "Việc", [Measure("diem", "Điểm", places=2, most=1000)])
    good = OverItems("viec", "count", where=Compare("diem", ">=", "617.25"))
    rubric = Rubric(
        "r",
        "R",
        measures=[],
        items=[tasks],
        sections=[Criterion("1", "Việc", maximum=0, formula=Calculation(good))],
    )

    def is_met(cluster: tuple[Sheet, ...]) -> bool:
        listed = dict(cluster[0].items)["viec"]
        return not isinstance(listed, State) and any(
            dict(item)["diem"] == Fraction("617.25") for item in listed
        )

    assert reaches(sheets(rubric, units=["x"], states=False), is_met)


@given(st.data())
def test_completions_leave_values_alone(data: st.DataObject) -> None:
    """Completing replaces states only, and gives a sheet for each unit."""
    rubric = data.draw(rubrics())
    cluster = data.draw(sheets(rubric))
    completed = data.draw(completions(rubric, cluster))

    assert [sheet.unit for sheet in cluster] == [sheet.unit for sheet in completed]
    for before, after in zip(cluster, completed, strict=True):
        held = dict(after.entries)
        for code, entry in before.entries:
            assert isinstance(entry, State) or entry == held[code]


@given(st.data())
def test_complete_sheets_stay_as_they_are(data: st.DataObject) -> None:
    """There is nothing to complete in sheets of values only."""
    rubric = data.draw(rubrics())
    cluster = data.draw(sheets(rubric, states=False))

    assert cluster == data.draw(completions(rubric, cluster))


@given(st.data())
def test_grade_tables_fit_their_rubric(data: st.DataObject) -> None:
    """No fault is found in a drawn table; without guards, classes ask for results only."""
    rubric = data.draw(rubrics())
    table = data.draw(grade_tables(rubric))
    plain = data.draw(grade_tables(rubric, guards=False))

    assert () == check_grading(rubric, table)
    assert not any(grade.demands for grade in plain.grades)
    assert () == plain.knock_outs
