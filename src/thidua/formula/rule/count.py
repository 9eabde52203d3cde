# SPDX-License-Identifier: MIT
"""Rules that count: events, offences, prizes."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.forms import ByCount, Event, PerEvent, Prize, PrizeTable
from thidua.formula.infix import Wording, infix
from thidua.formula.phrase import direction, limits, signed, start_from

__all__ = ["by_count", "per_event", "prize_levels", "prize_table"]


def per_event(form: PerEvent, maximum: Fraction, wording: Wording) -> str:
    """Say the points of each kind of event, and every limit on them."""
    costs = any(event.each < 0 for event in form.events)
    start = (maximum if costs else Fraction(0)) if form.start is None else form.start
    said = [start_from(start, wording), *(_event(event, wording) for event in form.events)]
    text = "; ".join(filter(None, said))
    if form.deductions_limit is not None:
        text += _in_all(form.deductions_limit, wording, up=False)
    if form.bonuses_limit is not None:
        text += _in_all(form.bonuses_limit, wording, up=True)
    if form.bonus_if_clean:
        if wording.penalty:
            less = "; chỉ trừ khi không được giảm trừ", "; off only where nothing makes it less"
            text += wording.pick(*less)
        else:
            text += wording.pick("; chỉ cộng khi không bị trừ", "; more only where nothing is off")
    if form.per is not None:
        per = infix(form.per, wording)
        text += wording.pick(f"; chia cho {per}", f"; divided by {per}")
    return text + limits(form.at_least, form.at_most, wording)


def _event(event: Event, wording: Wording) -> str:
    once = wording.unit(event.count) or wording.pick("lần", "time")
    each = wording.pick(f"mỗi {once}", f"each {once}")
    text = f"{infix(event.count, wording)}: {signed(event.each, wording)} {each}"
    if event.limit is not None:
        most = wording.points(event.limit)
        text += wording.pick(f", không quá {most}", f", no more than {most}")
    return text


def _in_all(most: Fraction, wording: Wording, *, up: bool) -> str:
    """Write how much events may cost, or give, together."""
    vietnamese, english = direction(wording, up=up)
    points = wording.points(most)
    return wording.pick(
        f"; tổng số điểm {vietnamese} không quá {points}",
        f"; no more than {points} {english} in all",
    )


def by_count(form: ByCount, wording: Wording) -> str:
    """Say the points of each count."""
    own = wording.unit(form.count)
    last = len(form.points) - 1
    said: list[str] = []
    for i, points in enumerate(form.points):
        times = f"{i} {own or wording.pick('lần', 'time' if i == 1 else 'times')}"
        if i == last and not form.further:
            times = wording.pick(f"từ {times} trở lên", f"{times} or more")
        said.append(f"{times}: {wording.points(points)}")
    if form.further:
        change = signed(form.further, wording)
        said.append(
            wording.pick(
                f"mỗi {own or 'lần'} sau đó: {change}", f"each further {own or 'time'}: {change}"
            )
        )
    return wording.pick("theo ", "by ") + f"{infix(form.count, wording)}: " + "; ".join(said)


def prize_levels(prize: Prize) -> str:
    """Write the levels that make a prize: ``“nhất”, “cấp tỉnh”``."""
    return ", ".join(f"“{pick.level}”" for pick in prize.levels)


def prize_table(form: PrizeTable, wording: Wording) -> str:
    """Say the points of each prize, and which prizes count."""
    items = wording.name(form.items)
    table = "; ".join(
        f"{prize_levels(prize)}: {wording.points(prize.points)}" for prize in form.prizes
    )
    if form.only_highest:
        text = wording.pick(f"mức cao nhất trong {items}: ", f"the highest of {items}: ")
    else:
        every = "trừ" if wording.penalty else "cộng"
        text = wording.pick(f"{every} mọi mức trong {items}: ", f"the sum of {items}: ")
    without = wording.points(form.without)
    text += table + wording.pick(f"; không có: {without}", f"; none: {without}")
    return text + limits(None, form.at_most, wording)
