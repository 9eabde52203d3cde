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
from thidua.rubric.plan import TOTAL, plan
from thidua.strategies import rubrics, sheets


def moved(draw: st.DrawFn, sheet: Sheet, other: Sheet) -> tuple[Sheet, tuple[str | None, str]]:
    """Give one number of *sheet* the value it has in *other*."""
    held, given_ = dict(sheet.entries), dict(other.entries)
    places: list[tuple[str | None, str, int]] = [(None, code, 0) for code in held]
    lists = dict(sheet.items)
    theirs = dict(other.items)
    for place, listed in lists.items():
        for i in range(min(len(listed), len(theirs[place]))):
            places.extend((place, code, i) for code, _ in listed[i])
    if not places:
        return sheet, (None, "")
    place, code, i = draw(st.sampled_from(places))
    if place is None:
        return evolve(sheet, entries={**held, code: given_[code]}), (None, code)
    items = [dict(item) for item in lists[place]]
    items[i] = {**items[i], code: dict(theirs[place][i])[code]}
    return evolve(sheet, items={**lists, place: items}), (place, code)


@st.composite
def pairs(
    draw: st.DrawFn,
) -> tuple[Rubric, tuple[Sheet, ...], tuple[Sheet, ...], tuple[str | None, str]]:
    """Draw a rubric and two clusters that differ in one entry of their first unit."""
    rubric = draw(rubrics(partial=draw(st.booleans())))
    cluster = draw(sheets(rubric, states=draw(st.booleans())))
    (other,) = draw(sheets(rubric, units=["x"], states=False))
    bare = evolve(cluster[0], others=None) if cluster[0].others is None else cluster[0]
    listed = dict(bare.items)
    if bare.others is not None or any(isinstance(one, State) for one in listed.values()):
        held = dict(bare.entries)
        held = {code: held.get(code, bare.others) for code in plan(rubric).indicators}
        numbers = [code for code, entry in held.items() if not isinstance(entry, State)]
        if not numbers:
            return rubric, cluster, cluster, (None, "")
        code = draw(st.sampled_from(numbers))
        one = evolve(bare, entries={**dict(bare.entries), code: dict(other.entries)[code]})
        return rubric, cluster, (one, *cluster[1:]), (None, code)
    one, key = moved(draw, bare, other)
    return rubric, cluster, (one, *cluster[1:]), key


def number(sheet: Sheet, other: Sheet, key: tuple[str | None, str]) -> tuple[Entry, Entry] | None:
    """Return the entry under *key* that differs between two sheets, in each."""
    place, code = key
    if place is None:
        return dict(sheet.entries)[code], dict(other.entries)[code]
    for before, after in zip(dict(sheet.items)[place], dict(other.items)[place], strict=True):
        if before != after:
            return dict(before)[code], dict(after)[code]
    return None


def scored(rubric: Rubric, cluster: tuple[Sheet, ...]) -> Scores | None:
    """Return the scores of a cluster, or None if a formula has no answer."""
    try:
        return score(rubric, cluster)
    except Faults:
        return None


@settings(max_examples=200)
@given(pairs())
def test_what_is_proved_holds(
    drawn: tuple[Rubric, tuple[Sheet, ...], tuple[Sheet, ...], tuple[str | None, str]],
) -> None:
    """What rises with a number never falls as it grows, and points lie in proved intervals."""
    rubric, before, after, key = drawn
    first, second = scored(rubric, before), scored(rubric, after)
    if first is None or second is None:
        return
    proof = prove(rubric)
    for scores in (first, second):
        for unit in scores:
            for line in (*unit.lines, unit.total):
                assert line.points is None or line.points in proof.spans[line.code]
    entries = number(before[0], after[0], key) if key[1] else None
    if entries is None or not all(isinstance(one, Fraction | bool) for one in entries):
        return
    low, high = (first, second) if entries[0] <= entries[1] else (second, first)
    for code in [*plan(rubric).row, TOTAL]:
        direction = proof.directions[code].get(key, Direction.LEVEL)
        lines = [
            unit.total if code == TOTAL else unit[code] for unit in (low.units[0], high.units[0])
        ]
        x, y = (line.points for line in lines)
        if x is None or y is None:
            continue
        match direction:
            case Direction.RISING:
                assert x <= y
            case Direction.FALLING:
                assert x >= y
            case Direction.LEVEL:
                assert x == y
            case _:
                pass
