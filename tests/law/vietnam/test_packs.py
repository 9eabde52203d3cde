# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thidua.award import GeneralRule, LocalRule, Provision, Rule
from thidua.basis import Confidence
from thidua.dossier import (
    EVER,
    Attestation,
    AwardForm,
    AwardReceived,
    CampaignResult,
    Dossier,
    texts,
)
from thidua.eligibility import (
    Answer,
    Condition,
    Held,
    HeldInARow,
    MeetsRule,
    MeetsStandard,
    NeedsLocalRules,
    NotReused,
    Run,
    YearsSince,
    all_findings,
    leaves,
    parts_of,
    say_condition,
)
from thidua.law.vietnam import CATALOGUE, LAW, PACKS
from thidua.law.vietnam.sources import SOURCES
from thidua.wire import Document, dumps, loads

CLAUSES = [
    "l22-21-1-cstd-toan-quoc",
    "l22-22-1-cstd-bo-tinh",
    "l22-23-1-cstd-co-so",
    "l22-24-1-ldtt-cbccvc",
    "l22-24-2-ldtt-khac",
    "l22-24-3-cstt",
    "l22-25-1-ctd-chinh-phu-cum-bo-tinh",
    "l22-25-2-ctd-chinh-phu-cum-tw",
    "l22-25-3-ctd-chinh-phu-phong-trao",
    "l22-26-1-ctd-bo-tinh-cum",
    "l22-26-2-ctd-bo-tinh-phong-trao",
    "l22-27-1-tap-the-ldxs",
    "l22-27-2-don-vi-quyet-thang",
    "l22-28-1-tap-the-ldtt",
    "l22-28-2-don-vi-tien-tien",
    "l22-29-xa-tieu-bieu",
    "l22-30-thon-tdp-van-hoa",
    "l22-31-gia-dinh-van-hoa",
    "l22-44-1-e-hcld-ba-canhan",
    "l22-43-1-dd-hcld-nhi-canhan",
    "l22-42-1-hcld-nhat-canhan",
    "l22-42-1-alt-hcld-nhat",
    "l22-42-1-g-hcld-nhat-cong-hien",
    "l22-43-1-alt-hcld-nhi",
    "l22-43-1-g-hcld-nhi-cong-hien",
    "l22-44-1-alt-hcld-ba",
    "l22-44-1-g-hcld-ba-cong-hien",
    "l22-44-2-hcld-ba-congnhan",
    "l22-43-2-hcld-nhi-congnhan",
    "l22-42-2-hcld-nhat-congnhan",
    "l22-42-3-hcld-nhat-doanhnhan",
    "l22-43-3-hcld-nhi-doanhnhan",
    "l22-44-3-hcld-ba-doanhnhan",
    "l22-44-4-hcld-ba-tapthe-chain",
    "l22-44-4-hcld-ba-tapthe-alt",
    "l22-44-5-hcld-ba-doanhnghiep",
    "l22-43-4-hcld-nhi-tapthe-chain",
    "l22-42-4-hcld-nhat-tapthe-chain",
    "l22-42-4-hcld-nhat-tapthe-alt",
    "l22-36-1-hcdl-nhat-canhan",
    "l22-36-2-hcdl-nhat-tapthe",
    "l22-37-1-hcdl-nhi-canhan",
    "l22-37-2-hcdl-nhi-tapthe",
    "l22-38-1-hcdl-ba-canhan",
    "l22-38-2-hcdl-ba-tapthe",
    "l22-73-1-a",
    "l22-73-1-b",
    "l22-73-1-c",
    "l22-73-1-d",
    "l22-73-2-congnhan",
    "l22-73-tapthe-chain",
    "l22-73-hogiadinh",
    "l22-74-1-a",
    "l22-74-1-b",
    "l22-74-1-c",
    "l22-74-1-d",
    "l22-74-congnhan",
    "l22-74-doanhnhan",
    "l22-74-tapthe",
    "l22-74-hogiadinh",
    "l22-75-1-giay-khen",
    "l22-55-quan-ky",
    "d98-hcdl1-btt",
    "d98-hcdl2-btt",
    "d98-hcdl3-btt",
    "d98-hcdl3-pbt",
    "d98-hcld1-pbt",
    "d98-hcld1-dbqh",
    "d98-hcld1-uvtv",
    "d98-hcld1-gds",
    "d98-hcld2-pbt",
    "d98-hcld2-thutruong",
    "d98-hcld2-ptct",
    "d98-hcld2-vutruong",
    "d98-hcld3-tct",
    "d98-hcld3-ptct",
    "d98-hcld3-vutruong",
    "d98-hcld3-pvt",
    "l03-24-1-ldtt",
    "d91-9-4-exclusions",
    "d91-9-3-cstd-co-so",
    "d91-9-2-cstd-bo-tinh",
    "d91-9-1-cstd-toan-quoc",
    "t07-2014-cstd-tq-6-years",
    "d91-11-ctdcp",
    "d91-12-co-bo-tinh",
    "l03-27-tap-the-ldxs",
    "l03-28-tap-the-ldtt",
    "d91-38-1-bk-ttg-canhan",
    "d91-38-3-bk-ttg-tapthe",
    "l03-42-1-hcld-nhat-canhan",
    "l03-42-2-hcld-nhat-tapthe",
    "d91-22-congnhan",
    "l03-39-quan-cong",
    "d65-11-3-hcdl-ba-tapthe",
    "l26-23-draft-cstd-co-so",
]
"""Every clause on who may be awarded that is known, by its code."""

LEFT_OUT = {"l26-23-draft-cstd-co-so": "Law 06/2026/QH16, article 23, as drafted"}
"""Those of them that are in no pack, and how the page on the law names them, with the reason."""

HELD: list[Provision] = []
for pack in PACKS:
    HELD += [*pack.rules, *pack.general, *pack.local]
AWARDS = {award.code for award in CATALOGUE.awards}


def awards_in(condition: Condition) -> set[str]:
    """Return the codes of awards that a condition names, at any depth."""
    found: set[str] = set()
    if isinstance(condition, Held | YearsSince):
        found.update(condition.awards)
    if isinstance(condition, HeldInARow | MeetsStandard):
        found.add(condition.award)
    if isinstance(condition, Run):
        found.update((*condition.after, *condition.reset))
    for part in parts_of(condition):
        found |= awards_in(part)
    return found


def test_every_clause_is_in_a_pack_or_listed_with_the_reason() -> None:
    """Each known clause has a rule under its code, or a row on the page that says why not."""
    page = (Path(__file__).parents[3] / "docs/reference/law/index.md").read_text("utf-8")
    listed = page.split("## What is not in a pack")[1].split("##")[0]

    assert 96 == len(set(CLAUSES))
    assert sorted(LEFT_OUT) == sorted(set(CLAUSES) - {one.code for one in HELD})
    for place in LEFT_OUT.values():
        assert any(row.startswith(f"| {place}") and "not law" in row for row in listed.splitlines())


@pytest.mark.parametrize("one", HELD, ids=lambda one: one.code)
def test_rules_name_what_there_is(one: Provision) -> None:
    """Awards are those of the catalogue, and rules referred to stand in a pack."""
    named = set[str]()
    if isinstance(one, Rule):
        named.add(one.award)
        assert set(one.subjects) <= set(CATALOGUE[one.award].subjects)
    if isinstance(one, GeneralRule):
        named |= {*one.awards, *one.except_awards}
        for rule in one.counting:
            named |= set(rule.by) - {"*"} if isinstance(rule, NotReused) else set()
    if (condition := one.condition) is not None:
        named |= awards_in(condition)
        for leaf in leaves(condition):
            if isinstance(leaf, MeetsRule):
                assert set(leaf.rules) <= {rule.code for rule in HELD}

    assert set() == named - AWARDS


@pytest.mark.parametrize("one", HELD, ids=lambda one: one.code)
def test_rules_are_said_in_words(one: Provision) -> None:
    """Whatever a rule asks for has words in both languages, and a doubt has its reason."""
    asked = [] if one.condition is None else [one.condition]
    counting = one.counting if isinstance(one, GeneralRule) else ()

    assert all(
        say_condition(part, language=language, awards=CATALOGUE)
        for part in (*asked, *counting)
        for language in ("vi", "en")
    )
    assert (one.confidence is Confidence.HIGH) or one.doubt


CODED: dict[str, tuple[str, ...]] = {
    "SubjectIs": ("categories",),
    "HasAttribute": ("name", "values"),
    "NotPending": ("matters",),
    "ServedInPost": ("posts",),
    "Employed": ("figure",),
    "FigureIs": ("code",),
    "ShareIs": ("part", "of"),
    "SelectedIn": ("cluster",),
    "InCampaign": ("launched_by", "reviews", "roles", "campaigns"),
    "Voted": ("body",),
    "LeaveCounts": ("types",),
    "ReducedTenure": ("attribute", "values", "except_posts"),
}
"""Fields that name something by a code, by the class of the condition."""


@pytest.mark.parametrize("one", HELD, ids=lambda one: one.code)
def test_every_code_has_a_name(one: Provision) -> None:
    """An official reads names, in both languages: of posts, councils, numbers, matters."""
    parts: list[object] = [] if one.condition is None else list(leaves(one.condition))
    parts += one.counting if isinstance(one, GeneralRule) else ()
    categories = one.categories if isinstance(one, Rule) else ()
    codes = {
        code
        for part in parts
        for name in CODED.get(type(part).__name__, ())
        for code in texts(getattr(part, name))
        if code
    }

    assert set() == {*codes, *categories} - {named.code for named in CATALOGUE.names}


def test_the_law_is_known_so_far() -> None:
    """What stands under the law of 2022 and still holds was verified up to 2026-09-30."""
    late = LAW.at("2026-10-01").provisions

    assert {date(2026, 9, 30), None} == {one.verified_until for one in late}
    assert {"g-cv5007-initiative-once", "g-cv5007-initiative-once-title"} == {
        one.code for one in late if one.verified_until is None
    }


def test_the_whole_law_is_a_document() -> None:
    """What is written of it is read back equal, each pack and all of them together."""

    values: list[Document] = [*PACKS, LAW]

    assert values == [loads(dumps(one)) for one in values]


@pytest.mark.parametrize(
    ("role", "expected"),
    [("xuat-sac", False), ("tieu-bieu-xuat-sac", True), ("dan-dau", True)],
)
def test_who_was_exemplary_in_a_campaign(role: str, expected: bool) -> None:  # noqa: FBT001 - expected
    """Point a of article 73, clause 1, asks for more than an excellent part in a campaign."""
    given = Dossier(
        "a",
        "individual",
        category="vien-chuc",
        campaigns=[CampaignResult("x", (2020, 2024), review="tong-ket", role=role)],
        attestations=[Attestation("conduct", "chap-hanh-phap-luat", holds=True)],
        complete=EVER,
    )
    tree = LAW.judge(given, "bk-thu-tuong", "2024-12-20").tree
    found = {one.rule: one.answer for one in all_findings(tree)}

    assert expected == (found["l22-73-1-a"] is Answer.ELIGIBLE)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2020-12-25", "not_eligible"), ("2021-06-01", "eligible"), ("2022-01-10", "not_eligible")],
)
def test_the_national_title_is_proposed_in_the_year_after(on: str, expected: str) -> None:
    """Under decree 91/2017 in the year next to that of the second title, no sooner or later."""
    given = Dossier(
        "a",
        "individual",
        awards=[AwardReceived("cstd-bo-tinh", years=(2018, 2020), decided="2020-12-20")],
        complete=EVER,
    )
    tree = LAW.judge(given, "cstd-toan-quoc", on).tree
    found = {one.rule: one.answer.value for one in all_findings(tree)}

    assert expected == found["d91-48-cstd-tq-timing"]


def test_days_of_the_instruments() -> None:
    """On the last day of an instrument the next does not hold yet."""

    def rules(day: str) -> set[str]:
        return {one.basis.instrument for one in LAW.at(day).provisions}

    assert {"Luật 15/2003/QH11 (sửa đổi 2013)", "Nghị định 91/2017/NĐ-CP"} == rules("2022-12-31")
    assert {"Luật 06/2022/QH15", "Nghị định 98/2023/NĐ-CP"} <= rules("2025-06-30")
    assert "Nghị định 98/2023/NĐ-CP" not in rules("2025-07-01")
    assert "Nghị định 152/2025/NĐ-CP" in rules("2027-02-28") - rules("2027-03-01")
    assert set() == rules("2014-05-31")


def test_orders_between_awards() -> None:
    """Grades of an order and levels of a title stand above each other."""

    assert ("hcld-nhi", "hcld-ba") == CATALOGUE.below("hcld-nhat")
    assert ("cstd-bo-tinh", "cstd-co-so", "lao-dong-tien-tien") == CATALOGUE.below("cstd-toan-quoc")
    assert "Labour Order, second class" == CATALOGUE["hcld-nhi"].title("en")
    assert AwardForm.COMMENDATION is CATALOGUE["bk-bo-tinh"].form


def test_sources_are_of_rules() -> None:
    """Rules carry the addresses of the pages they were read on."""
    rule = next(one for one in HELD if one.code == "l22-73-1-b")

    assert SOURCES["l22-73-1-b"] == rule.sources
    assert all(page.startswith("http") for pages in SOURCES.values() for page in pages)


def test_what_changed_for_the_grassroots_title() -> None:
    """Between 2022 and 2024 one rule took the place of another, the quota fell, votes came."""
    (change,) = LAW.compare("2022-12-31", "2024-12-31", "cstd-co-so")

    assert ["d91-9-3-cstd-co-so", "d91-9-3-quota", "d91-bonus-cstd-co-so"] == [
        one.code for one in change.ended
    ]
    assert [
        "l22-23-1-cstd-co-so",
        "l22-80-1",
        "l22-80-2",
        "l22-80-4",
        "d98-vote-80",
        "d98-bonus-cstd-co-so",
        "g-cv5007-initiative-once-title",
    ] == [one.code for one in change.begun]


def test_tables_of_posts_settle_what_the_law_leaves_open() -> None:
    """Each row of the decree settles a topic that a clause of the law names."""
    left = {
        leaf.topic
        for one in HELD
        if isinstance(one, Rule)
        for leaf in leaves(one.condition)
        if isinstance(leaf, NeedsLocalRules)
    }
    rows = [one for one in HELD if isinstance(one, LocalRule)]

    assert 16 == len(rows)
    assert {one.settles for one in rows} <= left
