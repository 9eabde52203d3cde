# SPDX-License-Identifier: MIT
"""A condition and a dossier into an answer, with all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from attrs import evolve

from thidua.dossier import Fact, Record, Years
from thidua.eligibility import (
    read_awards,
    read_conduct,
    read_group,
    read_work,
)
from thidua.eligibility.answer import Answer, all_of, any_of, at_least, opposite
from thidua.eligibility.condition import (
    All,
    Any,
    AtLeast,
    Condition,
    EachYear,
    InYears,
    Not,
    Run,
    Side,
)
from thidua.eligibility.counting import (
    Counting,
    ExcludedTracks,
    LeaveCounts,
    NotReused,
    ReducedTenure,
    ResetAfterSanction,
)
from thidua.eligibility.cuts import Cuts
from thidua.eligibility.finding import Finding, Need, NeedType, Remark, Verified
from thidua.eligibility.leaf import (
    Employed,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    NoSanction,
    NotPending,
    Rated,
    ServedInPost,
    SubjectIs,
    YearsSince,
)
from thidua.eligibility.leaf_group import FigureIs, InCampaign, SelectedIn, ShareIs, Voted
from thidua.eligibility.leaf_left import (
    Attested,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    TextMissing,
)
from thidua.eligibility.proposal import Proposal, Standard
from thidua.eligibility.streak import run
from thidua.eligibility.tallied import open_finding
from thidua.eligibility.view import View

__all__ = ["evaluate", "evaluate_counting", "verified"]


def evaluate(condition: Condition, proposal: Proposal) -> Finding:
    """Judge a condition for a proposal.

    Args:
        condition: What is asked.
        proposal: The dossier, the award, the day, and the rules that say what counts.

    Returns:
        The answer, with that of every condition inside, the facts read and what is missing.
        It never fails: what cannot be answered is unknown.

    Example: three years in a row, of which one is not on file:
        >>> from thidua.dossier import Dossier, Rating
        >>> dossier = Dossier(
        ...     "a", "individual", ratings=[Rating(2022, "well"), Rating(2024, "well")]
        ... )
        >>> evaluate(Run(3, Rated("well")), Proposal(dossier, "x", "2025-03-01")).answer.value
        'unknown'
    """
    return _judge(condition, View(Cuts(proposal), proposal.year))


def _judge(condition: Condition, view: View) -> Finding:
    match condition:
        case All(of):
            parts = tuple(_judge(one, view) for one in of)
            return _joined(condition, view, all_of(one.answer for one in parts), parts)
        case Any(of):
            parts = tuple(_judge(one, view) for one in of)
            return _joined(condition, view, any_of(one.answer for one in parts), parts)
        case AtLeast(count, of):
            parts = tuple(_judge(one, view) for one in of)
            return _joined(condition, view, at_least(count, (one.answer for one in parts)), parts)
        case Not(inner):
            part = _judge(inner, view)
            return _joined(condition, view, opposite(part.answer), (part,))
        case InYears():
            return _in_years(condition, view)
        case EachYear():
            return _each_year(condition, view)
        case Run():
            return run(condition, view, _judge)
        case MeetsStandard(award):
            found = [
                _routed(one)
                for one in view.cuts.proposal.standards
                if one.award == award != "" and one.is_for(view.dossier.of)
            ]
            return _referred(condition, view, found, whole=True)
        case MeetsRule(codes):
            found = [one for one in view.cuts.proposal.standards if one.code in codes]
            return _referred(condition, view, found)
        case NeedsLocalRules(topic):
            found = [one for one in view.cuts.proposal.standards if one.settles == topic != ""]
            return _referred(condition, view, found, same_window=True)
        case SubjectIs():
            return read_conduct.subject_is(condition, view)
        case HasAttribute():
            return read_conduct.has_attribute(condition, view)
        case Rated():
            return read_work.rated(condition, view)
        case Held():
            return read_awards.held(condition, view)
        case HeldInARow():
            return read_awards.held_in_a_row(condition, view)
        case YearsSince():
            return read_awards.years_since(condition, view)
        case HasInitiative():
            return read_work.has_initiative(condition, view)
        case NoSanction():
            return read_conduct.no_sanction(condition, view)
        case NotPending():
            return read_conduct.not_pending(condition, view)
        case ServedInPost():
            return read_work.served_in_post(condition, view)
        case Employed():
            return read_work.employed(condition, view)
        case FigureIs():
            return read_group.figure_is(condition, view)
        case ShareIs():
            return read_group.share_is(condition, view)
        case SelectedIn():
            return read_group.selected_in(condition, view)
        case InCampaign():
            return read_group.in_campaign(condition, view)
        case Voted():
            return read_group.voted(condition, view)
        case Attested():
            return read_conduct.attested(condition, view)
        case NeedsJudgement():
            return read_conduct.needs_judgement(condition, view)
        case TextMissing():
            return read_conduct.text_missing(condition, view)
        case _:
            assert_never(condition)


def _joined(
    condition: Condition,
    view: View,
    answer: Answer,
    parts: tuple[Finding, ...],
    remarks: tuple[Remark, ...] = (),
) -> Finding:
    return Finding(condition, answer, years=view.years, parts=parts, remarks=remarks)


def _in_years(asked: InYears, view: View) -> Finding:
    """Judge in some years of the window, or in the last ones."""
    no_side = asked.side is Side.FIRST and (not view.bound or view.first is None)
    if asked.side is Side.LAST or view.first is None:
        last = view.last - asked.skip
        first = last - asked.years + 1
    else:
        first = view.first + asked.skip
        last = first + asked.years - 1
    inner = view.window(first, last)
    part = _judge(asked.of, inner)
    if no_side:
        return _joined(asked, inner, Answer.UNKNOWN, (part,), (Remark.NO_WINDOW,))
    return _joined(asked, inner, part.answer, (part,))


def _each_year(asked: EachYear, view: View) -> Finding:
    """Judge in every year of the window by itself."""
    years = view.years
    if years is None or years.first is None:
        part = _judge(asked.of, view.window(view.last, view.last))
        answer = Answer.NOT_ELIGIBLE if view.empty else Answer.UNKNOWN
        return _joined(asked, view, answer, (part,), (Remark.NO_WINDOW,))
    parts = tuple(
        _judge(asked.of, view.window(year, year)) for year in range(years.first, view.last + 1)
    )
    return _joined(asked, view, all_of(one.answer for one in parts), parts)


def _routed(standard: Standard) -> Standard:
    """Return the standard of an award for the categories that it is for.

    A rule that is named is asked for as it is: others may be held to it than it was made for.
    """
    if not standard.categories:
        return standard
    routed = All([SubjectIs(standard.categories), standard.condition])
    return evolve(standard, condition=routed)


def _referred(
    asked: MeetsStandard | MeetsRule | NeedsLocalRules,
    view: View,
    standards: Iterable[Standard],
    *,
    same_window: bool = False,
    whole: bool = False,
) -> Finding:
    """Judge the rules that are referred to: of one award or one topic, any is enough.

    Where the *whole* standard of an award is asked for, its required rules are met besides.
    """
    found = list(standards)
    parts: list[Finding] = []
    needed: list[Finding] = []
    for one in found:
        if one.code not in view.stack:
            inner = view.free(one.code)
            if same_window:
                inner = evolve(inner, first=view.first, bound=view.bound)
            part = evolve(_judge(one.condition, inner), rule=one.code, basis=one.basis)
            part = verified(part, one.verified_until, view.cuts.proposal.day)
            (needed if whole and one.required else parts).append(part)
    if not parts:
        return open_finding(asked, view, Remark.CIRCULAR if found else Remark.NO_RULE)
    answers = [one.answer for one in needed]
    answer = all_of([*answers, any_of(one.answer for one in parts)])
    return _joined(asked, view, answer, (*needed, *parts))


def verified(finding: Finding, until: date | None, on: date) -> Finding:
    """Refuse to answer by the text of a rule that was not verified for the day.

    Args:
        finding: What the text would give.
        until: Last day for which it was verified; None for any.
        on: The day asked about.
    """
    if until is None or on <= until:
        return finding
    asked = Verified(until)
    return Finding(
        asked,
        Answer.UNKNOWN,
        needs=(Need(NeedType.SUPPLY, asked),),
        parts=(finding,),
        rule=finding.rule,
        basis=finding.basis,
    )


def evaluate_counting(rule: Counting, proposal: Proposal) -> Finding:
    """Say what a rule of counting leaves out, and whether enough is on file to say so."""
    view = View(Cuts(proposal), proposal.year)
    cuts = view.cuts
    match rule:
        case ResetAfterSanction():
            years = Years(min(cuts.earliest, cuts.asked_in), cuts.asked_in)
            complete = proposal.dossier.is_complete(Record.SANCTIONS, years)
            remark = None if complete else Remark.NOT_COMPLETE
            return _applied(rule, cuts.sanctions(rule), remark)
        case NotReused():
            years = Years(min(cuts.earliest, proposal.year), proposal.year)
            uses = cuts.uses(rule)
            awards = tuple(use.award for use in uses if rule.years or use.initiatives)
            if rule.years and any(use.years is None for use in uses):
                return _applied(rule, awards, Remark.NOT_ON_FILE)
            complete = proposal.dossier.is_complete(Record.AWARDS, years)
            return _applied(rule, awards, None if complete else Remark.NOT_COMPLETE)
        case ExcludedTracks(tracks):
            barred = tuple(one for one in proposal.dossier.awards if one.track in tracks)
            return _applied(rule, barred)
        case LeaveCounts(types):
            leaves = tuple(one for one in proposal.dossier.leaves if one.reason in types)
            return _applied(rule, leaves)
        case ReducedTenure():
            return _applied(rule, ())
        case _:
            assert_never(rule)


def _applied(rule: Counting, facts: tuple[Fact, ...], open_: Remark | None = None) -> Finding:
    if open_ is None:
        return Finding(rule, Answer.ELIGIBLE, facts=facts)
    need = Need(NeedType.SUPPLY, rule)
    return Finding(rule, Answer.UNKNOWN, facts=facts, needs=(need,), remarks=(open_,))
