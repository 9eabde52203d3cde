# SPDX-License-Identifier: MIT
"""The rules of one instrument or one place, as one value (*bộ quy định*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, TypeAlias, final

from attrs import field, frozen

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    GeneralRule,
    LocalRule,
    Power,
    Provision,
    QuotaRule,
    Rule,
)
from thidua.dossier import AwardType, Catalogue, CodeName
from thidua.errors import Faults, RuleFault
from thidua.quantity.typed import typed

__all__ = ["Pack", "Stated"]

Stated: TypeAlias = Provision | Power | QuotaRule | BonusRate | BonusTerms | BaseSalary
"""Whatever a pack may say: who may be awarded, who decides, how many, and what is paid."""


def _rules(given: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(given)


def _general(given: Iterable[GeneralRule]) -> tuple[GeneralRule, ...]:
    return tuple(given)


def _local(given: Iterable[LocalRule]) -> tuple[LocalRule, ...]:
    return tuple(given)


def _names(given: Iterable[CodeName]) -> tuple[CodeName, ...]:
    return tuple(given)


def _powers(given: Iterable[Power]) -> tuple[Power, ...]:
    return tuple(given)


def _quotas(given: Iterable[QuotaRule]) -> tuple[QuotaRule, ...]:
    return tuple(given)


def _awards(given: Catalogue | Iterable[AwardType]) -> tuple[AwardType, ...]:
    return given.awards if isinstance(given, Catalogue) else tuple(given)


@final
@frozen(field_transformer=typed(RuleFault))
class Pack:
    """What is handed out together: the rules of a law, a decree, a province, a school.

    Raises:
        Faults: If two of its rules have one code.
    """

    kind: ClassVar = "pack"
    code: str
    """Its code: ``"luat-2022"``."""
    name: str
    """Its name, for people."""
    rules: tuple[Rule, ...] = field(default=(), converter=_rules, kw_only=True)
    """Ways to awards."""
    general: tuple[GeneralRule, ...] = field(default=(), converter=_general, kw_only=True)
    """What holds for many awards."""
    local: tuple[LocalRule, ...] = field(default=(), converter=_local, kw_only=True)
    """What it settles where another pack leaves it to it."""
    awards: tuple[AwardType, ...] = field(default=(), converter=_awards, kw_only=True)
    """The awards that it describes."""
    names: tuple[CodeName, ...] = field(default=(), converter=_names, kw_only=True)
    """What people call the other codes that its rules use."""
    powers: tuple[Power, ...] = field(default=(), converter=_powers, kw_only=True)
    """Who decides."""
    quotas: tuple[QuotaRule, ...] = field(default=(), converter=_quotas, kw_only=True)
    """How many may be put forward."""
    bonuses: BonusRules = field(default=BonusRules(), kw_only=True)
    """What is paid."""

    def __attrs_post_init__(self) -> None:
        """Refuse two rules of one code."""
        if faults := tuple(self._twice()):
            raise Faults(faults)

    @property
    def stated(self) -> tuple[Stated, ...]:
        """All that it says."""
        bonuses = self.bonuses
        money: tuple[Stated, ...] = (*bonuses.rates, *bonuses.terms, *bonuses.salaries)
        return (*self.rules, *self.general, *self.local, *self.powers, *self.quotas, *money)

    def _twice(self) -> Iterator[RuleFault]:
        seen: set[str] = set()
        for name in ("rules", "general", "local", "powers", "quotas"):
            for index, rule in enumerate(getattr(self, name)):
                if rule.code in seen:
                    what = f"two rules have the code {rule.code!r}"
                    at = (name, index, "code")
                    yield RuleFault(at, "code-twice", what, "give each its own")
                seen.add(rule.code)
