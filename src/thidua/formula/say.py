# SPDX-License-Identifier: MIT
"""What each form means, in words for the rubric's readers (*cách chấm, bằng lời*)."""

from __future__ import annotations

from fractions import Fraction
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
from thidua.formula.infix import Wording, fold_text, infix, predicate_text, range_text
from thidua.formula.phrase import limits, subject
from thidua.formula.rule import count, entry, several, target

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
    match form:
        case BasePoints():
            return entry.base_points(form, maximum, wording)
        case DirectEntry():
            return entry.direct_entry(form, maximum, wording)
        case YesNo():
            return entry.yes_no(form, maximum, wording)
        case Leveled():
            return entry.leveled(form, wording)
        case Checklist():
            return entry.checklist(form, wording)
        case Threshold():
            return entry.threshold(form, maximum, wording)
        case Proportional():
            return target.proportional(form, maximum, wording)
        case Stepped():
            return target.stepped(form, maximum, wording)
        case Banded():
            return target.banded(form, wording)
        case AroundTarget():
            return target.around_target(form, maximum, wording)
        case PerEvent():
            return count.per_event(form, maximum, wording)
        case ByCount():
            return count.by_count(form, wording)
        case PrizeTable():
            return count.prize_table(form, wording)
        case WeightedMean():
            return several.weighted_mean(form, wording)
        case WeightedSum():
            return several.weighted_sum(form, wording)
        case Raters():
            return several.raters(form, wording)
        case ShareReached():
            return several.share_reached(form, maximum, wording)
        case RelativeToPeers():
            return several.relative_to_peers(form, maximum, wording)
        case RankPoints():
            return several.rank_points(form, wording)
        case EqualSplit():
            return several.equal_split(form, maximum, wording)
        case CapTogether():
            return several.cap_together(form, wording)
        case ByKind(choice, cases):
            table = [f"“{one.level}”: {_part(one.form, maximum, wording)}" for one in cases]
            return wording.pick("theo ", "by ") + f"{wording.name(choice)}: {'; '.join(table)}"
        case ByRange():
            return _by_range(form, maximum, wording)
        case Highest(of):
            listed = "; ".join(_part(one, maximum, wording) for one in of)
            return wording.pick(f"mức cao nhất trong: {listed}", f"the highest of: {listed}")
        case Total(of):
            text = " + ".join(_part(one, maximum, wording) for one in of)
            return text + limits(form.at_least, form.at_most, wording)
        case Gated(when, inner):
            condition = predicate_text(when, wording)
            part, otherwise = _part(inner, maximum, wording), wording.points(form.otherwise)
            return wording.pick(
                f"nếu {condition}: {part}; nếu không: {otherwise}",
                f"if {condition}: {part}; otherwise: {otherwise}",
            )
        case Scaled(by, inner):
            return f"{infix(by, wording, factor=True)} × {_part(inner, maximum, wording)}"
        case CapAcross(inner, at_most, used):
            most, already = wording.points(at_most), infix(used, wording)
            return _part(inner, maximum, wording) + wording.pick(
                f"; không quá {most} cho các kỳ, kể cả {already}",
                f"; no more than {most} over all periods, {already} included",
            )
        case ItemTotal():
            return _item_total(form, maximum, wording)
        case Calculation(points, text):
            return text or infix(points, wording)
        case _:
            assert_never(form)


def _part(form: Form, maximum: Fraction, wording: Wording) -> str:
    """Say a form that stands in another."""
    return f"({subject(form, wording)}{say(form, maximum, wording)})"


def _by_range(form: ByRange, maximum: Fraction, wording: Wording) -> str:
    unit = wording.unit(form.by)
    after = f" {unit}" if unit else ""
    table = [
        f"{range_text(one.band(0), wording, after)}: {_part(one.form, maximum, wording)}"
        for one in form.pieces
    ]
    return wording.pick("theo ", "by ") + f"{infix(form.by, wording)}: {'; '.join(table)}"


def _item_total(form: ItemTotal, maximum: Fraction, wording: Wording) -> str:
    fold, items = fold_text(form.fold, wording), wording.name(form.items)
    text = wording.pick(f"{fold} theo từng mục của {items}", f"{fold} over each of {items}")
    if form.where is not None:
        text += wording.pick(" có ", " with ") + predicate_text(form.where, wording)
    text += f": {_part(form.form, maximum, wording)}"
    return text + limits(form.at_least, form.at_most, wording)
