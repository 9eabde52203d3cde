# SPDX-License-Identifier: MIT
"""Where things stand in a rubric: two trees in one order, and what moved between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import final

from attrs import frozen

__all__ = ["Spot", "merged", "unsettled"]


@final
@frozen
class Spot:
    """Where something stands in a rubric (*vị trí*)."""

    within: str = ""
    """Code of the section, or of the list of items; empty at the top."""
    after: str = ""
    """Code of what stands before it there; empty if it comes first."""


def unsettled(order: Sequence[int]) -> frozenset[int]:
    """Return the fewest of different numbers without which the others rise.

    Example:
        >>> sorted(unsettled([1, 4, 2, 3]))
        [4]
    """
    ends: list[int] = []  # the least end of a rising run of each length
    length: list[int] = []
    for number in order:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        length.append(place + 1)
    kept: set[int] = set()
    wanted = len(ends)
    for number, reached in reversed([*zip(order, length, strict=True)]):
        if reached == wanted:
            kept.add(number)
            wanted -= 1
    return frozenset(order) - kept


def merged(
    old: Mapping[str, int],
    new: Mapping[str, int],
    partner: Mapping[str, str],
    moved: Collection[str],
) -> list[tuple[str, str]]:
    """List what stands in either of two trees, in the order of the new one.

    Args:
        old: Level of everything in the old tree, by code, in printed order.
        new: The same of the new tree.
        partner: The new code of all that is in both, by the old one.
        moved: New codes of what no longer stands where it stood.

    Returns:
        The old and the new code of each, one of them empty if it is in one tree only; what
        is gone stands after what it stood after.
    """
    codes = [*new]
    places = {code: place for place, code in enumerate(codes)}
    gone: dict[int, list[str]] = defaultdict(list)
    place = -1
    for code, level in old.items():
        if code not in partner:
            # Whatever is deeper belongs to a section that was printed before it.
            while place + 1 < len(codes) and new[codes[place + 1]] > level:
                place += 1
            gone[place].append(code)
        elif partner[code] not in moved:
            place = places[partner[code]]
    before = {now: code for code, now in partner.items()}
    found = [(code, "") for code in gone[-1]]
    for place, code in enumerate(codes):
        found.append((before.get(code, ""), code))
        found.extend((one, "") for one in gone[place])
    return found
