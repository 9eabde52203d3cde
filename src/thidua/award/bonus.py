# SPDX-License-Identifier: MIT
"""The money that goes with an award (*tiền thưởng*), exactly.

A multiple of the base salary on the day of the decision; collectives and households receive
a factor of what a person does. Dated data, like rules: nothing here knows an amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from typing import ClassVar, Protocol, TypeVar, final

from attrs import evolve, field, frozen
from attrs.converters import optional

from thidua.award.dated import Standing, Unverified, doubts_about, unverified_on
from thidua.basis import Citation, Confidence, Validity, cite, day
from thidua.dossier import AwardForm, Catalogue, SubjectKind, Years, span, texts
from thidua.eligibility import Doubt
from thidua.errors import Faults, RuleFault, suggest
from thidua.quantity import exact
from thidua.quantity.typed import typed

__all__ = ["BaseSalary", "Bonus", "BonusRate", "BonusRules", "BonusTerms", "Granted"]


class _Dated(Protocol):
    @property
    def validity(self) -> Validity: ...
    @property
    def standing(self) -> Standing: ...


D = TypeVar("D", bound=_Dated)


@final
@frozen(field_transformer=typed(RuleFault))
class BaseSalary:
    """The base salary of some days (*mức lương cơ sở*)."""

    kind: ClassVar = "base_salary"
    amount: int
    """In đồng a month."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure it is."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about it."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""
    code: str = field(default="base-salary", kw_only=True)
    """Its own code."""

    @property
    def standing(self) -> Standing:
        """How well its text is known."""
        return Standing(self.code, self.basis, self.confidence, self.doubt, self.verified_until)


@final
@frozen(field_transformer=typed(RuleFault))
class BonusRate:
    """The multiple for some awards, and what it becomes for others than persons."""

    kind: ClassVar = "bonus_rate"
    code: str
    """Its own code."""
    awards: tuple[str, ...] = field(converter=texts)
    """Codes of the awards."""
    multiple: Fraction = field(converter=exact)
    """In base salaries."""
    basis: Citation = field(kw_only=True)
    """Where it is written."""
    validity: Validity = field(kw_only=True)
    """The days on which it holds."""
    collective: Fraction = field(default=Fraction(1), converter=exact, kw_only=True)
    """What a collective or an enterprise receives of it: 2 for twice as much."""
    household: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """What a household receives of it; None if that is not known."""
    at_most: bool = field(default=False, kw_only=True)
    """Whether it is a ceiling, below which the one who awards sets the bonus."""
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

    def factor(self, of: SubjectKind) -> Fraction | None:
        """Return what such a subject receives of the multiple; None if that is not known."""
        match of:
            case SubjectKind.INDIVIDUAL:
                return Fraction(1)
            case SubjectKind.HOUSEHOLD:
                return self.household
            case _:
                return self.collective


@final
@frozen(field_transformer=typed(RuleFault))
class BonusTerms:
    """How bonuses are worked out (*cách tính tiền thưởng*)."""

    kind: ClassVar = "bonus_terms"
    code: str
    """Their own code."""
    basis: Citation = field(kw_only=True)
    """Where they are written."""
    validity: Validity = field(kw_only=True)
    """The days on which they hold."""
    round_up_to: int = field(default=10_000, kw_only=True)
    """Amounts are rounded up to a multiple of this, in đồng."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=Confidence, kw_only=True)
    """How sure it is that of several titles for one period only the highest is paid."""
    doubt: str = field(default="", kw_only=True)
    """What is doubtful about that."""
    verified_until: date | None = field(default=None, converter=optional(day), kw_only=True)
    """Last day for which its text was verified; None for as long as it holds."""

    @property
    def standing(self) -> Standing:
        """How well its text is known."""
        return Standing(self.code, self.basis, self.confidence, self.doubt, self.verified_until)


@final
@frozen(field_transformer=typed(RuleFault))
class Granted:
    """An award in a decision, to be paid for."""

    kind: ClassVar = "granted"
    award: str
    """Code of the award."""
    of: SubjectKind = field(converter=SubjectKind)
    """Who receives it."""
    years: Years | None = field(default=None, converter=optional(span), kw_only=True)
    """Years of the achievement; titles for the same years are paid once."""


@final
@frozen(field_transformer=typed(RuleFault))
class Bonus:
    """What is paid for one award, with its working."""

    kind: ClassVar = "bonus"
    granted: Granted
    """The award."""
    by_text: int
    """In đồng, rounded, by the texts as far as they were verified; 0 if another title for the
    same years is paid instead."""
    exact: Fraction
    """The same before rounding, whatever else is paid."""
    multiple: Fraction
    """In base salaries, for a person."""
    factor: Fraction
    """What such a subject receives of it."""
    salary: BaseSalary
    """The base salary of the day."""
    rate: BonusRate
    """The rule."""
    instead: str = ""
    """Code of the title that is paid instead."""
    doubts: tuple[Doubt, ...] = ()
    """The doubtful rules it rests on."""
    unverified: tuple[Unverified, ...] = ()
    """The rules it rests on whose text was not verified for the day of the decision."""

    @property
    def amount(self) -> int | None:
        """What is paid, in đồng; None where the text of a rule was not verified for the day."""
        return None if self.unverified else self.by_text


def _salaries(given: Iterable[BaseSalary]) -> tuple[BaseSalary, ...]:
    return tuple(given)


def _rates(given: Iterable[BonusRate]) -> tuple[BonusRate, ...]:
    return tuple(given)


def _terms(given: Iterable[BonusTerms]) -> tuple[BonusTerms, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(RuleFault))
class BonusRules:
    """All that is known of bonuses, by day.

    Raises:
        Faults: If two base salaries, two terms or two rates for one award hold on one day.
    """

    kind: ClassVar = "bonus_rules"
    rates: tuple[BonusRate, ...] = field(default=(), converter=_rates, kw_only=True)
    """Multiples."""
    salaries: tuple[BaseSalary, ...] = field(default=(), converter=_salaries, kw_only=True)
    """Base salaries."""
    terms: tuple[BonusTerms, ...] = field(default=(), converter=_terms, kw_only=True)
    """How they are worked out."""

    def __attrs_post_init__(self) -> None:
        """Refuse what contradicts itself."""
        rates = [(code, one) for one in self.rates for code in one.awards]
        if faults := (
            *_clashes("salaries", [("", one) for one in self.salaries]),
            *_clashes("terms", [("", one) for one in self.terms]),
            *_clashes("rates", rates),
        ):
            raise Faults(faults)

    def pay(
        self, granted: Granted | Iterable[Granted], decided: date | str, catalogue: Catalogue
    ) -> tuple[Bonus, ...]:
        """Work out what is paid for the awards that one subject receives by one decision.

        Of titles for the same years only the highest is paid; a title and a form of
        commendation are both paid, and so are awards for different years.

        Args:
            granted: The awards, of one subject.
            decided: The day of the decision: its base salary counts.
            catalogue: Tells titles from forms of commendation.

        Returns:
            A bonus for each, in their order. Beyond the last day for which the text of the
            multiple, the base salary or the terms was verified, its amount is None, and what
            the text gave until then is beside it.

        Raises:
            Faults: If an award has no known bonus, or the day no base salary or no terms.
        """
        on = day(decided)
        listed = (granted,) if isinstance(granted, Granted) else tuple(granted)
        salary = _holding(self.salaries, on)
        terms = _holding(self.terms, on)
        faults: list[RuleFault] = []
        found: list[Bonus] = []
        for place, one in enumerate(listed):
            at = ("granted", place)
            rates = [rate for rate in self.rates if rate.validity.holds(on)]
            rate = next((rate for rate in rates if one.award in rate.awards), None)
            factor = rate and rate.factor(one.of)
            if rate is None or factor is None:
                known = {code for rate in rates for code in rate.awards}
                what = f"no bonus is known for {one.award!r} to {one.of.value!r} on {on}"
                todo = suggest(one.award, known) if rate is None else "ask who decides"
                faults.append(RuleFault((*at, "award"), "bonus-unknown", what, todo))
            elif salary is not None and terms is not None:
                bonus = _bonus(one, rate, factor, salary, terms)
                late = unverified_on((rate.standing, salary.standing, terms.standing), on)
                found.append(evolve(bonus, unverified=late))
        if salary is None or terms is None:
            what = f"no {'base salary' if salary is None else 'terms of bonuses'} known for {on}"
            faults.append(RuleFault(("decided",), "day-unknown", what, "give another day"))
        if faults or terms is None:
            raise Faults(tuple(faults))
        return tuple(_paid(one, found, terms, catalogue) for one in found)


def _clashes(name: str, held: Sequence[tuple[str, _Dated]]) -> Iterator[RuleFault]:
    """Yield every two rules for one award that hold on one day, with both places."""
    for place, (code, rule) in enumerate(held):
        for other_code, other in held[:place]:
            if code == other_code and rule.validity.overlaps(other.validity):
                both = " and ".join(_cited(one.standing) for one in (other, rule))
                what = f"two {name} {f'for {code!r} ' if code else ''}hold on one day: {both}"
                yield RuleFault((name,), "bonus-twice", what, "end the validity of one")


def _cited(one: Standing) -> str:
    return f"{one.code!r} ({cite(one.basis, 'vi') if one.basis else ''})"


def _holding(dated: Iterable[D], on: date) -> D | None:
    return next((one for one in dated if one.validity.holds(on)), None)


def _bonus(
    one: Granted, rate: BonusRate, factor: Fraction, salary: BaseSalary, terms: BonusTerms
) -> Bonus:
    product = rate.multiple * factor * salary.amount
    rounded = ceil(product / terms.round_up_to) * terms.round_up_to
    doubts = doubts_about((rate.standing, salary.standing))
    return Bonus(one, rounded, product, rate.multiple, factor, salary, rate, "", doubts)


def _paid(bonus: Bonus, found: list[Bonus], terms: BonusTerms, catalogue: Catalogue) -> Bonus:
    """Leave out a title below another for the same years."""
    rivals = [
        other
        for other in found
        if other.granted.years == bonus.granted.years is not None
        and catalogue[other.granted.award].form is AwardForm.TITLE
        and catalogue[bonus.granted.award].form is AwardForm.TITLE
    ]
    best = max(rivals, key=lambda one: one.exact, default=bonus)  # the first of equals
    if best.granted is bonus.granted:
        return bonus
    doubts = (*bonus.doubts, *doubts_about([terms.standing]))
    return evolve(bonus, by_text=0, instead=best.granted.award, doubts=doubts)
