# SPDX-License-Identifier: MIT
"""Conditions, rules of counting, and rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any as Anything

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.award import Rule
from thidua.basis import Citation, Confidence, Validity
from thidua.dossier import InitiativeType, Quality, SanctionLevel, Scope, SubjectKind, Track, Whose
from thidua.eligibility import (
    All,
    Anchor,
    Any,
    AtLeast,
    Attested,
    Condition,
    Counting,
    EachYear,
    Employed,
    ExcludedTracks,
    FigureIs,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    InCampaign,
    InYears,
    Leaf,
    LeaveCounts,
    Mark,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    NoSanction,
    Not,
    NotPending,
    NotReused,
    Rated,
    ReducedTenure,
    ResetAfterSanction,
    Run,
    RunSpan,
    SelectedIn,
    ServedInPost,
    ShareIs,
    Side,
    SubjectIs,
    TextMissing,
    Ties,
    Touch,
    VoteBase,
    Voted,
    VoteRule,
    YearsSince,
)
from thidua.formula import Relation
from thidua.strategies.dossier import AWARDS, CODES

__all__ = ["conditions", "countings", "law_rules"]

_CODE = st.sampled_from(CODES)
_AWARD = st.sampled_from(AWARDS)
_AWARDS = st.lists(_AWARD, min_size=1, max_size=2, unique=True)
_COUNT = st.integers(1, 3)
_FEW = st.integers(0, 2)
_SHARES = st.fractions(0, 1, max_denominator=10)
_NAMES = st.lists(_CODE, max_size=1)


def _vote_rules() -> SearchStrategy[VoteRule]:
    return st.builds(
        VoteRule,
        _SHARES,
        base=st.sampled_from(VoteBase),
        above=st.booleans(),
        quorum=st.none() | _SHARES,
        written=st.booleans(),
        everyone=st.booleans(),
        ballots=st.none() | _COUNT,
        secret=st.booleans(),
        ties=st.sampled_from(Ties),
    )


_LEAVES: dict[type[Anything], SearchStrategy[Leaf]] = {
    SubjectIs: st.builds(SubjectIs, _CODE),
    HasAttribute: st.builds(HasAttribute, st.just("sex"), st.sampled_from("FM")),
    Rated: st.builds(Rated, st.sampled_from(Quality), years=_COUNT),
    Held: st.builds(
        Held,
        _AWARDS,
        times=_COUNT,
        tracks=st.lists(st.sampled_from(Track), max_size=1),
        issuers=_NAMES,
        by=st.sampled_from(Anchor),
        touch=st.sampled_from(Touch),
    ),
    HeldInARow: st.builds(
        HeldInARow, _AWARD, _COUNT, idle=_FEW, overlap=st.booleans(), since=st.none() | _FEW
    ),
    YearsSince: st.builds(
        YearsSince,
        _AWARDS,
        at_least=st.none() | _FEW,
        at_most=st.none() | _FEW,
        by=st.sampled_from(Anchor),
        to_day=st.booleans(),
    ),
    HasInitiative: st.builds(
        HasInitiative,
        st.sampled_from(Scope),
        count=_COUNT,
        types=st.lists(st.sampled_from(InitiativeType), min_size=1, max_size=2, unique=True),
        marks=st.lists(st.sampled_from(Mark), max_size=2, unique=True),
    ),
    NoSanction: st.builds(NoSanction, st.sampled_from(SanctionLevel), of=st.sampled_from(Whose)),
    NotPending: st.builds(NotPending, _NAMES),
    ServedInPost: st.builds(
        ServedInPost,
        st.lists(_CODE, min_size=1, unique=True),
        st.integers(0, 8),
        under=st.none() | st.integers(0, 10),
    ),
    Employed: st.builds(Employed, st.integers(0, 12)),
    FigureIs: st.builds(FigureIs, _CODE, st.sampled_from(Relation), st.integers(0, 20)),
    ShareIs: st.builds(ShareIs, st.just("a"), st.just("b"), st.sampled_from(Relation), _SHARES),
    SelectedIn: st.builds(SelectedIn, _CODE, rank=st.none() | _COUNT, years=_COUNT),
    InCampaign: st.builds(
        InCampaign,
        launched_by=_NAMES,
        years=_COUNT,
        reviews=_NAMES,
        roles=_NAMES,
        campaigns=_NAMES,
        times=_COUNT,
    ),
    Voted: st.builds(Voted, _vote_rules()),
    Attested: st.builds(
        Attested, _CODE, _CODE, scope=st.none() | st.sampled_from(Scope), by=_NAMES
    ),
    MeetsStandard: st.builds(MeetsStandard, _AWARD),
    MeetsRule: st.builds(MeetsRule, _CODE),
    NeedsJudgement: st.builds(NeedsJudgement, st.just("chọn")),
    NeedsLocalRules: st.builds(NeedsLocalRules, _CODE),
    TextMissing: st.builds(TextMissing, st.just("đuôi khoản")),
}


def _runs(inner: SearchStrategy[Condition]) -> SearchStrategy[Run]:
    return st.builds(
        Run,
        _COUNT,
        inner,
        within=st.none() | inner,
        span=st.sampled_from(RunSpan),
        skip=_FEW,
        idle=st.none() | _FEW,
        after=st.lists(_AWARD, max_size=1),
        reset=st.lists(_AWARD, max_size=1),
        by=st.sampled_from(Anchor),
    )


@st.composite
def _at_least(draw: DrawFn, inner: SearchStrategy[Condition]) -> AtLeast:
    of = draw(st.lists(inner, min_size=1, max_size=3))
    return AtLeast(draw(st.integers(1, len(of))), of)


_JOINED: dict[type[Anything], Callable[[SearchStrategy[Condition]], SearchStrategy[Condition]]] = {
    All: lambda inner: st.builds(All, st.lists(inner, min_size=1, max_size=3)),
    Any: lambda inner: st.builds(Any, st.lists(inner, min_size=1, max_size=3)),
    AtLeast: _at_least,
    Not: lambda inner: st.builds(Not, inner),
    InYears: lambda inner: st.builds(InYears, _COUNT, inner, side=st.sampled_from(Side), skip=_FEW),
    EachYear: lambda inner: st.builds(EachYear, inner),
    Run: _runs,
}


@st.composite
def _conditions(draw: DrawFn, kinds: Sequence[type[Anything]], depth: int) -> Condition:
    kind = draw(st.sampled_from(kinds))
    if kind in _LEAVES:
        return draw(_LEAVES[kind])
    inner = [*_LEAVES, *_JOINED] if depth else list(_LEAVES)
    return draw(_JOINED[kind](_conditions(inner, depth - 1)))


def conditions(
    *, kinds: Sequence[type[Anything]] | None = None, depth: int = 1
) -> SearchStrategy[Condition]:
    """Draw conditions over the words that `thidua.strategies.dossiers` draws.

    Args:
        kinds: Classes of the outermost condition; any, if absent.
        depth: How deep conditions with others inside may stand in that.
    """
    return _conditions(kinds or [*_JOINED, *_LEAVES], depth)


def countings() -> SearchStrategy[Counting]:
    """Draw rules of counting."""
    return st.one_of(
        st.builds(ResetAfterSanction, st.sampled_from(SanctionLevel), same_year=st.booleans()),
        st.builds(
            NotReused,
            st.lists(st.sampled_from(["*", *AWARDS]), min_size=1, max_size=2, unique=True),
            years=st.booleans(),
            initiatives=st.booleans(),
        ),
        st.builds(
            ExcludedTracks,
            st.lists(st.sampled_from(Track), min_size=1, max_size=2, unique=True),
            always_regular=st.lists(_AWARD, max_size=1),
        ),
        st.builds(LeaveCounts, _CODE),
        st.builds(
            ReducedTenure,
            st.just("sex"),
            st.just("F"),
            factor=st.sampled_from([Fraction(1), Fraction(2, 3)]),
            years=_FEW,
        ),
    )


@st.composite
def law_rules(draw: DrawFn) -> Rule:
    """Draw rules of law, each a way to one of the awards."""
    number = draw(st.integers(1, 99))
    return Rule(
        f"r-{number}",
        draw(_AWARD),
        draw(conditions()),
        basis=Citation("Luật A", article=str(number)),
        validity=Validity(f"{draw(st.integers(2010, 2020))}-01-01"),
        subjects=draw(st.lists(st.sampled_from(SubjectKind), min_size=1, unique=True)),
        categories=draw(_NAMES),
        required=draw(st.booleans()),
        confidence=draw(st.sampled_from(Confidence)),
        verified_until=draw(st.none() | st.just("2023-06-30")),
    )
