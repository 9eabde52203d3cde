# SPDX-License-Identifier: MIT
"""On which doubtful rules a verdict rests, those that other rules refer to among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from thidua.award.rule import GeneralRule, Provision, Rule
from thidua.basis import Confidence
from thidua.eligibility import (
    Answer,
    Any,
    AnyRule,
    AtLeast,
    Doubt,
    Finding,
    MeetsRule,
    MeetsStandard,
    NeedsLocalRules,
    Not,
    Verified,
    all_findings,
)

__all__ = ["doubts_of"]

_Codes: TypeAlias = dict[str, None]
"""Codes of doubtful rules, each once, in the order of the tree."""


def doubts_of(
    tree: Finding, provisions: Iterable[Provision], category: str | None
) -> Iterator[Doubt]:
    """Yield the doubts of the rules that a verdict rests on.

    It rests on every rule that gives its answer, and on those that such a rule refers to: a
    local rule, the standard of another award. A yes rests on one of several ways; where a
    way that is sure leads there, the doubtful ones do not matter.

    Args:
        tree: What was found.
        provisions: The rules it was found by.
        category: Category of the subject: rules for other categories decide nothing here,
            however they read.
    """
    known = {one.code: one for one in provisions}
    unsure = {code for code, one in known.items() if one.confidence is not Confidence.HIGH}
    if not unsure:
        return
    for code in _rests_on(tree, known, unsure, category):
        rule = known[code]
        yield Doubt(code, rule.confidence, rule.basis, rule.doubt)


def _rests_on(
    finding: Finding, known: Mapping[str, Provision], unsure: set[str], category: str | None
) -> _Codes:
    """Return the doubtful rules that give a finding its answer."""
    rule = known.get(finding.rule)
    if rule is not None and _left_nothing_out(rule, finding):
        return {}
    own: _Codes = {finding.rule: None} if finding.rule in unsure else {}
    if isinstance(finding.asked, Verified):
        return own  # what the older text would give decides nothing
    parts = [part for part in finding.parts if _counts(part, finding, known, category)]
    below = [_rests_on(part, known, unsure, category) for part in parts]
    if finding.answer is Answer.ELIGIBLE:
        below = _needed(finding, parts, below, known)
    return {**own, **{code: None for codes in below for code in codes}}


def _counts(
    part: Finding, finding: Finding, known: Mapping[str, Provision], category: str | None
) -> bool:
    """Tell whether a finding has its answer from a part."""
    match finding.asked:
        case Not():
            return True
        case MeetsRule():  # a rule that is named is asked for as it is
            return part.answer is finding.answer
        case _:
            return part.answer is finding.answer and _is_for(known.get(part.rule), category)


def _needed(
    finding: Finding, parts: list[Finding], below: list[_Codes], known: Mapping[str, Provision]
) -> list[_Codes]:
    """Leave out what a yes does not need: as many of its parts as it asks for may be sure."""
    match finding.asked:
        case Any() | AnyRule() | MeetsRule() | NeedsLocalRules():
            return [] if {} in below else below
        case AtLeast(count):
            return [] if below.count({}) >= count else below
        case MeetsStandard():
            must = [_is_required(known.get(part.rule)) for part in parts]
            needed = [codes for codes, one in zip(below, must, strict=True) if one]
            ways = [codes for codes, one in zip(below, must, strict=True) if not one]
            return needed if {} in ways else [*needed, *ways]
        case _:
            return below


def _is_required(rule: Provision | None) -> bool:
    return isinstance(rule, Rule) and rule.required


def _is_for(rule: Provision | None, category: str | None) -> bool:
    """Tell whether a rule may be for a category; one that is required is for all it names."""
    if not isinstance(rule, Rule) or rule.required:
        return True
    return not rule.categories or category is None or category in rule.categories


def _left_nothing_out(rule: Provision, finding: Finding) -> bool:
    """Tell whether a rule of counting changed nothing, so that nothing rests on it."""
    return (
        isinstance(rule, GeneralRule)
        and rule.condition is None
        and finding.answer is Answer.ELIGIBLE
        and not any(one.facts for one in all_findings(finding))
    )
