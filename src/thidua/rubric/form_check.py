# SPDX-License-Identifier: MIT
"""What forms demand of the indicators they name, and of their own parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias, assert_never

from thidua.errors import Path, RubricFault, suggest
from thidua.formula import (
    AroundTarget,
    Banded,
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Checklist,
    DirectEntry,
    EqualSplit,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Stepped,
    Threshold,
    Total,
    WeightedMean,
    WeightedSum,
    YesNo,
)
from thidua.quantity import EVERYTHING, Interval, plain
from thidua.rubric.criterion import Criterion
from thidua.rubric.direct import entered, inner_forms, span_of
from thidua.rubric.measure import Choice, Indicator, Measure, Question, common_step, is_possible
from thidua.rubric.rubric import Rubric

__all__ = ["KINDS", "check_entered", "check_form", "crossing", "twice"]

KINDS: Mapping[type[Indicator], str] = {
    Measure: "a number",
    Question: "a question",
    Choice: "a choice",
}
_Declared: TypeAlias = Mapping[str, Indicator]


def twice(codes: Iterable[tuple[str, Path]], what: str, code: str) -> Iterator[RubricFault]:
    """Find codes that stand more than once."""
    seen: dict[str, Path] = {}
    for one, at in codes:
        if one in seen:
            said = f"{what} {one!r} stands twice"
            yield RubricFault(at, code, said, "give each a code of its own")
        seen[one] = at


def crossing(code: str, low: Fraction | None, high: Fraction | None, at: Path) -> list[RubricFault]:
    """Check that a floor does not stand above its ceiling."""
    if low is None or high is None or low <= high:
        return []
    what = f"{code!r} has at_least above at_most, {plain(low)} and {plain(high)}"
    return [RubricFault((*at, "at_least"), "limits", what)]


def check_form(rubric: Rubric, criterion: Criterion, at: Path) -> Iterator[RubricFault]:
    """Check the form of a criterion, and every form inside it.

    Forms do not nest deeper than recursion goes; they refuse that themselves.
    """
    lists = {one.code: {each.code: each for each in one.measures} for one in rubric.items}
    declared = {one.code: one for one in rubric.measures}
    yield from _form(criterion, criterion.formula, declared, lists, at)


def _form(
    criterion: Criterion,
    form: Form,
    declared: _Declared,
    lists: Mapping[str, _Declared],
    at: Path,
) -> Iterator[RubricFault]:
    if isinstance(form, Stepped | PerEvent | Total | ItemTotal):
        yield from crossing(criterion.code, form.at_least, form.at_most, at)
    yield from _demands(form, declared, lists, at)
    if isinstance(form, ItemTotal):
        declared = {**declared, **lists.get(form.items, {})}
    for inner, place in inner_forms(form, at):
        yield from _form(criterion, inner, declared, lists, place)


def _demands(
    form: Form, declared: _Declared, lists: Mapping[str, _Declared], at: Path
) -> Iterator[RubricFault]:
    """Check what a form demands of the indicators it names."""
    match form:
        case DirectEntry(measure):
            yield from _kind(declared, measure, Measure, (*at, "measure"))
        case YesNo(question):
            yield from _kind(declared, question, Question, (*at, "question"))
        case Leveled(choice, levels):
            yield from _kind(declared, choice, Choice, (*at, "choice"))
            names = [(one.name, (*at, "levels", i, "name")) for i, one in enumerate(levels)]
            yield from _levels(declared, choice, names, (*at, "levels"), "points")
        case Checklist(ticks):
            for i, tick in enumerate(ticks):
                yield from _kind(declared, tick.question, Question, (*at, "ticks", i, "question"))
        case AroundTarget(measure, to):
            yield from _kind(declared, measure, Measure, (*at, "measure"))
            yield from _kind(declared, to, Measure, (*at, "to"))
        case Raters(items, by=str(by), groups=groups):
            own = {**declared, **lists.get(items, {})}
            names = [(one.name, (*at, "groups", i, "name")) for i, one in enumerate(groups)]
            yield from _levels(own, by, names, (*at, "groups"), "a weight")
        case ByKind(choice, cases):
            yield from _kind(declared, choice, Choice, (*at, "choice"))
            names = [(one.level, (*at, "cases", i, "level")) for i, one in enumerate(cases)]
            yield from _levels(declared, choice, names, (*at, "cases"), "a form")
        case (
            # Kernel nodes that they are translated to ask for the right kinds.
            BasePoints()
            | Threshold()
            | Proportional()
            | Stepped()
            | Banded()
            | PerEvent()
            | ByCount()
            | PrizeTable()
            | WeightedMean()
            | WeightedSum()
            | Raters()
            | ShareReached()
            | RelativeToPeers()
            | RankPoints()
            | EqualSplit()
            | CapTogether()
            | ByRange()
            | Highest()
            | Total()
            | Gated()
            | Scaled()
            | CapAcross()
            | ItemTotal()
            | Calculation()
        ):
            pass
        case _:
            assert_never(form)


def _kind(
    declared: _Declared, code: str, wanted: type[Indicator], at: Path
) -> Iterator[RubricFault]:
    found = declared.get(code)
    if found is not None and not isinstance(found, wanted):
        what = f"{code!r} is {KINDS[type(found)]}, where {KINDS[wanted]} is wanted"
        yield RubricFault(at, "measure-kind", what)


def _levels(
    declared: _Declared, choice: str, names: Sequence[tuple[str, Path]], at: Path, lacking: str
) -> Iterator[RubricFault]:
    """Check that every level of a choice is named once, and nothing else."""
    found = declared.get(choice)
    if not isinstance(found, Choice):
        return
    yield from twice(names, "level", "level-twice")
    given = {name for name, _ in names}
    for name in (level for level in found.levels if level not in given):
        what = f"no {lacking.removeprefix('a ')} for level {name!r} of choice {choice!r}"
        yield RubricFault(at, "level-missing", what, f"give it {lacking}")
    for name, place in names:
        if name not in found.levels:
            what = f"choice {choice!r} has no level {name!r}"
            yield RubricFault(place, "level-unknown", what, suggest(name, found.levels))


def check_entered(
    rubric: Rubric, criteria: Iterable[tuple[Criterion, Path]]
) -> Iterator[RubricFault]:
    """Check that measures have room for the points that are entered in them.

    A measure in which several criteria enter points has room for all of them.
    """
    declared = {one.code: one for one in rubric.measures}
    spans: dict[str, Interval] = {}
    steps: dict[str, Fraction | None] = {}
    for criterion, at in criteria:
        for form, place in entered(criterion.formula, at):
            code, most = form.measure, criterion.maximum if form.most is None else form.most
            if form.least > most and not form.unlimited:
                what = f"{criterion.code!r} has least above most, "
                what += f"{plain(form.least)} and {plain(most)}"
                yield RubricFault((*place, "least"), "limits", what)
                continue
            span = span_of(form, criterion.maximum).both(spans.get(code, EVERYTHING))
            step = steps.get(code) if form.step is None else common_step(form.step, steps.get(code))
            named = declared.get(code)
            if not isinstance(named, Measure):
                continue
            if is_possible(named, span, step):
                spans[code], steps[code] = span, step
                continue
            ends = "" if form.unlimited else f"from {plain(form.least)} to {plain(most)}"
            what = f"measure {code!r} holds no {_multiple(form.step)} {ends}".rstrip()
            what += ", as points entered do"
            hint = "correct its bounds or the maximum"
            yield RubricFault((*place, "measure"), "bounds", what, hint)


def _multiple(step: Fraction | None) -> str:
    return "number" if step is None else f"multiple of {plain(step)}"
