# SPDX-License-Identifier: MIT
"""Who decides on an award (*thẩm quyền quyết định*), by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.award.dated import Standing, Unverified, doubts_about, say_unverified, unverified_on
from thidua.basis import Citation, Confidence, Validity, cite, day
from thidua.dossier import Catalogue, texts
from thidua.eligibility import Answer, Doubt
from thidua.errors import RuleFault
from thidua.quantity import Language
from thidua.quantity.term import check_option
from thidua.quantity.typed import typed

__all__ = ["Deciders", "Power", "explain_deciders", "who_decides"]


@final
@frozen(field_transformer=typed(RuleFault))
class Power:
    """That somebody decides on some awards (*thẩm quyền*)."""

    kind: ClassVar = "power"
    code: str
    """Its own code."""
    who: tuple[str, ...] = field(converter=texts)
    """Who: offices, any of which decides within its own field."""
    awards: tuple[str, ...] = field(converter=texts)
    """Codes of the awards."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure its text is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""

    @property
    def standing(self) -> Standing:
        """How well its text is known."""
        return Standing(self.code, self.basis, self.confidence, self.doubt, self.verified_until)


@final
@frozen(field_transformer=typed(RuleFault))
class Deciders:
    """Who decides on an award on a day, as far as that is known (*người có thẩm quyền*)."""

    kind: ClassVar = "deciders"
    award: str
    """Code of the award."""
    day: date = field(converter=day)
    """The day of the decision."""
    powers: tuple[Power, ...]
    """The powers that hold on it, by their texts as far as those were verified."""

    @property
    def unverified(self) -> tuple[Unverified, ...]:
        """Those whose text was not verified for the day: who decides is not known then."""
        return unverified_on((one.standing for one in self.powers), self.day)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful about them."""
        return doubts_about(one.standing for one in self.powers)

    def may(self, who: str) -> Answer:
        """Answer whether somebody decides on the award on that day.

        Unknown if no power over the award is known on the day, or the text of any was not
        verified for it: who else may decide is not known either then.
        """
        if not self.powers or self.unverified:
            return Answer.UNKNOWN
        mine = any(who in one.who for one in self.powers)
        return Answer.ELIGIBLE if mine else Answer.NOT_ELIGIBLE


def who_decides(powers: Iterable[Power], award: str, on: date | str) -> Deciders:
    """Return who decides on an award on a day.

    Args:
        powers: What is known of it.
        award: Code of the award.
        on: The day of the decision.

    Example: beyond the last verified day, the older text answers nothing:
        >>> power = Power(
        ...     "a-5",
        ...     "Chủ tịch UBND xã",
        ...     "gk",
        ...     basis=Citation("Luật A", article="5"),
        ...     validity=Validity("2024-01-01"),
        ...     verified_until="2026-09-30",
        ... )
        >>> days = "2026-09-30", "2026-10-01"
        >>> [who_decides([power], "gk", on).may("Chủ tịch UBND xã").value for on in days]
        ['eligible', 'unknown']
    """
    on = day(on)
    held = tuple(one for one in powers if award in one.awards and one.validity.holds(on))
    return Deciders(award, on, held)


def explain_deciders(
    found: Deciders, *, language: Language = "vi", awards: Catalogue | None = None
) -> str:
    """Say in one sentence who decides, where that is written, or why it is not known."""
    check_option("language", language, Language)
    vietnamese = language == "vi"
    name = (awards or Catalogue(())).name(found.award, language)
    when = f"{found.day:%d/%m/%Y}" if vietnamese else found.day.isoformat()
    head = f"{name}, ngày {when}: " if vietnamese else f"{name}, on {when}: "
    if not found.powers:
        return head + ("chưa có quy định về thẩm quyền" if vietnamese else "no rule at hand")
    who = "; ".join(f"{', '.join(one.who)} [{cite(one.basis, language)}]" for one in found.powers)
    if not found.unverified:
        return head + who
    why = "; ".join(say_unverified(one, language) for one in found.unverified)
    return head + why + (f"; theo văn bản đó: {who}" if vietnamese else f"; by that text: {who}")
