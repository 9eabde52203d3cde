# SPDX-License-Identifier: MIT
"""What a form came to for one unit, with its numbers (*vì sao được điểm*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import assert_never

from thidua.formula.exact import Working
from thidua.formula.forms import (
    AroundTarget,
    Banded,
    Calculation,
    DirectEntry,
    Form,
    LeaderBy,
    Leveled,
    PerEvent,
    Proportional,
    Side,
    Stepped,
    YesNo,
)
from thidua.formula.infix import Wording, infix, range_text
from thidua.formula.kernel import Expression, Reported
from thidua.formula.say import step_text
from thidua.quantity import show, show_percent

__all__ = ["tell"]


def tell(form: Form, working: Working, wording: Wording) -> str:
    """Say how *form* came to its points for one unit, without a full stop.

    Args:
        form: The way of scoring.
        working: The working of `lower(form, …)` for the unit, which holds every number said.
        wording: Language, and names for codes.

    Example:
        >>> from thidua.formula import Scope, evaluate, lower
        >>> form = Proportional("thu", to="du_toan")
        >>> scope = Scope({"thu": Fraction("105.2"), "du_toan": Fraction(98)})
        >>> tell(form, evaluate(lower(form, Fraction(40)), scope), Wording("vi"))
        '105,2/98 ≈ 107,35 %, đạt tối đa'
    """
    match form:
        case DirectEntry():
            return wording.pick("chấm thẳng", "entered")
        case YesNo(question):
            done = next(_find(working, lambda one: one.what == question)).value
            return wording.pick("đạt", "yes") if done else wording.pick("không đạt", "no")
        case Leveled():
            return wording.pick("mức ", "level ") + f"“{_level(form, working)}”"
        case Proportional():
            return _proportional(form, working, wording)
        case Stepped():
            return _stepped(form, working, wording)
        case Banded():
            return _banded(form, working, wording)
        case PerEvent():
            return _per_event(form, working, wording)
        case AroundTarget():
            return _around_target(form, working, wording)
        case Calculation(points, text):
            return _calculation(points, text, working, wording)
        case _:
            assert_never(form)


def _find(working: Working, wanted: Callable[[Working], bool]) -> Iterator[Working]:
    """Yield the parts that are wanted, the outer before the inner."""
    if wanted(working):
        yield working
    for part in working.parts:
        yield from _find(part, wanted)


def _first(working: Working, what: str) -> Working:
    return next(_find(working, lambda one: one.what == what))


def _unit(measure: Expression, wording: Wording) -> str:
    unit = wording.units.get(measure.code, "") if isinstance(measure, Reported) else ""
    return f" {unit}" if unit else ""


def _is(text: str) -> str:
    """Put an equals sign before a number, unless it says itself that it is rounded."""
    return text if text.startswith("≈") else f"= {text}"


def _against(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target, and the ratio in percent."""
    top, bottom = show(result, wording.language, 6), show(target, wording.language, 6)
    ratio = _is(show_percent(result / target, wording.language))
    return f"{top}/{bottom}{_unit(measure, wording)} {ratio}"


def _level(form: Leveled, working: Working) -> str:
    """Return the name of the level chosen: the first whose question was answered yes."""
    for level in form.levels[:-1]:
        asked, taken = working.parts
        if asked.value:
            return level.name
        working = taken
    return form.levels[-1].name


def _proportional(form: Proportional, working: Working, wording: Wording) -> str:
    quotient = _first(working, "quotient")
    above, below = quotient.parts
    result = above.value if form.zero_below is not None else above.parts[1].value
    text = _against(result, below.value, form.measure, wording)
    ratio = result / below.value
    if form.zero_below is not None and ratio < form.zero_below:
        share = show_percent(form.zero_below, wording.language)
        return text + wording.pick(f", dưới {share} không có điểm", f", nothing below {share}")
    if form.capped and ratio >= 1:
        return text + wording.pick(", đạt tối đa", ", the maximum")
    return text


def _stepped(form: Stepped, working: Working, wording: Wording) -> str:
    rounded = _first(working, "rounded")
    distance = _first(rounded, "sum")
    first, second = distance.parts[0].value, distance.parts[1].value
    over = form.side is Side.OVER
    # Steps are counted on the first less the second.
    result, target = (first, -second) if over else (-second, first)
    top, bottom = show(result, wording.language, 6), show(target, wording.language, 6)
    text = f"{top}/{bottom}{_unit(form.measure, wording)}"
    steps = max(rounded.value, Fraction(0))
    counted = show(steps, wording.language)
    side = wording.pick("vượt", "over") if over else wording.pick("hụt", "short")
    if distance.value <= 0:
        return text + wording.pick(f", không {side}", f", not {side}")
    far = distance.value / target if form.relative else distance.value
    size = show_percent(far, wording.language) if form.relative else show(far, wording.language, 6)
    each = show(form.each, wording.language, 6)
    kind = wording.pick("bước", "steps") if form.started else wording.pick("bước đủ", "full steps")
    return wording.pick(
        f"{text}, {side} {size}: {counted} {kind} {step_text(form, wording)} × {each} điểm",
        f"{text}, {side} by {size}: {counted} {kind} of {step_text(form, wording)} × {each} points",
    )


def _banded(form: Banded, working: Working, wording: Wording) -> str:
    inner = _first(working, "lookup").parts[0]
    band = next(band for band in form.bands if inner.value in band)
    if form.to is None:
        text = show(inner.value, wording.language, 6) + _unit(form.measure, wording)
    else:
        result, target = inner.parts[0].parts[1].value, inner.parts[1].value
        text = _against(result, target, form.measure, wording)
    place = range_text(band, wording)
    return text + wording.pick(f", thuộc khoảng {place}", f", in the band {place}")


def _per_event(form: PerEvent, working: Working, wording: Wording) -> str:
    several = len(form.events)

    def counts(one: Working) -> bool:
        """Tell whether the last parts of a sum are the events, after the start if any."""
        products = all(part.what == "product" for part in one.parts[-several:])
        return one.what == "sum" and several <= len(one.parts) <= several + 1 and products

    parts = next(_find(working, counts)).parts[-several:]
    change = sum((part.value for part in parts), Fraction(0))
    said: list[str] = []
    for event, part in zip(form.events, parts, strict=True):
        count = part.parts[1].value
        if count:
            times = show(count, wording.language, 6)
            each = show(event.each, wording.language, 6)
            said.append(f"{infix(event.count, wording)}: {times} × ({each})")
    if not said:
        return wording.pick("không phát sinh", "no event")
    text = "; ".join(said)
    held = change if form.change_at_most is None else min(change, form.change_at_most)
    held = held if form.change_at_least is None else max(held, form.change_at_least)
    if held != change:
        limit = show(held, wording.language, 6)
        text += wording.pick(f", chỉ tính {limit}", f", of which {limit} count")
    return text


def _around_target(form: AroundTarget, working: Working, wording: Wording) -> str:
    result = _first(working, form.measure).value
    unit = wording.units.get(form.measure, "")
    unit = f" {unit}" if unit else ""
    leaders = next(_find(working, lambda one: one.what == "over_peers"), None)
    targets = list(_find(working, lambda one: one.what == form.to))
    if not targets:
        best = Fraction(0) if leaders is None else leaders.value
        shown = show(result, wording.language, 6), show(best, wording.language, 6)
        who = "" if leaders is None else _who(leaders, wording)
        return wording.pick(
            f"không giao chỉ tiêu; kết quả {shown[0]}{unit} so với cao nhất {shown[1]}{who}",
            f"no target; a result of {shown[0]}{unit} against the best, {shown[1]}{who}",
        )
    target = targets[0].value
    text = _against(result, target, Reported(form.measure), wording)
    if result < target:
        return text + wording.pick(", chưa đạt chỉ tiêu", ", below the target")
    if leaders is None:
        return text + wording.pick(", đúng chỉ tiêu", ", just the target")
    lead = (
        show_percent(leaders.value, wording.language)
        if form.leader is LeaderBy.RATIO
        else show(leaders.value, wording.language)
    )
    who = _who(leaders, wording)
    return text + wording.pick(
        f", vượt chỉ tiêu; dẫn đầu {lead}{who}", f", above the target; the leader has {lead}{who}"
    )


def _who(leaders: Working, wording: Wording) -> str:
    names = ", ".join(wording.name(leader.what) for leader in leaders.parts)
    return f" ({names})" if names else ""


def _calculation(points: Expression, text: str, working: Working, wording: Wording) -> str:
    """Say the wording of the rubric, and the numbers that were read."""
    seen: dict[str, str] = {}
    for one in _find(working, lambda one: not one.parts and one.what in wording.names):
        seen[one.what] = show(one.value, wording.language, 6)
    numbers = ", ".join(f"{wording.name(code)} {value}" for code, value in seen.items())
    return f"{text or infix(points, wording)}" + (f" ({numbers})" if numbers else "")
