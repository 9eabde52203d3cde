# SPDX-License-Identifier: MIT
"""Rules that hold a result against a target."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.forms import AroundTarget, Banded, LeaderBy, Proportional, Side, Stepped
from thidua.formula.infix import Wording, infix, range_text
from thidua.formula.kernel import Quotient
from thidua.formula.phrase import limits, signed, start_from
from thidua.quantity import show_percent

__all__ = ["around_target", "band_unit", "banded", "proportional", "step_text", "stepped"]


def proportional(form: Proportional, maximum: Fraction, wording: Wording) -> str:
    """Say the share of the target, its cap, and where nothing is given."""
    full = wording.points(maximum)
    text = f"{full} × {infix(Quotient(form.measure, form.to), wording)}"
    if form.capped:
        text += wording.pick(f", không quá {full}", f", no more than {full}")
    if form.zero_below is not None:
        share = show_percent(form.zero_below, wording.language)
        text += wording.pick(f"; dưới {share} thì 0 điểm", f"; nothing below {share}")
    return text


def step_text(form: Stepped, wording: Wording) -> str:
    """Write the size of a step: ``5 %`` of the target, or an amount with its unit."""
    if form.relative:
        return show_percent(form.step, wording.language)
    return f"{wording.number(form.step)} {wording.unit(form.measure)}".strip()


def stepped(form: Stepped, maximum: Fraction, wording: Wording) -> str:
    """Say the size of a step, its points, and where they begin and end."""
    deduction = form.each < 0
    start = (maximum if deduction else Fraction(0)) if form.start is None else form.start
    result, target = infix(form.measure, wording), infix(form.to, wording)
    size, each = step_text(form, wording), signed(form.each, wording)
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
    text = ", ".join(filter(None, [start_from(start, wording), text]))
    return text + limits(floor, ceiling, wording)


def band_unit(form: Banded, wording: Wording) -> str:
    """Write what the bounds of bands are in: percent of a target, or the measure's unit."""
    if form.to is not None:
        return wording.pick(" %", "%")
    unit = wording.unit(form.measure)
    return f" {unit}" if unit else ""


def banded(form: Banded, wording: Wording) -> str:
    """Say the points of each band."""
    after = band_unit(form, wording)
    rate = infix(form.measure if form.to is None else Quotient(form.measure, form.to), wording)
    table = "; ".join(
        f"{range_text(band, wording, after)}: {wording.points(band.points)}" for band in form.bands
    )
    return wording.pick("theo ", "by ") + f"{rate}: {table}"


def around_target(form: AroundTarget, maximum: Fraction, wording: Wording) -> str:
    """Say what reaching the target gives, and how the rest is shared."""
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
