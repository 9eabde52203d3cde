# SPDX-License-Identifier: MIT
"""Which way the value of an expression moves when a number in it grows (*chiều tác động*).

What is said is proved from the shape of the expression and the bounds of its parts, for
all values at once; where that is no proof, the answer is `Direction.UNKNOWN`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import assert_never, final

from attrs import frozen

from thidua.formula.band import Band
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
from thidua.formula.moves import (
    Direction,
    Directions,
    flipped,
    joined,
    jump,
    moving,
    scaled,
    signs,
    through,
    together,
)
from thidua.formula.scope import Scope
from thidua.formula.walk import reads
from thidua.quantity import EVERYTHING, Interval

__all__ = ["directions"]


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
            return together(_moves(term, site) for term in terms)
        case Product(factors):
            return _product(factors, site)
        case Quotient():
            return _quotient(expression, site)
        case Least(of) | Greatest(of):
            return together(_moves(one, site) for one in of)
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


# --- each node ---------------------------------------------------------------


def _product(factors: Iterable[Expression], site: _Site) -> Directions:
    moves: Directions = {}
    span = Interval.of(Fraction(1))
    for factor in factors:
        other = site.span(factor)
        moves = together([scaled(moves, other), scaled(_moves(factor, site), span)])
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
    if all(signs(under)):
        return moving(together([above, below]), Direction.UNKNOWN)
    return together([scaled(above, under), scaled(flipped(below), over)])


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
    return not signs(site.peer().span(inner))[1]


def _without_peers(
    peers: Expression, moves: Directions, own: Directions, site: _Site
) -> Directions:
    fold = _core(peers)
    asked = _truths(fold.where, site.peer()) if isinstance(fold, OverPeers) and fold.where else {}
    turned = {key for key, one in asked.items() if one is not Direction.LEVEL}
    return {key: one for key, one in moves.items() if key not in own or key in turned}


def _choose(node: Choose, site: _Site) -> Directions:
    answer = truth(node.when, site.scope)
    then, otherwise = _moves(node.then, site), _moves(node.otherwise, site)
    if not answer.no:
        return together([then, moving(otherwise, Direction.LEVEL)])
    if not answer.yes:
        return together([moving(then, Direction.LEVEL), otherwise])
    moves = dict(together([then, otherwise]))
    leap = jump(site.span(node.then), site.span(node.otherwise))
    for key, turn in _truths(node.when, site).items():
        moves[key] = joined(moves.get(key, Direction.LEVEL), through(turn, leap))
    return moves


def _look_up(node: Lookup, site: _Site) -> Directions:
    span = site.span(node.of)
    table = _table(
        [
            band
            for band in node.bands
            if (span.high is None or band.low is None or band.low <= span.high)
            and (span.low is None or band.high is None or band.high >= span.low)
        ]
    )
    return {key: through(one, table) for key, one in _moves(node.of, site).items()}


def _table(bands: list[Band]) -> Direction:
    """Compare the points of every two bands of which one may hold less than the other.

    Each is compared with the least and the most points of those that begin below its end.
    """
    table = Direction.LEVEL
    begin = sorted(bands, key=lambda band: (band.low is not None, band.low or 0))
    end = sorted(bands, key=lambda band: (band.high is None, band.high or 0))
    least = most = begin[0].points if begin else Fraction(0)
    passed = 0
    for band in end:
        while passed < len(begin) and _begins_below(begin[passed], band):
            least, most = min(least, begin[passed].points), max(most, begin[passed].points)
            passed += 1
        if passed and least < band.points:
            table = joined(table, Direction.RISING)
        if passed and most > band.points:
            table = joined(table, Direction.FALLING)
    return table


def _begins_below(lower: Band, band: Band) -> bool:
    return lower.low is None or band.high is None or lower.low < band.high


def _folded(
    fold: ItemFold | PeerFold, of: Expression, where: Predicate | None, site: _Site
) -> Directions:
    """Return how a fold moves, of which some members move together; not a rank."""
    moves = _moves(of, site)
    asked = {} if where is None else _truths(where, site)
    match fold:
        case ItemFold.COUNT | PeerFold.COUNT:
            return together([moving(moves, Direction.LEVEL), asked])
        case ItemFold.SUM | PeerFold.SUM:
            return together([moves, scaled(asked, site.span(of))])
        case ItemFold.GREATEST | PeerFold.GREATEST:
            return together([moves, asked])
        case ItemFold.LEAST | PeerFold.LEAST:
            return together([moves, flipped(asked)])
        case _:
            return together([moves, moving(asked, Direction.UNKNOWN)])


def _rank(of: Expression, site: _Site) -> Directions:
    """Rank 1 is the greatest; nothing is known where peers move with the unit."""
    moves = _moves(of, site)
    what = reads(of)
    if what.peers or what.points or site.lists:
        return moving(moves, Direction.UNKNOWN)
    return flipped(moves)


# --- conditions --------------------------------------------------------------


def _truths(predicate: Predicate, site: _Site) -> Directions:
    """Return how a truth, as 1 or 0, moves."""
    match predicate:
        case Compare(left, relation, right):
            moves = together([_moves(left, site), flipped(_moves(right, site))])
            return _compared(moves, relation, site.span(left), site.span(right))
        case LevelIs() | EntryIs():
            return {}
        case All(of) | Any(of):
            return together(_truths(one, site) for one in of)
        case Not(of):
            return flipped(_truths(of, site))
        case _:
            assert_never(predicate)


def _compared(moves: Directions, relation: Relation, left: Interval, right: Interval) -> Directions:
    """Return how a comparison moves, of which left less right moves as *moves* says."""
    match relation:
        case Relation.GREATER | Relation.GREATER_OR_EQUAL:
            return moves
        case Relation.LESS | Relation.LESS_OR_EQUAL:
            return flipped(moves)
        case Relation.EQUAL:
            # Where one side is never below the other, they are equal at an end only.
            leap = jump(left, right)
            if leap is Direction.RISING:
                return flipped(moves)
            return moves if leap is Direction.FALLING else moving(moves, Direction.UNKNOWN)
        case Relation.NOT_EQUAL:
            return flipped(_compared(moves, Relation.EQUAL, left, right))
        case _:
            assert_never(relation)
