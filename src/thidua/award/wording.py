# SPDX-License-Identifier: MIT
"""A slate in words: what every unit is proposed for, or why it is not."""

from __future__ import annotations

from typing import assert_never

from thidua.award.slate import Decision, Outcome, Slate
from thidua.quantity import Language, Markup, show, show_interval, table

__all__ = ["reason", "slate_table"]


def reason(decision: Decision, *, language: Language = "vi") -> str:
    """Say in one sentence why the unit is proposed for what it is, or for nothing."""
    awards = (" / ").join(decision.awards)
    result = "" if decision.value is None else show_interval(decision.value, language)
    least = "" if decision.minimum is None else show(decision.minimum, language)
    vietnamese = language == "vi"
    where = ("hạng" if vietnamese else "rank") + f" {decision.rank} ({result})"
    match decision.outcome:
        case Outcome.AWARDED:
            return f"{where}: đề nghị {awards}" if vietnamese else f"{where}: proposed for {awards}"
        case Outcome.TIED:
            if vietnamese:
                return f"{where}: đồng hạng, không đủ số lượng {awards}; hội nghị quyết định"
            return f"{where}: tied, too few of {awards}; the conference decides"
        case Outcome.BELOW_MINIMUM:
            if vietnamese:
                return f"{where}: dưới mức tối thiểu {least} của hình thức còn lại"
            return f"{where}: below the {least} that the awards left ask for"
        case Outcome.NO_AWARD_LEFT:
            if vietnamese:
                return f"{where}: các đơn vị xếp trên đã nhận hết số lượng"
            return f"{where}: units ranked above took all there is"
        case Outcome.KNOCKED_OUT:
            barred = "bị loại trừ" if vietnamese else "barred"
            place = "" if decision.rank is None else f"{where}: "
            return f"{place}{barred}, {decision.note}"
        case Outcome.UNRANKED:
            return (
                f"không xếp hạng: {decision.note}" if vietnamese else f"not ranked: {decision.note}"
            )
        case Outcome.PROVISIONAL:
            if vietnamese:
                return f"tạm tính {result}: thứ hạng còn có thể thay đổi"
            return f"provisional {result}: the rank may still change"
        case _:
            assert_never(decision.outcome)


def slate_table(slate: Slate, *, language: Language = "vi", markup: Markup = "text") -> str:
    """Write a slate: unit, whether it is put forward, and the reason for what it receives."""
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
    rows = [
        [one.name, words[one.nominated], reason(one, language=language)] for one in slate.decisions
    ]
    return table(heads, rows, markup=markup)
