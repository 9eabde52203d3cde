# SPDX-License-Identifier: MIT
"""Which results the sources of an intake ask for, and what is wrong with these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never, final

from attrs import evolve, field, frozen

from thidua.errors import Fault, Path, PeriodFault, suggest
from thidua.period.intake import EarnedBefore, FromParts, FromPeriod, Intake, Source, UsedBefore
from thidua.period.intake_check import check_carry, check_part
from thidua.period.period import Period
from thidua.period.result import PeriodResult
from thidua.quantity.typed import typed

__all__ = ["Asked", "ask", "check_results"]


@final
@frozen(field_transformer=typed(PeriodFault))
class Asked:
    """A source with the periods that it asks."""

    source: Source
    at: Path
    """Its place."""
    periods: tuple[tuple[Period, PeriodResult | None], ...]
    """The periods that are asked, in order of time, each with its result if there is one."""


def check_results(year: Period, period: str, results: Sequence[PeriodResult]) -> Iterator[Fault]:
    """Yield what does not fit the tree."""
    known = [one.code for one in year]
    if period not in known:
        what = f"no period {period!r}"
        yield PeriodFault(("period",), "period-unknown", what, suggest(period, known))
    seen: set[tuple[str, str]] = set()
    for index, result in enumerate(results):
        at: Path = ("results", index)
        key = (result.period, result.scores.rubric.code)
        if result.period not in known:
            what = f"no period {result.period!r}"
            hint = suggest(result.period, known)
            yield PeriodFault((*at, "period"), "period-unknown", what, hint)
        elif key in seen:
            what = f"two results of {result.period!r} by rubric {key[1]!r}"
            yield PeriodFault(at, "period-twice", what, "keep the one that is official")
        seen.add(key)


def ask(  # noqa: PLR0913 - what there is
    year: Period,
    period: str,
    results: Sequence[PeriodResult],
    intake: Intake,
    *,
    rubric: str,
    official: bool,
    faults: list[Fault],
) -> tuple[Asked, ...]:
    """Find the results that each source asks for; note what is wrong in *faults*."""
    by_period: dict[str, list[PeriodResult]] = {}
    for result in results:
        by_period.setdefault(result.period, []).append(result)
    one = _Asking(year, period, by_period, rubric, official, faults)
    return tuple(
        one.asked(source, ("sources", index)) for index, source in enumerate(intake.sources)
    )


@frozen
class _Asking:
    year: Period
    period: str
    results: Mapping[str, list[PeriodResult]]
    rubric: str
    official: bool
    faults: list[Fault] = field(factory=list)

    def asked(self, source: Source, at: Path) -> Asked:
        match source:
            case FromParts() | FromPeriod():
                rubric = source.rubric
            case UsedBefore() | EarnedBefore():
                rubric = source.rubric or self.rubric
            case _:
                assert_never(source)
        found = tuple((one, self._result(one, rubric, at)) for one in self._periods(source, at))
        for _, result in found:
            if result is not None:
                self.faults.extend(self._lacking(source, result, at))
        return Asked(source, at, found)

    def _periods(self, source: Source, at: Path) -> Iterable[Period]:
        match source:
            case FromParts(level=level):
                parts = self.year[self.period].of_level(level)
                if not parts:
                    what = f"period {self.period!r} has no parts"
                    what += f" of level {level!r}" if level else ""
                    self.faults.append(PeriodFault((*at, "level"), "no-parts", what))
                return parts
            case FromPeriod():
                return [self.year[self.period]]
            case UsedBefore(within=within) | EarnedBefore(within=within):
                try:
                    return self.year.earlier(self.period, within)
                except PeriodFault as fault:
                    self.faults.append(evolve(fault, at=(*at, "within")))
                    return []
            case _:
                assert_never(source)

    def _result(self, period: Period, rubric: str, at: Path) -> PeriodResult | None:
        found = [
            one
            for one in self.results.get(period.code, [])
            if rubric in {"", one.scores.rubric.code}
        ]
        if len(found) > 1:
            codes = ", ".join(repr(one.scores.rubric.code) for one in found)
            what = f"period {period.code!r} has results by {codes}"
            self.faults.append(PeriodFault((*at, "rubric"), "rubric-unsaid", what, "name one"))
        return found[0] if found else None

    def _lacking(self, source: Source, result: PeriodResult, at: Path) -> Iterator[PeriodFault]:
        if result.preview and self.official:
            what = f"the result of {result.period!r} is a preview, and nothing official"
            yield PeriodFault(at, "preview", what, "wait for its parts, or make a preview")
        match source:
            case FromParts(carries=carries) | FromPeriod(carries=carries):
                for index, one in enumerate(carries):
                    yield from check_carry(one, result, (*at, "carries", index))
            case UsedBefore(of=of) | EarnedBefore(of=of):
                yield from check_part(of, result, (*at, "of"))
            case _:
                assert_never(source)
