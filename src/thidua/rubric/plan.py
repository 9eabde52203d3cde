# SPDX-License-Identifier: MIT
"""A rubric made ready: every part with its expression, and what that reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import assert_never, final

from attrs import frozen

from thidua.errors import Path
from thidua.formula import (
    Evaluator,
    Expression,
    Points,
    Product,
    Reads,
    Rounded,
    Sum,
    between,
    lower,
    prepare,
    reads,
)
from thidua.quantity import EVERYTHING, Interval, Rounding, State, add, round_to
from thidua.rubric.criterion import Criterion, Part, Role, Section, Treatment
from thidua.rubric.direct import entered, span_of
from thidua.rubric.measure import Indicator, common_step, domain
from thidua.rubric.rubric import Rubric

__all__ = ["TOTAL", "Plan", "Row", "expression_of", "plan", "rows", "summed", "treatment_of"]

TOTAL = "total"
"""Code of the row of the total; no criterion may have it."""


@final
@frozen
class Row:
    """One part of the tree, where it stands."""

    part: Part
    """The criterion or section."""
    level: int
    """How deep it stands; 0 for the top sections."""
    at: Path
    """Its place in the rubric."""
    deducts: bool = False
    """Whether its points lower the total: it, or a section around it, is a penalty."""


def rows(rubric: Rubric) -> Iterator[Row]:
    """Yield every part of the tree in printed order, each section before its parts."""
    stack = [
        Row(part, 0, ("sections", index), part.role is Role.PENALTY)
        for index, part in reversed([*enumerate(rubric.sections)])
    ]
    while stack:
        row = stack.pop()
        yield row
        if isinstance(row.part, Section):
            stack.extend(
                Row(
                    part,
                    row.level + 1,
                    (*row.at, "criteria", index),
                    row.deducts is not (part.role is Role.PENALTY),
                )
                for index, part in reversed([*enumerate(row.part.criteria)])
            )


def _gather(parts: tuple[Part, ...]) -> Expression:
    return Sum(
        [
            Product([-1, Points(part.code)]) if part.role is Role.PENALTY else Points(part.code)
            for part in parts
        ]
    )


def _limited(
    of: Expression,
    at_least: Fraction | None,
    at_most: Fraction | None,
    rounding: Rounding | None,
) -> Expression:
    of = between(of, at_least, at_most)
    return of if rounding is None else Rounded(of, rounding)


def expression_of(part: Part | Rubric) -> Expression:
    """Return the points of a criterion, a section or the total as an expression.

    Limits come before the rounding, as regulations write them.
    """
    match part:
        case Criterion():
            inner = lower(part.formula, part.maximum)
        case Section():
            inner = _gather(part.criteria)
        case Rubric():
            inner = _gather(part.sections)
        case _:
            assert_never(part)
    return _limited(inner, part.at_least, part.at_most, part.rounding)


def summed(
    part: Section | Rubric, inside: Iterable[Part], points: Iterable[Fraction]
) -> tuple[Fraction, Fraction, Fraction]:
    """Return what its parts add up to, that within its limits, and that as it is rounded.

    The last is the value of its expression, without the working that nobody asks for.
    """
    value = add(
        -given if one.role is Role.PENALTY else given
        for one, given in zip(inside, points, strict=True)
    )
    limited = value if part.at_most is None else min(value, part.at_most)
    limited = limited if part.at_least is None else max(limited, part.at_least)
    rounded = limited if part.rounding is None else round_to(limited, part.rounding)
    return value, limited, rounded


def treatment_of(rubric: Rubric, criterion: Criterion, state: State) -> Treatment | None:
    """Return what *state* does to *criterion*, or None where nothing says so."""
    said = criterion.treatments.of(state) or rubric.treatments.of(state)
    if said is None and state in {State.MISSING, State.NOT_DUE}:
        return Treatment.PENDING
    return said


@final
@frozen(eq=False)
class Plan:
    """Everything about a rubric that does not depend on sheets."""

    rubric: Rubric
    """The rubric."""
    rows: tuple[Row, ...]
    """Its parts in printed order."""
    row: Mapping[str, Row]
    """The same, by code."""
    expression: Mapping[str, Expression]
    """Expression of each part and of the total, by code."""
    compute: Mapping[str, Evaluator]
    """The same, made ready to be computed."""
    reads: Mapping[str, Reads]
    """What each expression reads, by code."""
    indicators: Mapping[str, Indicator]
    """What the unit reports, by code."""
    items: Mapping[str, Mapping[str, Indicator]]
    """What is reported for the items of each list, by codes of list and measure."""
    domains: Mapping[tuple[str | None, str], Interval]
    """What each of them may be, by list (or None) and code."""
    direct: Mapping[str, Interval]
    """What points that are entered directly may be, by code of measure."""
    steps: Mapping[str, Fraction]
    """What they are multiples of, where there is such a step, by code of measure."""
    pending: Mapping[str, frozenset[State]]
    """The states that keep a criterion pending, by code."""


@lru_cache(maxsize=64)
def plan(rubric: Rubric) -> Plan:
    """Make *rubric* ready; it must be sound (see `check`)."""
    found = tuple(rows(rubric))
    expressions = {row.part.code: expression_of(row.part) for row in found}
    expressions[TOTAL] = expression_of(rubric)
    items = {one.code: {each.code: each for each in one.measures} for one in rubric.items}
    domains: dict[tuple[str | None, str], Interval] = {
        (None, one.code): domain(one) for one in rubric.measures
    }
    for place, listed in items.items():
        domains |= {(place, code): domain(one) for code, one in listed.items()}
    direct: dict[str, Interval] = {}
    steps: dict[str, Fraction] = {}
    criteria = [row.part for row in found if isinstance(row.part, Criterion)]
    for part in criteria:
        for form, _ in entered(part.formula):
            code, span = form.measure, span_of(form, part.maximum)
            direct[code] = direct.get(code, EVERYTHING).both(span)
            domains[None, code] = domains[None, code].both(direct[code])
            if form.step is not None:
                steps[code] = common_step(form.step, steps.get(code))
    return Plan(
        rubric,
        found,
        {row.part.code: row for row in found},
        expressions,
        {code: prepare(one) for code, one in expressions.items()},
        {code: reads(one) for code, one in expressions.items()},
        {one.code: one for one in rubric.measures},
        items,
        domains,
        direct,
        steps,
        {
            row.part.code: frozenset(
                state
                for state in State
                if treatment_of(rubric, row.part, state) is Treatment.PENDING
            )
            for row in found
            if isinstance(row.part, Criterion)
        },
    )
