# SPDX-License-Identifier: MIT
"""What a cluster may agree on to tell equal units apart (*tiêu chí phụ*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import field, frozen

from thidua.errors import Fault, RankingFault
from thidua.quantity import State
from thidua.quantity.typed import typed
from thidua.ranking.name_order import name_key
from thidua.rubric import Better, Line, Measure, RankedBy, Rubric, UnitScore
from thidua.rubric.plan import TOTAL, rows

__all__ = [
    "ByCode",
    "ByMeasure",
    "ByName",
    "ByPoints",
    "Remeasure",
    "TieBreak",
    "codes_of",
    "keys_of",
    "label_of",
    "turned",
]


@final
@frozen(field_transformer=typed(RankingFault))
class ByPoints:
    """Break a tie by the result of a criterion or section (*điểm thành phần*).

    Example: fewer points off first, then the larger share of the second section:
        >>> ByPoints("III", better="lower"), ByPoints("II", by="percent").by.value
        (ByPoints(code='III', better=<Better.LOWER: 'lower'>, by=<RankedBy.POINTS: 'points'>), 'percent')
    """  # noqa: E501 - a repr

    kind: ClassVar = "by_points"
    code: str
    """Its code as printed, or ``"total"``."""
    better: Better = field(default=Better.HIGHER, converter=Better)
    """Which result stands above; of points that are taken off, the lower."""
    by: RankedBy = field(default=RankedBy.POINTS, converter=RankedBy, kw_only=True)
    """Whether points are compared, or the percent of the maximum that applies."""


@final
@frozen(field_transformer=typed(RankingFault))
class ByMeasure:
    """Break a tie by a number reported (*theo chỉ tiêu*)."""

    kind: ClassVar = "by_measure"
    code: str
    """Code of the measure."""
    better: Better = field(default=Better.HIGHER, converter=Better)
    """Which result stands above."""


@final
@frozen(field_transformer=typed(RankingFault))
class ByName:
    """Break a tie by the order of names (*theo thứ tự chữ cái*), as `name_key` has it.

    Its number is the position of the unit's name among those ranked with it.
    """

    kind: ClassVar = "by_name"
    person: bool = field(default=False, kw_only=True)
    """Whether the given name is compared first, then the family name, then the rest."""


@final
@frozen(field_transformer=typed(RankingFault))
class ByCode:
    """Break a tie by the order of codes (*theo mã*), numbers in them compared as numbers.

    Its number is the position of the unit's code among those ranked with it.
    """

    kind: ClassVar = "by_code"


def _not_blank(_: object, __: object, value: str) -> None:
    if not value.strip():
        raise RankingFault(("what",), "empty", "nothing to measure again", "name it")


@final
@frozen(field_transformer=typed(RankingFault))
class Remeasure:
    """Break a tie by measuring, or voting, once more among the tied (*đo lại, chấm so sánh*).

    Until the results are there the tie is open, and `Ranking.open_ties` says who is to be
    measured again. Results of units that are not tied decide nothing.
    """

    kind: ClassVar = "remeasure"
    what: str = field(validator=_not_blank)
    """What is measured again, in the words of the charter."""
    better: Better = field(default=Better.HIGHER, converter=Better)
    """Which result stands above."""


TieBreak: TypeAlias = ByPoints | ByMeasure | ByName | ByCode | Remeasure
"""What decides between units that are equal so far."""


def keys_of(
    together: Sequence[UnitScore],
    breaks: Iterable[TieBreak],
    remeasured: Mapping[str, Mapping[str, Fraction]],
    faults: list[Fault],
) -> dict[str, tuple[Fraction | None, ...]]:
    """Return what breaks the ties of units ranked *together*, the higher the better.

    None is what is still to come. Note a fault where there is nothing, and nothing is to
    come.
    """
    columns = [_column(together, one, remeasured, faults) for one in breaks]
    rows_of_keys = zip(*columns, strict=True) if columns else [()] * len(together)
    return {score.unit: tuple(keys) for score, keys in zip(together, rows_of_keys, strict=True)}


def _column(
    together: Sequence[UnitScore],
    one: TieBreak,
    remeasured: Mapping[str, Mapping[str, Fraction]],
    faults: list[Fault],
) -> list[Fraction | None]:
    match one:
        case ByPoints() | ByMeasure():
            found = [_number(score, one, faults) for score in together]
        case ByName(person=person):
            found = _positions([score.sheet.title for score in together], person=person)
        case ByCode():
            found = _positions([score.unit for score in together], person=False)
        case Remeasure(what):
            found = [remeasured.get(what, {}).get(score.unit) for score in together]
        case _:
            assert_never(one)
    return [None if number is None else turned(number, one) for number in found]


def codes_of(rubric: Rubric, tie_break: TieBreak) -> list[str]:
    """Return the codes that may stand in *tie_break*, if it has one."""
    if isinstance(tie_break, ByPoints):
        return [*(row.part.code for row in rows(rubric)), TOTAL]
    return [measure.code for measure in rubric.measures]


def turned(number: Fraction, tie_break: TieBreak) -> Fraction:
    """Turn what breaks a tie so that higher is better, or turn it back."""
    rising = not isinstance(tie_break, ByName | ByCode) and tie_break.better is Better.HIGHER
    return number if rising else -number


def _positions(names: Sequence[str], *, person: bool) -> list[Fraction | None]:
    """Return the position of each name among them; the same name has the same."""
    keys = [name_key(name, person=person) for name in names]
    places = {key: Fraction(place) for place, key in enumerate(sorted(set(keys)), start=1)}
    return [places[key] for key in keys]


def _number(
    score: UnitScore, tie_break: ByPoints | ByMeasure, faults: list[Fault]
) -> Fraction | None:
    """Return a number of the unit; note a fault where there is none, and none is to come."""
    code = tie_break.code
    if isinstance(tie_break, ByPoints):
        line = score.total if code == TOTAL else score[code]
        coming = line.points is None
        value = _result(score, line, tie_break.by)
    else:
        entry = score.sheet.entry(code)
        value = entry if isinstance(entry, Fraction) else None
        coming = entry in {State.MISSING, State.NOT_DUE}
    if value is None and not coming:
        what = f"{code!r} breaks ties, but unit {score.unit!r} has no number there"
        hint = "exclude the unit, or break ties by something else"
        faults.append(RankingFault(("ties",), "key-missing", what, hint))
    return value


def _result(score: UnitScore, line: Line, by: RankedBy) -> Fraction | None:
    if by is RankedBy.POINTS:
        return line.points
    return score.percent if line is score.total else line.percent


def label_of(rubric: Rubric, tie_break: TieBreak) -> str:
    """Name what breaks a tie, which is there, as the rubric does; empty if it has no words."""
    match tie_break:
        case ByPoints(code, by=by):
            names = [row.part.name for row in rows(rubric) if row.part.code == code]
            after = " (%)" if by is RankedBy.PERCENT else ""
            return f"{code} {names[0]}{after}" if names else ""
        case ByMeasure(code):
            one = next(one for one in rubric.measures if one.code == code)
            unit = one.unit if isinstance(one, Measure) else ""
            return f"{one.name} ({unit})" if unit else one.name
        case ByName() | ByCode():
            return ""
        case Remeasure(what):
            return what
        case _:
            assert_never(tie_break)
