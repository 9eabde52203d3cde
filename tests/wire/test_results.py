# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
"""Documents of results are read only if they can be results."""

from __future__ import annotations

from typing import Any

import pytest

from thidua.errors import Faults
from thidua.formula import Proportional
from thidua.ranking import rank, ranking_table
from thidua.rubric import Criterion, Measure, Rubric, Section, Sheet, explain, score
from thidua.wire import from_document, to_document

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[Measure("a", "A"), Measure("t", "T", above=0)],
    sections=[
        Section(
            "I", "Mục", criteria=[Criterion("1", "Một", maximum=10, formula=Proportional("a", "t"))]
        )
    ],
)
SCORES = score(RUBRIC, [Sheet("u", {"a": 2, "t": 4}), Sheet("v", {"a": 2, "t": 4})])
RANKING = rank(SCORES, ties="share")
WORKING = ("units", 0, "lines", 1, "working")


def told(document: dict[str, Any], at: tuple[str | int, ...], value: object) -> str:
    """Return what a document is refused with, changed at one place."""
    inner: Any = document
    for step in at[:-1]:
        inner = inner[step]
    inner[at[-1]] = value
    with pytest.raises(Faults) as refusal:
        from_document(document)
    return str(refusal.value)


def test_results_are_read_back() -> None:
    """What was computed is read, explained and laid out."""

    assert explain(SCORES["u"]) == explain(from_document(to_document(SCORES))["u"])
    assert ranking_table(RANKING) == ranking_table(from_document(to_document(RANKING)))


@pytest.mark.parametrize(
    ("at", "value", "place"),
    [
        (WORKING, {"what": "zzz", "value": "5", "parts": []}, "working"),
        ((*WORKING, "value"), "6", "working"),
        ((*WORKING, "parts", 0, "parts", 1, "what"), "zzz", "working.parts[0].parts[1]"),
        ((*WORKING, "parts", 0, "parts", 1, "value"), "0", "working.parts[0]"),
        (("units", 0, "lines", 1, "points"), "6", "working"),
    ],
)
def test_workings_lead_to_the_points(at: tuple[str | int, ...], value: object, place: str) -> None:
    """A working that cannot have come of the formula, or not to the points, is refused."""
    message = f"$.units[0].lines[1].{place}: a working that does not lead to the points of '1'; score the sheet again"

    assert message == told(to_document(SCORES), at, value)


@pytest.mark.parametrize(
    ("at", "value", "message"),
    [
        (
            ("places", 0, "tied_with"),
            ["v", "zzz"],
            "$.places[0].tied_with[1]: 'u' ties with 'zzz', which has no place; known are 'u', 'v'",
        ),
        (("places", 1, "best"), -1, "$.places[1].worst: ranks from -1 to 1; they rise from 1 on"),
        (("places", 1, "best"), 5, "$.places[1].worst: ranks from 5 to 1; they rise from 1 on"),
        (
            ("places", 0, "value"),
            {"low": "5", "high": "1"},
            "$.places[0].value: an interval from 5 to 1 holds nothing; write the lower end first",
        ),
    ],
)
def test_rankings_hold_together(at: tuple[str | int, ...], value: object, message: str) -> None:
    """A ranking whose ranks, ties or results cannot be is refused at the place."""

    assert message == told(to_document(RANKING), at, value)
