# SPDX-License-Identifier: MIT
"""What a stage still lacks before an assessment goes on (*điều kiện chuyển bước*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from thidua.errors import ClusterFault, Fault
from thidua.year.stage import Need, Stage
from thidua.year.state import State

__all__ = ["lacking"]

_NAMED = 5
"""After so many cells of a unit that are not filled the others are counted."""


def lacking(state: State, stage: Stage) -> Iterator[Fault]:
    """Yield everything that a stage still lacks."""
    for need in stage.needs:
        match need:
            case Need.ENTRIES:
                yield from _entries(state, stage)
            case Need.DECISION:
                if not any(one.stage == stage.code and one.adopted for one in state.decisions):
                    what = f"nothing is adopted in stage {stage.code!r}"
                    yield _fault("decision-missing", what, "record the decision")
            case Need.BALLOTS:
                yield from _ballots(state, stage)
            case _:
                assert_never(need)


def _fault(code: str, what: str, todo: str) -> Fault:
    return ClusterFault(("content", "to"), code, what, todo)


def _entries(state: State, stage: Stage) -> Iterator[Fault]:
    filled = {
        (unit, code)
        for (unit, code), entries in state.entries.items()
        if any(one.stage == stage.code for _, one in entries)
    }
    # Where results of measures are entered, which criteria they fill is the rubric's to say.
    entered = {code for _, code in filled}
    criteria = state.criteria() if entered <= set(state.criteria()) else ()
    for unit in state.members:
        lacks = [code for code in criteria if (unit, code) not in filled]
        if lacks:
            shown = ", ".join(lacks[:_NAMED])
            more = f" and {len(lacks) - _NAMED} more" if len(lacks) > _NAMED else ""
            what = f"{unit!r} lacks entries for {shown}{more} in stage {stage.code!r}"
            yield _fault("entries-missing", what, "enter them")
        elif not any(unit == one for one, _ in filled):
            what = f"{unit!r} has no entry in stage {stage.code!r}"
            yield _fault("entries-missing", what, "enter its results")


def _ballots(state: State, stage: Stage) -> Iterator[Fault]:
    put = dict.fromkeys(one.question for _, one in state.ballots if one.stage == stage.code)
    if not put:
        what = f"nothing was voted on in stage {stage.code!r}"
        yield _fault("ballots-missing", what, "record the ballots")
    for question in put:
        for unit in state.members:
            if (unit, question) not in state.voters:
                what = f"{unit!r} has not voted on {question!r}"
                yield _fault("ballots-missing", what, "record its ballot; it may abstain")
