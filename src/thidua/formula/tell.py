# SPDX-License-Identifier: MIT
"""What a form came to for one unit, with its numbers (*vì sao được điểm*)."""

from __future__ import annotations

from typing import assert_never

from thidua.formula.forms import (
    AroundTarget,
    Banded,
    BasePoints,
    ByCount,
    ByKind,
    ByRange,
    Calculation,
    CapAcross,
    CapTogether,
    Checklist,
    DirectEntry,
    EqualSplit,
    Form,
    Gated,
    Highest,
    ItemTotal,
    Leveled,
    PerEvent,
    PrizeTable,
    Proportional,
    RankPoints,
    Raters,
    RelativeToPeers,
    Scaled,
    ShareReached,
    Stepped,
    Threshold,
    Total,
    WeightedMean,
    WeightedSum,
    YesNo,
)
from thidua.formula.infix import Wording, fold_text, predicate_text, range_text
from thidua.formula.kernel import Constant
from thidua.formula.phrase import amount, equals, factor, held, inside, subject
from thidua.formula.result import calculation, count, entry, several, target
from thidua.formula.working import Working

__all__ = ["tell"]


def tell(form: Form, working: Working, wording: Wording) -> str:
    """Say how *form* came to its points for one unit, without a full stop.

    Args:
        form: The way of scoring.
        working: The working of `lower(form, …)` for the unit, which holds every number said.
        wording: Language, and names for codes.

    Example:
        >>> from fractions import Fraction
        >>> from thidua.formula import Scope, evaluate, lower
        >>> form = Proportional("thu", to="du_toan")
        >>> scope = Scope({"thu": Fraction("105.2"), "du_toan": Fraction(98)})
        >>> tell(form, evaluate(lower(form, Fraction(40)), scope), Wording("vi"))
        '105,2/98 ≈ 107,35 %, đạt tối đa'
    """
    match form:
        case BasePoints():
            return wording.pick("điểm nền", "base points")
        case DirectEntry():
            return entry.direct_entry(form, working, wording)
        case YesNo():
            return entry.yes_no(working, wording)
        case Leveled():
            return entry.leveled(form, working, wording)
        case Checklist():
            return entry.checklist(form, working, wording)
        case Threshold():
            return entry.threshold(form, working, wording)
        case Proportional():
            return target.proportional(form, working, wording)
        case Stepped():
            return target.stepped(form, working, wording)
        case Banded():
            return target.banded(form, working, wording)
        case AroundTarget():
            return target.around_target(form, working, wording)
        case PerEvent():
            return count.per_event(form, working, wording)
        case ByCount():
            return count.by_count(form, working, wording)
        case PrizeTable():
            return count.prize_table(form, working, wording)
        case WeightedMean():
            return several.weighted_mean(form, working, wording)
        case WeightedSum():
            return several.weighted_sum(form, working, wording)
        case Raters():
            return several.raters(form, working, wording)
        case ShareReached():
            return several.share_reached(form, working, wording)
        case RelativeToPeers():
            return several.relative_to_peers(form, working, wording)
        case RankPoints():
            return several.rank_points(form, working, wording)
        case EqualSplit():
            return several.equal_split(form, working, wording)
        case CapTogether():
            return several.cap_together(form, working, wording)
        case ByKind():
            return _by_kind(form, working, wording)
        case ByRange():
            return _by_range(form, working, wording)
        case Highest(of):
            first = next(i for i, part in enumerate(working.parts) if part.value == working.value)
            best = _part(of[first], working.parts[first], wording)
            return wording.pick(f"mức cao nhất: {best}", f"the highest: {best}")
        case Total(of):
            total = inside(working, form.at_least, form.at_most)
            said = [_part(*pair, wording) for pair in zip(of, total.parts, strict=True)]
            return " + ".join(said) + held(total.value, working.value, wording)
        case Gated():
            return _gated(form, working, wording)
        case Scaled():
            return _scaled(form, working, wording)
        case CapAcross():
            return _cap_across(form, working, wording)
        case ItemTotal():
            return _item_total(form, working, wording)
        case Calculation(points, text):
            return calculation.calculation(points, text, working, wording)
        case _:
            assert_never(form)


def _part(form: Form, working: Working, wording: Wording) -> str:
    """Tell a form that stands in another, with its points: ``2 điểm (có)``."""
    return f"{wording.points(working.value)} ({_inner(form, working, wording)})"


def _inner(form: Form, working: Working, wording: Wording) -> str:
    return subject(form, wording) + tell(form, working, wording)


def _by_kind(form: ByKind, working: Working, wording: Wording) -> str:
    *others, chosen = form.cases
    for case in others:
        asked, working = working.parts
        if asked.value:
            chosen = case
            break
    return f"{wording.name(form.choice)} “{chosen.level}”: {_inner(chosen.form, working, wording)}"


def _by_range(form: ByRange, working: Working, wording: Wording) -> str:
    place = working.parts[0].parts[0]
    chosen = form.pieces[int(place.value)]
    # One choice for each piece, apart from the last of several.
    last = max(1, len(form.pieces) - 1)
    for _ in range(min(int(place.value) + 1, last)):
        _, working = working.parts
    unit = wording.unit(form.by)
    band = chosen.band(0)
    where = range_text(band, wording, f" {unit}" if unit else "")
    number = amount(place.parts[0].value, form.by, wording, band.low, band.high)
    return f"{number} ({where}): {_inner(chosen.form, working, wording)}"


def _gated(form: Gated, working: Working, wording: Wording) -> str:
    asked, taken = working.parts
    condition = predicate_text(form.when, wording)
    if asked.value:
        met = wording.pick(f"đạt điều kiện {condition}: ", f"{condition}: ")
        return met + _inner(form.form, taken, wording)
    return wording.pick(f"không đạt điều kiện {condition}", f"not {condition}")


def _scaled(form: Scaled, working: Working, wording: Wording) -> str:
    by, inner = working.parts
    part = _part(form.form, inner, wording)
    is_fixed = isinstance(form.by, Constant)
    times = factor(by.value, wording) if is_fixed else amount(by.value, form.by, wording)
    return f"{part}, {wording.pick('hệ số', 'times')} {times}"


def _cap_across(form: CapAcross, working: Working, wording: Wording) -> str:
    inner, left = working.parts
    if inner.value <= left.value:
        return _inner(form.form, inner, wording)
    used = wording.points(form.at_most - left.parts[0].value)
    after = wording.points(left.value)
    return _part(form.form, inner, wording) + wording.pick(
        f"; các kỳ trước đã tính {used} nên chỉ còn {after}",
        f"; earlier periods have counted {used}, which leaves {after}",
    )


def _item_total(form: ItemTotal, working: Working, wording: Wording) -> str:
    folded = inside(working, form.at_least, form.at_most)
    fold, items = fold_text(form.fold, wording), wording.name(form.items)
    said = "; ".join(_part(form.form, part, wording) for part in folded.parts)
    text = f"{items}: {said or wording.pick('không có', 'none')}"
    text += f"; {fold} {equals(wording.points(folded.value))}"
    return text + held(folded.value, working.value, wording)
