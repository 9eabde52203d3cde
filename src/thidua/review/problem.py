# SPDX-License-Identifier: MIT
"""What a review finds: one class for each kind of problem, with its own numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.errors import Path
from thidua.formula import Band
from thidua.quantity import Interval, State, Term
from thidua.rubric import Better, Sheet

__all__ = [
    "AgainstBetter",
    "BandGap",
    "BandOverlap",
    "BandUnreachable",
    "Cliff",
    "CountedTwice",
    "DividesByZero",
    "LawBroken",
    "LessPaysMore",
    "Limit",
    "MaximumDiffers",
    "MaximumExceeded",
    "MaximumOutOfReach",
    "NeverBinds",
    "NoAnswer",
    "NotProved",
    "Problem",
    "Seen",
    "Severity",
    "TreatmentUnsaid",
    "Unsaid",
    "Unusable",
    "Unused",
]


class Severity(Term):
    """How grave a problem is."""

    WRONG = "wrong"
    """The rubric contradicts itself, or has no answer: mend it before it is signed (*sai*)."""
    DOUBTFUL = "doubtful"
    """Most likely not what was meant: look at it again (*cần xem lại*)."""
    NOTE = "note"
    """True and worth knowing; often meant so (*lưu ý*)."""


@final
@frozen
class Seen:
    """What is seen of a cluster: sheets that `score` accepts, and what it gives for them."""

    kind: ClassVar = "seen"
    sheets: tuple[Sheet, ...]
    """The cluster; its first unit is looked at."""
    code: str
    """The criterion or section looked at, or ``"total"``."""
    points: Fraction | None = None
    """Its points; None where there is a fault instead."""
    fault: str = ""
    """What `score` refuses, in words; empty where there are points."""


@final
@frozen
class Unusable:
    """A fault of the rubric as `check` finds it; nothing can be scored before it is mended."""

    kind: ClassVar = "unusable"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section there; empty if it is in none."""
    fault: str
    """Code of the fault."""
    what: str
    """What is wrong, in English."""
    todo: str = ""
    """What to do about it."""


@final
@frozen
class MaximumDiffers:
    """A declared maximum that is not the sum of the standard parts below it."""

    kind: ClassVar = "maximum_differs"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The section, or ``"total"``."""
    declared: Fraction
    """The maximum it declares."""
    children: Fraction
    """The sum of the maxima of its standard parts."""


@final
@frozen
class MaximumOutOfReach:
    """A maximum that the formula is proved never to give."""

    kind: ClassVar = "maximum_out_of_reach"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    maximum: Fraction
    """Its maximum."""
    highest: Fraction
    """What its formula gives at most."""


@final
@frozen
class MaximumExceeded:
    """A formula that gives more than the maximum, though nothing in the criterion says so."""

    kind: ClassVar = "maximum_exceeded"
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    maximum: Fraction
    """Its maximum."""
    points: Fraction
    """What it gives in the example."""
    example: tuple[Seen, ...]
    """A cluster that has more."""
    capped: bool = field(default=False, kw_only=True)
    """Whether events, or a formula of the rubric's own, add a bonus that has an end."""

    @property
    def severity(self) -> Severity:
        """A bonus that has an end is often meant so; others seldom are."""
        return Severity.NOTE if self.capped else Severity.DOUBTFUL


@final
@frozen
class BandGap:
    """Values that a table has no band for."""

    kind: ClassVar = "band_gap"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    gap: Band
    """The values; its points mean nothing."""
    value: Fraction
    """One of them, which a unit can have."""
    example: tuple[Seen, ...]
    """A cluster in which it occurs, and the fault."""


@final
@frozen
class BandOverlap:
    """Values that a table has two bands for."""

    kind: ClassVar = "band_overlap"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    shared: Band
    """The values; its points mean nothing."""
    value: Fraction
    """One of them, which a unit can have."""
    example: tuple[Seen, ...]
    """A cluster in which it occurs, and the fault."""


@final
@frozen
class BandUnreachable:
    """A band that is proved to hold nothing that can be looked up."""

    kind: ClassVar = "band_unreachable"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    band: Band
    """The band; of forms by range, its points mean nothing."""
    span: Interval
    """What may be looked up."""


@final
@frozen
class Unused:
    """A measure or a list that units report and no formula reads.

    Only a note: classes and what breaks ties may read it, which a rubric does not hold.
    """

    kind: ClassVar = "unused"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The measure or list."""
    items: str | None = None
    """The list that the measure is of, if it is of one."""


@final
@frozen
class AgainstBetter:
    """A better result, as its measure declares, that lowers the total."""

    kind: ClassVar = "against_better"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion that loses most, or ``"total"``."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    better: Better
    """What it declares."""
    low: Fraction
    """The lower of two results."""
    high: Fraction
    """The higher one."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class LessPaysMore:
    """More of what a bonus is given for that lowers the total: doing less pays."""

    kind: ClassVar = "less_pays_more"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion that loses most, or ``"total"``."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    low: Fraction
    """The lower of two results."""
    high: Fraction
    """The higher one."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class NotProved:
    """A declared direction for which neither a proof nor a counter-example was found."""

    kind: ClassVar = "not_proved"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """``"total"``: the part whose direction is open."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    better: Better
    """What it declares."""


@final
@frozen
class Cliff:
    """The smallest step of a measure that moves much of a criterion's maximum."""

    kind: ClassVar = "cliff"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    low: Fraction
    """The lower of two results, one smallest step apart."""
    high: Fraction
    """The higher one."""
    maximum: Fraction
    """The criterion's maximum."""
    example: tuple[Seen, ...]
    """The cluster with the one, then with the other."""


@final
@frozen
class DividesByZero:
    """A formula that divides by zero for sheets that fit."""

    kind: ClassVar = "divides_by_zero"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    example: tuple[Seen, ...]
    """A cluster for which it does."""


@final
@frozen
class NoAnswer:
    """A formula that lacks an answer for sheets that fit, for another reason."""

    kind: ClassVar = "no_answer"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion."""
    fault: str
    """Code of the fault."""
    example: tuple[Seen, ...]
    """A cluster for which it lacks one."""


@final
@frozen
class Unsaid:
    """A state of entries that is refused where it occurs."""

    kind: ClassVar = "unsaid"
    state: State
    """The state."""
    codes: tuple[str, ...]
    """The criteria for which nothing says what it does."""


@final
@frozen
class TreatmentUnsaid:
    """States that are refused when they occur, as nothing says what they do."""

    kind: ClassVar = "treatment_unsaid"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """``"total"``: it is said of the whole rubric."""
    unsaid: tuple[Unsaid, ...]
    """Each such state, with the criteria."""


class Limit(Term):
    """Which side is limited."""

    CEILING = "ceiling"
    """Not more (*trần*)."""
    FLOOR = "floor"
    """Not less (*sàn*)."""


@final
@frozen
class NeverBinds:
    """A ceiling or a floor that is proved to change nothing."""

    kind: ClassVar = "never_binds"
    severity: ClassVar[Severity] = Severity.NOTE
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section, or ``"total"``."""
    limit: Limit
    """Which side it limits."""
    value: Fraction
    """The limit."""
    reached: Fraction
    """The most, or the least, that there may be without it."""


@final
@frozen
class CountedTwice:
    """One measure that several criteria count, or take as points entered."""

    kind: ClassVar = "counted_twice"
    severity: ClassVar[Severity] = Severity.DOUBTFUL
    at: Path
    """Place in the rubric, of the second one."""
    code: str
    """The second criterion that counts it."""
    items: str | None
    """The list that the measure is of, if it is of one."""
    measure: str
    """The measure."""
    codes: tuple[str, ...]
    """All criteria that count it."""


@final
@frozen
class LawBroken:
    """A law of scoring that does not hold for a cluster: a fault of this library."""

    kind: ClassVar = "law_broken"
    severity: ClassVar[Severity] = Severity.WRONG
    at: Path
    """Place in the rubric."""
    code: str
    """The criterion or section, or ``"total"``."""
    law: str
    """Name of the law, as `thidua.testing` lists it."""
    example: tuple[Seen, ...]
    """The cluster, and the one it is compared with if there is one."""


Problem: TypeAlias = (
    Unusable
    | MaximumDiffers
    | MaximumOutOfReach
    | MaximumExceeded
    | BandGap
    | BandOverlap
    | BandUnreachable
    | Unused
    | AgainstBetter
    | LessPaysMore
    | NotProved
    | Cliff
    | DividesByZero
    | NoAnswer
    | TreatmentUnsaid
    | NeverBinds
    | CountedTwice
    | LawBroken
)
"""Whatever a review may find."""
