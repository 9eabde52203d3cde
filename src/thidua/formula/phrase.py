# SPDX-License-Identifier: MIT
"""Phrases that rules and results are made of."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.forms import DirectEntry, Form, Leveled, YesNo
from thidua.formula.infix import Wording, infix, predicate_text
from thidua.formula.kernel import Choose, Constant, Expression, Reported
from thidua.formula.working import Working
from thidua.quantity import divide, show, show_percent
from thidua.quantity.show import places_apart

__all__ = [
    "against",
    "amount",
    "begun",
    "beside",
    "changed",
    "condition",
    "direction",
    "equals",
    "factor",
    "held",
    "inside",
    "limits",
    "over",
    "percent_beside",
    "signed",
    "start_from",
    "subject",
    "who",
    "with_unit",
]


def subject(form: Form, wording: Wording) -> str:
    """Name what a form reads, where its own words leave that to the name of the criterion."""
    match form:
        case DirectEntry(code) | YesNo(code) | Leveled(code):
            return f"{wording.name(code)} – "
        case _:
            return ""


# --- what a rule says --------------------------------------------------------


def limits(at_least: Fraction | None, at_most: Fraction | None, wording: Wording) -> str:
    """Write a floor and a ceiling, each of which may be absent."""
    text = ""
    if at_least is not None:
        low = wording.points(at_least)
        text += wording.pick(f"; thấp nhất {low}", f"; no less than {low}")
    if at_most is not None:
        high = wording.points(at_most)
        text += wording.pick(f"; cao nhất {high}", f"; no more than {high}")
    return text


def signed(points: Fraction, wording: Wording) -> str:
    """Write points to be added or taken off: "cộng 2 điểm", "2 points off"."""
    size = wording.points(abs(points))
    vietnamese, english = direction(wording, up=points >= 0)
    return wording.pick(f"{vietnamese} {size}", f"{size} {english}")


def condition(count: Expression, wording: Wording) -> str:
    """Write what happens once or not at all, as a condition; nothing for what is counted."""
    match count:
        case Reported(code) if code in wording.questions:
            return wording.name(code)
        case Choose(when, Constant(then), Constant(otherwise)) if then == 1 and not otherwise:
            return predicate_text(when, wording)
        case _:
            return ""


def direction(wording: Wording, *, up: bool) -> tuple[str, str]:
    """Return the words for more points, or for less: in a penalty more is taken off."""
    if wording.penalty:
        return ("trừ", "off") if up else ("giảm trừ", "less off")
    return ("cộng", "more") if up else ("trừ", "off")


def start_from(start: Fraction, wording: Wording) -> str:
    """Write the points to begin with; nothing if there are none."""
    return wording.pick("từ ", "from ") + wording.points(start) if start else ""


def factor(value: Fraction, wording: Wording) -> str:
    """Write a number that multiplies, exactly: ``0,7``, ``1/3``, ``(-2)``."""
    return infix(Constant(value), wording, factor=True)


# --- what a result says ------------------------------------------------------


def equals(text: str) -> str:
    """Put an equals sign before a number, unless it says itself that it is rounded."""
    return text if text.startswith("≈") else f"= {text}"


def beside(value: Fraction, wording: Wording, *others: Fraction | None) -> str:
    """Write a number, with more decimals where it would look like one of the *others*.

    They are what it is compared with, and stand beside it.
    """
    text = wording.number(value)
    if text.startswith("≈"):
        return show(value, wording.language, places_apart([value, *others], 6))
    return text


def with_unit(
    value: Fraction, measure: Expression, wording: Wording, *others: Fraction | None
) -> str:
    """Write a number, `beside` others, with the unit of what was measured."""
    text, unit = beside(value, wording, *others), wording.unit(measure)
    return f"{text} {unit}" if unit else text


def amount(value: Fraction, measure: Expression, wording: Wording, *others: Fraction | None) -> str:
    """Write a measure with its number: ``Thu ngân sách: 98 tỷ đồng``."""
    return f"{infix(measure, wording)}: {with_unit(value, measure, wording, *others)}"


def over(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target: ``105,2/98 tỷ đồng``."""
    return f"{beside(result, wording, target)}/{with_unit(target, measure, wording, result)}"


def against(
    result: Fraction,
    target: Fraction,
    measure: Expression,
    wording: Wording,
    *marks: Fraction,
) -> str:
    """Write a result over its target, and the ratio in percent unless the target is zero.

    The *marks* are the percentages that it is compared with, see `percent_beside`.
    """
    text = over(result, target, measure, wording)
    if not target:
        return text
    return f"{text} {equals(percent_beside(divide(result, target), wording, *marks))}"


def percent_beside(share: Fraction, wording: Wording, *marks: Fraction) -> str:
    """Write a share in percent, with more decimals where it would look like one of the *marks*.

    They are the percentages that it is compared with: 100 for the whole.
    """
    language = wording.language
    text = show_percent(share, language)
    if text.startswith("≈"):
        number = text.removeprefix("≈ ").rstrip(" %")
        if number in [show(mark, language).removeprefix("≈ ") for mark in marks]:
            return show_percent(share, language, places_apart([share * 100, *marks]))
    return text


def changed(each: Fraction, change: Fraction, wording: Wording) -> str:
    """Write the points for each step or event, and what they come to together."""
    return f"× {factor(each, wording)} {equals(wording.points(change))}"


def begun(start: Fraction | None, wording: Wording) -> str:
    """Write the points to begin with, where the rubric states them."""
    return wording.pick("tính từ ", "from ") + wording.points(start) + "; " if start else ""


def held(before: Fraction, after: Fraction, wording: Wording) -> str:
    """Say that a limit of the form held its points, if it did."""
    if before is after or before == after:
        return ""
    limit = wording.points(after)
    if after < before:
        return wording.pick(f"; cao nhất {limit}", f"; no more than {limit}")
    return wording.pick(f"; thấp nhất {limit}", f"; no less than {limit}")


def inside(working: Working, *limits: Fraction | None) -> Working:
    """Return the working inside those of the *limits* that are there."""
    for limit in limits:
        if limit is not None:
            working = working.parts[0]
    return working


def who(leaders: Working) -> str:
    """Name the units that attain a least or a greatest."""
    return f" ({', '.join(leader.what for leader in leaders.parts)})" if leaders.parts else ""
