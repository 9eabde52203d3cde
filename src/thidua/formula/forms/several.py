# SPDX-License-Identifier: MIT
"""Forms that bring several numbers together: factors, raters, items, peers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RubricFault
from thidua.formula.fold import Relation
from thidua.formula.forms.limit import above_zero, sane_depth, some
from thidua.formula.given import several
from thidua.formula.kernel import Expression, code_of_measure, expression
from thidua.quantity import Number, Term, exact
from thidua.quantity.typed import typed

__all__ = [
    "CapTogether",
    "EqualSplit",
    "Factor",
    "Group",
    "RankPoints",
    "Raters",
    "RelativeToPeers",
    "ShareReached",
    "Standard",
    "WeightedMean",
    "WeightedSum",
]


@final
@frozen(field_transformer=typed(RubricFault))
class Factor:
    """One number in a mean, with its weight (*yếu tố, hệ số*)."""

    kind: ClassVar = "factor"
    of: Expression = field(converter=expression, validator=sane_depth)
    """The number."""
    weight: Fraction = field(default=Fraction(1), converter=exact, validator=above_zero)
    """Its weight; above zero."""


def _factors(given: Iterable[Factor | Expression | Number]) -> tuple[Factor, ...]:
    return tuple(one if isinstance(one, Factor) else Factor(one) for one in several(given))


@final
@frozen(field_transformer=typed(RubricFault))
class WeightedMean:
    """The mean of several factors, weighted, times a scale (*bình quân các yếu tố*).

    A factor that is a measure in the state not_applicable leaves the mean, with its
    weight.

    Example: the mean of three percentages, times 0.7:
        >>> WeightedMean(["so_luong", "chat_luong", "tien_do"], scale="0.7").factors[0].weight
        Fraction(1, 1)
    """

    kind: ClassVar = "weighted_mean"
    factors: tuple[Factor, ...] = field(converter=_factors, validator=some)
    """The factors; a code or an expression alone has a weight of 1."""
    scale: Fraction = field(default=Fraction(1), converter=exact, kw_only=True)
    """Points for each unit of the mean."""


@final
@frozen(field_transformer=typed(RubricFault))
class WeightedSum:
    """The sum of several numbers, each times its weight (*tổng có hệ số*).

    Points by grades, or the ranks of several contests (*tổng xếp thứ*).

    Example: one rank counts twice:
        >>> WeightedSum([Factor("xep_thu_ty_le", 2), "xep_thu_chi_so"]).factors[1].weight
        Fraction(1, 1)
    """

    kind: ClassVar = "weighted_sum"
    factors: tuple[Factor, ...] = field(converter=_factors, validator=some)
    """The numbers; a code or an expression alone has a weight of 1."""


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class CapTogether:
    """What several criteria have together above a cap, to be taken off (*khống chế tổng điểm*).

    It stands in a criterion with the role of a penalty; behind a condition, with `Gated`.

    Example: the total of both is held to 49:
        >>> CapTogether(["NV", "TC"], 49).at_most
        Fraction(49, 1)
    """

    kind: ClassVar = "cap_together"
    of: tuple[str, ...] = field(converter=_codes, validator=some)
    """Codes of the criteria and sections."""
    at_most: Fraction = field(converter=exact)
    """The most that their points may be together."""


@final
@frozen(field_transformer=typed(RubricFault))
class Group:
    """One group of raters, with its weight (*nhóm người chấm*)."""

    kind: ClassVar = "group"
    name: str
    """The level that members of the group have."""
    weight: Fraction = field(converter=exact, validator=above_zero)
    """Weight of the group's mean; above zero."""


def _groups(given: Iterable[Group] | Mapping[str, object]) -> tuple[Group, ...]:
    if isinstance(given, Mapping):
        pairs = cast("Mapping[str, Number]", given).items()
        return tuple(Group(name, weight) for name, weight in pairs)
    return several(given)


def _code_or_none(given: str | None) -> str | None:
    return None if given is None else code_of_measure(given)


@final
@frozen(field_transformer=typed(RubricFault))
class Raters:
    """The mean of what several raters gave (*nhiều người chấm*).

    A group from which nobody rated is a fault, not a zero.

    Example: the council counts twice, the peers once:
        >>> Raters("phieu", "diem", by="nhom", groups={"hội đồng": 2, "đồng nghiệp": 1}).trimmed
        False
    """

    kind: ClassVar = "raters"
    items: str = field(converter=code_of_measure)
    """Code of the list of ratings."""
    rating: Expression = field(converter=expression, validator=sane_depth)
    """Points that a rater gives."""
    by: str | None = field(default=None, converter=_code_or_none, kw_only=True)
    """Code of the choice of items that names a rater's group, if there are groups."""
    groups: tuple[Group, ...] = field(default=(), converter=_groups, kw_only=True)
    """The groups; the result is the weighted mean of their means."""
    trimmed: bool = field(default=False, kw_only=True)
    """Whether the least and the greatest rating are left out, in each group."""

    def __attrs_post_init__(self) -> None:
        """Refuse groups without a choice to tell them apart, and a choice without groups."""
        if (self.by is None) != (not self.groups):
            raise RubricFault(("groups",), "groups", "groups and what names them go together")


@final
@frozen(field_transformer=typed(RubricFault))
class ShareReached:
    """The share of sub-targets reached (*tỷ lệ số chỉ tiêu đạt*), or points for each.

    No sub-targets at all is a fault, not 100 %.
    """

    kind: ClassVar = "share_reached"
    items: str = field(converter=code_of_measure)
    """Code of the list of sub-targets."""
    measure: Expression = field(converter=expression, validator=sane_depth)
    """Result of a sub-target."""
    relation: Relation = field(converter=Relation)
    """How it must stand to the target."""
    to: Expression = field(converter=expression, validator=sane_depth)
    """Its target."""
    each: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Points for each reached; absent, the maximum times the share reached."""


class Standard(Term):
    """What of the cluster a result is compared with."""

    GREATEST = "greatest"
    """The highest result (*đơn vị cao nhất*)."""
    LEAST = "least"
    """The lowest result."""
    MEAN = "mean"
    """The mean of all (*bình quân cụm*)."""


@final
@frozen(field_transformer=typed(RubricFault))
class RelativeToPeers:
    """A share of the maximum by comparison with the cluster (*so với cụm*).

    The maximum times the result over the best or the mean of the cluster. Where less is
    better, the best or the mean over the result. Divided by zero it is nothing where more
    is better, and the maximum where less is.
    """

    kind: ClassVar = "relative_to_peers"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """The result; not below zero."""
    to: Standard = field(default=Standard.GREATEST, converter=Standard)
    """What it is compared with."""
    lower_is_better: bool = field(default=False, kw_only=True)
    """Whether less is better."""
    capped: bool = field(default=True, kw_only=True)
    """Whether being better than what it is compared with gives no more than the maximum."""


def _points(given: Iterable[Number]) -> tuple[Fraction, ...]:
    return tuple(exact(one) for one in several(given))


@final
@frozen(field_transformer=typed(RubricFault))
class RankPoints:
    """Points by the rank in the cluster (*thứ hạng trong cụm → điểm*).

    Units that tie share the rank and have the points of that rank. Example:
        >>> RankPoints("binh_quan_thu_hang", [60, 45, 30, 15, 0], lower_is_better=True).beyond
        Fraction(0, 1)
    """

    kind: ClassVar = "rank_points"
    measure: Expression = field(converter=expression, validator=sane_depth)
    """What units are ranked by."""
    points: tuple[Fraction, ...] = field(converter=_points, validator=some)
    """Points of the first rank, the second, and so on."""
    beyond: Fraction | None = field(default=Fraction(0), converter=optional(exact), kw_only=True)
    """Points of all ranks after these; None where the table has none, which is a fault."""
    lower_is_better: bool = field(default=False, kw_only=True)
    """Whether the lowest number is the first rank."""


@final
@frozen(field_transformer=typed(RubricFault))
class EqualSplit:
    """Points shared equally among several (*chia đều*); nobody to share with is a fault."""

    kind: ClassVar = "equal_split"
    among: Expression = field(converter=expression, validator=sane_depth)
    """Among how many."""
    points: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """What is shared; absent, the maximum."""
