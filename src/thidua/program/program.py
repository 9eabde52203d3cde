# SPDX-License-Identifier: MIT
"""A whole rubric as an integer program, for sheets without states or for any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import final

from attrs import frozen

from thidua.errors import Faults, RubricFault
from thidua.formula import Expression, OverPeers, Predicate, Reads, children, reads
from thidua.formula.scope import GRAVEST_FIRST
from thidua.formula.walk import through_peers
from thidua.program.column import Columns, columns_of, not_whole
from thidua.program.linear import literal_of
from thidua.program.make import ZERO, branch, guarded, largest
from thidua.program.node import (
    Column,
    Folded,
    Folding,
    InState,
    Lack,
    ListInState,
    Literal,
    Look,
    Part,
    PartPoints,
    Truth,
    Whole,
)
from thidua.program.ratio import Ratio, ratio_of, scaled, total
from thidua.program.span import span
from thidua.program.translate import Names, Translator
from thidua.program.truth import NO, YES, any_of, at_least, negate
from thidua.quantity import State
from thidua.rubric import Criterion, Rubric, Treatment
from thidua.rubric.criterion import Role
from thidua.rubric.plan import TOTAL, Plan, plan, treatment_of

__all__ = ["Program", "ProgramLine", "not_whole", "program"]

_SCALE = 10**6
"""Largest denominator that all parts are brought to; beyond it each keeps its own."""


@final
@frozen
class ProgramLine:
    """What one criterion, one section, or the total comes to."""

    code: str
    """Code as printed, or ``"total"``."""
    above: Whole
    """Numerator of its points; computed before the denominator."""
    below: Whole
    """Their denominator, above zero; a literal wherever it is known beforehand."""
    maximum: Whole
    """The maximum that applies to the unit, over the program's `Program.scale`."""


@final
@frozen(eq=False)
class Program:
    """A rubric in whole numbers (*chương trình số nguyên*)."""

    rubric: Rubric
    """The rubric."""
    sound: bool
    """Whether it is for units without states only."""
    columns: tuple[Column, ...]
    """What the unit reports, in the order of the rubric."""
    items: Mapping[str, tuple[Column, ...]]
    """What is reported for each item, by list, in the order of the rubric."""
    lines: tuple[ProgramLine, ...]
    """Every part and the total, each after those whose points it uses."""
    looks: tuple[Look, ...]
    """The looks at peers, each after those that it looks through."""
    scale: int
    """Denominator of maxima."""


class _Builder:
    """One translation of a rubric; with *scale*, all points over the same denominator."""

    def __init__(self, ready: Plan, columns: Columns, *, sound: bool, scale: int | None) -> None:
        self._plan = ready
        self._columns = columns
        self._names = Names(columns, self.points, self._look, sound=sound)
        self._sound = sound
        self._scale = scale
        self._looks: dict[tuple[OverPeers, frozenset[State]], Look] = {}
        self.lines: dict[str, tuple[Ratio, Ratio]] = {}
        self.looks: dict[Look, None] = {}

    def points(self, code: str) -> Ratio:
        """Return the points of a part, as others read them."""
        if code not in self.lines:
            self.lines[code] = (self._points(code), self._maximum(code))
        found = self.lines[code][0]
        above = part_points(code, Part.ABOVE, found.above)
        return Ratio(above, part_points(code, Part.BELOW, found.below))

    def _points(self, code: str) -> Ratio:
        what = self._plan.reads[code]
        pending = self._plan.pending.get(code, frozenset())
        translator = Translator(self._names, what.asked, pending)
        found = translator.number(self._plan.expression[code])
        row = self._plan.row.get(code)
        if not self._sound and row is not None and isinstance(row.part, Criterion):
            found = self._treated(row.part, found)
        if self._scale is None or self._scale % (literal_of(found.below) or self._scale + 1):
            return found  # also where less could be computed beforehand than without a scale
        return scaled(found, self._scale)

    def _treated(self, criterion: Criterion, points: Ratio) -> Ratio:
        """Return the points that a criterion has whatever state its entries are in."""

        def given(treatment: Treatment) -> Ratio:
            return ratio_of(criterion.maximum if treatment is Treatment.FULL else Fraction(0))

        full = given(Treatment.FULL).below
        below = points.below
        if isinstance(below, Literal) and isinstance(full, Literal):
            points = scaled(points, lcm(below.value, full.value))
            below = points.below
        above = self._by_state(
            criterion, points.above, lambda said: _over(given(said), points.below), demand=True
        )
        if not isinstance(below, Literal):
            below = self._by_state(criterion, below, lambda said: given(said).below)
        return Ratio(above, below)

    def _by_state(
        self,
        criterion: Criterion,
        of: Whole,
        given: Callable[[Treatment], Whole],
        *,
        demand: bool = False,
    ) -> Whole:
        """Choose by the gravest state of what a criterion reads, final ones first."""
        what = self._plan.reads[criterion.code]
        pending = self._plan.pending[criterion.code]
        if demand:
            awaited = any_of(self._stands(what, one) for one in GRAVEST_FIRST if one in pending)
            of = _unless(awaited, Lack.PENDING, of)
        for state in reversed(GRAVEST_FIRST):
            said = treatment_of(self._plan.rubric, criterion, state)
            if state in pending:
                continue
            if said is not None:
                of = branch(self._stands(what, state), given(said), of)
            elif demand:
                of = _unless(self._stands(what, state), Lack.UNSAID, of)
        return of

    def _stands(self, what: Reads, state: State) -> Truth:
        """Tell whether something that is read is in *state*, and the formula does not ask so."""
        found: list[Truth] = []
        for place, code in sorted(what.measures, key=str):
            if (place, code, state) in what.asked:
                continue
            column = self._names.column(place, code)[1]
            held = InState(code, column.items, state)
            if column.items is None:
                found.append(held)
            else:
                found.append(at_least(Folded(column.items, Folding.COUNT, ZERO, held), 1))
        found.extend(ListInState(code, state) for code in sorted(what.lists))
        return any_of(found)

    def _look(self, node: OverPeers, pending: frozenset[State]) -> Look:
        key = (node, pending)
        if key in self._looks:
            return self._looks[key]
        what = reads(*children(node))
        translator = Translator(self._names, what.asked, pending)
        of = translator.number(node.of)
        where = YES if node.where is None else translator.truth(node.where)
        left_out: Truth = NO
        awaited: Truth = NO
        if not self._sound:
            left_out = any_of(self._stands(what, one) for one in State if one not in pending)
            awaited = any_of(self._stands(what, one) for one in State if one in pending)
        asked = self._behind(node.where)
        used = self._behind(node.of)
        look = Look(node.fold, of.above, of.below, where, left_out, awaited, asked, used)
        self._looks[key] = look
        self.looks[look] = None
        return look

    def _behind(self, node: Expression | Predicate | None) -> frozenset[str]:
        """Return every part whose points are needed, directly or by another."""
        found = set[str]() if node is None else set(reads(node).points)
        waiting = [*found]
        while waiting:
            more = self._plan.reads[waiting.pop()].points - found
            found |= more
            waiting += more
        return frozenset(found)

    def _maximum(self, code: str) -> Ratio:
        row = self._plan.row.get(code)
        part = self._plan.rubric if row is None else row.part
        if isinstance(part, Criterion):
            own = ratio_of(part.maximum)
            if self._sound:
                return own
            above = self._by_state(
                part, own.above, lambda said: ZERO if said is Treatment.LEAVE else own.above
            )
            return Ratio(above, own.below)
        parts = part.sections if isinstance(part, Rubric) else part.criteria
        standard = [one for one in parts if one.role is Role.STANDARD]
        for one in standard:
            self.points(one.code)
        inside = [self.lines[one.code][1] for one in standard]
        if part.maximum is None:
            return total([ratio_of(Fraction(0)), *inside])
        whole = sum((self._whole(one.code) for one in standard), Fraction(0))
        left = total([*inside, ratio_of(part.maximum - whole)])
        return Ratio(largest(left.above, ZERO), left.below)

    def _whole(self, code: str) -> Fraction:
        part = self._plan.row[code].part
        if part.maximum is not None:
            return part.maximum
        assert not isinstance(part, Criterion)  # noqa: S101 - a criterion has a maximum
        inside = [one.code for one in part.criteria if one.role is Role.STANDARD]
        return sum(map(self._whole, inside), Fraction(0))


def _unless(truth: Truth, lack: Lack, of: Whole) -> Whole:
    return of if truth == NO else guarded([(negate(truth), lack)], of)


def _over(ratio: Ratio, below: Whole) -> Whole:
    """Return the numerator of a fixed ratio over *below*, if that is fixed; else its own."""
    return scaled(ratio, below.value).above if isinstance(below, Literal) else ratio.above


def part_points(code: str, part: Part, of: Whole) -> Whole:
    """Return the points of a part, computed as *of*, as others read them."""
    if isinstance(of, Literal):
        return of
    inside = span(of)
    low = None if inside.low is None else int(inside.low)
    high = None if inside.high is None else int(inside.high)
    return PartPoints(code, part, low, high)


@lru_cache(maxsize=64)
def program(rubric: Rubric, *, sound: bool) -> Program:
    """Translate a rubric, which must be sound itself (see `check`).

    Args:
        rubric: The rubric.
        sound: Whether sheets hold values only: no state anywhere, no list in a state.

    Raises:
        Faults: If a measure may hold any exact number, which no whole number is; if the
            program is too large.
    """
    if why := not_whole(rubric):
        raise Faults((RubricFault(("measures",), "not-whole", why, "declare its places"),))
    ready = plan(rubric)
    columns = columns_of(ready)
    codes = _in_order(ready)
    draft = _Builder(ready, columns, sound=sound, scale=None)
    for code in codes:
        draft.points(code)
    belows = [literal_of(points.below) or 1 for points, _ in draft.lines.values()]
    shared = lcm(*belows)
    builder = draft
    if shared <= _SCALE:
        builder = _Builder(ready, columns, sound=sound, scale=shared)
        for code in codes:
            builder.points(code)
    scale = lcm(*(literal_of(most.below) or 1 for _, most in builder.lines.values()))
    return Program(
        rubric,
        sound,
        tuple(columns[None, one.code][1] for one in rubric.measures),
        {
            one.code: tuple(columns[one.code, each.code][1] for each in one.measures)
            for one in rubric.items
        },
        tuple(
            ProgramLine(code, points.above, points.below, scaled(most, scale).above)
            for code, (points, most) in builder.lines.items()
        ),
        tuple(builder.looks),
        scale,
    )


def _in_order(ready: Plan) -> list[str]:
    """Return the codes of all parts and of the total, each after those whose points it uses."""
    found: dict[str, None] = {}
    waiting = [(code, False) for code in reversed([*ready.row, TOTAL])]
    while waiting:
        code, leaving = waiting.pop()
        if leaving:
            found[code] = None
        elif code not in found:
            waiting.append((code, True))
            waiting.extend((one, False) for one in sorted(_used(ready.reads[code])))
    return [*found]


def _used(what: Reads) -> set[str]:
    """Return the parts whose points are read, the unit's own or a peer's."""
    return {code for one in through_peers(what) for code in one.points}
