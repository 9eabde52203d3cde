# SPDX-License-Identifier: MIT
"""Conditions on numbers, clusters, campaigns, votes: what a subject is among others."""

from __future__ import annotations

from fractions import Fraction

from thidua.dossier import CampaignResult, ClusterResult, Figure, Record
from thidua.eligibility.answer import Answer
from thidua.eligibility.finding import Finding, Need, NeedType, Remark
from thidua.eligibility.leaf_group import FigureIs, InCampaign, SelectedIn, ShareIs, Voted
from thidua.eligibility.tallied import decided, enough, open_finding
from thidua.eligibility.view import View
from thidua.eligibility.vote import Counted, count_votes
from thidua.formula import Relation
from thidua.formula.exact import RELATIONS

__all__ = ["figure_is", "in_campaign", "selected_in", "share_is", "voted"]


def _figure(code: str, view: View) -> Figure | None:
    for one in view.dossier.figures:
        if one.code == code and one.year == view.last:
            return one
    return None


def figure_is(asked: FigureIs, view: View) -> Finding:
    """Compare a number on file."""
    figure = None if view.empty else _figure(asked.code, view)
    if figure is None:
        return open_finding(asked, view, Remark.NOT_ON_FILE)
    holds = RELATIONS[asked.relation](figure.value, asked.value)
    rising = asked.relation in {Relation.GREATER, Relation.GREATER_OR_EQUAL}
    need = Need(NeedType.ACHIEVE, asked, max(asked.value - figure.value, Fraction(0)))
    return decided(
        asked,
        view,
        holds=holds,
        facts=(figure,),
        found=figure.value,
        need=need if rising else None,
    )


def share_is(asked: ShareIs, view: View) -> Finding:
    """Compare a share of two numbers on file."""
    part = None if view.empty else _figure(asked.part, view)
    whole = None if view.empty else _figure(asked.of, view)
    facts = tuple(one for one in (part, whole) if one is not None)
    if part is None or whole is None or not whole.value:
        return open_finding(asked, view, Remark.NOT_ON_FILE, facts=facts)
    share = part.value / whole.value
    holds = RELATIONS[asked.relation](share, asked.share)
    rising = asked.relation in {Relation.GREATER, Relation.GREATER_OR_EQUAL}
    short = asked.share * whole.value - part.value
    more = Fraction(short.__floor__() + 1 if asked.relation is Relation.GREATER else -(-short // 1))
    need = Need(NeedType.ACHIEVE, asked, more) if rising else None
    return decided(asked, view, holds=holds, facts=facts, found=share, need=need)


def selected_in(asked: SelectedIn, view: View) -> Finding:
    """Look for the years in which a cluster put the subject forward."""
    sure: list[ClusterResult] = []
    maybe: list[ClusterResult] = []
    for one in view.dossier.clusters:
        if one.cluster != asked.cluster or not view.has(one.year):
            continue
        if asked.rank is None:
            chosen = one.selected
        else:
            chosen = None if one.rank is None else one.rank <= asked.rank
        if chosen is not False:
            (sure if chosen else maybe).append(one)
    complete = view.complete(Record.CLUSTERS) or _all_on_file(asked, view)
    return enough(asked, view, sure, maybe, wanted=asked.years, complete=complete)


def _all_on_file(asked: SelectedIn, view: View) -> bool:
    """Tell whether there is a result for every year; there is one for a cluster and year."""
    years = {one.year for one in view.dossier.clusters if one.cluster == asked.cluster}
    return view.bound and all(year in years for year in view.each())


def in_campaign(asked: InCampaign, view: View) -> Finding:
    """Count the campaigns in which the subject had such a part."""
    sure: list[CampaignResult] = []
    maybe: list[CampaignResult] = []
    for one in view.dossier.campaigns:
        first, last = one.years.first or 0, one.years.last or 0
        answers = [
            None if wanted and not given else not wanted or given in wanted
            for wanted, given in (
                (asked.launched_by, one.launched_by),
                (asked.reviews, one.review),
                (asked.roles, one.role),
                (asked.campaigns, one.campaign),
            )
        ]
        answers += [view.has(last), last - first + 1 >= asked.years]
        if False not in answers:
            (maybe if None in answers else sure).append(one)
    complete = view.complete(Record.CAMPAIGNS)
    return enough(asked, view, sure, maybe, wanted=asked.times, complete=complete)


def voted(asked: Voted, view: View) -> Finding:
    """Count the votes of a council for the year under review."""
    award, year = view.cuts.proposal.award, view.last
    ballots = tuple(
        one
        for one in view.dossier.ballots
        if (one.award, one.year) == (award, year) and asked.body in {"", one.body}
    )
    tally = count_votes(asked.rule, ballots)
    if tally.counted is Counted.NONE and not view.complete(Record.BALLOTS):
        return open_finding(asked, view, Remark.NOT_ON_FILE)
    last = max(ballots, key=lambda one: one.turn, default=None)
    if tally.counted is Counted.PASSED and asked.rule.secret and last and last.secret is None:
        return open_finding(asked, view, Remark.NOT_ON_FILE, facts=ballots)
    need = {
        Answer.DEFERRED: (Need(NeedType.CLEAR, asked, Fraction(tally.open)),),
        Answer.NOT_ELIGIBLE: (),
        Answer.ELIGIBLE: (),
    }[tally.answer]
    return Finding(
        asked,
        tally.answer,
        years=view.years,
        facts=ballots,
        found=Fraction(tally.agree, tally.base) if tally.base else None,
        needs=need,
        vote=tally.counted,
        remarks=(Remark.NEVER,) if tally.answer is Answer.NOT_ELIGIBLE else (),
    )
