# SPDX-License-Identifier: MIT
"""Rules that bring several numbers together: factors, raters, items, peers."""

from __future__ import annotations

from fractions import Fraction

from thidua.formula.fold import PeerFold
from thidua.formula.forms import (
    CapTogether,
    EqualSplit,
    Factor,
    RankPoints,
    Raters,
    RelativeToPeers,
    ShareReached,
    WeightedMean,
    WeightedSum,
)
from thidua.formula.infix import Wording, infix, predicate_text
from thidua.formula.kernel import (
    Compare,
    Expression,
    OverPeers,
    Points,
    Product,
    Quotient,
    Sum,
)
from thidua.formula.phrase import factor, signed

__all__ = [
    "cap_together",
    "equal_split",
    "is_plain",
    "rank_points",
    "raters",
    "relative_to_peers",
    "share_reached",
    "weighted_mean",
    "weighted_sum",
]


def is_plain(form: WeightedMean) -> bool:
    """Tell whether all factors of a mean weigh the same."""
    return len({one.weight for one in form.factors}) == 1


def weighted_mean(form: WeightedMean, wording: Wording) -> str:
    """Say the factors, their weights unless they are the same, and the scale."""
    plain = is_plain(form)
    listed: list[str] = []
    for one in form.factors:
        weight = factor(one.weight, wording)
        after = wording.pick(f" (hệ số {weight})", f" (weight {weight})")
        listed.append(infix(one.of, wording) + ("" if plain else after))
    text = wording.pick("bình quân của ", "the mean of ") + "; ".join(listed)
    if form.scale != 1:
        scale = factor(form.scale, wording)
        text += wording.pick(f", nhân {scale}", f", times {scale}")
    return text


def weighted_sum(form: WeightedSum, wording: Wording) -> str:
    """Say the numbers that are added, with their weights."""
    return infix(Sum([_times(one) for one in form.factors]), wording)


def _times(one: Factor) -> Expression:
    return one.of if one.weight == 1 else Product([one.weight, one.of])


def cap_together(form: CapTogether, wording: Wording) -> str:
    """Say whose points are held together, and to what."""
    total = infix(Sum([Points(code) for code in form.of]), wording)
    most = wording.points(form.at_most)
    return wording.pick(f"phần {total} vượt quá {most}", f"the part of {total} above {most}")


def raters(form: Raters, wording: Wording) -> str:
    """Say what is averaged, over whom, and how groups weigh."""
    rating, items = infix(form.rating, wording), wording.name(form.items)
    text = wording.pick(f"bình quân {rating} của {items}", f"the mean of {rating} over {items}")
    if form.trimmed:
        text += wording.pick(
            ", bỏ điểm cao nhất và điểm thấp nhất", ", without the least and the greatest"
        )
    if form.by is None:
        return text
    groups = "; ".join(
        f"“{group.name}” {wording.pick('hệ số', 'weight')} {factor(group.weight, wording)}"
        for group in form.groups
    )
    return text + wording.pick(", tính theo nhóm: ", ", group by group: ") + groups


def share_reached(form: ShareReached, maximum: Fraction, wording: Wording) -> str:
    """Say what each that is reached gives, or that the maximum goes by their share."""
    items = wording.name(form.items)
    condition = predicate_text(Compare(form.measure, form.relation, form.to), wording)
    if form.each is not None:
        each = signed(form.each, wording)
        return wording.pick(
            f"{each} cho mỗi mục của {items} có {condition}",
            f"{each} for each of {items} with {condition}",
        )
    full = wording.points(maximum)
    return wording.pick(
        f"{full} × tỷ lệ {items} có {condition}", f"{full} × the share of {items} with {condition}"
    )


def relative_to_peers(form: RelativeToPeers, maximum: Fraction, wording: Wording) -> str:
    """Say what is compared with what, and its cap."""
    full, peers = wording.points(maximum), OverPeers(PeerFold(form.to.value), form.measure)
    share = Quotient(peers, form.measure) if form.lower_is_better else Quotient(form.measure, peers)
    text = f"{full} × {infix(share, wording)}"
    if form.capped:
        text += wording.pick(f", không quá {full}", f", no more than {full}")
    if form.lower_is_better:
        measure = infix(form.measure, wording)
        text += wording.pick(
            f"; {measure} bằng 0 thì được {full}", f"; {full} where {measure} is 0"
        )
    return text


def rank_points(form: RankPoints, wording: Wording) -> str:
    """Say the points of each rank."""
    text = wording.pick("theo thứ hạng trong cụm về ", "by the rank in the cluster in ")
    text += infix(form.measure, wording)
    if form.lower_is_better:
        text += wording.pick(", thấp nhất xếp thứ nhất", ", the lowest first")
    table = [
        wording.pick(f"thứ {i}: ", f"rank {i}: ") + wording.points(points)
        for i, points in enumerate(form.points, 1)
    ]
    if form.beyond is not None:
        beyond = wording.points(form.beyond)
        table.append(wording.pick(f"các thứ sau: {beyond}", f"further ranks: {beyond}"))
    return f"{text}: {'; '.join(table)}"


def equal_split(form: EqualSplit, maximum: Fraction, wording: Wording) -> str:
    """Say what is shared, and among whom."""
    points = wording.points(maximum if form.points is None else form.points)
    among = infix(form.among, wording)
    return wording.pick(f"{points} chia đều cho {among}", f"{points} shared equally among {among}")
