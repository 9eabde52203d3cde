# SPDX-License-Identifier: MIT
"""How well the text of a rule is known on a day (*mức độ đối chiếu văn bản*).

Rules on who decides, how many, and what is paid are held to what rules on who may be awarded
are: beyond the last day for which a text was verified it answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen

from thidua.basis import Citation, Confidence, cite, day
from thidua.eligibility import Doubt
from thidua.errors import RuleFault
from thidua.quantity import Language
from thidua.quantity.typed import typed

__all__ = ["Standing", "Unverified", "doubts_about", "say_unverified", "unverified_on"]


@final
@frozen(field_transformer=typed(RuleFault))
class Standing:
    """How well the text of a rule is known, and until when."""

    code: str
    """Code of the rule."""
    basis: Citation | None
    """Where it is written."""
    confidence: Confidence
    """How sure its text is."""
    doubt: str
    """What is doubtful about it."""
    verified_until: date | None
    """Last day for which its text was verified; None for as long as it holds."""


@final
@frozen(field_transformer=typed(RuleFault))
class Unverified:
    """That the text of a rule was not verified for the day asked about."""

    kind: ClassVar = "unverified"
    rule: str
    """Code of the rule."""
    until: date = field(converter=day)
    """Last day for which it was."""
    basis: Citation | None = None
    """Where it is written."""


def unverified_on(rules: Iterable[Standing], on: date) -> tuple[Unverified, ...]:
    """Return the rules whose text was not verified for a day."""
    return tuple(
        Unverified(one.code, one.verified_until, one.basis)
        for one in rules
        if one.verified_until is not None and on > one.verified_until
    )


def doubts_about(rules: Iterable[Standing]) -> tuple[Doubt, ...]:
    """Return what is doubtful about rules; nothing about those whose text is sure."""
    return tuple(
        Doubt(one.code, one.confidence, one.basis, one.doubt)
        for one in rules
        if one.confidence is not Confidence.HIGH
    )


def say_unverified(found: Unverified, language: Language) -> str:
    """Say why a rule answers nothing on the day asked about."""
    basis = cite(found.basis, language) if found.basis else found.rule
    if language == "vi":
        return f"chưa xác định: {basis} mới đối chiếu đến hết ngày {found.until:%d/%m/%Y}"
    return f"not known: {basis} was verified until {found.until} only"
