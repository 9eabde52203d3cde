# SPDX-License-Identifier: MIT
"""The integer program: what a rubric computes, in whole numbers only (*phép tính số nguyên*).

Two closed unions, as in the kernel: a `Whole` has a whole number for its value, a `Truth`
is true or false. There are no fractions: a number with two places is a whole number of
hundredths, and a quotient is kept as two nodes, the denominator above zero.

`thidua.program.make` builds nodes in their simplest shape; nothing else should.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias, final

from attrs import frozen

from thidua.formula import ItemFold, PeerFold
from thidua.program.condition import (
    AllOf,
    AnyOf,
    Fixed,
    InState,
    ListInState,
    Negated,
    PeersKnown,
    Relates,
    Sure,
)
from thidua.program.term import Folding, Lack, Part

__all__ = [
    "Added",
    "AllOf",
    "AnyOf",
    "Branch",
    "Chain",
    "Column",
    "Divided",
    "Fixed",
    "Folded",
    "FoldedRatio",
    "Folding",
    "Guarded",
    "InState",
    "Lack",
    "Largest",
    "ListInState",
    "Literal",
    "Look",
    "Multiplied",
    "Negated",
    "OfPeers",
    "Part",
    "PartPoints",
    "PeersKnown",
    "Relates",
    "Smallest",
    "Sure",
    "Truth",
    "Whole",
]


@final
@frozen
class Column:
    """What is reported under *code*, as a whole number of 10^-places.

    A yes is 1 and a no 0; a level is its number in the choice, the first 0.
    """

    kind: ClassVar = "column"
    code: str
    """Code of the measure."""
    items: str | None
    """The list it is of, or None if it is the unit's."""
    low: int | None
    """Lowest value; None for no bound."""
    high: int | None
    """Highest value; None for no bound."""

    @property
    def blank(self) -> int:
        """What the column holds where a state stands: the value nearest to zero."""
        if self.low is not None and self.low > 0:
            return self.low
        return min(self.high or 0, 0)


@final
@frozen
class Literal:
    """A fixed whole number."""

    kind: ClassVar = "literal"
    value: int
    """The number."""


@final
@frozen(cache_hash=True)
class Added:
    """The sum of *terms*; a literal stands last."""

    kind: ClassVar = "added"
    terms: tuple[Whole, ...]
    """What is added; at least two."""


@final
@frozen(cache_hash=True)
class Multiplied:
    """The product of *factors*; a literal stands first."""

    kind: ClassVar = "multiplied"
    factors: tuple[Whole, ...]
    """What is multiplied; at least two."""


@final
@frozen(cache_hash=True)
class Divided:
    """The greatest whole number not above *of* over *by*: floor division."""

    kind: ClassVar = "divided"
    of: Whole
    """What is divided."""
    by: Whole
    """What it is divided by: above zero wherever the guards around it hold."""


@final
@frozen(cache_hash=True)
class Smallest:
    """The smallest *of* several numbers; a literal stands last."""

    kind: ClassVar = "smallest"
    of: tuple[Whole, ...]
    """The numbers; at least two."""


@final
@frozen(cache_hash=True)
class Largest:
    """The largest *of* several numbers; a literal stands last."""

    kind: ClassVar = "largest"
    of: tuple[Whole, ...]
    """The numbers; at least two."""


@final
@frozen(cache_hash=True)
class Branch:
    """*then* where *when* holds, else *otherwise*; guards in the other one do not count."""

    kind: ClassVar = "branch"
    when: Truth
    """The condition."""
    then: Whole
    """Value where it holds."""
    otherwise: Whole
    """Value where it does not."""


@final
@frozen(cache_hash=True)
class Chain:
    """A table: of *gives*, the number that stands after as many *cuts* as *of* has reached."""

    kind: ClassVar = "chain"
    of: Whole
    """What is looked up."""
    cuts: tuple[int, ...]
    """Where the next row begins, rising; at least one."""
    gives: tuple[int, ...]
    """The rows: one more than there are cuts."""


@final
@frozen(cache_hash=True)
class Guarded:
    """The value of *of*; where *holds* is false there is none."""

    kind: ClassVar = "guarded"
    holds: Truth
    """What must hold before *of* is computed."""
    of: Whole
    """The value."""
    lack: Lack
    """What is wrong where it does not hold."""


@final
@frozen
class PartPoints:
    """The numerator or the denominator of the points of a criterion or section."""

    kind: ClassVar = "part_points"
    code: str
    """Its code as printed."""
    part: Part
    """Which of the two."""
    low: int | None
    """Lowest value; None for no bound."""
    high: int | None
    """Highest value; None for no bound."""


@final
@frozen(cache_hash=True)
class Folded:
    """A list inside the unit, folded into one whole number."""

    kind: ClassVar = "folded"
    items: str
    """Code of the list."""
    fold: Folding
    """What is made of the items."""
    of: Whole
    """Value of an item."""
    where: Truth
    """Which items count."""


@final
@frozen(cache_hash=True)
class FoldedRatio:
    """A list inside the unit, whose values have different denominators, folded into a ratio."""

    kind: ClassVar = "folded_ratio"
    items: str
    """Code of the list."""
    fold: ItemFold
    """What is made of the items."""
    above: Whole
    """Numerator of the value of an item."""
    below: Whole
    """Its denominator, above zero."""
    where: Truth
    """Which items count."""
    part: Part
    """Numerator or denominator of the result, which need not be in lowest terms."""


@final
@frozen(cache_hash=True)
class Look:
    """A look at the units of the cluster: what each of them contributes.

    Its nodes are computed for each unit; they never read a list's measures outside of a fold.
    """

    kind: ClassVar = "look"
    fold: PeerFold
    """What is made of the peers."""
    above: Whole
    """Numerator of the value of a peer."""
    below: Whole
    """Its denominator, above zero."""
    where: Truth
    """Which peers count; asked of those that are not left out."""
    left_out: Truth
    """Which peers never count, as they hold no value."""
    awaited: Truth
    """Which peers are still to report; one of them, and there is no number at all."""
    asked: frozenset[str]
    """The parts whose points *where* needs, or those need: a peer that lacks one of them
    leaves no number either, even where simpler nodes no longer read it."""
    used: frozenset[str]
    """The parts whose points the value needs, in the same way."""


@final
@frozen(cache_hash=True)
class OfPeers:
    """What the cluster comes to under a look.

    Of a rank: one more than the number of peers above *own* over *own_below*. Where all peers
    have one denominator, the result is over that; of a mean, times how many there are.
    """

    kind: ClassVar = "of_peers"
    look: Look
    """The look."""
    part: Part
    """Numerator or denominator of the result, which need not be in lowest terms."""
    own: Whole
    """Numerator of the unit's own value; 0 unless the look is for a rank."""
    own_below: Whole
    """Its denominator, above zero."""


Whole: TypeAlias = (
    Column
    | Literal
    | Added
    | Multiplied
    | Divided
    | Smallest
    | Largest
    | Branch
    | Chain
    | Guarded
    | PartPoints
    | Folded
    | FoldedRatio
    | OfPeers
)
"""What has a whole number for its value."""

Truth: TypeAlias = (
    Fixed | Relates | AllOf | AnyOf | Negated | InState | ListInState | PeersKnown | Sure
)
"""What is true or false."""
