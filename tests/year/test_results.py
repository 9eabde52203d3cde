# SPDX-License-Identifier: MIT
"""From what a cluster entered to its ranking and slate; units and points are made up."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua import Offer, explain, rank
from thidua.award import Rule, decide
from thidua.basis import Citation, Validity
from thidua.cluster import Cluster, Unit
from thidua.dossier import Dossier
from thidua.eligibility import Voted, VoteRule
from thidua.errors import ClusterFault, Faults
from thidua.formula import DirectEntry, Leveled, Proportional
from thidua.quantity import Interval, State
from thidua.rubric import Choice, Criterion, Measure, Rubric, Section, Sheet, Treatments, score
from thidua.year import (
    AgreedRubric,
    Aim,
    Ballot,
    Content,
    Entry,
    Event,
    Lock,
    Move,
    OfficialBy,
    Opening,
    Procedure,
    Registration,
    Stage,
    Year,
    counted_ballots,
    fold,
    registered_progress,
    rubric_of,
    score_year,
    sheets_of,
    total,
)

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[
        Measure("thu", "Thu ngân sách", places=1),
        Measure("bao_cao", "Báo cáo"),
        Choice("muc", "Mức", ("tốt", "đạt")),
        Measure("points_I_1", "Mã đã dùng"),
    ],
    sections=[
        Section(
            "I",
            "Kinh tế",
            at_most=50,
            criteria=[
                Criterion("I.1", "Thu", maximum=40, formula=Proportional("thu", to=100)),
                Criterion("I.2", "Mức", maximum=20, formula=Leveled("muc", {"tốt": 20, "đạt": 10})),
            ],
        ),
        Criterion("II", "Báo cáo", maximum=10, formula=DirectEntry("bao_cao")),
    ],
    treatments=Treatments(not_applicable="leave"),
)
CLUSTER = Cluster("c", "Cụm", members=["an", "binh"], units=[Unit("an", "xã An")])
STAGES = [
    Stage("tu_cham", "Tự chấm"),
    Stage("tham_dinh", "Thẩm định"),
    Stage("binh_xet", "Bình xét", takes=["ballots"]),
]
LEVELS = [Sheet("an", {"muc": "tốt"}, name="An"), Sheet("binh", {"muc": "đạt"})]


def told(*contents: Content, rule: str = "override", rubric: Rubric | None = RUBRIC) -> Year:
    """Return a year in which all that is said fits."""
    opening = Opening(2026, CLUSTER, Procedure(STAGES, OfficialBy(rule)))
    agreed = AgreedRubric("B", rubric=rubric)
    everything: list[Content] = [opening, agreed, Move("tu_cham"), *contents]
    year = fold(Event(str(n), one, by="an") for n, one in enumerate(everything))
    assert () == year.refused
    return year


MEASURED: list[Content] = [
    Entry("tu_cham", "an", "thu", "90.5"),
    Entry("tu_cham", "an", "bao_cao", 10),
    Entry("tu_cham", "binh", "thu", 50),
    Entry("tu_cham", "binh", "bao_cao", 8),
]
JUDGED: list[Content] = [
    *MEASURED,
    Move("tham_dinh"),
    Entry("tham_dinh", "an", "I.1", 30, reason="số tạm"),
]


def test_results_become_points_by_the_rubric() -> None:
    """Entries of measures are scored as if they stood in sheets; levels come with given ones."""
    year = told(*MEASURED)
    own = [
        Sheet("an", {"thu": "90.5", "bao_cao": 10, "muc": "tốt", "points_I_1": State.MISSING}),
        Sheet("binh", {"thu": 50, "bao_cao": 8, "muc": "đạt", "points_I_1": State.MISSING}),
    ]

    assert RUBRIC == rubric_of(year)
    for one, other in zip(score_year(year, given=LEVELS), score(RUBRIC, own), strict=True):
        assert other.lines == one.lines
        assert other.total == one.total
    assert ["An", "binh"] == [one.title for one in sheets_of(year, given=LEVELS)]
    assert ["xã An", "binh"] == [one.title for one in sheets_of(year)]


def test_what_was_judged_replaces_what_is_computed() -> None:
    """Points entered for a criterion count, within the limits of its section; others compute."""
    year = told(*JUDGED)
    scores = score_year(year, given=LEVELS)

    assert [30, 20, 50, 10, 60] == [
        scores["an"][code].points for code in ("I.1", "I.2", "I", "II")
    ] + [scores["an"].points]
    assert [20, 10, 30, 8] == [scores["binh"][code].points for code in ("I.1", "I.2", "I", "II")]
    assert "I.1 Thu: chấm điểm trực tiếp → 30/40 điểm" in explain(scores["an"])


def test_a_measure_for_points_has_a_code_of_its_own() -> None:
    """Points that were judged lie where those of the criterion may, under a code that is free."""
    (measure,) = rubric_of(told(*JUDGED)).measures[len(RUBRIC.measures) :]

    assert Measure("points_I_1_2", "Thu", unit="điểm", places=None, least=0, most=40) == measure


def test_stages_are_scored_apart() -> None:
    """As of self-scoring the results count, later the points; totals are the rubric's."""
    year = told(*JUDGED)

    own = score_year(year, stage="tu_cham", given=LEVELS)

    assert Fraction("36.2") == own["an"]["I.1"].points
    assert Interval("56.2", 60) == total(year, "tu_cham", "an")
    assert Interval(50, 60) == total(year, "tham_dinh", "an")
    with pytest.raises(ClusterFault, match=r"\$: 'x' is not a member; known are 'an', 'binh'"):
        total(year, "tu_cham", "x")
    with pytest.raises(ClusterFault, match="no stage 'x'"):
        score_year(year, stage="x")


def test_what_is_open_is_a_state() -> None:
    """What nobody entered is not due while results may change, and missing once locked."""
    open_, locked = told(*MEASURED[:1]), told(*MEASURED[:1], Lock())

    assert [State.NOT_DUE] * 2 == [one.others for one in sheets_of(open_)]
    assert [State.MISSING] * 2 == [one.others for one in sheets_of(locked)]
    assert State.EXEMPT is sheets_of(open_, waiting="exempt")[0].others
    assert Interval("46.2", 60) == score_year(open_)["an"].ranked
    assert Interval(10, 60) == score_year(open_)["binh"].ranked


def test_no_consensus_leaves_a_criterion_open() -> None:
    """Where the rule finds no official value, the points are open, whatever was entered."""
    year = told(
        Entry("tu_cham", "an", "II", 9),
        Entry("tu_cham", "binh", "II", 8),
        Move("tham_dinh"),
        Entry("tham_dinh", "an", "II", 7, reason="r"),
        rule="consensus",
    )
    scores = score_year(year)

    assert (None, Interval(0, 10)) == (scores["an"]["II"].points, scores["an"]["II"].interval)
    assert 8 == scores["binh"]["II"].points


def test_a_mean_needs_no_decimal_places() -> None:
    """The mean of several reviewers is exact, whatever places the measure has."""
    own: list[Content] = [Entry("tu_cham", "an", "II", 9), Move("tham_dinh")]
    year = told(*own, Entry("tham_dinh", "an", "II", "8.25", reason="r"), rule="mean")

    assert Fraction("8.625") == score_year(year)["an"]["II"].points


def test_states_of_given_sheets_stand() -> None:
    """A criterion that does not apply to a unit leaves its maximum, judged elsewhere or not."""
    given = [Sheet("binh", {"thu": State.NOT_APPLICABLE})]
    year = told(Entry("tu_cham", "an", "I.1", 30), Entry("tu_cham", "binh", "II", 5))
    line = score_year(year, given=given)["binh"]["I.1"]

    assert State.NOT_APPLICABLE is line.state
    assert 0 == line.maximum


def test_sheets_of_strangers_are_refused() -> None:
    """A given sheet is of a member, and the only one."""
    with pytest.raises(Faults) as caught:
        sheets_of(told(), given=[Sheet("ann", {}), Sheet("an", {}), Sheet("an", {})])

    assert (
        "$.given[0].unit: a sheet of 'ann', which is not a member; did you mean 'an'?\n"
        "$.given[2].unit: two sheets of 'an'; keep one"
    ) == str(caught.value)


def test_without_a_rubric_there_are_no_scores() -> None:
    """Scores take the rubric itself; its title alone does not do."""
    with pytest.raises(ClusterFault, match=r"\$: no rubric is on record; record an AgreedRubric"):
        score_year(told(rubric=None))
    with pytest.raises(ClusterFault, match="no rubric is on record"):
        rubric_of(fold([Event("1", Opening(2026, CLUSTER))]))


def test_members_that_are_not_listed() -> None:
    """Where not all members are listed, units that have entries are scored too."""
    some = Cluster("c", "C", members=["an"])
    opening = Opening(2026, some, Procedure(STAGES))
    events: list[Content] = [opening, AgreedRubric("B", rubric=RUBRIC), Move("tu_cham")]
    year = fold(
        Event(str(n), one)
        for n, one in enumerate[Content]([*events, Entry("tu_cham", "chau", "II", 5)])
    )

    assert ("an", "chau") == year.present
    assert 5 == score_year(year)["chau"]["II"].points


def test_votes_decide_on_the_slate() -> None:
    """Ballots of members are counted for the dossiers that a rule asks for votes."""
    year = told(*JUDGED, Move("binh_xet"), Ballot("binh_xet", "Cờ", ["an"]))
    year = fold([*year.events, Event("b", Ballot("binh_xet", "Cờ", ["binh"]), by="binh")])
    ballots = counted_ballots(year, "Cờ", award="co")
    rule = Rule(
        "1",
        "co",
        Voted(VoteRule("0.5")),
        subjects="collective",
        basis=Citation("Quy chế", article="1"),
        validity=Validity("2026-01-01"),
    )
    slate = decide(
        rank(score_year(year, given=LEVELS), ties="share"),
        [Offer("Cờ thi đua", 1, code="co")],
        [Dossier(unit, "collective", ballots=[one]) for unit, one in ballots.items()],
        [rule],
        "2026-12-20",
    )

    assert ("an",) == slate.recipients("Cờ thi đua")
    assert [(2, 2, 1, 1)] * 2 == [
        (one.members, one.present, one.agree, one.against) for one in ballots.values()
    ]
    assert {} == counted_ballots(year, "Bằng khen")


def test_registered_targets_and_how_far_they_are() -> None:
    """Of what a unit registered, results so far are held against what is due by now."""
    aims = [
        Aim("Thu ngân sách", figure=120, measure="thu"),
        Aim("không có số liệu", measure="thu"),
        Aim("không có chỉ tiêu", figure=5),
    ]
    year = told(
        *MEASURED,
        Registration(unit="an", aims=aims),
        Registration(unit="binh"),
        Registration(aims=[Aim("Thu", figure=1, measure="thu")]),
    )
    (found,) = registered_progress(year, elapsed="0.8")

    assert ("an", "thu", Fraction("90.5"), Fraction(96), True) == (
        found.unit,
        found.measure,
        found.result,
        found.due,
        found.behind,
    )
    (later,) = registered_progress(year, elapsed=1, sheets=[Sheet("an", {"thu": 120})])
    assert not later.behind
