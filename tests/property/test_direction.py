# SPDX-License-Identifier: MIT
"""What is proved of directions and bounds holds for every cluster that is drawn."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.errors import Faults
from thidua.formula import Direction
from thidua.quantity import Entry, State
from thidua.review.proof import prove
from thidua.rubric import Rubric, Scores, Sheet, score
from thidua.strategies import rubrics, sheets

Cluster = tuple[Sheet, ...]
Key = tuple[str | None, str]


def cells(sheet: Sheet) -> dict[tuple[str | None, str, int], Entry]:
    """Return every entry of a sheet, by list, code and position in the list."""
    found: dict[tuple[str | None, str, int], Entry] = {
        (None, code, 0): entry for code, entry in sheet.entries
    }
    for place, listed in sheet.items:
        for i, item in enumerate(() if isinstance(listed, State) else listed):
            found |= {(place, code, i): entry for code, entry in item}
    return found


def changed(sheet: Sheet, cell: tuple[str | None, str, int], entry: Entry) -> Sheet:
    """Return a sheet with another entry."""
    place, code, index = cell
    if place is None:
        return evolve(sheet, entries={**dict(sheet.entries), code: entry})
    lists = {
        name: listed if isinstance(listed, State) else [dict(item) for item in listed]
        for name, listed in sheet.items
    }
    listed = lists[place]
    assert not isinstance(listed, State)
    listed[index][code] = entry
    return evolve(sheet, items=lists)


def is_number(entry: Entry | None) -> bool:
    """Tell whether an entry is a number, or a yes or a no, which count as numbers."""
    return isinstance(entry, Fraction | bool)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Rubric, Cluster, Cluster, Key | None]:
    """Draw a rubric and two clusters of which the first unit has a higher number in the second."""
    rubric = draw(rubrics(partial=draw(st.booleans())))
    cluster = draw(sheets(rubric, states=draw(st.booleans())))
    (other,) = draw(sheets(rubric, units=["x"], states=False))
    first, others = cells(cluster[0]), cells(other)
    numbers = [cell for cell in first if is_number(first[cell]) and is_number(others.get(cell))]
    if not numbers:
        return rubric, cluster, cluster, None
    cell = draw(st.sampled_from(numbers))
    moved = (changed(cluster[0], cell, others[cell]), *cluster[1:])
    low, high = first[cell], others[cell]
    assert isinstance(low, Fraction | bool)
    assert isinstance(high, Fraction | bool)
    return (rubric, cluster, moved, cell[:2]) if low <= high else (rubric, moved, cluster, cell[:2])


def scored(rubric: Rubric, cluster: Cluster) -> Scores | None:
    """Return the scores of a cluster, or None if a formula has no answer."""
    try:
        return score(rubric, cluster)
    except Faults:
        return None


@settings(max_examples=200)
@given(pairs())
def test_what_is_proved_holds(drawn: tuple[Rubric, Cluster, Cluster, Key | None]) -> None:
    """What rises with a number never falls as it grows, and points lie in proved intervals."""
    rubric, before, after, key = drawn
    first, second = scored(rubric, before), scored(rubric, after)
    if first is None or second is None or key is None:
        return
    proof = prove(rubric)
    pairs_of_lines = zip(
        (*first.units[0].lines, first.units[0].total),
        (*second.units[0].lines, second.units[0].total),
        strict=True,
    )
    for low, high in pairs_of_lines:
        if low.points is None or high.points is None:
            continue
        assert low.points in proof.spans[low.code]
        assert high.points in proof.spans[low.code]
        direction = proof.directions[low.code].get(key, Direction.LEVEL)
        if direction in {Direction.RISING, Direction.LEVEL}:
            assert low.points <= high.points
        if direction in {Direction.FALLING, Direction.LEVEL}:
            assert low.points >= high.points
