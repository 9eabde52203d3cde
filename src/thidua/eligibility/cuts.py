# SPDX-License-Identifier: MIT
"""What does not count for a proposal, by the rules of counting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from thidua.dossier import AwardReceived, Dossier, Sanction, Whose, year_of
from thidua.eligibility.counting import (
    ExcludedTracks,
    LeaveCounts,
    NotReused,
    ReducedTenure,
    ResetAfterSanction,
    Use,
    ledger,
)
from thidua.eligibility.proposal import Proposal
from thidua.eligibility.term import Anchor

__all__ = ["Cuts"]


@frozen(slots=False)
class Cuts:
    """A proposal, and what its rules of counting leave of its dossier."""

    proposal: Proposal

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.proposal.dossier

    @cached_property
    def asked_in(self) -> int:
        """The year in which the day asked about lies."""
        return year_of(self.proposal.day, self.dossier.calendar)

    @cached_property
    def earliest(self) -> int:
        """The first year about which something is on file; that under review if nothing is."""
        found = [rating.year for rating in self.dossier.ratings]
        found += [one.year for one in self.dossier.initiatives]
        found += [one.year for one in self.dossier.clusters]
        found += [one.year for one in self.dossier.figures]
        found += [one.year for one in self.dossier.attestations if one.year is not None]
        found += [one.years.first for one in self.dossier.campaigns if one.years.first is not None]
        found += [self.anchor(award, Anchor.PERIOD, first=True) for award in self.dossier.awards]
        return min([*found, self.proposal.year])

    def received(self, codes: tuple[str, ...]) -> tuple[AwardReceived, ...]:
        """Return the awards of some codes that had been received by the day asked about."""
        return tuple(
            one
            for one in self.dossier.awards
            if one.award in codes
            and (
                one.decided <= self.proposal.day
                if one.decided is not None
                else one.years is None or (one.years.last or 0) <= self.proposal.year
            )
        )

    def anchor(self, award: AwardReceived, by: Anchor, *, first: bool = False) -> int:
        """Return the year from which an award counts: the last of its years, or the first."""
        years, decided = award.years, award.decided
        if decided is not None and (by is Anchor.DECISION or years is None):
            return year_of(decided, self.dossier.calendar)
        year = years and (years.first if first else years.last)
        return year or 0  # by now there is one

    @cached_property
    def floor(self) -> int:
        """The first year that counts after a sanction."""
        start = 0
        for rule in self.proposal.counting:
            if isinstance(rule, ResetAfterSanction):
                for one in self.sanctions(rule):
                    in_force = one.last is None or one.last >= self.proposal.day
                    last = self.proposal.day if in_force else one.last or one.first
                    year = year_of(last, self.dossier.calendar)
                    start = max(start, year + (in_force or not rule.same_year))
        return start

    def sanctions(self, rule: ResetAfterSanction) -> tuple[Sanction, ...]:
        """Return the sanctions after which the years count anew."""
        return tuple(
            one
            for one in self.dossier.sanctions
            if one.of is Whose.SELF
            and one.level.reaches(rule.least)
            and one.first <= self.proposal.day
        )

    @cached_property
    def used_years(self) -> frozenset[int]:
        """The years that earlier awards have used up."""
        found: set[int] = set()
        for rule in self._reuse():
            for use in self.uses(rule):
                if rule.years and use.years is not None:
                    found.update(range(use.years.first or 0, (use.years.last or 0) + 1))
        return frozenset(found)

    @cached_property
    def used_initiatives(self) -> frozenset[str]:
        """The initiatives that earlier awards have used up."""
        return frozenset(
            code
            for rule in self._reuse()
            if rule.initiatives
            for use in self.uses(rule)
            for code in use.initiatives
        )

    def _reuse(self) -> Iterator[NotReused]:
        yield from (one for one in self.proposal.counting if isinstance(one, NotReused))

    def uses(self, rule: NotReused) -> tuple[Use, ...]:
        """Return what the awards of a rule have used up by the day asked about."""
        codes = tuple(self.proposal.award if code == "*" else code for code in rule.by)
        received = self.received(codes)
        return tuple(use for use in ledger(self.dossier, codes) if use.award in received)

    def excluded(self, award: AwardReceived) -> bool | None:
        """Tell whether an award grounds nothing, for its track; None if that is not on file."""
        open_ = False
        for rule in self.proposal.counting:
            if isinstance(rule, ExcludedTracks) and award.award not in rule.always_regular:
                if award.track in rule.tracks:
                    return True
                open_ = open_ or award.track is None
        return None if open_ else False

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The types of leave that count as time at work."""
        return frozenset(
            reason
            for rule in self.proposal.counting
            if isinstance(rule, LeaveCounts)
            for reason in rule.types
        )

    def reductions(self) -> Iterator[ReducedTenure]:
        """Yield the rules that shorten the time in a post."""
        yield from (one for one in self.proposal.counting if isinstance(one, ReducedTenure))
