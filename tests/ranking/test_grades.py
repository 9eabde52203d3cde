# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua.errors import Fault
from thidua.formula import Compare, Points
from thidua.quantity import Interval
from thidua.ranking import (
    Barred,
    Ceiling,
    Ceilings,
    CeilingsFor,
    CeilingTables,
    Classed,
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    Minimum,
    TableFor,
)
from thidua.rubric import Rubric

GUARD = Compare(Points("1"), ">=", 5)
A = Grade("A", at_least=90)
C = Grade("C")


def test_bounds_said_again_change_nothing() -> None:
    """An upper bound may be said where the class above begins, on either side."""
    table = GradeTable([A, Grade("B", above=80, below=90), Grade("C", at_most=80)])

    assert [90, 80, None] == [grade.low for grade in table.grades]


def test_classes_may_begin_together_if_the_better_asks_for_more() -> None:
    """A class that asks for more may begin where the next does, or ask for no result at all."""
    better = Grade("A+", at_least=90, requires=GUARD)
    table = GradeTable([Grade("đặc cách", requires=GUARD), better, A, C])

    assert [True, True, False, False] == [grade.demands for grade in table.grades]


@pytest.mark.parametrize(
    ("interval", "closed", "beyond"),
    [
        (Interval(90, 95), True, None),
        (Interval(91, 95), True, True),
        (Interval(80, 89), False, False),
        (Interval(80, 90), None, False),
        (Interval(None, None), None, None),
        (Interval(90, None), True, None),
    ],
)
def test_reached(interval: Interval, *, closed: bool | None, beyond: bool | None) -> None:
    """What may still become less or more leaves it open whether a class is reached."""

    assert closed is A.reached(interval)
    assert beyond is Grade("A", above=90).reached(interval)
    assert C.reached(interval)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Grade("A", at_least=1, above=1), "$: a band with both at_least and above; keep one"),
        (lambda: GradeTable([]), "$.grades: a table without classes"),
        (lambda: GradeTable([A, A]), "$.grades[1]: class 'A' stands twice"),
        (
            lambda: GradeTable([A, Grade("B", at_least=50)]),
            "$.grades[1]: below 50 there is no class; leave the last class open, or add one beneath it",
        ),
        (
            lambda: GradeTable([A, Grade("B", requires=GUARD)]),
            ("$.grades[1]: the last class, 'B', asks for more than its result; "
            "leave the last class open, or add one beneath it"),
        ),
        (
            lambda: GradeTable([Grade("B"), C]),
            ("$.grades[0]: class 'B' asks for nothing, so no unit comes to 'C'; "
            "give it a lower bound or a demand"),
        ),
        (
            lambda: GradeTable([Grade("A", at_least=90, at_most=100), C]),
            "$.grades[0]: above 100 there is no class; let classes meet",
        ),
        (
            lambda: GradeTable([Grade("A", requires=GUARD), Grade("C", at_most=50)]),
            "$.grades[1]: above 50 there is no class; let classes meet",
        ),
        (
            lambda: GradeTable([A, Grade("C", at_most="89.99")]),
            "$.grades[1]: between 89.99 and 90 there is no class; let classes meet",
        ),
        (
            lambda: GradeTable([A, Grade("C", below=91)]),
            "$.grades[1]: classes 'A' and 'C' overlap from 90; let classes meet",
        ),
        (
            lambda: GradeTable([A, Grade("C", at_most=90)]),
            "$.grades[1]: exactly 90 is in two classes; close one side",
        ),
        (
            lambda: GradeTable([Grade("A", above=90), Grade("C", below=90)]),
            "$.grades[1]: exactly 90 is in no class; close one side",
        ),
        (
            lambda: GradeTable([Grade("B", at_least=50), A, C]),
            "$.grades[1]: class 'A' begins no lower than 'B'; list classes best first",
        ),
        (
            lambda: GradeTable([A, Grade("B", above=90, requires=GUARD), C]),
            "$.grades[1]: class 'B' begins no lower than 'A'; list classes best first",
        ),
        (
            lambda: GradeTable([A, C], knock_outs=[KnockOut("x", GUARD, to="D")]),
            "$.knock_outs[0].to: no class 'D' for a knock-out",
        ),
        (
            lambda: GradeTables("loai", [TableFor("xã", GradeTable([C]))] * 2),
            "$.tables[1].level: level 'xã' has two tables; keep one",
        ),
        (lambda: Minimum("1", 50), "$.share: a share is from 0 to 1, '50'; write \"0.5\" for 50 %"),
        (lambda: Ceiling([], share=1), "$.grades: a ceiling of no class"),
        (lambda: Ceiling("A"), "$.share: a ceiling is a share or a number; give one of them"),
        (
            lambda: Ceiling("A", share=1, number=1),
            "$.share: a ceiling is a share or a number; give one of them",
        ),
        (
            lambda: Ceiling("A", share=20),
            "$.share: a share is from 0 to 1, '20'; write \"0.2\" for 20 %",
        ),
        (
            lambda: Ceiling("A", number=-1),
            "$.number: a number of units is a whole number from 0, -1",
        ),
        (
            lambda: Ceiling("A", number=True),
            "$.number: a whole number is wanted, given True",
        ),
        (
            lambda: Ceiling("A", share=1, of="B", within=0),
            "$.of: a share has one base, and a number has none; keep one of of, within and number",
        ),
        (
            lambda: Ceiling("A", number=1, within=0),
            "$.of: a share has one base, and a number has none; keep one of of, within and number",
        ),
        (
            lambda: Ceilings([Ceiling("A", share=1, within=0)]),
            "$.ceilings[0].within: no ceiling 0 before this one; put a ceiling behind the one it is a share of",
        ),
        (
            lambda: CeilingTables({"x": [Ceiling("A", share=1), Ceiling("B", share=1, within=-1)]}),
            "$.ceilings[1].within: no ceiling -1 before this one; put a ceiling behind the one it is a share of",
        ),
        (
            lambda: CeilingTables([CeilingsFor("x", []), CeilingsFor("x", [])]),
            "$.tables[1].level: level 'x' has two lists of ceilings; keep one",
        ),
    ],
    ids=range(28),
)  # fmt: skip
def test_faults(make: Callable[[], object], message: str) -> None:
    """Tables that hold a result twice or not at all are refused, and so are ceilings."""
    with pytest.raises(Fault) as caught:
        make()

    assert message == str(caught.value)


def test_ceilings_by_the_kind_of_collective() -> None:
    """A collective has the ceilings of its kind, and an unknown kind is named."""
    tables = CeilingTables({"Loại 1": [Ceiling("A", number=3)], "Loại 2": [Ceiling("A", number=1)]})
    with pytest.raises(KeyError) as caught:
        tables["Loai 1"]

    assert Ceilings([Ceiling("A", number=1)]) == tables["Loại 2"]
    assert [3] == [one.number for one in tables["Loại 1"]]
    assert "no ceilings for 'Loai 1'; did you mean 'Loại 1'?" == caught.value.args[0]


def test_faults_of_classes() -> None:
    """A unit has some class of its grading, or none for certain."""
    rubric = Rubric("r", "R", measures=[], sections=[])
    table = GradeTable([A, C])
    for possible, message in (
        (("B",), "$.units[0].possible: no class 'B'; known are 'A', 'C'"),
        ((), "$.units[0].possible: unit 'u' has no class it may have"),
    ):
        with pytest.raises(Fault) as caught:
            Classes(rubric, table, (Classed("u", name="U", possible=possible),))

        assert message == str(caught.value)


def test_classes_by_unit() -> None:
    """Classes are looked up by unit; an unknown one is told from those there are."""
    rubric = Rubric("r", "R", measures=[], sections=[])
    one = Classed("u", name="U", possible=(None,), barred=(Barred("x"),))
    classes = Classes(rubric, GradeTable([A, C]), (one,))

    assert (one, 1, [one]) == (classes["u"], len(classes), list(classes))
    assert not classes.provisional
    with pytest.raises(KeyError, match="no unit 'v'; known are 'u'"):
        _ = classes["v"]
