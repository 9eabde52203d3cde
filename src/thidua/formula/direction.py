# SPDX-License-Identifier: MIT
"""Which way the value of an expression moves when a number in it grows (*chiều tác động*).

What is said is proved from the shape of the expression and the bounds of its parts, for
all values at once; where that is no proof, the answer is `Direction.UNKNOWN`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias, assert_never, final

from attrs import frozen

from thidua.formula.bounds import blank_item, bounds, truth
from thidua.formula.fold import ItemFold, PeerFold, Relation
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
from thidua.formula.scope import Scope
from thidua.formula.walk import reads
from thidua.quantity import EVERYTHING, Interval, Term

__all__ = ["Direction", "Directions", "directions"]


class Direction(Term):
    """How a value moves when one number grows and all else stays."""

    RISING = "rising"
    """It never falls."""
    FALLING = "falling"
    """It never rises."""
    LEVEL = "level"
    """It stays."""
    UNKNOWN = "unknown"
    """Nothing is proved."""


Directions: TypeAlias = Mapping[tuple[str | None, str], Direction]
"""A direction for each measure, by list of items (or None) and code; level if absent."""

_FLIPPED = {
    Direction.RISING: Direction.FALLING,
    Direction.FALLING: Direction.RISING,
    Direction.LEVEL: Direction.LEVEL,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


@final
@frozen(eq=False)
class _Site:
    """Where an expression stands."""

    scope: Scope
    """The unit, of which only the bounds of its entries are known."""
    points: Callable[[str], Directions]
    lists: tuple[str, ...] = ()
    """The lists it stands in, the innermost last."""

    def owner(self, code: str) -> tuple[str | None, str]:
        """Return the measure that *code* names here: an item's before the unit's."""
        own = (place for place in reversed(self.lists) if (place, code) in self.scope.domains)
        return next(own, None), code

    def span(self, expression: Expression) -> Interval:
        return bounds(expression, self.scope)

    def item(self, code: str) -> _Site:
        return _Site(blank_item(self.scope, code), self.points, (*self.lists, code))

    def peer(self) -> _Site:
        return _Site(Scope({}, domains=self.scope.domains), self.points)


def _fixed(_: str) -> Directions:
    return {}


def _anything(_: str) -> Interval:
    return EVERYTHING


def directions(
    expression: Expression,
    domains: Mapping[tuple[str | None, str], Interval],
    *,
    spans: Callable[[str], Interval] = _anything,
    points: Callable[[str], Directions] = _fixed,
) -> Directions:
    """Prove which way the value of *expression* moves with each number it reads.

    Of two clusters that differ in one number only, the measure of a unit or of an item of
    its list, the unit's value is compared wherever it has one in both. What the unit
    itself contributes to a look at its peers counts; the entries of other units do not.

    Args:
        expression: What moves.
        domains: What each measure may be, by list of items (or None) and code.
        spans: What the points of another criterion or section may be, by its code.
        points: How they move; absent, they are taken to stay.

    Example:
        >>> from thidua.formula import Least, Product, Quotient
        >>> share = Quotient(Product([20, "thu"]), "du_toan")
        >>> anything = {(None, "thu"): Interval(0, None), (None, "du_toan"): Interval(0, None)}
        >>> found = directions(Least([share, 20]), anything)
        >>> {code: direction.value for (_, code), direction in found.items()}
        {'thu': 'rising', 'du_toan': 'falling'}
    """
    return _moves(expression, _Site(Scope({}, domains=domains, spans=spans), points))


def _moves(expression: Expression, site: _Site) -> Directions:
    match expression:
        case Reported(code):
            return {site.owner(code): Direction.RISING}
        case Constant():
            return {}
        case Sum(terms):
            return _together(_moves(term, site) for term in terms)
        case Product(factors):
            return _product(factors, site)
        case Quotient():
            return _quotient(expression, site)
        case Least(of) | Greatest(of):
            return _together(_moves(one, site) for one in of)
        case Rounded(of):
            return _moves(of, site)
        case Choose():
            return _choose(expression, site)
        case Lookup():
            return _look_up(expression, site)
        case Points(code):
            return site.points(code)
        case OverItems(items, fold, of, where):
            return _folded(fold, of, where, site.item(items))
        case OverPeers(PeerFold.RANK, of):
            return _rank(of, site)
        case OverPeers(fold, of, where):
            return _folded(fold, of, where, site.peer())
        case _:
            assert_never(expression)


# --- how directions combine --------------------------------------------------


def _join(first: Direction, second: Direction) -> Direction:
    if first is second or second is Direction.LEVEL:
        return first
    return second if first is Direction.LEVEL else Direction.UNKNOWN


def _together(several: Iterable[Directions]) -> Directions:
    """Return how something moves that rises with each of *several*."""
    found: dict[tuple[str | None, str], Direction] = {}
    for one in several:
        for key, direction in one.items():
            found[key] = _join(found.get(key, Direction.LEVEL), direction)
    return found


def _all(moves: Directions, direction: Direction) -> Directions:
    """Let everything that moves at all move in *direction*."""
    still = Direction.LEVEL
    return {key: still if one is still else direction for key, one in moves.items()}


def _flip(moves: Directions) -> Directions:
    return {key: _FLIPPED[one] for key, one in moves.items()}


def _scaled(moves: Directions, by: Interval) -> Directions:
    """Return how something moves that is multiplied by what lies in *by*."""
    above, below = _signs(by)
    if above and below:
        return _all(moves, Direction.UNKNOWN)
    if below:
        return _flip(moves)
    return moves if above else _all(moves, Direction.LEVEL)


def _signs(span: Interval) -> tuple[bool, bool]:
    """Tell whether something in *span* is above zero, and whether something is below."""
    return span.high is None or span.high > 0, span.low is None or span.low < 0


# --- each node ---------------------------------------------------------------


def _product(factors: Iterable[Expression], site: _Site) -> Directions:
    moves: Directions = {}
    span = Interval.of(Fraction(1))
    for factor in factors:
        other = site.span(factor)
        moves = _together([_scaled(moves, other), _scaled(_moves(factor, site), span)])
        span *= other
    return moves


def _quotient(node: Quotient, site: _Site) -> Directions:
    over, under = site.span(node.dividend), site.span(node.divisor)
    above, below = _moves(node.dividend, site), _moves(node.divisor, site)
    # A unit moves what its peers come to by less than itself.
    if _is_share_of_peers(node.dividend, node.divisor, site):
        below = _without_peers(node.divisor, below, above, site)
    elif _is_share_of_peers(node.divisor, node.dividend, site):
        above = _without_peers(node.dividend, above, below, site)
    if all(_signs(under)):
        return _all(_together([above, below]), Direction.UNKNOWN)
    return _together([_scaled(above, under), _scaled(_flip(below), over)])


def _core(expression: Expression) -> Expression:
    """Leave a constant factor out."""
    match expression:
        case Product((Constant(), inner)):
            return inner
        case _:
            return expression


def _is_share_of_peers(own: Expression, peers: Expression, site: _Site) -> bool:
    """Tell whether *own* is what *peers* folds for every unit, and not below zero."""
    inner, fold = _core(own), _core(peers)
    if not isinstance(fold, OverPeers) or fold.of != inner or site.lists:
        return False
    if fold.fold in {PeerFold.RANK, PeerFold.COUNT} or reads(inner).peers or reads(inner).points:
        return False
    return not _signs(site.peer().span(inner))[1]


def _without_peers(
    peers: Expression, moves: Directions, own: Directions, site: _Site
) -> Directions:
    fold = _core(peers)
    asked = _truths(fold.where, site.peer()) if isinstance(fold, OverPeers) and fold.where else {}
    moving = {key for key, one in asked.items() if one is not Direction.LEVEL}
    return {key: one for key, one in moves.items() if key not in own or key in moving}


def _choose(node: Choose, site: _Site) -> Directions:
    answer = truth(node.when, site.scope)
    then, otherwise = _moves(node.then, site), _moves(node.otherwise, site)
    if not answer.no:
        return _together([then, _all(otherwise, Direction.LEVEL)])
    if not answer.yes:
        return _together([_all(then, Direction.LEVEL), otherwise])
    moves = dict(_together([then, otherwise]))
    jump = _jump(site.span(node.then), site.span(node.otherwise))
    for key, turn in _truths(node.when, site).items():
        moves[key] = _join(moves.get(key, Direction.LEVEL), _through(turn, jump))
    return moves


def _jump(then: Interval, otherwise: Interval) -> Direction:
    """Return which way a value jumps when a condition turns true."""
    up = then.low is not None and otherwise.high is not None and then.low >= otherwise.high
    down = then.high is not None and otherwise.low is not None and then.high <= otherwise.low
    if up and down:
        return Direction.LEVEL
    if up:
        return Direction.RISING
    return Direction.FALLING if down else Direction.UNKNOWN


def _through(inner: Direction, outer: Direction) -> Direction:
    """Return how something moves with a number through what moves with that number."""
    if Direction.LEVEL in {inner, outer}:
        return Direction.LEVEL
    if inner is Direction.UNKNOWN:
        return Direction.UNKNOWN
    return outer if inner is Direction.RISING else _FLIPPED[outer]


def _look_up(node: Lookup, site: _Site) -> Directions:
    """Compare the points of every two bands that may be reached, one from the other."""
    span = site.span(node.of)
    bands = [
        band
        for band in node.bands
        if (span.high is None or band.low is None or band.low <= span.high)
        and (span.low is None or band.high is None or band.high >= span.low)
    ]
    table = Direction.LEVEL
    for first in bands:
        for second in bands:
            if first.low is None or second.high is None or first.low < second.high:
                change = second.points - first.points
                if change:
                    one = Direction.RISING if change > 0 else Direction.FALLING
                    table = _join(table, one)
    return {key: _through(one, table) for key, one in _moves(node.of, site).items()}


def _folded(
    fold: ItemFold | PeerFold, of: Expression, where: Predicate | None, site: _Site
) -> Directions:
    """Return how a fold moves, of which some members move together; not a rank."""
    moves = _moves(of, site)
    asked = {} if where is None else _truths(where, site)
    match fold:
        case ItemFold.COUNT | PeerFold.COUNT:
            return _together([_all(moves, Direction.LEVEL), asked])
        case ItemFold.SUM | PeerFold.SUM:
            return _together([moves, _scaled(asked, site.span(of))])
        case ItemFold.GREATEST | PeerFold.GREATEST:
            return _together([moves, asked])
        case ItemFold.LEAST | PeerFold.LEAST:
            return _together([moves, _flip(asked)])
        case _:
            return _together([moves, _all(asked, Direction.UNKNOWN)])


def _rank(of: Expression, site: _Site) -> Directions:
    """Rank 1 is the greatest; nothing is known where peers move with the unit."""
    moves = _moves(of, site)
    what = reads(of)
    if what.peers or what.points or site.lists:
        return _all(moves, Direction.UNKNOWN)
    return _flip(moves)


# --- conditions --------------------------------------------------------------


def _truths(predicate: Predicate, site: _Site) -> Directions:
    """Return how a truth, as 1 or 0, moves."""
    match predicate:
        case Compare(left, relation, right):
            moves = _together([_moves(left, site), _flip(_moves(right, site))])
            return _compared(moves, relation, site.span(left), site.span(right))
        case LevelIs() | EntryIs():
            return {}
        case All(of) | Any(of):
            return _together(_truths(one, site) for one in of)
        case Not(of):
            return _flip(_truths(of, site))
        case _:
            assert_never(predicate)


def _compared(moves: Directions, relation: Relation, left: Interval, right: Interval) -> Directions:
    """Return how a comparison moves, of which left less right moves as *moves* says."""
    match relation:
        case Relation.GREATER | Relation.GREATER_OR_EQUAL:
            return moves
        case Relation.LESS | Relation.LESS_OR_EQUAL:
            return _flip(moves)
        case Relation.EQUAL:
            # Where one side is never below the other, they are equal at an end only.
            jump = _jump(left, right)
            if jump is Direction.RISING:
                return _flip(moves)
            return moves if jump is Direction.FALLING else _all(moves, Direction.UNKNOWN)
        case Relation.NOT_EQUAL:
            return _flip(_compared(moves, Relation.EQUAL, left, right))
        case _:
            assert_never(relation)
