# SPDX-License-Identifier: MIT
"""From what was entered to sheets, scores and counted votes (*kết quả chấm điểm của năm*).

An entry names a measure, whose result the rubric turns into points, or a criterion, whose
points somebody judged. Both come out as sheets of the agreed rubric; what is still open
stays open, so that a score in the middle of an assessment is an interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain, count

from attrs import evolve

from thidua.cluster import Progress, Target, progress
from thidua.cluster.fact import value_of
from thidua.dossier import Ballot as CountedBallot
from thidua.errors import ClusterFault, Faults, suggest
from thidua.formula import DirectEntry
from thidua.quantity import Given, Interval, Number, State
from thidua.review.proof import prove
from thidua.rubric import (
    Awaited,
    Criterion,
    Measure,
    Part,
    Rubric,
    Scores,
    Sheet,
    Treatment,
    UnitScore,
    score,
)
from thidua.rubric.plan import rows
from thidua.year.official import by_cell, official_of, stood
from thidua.year.year import Standing, Year

__all__ = [
    "counted_ballots",
    "registered_progress",
    "rubric_of",
    "score_year",
    "sheets_of",
    "total",
    "totals",
]


def rubric_of(year: Year) -> Rubric:
    """Return the agreed rubric, in which criteria that were judged are entered directly.

    A criterion whose points somebody entered, at any stage and for any unit, has a measure of
    its own for them; they lie where the points of the criterion may lie. Limits, roundings and
    what states do remain as agreed, and so does every other criterion.

    Raises:
        ClusterFault: If no rubric is on record.
    """
    rubric, judged = _agreed(year), _judged(year)
    if not judged:
        return rubric
    spans = prove(rubric).spans
    measures = [
        Measure(
            judged[row.part.code],
            row.part.name,
            unit="điểm",
            places=None,
            least=spans[row.part.code].low,
            most=spans[row.part.code].high,
        )
        for row in rows(rubric)
        if row.part.code in judged
    ]
    return evolve(
        rubric,
        measures=(*rubric.measures, *measures),
        sections=_entered(rubric.sections, judged),
    )


def _agreed(year: Year) -> Rubric:
    agreed = value_of(year.rubric)
    rubric = None if agreed is None else value_of(agreed.rubric)
    if rubric is None:
        what = "no rubric is on record"
        raise ClusterFault((), "rubric-unknown", what, "record an AgreedRubric with its rubric")
    return rubric


def _judged(year: Year) -> dict[str, str]:
    """Return the criteria whose points somebody entered, each with a code for a measure."""
    rubric = _agreed(year)
    taken = {one.code for one in rubric.measures}
    taken |= {one.code for listed in rubric.items for one in listed.measures}
    entered, found = {code for _, code in by_cell(year)}, dict[str, str]()
    for row in rows(rubric):
        if isinstance(row.part, Criterion) and row.part.code in entered - taken:
            code = "points_" + re.sub(r"[^A-Za-z0-9]", "_", row.part.code)[:40]
            free = (f"{code}_{number}" for number in count(2))
            found[row.part.code] = next(one for one in chain([code], free) if one not in taken)
            taken.add(found[row.part.code])
    return found


def _entered(parts: tuple[Part, ...], judged: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(
        evolve(part, criteria=_entered(part.criteria, judged))
        if not isinstance(part, Criterion)
        else evolve(part, formula=DirectEntry(judged[part.code], unlimited=True))
        if part.code in judged
        else part
        for part in parts
    )


def sheets_of(
    year: Year,
    *,
    stage: str | None = None,
    given: Iterable[Sheet] = (),
    waiting: State | str | None = None,
) -> tuple[Sheet, ...]:
    """Return a sheet of `rubric_of` for each member, with the values that count.

    The members are `Year.present`. Where the points of a criterion were entered for some
    units only, those of the others are computed, if their results are there. A value that
    nobody entered, or that the rule of the procedure does not find, is open.

    Args:
        year: The year.
        stage: As of which stage, as `as_of` has it; absent, the official values.
        given: Sheets of the agreed rubric, for what is not entered in stages, such as levels,
            answers, lists and states; what was entered replaces theirs.
        waiting: The state of an open value; absent, not due while results may change, and
            missing once they are locked.

    Raises:
        ClusterFault: If no rubric is on record, or the procedure has no such stage.
        Faults: If a given sheet is not of a member; or as `score`, where criteria were judged.
    """
    rubric, judged = _agreed(year), _judged(year)
    state = State(waiting) if waiting else _waiting(year)
    values = _values(year, stage)
    base = _by_unit(given, year.present)
    sheets: list[Sheet] = []
    for unit in year.present:
        own = base.get(unit) or Sheet(unit, {})
        named = evolve(own, name=own.name or year.cluster.called(unit), others=own.others or state)
        entered = {code: one for code, one in values.get(unit, {}).items() if code not in judged}
        sheets.append(_filled(named, entered))
    if not judged:
        return tuple(sheets)
    return tuple(
        _judge(one, values.get(one.unit, {}), judged, state) for one in score(rubric, sheets)
    )


def _judge(
    score: UnitScore, values: Mapping[str, Fraction], judged: Mapping[str, str], state: State
) -> Sheet:
    """Return a sheet with the points that were judged; those of other criteria are computed."""
    entries: dict[str, Given] = {}
    awaited: list[Awaited] = []
    for code, measure in judged.items():
        line = score[code]
        if code in values:
            entries[measure] = values[code]
        elif line.state is not None and line.treatment is not Treatment.PENDING:
            entries[measure] = line.state
        elif line.points is not None:
            entries[measure] = line.points
        else:
            entries[measure] = line.state or state
            awaited.append(Awaited(measure, line.span))
    filled = _filled(score.sheet, entries)
    return evolve(filled, awaited=(*filled.awaited, *awaited))


def _waiting(year: Year) -> State:
    return State.NOT_DUE if year.standing is Standing.OPEN else State.MISSING


def _values(year: Year, stage: str | None) -> dict[str, dict[str, Fraction]]:
    """Return what stands for each unit, by code."""
    found: dict[str, dict[str, Fraction]] = {}
    for (unit, code), entries in by_cell(year).items():
        if stage is None:
            value = value_of(official_of(entries, year.procedure))
        else:
            last = stood(entries, year.procedure, stage)
            value = None if last is None else last.entry.value
        if value is not None:
            found.setdefault(unit, {})[code] = value
    return found


def _by_unit(given: Iterable[Sheet], units: tuple[str, ...]) -> dict[str, Sheet]:
    found: dict[str, Sheet] = {}
    faults: list[ClusterFault] = []
    for index, sheet in enumerate(given):
        at = ("given", index, "unit")
        if sheet.unit not in units:
            what = f"a sheet of {sheet.unit!r}, which is not a member"
            faults.append(ClusterFault(at, "unit-unknown", what, suggest(sheet.unit, units)))
        elif sheet.unit in found:
            what = f"two sheets of {sheet.unit!r}"
            faults.append(ClusterFault(at, "unit-twice", what, "keep one"))
        found[sheet.unit] = sheet
    if faults:
        raise Faults(tuple(faults))
    return found


def _filled(sheet: Sheet, more: Mapping[str, Given]) -> Sheet:
    return evolve(sheet, entries={**dict(sheet.entries), **more})


def score_year(
    year: Year,
    *,
    stage: str | None = None,
    given: Iterable[Sheet] = (),
    waiting: State | str | None = None,
) -> Scores:
    """Score the members of a cluster by the rubric they agreed on, from what was entered.

    For the arguments and errors see `sheets_of` and `score`. The scores are like any other:
    they are ranked, classified, explained, and decided on.

    Example:
        >>> from thidua import Criterion, Measure
        >>> from thidua.cluster import Cluster
        >>> from thidua.formula import Proportional
        >>> from thidua.year import AgreedRubric, Entry, Event, Move, Opening, Procedure, Stage
        >>> from thidua.year import fold
        >>> thu = Criterion("1", "Thu", maximum=10, formula=Proportional("thu", to=200))
        >>> rubric = Rubric("r", "R", measures=[Measure("thu", "Thu")], sections=[thu])
        >>> cluster = Cluster("c", "C", members=["an", "binh"])
        >>> told = [
        ...     Opening(2026, cluster, Procedure([Stage("tu_cham", "Tự chấm")])),
        ...     AgreedRubric("Bảng điểm", rubric=rubric),
        ...     Move("tu_cham"),
        ...     Entry("tu_cham", "an", "thu", 150),
        ... ]
        >>> scores = score_year(fold(Event(str(n), one) for n, one in enumerate(told)))
        >>> scores["an"].points, scores["binh"].ranked
        (Fraction(15, 2), Interval(low=Fraction(0, 1), high=Fraction(10, 1)))
    """
    return score(rubric_of(year), sheets_of(year, stage=stage, given=given, waiting=waiting))


def total(year: Year, stage: str, unit: str) -> Interval:
    """Return the points of a unit once a stage was through.

    By the rubric, if it is on record: an interval while something is open. Else the sum of
    what was entered, which then should be points.

    Raises:
        ClusterFault: If the procedure has no such stage, or the unit is not a member.
        Faults: As `score_year`.
    """
    found = totals(year, stage)
    if unit not in found:
        what = f"{unit!r} is not a member"
        raise ClusterFault((), "unit-unknown", what, suggest(unit, found))
    return found[unit]


def totals(year: Year, stage: str) -> dict[str, Interval]:
    """Return the points of every member once a stage was through."""
    agreed = value_of(year.rubric)
    if agreed is not None and value_of(agreed.rubric) is not None:
        return {one.unit: one.total.span for one in score_year(year, stage=stage)}
    values = _values(year, stage)
    return {
        unit: Interval.of(sum(values.get(unit, {}).values(), Fraction(0))) for unit in year.present
    }


def registered_progress(
    year: Year, *, elapsed: Number, sheets: Iterable[Sheet] | None = None
) -> tuple[Progress, ...]:
    """Hold results so far against the targets that units registered (*tiến độ chỉ tiêu đăng ký*).

    Looked at are the aims of each unit that have a figure and the measure that reports it.
    What is due by now and what the year will come to are projected as in `progress`.

    Args:
        year: The year, with the agreed rubric.
        elapsed: Share of the year gone by: ``"0.5"``.
        sheets: Results so far; absent, those of `sheets_of`.

    Raises:
        ClusterFault: If no rubric is on record.
        Faults: As `progress`.
    """
    rubric = _agreed(year)
    wanted: dict[str, list[Target]] = {}
    for one in value_of(year.registrations) or ():
        for aim in value_of(one.aims) or ():
            unit, measure = value_of(one.unit), value_of(aim.measure)
            figure = value_of(aim.figure)
            if unit is not None and measure is not None and figure is not None:
                wanted.setdefault(unit, []).append(Target(measure, figure))
    return tuple(
        found
        for sheet in (sheets_of(year) if sheets is None else sheets)
        for found in progress(rubric, [sheet], elapsed=elapsed, targets=wanted.get(sheet.unit, ()))
    )


def counted_ballots(
    year: Year, question: str, *, award: str | None = None
) -> dict[str, CountedBallot]:
    """Count the votes on a question for the dossiers of those voted for (*kiểm phiếu*).

    A member that voted and did not name a unit counts as against it. All members of
    `Year.present` count as members; those that voted count as present.

    Args:
        year: The year.
        question: What was voted on.
        award: Code by which rules know it; absent, the question itself.

    Returns:
        For each member, what a rule that asks for votes looks at.
    """
    cast = [one for one in value_of(year.ballots) or () if one.question == question]
    members = max(len(year.present), len(cast))
    return {
        unit: CountedBallot(
            award or question,
            year.number,
            members,
            present=len(cast),
            agree=sum(unit in one.choices for one in cast),
            against=sum(unit not in one.choices for one in cast),
            body=year.cluster.name,
        )
        for unit in (year.present if cast else ())
    }
