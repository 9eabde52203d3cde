# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Iterable

import pytest
from attrs import evolve

from thidua.award import GeneralRule, Rule, judge
from thidua.basis import Citation, Validity
from thidua.dossier import (
    EVER,
    Attestation,
    Attribute,
    AwardReceived,
    AwardType,
    Ballot,
    CampaignResult,
    Catalogue,
    ClusterResult,
    CodeName,
    Dossier,
    Fact,
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
    Answer,
    Any,
    AtLeast,
    Attested,
    Condition,
    Counting,
    EachYear,
    ExcludedTracks,
    FigureIs,
    Finding,
    Held,
    HeldInARow,
    InYears,
    LeaveCounts,
    MeetsRule,
    Not,
    NotPending,
    NotReused,
    Proposal,
    Rated,
    ReducedTenure,
    ResetAfterSanction,
    Run,
    ServedInPost,
    ShareIs,
    Standard,
    SubjectIs,
    Verdict,
    Voted,
    VoteRule,
    evaluate,
    evaluate_counting,
    explain_finding,
    explain_verdict,
    say_condition,
    that_year,
)
from thidua.quantity import Language

LAW, SINCE = Citation("Quy chế A", article="7"), Validity("2024-01-01")
DOSSIER = Dossier(
    "nv-1",
    "individual",
    name="Nguyễn Văn A",
    ratings=[Rating(2023, "completed"), Rating(2024, "well")],
    awards=[AwardReceived("gk", years=(2021, 2022))],
    pending=[Pending("thanh-tra", "2024-12-01")],
    complete=EVER,
)
NAMES = Catalogue(
    [AwardType("gk", "Giấy khen", form="commendation", level="grassroots", subjects=["individual"])]
)


def verdict(**more: object) -> Verdict:
    """Return a verdict with a general rule and one way."""
    condition = All([Held("gk"), Run(2, Rated("well"))])
    way = Rule(
        "r",
        "bk",
        condition,
        basis=LAW,
        validity=SINCE,
        subjects="individual",
        **more,  # type: ignore[arg-type]
    )
    general = GeneralRule("g", basis=LAW, validity=SINCE, condition=NotPending())
    return judge([way, general], DOSSIER, "bk", "2024-12-20")


def test_a_verdict_in_vietnamese() -> None:
    """Every condition has a line with its answer, what was read, and its citation."""
    well = "hoàn thành tốt nhiệm vụ trở lên"
    lines = [
        "Nguyễn Văn A, đề nghị bk ngày 20/12/2024, năm xét 2024: không đủ điều kiện",
        "- không có việc đang xem xét, xác minh: còn chờ (thanh-tra 01/12/2024) [Điều 7 Quy chế A]",
        "- đạt một trong các tiêu chuẩn: không đạt",
        "  - tất cả các điều kiện: không đạt [Điều 7 Quy chế A]",
        "    - đã được tặng Giấy khen: đạt (hiện có 1; Giấy khen các năm 2021-2022)",
        "    - từ 2 năm liên tục đến năm xét: không đạt (năm 2024; 1 năm)",
        f"      - {well}: đạt (năm 2024; hiện có 1; 2024: hoàn thành tốt nhiệm vụ)",
        f"      - {well}: không đạt (năm 2023; hiện có 0; 2023: hoàn thành nhiệm vụ)",
        "Lưu ý: nội dung Điều 7 Quy chế A chưa chắc chắn: chưa thấy văn bản",
    ]
    doubtful = verdict(confidence="low", doubt="chưa thấy văn bản")

    assert lines == explain_verdict(doubtful, awards=NAMES).splitlines()


def test_a_verdict_in_english_as_markdown() -> None:
    """Answers are in bold, and the conditions are a list."""
    well = "tasks completed well or better"
    lines = [
        "Nguyễn Văn A, bk proposed on 2024-12-20 for 2024: **not eligible**",
        "",
        "- nothing pending: **pending** (thanh-tra 2024-12-01) [Quy chế A, article 7]",
        "- one of the standards: **not met**",
        "  - all of: **not met** [Quy chế A, article 7]",
        "    - has received Giấy khen: **met** (has 1; Giấy khen in 2021-2022)",
        "    - 2 years in a row or more up to that year: **not met** (in 2024; 1 year)",
        f"      - {well}: **met** (in 2024; has 1; 2024: tasks completed well)",
        f"      - {well}: **not met** (in 2023; has 0; 2023: tasks completed)",
        "",
        "Note: the text of Quy chế A, article 7 is fairly sure",
    ]
    written = explain_verdict(
        verdict(confidence="medium"), language="en", markup="markdown", awards=NAMES
    )

    assert lines == written.splitlines()


def test_a_text_that_was_not_verified_says_so() -> None:
    """The older text's answer stands below."""
    lines = explain_verdict(verdict(verified_until="2024-06-30"), language="en").splitlines()

    assert (
        "  - the text was verified until 2024-06-30 only; by that text: not known "
        "[Quy chế A, article 7]"
    ) == lines[3]
    assert lines[4].startswith("    - all of: not met")


def test_a_general_rule_of_several_parts() -> None:
    """Each part has a line below that of the rule."""
    general = GeneralRule(
        "g", basis=LAW, validity=SINCE, condition=NotPending(), counting=[LeaveCounts("thai-san")]
    )
    lines = explain_verdict(judge(general, DOSSIER, "bk", "2024-12-20"), language="en").splitlines()

    assert [
        "Nguyễn Văn A, bk proposed on 2024-12-20 for 2024: deferred",
        "- all of these: pending [Quy chế A, article 7]",
        "  - counts as time at work: thai-san: nothing to apply it to",
        "  - nothing pending: pending (thanh-tra 2024-12-01)",
        "- one of the standards: not known (no rule at hand)",
    ] == lines


FACTS: list[tuple[Fact, str, str]] = [
    (
        Rating(2024, "excellent"),
        "2024: hoàn thành xuất sắc nhiệm vụ",
        "2024: tasks completed excellently",
    ),
    (AwardReceived("gk", decided="2024-01-31"), "gk 31/01/2024", "gk 2024-01-31"),
    (
        Initiative(2024, "national", code="sk-1"),
        "2024: sk-1 toàn quốc",
        "2024: sk-1 national level",
    ),
    (Initiative(2024, "district"), "2024: sáng kiến cấp huyện", "2024: initiative district level"),
    (Sanction("reprimand", "2024-01-01"), "khiển trách 01/01/2024", "reprimand 2024-01-01"),
    (
        Sanction("removal", "2024-01-01", "2024-12-31"),
        "cách chức 01/01/2024-31/12/2024",
        "removal from the post 2024-01-01-2024-12-31",
    ),
    (Pending("khieu-nai", "2024-01-01"), "khieu-nai 01/01/2024", "khieu-nai 2024-01-01"),
    (
        Post("gd", "2024-01-01", "2024-12-31"),
        "gd 01/01/2024-31/12/2024",
        "gd 2024-01-01-2024-12-31",
    ),
    (Post("gd", "2024-01-01"), "gd 01/01/2024", "gd 2024-01-01"),
    (Figure("diem", 2024, "90.5"), "diem 2024 = 90,5", "diem 2024 = 90.5"),
    (Leave("thai-san", 2024, 6), "thai-san 2024 = 6", "thai-san 2024 = 6"),
    (CampaignResult("ntm", (2021, 2024)), "ntm các năm 2021-2024", "ntm in 2021-2024"),
    (ClusterResult("tinh", 2024, rank=1), "tinh 2024 thứ 1", "tinh 2024 no. 1"),
    (ClusterResult("tinh", 2024), "tinh 2024", "tinh 2024"),
    (Ballot("x", 2024, 9, 9, 6), "6 phiếu đồng ý, 9 thành viên", "6 in favour, 9 members"),
    (Attestation("a", "b", holds=False), "không", "no"),
    (Attestation("a", "b", holds=True, by="Chi bộ"), "Chi bộ: có", "Chi bộ: yes"),
    (Attribute("sex", "F"), "sex = F", "sex = F"),
]


@pytest.mark.parametrize(
    ("fact", "vietnamese", "english"), FACTS, ids=[f"{one[0].kind}-{one[1]}" for one in FACTS]
)
def test_facts_in_words(fact: Fact, vietnamese: str, english: str) -> None:
    """Every fact that was read stands behind its condition."""
    finding = Finding(Held("x"), Answer.ELIGIBLE, facts=(fact,))

    assert [
        f"- đã được tặng x: đạt ({vietnamese})",
        f"- has received x: met ({english})",
    ] == [explain_finding(finding, language=language) for language in ("vi", "en")]


@pytest.mark.parametrize(
    ("years", "vietnamese", "english"),
    [
        (Years(2020, 2024), "các năm 2020-2024", "in 2020-2024"),
        (Years(2024, 2024), "năm 2024", "in 2024"),
        (Years(None, 2024), "đến năm 2024", "up to 2024"),
        (Years(2020, None), "từ năm 2020", "from 2020 on"),
        (EVER, "mọi năm", "in any year"),
    ],
    ids=range(5),
)
def test_years_in_words(years: Years, vietnamese: str, english: str) -> None:
    """A window is named by its ends."""
    finding = Finding(Held("x"), "eligible", years=years)

    assert [
        f"- đã được tặng x: đạt ({vietnamese})",
        f"- has received x: met ({english})",
    ] == [explain_finding(finding, language=language) for language in ("vi", "en")]


BARE = Dossier(
    "a",
    "individual",
    posts=[Post("gd", "2020-01-01", "2020-12-31")],
    figures=[Figure("a", 2024, 3), Figure("c", 2024, 4)],
    complete=EVER,
)


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        (
            Any([InYears(1, AtLeast(1, [Not(Held("x"))]))]),
            [
                "any of: met",
                "in that year: met (in 2024)",
                "at least 1 of: met (in 2024)",
                "not: met (in 2024)",
                "has received x: not met (in 2024; has 0)",
            ],
        ),
        (
            ServedInPost("gd", 1),
            ["in post gd for 1 years or more: met (12 months; gd 2020-01-01-2020-12-31)"],
        ),
        (FigureIs("a", ">=", 2), ["a ≥ 2: met (has 3; a 2024 = 3)"]),
        (ShareIs("a", "c", ">=", "0.5"), ["a / c ≥ 50%: met (75%; a 2024 = 3; c 2024 = 4)"]),
        (ShareIs("a", "b", ">=", "0.5"), ["a / b ≥ 50%: not known (a 2024 = 3; not on file)"]),
        (
            Voted(VoteRule("0.5")),
            ["the council agrees by 50% of all members: pending (no vote yet)"],
        ),
        (
            HeldInARow("x", 2),
            ["has received x 2 times in succession: not met (has 0)"],
        ),
        (Attested("a", "b"), ["attested: a: b: not known (not on file)"]),
        (
            InYears(1, EachYear(Not(Held("x")))),
            [
                "in that year: met (in 2024)",
                "each year: met (in 2024)",
                "not: met (in 2024)",
                "has received x: not met (in 2024; has 0)",
            ],
        ),
    ],
    ids=range(9),
)
def test_findings_in_words(condition: Condition, lines: Iterable[str]) -> None:
    """What is counted is said in its unit, and conditions inside are indented."""
    finding = evaluate(condition, Proposal(BARE, "x", "2024-12-20"))
    written = explain_finding(finding, language="en").splitlines()

    assert [f"{'  ' * place}- {line}" for place, line in enumerate(lines)] == written


@pytest.mark.parametrize(
    ("rule", "language", "text"),
    [
        (
            ResetAfterSanction(),
            "vi",
            "sau kỷ luật từ khiển trách trở lên, thành tích tính lại từ đầu",
        ),
        (ResetAfterSanction(), "en", "after a sanction from reprimand upwards, years count anew"),
        (
            NotReused(["*", "bk"]),
            "vi",
            "thành tích đã dùng để xét cùng hình thức này hoặc bk không tính lại",
        ),
        (NotReused("*"), "en", "what this same award used up does not count again"),
        (
            ExcludedTracks(["ad_hoc", "themed"]),
            "vi",
            "không lấy khen thưởng đột xuất hoặc chuyên đề làm căn cứ",
        ),
        (LeaveCounts("thai-san"), "vi", "tính vào thời gian công tác: thai-san"),
        (
            ReducedTenure("sex", "F", factor="2/3"),
            "vi",
            "thời gian giữ chức vụ còn 2/3 (sex: F)",
        ),
        (ReducedTenure("sex", "F", years=3), "vi", "thời gian giữ chức vụ bớt 3 năm (sex: F)"),
    ],
    ids=range(8),
)
def test_rules_of_counting_in_words(rule: Counting, language: Language, text: str) -> None:
    """Each says what it leaves out, and whether there was anything to it."""
    finding = evaluate_counting(rule, Proposal(BARE, "x", "2024-12-20"))
    none = "không phát sinh" if language == "vi" else "nothing to apply it to"
    fits = "áp dụng nếu đúng đối tượng" if isinstance(rule, ReducedTenure) else none

    assert f"- {text}: {fits}" == explain_finding(finding, language=language)


def test_a_rule_of_counting_that_left_something_out() -> None:
    """It is said to be applied, with what it was applied to; unknown, if that is not on file."""
    given = Dossier(
        "a", "individual", sanctions=[Sanction("reprimand", "2022-01-01", "2022-12-31")]
    )
    proposal = Proposal(evolve(given, complete=EVER), "x", "2024-12-20")
    known, unknown = (
        evaluate_counting(ResetAfterSanction(), one)
        for one in (proposal, Proposal(given, "x", "2024-12-20"))
    )
    text = "- after a sanction from reprimand upwards, years count anew: "

    assert (
        "- sau kỷ luật từ khiển trách trở lên, thành tích tính lại từ đầu: có áp dụng "
        "(khiển trách 01/01/2022-31/12/2022)"
    ) == explain_finding(known)
    assert (f"{text}applied (reprimand 2022-01-01-2022-12-31)") == explain_finding(
        known, language="en"
    )
    assert explain_finding(unknown, language="en").startswith(f"{text}not known")


def test_codes_have_names() -> None:
    """Whatever a rule or a fact names by a code is called what people call it."""
    named = Catalogue(
        [],
        names=[
            CodeName("bien-che", "biên chế", "staff"),
            CodeName("ldtt", "số Lao động tiên tiến"),
            CodeName("category", "đối tượng"),
            CodeName("vien-chuc", "viên chức"),
        ],
    )
    given = Dossier("a", "collective", category="vien-chuc", figures=[Figure("bien-che", 2024, 20)])
    proposal = Proposal(given, "x", "2024-12-20")
    share = evaluate(that_year(ShareIs("ldtt", "bien-che", ">=", "0.7")), proposal).parts[0]
    who = evaluate(SubjectIs("vien-chuc"), proposal)

    assert (
        "- số Lao động tiên tiến / biên chế ≥ 70 %: chưa rõ "
        "(năm 2024; biên chế 2024 = 20; chưa có trong hồ sơ)"
    ) == explain_finding(share, awards=named)
    assert (
        "- số Lao động tiên tiến / staff ≥ 70%: not known (in 2024; staff 2024 = 20; not on file)"
    ) == explain_finding(share, language="en", awards=named)
    assert "- đối tượng: viên chức: đạt (đối tượng = viên chức)" == explain_finding(
        who, awards=named
    )


def test_rules_referred_to_are_cited() -> None:
    """A condition that other rules are met says where those are written, not their codes."""
    standard = Standard("a-5", "y", Held("bk"), Citation("Luật A", article="5"))
    asked = MeetsRule(["a-5", "a-6"])
    found = evaluate(asked, Proposal(BARE, "x", "2024-12-20", standards=[standard]))
    nowhere = evolve(standard, basis=None)
    bare = evaluate(asked, Proposal(BARE, "x", "2024-12-20", standards=[nowhere]))
    none = evaluate(asked, Proposal(BARE, "x", "2024-12-20"))

    assert "- đáp ứng Điều 5 Luật A: " in explain_finding(found)
    assert "- meets Luật A, article 5: " in explain_finding(found, language="en")
    assert all("- đáp ứng a-5 hoặc a-6: " in explain_finding(one) for one in (bare, none))


def test_all_titles_have_one_name() -> None:
    """Where every title of the catalogue is named, or every form, the list is cut short."""
    titles, forms = (
        [
            AwardType(code, code, form=form, level="province", subjects=["individual"])
            for code in codes
        ]
        for form, codes in (("title", ["a", "b"]), ("commendation", ["c", "d"]))
    )
    named = Catalogue([*titles, *forms])
    said = [
        say_condition(Held(codes), awards=named, language="en")
        for codes in (["a", "b"], ["d", "c", "b"], ["c", "a", "d", "b"], ["a"])
    ]

    assert [
        "has received any title",
        "has received any form of commendation or b",
        "has received any title or any form of commendation",
        "has received a",
    ] == said
