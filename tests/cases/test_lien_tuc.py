# SPDX-License-Identifier: MIT
"""What "consecutive" means: the rules of a military academy and of a hospital, as documents.

One application of the academy answers one question in four ways: five years in a row by its
specification, five records in a row (A), blocks of two years with research (B), and five years
up to the year before (C). Here each meaning is a rule of its own, and so is the one that the
blocks hide: any two years in a row. The hospital counts achievements at a level in a window,
and cannot say "each year"; here both are rules.

Source:
    https://github.com/tranducbk/QLKT: Document/01-CA-NHAN-HANG-NAM.md,
    BE-QLKT/src/services/profile.service.js, proposal.service.js, unitAnnualAward.service.js;
    https://github.com/thuanhuynhh/khen-thuong-bv-thong-nhat: apps/api/src/index.ts,
    packages/shared/src/index.ts.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from thidua.dossier import EVER, AwardReceived, Dossier, Initiative
from thidua.eligibility import Run, Verdict, all_findings, say_condition, shortest_path
from thidua.law import Law, Pack
from thidua.wire import loads


def _law(name: str) -> Law:
    document = Path(__file__).parent / "lien_tuc" / f"{name}.json"
    return Law([loads(document.read_text(encoding="utf-8"), Pack)])


ACADEMY, HOSPITAL = _law("qlkt"), _law("benh_vien")
TITLE = "cstd-co-so"
MEANINGS = ("bkbqp-tai-lieu", "bkbqp-ban-ghi", "bkbqp-khoi", "bkbqp-truot", "bkbqp-nam-truoc")
"""The specification, records (A), blocks (B), any two years, up to the year before (C)."""


def _file(
    awards: Iterable[tuple[str, int]], research: Iterable[int] = (), of: str = "individual"
) -> Dossier:
    return Dossier(
        "A",
        of,
        awards=[AwardReceived(code, years=year) for code, year in awards],
        initiatives=[Initiative(year, "grassroots", sort="research") for year in research],
        complete=EVER,
    )


def _titles(*years: int) -> list[tuple[str, int]]:
    return [(TITLE, year) for year in years]


def _ask(law: Law, given: Dossier, award: str, year: int) -> Verdict:
    return law.judge(given, award, f"{year}-12-31")


def _met(law: Law, given: Dossier, award: str, year: int) -> bool:
    answer = _ask(law, given, award, year).answer.value
    assert answer in {"eligible", "not_eligible"}
    return answer == "eligible"


@pytest.mark.parametrize(
    ("titles", "research", "year", "expected"),
    [
        # The specification, A, B, any two years, C.
        pytest.param(
            range(2020, 2025),
            [],
            2024,
            [True, True, False, False, False],
            id="spec_document-five_years_and_the_year_under_review",
        ),
        pytest.param(
            range(2020, 2025),
            [],
            2025,
            [False, True, False, False, True],
            id="hand_computed-the_same_a_year_later",
        ),
        pytest.param(
            [2021, 2022, 2023],
            [2022, 2023],
            2023,
            [False, False, False, True, False],
            id="from_code-blocks_hide_a_pair",
        ),
        pytest.param(
            [2022, 2023, 2024],
            [2022, 2023, 2024],
            2024,
            [False, False, True, True, False],
            id="from_code-the_first_block",
        ),
        pytest.param(
            [2018, 2020, 2021, 2022, 2024],
            [],
            2024,
            [False, True, False, False, False],
            id="hand_computed-records_do_not_see_a_hole",
        ),
    ],
)
def test_five_meanings_side_by_side(
    titles: Iterable[int], research: list[int], year: int, expected: list[bool]
) -> None:
    """One person and one question have as many answers as "consecutive" has meanings."""
    given = _file(_titles(*titles), research)

    assert expected == [_met(ACADEMY, given, award, year) for award in MEANINGS]


def test_spec_document_a_certificate_in_the_first_two_years() -> None:
    """Three years with research in each, and the certificate in the first or second of them."""
    years = (2022, 2023, 2024)

    assert [True, False] == [
        _met(ACADEMY, _file([*_titles(*years), ("bkbqp", when)], years), "cstdtq", 2024)
        for when in (2023, 2024)
    ]


def test_from_code_one_chain_for_both_awards() -> None:
    """By blocks (B), three years give the certificate and the title, and none is left over."""
    years = (2022, 2023, 2024)
    given = _file([*_titles(*years), ("bkbqp", 2023)], years)
    after = _file([*_titles(*years), ("bkbqp", 2023), ("cstdtq", 2024)], years)

    assert [True, True] == [_met(ACADEMY, given, award, 2024) for award in ("bkbqp-khoi", "cstdtq")]
    assert Fraction(3) == _streak(given, "cstdtq-tinh-lai")
    assert Fraction(0) == _streak(after, "cstdtq-tinh-lai")


def test_from_code_ten_titles_and_one_piece_of_research() -> None:
    """The code asks for ten titles and any research, where the specification asks for three."""
    given = _file(_titles(*range(2015, 2025)), [2016])

    assert [True, False] == [_met(ACADEMY, given, award, 2024) for award in ("cstdtq-a", "cstdtq")]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param([2024, 2023, 2022, 2020], 3, id="spec_document-rule_b_01"),
        pytest.param([2024, 2022, 2021], 1, id="from_code-a_missing_year_is_not_seen"),
    ],
)
def test_a_streak_is_counted_in_years(titles: list[int], expected: int) -> None:
    """A missing year ends the streak; the code that counts records finds three."""

    assert Fraction(expected) == _streak(_file(_titles(*titles)), "bkbqp-tai-lieu")


def test_from_code_a_higher_award_starts_the_streak_anew() -> None:
    """After 2023 there is one year; the code goes on into older years and counts three."""
    given = _file([*_titles(*range(2020, 2025)), ("cstdtq", 2023)])

    assert Fraction(1) == _streak(given, "cstdtq-tinh-lai")


def _streak(given: Dossier, award: str) -> Fraction | None:
    tree = _ask(ACADEMY, given, award, 2024).tree
    return next(one.found for one in all_findings(tree) if isinstance(one.asked, Run))


@pytest.mark.parametrize(
    ("years", "three", "five"),
    [
        pytest.param(2, False, False, id="hand_computed-two"),
        pytest.param(4, True, False, id="from_code-four_are_three"),
        pytest.param(6, True, True, id="from_code-six_are_five"),
    ],
)
def test_longer_than_needed_is_enough(years: int, three: bool, five: bool) -> None:  # noqa: FBT001 - expected
    """One service asks for exactly three years and one for three or more; three or more it is."""
    given = _file([("dvqt", year) for year in range(2025 - years, 2025)], of="collective")

    assert [three, five] == [
        _met(ACADEMY, given, award, 2024) for award in ("bk-tong-cuc", "bk-thu-tuong")
    ]


@pytest.mark.parametrize(("last", "expected"), [(2024, True), (2023, True), (2022, False)])
def test_spec_document_a_streak_expires(last: int, expected: bool) -> None:  # noqa: FBT001 - expected
    """A streak that ended more than one year before the year under review is void."""
    given = _file(_titles(*range(last - 2, last + 1)))

    assert expected == _met(ACADEMY, given, "bkbqp-het-han", 2024)


def test_what_is_missing_is_said() -> None:
    """The academy's list of what is missing, of which its application has only a flag."""
    verdict = _ask(ACADEMY, _file(_titles(2022, 2023, 2024), [2022, 2024]), "bkbqp-tai-lieu", 2024)

    assert (f"thêm 2 năm liên tục: đã được tặng {TITLE}",) == shortest_path(verdict).sentences


def test_each_meaning_has_its_own_sentence() -> None:
    """Whoever reads the rules sees in which way they differ."""
    book = ACADEMY.at("2024-12-31")
    said = [say_condition(book.ways_to(award)[0].condition) for award in MEANINGS]

    assert [
        "từ 5 năm liên tục đến năm xét, mỗi năm đã được tặng cstd-co-so",
        "đã được tặng cstd-co-so từ 5 lần",
        (
            "từ 2 năm liên tục đến năm xét, mỗi năm đã được tặng cstd-co-so; trong một giai đoạn 2 "
            "năm tính từ năm đầu, mỗi năm có 1 đề tài khoa học cấp cơ sở trở lên"
        ),
        (
            "từ 2 năm liên tục đến năm xét, mỗi năm đã được tặng cstd-co-so; trong 2 năm liên tục "
            "nào đó, mỗi năm có 1 đề tài khoa học cấp cơ sở trở lên"
        ),
        "từ 5 năm liên tục, đến trước năm xét 1 năm, mỗi năm đã được tặng cstd-co-so",
    ] == said


@pytest.mark.parametrize(
    ("award", "awards", "expected"),
    [
        pytest.param(
            "hcld-ba",
            [("bk-thu-tuong", 2020), ("de-tai-nha-nuoc", 2022)],
            True,
            id="from_code-certificate_and_research",
        ),
        pytest.param(
            "hcld-ba", [("bk-bo", 2020), ("de-tai-bo", 2022)], False, id="hand_computed-below"
        ),
        pytest.param("dung-cap-bo", [("de-tai-nha-nuoc", 2022)], False, id="from_code-exact_level"),
        pytest.param(
            "ba-lan",
            [(TITLE, 2023), (TITLE, 2024), ("cstd-thanh-pho", 2025)],
            True,
            id="from_code-three_in_three_years",
        ),
        pytest.param(
            "ba-lan",
            [(TITLE, 2024), (TITLE, 2024), ("cstd-thanh-pho", 2025)],
            True,
            id="from_code-records_are_counted",
        ),
        pytest.param(
            "ba-nam",
            [(TITLE, 2024), (TITLE, 2024), ("cstd-thanh-pho", 2025)],
            False,
            id="from_code-three_years_in_a_row",
        ),
        pytest.param("mot-nam", [(TITLE, 2026)], False, id="from_code-after_the_year"),
    ],
)
def test_the_rules_of_the_hospital(
    award: str,
    awards: list[tuple[str, int]],
    expected: bool,  # noqa: FBT001 - expected
) -> None:
    """Counts at a level in a window; "each year" is a rule of its own."""

    assert expected == _met(HOSPITAL, _file(awards), award, 2025)
