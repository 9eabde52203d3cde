# SPDX-License-Identifier: MIT
"""What is drawn from results for each unit, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, assert_never, final

from attrs import field, frozen

from thidua.errors import Fault, PeriodFault
from thidua.period.asked import Asked
from thidua.period.carried import Lacking
from thidua.period.intake import (
    CarryWeight,
    EarnedBefore,
    FromParts,
    FromPeriod,
    Outside,
    UsedBefore,
)
from thidua.period.period import Period
from thidua.period.result import PeriodResult
from thidua.period.value import Drawn, Open, draw, found_in, span_of_points
from thidua.quantity import EVERYTHING, Entry, Interval, State, hull
from thidua.rubric import Awaited, Measure, Rubric
from thidua.rubric.reachable import reachable

__all__ = ["Filled", "Filling"]

_NONE = Interval(0, 0)
_Row: TypeAlias = dict[str, Drawn]


@final
@frozen
class Filled:
    """What one sheet receives."""

    entries: dict[str, Entry] = field(factory=dict)
    items: dict[str, list[dict[str, Entry]]] = field(factory=dict)
    awaited: list[Awaited] = field(factory=list)


@final
@frozen
class Filling:
    """The sheets of one period, while they are filled."""

    into: Rubric
    units: tuple[str, ...]
    faults: list[Fault]
    official: bool = field(kw_only=True)
    """Whether what is not certain is awaited, rather than left out."""
    waiting: Mapping[str, State] = field(factory=dict, kw_only=True)
    """In which state it is awaited, by code of period."""
    groups: Mapping[str, str] | None = field(default=None, kw_only=True)
    gaps: dict[tuple[str, str], Lacking] = field(factory=dict)
    """Why a period does not count, by period and unit; the first reason found."""

    def fill(self, asked: Iterable[Asked]) -> dict[str, Filled]:
        """Draw what every source gives to every unit."""
        filled = {unit: Filled() for unit in self.units}
        for one in asked:
            match one.source:
                case FromParts():
                    self._items(one, one.source, filled)
                case FromPeriod():
                    for period, result in one.periods:
                        for unit, row in self._rows(one, one.source, period, result).items():
                            self._enter(filled[unit], row, period)
                case UsedBefore(to):
                    for unit, spans in self._before(one, one.source):
                        self._sum(filled[unit], to, spans)
                case EarnedBefore(to):
                    for unit, spans in self._before(one, one.source):
                        self._any(filled[unit], to, spans)
                case _:
                    assert_never(one.source)
        return filled

    def _note(self, period: Period, unit: str, why: Lacking) -> None:
        self.gaps.setdefault((period.code, unit), why)

    def _state(self, *periods: Period) -> State:
        """Return the state in which something is awaited that depends on *periods*."""
        states = {self.waiting.get(one.code, State.NOT_DUE) for one in periods}
        return State.MISSING if State.MISSING in states else State.NOT_DUE

    # --- parts and other rubrics ----------------------------------------------------------

    def _rows(
        self,
        asked: Asked,
        source: FromParts | FromPeriod,
        period: Period,
        result: PeriodResult | None,
    ) -> dict[str, _Row]:
        """Draw one row for each unit that is to have one."""
        found = None if result is None else found_in(result)
        rows: dict[str, _Row] = {}
        for unit in self.units:
            if found is not None and unit not in found:
                match source.outside:
                    case Outside.REFUSE:
                        what = f"unit {unit!r} has no share in the result of {period.code!r}"
                        todo = "say in 'outside' what becomes of units that join or leave"
                        at = (*asked.at, "outside")
                        self.faults.append(PeriodFault(at, "unit-outside", what, todo))
                    case Outside.NOT_APPLICABLE:
                        rows[unit] = {one.to: State.NOT_APPLICABLE for one in source.carries}
                    case Outside.OMIT:
                        pass
                    case _:
                        assert_never(source.outside)
                continue
            own = None if found is None else found[unit]
            rows[unit] = {one.to: draw(one, period, own) for one in source.carries}
            if result is None:
                self._note(period, unit, Lacking.ABSENT)
            elif _is_open(rows[unit]):
                self._note(period, unit, Lacking.OPEN)
            elif result.preview:
                self._note(period, unit, Lacking.PREVIEW)
        return rows

    def _items(self, asked: Asked, source: FromParts, filled: Mapping[str, Filled]) -> None:
        """Add an item for each part that counts, or is awaited."""
        for unit in self.units:
            filled[unit].items[source.items] = []
        for period, result in asked.periods:
            rows = self._rows(asked, source, period, result)
            self._wait_together(source, period, rows)
            for unit, row in rows.items():
                if self.official or not (result is None or _is_open(row)):
                    self._add(filled[unit], source.items, row, period)

    def _wait_together(self, source: FromParts, period: Period, rows: Mapping[str, _Row]) -> None:
        """Let a part count for nobody of a group that has a unit for which it does not."""
        if self.groups is None:
            return
        late = {self.groups[unit] for unit in rows if (period.code, unit) in self.gaps}
        for unit, row in rows.items():
            if self.groups[unit] in late:
                self._note(period, unit, Lacking.GROUP)
                row.update(
                    {one.to: Open() for one in source.carries if not isinstance(one, CarryWeight)}
                )

    def _add(self, filled: Filled, items: str, row: _Row, period: Period) -> None:
        listed = filled.items[items]
        place = len(listed)
        numbers = {
            each.code
            for one in self.into.items
            if one.code == items
            for each in one.measures
            if isinstance(each, Measure)
        }
        for code, drawn in row.items():
            if isinstance(drawn, Open) and code in numbers and drawn.within != EVERYTHING:
                filled.awaited.append(Awaited(code, drawn.within, items=items, item=place))
        listed.append({code: self._entry(drawn, period) for code, drawn in row.items()})

    def _enter(self, filled: Filled, row: _Row, period: Period) -> None:
        numbers = {one.code for one in self.into.measures if isinstance(one, Measure)}
        for code, drawn in row.items():
            if isinstance(drawn, Open) and code in numbers and drawn.within != EVERYTHING:
                filled.awaited.append(Awaited(code, drawn.within))
            filled.entries[code] = self._entry(drawn, period)

    def _entry(self, drawn: Drawn, *periods: Period) -> Entry:
        return self._state(*periods) if isinstance(drawn, Open) else drawn

    # --- earlier periods ------------------------------------------------------------------

    def _before(
        self, asked: Asked, source: UsedBefore | EarnedBefore
    ) -> Iterable[tuple[str, Sequence[tuple[Period, Interval]]]]:
        """Yield for each unit the points that each earlier period has given."""
        code = source.of
        by_unit = [
            (period, None if result is None else {one.unit: one for one in result.scores}, result)
            for period, result in asked.periods
        ]
        for unit in self.units:
            spans: list[tuple[Period, Interval]] = []
            for period, scored, result in by_unit:
                if scored is None or result is None:
                    self._note(period, unit, Lacking.ABSENT)
                    span = self._unknown(source)
                elif unit not in scored:
                    continue  # whoever had no share in a period has counted nothing in it
                else:
                    span = span_of_points(scored[unit], code)
                    if span.value is None:
                        self._note(period, unit, Lacking.OPEN)
                    elif result.preview:
                        self._note(period, unit, Lacking.PREVIEW)
                if self.official or span.value is not None:
                    spans.append((period, span))
            yield unit, spans

    def _unknown(self, source: UsedBefore | EarnedBefore) -> Interval:
        """Return what a period without a result may still give; nothing to who has no share."""
        if source.rubric not in {"", self.into.code}:
            return EVERYTHING
        return hull([reachable(self.into).spans.get(source.of, EVERYTHING), _NONE])

    def _sum(self, filled: Filled, to: str, spans: Sequence[tuple[Period, Interval]]) -> None:
        total = _NONE
        for _, span in spans:
            total += span
        if total.value is None and total != EVERYTHING:
            filled.awaited.append(Awaited(to, total))
        waits = self._state(*(period for period, span in spans if span.value is None))
        filled.entries[to] = waits if total.value is None else total.value

    def _any(self, filled: Filled, to: str, spans: Sequence[tuple[Period, Interval]]) -> None:
        earned = any(span.low is not None and span.low > 0 for _, span in spans)
        maybe = any(span.high is None or span.high > 0 for _, span in spans)
        waits = self._state(*(period for period, span in spans if span.value is None))
        filled.entries[to] = waits if maybe and not earned else earned


def _is_open(row: _Row) -> bool:
    return any(isinstance(one, Open) for one in row.values())
