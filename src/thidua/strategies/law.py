# SPDX-License-Identifier: MIT
"""Packs: who may be awarded, who decides, how many, what is paid, and on which days."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.award import (
    BaseSalary,
    BonusRate,
    BonusRules,
    BonusTerms,
    GeneralRule,
    LocalRule,
    Power,
    Quota,
    QuotaRule,
)
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import SubjectKind
from thidua.law import Pack
from thidua.quantity import RoundingMode
from thidua.strategies.condition import conditions, countings, law_rules
from thidua.strategies.dossier import AWARDS, CODES, FIRST_YEAR, LAST_YEAR

__all__ = ["bonus_rules", "law_packs", "powers", "quota_rules", "validities"]

_AWARDS = st.lists(st.sampled_from(AWARDS), min_size=1, max_size=2, unique=True)
_CONFIDENCE = st.sampled_from(Confidence)
_BASIS = st.builds(
    Citation,
    st.sampled_from(["Luật A", "Quyết định B"]),
    article=st.integers(1, 99).map(str),
    clause=st.sampled_from(["", "1"]),
)
_VERIFIED = st.none() | st.just(date(2023, 6, 30))


@st.composite
def validities(draw: DrawFn) -> Validity:
    """Draw spans of days in the years that dossiers tell of; some have no end."""
    first = draw(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 6, 30)))
    length = draw(st.none() | st.integers(1, 2000))
    return Validity(first, None if length is None else first + timedelta(days=length))


def powers() -> SearchStrategy[Power]:
    """Draw powers: who decides on some awards."""
    return st.builds(
        Power,
        st.integers(1, 999).map("p-{}".format),
        st.lists(st.sampled_from(["xã", "tỉnh"]), min_size=1, unique=True),
        _AWARDS,
        basis=_BASIS,
        validity=validities(),
        confidence=_CONFIDENCE,
        doubt=st.sampled_from(["", "?"]),
        verified_until=_VERIFIED,
    )


@st.composite
def _quotas(draw: DrawFn) -> Quota:
    awards, basis = draw(_AWARDS), draw(st.none() | _BASIS)
    if draw(st.booleans()):
        return Quota(awards, number=draw(st.integers(0, 9)), basis=basis)
    return Quota(
        awards,
        share=draw(st.fractions(0, 1, max_denominator=20)),
        of=draw(st.lists(st.sampled_from([*AWARDS, *CODES]), min_size=1, max_size=2, unique=True)),
        rounding=draw(st.sampled_from(RoundingMode)),
        basis=basis,
    )


def quota_rules() -> SearchStrategy[QuotaRule]:
    """Draw quotas with their days; their bases are lists of awards, and the counts a and b."""
    return st.builds(
        QuotaRule,
        st.integers(1, 999).map("q-{}".format),
        _quotas(),
        validity=validities(),
        confidence=_CONFIDENCE,
        doubt=st.sampled_from(["", "?"]),
        verified_until=_VERIFIED,
    )


@st.composite
def bonus_rules(draw: DrawFn) -> BonusRules:
    """Draw what is paid: multiples, base salaries and terms, each for days of its own."""
    middle = date(draw(st.integers(FIRST_YEAR + 1, LAST_YEAR)), 7, 1)
    spans = [Validity(date(FIRST_YEAR, 1, 1), middle), Validity(middle)]
    factors = st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(2)])
    rates = [
        BonusRate(
            f"b-{award}-{place}",
            award,
            draw(st.fractions(0, 50, max_denominator=10)),
            basis=draw(_BASIS),
            validity=span,
            collective=draw(factors),
            household=draw(st.none() | factors),
            at_most=draw(st.booleans()),
            confidence=draw(_CONFIDENCE),
            verified_until=draw(_VERIFIED),
        )
        for award in draw(st.lists(st.sampled_from(AWARDS), unique=True))
        for place, span in enumerate(spans)
    ]
    salaries = [
        BaseSalary(
            draw(st.integers(1, 3_000_000)),
            basis=draw(_BASIS),
            validity=span,
            confidence=draw(_CONFIDENCE),
            verified_until=draw(_VERIFIED),
        )
        for span in spans
    ]
    terms = BonusTerms(
        "cach-tinh",
        basis=draw(_BASIS),
        validity=Validity(date(FIRST_YEAR, 1, 1)),
        round_up_to=draw(st.sampled_from([1, 1000, 10_000])),
        verified_until=draw(_VERIFIED),
    )
    return BonusRules(rates=rates, salaries=salaries, terms=[terms])


def _general() -> SearchStrategy[GeneralRule]:
    return st.builds(
        GeneralRule,
        st.integers(1, 999).map("g-{}".format),
        basis=_BASIS,
        validity=validities(),
        condition=st.none() | conditions(),
        counting=st.lists(countings(), min_size=1, max_size=2),
        awards=_AWARDS | st.just([]),
        subjects=st.lists(st.sampled_from(SubjectKind), min_size=1, unique=True),
        confidence=_CONFIDENCE,
        verified_until=_VERIFIED,
    )


def _local() -> SearchStrategy[LocalRule]:
    return st.builds(
        LocalRule,
        st.integers(1, 999).map("l-{}".format),
        st.sampled_from(CODES),
        conditions(),
        basis=_BASIS,
        validity=validities(),
        confidence=_CONFIDENCE,
        verified_until=_VERIFIED,
    )


def law_packs(code: str = "a") -> SearchStrategy[Pack]:
    """Draw packs with rules of every sort; whether they contradict each other is open.

    Args:
        code: Code of the pack.
    """

    def few(one: SearchStrategy[object]) -> SearchStrategy[list[object]]:
        return st.lists(one, max_size=2, unique_by=lambda rule: getattr(rule, "code", ""))

    return st.builds(
        Pack,
        st.just(code),
        st.just("Luật A"),
        rules=few(law_rules()),
        general=few(_general()),
        local=few(_local()),
        powers=few(powers()),
        quotas=few(quota_rules()),
        bonuses=bonus_rules(),
    )
