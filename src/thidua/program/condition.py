# SPDX-License-Identifier: MIT
"""The conditions of the integer program: nodes that are true or false.

Their union, `Truth`, stands in `node` beside that of the numbers: each is made of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from attrs import frozen

from thidua.formula import Relation
from thidua.program.term import Lack
from thidua.quantity import State

if TYPE_CHECKING:
    from thidua.program.node import Look, Truth, Whole

__all__ = [
    "AllOf",
    "AnyOf",
    "Fixed",
    "InState",
    "ListInState",
    "Negated",
    "PeersKnown",
    "Relates",
    "Sure",
]


@final
@frozen
class Fixed:
    """What is always true, or never."""

    kind: ClassVar = "fixed"
    truth: bool
    """Which of the two."""


@final
@frozen(cache_hash=True)
class Relates:
    """Whether two whole numbers stand in a *relation*: ``<=``, ``>=``, ``==`` or ``!=``."""

    kind: ClassVar = "relates"
    left: Whole
    """Left-hand side."""
    relation: Relation
    """How they are compared."""
    right: Whole
    """Right-hand side."""


@final
@frozen(cache_hash=True)
class AllOf:
    """Whether all hold; guards in those after the first that does not do not count."""

    kind: ClassVar = "all_of"
    of: tuple[Truth, ...]
    """The conditions; at least two."""


@final
@frozen(cache_hash=True)
class AnyOf:
    """Whether some holds; guards in those after the first that does do not count."""

    kind: ClassVar = "any_of"
    of: tuple[Truth, ...]
    """The conditions; at least two."""


@final
@frozen(cache_hash=True)
class Negated:
    """Whether a condition does not hold."""

    kind: ClassVar = "negated"
    of: InState | ListInState | PeersKnown
    """The condition: others are turned round."""


@final
@frozen
class InState:
    """Whether the entry under *code* is in *state*; the column is blank then."""

    kind: ClassVar = "in_state"
    code: str
    """Code of the measure."""
    items: str | None
    """The list it is of, or None if it is the unit's."""
    state: State
    """The state."""


@final
@frozen
class ListInState:
    """Whether the list under *code* is in *state*; it then holds no items."""

    kind: ClassVar = "list_in_state"
    code: str
    """Code of the list."""
    state: State
    """The state."""


@final
@frozen(cache_hash=True)
class PeersKnown:
    """Whether a look has an answer: no peer lacks a number, and there is something to fold."""

    kind: ClassVar = "peers_known"
    look: Look
    """The look."""


@final
@frozen(cache_hash=True)
class Sure:
    """Whether *of* holds; where *holds* is false there is no answer."""

    kind: ClassVar = "sure"
    holds: Truth
    """What must hold before *of* is asked."""
    of: Truth
    """The condition."""
    lack: Lack
    """What is wrong where it does not hold."""
