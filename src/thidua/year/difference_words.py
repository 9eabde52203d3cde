# SPDX-License-Identifier: MIT
"""Where two stages differ, as a table (*bảng chênh lệch giữa các bước*)."""

from __future__ import annotations

from fractions import Fraction

from thidua.quantity import Language, Markup, show, show_interval, table
from thidua.quantity.term import check_option
from thidua.year.official import differences
from thidua.year.results import totals
from thidua.year.year import Year

__all__ = ["difference_table"]


def difference_table(
    year: Year, first: str, second: str, *, language: Language = "vi", markup: Markup = "text"
) -> str:
    """Write where two stages differ, with the totals of the units that do.

    For the arguments and errors see `differences` and `total`.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    vietnamese = language == "vi"
    names = [
        next(one.name for one in year.procedure.stages if one.code == code)
        for code in (first, second)
        if year.procedure.stage(code)
    ]
    found = differences(year, first, second)
    heads = ["Đơn vị", "Tiêu chí"] if vietnamese else ["Unit", "Criterion"]
    ends = ["Chênh lệch", "Lý do"] if vietnamese else ["Difference", "Reason"]
    sums, others = totals(year, first), totals(year, second)
    rows: list[list[str]] = []
    for unit in dict.fromkeys(one.unit for one in found):
        called = year.cluster.called(unit)
        rows.extend(
            [
                called,
                one.code,
                show(one.first, language),
                show(one.second, language),
                _change(one.change, language),
                one.reason,
            ]
            for one in found
            if one.unit == unit
        )
        if unit in sums:
            before, after = sums[unit], others[unit]
            apart = (
                _change(after.value - before.value, language)
                if before.value is not None and after.value is not None
                else ""
            )
            spans = [show_interval(one, language) for one in (before, after)]
            rows.append([called, "Tổng" if vietnamese else "Total", *spans, apart, ""])
    return table([*heads, *names, *ends], rows, right="234", markup=markup)


def _change(change: Fraction, language: Language) -> str:
    return ("+" if change > 0 else "") + show(change, language)
