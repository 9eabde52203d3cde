# SPDX-License-Identifier: MIT
"""Results of periods into the sheets of the next (*chuyển kết quả sang kỳ sau*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from thidua.errors import Fault, Faults, Path, PeriodFault, suggest
from thidua.period.asked import Asked, ask, check_results
from thidua.period.carried import Carried, Gap, Lacking
from thidua.period.fill import Filled, Filling
from thidua.period.gap_words import preview_words
from thidua.period.intake import Intake
from thidua.period.intake_check import check_intake
from thidua.period.period import Period
from thidua.period.result import PeriodResult
from thidua.quantity import Given, Language, State
from thidua.quantity.term import check_option
from thidua.rubric import Rubric, Sheet

__all__ = ["carry", "preview"]

_Waiting: TypeAlias = State | Mapping[str, State] | None


def carry(  # noqa: PLR0913 - what a period is made of
    year: Period,
    period: str,
    results: Iterable[PeriodResult],
    *,
    into: Rubric,
    intake: Intake,
    sheets: Iterable[Sheet] = (),
    units: Iterable[str] | None = None,
    groups: Mapping[str, str] | None = None,
    waiting: State | Mapping[str, State] | None = None,
) -> Carried:
    """Fill the sheets of a period from official results of others.

    What is certain is carried exactly, also where the rest of a result is still open. What is
    not certain is awaited: its entry is in a state, and the sheet says how far it may go.

    Args:
        year: The tree of periods.
        period: Code of the period whose sheets are filled.
        results: What is known; results that no source asks for do no harm.
        into: The rubric of the sheets.
        intake: What is taken from where.
        sheets: Sheets with what the units report besides.
        units: Codes of the units; absent, those of *sheets*, or else of the results.
        groups: Group of each unit, where a group waits as one: while a part lacks one of
            its units, it does not count for the others.
        waiting: ``State.MISSING`` or ``State.NOT_DUE`` for what is not certain yet, for all
            periods or by code.

    Returns:
        The sheets, and which periods do not count for which units yet.

    Raises:
        Faults: If results do not fit the tree or the intake, the intake does not fit the
            rubric, a unit has no share in a result and nothing says what that does, a
            result is made of a preview, or something is awaited and *waiting* does not
            say in which state that is.
    """
    faults: list[Fault] = []
    states = dict(_states(year, waiting, faults))
    asked = _asked(year, period, tuple(results), (into, intake), faults, official=True)
    given = tuple(sheets)
    everyone = _everyone(given, units, asked, faults)
    faults.extend(_ungrouped(everyone, groups))
    _refuse(faults)
    filling = Filling(into, everyone, faults, official=True, waiting=states, groups=groups)
    filled = filling.fill(asked)
    faults.extend(_unsaid(filling.gaps, states))
    made = _made(given, filled, _names(asked), faults)
    _refuse(faults)
    whole = year[period]
    return Carried(whole.code, whole.name, made, _listed(year, everyone, filling.gaps))


def preview(  # noqa: PLR0913 - what a period is made of
    year: Period,
    period: str,
    results: Iterable[PeriodResult],
    *,
    into: Rubric,
    intake: Intake,
    sheets: Iterable[Sheet] = (),
    units: Iterable[str] | None = None,
    language: Language = "vi",
) -> Carried:
    """Fill the sheets of a period from what is there, leaving out what is not.

    A part that is not certain for a unit is no item of its list; an entry that is not
    certain is awaited. What was left out stands behind the name of every unit, in every table
    and explanation made of the sheets, and `carry` refuses their results. Where nothing is
    left out, the sheets are the official ones.

    Args:
        year: The tree of periods.
        period: Code of the period whose sheets are filled.
        results: What is known, previews among it.
        into: The rubric of the sheets.
        intake: What is taken from where.
        sheets: Sheets with what the units report besides.
        units: Codes of the units; absent, those of *sheets*, or else of the results.
        language: Language of what stands behind the names.

    Raises:
        Faults: As `carry`.
    """
    check_option("language", language, Language)
    faults: list[Fault] = []
    asked = _asked(year, period, tuple(results), (into, intake), faults, official=False)
    given = tuple(sheets)
    everyone = _everyone(given, units, asked, faults)
    _refuse(faults)
    filling = Filling(into, everyone, faults, official=False)
    made = _made(given, filling.fill(asked), _names(asked), faults)
    _refuse(faults)
    whole, gaps = year[period], _listed(year, everyone, filling.gaps)
    if gaps:
        made = tuple(evolve(one, preview=preview_words(gaps, language)) for one in made)
    return Carried(whole.code, whole.name, made, gaps, preview=bool(gaps))


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise Faults(tuple(faults))


def _states(year: Period, waiting: _Waiting, faults: list[Fault]) -> Iterator[tuple[str, State]]:
    """Yield each period with the state in which it is awaited, where that is said."""
    known = [one.code for one in year]
    if not isinstance(waiting, Mapping):
        waiting = {} if waiting is None else dict.fromkeys(known, waiting)
    for code, state in waiting.items():
        if code not in known:
            what = f"no period {code!r}"
            at: Path = ("waiting", code)
            faults.append(PeriodFault(at, "period-unknown", what, suggest(code, known)))
        elif state not in {State.MISSING, State.NOT_DUE}:
            what = f"what is awaited is missing or not due, given {state!r}"
            faults.append(PeriodFault(("waiting",), "state", what))
            return
        else:
            yield code, state


def _asked(  # noqa: PLR0913 - what there is
    year: Period,
    period: str,
    results: Sequence[PeriodResult],
    wanted: tuple[Rubric, Intake],
    faults: list[Fault],
    *,
    official: bool,
) -> tuple[Asked, ...]:
    into, intake = wanted
    faults.extend(check_results(year, period, results))
    faults.extend(check_intake(into, intake))
    _refuse(faults)
    found = ask(year, period, results, intake, rubric=into.code, official=official, faults=faults)
    _refuse(faults)
    return found


def _everyone(
    sheets: Sequence[Sheet],
    units: Iterable[str] | None,
    asked: Iterable[Asked],
    faults: list[Fault],
) -> tuple[str, ...]:
    """Return whose sheets are filled."""
    reporting = [sheet.unit for sheet in sheets]
    listed = reporting if units is None else list(units)
    if units is None and not listed:
        results = [result for one in asked for _, result in one.periods if result is not None]
        listed = [*dict.fromkeys(score.unit for result in results for score in result.scores)]
    for index, unit in enumerate(reporting):
        if unit not in listed:
            what = f"a sheet for unit {unit!r}, which is not among the units"
            hint = suggest(unit, listed)
            faults.append(PeriodFault(("sheets", index, "unit"), "unit-unknown", what, hint))
    for name, given in (("sheets", reporting), ("units", listed)):
        for unit in dict.fromkeys(one for one in given if given.count(one) > 1):
            what = f"unit {unit!r} stands twice"
            faults.append(PeriodFault((name,), "unit-twice", what, "keep one"))
    return tuple(listed)


def _ungrouped(units: Iterable[str], groups: Mapping[str, str] | None) -> Iterator[Fault]:
    for unit in units if groups is not None else ():
        if groups is not None and unit not in groups:
            what = f"unit {unit!r} has no group"
            yield PeriodFault(("groups",), "group-missing", what, "name its group")


def _unsaid(
    gaps: Mapping[tuple[str, str], Lacking], states: Mapping[str, State]
) -> Iterator[PeriodFault]:
    """Yield every period that is awaited, without a word in which state."""
    for code in dict.fromkeys(period for period, _ in gaps):
        if code not in states:
            units = [unit for period, unit in gaps if period == code]
            what = f"no final result of {code!r} for {', '.join(map(repr, units[:3]))}"
            what += f" and {len(units) - 3} more" if len(units) > 3 else ""  # noqa: PLR2004 - a line's worth
            todo = "say waiting=State.NOT_DUE or State.MISSING, or make a preview"
            yield PeriodFault(("waiting",), "period-waits", what, todo)


def _names(asked: Iterable[Asked]) -> dict[str, str]:
    """Return the name of each unit, as the last result has it."""
    found = [result for one in asked for _, result in one.periods if result is not None]
    return {score.unit: score.sheet.name for result in found for score in result.scores}


def _made(
    sheets: Sequence[Sheet],
    filled: Mapping[str, Filled],
    names: Mapping[str, str],
    faults: list[Fault],
) -> tuple[Sheet, ...]:
    """Return the sheets with what they receive."""
    given = {sheet.unit: sheet for sheet in sheets}
    made: list[Sheet] = []
    for unit, one in filled.items():
        sheet = given.get(unit) or Sheet(unit, {})
        own: Mapping[str, Given] = dict(sheet.entries)
        lists: dict[str, Iterable[Mapping[str, Given]] | State] = {
            code: listed if isinstance(listed, State) else [dict(item) for item in listed]
            for code, listed in sheet.items
        }
        for code in (*own, *lists):
            if code in one.entries or code in one.items:
                what = f"the sheet of {unit!r} holds {code!r}, which is taken from results"
                fault = PeriodFault(("sheets", unit), "entry-twice", what, "leave it out there")
                faults.append(fault)
        made.append(
            evolve(
                sheet,
                entries={**own, **one.entries},
                items={**lists, **one.items},
                awaited=(*sheet.awaited, *one.awaited),
                name=sheet.name or names.get(unit, ""),
            )
        )
    return tuple(made)


def _listed(
    year: Period, units: Sequence[str], gaps: Mapping[tuple[str, str], Lacking]
) -> tuple[Gap, ...]:
    """Return the gaps by period in order of time, then unit."""
    return tuple(
        Gap(one.code, one.name, unit, gaps[one.code, unit])
        for one in year
        for unit in units
        if (one.code, unit) in gaps
    )
