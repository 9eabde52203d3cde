# SPDX-License-Identifier: MIT
"""How far a unit is from its next step, band or cap (*còn thiếu bao nhiêu*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, final

from attrs import AttrsInstance, evolve, fields, frozen, has

from thidua.errors import suggest
from thidua.formula import (
    Expression,
    Form,
    OverItems,
    OverPeers,
    Predicate,
    Quotient,
    Scope,
    children,
    reads,
)
from thidua.formula.walk import Node, through_peers
from thidua.quantity import EVERYTHING, Interval
from thidua.rubric.criterion import Criterion
from thidua.rubric.measure import Better, Measure, reach
from thidua.rubric.nearest import Search
from thidua.rubric.plan import Row, plan
from thidua.rubric.rubric import Rubric
from thidua.rubric.scopes import scopes
from thidua.rubric.scores import Scores

__all__ = ["Step", "next_step", "steps_ahead"]

_TARGETS = frozenset({"to", "per", "among", "used"})
"""Fields of forms that hold what results are held against, or what others have used; what
expressions divide by is another."""


@final
@frozen
class Step:
    """The least change of one measure that betters the points of a criterion."""

    kind: ClassVar = "step"
    criterion: str
    """Code of the criterion."""
    measure: str
    """Code of the measure."""
    value: Fraction
    """The result to reach, which the measure may hold."""
    change: Fraction
    """How far that is from the present result; below zero for less."""
    points: Fraction
    """Points of the criterion there."""


def next_step(
    scores: Scores, unit: str, code: str, measure: str, *, points: Fraction | None = None
) -> Step | None:
    """Return the least change of *measure* that gives *unit* better points in criterion *code*.

    Better is more, or less where the points are taken off. All other entries stay as they
    are, those of peers included. Results are tried where the measure may hold them: its
    decimal places, its bounds, the step of points entered. If the measure declares which
    results are better, only those are tried.

    The search is by intervals: what `bounds` proves to be no better is passed over whole,
    what is left is halved down to single results, and those are computed exactly. So no
    smaller change in the same direction does it, whatever the formula.

    Args:
        scores: The cluster.
        unit: Code of the unit.
        code: Code of the criterion.
        measure: Code of the measure to change.
        points: Points to reach at least, or at most if they are taken off; absent, any
            that are better than now.

    Returns:
        The step. None if there is none; if the points are not certain, or the entry is no
        number; if *code* is a section; if the criterion uses points of others that hang on
        the measure; or if the search would take more than a thousand computations.

    Raises:
        KeyError: If there is no such unit, criterion or measure; says which one was meant.
    """
    ready = plan(scores.rubric)
    line, entry = scores[unit][code], scores[unit].sheet.entry(measure)
    if measure not in ready.indicators:
        message = f"no measure {measure!r}; {suggest(measure, ready.indicators)}"
        raise KeyError(message)
    row, indicator = ready.row[code], ready.indicators[measure]
    if not (
        isinstance(row.part, Criterion)
        and isinstance(indicator, Measure)
        and isinstance(entry, Fraction)
        and line.working is not None
        and not _hangs_on(scores.rubric, code, measure)
    ):
        return None
    now = line.working.value
    goal = now if points is None else points

    def enough(value: Fraction) -> bool:
        if value == goal:
            return points is not None
        return (value < goal) is row.deducts

    if points is not None and enough(now):
        return None
    allowed = ready.direct.get(measure, EVERYTHING)
    size, first, last = reach(indicator, allowed, ready.steps.get(measure))
    search = Search(
        ready.expression[code],
        ready.compute[code],
        _seen(scores, unit, code, measure),
        enough,
        entry,
        size,
        rising=not row.deducts,
    )
    room = {1: None if last is None else last - int(entry / size)}
    room[-1] = None if first is None else int(entry / size) - first
    if indicator.better is not None:
        del room[-1 if indicator.better is Better.HIGHER else 1]
    offset = search.nearest(room)
    if not offset:
        return None
    value = entry + offset * size
    return Step(code, measure, value, offset * size, search.points(value))


def steps_ahead(scores: Scores, unit: str, code: str) -> tuple[Step, ...]:
    """Return what would better the points of a criterion, measure by measure.

    Of each number that the criterion reads, and that is no target, divisor or points
    entered: the next step, and the step to the maximum, or to nothing taken off. Where the
    last decimal place more is better already, the former says little, and is left out for
    the latter.

    Raises:
        KeyError: As `next_step` does.
    """
    row = plan(scores.rubric).row[scores[unit][code].code]
    found: list[Step] = []
    for one in _results(scores.rubric, code):
        if first := next_step(scores, unit, code, one.code):
            best = _best(row, first.points)
            whole = best if best is None else next_step(scores, unit, code, one.code, points=best)
            tiny = one.places and abs(first.change) * 10**one.places == 1
            if whole is None or not tiny:
                found.append(first)
            if whole is not None and whole != first:
                found.append(whole)
    return tuple(found)


@lru_cache(maxsize=4096)
def _results(rubric: Rubric, code: str) -> tuple[Measure, ...]:
    """Return the numbers that a criterion reads, and that are no target, divisor or points."""
    ready, part = plan(rubric), plan(rubric).row[code].part
    if not isinstance(part, Criterion):
        return ()
    numbers = ready.reads[code].numbers - _aims(part.formula)
    return tuple(
        one
        for one in rubric.measures
        if isinstance(one, Measure) and one.code not in ready.direct and (None, one.code) in numbers
    )


def _best(row: Row, points: Fraction) -> Fraction | None:
    """Return what there is to reach beyond *points*, if that is stated."""
    assert isinstance(row.part, Criterion)  # noqa: S101 - asked of criteria only
    if row.deducts:
        return Fraction(0) if points > 0 else None
    ends = [row.part.maximum] + [row.part.at_most] * (row.part.at_most is not None)
    return next((end for end in ends if end is not None and points < end), None)


@lru_cache(maxsize=4096)
def _hangs_on(rubric: Rubric, code: str, measure: str) -> bool:
    """Tell whether other points that a criterion uses, its own or peers', read *measure*."""
    ready, waiting, seen = plan(rubric), [code], {code}
    while waiting:
        one = waiting.pop()
        for what in through_peers(ready.reads[one]):
            if one != code and any(measure == read for _, read in what.measures):
                return True
            waiting.extend(what.points - seen)
            seen |= what.points
    return False


def _aims(form: Form) -> set[tuple[str | None, str]]:
    """Return what a form holds results against: targets and divisors."""
    aims: set[tuple[str | None, str]] = set()
    results: set[tuple[str | None, str]] = set()
    waiting: list[AttrsInstance] = [form]
    while waiting:
        one = waiting.pop()
        for field in fields(type(one)):
            value = getattr(one, field.name)
            target = field.name in _TARGETS
            if isinstance(value, Expression | Predicate):
                for divisor, inside in _halves(value, divisor=target):
                    (aims if divisor else results).update(reads(inside).numbers)
            elif isinstance(value, str):
                aims.update([(None, value)] * target)
            else:  # forms, and parts of forms such as events
                several = value if isinstance(value, tuple) else (value,)
                waiting.extend(inner for inner in several if has(type(inner)))
    return aims - results


def _halves(node: Node, *, divisor: bool) -> Iterator[tuple[bool, Node]]:
    """Yield the leaves of a node, each with whether it stands in a divisor."""
    inside = children(node)
    if not inside or isinstance(node, OverItems | OverPeers):
        yield divisor, node
        return
    for index, child in enumerate(inside):
        below = isinstance(node, Quotient) and index == 1
        yield from _halves(child, divisor=divisor or below)


def _seen(
    scores: Scores, unit: str, code: str, measure: str
) -> Callable[[Fraction | Interval], Scope]:
    """Return what gives the unit's scope, with another result in the place of the present."""
    ready = plan(scores.rubric)
    pending, what = ready.pending[code], ready.reads[code]
    # Without a look at peers the unit stands alone.
    base = scopes(scores if what.peers else Scores(scores.rubric, (scores[unit],)))
    position = [one.unit for one in base].index(unit)
    own = base[position]
    asked = {state for _, one, state in what.asked if one == measure}
    # What stands for any result: a state that is awaited anyway, and that no formula asks for.
    unknown = min(pending - asked, default=None)

    def scope(result: Fraction | Interval) -> Scope:
        entries, domains = dict(own.entries), own.domains
        if not isinstance(result, Interval):
            entries[measure] = result
        elif unknown is None:
            del entries[measure]
        else:
            entries[measure] = unknown
        if isinstance(result, Interval):
            domains = {**domains, (None, measure): result}
        cluster: list[Scope] = []
        memory: dict[object, object] = {}
        changed = Scope(
            entries,
            own.items,
            own.unit,
            own.title,
            cluster,
            own.points,
            own.spans,
            domains,
            pending,
            memory,
            awaited=own.awaited,
        )
        if what.peers:
            cluster.extend(
                evolve(one, pending=pending, peers=cluster, memory=memory) for one in base
            )
            cluster[position] = changed
        return changed

    return scope
