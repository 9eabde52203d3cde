# SPDX-License-Identifier: MIT
"""A value with its working, and what is made of a table, a list and a cluster."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, assert_never, final

from attrs import frozen

from thidua.errors import FormulaFault
from thidua.formula.fold import ItemFold, PeerFold
from thidua.formula.kernel import Lookup, OverItems, OverPeers
from thidua.quantity import add, divide, plain

__all__ = ["Working", "fold_items", "fold_peers", "look_up"]

_ZERO = Fraction(0)


@final
@frozen
class Working:
    """A value and the values it was made of (*cách tính*)."""

    kind: ClassVar = "working"
    what: str
    """The kind of the node, or the code that was read."""
    value: Fraction
    """Its value; a truth is 1 or 0."""
    parts: tuple[Working, ...] = ()
    """The workings of what was computed for it; of a choice, the branch taken."""


def look_up(table: Lookup, value: Fraction) -> Fraction:
    """Return the points of the only band that holds *value*."""
    found = [band for band in table.bands if value in band]
    if len(found) == 1:
        return found[0].points
    if found:
        points = " and ".join(plain(band.points) for band in found)
        what = f"{plain(value)} is in {len(found)} bands, of {points} points"
        raise FormulaFault((), "band-overlap", what, "say which side of the bound is closed")
    lows = [band.high for band in table.bands if band.high is not None and band.high <= value]
    highs = [band.low for band in table.bands if band.low is not None and band.low >= value]
    ends = [f"end at {plain(max(lows))}"] if lows else []
    if highs:
        ends.append(f"begin {'again ' if lows else ''}at {plain(min(highs))}")
    around = "the bands " + " and ".join(ends)
    what = f"{plain(value)} is in no band: {around}"
    raise FormulaFault((), "band-gap", what, "close the table there")


def fold_items(node: OverItems, values: list[Fraction]) -> Fraction:
    """Fold the *values* of the items, in rising order."""
    count = len(values)
    match node.fold:
        case ItemFold.SUM:
            return add(values)
        case ItemFold.COUNT:
            return Fraction(count)
        case ItemFold.MEAN if values:
            return divide(add(values), Fraction(count))
        case ItemFold.LEAST if values:
            return values[0]
        case ItemFold.GREATEST if values:
            return values[-1]
        case ItemFold.MEDIAN if values:
            middle = add([values[(count - 1) // 2], values[count // 2]])
            return divide(middle, Fraction(2))
        case ItemFold.TRIMMED_MEAN if values[1:-1]:
            return divide(add(values[1:-1]), Fraction(count - 2))
        case _:
            what = f"the {node.fold.value} of {count} items of {node.items!r} is not defined"
            raise FormulaFault((), "nothing-to-fold", what, "say what counts then, with Choose")


def fold_peers(node: OverPeers, peers: list[Working]) -> Working:
    """Fold the values of the *peers*; the working names who attains a least or greatest."""
    values = [peer.value for peer in peers]
    match node.fold:
        case PeerFold.SUM:
            return Working("over_peers", add(values))
        case PeerFold.COUNT | PeerFold.RANK:
            return Working("over_peers", Fraction(len(values)))
        case PeerFold.MEAN | PeerFold.LEAST | PeerFold.GREATEST if not values:
            what = f"no unit of the cluster counts for the {node.fold.value} over peers"
            raise FormulaFault((), "nothing-to-fold", what, "say what counts then, with Choose")
        case PeerFold.MEAN:
            return Working("over_peers", divide(add(values), Fraction(len(values))))
        case PeerFold.LEAST | PeerFold.GREATEST:
            best = min(values) if node.fold is PeerFold.LEAST else max(values)
            return Working("over_peers", best, tuple(p for p in peers if p.value == best))
        case _:
            assert_never(node.fold)
