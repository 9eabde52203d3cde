# SPDX-License-Identifier: MIT
"""Rational numbers as two nodes, and what the kernel makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial, reduce
from math import gcd, lcm
from typing import assert_never, final

from attrs import frozen

from thidua.formula import Relation
from thidua.program.linear import linear, literal_of
from thidua.program.make import (
    ZERO,
    add,
    branch,
    content,
    divide,
    exactly,
    guarded,
    largest,
    multiply,
    negative,
    smallest,
    through,
)
from thidua.program.node import Branch, Guarded, Literal, Truth, Whole
from thidua.program.span import is_total, span
from thidua.program.truth import all_of, compare
from thidua.quantity import Rounding, RoundingMode

__all__ = [
    "Ratio",
    "alike",
    "chosen",
    "limit",
    "lowest",
    "product",
    "quotient",
    "ratio_of",
    "related",
    "rounded",
    "scaled",
    "total",
]


@final
@frozen
class Ratio:
    """A rational number: *above* over *below*."""

    above: Whole
    """The numerator."""
    below: Whole
    """The denominator: a literal if at all possible; above zero."""


def ratio_of(value: Fraction) -> Ratio:
    """Return a fixed number."""
    return Ratio(Literal(value.numerator), Literal(value.denominator))


def lowest(above: Whole, below: Whole) -> Ratio:
    """Return a ratio with what is common to both taken out, as far as it shows."""
    factor, atoms = _monomial(below)
    common = gcd(content(above), factor)
    if common > 1:
        above, factor = exactly(above, common), factor // common
    part = linear(above)
    if atoms and part.product is not None:
        own, mine = part.product
        shared = Counter(mine) & Counter(atoms)
        if shared and all(map(is_total, shared)):
            above = multiply(Literal(own), *(Counter(mine) - shared).elements())
            atoms = tuple((Counter(atoms) - shared).elements())
    return Ratio(above, multiply(Literal(factor), *atoms))


def _monomial(node: Whole) -> tuple[int, tuple[Whole, ...]]:
    """Return a node as a number times other nodes."""
    part = linear(node)
    if not part.terms:
        return part.constant, ()
    return part.product or (1, (node,))


def alike(ratios: Sequence[Ratio]) -> tuple[list[Whole], Whole]:
    """Return the numerators of *ratios* over a common denominator, and that."""
    belows = [_monomial(one.below) for one in ratios]
    factor = lcm(*(own for own, _ in belows))
    atoms: Counter[Whole] = reduce(Counter.__or__, (Counter(own) for _, own in belows), Counter())
    aboves = [
        multiply(one.above, Literal(factor // own), *(atoms - Counter(mine)).elements())
        for one, (own, mine) in zip(ratios, belows, strict=True)
    ]
    return aboves, multiply(Literal(factor), *atoms.elements())


def _spread(ratios: Sequence[Ratio], combine: Callable[[Sequence[Ratio]], Ratio]) -> Ratio | None:
    """Combine fixed ratios with each branch of a choice whose denominators vary.

    None if there is no such choice, or something else that is not fixed.
    """
    moving = [i for i, one in enumerate(ratios) if literal_of(one.above) is None]
    if len(moving) != 1:
        return None
    (place,) = moving

    def inside(above: Whole, below: Whole) -> Ratio:
        if below == ZERO:  # a guard refuses it
            return ratio_of(Fraction(0))
        return combine([*ratios[:place], Ratio(above, below), *ratios[place + 1 :]])

    match ratios[place]:
        case Ratio(Branch(when, yes, no), Branch(same, below_yes, below_no)) if when == same:
            return chosen(when, inside(yes, below_yes), inside(no, below_no))
        case Ratio(Guarded(holds, above, lack), Guarded(same, below)) if holds == same:
            found = inside(above, below)
            guards = [(holds, lack)]
            if isinstance(found.below, Literal):
                return Ratio(guarded(guards, found.above), found.below)
            return Ratio(guarded(guards, found.above), guarded(guards, found.below))
        case _:
            return None


def total(ratios: Sequence[Ratio]) -> Ratio:
    """Return the sum of *ratios*."""
    if (found := _spread(ratios, total)) is not None:
        return found
    aboves, below = alike(ratios)
    return lowest(add(*aboves), below)


def product(ratios: Sequence[Ratio]) -> Ratio:
    """Return the product of *ratios*."""
    if (found := _spread(ratios, product)) is not None:
        return found
    return lowest(
        multiply(*(one.above for one in ratios)), multiply(*(one.below for one in ratios))
    )


def scaled(ratio: Ratio, below: int) -> Ratio:
    """Return a ratio over a fixed denominator, which the present one divides."""
    own = literal_of(ratio.below) or 1
    return Ratio(multiply(ratio.above, Literal(below // own)), Literal(below))


def quotient(dividend: Ratio, divisor: Ratio) -> Ratio:
    """Return *dividend* over *divisor*, which is not zero where it matters."""
    by = divisor.above
    if by == ZERO:  # a guard refuses it
        return ratio_of(Fraction(0))
    inside = span(by)
    above, size = multiply(dividend.above, divisor.below), by
    if inside.low is None or inside.low < 0:
        turned = negative(above)
        if inside.high is not None and inside.high <= 0:
            above, size = turned, negative(by)
        else:
            positive = compare(by, Relation.GREATER, ZERO)
            above, size = branch(positive, above, turned), largest(by, negative(by))
    return lowest(above, multiply(dividend.below, size))


def limit(ratios: Sequence[Ratio], *, lowest_of: bool) -> Ratio:
    """Return the least, or the greatest, of *ratios*."""
    if (found := _spread(ratios, partial(limit, lowest_of=lowest_of))) is not None:
        return found
    aboves, below = alike(ratios)
    return lowest(smallest(*aboves) if lowest_of else largest(*aboves), below)


def chosen(when: Truth, then: Ratio, otherwise: Ratio) -> Ratio:
    """Return one of two ratios."""
    if isinstance(then.below, Literal) and isinstance(otherwise.below, Literal):
        (yes, no), below = alike([then, otherwise])
        return lowest(branch(when, yes, no), below)
    return Ratio(
        branch(when, then.above, otherwise.above), branch(when, then.below, otherwise.below)
    )


def related(left: Ratio, relation: Relation, right: Ratio) -> Truth:
    """Tell how two ratios relate."""
    (first, second), _ = alike([left, right])
    return compare(first, relation, second)


def rounded(ratio: Ratio, rounding: Rounding) -> Ratio:
    """Return a ratio rounded: the only place where programs divide."""
    if (found := _spread([ratio], lambda one: rounded(one[0], rounding))) is not None:
        return found
    step = rounding.step
    inner = lowest(
        multiply(ratio.above, Literal(step.denominator)),
        multiply(ratio.below, Literal(step.numerator)),
    )
    by = inner.below
    count = through(inner.above, lambda one: _rounded(one, by, rounding.mode))
    return lowest(multiply(count, Literal(step.numerator)), Literal(step.denominator))


def _rounded(of: Whole, by: Whole, mode: RoundingMode) -> Whole:
    """Round *of* over *by* to a whole number."""
    inside = span(of)
    positive = inside.low is not None and inside.low >= 0
    negative_ = inside.high is not None and inside.high <= 0
    two = Literal(2)
    floor = divide(of, by)
    ceiling = divide(add(of, by, Literal(-1)), by)
    nearest = divide(add(multiply(of, two), by), multiply(by, two))
    match mode:
        case RoundingMode.FLOOR:
            return floor
        case RoundingMode.CEILING:
            return ceiling
        case RoundingMode.HALF_UP | RoundingMode.HALF_EVEN if (literal_of(by) or 0) % 2:
            return nearest  # an odd number of parts has no half
        case RoundingMode.HALF_UP:
            below = divide(add(multiply(of, two), by, Literal(-1)), multiply(by, two))
            far, near = nearest, below
        case RoundingMode.HALF_EVEN:
            tie = compare(add(multiply(of, two), by), Relation.EQUAL, multiply(nearest, by, two))
            half = multiply(divide(nearest, two), two)
            odd = compare(nearest, Relation.NOT_EQUAL, half)
            return add(nearest, branch(all_of([tie, odd]), Literal(-1), ZERO))
        case RoundingMode.UP:
            far, near = ceiling, floor
        case RoundingMode.DOWN:
            far, near = floor, ceiling
        case _:
            assert_never(mode)
    if positive or negative_:
        return far if positive else near
    return branch(compare(of, Relation.GREATER_OR_EQUAL, ZERO), far, near)
