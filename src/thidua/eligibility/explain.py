# SPDX-License-Identifier: MIT
"""A verdict in words: every condition, its answer, and why (*kết quả thẩm định hồ sơ*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from thidua.basis import Confidence, cite
from thidua.dossier import (
    Attestation,
    Attribute,
    AwardReceived,
    Ballot,
    CampaignResult,
    Catalogue,
    ClusterResult,
    Fact,
    Figure,
    Initiative,
    Leave,
    Pending,
    Post,
    Rating,
    Sanction,
)
from thidua.eligibility.answer import Answer
from thidua.eligibility.condition import Run
from thidua.eligibility.counting import Counting, ReducedTenure
from thidua.eligibility.finding import Asked, Doubt, Finding, Verdict
from thidua.eligibility.head import head
from thidua.eligibility.leaf import ServedInPost
from thidua.eligibility.leaf_group import ShareIs, Voted
from thidua.eligibility.leaf_left import MeetsRule
from thidua.eligibility.words import Words
from thidua.quantity import Language, Markup
from thidua.quantity.term import check_option

__all__ = ["explain_finding", "explain_verdict"]


def explain_verdict(
    verdict: Verdict,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    awards: Catalogue | None = None,
) -> str:
    """Write a verdict: the answer, every condition with its own, what was read, the doubts.

    Args:
        verdict: The verdict.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        awards: Names of awards; their codes, if absent.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    words = Words(language, awards or Catalogue(()))
    who, award = verdict.name or verdict.subject, words.award(verdict.award)
    day = words.day(verdict.day)
    answer = words.term(verdict.answer)
    if markup == "markdown":
        answer = f"**{answer}**"
    title = words.pick(
        f"{who}, đề nghị {award} ngày {day}, năm xét {verdict.year}: {answer}",
        f"{who}, {award} proposed on {day} for {verdict.year}: {answer}",
    )
    lines = [title, *([""] if markup == "markdown" else ())]
    for part in verdict.tree.parts:
        lines += _lines(part, words, markup, 0)
    if verdict.doubts and markup == "markdown":
        lines.append("")
    lines += [_doubt(one, words) for one in verdict.doubts]
    return "\n".join(lines)


def explain_finding(
    finding: Finding,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    awards: Catalogue | None = None,
) -> str:
    """Write a finding and those inside it, one line each."""
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    words = Words(language, awards or Catalogue(()))
    return "\n".join(_lines(finding, words, markup, 0))


def _lines(finding: Finding, words: Words, markup: Markup, depth: int) -> Iterator[str]:
    yield "  " * depth + "- " + _line(finding, words, markup)
    for part in finding.parts:
        yield from _lines(part, words, markup, depth + 1)


def _line(finding: Finding, words: Words, markup: Markup) -> str:
    answer = _answer(finding, words)
    text = f"{_head(finding, words)}: " + (f"**{answer}**" if markup == "markdown" else answer)
    if why := _why(finding, words):
        text += f" ({'; '.join(why)})"
    if finding.basis is not None:
        text += f" [{cite(finding.basis, words.language)}]"
    return text


def _head(finding: Finding, words: Words) -> str:
    """Say what was asked for; of rules that are referred to, where they are written."""
    places = [part.basis for part in finding.parts]
    if isinstance(finding.asked, MeetsRule) and places and None not in places:
        cited = [cite(one, words.language) for one in places if one is not None]
        return words.pick("đáp ứng ", "meets ") + words.listed(cited)
    return head(finding.asked, words)


def _answer(finding: Finding, words: Words) -> str:
    """Say the answer; of a rule of counting that is known, whether there was anything to it."""
    if finding.answer is not Answer.ELIGIBLE or not isinstance(finding.asked, Counting):
        return words.met(finding.answer)
    if isinstance(finding.asked, ReducedTenure):
        return words.pick("áp dụng nếu đúng đối tượng", "applied where it fits")
    if finding.facts:
        return words.pick("có áp dụng", "applied")
    return words.pick("không phát sinh", "nothing to apply it to")


def _why(finding: Finding, words: Words) -> list[str]:
    """Return what a finding rests on, in short texts."""
    why: list[str] = []
    if finding.years is not None and not finding.rule:
        why.append(words.years(finding.years))
    if finding.vote is not None:
        why.append(words.term(finding.vote))
    if finding.found is not None:
        why.append(_found(finding.asked, finding.found, words))
    why += [_fact(one, words) for one in finding.facts]
    why += [text for text in map(words.term, finding.remarks) if text]
    return why


def _found(asked: Asked, number: Fraction, words: Words) -> str:
    match asked:
        case ShareIs() | Voted():
            return words.percent(number)
        case ServedInPost():
            return words.pick(f"{words.number(number)} tháng", f"{words.number(number)} months")
        case Run():
            noun = words.plural(number, "year", "years")
            return words.pick(f"{words.number(number)} năm", f"{words.number(number)} {noun}")
        case _:
            return words.pick("hiện có ", "has ") + words.number(number)


def _fact(fact: Fact, words: Words) -> str:
    """Write a fact briefly."""
    match fact:
        case Rating(year, quality):
            return f"{year}: {words.term(quality)}"
        case AwardReceived(award):
            when = [words.years(fact.years)] if fact.years else []
            when += [words.day(fact.decided)] if fact.decided and not fact.years else []
            return " ".join([words.award(award), *when])
        case Initiative(year, scope):
            return f"{year}: {fact.code or words.term(fact.sort)} {words.term(scope)}"
        case Sanction(level, first, last):
            until = f"-{words.day(last)}" if last else ""
            return f"{words.term(level)} {words.day(first)}{until}"
        case Pending(matter, opened):
            return f"{words.award(matter)} {words.day(opened)}"
        case Post(post, first, last):
            until = f"-{words.day(last)}" if last else ""
            return f"{words.award(post)} {words.day(first)}{until}"
        case Figure(code, year, value):
            return f"{words.award(code)} {year} = {words.number(value)}"
        case Leave(reason, year, months):
            return f"{words.award(reason)} {year} = {words.number(months)}"
        case CampaignResult(campaign, years):
            return f"{words.award(campaign)} {words.years(years)}"
        case ClusterResult(cluster, year):
            rank = "" if fact.rank is None else words.pick(f" thứ {fact.rank}", f" no. {fact.rank}")
            return f"{words.award(cluster)} {year}{rank}"
        case Ballot():
            return words.pick(
                f"{fact.agree} phiếu đồng ý, {fact.members} thành viên",
                f"{fact.agree} in favour, {fact.members} members",
            )
        case Attestation():
            says = words.pick("có", "yes") if fact.holds else words.pick("không", "no")
            return f"{fact.by}: {says}" if fact.by else says
        case Attribute(name, value):
            return f"{words.award(name)} = {words.award(value)}"
        case _:
            assert_never(fact)


def _doubt(doubt: Doubt, words: Words) -> str:
    level = {
        Confidence.HIGH: ("chắc chắn", "sure"),
        Confidence.MEDIUM: ("khá chắc chắn", "fairly sure"),
        Confidence.LOW: ("chưa chắc chắn", "not sure"),
    }[doubt.confidence]
    basis = cite(doubt.basis, words.language) if doubt.basis else doubt.rule
    text = words.pick(f"Lưu ý: nội dung {basis}", f"Note: the text of {basis}")
    text += words.pick(" ", " is ") + words.pick(*level)
    return f"{text}: {doubt.note}" if doubt.note else text
