# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from thidua.dossier import (
    EVER,
    Attestation,
    AwardReceived,
    CampaignResult,
    ClusterResult,
    Dossier,
    Figure,
    Initiative,
    Leave,
    Pending,
    Post,
    Rating,
    Sanction,
    Years,
)
from thidua.eligibility import (
    All,
    Any,
    AtLeast,
    Attested,
    Condition,
    Counting,
    EachYear,
    Employed,
    ExcludedTracks,
    FigureIs,
    Finding,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    InCampaign,
    InYears,
    LeaveCounts,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    NoSanction,
    Not,
    NotPending,
    NotReused,
    Proposal,
    Rated,
    ReducedTenure,
    Remark,
    ResetAfterSanction,
    SelectedIn,
    ServedInPost,
    ShareIs,
    Standard,
    SubjectIs,
    TextMissing,
    YearsSince,
    evaluate,
    evaluate_counting,
    that_year,
)
from thidua.eligibility.read_work import months_between

DAY = date(2025, 3, 1)
YES, NO, UNKNOWN = "eligible", "not_eligible", "unknown"


def find(condition: Condition, dossier: Dossier, *counting: Counting) -> Finding:
    """Judge a condition for a proposal of 1 March 2025, about 2024."""
    return evaluate(condition, Proposal(dossier, "x", DAY, counting=counting))


def ask(condition: Condition, dossier: Dossier, *counting: Counting) -> str:
    """Return only the answer."""
    return find(condition, dossier, *counting).answer.value


def both(**lists: object) -> tuple[Dossier, Dossier]:
    """Return a dossier with some lists, not known to be complete, and known to be."""
    return (
        Dossier("a", "individual", **lists),  # type: ignore[arg-type]
        Dossier("a", "individual", complete=EVER, **lists),  # type: ignore[arg-type]
    )


ONE_INITIATIVE = {"initiatives": [Initiative(2024, "province", recognised=True)]}
UNMARKED = {"initiatives": [Initiative(2024, "province")]}
ONE_AWARD = {"awards": [AwardReceived("t", years=2024)]}
TIMELESS = {"awards": [AwardReceived("t", decided="2024-01-10")]}
ROLE = {"campaigns": [CampaignResult("ntm", (2021, 2024), role="dan-dau")]}
NO_ROLE = {"campaigns": [CampaignResult("ntm", (2021, 2024))]}
CLUSTER = {"clusters": [ClusterResult("tinh", 2024, rank=2, selected=True)]}
SAYS_NOTHING = {"clusters": [ClusterResult("tinh", 2024)]}


@pytest.mark.parametrize(
    ("condition", "lists", "expected"),
    [
        (Rated("well"), {"ratings": [Rating(2024, "excellent")]}, (YES, YES)),
        (Rated("well"), {"ratings": [Rating(2024, "completed")]}, (UNKNOWN, NO)),
        (that_year(Rated("well")), {"ratings": [Rating(2024, "completed")]}, (NO, NO)),
        (that_year(Rated("well")), {"ratings": [Rating(2025, "well")]}, (UNKNOWN, NO)),
        (InYears(3, Rated("well", years=2)), {"ratings": [Rating(2023, "well")]}, (UNKNOWN, NO)),
        (Held("t"), ONE_AWARD, (YES, YES)),
        (Held("t", times=2), ONE_AWARD, (UNKNOWN, NO)),
        (Held(["s", "t"]), ONE_AWARD, (YES, YES)),
        (Held("t", tracks="regular"), ONE_AWARD, (UNKNOWN, UNKNOWN)),
        (Held("t", issuers="UBND tỉnh"), ONE_AWARD, (UNKNOWN, UNKNOWN)),
        (that_year(Held("t")), ONE_AWARD, (YES, YES)),
        (that_year(Held("t")), TIMELESS, (UNKNOWN, UNKNOWN)),
        (InYears(2, Held("t")), TIMELESS, (YES, YES)),
        (that_year(Held("t", by="decision")), TIMELESS, (YES, YES)),
        (that_year(Held("t", by="decision")), ONE_AWARD, (UNKNOWN, UNKNOWN)),
        (HeldInARow("t", 2), TIMELESS, (UNKNOWN, UNKNOWN)),
        (HasInitiative("grassroots"), ONE_INITIATIVE, (YES, YES)),
        (HasInitiative("national"), ONE_INITIATIVE, (UNKNOWN, NO)),
        (HasInitiative("province", types="research"), ONE_INITIATIVE, (UNKNOWN, NO)),
        (HasInitiative("province", marks="recognised"), ONE_INITIATIVE, (YES, YES)),
        (HasInitiative("province", marks="recognised"), UNMARKED, (UNKNOWN, UNKNOWN)),
        (HasInitiative("province", marks="applied"), UNMARKED, (UNKNOWN, UNKNOWN)),
        (HasInitiative("province", marks=["replicable", "accepted"]), UNMARKED, (UNKNOWN, UNKNOWN)),
        (SelectedIn("tinh"), CLUSTER, (YES, YES)),
        (SelectedIn("tinh", rank=1), CLUSTER, (UNKNOWN, NO)),
        (SelectedIn("tinh", rank=2), CLUSTER, (YES, YES)),
        (that_year(SelectedIn("tinh", rank=1)), CLUSTER, (NO, NO)),
        (SelectedIn("tinh"), SAYS_NOTHING, (UNKNOWN, UNKNOWN)),
        (SelectedIn("tinh", rank=1), SAYS_NOTHING, (UNKNOWN, UNKNOWN)),
        (SelectedIn("huyen"), CLUSTER, (UNKNOWN, NO)),
        (InCampaign(roles="dan-dau", years=4), ROLE, (YES, YES)),
        (InCampaign(roles="dan-dau", years=5), ROLE, (UNKNOWN, NO)),
        (InCampaign(roles="dan-dau"), NO_ROLE, (UNKNOWN, UNKNOWN)),
        (InCampaign(roles="xuat-sac"), ROLE, (UNKNOWN, NO)),
        (YearsSince("t", at_least=5), {}, (UNKNOWN, YES)),
        (YearsSince("t", at_most=1), {}, (UNKNOWN, NO)),
        (YearsSince("t", at_least=1), ONE_AWARD, (NO, NO)),
        (YearsSince("t", at_least=1, to_day=True), ONE_AWARD, (UNKNOWN, YES)),
        (YearsSince("t", at_most=0), ONE_AWARD, (YES, YES)),
        (YearsSince("t", at_most=0, to_day=True), ONE_AWARD, (UNKNOWN, NO)),
        (NoSanction(), {}, (UNKNOWN, YES)),
        (NotPending(), {}, (UNKNOWN, YES)),
    ],
)
def test_what_is_not_on_file_is_not_known(
    condition: Condition, lists: dict[str, object], expected: tuple[str, str]
) -> None:
    """The same facts answer more if the lists are known to be complete."""

    assert expected == tuple(ask(condition, dossier) for dossier in both(**lists))


@pytest.mark.parametrize(
    ("touch", "expected"),
    [("last", [False, True, True]), ("any", [True, True, True]), ("whole", [False, False, True])],
)
def test_which_awards_for_several_years_lie_in_a_window(touch: str, expected: list[bool]) -> None:
    """The last year, any year, or all years of the achievement must lie in it."""
    spans = [(2021, 2025), (2020, 2024), (2022, 2024)]
    found = [
        ask(
            InYears(3, Held("t", touch=touch)),
            Dossier(
                "a",
                "individual",
                awards=[AwardReceived("t", years=span, decided=DAY)],
                complete=EVER,
            ),
        )
        for span in spans
    ]

    assert expected == [answer == YES for answer in found]


def test_windows_hold_both_ends() -> None:
    """The last three years up to 2024 are 2022, 2023 and 2024."""
    found = [
        ask(
            InYears(3, HasInitiative("grassroots")),
            Dossier("a", "individual", initiatives=[Initiative(year, "grassroots")], complete=EVER),
        )
        for year in range(2021, 2026)
    ]

    assert [NO, YES, YES, YES, NO] == found


def test_windows_lie_inside_each_other() -> None:
    """Years are counted from an end of the window around, after those left out."""
    dossier = Dossier(
        "a", "individual", initiatives=[Initiative(2021, "grassroots")], complete=EVER
    )
    first = InYears(4, InYears(1, HasInitiative("grassroots"), side="first"))
    skipped = InYears(1, HasInitiative("grassroots"), skip=3)
    outside = InYears(2, InYears(4, HasInitiative("grassroots")))
    late = InYears(4, InYears(2, HasInitiative("grassroots"), side="first", skip=1))

    assert [YES, YES, NO, NO] == [ask(one, dossier) for one in (first, skipped, outside, late)]


def test_without_a_window_there_is_no_first_year() -> None:
    """The first years of no window, and each year of no window, are not known."""
    dossier = Dossier("a", "individual", complete=EVER)
    first = find(InYears(2, Rated("well"), side="first"), dossier)
    each = find(EachYear(Rated("well")), dossier)

    assert (UNKNOWN, (Remark.NO_WINDOW,)) == (first.answer.value, first.remarks)
    assert (UNKNOWN, (Remark.NO_WINDOW,)) == (each.answer.value, each.remarks)


def test_a_window_without_years_holds_nothing() -> None:
    """What is to be found in no year is not there, and no number either."""
    dossier = Dossier("a", "individual", complete=EVER)

    def nowhere(inner: Condition) -> Finding:
        return find(InYears(1, InYears(1, inner, skip=1)), dossier).parts[0].parts[0]

    assert [NO, NO, NO, UNKNOWN, UNKNOWN] == [
        nowhere(one).answer.value
        for one in (
            Held("t"),
            EachYear(Rated("well")),
            Employed(10),
            FigureIs("x", ">=", 1),
            NoSanction(),
        )
    ]


def test_each_year_of_a_window() -> None:
    """One year without is enough for a no."""
    dossier = Dossier("a", "individual", ratings=[Rating(2023, "well"), Rating(2024, "completed")])

    assert [YES, NO] == [
        ask(InYears(1, EachYear(Rated(least)), skip=skip), dossier)
        for least, skip in (("well", 1), ("well", 0))
    ]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (NoSanction(), NO),
        (NoSanction("warning"), NO),
        (NoSanction("salary_cut"), YES),
        (NoSanction(of="members"), NO),
        (NoSanction("warning", of="members"), YES),
        (InYears(2, NoSanction("warning")), NO),
        (that_year(NoSanction()), YES),
    ],
)
def test_sanctions_by_level_time_and_bearer(condition: Condition, expected: str) -> None:
    """A sanction is in the way from its level down, on the days it holds, for who bears it."""
    dossier = Dossier(
        "a",
        "collective",
        sanctions=[
            Sanction("warning", "2022-12-01", "2023-11-30"),
            Sanction("reprimand", "2021-01-01", of="members"),
            Sanction("dismissal", "2025-03-02"),
        ],
        complete=EVER,
    )

    assert expected == ask(condition, dossier)


@pytest.mark.parametrize(
    ("matters", "expected"),
    [((), "deferred"), (["khieu-nai"], "eligible"), (["thanh-tra"], "deferred")],
)
def test_what_is_pending_defers(matters: list[str], expected: str) -> None:
    """A matter that is open on the day defers; one that was closed, or is not meant, does not."""
    dossier = Dossier(
        "a",
        "individual",
        pending=[
            Pending("thanh-tra", "2025-01-01", "2025-04-01"),
            Pending("khieu-nai", "2024-01-01", "2024-12-01"),
        ],
        complete=EVER,
    )

    assert expected == ask(NotPending(matters), dossier)


@pytest.mark.parametrize(
    ("relation", "value", "expected"),
    [(">=", "0.7", YES), (">", "0.7", NO), ("<=", "0.7", YES), ("<", "0.7", NO), (">", "0.5", YES)],
)
def test_shares_are_exact(relation: str, value: str, expected: str) -> None:
    """Fourteen of twenty are 70 %: enough where the share is included."""
    figures = [Figure("ldtt", 2024, 14), Figure("bien-che", 2024, 20)]
    dossier = Dossier("a", "collective", figures=figures)

    assert expected == ask(ShareIs("ldtt", "bien-che", relation, value), dossier)


def test_numbers_that_are_not_on_file() -> None:
    """A missing number, and a share of nothing, are not known."""
    dossier = Dossier(
        "a", "collective", figures=[Figure("ldtt", 2024, 0), Figure("bien-che", 2024, 0)]
    )

    assert [UNKNOWN, UNKNOWN, UNKNOWN, NO, YES] == [
        ask(one, dossier)
        for one in (
            FigureIs("cstd", ">=", 1),
            ShareIs("ldtt", "khac", ">=", 1),
            ShareIs("ldtt", "bien-che", ">=", 1),
            FigureIs("ldtt", ">=", 1),
            FigureIs("ldtt", "<", 1),
        )
    ]


@pytest.mark.parametrize(
    ("agree", "relation", "more"), [(14, ">", 1), (10, ">=", 4), (9, ">", 6), (13, ">=", 1)]
)
def test_how_many_more_a_share_needs(agree: int, relation: str, more: int) -> None:
    """The need says how many more, of as many in all."""
    figures = [Figure("ldtt", 2024, agree), Figure("bien-che", 2024, 20)]
    dossier = Dossier("a", "collective", figures=figures)
    finding = find(ShareIs("ldtt", "bien-che", relation, "0.7"), dossier)

    assert [more] == [need.number for need in finding.needs]


SAID = [
    Attestation("conduct", "tot", holds=True, year=2024, by="Chi bộ"),
    Attestation("conduct", "xau", holds=False),
    Attestation("contribution", "lon", holds=True, scope="province"),
    Attestation("contribution", "nho", holds=True),
    Attestation("prize", "x", holds=True, by="A"),
    Attestation("prize", "x", holds=False, by="B"),
    Attestation("prize", "y", holds=False),
]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Attested("conduct", "tot"), YES),
        (Attested("conduct", "tot", by="Chi bộ"), YES),
        (Attested("conduct", "tot", by="Đảng ủy"), UNKNOWN),
        (InYears(1, Attested("conduct", "tot"), skip=1), UNKNOWN),
        (Attested("conduct", "xau"), NO),
        (Attested("conduct", "khac"), UNKNOWN),
        (Attested("contribution", "lon", scope="grassroots"), YES),
        (Attested("contribution", "lon", scope="national"), UNKNOWN),
        (Attested("contribution", "nho", scope="grassroots"), UNKNOWN),
        (Attested("prize", "x"), "needs_judgement"),
        (Attested("prize", "x", by="A"), YES),
        (Attested("prize", "y", by="A"), UNKNOWN),
        (SubjectIs("cong-chuc"), YES),
        (SubjectIs(["nong-dan", "cong-nhan"]), NO),
        (HasAttribute("sex", "F"), YES),
        (HasAttribute("sex", "M"), NO),
        (HasAttribute("dan-toc", "Tày"), UNKNOWN),
        (NeedsJudgement("chọn"), "needs_judgement"),
        (TextMissing("đuôi khoản"), UNKNOWN),
        (NeedsLocalRules("ty-le"), UNKNOWN),
    ],
)
def test_what_is_certified(condition: Condition, expected: str) -> None:
    """A yes is a yes, a no is a no, silence is unknown, and people settle contradictions."""
    dossier = Dossier(
        "a", "individual", category="cong-chuc", attributes={"sex": "F"}, attestations=SAID
    )

    assert expected == ask(condition, dossier)


def test_without_a_category_routing_is_not_known() -> None:
    """A category that is not on file may be any."""

    assert UNKNOWN == ask(SubjectIs("cong-chuc"), Dossier("a", "individual"))


def test_connectives() -> None:
    """Conditions combine as their answers do."""
    yes, no, judge = NeedsJudgement("x"), SubjectIs("b"), SubjectIs("a")
    dossier = Dossier("a", "individual", category="a")

    assert [NO, YES, "needs_judgement", YES, NO] == [
        ask(one, dossier)
        for one in (
            All([yes, no, judge]),
            Any([yes, no, judge]),
            AtLeast(2, [yes, no, judge]),
            Not(no),
            Not(judge),
        )
    ]


POSTS = [
    Post("giam-doc", "2015-01-01", "2019-12-31"),
    Post("pho-giam-doc", "2010-01-01", "2015-06-30"),
    Post("truong-phong", "2005-01-01", "2009-12-31"),
]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ServedInPost("giam-doc", 5), YES),
        (ServedInPost("giam-doc", "5.1"), NO),
        (ServedInPost(["giam-doc", "pho-giam-doc"], 10), YES),
        (ServedInPost(["giam-doc", "pho-giam-doc"], "10.1"), NO),
        (ServedInPost("giam-doc", 3, under=5), NO),
        (ServedInPost("giam-doc", 3, under="5.1"), YES),
        (InYears(10, ServedInPost("giam-doc", 5)), YES),
        (InYears(7, ServedInPost("giam-doc", 5)), NO),
    ],
)
def test_time_in_posts_counts_every_day_once(condition: Condition, expected: str) -> None:
    """Overlapping posts are not counted twice, and a bound above is outside."""

    assert expected == ask(condition, Dossier("a", "individual", posts=POSTS, complete=EVER))


def test_posts_that_may_be_missing() -> None:
    """What is enough stays enough; what is short, or must stay below, is not known."""
    dossier = Dossier("a", "individual", posts=POSTS)

    assert [YES, UNKNOWN, UNKNOWN] == [
        ask(one, dossier)
        for one in (
            ServedInPost("giam-doc", 5),
            ServedInPost("giam-doc", 6),
            ServedInPost("giam-doc", 5, under=8),
        )
    ]


@pytest.mark.parametrize(
    ("sex", "rule", "expected"),
    [
        ("F", ReducedTenure("sex", "F", factor="2/3"), YES),
        ("M", ReducedTenure("sex", "F", factor="2/3"), NO),
        (None, ReducedTenure("sex", "F", factor="2/3"), UNKNOWN),
        ("F", ReducedTenure("sex", "F", years=2), NO),
        ("F", ReducedTenure("sex", "F", years=3), YES),
        ("F", ReducedTenure("sex", "F", years=3, except_posts="giam-doc"), NO),
    ],
)
def test_a_shorter_time_for_some(sex: str | None, rule: ReducedTenure, expected: str) -> None:
    """Five years are two thirds of seven and a half; whom that is for must be on file."""
    attributes = {} if sex is None else {"sex": sex}
    dossier = Dossier("a", "individual", posts=POSTS, attributes=attributes, complete=EVER)

    assert expected == ask(ServedInPost("giam-doc", "7.5"), dossier, rule)


def test_two_shorter_times_that_agree() -> None:
    """Where it does not matter whether the time is shortened, it need not be on file."""
    dossier = Dossier("a", "individual", posts=POSTS, complete=EVER)
    rule = ReducedTenure("sex", "F", factor="2/3")

    assert [YES, NO] == [ask(ServedInPost("giam-doc", years), dossier, rule) for years in (5, 10)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2020, 1, 31), date(2020, 2, 29), Fraction(31, 30)),
        (date(2020, 1, 1), date(2020, 1, 15), Fraction(1, 2)),
        (date(2020, 5, 16), date(2021, 5, 15), Fraction(12)),
        (date(2020, 1, 31), date(2020, 3, 30), Fraction(2)),
    ],
)
def test_months_are_those_of_the_calendar(first: date, last: date, expected: Fraction) -> None:
    """Whole months are counted by the calendar, and thirty days of what is left make one."""

    assert expected == months_between([(first, last)])


WORKED = [Figure("thang-cong-tac", 2024, 6)]
LEAVES = [Leave("thai-san", 2024, 6), Leave("di-hoc", 2024, 6)]


@pytest.mark.parametrize(
    ("leaves", "counting", "complete", "expected"),
    [
        (LEAVES, [LeaveCounts("thai-san")], True, YES),
        (LEAVES, [], True, NO),
        (LEAVES, [], False, NO),
        ([], [LeaveCounts("thai-san")], True, NO),
        ([], [LeaveCounts("thai-san")], False, UNKNOWN),
    ],
)
def test_leaves_that_count_as_work(
    leaves: list[Leave],
    counting: list[Counting],
    complete: bool,  # noqa: FBT001 - a column of the table
    expected: str,
) -> None:
    """Six months at work and six of a leave that counts are a full year."""
    dossier = Dossier(
        "a",
        "individual",
        figures=WORKED,
        leaves=leaves,
        complete={"leaves": EVER} if complete else {},
    )

    assert expected == ask(Employed(10), dossier, *counting)
    assert expected == ask(that_year(Employed(10)), dossier, *counting)


def test_time_at_work_that_is_not_on_file() -> None:
    """Without the number of months it is not known, unless leaves alone are enough."""

    assert UNKNOWN == ask(Employed(10), Dossier("a", "individual", complete=EVER))


@pytest.mark.parametrize(("track", "expected"), [("regular", YES), ("ad_hoc", NO), (None, UNKNOWN)])
def test_tracks_that_ground_nothing(track: str | None, expected: str) -> None:
    """An ad-hoc award grounds no award by merit; a track that is not on file may be ad hoc."""
    award = AwardReceived("bk", years=2023, track=track)
    dossier = Dossier("a", "individual", awards=[award], complete=EVER)
    rule = ExcludedTracks(["ad_hoc", "themed"])

    assert expected == ask(Held("bk"), dossier, rule)
    assert YES == ask(Held("bk"), dossier, ExcludedTracks("ad_hoc", always_regular="bk"))
    assert YES == ask(Held("bk"), dossier)


def test_initiatives_are_used_once() -> None:
    """An initiative on which an award was granted counts no more; a later award uses nothing."""
    dossier = Dossier(
        "a",
        "individual",
        initiatives=[Initiative(2023, "province", code="sk-1")],
        awards=[
            AwardReceived("bk", years=2023, decided="2024-01-05", used="sk-1"),
            AwardReceived("bk", years=2025, decided="2025-12-05", used="sk-2"),
        ],
        complete=EVER,
    )
    rule = HasInitiative("province")

    assert [NO, YES, YES] == [
        ask(rule, dossier, NotReused("bk")),
        ask(rule, dossier, NotReused("bk", initiatives=False)),
        ask(rule, dossier, NotReused("gk")),
    ]


def test_what_happened_after_the_day_is_not_looked_at() -> None:
    """An award decided after the day asked about has not been received."""
    dossier = Dossier(
        "a",
        "individual",
        awards=[
            AwardReceived("t", years=2024, decided="2025-03-02"),
            AwardReceived("t", years=2026),
        ],
        complete=EVER,
    )

    assert NO == ask(Held("t"), dossier)


STANDARDS = [
    Standard("ldtt-1", "ldtt", that_year(Rated("well"))),
    Standard("vong-1", "vong", MeetsStandard("vong")),
    Standard("tinh-1", "", HasInitiative("province"), settles="sang-kien"),
]


def test_the_standard_of_another_award() -> None:
    """The standard is met without the title, in the window it is asked in."""
    dossier = Dossier(
        "a",
        "individual",
        ratings=[Rating(2023, "well"), Rating(2024, "completed")],
        complete=EVER,
    )
    proposal = Proposal(dossier, "x", DAY, standards=STANDARDS)
    found = [
        evaluate(one, proposal).answer.value
        for one in (
            MeetsStandard("ldtt"),
            InYears(1, MeetsStandard("ldtt"), skip=1),
            Held("ldtt"),
            MeetsRule(["ldtt-1", "khac"]),
            NeedsLocalRules("sang-kien"),
        )
    ]

    assert [NO, YES, NO, NO, NO] == found


def test_references_that_lead_nowhere() -> None:
    """A rule that is not at hand, and rules that refer to each other, are not known."""
    proposal = Proposal(Dossier("a", "individual"), "x", DAY, standards=STANDARDS)

    assert (Remark.NO_RULE,) == evaluate(MeetsStandard("khac"), proposal).remarks
    assert (Remark.CIRCULAR,) == evaluate(MeetsStandard("vong"), proposal).parts[0].remarks


@pytest.mark.parametrize(
    ("rule", "open_", "closed", "facts"),
    [
        (ResetAfterSanction(), UNKNOWN, YES, 1),
        (NotReused("*"), UNKNOWN, YES, 1),
        (NotReused("t"), UNKNOWN, UNKNOWN, 1),
        (NotReused("t", years=False), UNKNOWN, YES, 1),
        (ExcludedTracks("ad_hoc"), YES, YES, 1),
        (LeaveCounts("thai-san"), YES, YES, 1),
        (ReducedTenure("sex", "F", factor="2/3"), YES, YES, 0),
    ],
)
def test_rules_of_counting_say_what_they_rest_on(
    rule: Counting, open_: str, closed: str, facts: int
) -> None:
    """A rule that leaves something out is sure only if it has seen all there is."""
    lists = {
        "sanctions": [Sanction("reprimand", "2020-01-01", "2020-12-31")],
        "awards": [
            AwardReceived("x", years=2020, track="ad_hoc"),
            AwardReceived("t", decided="2021-02-01"),
        ],
        "leaves": [Leave("thai-san", 2024, 6)],
        "attestations": [Attestation("a", "b", holds=True, year=2019)],
        "campaigns": [CampaignResult("c", 2019)],
    }
    found = [evaluate_counting(rule, Proposal(dossier, "x", DAY)) for dossier in both(**lists)]

    assert [open_, closed] == [one.answer.value for one in found]
    assert [facts, facts] == [len(one.facts) for one in found]


def test_a_sanction_in_force_leaves_no_year() -> None:
    """While a sanction holds, no year counts in a window."""
    dossier = Dossier(
        "a",
        "individual",
        ratings=[Rating(2024, "well")],
        sanctions=[Sanction("reprimand", "2025-01-01"), Sanction("warning", "2025-05-01")],
        complete=EVER,
    )

    assert NO == ask(that_year(Rated("well")), dossier, ResetAfterSanction())
    assert YES == ask(Rated("well"), dossier, ResetAfterSanction())


def test_lists_may_be_complete_piece_by_piece() -> None:
    """Statements for single years join to the years of a window."""
    dossier = Dossier(
        "a",
        "individual",
        complete=[
            *Dossier("b", "household", complete=Years(2023, 2023)).complete,
            *Dossier("b", "household", complete=Years(2024, 2024)).complete,
        ],
    )

    assert [NO, UNKNOWN] == [ask(InYears(years, Held("t")), dossier) for years in (2, 3)]
