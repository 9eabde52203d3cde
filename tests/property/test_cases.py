# SPDX-License-Identifier: MIT
"""The laws of scoring, on the real rubrics of ``tests/cases`` and of the examples.

Every document there is found by itself. A rubric whose source leaves something open has its
place in `OPEN`; whatever else goes wrong, on sheets that its measures allow, is a defect.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from thidua.errors import Faults
from thidua.formula import (
    Predicate,
    Scope,
    Wording,
    bounds,
    lower,
    parse,
    parse_form,
    parse_predicate,
    say,
    text,
)
from thidua.quantity import Entry, Interval, Language, State, hull
from thidua.ranking import check_grading, classify, explain_class
from thidua.ranking.grades import Grading, tables_of
from thidua.rubric import Criterion, Rubric, Scores, Sheet, explain, score
from thidua.rubric.plan import Plan, plan
from thidua.rubric.sheet import Item
from thidua.strategies import sheets
from thidua.wire import dumps, loads

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
ROOT = Path(__file__).parents[2]


def _documents() -> Iterator[tuple[str, str, bytes]]:
    """Yield name, kind and text of every document, the same text once."""
    seen: set[bytes] = set()
    for folder in ("tests/cases", "examples/data"):
        for path in sorted((ROOT / folder).glob("*/*.json")):
            content = path.read_bytes()
            kind = json.loads(content).get("kind")
            if kind is not None and content not in seen:
                seen.add(content)
                yield path.relative_to(ROOT).as_posix(), kind, content


DOCUMENTS = {name: content for name, _, content in _documents()}
RUBRICS = [name for name, kind, _ in _documents() if kind == "rubric"]
TABLES = [name for name, kind, _ in _documents() if kind in {"grade_table", "grade_tables"}]

Open: TypeAlias = frozenset[tuple[str, str]]
"""Codes of criteria, each with the fault that its source leaves open."""

_NO_LESSONS: Open = frozenset({("GIO", "divisor-zero"), ("KTM", "divisor-zero")})

OPEN: Mapping[str, Open] = {
    "tests/cases/giaothuyc/hoc_tap.json": _NO_LESSONS,
    "tests/cases/giaothuyc/hoc_tap_hoi_hoc.json": _NO_LESSONS,
    "tests/cases/giaothuyc/thi_ty_le.json": frozenset({("TL", "nothing-to-fold")}),
    "tests/cases/kho_bac_kv15/rubric.json": frozenset({("CM.1", "divisor-zero")}),
    "tests/cases/kpi_san_pham/rubric.json": frozenset({("KQ", "divisor-zero")}),
    "tests/cases/le_huu_lap/rubric_nam.json": frozenset(
        {("N", "divisor-zero"), ("TG01-02", "band-gap"), ("TG03-05", "band-gap")}
    ),
    "tests/cases/nghia_lam/rubric.json": frozenset({("NV", "divisor-zero")}),
    "tests/cases/ren_luyen_100/rubric_hanh_kiem.json": frozenset({("I.5", "band-gap")}),
    "tests/cases/sao_ban_le/rubric_sieu_thi.json": frozenset({("TL", "divisor-zero")}),
    "tests/cases/so_tu_phap_2022/rubric.json": frozenset({("A.IV.2", "band-gap")}),
    "tests/cases/tien_giang_2022/minutes.json": frozenset({("C2", "band-gap")}),
    "tests/cases/tien_giang_2022/rubric.json": frozenset({("C1", "band-gap"), ("C2", "band-gap")}),
    "tests/cases/vien_chuc_mau_02/rubric.json": frozenset(
        {("B.I.1", "band-gap"), ("B.I.2", "band-gap"), ("B.I.3", "band-gap")}
    ),
}
"""What sources leave open: holes of tables, lists that may be empty, and means of factors of
which none may apply."""


@cache
def _document(name: str) -> Rubric:
    return loads(DOCUMENTS[name], Rubric)


def _criteria(rubric: Rubric) -> list[Criterion]:
    return [row.part for row in plan(rubric).rows if isinstance(row.part, Criterion)]


def _grading(name: str) -> Grading:
    grading: Grading = loads(DOCUMENTS[name])
    return grading


def _fitting() -> Iterator[tuple[str, str]]:
    """Yield every table of classes with each rubric beside it that it fits."""
    for table in TABLES:
        for name in RUBRICS:
            beside = Path(table).parent == Path(name).parent
            if beside and not check_grading(_document(name), _grading(table)):
                yield table, name


FITTING = list(_fitting())


def test_the_documents_are_found() -> None:
    """There are rubrics, every table of classes fits one, and what is open is open in one."""

    assert len(RUBRICS) > 10
    assert set(TABLES) == {table for table, _ in FITTING}
    assert set(OPEN) <= set(RUBRICS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_written_as_it_was_read(name: str) -> None:
    """Reading and writing changes no value."""
    value = loads(DOCUMENTS[name])

    assert value == loads(dumps(value))


@pytest.mark.parametrize("name", RUBRICS)
def test_every_formula_is_read_back_from_its_text(name: str) -> None:
    """The text of a form, and of what it is computed by, reads back as the same."""
    for one in _criteria(_document(name)):
        expression = lower(one.formula, one.maximum)

        assert one.formula == parse_form(text(one.formula))
        assert expression == parse(text(expression))


def _conditions(name: str) -> Iterator[Predicate]:
    for _, table, _ in tables_of(_grading(name)):
        yield from (grade.requires for grade in table.grades if grade.requires is not None)
        yield from (one.when for one in table.knock_outs)


@pytest.mark.parametrize("name", TABLES)
def test_every_condition_is_read_back_from_its_text(name: str) -> None:
    """The text of what a class asks for, and of what bars from it, reads back as the same."""
    for one in _conditions(name):
        assert one == parse_predicate(text(one))


@pytest.mark.parametrize("name", RUBRICS)
def test_every_form_is_said(name: str) -> None:
    """Each criterion says in one line what it gives points for, in both languages."""
    for one in _criteria(_document(name)):
        for wording in (Wording("vi"), Wording("en")):
            said = say(one.formula, one.maximum, wording)

            assert said
            assert "\n" not in said


def _waiting(sheet: Sheet) -> Sheet:
    """Return *sheet* with every entry that has no value missing, which keeps scores pending."""
    lists = {
        code: State.MISSING if isinstance(listed, State) else [_missing(item) for item in listed]
        for code, listed in sheet.items
    }
    others = None if sheet.others is None else State.MISSING
    return evolve(sheet, entries=_missing(sheet.entries), items=lists, others=others)


def _missing(item: Item) -> dict[str, Entry]:
    return {code: State.MISSING if isinstance(entry, State) else entry for code, entry in item}


def _score(name: str, rubric: Rubric, given_: Sequence[Sheet]) -> Scores | None:
    """Score sheets; return None if they meet what the source of the rubric leaves open."""
    try:
        return score(rubric, given_)
    except Faults as faults:
        for fault in faults.faults:
            told = [code for code, what in OPEN.get(name, ()) if what == fault.code]
            assert any(f"criterion {code!r}: " in fault.what for code in told), str(fault)
        return None


def _reach(ready: Plan, code: str) -> Interval:
    """Return what a part may have in any cluster, by the declared domains alone."""
    scope = Scope({}, domains=ready.domains, spans=lambda other: _reach(ready, other))
    span = bounds(ready.expression[code], scope)
    part = ready.row[code].part if code in ready.row else ready.rubric
    if isinstance(part, Criterion):  # what a state does counts too
        return hull([span, Interval.of(Fraction(0)), Interval.of(part.maximum)])
    return span


def _within(inner: Interval, outer: Interval) -> bool:
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


def _sound(rubric: Rubric, scores: Scores) -> None:
    """Check the laws of every score sheet."""
    ready = plan(rubric)
    reach = {code: _reach(ready, code) for code in ready.expression}
    for unit in scores:
        for line in (*unit.lines, unit.total):
            assert _within(line.span, reach[line.code]), line.code
        for language in LANGUAGES:
            lines = explain(unit, language=language).splitlines()

            assert len(unit.lines) + 2 == len(lines)


FEW = settings(
    max_examples=6,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""A rubric of 176 criteria takes a while to score, and all too long to shrink a failure of."""


@pytest.mark.parametrize("name", RUBRICS)
@FEW
@given(data=st.data())
def test_whatever_is_reported_is_scored(name: str, data: st.DataObject) -> None:
    """Sheets of values in their bounds have points in theirs, which can be explained."""
    rubric = _document(name)
    scores = _score(name, rubric, data.draw(sheets(rubric, units=("a", "b"), states=False)))
    if scores is not None:
        _sound(rubric, scores)


@pytest.mark.parametrize("name", RUBRICS)
@FEW
@given(data=st.data())
def test_whatever_is_missing_is_waited_for(name: str, data: st.DataObject) -> None:
    """Sheets with entries that are still to come have an interval that can be explained."""
    rubric = _document(name)
    drawn = data.draw(sheets(rubric, units=("a", "b")))
    scores = _score(name, rubric, [_waiting(sheet) for sheet in drawn])
    if scores is not None:
        _sound(rubric, scores)


@pytest.mark.parametrize("name", RUBRICS)
@FEW
@given(data=st.data())
def test_a_state_is_treated_or_refused(name: str, data: st.DataObject) -> None:
    """Where a state has no treatment that is the fault, and it names unit and criterion."""
    rubric = _document(name)
    drawn = data.draw(sheets(rubric, units=("a", "b")))
    try:
        scores = score(rubric, drawn)
    except Faults as faults:
        known = {"treatment-unsaid", *(what for _, what in OPEN.get(name, ()))}
        for fault in faults.faults:
            assert fault.code in known, str(fault)
            assert fault.what.startswith("unit ")
    else:
        _sound(rubric, scores)


@pytest.mark.parametrize(("table", "name"), FITTING)
@FEW
@given(data=st.data())
def test_every_unit_is_classified(table: str, name: str, data: st.DataObject) -> None:
    """Whatever is reported or awaited, each unit has a class or may have one, and reads why."""
    rubric, grading = _document(name), _grading(table)
    drawn = data.draw(sheets(rubric, units=("a", "b")))
    scores = _score(name, rubric, [_waiting(sheet) for sheet in drawn])
    if scores is None:
        return
    classes = classify(scores, grading)
    for unit in classes:
        assert unit.possible
        for language in LANGUAGES:
            assert explain_class(classes, unit.unit, language=language)
