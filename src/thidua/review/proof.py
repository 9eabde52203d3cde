# SPDX-License-Identifier: MIT
"""What is proved of every part of a rubric: what its points may be, how they move."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import final

from attrs import frozen

from thidua.formula import Directions, directions
from thidua.quantity import Interval
from thidua.rubric import Rubric
from thidua.rubric.plan import plan
from thidua.rubric.reachable import reachable

__all__ = ["Proof", "prove"]


@final
@frozen(eq=False)
class Proof:
    """What holds for every sheet that fits a rubric."""

    formulas: Mapping[str, Interval]
    """What the expression of each part may give, by code."""
    spans: Mapping[str, Interval]
    """What its points may be; states without a value may give others than its formula."""
    directions: Mapping[str, Directions]
    """How its points move with each number of the unit or of an item."""


@lru_cache(maxsize=16)
def prove(rubric: Rubric) -> Proof:
    """Prove what can be proved of a sound rubric."""
    ready, found = plan(rubric), reachable(rubric)
    moves: dict[str, Directions] = {}

    def move(code: str) -> Directions:
        if code not in moves:
            expression, spans = ready.expression[code], found.spans.__getitem__
            moves[code] = directions(expression, ready.domains, spans=spans, points=move)
        return moves[code]

    for code in ready.expression:
        move(code)
    return Proof(found.formulas, found.spans, moves)
