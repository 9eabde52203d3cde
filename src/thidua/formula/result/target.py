# SPDX-License-Identifier: MIT
"""Results held against a target."""

from __future__ import annotations

from typing import assert_never

from thidua.formula.forms import AroundTarget, Banded, LeaderBy, Proportional, Side, Stepped
from thidua.formula.infix import Wording, range_text
from thidua.formula.kernel import Reported
from thidua.formula.phrase import against, begun, changed, held, over, who, with_unit
from thidua.formula.rule.target import band_unit, step_text
from thidua.formula.working import Working
from thidua.quantity import show_percent

__all__ = ["around_target", "banded", "proportional", "stepped"]


def proportional(form: Proportional, working: Working, wording: Wording) -> str:
    """Say the share of the target, and what it meant."""
    if form.zero_below is not None:
        asked, _ = working.parts
        result, target = (part.value for part in asked.parts[0].parts)
    else:
        product, below = (working.parts[0] if form.capped else working).parts
        result, target = product.parts[1].value, below.value
    text = against(result, target, form.measure, wording)
    ratio = result / target
    if form.zero_below is not None and ratio < form.zero_below:
        share = show_percent(form.zero_below, wording.language)
        return text + wording.pick(f", dưới {share} nên không có điểm", f", nothing below {share}")
    if form.capped and ratio >= 1:
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
    if quotient.value <= 0:
        return text + wording.pick(f", không {side}", f", not {side}") + end
    far = quotient.value * form.step
    size = (
        show_percent(far, wording.language)
        if form.relative
        else with_unit(far, form.measure, wording)
    )
    step, steps = step_text(form, wording), wording.number(rounded.value)
    text += wording.pick(f", {side} {size}", f", {side} by {size}")
    if not rounded.value:
        return text + wording.pick(f", chưa đủ {step}", f", less than a step of {step}") + end
    points_changed = changed(form.each, points.value, wording)
    kind = "" if form.started else wording.pick("đủ ", "full ")
    noun = "step" if rounded.value == 1 else "steps"
    steps += wording.pick(f" bước {kind}{step}", f" {kind}{noun} of {step}")
    return f"{text}: {steps} {points_changed}{end}"


def _sum(working: Working) -> Working:
    """Return the sum inside the limits of a form, which are the only nodes around it."""
    while working.what in {"least", "greatest"}:
        working = working.parts[0]
    return working


def banded(form: Banded, working: Working, wording: Wording) -> str:
    """Say the result, and the band it is in."""
    (inner,) = working.parts
    band = next(band for band in form.bands if inner.value in band)
    if form.to is None:
        text = with_unit(inner.value, form.measure, wording)
    else:
        product, target = inner.parts
        text = against(product.parts[1].value, target.value, form.measure, wording)
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
    text = against(result, target, measure, wording)
    if result < target:
        return text + wording.pick(", chưa đạt chỉ tiêu", ", below the target")
    if result == target:
        return text + wording.pick(", đúng chỉ tiêu", ", exactly the target")
    text += wording.pick(", vượt chỉ tiêu; ", ", above the target; ")
    quotient = taken.parts[0].parts[0].parts[1]
    leaders = quotient.parts[1]
    match form.leader:
        case LeaderBy.RATIO:
            (leaders, _), own = leaders.parts, result / target
            best = show_percent(leaders.value, wording.language)
            said = wording.pick(f"tỷ lệ cao nhất {best}", f"the highest ratio is {best}")
        case LeaderBy.EXCESS:
            own = result - target
            best = with_unit(leaders.value, measure, wording)
            said = wording.pick(f"vượt nhiều nhất {best}", f"the largest excess is {best}")
        case LeaderBy.ACTUAL:
            (leaders, _), own = leaders.parts, result
            best = with_unit(leaders.value, measure, wording)
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
    text += against(result, leaders.value, measure, wording)
    return (
        text
        + wording.pick(" so với kết quả cao nhất trong nhóm", " of the best result of the group")
        + who(leaders)
    )


def _leads(leaders: Working, wording: Wording) -> str:
    if len(leaders.parts) == 1:
        return wording.pick("dẫn đầu", "the leader")
    return wording.pick("cùng dẫn đầu", "one of the leaders") + who(leaders)
