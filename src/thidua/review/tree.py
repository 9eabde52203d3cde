# SPDX-License-Identifier: MIT
"""What the tree of a rubric shows by itself: maxima, measures unused or counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from thidua.errors import Path
from thidua.formula import (
    ByCount,
    DirectEntry,
    Form,
    ItemTotal,
    PerEvent,
    Reads,
    Reported,
    lower,
    reads,
)
from thidua.formula.walk import through_peers
from thidua.quantity import State
from thidua.review.entries import Key
from thidua.review.problem import (
    CountedTwice,
    MaximumDiffers,
    TreatmentUnsaid,
    Unsaid,
    Unused,
)
from thidua.rubric import Criterion, Part, Role, Rubric, Section
from thidua.rubric.criterion import standard_maximum
from thidua.rubric.direct import inner_forms
from thidua.rubric.plan import TOTAL, plan, rows, treatment_of

__all__ = ["counted_twice", "forms_at", "maxima", "unsaid", "unused"]


def maxima(rubric: Rubric) -> Iterator[MaximumDiffers]:
    """Yield every declared maximum that is not the sum of what stands below it.

    A part in which nothing is standard has no such sum.
    """
    for row in rows(rubric):
        if isinstance(row.part, Section) and row.part.maximum is not None:
            children = _sum(row.part.criteria)
            if children is not None and children != row.part.maximum:
                at = (*row.at, "maximum")
                yield MaximumDiffers(at, row.part.code, row.part.maximum, children)
    if rubric.maximum is not None:
        children = _sum(rubric.sections)
        if children is not None and children != rubric.maximum:
            yield MaximumDiffers(("maximum",), TOTAL, rubric.maximum, children)


def _sum(parts: tuple[Part, ...]) -> Fraction | None:
    counted = any(part.role is Role.STANDARD for part in parts)
    return standard_maximum(parts) if counted else None


def unused(rubric: Rubric) -> Iterator[Unused]:
    """Yield every measure and list that no formula reads."""
    read: set[Key] = set()
    lists: set[str] = set()
    own = {one.code: {each.code for each in one.measures} for one in rubric.items}
    for what in _everything(rubric):
        read |= {
            (place if code in own.get(place or "", ()) else None, code)
            for place, code in what.measures
        }
        lists |= what.lists
    for i, one in enumerate(rubric.measures):
        if (None, one.code) not in read:
            yield Unused(("measures", i), one.code)
    for i, listed in enumerate(rubric.items):
        if listed.code not in lists:
            yield Unused(("items", i), listed.code)
            continue
        for j, one in enumerate(listed.measures):
            if (listed.code, one.code) not in read:
                yield Unused(("items", i, "measures", j), one.code, listed.code)


def _everything(rubric: Rubric) -> Iterator[Reads]:
    criteria = [row.part for row in rows(rubric) if isinstance(row.part, Criterion)]
    for one in criteria:
        yield from through_peers(reads(lower(one.formula, one.maximum)))


def forms_at(rubric: Rubric) -> Iterator[tuple[Criterion, Form, Path, tuple[str, ...]]]:
    """Yield every form at any depth: its criterion, its place, the lists it stands in."""
    for row in rows(rubric):
        if isinstance(row.part, Criterion):
            stack: list[tuple[Form, Path, tuple[str, ...]]] = [
                (row.part.formula, (*row.at, "formula"), ())
            ]
            while stack:
                form, at, lists = stack.pop()
                yield row.part, form, at, lists
                if isinstance(form, ItemTotal):
                    lists = (*lists, form.items)
                stack.extend((one, place, lists) for one, place in reversed(inner_forms(form, at)))


def counted_twice(rubric: Rubric) -> Iterator[CountedTwice]:
    """Yield every measure that two criteria count, or take as points entered."""
    own = {one.code: {each.code for each in one.measures} for one in rubric.items}
    found: dict[Key, list[tuple[str, Path]]] = {}
    for criterion, form, at, lists in forms_at(rubric):
        for code in _counted(form):
            place = next((one for one in reversed(lists) if code in own.get(one, ())), None)
            known = found.setdefault((place, code), [])
            if criterion.code not in (other for other, _ in known):
                known.append((criterion.code, at))
    for (place, code), several in found.items():
        if len(several) > 1:
            second, at = several[1]
            yield CountedTwice(at, second, place, code, tuple(one for one, _ in several))


def _counted(form: Form) -> list[str]:
    match form:
        case DirectEntry(measure):
            return [measure]
        case PerEvent(events):
            return [one.count.code for one in events if isinstance(one.count, Reported)]
        case ByCount(Reported(code)):
            return [code]
        case _:
            return []


def unsaid(rubric: Rubric) -> Iterator[TreatmentUnsaid]:
    """Yield the states that are refused when they occur, with the criteria, if there are any."""
    ready = plan(rubric)
    found: list[Unsaid] = []
    for state in State:
        codes: list[str] = []
        for row in ready.rows:
            what = ready.reads[row.part.code]
            if not isinstance(row.part, Criterion) or not (what.measures or what.lists):
                continue
            asked = {(place, code) for place, code, one in what.asked if one is state}
            reached = what.measures - asked or what.lists
            if reached and treatment_of(rubric, row.part, state) is None:
                codes.append(row.part.code)
        if codes:
            found.append(Unsaid(state, tuple(codes)))
    if found:
        yield TreatmentUnsaid(("treatments",), TOTAL, tuple(found))
