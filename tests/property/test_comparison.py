# SPDX-License-Identifier: MIT
"""The laws of comparisons: nothing that differs is silent, and nobody's gain is invented."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any, TypeAlias, TypeVar, cast

import pytest
from attrs import evolve, fields
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn, SearchStrategy

from thidua.basis import Citation
from thidua.comparison import (
    Change,
    Comparison,
    Declared,
    Impact,
    IndicatorAdded,
    IndicatorChanged,
    IndicatorRemoved,
    PartAdded,
    PartRemoved,
    Recoded,
    Shift,
    Trend,
    changes_table,
    compare,
    explain_impact,
    impact,
    impact_table,
)
from thidua.comparison.change_words import rows_of
from thidua.errors import Faults, RubricFault
from thidua.quantity import Interval, Language
from thidua.ranking import classify, rank
from thidua.rubric import (
    Better,
    Choice,
    Criterion,
    ItemList,
    Measure,
    Part,
    Question,
    RankedBy,
    Role,
    Rubric,
    Scores,
    Section,
    check,
    score,
)
from thidua.rubric.plan import TOTAL, rows
from thidua.strategies import (
    completions,
    forms,
    grade_tables,
    numbers,
    roundings,
    rubrics,
    sheets,
    treatments,
)
from thidua.wire import dumps, loads

T = TypeVar("T")
Node: TypeAlias = Rubric | Part | Declared
"""Whatever a rubric is made of."""
LANGUAGES: SearchStrategy[Language] = st.sampled_from(("vi", "en"))
QUICK = rubrics(peers=False)
BASES = st.sampled_from([None, Citation("Quy chế Cụm 4"), Citation("Luật", article="2")])
ANY_NUMBER = numbers(low=-20, high=100)
MAXIMA = numbers(low=0, high=60)

VALUES: dict[str, SearchStrategy[Any]] = {
    "code": st.just("khac"),
    "name": st.sampled_from(["Tên khác", "Tên  khác", "tên khác"]),
    "maximum": MAXIMA,
    "at_least": st.none() | ANY_NUMBER,
    "at_most": st.none() | ANY_NUMBER,
    "rounding": st.none() | roundings(),
    "percent_rounding": st.none() | roundings(),
    "ranked_by": st.sampled_from(RankedBy),
    "role": st.sampled_from(Role),
    "treatments": treatments(),
    "basis": BASES,
    "formula": forms(peers=False),
    "unit": st.sampled_from(["", "triệu đồng", "%"]),
    "places": st.integers(0, 12),
    "least": st.none() | ANY_NUMBER,
    "most": st.none() | ANY_NUMBER,
    "above": st.none() | ANY_NUMBER,
    "better": st.none() | st.sampled_from(Better),
    "levels": st.sampled_from([("tốt",), ("khá", "tốt"), ("tốt", "khá", "kém")]),
}
"""Other values of every field that holds no list."""

KINDS = {
    "code": "recoded",
    "name": "renamed",
    "maximum": "maximum_changed",
    "at_least": "limits_changed",
    "at_most": "limits_changed",
    "rounding": "rounding_changed",
    "percent_rounding": "percent_rounding_changed",
    "ranked_by": "ranked_by_changed",
    "role": "role_changed",
    "treatments": "treatments_changed",
    "basis": "basis_changed",
    "formula": "formula_changed",
}
"""What another value of a field of a rubric, a section or a criterion is told as."""

LISTS = {"measures", "items", "sections", "criteria"}
CLASSES = (Rubric, Section, Criterion, Measure, Question, Choice, ItemList)
FIELDS = [(cls, one.name) for cls in CLASSES for one in fields(cls)]


def _all(rubric: Rubric) -> list[tuple[Any, str]]:
    """Return all that a rubric is made of, with the list of items an indicator stands in."""
    found: list[tuple[Any, str]] = [(rubric, "")]
    found.extend((row.part, "") for row in rows(rubric))
    found.extend((one, "") for one in (*rubric.measures, *rubric.items))
    found.extend((one, items.code) for items in rubric.items for one in items.measures)
    return found


def _swapped(whole: T, old: object, new: object) -> T:
    """Return *whole* with *new* in the place of *old*."""
    if whole is old:
        return cast("T", new)
    if isinstance(whole, tuple):
        return cast("T", tuple(_swapped(one, old, new) for one in whole))
    if isinstance(whole, Rubric | Section | ItemList):
        lists = {one.name for one in fields(type(whole))} & LISTS
        return evolve(whole, **{name: _swapped(getattr(whole, name), old, new) for name in lists})
    return whole


def _evolved(whole: object, **values: object) -> object:
    """Return *whole* with other values, whatever its class; one that nothing is wrong with."""
    try:
        return cast("object", evolve(cast("Any", whole), **values))
    except RubricFault:  # bounds between which nothing is possible
        reject()


def _pick(data: DataObject, rubric: Rubric, cls: type[T]) -> tuple[T, str]:
    able = [(one, items) for one, items in _all(rubric) if isinstance(one, cls)]
    assume(able)
    return data.draw(st.sampled_from(able))


@pytest.mark.parametrize(
    ("cls", "name"),
    [(cls, name) for cls, name in FIELDS if name not in LISTS],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
@settings(max_examples=15)
@given(st.data())
def test_no_field_that_differs_is_silent(cls: type[Node], name: str, data: DataObject) -> None:
    """Another value in any one field of a rubric, and nothing else, is told by its name."""
    rubric = data.draw(QUICK)
    old, items = _pick(data, rubric, cls)
    new = cast("Node", _evolved(old, **{name: data.draw(VALUES[name])}))
    assume(old != new)

    found = compare(rubric, _swapped(rubric, old, new)).changes

    if cls in {Rubric, Section, Criterion}:
        code = TOTAL if cls is Rubric else new.code
        assert [(KINDS[name], code)] == [(change.kind, change.code) for change in found]
    elif name == "code":
        assert {"khac", old.code} <= {change.code for change in found}
    else:
        (change,) = found
        assert isinstance(change, IndicatorChanged)
        assert ((name,), new.code, items) == (change.parameters, change.code, change.items)


@pytest.mark.parametrize(
    ("cls", "name"),
    [(cls, name) for cls, name in FIELDS if name in LISTS],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
@settings(max_examples=20)
@given(st.data())
def test_no_list_that_differs_is_silent(cls: type[Node], name: str, data: DataObject) -> None:
    """A member that goes, comes or moves is told under its code; the other way round as well."""
    rubric = data.draw(QUICK)
    whole, _ = _pick(data, rubric, cls)
    members = getattr(whole, name)
    assume(members)
    gone = data.draw(st.sampled_from(members))
    order = data.draw(st.permutations(members))
    without, shuffled = (
        _swapped(rubric, whole, _evolved(whole, **{name: kept}))
        for kept in ([one for one in members if one is not gone], order)
    )

    removed = {change.code: change.kind for change in compare(rubric, without)}
    added = {change.code: change.kind for change in compare(without, rubric)}
    moved = compare(rubric, shuffled).changes

    assert ("removed", "added") == (
        removed[gone.code].split("_")[1],
        added[gone.code].split("_")[1],
    )
    assert (tuple(order) != members) == bool(moved)
    assert all(change.kind.endswith("_moved") for change in moved)


@settings(max_examples=50)
@given(rubrics())
def test_a_rubric_does_not_differ_from_itself(rubric: Rubric) -> None:
    """Nothing differs between a rubric and itself."""

    assert () == compare(rubric, rubric).changes


@st.composite
def _pairs(draw: DrawFn) -> tuple[Rubric, Rubric]:
    """Draw two rubrics that have little in common, or one and what a meeting made of it."""
    old = draw(QUICK)
    if draw(st.booleans()):
        return old, draw(QUICK)
    new = old
    for number in range(draw(st.integers(0, 4))):
        part = draw(st.sampled_from([row.part for row in rows(new)]))
        edits: dict[str, dict[str, object]] = {
            "code": {"code": f"{part.code}.{number}"},
            "name": {"name": "Tên khác"},
            "role": {"role": draw(st.sampled_from(Role))},
            "maximum": {"maximum": draw(MAXIMA)},
        }
        changed = cast("Part", _evolved(part, **edits[draw(st.sampled_from(sorted(edits)))]))
        new = _swapped(new, part, changed)
        if draw(st.booleans()):
            new = evolve(new, sections=draw(st.permutations(new.sections)))
        if len(new.sections) > 1 and draw(st.booleans()):
            new = evolve(new, sections=new.sections[1:])
    return old, new


PAIRS = _pairs()


def _flipped(change: Change) -> Change:
    """Return a change seen from the other side."""
    match change:
        case PartAdded(part, spot):
            return PartRemoved(part, spot)
        case PartRemoved(part, spot):
            return PartAdded(part, spot)
        case IndicatorAdded(indicator, spot):
            return IndicatorRemoved(indicator, spot)
        case IndicatorRemoved(indicator, spot):
            return IndicatorAdded(indicator, spot)
        case Recoded(code, old, new):
            return Recoded(code if code == TOTAL else old, new, old)
        case _:
            return cast("Change", _evolved(change, old=change.new, new=change.old))


def _unmoved(comparison: Comparison, *, flipped: bool) -> Counter[Change]:
    """Return what differs besides places; of parts that swap, either may be said to move."""
    found = (change for change in comparison if not change.kind.endswith("_moved"))
    return Counter(_flipped(change) if flipped else change for change in found)


@settings(max_examples=50)
@given(PAIRS)
def test_changes_read_backwards(pair: tuple[Rubric, Rubric]) -> None:
    """The other way round, what was added is removed, and every old value is a new one."""
    old, new = pair
    there, back = compare(old, new), compare(new, old)

    assert _unmoved(there, flipped=False) == _unmoved(back, flipped=True)


@settings(max_examples=50)
@given(PAIRS)
def test_changes_stand_in_the_order_of_the_new_print(pair: tuple[Rubric, Rubric]) -> None:
    """The rubric, what units report, then parts as printed; whatever has a code names it."""
    old, new = pair
    places = {row.part.code: place for place, row in enumerate(rows(new))}
    order: list[tuple[int, int]] = []
    for change in compare(old, new):
        if change.kind.startswith("indicator"):
            order.append((1, 0))
        elif not isinstance(change, PartRemoved):
            order.append((0, 0) if change.code == TOTAL else (2, places[change.code]))

    assert sorted(order) == order


@settings(max_examples=50)
@given(PAIRS, LANGUAGES)
def test_what_differs_reads_differently(pair: tuple[Rubric, Rubric], language: Language) -> None:
    """Every change has a row at least, whose old and new text differ."""
    assume(pair[0] != pair[1])
    comparison = compare(*pair)
    said = list(rows_of(comparison, language))

    assert len(comparison) <= len(said)
    assert all(old.split() != new.split() for _, _, old, new in said)
    markdown = changes_table(comparison, language=language, markup="markdown")
    assert len(said) + 2 == len(markdown.splitlines())
    assert changes_table(comparison, language=language)


@settings(max_examples=50)
@given(PAIRS)
def test_comparisons_are_read_back(pair: tuple[Rubric, Rubric]) -> None:
    """Any comparison of sound rubrics is read back equal."""
    assume(not check(pair[1]))
    comparison = compare(*pair)

    assert comparison == loads(dumps(comparison), Comparison)


# --- impact -----------------------------------------------------------------


@st.composite
def _variants(draw: DrawFn, rubric: Rubric) -> Rubric:
    """Draw a rubric that takes the same sheets, and awaits the same entries."""
    criteria = [row.part for row in rows(rubric) if isinstance(row.part, Criterion)]
    criterion = draw(st.sampled_from(criteria))
    other = evolve(
        criterion,
        role=draw(st.sampled_from(Role)),
        rounding=draw(st.none() | roundings()),
        at_most=draw(st.none() | numbers(low=0, high=60)),
        at_least=None,
    )
    changed: Rubric = evolve(
        _swapped(rubric, criterion, other), ranked_by=draw(st.sampled_from(RankedBy))
    )
    assume(not check(changed))
    return changed


@st.composite
def _results(draw: DrawFn) -> tuple[Scores, Scores]:
    rubric = draw(QUICK)
    given_sheets = draw(sheets(rubric))
    return score(rubric, given_sheets), score(draw(_variants(rubric)), given_sheets)


def _compared(old: Scores, new: Scores, *, parts: bool = False) -> Impact:
    rankings = rank(old, ties="share"), rank(new, ties="share")
    return impact(old, new, rankings=rankings, parts=parts)


OPPOSITE = {Trend.GAINS: Trend.LOSES, Trend.LOSES: Trend.GAINS}


@settings(max_examples=40)
@given(_results())
def test_who_gains_loses_the_other_way_round(results: tuple[Scores, Scores]) -> None:
    """The other way round, every gain is a loss of the same size."""
    old, new = results
    there, back = _compared(old, new), _compared(new, old)

    for one, other in zip(there, back, strict=True):
        for by in ("points", "percent", "rank"):
            trend = one.trend(by)
            assert other.trend(by) == (None if trend is None else OPPOSITE.get(trend, trend))
        assert other.points == Shift(one.points.new, one.points.old)


@settings(max_examples=40)
@given(_results())
def test_certain_gains_are_differences(results: tuple[Scores, Scores]) -> None:
    """Where both scores are certain, the gain is the difference of the points."""
    old, new = results
    for one in impact(old, new):
        was, now = old[one.unit].points, new[one.unit].points
        if was is not None and now is not None:
            assert Interval.of(now - was) == one.points.change
            assert Trend.OPEN is not one.points.trend


@settings(max_examples=40)
@given(_results())
def test_nothing_certain_changes_without_a_change(results: tuple[Scores, Scores]) -> None:
    """Compared with itself, a result neither gains nor loses; only what is open stays so."""
    for one in _compared(results[0], results[0], parts=True):
        for trend in (one.trend("points"), one.trend("rank")):
            assert trend in {Trend.SAME, Trend.OPEN}
        if not results[0][one.unit].provisional:
            assert {Trend.SAME} >= {part.points.trend for part in one.parts}


@settings(max_examples=50)
@given(st.data())
def test_a_gain_is_kept_whatever_comes(data: DataObject) -> None:
    """A unit that gains, loses or stays does so for every value that is still to come."""
    rubric = data.draw(QUICK)
    given_sheets = data.draw(sheets(rubric))
    other = data.draw(_variants(rubric))
    final = data.draw(completions(rubric, given_sheets))
    now = _compared(score(rubric, given_sheets), score(other, given_sheets))
    later = _compared(score(rubric, final), score(other, final))

    for one, after in zip(now, later, strict=True):
        for by in ("points", "percent", "rank"):
            if one.trend(by) in {Trend.GAINS, Trend.LOSES, Trend.SAME}:
                assert one.trend(by) == after.trend(by)


@settings(max_examples=40)
@given(st.data())
def test_parts_add_up(data: DataObject) -> None:
    """Without limits and rounding of the total, the top parts make the points on each side."""
    rubric = evolve(data.draw(QUICK), at_least=None, at_most=None, rounding=None)
    given_sheets = data.draw(sheets(rubric, complete=True))
    tops = {part.code for part in rubric.sections}
    scores = score(rubric, given_sheets)
    for one in impact(scores, score(data.draw(_variants(rubric)), given_sheets), parts=True):
        spans = [part.points.old for part in one.parts if part.code in tops]
        points = [span.value or Fraction(0) for span in spans if span is not None]

        assert scores[one.unit].points == sum(points)


@settings(max_examples=40)
@given(st.data(), LANGUAGES)
def test_any_impact_can_be_said_and_stored(data: DataObject, language: Language) -> None:
    """Whatever was compared has a table, a sentence for each unit, and a document."""
    old, new = data.draw(_results())
    tables = [data.draw(grade_tables(one.rubric)) for one in (old, new)]
    try:
        classes = classify(old, tables[0]), classify(new, tables[1])
    except Faults:
        reject()
    rankings = rank(old, ties="share"), rank(new, ties="share")
    found = impact(old, new, rankings=rankings, classes=classes, parts=True)

    assert found == loads(dumps(found), Impact)
    assert impact_table(found, language=language)
    assert all(explain_impact(found, one.unit, language=language) for one in found)
