# SPDX-License-Identifier: MIT
"""Nodes read as sums: each product with its factor, and a constant."""

from __future__ import annotations

from functools import lru_cache
from math import gcd
from typing import final

from attrs import frozen

from thidua.program.node import Added, Literal, Multiplied, Whole

__all__ = ["Linear", "linear", "literal_of"]


@final
@frozen
class Linear:
    """A node as a sum: each product of other nodes with its factor, and a constant."""

    terms: tuple[tuple[int, tuple[Whole, ...]], ...]
    """Factor and nodes of each product."""
    constant: int = 0
    """What is added."""

    @property
    def product(self) -> tuple[int, tuple[Whole, ...]] | None:
        """The only product, if there is just one and nothing else is added."""
        return self.terms[0] if len(self.terms) == 1 and not self.constant else None

    @property
    def common(self) -> int:
        """Greatest common divisor of the factors; 0 without terms."""
        return gcd(*(factor for factor, _ in self.terms))


@lru_cache(maxsize=65536)
def linear(node: Whole) -> Linear:
    """Return *node* as a sum."""
    match node:
        case Literal(value):
            return Linear((), value)
        case Added(terms):
            parts = [linear(one) for one in terms]
            return Linear(
                tuple(term for part in parts for term in part.terms),
                sum(part.constant for part in parts),
            )
        case Multiplied((Literal(value), *others)):
            return Linear(((value, tuple(others)),))
        case Multiplied(factors):
            return Linear(((1, factors),))
        case _:
            return Linear(((1, (node,)),))


def literal_of(node: Whole) -> int | None:
    """Return the number of a literal, None for any other node."""
    return node.value if isinstance(node, Literal) else None
