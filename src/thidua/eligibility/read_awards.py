# SPDX-License-Identifier: MIT
"""Conditions on awards received."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from thidua.dossier import AwardReceived, Record, Years
from thidua.eligibility.answer import Answer, all_of
from thidua.eligibility.finding import Finding, Need, NeedType, Remark
from thidua.eligibility.leaf import Held, HeldInARow, YearsSince
from thidua.eligibility.tallied import decided, enough, open_finding
from thidua.eligibility.term import Anchor, Touch
from thidua.eligibility.view import View

__all__ = ["held", "held_in_a_row", "years_since"]


def held(asked: Held, view: View) -> Finding:
    """Count the awards received."""
    sure: list[AwardReceived] = []
    maybe: list[AwardReceived] = []
    for award in view.cuts.received(asked.awards):
        found = _counts(asked, award, view)
        if found is not False:
            (sure if found else maybe).append(award)
    complete = view.complete(Record.AWARDS)
    return enough(asked, view, sure, maybe, wanted=asked.times, complete=complete)


def _counts(asked: Held, award: AwardReceived, view: View) -> bool | None:
    """Tell whether an award is one of those asked for; None if that is not on file."""
    answers = [_lies_in(award, asked, view)]
    if asked.tracks:
        answers.append(None if award.track is None else award.track in asked.tracks)
    else:
        excluded = view.cuts.excluded(award)
        answers.append(None if excluded is None else not excluded)
    if asked.issuers:
        answers.append(award.issuer in asked.issuers if award.issuer else None)
    return False if False in answers else None if None in answers else True


def _lies_in(award: AwardReceived, asked: Held, view: View) -> bool | None:
    """Tell whether an award lies in the window; None if its time is not on file."""
    if not view.bound:
        return True
    if asked.by is Anchor.DECISION:
        return view.has(view.cuts.anchor(award, asked.by)) if award.decided else None
    if award.years is None:
        # A decision follows its achievement in the same year or the next.
        year = view.cuts.anchor(award, Anchor.DECISION)
        lies = {view.has(year), view.has(year - 1)}
        return lies.pop() if len(lies) == 1 else None
    inside = [view.has(year) for year in _each(award.years)]
    match asked.touch:
        case Touch.LAST:
            return inside[-1]
        case Touch.ANY:
            return any(inside)
        case _:
            return all(inside)


def _each(years: Years) -> range:
    return range(years.first or 0, (years.last or 0) + 1)


def held_in_a_row(asked: HeldInARow, view: View) -> Finding:
    """Look for the longest succession that is recent enough."""
    received = view.cuts.received((asked.award,))
    inside = [one for one in received if one.years is not None and view.has(one.years.last or 0)]
    dated = sorted((one for one in inside if _counts_whole(one, view)), key=_span)
    spent = tuple(one for one in inside if one not in dated)
    timeless = [one for one in received if one.years is None]
    best: list[AwardReceived] = []
    chains: list[list[AwardReceived]] = []
    for award in dated:
        before = [chain for chain in chains if _follows(asked, chain[-1], award)]
        chain = [*max(before, key=len, default=[]), award]
        chains.append(chain)
        recent = asked.since is None or _span(award)[1] >= view.last - asked.since
        if recent and len(chain) > len(best):
            best = chain
    complete = view.complete(Record.AWARDS) and not timeless
    found = enough(asked, view, best[-asked.times :], wanted=asked.times, complete=complete)
    if found.answer is Answer.NOT_ELIGIBLE and not best and dated:
        found = decided(
            asked,
            view,
            holds=False,
            facts=dated,
            found=Fraction(0),
            need=Need(NeedType.ACHIEVE, asked, Fraction(asked.times)),
        )
    if found.answer is Answer.ELIGIBLE or not spent:
        return found
    return evolve(found, facts=(*found.facts, *spent), remarks=(*found.remarks, Remark.SPENT))


def _counts_whole(award: AwardReceived, view: View) -> bool:
    """Tell whether every year of an award counts: one achievement grounds one award."""
    return award.years is not None and all(view.counts(year) for year in _each(award.years))


def _span(award: AwardReceived) -> tuple[int, int]:
    years = award.years or Years(0, 0)
    return years.first or 0, years.last or 0


def _follows(asked: HeldInARow, before: AwardReceived, award: AwardReceived) -> bool:
    """Tell whether the years of an award begin where those of the one before end."""
    idle = _span(award)[0] - _span(before)[1] - 1
    if idle < 0:
        return asked.overlap and _span(before)[1] < _span(award)[1]
    return idle <= asked.idle


def years_since(asked: YearsSince, view: View) -> Finding:
    """Count the years since the last of some awards."""
    received = view.cuts.received(asked.awards)
    complete = view.complete(Record.AWARDS)
    to = view.cuts.asked_in if asked.to_day else view.last
    if not received:
        if not complete:
            return open_finding(asked, view, Remark.NOT_COMPLETE)
        need = Need(NeedType.ACHIEVE, asked)
        return decided(asked, view, holds=asked.at_most is None, need=need)
    last = max(received, key=lambda one: view.cuts.anchor(one, asked.by))
    passed = to - view.cuts.anchor(last, asked.by)
    answers = [_far_enough(asked, passed, complete=complete)]
    answers.append(_near_enough(asked, passed, complete=complete))
    answer = all_of(answers)
    facts: Sequence[AwardReceived] = (last,)
    if answer is Answer.UNKNOWN:
        return open_finding(asked, view, Remark.NOT_COMPLETE, facts=facts, found=Fraction(passed))
    short = asked.at_least - passed if asked.at_least is not None else 0
    need_more = Need(NeedType.ACHIEVE, asked, Fraction(short)) if short > 0 else None
    return decided(
        asked,
        view,
        holds=answer is Answer.ELIGIBLE,
        facts=facts,
        found=Fraction(passed),
        need=need_more,
    )


def _far_enough(asked: YearsSince, passed: int, *, complete: bool) -> Answer:
    """Answer whether so many years have passed; an award not on file may be nearer."""
    if asked.at_least is None:
        return Answer.ELIGIBLE
    if passed < asked.at_least:
        return Answer.NOT_ELIGIBLE
    return Answer.ELIGIBLE if complete else Answer.UNKNOWN


def _near_enough(asked: YearsSince, passed: int, *, complete: bool) -> Answer:
    """Answer whether no more years have passed; an award not on file may be nearer."""
    if asked.at_most is None or passed <= asked.at_most:
        return Answer.ELIGIBLE
    return Answer.NOT_ELIGIBLE if complete else Answer.UNKNOWN
