# SPDX-License-Identifier: MIT
"""Who may be awarded what: rules of law, of a province, of a school (*quy định*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.basis import Citation, Confidence, Validity, day
from thidua.dossier import SubjectKind, texts
from thidua.eligibility import All, Condition, Counting, Standard, SubjectIs
from thidua.errors import RuleFault
from thidua.quantity.typed import typed

__all__ = ["GeneralRule", "LocalRule", "Provision", "Rule"]


def _kinds(given: SubjectKind | str | Iterable[SubjectKind | str]) -> tuple[SubjectKind, ...]:
    kinds = tuple(SubjectKind(one) for one in texts(given))
    if not kinds:
        raise RuleFault(("subjects",), "empty", "a rule for nobody", 'write "individual"')
    return kinds


def _counting(given: Iterable[Counting]) -> tuple[Counting, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(RuleFault))
class Rule:
    """One way to an award: a clause or a point (*điều, khoản, điểm*).

    Several rules for one award are alternatives (*một trong các tiêu chuẩn sau*), unless a
    rule is *required*: that must be met besides.
    """

    kind: ClassVar = "rule"
    code: str
    """Its own code, unique in a law: ``"l22-73-1-b"``."""
    award: str
    """Code of the award."""
    condition: Condition
    """What it asks for."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    subjects: tuple[SubjectKind, ...] = field(converter=_kinds, kw_only=True)
    """For whom it is."""
    categories: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """For which categories of them; empty for all."""
    required: bool = field(default=False, kw_only=True)
    """Whether it must be met besides the others; else it is one of the alternatives."""
    family: str = field(default="", kw_only=True)
    """What the alternatives of rules from several instruments have in common; by default
    the instrument: rules of two instruments that claim one case contradict each other."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it, in words."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""
    wording: str = field(default="", kw_only=True)
    """What it says, in one sentence."""
    sources: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Addresses of pages on which the text was seen."""

    @cached_property
    def routed(self) -> Condition:
        """Its condition, with that on the category."""
        if not self.categories:
            return self.condition
        return All([SubjectIs(self.categories), self.condition])

    @cached_property
    def standard(self) -> Standard:
        """The rule, as other rules refer to it."""
        return Standard(
            self.code,
            self.award,
            self.condition,
            self.basis,
            verified_until=self.verified_until,
            subjects=self.subjects,
            categories=self.categories,
            required=self.required,
        )


@final
@frozen(field_transformer=typed(RuleFault))
class GeneralRule:
    """What holds for every award, or for many (*nguyên tắc chung*).

    Nothing pending, a fresh start after a sanction, nothing used twice, what grounds
    nothing, which leaves count.
    """

    kind: ClassVar = "general_rule"
    code: str
    """Its own code."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    condition: Condition | None = field(default=None, kw_only=True)
    """What it asks for, if it does."""
    counting: tuple[Counting, ...] = field(default=(), converter=_counting, kw_only=True)
    """What it says of counting."""
    awards: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Codes of the awards it is about; empty for all."""
    except_awards: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Codes of awards it is not about."""
    subjects: tuple[SubjectKind, ...] = field(
        default=tuple(SubjectKind), converter=_kinds, kw_only=True
    )
    """For whom it is."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it, in words."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""
    wording: str = field(default="", kw_only=True)
    """What it says, in one sentence."""
    sources: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Addresses of pages on which the text was seen."""

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that says nothing."""
        if self.condition is None and not self.counting:
            raise RuleFault(("condition",), "empty", f"rule {self.code!r} says nothing")

    def is_about(self, award: str, subject: SubjectKind) -> bool:
        """Tell whether it applies to an award for such a subject."""
        return (
            subject in self.subjects
            and award not in self.except_awards
            and (not self.awards or award in self.awards)
        )


@final
@frozen(field_transformer=typed(RuleFault))
class LocalRule:
    """What a ministry, a province or a unit says where another rule leaves it to them."""

    kind: ClassVar = "local_rule"
    code: str
    """Its own code."""
    settles: str
    """The topic, as `thidua.eligibility.NeedsLocalRules` names it."""
    condition: Condition
    """What it asks for."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it, in words."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""
    wording: str = field(default="", kw_only=True)
    """What it says, in one sentence."""
    sources: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Addresses of pages on which the text was seen."""

    @cached_property
    def standard(self) -> Standard:
        """The rule, as other rules refer to it."""
        return Standard(
            self.code,
            "",
            self.condition,
            self.basis,
            self.settles,
            verified_until=self.verified_until,
        )


Provision: TypeAlias = Rule | GeneralRule | LocalRule
"""Whatever a law may say of who may be awarded."""


def in_force(provisions: Iterable[Provision], on: date) -> Iterator[Provision]:
    """Yield the provisions that hold on a day."""
    yield from (one for one in provisions if one.validity.holds(on))
