# SPDX-License-Identifier: MIT
"""What a charter says of rankings and quotas: how ties are broken, how many may have a class."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from thidua.quantity import RoundingMode
from thidua.ranking import (
    ByCode,
    ByMeasure,
    ByName,
    ByPoints,
    Ceiling,
    Ceilings,
    CeilingTables,
    Leftover,
    Remeasure,
    TieBreak,
    Ties,
)
from thidua.rubric import Better, Measure, RankedBy, Rubric
from thidua.rubric.plan import TOTAL, rows

__all__ = ["ceiling_tables", "ceilings", "tie_breaks", "ties"]

_BETTER = st.sampled_from(Better)
_SHARES = st.fractions(0, 1, max_denominator=20)


def tie_breaks(rubric: Rubric, kind: type[TieBreak] | None = None) -> SearchStrategy[TieBreak]:
    """Draw what may break ties between units scored by *rubric*; any, or of one kind."""
    parts = [*(row.part.code for row in rows(rubric)), TOTAL]
    measures = [one.code for one in rubric.measures if isinstance(one, Measure)]
    by_points = st.builds(ByPoints, st.sampled_from(parts), _BETTER, by=st.sampled_from(RankedBy))
    by_kind: dict[type[TieBreak], SearchStrategy[TieBreak]] = {
        ByPoints: by_points,
        ByMeasure: st.builds(ByMeasure, st.sampled_from(measures), _BETTER),
        ByName: st.builds(ByName, person=st.booleans()),
        ByCode: st.builds(ByCode),
        Remeasure: st.builds(Remeasure, st.just("bỏ phiếu"), _BETTER),
    }
    return st.one_of(*by_kind.values()) if kind is None else by_kind[kind]


def ties(rubric: Rubric) -> SearchStrategy[Ties]:
    """Draw ways to treat equal units scored by *rubric*."""
    broken = st.lists(tie_breaks(rubric), min_size=1, max_size=2)
    return st.builds(Ties, st.sampled_from(("share", "dense")) | broken)


@st.composite
def _ceiling(draw: DrawFn, names: Sequence[str], index: int) -> Ceiling:
    # Nobody can fall from the last class.
    leftover = draw(st.sampled_from(Leftover)) if len(names) > 1 else Leftover.REPORT
    able = names[:-1] if leftover is Leftover.DEMOTE else names
    some = st.lists(st.sampled_from(names), min_size=1, unique=True)
    counted = draw(st.lists(st.sampled_from(able), min_size=1, unique=True))
    if draw(st.booleans()):
        return Ceiling(counted, number=draw(st.integers(0, 3)), leftover=leftover)
    within = draw(st.integers(0, index - 1)) if index and draw(st.booleans()) else None
    return Ceiling(
        counted,
        share=draw(_SHARES),
        of=None if within is not None else draw(st.none() | some),
        within=within,
        rounding=draw(st.sampled_from(RoundingMode)),
        leftover=leftover,
    )


@st.composite
def _ceilings(draw: DrawFn, names: Sequence[str], *, at_least_one: bool) -> Ceilings:
    count = draw(st.integers(int(at_least_one), 3))
    return Ceilings([draw(_ceiling(names, index)) for index in range(count)])


def ceilings(names: Sequence[str], *, at_least_one: bool = False) -> SearchStrategy[Ceilings]:
    """Draw ceilings, some a share of what another allows.

    Args:
        names: Names of the classes, best first; none falls from the last.
        at_least_one: Whether there is one for certain.
    """
    return _ceilings(names, at_least_one=at_least_one)


def ceiling_tables(names: Sequence[str]) -> SearchStrategy[CeilingTables]:
    """Draw ceilings for kinds of collectives.

    Args:
        names: Names of the classes, best first; none falls from the last.
    """
    return st.builds(
        CeilingTables, st.dictionaries(st.sampled_from(("Loại 1", "Loại 2")), ceilings(names))
    )
