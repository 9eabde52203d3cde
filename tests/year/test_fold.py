# SPDX-License-Identifier: MIT
"""A whole year of a cluster of seven communes; units, points and persons are made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from attrs import evolve

from thidua.award import Offer, Rule, decide
from thidua.basis import Citation, Validity
from thidua.cluster import (
    UNKNOWN,
    ByTurn,
    Charter,
    Check,
    Cluster,
    Fact,
    Known,
    Lead,
    Pairing,
    Person,
    Prospect,
    Term,
    Unit,
    mid_year,
    next_lead,
    pair,
    value_of,
)
from thidua.dossier import Dossier
from thidua.eligibility import Voted, VoteRule
from thidua.errors import ClusterFault, Faults
from thidua.formula import DirectEntry
from thidua.quantity import Interval
from thidua.ranking import rank
from thidua.rubric import Criterion, Measure, Rubric
from thidua.wire import dumps, loads
from thidua.year import (
    Act,
    AgreedRubric,
    Aim,
    Assignment,
    Ballot,
    Campaign,
    Cancel,
    Content,
    CrossCheck,
    Decision,
    Entry,
    Event,
    Explanation,
    HandOver,
    Honour,
    Joined,
    Left,
    Lock,
    Meeting,
    Move,
    Nomination,
    OfficialBy,
    OfficialRule,
    Opening,
    Pledge,
    Procedure,
    Publish,
    Recipients,
    Registration,
    Stage,
    Standing,
    Unlock,
    Year,
    append,
    canonical,
    counted_ballots,
    difference_table,
    differences,
    digest,
    fold,
    official,
    score_year,
    total,
    usual_procedure,
)

UNITS = {
    "an": "xã An",
    "binh": "xã Bình",
    "chau": "xã Châu",
    "dai": "xã Đại",
    "giang": "xã Giang",
    "hoa": "xã Hòa",
    "khanh": "xã Khánh",
}
CRITERIA = {"1": "so_thue", "2": "so_noi_vu"}
RUBRIC = Rubric(
    "seven",
    "Bảng điểm",
    measures=[Measure("a", "A"), Measure("b", "B")],
    sections=[
        Criterion("1", "Thu ngân sách", maximum=60, formula=DirectEntry("a")),
        Criterion("2", "Công tác thi đua", maximum=40, formula=DirectEntry("b")),
    ],
)
CLUSTER = Cluster(
    "cum-7",
    "Cụm thi đua số 7",
    form="cụm",
    number=7,
    level="xã",
    members=UNITS,
    complete=True,
    units=[Unit(code, name, level="xã") for code, name in UNITS.items()],
    terms=[
        Term("head", unit="an", person=Person("Nguyễn Văn A"), year=2026),
        Term("deputy", unit="binh", year=2026),
    ],
)
PAIRING: Pairing = pair(UNITS)
FLAG = "Cờ thi đua"


def self_score(unit: str, code: str) -> int:
    """Return the points that a unit gives itself."""
    return (50 if code == "1" else 30) + [*UNITS].index(unit)


def contents() -> Iterator[tuple[date, str, Content]]:
    """Yield what happens in the year: the day, who, and what."""
    procedure = usual_procedure([Assignment(by, [code]) for code, by in CRITERIA.items()])
    day = date(2026, 2, 10)
    yield day, "an", Opening(2026, CLUSTER, procedure)
    yield day, "an", Charter("Quy chế Cụm 7", state="issued", year=2026)
    yield day, "an", Campaign("Thi đua yêu nước", sort="regular")
    yield day, "an", Pledge(2026, day=day, late=False, signatories=UNITS)
    yield day, "an", Meeting("Ký giao ước", day=day, acts=[Act("pledge"), Act("launch")])
    day = date(2026, 3, 1)
    for unit in UNITS:
        aim = Aim("Thu ngân sách", figure="12.5", measure="a", set_by=["UBND tỉnh"])
        yield day, unit, Registration(unit=unit, aims=[aim], titles=[FLAG])
    yield day, "an", AgreedRubric("Bảng điểm", rubric=RUBRIC)
    day = date(2026, 7, 10)
    yield day, "an", Meeting("Sơ kết", day=day, acts=[Act("review", year=2026)])
    yield day, "an", CrossCheck(year=2026, pairing=PAIRING)
    day = date(2026, 11, 30)
    yield day, "an", Move("tu_cham")
    for unit in UNITS:
        for code in CRITERIA:
            yield day, unit, Entry("tu_cham", unit, code, self_score(unit, code), evidence=["bc"])
    yield day, "an", Move("kiem_tra_cheo")
    for check in PAIRING.checks:
        yield day, check.by, Entry("kiem_tra_cheo", check.of, "1", self_score(check.of, "1"))
    yield day, "an", Move("tham_dinh")
    yield day, "an", Entry("tham_dinh", "hoa", "2", 33, reason="thiếu báo cáo quý III")
    yield day, "binh", Entry("tham_dinh", "an", "2", 29, reason="hồ sơ muộn")
    yield day, "an", Move("giai_trinh")
    yield day, "hoa", Explanation("giai_trinh", "hoa", "2", "gửi ngày 5/10", evidence=["cv"])
    yield day, "an", Move("tham_dinh_lai")
    yield day, "an", Entry("tham_dinh_lai", "hoa", "2", 34, reason="chấp nhận một phần")
    yield day, "an", Move("so_nganh")
    yield day, "so_thue", Entry("so_nganh", "khanh", "1", 55, reason="số thực thu")
    day = date(2026, 12, 20)
    yield day, "an", Move("hoi_nghi")
    yield day, "an", Decision("hoi_nghi", "thông qua kết quả", manner="biểu quyết")
    yield day, "an", Move("bo_phieu")
    for unit in UNITS:
        yield day, unit, Ballot("bo_phieu", FLAG, ["hoa"] if unit != "hoa" else ["khanh"])
    yield day, "an", Move("hoi_dong")
    yield day, "hoi-dong", Decision("hoi_dong", "nhất trí đề nghị khen thưởng")
    yield day, "an", Lock()
    yield day, "an", Publish()
    yield day, "an", Nomination(units=["hoa"], title=FLAG, votes_counted=True)
    yield day, "an", Honour(form=FLAG, recipients=[Recipients("đơn vị", names=["hoa"])])
    terms = [Term("head", unit="binh", year=2027), Term("deputy", unit="chau", year=2027)]
    yield day, "an", HandOver(2027, by="an", to="binh", day=day, terms=terms)


EVENTS: tuple[Event, ...] = tuple(
    Event(f"e{place}", content, by=by, at=day)
    for place, (day, by, content) in enumerate(contents())
)


def step(content: Content, by: str = "an", id_: str = "x", at: date | None = None) -> Event:
    """Return an event that comes next."""
    return Event(id_, content, by=by, at=at)


def upto(kind: type[object], *, last: bool = False) -> tuple[Event, ...]:
    """Return the events before the first of a kind, or up to and with the last of it."""
    places = [place for place, event in enumerate(EVENTS) if isinstance(event.content, kind)]
    return EVENTS[: places[-1] + 1] if last else EVENTS[: places[0]]


def said(before: tuple[Event, ...], *events: Event) -> str:
    """Return what is said of the events that do not fit."""
    with pytest.raises(Faults) as caught:
        append(fold(before), *events)
    return str(caught.value)


SELF = upto(Entry)
CHECKED = next(one.of for one in PAIRING.checks if one.by == "an")


def in_stage(code: str) -> tuple[Event, ...]:
    """Return the events up to and with the one that opens a stage."""
    place = [event.content for event in EVENTS].index(Move(code))
    return EVENTS[: place + 1]


def test_a_whole_year() -> None:
    """From the pledge in February to the hand-over every event fits and has its effect."""
    year = fold(EVENTS)

    assert () == year.refused
    assert EVENTS == year.accepted
    assert Standing.PUBLISHED is year.standing
    assert "hoi_dong" == year.stage
    assert {"hoa": 6, "khanh": 1} == year.votes(FLAG)
    assert "an" == unit_of(year.head)
    assert "binh" == unit_of(year.cluster.holder("head", on=date(2027, 1, 1)))
    assert "chau" == unit_of(year.cluster.holder("deputy"))
    assert Known(Fraction(34)) == official(year, "hoa", "2")
    assert UNKNOWN == official(year, "hoa", "3")


def test_the_slate_of_the_year() -> None:
    """Official values rank, votes and ranks make the slate, and turns the next lead."""
    year = fold(EVENTS)
    ranking = rank(score_year(year), ties="share")
    ballots = counted_ballots(year, FLAG, award="co")
    rule = Rule(
        "1",
        "co",
        Voted(VoteRule("2/3")),
        subjects="collective",
        basis=Citation("Quy chế Cụm 7", article="9"),
        validity=Validity("2026-01-01"),
    )
    slate = decide(
        ranking,
        [Offer(FLAG, 1, code="co")],
        [Dossier(unit, "collective", ballots=[one]) for unit, one in ballots.items()],
        [rule],
        "2026-12-20",
    )

    # Khánh scored itself 92, and its department 1 less; Hòa comes to 55 + 34.
    assert [("khanh", Fraction(91)), ("hoa", Fraction(89)), ("giang", Fraction(88))] == [
        (place.unit, place.value.value) for place in ranking.places[:3]
    ]
    # The first in rank has one vote of seven, the second six.
    assert (7, 1, 6) == (ballots["hoa"].members, ballots["khanh"].agree, ballots["hoa"].agree)
    assert ("hoa",) == slate.recipients(FLAG)
    assert Known((Honour(form=FLAG, recipients=[Recipients("đơn vị", names=["hoa"])]),)) == (
        year.honours
    )
    turn = next_lead(ByTurn(UNITS), year.present, history=[Lead("an", "binh")])
    assert Lead("binh", "chau") == turn.lead


def test_halfway_through_the_self_scores() -> None:
    """While units still score themselves, what is certain of the ranks already is known."""
    half = fold(in_stage("kiem_tra_cheo")[:-3])
    whole = score_year(fold(in_stage("kiem_tra_cheo")))
    scores = score_year(half)
    review = mid_year(rank(scores, ties="share"), among=(2,))

    assert ["khanh"] == [one.unit for one in scores if one.provisional]
    assert Interval(0, 100) == review["khanh"].value
    assert (1, 7) == (review["khanh"].best, review["khanh"].worst)
    assert (1, 2) == review["hoa"].ranks
    prospects = {one.unit: one.goals[0].prospect for one in review.units}
    open_ = dict.fromkeys(("giang", "khanh"), Prospect.OPEN)
    lost = dict.fromkeys(("an", "binh", "chau", "dai"), Prospect.LOST)
    assert {"hoa": Prospect.CERTAIN, **open_, **lost} == prospects
    for one in whole:
        assert one.points is not None
        assert one.points in review[one.unit].value


def unit_of(term: Fact[Term]) -> str | None:
    """Return the unit of a known term."""
    return value_of(term.value.unit) if isinstance(term, Known) else None


def test_a_year_is_replayed() -> None:
    """The events of a year, read back from JSON one by one or together, give an equal year."""
    year = fold(EVENTS)

    assert year == fold(loads(dumps(event), Event) for event in EVENTS)
    assert year == loads(dumps(year), Year)
    assert year == fold(year.events)


def test_the_digest_is_of_the_inputs() -> None:
    """What results stand on is digested; ids, days and press are not, a point is."""
    year = fold(EVENTS)
    renamed = fold(evolve(event, id=f"n{event.id}", at=None) for event in EVENTS)
    changed = fold(
        evolve(event, content=evolve(event.content, value=1))
        if isinstance(event.content, Entry) and event.content.unit == "chau"
        else event
        for event in EVENTS
    )

    assert 64 == len(year.publications[-1].digest)
    assert digest(year.accepted) == year.publications[-1].digest
    assert digest(year.accepted) == digest(renamed.accepted)
    assert digest(year.accepted) != digest(changed.accepted)


def test_nothing_of_python_alone_is_digested() -> None:
    """A day is written as ISO 8601 has it; a value without a canonical form is refused."""
    assert '"2026-02-10"' == canonical(date(2026, 2, 10))
    with pytest.raises(TypeError, match="object has no canonical form"):
        canonical(object())


def test_differences_are_a_table() -> None:
    """Where the reviewers came to other points, the table shows both, the change and why."""
    year = fold(EVENTS)
    found = {(one.unit, one.code): one for one in differences(year, "tu_cham", "so_nganh")}

    assert {("hoa", "2"), ("an", "2"), ("khanh", "1")} == set(found)
    assert -1 == found["hoa", "2"].change
    assert "an" == found["hoa", "2"].by
    assert 89 == total(year, "so_nganh", "hoa").value
    assert (
        "| Đơn vị | Tiêu chí | Tự chấm | Sở, ngành thẩm định | Chênh lệch | Lý do |\n"
        "|---|---|---:|---:|---:|---|\n"
        "| xã An | 2 | 30 | 29 | -1 | hồ sơ muộn |\n"
        "| xã An | Tổng | 80 | 79 | -1 |  |"
    ) == "\n".join(
        difference_table(year, "tu_cham", "so_nganh", markup="markdown").splitlines()[:4]
    )
    assert "Unit" in difference_table(year, "tu_cham", "so_nganh", language="en")
    with pytest.raises(ClusterFault, match="no stage 'tu-cham'; did you mean 'tu_cham'"):
        differences(year, "tu-cham", "so_nganh")


def test_minutes_of_a_real_pair_of_stages() -> None:
    """Cai Lậy scored itself 124.4 and both agreed on 118.4: the table says so."""
    cluster = Cluster("tg", "Tiền Giang", members=["cai-lay"])
    procedure = Procedure([Stage("tu_cham", "Tự chấm"), Stage("thong_nhat", "Thống nhất")])
    year = fold(
        Event(str(place), content)
        for place, content in enumerate[Content](
            [
                Opening(2022, cluster, procedure),
                Move("tu_cham"),
                Entry("tu_cham", "cai-lay", "A", "124.4"),
                Move("thong_nhat"),
                Entry("thong_nhat", "cai-lay", "A", "118.4", reason="biên bản thống nhất"),
            ]
        )
    )

    assert "cai-lay  Tổng        124,4       118,4          -6" in difference_table(
        year, "tu_cham", "thong_nhat"
    )


@pytest.mark.parametrize(
    ("rule", "value"),
    [("latest", 3), ("override", 3), ("maximum", 8), ("mean", Fraction(5)), ("consensus", None)],
)
def test_the_rule_of_the_official_value(rule: str, value: Fraction | None) -> None:
    """Which of several values counts is data."""
    procedure = Procedure([Stage("x", "X"), Stage("y", "Y")], OfficialBy(OfficialRule(rule)))
    opening = Opening(2026, CLUSTER, procedure)
    entries: list[Content] = [
        Entry("x", "an", "1", 4),
        Move("y"),
        Entry("y", "an", "1", 8, reason="r"),
    ]
    told: list[Content] = [opening, Move("x"), *entries]
    events = [step(one, id_=str(n)) for n, one in enumerate(told)]
    second = step(Entry("y", "an", "1", 3, reason="r"), "binh", "z")

    assert Known(Fraction(8)) == official(fold(events), "an", "1") or rule in {"mean", "consensus"}
    if rule != "override":
        assert value == value_of(official(fold([*events, second]), "an", "1"))
    else:
        assert UNKNOWN == official(fold([*events, second]), "an", "1")


def test_only_stages_that_count() -> None:
    """The official value looks at no stage that the rule leaves out."""
    procedure = Procedure([Stage("x", "X")], OfficialBy(stages=["x"]))
    year = fold([step(Opening(2026, CLUSTER, procedure))])

    assert UNKNOWN == official(year, "an", "1")


REFUSED: list[tuple[str, tuple[Event, ...], Event, str]] = [
    ("the same event again", EVENTS, EVENTS[3], "$.events[0].id: event 'e3' is recorded already"),
    ("another under its id", EVENTS, step(Unlock("x"), id_="e3"), "another event has the id"),
    ("a late one", EVENTS, step(Unlock("x"), at=date(2026, 1, 1)), "2026-01-01, but the year is"),
    (
        "a second opening", SELF, step(Opening(2026, CLUSTER)),
        "event 'e0' has opened the year; fold the events of another year apart",
    ),
    ("a second pledge", SELF, step(Pledge(2026)), "cancel 'e3' first, if it was wrong"),
    (
        "a stage out of turn", SELF, step(Move("hoi_nghi")),
        "'hoi_nghi' does not follow 'tu_cham'; allowed now: in stage 'tu_cham': entries; go on",
    ),
    ("no such stage", SELF, step(Move("tucham")), "no stage 'tucham'; did you mean 'tu_cham'?"),
    ("a first that is not", EVENTS[:1], step(Move("hoi_nghi")), "'hoi_nghi' is not the first"),
    ("too early", SELF, step(Move("kiem_tra_cheo")), "'an' lacks entries for 1, 2 in stage"),
    (
        "a return without a reason", in_stage("tham_dinh"), step(Move("tu_cham")),
        "a return needs a reason",
    ),
    (
        "another's self-score", SELF, step(Entry("tu_cham", "an", "1", 5), "binh"),
        "'binh' enters nothing of 'an' on '1' in stage 'tu_cham'; it is for 'an'",
    ),
    (
        "no member", SELF, step(Entry("tu_cham", "cao", "1", 5), "cao"),
        "'cao' is not a member; known are 'an', 'binh'",
    ),
    (
        "no criterion", SELF, step(Entry("tu_cham", "an", "9", 5)),
        "the rubric has no criterion or measure '9'",
    ),
    (
        "a second self-score", in_stage("kiem_tra_cheo")[:-1],
        step(Entry("tu_cham", "an", "1", 5)), "'an' has entered 50 here, in event",
    ),
    (
        "a stage that is closed", in_stage("tham_dinh"), step(Entry("tu_cham", "an", "1", 5)),
        "stage 'tu_cham' is not open; allowed now: in stage 'tham_dinh'",
    ),
    (
        "no reason", in_stage("tham_dinh"), step(Entry("tham_dinh", "hoa", "1", 5)),
        "5 differs from 55 of stage 'kiem_tra_cheo' without a reason",
    ),
    (
        "the head on itself", in_stage("tham_dinh"),
        step(Entry("tham_dinh", "an", "1", 5, reason="r")), "it is for 'binh'",
    ),
    (
        "an unassigned department", in_stage("so_nganh"),
        step(Entry("so_nganh", "an", "2", 5, reason="r"), "so_thue"), "it is for 'so_noi_vu'",
    ),
    (
        "entries for a conference", in_stage("hoi_nghi"), step(Entry("hoi_nghi", "an", "1", 5)),
        "stage 'hoi_nghi' takes no entries",
    ),
    ("no decision", in_stage("hoi_nghi"), step(Move("bo_phieu")), "nothing is adopted in stage"),
    ("no votes", in_stage("bo_phieu"), step(Move("hoi_dong")), "nothing was voted on in stage"),
    (
        "not all votes", in_stage("hoi_dong")[:-2], step(Move("hoi_dong")),
        "'khanh' has not voted on 'Cờ thi đua'",
    ),
    (
        "a vote of no member", in_stage("bo_phieu"), step(Ballot("bo_phieu", FLAG, ["an"]), "x"),
        "$.events[0].by: 'x' is not a member",
    ),
    (
        "a vote for no member", in_stage("bo_phieu"), step(Ballot("bo_phieu", FLAG, ["x"])),
        "$.events[0].content.choices[0]: 'x' is not a member",
    ),
    (
        "two votes on a ballot", in_stage("bo_phieu"),
        step(Ballot("bo_phieu", FLAG, ["an", "an"])), "two votes for 'an' on one ballot",
    ),
    (
        "two ballots", in_stage("hoi_dong")[:-1], step(Ballot("bo_phieu", FLAG, ["an"])),
        "'an' has voted on 'Cờ thi đua'",
    ),
    ("publishing what is open", SELF, step(Publish()), "only locked results are published"),
    (
        "publishing what has changed", upto(Publish), step(Publish("abc")), ", not on abc; look at",
    ),
    ("a second lock", upto(Publish), step(Lock()), "results are locked; now locked: publish"),
    ("an unlock of what is open", SELF, step(Unlock("r")), "results are not locked"),
    ("an unlock without a reason", EVENTS, step(Unlock(" ")), "an unlock needs a reason"),
    (
        "a change of what is published", EVENTS, step(Left("an", date(2026, 12, 31))),
        "results are published; now published: unlock with a reason",
    ),
    (
        "cancelling what is published", EVENTS, step(Cancel("e40", "r")), "results are published",
    ),
    ("cancelling nothing", SELF, step(Cancel("e99", "r")), "no event 'e99' was accepted"),
    ("cancelling for nothing", SELF, step(Cancel("e3", "")), "a cancellation needs a reason"),
    ("cancelling a move", SELF, step(Cancel(SELF[-1].id, "r")), "a move is not cancelled"),
    (
        "cancelling in a closed stage", in_stage("tham_dinh"), step(Cancel("e17", "r")),
        "stage 'tu_cham' is no longer open",
    ),
    (
        "cancelling the rubric", in_stage("kiem_tra_cheo"), step(Cancel("e12", "r")),
        "came after it and rest on it; cancel them first",
    ),
    (
        "cancelling the pairing", in_stage("tham_dinh"), step(Cancel("e14", "r")),
        "came after it and rest on it; cancel them first",
    ),
    ("leaving of no member", SELF, step(Left("x", date(2026, 5, 1))), "'x' is not a member"),
    (
        "joining twice", SELF, step(Joined(Unit("an", "An"), date(2026, 5, 1))),
        "unit 'an' is a member twice at a time",
    ),
    (
        "a registration of a stranger", SELF, step(Registration(unit="ann")),
        "$.events[0].content.unit: 'ann' is not a member; did you mean 'an'?",
    ),
    (
        "a stranger put forward", SELF, step(Nomination(units=["an", "x"])),
        "$.events[0].content.units[1]: 'x' is not a member",
    ),
    (
        "strangers paired", EVENTS[:1], step(CrossCheck(pairing=pair(["an", "x"]))),
        "$.events[0].content.pairing.checks[0].by: 'x' is not a member",
    ),
    (
        "a check of itself", EVENTS[:1], step(CrossCheck(pairing=Pairing((Check("an", "an"),)))),
        "$.events[0].content.pairing.checks[0]: 'an' checks itself; pair it with another",
    ),
    (
        "a hand-over to a stranger", SELF, step(HandOver(2027, by="an", to="x")),
        "$.events[0].content.to: 'x' is not a member",
    ),
    (
        "a stranger as head", SELF, step(HandOver(2027, terms=[Term("head", unit="x", year=2027)])),
        "$.events[0].content.terms[0].unit: 'x' is not a member",
    ),
    (
        "points beyond the maximum", SELF, step(Entry("tu_cham", "an", "1", 61)),
        "$.events[0].content.value: 61 points, which '1' cannot come to; enter 0 to 60",
    ),
    (
        "a lock of what is published", EVENTS, step(Lock()),
        "results are published; now published: unlock with a reason",
    ),
    (
        "a second head", SELF, step(HandOver(2026, terms=[Term("head", unit="hoa", year=2026)])),
        "'hoa' is head while 'an' is",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "event", "message"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED]
)
def test_what_does_not_fit_is_refused(
    before: tuple[Event, ...], event: Event, message: str
) -> None:
    """The refusal says why and what is allowed; nothing is lost, and nothing changes."""
    year = fold(before)
    kept = fold([*before, event])

    assert message in said(before, event)
    assert event == kept.refused[-1].event
    assert year.accepted == kept.accepted
    assert year == evolve(kept, events=year.events, refused=year.refused)
    assert kept == fold(kept.events)
    assert hash(kept) == hash(fold(kept.events))


def test_no_event_opens_the_year() -> None:
    """Events without an opening make no year; what else is wrong with them is said too."""
    with pytest.raises(Faults) as caught:
        fold([step(Lock())])

    assert "$: no event opens the year; begin with an Opening" == str(caught.value)


def test_times_of_one_day() -> None:
    """Times are compared across zones, and a day with a time by the day alone."""
    early, late = datetime(2026, 2, 10, 8, tzinfo=UTC), datetime(2026, 2, 10, 9, tzinfo=UTC)
    opening = step(Opening(2026, CLUSTER), id_="0", at=late)

    assert "but the year is at 2026-02-10T09:00:00+00:00" in said(
        (opening,), step(Pledge(2026), at=early)
    )
    assert () == fold([opening, step(Pledge(2026), at=date(2026, 2, 10))]).refused


def test_a_time_needs_its_zone() -> None:
    """A time without its zone is refused, and so are an empty id and no content."""
    with pytest.raises(ClusterFault, match=r"\$\.at: a time needs its zone, '2026-02-10T08:00:00'"):
        step(Lock(), at=datetime(2026, 2, 10, 8))  # noqa: DTZ001
    with pytest.raises(ClusterFault, match="an id of an event is some text, ' '"):
        step(Lock(), id_=" ")
    with pytest.raises(ClusterFault, match="an event says nothing of 3"):
        step(3)  # type: ignore[arg-type]


def test_cancelling_is_an_event() -> None:
    """What is cancelled no longer counts, and may be said anew."""
    events = [*SELF, step(Cancel("e3", "sai"), id_="c"), step(Pledge(2026, late=True), id_="d")]
    year = fold(events)

    assert () == year.refused
    assert ("e3",) == year.cancelled
    assert Known((Pledge(2026, late=True),)) == year.pledges
    assert "event 'e3' is cancelled already" in said(tuple(events), step(Cancel("e3", "r")))


def test_a_return_and_a_correction() -> None:
    """A stage that is returned to takes a new entry once the old one is cancelled."""
    events = [
        *in_stage("tham_dinh"),
        step(Move("tu_cham", "sai số"), id_="a"),
        step(Cancel("e16", "sai số"), id_="b"),
        step(Entry("tu_cham", "an", "1", 51), id_="c"),
        step(Entry("tu_cham", "an", "1", 52), id_="d"),
    ]
    year = fold(events)

    assert ["c", "d"] == [one.event.id for one in year.refused]
    assert "without a reason" in str(year.refused[0].faults[0])


def test_after_an_unlock() -> None:
    """Unlocked results may change, and are then published with another digest."""
    events = [
        *EVENTS,
        step(Unlock("khiếu nại"), id_="a"),
        step(Cancel(EVENTS[len(in_stage("hoi_dong"))].id, "họp lại"), id_="b"),
        step(Decision("hoi_dong", "không nhất trí", adopted=False), "hoi-dong", "c"),
        step(Lock(), id_="d"),
        step(Publish(), id_="e"),
    ]
    year = fold(events)

    assert () == year.refused
    assert 2 == len({one.digest for one in year.publications})


def test_members_come_and_go() -> None:
    """A unit that joined may vote from its first day, and what rests on it holds it there."""
    day = date(2026, 3, 15)
    joined = step(Joined(Unit("lam", "xã Lâm"), day), id_="j", at=day)
    left = step(Left("lam", date(2026, 5, 1)), id_="l", at=day)
    again = step(Joined(Unit("lam", "xã Lâm"), date(2026, 6, 1)), id_="k", at=day)
    year = fold([EVENTS[0], joined, left, again])

    assert () == year.refused
    assert "lam" in (year.cluster.members_on(day) or ())
    assert "lam" not in (year.cluster.members_on(date(2026, 5, 1)) or ())
    assert "'l' came after it" in said((EVENTS[0], joined, left), step(Cancel("j", "r")))
    assert "'k' came after it" in said((EVENTS[0], joined, left, again), step(Cancel("l", "r")))
    assert ("j",) == fold([EVENTS[0], joined, step(Cancel("j", "r"))]).cancelled
    entry = step(Entry("tu_cham", "lam", "1", 3), "lam", "n", day)
    ballot = [EVENTS[0], joined, step(Move("tu_cham"), id_="m"), entry]
    assert "'n' came after it" in said(tuple(ballot), step(Cancel("j", "r")))
    vote = step(Ballot("s", FLAG, ["lam"]), "an", "v", day)
    voting = Procedure([Stage("s", "S", takes=["ballots"])])
    opening = evolve(EVENTS[0], content=Opening(2026, CLUSTER, voting))
    voted = (opening, joined, step(Move("s"), id_="m"), vote)
    assert "'v' came after it" in said(voted, step(Cancel("j", "r")))


def test_what_fits_is_appended() -> None:
    """Events that fit give the year that folding all of them gives."""

    assert fold(EVENTS) == append(fold(EVENTS[:20]), *EVENTS[20:])
    assert fold(EVENTS) == append(fold(EVENTS))
