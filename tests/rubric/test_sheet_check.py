# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.errors import Faults
from thidua.formula import Calculation, DirectEntry, OverItems
from thidua.quantity import State
from thidua.rubric import Criterion, ItemList, Measure, Question, Rubric, Sheet, score

RUBRIC = Rubric(
    "r",
    "R",
    measures=[Measure("thu", "Thu", places=1), Question("dat", "Đạt")],
    items=[ItemList("viec", "Việc", [Measure("gio", "Giờ", most=24)])],
    sections=[
        Criterion("1", "Thu", maximum=10, formula=DirectEntry("thu")),
        Criterion("2", "Việc", maximum=0, formula=Calculation(OverItems("viec", "sum", "gio"))),
        Criterion("3", "Thu", maximum=5, formula=DirectEntry("thu")),
    ],
)
GOOD = Sheet("a", {"thu": "4.5", "dat": True}, {"viec": [{"gio": 8}]})


def refusal(*sheets: Sheet) -> list[str]:
    """Return what is wrong in some sheets."""
    with pytest.raises(Faults) as raised:
        score(RUBRIC, sheets)
    return [str(fault) for fault in raised.value.faults]


def test_good_sheets() -> None:
    """A sheet that names everything, or says what the rest is, is scored."""
    rest = Sheet("b", {"thu": 5}, others=State.MISSING)

    assert 2 == len(score(RUBRIC, [GOOD, rest]))
    assert 1 == len(score(RUBRIC, [Sheet("a", dict(GOOD.entries), {"viec": State.NOT_DUE})]))


def test_many_faults() -> None:
    """After a hundred faults of all sheets together one says that there are more."""
    found = refusal(GOOD, Sheet("b", {f"thu{number}": 1 for number in range(1000)}))

    assert 101 == len(found)
    assert "$.sheets: more than 100 faults; correct those above first" == found[-1]


def test_everything_is_named() -> None:
    """What a sheet does not name is refused, unless it says what the rest is."""

    assert [
        (
            "$.sheets[0].entries.thu: unit 'a' has no entry for measure 'thu'; "
            "give a value or a state such as missing; nothing is read as zero"
        ),
        (
            "$.sheets[0].entries.dat: unit 'a' has no entry for measure 'dat'; "
            "give a value or a state such as missing; nothing is read as zero"
        ),
        (
            "$.sheets[0].items.viec: unit 'a' has no list 'viec'; "
            "give a list, which may be empty, or a state such as missing"
        ),
    ] == refusal(Sheet("a", {}))


def test_items_name_everything() -> None:
    """Each item names every measure of its list, others or not."""
    sheet = Sheet("a", {}, {"viec": [{"gio": 1}, {}]}, others=State.EXEMPT)

    assert [
        (
            "$.sheets[0].items.viec[1].gio: unit 'a' has no entry for measure 'gio'; "
            "give a value or a state such as missing; nothing is read as zero"
        )
    ] == refusal(sheet)


def test_items_are_in_bounds() -> None:
    """The entries of items are answers too."""
    sheet = Sheet("a", {"thu": 1, "dat": True}, {"viec": [{"gio": 25, "giờ": 1}]})

    assert [
        (
            "$.sheets[0].items.viec[0].gio: measure 'gio' is 25, above its most of 24; "
            "correct the entry, or the bounds of the measure"
        ),
        "$.sheets[0].items.viec[0].giờ: measure 'giờ' is not in the rubric; did you mean 'gio'?",
    ] == refusal(sheet)


def test_nothing_else_is_named() -> None:
    """Entries and lists that the rubric does not know are refused with what was meant."""
    sheet = Sheet(
        "a",
        {"thu": 1, "dat": False, "thuu": 1},
        {"viec": [], "viecs": []},
        illustrative=["viec", "dap"],
    )

    assert [
        "$.sheets[0].entries.thuu: measure 'thuu' is not in the rubric; did you mean 'thu'?",
        "$.sheets[0].illustrative[0]: measure 'dap' is not in the rubric; did you mean 'dat'?",
        "$.sheets[0].items.viecs: list 'viecs' is not in the rubric; did you mean 'viec'?",
    ] == refusal(sheet)


def test_points_entered_are_within_the_least_maximum() -> None:
    """Points that several criteria take as they are may not pass the least of their maxima."""
    sheet = Sheet("b", {"thu": "5.5", "dat": True}, {"viec": []})

    assert [
        (
            "$.sheets[1].entries.thu: measure 'thu' is 5.5, but points entered go from 0 to 5; "
            "correct the entry or the maximum"
        )
    ] == refusal(GOOD, sheet)


def test_one_cell_has_one_fault() -> None:
    """Points entered outside the bounds of their measure are refused once."""
    sheet = Sheet("b", {"thu": -1, "dat": True}, {"viec": []})

    assert [
        (
            "$.sheets[1].entries.thu: measure 'thu' is -1, below its least of 0; "
            "correct the entry, or the bounds of the measure"
        )
    ] == refusal(GOOD, sheet)


def test_units_have_one_sheet() -> None:
    """A unit with two sheets is refused, however alike they are."""

    assert ["$.sheets[1].unit: unit 'a' has two sheets; keep one"] == refusal(GOOD, GOOD)
