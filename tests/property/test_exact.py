# SPDX-License-Identifier: MIT
"""The evaluator against a second reading of the kernel: slow, plain, without workings."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from statistics import median
from typing import TypeAlias, assert_never, get_args

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from thidua.errors import FormulaFault
from thidua.formula import (
    All,
    Any,
    Choose,
    Compare,
    Constant,
    EntryIs,
    Expression,
    Greatest,
    ItemFold,
    Least,
    LevelIs,
    Lookup,
    Not,
    OverItems,
    OverPeers,
    PeerFold,
    Points,
    Predicate,
    Product,
    Quotient,
    Relation,
    Reported,
    Rounded,
    Scope,
    Sum,
    bounds,
    evaluate,
)
from thidua.formula.scope import Cell
from thidua.formula.walk import Node, children
from thidua.quantity import Interval, State, round_to
from thidua.rubric import Indicator
from thidua.rubric.measure import domain
from thidua.strategies import entries, expressions
from thidua.strategies.words import INDICATORS, ITEMS

RELATIONS = {
    Relation.LESS: operator.lt,
    Relation.LESS_OR_EQUAL: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.NOT_EQUAL: operator.ne,
    Relation.GREATER_OR_EQUAL: operator.ge,
    Relation.GREATER: operator.gt,
}
DOMAINS: Mapping[tuple[str | None, str], Interval] = {
    **{(None, one.code): domain(one) for one in INDICATORS},
    **{(listed.code, one.code): domain(one) for listed in ITEMS for one in listed.measures},
}


Row: TypeAlias = Mapping[str, Fraction | str]
Drawn: TypeAlias = tuple[Row, Mapping[str, Sequence[Row]]]


class NoAnswer(Exception):
    """The expression has no answer here."""


@frozen
class Unit:
    """One unit with its peers, all values there."""

    cells: Row
    items: Mapping[str, Sequence[Row]]
    peers: Sequence[Unit]


def value(node: Expression, unit: Unit) -> Fraction:
    """Return the value of *node*."""
    match node:
        case Reported(code):
            cell = unit.cells[code]
            assert isinstance(cell, Fraction)
            return cell
        case Constant(number):
            return number
        case Points(code):
            return Fraction(len(code))
        case Sum(terms):
            return sum((value(term, unit) for term in terms), Fraction(0))
        case Product(factors):
            product = Fraction(1)
            for factor in factors:
                product *= value(factor, unit)
            return product
        case Quotient(dividend, divisor, of_target=of_target):
            below = value(divisor, unit)
            if below == 0 or (of_target and below < 0):
                raise NoAnswer
            return value(dividend, unit) / below
        case Least(of):
            return min(value(one, unit) for one in of)
        case Greatest(of):
            return max(value(one, unit) for one in of)
        case Rounded(of, rounding):
            return round_to(value(of, unit), rounding)
        case Choose(when, then, otherwise):
            return value(then if truth(when, unit) else otherwise, unit)
        case Lookup(of, bands):
            inside = value(of, unit)
            found = [band.points for band in bands if inside in band]
            if len(found) != 1:
                raise NoAnswer
            return found[0]
        case OverItems(code, fold, of, where):
            items = [
                Unit({**unit.cells, **item}, unit.items, unit.peers) for item in unit.items[code]
            ]
            return folded(fold, [*values(of, where, items)])
        case OverPeers(PeerFold.RANK, of, where):
            own = value(of, unit)
            return Fraction(1 + sum(one > own for one in values(of, where, unit.peers)))
        case OverPeers(fold, of, where):
            return folded(ItemFold(fold.value), [*values(of, where, unit.peers)])
        case _:
            assert_never(node)


def values(of: Expression, where: Predicate | None, members: Sequence[Unit]) -> Iterator[Fraction]:
    """Yield the value of each member that counts."""
    for member in members:
        if where is None or truth(where, member):
            yield value(of, member)


def folded(fold: ItemFold, found: list[Fraction]) -> Fraction:
    """Fold what was found."""
    if fold is ItemFold.TRIMMED_MEAN:
        found, fold = sorted(found)[1:-1], ItemFold.MEAN
    if not found and fold not in {ItemFold.SUM, ItemFold.COUNT}:
        raise NoAnswer
    return {
        ItemFold.SUM: lambda: sum(found, Fraction(0)),
        ItemFold.COUNT: lambda: Fraction(len(found)),
        ItemFold.MEAN: lambda: sum(found, Fraction(0)) / len(found),
        ItemFold.LEAST: lambda: min(found),
        ItemFold.GREATEST: lambda: max(found),
        ItemFold.MEDIAN: lambda: Fraction(median(found)),
    }[fold]()


def truth(node: Predicate, unit: Unit) -> bool:
    """Tell whether *node* holds; of several, only as many are asked as decide."""
    match node:
        case Compare(left, relation, right):
            return bool(RELATIONS[relation](value(left, unit), value(right, unit)))
        case LevelIs(code, level):
            return unit.cells[code] == level
        case EntryIs():
            return False
        case All(of):
            return all(truth(one, unit) for one in of)
        case Any(of):
            return any(truth(one, unit) for one in of)
        case Not(of):
            return not truth(of, unit)
        case _:
            assert_never(node)


def rows(declared: Sequence[Indicator]) -> st.SearchStrategy[Row]:
    """Draw a value for each of *declared*."""
    cells = {
        one.code: entries(one, states=False).map(
            lambda cell: cell if isinstance(cell, str) else Fraction(cell)
        )
        for one in declared
    }
    return st.fixed_dictionaries(cells)


CLUSTERS: st.SearchStrategy[list[Drawn]] = st.lists(
    st.tuples(
        rows(INDICATORS),
        st.fixed_dictionaries(
            {one.code: st.lists(rows(one.measures), max_size=4) for one in ITEMS}
        ),
    ),
    min_size=1,
    max_size=4,
)
"""The entries and items of some units."""


def lengths(code: str) -> Fraction:
    """Stand in for the points of another criterion."""
    return Fraction(len(code))


def scopes(cluster: Sequence[Drawn]) -> list[Scope]:
    """Return a cluster as evaluators see it."""
    found: list[Scope] = []
    for number, (cells, items) in enumerate(cluster):
        found.append(
            Scope(
                cells,
                items,
                f"u{number}",
                peers=found,
                points=lengths,
                spans=lambda code: Interval.of(lengths(code)),
                domains=DOMAINS,
            )
        )
    return found


def units(cluster: Sequence[Drawn]) -> list[Unit]:
    """Return a cluster as the second reading sees it."""
    found: list[Unit] = []
    found.extend(Unit(cells, items, found) for cells, items in cluster)
    return found


@given(expressions(partial=True), CLUSTERS)
def test_evaluate_agrees_with_a_second_reading(
    expression: Expression, cluster: list[Drawn]
) -> None:
    """The evaluator gives what a second reading gives, and has no answer where that has none."""
    for scope, unit in zip(scopes(cluster), units(cluster), strict=True):
        try:
            expected = value(expression, unit)
        except NoAnswer:
            with pytest.raises(FormulaFault):
                evaluate(expression, scope)
        else:
            assert expected == evaluate(expression, scope).value


@given(expressions(), CLUSTERS)
def test_formulas_that_are_not_partial_have_an_answer(
    expression: Expression, cluster: list[Drawn]
) -> None:
    """Guarded formulas have an answer for all values."""
    for scope in scopes(cluster):
        assert isinstance(evaluate(expression, scope).value, Fraction)


@given(expressions(partial=True), CLUSTERS)
def test_bounds_of_known_values_hold_the_value(
    expression: Expression, cluster: list[Drawn]
) -> None:
    """Where nothing is pending, the interval still holds the value."""
    for scope in scopes(cluster):
        span = bounds(expression, scope)
        try:
            exactly = evaluate(expression, scope).value
        except FormulaFault:
            continue
        assert exactly in span


@given(expressions(partial=True), CLUSTERS)
def test_bounds_of_domains_hold_every_value(expression: Expression, cluster: list[Drawn]) -> None:
    """The interval over the declared domains holds the value of every unit in any cluster."""
    unknown = Scope({}, domains=DOMAINS, spans=lambda code: Interval.of(lengths(code)))
    span = bounds(expression, unknown)
    for scope in scopes(cluster):
        try:
            exactly = evaluate(expression, scope).value
        except FormulaFault:
            continue
        assert exactly in span


@pytest.mark.parametrize("kind", get_args(Expression))
@given(data=st.data(), cluster=CLUSTERS)
def test_bounds_hold_what_pending_entries_may_become(
    kind: type[Expression], data: st.DataObject, cluster: list[Drawn]
) -> None:
    """With some entries pending, the interval holds the value for any that may replace them."""
    expression = data.draw(expressions(partial=True, depth=2, kinds=[kind]))
    asked = {node.code for node in nodes(expression) if isinstance(node, EntryIs)}
    exempt = data.draw(st.sampled_from([one.code for one in INDICATORS]))
    late: list[Scope] = []
    done: list[Scope] = []
    for scope in scopes(cluster):
        known: dict[str, Cell] = dict(scope.entries)
        if data.draw(st.booleans()):
            known[exempt] = State.EXEMPT
        pending = data.draw(st.sets(st.sampled_from(sorted({*known, *scope.items}))))
        items = {
            code: State.MISSING if code in pending else listed
            for code, listed in scope.items.items()
        }
        cells: dict[str, Cell] = {
            code: State.NOT_DUE if code in pending - asked and cell is not State.EXEMPT else cell
            for code, cell in known.items()
        }
        late.append(evolve(scope, entries=cells, items=items, peers=late, memory={}))
        done.append(evolve(scope, entries=known, peers=done, memory={}))
    for before, after in zip(late, done, strict=True):
        span = bounds(expression, before)
        try:
            exactly = evaluate(expression, after).value
        except FormulaFault:
            continue
        assert exactly in span


def nodes(node: Node) -> list[Node]:
    """Return every node of an expression."""
    return [node, *(inner for child in children(node) for inner in nodes(child))]
