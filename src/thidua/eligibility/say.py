# SPDX-License-Identifier: MIT
"""What a condition asks for, in a sentence (*nội dung điều kiện*)."""

from __future__ import annotations

from thidua.dossier import Catalogue
from thidua.eligibility.condition import (
    All,
    Any,
    AtLeast,
    Condition,
    EachYear,
    InYears,
    Not,
    Run,
    RunSpan,
)
from thidua.eligibility.counting import Counting
from thidua.eligibility.head import head
from thidua.eligibility.words import Words
from thidua.quantity import Language
from thidua.quantity.term import check_option

__all__ = ["say_condition", "say_run"]


def say_condition(
    condition: Condition | Counting,
    *,
    language: Language = "vi",
    awards: Catalogue | None = None,
) -> str:
    """Say what a condition asks for, with what it has inside; or what a rule of counting does.

    Example:
        >>> from thidua.eligibility import Held, Rated
        >>> print(say_condition(Run(5, Rated("well"), within=Held("cstd-co-so", times=3))))
        từ 5 năm liên tục đến năm xét, mỗi năm hoàn thành tốt nhiệm vụ trở lên; trong thời gian đó đã được tặng cstd-co-so từ 3 lần
    """  # noqa: E501 - output
    check_option("language", language, Language)
    return _whole(condition, Words(language, awards or Catalogue(())))


def _whole(asked: Condition | Counting, words: Words) -> str:
    match asked:
        case All(of):
            return words.pick("; ", "; ").join(_inner(one, words) for one in of)
        case Any(of):
            return words.pick(" hoặc ", " or ").join(_inner(one, words) for one in of)
        case AtLeast(_, of):
            return f"{head(asked, words)}: {'; '.join(_inner(one, words) for one in of)}"
        case Not(inner):
            return f"{words.pick('không', 'not')} ({_whole(inner, words)})"
        case InYears(_, inner):
            return f"{head(asked, words)}: {_inner(inner, words)}"
        case EachYear(inner):
            text = _inner(inner, words)
            return words.pick(f"mỗi năm {text}", f"each year: {text}")
        case Run():
            return say_run(asked, words)
        case _:
            return head(asked, words)


def _inner(asked: Condition, words: Words) -> str:
    text = _whole(asked, words)
    return f"({text})" if isinstance(asked, All | Any | AtLeast | Run) else text


def say_run(asked: Run, words: Words) -> str:
    """Say what a streak must be, with what it has inside."""
    each = _inner(asked.each, words)
    text = words.pick(f"{head(asked, words)}, mỗi năm {each}", f"{head(asked, words)}, each {each}")
    if asked.within is None:
        return text
    comma = "," if isinstance(asked.within, EachYear | InYears) else ""
    return f"{text}; {_span(asked, words)}{comma} {_inner(asked.within, words)}"


def _span(asked: Run, words: Words) -> str:
    number = asked.years
    return {
        RunSpan.WHOLE: words.pick("trong thời gian đó", "within them"),
        RunSpan.LAST: words.pick(f"trong {number} năm cuối", f"within the last {number} of them"),
        RunSpan.SLIDING: words.pick(
            f"trong {number} năm liên tục nào đó", f"within some {number} of them in a row"
        ),
        RunSpan.BLOCKS: words.pick(
            f"trong một giai đoạn {number} năm tính từ năm đầu",
            f"within one of their blocks of {number} from the first",
        ),
    }[asked.span]
