# SPDX-License-Identifier: MIT
"""Cluster 347 of the Quảng Trị police: 1000 points on 176 leaves, ranked by percent.

The sources write "no target" as a target of 0; here it is the state ``not_assigned``.

Source:
    https://github.com/ThuatNguyen/NationalSecurityContest2: attached_assets/contestdb.sql
    (tree and seed data), FEATURE_IS_ASSIGNED_CRITERIA.md, server/routes.ts (code);
    https://github.com/ThuatNguyen/NationalSecurityContest: attached_assets/Mo ta de tai.bs.docx
    (specification document).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from thidua import Criterion, Rubric, Section, Sheet, State, rank, score
from thidua.formula import AroundTarget, DirectEntry, YesNo
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "cum_347" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()


def _parts(parts: Iterable[Section | Criterion]) -> Iterator[Section | Criterion]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from _parts(part.criteria)


LEAVES = [part for part in _parts(RUBRIC.sections) if isinstance(part, Criterion)]
SECTIONS = {part.code: part for part in _parts(RUBRIC.sections) if isinstance(part, Section)}


def _sheet(unit: str, points: str, not_assigned: Iterable[str] = ()) -> Sheet:
    """Return a sheet of full marks but for what is taken off direct entries, in printed order."""
    left = {leaf.code for leaf in LEAVES} - set(not_assigned)
    excess = sum(leaf.maximum for leaf in LEAVES if leaf.code in left) - Fraction(points)
    entries: dict[str, Given] = {}
    for leaf in LEAVES:
        match leaf.formula:
            case DirectEntry(measure):
                taken = min(excess, leaf.maximum) if leaf.code in left else Fraction(0)
                excess -= taken
                values: dict[str, Given] = {measure: leaf.maximum - taken}
            case YesNo(question):
                values = {question: True}
            case AroundTarget(measure, to):
                values = {measure: 2, to: 1}
            case _:
                pytest.fail(f"an unexpected form, {leaf.formula!r}")
        entries |= values if leaf.code in left else dict.fromkeys(values, State.NOT_ASSIGNED)
    return Sheet(unit, entries)


def test_the_tree_has_the_leaves_of_the_source() -> None:
    """There are 12 quantitative, 51 qualitative and 113 direct leaves, 176 in all."""
    kinds = Counter(type(leaf.formula) for leaf in LEAVES)

    assert {AroundTarget: 12, YesNo: 51, DirectEntry: 113} == kinds


def test_the_tree_has_the_parents_of_the_source() -> None:
    """There are 54 parents, and leaf maxima go from 0.50 to 50 points."""
    maxima = [leaf.maximum for leaf in LEAVES]

    assert 54 == len(SECTIONS)
    assert [Fraction("0.5"), 50] == [min(maxima), max(maxima)]


@pytest.mark.parametrize("code", SECTIONS)
def test_every_maximum_is_the_sum_of_its_parts(code: str) -> None:
    """The declared maximum of a section equals what its criteria add up to."""
    section = SECTIONS[code]

    assert section.maximum == sum(part.maximum or 0 for part in section.criteria)


@pytest.mark.parametrize(
    ("parent", "maxima"),
    [
        pytest.param("I", [200, 200, 120, 100, 40, 40], id="seed_data-I"),
        pytest.param("I.2", [70, 50, 30, 50], id="seed_data-I.2"),
        pytest.param("II", [50, 50, 30, 40, 30], id="seed_data-II"),
        pytest.param("II.1", [10, 10, 15, 5, 5, 5], id="seed_data-II.1"),
        pytest.param("III", [40, 20, 15, 25], id="seed_data-III"),
    ],
)
def test_the_points_are_spread_as_in_the_source(parent: str, maxima: list[int]) -> None:
    """The parts of the upper sections have the maxima of the source."""

    assert maxima == [part.maximum for part in SECTIONS[parent].criteria]


def test_seed_data_the_top_sections_add_up_to_1000() -> None:
    """Professional work has 700 points, building the force 200, the movement 100."""

    assert {"I": 700, "II": 200, "III": 100} == {
        part.code: part.maximum for part in RUBRIC.sections
    }
    assert 1000 == RUBRIC.maximum


def test_spec_document_a_criterion_not_assigned_leaves_the_maximum() -> None:
    """10 of 10 and 3 of 5 assigned, 8 not assigned: 13 of 15 points, 86.67 %.

    Criteria 8, 35 and 48 of the tree have the maxima of the source's A, B and C; all others
    are not assigned either.
    """
    entries: dict[str, Given] = {"c8_diem": 10, "c35_diem": 3, "c48_diem": State.NOT_ASSIGNED}

    unit = score(RUBRIC, [Sheet("A", entries, others=State.NOT_ASSIGNED)])["A"]

    assert [13, 15] == [unit.points, unit.total.maximum]
    assert Fraction("86.67") == unit.percent


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("20", id="spec_document-990-quantitative"),
        pytest.param("2", id="published-990-qualitative"),
    ],
)
def test_ten_points_not_assigned_make_the_denominator_990(code: str) -> None:
    """Percents are of 990 points where a criterion of 10 was not assigned."""
    unit = score(RUBRIC, [_sheet("A", "990", [code])])["A"]

    assert [990, 100] == [unit.total.maximum, unit.percent]


PERCENT_AGAINST_POINTS = [
    pytest.param(
        {"X": ("900", ["2"]), "Y": ("905", [])},
        {"X": "90.91", "Y": "90.5"},
        id="code-900_of_990_and_905_of_1000",
    ),
    pytest.param(
        {"unit2": ("871.2", ["2"]), "unit1": ("875", [])},
        {"unit2": "88", "unit1": "87.5"},
        id="hand_computed-871.2_of_990_and_875_of_1000",
    ),
]


@pytest.mark.parametrize(("units", "percents"), PERCENT_AGAINST_POINTS)
def test_percent_and_points_rank_the_other_way_round(
    units: Mapping[str, tuple[str, list[str]]], percents: Mapping[str, str]
) -> None:
    """The regulation ranks by percent; ranked by points, as an export does, the order turns.

    In the source the screen ranks by percent and the Excel file of the same table by points.
    """
    sheets = [_sheet(unit, *given) for unit, given in units.items()]
    scores = score(RUBRIC, sheets)
    first, second = units

    by_percent = rank(scores, ties="share")
    by_points = rank(score(evolve(RUBRIC, ranked_by="points"), sheets), ties="share")

    assert {unit: Fraction(one) for unit, one in percents.items()} == {
        one.unit: one.percent for one in scores
    }
    assert {first: 1, second: 2} == {one.unit: one.rank for one in by_percent.places}
    assert {first: 2, second: 1} == {one.unit: one.rank for one in by_points.places}


SELF_TOTALS = {
    "Cam Hồng": "785.75",
    "Kim Ngân": "827.75",
    "Lệ Thủy": "874.27",
    "Sen Ngữ": "912.75",
    "Tân Mỹ": "822.75",
    "Trường Phú": "806.75",
    "Vĩnh Linh": "793.98",
}


def test_seed_data_the_self_totals_rank_the_seven_communes() -> None:
    """By their own totals, everything being assigned, the communes rank as in the source.

    The source gives the totals; here they are reached by taking points off full marks.
    """
    ranked = rank(score(RUBRIC, [_sheet(*one) for one in SELF_TOTALS.items()]), ties="share")

    assert {
        "Sen Ngữ": 1,
        "Lệ Thủy": 2,
        "Kim Ngân": 3,
        "Tân Mỹ": 4,
        "Trường Phú": 5,
        "Vĩnh Linh": 6,
        "Cam Hồng": 7,
    } == {place.unit: place.rank for place in ranked.places}


QUANTITATIVE = [
    pytest.param(
        "22",
        {
            "Lệ Thủy": (5, "66.67", "16.49"),
            "Tân Mỹ": (5, 0, "0"),
            "Trường Phú": (5, 50, "14.74"),
            "Kim Ngân": ("0.05", 1, "20"),
        },
        id="seed_data-22",
    ),
    pytest.param(
        "28b",
        {
            "Lệ Thủy": (1, 5, "3.41"),
            "Tân Mỹ": (1, 1, "2.5"),
            "Vĩnh Linh": (1, 0, "0"),
            "Trường Phú": (1, 3, "2.95"),
            "Sen Ngữ": (1, 12, "5"),
            "Kim Ngân": (1, 1, "2.5"),
        },
        id="seed_data-28b",
    ),
    pytest.param(
        "31",
        {
            "Lệ Thủy": (1, 5, "7.22"),
            "Vĩnh Linh": (1, 2, "5.56"),
            "Trường Phú": (1, 2, "5.56"),
            "Cam Hồng": (1, 10, "10"),
        },
        id="code-31_with_the_late_unit",
    ),
]


@pytest.mark.parametrize(("code", "units"), QUANTITATIVE)
def test_the_quantitative_criteria_of_the_tree(
    code: str, units: Mapping[str, tuple[Given, Given, str]]
) -> None:
    """Criteria 22, 28b and 31 of the tree give the communes the source's comparative points."""
    sheets = [
        Sheet(
            unit,
            {f"c{code}_chi_tieu": target, f"c{code}_ket_qua": result},
            others=State.NOT_ASSIGNED,
        )
        for unit, (target, result, _) in units.items()
    ]

    assert {unit: Fraction(points) for unit, (_, _, points) in units.items()} == {
        one.unit: one[code].points for one in score(RUBRIC, sheets)
    }


def test_a_unit_that_is_not_assigned_the_task_is_no_peer() -> None:
    """A commune without target and without result leaves the maximum and leads nobody."""
    sheets = [
        Sheet("A", {"c31_chi_tieu": 1, "c31_ket_qua": 2}, others=State.NOT_ASSIGNED),
        Sheet("B", {}, others=State.NOT_ASSIGNED),
    ]

    scores = score(RUBRIC, sheets)

    assert [10, 0, 0] == [
        scores["A"]["31"].points,
        scores["B"]["31"].points,
        scores["B"]["31"].maximum,
    ]
