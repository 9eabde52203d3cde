# SPDX-License-Identifier: MIT
"""What is asked: a subject, an award, a day (*đề nghị khen thưởng*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation, day
from thidua.dossier import Dossier, SubjectKind, year_under_review
from thidua.eligibility.condition import Condition
from thidua.eligibility.counting import Counting
from thidua.errors import RuleFault
from thidua.quantity.typed import typed

__all__ = ["Proposal", "Standard"]


@final
@frozen(field_transformer=typed(RuleFault))
class Standard:
    """A rule, as far as other rules may refer to it (*tiêu chuẩn*)."""

    kind: ClassVar = "standard"
    code: str
    """Code of the rule."""
    award: str
    """The award it is about; empty for a rule that settles a topic."""
    condition: Condition
    """What it asks for."""
    basis: Citation | None = None
    """Where it is written."""
    settles: str = ""
    """The topic that another rule left to it."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""
    subjects: tuple[SubjectKind, ...] = ()
    """For whom it is; empty for all."""
    categories: tuple[str, ...] = ()
    """For which categories of them; empty for all."""
    required: bool = False
    """Whether it must be met besides the others for the award."""

    def is_for(self, subject: SubjectKind) -> bool:
        """Tell whether it is for subjects of a kind."""
        return not self.subjects or subject in self.subjects


def _counting(given: Iterable[Counting]) -> tuple[Counting, ...]:
    return tuple(given)


def _standards(given: Iterable[Standard]) -> tuple[Standard, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(RuleFault))
class Proposal:
    """A subject, an award, and a day (*đề nghị khen thưởng*)."""

    kind: ClassVar = "proposal"
    dossier: Dossier
    """What is on file."""
    award: str
    """Code of the award."""
    day: date = field(converter=day)
    """The day asked about; what happened later is not looked at."""
    year: int = field(default=0)
    """The year under review; by default the one of that day, see `year_under_review`."""
    counting: tuple[Counting, ...] = field(default=(), converter=_counting, kw_only=True)
    """Rules of counting that apply."""
    standards: tuple[Standard, ...] = field(default=(), converter=_standards, kw_only=True)
    """Rules that conditions may refer to."""

    def __attrs_post_init__(self) -> None:
        """Fill in the year."""
        if not self.year:
            year = year_under_review(self.day, self.dossier.calendar)
            object.__setattr__(self, "year", year)
