# SPDX-License-Identifier: MIT
"""All the rules that are known, by day (*pháp luật theo thời điểm*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import ClassVar, assert_never, final

from attrs import field, frozen

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    Deciders,
    GeneralRule,
    LocalRule,
    Power,
    Provision,
    QuotaRule,
    Rule,
    judge,
    quotas_on,
    who_decides,
)
from thidua.basis import cite, day
from thidua.dossier import AwardType, Catalogue, Dossier
from thidua.eligibility import Verdict
from thidua.errors import Faults, RuleFault, suggest
from thidua.law.pack import Pack, Stated
from thidua.quantity.typed import typed

__all__ = ["Change", "Law", "Rulebook"]


@final
@frozen(field_transformer=typed(RuleFault))
class Rulebook:
    """The rules that hold on one day."""

    kind: ClassVar = "rulebook"
    day: date
    """The day."""
    rules: tuple[Rule, ...] = ()
    """Ways to awards."""
    general: tuple[GeneralRule, ...] = ()
    """What holds for many awards."""
    local: tuple[LocalRule, ...] = ()
    """What is settled locally."""
    awards: tuple[AwardType, ...] = ()
    """The awards described."""
    powers: tuple[Power, ...] = ()
    """Who decides."""
    quotas: tuple[QuotaRule, ...] = ()
    """How many may be put forward."""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All of them, as `thidua.award.judge` takes them."""
        return (*self.rules, *self.general, *self.local)

    def ways_to(self, award: str) -> tuple[Rule, ...]:
        """Return the rules for an award."""
        return tuple(rule for rule in self.rules if rule.award == award)


@final
@frozen(field_transformer=typed(RuleFault))
class Change:
    """What is different for an award between two days (*thay đổi*)."""

    kind: ClassVar = "change"
    award: str
    """Code of the award; empty for what bears on all of them, and for local rules."""
    ended: tuple[Stated, ...]
    """What holds on the first day and not on the second: rules, powers, quotas, bonuses."""
    begun: tuple[Stated, ...]
    """What holds on the second day and not on the first."""


def _packs(given: Iterable[Pack]) -> tuple[Pack, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(RuleFault))
class Law:
    """Packs of rules that are known together.

    Raises:
        Faults: With every two rules that claim one case, and cite both; every code or award
            that two packs have.
    """

    kind: ClassVar = "law"
    packs: tuple[Pack, ...] = field(converter=_packs)
    """The packs, in any order."""

    def __attrs_post_init__(self) -> None:
        """Refuse packs that contradict each other."""
        if faults := (*self._twice(), *self._conflicts()):
            raise Faults(faults)
        _ = self.bonuses  # refuses what packs say differently of one day

    def _twice(self) -> Iterator[RuleFault]:
        seen: dict[str, str] = {}
        described: dict[str, AwardType] = {}
        for place, pack in enumerate(self.packs):
            at = ("packs", place)
            named: tuple[Stated, ...] = (
                *pack.rules,
                *pack.general,
                *pack.local,
                *pack.powers,
                *pack.quotas,
            )
            for rule in named:
                if rule.code in seen:
                    what = f"rule {rule.code!r} stands in {seen[rule.code]!r} and {pack.code!r}"
                    yield RuleFault(at, "code-twice", what, "give each its own code")
                seen[rule.code] = pack.code
            for award in pack.awards:
                if described.setdefault(award.code, award) != award:
                    what = f"award {award.code!r} is described in two ways"
                    yield RuleFault(at, "award-twice", what, "describe it in one pack")

    def _conflicts(self) -> Iterator[RuleFault]:
        rules = [
            (("packs", place, "rules", index), rule)
            for place, pack in enumerate(self.packs)
            for index, rule in enumerate(pack.rules)
        ]
        for (_, one), (at, other) in combinations(rules, 2):
            if _claim_one_case(one, other):
                what = (
                    f"rules {one.code!r} ({cite(one.basis, 'vi')}) and {other.code!r} "
                    f"({cite(other.basis, 'vi')}) both claim {other.award!r}"
                )
                todo = "end the validity of one, or give both one family as alternatives"
                yield RuleFault(at, "rules-conflict", what, todo)

    def at(self, on: date | str) -> Rulebook:
        """Return the rules that hold on a day."""
        on = day(on)
        return Rulebook(
            on,
            tuple(one for pack in self.packs for one in pack.rules if one.validity.holds(on)),
            tuple(one for pack in self.packs for one in pack.general if one.validity.holds(on)),
            tuple(one for pack in self.packs for one in pack.local if one.validity.holds(on)),
            self.awards.awards,
            tuple(one for pack in self.packs for one in pack.powers if one.validity.holds(on)),
            tuple(one for pack in self.packs for one in pack.quotas if one.validity.holds(on)),
        )

    @cached_property
    def awards(self) -> Catalogue:
        """The awards that the packs describe, and what they call other codes."""
        return Catalogue(
            dict.fromkeys(award for pack in self.packs for award in pack.awards),
            names=dict.fromkeys(name for pack in self.packs for name in pack.names),
        )

    @cached_property
    def bonuses(self) -> BonusRules:
        """What the packs say of bonuses."""
        held = [pack.bonuses for pack in self.packs]
        return BonusRules(
            rates=[one for each in held for one in each.rates],
            salaries=[one for each in held for one in each.salaries],
            terms=[one for each in held for one in each.terms],
        )

    def who_decides(self, award: str, on: date | str) -> Deciders:
        """Return who decides on an award on a day; see `thidua.award.who_decides`."""
        return who_decides((one for pack in self.packs for one in pack.powers), award, on)

    def quotas_on(self, award: str, on: date | str) -> tuple[QuotaRule, ...]:
        """Return the quotas that hold for an award on a day; see `thidua.award.quotas_on`."""
        return quotas_on((one for pack in self.packs for one in pack.quotas), award, on)

    def judge(
        self, dossier: Dossier, award: str, on: date | str, *, year: int | None = None
    ) -> Verdict:
        """Judge a dossier by the rules of a day; see `thidua.award.judge`.

        Raises:
            Faults: If no pack has a rule for the award, and none describes it: it is
                misspelt more likely than unknown to the law.
        """
        book = self.at(on)
        described = {one.code: one for one in book.awards}
        known = {rule.award for pack in self.packs for rule in pack.rules} | set(described)
        if award not in known:
            what = f"no award {award!r}"
            raise Faults((RuleFault(("award",), "award-unknown", what, suggest(award, known)),))
        return judge(book.provisions, dossier, described.get(award, award), on, year=year)

    def compare(
        self, first: date | str, second: date | str, award: str | None = None
    ) -> tuple[Change, ...]:
        """Say what is different between two days, award by award.

        What names several awards stands under each of them: a vote, who decides, a quota.

        Args:
            first: The one day.
            second: The other.
            award: Code of the award wanted; all, and what bears on all awards, if absent.
        """
        before, after = self._stated(day(first)), self._stated(day(second))
        ended = [one for one in before if one not in after]
        begun = [one for one in after if one not in before]
        codes = dict.fromkeys(code for one in (*ended, *begun) for code in _awards(one))
        return tuple(
            Change(
                code,
                tuple(one for one in ended if code in _awards(one)),
                tuple(one for one in begun if code in _awards(one)),
            )
            for code in codes
            if award in {None, code}
        )

    def _stated(self, on: date) -> list[Stated]:
        return [one for pack in self.packs for one in pack.stated if one.validity.holds(on)]


def _awards(stated: Stated) -> tuple[str, ...]:
    """Return the codes of the awards that something is about; one that is empty for all."""
    match stated:
        case Rule():
            return (stated.award,)
        case QuotaRule():
            return stated.quota.awards
        case Power() | BonusRate():
            return stated.awards
        case GeneralRule():
            return stated.awards or ("",)
        case LocalRule() | BonusTerms() | BaseSalary():
            return ("",)
        case _:
            assert_never(stated)


def _claim_one_case(one: Rule, other: Rule) -> bool:
    """Tell whether two rules are for one case and not alternatives to each other.

    Clauses of one instrument are alternatives. One place in it twice is none, but an old
    version whose end was forgotten, unless a family says otherwise.
    """
    if one.award != other.award or not one.validity.overlaps(other.validity):
        return False
    if not set(one.subjects) & set(other.subjects):
        return False
    if one.categories and other.categories and not set(one.categories) & set(other.categories):
        return False
    if one.family and one.family == other.family:
        return False
    family, of_other = (rule.family or rule.basis.instrument for rule in (one, other))
    return family != of_other or one.basis == other.basis
