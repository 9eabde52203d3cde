# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import get_args

import pytest
from attrs import evolve

from thidua.comparison import (
    Change,
    FormulaChanged,
    IndicatorAdded,
    IndicatorChanged,
    IndicatorMoved,
    IndicatorRemoved,
    PartAdded,
    PartMoved,
    PartRemoved,
    Recoded,
    Renamed,
    Spot,
    compare,
)
from thidua.errors import Faults
from thidua.formula import Banded, DirectEntry, PerEvent, YesNo
from thidua.formula.band import Band
from thidua.rubric import Choice, Criterion, ItemList, Measure, Part, Question, Rubric, Section


def criterion(code: str, name: str = "", maximum: int = 10) -> Criterion:
    """Return a criterion whose points are entered."""
    return Criterion(code, name or code, maximum=maximum, formula=DirectEntry("a"))


def rubric(*sections: Part) -> Rubric:
    """Return a rubric of these parts."""
    return Rubric("r", "Bảng điểm", measures=[Measure("a", "A")], sections=sections)


def changes(old: Rubric, new: Rubric) -> list[Change]:
    """Return what differs."""
    return list(compare(old, new))


ONE, TWO, THREE = criterion("1"), criterion("2"), criterion("3")


def test_every_change_has_a_kind_of_its_own() -> None:
    """No two changes are stored under one name."""
    kinds = [change.kind for change in get_args(Change)]

    assert len(set(kinds)) == len(kinds) == 18


def test_a_comparison_lists_its_changes() -> None:
    """A comparison is counted, iterated, and asked by code."""
    found = compare(rubric(ONE, TWO), rubric(ONE, evolve(TWO, name="Hai", maximum=20)))

    assert ["renamed", "maximum_changed"] == [change.kind for change in found]
    assert 2 == len(found)
    assert found.changes == found.of("2")
    assert () == found.of("1")


def test_criteria_come_and_go_where_they_stand() -> None:
    """What is new stands where it is printed, what is gone where it stood."""

    assert [PartRemoved(TWO, Spot("", "1")), PartAdded(THREE, Spot("", "1"))] == changes(
        rubric(ONE, TWO), rubric(ONE, THREE)
    )
    assert [PartRemoved(ONE, Spot()), PartAdded(THREE, Spot("", "2"))] == changes(
        rubric(ONE, TWO), rubric(TWO, THREE)
    )


def test_a_section_that_goes_stands_after_all_of_the_section_before() -> None:
    """What a section gained comes before the next section, though that is gone."""
    first = Section("I", "I", criteria=[ONE])
    gone = Section("II", "II", criteria=[TWO])
    grown = evolve(first, criteria=[ONE, THREE])

    found = changes(rubric(first, gone, criterion("4")), rubric(grown, criterion("4")))

    assert ["3", "II", "2"] == [change.code for change in found]
    assert PartRemoved(evolve(gone, criteria=()), Spot("", "I")) == found[1]
    assert PartRemoved(TWO, Spot("II")) == found[2]


def test_criteria_numbered_anew_are_told_as_such() -> None:
    """One criterion more in the middle is one addition, and new codes for those behind it."""
    old = rubric(ONE, criterion("2", "Hai"), criterion("3", "Ba"))
    more = criterion("2", "Mới")
    new = rubric(ONE, more, criterion("3", "Hai"), criterion("4", "Ba"))

    assert [
        PartAdded(more, Spot("", "1")),
        Recoded("3", "2", "3"),
        Recoded("4", "3", "4"),
    ] == changes(old, new)


def test_criteria_that_swap_their_codes_are_recoded_and_stay() -> None:
    """Two criteria whose codes are swapped do not move for that."""
    old = rubric(criterion("1", "Một"), criterion("2", "Hai"))
    new = rubric(criterion("2", "Một"), criterion("1", "Hai"))

    assert [Recoded("2", "1", "2"), Recoded("1", "2", "1")] == changes(old, new)


def test_what_could_be_either_is_not_recoded() -> None:
    """Of two equal criteria it is not guessed which one has the new code."""
    old = rubric(criterion("1", "Như nhau"), criterion("2", "Như nhau"))
    new = rubric(criterion("3", "Như nhau"))

    assert ["part_removed", "part_removed", "part_added"] == [
        change.kind for change in changes(old, new)
    ]


def test_sections_are_recoded_with_what_they_keep() -> None:
    """A section of another code that keeps a criterion is the same, and so is one around it."""
    inner = Section("I.1", "Trong", criteria=[criterion("I.1.a", "A"), criterion("I.1.b", "B")])
    outer = Section("I", "Ngoài", criteria=[inner])
    renumbered = Section("A.1", "Trong", criteria=[criterion("A.1.a", "A")])

    assert [
        Recoded("A", "I", "A"),
        Recoded("A.1", "I.1", "A.1"),
        Recoded("A.1.a", "I.1.a", "A.1.a"),
        PartRemoved(criterion("I.1.b", "B"), Spot("I.1", "I.1.a")),
    ] == changes(rubric(outer), rubric(evolve(outer, code="A", criteria=[renumbered])))


def test_sections_that_keep_nothing_are_not_recoded() -> None:
    """A section of the same name but other criteria is another section."""
    old = rubric(Section("I", "Mục", criteria=[criterion("1", "Một")]))
    new = rubric(Section("II", "Mục", criteria=[criterion("2", "Hai")]))

    assert {"part_added", "part_removed"} == {change.kind for change in changes(old, new)}


def test_sections_that_were_divided_are_not_recoded() -> None:
    """Of two sections that each keep a part of one, neither is that one."""
    old = rubric(Section("I", "Mục", criteria=[criterion("1"), criterion("2")]))
    new = rubric(
        Section("II", "Mục", criteria=[criterion("1")]),
        Section("III", "Mục", criteria=[criterion("2")]),
    )

    assert [
        PartRemoved(Section("I", "Mục", criteria=[]), Spot()),
        PartAdded(Section("II", "Mục", criteria=[]), Spot()),
        PartMoved("1", Spot("I"), Spot("II")),
        PartAdded(Section("III", "Mục", criteria=[]), Spot("", "II")),
        PartMoved("2", Spot("I", "1"), Spot("III")),
    ] == changes(old, new)


def test_a_code_of_another_kind_of_part_is_another_part() -> None:
    """A section that became a criterion is gone, and the criterion is new."""
    section = Section("1", "Một", criteria=[TWO])

    assert [
        PartRemoved(evolve(section, criteria=()), Spot()),
        PartRemoved(TWO, Spot("1")),
        PartAdded(ONE, Spot()),
    ] == changes(rubric(section), rubric(ONE))


def test_as_few_as_possible_move() -> None:
    """One part that is put elsewhere moves, and those that make room for it do not."""
    four = criterion("4")

    assert [PartMoved("4", Spot("", "3"), Spot("", "1"))] == changes(
        rubric(ONE, TWO, THREE, four), rubric(ONE, four, TWO, THREE)
    )


def test_a_part_may_move_and_change() -> None:
    """A criterion in another section, of another name, is told as both."""
    first, second = (Section(code, code, criteria=[criterion(code * 2)]) for code in "AB")
    old = rubric(evolve(first, criteria=[*first.criteria, ONE]), second)
    new = rubric(first, evolve(second, criteria=[evolve(ONE, name="Khác"), *second.criteria]))

    assert [PartMoved("1", Spot("A", "AA"), Spot("B")), Renamed("1", "1", "Khác")] == changes(
        old, new
    )


def test_parameters_of_a_form_are_named() -> None:
    """Of forms of one kind, the fields that differ are named; of others, none."""
    old = PerEvent.of("a", -2, at_least=0)

    assert (("events", 0, "each"), ("at_least",)) == FormulaChanged(
        "1", old, PerEvent.of("a", -1)
    ).parameters
    assert () == FormulaChanged("1", old, YesNo("a")).parameters


def test_a_list_that_grew_is_one_parameter() -> None:
    """Bands are compared one by one where they are as many, else as a table."""
    low, high = Band(1, below=5), Band(2, at_least=5)
    old = Banded("a", [low, high])

    assert (("bands", 1, "points"),) == FormulaChanged(
        "1", old, Banded("a", [low, evolve(high, points=3)])
    ).parameters
    assert (("bands",),) == FormulaChanged("1", old, Banded("a", [Band(1)])).parameters


def test_what_units_report_is_compared_by_code() -> None:
    """Measures and lists come, go, move and change, those of a list under its code."""
    one, two, three = Measure("a", "A"), Question("b", "B"), Choice("c", "C", ("x", "y"))
    listed = ItemList("viec", "Việc", (Measure("d", "D"), Question("e", "E")))
    old = evolve(rubric(ONE), measures=[one, two, three], items=[listed])
    new = evolve(
        old,
        measures=[three, one, Measure("b", "B", places=1)],
        items=[
            ItemList("tiet", "Tiết", (Question("g", "G"),)),
            evolve(listed, name="Nhiệm vụ", measures=[Measure("d", "D", unit="%")]),
        ],
    )

    assert [
        IndicatorMoved("c", Spot("", "b"), Spot()),
        IndicatorChanged(two, Measure("b", "B", places=1)),
        IndicatorAdded(ItemList("tiet", "Tiết", ()), Spot()),
        IndicatorChanged(ItemList("viec", "Việc", ()), ItemList("viec", "Nhiệm vụ", ())),
        IndicatorAdded(Question("g", "G"), Spot("tiet")),
        IndicatorChanged(Measure("d", "D"), Measure("d", "D", unit="%"), "viec"),
        IndicatorRemoved(Question("e", "E"), Spot("viec", "d")),
    ] == changes(old, new)
    assert () == IndicatorChanged(two, Measure("b", "B")).parameters


def test_what_follows_the_same_in_both_has_not_moved() -> None:
    """Of two that go elsewhere together, the first has moved; the second still follows it."""
    a, b, c, d = (Measure(code, code) for code in "abcd")
    one, two, three, four = (evolve(ONE, code=code) for code in "1234")
    old = evolve(rubric(one, two, three, four), measures=[a, b, c, d])
    new = evolve(rubric(three, four, one, two), measures=[c, d, a, b])
    moved = [
        change.code
        for change in changes(old, new)
        if isinstance(change, IndicatorMoved | PartMoved)
    ]

    assert ["c", "3"] == moved


def test_a_list_that_goes_takes_its_measures() -> None:
    """A list that is gone is told, and so is each of its measures."""
    listed = ItemList("viec", "Việc", (Question("e", "E"),))
    old = evolve(rubric(ONE), items=[listed])

    assert ["viec", "e"] == [change.code for change in changes(old, rubric(ONE))]


def test_a_code_that_stands_twice_is_refused() -> None:
    """Codes that are not unique are refused on either side, all at once; other faults are not."""
    with pytest.raises(Faults) as caught:
        compare(rubric(ONE, ONE), evolve(rubric(TWO, TWO), measures=[]))

    assert ["$.old.sections[1].code", "$.new.sections[1].code"] == [
        str(fault).partition(":")[0] for fault in caught.value
    ]
    assert {"criterion-twice"} == {fault.code for fault in caught.value}
