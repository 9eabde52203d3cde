# SPDX-License-Identifier: MIT
"""What each form means, in a sentence for the rubric's readers (*cách chấm, bằng lời*)."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

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
from thidua.formula.infix import Wording, band_text, infix
from thidua.formula.kernel import Reported
from thidua.quantity import show, show_percent

__all__ = ["say"]


def say(form: Form, maximum: Fraction, wording: Wording) -> str:
    """Say how *form* scores, without a full stop.

    Args:
        form: The way of scoring.
        maximum: Points of the criterion it stands in.
        wording: Language, and names for codes.

    Example:
        >>> say(Proportional("thu", to=98), Fraction(40), Wording("vi", {"thu": "Thu ngân sách"}))
        '40 điểm × Thu ngân sách / 98, không quá 40 điểm'
    """
    full = show(maximum, wording.language, 6)
    match form:
        case DirectEntry():
            return wording.pick(
                f"chấm thẳng từ 0 đến {full} điểm", f"entered, from 0 to {full} points"
            )
        case YesNo(_, yes, no):
            done = full if yes is None else show(yes, wording.language, 6)
            not_done = show(no, wording.language, 6)
            return wording.pick(
                f"đạt: {done} điểm; không đạt: {not_done} điểm",
                f"yes: {done} points; no: {not_done} points",
            )
        case Leveled(_, levels):
            listed = "; ".join(
                f"“{level.name}” {show(level.points, wording.language, 6)}" for level in levels
            )
            return wording.pick(f"chọn một mức: {listed}", f"one level: {listed}")
        case Proportional(measure, to):
            text = wording.pick(f"{full} điểm × ", f"{full} points × ")
            text += f"{infix(measure, wording)} / {infix(to, wording)}"
            if form.capped:
                text += wording.pick(f", không quá {full} điểm", f", no more than {full} points")
            if form.zero_below is not None:
                share = show_percent(form.zero_below, wording.language)
                text += wording.pick(f"; dưới {share} được 0 điểm", f"; nothing below {share}")
            return text
        case Stepped():
            return _stepped(form, maximum, wording)
        case Banded(measure, bands, to=to):
            table = "; ".join(band_text(band, wording) for band in bands)
            rate = infix(measure, wording)
            if to is not None:
                rate += wording.pick(" so với ", " in percent of ") + infix(to, wording)
                rate += wording.pick(" (%)", "")
            return wording.pick("theo ", "by ") + f"{rate}: {table}"
        case PerEvent():
            return _per_event(form, maximum, wording)
        case AroundTarget():
            return _around_target(form, maximum, wording)
        case Calculation(points, text):
            return text or infix(points, wording)
        case _:
            assert_never(form)


def _limits(at_least: Fraction | None, at_most: Fraction | None, wording: Wording) -> str:
    text = ""
    if at_least is not None:
        low = show(at_least, wording.language, 6)
        text += wording.pick(f"; thấp nhất {low} điểm", f"; no less than {low} points")
    if at_most is not None:
        high = show(at_most, wording.language, 6)
        text += wording.pick(f"; cao nhất {high} điểm", f"; no more than {high} points")
    return text


def _signed(points: Fraction, wording: Wording) -> str:
    """Write points to be added or taken off: "cộng 2 điểm", "2 points off"."""
    amount = show(abs(points), wording.language, 6)
    if points < 0:
        return wording.pick(f"trừ {amount} điểm", f"{amount} points off")
    return wording.pick(f"cộng {amount} điểm", f"{amount} points more")


def step_text(form: Stepped, wording: Wording) -> str:
    """Write the size of a step: ``5 %`` of the target, or an amount with its unit."""
    if form.relative:
        return show_percent(form.step, wording.language)
    unit = wording.units.get(form.measure.code, "") if isinstance(form.measure, Reported) else ""
    return f"{show(form.step, wording.language, 6)} {unit}".strip()


def _stepped(form: Stepped, maximum: Fraction, wording: Wording) -> str:
    deduction = form.each < 0
    start = (maximum if deduction else Fraction(0)) if form.start is None else form.start
    first = show(start, wording.language, 6)
    target, size = infix(form.to, wording), step_text(form, wording)
    side = (
        wording.pick("vượt", "over") if form.side is Side.OVER else wording.pick("hụt", "short of")
    )
    full = wording.pick("", "started ") if form.started else wording.pick("đủ ", "full ")
    vietnamese = (
        f"từ {first} điểm, cứ {side} {full}{size} so với {target} thì {_signed(form.each, wording)}"
    )
    english = (
        f"from {first} points, {_signed(form.each, wording)} for every {full}{size} {side} {target}"
    )
    floor = Fraction(0) if form.at_least is None and deduction else form.at_least
    ceiling = maximum if form.at_most is None else form.at_most
    return wording.pick(vietnamese, english) + _limits(floor, ceiling, wording)


def _per_event(form: PerEvent, maximum: Fraction, wording: Wording) -> str:
    costs = any(event.each < 0 for event in form.events)
    start = (maximum if costs else Fraction(0)) if form.start is None else form.start
    first = show(start, wording.language, 6)
    each = "; ".join(
        f"{infix(event.count, wording)}: {_signed(event.each, wording)}"
        + wording.pick(" mỗi lần", " each time")
        for event in form.events
    )
    text = wording.pick(f"từ {first} điểm; {each}", f"from {first} points; {each}")
    if form.change_at_least is not None:
        most = show(-form.change_at_least, wording.language, 6)
        text += wording.pick(f"; tổng trừ không quá {most}", f"; no more than {most} off in all")
    if form.change_at_most is not None:
        most = show(form.change_at_most, wording.language, 6)
        text += wording.pick(f"; tổng cộng thêm không quá {most}", f"; no more than {most} added")
    return text + _limits(form.at_least, form.at_most, wording)


def _around_target(form: AroundTarget, maximum: Fraction, wording: Wording) -> str:
    full, part = (show(one, wording.language, 6) for one in (maximum, maximum * form.at_target))
    vietnamese = {
        LeaderBy.RATIO: "tỷ lệ vượt so với đơn vị có tỷ lệ cao nhất",
        LeaderBy.EXCESS: "số vượt so với đơn vị vượt nhiều nhất",
        LeaderBy.ACTUAL: "số vượt so với kết quả cao nhất",
    }[form.leader]
    english = {
        LeaderBy.RATIO: "excess ratio over that of the unit with the highest ratio",
        LeaderBy.EXCESS: "excess over that of the unit with the largest excess",
        LeaderBy.ACTUAL: "excess over the distance to the highest result",
    }[form.leader]
    text = wording.pick(
        f"đạt chỉ tiêu được {part} điểm, chưa đạt thì theo tỷ lệ; vượt thì thêm theo "
        f"{vietnamese} trong cụm, đơn vị dẫn đầu được {full} điểm",
        f"{part} points at the target, in proportion below it; above it more by the "
        f"{english} in the cluster, the leader has {full} points",
    )
    if form.second_group:
        text += wording.pick(
            "; đơn vị không được giao chỉ tiêu so với đơn vị cao nhất trong nhóm không được giao",
            "; units without a target are compared with the best of those without",
        )
    return text
