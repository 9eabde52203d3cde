# SPDX-License-Identifier: MIT

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.cluster import Check, Pairing, explain_check, pair, pairing_table, split, spread
from thidua.errors import Faults

SIZES = range(2, 61)
ROUND = {2: 1, 4: 2}
"""How many years pass before a pair repeats, where it is not one less than the units."""


def _units(size: int) -> list[str]:
    return [f"u{number}" for number in range(size)]


def _years(size: int, years: int, *, checkers: int = 1, seed: int = 0) -> list[Pairing]:
    history: list[Pairing] = []
    for _ in range(years):
        history.append(pair(_units(size), history=history, checkers=checkers, seed=seed))
    return history


@pytest.mark.parametrize("size", SIZES)
def test_a_round_repeats_no_pair(size: int) -> None:
    """A cluster that stays the same repeats no pair before it must, nor checks both ways."""
    years = _years(size, ROUND.get(size, size - 1))
    checks = [check for year in years for check in year.checks]

    assert len(checks) == len({(check.by, check.of) for check in checks})
    assert [] == [check for check in checks if check.by == check.of]
    assert (size == 2) == any(check.mutual for check in checks)
    for year in years:
        assert sorted(_units(size)) == sorted(check.by for check in year.checks)
        assert _units(size) == [check.of for check in year.checks]
    if size not in ROUND:
        # Every pair has occurred, so any pairing whatever of the next year repeats one.
        every = set(permutations(_units(size), 2))
        assert every == {(check.by, check.of) for check in checks}


def test_four_units_have_no_third_year() -> None:
    """Of all ways to pair four units one way, no three years repeat no pair."""
    units = range(4)
    one_way = [
        to
        for to in permutations(units)
        if all(to[unit] != unit and to[to[unit]] != unit for unit in units)
    ]

    assert 6 == len(one_way)
    assert [] == [
        years
        for years in combinations(one_way, 3)
        if all(len({year[unit] for year in years}) == len(years) for unit in units)
    ]


@given(st.integers(3, 9), st.integers(0, 10**6))
def test_any_seed_is_fair_and_repeatable(size: int, seed: int) -> None:
    """Whatever the seed, a round repeats nothing, and the same seed gives the same years."""
    years = _years(size, ROUND.get(size, size - 1), seed=seed)

    assert {0} == {check.before for year in years for check in year.checks}
    assert years == _years(size, len(years), seed=seed)


@pytest.mark.parametrize("size", range(3, 13))
def test_cross_checks_stay_even(size: int) -> None:
    """Over three rounds no pair occurs much more often than another, and none both ways."""
    years = _years(size, 3 * (size - 1))
    apart = [spread(_units(size), years[:count]) for count in range(1, len(years) + 1)]

    assert max(apart) <= (1 if size % 2 else 2)
    assert size % 2 == 0 or 0 == apart[-1]
    assert not any(check.mutual for year in years for check in year.checks)
    assert 0 == spread([], years)


@pytest.mark.parametrize("size", [3, 5, 7])
def test_after_a_round_it_begins_anew(size: int) -> None:
    """Over two rounds everyone has checked everyone else twice."""
    years = _years(size, 2 * (size - 1))
    times = [(check.by, check.of) for year in years for check in year.checks]

    assert {2} == {times.count(arc) for arc in times}
    assert {0, 1} == {check.before for year in years for check in year.checks}


@given(st.data(), st.integers(3, 9), st.integers(0, 5))
def test_members_may_come_and_go(data: st.DataObject, size: int, seed: int) -> None:
    """Whatever the years before were, nobody checks itself or who checks it."""
    pool = _units(size + 3)
    history: list[Pairing] = []
    for _ in range(4):
        units = data.draw(st.permutations(pool))[:size]
        history.append(pair(units, history=history, seed=seed))

        assert set(units) == {check.by for check in history[-1].checks}
        assert [] == [check for check in history[-1].checks if check.mutual or check.by == check.of]


@given(st.integers(3, 9), st.data())
def test_no_pair_is_taken_while_another_occurred_less(size: int, data: st.DataObject) -> None:
    """The pairs of a year have together occurred no more often than those of any rotation."""
    years = data.draw(st.integers(0, size))
    history = _years(size, years)
    circle = data.draw(st.permutations(_units(size)))
    step = data.draw(st.integers(1, size - 1).filter(lambda one: 2 * one != size))
    former = [(check.by, check.of) for year in history for check in year.checks]
    shifted = [(unit, circle[(place + step) % size]) for place, unit in enumerate(circle)]
    found = pair(_units(size), history=history)

    assert sum(check.before for check in found.checks) <= sum(former.count(arc) for arc in shifted)


@pytest.mark.parametrize("size", [3, 4, 7, 10])
def test_several_checkers_differ(size: int) -> None:
    """Each unit is checked by as many others as asked for, and checks as many."""
    for checkers in range(1, size):
        (year,) = _years(size, 1, checkers=checkers)

        assert checkers * size == len({(check.by, check.of) for check in year.checks})
        for unit in _units(size):
            assert checkers == len(year.checkers(unit)) == len(year.checked(unit))
        if 2 * checkers <= size - 1:
            assert not any(check.mutual for check in year.checks)


def test_every_checker_has_a_share_of_the_criteria() -> None:
    """The checkers of a unit share its criteria; a unit checks every share once."""
    weights = {"I": 60, "II": 20, "III": 15, "IV": 5}
    year = pair(_units(5), checkers=2, criteria=weights)

    for unit in _units(5):
        of = [check.criteria for check in year.checks if check.of == unit]
        by = [check.criteria for check in year.checks if check.by == unit]

        assert [("I",), ("II", "III", "IV")] == of
        assert sorted(of) == sorted(by)


@given(
    st.dictionaries(st.text("abcd", min_size=1), st.fractions(0, 100), min_size=1),
    st.integers(1, 5),
)
def test_shares_differ_by_no_more_than_one_criterion(
    weights: dict[str, Fraction], among: int
) -> None:
    """Everything is shared out once, and two shares differ by the heaviest criterion at most."""
    shares = split(weights, among)
    loads = [sum(weights[code] for code in share) for share in shares]

    assert sorted(weights) == sorted(code for share in shares for code in share)
    assert max(loads) - min(loads) <= max(weights.values())


def test_the_seed_changes_who_meets_whom() -> None:
    """Another seed is another order; the same seed is the same everywhere."""

    assert pair(_units(7), seed=1) != pair(_units(7), seed=2)
    assert ("u4", "u6", "u5") == tuple(check.by for check in pair(_units(7)).checks)[:3]


FAULTS = [
    (
        {"units": ["a", "b", "a"]},
        "$.units[2]: unit 'a' stands twice in the cluster; list it once",
    ),
    ({"units": ["a"]}, "$.units: a cross-check takes two units, given 1"),
    (
        {"units": ["a", "b", "c"], "checkers": 3},
        "$.checkers: each unit is checked by 1 to 2 others, not by 3",
    ),
    (
        {"units": ["a", "b", "c"], "checkers": 2, "criteria": ["I"]},
        (
            "$.checkers: 1 criteria cannot be shared among 2 checkers; "
            "ask for fewer checkers, or share smaller criteria"
        ),
    ),
    (
        {"units": ["a", "b"], "criteria": {"I": -1}},
        "$.criteria.I: the weight of 'I' is below zero",
    ),
]


@pytest.mark.parametrize(("given_", "message"), FAULTS)
def test_what_cannot_be_paired_is_refused(given_: dict[str, object], message: str) -> None:
    """A cluster that cannot be paired says why."""
    with pytest.raises(Faults) as caught:
        pair(**given_)  # type: ignore[arg-type]

    assert message == str(caught.value)


def test_a_pairing_is_written_as_a_table() -> None:
    """The table has the criteria and the notes only where there are any."""
    first = pair(["a", "b"])
    second = pair(["a", "b"], history=[first], criteria=["I", "II"])

    note = (
        "đã kiểm tra 1 lần trước đó, không còn cặp nào ít lần hơn; "
        "kiểm tra lẫn nhau, số đơn vị không cho phép khác"
    )
    text = pairing_table(second, names={"a": "Bắc Hà"}).splitlines()

    assert "Đơn vị được kiểm tra  Đơn vị kiểm tra  Nội dung  Ghi chú" == text[0]
    assert f"Bắc Hà                b                I, II     {note}" == text[2]
    assert f"b                     Bắc Hà           I, II     {note}" == text[3]
    assert (
        "has checked it 1 times before, no pair that has less is left; "
        "check each other, the number of units allows nothing else"
    ) == explain_check(second.checks[0], language="en")
    assert "" == explain_check(Check("a", "b"))
    assert pairing_table(pair(["a", "b", "c"]), language="en", markup="markdown").startswith(
        "| Unit checked | Checked by |\n"
    )
