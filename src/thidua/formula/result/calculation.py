# SPDX-License-Identifier: MIT
"""Results of a formula of the rubric's own: the numbers that were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from thidua.formula.fold import PeerFold
from thidua.formula.infix import Wording, infix
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
from thidua.formula.phrase import who, with_unit
from thidua.formula.walk import children
from thidua.formula.working import Working

__all__ = ["calculation"]


def calculation(points: Expression, text: str, working: Working, wording: Wording) -> str:
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
            yield wording.name(code), with_unit(working.value, node, wording)
        case Points() | OverItems():
            yield infix(node, wording), wording.number(working.value)
        case OverPeers(fold):
            leaders = who(working) if fold in {PeerFold.LEAST, PeerFold.GREATEST} else ""
            yield infix(node, wording), wording.number(working.value) + leaders
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
