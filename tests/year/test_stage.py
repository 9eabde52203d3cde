# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest

from thidua.cluster import Charter, Cluster, Term
from thidua.errors import Faults
from thidua.formula import DirectEntry
from thidua.rubric import Criterion, Measure, Rubric, Section
from thidua.year import (
    AgreedRubric,
    Assignment,
    Content,
    Decision,
    Entry,
    Event,
    Lock,
    Move,
    OfficialBy,
    Opening,
    Procedure,
    Publish,
    Stage,
    Standing,
    Unlock,
    Year,
    fold,
    usual_procedure,
)

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("x", "X"), Measure("y", "Y")],
    sections=[
        Section(
            "I",
            "I",
            maximum=10,
            criteria=[Criterion("I.1", "A", maximum=10, formula=DirectEntry("x"))],
        ),
        Section(
            "II",
            "II",
            maximum=10,
            criteria=[Criterion("II.1", "B", maximum=10, formula=DirectEntry("y"))],
        ),
    ],
)
LEAD = (Term("head", unit="a", year=2026), Term("deputy", unit="b", year=2026))


def told(
    stage: Stage, *contents: Content, by: str = "a", terms: tuple[Term, ...] = LEAD, more: str = ""
) -> Year:
    """Return a year of one stage that is open, with what was said in it."""
    cluster = Cluster("c", "C", members=["a", "b"], complete=not more, terms=terms)
    procedure = Procedure([stage, Stage("next", "Next")])
    everything = [Opening(2026, cluster, procedure), Move(stage.code), *contents]
    return fold(Event(str(n), one, by=by) for n, one in enumerate(everything))


def refused(year: Year) -> str:
    """Return what is said of the last event."""
    return "\n".join(str(fault) for one in year.refused for fault in one.faults)


def test_a_procedure_is_sound() -> None:
    """Codes that stand twice or name nothing, and stages for nobody, are said at once."""
    with pytest.raises(Faults) as caught:
        Procedure(
            [Stage("a", "A", then=["b"]), Stage("a", "A", who="named", back=["c"])],
            OfficialBy(stages=["d"]),
        )

    assert (
        "$.stages[0].then[0]: no stage 'b'; known are 'a'\n"
        "$.stages[1].code: stage 'a' stands twice; rename one\n"
        "$.stages[1].back[0]: no stage 'c'; known are 'a'\n"
        "$.stages[1].assigned: nobody is assigned to stage 'a'; name who appraises\n"
        "$.official.stages[0]: no stage 'd'; known are 'a'"
    ) == str(caught.value)


def test_the_usual_procedure() -> None:
    """Departments have their stage only where some are given."""
    departments = usual_procedure([Assignment("so", ["1"])])

    assert 9 == len(departments.stages)
    assert 8 == len(usual_procedure().stages)
    assert ("so_nganh",) == departments.following("tham_dinh_lai")
    assert () == departments.following("hoi_dong")
    assert ("tham_dinh",) == Procedure(
        [Stage("a", "A", then=["tham_dinh"]), Stage("b", "B"), Stage("tham_dinh", "T")]
    ).following("a")


def test_checkers_come_from_the_pairing() -> None:
    """Without a pairing nobody may cross-check."""
    year = told(Stage("s", "S", who="checker"), Entry("s", "a", "1", 3))

    assert "nobody is assigned to it" in refused(year)


def test_the_head_reviews() -> None:
    """The head reviews the others, the deputy the head, unless the charter says otherwise."""
    stage = Stage("s", "S", who="head", takes=["entries", "decisions"])
    own = Entry("s", "a", "1", 3)

    assert "it is for 'b'" in refused(told(stage, own))
    assert not refused(told(stage, Charter("Q", head_appraises_itself=True), own))
    assert "nobody is assigned to it" in refused(told(stage, own, terms=LEAD[:1]))
    assert not refused(told(stage, own, terms=()))
    assert not refused(told(stage, Decision("s", "x")))
    assert "it is for 'a'" in refused(told(stage, Decision("s", "x"), by="b"))


def test_decisions_of_members() -> None:
    """Members decide; where not all are known, anybody may be one."""
    stage = Stage("s", "S", who="members", takes=["decisions"])

    assert "it is for 'a', 'b'" in refused(told(stage, Decision("s", "x"), by="z"))
    assert not refused(told(stage, Decision("s", "x"), by="z", more="unlisted"))
    assert not refused(told(evolved(stage, "unit"), Decision("s", "x"), by="z"))


def evolved(stage: Stage, who: str) -> Stage:
    """Return the stage for others."""
    return Stage(stage.code, stage.name, takes=stage.takes, who=who)


def test_departments_by_section() -> None:
    """Who is assigned a section may enter its criteria, and those of no other."""
    stage = Stage("s", "S", who="named", assigned=[Assignment("a", ["I"])], takes=["entries"])
    agreed = AgreedRubric("B", rubric=RUBRIC)

    assert not refused(told(stage, agreed, Entry("s", "b", "I.1", 3)))
    assert "nobody is assigned to it" in refused(told(stage, agreed, Entry("s", "b", "II.1", 3)))
    assert "nobody is assigned to it" in refused(told(stage, Entry("s", "b", "I.1", 3)))


def test_evidence_is_wanted() -> None:
    """A stage may want evidence for every entry."""
    year = told(Stage("s", "S", evidence=True), Entry("s", "a", "1", 3))

    assert "$.content.evidence: stage 's' wants evidence; refer to it" == refused(year)


def test_entries_without_a_rubric() -> None:
    """Where the rubric is not known, one entry of each member is enough."""
    stage = Stage("s", "S", needs=["entries"])

    assert "'b' has no entry in stage 's'" in refused(
        told(stage, Entry("s", "a", "1", 3), Move("next"))
    )
    assert not refused(told(stage, Entry("s", "a", "1", 3), Entry("s", "b", "1", 3), Move("next")))


def test_many_entries_lack() -> None:
    """Of what a unit lacks, five criteria are named and the others counted."""
    measures = [Measure(f"m{n}", "M") for n in range(7)]
    parts = [Criterion(f"{n}", "K", maximum=1, formula=DirectEntry(f"m{n}")) for n in range(7)]
    rubric = Rubric("r", "R", measures=measures, sections=parts)
    year = told(Stage("s", "S", needs=["entries"]), AgreedRubric("B", rubric=rubric), Move("next"))

    assert "'a' lacks entries for 0, 1, 2, 3, 4 and 2 more in stage 's'" in refused(year)


def test_results_of_measures_are_entries() -> None:
    """Where measures are entered, one entry of each member is enough."""
    stage = Stage("s", "S", needs=["entries"])
    agreed = AgreedRubric("B", rubric=RUBRIC)

    assert not refused(
        told(stage, agreed, Entry("s", "a", "x", 3), Entry("s", "b", "x", 3), Move("next"))
    )


def test_what_is_published_is_complete() -> None:
    """Results are locked at any time, but published only when their stage lacks nothing."""
    stage = Stage("s", "S", takes=["entries", "decisions"], needs=["decision"])
    early = told(stage, Lock(), Publish())

    assert (
        "$.content: nothing is adopted in stage 's'; unlock, then record the decision"
    ) == refused(early)
    whole = told(stage, Lock(), Unlock("họp"), Decision("s", "thông qua"), Lock(), Publish())
    assert Standing.PUBLISHED is whole.standing
