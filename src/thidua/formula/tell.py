# SPDX-License-Identifier: MIT
"""What a form came to for one unit, with its numbers (*vì sao được điểm*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from thidua.formula.exact import Working
from thidua.formula.fold import PeerFold
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
from thidua.formula.kernel import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    Points,
    Predicate,
    Product,
    Quotient,
    Reported,
    Rounded,
    Sum,
)
from thidua.formula.say import band_unit, step_text
from thidua.formula.walk import children
from thidua.quantity import show_percent

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
            return wording.pick("chấm điểm trực tiếp", "entered")
        case YesNo():
            asked, _ = working.parts
            return wording.pick("có", "yes") if asked.value else wording.pick("không", "no")
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


def _is(text: str) -> str:
    """Put an equals sign before a number, unless it says itself that it is rounded."""
    return text if text.startswith("≈") else f"= {text}"


def _with_unit(value: Fraction, measure: Expression, wording: Wording) -> str:
    return f"{wording.number(value)} {wording.unit(measure)}".strip()


def _over(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target: ``105,2/98 tỷ đồng``."""
    return f"{wording.number(result)}/{_with_unit(target, measure, wording)}"


def _against(result: Fraction, target: Fraction, measure: Expression, wording: Wording) -> str:
    """Write a result over its target, and the ratio in percent unless the target is zero."""
    text = _over(result, target, measure, wording)
    return f"{text} {_is(show_percent(result / target, wording.language))}" if target else text


def _changed(each: Fraction, change: Fraction, wording: Wording) -> str:
    """Write the points for each step or event, and what they come to together."""
    factor = wording.number(each)
    return f"× {f'({factor})' if each < 0 else factor} {_is(wording.points(change))}"


def _started(start: Fraction | None, wording: Wording) -> str:
    """Write the points to begin with, where the rubric states them."""
    return wording.pick("tính từ ", "from ") + wording.points(start) + "; " if start else ""


def _held(before: Fraction, after: Fraction, wording: Wording) -> str:
    """Say that a limit of the form held its points, if it did."""
    if before == after:
        return ""
    limit = wording.points(after)
    if after < before:
        return wording.pick(f"; cao nhất {limit}", f"; no more than {limit}")
    return wording.pick(f"; thấp nhất {limit}", f"; no less than {limit}")


def _inside(working: Working, *, limits: int) -> Working:
    """Return the working inside a number of limits."""
    for _ in range(limits):
        working = working.parts[0]
    return working


def _level(form: Leveled, working: Working) -> str:
    """Return the name of the level chosen: the first whose question was answered yes."""
    for level in form.levels[:-1]:
        asked, taken = working.parts
        if asked.value:
            return level.name
        working = taken
    return form.levels[-1].name


def _proportional(form: Proportional, working: Working, wording: Wording) -> str:
    if form.zero_below is not None:
        asked, _ = working.parts
        result, target = (part.value for part in asked.parts[0].parts)
    else:
        product, below = _inside(working, limits=int(form.capped)).parts
        result, target = product.parts[1].value, below.value
    text = _against(result, target, form.measure, wording)
    ratio = result / target
    if form.zero_below is not None and ratio < form.zero_below:
        share = show_percent(form.zero_below, wording.language)
        return text + wording.pick(f", dưới {share} nên không có điểm", f", nothing below {share}")
    if form.capped and ratio >= 1:
        return text + wording.pick(", đạt tối đa", ", the maximum")
    return text


def _stepped(form: Stepped, working: Working, wording: Wording) -> str:
    total = _sum(working)
    points = total.parts[1]
    rounded = points.parts[1].parts[0]
    (quotient,) = rounded.parts
    first, second = (part.value for part in quotient.parts[0].parts)
    over = form.side is Side.OVER
    # Steps are counted on the first less the second.
    result, target = (first, -second) if over else (-second, first)
    text = _started(form.start, wording) + _over(result, target, form.measure, wording)
    side = wording.pick("vượt", "above") if over else wording.pick("hụt", "short")
    end = _held(total.value, working.value, wording)
    if quotient.value <= 0:
        return text + wording.pick(f", không {side}", f", not {side}") + end
    far = quotient.value * form.step
    size = (
        show_percent(far, wording.language)
        if form.relative
        else _with_unit(far, form.measure, wording)
    )
    step, steps = step_text(form, wording), wording.number(rounded.value)
    text += wording.pick(f", {side} {size}", f", {side} by {size}")
    if not rounded.value:
        return text + wording.pick(f", chưa đủ {step}", f", less than a step of {step}") + end
    changed = _changed(form.each, points.value, wording)
    kind = "" if form.started else wording.pick("đủ ", "full ")
    noun = "step" if rounded.value == 1 else "steps"
    steps += wording.pick(f" bước {kind}{step}", f" {kind}{noun} of {step}")
    return f"{text}: {steps} {changed}{end}"


def _sum(working: Working) -> Working:
    """Return the sum inside the limits of a form, which are the only nodes around it."""
    while working.what in {"least", "greatest"}:
        working = working.parts[0]
    return working


def _banded(form: Banded, working: Working, wording: Wording) -> str:
    (inner,) = working.parts
    band = next(band for band in form.bands if inner.value in band)
    if form.to is None:
        text = _with_unit(inner.value, form.measure, wording)
    else:
        product, target = inner.parts
        text = _against(product.parts[1].value, target.value, form.measure, wording)
    place = range_text(band, wording, band_unit(form, wording))
    return text + wording.pick(f", thuộc mức {place}", f", {place}")


def _per_event(form: PerEvent, working: Working, wording: Wording) -> str:
    limits = (form.at_least, form.at_most)
    total = _inside(working, limits=sum(limit is not None for limit in limits))
    _, *parts = total.parts
    limits = (form.change_at_least, form.change_at_most)
    limited = sum(limit is not None for limit in limits)
    change = held = sum((part.value for part in parts), Fraction(0))
    if limited:
        counted = _inside(parts[0], limits=limited)
        parts, change = [*counted.parts], counted.value
    said: list[str] = []
    for event, part in zip(form.events, parts, strict=True):
        count = part.parts[1].value
        if count:
            times = _with_unit(count, event.count, wording)
            changed = _changed(event.each, part.value, wording)
            said.append(f"{infix(event.count, wording)}: {times} {changed}")
    text = _started(form.start, wording)
    text += "; ".join(said) or wording.pick("không phát sinh", "no event")
    if held != change:
        limit = wording.points(held)
        text += wording.pick(f"; tổng chỉ tính {limit}", f"; together they count {limit}")
    return text + _held(total.value, working.value, wording)


def _around_target(form: AroundTarget, working: Working, wording: Wording) -> str:
    if form.second_group:
        without_target, working = working.parts
        if without_target.value:
            return _second_group(form, working, wording)
    compared, taken = working.parts
    result, target = (part.value for part in compared.parts)
    measure = Reported(form.measure)
    text = _against(result, target, measure, wording)
    if result < target:
        return text + wording.pick(", chưa đạt chỉ tiêu", ", below the target")
    if result == target:
        return text + wording.pick(", đúng chỉ tiêu", ", exactly the target")
    text += wording.pick(", vượt chỉ tiêu; ", ", above the target; ")
    quotient = _inside(taken, limits=2).parts[1]
    leaders = quotient.parts[1]
    match form.leader:
        case LeaderBy.RATIO:
            (leaders, _), own = leaders.parts, result / target
            best = show_percent(leaders.value, wording.language)
            said = wording.pick(f"tỷ lệ cao nhất {best}", f"the highest ratio is {best}")
        case LeaderBy.EXCESS:
            own = result - target
            best = _with_unit(leaders.value, measure, wording)
            said = wording.pick(f"vượt nhiều nhất {best}", f"the largest excess is {best}")
        case LeaderBy.ACTUAL:
            (leaders, _), own = leaders.parts, result
            best = _with_unit(leaders.value, measure, wording)
            said = wording.pick(f"kết quả cao nhất {best}", f"the highest result is {best}")
        case _:
            assert_never(form.leader)
    if own == leaders.value:
        return text + _leads(leaders, wording)
    return text + said + _who(leaders)


def _second_group(form: AroundTarget, working: Working, wording: Wording) -> str:
    """Say where a unit without a target stands among those without."""
    measure = Reported(form.measure)
    text = wording.pick("không được giao chỉ tiêu; ", "no target; ")
    compared, taken = working.parts
    leaders = compared.parts[0]
    best = _with_unit(leaders.value, measure, wording)
    if leaders.value <= 0:
        return text + wording.pick(
            f"kết quả cao nhất trong nhóm là {best}", f"the best result of the group is {best}"
        )
    result = _inside(taken, limits=1).parts[0].parts[1].value
    if result == leaders.value:
        result_text = _with_unit(result, measure, wording)
        text += wording.pick(f"kết quả {result_text}, ", f"a result of {result_text}, ")
        return text + _leads(leaders, wording)
    text += _against(result, leaders.value, measure, wording)
    return (
        text
        + wording.pick(" so với kết quả cao nhất trong nhóm", " of the best result of the group")
        + _who(leaders)
    )


def _leads(leaders: Working, wording: Wording) -> str:
    if len(leaders.parts) == 1:
        return wording.pick("dẫn đầu", "the leader")
    return wording.pick("cùng dẫn đầu", "one of the leaders") + _who(leaders)


def _who(leaders: Working) -> str:
    """Name the units that attain a least or a greatest."""
    return f" ({', '.join(leader.what for leader in leaders.parts)})" if leaders.parts else ""


def _calculation(points: Expression, text: str, working: Working, wording: Wording) -> str:
    """Say the wording of the rubric, and the numbers that were read."""
    seen = dict(_numbers(points, working, wording))
    numbers = "; ".join(f"{name}: {value}" for name, value in seen.items())
    return f"{text or infix(points, wording)}" + (f" ({numbers})" if numbers else "")


def _numbers(
    node: Expression | Predicate, working: Working, wording: Wording
) -> Iterator[tuple[str, str]]:
    """Yield what was read for *node*, with its value; lists and the cluster as a whole."""
    match node:
        case Reported(code) if code in wording.questions:
            yield (
                wording.name(code),
                wording.pick("có", "yes") if working.value else wording.pick("không", "no"),
            )
        case Reported(code):
            yield wording.name(code), _with_unit(working.value, node, wording)
        case Points() | OverItems():
            yield infix(node, wording), wording.number(working.value)
        case OverPeers(fold):
            who = _who(working) if fold in {PeerFold.LEAST, PeerFold.GREATEST} else ""
            yield infix(node, wording), wording.number(working.value) + who
        case LevelIs(code, level):
            if working.value:
                yield wording.name(code), f"“{level}”"
        case Choose(when, then, otherwise):
            asked, taken = working.parts
            yield from _numbers(when, asked, wording)
            yield from _numbers(then if asked.value else otherwise, taken, wording)
        case Constant() | EntryIs():
            pass
        case (
            Sum()
            | Product()
            | Quotient()
            | Least()
            | Greatest()
            | Rounded()
            | Lookup()
            | Compare()
            | All()
            | Any()
            | Not()
        ):
            # Conditions after the one that decides were not asked.
            for child, part in zip(children(node), working.parts, strict=False):
                yield from _numbers(child, part, wording)
        case _:
            assert_never(node)
