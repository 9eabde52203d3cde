# SPDX-License-Identifier: MIT
"""Results of counting: events, offences, prizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua.formula.forms import ByCount, Event, PerEvent, Prize, PrizeTable
from thidua.formula.infix import Wording, infix
from thidua.formula.phrase import amount, begun, changed, direction, equals, held, inside, with_unit
from thidua.formula.rule.count import prize_levels
from thidua.formula.working import Working

__all__ = ["by_count", "per_event", "prize_table"]


def per_event(form: PerEvent, working: Working, wording: Wording) -> str:
    """Say each event that happened, and every limit that held its points."""
    total = inside(working, form.at_least, form.at_most)
    _, *changes = total.parts
    if form.per is not None:
        changes = [*changes[0].parts[0].parts]
    costs = [event for event in form.events if event.each < 0]
    after = len(costs) if form.deductions_limit is None else 1
    off, more = changes[:after], changes[after:]
    clean = not form.bonus_if_clean or bool(more[0].parts[0].value)
    if form.bonus_if_clean:
        more = [*more[0].parts[1].parts]
    deductions = off if form.deductions_limit is None else off[0].parts[0].parts
    bonuses = more if form.bonuses_limit is None or not clean else more[0].parts[0].parts
    said = [
        text
        for event, part in _in_order(form, deductions, bonuses)
        if (text := _event(event, part, wording))
    ]
    text = begun(form.start, wording)
    text += "; ".join(said) or wording.pick("không phát sinh", "no event")
    if form.deductions_limit is not None:
        text += _all(off[0], wording, up=False)
    if not clean:
        return text + _end(form, total, working, wording, no_bonus=True)
    if form.bonuses_limit is not None:
        text += _all(more[0], wording, up=True)
    return text + _end(form, total, working, wording)


def _in_order(
    form: PerEvent, deductions: Sequence[Working], bonuses: Sequence[Working]
) -> Iterator[tuple[Event, Working]]:
    """Yield the events with their workings; bonuses that were not counted have none."""
    off, more = iter(deductions), iter(bonuses)
    for event in form.events:
        part = next(off if event.each < 0 else more, None)
        if part is not None:
            yield event, part


def _event(event: Event, part: Working, wording: Wording) -> str:
    change = inside(part, event.limit)
    count = change.parts[1].value
    if not count:
        return ""
    times = with_unit(count, event.count, wording)
    text = f"{infix(event.count, wording)}: {times} {changed(event.each, change.value, wording)}"
    if part.value != change.value:
        points = wording.points(part.value)
        text += wording.pick(f", chỉ tính {points}", f", which counts {points}")
    return text


def _all(limited: Working, wording: Wording, *, up: bool) -> str:
    """Say that a limit on several events together held them, if it did."""
    if limited.value == limited.parts[0].value:
        return ""
    word, _ = direction(wording, up=up)
    english = {"cộng": "bonuses", "trừ": "deductions", "giảm trừ": "reductions"}[word]
    counted = wording.points(limited.value)
    return wording.pick(f"; điểm {word} chỉ tính {counted}", f"; {english} count {counted}")


def _end(
    form: PerEvent, total: Working, working: Working, wording: Wording, *, no_bonus: bool = False
) -> str:
    text = ""
    if no_bonus and wording.penalty:
        text += wording.pick("; đã được giảm trừ nên không trừ", "; nothing off, as it was reduced")
    elif no_bonus:
        text += wording.pick(
            "; đã bị trừ nên không được cộng", "; nothing more, as something is off"
        )
    if form.per is not None:
        quotient = total.parts[1]
        per = amount(quotient.parts[1].value, form.per, wording)
        points = equals(wording.points(quotient.value))
        text += wording.pick(f"; chia cho {per} {points}", f"; divided by {per} {points}")
    return text + held(total.value, working.value, wording)


def by_count(form: ByCount, working: Working, wording: Wording) -> str:
    """Say how often it happened, and what times beyond the table came to."""
    table = working.parts[0] if form.further else working
    (count,) = table.parts
    text = amount(count.value, form.count, wording)
    if not wording.unit(form.count):
        text += wording.pick(" lần", " time" if count.value == 1 else " times")
    if not form.further:
        return text
    beyond = working.parts[1]
    times = beyond.parts[1].value
    if not times:
        return text
    after = f"{wording.number(times)} {changed(form.further, beyond.value, wording)}"
    points = wording.points(form.points[-1])
    return text + wording.pick(f": {points}, thêm {after}", f": {points}, then {after}")


def prize_table(form: PrizeTable, working: Working, wording: Wording) -> str:
    """Say what was won, with its points, the highest first if only that counts."""
    won = inside(working, form.at_most)
    asked, taken = won.parts
    if not asked.value:
        return wording.pick("không có", "none") + held(won.value, working.value, wording)
    parts = taken.parts
    if form.only_highest:
        parts = (next(part for part in parts if part.value == taken.value),)
    text = "; ".join(f"{_won(form, part, wording)}: {wording.points(part.value)}" for part in parts)
    if form.only_highest and len(taken.parts) > 1:
        several = len(taken.parts)
        text += wording.pick(f", cao nhất trong {several}", f", the highest of {several}")
    return text + held(won.value, working.value, wording)


def _won(form: PrizeTable, item: Working, wording: Wording) -> str:
    prize = _prize(form, item)
    return wording.pick("ngoài bảng", "not in the table") if prize is None else prize_levels(prize)


def _prize(form: PrizeTable, item: Working) -> Prize | None:
    """Return the first cell of the table that an item fits."""
    for prize in form.prizes:
        asked, item = item.parts
        if asked.value:
            return prize
    return None
