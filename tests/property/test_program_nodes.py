# SPDX-License-Identifier: MIT
"""Integer programs read a second time, node by node: their values, and how large these get."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from statistics import median
from typing import TypeAlias, assert_never

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from thidua.formula import ItemFold, PeerFold, Relation
from thidua.program import Program, ProgramLine, span
from thidua.program.door import door
from thidua.program.folds import fold_ratios
from thidua.program.node import (
    Added,
    AllOf,
    AnyOf,
    Branch,
    Chain,
    Column,
    Divided,
    Fixed,
    Folded,
    FoldedRatio,
    Folding,
    Guarded,
    InState,
    Largest,
    ListInState,
    Literal,
    Look,
    Multiplied,
    Negated,
    OfPeers,
    Part,
    PartPoints,
    PeersKnown,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.program.program import not_whole
from thidua.program.source import Row, functions
from thidua.program.term import STATES
from thidua.rubric import Rubric, Sheet
from thidua.strategies import rubrics, sheets

RELATIONS = {
    Relation.LESS_OR_EQUAL: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.NOT_EQUAL: operator.ne,
    Relation.GREATER_OR_EQUAL: operator.ge,
}


Cells: TypeAlias = Mapping[tuple[str | None, str], int]
"""Whole numbers by list, or None, and code."""


class NoAnswer(Exception):
    """A guard does not hold."""


@frozen
class Unit:
    """One unit as a program sees it."""

    values: Cells
    states: Cells
    lists: Mapping[str, Sequence[tuple[Mapping[str, int], Mapping[str, int]]]]
    parts: dict[str, tuple[int, int]]
    peers: Sequence[Unit]


def number(node: Whole, unit: Unit) -> int:
    """Return the value of *node*, after checking that it lies in its span."""
    found = _number(node, unit)

    assert Fraction(found) in span(node)
    return found


def _number(node: Whole, unit: Unit) -> int:
    match node:
        case Column(code, items):
            return unit.values[items, code]
        case Literal(value):
            return value
        case Added(terms):
            return sum(number(one, unit) for one in terms)
        case Multiplied(factors):
            product = 1
            for one in factors:
                product *= number(one, unit)
            return product
        case Divided(of, by):
            above, below = number(of, unit), number(by, unit)
            if below <= 0:
                raise NoAnswer
            return above // below
        case Smallest(several):
            return min([number(one, unit) for one in several])
        case Largest(several):
            return max([number(one, unit) for one in several])
        case Branch(when, then, otherwise):
            yes = truth(when, unit)
            for other in (then, otherwise):
                attempt(other, unit)
            return number(then if yes else otherwise, unit)
        case Chain(of, cuts, gives):
            inside = number(of, unit)
            return gives[sum(inside >= cut for cut in cuts)]
        case Guarded(holds, of):
            if not truth(holds, unit):
                raise NoAnswer
            return number(of, unit)
        case PartPoints(code, part):
            if code not in unit.parts:
                raise NoAnswer
            return unit.parts[code][[*Part].index(part)]
        case Folded(items, fold, of, where):
            found = [number(of, item) for item in items_of(unit, items) if truth(where, item)]
            return folded(fold, found)
        case FoldedRatio(items, ratio_fold, above_node, below_node, where, part):
            pairs = [
                (number(above_node, item), number(below_node, item))
                for item in items_of(unit, items)
                if truth(where, item)
            ]
            return fold_ratios(ratio_fold, pairs)[[*Part].index(part)]
        case OfPeers(look, part, own, own_below):
            known = peers_of(look, unit)
            if look.fold is not PeerFold.RANK:
                return _of_peers(look, known)[[*Part].index(part)]
            mine = Fraction(number(own, unit), number(own_below, unit))
            return 1 + sum(Fraction(*one) > mine for one in known)
        case _:
            assert_never(node)


def _of_peers(look: Look, known: list[tuple[int, int]]) -> tuple[int, int]:
    """Return what peers come to; over the denominator that all have, where it is known."""
    pair = fold_ratios(ItemFold(look.fold.value), known)
    if look.fold is PeerFold.COUNT or not isinstance(look.below, Literal):
        return pair
    below = look.below.value * (len(known) if look.fold is PeerFold.MEAN else 1)
    above = Fraction(*pair) * below

    assert 1 == above.denominator
    return above.numerator, below


def attempt(node: Whole, unit: Unit) -> None:
    """Compute a branch that may not be taken: its numbers keep to their spans too."""
    with suppress(NoAnswer):
        number(node, unit)


def folded(fold: Folding, found: list[int]) -> int:
    """Fold whole numbers."""
    if not found and fold not in {Folding.SUM, Folding.COUNT}:
        raise NoAnswer
    return {
        Folding.SUM: lambda: sum(found),
        Folding.COUNT: lambda: len(found),
        Folding.LEAST: lambda: min(found),
        Folding.GREATEST: lambda: max(found),
        Folding.MIDDLES: lambda: int(2 * median(map(Fraction, found))),
    }[fold]()


def items_of(unit: Unit, items: str) -> list[Unit]:
    """Return the items of a list as a program sees them."""
    return [
        evolve(
            unit,
            values={**unit.values, **{(items, code): one for code, one in values.items()}},
            states={**unit.states, **{(items, code): one for code, one in states.items()}},
        )
        for values, states in unit.lists[items]
    ]


def peers_of(look: Look, unit: Unit) -> list[tuple[int, int]]:
    """Return the value of each peer that counts."""
    found: list[tuple[int, int]] = []
    for peer in unit.peers:
        if truth(look.left_out, peer):
            continue
        if truth(look.awaited, peer):
            raise NoAnswer
        if truth(look.where, peer):
            found.append((number(look.above, peer), number(look.below, peer)))
    if not found and look.fold in {PeerFold.MEAN, PeerFold.LEAST, PeerFold.GREATEST}:
        raise NoAnswer
    return found


def truth(node: Truth, unit: Unit) -> bool:
    """Tell whether *node* holds; of several, only as many are asked as decide."""
    match node:
        case Fixed(yes):
            return yes
        case Relates(left, relation, right):
            return bool(RELATIONS[relation](number(left, unit), number(right, unit)))
        case AllOf(of):
            return all(truth(one, unit) for one in of)
        case AnyOf(of):
            return any(truth(one, unit) for one in of)
        case Negated(inner):
            return not truth(inner, unit)
        case InState(code, items, state):
            return unit.states[items, code] == STATES[state]
        case ListInState(code, state):
            return unit.states[None, code] == STATES[state]
        case PeersKnown(look):
            try:
                peers_of(look, unit)
            except NoAnswer:
                return False
            return True
        case Sure(holds, of):
            if not truth(holds, unit):
                raise NoAnswer
            return truth(of, unit)
        case _:
            assert_never(node)


def units(given: Program, rows: Sequence[Row]) -> list[Unit]:
    """Return a cluster as the second reading sees it."""
    found: list[Unit] = []
    for values, states, lists in rows:
        codes = [column.code for column in given.columns]
        held = dict(zip([*codes, *given.items], states, strict=True))
        items = {
            place: [_split([column.code for column in columns], item) for item in listed]
            for (place, columns), listed in zip(given.items.items(), lists, strict=True)
        }
        of_unit: Cells = {(None, code): one for code, one in zip(codes, values, strict=True)}
        of_states: Cells = {(None, code): state for code, state in held.items()}
        found.append(Unit(of_unit, of_states, items, {}, found))
    return found


def _split(codes: list[str], item: Sequence[int]) -> tuple[dict[str, int], dict[str, int]]:
    half = len(codes)
    return (
        dict(zip(codes, item[:half], strict=True)),
        dict(zip(codes, item[half:], strict=True)),
    )


@st.composite
def clusters(draw: st.DrawFn) -> tuple[Rubric, tuple[Sheet, ...]]:
    """Draw a rubric, which may lack answers, with the sheets of a cluster."""
    rubric = draw(rubrics(partial=True).filter(lambda one: not not_whole(one)))
    return rubric, draw(sheets(rubric))


@given(clusters(), st.booleans())
def test_numbers_keep_to_their_spans(
    drawn: tuple[Rubric, tuple[Sheet, ...]],
    sound: bool,  # noqa: FBT001 - drawn
) -> None:
    """Every number of every node lies in its span, and the function gives the same ones."""
    rubric, cluster = drawn
    way_in = door(rubric)
    rows = [way_in.row(sheet) for sheet in cluster]
    ready = functions(rubric, sound=sound and not any(row[1] for row in rows))
    assert ready is not None
    plain = functions(rubric, sound=False)
    assert plain is not None
    expected: list[list[Fraction | None]] = [[] for _ in rows]
    found = units(ready.program, [plain.with_states(row) for row in rows])
    for line in ready.program.lines:  # for all units, as looks at peers may read it
        for unit, points in zip(found, expected, strict=True):
            points.append(_points(line, unit))
    rows = rows if ready.program.sound else [plain.with_states(row) for row in rows]
    lacking = any(None in points for points in expected)
    for numbers, points in zip(ready.run(rows), expected, strict=True):
        if isinstance(numbers, int):  # as this unit lacks a number, or a peer it looks at
            assert lacking
            continue
        outputs = [ready.outputs[line.code] for line in ready.program.lines]
        assert points == [
            Fraction(numbers[one.above], one.below or numbers[one.above + 1]) for one in outputs
        ]


def _points(line: ProgramLine, unit: Unit) -> Fraction | None:
    try:
        above = number(line.above, unit)
        below = number(line.below, unit)
        number(line.maximum, unit)
    except NoAnswer:
        return None
    unit.parts[line.code] = (above, below)
    return Fraction(above, below)
