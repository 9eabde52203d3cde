# SPDX-License-Identifier: MIT
"""Problems in words, in Vietnamese and in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from thidua.errors import show_path
from thidua.formula import Band, Wording
from thidua.formula.infix import range_text
from thidua.quantity import Language, State, show_interval
from thidua.quantity.term import check_option
from thidua.review.problem import (
    AgainstBetter,
    BandGap,
    BandOverlap,
    BandUnreachable,
    Cliff,
    CountedTwice,
    DividesByZero,
    LawBroken,
    LessPaysMore,
    Limit,
    MaximumDiffers,
    MaximumExceeded,
    MaximumOutOfReach,
    NeverBinds,
    NoAnswer,
    NotProved,
    Problem,
    Seen,
    Severity,
    TreatmentUnsaid,
    Unsaid,
    Unusable,
    Unused,
)
from thidua.rubric import Better, Rubric
from thidua.rubric.plan import TOTAL

__all__ = ["names_of", "no_answer_words", "say_problem", "severity_words", "total_words"]

_MOST_CODES = 8
_SEVERITIES = {
    Severity.WRONG: ("sai", "wrong"),
    Severity.DOUBTFUL: ("cần xem lại", "doubtful"),
    Severity.NOTE: ("lưu ý", "note"),
}
_STATES = {
    State.MISSING: ("chưa có số liệu", "missing"),
    State.NOT_DUE: ("chưa đến hạn", "not due"),
    State.NOT_APPLICABLE: ("không áp dụng", "not applicable"),
    State.EXEMPT: ("được miễn", "exempt"),
    State.NOT_ASSIGNED: ("không được giao", "not assigned"),
}


_TWICE = "một mã được dùng hai lần"
_UNUSABLE = {
    "code-reserved": "mã dành riêng cho tổng điểm",
    "criterion-twice": _TWICE,
    "cycle": "điểm của một mục phụ thuộc vào chính nó",
    "empty": "không có mục nào bên trong",
    "items-twice": _TWICE,
    "items-unknown": "cách chấm dùng một danh sách chưa khai báo",
    "level-missing": "có mức chưa nói được bao nhiêu điểm",
    "level-unknown": "cách chấm dùng một mức không có",
    "measure-kind": "số liệu không thuộc loại mà cách chấm cần",
    "measure-twice": _TWICE,
    "measure-unknown": "cách chấm dùng một số liệu chưa khai báo",
    "points-unknown": "cách chấm dùng điểm của một mục không có",
    "too-deep": "các phần lồng nhau quá sâu",
}
"""What `check` refuses, by code of the fault; others are only quoted."""


def severity_words(severity: Severity, language: Language) -> str:
    """Name a severity."""
    return Wording(language).pick(*_SEVERITIES[severity])


def total_words(code: str, language: Language) -> str:
    """Name a part by its code; the total by a word."""
    return Wording(language).pick("tổng điểm", "the total") if code == TOTAL else code


def say_problem(
    problem: Problem, language: Language = "vi", names: Iterable[tuple[str, str]] = ()
) -> str:
    """Say what is wrong in one sentence, with its numbers, without a full stop.

    Args:
        problem: The problem.
        language: Vietnamese or English.
        names: What measures and lists are called, as `Review.names` has it; what has no name
            there stands by its code.

    Example:
        >>> say_problem(MaximumDiffers((), "A", Fraction(30), Fraction("30.5")))
        'A ghi điểm tối đa 30 điểm, nhưng các mục bên trong cộng lại được 30,5 điểm'
    """
    check_option("language", language, Language)
    wording = Wording(language, dict(names))
    pick, points = wording.pick, wording.points
    code = total_words(problem.code, language)
    match problem:
        case Unusable(at, _, fault, what, todo):
            said = what + (f"; {todo}" if todo else "")
            place = show_path(at)
            known = _UNUSABLE.get(fault)
            vietnamese = (
                f"tại {place}, “{said}”" if known is None else f"{known} ({place}, “{said}”)"
            )
            return pick(
                f"bảng điểm không dùng được: {vietnamese}",
                f"the rubric is unusable: {place}: {said}",
            )
        case MaximumDiffers(_, _, declared, children):
            return pick(
                f"{code} ghi điểm tối đa {points(declared)}, nhưng các mục bên trong "
                f"cộng lại được {points(children)}",
                f"{code} declares a maximum of {points(declared)}, but what stands in it "
                f"adds up to {points(children)}",
            )
        case MaximumOutOfReach(_, _, maximum, highest):
            return pick(
                f"{code} có điểm tối đa {points(maximum)}, nhưng cách chấm không bao giờ cho "
                f"quá {points(highest)}",
                f"{code} has a maximum of {points(maximum)}, but its formula never gives more "
                f"than {points(highest)}",
            )
        case MaximumExceeded(_, _, maximum, most):
            return pick(
                f"{code} có điểm tối đa {points(maximum)}, nhưng có thể được {points(most)}",
                f"{code} has a maximum of {points(maximum)}, but may come to {points(most)}",
            )
        case BandGap(_, _, gap, value):
            which, open_ = _values(gap, value, wording), _open(problem.example, wording)
            return pick(
                f"{code} không có khoảng nào cho giá trị {which}{open_}",
                f"{code} has no band for values {which}{open_}",
            )
        case BandOverlap(_, _, shared, value):
            which, open_ = _values(shared, value, wording), _open(problem.example, wording)
            return pick(
                f"{code} có nhiều hơn một khoảng cho giá trị {which}{open_}",
                f"{code} has more than one band for values {which}{open_}",
            )
        case BandUnreachable(_, _, band, span):
            which, reach = range_text(band, wording), show_interval(span, language)
            return pick(
                f"khoảng “{which}” của {code} không bao giờ được dùng: giá trị tra bảng {reach}",
                f"the band “{which}” of {code} is never used: what is looked up is {reach}",
            )
        case Unused(_, _, items):
            name = _name(items, problem.code, wording)
            return pick(
                f"{name} phải báo cáo nhưng không có cách chấm nào dùng đến",
                f"{name} is reported, but no formula reads it",
            )
        case AgainstBetter(_, _, items, measure, better, low, high, example):
            name, change = _name(items, measure, wording), _moved(example, wording)
            worse = pick(
                "càng cao càng tốt" if better is Better.HIGHER else "càng thấp càng tốt",
                "higher is better" if better is Better.HIGHER else "lower is better",
            )
            through = "" if problem.code == TOTAL else pick(f" (do {code})", f" (through {code})")
            steps = _steps(low, high, wording)
            return pick(
                f"{name} ghi “{worse}”, nhưng khi tăng {steps} thì tổng điểm {change}{through}",
                f"{name} says “{worse}”, but as it grows {steps} the total goes {change}{through}",
            )
        case LessPaysMore(_, _, items, measure, low, high, example):
            name, change = _name(items, measure, wording), _moved(example, wording)
            steps = _steps(low, high, wording)
            return pick(
                f"làm ít lại được nhiều điểm hơn: {name} tăng {steps} thì tổng điểm {change} "
                f"(do {code})",
                f"doing less pays more: as {name} grows {steps} the total goes {change} "
                f"(through {code})",
            )
        case NotProved(_, _, items, measure, better):
            name = _name(items, measure, wording)
            worse = pick(
                "càng cao càng tốt" if better is Better.HIGHER else "càng thấp càng tốt",
                "higher is better" if better is Better.HIGHER else "lower is better",
            )
            return pick(
                f"{name} ghi “{worse}”: chưa chứng minh được, cũng chưa tìm thấy phản ví dụ; "
                f"tìm kỹ hơn bằng thidua.testing.search",
                f"{name} says “{worse}”: neither proved nor refuted; "
                f"thidua.testing.search looks further",
            )
        case Cliff(_, _, items, measure, low, high, maximum, example):
            name, change = _name(items, measure, wording), _moved(example, wording)
            steps = _steps(low, high, wording)
            return pick(
                f"{name} tăng {steps} thì {code} {change} (điểm tối đa: {points(maximum)})",
                f"as {name} grows {steps}, {code} goes {change} (maximum: {points(maximum)})",
            )
        case DividesByZero():
            return pick(f"cách chấm {code} có thể chia cho 0", f"{code} may divide by zero")
        case NoAnswer(_, _, _, example):
            return pick(
                f"{code} có trường hợp không chấm được: {no_answer_words(problem)}",
                f"{code} may have no answer: {example[0].fault}",
            )
        case TreatmentUnsaid(_, _, unsaid):
            said = _unsaid(unsaid, wording)
            return pick(
                f"chưa nói cách tính khi số liệu {said}",
                f"nothing says what happens where an entry is {said}",
            )
        case NeverBinds(at, _, limit, value, reached):
            where = str(at[-1])
            if limit is Limit.CEILING:
                return pick(
                    f"mức trần {points(value)} ({where}) của {code} không bao giờ có tác dụng: "
                    f"cao nhất chỉ là {points(reached)}",
                    f"the ceiling of {points(value)} ({where}) in {code} never binds: "
                    f"there are at most {points(reached)}",
                )
            return pick(
                f"mức sàn {points(value)} ({where}) của {code} không bao giờ có tác dụng: "
                f"thấp nhất đã là {points(reached)}",
                f"the floor of {points(value)} ({where}) in {code} never binds: "
                f"there are at least {points(reached)}",
            )
        case CountedTwice(_, _, items, measure, codes):
            name = _name(items, measure, wording)
            return pick(
                f"{name} được tính nhiều lần, ở {', '.join(codes)}",
                f"{name} is counted several times, in {', '.join(codes)}",
            )
        case LawBroken(_, _, law):
            return pick(
                f"{code} không theo quy luật “{law}”: lỗi của thidua, xin báo lại",
                f"{code} breaks the law “{law}”: a fault of thidua, please report it",
            )
        case _:
            assert_never(problem)


def _values(values: Band, one: Fraction, wording: Wording) -> str:
    """Write a range, with one of its values if there are several."""
    which, example = range_text(values, wording), wording.number(one)
    if values.low == values.high:
        return which
    return which + wording.pick(f" (ví dụ {example})", f" (such as {example})")


def _unsaid(unsaid: tuple[Unsaid, ...], wording: Wording) -> str:
    """Write states with the criteria, those of the same criteria together."""
    said: list[str] = []
    for codes in dict.fromkeys(one.codes for one in unsaid):
        states = [f"“{wording.pick(*_STATES[one.state])}”" for one in unsaid if one.codes == codes]
        named = ", ".join(codes[:_MOST_CODES])
        more = len(codes) - _MOST_CODES
        if more > 0:
            named += wording.pick(f" và {more} mục khác", f" and {more} more")
        said.append(f"{', '.join(states)} ({named})")
    return "; ".join(said)


def _open(example: tuple[Seen, ...], wording: Wording) -> str:
    """Say of a table that no cluster is known to come there."""
    if example:
        return ""
    return wording.pick(
        "; chưa tìm được số liệu nào dẫn đến đó, cũng chưa chứng minh được là không có",
        "; no sheets were found that come to them, and nothing shows that none do",
    )


def no_answer_words(problem: Problem) -> str:
    """Say in Vietnamese why the sheets of a problem have no answer."""
    number = Wording("vi").number
    match problem:
        case BandGap(value=value):
            return f"không có khoảng nào cho giá trị {number(value)}"
        case BandOverlap(value=value):
            return f"có nhiều hơn một khoảng cho giá trị {number(value)}"
        case DividesByZero():
            return "số chia bằng 0"
        case NoAnswer(fault="nothing-to-fold"):
            return "không đủ mục trong danh sách, hoặc không đủ đơn vị trong cụm, để tính"
        case _:
            return "cách chấm không cho kết quả"


def names_of(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """Yield the code and the name of every measure and list; of items, the list with both.

    What is called like another has its code behind it.
    """
    named = [
        *((one.code, one.name) for one in rubric.measures),
        *((listed.code, listed.name) for listed in rubric.items),
        *(
            (f"{listed.code}.{one.code}", f"{one.name} ({listed.name})")
            for listed in rubric.items
            for one in listed.measures
        ),
    ]
    often = Counter(name for _, name in named)
    for code, name in named:
        yield code, name if often[name] == 1 else f"{name} ({code})"


def _name(items: str | None, measure: str, wording: Wording) -> str:
    return wording.name(measure if items is None else f"{items}.{measure}")


def _steps(low: Fraction, high: Fraction, wording: Wording) -> str:
    first, last = wording.number(low), wording.number(high)
    return wording.pick(f"từ {first} lên {last}", f"from {first} to {last}")


def _moved(example: tuple[Seen, ...], wording: Wording) -> str:
    """Say how points change from one cluster to the next."""
    before, after = (seen.points or Fraction(0) for seen in example)
    first, last = wording.number(before), wording.points(after)
    down = f"giảm từ {first} xuống {last}"
    up = f"tăng từ {first} lên {last}"
    return wording.pick(down if after < before else up, f"from {first} to {last}")
