# SPDX-License-Identifier: MIT
"""A slate in words: what every unit is proposed for, or why it is not."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from attrs import evolve

from thidua.award.quota_check import explain_quota
from thidua.award.slate import Decision, Outcome, Slate
from thidua.dossier import Catalogue
from thidua.eligibility import Verdict, shortest_path
from thidua.eligibility.words import Words
from thidua.quantity import Interval, Language, Markup, show_interval, table
from thidua.quantity.show import places_apart
from thidua.quantity.term import check_option
from thidua.ranking.table import no_maximum
from thidua.rubric import RankedBy

__all__ = ["reason", "slate_table"]


def reason(decision: Decision, *, language: Language = "vi") -> str:
    """Say in one sentence why the unit is proposed for what it is, or for nothing."""
    check_option("language", language, Language)
    return _reason(decision, language, [decision.minimum])


def _reason(decision: Decision, language: Language, others: Iterable[Fraction | None]) -> str:
    """Say it, with as many decimals as tell its result from the *others*."""
    value = decision.value or Interval(None, None)
    places = places_apart([value.low, value.high, *others])
    vietnamese = language == "vi"
    awards = (" và " if vietnamese else " and ").join(decision.awards)
    where = _standing(decision, language, places)
    match decision.outcome:
        case Outcome.AWARDED:
            return where + (f"đề nghị {awards}" if vietnamese else f"proposed for {awards}")
        case Outcome.TIED:
            text = (
                f"đồng hạng, không đủ {awards} để đề nghị như nhau; hội nghị quyết định"
                if vietnamese
                else f"tied, not enough of {awards} to treat them alike; the conference decides"
            )
            return where + text + _limit(decision, language)
        case Outcome.BELOW_MINIMUM:
            least = _amount(
                Interval(decision.minimum, decision.minimum), decision, language, places
            )
            if vietnamese:
                return f"{where}chưa đạt mức tối thiểu {least} của hình thức khen thưởng còn lại"
            return f"{where}below the {least} that the awards left ask for"
        case Outcome.NOT_ELIGIBLE:
            text = "chưa đủ điều kiện" if vietnamese else "not eligible"
            return where + text + _asked(decision.verdicts, language)
        case Outcome.OVER_QUOTA:
            text = f"thừa tỷ lệ {awards}" if vietnamese else f"{awards}: over the quota"
            return where + text + _limit(decision, language)
        case Outcome.OPEN:
            text = f"giữ {awards}" if vietnamese else f"{awards} is kept for it"
            if decision.quota is not None:
                return where + text + _limit(decision, language)
            return where + text + _asked(decision.verdicts[-1:], language)
        case Outcome.NO_AWARD_LEFT:
            return where + ("đã hết số lượng khen thưởng" if vietnamese else "no award is left")
        case Outcome.KNOCKED_OUT:
            return where + _noted("không xét khen thưởng" if vietnamese else "barred", decision)
        case Outcome.UNRANKED:
            if not decision.excluded and decision.ranked_by is RankedBy.PERCENT:
                decision = evolve(decision, note=decision.note or no_maximum(language))
            return _noted("không xếp hạng" if vietnamese else "not ranked", decision)
        case Outcome.PROVISIONAL:
            return where + ("chờ đủ số liệu" if vietnamese else "results are still awaited")
        case _:
            assert_never(decision.outcome)


def _standing(decision: Decision, language: Language, places: int) -> str:
    """Write rank and result, as far as there are: ``hạng 2 (53 điểm): ``."""
    result = "" if decision.value is None else _amount(decision.value, decision, language, places)
    if decision.rank is None:
        return f"{result}: " if result else ""
    rank = f"{'hạng' if language == 'vi' else 'rank'} {decision.rank}"
    return f"{rank} ({result}): " if result else f"{rank}: "


def _amount(value: Interval, decision: Decision, language: Language, places: int) -> str:
    text = show_interval(value, language, places)
    if decision.ranked_by is RankedBy.PERCENT:
        return text + (" %" if language == "vi" else "%")
    return text + (" điểm" if language == "vi" else " points")


def _asked(verdicts: Iterable[Verdict], language: Language) -> str:
    """Write what was asked about, the answer, and the least that is still missing."""
    words, parts = Words(language, Catalogue(())), []
    for one in verdicts:
        missing = shortest_path(one, language=language)
        said = [words.term(one.answer), *missing.sentences]
        parts.append(f"{one.award} ({'; '.join(said)})")
    return ": " + ", ".join(parts) if parts else ""


def _limit(decision: Decision, language: Language) -> str:
    """Write the quota that bears on a decision, if one does."""
    if decision.quota is None:
        return ""
    return f" ({explain_quota(decision.quota, language=language)})"


def _noted(text: str, decision: Decision) -> str:
    return f"{text} ({decision.note})" if decision.note else text


def slate_table(slate: Slate, *, language: Language = "vi", markup: Markup = "text") -> str:
    """Write a slate: unit, whether it is put forward, and the reason for what it receives.

    A slate of several groups has a column for the group.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    vietnamese = language == "vi"
    heads = (
        ["Đơn vị", "Suy tôn", "Đề nghị và lý do"]
        if vietnamese
        else ["Unit", "Nominated", "Proposal and reason"]
    )
    words = (
        {True: "có", False: "không", None: "chưa rõ"}
        if vietnamese
        else {True: "yes", False: "no", None: "open"}
    )
    values = [one.value for one in slate.decisions if one.value is not None]
    ends = [end for value in values for end in (value.low, value.high)]
    rows = [
        [one.name, words[one.nominated], _reason(one, language, [one.minimum, *ends])]
        for one in slate.decisions
    ]
    if any(one.group for one in slate.decisions):
        heads.insert(0, "Nhóm" if vietnamese else "Group")
        rows = [[one.group, *row] for one, row in zip(slate.decisions, rows, strict=True)]
    return table(heads, rows, markup=markup)
