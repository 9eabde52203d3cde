# SPDX-License-Identifier: MIT
"""A pack as a page to read: each rule under its article (*trang văn bản*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from thidua.award import GeneralRule, LocalRule, Provision, Rule
from thidua.basis import cite
from thidua.dossier import Catalogue
from thidua.eligibility import say_condition
from thidua.law.pack import Pack

__all__ = ["pack_page"]


def pack_page(pack: Pack, *, awards: Catalogue | None = None) -> str:
    """Write a pack in Markdown: in English, and what rules ask for also in Vietnamese.

    Args:
        pack: The pack.
        awards: Names the awards; by default those that the pack describes.

    Returns:
        The page, with a heading for every instrument and article, and for every rule its
        code, its place, its days, how sure its text is, what it asks for, and its sources.
    """
    named = awards or Catalogue(pack.awards)
    held: tuple[Provision, ...] = (*pack.general, *pack.rules, *pack.local)
    ordered = sorted(held, key=_place)
    lines = [f"# {pack.name}", ""]
    for (instrument, article), rules in groupby(ordered, key=_article):
        lines += [f"## {instrument}{f', article {article}' if article else ''}", ""]
        for rule in rules:
            lines += [f"### {rule.code}", "", *_told(rule, named), ""]
    return "\n".join(lines).rstrip() + "\n"


def _article(rule: Provision) -> tuple[str, str]:
    return rule.basis.instrument, rule.basis.article


def _place(rule: Provision) -> tuple[str, int, str]:
    """Return where a rule stands, articles by number; rules keep their order within one."""
    instrument, article = _article(rule)
    return instrument, int(article) if article.isdecimal() else 0, article


def _told(rule: Provision, awards: Catalogue) -> Iterator[str]:
    yield f"- {_about(rule, awards)}"
    yield f"- {cite(rule.basis, 'vi')}; {_days(rule)}"
    sure = f"- Confidence: {rule.confidence.value}"
    yield f"{sure} ({rule.doubt})" if rule.doubt else sure
    counting = rule.counting if isinstance(rule, GeneralRule) else ()
    asked = () if rule.condition is None else (rule.condition,)
    for one in (*counting, *asked):
        yield f"- {say_condition(one, language='en', awards=awards)}"
        yield f"- *{say_condition(one, language='vi', awards=awards)}*"
    for page in rule.sources:
        yield f"- Seen on <{page}>" if " " not in page else f"- Seen on {page}"


def _about(rule: Provision, awards: Catalogue) -> str:
    """Say which award a rule is about, and for whom."""
    match rule:
        case Rule():
            subjects = ", ".join(one.value for one in rule.subjects)
            who = f"{subjects}: {', '.join(rule.categories)}" if rule.categories else subjects
            must = "; must be met besides the other ways" if rule.required else ""
            return f"{_name(rule.award, awards)} ({who}){must}"
        case GeneralRule():
            if rule.awards:
                return "; ".join(_name(code, awards) for code in rule.awards)
            return "All awards"
        case LocalRule():
            return f"Settles `{rule.settles}`"
        case _:
            assert_never(rule)


def _name(code: str, awards: Catalogue) -> str:
    known = {one.code: one for one in awards.awards}
    return f"{known[code].title('en')} (*{known[code].name}*)" if code in known else f"`{code}`"


def _days(rule: Provision) -> str:
    """Say on which days a rule holds, and for which its text was verified."""
    until = rule.validity.until
    end = f" until before {until}" if until else ""
    known = f", verified until {rule.verified_until}" if rule.verified_until else ""
    return f"from {rule.validity.first}{end}{known}"
