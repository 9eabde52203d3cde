# SPDX-License-Identifier: MIT
"""The review of a rubric before it is signed (*rà soát bảng điểm*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import evolve, frozen

from thidua.errors import Faults, FormulaFault, Path, RubricFault
from thidua.formula import Calculation, Direction, PerEvent, Reported, Scope, bounds
from thidua.quantity import Number, exact, plain
from thidua.review.bands import inner_value, is_reached, tables
from thidua.review.entries import Cluster, Key
from thidua.review.limits import idle_limits, out_of_reach, says_more
from thidua.review.problem import (
    AgainstBetter,
    BandGap,
    BandOverlap,
    BandUnreachable,
    Cliff,
    DividesByZero,
    LessPaysMore,
    MaximumExceeded,
    NoAnswer,
    NotProved,
    Problem,
    Seen,
    Severity,
    Unusable,
)
from thidua.review.proof import Proof, prove, scope_of
from thidua.review.pursue import pursue
from thidua.review.search import Change, Findings, find
from thidua.review.tree import counted_twice, forms_at, maxima, unsaid, unused
from thidua.review.trial import Trial
from thidua.review.words import names_of
from thidua.rubric import Better, Criterion, Measure, Role, Rubric, Scores, Sheet, check, score
from thidua.rubric.plan import TOTAL, Plan, plan, rows
from thidua.rubric.sheet import Item

__all__ = ["Review", "against", "loss", "place_of", "review", "seen"]


@final
@frozen
class Review:
    """What a review found, in printed order: measures, criteria, the total.

    It has no truth of its own: a review with notes only is nothing to mend. Ask for
    `worst`, or for `problems`.
    """

    kind: ClassVar = "review"
    rubric: str
    """Code of the rubric."""
    name: str
    """Its title."""
    problems: tuple[Problem, ...]
    """Everything found."""
    names: tuple[tuple[str, str], ...] = ()
    """What measures and lists are called, by code; those of items by ``"list.measure"``."""

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found; None if nothing was found."""
        found = {problem.severity for problem in self.problems}
        return next((one for one in Severity if one in found), None)

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """Return the problems of one severity."""
        wanted = Severity(severity)
        return tuple(one for one in self.problems if one.severity is wanted)

    def __iter__(self) -> Iterator[Problem]:
        """Iterate over the problems."""
        return iter(self.problems)

    def __len__(self) -> int:
        """Return how many problems there are."""
        return len(self.problems)

    def __bool__(self) -> bool:
        """Refuse to be taken for a yes or a no."""
        message = "a review is neither true nor false; ask for its problems, or its worst"
        raise TypeError(message)


def review(rubric: Rubric, *, cliff: Number = "0.5") -> Review:
    """Look for everything in a rubric that is wrong, doubtful, or worth knowing.

    Nothing is guessed. A problem is proved, or comes with sheets that show it; where there
    is neither, nothing is said, but for the declared directions that stay open. Sheets are
    sought by a fixed rule within bounds, so the same rubric has the same review.

    Args:
        rubric: The rubric; it need not be sound. Of an unsound one only its faults are
            told, and what the tree shows by itself.
        cliff: Share of a criterion's maximum that the smallest step of a measure may move
            without a note.

    Raises:
        RubricFault: If *cliff* is below zero.
    """
    share = exact(cliff, ("cliff",))
    if share < 0:
        what = f"cliff is not below zero, {plain(share)!r}"
        raise RubricFault(("cliff",), "negative", what)
    found: list[Problem] = [*maxima(rubric), *counted_twice(rubric)]
    if faults := check(rubric):
        found.extend(_unusable(rubric, faults))
    else:
        found.extend(unused(rubric))
        found.extend(_proved(rubric))
        found.extend(_tried(rubric, share))
    problems = tuple(sorted(found, key=_order(rubric)))
    return Review(rubric.code, rubric.name, problems, tuple(names_of(rubric)))


def _order(rubric: Rubric) -> _Order:
    return _Order({row.part.code: i for i, row in enumerate(rows(rubric))})


@final
@frozen(eq=False)
class _Order:
    """Printed order: what is declared, the criteria, the total; then by severity."""

    row: Mapping[str, int]

    def __call__(self, problem: Problem) -> tuple[int, int]:
        declared = problem.at[:1] in {("measures",), ("items",)}
        place = -1 if declared else self.row.get(problem.code, len(self.row))
        return place, [*Severity].index(problem.severity)


def _unusable(rubric: Rubric, faults: tuple[RubricFault, ...]) -> Iterator[Unusable]:
    by_place = {row.at: row.part.code for row in rows(rubric)}
    for fault in faults:
        places = (fault.at[:end] for end in range(len(fault.at), 0, -1))
        code = next((by_place[place] for place in places if place in by_place), "")
        yield Unusable(fault.at, code, fault.code, fault.what, fault.todo)


# --- what is proved ----------------------------------------------------------


def _proved(rubric: Rubric) -> Iterator[Problem]:
    ready, proof = plan(rubric), prove(rubric)
    yield from out_of_reach(ready, proof)
    yield from idle_limits(ready, proof)
    yield from _dead_bands(ready, proof)
    yield from unsaid(rubric)


def _dead_bands(ready: Plan, proof: Proof) -> Iterator[BandUnreachable]:
    scope = scope_of(ready, proof)
    for row in ready.rows:
        if isinstance(row.part, Criterion):
            for table in tables(ready.expression[row.part.code], ready, scope):
                for band in table.lookup.bands:
                    if not is_reached(band, table):
                        at = (*row.at, "formula")
                        yield BandUnreachable(at, row.part.code, band, table.span)


# --- what is tried -----------------------------------------------------------


def _tried(rubric: Rubric, cliff: Fraction) -> Iterator[Problem]:
    trial, proof = Trial(rubric), prove(rubric)
    wanted = _wanted(trial, proof)
    open_ = {key: better for key, better in wanted.items() if not _is_proved(proof, key, better)}
    found = find(trial, open_)
    pursue(found, trial, proof, open_)
    yield from _of_criteria(trial, proof, found, cliff)
    for key, better in open_.items():
        change = found.drops.get(key)
        if change is not None:
            yield _against(trial, key, better, change)
        elif better is trial.measures[key].better:
            at = place_of(rubric, key)
            yield NotProved(at, TOTAL, key[0], key[1], better)


def _of_criteria(trial: Trial, proof: Proof, found: Findings, cliff: Fraction) -> Iterator[Problem]:
    at = {row.part.code: (*row.at, "formula") for row in trial.plan.rows}
    most = {one.code: one.maximum for one in trial.criteria}
    for criterion in trial.criteria:
        code = criterion.code
        if code in found.exceeded and not says_more(criterion):
            points, cluster = found.exceeded[code]
            bonus = isinstance(criterion.formula, PerEvent | Calculation)
            capped = bonus and _is_capped(trial.plan, proof, code)
            example = _all_seen(trial, code, cluster)
            if _has_points(example):
                maximum = criterion.maximum
                yield MaximumExceeded(at[code], code, maximum, points, example, capped=capped)
    for (code, fault), cluster in found.faults.items():
        example = _all_seen(trial, code, cluster)
        if fault == "divisor-zero":
            yield DividesByZero(at[code], code, example)
        else:
            yield NoAnswer(at[code], code, fault, example)
    for (code, band, is_gap), (value, cluster) in found.flaws.items():
        kind = BandGap if is_gap else BandOverlap
        yield kind(at[code], code, band, value, _all_seen(trial, code, cluster))
    for code, fault, band in found.open:
        is_gap = fault == "band-gap"
        if fault in {"band-gap", "band-overlap"} and (code, band, is_gap) not in found.flaws:
            kind = BandGap if is_gap else BandOverlap
            yield kind(at[code], code, band, inner_value(band))
    for (code, (items, measure)), change in found.cliffs.items():
        maximum = most[code]
        if maximum and abs(change.size) > cliff * maximum:
            example = _all_seen(trial, code, change.before, change.after)
            if _has_points(example):
                low, high = change.low, change.high
                yield Cliff(at[code], code, items, measure, low, high, maximum, example)


def _has_points(example: tuple[Seen, ...]) -> bool:
    """Tell whether sheets show points: another criterion may fail for what is missing."""
    return all(one.points is not None for one in example)


def _is_capped(ready: Plan, proof: Proof, code: str) -> bool:
    """Tell whether a formula has an end however large the numbers in it are."""
    endless = {
        (place, one.code): evolve(ready.domains[place, one.code], high=None)
        for place, own in [(None, ready.indicators), *ready.items.items()]
        for one in own.values()
        if isinstance(one, Measure)
    }
    scope = Scope({}, domains={**ready.domains, **endless}, spans=proof.spans.__getitem__)
    return bounds(ready.expression[code], scope).high is not None


def _wanted(trial: Trial, proof: Proof) -> dict[Key, Better]:
    """Return which results are better, as measures declare it or bonuses imply it."""
    found = {key: one.better for key, one in trial.measures.items() if one.better}
    for criterion, form, _, lists in forms_at(trial.rubric):
        for code in _bonuses(form) if criterion.code in trial.positive else ():
            key = next(
                ((one, code) for one in lists if code in trial.plan.items[one]), (None, code)
            )
            if key in trial.measures:
                found.setdefault(key, Better.HIGHER)
    for lure in _lures(trial, proof):
        found.setdefault(lure, Better.HIGHER)
    return found


def _lures(trial: Trial, proof: Proof) -> Iterator[Key]:
    """Yield the numbers that a bonus falls with, though another criterion pays for them."""
    for key, readers in trial.readers.items():
        paid = [one for one in readers if one.code in trial.positive]
        moves = {one.code: proof.directions[one.code].get(key) for one in paid}
        bonuses = [one.code for one in paid if one.role is Role.BONUS]
        if Direction.RISING in moves.values() and any(
            moves[code] is Direction.FALLING for code in bonuses
        ):
            yield key


def _bonuses(form: object) -> list[str]:
    if not isinstance(form, PerEvent):
        return []
    return [
        one.count.code for one in form.events if one.each > 0 and isinstance(one.count, Reported)
    ]


def _is_proved(proof: Proof, key: Key, better: Better) -> bool:
    wanted = Direction.RISING if better is Better.HIGHER else Direction.FALLING
    return proof.directions[TOTAL].get(key, Direction.LEVEL) in {wanted, Direction.LEVEL}


def _against(trial: Trial, key: Key, better: Better, change: Change) -> Problem:
    clusters = trial.sheets(change.before, TOTAL), trial.sheets(change.after, TOTAL)
    return against(trial, key, better, clusters)


def against(
    trial: Trial, key: Key, better: Better, clusters: tuple[tuple[Sheet, ...], tuple[Sheet, ...]]
) -> AgainstBetter | LessPaysMore:
    """Return the problem that two clusters show, of which the second has a higher number."""
    low, high = (_number(one[0], key) for one in clusters)
    worse, good = clusters if better is Better.HIGHER else clusters[::-1]
    code = loss(trial, score(trial.rubric, worse), score(trial.rubric, good))
    example = tuple(seen(trial.rubric, one, TOTAL) for one in clusters)
    at = place_of(trial.rubric, key)
    bonus = any(
        one.code == code and (one.role is Role.BONUS or _bonuses(form))
        for one, form, _, _ in forms_at(trial.rubric)
    )
    if better is Better.HIGHER and (bonus or trial.measures[key].better is None):
        return LessPaysMore(at, code, *key, low, high, example)
    return AgainstBetter(at, code, *key, better, low, high, example)


def _number(sheet: Sheet, key: Key) -> Fraction:
    place, code = key
    cells = sheet.entries if place is None else dict(sheet.items)[place][0]
    return cast("Fraction", dict(cast("Item", cells))[code])


def loss(trial: Trial, before: Scores, after: Scores) -> str:
    """Return the criterion through which the first unit loses most, or the total."""
    lost: dict[str, Fraction] = {}
    for old, new in zip(before.units[0].lines, after.units[0].lines, strict=True):
        if isinstance(trial.plan.row[old.code].part, Criterion):
            change = (new.points or Fraction(0)) - (old.points or Fraction(0))
            lost[old.code] = change if old.code in trial.positive else -change
    worst = min(lost, key=lambda code: lost[code])
    return worst if lost[worst] < 0 else TOTAL


def place_of(rubric: Rubric, key: Key) -> Path:
    """Return the place of a measure in the rubric."""
    place, code = key
    if place is None:
        return "measures", [one.code for one in rubric.measures].index(code)
    i = [one.code for one in rubric.items].index(place)
    return "items", i, "measures", [one.code for one in rubric.items[i].measures].index(code)


def _all_seen(trial: Trial, code: str, *clusters: Cluster) -> tuple[Seen, ...]:
    return tuple(seen(trial.rubric, trial.sheets(one, code), code) for one in clusters)


def seen(rubric: Rubric, sheets: tuple[Sheet, ...], code: str) -> Seen:
    """Score *sheets* and return what is seen of one part for the first unit."""
    try:
        first = score(rubric, sheets).units[0]
    except Faults as faults:
        said = [str(one.what) for one in faults if isinstance(one, FormulaFault)]
        own = [what for what in said if f"criterion {code!r}:" in what]
        return Seen(sheets, code, None, (own or said)[0])
    line = first.total if code == TOTAL else first[code]
    return Seen(sheets, code, line.points)
