# SPDX-License-Identifier: MIT
"""Results held against a target."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from thidua.formula.forms import AroundTarget, Banded, LeaderBy, Proportional, Side, Stepped
from thidua.formula.infix import Wording, range_text
from thidua.formula.kernel import Reported
from thidua.formula.phrase import (
    against,
    begun,
    changed,
    held,
    over,
    percent_beside,
    who,
    with_unit,
)
from thidua.formula.rule.target import band_unit, step_text
from thidua.formula.working import Working
from thidua.quantity import divide, multiply, show_percent

__all__ = ["around_target", "banded", "proportional", "stepped"]

_WHOLE = Fraction(100)


def proportional(form: Proportional, working: Working, wording: Wording) -> str:
    """Say the share of the target, and what it meant."""
    if form.zero_below is not None:
        asked, _ = working.parts
        result, target = (part.value for part in asked.parts[0].parts)
    else:
        product, below = (working.parts[0] if form.capped else working).parts
        result, target = product.parts[1].value, below.value
    ratio, least = divide(result, target), form.zero_below
    marks = [_WHOLE] * form.capped + ([] if least is None else [least * 100])
    text = against(result, target, form.measure, wording, *marks)
    if least is not None and ratio < least:
        share = percent_beside(least, wording, ratio * 100)
        return text + wording.pick(f", dưới {share} nên không có điểm", f", nothing below {share}")
    if form.capped and ratio.numerator >= ratio.denominator:
        return text + wording.pick(", đạt tối đa", ", the maximum")
    return text


def stepped(form: Stepped, working: Working, wording: Wording) -> str:
    """Say how many steps there were, and what they came to."""
    total = _sum(working)
    points = total.parts[1]
    rounded = points.parts[1].parts[0]
    (quotient,) = rounded.parts
    first, second = (part.value for part in quotient.parts[0].parts)
    above = form.side is Side.OVER
    # Steps are counted on the first less the second.
    result, target = (first, -second) if above else (-second, first)
    text = begun(form.start, wording) + over(result, target, form.measure, wording)
    side = wording.pick("vượt", "above") if above else wording.pick("hụt", "short")
    end = held(total.value, working.value, wording)
    if quotient.value.numerator <= 0:
        return text + wording.pick(f", không {side}", f", not {side}") + end
    size = _far(form, quotient.value, rounded.value, wording)
    step, steps = step_text(form, wording), wording.number(rounded.value)
    text += wording.pick(f", {side} {size}", f", {side} by {size}")
    if not rounded.value:
        return text + wording.pick(f", chưa đủ {step}", f", less than a step of {step}") + end
    points_changed = changed(form.each, points.value, wording)
    kind = "" if form.started else wording.pick("đủ ", "full ")
    noun = "step" if rounded.value.numerator == 1 else "steps"  # a whole number
    steps += wording.pick(f" bước {kind}{step}", f" {kind}{noun} of {step}")
    return f"{text}: {steps} {points_changed}{end}"


def _far(form: Stepped, exact: Fraction, counted: Fraction, wording: Wording) -> str:
    """Write how far a result is from its target, so that it looks like no other count of steps."""
    far = multiply([exact, form.step])
    if not form.relative:
        text = with_unit(far, form.measure, wording)
        if text.startswith("≈"):
            return with_unit(far, form.measure, wording, *_turns(form.step, counted))
        return text
    text = show_percent(far, wording.language)
    if text.startswith("≈"):
        return percent_beside(far, wording, *_turns(form.step * 100, counted))
    return text


def _turns(step: Fraction, counted: Fraction) -> list[Fraction]:
    """Return the distances at which as many steps are counted, one less, and one more."""
    return [(counted + more) * step for more in (-1, 0, 1)]


def _sum(working: Working) -> Working:
    """Return the sum inside the limits of a form, which are the only nodes around it."""
    while working.what in {"least", "greatest"}:
        working = working.parts[0]
    return working


def banded(form: Banded, working: Working, wording: Wording) -> str:
    """Say the result, and the band it is in."""
    (inner,) = working.parts
    band = next(band for band in form.bands if inner.value in band)
    ends = [end for end in (band.low, band.high) if end is not None]
    if form.to is None:
        text = with_unit(inner.value, form.measure, wording, *ends)
    else:
        product, target = inner.parts
        text = against(product.parts[1].value, target.value, form.measure, wording, *ends)
    place = range_text(band, wording, band_unit(form, wording))
    return text + wording.pick(f", thuộc mức {place}", f", {place}")


def around_target(form: AroundTarget, working: Working, wording: Wording) -> str:
    """Say where the unit stands to its target, and to whoever leads."""
    if form.second_group:
        without_target, working = working.parts
        if without_target.value:
            return _second_group(form, working, wording)
    compared, taken = working.parts
    result, target = (part.value for part in compared.parts)
    measure = Reported(form.measure)
    if result <= target:
        text = against(result, target, measure, wording, _WHOLE)
        if result == target:
            return text + wording.pick(", đúng chỉ tiêu", ", exactly the target")
        return text + wording.pick(", chưa đạt chỉ tiêu", ", below the target")
    quotient = taken.parts[0].parts[0].parts[1]
    leaders = quotient.parts[1]
    marks = [_WHOLE]
    if form.leader is LeaderBy.RATIO:
        marks.append(leaders.parts[0].value * 100)
    text = against(result, target, measure, wording, *marks)
    text += wording.pick(", vượt chỉ tiêu; ", ", above the target; ")
    match form.leader:
        case LeaderBy.RATIO:
            (leaders, _), own = leaders.parts, result / target
            best = percent_beside(leaders.value, wording, own * 100)
            said = wording.pick(f"tỷ lệ cao nhất {best}", f"the highest ratio is {best}")
        case LeaderBy.EXCESS:
            own = result - target
            best = with_unit(leaders.value, measure, wording)
            said = wording.pick(f"vượt nhiều nhất {best}", f"the largest excess is {best}")
        case LeaderBy.ACTUAL:
            (leaders, _), own = leaders.parts, result
            best = with_unit(leaders.value, measure, wording, own)
            said = wording.pick(f"kết quả cao nhất {best}", f"the highest result is {best}")
        case _:
            assert_never(form.leader)
    if own == leaders.value:
        return text + _leads(leaders, wording)
    return text + said + who(leaders)


def _second_group(form: AroundTarget, working: Working, wording: Wording) -> str:
    """Say where a unit without a target stands among those without."""
    measure = Reported(form.measure)
    text = wording.pick("không được giao chỉ tiêu; ", "no target; ")
    compared, taken = working.parts
    leaders = compared.parts[0]
    best = with_unit(leaders.value, measure, wording)
    if leaders.value <= 0:
        return text + wording.pick(
            f"kết quả cao nhất trong nhóm là {best}", f"the best result of the group is {best}"
        )
    result = taken.parts[0].parts[0].parts[1].value
    if result == leaders.value:
        result_text = with_unit(result, measure, wording)
        text += wording.pick(f"kết quả {result_text}, ", f"a result of {result_text}, ")
        return text + _leads(leaders, wording)
    text += against(result, leaders.value, measure, wording, _WHOLE)
    return (
        text
        + wording.pick(" so với kết quả cao nhất trong nhóm", " of the best result of the group")
        + who(leaders)
    )


def _leads(leaders: Working, wording: Wording) -> str:
    if len(leaders.parts) == 1:
        return wording.pick("dẫn đầu", "the leader")
    return wording.pick("cùng dẫn đầu", "one of the leaders") + who(leaders)
