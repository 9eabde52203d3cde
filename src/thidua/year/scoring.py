# SPDX-License-Identifier: MIT
"""Whether a rubric and what is entered fit together (*điều kiện về bảng điểm và điểm chấm*)."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.errors import ClusterFault, Fault, suggest
from thidua.quantity import plain, show_interval
from thidua.review.proof import prove
from thidua.rubric import Rubric, check
from thidua.rubric.measure import fault_of_entry
from thidua.year.state import State, codes_of, criteria_of
from thidua.year.step import Entry

__all__ = ["rubric_faults", "value_faults"]


def rubric_faults(state: State, rubric: Rubric) -> Iterator[Fault]:
    """Refuse a rubric that contradicts itself, or lacks what was entered already."""
    for fault in check(rubric):
        at = ("content", "rubric", *fault.at)
        yield ClusterFault(at, fault.code, fault.what, fault.todo)
    known = codes_of(rubric)
    first = {code: entries[0][0] for (_, code), entries in reversed(state.entries.items())}
    for code, event in first.items():
        if code not in known:
            what = f"event {event.id!r} entered {code!r}, which the rubric has not"
            yield ClusterFault(("content", "rubric"), "code-unknown", what, suggest(code, known))


def value_faults(state: State, entry: Entry) -> Iterator[Fault]:
    """Refuse a result that its measure cannot hold, and points that a criterion cannot come to."""
    rubric, at = state.rubric, ("content", "value")
    if rubric is None:
        return
    measure = next((one for one in rubric.measures if one.code == entry.code), None)
    if measure is not None:
        fault = fault_of_entry(measure, entry.value, at)
        if fault is not None:
            yield ClusterFault(at, fault.code, fault.what, fault.todo)
    elif entry.code in criteria_of(rubric):
        span = prove(rubric).spans[entry.code]
        if entry.value not in span:
            what = f"{plain(entry.value)} points, which {entry.code!r} cannot come to"
            yield ClusterFault(at, "out-of-bounds", what, f"enter {show_interval(span, 'en')}")
