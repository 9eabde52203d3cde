# SPDX-License-Identifier: MIT
"""What units report, in words (*chỉ tiêu, số liệu*)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from thidua.comparison.declared import Declared, IndicatorChanged
from thidua.formula import Wording
from thidua.rubric import Better, Choice, ItemList, Measure, Question

__all__ = ["describe", "indicator_rows"]

_BETTER = {
    Better.HIGHER: ("càng cao càng tốt", "higher is better"),
    Better.LOWER: ("càng thấp càng tốt", "lower is better"),
}


def describe(indicator: Declared, wording: Wording) -> str:
    """Describe all of an indicator but its code and its name."""
    match indicator:
        case Measure():
            said = [_places(indicator.places, wording)]
            said += [indicator.unit] if indicator.unit else []
            for name in ("least", "above", "most"):
                bound: Fraction | None = getattr(indicator, name)
                if bound is not None:
                    said.append(f"{wording.pick(*_FIELDS[name])} {wording.number(bound)}")
            said += [wording.pick(*_BETTER[indicator.better])] if indicator.better else []
            return ", ".join(said)
        case Question():
            return wording.pick("có / không", "yes or no")
        case Choice(levels=levels):
            return wording.pick("chọn một trong: ", "one of: ") + _levels(levels)
        case ItemList():
            return wording.pick("danh sách", "list")
        case _:
            assert_never(indicator)


_FIELDS = {
    "name": ("tên", "name"),
    "unit": ("đơn vị tính", "unit"),
    "places": ("số chữ số thập phân", "decimal places"),
    "least": ("nhỏ nhất", "least"),
    "most": ("lớn nhất", "most"),
    "above": ("phải lớn hơn", "above"),
    "better": ("chiều tốt hơn", "direction"),
    "levels": ("các mức", "levels"),
}


def indicator_rows(change: IndicatorChanged, wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Yield what has changed of an indicator, what it was and what it is, field by field."""
    old, new = change.old, change.new
    if old.kind != new.kind:
        what = wording.pick("loại chỉ tiêu", "kind")
        yield what, describe(old, wording), describe(new, wording)
    names = change.parameters or (("name",) if old.name != new.name else ())
    for name in names:
        values = (getattr(one, name) for one in (old, new))
        was, now = (_value(value, wording) for value in values)
        yield wording.pick(*_FIELDS[name]), was, now


def _value(value: object, wording: Wording) -> str:
    match value:
        case None | "":
            return wording.pick("không có", "none")
        case Better():
            return wording.pick(*_BETTER[value])
        case Fraction():
            return wording.number(value)
        case tuple():
            return _levels(value)
        case _:
            return str(value)


def _places(places: int | None, wording: Wording) -> str:
    if places is None:
        return wording.pick("số chính xác bất kỳ", "any exact number")
    if not places:
        return wording.pick("số nguyên", "whole number")
    word = "place" if places == 1 else "places"
    return wording.pick(f"số có {places} chữ số thập phân", f"number of {places} decimal {word}")


def _levels(levels: tuple[str, ...]) -> str:
    return ", ".join(f"“{level}”" for level in levels)
