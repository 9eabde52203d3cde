# SPDX-License-Identifier: MIT
"""The kernel: the few expressions every formula is translated to.

Two closed unions: an `Expression` has a number for its value, a `Predicate` a truth. Where
an expression is wanted, a number or a measure's code may stand: ``Sum([1, "le_phi"])``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.errors import RubricFault, shown
from thidua.formula.band import Band, bands_of
from thidua.formula.fold import ItemFold, PeerFold, Relation
from thidua.formula.given import at_least_one, code_of_measure, several
from thidua.quantity import Number, Rounding, State, exact, looks_like_number
from thidua.quantity.typed import typed

__all__ = [
    "All",
    "Any",
    "Choose",
    "Compare",
    "Constant",
    "EntryIs",
    "Expression",
    "Greatest",
    "Least",
    "LevelIs",
    "Lookup",
    "Not",
    "OverItems",
    "OverPeers",
    "Points",
    "Predicate",
    "Product",
    "Quotient",
    "Reported",
    "Rounded",
    "Sum",
    "code_of_measure",
    "expression",
    "expression_or_none",
    "predicate",
    "predicate_or_none",
]


@final
@frozen
class Reported:
    """What the unit, or the item, reports under *code* (*số liệu báo cáo*).

    A yes counts 1 and a no 0.
    """

    kind: ClassVar = "reported"
    code: str = field(converter=code_of_measure)
    """Code of a measure of the rubric."""


@final
@frozen
class Constant:
    """A fixed number (*hằng số*)."""

    kind: ClassVar = "constant"
    value: Fraction = field(converter=exact)
    """The number."""


def expression(given: Expression | Number) -> Expression:
    """Take a number as a constant, a code as what is reported under it.

    Example:
        >>> expression("thu"), expression("0.5")
        (Reported(code='thu'), Constant(value=Fraction(1, 2)))
    """
    if isinstance(given, Expression):
        return given
    if isinstance(given, str) and not looks_like_number(given):
        return Reported(given)
    return Constant(exact(given))


def expression_or_none(given: Expression | Number | None) -> Expression | None:
    """Take an expression as `expression` does; None stays None."""
    return None if given is None else expression(given)


def _expressions(given: Iterable[Expression | Number]) -> tuple[Expression, ...]:
    return tuple(expression(one) for one in several(given))


def predicate(given: Predicate) -> Predicate:
    """Take a condition.

    Raises:
        RubricFault: If it is something else.
    """
    if isinstance(given, Predicate):
        return given
    raise RubricFault((), "not-a-predicate", f"not a condition, {shown(given)}", "write Compare(…)")


def predicate_or_none(given: Predicate | None) -> Predicate | None:
    """Take a condition as `predicate` does; None stays None."""
    return None if given is None else predicate(given)


def _predicates(given: Iterable[Predicate]) -> tuple[Predicate, ...]:
    return tuple(predicate(one) for one in several(given))


@final
@frozen
class Sum:
    """The sum of *terms*; nothing sums to 0 (*tổng*)."""

    kind: ClassVar = "sum"
    terms: tuple[Expression, ...] = field(converter=_expressions)
    """What is added."""


@final
@frozen
class Product:
    """The product of *factors*; nothing multiplies to 1 (*tích*)."""

    kind: ClassVar = "product"
    factors: tuple[Expression, ...] = field(converter=_expressions)
    """What is multiplied."""


@final
@frozen(field_transformer=typed(RubricFault))
class Quotient:
    """*dividend* over *divisor* (*thương*); a divisor of zero is a fault, never zero."""

    kind: ClassVar = "quotient"
    dividend: Expression = field(converter=expression)
    """What is divided."""
    divisor: Expression = field(converter=expression)
    """What it is divided by."""
    of_target: bool = field(default=False, kw_only=True)
    """Whether it is divided by a target (*chỉ tiêu*): one below zero is a fault as well, as no
    share of it says anything."""


@final
@frozen
class Least:
    """The least *of* several values (*giá trị nhỏ nhất*): a ceiling, if one is constant."""

    kind: ClassVar = "least"
    of: tuple[Expression, ...] = field(converter=_expressions, validator=at_least_one)
    """The values; at least one."""


@final
@frozen
class Greatest:
    """The greatest *of* several values (*giá trị lớn nhất*): a floor, if one is constant."""

    kind: ClassVar = "greatest"
    of: tuple[Expression, ...] = field(converter=_expressions, validator=at_least_one)
    """The values; at least one."""


@final
@frozen(field_transformer=typed(RubricFault))
class Rounded:
    """A value rounded to a step (*làm tròn*)."""

    kind: ClassVar = "rounded"
    of: Expression = field(converter=expression)
    """What is rounded."""
    rounding: Rounding
    """Step and mode; floor and ceiling are modes."""


@final
@frozen
class Choose:
    """*then* where *when* holds, else *otherwise*; only the branch taken is computed."""

    kind: ClassVar = "choose"
    when: Predicate = field(converter=predicate)
    """The condition."""
    then: Expression = field(converter=expression)
    """Value where it holds."""
    otherwise: Expression = field(converter=expression)
    """Value where it does not."""


@final
@frozen(field_transformer=typed(RubricFault))
class Lookup:
    """The points of the band that holds *of* (*tra bảng*).

    A value in no band, or in two, is a fault: a table's holes are for people to mend.
    """

    kind: ClassVar = "lookup"
    of: Expression = field(converter=expression)
    """What is looked up."""
    bands: tuple[Band, ...] = field(converter=bands_of)
    """The bands, in any order."""


@final
@frozen(field_transformer=typed(RubricFault))
class Points:
    """The points of another criterion or section of the same rubric (*điểm của mục khác*)."""

    kind: ClassVar = "points"
    code: str
    """Its code as printed, such as ``"II.3"``."""


@final
@frozen
class OverItems:
    """A list inside the unit, folded: tasks, lessons, raters (*gộp theo danh sách*)."""

    kind: ClassVar = "over_items"
    items: str = field(converter=code_of_measure)
    """Code of the list."""
    fold: ItemFold = field(converter=ItemFold)
    """What is made of the items."""
    of: Expression = field(default=Constant(1), converter=expression)
    """Value of an item; it may read the item's measures and the unit's."""
    where: Predicate | None = field(default=None, converter=predicate_or_none)
    """Which items count; all, if absent."""


@final
@frozen(cache_hash=True)
class OverPeers:
    """The units of the cluster, folded (*so với các đơn vị trong cụm*).

    The unit itself is one of its peers if it passes the filter.
    A peer without a value in a measure read here is left out,
    and makes the result provisional if its value is still to come.
    """

    kind: ClassVar = "over_peers"
    fold: PeerFold = field(converter=PeerFold)
    """What is made of the peers."""
    of: Expression = field(default=Constant(1), converter=expression)
    """Value of a peer, from the peer's own measures."""
    where: Predicate | None = field(default=None, converter=predicate_or_none)
    """Which peers count; all, if absent."""


@final
@frozen
class Compare:
    """Whether two numbers stand in a *relation* (*so sánh*)."""

    kind: ClassVar = "compare"
    left: Expression = field(converter=expression)
    """Left-hand side."""
    relation: Relation = field(converter=Relation)
    """One of ``<``, ``<=``, ``==``, ``!=``, ``>=``, ``>``."""
    right: Expression = field(converter=expression)
    """Right-hand side."""


@final
@frozen(field_transformer=typed(RubricFault))
class LevelIs:
    """Whether the level chosen under *code* is *level* (*mức đã chọn*)."""

    kind: ClassVar = "level_is"
    code: str = field(converter=code_of_measure)
    """Code of a choice of the rubric."""
    level: str
    """Name of one of its levels."""


@final
@frozen
class EntryIs:
    """Whether the entry under *code* is in *state* rather than a value.

    A formula that asks so treats that state itself; the criterion's treatment of it
    does not apply then.
    """

    kind: ClassVar = "entry_is"
    code: str = field(converter=code_of_measure)
    """Code of a measure of the rubric."""
    state: State = field(converter=State)
    """The state asked for."""


@final
@frozen
class All:
    """Whether all conditions hold; none is true (*và*)."""

    kind: ClassVar = "all"
    of: tuple[Predicate, ...] = field(converter=_predicates)
    """The conditions, in the order in which they are asked."""


@final
@frozen
class Any:
    """Whether some condition holds; none is false (*hoặc*)."""

    kind: ClassVar = "any"
    of: tuple[Predicate, ...] = field(converter=_predicates)
    """The conditions, in the order in which they are asked."""


@final
@frozen
class Not:
    """Whether a condition does not hold (*không*)."""

    kind: ClassVar = "not"
    of: Predicate = field(converter=predicate)
    """The condition."""


Expression: TypeAlias = (
    Reported
    | Constant
    | Sum
    | Product
    | Quotient
    | Least
    | Greatest
    | Rounded
    | Choose
    | Lookup
    | Points
    | OverItems
    | OverPeers
)
"""What has a number for its value."""

Predicate: TypeAlias = Compare | LevelIs | EntryIs | All | Any | Not
"""What is true or false."""
