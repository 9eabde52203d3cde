# SPDX-License-Identifier: MIT
"""What each form means, in words for the rubric's readers (*cách chấm, bằng lời*)."""

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
from thidua.formula.infix import Wording, infix, range_text
from thidua.formula.kernel import Quotient
from thidua.quantity import show_percent

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
    full = wording.points(maximum)
    match form:
        case DirectEntry():
            return wording.pick(
                f"chấm điểm trực tiếp, từ 0 đến {full}", f"entered, from 0 to {full}"
            )
        case YesNo(_, yes, no):
            done = full if yes is None else wording.points(yes)
            not_done = wording.points(no)
            return wording.pick(f"có: {done}; không: {not_done}", f"yes: {done}; no: {not_done}")
        case Leveled(_, levels):
            listed = "; ".join(
                f"“{level.name}”: {wording.points(level.points)}" for level in levels
            )
            return wording.pick(f"chọn một mức: {listed}", f"one level: {listed}")
        case Proportional():
            return _proportional(form, maximum, wording)
        case Stepped():
            return _stepped(form, maximum, wording)
        case Banded(measure, bands, to=to):
            after = band_unit(form, wording)
            rate = infix(measure if to is None else Quotient(measure, to), wording)
            table = "; ".join(
                f"{range_text(band, wording, after)}: {wording.points(band.points)}"
                for band in bands
            )
            return wording.pick("theo ", "by ") + f"{rate}: {table}"
        case PerEvent():
            return _per_event(form, maximum, wording)
        case AroundTarget():
            return _around_target(form, maximum, wording)
        case Calculation(points, text):
            return text or infix(points, wording)
        case _:
            assert_never(form)


def _proportional(form: Proportional, maximum: Fraction, wording: Wording) -> str:
    full = wording.points(maximum)
    text = f"{full} × {infix(Quotient(form.measure, form.to), wording)}"
    if form.capped:
        text += wording.pick(f", không quá {full}", f", no more than {full}")
    if form.zero_below is not None:
        share = show_percent(form.zero_below, wording.language)
        text += wording.pick(f"; dưới {share} thì 0 điểm", f"; nothing below {share}")
    return text


def _limits(at_least: Fraction | None, at_most: Fraction | None, wording: Wording) -> str:
    text = ""
    if at_least is not None:
        low = wording.points(at_least)
        text += wording.pick(f"; thấp nhất {low}", f"; no less than {low}")
    if at_most is not None:
        high = wording.points(at_most)
        text += wording.pick(f"; cao nhất {high}", f"; no more than {high}")
    return text


def _signed(points: Fraction, wording: Wording) -> str:
    """Write points to be added or taken off: "cộng 2 điểm", "2 points off"."""
    amount = wording.points(abs(points))
    if points < 0:
        return wording.pick(f"trừ {amount}", f"{amount} off")
    return wording.pick(f"cộng {amount}", f"{amount} more")


def _from(start: Fraction, wording: Wording) -> str:
    """Write the points to begin with; nothing if there are none."""
    return wording.pick("từ ", "from ") + wording.points(start) if start else ""


def band_unit(form: Banded, wording: Wording) -> str:
    """Write what the bounds of bands are in: percent of a target, or the measure's unit."""
    if form.to is not None:
        return wording.pick(" %", "%")
    unit = wording.unit(form.measure)
    return f" {unit}" if unit else ""


def step_text(form: Stepped, wording: Wording) -> str:
    """Write the size of a step: ``5 %`` of the target, or an amount with its unit."""
    if form.relative:
        return show_percent(form.step, wording.language)
    return f"{wording.number(form.step)} {wording.unit(form.measure)}".strip()


def _stepped(form: Stepped, maximum: Fraction, wording: Wording) -> str:
    deduction = form.each < 0
    start = (maximum if deduction else Fraction(0)) if form.start is None else form.start
    result, target = infix(form.measure, wording), infix(form.to, wording)
    size, each = step_text(form, wording), _signed(form.each, wording)
    over = form.side is Side.OVER
    if form.started:
        size = wording.pick(f"mỗi {size} hoặc phần lẻ của {size}", f"{size}, or part of it,")
    else:
        size = wording.pick(f"đủ {size}", f"full {size}")
    verb = wording.pick("vượt", "above") if over else wording.pick("hụt", "short of")
    text = wording.pick(
        f"cứ {result} {verb} {size} so với {target} thì {each}",
        f"{each} for every {size} that {result} is {verb} {target}",
    )
    floor = Fraction(0) if form.at_least is None and deduction else form.at_least
    ceiling = form.at_most
    if ceiling is None and not (deduction and start <= maximum):
        ceiling = maximum
    text = ", ".join(filter(None, [_from(start, wording), text]))
    return text + _limits(floor, ceiling, wording)


def _per_event(form: PerEvent, maximum: Fraction, wording: Wording) -> str:
    costs = any(event.each < 0 for event in form.events)
    start = (maximum if costs else Fraction(0)) if form.start is None else form.start
    said = [_from(start, wording)]
    for event in form.events:
        once = wording.unit(event.count) or wording.pick("lần", "time")
        each = wording.pick(f"mỗi {once}", f"each {once}")
        said.append(f"{infix(event.count, wording)}: {_signed(event.each, wording)} {each}")
    text = "; ".join(filter(None, said))
    if form.change_at_least is not None:
        text += _in_all(-form.change_at_least, "trừ", "off", wording)
    if form.change_at_most is not None:
        text += _in_all(form.change_at_most, "cộng", "more", wording)
    return text + _limits(form.at_least, form.at_most, wording)


def _in_all(most: Fraction, vietnamese: str, english: str, wording: Wording) -> str:
    """Write how much events may cost, or give, together."""
    points = wording.points(most)
    return wording.pick(
        f"; tổng số điểm {vietnamese} không quá {points}",
        f"; no more than {points} {english} in all",
    )


def _around_target(form: AroundTarget, maximum: Fraction, wording: Wording) -> str:
    full, part = wording.points(maximum), wording.points(maximum * form.at_target)
    result, target = wording.name(form.measure), wording.name(form.to)
    vietnamese = {
        LeaderBy.RATIO: "tỷ lệ vượt so với đơn vị có tỷ lệ cao nhất",
        LeaderBy.EXCESS: "số vượt so với đơn vị vượt nhiều nhất",
        LeaderBy.ACTUAL: "số vượt so với khoảng cách từ chỉ tiêu đến kết quả cao nhất",
    }[form.leader]
    english = {
        LeaderBy.RATIO: "excess ratio over that of the unit with the highest ratio",
        LeaderBy.EXCESS: "excess over that of the unit with the largest excess",
        LeaderBy.ACTUAL: "excess over the distance from the target to the highest result",
    }[form.leader]
    text = wording.pick(
        f"{result} so với {target}: bằng chỉ tiêu được {part}, chưa đạt thì theo tỷ lệ; vượt thì "
        f"thêm theo {vietnamese} trong cụm, đơn vị dẫn đầu được {full}",
        f"{result} against {target}: {part} at the target, in proportion below it; above it "
        f"more by the {english} in the cluster, the leader has {full}",
    )
    if form.second_group:
        text += wording.pick(
            "; đơn vị không được giao chỉ tiêu so với đơn vị cao nhất trong nhóm không được giao",
            "; units without a target are compared with the best of those without",
        )
    return text
