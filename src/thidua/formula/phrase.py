# SPDX-License-Identifier: MIT
"""Phrases that rules and results are made of."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.forms import DirectEntry, Form, Leveled, YesNo
from thidua.formula.infix import Wording, infix
from thidua.formula.kernel import Constant, Expression
from thidua.formula.working import Working
from thidua.quantity import show_percent

__all__ = [
    "against",
    "amount",
    "begun",
    "changed",
    "direction",
    "equals",
    "factor",
    "held",
    "inside",
    "limits",
    "over",
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


def with_unit(value: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a number with the unit of what was measured."""
    return f"{wording.number(value)} {wording.unit(measure)}".strip()


def amount(value: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a measure with its number: ``Thu ngân sách: 98 tỷ đồng``."""
    return f"{infix(measure, wording)}: {with_unit(value, measure, wording)}"


def over(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target: ``105,2/98 tỷ đồng``."""
    return f"{wording.number(result)}/{with_unit(target, measure, wording)}"


def against(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target, and the ratio in percent unless the target is zero."""
    text = over(result, target, measure, wording)
    return f"{text} {equals(show_percent(result / target, wording.language))}" if target else text


def changed(each: Fraction, change: Fraction, wording: Wording) -> str:
    """Write the points for each step or event, and what they come to together."""
    number = wording.number(each)
    return f"× {f'({number})' if each < 0 else number} {equals(wording.points(change))}"


def begun(start: Fraction | None, wording: Wording) -> str:
    """Write the points to begin with, where the rubric states them."""
    return wording.pick("tính từ ", "from ") + wording.points(start) + "; " if start else ""


def held(before: Fraction, after: Fraction, wording: Wording) -> str:
    """Say that a limit of the form held its points, if it did."""
    if before == after:
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
