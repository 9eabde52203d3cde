# SPDX-License-Identifier: MIT
"""Rules and a dossier, into a verdict (*thẩm định hồ sơ*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from thidua.award.doubt import doubts_of
from thidua.award.rule import GeneralRule, LocalRule, Provision, Rule, in_force
from thidua.basis import day
from thidua.dossier import AwardType, Dossier
from thidua.eligibility import (
    Answer,
    AnyRule,
    EveryRule,
    Finding,
    Need,
    NeedType,
    Proposal,
    Remark,
    Verdict,
    all_of,
    any_of,
    evaluate,
    evaluate_counting,
    verified,
)

__all__ = ["judge"]


def judge(
    provisions: Provision | Iterable[Provision],
    dossier: Dossier,
    award: AwardType | str,
    on: date | str,
    *,
    year: int | None = None,
) -> Verdict:
    """Judge whether a subject may be given an award, by the rules that hold on a day.

    Awards received before are facts, whatever law they were conferred by.

    Args:
        provisions: Rules for this and other awards, general and local rules; those that do
            not hold on the day are passed over.
        dossier: What is on file.
        award: The award, or its code; of an `AwardType` it is known for whom it is.
        on: The day of the proposal.
        year: The year under review, if it is not that of the day as
            `thidua.dossier.year_under_review` says.

    Returns:
        The verdict, whose tree has a part for every general rule and every way to the award.
        Without a rule for the award, and beyond the last day for which the text of a rule
        was verified, the answer is unknown.

    Example:
        >>> from thidua.basis import Citation, Validity
        >>> from thidua.dossier import Rating
        >>> from thidua.eligibility import Rated, that_year
        >>> rule = Rule(
        ...     "r",
        ...     "ldtt",
        ...     that_year(Rated("well")),
        ...     subjects="individual",
        ...     basis=Citation("Quy chế"),
        ...     validity=Validity("2024-01-01"),
        ... )
        >>> dossier = Dossier("a", "individual", ratings=[Rating(2024, "excellent")])
        >>> judge(rule, dossier, "ldtt", "2024-12-20").answer.value
        'eligible'
    """
    on = day(on)
    listed = (provisions,) if isinstance(provisions, Rule | GeneralRule | LocalRule) else provisions
    held = tuple(in_force(listed, on))
    code = award.code if isinstance(award, AwardType) else award
    general = [
        one for one in held if isinstance(one, GeneralRule) and one.is_about(code, dossier.of)
    ]
    rules = [one for one in held if isinstance(one, Rule) and dossier.of in one.subjects]
    counting = tuple(rule for one in general for rule in one.counting)
    standards = [one.standard for one in held if isinstance(one, Rule | LocalRule)]
    proposal = Proposal(dossier, code, on, year or 0, counting=counting, standards=standards)
    wrong = isinstance(award, AwardType) and dossier.of not in award.subjects
    mine = () if wrong else tuple(one for one in rules if one.award == code)
    ways = [(one, verified(_way(one, proposal), one.verified_until, on)) for one in mine]
    parts = [verified(_general(one, proposal), one.verified_until, on) for one in general]
    parts += [way for one, way in ways if one.required]
    free = [way for one, way in ways if not one.required]
    if free or not ways:
        parts.append(_any_way(free, wrong=wrong))
    tree = Finding(EveryRule(), all_of(one.answer for one in parts), parts=tuple(parts))
    return Verdict(
        dossier.subject,
        code,
        on,
        proposal.year,
        tree,
        doubts=tuple(doubts_of(tree, held, dossier.category)),
        name=dossier.name,
    )


def _general(rule: GeneralRule, proposal: Proposal) -> Finding:
    """Judge what a general rule asks for, and what it says of counting."""
    parts = [evaluate_counting(one, proposal) for one in rule.counting]
    if rule.condition is not None:
        parts.append(evaluate(rule.condition, proposal))
    if len(parts) == 1:
        return evolve(parts[0], rule=rule.code, basis=rule.basis)
    answer = all_of(one.answer for one in parts)
    return Finding(EveryRule(), answer, parts=tuple(parts), rule=rule.code, basis=rule.basis)


def _way(rule: Rule, proposal: Proposal) -> Finding:
    return evolve(evaluate(rule.routed, proposal), rule=rule.code, basis=rule.basis)


def _any_way(ways: list[Finding], *, wrong: bool) -> Finding:
    """Join the ways to an award; without any, say why there is none."""
    if wrong:
        return Finding(AnyRule(), Answer.NOT_ELIGIBLE, remarks=(Remark.WRONG_SUBJECT,))
    if not ways:
        needs = (Need(NeedType.SUPPLY, AnyRule()),)
        return Finding(AnyRule(), Answer.UNKNOWN, needs=needs, remarks=(Remark.NO_RULE,))
    return Finding(AnyRule(), any_of(one.answer for one in ways), parts=tuple(ways))
