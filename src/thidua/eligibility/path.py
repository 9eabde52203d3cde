# SPDX-License-Identifier: MIT
"""The least that is still missing for a yes (*còn thiếu gì*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias, assert_never, final

from attrs import frozen

from thidua.dossier import Catalogue
from thidua.eligibility.answer import Answer
from thidua.eligibility.condition import Any, AtLeast, Not, Run
from thidua.eligibility.finding import AnyRule, Finding, Need, NeedType, Remark, Verdict, Verified
from thidua.eligibility.head import head
from thidua.eligibility.leaf import (
    Employed,
    HasInitiative,
    Held,
    HeldInARow,
    Rated,
    ServedInPost,
    YearsSince,
)
from thidua.eligibility.leaf_group import FigureIs, ShareIs, Voted
from thidua.eligibility.leaf_left import (
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    TextMissing,
)
from thidua.eligibility.say import say_condition
from thidua.eligibility.words import Words
from thidua.errors import RuleFault
from thidua.quantity import Language
from thidua.quantity.term import check_option
from thidua.quantity.typed import typed

__all__ = ["MAXIMUM_WAYS", "Missing", "shortest_path"]

MAXIMUM_WAYS: Final = 200
"""Most ways that are compared at one place; of more, the shortest so far are kept."""

_Way: TypeAlias = frozenset[Need]


@final
@frozen(field_transformer=typed(RuleFault))
class Missing:
    """What is missing for a yes: nothing, some needs, or no way that is known."""

    reachable: bool
    """Whether there is a way: something past, such as a sanction, may bar every one."""
    needs: tuple[Need, ...] = ()
    """What is missing, what has to be achieved first."""
    sentences: tuple[str, ...] = ()
    """The same in words, one for each."""


def shortest_path(
    verdict: Verdict | Finding, *, language: Language = "vi", awards: Catalogue | None = None
) -> Missing:
    """Return the least that is still missing for a yes.

    Of alternatives, the way with the least to achieve is taken; between equal ones that
    with the least to wait for, to be decided, and to put on file, in that order; then the
    first. What two conditions both lack is counted once. Needs look ahead: for a streak
    that is too short, the years that are still to come.

    Args:
        verdict: The verdict, or a part of it.
        language: Vietnamese or English.
        awards: Names of awards; their codes, if absent.
    """
    check_option("language", language, Language)
    tree = verdict.tree if isinstance(verdict, Verdict) else verdict
    ways = _ways(tree)
    if not ways:
        return Missing(reachable=False)
    words = Words(language, awards or Catalogue(()))
    order = {one: place for place, one in enumerate(_needs_in(tree))}
    places = {one: place for place, one in enumerate(NeedType)}
    needs = sorted(ways[0], key=lambda one: (places[one.todo], order[one]))
    return Missing(
        reachable=True, needs=tuple(needs), sentences=tuple(_say(one, words) for one in needs)
    )


def _needs_in(finding: Finding) -> Iterable[Need]:
    yield from finding.needs
    for part in finding.parts:
        yield from _needs_in(part)


def _cost(way: _Way) -> tuple[Fraction, ...]:
    return tuple(
        sum((one.number for one in way if one.todo is kind), Fraction(0)) for kind in NeedType
    )


def _ways(finding: Finding) -> list[_Way]:
    """Return the ways to a yes, the shortest first; none if there is none."""
    if finding.answer is Answer.ELIGIBLE:
        return [frozenset()]
    # Where nothing is lacking and it is no yes, such as for want of a window, nothing helps.
    return [way for way in _ways_to(finding) if way]


def _ways_to(finding: Finding) -> list[_Way]:
    match finding.asked:
        case Any() | AnyRule() | MeetsStandard() | MeetsRule() | NeedsLocalRules():
            if finding.parts:
                return _best(way for part in finding.parts for way in _ways(part))
        case AtLeast(count):
            chosen = combinations([_ways(part) for part in finding.parts], count)
            return _best(way for ways in chosen for way in _together(ways))
        case Not():
            open_ = finding.answer is not Answer.NOT_ELIGIBLE
            return _together([_ways(part) for part in _open_parts(finding)]) if open_ else []
        case Run() as run:
            return _run_ways(run, finding)
        case _:
            pass
    if Remark.NEVER in finding.remarks or Remark.WRONG_SUBJECT in finding.remarks:
        return []
    own: _Way = frozenset(finding.needs)
    return _together([[own], *(_ways(part) for part in finding.parts)])


def _open_parts(finding: Finding) -> list[Finding]:
    return [one for one in finding.parts if one.answer is not Answer.ELIGIBLE]


def _run_ways(run: Run, finding: Finding) -> list[_Way]:
    """Return the ways to a streak: what it lacks, its open years, and what lies within."""
    has_inside = run.within is not None
    years = finding.parts[:-1] if has_inside else finding.parts
    inside = finding.parts[-1:] if has_inside else ()
    wanted = [
        one
        for one in years[: run.years]
        if one.answer not in {Answer.NOT_ELIGIBLE, Answer.ELIGIBLE}
    ]
    own: _Way = frozenset(finding.needs)
    return _together([[own], *(_ways(one) for one in (*wanted, *inside))])


def _together(ways: Iterable[list[_Way]]) -> list[_Way]:
    """Join one way of each."""
    joined: list[_Way] = [frozenset()]
    for each in ways:
        joined = _best(one | other for one in joined for other in each)
    return joined


def _best(ways: Iterable[_Way]) -> list[_Way]:
    return sorted(dict.fromkeys(ways), key=_cost)[:MAXIMUM_WAYS]


def _say(need: Need, words: Words) -> str:
    """Say what has to happen."""
    match need.todo:
        case NeedType.ACHIEVE:
            return _achieve(need, words)
        case NeedType.CLEAR:
            if isinstance(need.condition, Voted):
                return words.pick("chờ bỏ phiếu: ", "a vote is awaited: ") + head(
                    need.condition, words
                )
            return words.pick(
                "chờ kết luận việc đang xem xét, xác minh", "wait for what is pending to end"
            )
        case NeedType.DECIDE:
            what = need.condition
            why = what.why if isinstance(what, NeedsJudgement) else head(what, words)
            return words.pick("cần người có thẩm quyền quyết định: ", "to be decided: ") + why
        case NeedType.SUPPLY:
            return _supply(need, words)
        case _:
            assert_never(need.todo)


def _supply(need: Need, words: Words) -> str:
    """Say what has to be found: a fact, or the text of a rule."""
    match need.condition:
        case TextMissing(why):
            return words.pick("cần tìm văn bản: ", "the text is to be found: ") + why
        case Verified(until):
            day = words.day(until)
            return words.pick(
                f"cần đối chiếu văn bản có hiệu lực sau ngày {day}",
                f"the text in force after {day} is to be verified",
            )
        case NeedsLocalRules(topic, why):
            text = words.pick("cần quy định của bộ, tỉnh: ", "local rules are needed: ")
            return text + (why or topic)
        case AnyRule():
            return words.pick("cần quy định về tiêu chuẩn", "a rule on the standards is needed")
        case _:
            text = words.pick("cần bổ sung hồ sơ: ", "to be put on file: ")
            when = f", {words.years(need.years)}" if need.years else ""
            return text + head(need.condition, words) + when


def _achieve(need: Need, words: Words) -> str:
    """Say what has to be achieved or received."""
    number, asked = need.number, need.condition
    count = words.number(number)
    noun = words.plural(number, "year", "years")
    times = words.plural(number, "time", "times")
    match asked:
        case Run(_, each):
            what = say_condition(each, language=words.language, awards=words.awards)
            return words.pick(
                f"thêm {count} năm liên tục: {what}", f"{count} more {noun} in a row: {what}"
            )
        case Rated(least):
            return words.pick(
                f"thêm {count} năm {words.term(least)} trở lên",
                f"{count} more {noun} of {words.term(least)} or better",
            )
        case Held(awards):
            what = words.any_award(awards)
            return words.pick(f"thêm {count} lần được tặng {what}", f"{what} {count} {times} more")
        case HeldInARow(award):
            what = words.award(award)
            return words.pick(
                f"thêm {count} lần liên tục được tặng {what}",
                f"{what} {count} {times} more in succession",
            )
        case YearsSince():
            return words.pick(f"chờ thêm {count} năm: ", f"{count} more {noun}: ") + head(
                asked, words
            )
        case HasInitiative(scope):
            what, where = words.terms(asked.types), words.term(scope)
            return words.pick(
                f"thêm {count} {what} {where} trở lên", f"{count} more {what} of {where} or above"
            )
        case ServedInPost() | Employed():
            months = words.plural(number, "month", "months")
            return words.pick(f"thêm {count} tháng: ", f"{count} more {months}: ") + head(
                asked, words
            )
        case FigureIs() | ShareIs():
            return words.pick(f"thêm {count}: ", f"{count} more: ") + head(asked, words)
        case _:
            return head(asked, words)
