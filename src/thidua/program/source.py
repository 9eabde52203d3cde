# SPDX-License-Identifier: MIT
"""The functions that a program becomes: compiled once, shown by tracebacks and `inspect`."""

from __future__ import annotations

import linecache
import weakref
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from types import CodeType
from typing import TypeAlias, cast, final

from attrs import frozen

from thidua.formula import ItemFold, PeerFold
from thidua.program.folds import Pair, fold_ratios, middles, place
from thidua.program.function import look_source, unit_source
from thidua.program.linear import literal_of
from thidua.program.node import Lack, Look
from thidua.program.program import Program, program
from thidua.program.width import widest
from thidua.quantity.exact import LONGEST
from thidua.rubric import Rubric
from thidua.rubric.plan import TOTAL, plan

__all__ = ["Functions", "Output", "Row", "functions"]

Row: TypeAlias = tuple[Sequence[int], Sequence[int], Sequence[Sequence[Sequence[int]]]]
"""A unit: its values, the numbers of its states, its lists of items, in the order of the rubric."""
_TOO_LARGE = (RecursionError, SyntaxError, MemoryError, ValueError)
"""How Python says that source nests too deep for it, or holds too long a number; how `program`
gives up."""
_MOST_BITS = 2**17
"""Bits of the longest number that a function computes: it does not notice in time."""
_Unit: TypeAlias = Callable[..., "tuple[int, ...] | int"]


@final
@frozen
class Output:
    """Where the points of a part stand among the numbers of a unit."""

    code: str
    """Code as printed, or ``"total"``."""
    above: int
    """Position of the numerator."""
    below: int | None
    """The denominator; None where it varies and stands right after the numerator."""
    maximum: Fraction | None
    """The maximum; None where it varies."""
    maximum_at: int = 0
    """Position of the maximum that varies, over `Program.scale`."""


@final
@frozen(eq=False)
class Functions:
    """A program, ready to be run."""

    program: Program
    """The program."""
    source: str
    """Source of `unit`."""
    unit: _Unit
    """Points of all parts, and maxima that vary; or the number of a lack."""
    looks: tuple[_Unit, ...]
    """What a unit contributes to each look: a ratio, nothing, or the number of a lack."""
    lacks: tuple[tuple[str, Lack], ...]
    """What may be lacking, and for which part."""
    outputs: Mapping[str, Output]
    """Where each part's points stand, in printed order, the total last."""
    may_be_long: bool
    """Whether some number may have more digits than a number may have."""

    def too_long(self, found: Sequence[int]) -> bool:
        """Tell whether what a unit comes to holds a number of too many digits."""
        return self.may_be_long and max(map(abs, found)) >= LONGEST

    def run(self, rows: Sequence[Row]) -> list[tuple[int, ...] | int]:
        """Compute the units of a cluster."""
        peers: list[object] = []
        for look, contribute in zip(self.program.looks, self.looks, strict=True):
            peers.append(_folded(look, [contribute(*row, peers) for row in rows]))
        unit = self.unit
        return [unit(*row, peers) for row in rows]

    def with_states(self, row: Row) -> Row:
        """Return a row of values as this program reads it: with the states of every cell."""
        values, states, lists = row
        if states:
            return row
        many = len(self.program.columns) + len(self.program.items)
        plain = [[(*item, *[0] * len(item)) for item in items] for items in lists]
        return values, [0] * many, plain


def _folded(look: Look, given: Sequence[tuple[int, ...] | int]) -> list[Fraction] | Pair | None:
    """Fold what the units contribute; None where one lacks it, or there is nothing to fold."""
    if any(isinstance(one, int) for one in given):
        return None
    pairs = [cast("Pair", one) for one in given if one]
    if look.fold is PeerFold.RANK:
        return sorted(Fraction(*pair) for pair in pairs)
    if not pairs and look.fold not in {PeerFold.SUM, PeerFold.COUNT}:
        return None
    below = literal_of(look.below)
    if below is None or look.fold in {PeerFold.COUNT, PeerFold.RANK}:
        return fold_ratios(ItemFold(look.fold.value), pairs)
    values = [above for above, _ in pairs]
    match look.fold:
        case PeerFold.LEAST:
            return min(values), below
        case PeerFold.GREATEST:
            return max(values), below
        case PeerFold.SUM:
            return sum(values), below
        case _:
            return sum(values), below * len(values)


@lru_cache(maxsize=256)
def _compiled(source: str) -> CodeType:
    name = f"<thidua {sha256(source.encode()).hexdigest()[:16]}>"
    code = compile(source, name, "exec")
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    weakref.finalize(code, linecache.cache.pop, name, None)
    return code


def _function(source: str, name: str) -> _Unit:
    names: dict[str, object] = {
        "__name__": __name__,
        "fold_ratios": fold_ratios,
        "middles": middles,
        "place": place,
        **{f"fold_{fold.value}": fold for fold in ItemFold},
    }
    exec(_compiled(source), names)  # noqa: S102 - printed here, of numbers and names made up here
    return cast("_Unit", names[name])


@lru_cache(maxsize=64)
def functions(rubric: Rubric, *, sound: bool) -> Functions | None:
    """Return the functions of a rubric, or None if it is too large for that.

    For the arguments see `program`.
    """
    try:
        given = program(rubric, sound=sound)
        width = widest(given)
        if width > _MOST_BITS:
            return None
        lacks: list[tuple[str, Lack]] = []
        looks = tuple(_function(look_source(given, one, lacks), "peer") for one in given.looks)
        source = unit_source(given, lacks)
        unit = _function(source, "unit")
    except _TOO_LARGE:
        return None
    may_be_long = width >= LONGEST.bit_length()
    return Functions(given, source, unit, looks, tuple(lacks), _outputs(given), may_be_long)


def _outputs(given: Program) -> Mapping[str, Output]:
    """Return where each part stands, in printed order."""
    found: dict[str, Output] = {}
    position = 0
    after = sum(1 + (literal_of(line.below) is None) for line in given.lines)
    for line in given.lines:
        below, most = literal_of(line.below), literal_of(line.maximum)
        maximum = None if most is None else Fraction(most, given.scale)
        found[line.code] = Output(line.code, position, below, maximum, after)
        position += 1 + (below is None)
        after += most is None
    return {code: found[code] for code in [*plan(given.rubric).row, TOTAL]}
