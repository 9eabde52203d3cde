# SPDX-License-Identifier: MIT
"""A review as a table for people, with its examples as source (*bảng rà soát*)."""

from __future__ import annotations

from thidua.formula import Wording
from thidua.quantity import Language, Markup, table
from thidua.quantity.term import check_option
from thidua.review.problem import Problem, Seen
from thidua.review.review import Review
from thidua.review.source import sheets_source
from thidua.review.words import no_answer_words, say_problem, severity_words, total_words

__all__ = ["explain_review"]


def explain_review(
    review: Review,
    *,
    language: Language = "vi",
    markup: Markup = "text",
    examples: bool = True,
    title: str = "",
) -> str:
    """Write what a review found: a table, then every example as Python source.

    Args:
        review: The review.
        language: Vietnamese or English.
        markup: Plain text or Markdown.
        examples: Whether examples are written.
        title: A line to put above it.
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    wording = Wording(language)
    blocks = [title] if title else []
    if not review.problems:
        blocks.append(wording.pick("Không thấy vấn đề nào.", "Nothing was found."))
        return "\n\n".join(blocks)
    heads = ["#", wording.pick("Mức độ", "Severity"), wording.pick("Mục", "Part")]
    heads.append(wording.pick("Vấn đề", "Problem"))
    rows = [
        [
            str(number),
            severity_words(one.severity, language),
            total_words(one.code, language),
            say_problem(one, language, review.names),
        ]
        for number, one in enumerate(review, 1)
    ]
    blocks.append(table(heads, rows, right="0", markup=markup))
    for number, problem in enumerate(review, 1) if examples else ():
        shown = _seen(problem)
        for turn, one in enumerate(shown):
            letter = "" if len(shown) == 1 else "ab"[turn]
            head = wording.pick(f"Ví dụ {number}{letter}", f"Example {number}{letter}")
            source = sheets_source(one.sheets)
            if markup == "markdown":
                source = f"```python\n{source}\n```"
            blocks.append(f"{head}: {_result(problem, one, wording)}\n\n{source}")
    return "\n\n".join(blocks)


def _seen(problem: Problem) -> tuple[Seen, ...]:
    found: tuple[Seen, ...] = getattr(problem, "example", ())
    return found


def _result(problem: Problem, one: Seen, wording: Wording) -> str:
    code = total_words(one.code, wording.language)
    if one.points is None:
        return wording.pick(
            f"không chấm được {code}: {no_answer_words(problem)}", f"no answer, {one.fault}"
        )
    return wording.pick(
        f"{one.sheets[0].title} được {wording.points(one.points)} ở {code}",
        f"{one.sheets[0].title} has {wording.points(one.points)} in {code}",
    )
