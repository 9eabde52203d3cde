# SPDX-License-Identifier: MIT
"""How the packs write their rules: what all rules of one instrument have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, final

from attrs import field, frozen

from thidua.award import GeneralRule, LocalRule, Rule
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import SubjectKind, texts
from thidua.eligibility import Condition, Counting
from thidua.law.vietnam.sources import SOURCES

__all__ = ["COLLECTIVE", "ENTERPRISE", "HOUSEHOLD", "INDIVIDUAL", "LOW", "MEDIUM", "Instrument"]

INDIVIDUAL: Final = SubjectKind.INDIVIDUAL
COLLECTIVE: Final = SubjectKind.COLLECTIVE
HOUSEHOLD: Final = SubjectKind.HOUSEHOLD
ENTERPRISE: Final = SubjectKind.ENTERPRISE
MEDIUM: Final = Confidence.MEDIUM
LOW: Final = Confidence.LOW


@final
@frozen
class Instrument:
    """A law, a decree, a circular (*văn bản*), whose rules share days and family."""

    name: str
    """As citations name it: ``"Luật 06/2022/QH15"``."""
    validity: Validity
    """The days on which it holds."""
    family: str = field(kw_only=True)
    """The law under which its rules stand: those of a law and its decrees are alternatives."""
    verified_until: date | None = field(default=None, kw_only=True)
    """Last day for which its text was verified."""

    def cite(self, at: str) -> Citation:
        """Return a place in it, written ``"21/1/a"``: article, clause, point."""
        article, clause, point = (*at.split("/"), "", "", "")[:3]
        return Citation(self.name, article=article, clause=clause, point=point)

    def rule(
        self,
        code: str,
        at: str,
        award: str,
        subjects: SubjectKind,
        condition: Condition,
        *,
        categories: Iterable[str] = (),
        required: bool = False,
        confidence: Confidence = Confidence.HIGH,
        doubt: str = "",
    ) -> Rule:
        """Return a way to an award."""
        return Rule(
            code,
            award,
            condition,
            basis=self.cite(at),
            validity=self.validity,
            subjects=(subjects,),
            categories=tuple(categories),
            required=required,
            family=self.family,
            confidence=confidence,
            doubt=doubt,
            verified_until=self.verified_until,
            sources=SOURCES.get(code, ()),
        )

    def general(
        self,
        code: str,
        at: str,
        *,
        condition: Condition | None = None,
        counting: Iterable[Counting] = (),
        awards: str | Iterable[str] = (),
        subjects: Iterable[SubjectKind] = tuple(SubjectKind),
        confidence: Confidence = Confidence.HIGH,
        doubt: str = "",
    ) -> GeneralRule:
        """Return a rule for many awards."""
        return GeneralRule(
            code,
            basis=self.cite(at),
            validity=self.validity,
            condition=condition,
            counting=tuple(counting),
            awards=texts(awards),
            subjects=tuple(subjects),
            confidence=confidence,
            doubt=doubt,
            verified_until=self.verified_until,
            sources=SOURCES.get(code, ()),
        )

    def settles(
        self,
        code: str,
        at: str,
        topic: str,
        condition: Condition,
        *,
        confidence: Confidence = Confidence.HIGH,
        doubt: str = "",
    ) -> LocalRule:
        """Return what it says where the law left a topic to it."""
        return LocalRule(
            code,
            topic,
            condition,
            basis=self.cite(at),
            validity=self.validity,
            confidence=confidence,
            doubt=doubt,
            verified_until=self.verified_until,
            sources=SOURCES.get(code, ()),
        )
