# SPDX-License-Identifier: MIT
"""Results of several numbers together: factors, raters, items, peers."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from thidua.formula.forms import (
    CapTogether,
    EqualSplit,
    Factor,
    RankPoints,
    Raters,
    RelativeToPeers,
    ShareReached,
    Standard,
    WeightedMean,
    WeightedSum,
)
from thidua.formula.infix import Wording, infix
from thidua.formula.kernel import Reported
from thidua.formula.phrase import (
    amount,
    changed,
    equals,
    factor,
    inside,
    percent_beside,
    who,
    with_unit,
)
from thidua.formula.rule.several import is_plain
from thidua.formula.working import Working
from thidua.quantity import show_percent

__all__ = [
    "cap_together",
    "equal_split",
    "rank_points",
    "raters",
    "relative_to_peers",
    "share_reached",
    "weighted_mean",
    "weighted_sum",
]


def weighted_mean(form: WeightedMean, working: Working, wording: Wording) -> str:
    """Say each factor, the mean, and what the scale makes of it."""
    product, weights = working.parts
    values = product.parts[1]
    plain = is_plain(form)
    said = [
        _factor(one, part, wording, plain=plain)
        for one, part in zip(form.factors, values.parts, strict=True)
    ]
    mean = values.value / weights.value
    text = wording.pick("bình quân", "the mean") + f" {equals(wording.number(mean))}"
    if form.scale != 1:
        text += f" {changed(form.scale, working.value, wording)}"
    return "; ".join([*said, text])


def _factor(one: Factor, part: Working, wording: Wording, *, plain: bool) -> str:
    if isinstance(one.of, Reported):
        asked, part = part.parts
        if asked.value:
            return f"{infix(one.of, wording)}: {wording.pick('không áp dụng', 'not applicable')}"
    text = amount(part.parts[1].value, one.of, wording)
    if plain:
        return text
    weight = factor(one.weight, wording)
    return text + wording.pick(f" (hệ số {weight})", f" (weight {weight})")


def weighted_sum(form: WeightedSum, working: Working, wording: Wording) -> str:
    """Say each number, with its weight unless it is 1."""
    said: list[str] = []
    for one, part in zip(form.factors, working.parts, strict=True):
        weight = factor(one.weight, wording)
        after = wording.pick(f" (hệ số {weight})", f" (weight {weight})")
        said.append(amount(part.parts[1].value, one.of, wording) + after * (one.weight != 1))
    return "; ".join(said)


def cap_together(form: CapTogether, working: Working, wording: Wording) -> str:
    """Say what the criteria have together, and whether it is above the cap."""
    *points, _ = working.parts[0].parts
    total = wording.points(sum((one.value for one in points), Fraction(0)))
    most = wording.points(form.at_most)
    if working.value:
        return wording.pick(f"tổng {total}, vượt quá {most}", f"{total} in all, above {most}")
    return wording.pick(f"tổng {total}, không quá {most}", f"{total} in all, not above {most}")


def raters(form: Raters, working: Working, wording: Wording) -> str:
    """Say what each gave, and the mean; of groups, the mean of each with its weight."""
    if form.by is None:
        return _ratings(form, working, wording)
    means, _ = working.parts
    said: list[str] = []
    for group, part in zip(form.groups, means.parts, strict=True):
        weight = factor(group.weight, wording)
        ratings = _ratings(form, part.parts[1], wording)
        said.append(f"“{group.name}” {ratings}, {wording.pick('hệ số', 'weight')} {weight}")
    return "; ".join(said)


def _ratings(form: Raters, folded: Working, wording: Wording) -> str:
    given = ", ".join(wording.number(part.value) for part in folded.parts)
    mean = equals(wording.number(folded.value))
    if form.trimmed:
        return wording.pick(
            f"({given}) bỏ cao nhất và thấp nhất, bình quân {mean}",
            f"({given}) without the least and the greatest, mean {mean}",
        )
    return wording.pick(f"({given}) bình quân {mean}", f"({given}) mean {mean}")


def share_reached(form: ShareReached, working: Working, wording: Wording) -> str:
    """Say how many were reached, of how many."""
    if form.each is not None:
        reached = wording.number(working.parts[1].value)
        points = changed(form.each, working.value, wording)
        return wording.pick(f"đạt {reached} mục {points}", f"{reached} reached {points}")
    product, count = working.parts
    share = product.parts[1].value / count.value
    said = f"{wording.number(product.parts[1].value)}/{wording.number(count.value)}"
    percent = equals(show_percent(share, wording.language))
    return wording.pick(f"đạt {said} mục {percent}", f"{said} reached {percent}")


def relative_to_peers(form: RelativeToPeers, working: Working, wording: Wording) -> str:
    """Say the result, and what it was compared with."""
    asked, taken = working.parts
    under = asked.parts[0]
    if not asked.value:
        if form.lower_is_better:
            return amount(under.value, form.measure, wording)
        return _peers(form, under, wording)
    quotient = inside(taken, taken.value if form.capped else None)
    over = quotient.parts[0].parts[1]
    own, peers = (under, over) if form.lower_is_better else (over, under)
    text = amount(own.value, form.measure, wording, peers.value)
    text += f"; {_peers(form, peers, wording, own.value)}"
    share = percent_beside(over.value / under.value, wording, Fraction(100))
    text += wording.pick(f"; tỷ lệ {share}", f"; a share of {share}")
    if form.capped and over.value >= under.value:
        text += wording.pick(", đạt tối đa", ", the maximum")
    return text


def _peers(
    form: RelativeToPeers, peers: Working, wording: Wording, own: Fraction | None = None
) -> str:
    """Say what the cluster has, and which units have it."""
    value = with_unit(peers.value, form.measure, wording, own)
    match form.to:
        case Standard.GREATEST:
            text = wording.pick("cao nhất cụm ", "the greatest in the cluster ")
        case Standard.LEAST:
            text = wording.pick("thấp nhất cụm ", "the least in the cluster ")
        case Standard.MEAN:
            return wording.pick("bình quân cụm ", "the mean of the cluster ") + value
        case _:
            assert_never(form.to)
    return text + value + who(peers)


def rank_points(form: RankPoints, working: Working, wording: Wording) -> str:
    """Say the number that ranks the unit, and its rank."""
    (rank,) = working.parts
    (own,) = rank.parts
    value = -own.value if form.lower_is_better else own.value
    place = wording.number(rank.value)
    said = wording.pick(f"xếp thứ {place} trong cụm", f"rank {place} in the cluster")
    return f"{amount(value, form.measure, wording)}; {said}"


def equal_split(form: EqualSplit, working: Working, wording: Wording) -> str:
    """Say what was shared, and among how many."""
    shared, among = (part.value for part in working.parts)
    points, many = wording.points(shared), with_unit(among, form.among, wording)
    return wording.pick(f"{points} chia cho {many}", f"{points} among {many}")
