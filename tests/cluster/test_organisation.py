# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from thidua.cluster import (
    UNKNOWN,
    Change,
    Cluster,
    ClusterForm,
    Known,
    Member,
    Merge,
    Person,
    Post,
    Split,
    Term,
    Unit,
    successors,
    value_of,
)
from thidua.errors import ClusterFault, Faults

DAY = date(2026, 7, 1)


def test_unknown_is_not_empty() -> None:
    """What is not given is unknown; what is given empty is known to be so."""

    assert UNKNOWN == Cluster("c", "C").members
    assert Known(()) == Cluster("c", "C", members=[]).members
    assert UNKNOWN == Cluster("c", "C", members=None).members
    assert UNKNOWN == Cluster("c", "C", members=UNKNOWN).members
    assert Known((Member("a"),), inferred="x") == (
        Cluster("c", "C", members=Known(("a",), inferred="x")).members
    )
    assert None is value_of(UNKNOWN)


def test_a_text_is_no_list() -> None:
    """A text where a list is wanted is refused, as its letters are no members."""
    with pytest.raises(
        ClusterFault, match=r"one text where a list is wanted, 'an'; write \['an'\]"
    ):
        Cluster("c", "C", members="an")


def test_forms_are_words() -> None:
    """The form of a cluster may be written as its word."""

    assert Known(ClusterForm.KHU_VUC) == Cluster("c", "C", form="khu vực").form


def test_membership_is_half_open() -> None:
    """A member is one from its first day up to the day before it no longer is."""
    cluster = Cluster("c", "C", members=["a", Member("b", first=date(2026, 1, 1), until=DAY)])

    assert ("a", "b") == cluster.members_on(date(2026, 6, 30))
    assert ("a",) == cluster.members_on(DAY)
    assert ("a",) == cluster.members_on(date(2025, 12, 31))
    assert ("a", "b") == cluster.members_on()
    assert None is Cluster("c", "C").members_on(DAY)


def test_whether_a_unit_is_a_member_may_be_unknown() -> None:
    """A unit that is not listed is no member only where all are listed."""
    some = Cluster("c", "C", members=["a", Member("b", until=DAY)])
    whole = Cluster("c", "C", members=["a"], complete=True)

    assert [True, False, None] == [some.is_member(unit, DAY) for unit in "abx"]
    assert False is whole.is_member("x")
    assert None is Cluster("c", "C").is_member("x")


def test_terms() -> None:
    """Who holds a post is found by day, by year, or last of all."""
    cluster = Cluster(
        "c",
        "C",
        terms=[
            Term("head", unit="a", year=2026),
            Term("deputy", person=Person("B"), first=DAY),
            Term("head", unit="b", first=date(2027, 1, 1), until=date(2027, 6, 1)),
        ],
    )

    assert Known(cluster.terms[0]) == cluster.holder("head", on=DAY)
    assert Known(cluster.terms[2]) == cluster.holder(Post.HEAD)
    assert UNKNOWN == cluster.holder("head", on=date(2027, 6, 1))
    assert UNKNOWN == cluster.holder("deputy", on=date(2026, 6, 30))


def test_one_head_at_a_time() -> None:
    """Terms of one post that overlap, and members that are listed twice, are refused at once."""
    with pytest.raises(Faults) as caught:
        Cluster(
            "c",
            "C",
            members=["a", "b", "a"],
            terms=[Term("head", person=Person("A"), year=2026), Term("head", first=DAY)],
        )

    assert (
        "$.members[2]: unit 'a' is a member twice at a time; list it once, or end the first time\n"
        "$.terms[1]: 'somebody unknown' is head while 'A' is; "
        "give the days or the year of both terms so that one ends first"
    ) == str(caught.value)


def test_a_time_has_a_day() -> None:
    """A membership or a term that ends before it begins is refused."""
    with pytest.raises(ClusterFault) as caught:
        Member("a", first=DAY, until=DAY)
    with pytest.raises(ClusterFault, match="a term of head from 2027-01-01 up to 2026-07-01"):
        Term("head", year=2027, until=DAY)

    assert (
        "$.until: unit 'a' is a member from 2026-07-01 up to 2026-07-01, which is no day; "
        "the day until is the first day after it"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Unit(" ", "A"), "$.code: a code of a unit is some text, ' '"),
        (lambda: Merge(DAY, [], "a"), "$.units: nothing changes: no unit is named"),
        (lambda: Merge(DAY, ["a"], "a"), "$.units: nothing changes: 'a'; name the units before"),
        (lambda: Merge(DAY, ["a", "a"], "b"), "$.units[1]: unit 'a' is named twice; name it once"),
        (lambda: Split(DAY, "a", []), "$.into: nothing changes: no unit is named"),
        (lambda: Split(DAY, "a", ["a"]), "$.into: nothing changes: 'a'"),
        (lambda: Split(DAY, "a", ["b", "b"]), "$.into[1]: unit 'b' is named twice"),
    ],
)
def test_a_change_changes_something(make: Callable[[], object], message: str) -> None:
    """A merger or a split of nothing or into the same is refused, and a unit without a code."""
    with pytest.raises(ClusterFault) as caught:
        make()

    assert message in str(caught.value)


def test_names() -> None:
    """A unit is called by its name, or by its code where none is known."""
    cluster = Cluster("c", "C", units=[Unit("a", "Xã A")])

    assert ["Xã A", "b"] == [cluster.called("a"), cluster.called("b")]


def test_units_merge_and_split() -> None:
    """What becomes of a unit is followed over the years, each successor once."""
    changes: list[Change] = [
        Split(date(2026, 1, 1), "ab", ["x", "y"]),
        Merge(DAY, ["x", "y"], "z"),
        Merge(date(2025, 1, 1), ["a", "b"], "ab"),
    ]

    assert ("x", "y") == successors("a", changes, on=date(2026, 6, 30))
    assert ("z",) == successors("a", changes, on=DAY)
    assert ("c",) == successors("c", changes, on=DAY)
