# SPDX-License-Identifier: MIT
"""Conditions that others answer: a body that certifies, another rule, a council, nobody yet."""

from __future__ import annotations

from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.dossier import Scope, texts
from thidua.eligibility.term import some
from thidua.errors import RuleFault
from thidua.quantity.typed import typed

__all__ = [
    "Attested",
    "MeetsRule",
    "MeetsStandard",
    "NeedsJudgement",
    "NeedsLocalRules",
    "TextMissing",
]


@final
@frozen(field_transformer=typed(RuleFault))
class Attested:
    """Somebody who may do so certifies it (*được xác nhận*).

    An attestation that says no is a no; without any, the answer is unknown.
    """

    kind: ClassVar = "attested"
    matter: str
    """``"conduct"``, ``"collective_quality"``, ``"participation"``, ``"achievement"``,
    ``"contribution"``, ``"prize"``, ``"invention"``, ``"productivity"``, ``"target"``,
    ``"mentoring"``, ``"registration"``, or another."""
    what: str
    """What, by its code."""
    wording: str = field(default="", kw_only=True)
    """What, in the words of the rule; the code, if absent."""
    scope: Scope | None = field(default=None, converter=optional(Scope), kw_only=True)
    """How far it must reach; None for any."""
    by: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    """Who must certify it; empty for anybody."""


@final
@frozen(field_transformer=typed(RuleFault))
class MeetsStandard:
    """The standard of another award is met in the window; it need not have been conferred.

    For what was conferred, `Held`.
    """

    kind: ClassVar = "meets_standard"
    award: str
    """Code of the other award (*đạt tiêu chuẩn danh hiệu*)."""


@final
@frozen(field_transformer=typed(RuleFault))
class MeetsRule:
    """Other rules are met, by their codes; any of them does."""

    kind: ClassVar = "meets_rule"
    rules: tuple[str, ...] = field(converter=texts, validator=some)
    """Codes of the rules."""


@final
@frozen(field_transformer=typed(RuleFault))
class NeedsJudgement:
    """The rule leaves it to a person or a council (*do hội đồng lựa chọn*)."""

    kind: ClassVar = "needs_judgement"
    why: str
    """What they decide, in words."""


@final
@frozen(field_transformer=typed(RuleFault))
class NeedsLocalRules:
    """The rule leaves it to a ministry, a province or a unit (*do bộ, tỉnh quy định*).

    A rule that settles the topic is judged in its place; without one it is not known.
    """

    kind: ClassVar = "needs_local_rules"
    topic: str
    """Code of what is left: local rules name it as what they settle."""
    why: str = ""
    """The same in words."""


@final
@frozen(field_transformer=typed(RuleFault))
class TextMissing:
    """A part of the rule whose text has not been found; never to be guessed."""

    kind: ClassVar = "text_missing"
    why: str
    """What is missing, in words."""
