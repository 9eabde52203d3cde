# SPDX-License-Identifier: MIT
"""A mid-year review in words (*báo cáo sơ kết*)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from thidua.cluster.outlook import ClassGoal, Goal, MidYear, Outlook, PlaceGoal, Prospect
from thidua.cluster.progress import Progress
from thidua.quantity import Language, Markup, show, show_interval, show_percent, table
from thidua.quantity.term import check_option
from thidua.rubric import RankedBy, Rubric

__all__ = ["explain_goal", "progress_table", "review_table"]


def explain_goal(goal: Goal, review: MidYear, *, language: Language = "vi") -> str:
    """Say in one sentence what a goal takes, or that it is certain or lost."""
    check_option("language", language, Language)
    vietnamese = language == "vi"
    if goal.prospect is Prospect.CERTAIN:
        return f"{_what(goal, language)}: " + ("đã chắc chắn" if vietnamese else "certain")
    if goal.prospect is Prospect.LOST:
        return f"{_what(goal, language)}: " + (
            "không còn khả năng" if vietnamese else "no longer possible"
        )
    return f"{_what(goal, language)}: " + "; ".join(_takes(goal, review.ranked_by, language))


def _what(goal: Goal, language: Language) -> str:
    vietnamese = language == "vi"
    match goal:
        case PlaceGoal(1):
            return "đứng đầu" if vietnamese else "first"
        case PlaceGoal(among):
            return f"trong nhóm {among} đơn vị đầu" if vietnamese else f"among the first {among}"
        case ClassGoal(grade):
            return f"xếp loại {grade}" if vietnamese else f"class {grade}"
        case _:
            assert_never(goal)


def _takes(goal: Goal, by: RankedBy, language: Language) -> Iterable[str]:
    vietnamese = language == "vi"
    match goal:
        case PlaceGoal():
            if goal.chance is not None:
                least = _amount(goal.chance, by, language)
                yield f"còn khả năng nếu đạt từ {least}" if vietnamese else f"possible from {least}"
            if goal.sure is None:
                yield (
                    "chưa kết quả nào bảo đảm được" if vietnamese else "no result makes it certain"
                )
            else:
                least = _least(goal.sure, by, language, more_than=goal.more_than)
                yield f"chắc chắn nếu đạt {least}" if vietnamese else f"certain with {least}"
        case ClassGoal():
            if goal.sure is not None:
                least = _least(goal.sure, by, language, more_than=goal.more_than)
                yield f"cần đạt {least}" if vietnamese else f"takes {least}"
            if goal.lacks:
                count = len(goal.lacks)
                yield (
                    f"còn {count} điều kiện khác chưa đạt hoặc chưa rõ"
                    if vietnamese
                    else f"{count} other conditions are not met, or open"
                )
        case _:
            assert_never(goal)


def _least(value: Fraction, by: RankedBy, language: Language, *, more_than: bool) -> str:
    amount = _amount(value, by, language)
    if language == "vi":
        return f"trên {amount}" if more_than else f"từ {amount}"
    return f"more than {amount}" if more_than else f"{amount} or more"


def _amount(value: Fraction, by: RankedBy, language: Language) -> str:
    if by is RankedBy.PERCENT:
        return show_percent(value / 100, language)
    return show(value, language) + (" điểm" if language == "vi" else " points")


def review_table(review: MidYear, *, language: Language = "vi", markup: Markup = "text") -> str:
    """Write what every unit may still come to, one line for each, and what its goals take."""
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    vietnamese = language == "vi"
    heads = (
        ["Đơn vị", "Kết quả có thể", "Hạng có thể", "Xếp loại có thể", "Nhận định"]
        if vietnamese
        else ["Unit", "Possible result", "Possible rank", "Possible class", "Outlook"]
    )
    rows = [
        [
            one.name,
            show_interval(one.value, language),
            _ranks(one),
            _classes(one, language),
            ". ".join(explain_goal(goal, review, language=language) for goal in one.goals),
        ]
        for one in review.units
    ]
    filled = [index for index in range(len(heads)) if index < 3 or any(r[index] for r in rows)]  # noqa: PLR2004 - the first three always stand
    groups = any(one.group for one in review.units)
    laid = [[row[index] for index in filled] for row in rows]
    shown = [heads[index] for index in filled]
    if groups:
        shown.insert(0, "Nhóm" if vietnamese else "Group")
        laid = [[one.group, *row] for one, row in zip(review.units, laid, strict=True)]
    return table(shown, laid, markup=markup)


def _ranks(one: Outlook) -> str:
    """Write ranks, those that follow each other from the first to the last."""
    runs: list[list[int]] = []
    for rank in one.ranks:
        if runs and rank == runs[-1][-1] + 1:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _classes(one: Outlook, language: Language) -> str:
    none = "không xếp loại" if language == "vi" else "no class"
    return ", ".join(none if grade is None else grade for grade in one.classes)


def progress_table(
    found: Iterable[Progress],
    rubric: Rubric,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    all_targets: bool = False,
) -> str:
    """Write the targets that are behind (*chậm tiến độ*), or all of them.

    Args:
        found: What `progress` found.
        rubric: The rubric, for the names of measures.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        all_targets: Whether targets on schedule are written too.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    vietnamese = language == "vi"
    names = {one.code: one.name for one in rubric.measures}
    heads = (
        ["Đơn vị", "Chỉ tiêu", "Thực hiện", "Kế hoạch năm", "Phải đạt đến nay", "Dự kiến cả năm"]
        if vietnamese
        else ["Unit", "Measure", "So far", "Target", "Due by now", "Projected"]
    )
    rows = [
        [
            one.name,
            names.get(one.measure, one.measure),
            *(show(number, language) for number in (one.result, one.target, one.due)),
            show(one.projected, language),
        ]
        for one in found
        if all_targets or one.behind
    ]
    return table(heads, rows, right="2345", markup=markup)
