# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua.cluster import Charter, Cluster, PaperState, Person, Term
from thidua.formula import DirectEntry
from thidua.rubric import Criterion, Measure, Question, Rubric
from thidua.year import (
    AgreedRubric,
    Cancel,
    Content,
    Entry,
    Event,
    Move,
    Opening,
    Procedure,
    Stage,
    Year,
    fold,
)

HEAD, DEPUTY = Person("Nguyễn Văn A"), Person("Trần Thị B")
OWN, OTHER = Entry("s", "a", "1", 3), Entry("s", "b", "1", 3)


def told(*contents: Content, terms: tuple[Term, ...], by: str) -> Year:
    """Return a year whose only stage is the head's."""
    cluster = Cluster("c", "C", members=["a", "b"], terms=terms)
    everything: list[Content] = [
        Opening(2026, cluster, Procedure([Stage("s", "S", who="head")])),
        Move("s"),
    ]
    return fold(Event(str(n), one, by=by) for n, one in enumerate([*everything, *contents]))


def refused(year: Year) -> str:
    """Return what is said of what was refused."""
    return "\n".join(str(fault) for one in year.refused for fault in one.faults)


def test_a_person_heads() -> None:
    """Where a person holds the post, that person reviews, and nobody else."""
    terms = (Term("head", person=HEAD, year=2026),)

    assert not refused(told(OWN, OTHER, terms=terms, by=HEAD.name))
    assert "it is for 'Nguyễn Văn A'" in refused(told(OTHER, terms=terms, by="b"))


def test_a_unit_and_a_person_head() -> None:
    """Either may enter; of the own unit only the deputy, by unit or by person."""
    terms = (
        Term("head", unit="a", person=HEAD, year=2026),
        Term("deputy", unit="b", person=DEPUTY, year=2026),
    )

    for by in ("a", HEAD.name):
        assert not refused(told(OTHER, terms=terms, by=by))
        assert "it is for 'b', 'Trần Thị B'" in refused(told(OWN, terms=terms, by=by))
    for by in ("b", DEPUTY.name):
        assert not refused(told(OWN, terms=terms, by=by))
        assert "it is for 'a', 'Nguyễn Văn A'" in refused(told(OTHER, terms=terms, by=by))


def test_a_deputy_of_the_same_unit() -> None:
    """A head and a deputy of one unit do not appraise it; the charter must let them."""
    terms = (Term("head", unit="a", year=2026), Term("deputy", unit="a", person=DEPUTY, year=2026))
    nobody = "nobody is assigned to it; record who is deputy, or a charter that lets the head"

    assert nobody in refused(told(OWN, terms=terms, by=DEPUTY.name))
    assert not refused(told(Charter("Q", head_appraises_itself=True), OWN, terms=terms, by="a"))


def test_a_head_of_whom_nothing_is_known() -> None:
    """A post that is held by nobody who is named bars nobody."""

    assert not refused(told(OWN, terms=(Term("head", year=2026),), by="x"))


@pytest.mark.parametrize(
    ("charters", "may"),
    [
        ([Charter("Q", head_appraises_itself=True, state=PaperState.ISSUED)], True),
        ([Charter("Q", head_appraises_itself=True, state=PaperState.DRAFT)], False),
        (
            [
                Charter("Q", head_appraises_itself=True),
                Charter("Q 2", head_appraises_itself=False),
            ],
            False,
        ),
        ([Charter("Q", head_appraises_itself=True), Charter("Q 2")], True),
        ([Charter("Q")], False),
    ],
)
def test_the_last_charter_that_says_so_decides(charters: list[Charter], *, may: bool) -> None:
    """A draft has no force, and a charter that does not say leaves what another said."""
    terms = (Term("head", unit="a", year=2026), Term("deputy", unit="b", year=2026))

    assert may is (not refused(told(*charters, OWN, terms=terms, by="a")))


def test_a_charter_on_which_a_review_rests() -> None:
    """A charter is not cancelled once the head has reviewed by it."""
    terms = (Term("head", unit="a", year=2026),)
    charter = Charter("Q", head_appraises_itself=True)
    cancel = Cancel("2", "sai")

    assert "'3' came after it" in refused(told(charter, OWN, cancel, terms=terms, by="a"))
    assert not refused(told(charter, cancel, terms=terms, by="a"))


RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("x", "X", places=1, most=50), Question("q", "Q"), Measure("y", "Y")],
    sections=[
        Criterion("1", "A", maximum=10, formula=DirectEntry("x", most=12)),
        Criterion("2", "B", maximum=10, formula=DirectEntry("y", unlimited=True)),
    ],
)
VALUES = [
    (Entry("s", "b", "1", 13), "13 points, which '1' cannot come to; enter 0 to 12"),
    (Entry("s", "b", "1", -1), "$.content.value: -1 points, which '1' cannot come to"),
    (Entry("s", "b", "2", -1), "-1 points, which '2' cannot come to; enter 0 or more"),
    (Entry("s", "b", "x", "1.25"), "$.content.value: measure 'x' is 1.25, which has more than"),
    (Entry("s", "b", "x", 60), "above its most of 50"),
    (Entry("s", "b", "q", 1), "question 'q' is answered yes or no, given '1'"),
    (Entry("s", "b", "1", 12), ""),
    (Entry("s", "b", "x", "1.5"), ""),
]


@pytest.mark.parametrize(("entry", "message"), VALUES)
def test_values_that_cannot_be_are_refused(entry: Entry, message: str) -> None:
    """Points beyond a criterion and results that their measure cannot hold say what may be."""
    year = told(AgreedRubric("B", rubric=RUBRIC), entry, terms=(), by="a")

    assert message in refused(year)
    assert bool(message) is bool(year.refused)


def test_a_rubric_that_does_not_fit_is_refused() -> None:
    """A rubric contradicts neither itself nor what was entered before it came."""
    broken = Rubric("r", "R", measures=[], sections=[Criterion("1", "A", maximum=1,
        formula=DirectEntry("x"))])  # fmt: skip

    assert (
        "$.content.rubric.sections[0].formula.measure: measure 'x' is not declared; none is known"
    ) == refused(told(AgreedRubric("B", rubric=broken), terms=(), by="a"))
    late = told(Entry("s", "b", "z", 1), OTHER, AgreedRubric("B", rubric=RUBRIC), terms=(), by="a")
    assert "$.content.rubric: event '2' entered 'z', which the rubric has not" in refused(late)
