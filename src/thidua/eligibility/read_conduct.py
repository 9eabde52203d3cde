# SPDX-License-Identifier: MIT
"""Conditions on who the subject is, on conduct, and on what is certified."""

from __future__ import annotations

from thidua.dossier import Attestation, Attribute, Record, Years
from thidua.eligibility.answer import Answer
from thidua.eligibility.finding import Finding, Need, NeedType, Remark
from thidua.eligibility.leaf import HasAttribute, NoSanction, NotPending, SubjectIs
from thidua.eligibility.leaf_left import Attested, NeedsJudgement, TextMissing
from thidua.eligibility.tallied import decided, open_finding
from thidua.eligibility.view import View

__all__ = [
    "attested",
    "has_attribute",
    "needs_judgement",
    "no_sanction",
    "not_pending",
    "subject_is",
    "text_missing",
]


def subject_is(asked: SubjectIs, view: View) -> Finding:
    """Look which category the subject has."""
    category = view.dossier.category
    if category is None:
        return open_finding(asked, view, Remark.NOT_ON_FILE)
    facts = (Attribute("category", category),)
    return decided(asked, view, holds=category in asked.categories, facts=facts)


def has_attribute(asked: HasAttribute, view: View) -> Finding:
    """Look at a property of the subject."""
    value = view.dossier.attribute(asked.name)
    if value is None:
        return open_finding(asked, view, Remark.NOT_ON_FILE)
    facts = (Attribute(asked.name, value),)
    return decided(asked, view, holds=value in asked.values, facts=facts)


def no_sanction(asked: NoSanction, view: View) -> Finding:
    """Look for a sanction in force on any day of the window.

    Years that do not count are looked at too: a fresh start wipes out no sanction.
    """
    if view.empty:
        return open_finding(asked, view, Remark.NO_WINDOW)
    first, last = view.days
    found = tuple(
        one
        for one in view.dossier.sanctions
        if one.of is asked.of
        and one.level.reaches(asked.least)
        and one.first <= last
        and (one.last is None or one.last >= first)
    )
    span = view.span if view.bound else Years(None, view.cuts.asked_in)
    if not found and not view.dossier.is_complete(Record.SANCTIONS, span):
        return open_finding(asked, view, Remark.NOT_COMPLETE)
    return decided(asked, view, holds=not found, facts=found)


def not_pending(asked: NotPending, view: View) -> Finding:
    """Look for matters that are open on the day asked about."""
    on = view.cuts.proposal.day
    found = tuple(
        one
        for one in view.dossier.pending
        if (not asked.matters or one.matter in asked.matters)
        and one.opened <= on
        and (one.cleared is None or one.cleared > on)
    )
    if found:
        need = Need(NeedType.CLEAR, asked)
        return Finding(asked, Answer.DEFERRED, facts=found, needs=(need,))
    year = view.cuts.asked_in
    if not view.dossier.is_complete(Record.PENDING, Years(year, year)):
        return open_finding(asked, view, Remark.NOT_COMPLETE)
    return decided(asked, view, holds=True)


def attested(asked: Attested, view: View) -> Finding:
    """Look for what is certified, and what is denied."""
    about = [
        one
        for one in view.dossier.attestations
        if (one.matter, one.what) == (asked.matter, asked.what)
        and (one.year is None or view.has(one.year))
    ]
    fitting = [(one, _fits(asked, one)) for one in about]
    facts = tuple(one for one, fits in fitting if fits or (fits is None and not one.holds))
    yes = [one for one, fits in fitting if fits and one.holds]
    no = [one for one, fits in fitting if fits and not one.holds]
    if yes and len(yes) < len(facts):
        need = Need(NeedType.DECIDE, asked)
        return Finding(
            asked,
            Answer.NEEDS_JUDGEMENT,
            years=view.years,
            facts=facts,
            needs=(need,),
            remarks=(Remark.CONTRADICTION,),
        )
    if yes or no:
        return decided(asked, view, holds=bool(yes), facts=facts)
    return open_finding(asked, view, Remark.NOT_ON_FILE, facts=facts)


def _fits(asked: Attested, one: Attestation) -> bool | None:
    """Tell whether an attestation is of the kind asked for; None if that is not on file.

    A denial fits whatever its scope: what is not so in a unit is not so beyond it.
    """
    answers: list[bool | None] = []
    if asked.scope is not None and one.holds:
        answers.append(None if one.scope is None else one.scope.reaches(asked.scope))
    if asked.by:
        answers.append(one.by in asked.by if one.by else None)
    return False if False in answers else None if None in answers else True


def needs_judgement(asked: NeedsJudgement, view: View) -> Finding:
    """Leave it to people."""
    need = Need(NeedType.DECIDE, asked)
    return Finding(asked, Answer.NEEDS_JUDGEMENT, years=view.years, needs=(need,))


def text_missing(asked: TextMissing, view: View) -> Finding:
    """Say that the text is not known."""
    return open_finding(asked, view, Remark.NOT_ON_FILE)
