# SPDX-License-Identifier: MIT
"""Who checks whom: the pairing of a cross-check (*phân công kiểm tra chéo*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from heapq import heappop, heappush
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster.assignment import assign
from thidua.errors import ClusterFault, Fault, Faults
from thidua.quantity import Number, exact
from thidua.quantity.typed import typed

__all__ = ["Check", "Pairing", "pair", "split", "spread"]


@final
@frozen(field_transformer=typed(ClusterFault))
class Check:
    """One unit checks another."""

    kind: ClassVar = "check"
    by: str
    """Code of the unit that checks (*đơn vị kiểm tra*)."""
    of: str
    """Code of the unit that is checked (*đơn vị được kiểm tra*)."""
    criteria: tuple[str, ...] = ()
    """Codes of the criteria or sections it checks; empty for all."""
    before: int = field(default=0, kw_only=True)
    """How often it has checked that unit before."""
    mutual: bool = field(default=False, kw_only=True)
    """Whether that unit checks it too, in the same year (*kiểm tra lẫn nhau*)."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Pairing:
    """The cross-check of one year: every unit checks as many as check it."""

    kind: ClassVar = "pairing"
    checks: tuple[Check, ...]
    """Who checks whom: by the unit that is checked, in the order given, then by turn."""

    def checkers(self, unit: str) -> tuple[str, ...]:
        """Return the units that check *unit*."""
        return tuple(check.by for check in self.checks if check.of == unit)

    def checked(self, unit: str) -> tuple[str, ...]:
        """Return the units that *unit* checks."""
        return tuple(check.of for check in self.checks if check.by == unit)


def pair(
    units: Iterable[str],
    *,
    history: Iterable[Pairing] = (),
    checkers: int = 1,
    criteria: Mapping[str, Number] | Iterable[str] = (),
    seed: int = 0,
) -> Pairing:
    """Assign to every unit the units that check it.

    Nobody checks itself. Nobody checks who checks it in the same year, as long as each is
    checked by no more than half of the others; so from three units on. Of what is left, those
    pairs are taken that have occurred least; of those, pairs that have not occurred the
    other way round either; of those, the units stand in a circle and each checks the one
    that many places on as the year counts. So a cluster of *n* units that stays the same repeats
    no pair before every pair has occurred once, which takes *n* - 1 years. Two exceptions
    cannot be helped: two units check each other every year, and of four units no third year is
    left in which nobody checks who checks it. How even it stays is what `spread` says.

    Args:
        units: Codes of the units; at least two.
        history: The pairings of former years, in any order; of other units as well.
        checkers: How many units check each.
        criteria: Codes to share among the checkers of a unit, if there are several, each
            with its weight (its maximum, say), or all of one weight. A unit that checks
            several others checks another share in each, and every share once.
        seed: Which order the units stand in the circle; the same on every machine.

    Raises:
        Faults: If a unit stands twice, there are fewer than two, or *checkers* is not from 1
            to one less than the units, or more than the criteria to share.

    Example:
        >>> first = pair(["an", "binh", "chau"])
        >>> second = pair(["an", "binh", "chau"], history=[first])
        >>> first.checked("an") + second.checked("an")
        ('chau', 'binh')
    """
    everyone = tuple(units)
    weights = _weights(criteria)
    if faults := _faults(everyone, checkers, weights):
        raise Faults(faults)
    former = Counter((check.by, check.of) for year in history for check in year.checks)
    circle = sorted(everyone, key=lambda unit: sha256(f"{seed}:{unit}".encode()).digest())
    shares = split(weights, checkers) if weights else ((),) * checkers
    taken: dict[tuple[str, str], tuple[str, ...]] = {}
    for share in shares:
        for by, of in _turn(circle, former, taken):
            taken[by, of] = share
    place = {unit: index for index, unit in enumerate(everyone)}
    turn = {arc: index for index, arc in enumerate(taken)}
    return Pairing(
        tuple(
            Check(by, of, taken[by, of], before=former[by, of], mutual=(of, by) in taken)
            for by, of in sorted(taken, key=lambda arc: (place[arc[1]], turn[arc]))
        )
    )


def split(weights: Mapping[str, Fraction], among: int) -> tuple[tuple[str, ...], ...]:
    """Share criteria among checkers so that no share is much heavier than another.

    The heaviest goes first, each to the share that is lightest so far, so that two shares
    differ by no more than the heaviest criterion.

    Example:
        >>> split({"I": Fraction(60), "II": Fraction(20), "III": Fraction(20)}, 2)
        (('I',), ('II', 'III'))
    """
    place = {code: index for index, code in enumerate(weights)}
    shares: list[list[str]] = [[] for _ in range(among)]
    loads = [Fraction(0)] * among
    for code in sorted(weights, key=lambda one: (-weights[one], place[one])):
        lightest = min(range(among), key=lambda index: (loads[index], len(shares[index]), index))
        shares[lightest].append(code)
        loads[lightest] += weights[code]
    return tuple(tuple(sorted(share, key=lambda one: place[one])) for share in shares)


def spread(units: Iterable[str], history: Iterable[Pairing]) -> int:
    """Say how uneven cross-checks have been: how much more often one pair occurred than another.

    The measure of fairness of `pair` (*mức độ công bằng*): the occurrences of the pair that
    occurred most, less those of the pair that occurred least, of all ordered pairs of *units*.
    With one checker for each unit, a cluster that stays the same has never more than 1 if its
    number is odd, and never more than 2 if it is even.

    Example:
        >>> first = pair(["an", "binh", "chau"])
        >>> spread(["an", "binh", "chau"], [first])
        1
        >>> second = pair(["an", "binh", "chau"], history=[first])
        >>> spread(["an", "binh", "chau"], [first, second])
        0
    """
    times = Counter((check.by, check.of) for year in history for check in year.checks)
    everyone = tuple(dict.fromkeys(units))
    pairs = [times[by, of] for by in everyone for of in everyone if by != of]
    return max(pairs, default=0) - min(pairs, default=0)


def _weights(criteria: Mapping[str, Number] | Iterable[str]) -> dict[str, Fraction]:
    if isinstance(criteria, Mapping):
        return {code: exact(weight) for code, weight in criteria.items()}
    return dict.fromkeys(criteria, Fraction(1))


def _faults(
    units: tuple[str, ...], checkers: int, weights: Mapping[str, Fraction]
) -> tuple[Fault, ...]:
    faults: list[Fault] = []
    for index, unit in enumerate(units):
        if unit in units[:index]:
            what = f"unit {unit!r} stands twice in the cluster"
            faults.append(ClusterFault(("units", index), "unit-twice", what, "list it once"))
    if len(units) < 2:  # noqa: PLR2004 - a pair
        what = f"a cross-check takes two units, given {len(units)}"
        faults.append(ClusterFault(("units",), "too-few", what))
    elif not 1 <= checkers < len(units):
        what = f"each unit is checked by 1 to {len(units) - 1} others, not by {checkers!r}"
        faults.append(ClusterFault(("checkers",), "checkers", what))
    elif weights and checkers > len(weights):
        what = f"{len(weights)} criteria cannot be shared among {checkers} checkers"
        hint = "ask for fewer checkers, or share smaller criteria"
        faults.append(ClusterFault(("checkers",), "checkers", what, hint))
    for code, weight in weights.items():
        if weight < 0:
            what = f"the weight of {code!r} is below zero"
            faults.append(ClusterFault(("criteria", code), "weight", what))
    return tuple(faults)


def _turn(
    circle: Sequence[str],
    former: Mapping[tuple[str, str], int],
    taken: Mapping[tuple[str, str], object],
) -> list[tuple[str, str]]:
    """Give every unit one more unit to check.

    What is to be avoided costs more than all that is less important together.
    """
    size = len(circle)
    step = _steps(size)
    reverse = size * size  # dearer than the steps of a whole assignment together
    again = 2 * size * reverse
    mutual = 2 * size * again * (1 + max(former.values(), default=0))
    never = 4 * size * size * mutual
    costs = [
        [
            never
            if by == of or (by, of) in taken
            else mutual * ((of, by) in taken)
            + again * former.get((by, of), 0)
            + reverse * (former.get((of, by), 0) > 0)
            + step[(column - row) % size]
            for column, of in enumerate(circle)
        ]
        for row, by in enumerate(circle)
    ]
    columns = _one_way(costs, mutual)
    return [(circle[row], circle[column]) for row, column in enumerate(columns)]


def _one_way(costs: list[list[int]], dear: int) -> tuple[int, ...]:
    """Return an assignment that costs little among those that let fewest check each other.

    Costs of single pairs cannot say that two exclude each other. So where some come out
    both ways, it is tried without one way of each, and without the other way of the first;
    from the most promising on, no more than twice for each unit, and a few times more once
    none do.
    """
    found = assign(costs)
    merit, trials = _merit(found, costs), 0
    waiting = [(*merit, trials, found, costs)]
    while waiting and trials < (2 * len(costs) if merit[0] else 8):
        *_, latest, known = heappop(waiting)
        pairs = _both_ways(latest)
        ways = [[(row, latest[row]) for row in pairs], [(latest[row], row) for row in pairs[:1]]]
        for without in ways if pairs else ():
            trials += 1
            dearer = [[*line] for line in known]
            for by, of in without:
                dearer[by][of] += dear
            other = assign(dearer)
            heappush(waiting, (*_merit(other, costs), trials, other, dearer))
            if _merit(other, costs) < merit:
                merit, found = _merit(other, costs), other
    return found


def _merit(columns: Sequence[int], costs: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return how many check each other, then the cost; the less the better."""
    return len(_both_ways(columns)), sum(costs[row][to] for row, to in enumerate(columns))


def _both_ways(columns: Sequence[int]) -> list[int]:
    """Return the first of every two units that check each other."""
    return [row for row, column in enumerate(columns) if row < column and columns[column] == row]


def _steps(size: int) -> list[int]:
    """Return in which year of a round each distance on the circle has its turn.

    First the distances that are less than half the circle, then the same the other way, and
    half the circle last: units half a circle apart would check each other.
    """
    half = (size - 1) // 2
    order = [*range(1, half + 1), *range(size - 1, size - 1 - half, -1)]
    order.extend(one for one in range(1, size) if one not in order)
    turn = [0] * size
    for index, distance in enumerate(order):
        turn[distance] = index
    return turn
