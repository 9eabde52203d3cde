# SPDX-License-Identifier: MIT
"""Dossiers of subjects that may be awarded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.dossier import (
    Attestation,
    AwardReceived,
    Ballot,
    Calendar,
    CampaignResult,
    ClusterResult,
    Complete,
    Dossier,
    Fact,
    Figure,
    Initiative,
    InitiativeType,
    Leave,
    Pending,
    Post,
    Quality,
    Rating,
    Record,
    Sanction,
    SanctionLevel,
    Scope,
    SubjectKind,
    Track,
    Whose,
    Years,
)

__all__ = ["AWARDS", "FIRST_YEAR", "LAST_YEAR", "days", "dossiers", "facts", "years"]

FIRST_YEAR: Final = 2015
"""First year of which dossiers tell."""
LAST_YEAR: Final = 2025
"""Last year of which dossiers tell."""
AWARDS: Final = ("ldtt", "cstd-co-so", "bang-khen", "huan-chuong")
"""Awards that dossiers and conditions name."""
CODES: Final = ("a", "b")
"""Whatever else they name: posts, numbers, campaigns, clusters, matters."""

_FLAGS = st.sampled_from([True, False, None])


def years() -> SearchStrategy[int]:
    """Draw years of which dossiers tell."""
    return st.integers(FIRST_YEAR, LAST_YEAR)


def days() -> SearchStrategy[date]:
    """Draw days of which dossiers tell."""
    return st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@st.composite
def _spans(draw: DrawFn) -> Years:
    first = draw(years())
    return Years(first, min(first + draw(st.integers(0, 3)), LAST_YEAR))


@st.composite
def _day_pairs(draw: DrawFn) -> tuple[date, date | None]:
    first = draw(days())
    length = draw(st.none() | st.integers(0, 2000))
    return first, None if length is None else first + timedelta(days=length)


@st.composite
def _awards(draw: DrawFn) -> AwardReceived:
    span, decided = draw(st.none() | _spans()), draw(st.none() | days())
    if span is None and decided is None:
        span = draw(_spans())
    return AwardReceived(
        draw(st.sampled_from(AWARDS)),
        years=span,
        decided=decided,
        track=draw(st.none() | st.sampled_from(Track)),
        issuer=draw(st.sampled_from(["", *CODES])),
        used=draw(st.lists(st.sampled_from(["sk-0", "sk-1"]), max_size=1)),
    )


@st.composite
def _ballots(draw: DrawFn) -> Ballot:
    members = draw(st.integers(1, 20))
    present = draw(st.integers(0, members))
    written = draw(st.integers(0, members - present))
    agree = draw(st.integers(0, present + written))
    against = draw(st.integers(0, present + written - agree))
    return Ballot(
        draw(st.sampled_from(AWARDS)),
        draw(years()),
        members,
        present,
        agree,
        against,
        written=written,
        secret=draw(_FLAGS),
        turn=draw(st.integers(1, 3)),
    )


def facts() -> dict[str, SearchStrategy[Fact]]:
    """Return what draws facts, by the list of a dossier in which they stand."""
    code = st.sampled_from(CODES)
    pairs = _day_pairs()
    return {
        "ratings": st.builds(Rating, years(), st.sampled_from(Quality)),
        "awards": _awards(),
        "initiatives": st.builds(
            Initiative,
            years(),
            st.sampled_from(Scope),
            sort=st.sampled_from(InitiativeType),
            applied=_FLAGS,
            replicable=_FLAGS,
            recognised=_FLAGS,
            accepted=_FLAGS,
        ),
        "sanctions": st.builds(
            lambda level, pair, of: Sanction(level, *pair, of=of),
            st.sampled_from(SanctionLevel),
            pairs,
            st.sampled_from(Whose),
        ),
        "pending": st.builds(lambda matter, pair: Pending(matter, *pair), code, pairs),
        "posts": st.builds(lambda post, pair: Post(post, *pair), code, pairs),
        "figures": st.builds(
            Figure, st.sampled_from([*CODES, "thang-cong-tac"]), years(), st.integers(0, 20)
        ),
        "leaves": st.builds(Leave, code, years(), st.integers(0, 12)),
        "campaigns": st.builds(
            CampaignResult,
            code,
            _spans(),
            launched_by=st.sampled_from(["", *CODES]),
            review=st.sampled_from(["", *CODES]),
            role=st.sampled_from(["", *CODES]),
        ),
        "clusters": st.builds(
            ClusterResult,
            code,
            years(),
            rank=st.none() | st.integers(1, 3),
            selected=_FLAGS,
        ),
        "ballots": _ballots(),
        "attestations": st.builds(
            Attestation,
            code,
            code,
            st.booleans(),
            year=st.none() | years(),
            scope=st.none() | st.sampled_from(Scope),
            by=st.sampled_from(["", *CODES]),
        ),
    }


def _key(fact: Fact) -> object:
    """Return by what a fact may stand once only; itself, if it may stand often."""
    match fact:
        case Rating(year):
            return year
        case Figure(code, year):
            return code, year
        case ClusterResult(cluster, year):
            return cluster, year
        case Ballot(award, year):
            return award, year, fact.body, fact.turn
        case Attestation(matter, what):  # so that none contradicts another
            return matter, what
        case _:
            return fact


@st.composite
def _dossiers(draw: DrawFn, kinds: Sequence[SubjectKind]) -> Dossier:
    pairs = [st.tuples(st.just(name), strategy) for name, strategy in facts().items()]
    often = pairs[:3]  # ratings, awards, initiatives: what most conditions read
    lists: dict[str, dict[object, Fact]] = {}
    for name, fact in draw(st.lists(st.one_of(*often, *often, *pairs), max_size=16)):
        lists.setdefault(name, {})[_key(fact)] = fact
    complete = draw(
        st.just([])
        | st.lists(
            st.builds(
                Complete,
                st.sampled_from(Record),
                st.builds(lambda first: Years(first, LAST_YEAR), st.none() | years()),
            ),
            max_size=4,
        )
        | st.just([Complete(record, Years()) for record in Record])
    )
    options: dict[str, object] = {
        **{name: tuple(listed.values()) for name, listed in lists.items()},
        "category": draw(st.none() | st.sampled_from(CODES)),
        "attributes": draw(st.dictionaries(st.just("sex"), st.sampled_from("FM"))),
        "calendar": draw(st.sampled_from(Calendar)),
        "complete": complete,
    }
    return Dossier("x", draw(st.sampled_from(kinds)), **options)  # type: ignore[arg-type]


def dossiers(kinds: Sequence[SubjectKind] = tuple(SubjectKind)) -> SearchStrategy[Dossier]:
    """Draw dossiers, of which some lists are known to be complete.

    Args:
        kinds: Whose.
    """
    return _dossiers(kinds)
