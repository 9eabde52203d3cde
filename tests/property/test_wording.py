# SPDX-License-Identifier: MIT
"""The laws of what is said: whatever can be computed can be said, with the numbers it has."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from attrs import evolve
from hypothesis import assume, given, reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.errors import Faults, FormulaFault
from thidua.formula import (
    Banded,
    Expression,
    Form,
    PerEvent,
    Proportional,
    Reported,
    Scope,
    Side,
    Stepped,
    Undecided,
    Wording,
    evaluate,
    infix,
    lower,
    say,
    tell,
)
from thidua.formula.infix import predicate_text, range_text
from thidua.quantity import Language, show, show_percent
from thidua.rubric import Measure, explain, explain_line, score
from thidua.rubric.measure import cell_of
from thidua.strategies import (
    entries,
    expressions,
    forms,
    numbers,
    predicates,
    rubrics,
    sheets,
)

LANGUAGES: SearchStrategy[Language] = st.sampled_from(("vi", "en"))
INDICATORS = (
    Measure("a", "Số A", unit="tỷ đồng", places=1),
    Measure("b", "Số B", places=2, least=-100, most=100),
    Measure("c", "Số C", unit="%", places=1, above=0),
)
NAMES = {one.code: one.name for one in INDICATORS}
UNITS = {one.code: one.unit for one in INDICATORS if one.unit}


@st.composite
def _wordings(draw: DrawFn) -> Wording:
    return Wording(draw(LANGUAGES), draw(st.sampled_from([{}, NAMES])), UNITS)


def _forms(*kinds: type[Form], partial: bool = False) -> SearchStrategy[Form]:
    """Draw forms that read nothing but the measures above."""
    return forms(
        indicators=INDICATORS, items=(), criteria=(), peers=False, partial=partial, kinds=kinds
    )


@st.composite
def _scopes(draw: DrawFn) -> Scope:
    return Scope({one.code: cell_of(draw(entries(one, states=False))) for one in INDICATORS})


MAXIMA = numbers(low=0, high=60)


def _value(expression: Expression, scope: Scope) -> Fraction:
    return evaluate(expression, scope).value


def _unit(measure: Expression) -> str:
    unit = UNITS.get(measure.code, "") if isinstance(measure, Reported) else ""
    return f" {unit}" if unit else ""


def _number(value: Fraction, wording: Wording) -> str:
    return show(value, wording.language, 6)


@given(forms(partial=True), MAXIMA, _wordings())
def test_every_form_can_be_said(form: Form, maximum: Fraction, wording: Wording) -> None:
    """Whatever a form computes, and for whatever maximum, it says so in one line."""
    text = say(form, maximum, wording)

    assert text
    assert "\n" not in text
    assert text == text.strip()


@given(expressions(partial=True), _wordings())
def test_every_expression_can_be_written(expression: Expression, wording: Wording) -> None:
    """Every expression of the kernel is written in one line, with its brackets closed."""
    text = infix(expression, wording)

    assert text
    assert text.count("(") == text.count(")")


@given(st.data(), _wordings())
def test_every_condition_can_be_written(data: st.DataObject, wording: Wording) -> None:
    """Every predicate of the kernel is written in one line, with its brackets closed."""
    text = predicate_text(data.draw(predicates(partial=True)), wording)

    assert text
    assert text.count("(") == text.count(")")


@given(st.data(), st.booleans())
def test_what_can_be_scored_can_be_explained(data: st.DataObject, partial: bool) -> None:  # noqa: FBT001 - drawn
    """No score sheet of any rubric is without words, in either language and markup."""
    rubric = data.draw(rubrics(partial=partial))
    try:
        scores = score(rubric, data.draw(sheets(rubric)))
    except Faults:
        assume(not partial)
        raise
    language = data.draw(LANGUAGES)

    for unit in scores:
        lines = explain(unit, language=language).splitlines()
        notes = int(bool(unit.sheet.illustrative))

        assert len(unit.lines) + 2 + notes == len(lines)
        for line, text in zip(unit.lines, lines[1:], strict=False):
            assert explain_line(unit, line.code, language=language) == text.strip()
        assert explain(unit, language=language, markup="markdown").startswith("# ")


@given(_forms(Proportional), _scopes(), MAXIMA, _wordings())
def test_a_proportion_tells_its_own_numbers(
    form: Proportional, scope: Scope, maximum: Fraction, wording: Wording
) -> None:
    """Result, target and ratio are those of its measure and target, however these are made."""
    result, target = _value(form.measure, scope), _value(form.to, scope)
    ratio = show_percent(result / target, wording.language)
    sign = "" if ratio.startswith("≈") else "= "
    text = tell(form, evaluate(lower(form, maximum), scope), wording)

    expected = f"{_number(result, wording)}/{_number(target, wording)}{_unit(form.measure)} "
    assert text.startswith(f"{expected}{sign}{ratio}")


@given(_forms(Stepped), _scopes(), MAXIMA, _wordings())
def test_steps_tell_their_own_numbers(
    form: Stepped, scope: Scope, maximum: Fraction, wording: Wording
) -> None:
    """Result, target and the number of steps are those counted by hand."""
    result, target = _value(form.measure, scope), _value(form.to, scope)
    distance = result - target if form.side is Side.OVER else target - result
    steps = distance / (form.step * target if form.relative else form.step)
    counted = max(0, ceil(steps) if form.started else floor(steps))
    text = tell(form, evaluate(lower(form, maximum), scope), wording)

    assert f"{_number(result, wording)}/{_number(target, wording)}{_unit(form.measure)}" in text
    assert (counted > 0) == (" × " in text)
    if counted:
        points = wording.points(counted * form.each)
        sign = "" if points.startswith("≈") else "= "

        assert f": {_number(Fraction(counted), wording)} " in text
        assert f" {sign}{points}" in text


@given(_forms(Banded), _scopes(), MAXIMA, _wordings())
def test_a_band_tells_its_own_numbers(
    form: Banded, scope: Scope, maximum: Fraction, wording: Wording
) -> None:
    """The result, its target and the band of the points are told."""
    working = evaluate(lower(form, maximum), scope)
    result = _value(form.measure, scope)
    text = tell(form, working, wording)
    (band,) = (
        band
        for band in form.bands
        if (result if form.to is None else 100 * result / _value(form.to, scope)) in band
    )

    assert working.value == band.points
    if form.to is None:
        assert text.startswith(f"{_number(result, wording)}{_unit(form.measure)}, ")
        assert text.endswith(range_text(band, wording, _unit(form.measure)))
    else:
        target = _number(_value(form.to, scope), wording)
        after = " %" if wording.language == "vi" else "%"

        assert text.startswith(f"{_number(result, wording)}/{target}{_unit(form.measure)} ")
        assert text.endswith(range_text(band, wording, after))


@given(_forms(PerEvent), _scopes(), MAXIMA, _wordings())
def test_events_tell_their_own_numbers(
    form: PerEvent, scope: Scope, maximum: Fraction, wording: Wording
) -> None:
    """Each kind of event that happened is told with how often, and with its points."""
    form = evolve(form, bonus_if_clean=False)  # else bonuses that do not count are not told
    text = tell(form, evaluate(lower(form, maximum), scope), wording)

    for event in form.events:
        count = _value(event.count, scope)
        points = wording.points(count * event.each)
        sign = "" if points.startswith("≈") else "= "
        told = f"{infix(event.count, wording)}: {_number(count, wording)}{_unit(event.count)} × "

        assert not count or told in text
        assert not count or f" {sign}{points}" in text


@st.composite
def _clusters(draw: DrawFn) -> Scope:
    """Draw a unit with its peers, and points for the criterion that forms may name."""
    scopes: list[Scope] = []
    for unit in "ab":
        cells = {one.code: cell_of(draw(entries(one))) for one in INDICATORS}
        scopes.append(Scope(cells, unit=unit, peers=scopes, points=lambda _: Fraction(3)))
    return scopes[0]


@given(forms(indicators=INDICATORS, items=(), partial=True), _clusters(), MAXIMA)
def test_what_has_an_answer_can_be_told(form: Form, scope: Scope, maximum: Fraction) -> None:
    """Every form that has an answer for a unit tells how it came to it."""
    try:
        working = evaluate(lower(form, maximum), scope)
    except (FormulaFault, Undecided):
        reject()

    assert tell(form, working, Wording("vi"))
    assert tell(form, working, Wording("en", NAMES, UNITS))
