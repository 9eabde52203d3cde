# SPDX-License-Identifier: MIT
"""What trying a rubric brings to light: faults, drops, cliffs, points above a maximum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, final

from attrs import Factory, frozen

from thidua.errors import FormulaFault
from thidua.formula import Band, Scope, evaluate
from thidua.formula.scope import items_of
from thidua.formula.working import look_up
from thidua.review.bands import Table, flaws, tables
from thidua.review.entries import Cluster, Key
from thidua.review.run import Run
from thidua.review.trial import Trial
from thidua.rubric import Better, Criterion
from thidua.rubric.plan import TOTAL

_Tried: TypeAlias = tuple[Fraction, Run]

__all__ = ["MOST_WORK", "Change", "Findings", "find", "flaws_at", "look", "vary"]

MOST_WORK = 500_000
"""Most nodes of formulas that are computed for changes of one cluster."""


@final
@frozen(eq=False)
class Change:
    """What a change of one number does."""

    low: Fraction
    """The lower value of the number."""
    high: Fraction
    """The higher one."""
    size: Fraction
    """How much the points change."""
    before: Cluster
    """The cluster with the lower value."""
    after: Cluster
    """The cluster with the higher one."""


@final
@frozen(eq=False)
class Findings:
    """The clearest example of everything that was found."""

    exceeded: dict[str, tuple[Fraction, Cluster]] = Factory(dict)
    """The highest points above a maximum, by criterion."""
    faults: dict[tuple[str, str], Cluster] = Factory(dict)
    """A cluster for each criterion and code of a fault; not those of tables."""
    flaws: dict[tuple[str, Band, bool], tuple[Fraction, Cluster]] = Factory(dict)
    """A value and a cluster for each flaw of a table: criterion, range, whether a gap."""
    cliffs: dict[tuple[str, Key], Change] = Factory(dict)
    """The largest change by a smallest step, by criterion and number reported."""
    drops: dict[Key, Change] = Factory(dict)
    """The shortest way to lose points of the total by a better result, by number."""
    open: dict[tuple[str, str, Band], None] = Factory(dict)
    """What no cluster was found for, though nothing excludes one: criterion, fault, values."""


def find(trial: Trial, wanted: Mapping[Key, Better]) -> Findings:
    """Try every number of every cluster to start from.

    Args:
        trial: The rubric.
        wanted: The numbers to find drops of the total for, and which results are better.
    """
    found = Findings()
    for cluster in trial.starts:
        run = trial.run(cluster)
        for criterion in trial.criteria:
            look(found, trial, run, criterion)
        vary(found, trial, cluster, trial.measures, wanted)
    return found


def vary(  # noqa: PLR0913, PLR0917 - what it needs
    found: Findings,
    trial: Trial,
    cluster: Cluster,
    keys: Iterable[Key],
    wanted: Mapping[Key, Better],
    only: Criterion | None = None,
) -> None:
    """Change numbers of the first unit one at a time, and note what comes of it.

    It ends where more nodes of formulas would be computed than `MOST_WORK`.

    Args:
        found: Where it is noted.
        trial: The rubric.
        cluster: The cluster.
        keys: The numbers, among other entries.
        wanted: The numbers to find drops of the total for, and which results are better.
        only: The criterion to look at; absent, all.
    """
    base = trial.run(cluster)
    work = MOST_WORK
    for key in keys:
        if key not in trial.measures or not trial.has(cluster[0], key):
            continue
        reading = [one for one in trial.readers[key] if only is None or only is one]
        values = trial.values(cluster, key) if reading else []
        work -= len(values) * sum(trial.sizes[one.code] for one in reading)
        if work < 0:
            return
        tried = [
            (value, base.moved((cluster[0].with_number(key, value), *cluster[1:]), key))
            for value in values
        ]
        for _, moved in tried:
            for criterion in reading:
                look(found, trial, moved, criterion)
        if not trial.is_given(key):
            _cliffs(found, tried, key, trial.step(key), reading)
        if key in wanted:
            _drops(found, trial, tried, key, wanted[key])


def _cliffs(
    found: Findings, tried: list[_Tried], key: Key, step: Fraction, reading: list[Criterion]
) -> None:
    """Keep the largest change by one step in each criterion."""
    for first, second in pairwise(tried):
        for criterion in reading if second[0] - first[0] == step else ():
            code = criterion.code
            low, high = first[1].line(code), second[1].line(code)
            if isinstance(low, FormulaFault) or isinstance(high, FormulaFault):
                continue
            known = found.cliffs.get((code, key))
            larger = abs(high - low) > (abs(known.size) if known else 0)
            if larger and (change := _change(first, second, code)) is not None:
                found.cliffs[code, key] = change


def _drops(found: Findings, trial: Trial, tried: list[_Tried], key: Key, better: Better) -> None:
    """Keep the loss by the shortest way, and of those the largest.

    Sections add, limit and round, so the total is lost only where some criterion loses.
    """
    sound = [one for one in tried if one[1].answers(TOTAL)]
    for first, second in pairwise(sound):
        if not any(_loses(trial, first[1], second[1], one, better) for one in trial.readers[key]):
            continue
        change = _change(first, second, TOTAL)
        if change is None or (change.size < 0) is not (better is Better.HIGHER):
            continue
        known = found.drops.get(key)
        if known is None or _rank(change) < _rank(known):
            found.drops[key] = change


def _loses(trial: Trial, low: Run, high: Run, criterion: Criterion, better: Better) -> bool:
    """Tell whether a criterion adds less, or takes off more, where a result is better."""
    x, y = low.line(criterion.code), high.line(criterion.code)
    if isinstance(x, FormulaFault) or isinstance(y, FormulaFault) or x == y:
        return False
    return (x > y) is ((better is Better.HIGHER) is (criterion.code in trial.positive))


def _rank(change: Change) -> tuple[Fraction, Fraction]:
    return change.high - change.low, -abs(change.size)


def _change(first: _Tried, second: _Tried, code: str) -> Change | None:
    x, y = first[1].shown(code), second[1].shown(code)
    if x is None or y is None or x == y:
        return None
    return Change(first[0], second[0], y - x, first[1].cluster, second[1].cluster)


def look(found: Findings, trial: Trial, run: Run, criterion: Criterion) -> None:
    """Note points above the maximum, and faults."""
    code = criterion.code
    line = run.line(code)
    if isinstance(line, Fraction):
        most = max(criterion.maximum, found.exceeded.get(code, (line - 1,))[0])
        if line > most and run.shown(code) is not None:
            found.exceeded[code] = line, run.cluster
    elif line.at == (code,):
        if line.code not in {"band-gap", "band-overlap"}:
            found.faults.setdefault((code, line.code), run.cluster)
        for value, band, is_gap in flaws_at(trial, run.cluster, code, line):
            found.flaws.setdefault((code, band, is_gap), (value, run.cluster))


def flaws_at(
    trial: Trial, cluster: Cluster, code: str, fault: FormulaFault
) -> Iterator[tuple[Fraction, Band, bool]]:
    """Yield the value that a table has no band for, or two, and the range it lies in.

    The table may be looked up for the unit, for its items, and for its peers; other faults
    have no such value.
    """
    scopes = trial.run(cluster).scopes
    for table in tables(trial.plan.expression[code], trial.plan, Scope({})):
        for inside in (one for scope in scopes for one in _inside(scope, table)):
            value, what = _looked_up(table, inside)
            if what == fault.what:
                gaps, shared = flaws(table.lookup)
                is_gap = fault.code == "band-gap"
                ranges = gaps if is_gap else shared
                yield value, next(one for one in ranges if value in one), is_gap


def _looked_up(table: Table, inside: Scope) -> tuple[Fraction, str]:
    """Return what is looked up in a table, and what is wrong with that; empty if nothing."""
    try:
        value = evaluate(table.lookup.of, inside).value
    except FormulaFault:
        return Fraction(0), ""
    try:
        look_up(table.lookup, value)
    except FormulaFault as fault:
        return value, fault.what
    return value, ""


def _inside(scope: Scope, table: Table) -> Iterator[Scope]:
    """Yield the scopes in which a table is looked up in: the unit's, or those of items."""
    inside = [scope]
    for code in table.items:
        inside = [item for one in inside for item in items_of(one, code)]
    yield from inside
