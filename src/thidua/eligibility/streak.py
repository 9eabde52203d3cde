# SPDX-License-Identifier: MIT
"""Years in a row: where the streaks lie, and which windows they bind (*… năm liên tục*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import assert_never, final

from attrs import evolve, frozen

from thidua.dossier import Record, Years
from thidua.eligibility.answer import Answer, agreed, all_of, any_of
from thidua.eligibility.condition import Condition, Run, RunSpan
from thidua.eligibility.finding import Finding, Need, NeedType, Remark
from thidua.eligibility.leaf import Held
from thidua.eligibility.view import View

__all__ = ["run"]

Judge = Callable[[Condition, View], Finding]


@final
@frozen
class _Start:
    """From when years count, for the awards that a streak follows or starts anew after."""

    year: int = 0
    """Years up to this one do not count."""
    sure: bool = True
    """Whether that is certain; else they may count."""
    answer: Answer = Answer.ELIGIBLE
    """Whether there is such a start, and whether there can be no later one."""


@final
@frozen
class _Streak:
    """One way of reading the streak that ends in a year."""

    length: Answer
    """Whether it is long enough."""
    years: tuple[Finding, ...]
    """The years that are in it or may be, latest first, and the one that breaks it."""
    count: int
    """How many years are in it or may be."""
    sure: int
    """How many are in it for sure."""
    inside: Finding | None
    """What was found in its window."""
    inside_answer: Answer
    """What that comes to, whatever the open years are."""

    @property
    def answer(self) -> Answer:
        """Whether it is long enough, and its window holds what it should."""
        return all_of([self.length, self.inside_answer])


@final
@frozen
class _Place:
    """Where a streak is looked for."""

    asked: Run
    view: View
    end: int
    """The year in which it ends."""
    lowest: int
    """The first year to look at."""


def run(asked: Run, view: View, judge: Judge) -> Finding:
    """Look for years in a row that end when they should, and into their window."""
    start = _start(asked, view)
    anchor = view.last - asked.skip
    lowest = _lowest(asked, view, anchor)
    cache: dict[int, Finding] = {}

    def year(number: int) -> Finding:
        if number not in cache:
            cache[number] = _year(asked, view, start, number, judge)
        return cache[number]

    earliest_end = lowest if asked.idle is None else max(lowest, anchor - asked.idle)
    streaks = [
        _streak(_Place(asked, view, end, lowest), year, judge)
        for end in range(anchor, earliest_end - 1, -1)
    ]
    best = max(streaks, key=lambda one: one.answer.place)  # the latest of the best
    return _finding(asked, view, start, streaks.index(best), best)


def _start(asked: Run, view: View) -> _Start:
    """Look for the awards after which the years count."""
    cuts, found = view.cuts, _Start()
    if asked.after:
        complete = view.dossier.is_complete(Record.AWARDS, Years(None, view.last))
        years = [cuts.anchor(one, asked.by) for one in cuts.received(asked.after)]
        if years:
            # The first is enough: what followed it followed the others too, or began before.
            found = _Start(min(years), complete)
        else:
            answer = Answer.NOT_ELIGIBLE if complete else Answer.UNKNOWN
            found = _Start(answer=answer)
    if asked.reset:
        years = [cuts.anchor(one, asked.by) for one in cuts.received(asked.reset)]
        last = max(years, default=0)
        first = min(max(last, cuts.earliest), view.last)
        known = view.dossier.is_complete(Record.AWARDS, Years(first, view.last))
        if last >= found.year:
            found = evolve(found, year=last, sure=True)
        if not known:
            found = evolve(found, answer=all_of([found.answer, Answer.UNKNOWN]))
    return found


def _lowest(asked: Run, view: View, anchor: int) -> int:
    """Return the first year to look at: before it, nothing is on file."""
    lowest = min(view.cuts.earliest, anchor - asked.years - (asked.idle or 0))
    if view.bound and view.first is not None:
        lowest = max(lowest, view.first)
    return min(lowest, anchor)


def _year(asked: Run, view: View, start: _Start, number: int, judge: Judge) -> Finding:
    """Judge one year."""
    found = judge(asked.each, view.window(number, number))
    outside = view.bound and view.first is not None and not view.first <= number <= view.last
    if outside or not view.counts(number) or (start.sure and number <= start.year):
        return evolve(
            found,
            answer=Answer.NOT_ELIGIBLE,
            years=Years(number, number),
            remarks=(*found.remarks, Remark.NOT_COUNTED),
        )
    if number <= start.year:
        answer = all_of([found.answer, Answer.UNKNOWN])
        return evolve(found, answer=answer, remarks=(*found.remarks, Remark.NOT_COMPLETE))
    return found


def _streak(place: _Place, year: Callable[[int], Finding], judge: Judge) -> _Streak:
    """Read the streak that ends in a year."""
    asked, end = place.asked, place.end
    found: list[Finding] = []
    broken: list[Finding] = []
    for number in range(end, place.lowest - 1, -1):
        one = year(number)
        if one.answer is Answer.NOT_ELIGIBLE:
            broken.append(one)
            break
        found.append(one)
    sure = next(
        (place for place, one in enumerate(found) if one.answer is not Answer.ELIGIBLE),
        len(found),
    )
    enough = len(found) >= asked.years
    length = all_of(one.answer for one in found[: asked.years]) if enough else Answer.NOT_ELIGIBLE
    inside, answer = None, Answer.ELIGIBLE
    if asked.within is not None:
        starts = _starts(asked, end, found, sure) if enough else [end - len(found) + 1]
        inside, answer = _inside(place, asked.within, starts, judge)
    return _Streak(length, (*found, *broken), len(found), sure, inside, answer)


def _starts(asked: Run, end: int, found: list[Finding], sure: int) -> list[int]:
    """Return the years in which the streak may begin, the latest first."""
    first = end - len(found) + 1
    latest = end - max(sure, asked.years) + 1
    open_before = [
        number
        for number in range(latest, first, -1)
        if found[end - number + 1].answer is not Answer.ELIGIBLE
    ]
    return [*open_before, first]


def _inside(
    place: _Place, within: Condition, starts: list[int], judge: Judge
) -> tuple[Finding, Answer]:
    """Judge what must lie in the window, for each year in which it may begin."""
    answers: list[Answer] = []
    shown: list[Finding] = []
    for start in starts:
        windows = list(_windows(place.asked, start, place.end))
        tried = [judge(within, place.view.window(*one)) for one in windows]
        answers.append(any_of(one.answer for one in tried))
        # A streak that is too short for its first window is shown as it is.
        shown += tried or [judge(within, place.view.window(start, place.end))]
    return max(shown, key=lambda one: one.answer.place), agreed(answers)


def _windows(asked: Run, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the windows of a streak, the latest first."""
    years = asked.years
    match asked.span:
        case RunSpan.WHOLE:
            yield start, end
        case RunSpan.LAST:
            yield max(start, end - years + 1), end
        case RunSpan.SLIDING:
            for first in range(end - years + 1, start - 1, -1):
                yield first, first + years - 1
        case RunSpan.BLOCKS:
            whole = (end - start + 1) // years
            for block in range(whole - 1, -1, -1):
                yield start + block * years, start + (block + 1) * years - 1
        case _:
            assert_never(asked.span)


def _finding(asked: Run, view: View, start: _Start, idle: int, streak: _Streak) -> Finding:
    needs: list[Need] = []
    remarks: list[Remark] = []
    end = view.last - asked.skip - idle
    if start.answer is Answer.NOT_ELIGIBLE:
        needs.append(Need(NeedType.ACHIEVE, Held(asked.after)))
        needs.append(Need(NeedType.ACHIEVE, asked, Fraction(asked.years)))
    elif streak.length is Answer.NOT_ELIGIBLE:
        usable = streak.count if not idle else 0
        needs.append(Need(NeedType.ACHIEVE, asked, Fraction(asked.years - usable)))
    if start.answer is Answer.UNKNOWN:
        needs.append(Need(NeedType.SUPPLY, asked))
        remarks.append(Remark.NOT_COMPLETE)
    if start.year and any(Remark.NOT_COUNTED in one.remarks for one in streak.years):
        remarks.append(Remark.STARTS_LATER)
    shown = streak.inside_answer if streak.inside is None else streak.inside.answer
    if streak.inside_answer is Answer.UNKNOWN and shown is not Answer.UNKNOWN:
        remarks.append(Remark.READINGS_DIFFER)
        needs.append(Need(NeedType.SUPPLY, asked))
    return Finding(
        asked,
        all_of([streak.answer, start.answer]),
        years=Years(end - streak.count + 1, end) if streak.count else None,
        facts=tuple(view.cuts.received((*asked.after, *asked.reset))),
        found=Fraction(streak.sure),
        needs=tuple(needs),
        remarks=tuple(remarks),
        parts=(*streak.years, *(() if streak.inside is None else (streak.inside,))),
    )
