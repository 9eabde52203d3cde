# SPDX-License-Identifier: MIT
"""The laws of quotas: a ceiling is never exceeded, and nobody is lost."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from thidua.award import Offer, Outcome, Quota, QuotaRule, Rule, Slate, check_quotas, decide, reason
from thidua.basis import Citation, Validity
from thidua.dossier import EVER, Dossier, Pending, Rating
from thidua.eligibility import All, Answer, NotPending, Rated, that_year
from thidua.formula import DirectEntry
from thidua.ranking import rank
from thidua.rubric import Criterion, Measure, Rubric, Sheet, score
from thidua.strategies import days, quota_rules
from thidua.strategies.dossier import AWARDS, CODES

UNITS = "abcdefg"
PEOPLE = st.lists(st.sampled_from(UNITS), max_size=7, unique=True)
LISTS = st.fixed_dictionaries(dict.fromkeys(AWARDS, PEOPLE))
COUNTS = st.fixed_dictionaries(dict.fromkeys(CODES, st.integers(0, 20)))


@st.composite
def _nested(draw: DrawFn) -> list[Quota]:
    """Draw quotas, some of which take a share of what a wider one allows."""
    quotas = [rule.quota for rule in draw(st.lists(quota_rules(), min_size=1, max_size=3))]
    for _ in range(draw(st.integers(0, 2))):
        share = draw(st.fractions(0, 1, max_denominator=20))
        within = draw(st.integers(0, len(quotas) - 1))
        quotas.append(Quota(draw(st.sampled_from(AWARDS)), share=share, within=within))
    return quotas


@given(LISTS, _nested(), COUNTS)
def test_what_is_on_a_list_and_what_is_left_is_what_there_was(
    lists: dict[str, list[str]], quotas: list[Quota], counts: dict[str, int]
) -> None:
    """Who is on the list and who exceeds it are all; with what is left they are what there is."""
    for check in check_quotas(lists, quotas, counts=counts):
        within = check.listed[: check.allowed]

        assert len(within) <= check.allowed
        assert check.allowed == len(within) + check.left
        assert check.listed == (*within, *check.over)
        assert set(check.listed) == {one for code in check.quota.awards for one in lists[code]}
        assert (Answer.NOT_ELIGIBLE if check.over else Answer.ELIGIBLE) is check.answer


@given(LISTS, _nested(), COUNTS)
def test_a_share_that_rounds_down_is_a_ceiling(
    lists: dict[str, list[str]], quotas: list[Quota], counts: dict[str, int]
) -> None:
    """So many are no more than the share, one more would be; a narrower quota is no wider."""
    down = [evolve(one, rounding="floor") for one in quotas]
    checks = check_quotas(lists, down, counts=counts)
    for check in checks:
        if check.quota.share is not None:
            most = check.quota.share * Fraction(check.base or 0)

            assert check.allowed <= most < check.allowed + 1
        if check.quota.within is not None:
            assert check.allowed <= checks[check.quota.within].allowed


RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("d", "Điểm")],
    sections=[Criterion("1", "Điểm", maximum=4, formula=DirectEntry("d"))],
)
RULES = [
    Rule(
        code,
        code,
        All([that_year(Rated("well")), NotPending()]),
        subjects="collective",
        basis=Citation("Quy chế", article=code),
        validity=Validity("2000-01-01"),
    )
    for code in AWARDS
]


@st.composite
def _slates(draw: DrawFn) -> Slate:
    """Draw slates that were held against quotas, with ties, groups, and files that are open."""
    units = UNITS[: draw(st.integers(1, 7))]
    on = draw(days())
    files = [
        Dossier(
            unit,
            "collective",
            ratings=[
                Rating(year, draw(st.sampled_from(["well", "well", "completed"])))
                for year in (on.year - 1, on.year)
            ],
            pending=[Pending("x", on)] if draw(st.integers(0, 3)) == 0 else [],
            complete=EVER,
        )
        for unit in units
    ]
    sheets = [Sheet(unit, {"d": draw(st.integers(0, 4))}) for unit in units]
    groups = {unit: draw(st.sampled_from(["", "x"])) for unit in units}
    ranking = rank(score(RUBRIC, sheets), ties="share", groups=groups)
    offers = [Offer(code.upper(), draw(st.integers(0, 3)), code=code) for code in AWARDS[:3]]
    rules = [one for one in draw(st.lists(quota_rules(), max_size=3)) if one.validity.holds(on)]
    quotas: list[Quota | QuotaRule] = [*draw(_nested()), *rules]
    counts = {code: draw(st.integers(0, 20)) for code in (*CODES, AWARDS[3])}
    return decide(ranking, offers, files, RULES, on, quotas=quotas, counts=counts)


@given(_slates())
def test_no_slate_exceeds_a_quota(slate: Slate) -> None:
    """However many an offer has, no more than a quota allows have the award or keep it."""
    titles = {offer.award: offer.title for offer in slate.offers}
    for check in slate.checks:
        having = [
            one.unit
            for one in slate.decisions
            if one.outcome in {Outcome.AWARDED, Outcome.OPEN}
            and titles[one.awards[0]] in check.quota.awards
        ]

        assert check.unverified or len(having) <= check.allowed
        assert set(having) <= set(check.listed)


@given(_slates())
def test_nobody_is_lost_to_a_quota(slate: Slate) -> None:
    """Whoever was on a list still is on the slate with the award, and with the quota if over."""
    listed = {unit for check in slate.checks for unit in check.listed}

    for one in slate.decisions:
        assert reason(one, language="en")
        assert one.unit not in listed or one.awards
        assert (one.outcome is Outcome.OVER_QUOTA) <= (one.quota is not None)
    assert listed <= {one.unit for one in slate.decisions}


@given(_slates())
def test_nothing_is_sure_beyond_the_verified_day(slate: Slate) -> None:
    """On a list whose quota was not verified for the day, nobody is awarded for sure."""
    for check in slate.checks:
        if check.unverified:
            assert Outcome.AWARDED not in {slate[unit].outcome for unit in check.listed}


@given(_slates())
def test_no_more_is_handed_out_than_there_was(slate: Slate) -> None:
    """In each group, no more of an award are given, kept, or held by a quota than were offered."""
    for offer in slate.offers:
        for group in {one.group for one in slate.decisions}:
            mine = [
                one
                for one in slate.decisions
                if one.group == group
                and offer.award in one.awards
                and (one.outcome is not Outcome.TIED or one.quota is not None)
            ]

            assert len(mine) <= offer.number
