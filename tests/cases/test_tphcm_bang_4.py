# SPDX-License-Identifier: MIT
"""Departments of Ho Chi Minh City rank districts, with points for flags won in the year.

The form does not say whether two flags add up. The document asks for exactly one answer, so a
district with both is refused until people decide; both readings can be said.

Source:
    https://tailieumienphi.vn: Mẫu bảng sở, ban, ngành chấm điểm xếp hạng thi đua cho quận,
    huyện thuộc thành phố (Bảng biểu 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve

from thidua import Choice, Criterion, Faults, ItemList, Rubric, Sheet, rank, score
from thidua.formula import Prize, PrizeTable
from thidua.quantity import Given
from thidua.wire import loads


def _rubric() -> Rubric:
    document = Path(__file__).parent / "tphcm_bang_4" / "rubric.json"
    return loads(document.read_text(encoding="utf-8"), Rubric)


RUBRIC = _rubric()
_, FLAGS = RUBRIC.measures
assert isinstance(FLAGS, Choice)
GOVERNMENT, CITY, NONE = FLAGS.levels


def _sheet(unit: str, base: Given, flag: str) -> Sheet:
    return Sheet(unit, {"so_cham": base, "co": flag})


@pytest.mark.parametrize(
    ("flag", "points"),
    [
        pytest.param(CITY, 107, id="published-city"),
        pytest.param(GOVERNMENT, 112, id="hand_computed-government"),
        pytest.param(NONE, 97, id="hand_computed-none"),
    ],
)
def test_a_flag_adds_to_97_points(flag: str, points: int) -> None:
    """A flag of the city or a ministry adds 10 points, one of the Government 15, beyond 100."""

    assert points == score(RUBRIC, [_sheet("Quận 1", 97, flag)])["Quận 1"].points


def test_unspecified_two_flags_are_refused() -> None:
    """There is no level for both flags, so they cannot be entered as if the form knew them."""
    with pytest.raises(Faults, match="choice 'co' has no level"):
        score(RUBRIC, [_sheet("Quận 1", 100, f"{CITY} và {GOVERNMENT}")])


@pytest.mark.parametrize(("only_highest", "points"), [(True, 115), (False, 125)])
def test_unspecified_both_readings_can_be_said(only_highest: bool, points: int) -> None:  # noqa: FBT001 - what differs
    """As a table of prizes, two flags are 115 points if the higher counts, 125 if both do."""
    base, bonus = RUBRIC.sections
    assert isinstance(bonus, Criterion)
    table = PrizeTable(
        "cac_co",
        [Prize(15, {"co": GOVERNMENT}), Prize(10, {"co": CITY})],
        only_highest=only_highest,
    )
    rubric = evolve(
        RUBRIC,
        measures=RUBRIC.measures[:1],
        items=[ItemList("cac_co", "Các cờ thi đua đã đạt", [FLAGS])],
        sections=[base, evolve(bonus, formula=table)],
    )
    flags: list[Mapping[str, Given]] = [{"co": CITY}, {"co": GOVERNMENT}]
    sheet = Sheet("Quận 1", {"so_cham": 100}, {"cac_co": flags})

    assert points == score(rubric, [sheet])["Quận 1"].points


def test_published_districts_are_ranked_in_their_clusters() -> None:
    """Points with bonus decide the rank in each of the city's clusters."""
    sheets = [
        _sheet("Quận 1", 95, CITY),
        _sheet("Quận 3", 99, NONE),
        _sheet("Quận 4", 90, GOVERNMENT),
        _sheet("Gò Vấp", 98, CITY),
    ]
    clusters = {"Quận 1": "Cụm 1", "Quận 3": "Cụm 1", "Quận 4": "Cụm 2", "Gò Vấp": "Cụm 2"}
    ranking = rank(score(RUBRIC, sheets), ties="share", groups=clusters)

    assert [
        ("Cụm 1", "Quận 1", 1),
        ("Cụm 1", "Quận 3", 2),
        ("Cụm 2", "Gò Vấp", 1),
        ("Cụm 2", "Quận 4", 2),
    ] == [(one.group, one.unit, one.best) for one in ranking.places]
