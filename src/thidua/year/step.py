# SPDX-License-Identifier: MIT
"""What happens in an assessment and to the year itself (*các thao tác trong năm*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.cluster import Change, Cluster, Merge, Reference, Unit
from thidua.cluster.fact import UNKNOWN, Fact, GivenFact, as_day, as_text, fact, value_of
from thidua.errors import ClusterFault
from thidua.formula.given import several
from thidua.quantity import exact
from thidua.quantity.typed import typed
from thidua.year.stage import Procedure

__all__ = [
    "Ballot",
    "Cancel",
    "Decision",
    "Entry",
    "Explanation",
    "Joined",
    "Left",
    "Lock",
    "Move",
    "Opening",
    "Publish",
    "Reorganised",
    "Unlock",
]


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(several(given, ClusterFault))


_NONE = Procedure()


@final
@frozen(field_transformer=typed(ClusterFault))
class Opening:
    """A year begins: of which cluster, as it then is, and by which procedure."""

    kind: ClassVar = "opening"
    year: int
    """The year."""
    cluster: Cluster
    """The cluster, as it is known."""
    procedure: Procedure = _NONE
    """The stages of the assessment."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Joined:
    """A unit becomes a member."""

    kind: ClassVar = "joined"
    unit: Unit
    """The unit."""
    day: date
    """Its first day."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Left:
    """A unit is no longer a member, and holds no post any more."""

    kind: ClassVar = "left"
    unit: str
    """Code of the unit."""
    day: date
    """First day on which it is not."""


def _units(given: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(given)


def _paper(given: GivenFact[Reference]) -> Fact[Reference]:
    return fact(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Reorganised:
    """Members merge or split in the course of a year (*sáp nhập, chia tách đơn vị*).

    From the first day of the new units the old ones are no members any more, and the new
    ones are. Posts and checks of a unit that ends go on with its heir; where that would be
    both head and deputy it is the head. What was entered for a unit that ended stays on
    record, and counts for none that carries it on: points of two units add up to nothing, so
    these are assessed anew.

    Example:
        >>> from thidua.cluster import Merge
        >>> merged = Reorganised(
        ...     Merge(date(2025, 7, 1), ["an", "binh"], "an-binh"), [Unit("an-binh", "An Bình")]
        ... )
        >>> merged.ended, merged.successors, merged.takes_over
        (('an', 'binh'), ('an-binh',), 'an-binh')
    """

    kind: ClassVar = "reorganised"
    change: Change
    """What merges or splits, and the first day of the new units."""
    units: tuple[Unit, ...] = field(default=(), converter=_units)
    """What is known of the units that carry it on."""
    heir: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit that takes over the posts and the checks of those that end; unknown,
    the only one that carries them on, or nobody if there are several."""
    reference: Fact[Reference] = field(default=UNKNOWN, converter=_paper, kw_only=True)
    """The paper that orders it."""

    @property
    def former(self) -> tuple[str, ...]:
        """Codes of the units that merge or are split."""
        change = self.change
        return change.units if isinstance(change, Merge) else (change.unit,)

    @property
    def ended(self) -> tuple[str, ...]:
        """Codes of those that end; one that carries the others on does not."""
        return tuple(unit for unit in self.former if unit not in self.successors)

    @property
    def successors(self) -> tuple[str, ...]:
        """Codes of the units that carry them on."""
        into = self.change.into
        return (into,) if isinstance(into, str) else into

    @property
    def takes_over(self) -> str:
        """Code of the heir; empty if nobody is."""
        named = value_of(self.heir)
        if named is not None:
            return named
        return self.successors[0] if len(self.successors) == 1 else ""


@final
@frozen(field_transformer=typed(ClusterFault))
class Entry:
    """A value for one criterion of one unit, in one stage (*điểm chấm*)."""

    kind: ClassVar = "entry"
    stage: str
    """Code of the stage."""
    unit: str
    """Code of the unit that is assessed."""
    code: str
    """Code of the criterion, or of the measure where results are entered."""
    value: Fraction = field(converter=exact)
    """Points, or the result in the unit of the measure."""
    reason: str = field(default="", kw_only=True)
    """Why; wanted where it differs from the stage before."""
    evidence: tuple[str, ...] = field(default=(), converter=_texts, kw_only=True)
    """References to evidence (*minh chứng*)."""
    day: Fact[date] = field(default=UNKNOWN, converter=as_day, kw_only=True)
    """Day on which it was judged, if another than that of the event."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Explanation:
    """A unit explains itself (*giải trình*)."""

    kind: ClassVar = "explanation"
    stage: str
    """Code of the stage."""
    unit: str
    """Code of the unit."""
    code: str
    """Code of the criterion."""
    text: str
    """What it says."""
    evidence: tuple[str, ...] = field(default=(), converter=_texts, kw_only=True)
    """References to evidence."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Ballot:
    """The vote of one member on one question (*phiếu*)."""

    kind: ClassVar = "ballot"
    stage: str
    """Code of the stage."""
    question: str
    """What is voted on: ``"Cờ thi đua"``, ``"Cụm trưởng 2027"``."""
    choices: tuple[str, ...] = field(converter=_texts)
    """Codes of the members voted for; none abstains."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Decision:
    """What a conference or a council decides (*thông qua, quyết định*)."""

    kind: ClassVar = "decision"
    stage: str
    """Code of the stage."""
    text: str
    """What is decided."""
    adopted: bool = field(default=True, kw_only=True)
    """Whether it is adopted."""
    manner: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """How: by consensus, by show of hands, by ballots."""
    appraised_by: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Who had appraised what is decided on."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Move:
    """The assessment goes on to a stage, or back to one with a reason."""

    kind: ClassVar = "move"
    to: str
    """Code of the stage."""
    reason: str = ""
    """Why; wanted when it goes back."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Lock:
    """Results are closed to changes (*khóa*)."""

    kind: ClassVar = "lock"
    reason: str = ""
    """Why."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Publish:
    """Locked results are published (*công bố*)."""

    kind: ClassVar = "publish"
    digest: str = ""
    """Digest of what they stand on, as `digest` gives it; refused if that has changed. Empty
    takes what is there."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Unlock:
    """Locked or published results are opened again (*mở khóa*)."""

    kind: ClassVar = "unlock"
    reason: str
    """Why; must be given."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Cancel:
    """A former event is taken back (*hủy*)."""

    kind: ClassVar = "cancel"
    event: str
    """Id of the event."""
    reason: str
    """Why; must be given."""
