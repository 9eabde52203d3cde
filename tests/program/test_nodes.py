# SPDX-License-Identifier: MIT
"""Nodes come out in their simplest shape."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua.formula import Relation
from thidua.program.make import add, branch, divide, largest, multiply, negative, smallest, through
from thidua.program.node import (
    Branch,
    Chain,
    Column,
    Divided,
    Fixed,
    Guarded,
    Lack,
    Literal,
    Relates,
    Smallest,
    Sure,
    Truth,
    Whole,
)
from thidua.program.ratio import Ratio, chosen, limit, product, quotient, ratio_of, rounded, total
from thidua.program.span import bits, span
from thidua.program.truth import NO, YES, all_of, any_of, at_least, chain, compare, negate
from thidua.quantity import Interval, Rounding

A, B = Column("a", None, 0, 1000), Column("b", None, 1, 50)
FREE = Column("c", None, None, None)
TABLE = Chain(A, (10, 20), (0, 5, 3))
PARTIAL = Guarded(Relates(A, Relation.NOT_EQUAL, Literal(0)), B, Lack.BAND)


NUMBERS: list[tuple[Whole, Whole]] = [
        (add(A, negative(A), Literal(2)), Literal(2)),
        (multiply(Literal(0), A), Literal(0)),
        (multiply(A, Literal(2), B, Literal(3)), multiply(Literal(6), A, B)),
        (divide(multiply(Literal(600), A), Literal(100)), multiply(Literal(6), A)),
        (divide(add(multiply(Literal(6), A), Literal(5)), Literal(4)),
         divide(add(multiply(Literal(3), A), Literal(2)), Literal(2))),
        (divide(divide(A, Literal(3)), Literal(4)), Divided(A, Literal(12))),
        (divide(multiply(A, B), B), A),
        (divide(Literal(0), B), Literal(0)),
        (smallest(A, Literal(1000)), A),
        (smallest(A, Literal(0)), Literal(0)),
        (largest(A, Literal(-1), Literal(0)), A),
        (multiply(Literal(-2), smallest(A, Literal(9))),
         largest(multiply(Literal(-2), A), Literal(-18))),
        (branch(YES, A, B), A),
        (branch(at_least(A, 1), B, B), B),
        (chain(Literal(15), (10, 20), (0, 5, 3)), Literal(5)),
        (chain(A, (2000,), (4, 7)), Literal(4)),
        (chain(A, (10, 20), (4, 4, 4)), Literal(4)),
        (chain(add(multiply(Literal(-2), A), Literal(9)), (-10, 0), (1, 2, 3)),
         Chain(A, (5, 10), (3, 2, 1))),
        (chain(multiply(Literal(10), A), (11, 12, 21), (1, 2, 3, 4)), Chain(A, (2, 3), (1, 3, 4))),
        (chain(divide(A, Literal(7)), (2,), (0, 1)), Chain(A, (14,), (0, 1))),
]  # fmt: skip


@pytest.mark.parametrize(("node", "expected"), NUMBERS, ids=range(len(NUMBERS)))
def test_numbers_are_simplified(node: Whole, expected: Whole) -> None:
    """What can be computed beforehand is; limits stand outermost."""
    assert expected == node


def relates(left: Whole, relation: str, right: int) -> Truth:
    """Return a comparison as programs have it."""
    return Relates(left, Relation(relation), Literal(right))


TRUTHS: list[tuple[Truth, Truth]] = [
        (compare(multiply(Literal(3), A), Relation.GREATER, Literal(10)), relates(A, ">=", 4)),
        (compare(multiply(Literal(-3), A), Relation.LESS, Literal(-10)), relates(A, ">=", 4)),
        (compare(multiply(Literal(3), A), Relation.EQUAL, Literal(10)), NO),
        (compare(multiply(Literal(3), A), Relation.NOT_EQUAL, Literal(10)), YES),
        (compare(multiply(Literal(3), A), Relation.EQUAL, Literal(9)), relates(A, "==", 3)),
        (compare(A, Relation.GREATER_OR_EQUAL, Literal(0)), YES),
        (compare(A, Relation.LESS, Literal(0)), NO),
        (compare(A, Relation.EQUAL, Literal(-1)), NO),
        (compare(Literal(2), Relation.EQUAL, Literal(2)), YES),
        (compare(divide(A, Literal(7)), Relation.GREATER_OR_EQUAL, Literal(2)),
         relates(A, ">=", 14)),
        (compare(divide(A, Literal(7)), Relation.LESS, Literal(2)), relates(A, "<=", 13)),
        (compare(smallest(A, Literal(9)), Relation.GREATER_OR_EQUAL, Literal(5)),
         relates(A, ">=", 5)),
        (compare(branch(at_least(A, 3), Literal(1), Literal(0)), Relation.LESS, Literal(1)),
         relates(A, "<=", 2)),
        (compare(TABLE, Relation.EQUAL, Literal(5)),
         all_of([relates(A, ">=", 10), relates(A, "<=", 19)])),
        (compare(TABLE, Relation.NOT_EQUAL, Literal(5)),
         any_of([relates(A, "<=", 9), relates(A, ">=", 20)])),
        (compare(TABLE, Relation.GREATER_OR_EQUAL, Literal(3)), relates(A, ">=", 10)),
        (compare(TABLE, Relation.LESS_OR_EQUAL, Literal(0)), relates(A, "<=", 9)),
        (negate(relates(A, "==", 3)), relates(A, "!=", 3)),
        (negate(relates(A, "!=", 3)), relates(A, "==", 3)),
        (all_of([YES, relates(A, ">=", 3), NO]), NO),
        (any_of([NO, relates(A, ">=", 3), YES]), YES),
        (all_of([]), YES),
        (any_of([]), NO),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "expected"), TRUTHS, ids=range(len(TRUTHS)))
def test_conditions_are_simplified(truth: Truth, expected: Truth) -> None:
    """A comparison becomes one of a column with a fixed number, or is decided."""
    assert expected == truth


def test_what_may_lack_a_value_stays() -> None:
    """Zero times a value that may be lacking is no zero, and a comparison of it no truth."""
    nothing = multiply(Literal(0), PARTIAL)
    either = Branch(at_least(A, 3), PARTIAL, FREE)
    odd = compare(multiply(Literal(2), either), Relation.EQUAL, Literal(5))
    sure = Sure(at_least(A, 3), relates(B, ">=", 3), Lack.BAND)

    assert Literal(0) != nothing
    assert add(nothing, Literal(3)) == add(Literal(3), nothing)
    assert multiply(add(nothing, multiply(Literal(0), Guarded(YES, A, Lack.BAND))), B) != Literal(0)
    assert not isinstance(odd, Fixed)
    assert not isinstance(all_of([odd, NO]), Fixed)
    assert not isinstance(any_of([odd, YES]), Fixed)
    assert isinstance(chain(PARTIAL, (60,), (0, 0)), Chain)
    assert Sure(sure.holds, relates(B, "<=", 2), Lack.BAND) == negate(sure)
    assert isinstance(smallest(PARTIAL, Literal(0)), Smallest)


def test_a_table_is_divided_as_a_whole_by_what_is_not_fixed() -> None:
    """What is made of the rows of a table, if it is not fixed, is made of the table."""
    assert Divided(TABLE, B) == through(TABLE, lambda one: Divided(one, B))


def test_denominators_that_depend_on_a_choice_are_combined_in_each_branch() -> None:
    """Rounding, limits, sums and products reach into the branches of a choice."""
    when = at_least(A, 3)
    ratio = chosen(when, quotient(Ratio(A, Literal(1)), Ratio(B, Literal(1))), ratio_of_int(0))
    least = limit([ratio, ratio_of_int(2)], lowest_of=True)

    for found in (total([ratio, ratio_of_int(2)]), product([ratio, ratio_of_int(2)]), least):
        assert isinstance(found.above, Branch)
        assert isinstance(found.below, Branch)
    assert Literal(1) == rounded(ratio, Rounding(1)).below


def ratio_of_int(value: int) -> Ratio:
    """Return a whole number as a ratio."""
    return ratio_of(Fraction(value))


def test_a_fixed_divisor_of_zero_leaves_nothing_to_compute() -> None:
    """A guard refuses it, so the value does not matter."""
    one = Ratio(A, Literal(1))
    nothing = Ratio(Branch(at_least(A, 3), A, B), Branch(at_least(A, 3), Literal(0), B))

    assert ratio_of_int(0) == quotient(one, ratio_of_int(0))
    assert isinstance(product([nothing, ratio_of_int(2)]).above, Branch)


def test_spans() -> None:
    """Spans are as narrow as the nodes tell."""
    assert Interval(0, None) == span(largest(FREE, negative(FREE)))
    assert Interval(1, None) == span(largest(FREE, negative(FREE), B))
    assert Interval(-50, 999) == span(add(A, negative(B)))
    assert Interval(0, 142) == span(divide(A, Literal(7)))
    assert Interval(-1, 0) == span(divide(add(A, Literal(-1000)), Literal(1001)))
    assert Interval(None, -1) == span(
        divide(smallest(FREE, Literal(-1)), largest(FREE, Literal(1)))
    )
    assert Interval(0, 5) == span(TABLE)
    assert bits(span(FREE)) is None


def test_blanks() -> None:
    """Where a state stands, a column holds the value nearest to zero."""
    below = Column("d", None, -9, -2)

    assert [0, 1, 0, -2] == [one.blank for one in (A, B, FREE, below)]
