# SPDX-License-Identifier: MIT
"""What may differ between two rubrics, one class for each way (*nội dung sửa đổi*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation
from thidua.comparison.declared import (
    IndicatorAdded,
    IndicatorChanged,
    IndicatorMoved,
    IndicatorRemoved,
)
from thidua.comparison.order import Spot
from thidua.comparison.parameter import differences
from thidua.errors import Path
from thidua.formula import Form
from thidua.quantity import Interval, Rounding, exact
from thidua.rubric import Part, RankedBy, Role, Rubric, Treatments

__all__ = [
    "BasisChanged",
    "Change",
    "Comparison",
    "FormulaChanged",
    "LimitsChanged",
    "MaximumChanged",
    "PartAdded",
    "PartMoved",
    "PartRemoved",
    "PercentRoundingChanged",
    "RankedByChanged",
    "Recoded",
    "Renamed",
    "RoleChanged",
    "RoundingChanged",
    "TreatmentsChanged",
]

# --- parts of the tree ------------------------------------------------------


@final
@frozen
class PartAdded:
    """A section or criterion that the old rubric does not have (*bổ sung*)."""

    kind: ClassVar = "part_added"
    part: Part
    """It; a section stands without its parts, of which each is told by itself."""
    spot: Spot
    """Where it stands in the new rubric."""

    @property
    def code(self) -> str:
        """Its code."""
        return self.part.code


@final
@frozen
class PartRemoved:
    """A section or criterion that the new rubric no longer has (*bãi bỏ*)."""

    kind: ClassVar = "part_removed"
    part: Part
    """It; a section stands without its parts, of which each is told by itself."""
    spot: Spot
    """Where it stood in the old rubric."""

    @property
    def code(self) -> str:
        """Its code."""
        return self.part.code


@final
@frozen
class PartMoved:
    """A section or criterion that stands elsewhere (*chuyển vị trí*)."""

    kind: ClassVar = "part_moved"
    code: str
    """Its code in the new rubric."""
    old: Spot
    """Where it stood, in the codes of the old rubric."""
    new: Spot
    """Where it stands, in the codes of the new one."""


@final
@frozen
class Recoded:
    """Another code, as when criteria are numbered anew (*đánh lại ký hiệu*)."""

    kind: ClassVar = "recoded"
    code: str
    """Code in the new rubric; ``"total"`` for the code of the rubric itself."""
    old: str
    """The code before."""
    new: str
    """The code now."""


@final
@frozen
class RoleChanged:
    """Another role in the section above (*đổi loại điểm*)."""

    kind: ClassVar = "role_changed"
    code: str
    """Code of the section or criterion."""
    old: Role = field(converter=Role)
    """The role before."""
    new: Role = field(converter=Role)
    """The role now."""


@final
@frozen
class FormulaChanged:
    """Another way of scoring, or other parameters of the same (*sửa cách chấm*)."""

    kind: ClassVar = "formula_changed"
    code: str
    """Code of the criterion."""
    old: Form
    """The form before."""
    new: Form
    """The form now."""

    @property
    def parameters(self) -> tuple[Path, ...]:
        """Fields that differ, at any depth; empty if the forms are not of one kind."""
        if self.old.kind != self.new.kind:
            return ()
        return tuple(differences(self.old, self.new))


# --- parts of the tree and the rubric as a whole, of code "total" ------------


@final
@frozen
class Renamed:
    """Another name (*đổi tên*)."""

    kind: ClassVar = "renamed"
    code: str
    """Code of the section or criterion, or ``"total"``."""
    old: str
    """The name before."""
    new: str
    """The name now."""


@final
@frozen
class MaximumChanged:
    """Another maximum (*sửa điểm chuẩn*)."""

    kind: ClassVar = "maximum_changed"
    code: str
    """Code of the section or criterion, or ``"total"``."""
    old: Fraction | None = field(converter=optional(exact))
    """The maximum before; None where it was the sum of the parts."""
    new: Fraction | None = field(converter=optional(exact))
    """The maximum now; None where it is the sum of the parts."""


@final
@frozen
class LimitsChanged:
    """Another floor or ceiling of the points (*sửa sàn, trần*)."""

    kind: ClassVar = "limits_changed"
    code: str
    """Code of the section or criterion, or ``"total"``."""
    old: Interval
    """From floor to ceiling before; None where there was none."""
    new: Interval
    """From floor to ceiling now."""


@final
@frozen
class RoundingChanged:
    """Another rounding of the points (*sửa cách làm tròn*)."""

    kind: ClassVar = "rounding_changed"
    code: str
    """Code of the section or criterion, or ``"total"``."""
    old: Rounding | None
    """The rounding before; None for none."""
    new: Rounding | None
    """The rounding now."""


@final
@frozen
class TreatmentsChanged:
    """Other treatments of entries without a value (*sửa cách xử lý ô không có số liệu*)."""

    kind: ClassVar = "treatments_changed"
    code: str
    """Code of the criterion, or ``"total"``."""
    old: Treatments
    """The treatments before."""
    new: Treatments
    """The treatments now."""


@final
@frozen
class BasisChanged:
    """Written elsewhere (*đổi căn cứ*)."""

    kind: ClassVar = "basis_changed"
    code: str
    """Code of the section or criterion, or ``"total"``."""
    old: Citation | None
    """Where it was written; None if that was not said."""
    new: Citation | None
    """Where it is written."""


@final
@frozen
class RankedByChanged:
    """Units are ranked by something else (*đổi cách xếp hạng*)."""

    kind: ClassVar = "ranked_by_changed"
    code: str
    """``"total"``."""
    old: RankedBy = field(converter=RankedBy)
    """What they were ranked by."""
    new: RankedBy = field(converter=RankedBy)
    """What they are ranked by."""


@final
@frozen
class PercentRoundingChanged:
    """Another rounding of percents (*sửa cách làm tròn tỷ lệ*)."""

    kind: ClassVar = "percent_rounding_changed"
    code: str
    """``"total"``."""
    old: Rounding | None
    """The rounding before; None for none."""
    new: Rounding | None
    """The rounding now."""


Change: TypeAlias = (
    PartAdded
    | PartRemoved
    | PartMoved
    | Recoded
    | RoleChanged
    | FormulaChanged
    | Renamed
    | MaximumChanged
    | LimitsChanged
    | RoundingChanged
    | TreatmentsChanged
    | BasisChanged
    | RankedByChanged
    | PercentRoundingChanged
    | IndicatorAdded
    | IndicatorRemoved
    | IndicatorMoved
    | IndicatorChanged
)
"""One thing that differs between two rubrics."""


@final
@frozen
class Comparison:
    """All that differs between two rubrics (*so sánh hai bảng điểm*)."""

    kind: ClassVar = "comparison"
    old: Rubric
    """The rubric before."""
    new: Rubric
    """The rubric now."""
    changes: tuple[Change, ...]
    """What differs: first of the rubric as a whole, then of what units report, then of the
    criteria tree, each in printed order of the new rubric, what was removed where it stood."""

    def of(self, code: str) -> tuple[Change, ...]:
        """Return what differs under *code*, ``"total"`` for the rubric as a whole."""
        return tuple(change for change in self.changes if change.code == code)

    def __iter__(self) -> Iterator[Change]:
        """Iterate over the changes."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Return how many changes there are."""
        return len(self.changes)
