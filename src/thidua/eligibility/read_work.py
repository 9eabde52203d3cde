# SPDX-License-Identifier: MIT
"""Conditions on work: ratings, initiatives, posts, time at work."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from thidua.dossier import Fact, Initiative, Record, Years
from thidua.eligibility.answer import Answer, agreed, all_of
from thidua.eligibility.finding import Finding, Need, NeedType, Remark
from thidua.eligibility.leaf import Employed, HasInitiative, Rated, ServedInPost
from thidua.eligibility.tallied import decided, enough, open_finding
from thidua.eligibility.term import Mark
from thidua.eligibility.view import View

__all__ = ["employed", "has_initiative", "months_between", "rated", "served_in_post"]

_YEAR = 12
_MONTH = 30


def rated(asked: Rated, view: View) -> Finding:
    """Count the years with a rating that is good enough."""
    on_file = [one for one in view.dossier.ratings if view.has(one.year)]
    sure = [one for one in on_file if one.quality.reaches(asked.least)]
    if not view.bound:
        complete = view.complete(Record.RATINGS)
    else:
        rated_in = {one.year for one in on_file}
        open_years = [
            year
            for year in view.each()
            if year not in rated_in
            and not view.dossier.is_complete(Record.RATINGS, Years(year, year))
        ]
        complete = len(sure) + len(open_years) < asked.years
    found = enough(asked, view, sure, wanted=asked.years, complete=complete)
    if found.answer is Answer.ELIGIBLE:
        return found
    others = tuple(one for one in on_file if one not in sure)
    return Finding(
        asked,
        found.answer,
        years=found.years,
        facts=(*found.facts, *others),
        found=found.found,
        needs=found.needs,
        remarks=found.remarks,
    )


def has_initiative(asked: HasInitiative, view: View) -> Finding:
    """Count the initiatives that reach far enough and are not used up."""
    sure: list[Initiative] = []
    maybe: list[Initiative] = []
    for one in view.dossier.initiatives:
        fits = (
            one.sort in asked.types
            and one.scope.reaches(asked.scope)
            and view.has(one.year)
            and not (one.code and one.code in view.cuts.used_initiatives)
        )
        marks = [_mark(one, mark) for mark in asked.marks]
        if fits and False not in marks:
            (maybe if None in marks else sure).append(one)
    complete = view.complete(Record.INITIATIVES)
    return enough(asked, view, sure, maybe, wanted=asked.count, complete=complete)


def _mark(initiative: Initiative, mark: Mark) -> bool | None:
    return {
        Mark.APPLIED: initiative.applied,
        Mark.REPLICABLE: initiative.replicable,
        Mark.RECOGNISED: initiative.recognised,
        Mark.ACCEPTED: initiative.accepted,
    }[mark]


def served_in_post(asked: ServedInPost, view: View) -> Finding:
    """Add up the time in posts, every day once."""
    first, last = view.days
    posts = tuple(
        one
        for one in view.dossier.posts
        if one.post in asked.posts and one.first <= last and (one.last or last) >= first
    )
    spans = [(max(one.first, first), min(one.last or last, last)) for one in posts]
    have = months_between(spans)
    complete = view.complete(Record.POSTS)
    readings = [
        _long_enough(asked, have, factor, off, complete=complete)
        for factor, off in _reductions(asked, view)
    ]
    answer = agreed(readings)
    if answer is Answer.UNKNOWN:
        remark = Remark.NOT_COMPLETE if Answer.UNKNOWN in readings else Remark.READINGS_DIFFER
        return open_finding(asked, view, remark, facts=posts, found=have)
    factor, off = next(iter(_reductions(asked, view)))
    short = _least(asked.years, factor, off) - have
    need = Need(NeedType.ACHIEVE, asked, short) if short > 0 else None
    holds = answer is Answer.ELIGIBLE
    return decided(asked, view, holds=holds, facts=posts, found=have, need=need)


def _reductions(asked: ServedInPost, view: View) -> list[tuple[Fraction, int]]:
    """Return by what the time is shortened; two ways if it is not on file whether it is."""
    ways: list[tuple[Fraction, int]] = [(Fraction(1), 0)]
    for rule in view.cuts.reductions():
        value = view.dossier.attribute(rule.attribute)
        if any(post in rule.except_posts for post in asked.posts):
            continue
        shorter = [(factor * rule.factor, off + rule.years) for factor, off in ways]
        if value is None:
            ways += shorter
        elif value in rule.values:
            ways = shorter
    return ways


def _least(years: Fraction, factor: Fraction, off: int) -> Fraction:
    return (years * factor - off) * _YEAR


def _long_enough(
    asked: ServedInPost, have: Fraction, factor: Fraction, off: int, *, complete: bool
) -> Answer:
    answers = [_over(have, _least(asked.years, factor, off), complete=complete)]
    if asked.under is not None:
        over = _over(have, _least(asked.under, factor, off), complete=complete)
        answers.append(
            {Answer.ELIGIBLE: Answer.NOT_ELIGIBLE, Answer.NOT_ELIGIBLE: Answer.ELIGIBLE}.get(
                over, over
            )
        )
    return all_of(answers)


def _over(have: Fraction, least: Fraction, *, complete: bool) -> Answer:
    if have >= least:
        return Answer.ELIGIBLE
    return Answer.NOT_ELIGIBLE if complete else Answer.UNKNOWN


def months_between(spans: Iterable[tuple[date, date]]) -> Fraction:
    """Add up spans of days, both ends inside, in months; no day counts twice.

    Whole months are counted by the calendar in each unbroken span; of the days that are
    left over, thirty make a month.

    Example:
        >>> months_between(
        ...     [(date(2020, 1, 1), date(2020, 12, 31)), (date(2020, 6, 1), date(2021, 1, 15))]
        ... )
        Fraction(25, 2)
    """
    merged: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    total = Fraction(0)
    for first, last in merged:
        end = last + timedelta(days=1)
        months = (end.year - first.year) * _YEAR + end.month - first.month
        if _after(first, months) > end:
            months -= 1
        total += months + Fraction((end - _after(first, months)).days, _MONTH)
    return total


def _after(start: date, months: int) -> date:
    """Return the day so many months later, or the last of that month if it is shorter."""
    years, month = divmod(start.month - 1 + months, _YEAR)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def employed(asked: Employed, view: View) -> Finding:
    """Look whether each year was worked for long enough."""
    years = list(view.each()) if view.bound else [view.last]
    if not years:
        need = Need(NeedType.ACHIEVE, asked, asked.months)
        return decided(asked, view, holds=False, need=need)
    facts: list[Fact] = []
    answers: list[Answer] = []
    shortest: Fraction | None = None
    for year in years:
        months = [
            one for one in view.dossier.figures if (one.code, one.year) == (asked.figure, year)
        ]
        leaves = [
            one
            for one in view.dossier.leaves
            if one.year == year and one.reason in view.cuts.leaves
        ]
        facts += [*months, *leaves]
        have = sum((one.value for one in months), sum((one.months for one in leaves), Fraction(0)))
        known = bool(months) and (
            not view.cuts.leaves or view.dossier.is_complete(Record.LEAVES, Years(year, year))
        )
        answers.append(_over(have, asked.months, complete=known))
        shortest = have if shortest is None else min(shortest, have)
    answer = all_of(answers)
    if answer is Answer.UNKNOWN:
        return open_finding(asked, view, Remark.NOT_ON_FILE, facts=facts, found=shortest)
    holds = answer is Answer.ELIGIBLE
    return decided(asked, view, holds=holds, facts=facts, found=shortest)
