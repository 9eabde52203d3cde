# SPDX-License-Identifier: MIT
"""Whether an intake fits the rubric whose sheets it fills, and the results it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never

from thidua.errors import Path, PeriodFault, suggest
from thidua.period.intake import (
    Carry,
    CarryClass,
    CarryEntry,
    CarryPercent,
    CarryPoints,
    CarryRank,
    CarryWeight,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Intake,
    UsedBefore,
)
from thidua.period.result import PeriodResult
from thidua.rubric import Choice, Indicator, Measure, Question, Rubric
from thidua.rubric.form_check import KINDS
from thidua.rubric.plan import TOTAL, rows

__all__ = ["check_carry", "check_intake", "check_part"]

_Declared: TypeAlias = Mapping[str, Indicator]


def check_intake(rubric: Rubric, intake: Intake) -> tuple[PeriodFault, ...]:
    """Return every fault of *intake* as something that fills sheets of *rubric*."""
    declared = {one.code: one for one in rubric.measures}
    lists = {one.code: {each.code: each for each in one.measures} for one in rubric.items}
    faults: list[PeriodFault] = []
    filled: set[str] = set()
    for index, source in enumerate(intake.sources):
        at: Path = ("sources", index)
        match source:
            case FromParts(items, carries):
                if items in lists:
                    faults.extend(_carries(carries, lists[items], set(), at))
                else:
                    what = f"no list of items is called {items!r}"
                    hint = suggest(items, lists)
                    faults.append(PeriodFault((*at, "items"), "items-unknown", what, hint))
                faults.extend(_once(items, filled, (*at, "items")))
            case FromPeriod(carries):
                faults.extend(_carries(carries, declared, filled, at))
            case UsedBefore(to):
                faults.extend(_receives(declared, to, Measure, (*at, "to")))
                faults.extend(_once(to, filled, (*at, "to")))
            case EarnedBefore(to):
                faults.extend(_receives(declared, to, Question, (*at, "to")))
                faults.extend(_once(to, filled, (*at, "to")))
            case _:
                assert_never(source)
    return tuple(faults)


def _carries(
    carries: tuple[Carry, ...], declared: _Declared, filled: set[str], at: Path
) -> Iterator[PeriodFault]:
    for index, carry in enumerate(carries):
        place = (*at, "carries", index, "to")
        match carry:
            case CarryPoints(to) | CarryPercent(to) | CarryRank(to) | CarryWeight(to):
                yield from _receives(declared, to, Measure, place)
            case CarryClass(to):
                yield from _receives(declared, to, Choice, place)
            case CarryEntry(to):
                yield from _receives(declared, to, None, place)
            case _:
                assert_never(carry)
        yield from _once(carry.to, filled, place)


def _once(code: str, filled: set[str], at: Path) -> Iterator[PeriodFault]:
    if code in filled:
        yield PeriodFault(at, "entry-twice", f"{code!r} is filled twice", "keep one")
    filled.add(code)


def _receives(
    declared: _Declared, code: str, wanted: type[Indicator] | None, at: Path
) -> Iterator[PeriodFault]:
    if code not in declared:
        what = f"measure {code!r} is not declared there"
        yield PeriodFault(at, "measure-unknown", what, suggest(code, declared))
    elif wanted is not None and not isinstance(declared[code], wanted):
        given = KINDS[type(declared[code])]
        what = f"{code!r} is {given}, where {KINDS[wanted]} is wanted"
        yield PeriodFault(at, "measure-kind", what)


def check_carry(carry: Carry, result: PeriodResult, at: Path) -> Iterator[PeriodFault]:
    """Yield what *result* lacks of what *carry* takes."""
    match carry:
        case CarryPoints(_, of) | CarryPercent(_, of):
            yield from check_part(of, result, (*at, "of"))
        case CarryRank():
            if result.ranking is None:
                what = f"the result of {result.period!r} has no ranking"
                yield PeriodFault(at, "ranking-missing", what, "rank its scores")
        case CarryClass():
            if result.classes is None:
                what = f"the result of {result.period!r} has no classes"
                yield PeriodFault(at, "classes-missing", what, "classify its scores")
        case CarryEntry(_, of):
            known = [one.code for one in result.scores.rubric.measures]
            if of not in known:
                what = f"the rubric of {result.period!r} has no measure {of!r}"
                yield PeriodFault((*at, "of"), "measure-unknown", what, suggest(of, known))
        case CarryWeight():
            pass
        case _:
            assert_never(carry)


def check_part(code: str, result: PeriodResult, at: Path) -> Iterator[PeriodFault]:
    """Yield that the rubric of *result* has no part *code*, if it has none."""
    known = [TOTAL, *(row.part.code for row in rows(result.scores.rubric))]
    if code not in known:
        what = f"the rubric of {result.period!r} has no criterion {code!r}"
        yield PeriodFault(at, "points-unknown", what, suggest(code, known))
