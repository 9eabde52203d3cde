# SPDX-License-Identifier: MIT
"""A pack as a page to read: each rule under its article (*trang văn bản*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusTerms,
    GeneralRule,
    LocalRule,
    Power,
    QuotaRule,
    Rule,
)
from thidua.basis import Citation, cite
from thidua.dossier import Catalogue
from thidua.eligibility import say_condition
from thidua.law.pack import Pack, Stated
from thidua.quantity import show, show_percent

__all__ = ["pack_page"]


def pack_page(pack: Pack, *, awards: Catalogue | None = None) -> str:
    """Write a pack in Markdown: in English, and what rules ask for also in Vietnamese.

    Args:
        pack: The pack.
        awards: Names the awards; by default those that the pack describes.

    Returns:
        The page, with a heading for every instrument and article, and for every rule its
        code, its place, its days, how sure its text is, what it asks for or says, and its
        sources.
    """
    named = awards or Catalogue(pack.awards, names=pack.names)
    ordered = sorted(pack.stated, key=_place)
    lines = [f"# {pack.name}", ""]
    for (instrument, article), rules in groupby(ordered, key=_article):
        lines += [f"## {instrument}{f', article {article}' if article else ''}", ""]
        for rule in rules:
            lines += [f"### {rule.code}", "", *_told(rule, named), ""]
    return "\n".join(lines).rstrip() + "\n"


def _basis(stated: Stated) -> Citation:
    return stated.basis or Citation("")


def _article(stated: Stated) -> tuple[str, str]:
    basis = _basis(stated)
    return basis.instrument, basis.article


def _place(stated: Stated) -> tuple[str, int, str, bool]:
    """Return where something stands, articles by number; within one, in the pack's order.

    What holds for many awards comes first.
    """
    instrument, article = _article(stated)
    number = int(article) if article.isdecimal() else 0
    return instrument, number, article, not isinstance(stated, GeneralRule)


def _told(stated: Stated, awards: Catalogue) -> Iterator[str]:
    yield f"- {_about(stated, awards)}"
    yield f"- {cite(_basis(stated), 'vi')}; {_days(stated)}"
    sure = f"- Confidence: {stated.confidence.value}"
    yield f"{sure} ({stated.doubt})" if stated.doubt else sure
    if isinstance(stated, Rule | GeneralRule | LocalRule):
        counting = stated.counting if isinstance(stated, GeneralRule) else ()
        asked = () if stated.condition is None else (stated.condition,)
        for one in (*counting, *asked):
            yield f"- {say_condition(one, language='en', awards=awards)}"
            yield f"- *{say_condition(one, language='vi', awards=awards)}*"
        for page in stated.sources:
            yield f"- Seen on <{page}>" if " " not in page else f"- Seen on {page}"


def _about(stated: Stated, awards: Catalogue) -> str:
    """Say what something is about: an award, and for whom; who decides; how many; how much."""
    match stated:
        case Rule():
            subjects = ", ".join(one.value for one in stated.subjects)
            who = f"{subjects}: {', '.join(stated.categories)}" if stated.categories else subjects
            must = "; must be met besides the other ways" if stated.required else ""
            return f"{_name(stated.award, awards)} ({who}){must}"
        case GeneralRule():
            return _names(stated.awards, awards) if stated.awards else "All awards"
        case LocalRule():
            return f"Settles `{stated.settles}`"
        case Power():
            return f"{' or '.join(stated.who)} decides on: {_names(stated.awards, awards)}"
        case QuotaRule():
            return f"{_names(stated.quota.awards, awards)}: at most {_most(stated)}"
        case BonusRate():
            return f"{_names(stated.awards, awards)}: {_multiple(stated)}"
        case BonusTerms():
            return f"Bonuses are rounded up to {stated.round_up_to:,} đồng"
        case BaseSalary():
            return f"Base salary (*mức lương cơ sở*): {stated.amount:,} đồng a month"
        case _:
            assert_never(stated)


def _most(rule: QuotaRule) -> str:
    quota = rule.quota
    if quota.share is None:
        return f"{quota.number}"
    of = "what the wider quota allows" if quota.within is not None else ", ".join(quota.of)
    return f"{show_percent(quota.share, 'en')} of {of}"


def _multiple(rate: BonusRate) -> str:
    household = "not known" if rate.household is None else f"× {show(rate.household, 'en')}"
    return (
        f"{'at most ' if rate.at_most else ''}{show(rate.multiple, 'en')} times the base salary; "
        f"collectives × {show(rate.collective, 'en')}, households {household}"
    )


def _names(codes: tuple[str, ...], awards: Catalogue) -> str:
    return "; ".join(_name(code, awards) for code in codes)


def _name(code: str, awards: Catalogue) -> str:
    known = {one.code: one for one in awards.awards}
    return f"{known[code].title('en')} (*{known[code].name}*)" if code in known else f"`{code}`"


def _days(stated: Stated) -> str:
    """Say on which days something holds, and for which its text was verified."""
    until = stated.validity.until
    end = f" until before {until}" if until else ""
    known = f", verified until {stated.verified_until}" if stated.verified_until else ""
    return f"from {stated.validity.first}{end}{known}"
