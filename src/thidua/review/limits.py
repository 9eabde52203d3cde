# SPDX-License-Identifier: MIT
"""Maxima that are out of reach, and ceilings and floors that never bind: by proof only."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from thidua.errors import Path
from thidua.formula import (
    DirectEntry,
    Event,
    Expression,
    Form,
    Greatest,
    ItemTotal,
    PerEvent,
    PrizeTable,
    Product,
    Proportional,
    RelativeToPeers,
    Scope,
    Stepped,
    Sum,
    Total,
    bounds,
    forms_in,
    lower,
)
from thidua.formula.bounds import blank_item
from thidua.formula.lower import count_steps
from thidua.quantity import Interval
from thidua.review.problem import Limit, MaximumOutOfReach, NeverBinds
from thidua.review.proof import Proof, scope_of
from thidua.review.tree import forms_at
from thidua.rubric import Criterion, Part, Rubric
from thidua.rubric.plan import TOTAL, Plan, expression_of

__all__ = ["idle_limits", "out_of_reach", "says_more"]


def out_of_reach(ready: Plan, proof: Proof) -> Iterator[MaximumOutOfReach]:
    """Yield every criterion whose formula is proved never to give its maximum."""
    for row in ready.rows:
        highest = proof.formulas[row.part.code].high
        if isinstance(row.part, Criterion) and highest is not None and highest < row.part.maximum:
            at = (*row.at, "maximum")
            yield MaximumOutOfReach(at, row.part.code, row.part.maximum, highest)


def says_more(criterion: Criterion) -> bool:
    """Tell whether a criterion says that it may give more than its maximum.

    A maximum of 0 says so, a ceiling above the maximum, and a form that is not capped or
    limited, or limits its bonuses on top of a start.
    """
    maximum = criterion.maximum
    if not maximum or (criterion.at_most is not None and criterion.at_most > maximum):
        return True
    waiting = [criterion.formula]
    while waiting:
        form = waiting.pop()
        if _says_more(form, maximum):
            return True
        waiting.extend(forms_in(form))
    return False


def _says_more(form: Form, maximum: Fraction) -> bool:
    match form:
        case (
            DirectEntry(unlimited=True) | Proportional(capped=False) | RelativeToPeers(capped=False)
        ):
            return True
        case PerEvent(events, bonuses_limit=limit) if limit is not None:
            return any(one.each < 0 for one in events) or limit > maximum
        case PerEvent() | Stepped() | Total() | ItemTotal() | PrizeTable():
            return form.at_most is not None and form.at_most > maximum
        case _:
            return False


def idle_limits(ready: Plan, proof: Proof) -> Iterator[NeverBinds]:
    """Yield every ceiling and floor that is proved to change nothing."""
    scope = scope_of(ready, proof)
    for row in ready.rows:
        yield from _of_part(row.part, row.part.code, row.at, scope)
    yield from _of_part(ready.rubric, TOTAL, (), scope)
    for criterion, form, at, lists in forms_at(ready.rubric):
        inside = scope
        for code in lists:
            inside = blank_item(inside, code)
        yield from _of_form(form, criterion, at, inside)


def _of_part(part: Part | Rubric, code: str, at: Path, scope: Scope) -> Iterator[NeverBinds]:
    if part.at_least is None and part.at_most is None:
        return
    bare = evolve(part, at_least=None, at_most=None, rounding=None)
    span = bounds(expression_of(bare), scope)
    yield from _idle(span, part.at_least, part.at_most, code, at)


def _idle(
    span: Interval, at_least: Fraction | None, at_most: Fraction | None, code: str, at: Path
) -> Iterator[NeverBinds]:
    if at_least is not None and span.low is not None and span.low >= at_least:
        yield NeverBinds((*at, "at_least"), code, Limit.FLOOR, at_least, span.low)
    if at_most is not None and span.high is not None and span.high <= at_most:
        yield NeverBinds((*at, "at_most"), code, Limit.CEILING, at_most, span.high)


def _of_form(form: Form, criterion: Criterion, at: Path, scope: Scope) -> Iterator[NeverBinds]:
    """Ask what a form would come to without its limits."""
    match form:
        case Stepped(at_least=at_least, at_most=at_most):
            bare = _steps(form, criterion.maximum)
        case PerEvent(at_least=at_least, at_most=at_most):
            bare = lower(evolve(form, at_least=None, at_most=None), criterion.maximum)
            yield from _of_events(form, criterion, at, scope)
        case Total(at_least=at_least, at_most=at_most):
            bare = lower(evolve(form, at_least=None, at_most=None), criterion.maximum)
        case ItemTotal(at_least=at_least, at_most=at_most):
            bare = lower(evolve(form, at_least=None, at_most=None), criterion.maximum)
        case PrizeTable(at_most=at_most):
            at_least, bare = None, lower(evolve(form, at_most=None), criterion.maximum)
        case _:
            return
    if at_least is not None or at_most is not None:
        yield from _idle(bounds(bare, scope), at_least, at_most, criterion.code, at)


def _steps(form: Stepped, maximum: Fraction) -> Expression:
    start = (maximum if form.each < 0 else Fraction(0)) if form.start is None else form.start
    return Sum([start, Product([form.each, Greatest([count_steps(form), 0])])])


def _of_events(
    form: PerEvent, criterion: Criterion, at: Path, scope: Scope
) -> Iterator[NeverBinds]:
    for i, event in enumerate(form.events):
        if event.limit is not None:
            bare = (evolve(event, limit=None),)
            place = (*at, "events", i, "limit")
            yield from _of_sum(bare, event.limit, criterion.code, place, scope)
    off = tuple(one for one in form.events if one.each < 0)
    more = tuple(one for one in form.events if one.each >= 0)
    for events, limit, name in (
        (off, form.deductions_limit, "deductions_limit"),
        (more, form.bonuses_limit, "bonuses_limit"),
    ):
        if limit is not None and events:
            yield from _of_sum(events, limit, criterion.code, (*at, name), scope)


def _of_sum(
    events: tuple[Event, ...], limit: Fraction, code: str, at: Path, scope: Scope
) -> Iterator[NeverBinds]:
    """Compare a limit with the most that *events* may give, or cost, together."""
    span = bounds(lower(PerEvent(events, start=0), Fraction(0)), scope)
    most = span.high if events[0].each >= 0 else None if span.low is None else -span.low
    if most is not None and most <= limit:
        yield NeverBinds(at, code, Limit.CEILING, limit, most)
