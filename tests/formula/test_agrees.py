# SPDX-License-Identifier: MIT
"""A working is read only if it can have come of its expression."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from thidua.errors import Path
from thidua.formula import (
    All,
    Any,
    Band,
    Choose,
    Compare,
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
    Rounded,
    Scope,
    Sum,
    Working,
    evaluate,
)
from thidua.formula.agrees import disagreement
from thidua.quantity import Rounding, State

PEERS: list[Scope] = []
for name, number in (("An", 4), ("Bình", 4), ("Cúc", 2)):
    PEERS.append(
        Scope(
            {"a": Fraction(number), "b": Fraction(2), "c": "tốt", "s": State.EXEMPT},
            {"viec": [{"gio": Fraction(1)}, {"gio": Fraction(3)}]},
            unit=name,
            peers=PEERS,
            points=lambda _: Fraction(7),
        )
    )


def asked(*conditions: Predicate) -> list[Expression]:
    """Return expressions that ask for conditions."""
    return [Choose(one, "a", 0) for one in conditions]


NONE = Working("constant", Fraction())
SURE_NOT = Working(">", Fraction(), (Working("a", Fraction(1)), Working("b", Fraction(2))))
NO, YES = Compare("a", "<", "b"), Compare("a", ">", "b")
EXPRESSIONS: list[Expression] = [
    Sum(["a", 1]),
    Product([2, "a"]),
    Quotient("a", "b"),
    Quotient("a", "b", of_target=True),
    Least(["a", "b", 3]),
    Greatest(["a", "b", 3]),
    Rounded(Quotient("a", 3), Rounding(1)),
    Lookup("a", [Band(1, below=4), Band(2, at_least=4)]),
    Sum([Points("II"), 1]),
    OverItems("viec", "mean", "gio"),
    OverPeers("greatest", "a"),
    Sum([OverPeers("mean", "a"), 1]),
    Sum([OverPeers("rank", "a"), 1]),
    *asked(NO, YES, LevelIs("c", "tốt"), EntryIs("s", State.EXEMPT), Not(NO)),
    *asked(All([]), All([YES, NO]), All([YES, YES]), Any([]), Any([NO, YES]), Any([NO, NO])),
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_workings_agree_with_what_they_came_of(expression: Expression) -> None:
    """What was computed is taken for what it is."""

    assert None is disagreement(evaluate(expression, PEERS[0]), expression)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_whatever_is_made_has_to_follow(expression: Expression) -> None:
    """A working of another name, or with a part too many, or another value, no longer agrees."""
    working = evaluate(expression, PEERS[0])
    more = evolve(working, parts=(*working.parts, Working("zzz", Fraction(5))))

    assert () == disagreement(evolve(working, what="zzz"), expression)
    assert () == disagreement(more, expression)
    assert () == disagreement(evolve(working, value=Fraction(-99)), expression)


@pytest.mark.parametrize(
    ("expression", "working", "place"),
    [
        (Sum(["a", 1]), Working("zzz", Fraction(5)), ()),
        (
            Sum(["a", 1]),
            Working("sum", Fraction(2), (Working("a", Fraction(1)), Working("b", Fraction(1)))),
            ("parts", 1),
        ),
        (
            Quotient("a", "b"),
            Working("quotient", Fraction(1), (Working("a", Fraction(1)), Working("b", Fraction()))),
            (),
        ),
        (
            Quotient("a", "b", of_target=True),
            Working(
                "quotient",
                Fraction(1),
                (Working("a", Fraction(-1)), Working("b", Fraction(-1))),
            ),
            (),
        ),
        (
            Lookup("a", [Band(1, below=4)]),
            Working("lookup", Fraction(1), (Working("a", Fraction(9)),)),
            (),
        ),
        (Choose(YES, 1, 0), Working("choose", Fraction(1)), ()),
        (OverPeers("least", "a"), Working("over_peers", Fraction(1)), ()),
        (
            OverPeers("sum", "a"),
            Working("over_peers", Fraction(1), (Working("a", Fraction(1)),)),
            (),
        ),
        (OverPeers("rank", "a"), Working("over_peers", Fraction(1)), ()),
        (
            Choose(All([YES, YES]), 1, 0),
            Working("choose", Fraction(), (Working("all", Fraction(), (SURE_NOT, SURE_NOT)), NONE)),
            ("parts", 0),
        ),
    ],
)
def test_the_place_is_told(expression: Expression, working: Working, place: Path) -> None:
    """The place at which a working leaves its expression is told."""

    assert place == disagreement(working, expression)


def test_conditions_are_asked_until_one_decides() -> None:
    """A working that goes on after what decides, or stops before, is none."""
    whole = evaluate(Choose(All([YES, NO, YES]), "a", 0), PEERS[0])
    asked_all = evaluate(Choose(All([YES, YES]), "a", 0), PEERS[0])

    assert ("parts", 0, "parts", 1) == disagreement(whole, Choose(All([YES, YES]), "a", 0))
    assert ("parts", 0) == disagreement(asked_all, Choose(All([YES, YES, YES]), "a", 0))
