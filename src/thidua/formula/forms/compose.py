# SPDX-License-Identifier: MIT
"""Forms made of forms, and the list of all forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias, assert_never, cast, final

from attrs import Attribute, field, frozen
from attrs.converters import optional

from thidua.errors import RubricFault, shown
from thidua.formula.band import Band
from thidua.formula.fold import ItemFold
from thidua.formula.forms.count import ByCount, PerEvent, PrizeTable
from thidua.formula.forms.entry import (
    BasePoints,
    Checklist,
    DirectEntry,
    Leveled,
    Threshold,
    YesNo,
)
from thidua.formula.forms.limit import sane_depth, some
from thidua.formula.forms.several import (
    CapTogether,
    EqualSplit,
    RankPoints,
    Raters,
    RelativeToPeers,
    ShareReached,
    WeightedMean,
    WeightedSum,
)
from thidua.formula.forms.target import AroundTarget, Banded, Proportional, Stepped
from thidua.formula.given import several
from thidua.formula.kernel import (
    Expression,
    Predicate,
    code_of_measure,
    expression,
    predicate,
    predicate_or_none,
)
from thidua.formula.walk import MAXIMUM_DEPTH
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = [
    "ByKind",
    "ByRange",
    "Calculation",
    "CapAcross",
    "Case",
    "Form",
    "Gated",
    "Highest",
    "ItemTotal",
    "Piece",
    "Scaled",
    "Total",
    "forms_in",
]


def _form(given: Form) -> Form:
    """Take a form; refuse anything else."""
    if isinstance(given, Form):
        return given
    raise RubricFault((), "not-a-form", f"not a form, {shown(given)}", "write YesNo(…)")


def _forms(given: Iterable[Form]) -> tuple[Form, ...]:
    return tuple(_form(one) for one in several(given))


def _sane_nesting(instance: Form, attribute: Attribute[Any], _value: object) -> None:
    """Refuse forms nested deeper than evaluators go; itself never recurses."""
    level = [instance]
    for _ in range(MAXIMUM_DEPTH):
        level = [inner for one in level for inner in forms_in(one)]
        if not level:
            return
    what = f"forms nested more than {MAXIMUM_DEPTH} deep"
    raise RubricFault((attribute.name,), "too-deep", what, "split them with Points")


@final
@frozen(field_transformer=typed(RubricFault))
class Case:
    """What holds for one kind of unit."""

    kind: ClassVar = "case"
    level: str
    """The level of the choice that names the kind."""
    form: Form = field(converter=_form)
    """How such a unit is scored."""


def _cases(given: Iterable[Case] | Mapping[str, object]) -> tuple[Case, ...]:
    if isinstance(given, Mapping):
        # Typed as objects: checkers join the mixed values of a literal to nothing narrower.
        pairs = cast("Mapping[str, Form]", given).items()
        return tuple(Case(level, form) for level, form in pairs)
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class ByKind:
    """One way of scoring for each kind of unit (*theo loại đơn vị*)."""

    kind: ClassVar = "by_kind"
    choice: str = field(converter=code_of_measure)
    """Code of the choice that names the kind."""
    cases: tuple[Case, ...] = field(converter=_cases, validator=[some, _sane_nesting])
    """Every level of the choice with its form; a mapping is taken as it is."""


@final
@frozen(field_transformer=typed(RubricFault))
class Piece:
    """What holds in one range of a number; the sides as in `Band`."""

    kind: ClassVar = "piece"
    form: Form = field(converter=_form)
    """How a unit in the range is scored."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound, inside the range."""
    above: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lower bound, outside the range."""
    below: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, outside the range."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Upper bound, inside the range."""

    def __attrs_post_init__(self) -> None:
        """Refuse what `Band` refuses."""
        self.band(0)

    def band(self, points: int) -> Band:
        """Return the range as a band of a table."""
        return Band(
            points,
            at_least=self.at_least,
            above=self.above,
            below=self.below,
            at_most=self.at_most,
        )


def _pieces(given: Iterable[Piece]) -> tuple[Piece, ...]:
    return several(given)


@final
@frozen(field_transformer=typed(RubricFault))
class ByRange:
    """One way of scoring for each range of a number: two-way tables (*bảng hai chiều*).

    A number in no range, or in two, is a fault.
    """

    kind: ClassVar = "by_range"
    by: Expression = field(converter=expression, validator=sane_depth)
    """The number: the size of a unit, the volume of its files."""
    pieces: tuple[Piece, ...] = field(converter=_pieces, validator=[some, _sane_nesting])
    """The ranges, in any order."""


@final
@frozen(field_transformer=typed(RubricFault))
class Highest:
    """The highest of several (*lấy mức cao nhất*); bonuses that exclude each other."""

    kind: ClassVar = "highest"
    of: tuple[Form, ...] = field(converter=_forms, validator=[some, _sane_nesting])
    """The forms."""


@final
@frozen(field_transformer=typed(RubricFault))
class Total:
    """The sum of several (*tổng các phần*)."""

    kind: ClassVar = "total"
    of: tuple[Form, ...] = field(converter=_forms, validator=[some, _sane_nesting])
    """The forms."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest result; absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result; absent, there is none."""


@final
@frozen(field_transformer=typed(RubricFault))
class Gated:
    """A form behind a condition (*điều kiện tiên quyết*): zero, or other points, without it.

    Example: nothing without a plan, whatever else was done:
        >>> from thidua.formula import Compare
        >>> Gated(Compare("co_ke_hoach", "==", 1), YesNo("da_kiem_tra")).otherwise
        Fraction(0, 1)
    """

    kind: ClassVar = "gated"
    when: Predicate = field(converter=predicate)
    """The condition."""
    form: Form = field(converter=_form, validator=_sane_nesting)
    """What counts where it holds."""
    otherwise: Fraction = field(default=Fraction(0), converter=exact, kw_only=True)
    """Points where it does not."""


@final
@frozen(field_transformer=typed(RubricFault))
class Scaled:
    """A form times a coefficient (*nhân hệ số*)."""

    kind: ClassVar = "scaled"
    by: Expression = field(converter=expression, validator=sane_depth)
    """The coefficient."""
    form: Form = field(converter=_form, validator=_sane_nesting)
    """What it multiplies."""


@final
@frozen(field_transformer=typed(RubricFault))
class CapAcross:
    """A form under a cap that earlier periods have used up in part (*trần theo kỳ dài hơn*)."""

    kind: ClassVar = "cap_across"
    form: Form = field(converter=_form, validator=_sane_nesting)
    """What counts this period."""
    at_most: Fraction = field(converter=exact)
    """The cap of all periods together."""
    used: Expression = field(converter=expression, validator=sane_depth)
    """Points that earlier periods have already counted."""


@final
@frozen(field_transformer=typed(RubricFault))
class ItemTotal:
    """A form for every item of a list, folded (*tính từng việc rồi gộp*)."""

    kind: ClassVar = "item_total"
    items: str = field(converter=code_of_measure)
    """Code of the list."""
    form: Form = field(converter=_form, validator=_sane_nesting)
    """How an item is scored, from its own measures and the unit's."""
    fold: ItemFold = field(default=ItemFold.SUM, converter=ItemFold, kw_only=True)
    """What is made of the items."""
    where: Predicate | None = field(default=None, converter=predicate_or_none, kw_only=True)
    """Which items count; all, if absent."""
    at_least: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Lowest result; absent, there is none."""
    at_most: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Highest result; absent, there is none."""


@final
@frozen(field_transformer=typed(RubricFault))
class Calculation:
    """Points computed by an expression of the rubric's own (*công thức riêng*)."""

    kind: ClassVar = "calculation"
    points: Expression = field(converter=expression, validator=sane_depth)
    """The points."""
    wording: str = ""
    """What the expression means, in the words of the rubric; said in explanations."""


Form: TypeAlias = (
    BasePoints
    | DirectEntry
    | YesNo
    | Leveled
    | Checklist
    | Threshold
    | Proportional
    | Stepped
    | Banded
    | AroundTarget
    | PerEvent
    | ByCount
    | PrizeTable
    | WeightedMean
    | WeightedSum
    | Raters
    | ShareReached
    | RelativeToPeers
    | RankPoints
    | EqualSplit
    | CapTogether
    | ByKind
    | ByRange
    | Highest
    | Total
    | Gated
    | Scaled
    | CapAcross
    | ItemTotal
    | Calculation
)
"""Every way of scoring a criterion."""


def forms_in(form: Form) -> tuple[Form, ...]:
    """Return the forms directly inside *form*, in the order of its fields."""
    match form:
        case ByKind(_, cases):
            return tuple(case.form for case in cases)
        case ByRange(_, pieces):
            return tuple(piece.form for piece in pieces)
        case Highest(of) | Total(of):
            return of
        case Gated(_, inner) | Scaled(_, inner) | CapAcross(inner) | ItemTotal(_, inner):
            return (inner,)
        case (
            BasePoints()
            | DirectEntry()
            | YesNo()
            | Leveled()
            | Checklist()
            | Threshold()
            | Proportional()
            | Stepped()
            | Banded()
            | AroundTarget()
            | PerEvent()
            | ByCount()
            | PrizeTable()
            | WeightedMean()
            | WeightedSum()
            | Raters()
            | ShareReached()
            | RelativeToPeers()
            | RankPoints()
            | EqualSplit()
            | CapTogether()
            | Calculation()
        ):
            return ()
        case _:
            assert_never(form)
