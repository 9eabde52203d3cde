# SPDX-License-Identifier: MIT
"""What was found: each condition with its own answer, and why (*kết quả thẩm định*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation, Confidence, day
from thidua.dossier import Fact, Years
from thidua.eligibility.answer import Answer
from thidua.eligibility.condition import Condition
from thidua.eligibility.counting import Counting
from thidua.eligibility.vote import Counted
from thidua.errors import RuleFault
from thidua.quantity import Term, exact
from thidua.quantity.typed import typed

__all__ = [
    "AnyRule",
    "Asked",
    "Doubt",
    "EveryRule",
    "Finding",
    "Need",
    "NeedType",
    "Remark",
    "Verdict",
    "Verified",
    "all_findings",
]


@final
@frozen(field_transformer=typed(RuleFault))
class EveryRule:
    """All that bears on an award: every general and required rule, and a way to it."""

    kind: ClassVar = "every_rule"


@final
@frozen(field_transformer=typed(RuleFault))
class AnyRule:
    """The ways to an award, of which one is enough."""

    kind: ClassVar = "any_rule"


@final
@frozen(field_transformer=typed(RuleFault))
class Verified:
    """That the text of a rule has been verified for the day asked about."""

    kind: ClassVar = "verified"
    until: date = field(converter=day)
    """Last day for which it was."""


Asked: TypeAlias = Condition | Counting | EveryRule | AnyRule | Verified
"""What a finding may be about."""


class NeedType(Term):
    """What has to happen."""

    ACHIEVE = "achieve"
    """Something has to be achieved, or received."""
    CLEAR = "clear"
    """Something that is pending has to end."""
    DECIDE = "decide"
    """Somebody has to decide."""
    SUPPLY = "supply"
    """Something has to be put on file, if it is so."""


@final
@frozen(field_transformer=typed(RuleFault))
class Need:
    """One thing that is still missing (*còn thiếu*)."""

    kind: ClassVar = "need"
    todo: NeedType = field(converter=NeedType)
    """What has to happen."""
    condition: Asked
    """What asks for it."""
    number: Fraction = field(default=Fraction(1), converter=exact)
    """How much of it: years, times, months, votes."""
    years: Years | None = None
    """In which years; None if that does not matter, or is still to come."""


class Remark(Term):
    """What is particular about a finding."""

    NOT_ON_FILE = "not_on_file"
    """What was asked about is not on file."""
    NOT_COMPLETE = "not_complete"
    """The list is not known to be complete, so that what is not in it may still be so."""
    NOT_COUNTED = "not_counted"
    """The year does not count: it lies before a fresh start, or was used up."""
    SPENT = "spent"
    """Awards for years that do not count are left out: used up, or before a fresh start."""
    STARTS_LATER = "starts_later"
    """The streak is cut at an award, or after a sanction."""
    READINGS_DIFFER = "readings_differ"
    """What is not known would decide."""
    NO_WINDOW = "no_window"
    """A window is asked for, and there is none, or it has no year."""
    CONTRADICTION = "contradiction"
    """Attestations contradict each other."""
    NO_RULE = "no_rule"
    """No rule is at hand for what is referred to."""
    CIRCULAR = "circular"
    """Rules refer to each other in a circle."""
    WRONG_SUBJECT = "wrong_subject"
    """The award is not for subjects of this kind."""
    NEVER = "never"
    """Nothing that is still to come can change it."""


@final
@frozen(field_transformer=typed(RuleFault))
class Finding:
    """One condition, its answer, and what it rests on."""

    kind: ClassVar = "finding"
    asked: Asked
    """The condition, or the rule of counting."""
    answer: Answer = field(converter=Answer)
    """Its own answer."""
    years: Years | None = field(default=None, kw_only=True)
    """The window in which it was judged; None for all years up to the proposal."""
    facts: tuple[Fact, ...] = field(default=(), kw_only=True)
    """The facts that were read and bear on it."""
    found: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """How much there is for sure of what is counted: years, times, months, a share."""
    needs: tuple[Need, ...] = field(default=(), kw_only=True)
    """What it lacks itself, the conditions inside it apart."""
    remarks: tuple[Remark, ...] = field(default=(), kw_only=True)
    """What is particular about it."""
    vote: Counted | None = field(default=None, converter=optional(Counted), kw_only=True)
    """What a ballot came to, for a vote."""
    parts: tuple[Finding, ...] = field(default=(), kw_only=True)
    """The findings of the conditions inside it; of a streak, of each of its years first."""
    rule: str = field(default="", kw_only=True)
    """Code of the rule whose condition it is; empty inside of rules."""
    basis: Citation | None = field(default=None, kw_only=True)
    """Where that rule is written."""


def all_findings(finding: Finding) -> Iterator[Finding]:
    """Yield a finding and every finding inside it, from the top."""
    yield finding
    for part in finding.parts:
        yield from all_findings(part)


@final
@frozen(field_transformer=typed(RuleFault))
class Doubt:
    """That a verdict rests on a rule whose text is not sure."""

    kind: ClassVar = "doubt"
    rule: str
    """Code of the rule."""
    confidence: Confidence = field(converter=Confidence)
    """How sure its text is."""
    basis: Citation | None = None
    """Where it is said to be written."""
    note: str = ""
    """What is doubtful."""


@final
@frozen(field_transformer=typed(RuleFault))
class Verdict:
    """Whether a subject may be given an award, asked on a day; never a bare yes or no."""

    kind: ClassVar = "verdict"
    subject: str
    """Code of the subject."""
    award: str
    """Code of the award."""
    day: date = field(converter=day)
    """The day asked about: that of the proposal."""
    year: int
    """The year under review."""
    tree: Finding
    """Every condition with its answer."""
    doubts: tuple[Doubt, ...] = field(default=(), kw_only=True)
    """The doubtful rules it rests on."""
    name: str = field(default="", kw_only=True)
    """Name of the subject, for people."""

    @property
    def answer(self) -> Answer:
        """The answer."""
        return self.tree.answer
