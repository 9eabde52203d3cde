# SPDX-License-Identifier: MIT
"""Facts that may be unknown, or known by inference only (*chưa rõ, suy ra*).

A report that does not name the head of a cluster does not say that there is none. So a
field that a source may leave out holds a `Fact`: unknown by default, which is neither an
empty text nor an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Generic, TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from thidua.errors import ClusterFault
from thidua.quantity.typed import refuse_no_list, typed

__all__ = [
    "UNKNOWN",
    "Fact",
    "GivenFact",
    "GivenFacts",
    "Known",
    "Unknown",
    "as_count",
    "as_day",
    "as_text",
    "as_texts",
    "as_truth",
    "fact",
    "facts",
    "value_of",
]

T = TypeVar("T")


@final
@frozen(field_transformer=typed(ClusterFault))
class Unknown:
    """Not stated (*chưa rõ*); all are equal, `UNKNOWN` is one."""

    kind: ClassVar = "unknown"


UNKNOWN = Unknown()
"""What is not stated."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Known(Generic[T]):
    """What is stated, or was inferred from what is.

    Example:
        >>> Known("Si Ma Cai", inferred="hands the lead over at the closing conference").value
        'Si Ma Cai'
    """

    value: T
    """The fact; may be empty, which then is stated to be so."""
    inferred: str = field(default="", kw_only=True)
    """From what it was inferred; empty if it is stated."""


Fact: TypeAlias = Known[T] | Unknown
"""A value that is known, or not."""

GivenFact: TypeAlias = T | Known[T] | Unknown | None
"""What stands for a fact: the value itself, a fact, or None for unknown."""

GivenFacts: TypeAlias = Iterable[T] | Known[tuple[T, ...]] | Unknown | None
"""What stands for a fact of several values."""


def fact(given: GivenFact[T]) -> Fact[T]:
    """Take a value as known, None as unknown, and a fact as it is.

    Example:
        >>> fact("tỉnh"), fact(None)
        (Known(value='tỉnh', inferred=''), Unknown())
    """
    if given is None:
        return UNKNOWN
    if isinstance(given, Known | Unknown):
        return cast("Fact[T]", given)
    return Known(given)


def facts(given: GivenFacts[T]) -> Fact[tuple[T, ...]]:
    """Take several values as known, None as unknown, and a fact as it is.

    Raises:
        ClusterFault: If a text is given, whose letters would pass for values.
    """
    match given:
        case None:
            return UNKNOWN
        case Known(value):
            return Known(_listed(value), inferred=given.inferred)
        case Unknown():
            return given
        case _:
            return Known(_listed(given))


def _listed(given: Iterable[T]) -> tuple[T, ...]:
    refuse_no_list(given, (), ClusterFault)
    return tuple(given)


def as_text(given: GivenFact[str]) -> Fact[str]:
    """Take a text as known."""
    return fact(given)


def as_texts(given: GivenFacts[str]) -> Fact[tuple[str, ...]]:
    """Take texts as known."""
    return facts(given)


def as_day(given: GivenFact[date]) -> Fact[date]:
    """Take a day as known."""
    return fact(given)


def as_count(given: GivenFact[int]) -> Fact[int]:
    """Take a count as known."""
    return fact(given)


def as_truth(given: GivenFact[bool]) -> Fact[bool]:
    """Take a yes or no as known."""
    return fact(given)


def value_of(given: Fact[T]) -> T | None:
    """Return the value of a fact, or None if it is unknown."""
    return None if isinstance(given, Unknown) else given.value
