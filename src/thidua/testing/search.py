# SPDX-License-Identifier: MIT
"""A search, with Hypothesis, for clusters that break a law of a rubric."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from attrs import evolve
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.errors import Faults, FormulaFault, Path, RubricFault, suggest
from thidua.formula import Band, Direction
from thidua.quantity import State
from thidua.review import (
    BandGap,
    BandOverlap,
    DividesByZero,
    LawBroken,
    NoAnswer,
    Problem,
)
from thidua.review.entries import Key, Unit
from thidua.review.proof import prove
from thidua.review.review import against, seen
from thidua.review.search import flaws_at
from thidua.review.trial import Trial
from thidua.rubric import Better, Rubric, Scores, Sheet, check, score
from thidua.rubric.plan import TOTAL
from thidua.strategies import sheets
from thidua.testing.laws import LAWS

__all__ = ["search"]

T = TypeVar("T")
_Cluster = tuple[Sheet, ...]
_Pair = tuple[_Cluster, _Cluster, Key]


def search(
    rubric: Rubric, *, examples: int = 200, laws: Iterable[str] = tuple(LAWS)
) -> tuple[Problem, ...]:
    """Look for clusters that break a law of *rubric*, and make them as simple as possible.

    The search is the same each time: it draws nothing by chance and remembers nothing.
    What it does not find may still be there.

    Args:
        rubric: A sound rubric.
        examples: Most clusters to try for each question.
        laws: Names of the laws to try, of `LAWS`; absent, all.

    Returns:
        A problem for each law that is broken, as `thidua.review.review` has them, with the
        sheets that break it.

    Raises:
        Faults: If the rubric is not sound.
        RubricFault: If there is no law of that name.
    """
    if faults := check(rubric):
        raise Faults(faults)
    known = {
        "answers": _answers,
        "better": _better,
        "directions": _directions,
        "intervals": _intervals,
        "order": _order,
    }
    found: list[Problem] = []
    for law in laws:
        if law not in known:
            raise RubricFault(("laws",), "law-unknown", f"no law {law!r}", suggest(law, known))
        found.extend(known[law](Trial(rubric), examples))
    return tuple(found)


def _first(strategy: SearchStrategy[T], is_wrong: Callable[[T], bool], examples: int) -> T | None:
    """Return the simplest example that is wrong, or None if none was found."""
    fixed = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    try:
        return find(strategy, is_wrong, settings=fixed)
    except NoSuchExample:
        return None


def _scored(rubric: Rubric, cluster: _Cluster) -> Scores | None:
    try:
        return score(rubric, cluster)
    except Faults:
        return None


# --- answers -----------------------------------------------------------------


def _faults(rubric: Rubric, cluster: _Cluster) -> list[tuple[str, str, str, str]]:
    """Return code of the criterion, code of the fault, unit, and what is wrong, of each."""
    try:
        score(rubric, cluster)
    except Faults as faults:
        trial = Trial(rubric)
        by_place: dict[Path, str] = {(*row.at, "formula"): row.part.code for row in trial.plan.rows}
        units = [sheet.unit for sheet in cluster]
        found: list[tuple[str, str, str, str]] = []
        for fault in faults:
            code = by_place[fault.at]
            for unit in units:
                prefix = f"unit {unit!r}, criterion {code!r}: "
                if fault.what.startswith(prefix):
                    found.append((code, fault.code, unit, fault.what.removeprefix(prefix)))
        return found
    return []


def _answers(trial: Trial, examples: int) -> Iterator[Problem]:
    """Find a cluster for each way in which a criterion lacks an answer."""
    rubric = trial.rubric
    known: set[object] = set()

    def name(cluster: _Cluster, fault: tuple[str, str, str, str]) -> object:
        flaw = _flaw(trial, cluster, fault)
        return fault[:2], flaw and flaw[1]

    def is_new(cluster: _Cluster) -> bool:
        return any(name(cluster, one) not in known for one in _faults(rubric, cluster))

    while (cluster := _first(sheets(rubric, states=False), is_new, examples)) is not None:
        for fault in _faults(rubric, cluster):
            if (named := name(cluster, fault)) not in known:
                known.add(named)
                yield _no_answer(trial, cluster, fault)


def _no_answer(trial: Trial, cluster: _Cluster, fault: tuple[str, str, str, str]) -> Problem:
    code, kind, unit, _ = fault
    first = _unit_first(cluster, unit)
    at = (*trial.plan.row[code].at, "formula")
    example = (seen(trial.rubric, first, code),)
    flaw = _flaw(trial, cluster, fault)
    if flaw is not None:
        value, band, is_gap = flaw
        return (BandGap if is_gap else BandOverlap)(at, code, band, value, example)
    if kind == "divisor-zero":
        return DividesByZero(at, code, example)
    return NoAnswer(at, code, kind, example)


def _flaw(
    trial: Trial, cluster: _Cluster, fault: tuple[str, str, str, str]
) -> tuple[Fraction, Band, bool] | None:
    """Return the flaw of a table that a fault is due to, if it is due to one."""
    code, kind, unit, what = fault
    units = _units(_unit_first(cluster, unit))
    return next(flaws_at(trial, units, code, FormulaFault((code,), kind, what)), None)


def _unit_first(cluster: _Cluster, unit: str) -> _Cluster:
    return tuple(sorted(cluster, key=lambda sheet: sheet.unit != unit))


def _units(cluster: _Cluster) -> tuple[Unit, ...]:
    return tuple(
        Unit.of(
            dict(sheet.entries),
            {
                code: () if isinstance(listed, State) else tuple(dict(item) for item in listed)
                for code, listed in sheet.items
            },
        )
        for sheet in cluster
    )


# --- pairs of clusters -------------------------------------------------------


@st.composite
def _pairs(draw: DrawFn, trial: Trial, keys: tuple[Key, ...]) -> _Pair:
    """Draw two clusters that differ in one number of the first unit, the lower first."""
    cluster: _Cluster = draw(sheets(trial.rubric, states=False))
    key = draw(st.sampled_from(keys))
    (unit,) = _units(cluster[:1])
    more = draw(st.integers(1, 3) | st.integers(1, 1000))
    if not trial.has(unit, key):
        return cluster, cluster, key
    moved = trial.raised(unit, key, more)
    if moved is None:
        return cluster, cluster, key
    first = evolve(cluster[0], entries=moved.row, items=moved.lists)
    return cluster, (first, *cluster[1:]), key


def _both(rubric: Rubric, pair: _Pair) -> tuple[Scores, Scores] | None:
    first, second = _scored(rubric, pair[0]), _scored(rubric, pair[1])
    return None if first is None or second is None else (first, second)


def _better(trial: Trial, examples: int) -> Iterator[Problem]:
    rubric = trial.rubric
    declared = {key: one.better for key, one in trial.measures.items() if one.better}
    for key, better in declared.items():

        def is_wrong(pair: _Pair, better: Better = better) -> bool:
            scores = _both(rubric, pair)
            if scores is None:
                return False
            low, high = (one.units[0].points or Fraction(0) for one in scores)
            return low > high if better is Better.HIGHER else low < high

        pair = _first(_pairs(trial, (key,)), is_wrong, examples)
        if pair is not None:
            yield against(trial, key, better, (pair[0], pair[1]))


def _directions(trial: Trial, examples: int) -> Iterator[Problem]:
    rubric, keys = trial.rubric, tuple(trial.measures)
    if not keys:
        return

    def broken(pair: _Pair) -> list[str]:
        scores, proof = _both(rubric, pair), prove(rubric)
        if scores is None:
            return []
        lines = zip(*((*one.units[0].lines, one.units[0].total) for one in scores), strict=True)
        return [
            low.code
            for low, high in lines
            if not _holds(
                proof.directions[low.code].get(pair[2], Direction.LEVEL),
                low.points or Fraction(0),
                high.points or Fraction(0),
            )
        ]

    pair = _first(_pairs(trial, keys), lambda one: bool(broken(one)), examples)
    if pair is not None:
        code = broken(pair)[0]
        yield _law_broken(trial, "directions", code, pair[0], pair[1])


def _holds(direction: Direction, low: Fraction, high: Fraction) -> bool:
    if direction in {Direction.RISING, Direction.LEVEL} and low > high:
        return False
    return not (direction in {Direction.FALLING, Direction.LEVEL} and low < high)


# --- single clusters ---------------------------------------------------------


def _intervals(trial: Trial, examples: int) -> Iterator[Problem]:
    rubric = trial.rubric

    def broken(cluster: _Cluster) -> list[tuple[str, str]]:
        scores, proof = _scored(rubric, cluster), prove(rubric)
        return [
            (unit.unit, line.code)
            for unit in scores or ()
            for line in (*unit.lines, unit.total)
            if line.points is not None and line.points not in proof.spans[line.code]
        ]

    cluster = _first(sheets(rubric), lambda one: bool(broken(one)), examples)
    if cluster is not None:
        unit, code = broken(cluster)[0]
        yield _law_broken(trial, "intervals", code, _unit_first(cluster, unit))


def _order(trial: Trial, examples: int) -> Iterator[Problem]:
    rubric = trial.rubric

    def broken(cluster: _Cluster) -> bool:
        first, second = _scored(rubric, cluster), _scored(rubric, cluster[::-1])
        totals = [{one.unit: one.total.span for one in scores or ()} for scores in (first, second)]
        return totals[0] != totals[1]

    cluster = _first(sheets(rubric), broken, examples)
    if cluster is not None:
        yield _law_broken(trial, "order", TOTAL, cluster, cluster[::-1])


def _law_broken(trial: Trial, law: str, code: str, *clusters: _Cluster) -> LawBroken:
    example = tuple(seen(trial.rubric, cluster, code) for cluster in clusters)
    at = trial.plan.row[code].at if code in trial.plan.row else ()
    return LawBroken(at, code, law, example)
