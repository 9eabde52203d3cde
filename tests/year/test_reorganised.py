# SPDX-License-Identifier: MIT
"""Members that merge, split, join and leave in the course of a year; all are made up."""

from __future__ import annotations

from datetime import date

import pytest

from thidua.cluster import (
    UNKNOWN,
    Check,
    Cluster,
    Fact,
    Known,
    Merge,
    Pairing,
    Person,
    Split,
    Term,
    Unit,
    pair,
    value_of,
)
from thidua.errors import ClusterFault
from thidua.year import (
    Ballot,
    Cancel,
    Content,
    CrossCheck,
    Entry,
    Event,
    Explanation,
    HandOver,
    Joined,
    Left,
    Move,
    Nomination,
    Opening,
    Procedure,
    Registration,
    Reorganised,
    Stage,
    Year,
    as_of,
    difference_table,
    explain_year,
    fold,
    official,
    sheets_of,
    total,
)

SPRING, JULY, AUTUMN = date(2025, 3, 1), date(2025, 7, 1), date(2025, 9, 1)
UNITS = ("an", "binh", "chau", "dai")
CLUSTER = Cluster(
    "c",
    "Cụm",
    members=UNITS,
    complete=True,
    terms=[
        Term("head", unit="an", person=Person("Nguyễn Văn A"), year=2025),
        Term("deputy", unit="binh", year=2025),
    ],
)
PAIRING = Pairing(
    (Check("dai", "an"), Check("an", "binh"), Check("binh", "chau"), Check("chau", "dai"))
)
STAGES = [
    Stage("tu_cham", "Tự chấm", who="unit", takes=["entries", "ballots", "explanations"]),
    Stage("cheo", "Kiểm tra chéo", who="checker"),
    Stage("tham_dinh", "Thẩm định", who="head", needs=["entries"]),
    Stage("cuoi", "Cuối"),
]
MERGED = Reorganised(Merge(JULY, ["an", "binh"], "an-binh"), [Unit("an-binh", "xã An Bình")])
MOVES = (Move("tu_cham"), Move("cheo"), Move("tham_dinh"))


def at(day: date | None, content: Content, by: str = "an", id_: str = "") -> Event:
    """Return an event of a day."""
    return Event(id_ or f"{by}-{day}-{content!r}", content, by=by, at=day)


def opened(*events: Event, cluster: Cluster = CLUSTER) -> Year:
    """Return the year that begins in spring."""
    return fold([at(SPRING, Opening(2025, cluster, Procedure(STAGES)), id_="0"), *events])


def said(year: Year) -> str:
    """Return everything that is said of what was refused."""
    return "\n".join(str(fault) for one in year.refused for fault in one.faults)


def holder(year: Year, post: str, day: date) -> Fact[str]:
    """Return the unit that holds a post on a day."""
    match year.cluster.holder(post, on=day):
        case Known(term):
            return term.unit
        case _:
            return UNKNOWN


def test_a_merger_changes_who_is_a_member() -> None:
    """Up to the day the old units are members, from it on the new one is."""
    year = opened(at(SPRING, MERGED))

    assert () == year.refused
    assert UNITS == year.cluster.members_on(date(2025, 6, 30))
    assert ("chau", "dai", "an-binh") == year.cluster.members_on(JULY)
    assert UNITS == year.present
    assert ("chau", "dai", "an-binh") == opened(at(AUTUMN, MERGED)).present
    assert "xã An Bình" == year.cluster.called("an-binh")
    assert (MERGED.change,) == year.cluster.changes
    said_of_it = "Sáp nhập, chia tách:\n- sáp nhập từ ngày 01/07/2025: an, binh thành xã An Bình"
    assert said_of_it in explain_year(year)
    assert "an (đến trước ngày: 01/07/2025); binh (đến" in explain_year(year)
    split = opened(at(SPRING, Reorganised(Split(JULY, "an", ["x", "y"]))))
    assert "- split from 2025-07-01: an into x, y" in explain_year(split, language="en")


def test_without_days_what_was_told_has_happened() -> None:
    """Where no event has a day, the members are those after every change."""
    year = fold([at(None, Opening(2025, CLUSTER)), at(None, MERGED)])

    assert ("chau", "dai", "an-binh") == year.present


def test_posts_pass_to_who_carries_on() -> None:
    """Head and deputy merged are head; the post of deputy is free, and the mark says inferred."""
    year = opened(at(SPRING, MERGED))
    head = holder(year, "head", JULY)

    assert Known("an") == holder(year, "head", date(2025, 6, 30))
    assert Known("an-binh", inferred="tiếp nhận khi sắp xếp đơn vị") == head
    assert Known("binh") == holder(year, "deputy", date(2025, 6, 30))
    assert UNKNOWN == holder(year, "deputy", JULY)
    assert UNKNOWN == holder(year, "head", date(2026, 1, 1))
    term = year.cluster.holder("head", on=JULY)
    assert isinstance(term, Known)
    assert UNKNOWN == term.value.person
    deputy = at(AUTUMN, HandOver(2025, terms=[Term("deputy", unit="dai", first=AUTUMN)]))
    assert Known("dai") == holder(opened(at(SPRING, MERGED), deputy), "deputy", AUTUMN)


def test_the_deputy_that_takes_the_head_in() -> None:
    """A deputy into which the head merges heads, and is its own deputy no more."""
    year = opened(at(SPRING, Reorganised(Merge(JULY, ["an", "binh"], "binh"))))

    assert "binh" == value_of(holder(year, "head", JULY))
    assert Known("binh") == holder(year, "deputy", date(2025, 6, 30))
    assert UNKNOWN == holder(year, "deputy", JULY)
    assert ("binh", "chau", "dai") == year.cluster.members_on(JULY)


def test_a_deputy_that_heads_later() -> None:
    """A unit that takes the deputy in stays deputy up to its own term as head, and after it."""
    terms = [
        Term("deputy", unit="an", first=SPRING, until=AUTUMN),
        Term("head", unit="dai", year=2026),
    ]
    cluster = Cluster("c", "C", members=UNITS, terms=terms)
    year = opened(at(SPRING, Reorganised(Merge(JULY, ["an", "binh"], "dai"))), cluster=cluster)

    assert "dai" == value_of(holder(year, "deputy", JULY))
    assert Known("dai") == holder(year, "head", date(2026, 5, 1))


def test_a_term_to_come_of_deputy_and_head() -> None:
    """Of two terms to come that would both be the heir's, that of deputy falls away."""
    terms = [Term("head", unit="an", year=2026), Term("deputy", unit="binh", year=2026)]
    year = opened(at(SPRING, MERGED), cluster=Cluster("c", "C", members=UNITS, terms=terms))

    assert ["an-binh"] == [value_of(term.unit) for term in year.cluster.terms]


def test_two_changes_in_a_year() -> None:
    """What ended by the second change is told by the second, not by the first."""
    second = Reorganised(Merge(AUTUMN, ["chau", "dai"], "chau-dai"))
    events = [at(SPRING, MERGED), at(AUTUMN, second), at(AUTUMN, MOVES[0])]
    entry = at(AUTUMN, Entry("tu_cham", "dai", "1", 5), "dai")

    assert "it is carried on by 'chau-dai'" in said(opened(*events, entry))
    assert ("an-binh", "chau-dai") == opened(*events).present


def test_terms_without_an_end_and_of_next_year() -> None:
    """A term that nobody ended goes on without end; one that begins later passes whole."""
    terms = [Term("head", unit="chau", until=AUTUMN), Term("head", unit="an", first=AUTUMN)]
    cluster = Cluster("c", "C", members=UNITS, terms=[*terms, Term("deputy", unit="dai")])
    year = opened(at(SPRING, MERGED), cluster=cluster)

    assert Known("chau") == holder(year, "head", JULY)
    assert "an-binh" == value_of(holder(year, "head", date(2030, 1, 1)))
    assert Known("dai") == holder(year, "deputy", date(2030, 1, 1))


def test_a_split_needs_an_heir() -> None:
    """Of several units that carry one on, the heir is named, or the post is vacant."""
    split = Split(JULY, "an", ["an-1", "an-2"])

    assert UNKNOWN == holder(opened(at(SPRING, Reorganised(split))), "head", JULY)
    named = opened(at(SPRING, Reorganised(split, heir="an-2")))
    assert "an-2" == value_of(holder(named, "head", JULY))
    assert ("binh", "chau", "dai", "an-1", "an-2") == named.cluster.members_on(JULY)
    kept = opened(at(SPRING, Reorganised(Split(JULY, "an", ["an", "an-2"]))))
    assert Known("an") == holder(kept, "head", JULY)
    assert "heir" not in said(kept)


def test_checks_pass_to_who_carries_on() -> None:
    """The heir checks and is checked for both; a check of itself falls away."""
    events = (at(SPRING, CrossCheck(pairing=PAIRING)), at(SPRING, MERGED))
    later = at(AUTUMN, Move("tu_cham"))
    checks = (Check("dai", "an-binh"), Check("an-binh", "chau"), Check("chau", "dai"))

    assert Known(PAIRING) == opened(*events).pairing
    assert Known(Pairing(checks)) == opened(*events, later).pairing
    split = at(SPRING, Reorganised(Split(JULY, "an", ["an-1", "an-2"])))
    assert Known(Pairing(PAIRING.checks[2:])) == opened(events[0], split, later).pairing


def test_two_checks_that_become_one() -> None:
    """Where both checked one unit, the heir has the criteria of both, and may be mutual."""
    shared = Pairing(
        (Check("an", "chau", ("I",)), Check("binh", "chau", ("II",)), Check("chau", "an"))
    )
    whole = Pairing((Check("an", "chau"), Check("binh", "chau", ("II",))))
    events = (at(SPRING, MERGED), at(AUTUMN, Move("tu_cham")))
    one = opened(at(SPRING, CrossCheck(pairing=shared)), *events).pairing
    other = opened(at(SPRING, CrossCheck(pairing=whole)), *events).pairing

    both = Check("an-binh", "chau", ("I", "II"), mutual=True)
    assert Known(Pairing((both, Check("chau", "an-binh", mutual=True)))) == one
    assert Known(Pairing((Check("an-binh", "chau"),))) == other


def test_after_a_change_it_may_be_paired_anew() -> None:
    """A second pairing is refused, unless members have changed since the first."""
    first, second = CrossCheck(pairing=PAIRING), CrossCheck(pairing=pair(["chau", "dai", "lam"]))
    joined = at(SPRING, Joined(Unit("lam", "xã Lâm"), SPRING))

    assert "has said so" in said(opened(at(SPRING, first), at(SPRING, second)))
    year = opened(at(SPRING, first), joined, at(SPRING, second))
    assert () == year.refused
    assert second.pairing == year.pairing


def test_what_was_entered_stays_and_counts_for_none() -> None:
    """Entries of a merged unit stay on record; who carries it on is assessed anew."""
    events = [
        at(SPRING, MOVES[0]),
        at(SPRING, Entry("tu_cham", "an", "1", 5), id_="own"),
        at(AUTUMN, MERGED),
        at(AUTUMN, Entry("tu_cham", "an", "1", 6), id_="late"),
        at(AUTUMN, Explanation("tu_cham", "an", "1", "đã nộp")),
        at(AUTUMN, Entry("tu_cham", "an-binh", "1", 7), "an-binh", "new"),
    ]
    year = opened(*events)

    assert (
        "$.content.unit: 'an' is no member since 2025-07-01; it is carried on by 'an-binh'"
    ) in said(year)
    assert 2 == len(year.refused)
    assert 5 == value_of(official(year, "an", "1"))
    own = as_of(year, "tu_cham", "an", "1")
    assert own is not None
    assert "own" == own.event
    assert as_of(year, "tu_cham", "an", "2") is None
    assert 7 == total(year, "tu_cham", "an-binh").value
    with pytest.raises(ClusterFault, match="'an' is not a member"):
        total(year, "tu_cham", "an")
    with pytest.raises(ClusterFault, match="no rubric is on record"):
        sheets_of(year)


def test_differences_of_a_unit_that_ended() -> None:
    """What was found of a unit before it ended stays in the table, without a total."""
    events = [
        at(SPRING, CrossCheck(pairing=PAIRING)),
        at(SPRING, MOVES[0]),
        at(SPRING, Entry("tu_cham", "an", "1", 5)),
        at(SPRING, MOVES[1]),
        at(SPRING, Entry("cheo", "an", "1", 4, reason="thiếu"), "dai"),
        at(AUTUMN, MERGED),
    ]
    table = difference_table(opened(*events), "tu_cham", "cheo")

    assert "an      1               5              4          -1  thiếu" in table
    assert "Tổng" not in table


def test_who_ended_does_nothing_any_more() -> None:
    """From the day on the heir checks, appraises and is asked for; the old units are not."""
    events = [
        at(SPRING, CrossCheck(pairing=PAIRING)),
        at(SPRING, MOVES[0]),
        at(AUTUMN, MERGED),
        at(AUTUMN, MOVES[1]),
        at(AUTUMN, Entry("cheo", "chau", "1", 5), "binh"),
        at(AUTUMN, Entry("cheo", "chau", "1", 5), "an-binh"),
        at(AUTUMN, MOVES[2]),
        at(AUTUMN, Entry("tham_dinh", "dai", "1", 5), "an"),
        at(AUTUMN, Entry("tham_dinh", "dai", "1", 5), "an-binh"),
        at(AUTUMN, Move("cuoi")),
    ]
    text = said(opened(*events))

    assert "'binh' enters nothing of 'chau' on '1' in stage 'cheo'; it is for 'an-binh'" in text
    assert "'an' enters nothing of 'dai' on '1' in stage 'tham_dinh'; it is for 'an-binh'" in text
    assert "'chau' has no entry in stage 'tham_dinh'" in text
    assert "'an-binh' has no entry in stage 'tham_dinh'" in text
    assert "'an' has no entry" not in text


def test_a_checker_that_left_checks_nothing() -> None:
    """Whom a unit that left was to check is checked by nobody until it is paired anew."""
    events = [
        at(SPRING, CrossCheck(pairing=PAIRING)),
        at(SPRING, MOVES[0]),
        at(SPRING, MOVES[1]),
        at(AUTUMN, Left("binh", JULY)),
        at(AUTUMN, Entry("cheo", "chau", "1", 5), "binh"),
    ]

    assert "nobody is assigned to it; record who checks whom" in said(opened(*events))


def test_a_post_of_a_unit_that_left_is_vacant() -> None:
    """A head that leaves heads no more; while others rest on it, the leaving stays."""
    left = at(SPRING, Left("an", JULY), id_="l")
    new = at(SPRING, HandOver(2025, terms=[Term("head", unit="dai", first=JULY)]))
    again = at(SPRING, Reorganised(Merge(AUTUMN, ["dai", "x"], "an")))
    cancel = at(SPRING, Cancel("l", "sai"))

    assert Known("an") == holder(opened(left), "head", date(2025, 6, 30))
    assert UNKNOWN == holder(opened(left), "head", JULY)
    assert Known("dai") == holder(opened(left, new), "head", JULY)
    assert "came after it and rest on it" in said(opened(left, new, cancel))
    assert "came after it and rest on it" in said(opened(left, again, cancel))
    assert CLUSTER == opened(left, cancel).cluster


def test_who_joins_later_may_be_named_before() -> None:
    """A unit of which a time as member is ahead may be paired, register, and head from then."""
    joined = at(SPRING, Joined(Unit("lam", "xã Lâm"), JULY), id_="j")
    named: list[Content] = [
        Registration(unit="lam"),
        CrossCheck(pairing=pair(["an", "lam"])),
        HandOver(2026, terms=[Term("head", unit="lam", year=2026)]),
        Nomination(units=["lam"]),
    ]
    gone = at(AUTUMN, Left("lam", AUTUMN))

    for one in named:
        assert () == opened(joined, at(SPRING, one)).refused
        assert "'lam' is not a member" in said(opened(joined, gone, at(AUTUMN, one)))
        resting = opened(joined, at(SPRING, one), at(SPRING, Cancel("j", "sai")))
        assert "came after it and rest on it" in said(resting)


REFUSED: list[tuple[Content, str]] = [
    (
        Reorganised(Merge(JULY, ["x", "y"], "z")),
        "$.content.change: 'x', 'y': not a member on 2025-06-30; known are 'an', 'binh', 'chau'",
    ),
    (
        Reorganised(Merge(JULY, ["an", "x"], "z"), [Unit("zz", "Z")], heir="w"),
        "$.content.units[0]: 'zz' does not come of the change; did you mean 'z'?",
    ),
    (
        Reorganised(Merge(JULY, ["an", "x"], "z"), heir="w"),
        "$.content.heir: 'w' does not come of the change; known are 'z'",
    ),
    (
        Reorganised(Split(JULY, "an", ["an", "x"]), heir="x"),
        "$.content.heir: no unit ends, so 'x' takes nothing over; leave it out",
    ),
    (
        Reorganised(Split(JULY, "x", ["y", "z"])),
        "$.content.change: 'x': not a member on 2025-06-30",
    ),
]


@pytest.mark.parametrize(("content", "message"), REFUSED)
def test_changes_that_do_not_fit_are_refused(content: Content, message: str) -> None:
    """A change of strangers, or with an heir that does not come of it, says so."""

    assert message in said(opened(at(SPRING, content)))


def test_one_of_another_cluster_may_merge_into_a_member() -> None:
    """A unit that is no member may be merged into one that is; an heir takes its posts."""
    year = opened(at(SPRING, Reorganised(Merge(JULY, ["dai", "x"], "dai"))))

    assert () == year.refused
    assert UNITS == year.cluster.members_on(JULY)


def test_what_merged_does_not_merge_again() -> None:
    """A unit that ended is no member whose merger could be recorded once more."""
    again = at(AUTUMN, Reorganised(Merge(AUTUMN, ["an", "binh"], "z")))

    assert "'an', 'binh': not a member on 2025-08-31" in said(opened(at(SPRING, MERGED), again))


def test_who_voted_was_a_member() -> None:
    """A unit that voted did not end or leave before; the ballot is cancelled first."""
    voted = (
        at(SPRING, MOVES[0]),
        at(AUTUMN, Ballot("tu_cham", "Cờ", ["chau"]), "binh", "vote"),
    )
    reason = "'binh' voted on 2025-09-01, in event 'vote'; cancel 'vote' first"

    assert reason in said(opened(*voted, at(AUTUMN, MERGED)))
    assert reason in said(opened(*voted, at(AUTUMN, Left("binh", JULY))))
    some = Cluster("c", "C", members=UNITS)
    stranger = (voted[0], at(SPRING, Ballot("tu_cham", "Cờ", ["chau"]), "lam", "vote"))
    joined = at(AUTUMN, Joined(Unit("lam", "xã Lâm"), JULY))
    assert "'lam' voted on 2025-03-01, in event 'vote'" in said(
        opened(*stranger, joined, cluster=some)
    )
    undated = (voted[0], at(None, Ballot("tu_cham", "Cờ", ["chau"]), "binh", "vote"))
    assert () == opened(*undated, at(AUTUMN, MERGED)).refused


def test_a_change_is_cancelled_before_anything_rests_on_it() -> None:
    """What the new unit did, or was done to it, holds the change there."""
    merged = at(SPRING, MERGED, id_="m")
    cancel = at(AUTUMN, Cancel("m", "sai"))
    resting = [
        at(AUTUMN, Entry("tu_cham", "an-binh", "1", 7), "an-binh", "r"),
        at(AUTUMN, Ballot("tu_cham", "Cờ", ["an-binh"]), "chau", "r"),
        at(AUTUMN, CrossCheck(pairing=pair(["an-binh", "chau", "dai"])), id_="r"),
        at(AUTUMN, HandOver(2026, terms=[Term("head", unit="dai", year=2026)]), id_="r"),
        at(AUTUMN, Left("an-binh", AUTUMN), id_="r"),
        at(AUTUMN, Explanation("tu_cham", "an-binh", "1", "x"), "an-binh", "r"),
        at(AUTUMN, Joined(Unit("an", "xã An"), AUTUMN), id_="r"),
        at(AUTUMN, Reorganised(Merge(AUTUMN, ["an-binh", "chau"], "abc")), id_="r"),
    ]

    assert CLUSTER == opened(merged, cancel).cluster
    for one in resting:
        year = opened(at(SPRING, MOVES[0]), merged, one, cancel)
        assert "$.content.event: 'r' came after it and rest on it; cancel them first" == said(year)


def test_hand_overs_end_running_terms() -> None:
    """Where a post passes in the year, the former term ends on the day the new begins."""
    new = Term("head", unit="chau", person=Person("Trần B"), first=JULY)
    year = opened(at(SPRING, HandOver(2025, by="an", to="chau", terms=[new])))
    open_end = Cluster("c", "C", members=UNITS, terms=[Term("head", unit="an")])
    next_year = HandOver(2026, terms=[Term("head", unit="dai", year=2026)])

    assert Known("an") == holder(year, "head", date(2025, 6, 30))
    assert Known("chau") == holder(year, "head", JULY)
    assert Known("dai") == holder(
        opened(at(SPRING, next_year), cluster=open_end), "head", date(2026, 1, 1)
    )


def test_a_hand_over_on_which_reviews_rest() -> None:
    """A hand-over is not cancelled once the new head has entered something."""
    new = HandOver(2025, terms=[Term("head", unit="chau", first=JULY)])
    events = [
        at(SPRING, new, id_="h"),
        *(at(AUTUMN, one) for one in MOVES),
        at(AUTUMN, Entry("tham_dinh", "dai", "1", 5), "chau", "r"),
        at(AUTUMN, Cancel("h", "sai")),
    ]

    assert "'r' came after it and rest on it" in said(opened(*events))
    assert ("h",) == opened(events[0], events[-1]).cancelled
