# SPDX-License-Identifier: MIT
"""A change in words: what it is of, what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias, assert_never, final

from attrs import frozen

from thidua.basis import Citation, cite
from thidua.comparison.change import (
    BasisChanged,
    Change,
    Comparison,
    FormulaChanged,
    LimitsChanged,
    MaximumChanged,
    PartAdded,
    PartMoved,
    PartRemoved,
    PercentRoundingChanged,
    RankedByChanged,
    Recoded,
    Renamed,
    RoleChanged,
    RoundingChanged,
    TreatmentsChanged,
)
from thidua.comparison.declared import (
    IndicatorAdded,
    IndicatorChanged,
    IndicatorMoved,
    IndicatorRemoved,
)
from thidua.comparison.indicator_words import describe, indicator_rows
from thidua.comparison.order import Spot
from thidua.comparison.parameter_words import parameter_words
from thidua.formula import Form, Wording, say
from thidua.formula.infix import mode_text
from thidua.formula.notation import text
from thidua.formula.phrase import limits
from thidua.quantity import Interval, Language, Rounding, State
from thidua.rubric import Criterion, Part, RankedBy, Role, Rubric, Treatment, Treatments
from thidua.rubric.explain import state_text, wording_of
from thidua.rubric.plan import TOTAL, rows

__all__ = ["Row", "rows_of"]

Row: TypeAlias = tuple[str, str, str, str]
"""The code as printed, what has changed, what stood there, what stands there now."""

_ROLES = {
    Role.STANDARD: ("điểm chuẩn", "standard"),
    Role.BONUS: ("điểm thưởng", "bonus"),
    Role.PENALTY: ("điểm trừ", "penalty"),
}
_TREATMENTS = {
    Treatment.ZERO: ("tính 0 điểm", "counts zero"),
    Treatment.FULL: ("tính đủ điểm", "counts in full"),
    Treatment.LEAVE: ("không tính vào điểm tối đa", "leaves the maximum"),
    Treatment.PENDING: ("chờ số liệu", "stays pending"),
}


@final
@frozen
class _Side:
    """One of the two rubrics, with its words; a code it does not have stands for itself."""

    wording: Wording
    names: Mapping[str, str]
    """Name of each part, and of the whole."""
    maxima: Mapping[str, Fraction | None]
    """Maximum of each part."""
    lists: Mapping[str, str]
    """Name of each list of items."""
    indicators: Mapping[tuple[str, str], str]
    """Name of each indicator, by list and code."""

    @classmethod
    def of(cls, rubric: Rubric, language: Language) -> _Side:
        wording = wording_of(rubric, language)
        parts = [row.part for row in rows(rubric)]
        names = {part.code: part.name for part in parts}
        indicators = {("", one.code): one.name for one in (*rubric.items, *rubric.measures)}
        return cls(
            wording,
            {**names, TOTAL: wording.pick("Bảng điểm", "The rubric")},
            {part.code: part.maximum for part in parts},
            {one.code: one.name for one in rubric.items},
            indicators
            | {(it.code, one.code): one.name for it in rubric.items for one in it.measures},
        )

    def subject(self, code: str) -> str:
        """Name a part, or the rubric itself."""
        return self.names.get(code, code)

    def indicator(self, code: str, items: str) -> str:
        """Name an indicator, and the list it stands in."""
        name = self.indicators.get((items, code), code)
        return f"{name} ({self.lists.get(items, items)})" if items else name

    def say(self, form: Form, code: str) -> str:
        """Say a form in the criterion of this side; a changed criterion kept its code."""
        return say(form, self.maxima.get(code) or Fraction(0), self.wording)


def rows_of(comparison: Comparison, language: Language) -> Iterator[Row]:
    """Yield a row, or several, for each change."""
    old, new = _Side.of(comparison.old, language), _Side.of(comparison.new, language)
    for change in comparison:
        code = "" if change.code == TOTAL else change.code
        for what, was, now in _rows(change, old, new):
            yield (code, what, *_distinct(change, was, now))


def _distinct(change: Change, old: str, new: str) -> tuple[str, str]:
    """Add what tells two texts apart, if they read alike: names, rounded numbers, wordings."""
    if old.split() != new.split():
        return old, new
    if isinstance(change, FormulaChanged):
        return f"{old} [{text(change.old)}]", f"{new} [{text(change.new)}]"
    exact = [repr(getattr(change, side)) for side in ("old", "new")]
    return f"{old} [{exact[0]}]", f"{new} [{exact[1]}]"


def _rows(change: Change, old: _Side, new: _Side) -> Iterator[tuple[str, str, str]]:
    wording = new.wording
    match change:
        case PartAdded(part):
            yield f"{part.name}: {_kind(part, wording, added=True)}", "", _part(part, wording)
        case PartRemoved(part):
            what = _kind(part, wording, added=False)
            yield f"{part.name}: {what}", _part(part, old.wording), ""
        case IndicatorAdded(indicator, spot):
            what = wording.pick("chỉ tiêu mới", "new indicator")
            name = new.indicator(indicator.code, spot.within)
            yield f"{name}: {what}", "", describe(indicator, wording)
        case IndicatorRemoved(indicator, spot):
            what = wording.pick("bỏ chỉ tiêu", "indicator removed")
            name = old.indicator(indicator.code, spot.within)
            yield f"{name}: {what}", describe(indicator, wording), ""
        case IndicatorMoved(code, was, now):
            what = wording.pick("thứ tự", "place")
            name = new.indicator(code, now.within)
            yield f"{name}: {what}", _spot(was, wording), _spot(now, wording)
        case IndicatorChanged(was, now, items):
            name = new.indicator(now.code, items)
            for what, *said in indicator_rows(change, wording):
                yield f"{name}: {what}", said[0], said[1]
        case TreatmentsChanged(code, was, now):
            for state in State:
                if was.of(state) is not now.of(state):
                    what = wording.pick("xử lý khi ", "treatment, ") + state_text(state, wording)
                    said = [_treatment(one.of(state), code, wording) for one in (was, now)]
                    yield f"{new.subject(code)}: {what}", said[0], said[1]
        case FormulaChanged(code, was, now):
            what = wording.pick("cách chấm", "scoring")
            if change.parameters:
                what += f" ({parameter_words(change.parameters, wording)})"
            yield f"{new.subject(code)}: {what}", old.say(was, code), new.say(now, code)
        case _:
            what, *said = _plain(change, wording)
            yield f"{new.subject(change.code)}: {what}", said[0], said[1]


def _plain(
    change: PartMoved
    | Recoded
    | RoleChanged
    | Renamed
    | MaximumChanged
    | LimitsChanged
    | RoundingChanged
    | BasisChanged
    | RankedByChanged
    | PercentRoundingChanged,
    wording: Wording,
) -> tuple[str, str, str]:
    """Say what has changed, what it was and what it is, where both are said alike."""
    match change:
        case PartMoved(_, was, now):
            return wording.pick("vị trí", "place"), _spot(was, wording), _spot(now, wording)
        case Recoded(_, was, now):
            return wording.pick("ký hiệu", "code"), was, now
        case RoleChanged(_, was, now):
            what = wording.pick("loại điểm", "role")
            return what, wording.pick(*_ROLES[was]), wording.pick(*_ROLES[now])
        case Renamed(_, was, now):
            return wording.pick("tên", "name"), was, now
        case MaximumChanged(_, was, now):
            what = wording.pick("điểm tối đa", "maximum")
            return what, _maximum(was, wording), _maximum(now, wording)
        case LimitsChanged(_, was, now):
            what = wording.pick("sàn, trần", "limits")
            return what, _limits(was, wording), _limits(now, wording)
        case RoundingChanged(_, was, now):
            what = wording.pick("làm tròn", "rounding")
            return what, _rounding(was, wording), _rounding(now, wording)
        case BasisChanged(_, was, now):
            return wording.pick("căn cứ", "basis"), _basis(was, wording), _basis(now, wording)
        case RankedByChanged(_, was, now):
            what = wording.pick("xếp hạng theo", "ranked by")
            return what, _ranked_by(was, wording), _ranked_by(now, wording)
        case PercentRoundingChanged(_, was, now):
            what = wording.pick("làm tròn tỷ lệ", "rounding of percents")
            return what, _rounding(was, wording), _rounding(now, wording)
        case _:
            assert_never(change)


# --- what stands in a cell --------------------------------------------------


def _kind(part: Part, wording: Wording, *, added: bool) -> str:
    if isinstance(part, Criterion):
        what = wording.pick("tiêu chí", "criterion")
    else:
        what = wording.pick("mục", "section")
    if added:
        return wording.pick(f"{what} mới", f"new {what}")
    return wording.pick(f"bỏ {what}", f"{what} removed")


def _part(part: Part, wording: Wording) -> str:
    """Describe all of a part but its code, its name and its parts."""
    said = [_maximum(part.maximum, wording)]
    if part.role is not Role.STANDARD:
        said.append(wording.pick(*_ROLES[part.role]))
    if isinstance(part, Criterion):
        said.append(say(part.formula, part.maximum, wording))
    held = limits(part.at_least, part.at_most, wording)
    if held:
        said.append(held.removeprefix("; "))
    if part.rounding is not None:
        said.append(_rounding(part.rounding, wording))
    if isinstance(part, Criterion):
        said.extend(_treatments(part.treatments, wording))
    if part.basis is not None:
        said.append(cite(part.basis, wording.language))
    return "; ".join(said)


def _treatments(treatments: Treatments, wording: Wording) -> Iterator[str]:
    for state in State:
        treatment = treatments.of(state)
        if treatment is not None:
            yield f"{state_text(state, wording)}: {wording.pick(*_TREATMENTS[treatment])}"


def _maximum(maximum: Fraction | None, wording: Wording) -> str:
    if maximum is None:
        return wording.pick("tổng các mục con", "the sum of its parts")
    return wording.points(maximum)


def _limits(span: Interval, wording: Wording) -> str:
    said = limits(span.low, span.high, wording).removeprefix("; ")
    return said or wording.pick("không giới hạn", "no limits")


def _rounding(rounding: Rounding | None, wording: Wording) -> str:
    if rounding is None:
        return wording.pick("không làm tròn", "not rounded")
    step = wording.number(rounding.step)
    return mode_text(rounding.mode, wording) + wording.pick(f" đến {step}", f" to {step}")


def _treatment(treatment: Treatment | None, code: str, wording: Wording) -> str:
    if treatment is not None:
        return wording.pick(*_TREATMENTS[treatment])
    if code == TOTAL:
        return wording.pick("không quy định", "not said")
    return wording.pick("theo quy định chung", "as the rubric says")


def _basis(basis: Citation | None, wording: Wording) -> str:
    return wording.pick("không nêu", "not said") if basis is None else cite(basis, wording.language)


def _ranked_by(by: RankedBy, wording: Wording) -> str:
    if by is RankedBy.POINTS:
        return wording.pick("tổng điểm", "total points")
    return wording.pick("tỷ lệ điểm đạt trên điểm tối đa", "percent of the maximum")


def _spot(spot: Spot, wording: Wording) -> str:
    """Say where something stands: ``trong I, sau I.2``."""
    within = wording.pick(f"trong {spot.within}, ", f"in {spot.within}, ") if spot.within else ""
    if spot.after:
        return within + wording.pick(f"sau {spot.after}", f"after {spot.after}")
    return within + wording.pick("đầu tiên", "first")
