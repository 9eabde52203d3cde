# SPDX-License-Identifier: MIT
"""Units, and what becomes of them: merged, split (*đơn vị; sáp nhập, chia tách*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, TypeAlias, assert_never, final

from attrs import Attribute, field, frozen

from thidua.cluster.fact import UNKNOWN, Fact, as_text
from thidua.errors import ClusterFault
from thidua.formula.given import several
from thidua.quantity.typed import typed

__all__ = ["Change", "Merge", "Split", "Unit", "successors"]


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(several(given, ClusterFault))


def _some_text(_: object, attribute: Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        what = f"a code of a unit is some text, {value!r}"
        raise ClusterFault((attribute.name,), "code", what)


@final
@frozen(field_transformer=typed(ClusterFault))
class Unit:
    """A unit that takes part in emulation (*đơn vị*)."""

    kind: ClassVar = "unit"
    code: str = field(validator=_some_text)
    """Code by which all else names it."""
    name: str
    """Name, for people."""
    aliases: tuple[str, ...] = field(default=(), converter=_texts, kw_only=True)
    """Other names that papers give it."""
    sort: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """What it is: ``"huyện"``, ``"sở"``, ``"phòng"``."""
    level: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Level of administration: ``"tỉnh"``, ``"huyện"``, ``"xã"``."""
    parent: Fact[str] = field(default=UNKNOWN, converter=as_text, kw_only=True)
    """Code of the unit above it."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Merge:
    """Several units become one (*sáp nhập*)."""

    kind: ClassVar = "merge"
    day: date
    """First day of the new unit."""
    units: tuple[str, ...] = field(converter=_texts)
    """Codes of the units that end."""
    into: str
    """Code of the unit that carries them on; may be one of them."""

    def __attrs_post_init__(self) -> None:
        """Refuse a merger of nothing, or of a unit with itself."""
        _some(self.units, (self.into,), "units")


@final
@frozen(field_transformer=typed(ClusterFault))
class Split:
    """One unit becomes several (*chia tách*)."""

    kind: ClassVar = "split"
    day: date
    """First day of the new units."""
    unit: str
    """Code of the unit that is split."""
    into: tuple[str, ...] = field(converter=_texts)
    """Codes of the units that carry it on; it may be one of them."""

    def __attrs_post_init__(self) -> None:
        """Refuse a split into nothing, or into the unit itself."""
        _some(self.into, (self.unit,), "into")


def _some(units: tuple[str, ...], same: tuple[str, ...], name: str) -> None:
    """Refuse units that are none, stand twice, or are nothing but what they come to."""
    if not units or units == same:
        what = f"nothing changes: {', '.join(map(repr, units)) or 'no unit is named'}"
        raise ClusterFault((name,), "empty", what, "name the units before and after")
    for place, unit in enumerate(units):
        if unit in units[:place]:
            what = f"unit {unit!r} is named twice"
            raise ClusterFault((name, place), "unit-twice", what, "name it once")


Change: TypeAlias = Merge | Split
"""What may become of a unit."""


def successors(unit: str, changes: Iterable[Change], *, on: date) -> tuple[str, ...]:
    """Return the units that carry *unit* on, on a day; itself if nothing became of it.

    Example:
        >>> merged = Merge(date(2025, 7, 1), ["A", "B"], "AB")
        >>> successors("B", [merged], on=date(2025, 6, 30))
        ('B',)
        >>> successors("B", [merged], on=date(2025, 7, 1))
        ('AB',)
    """
    found: tuple[str, ...] = (unit,)
    for change in sorted(changes, key=lambda one: one.day):
        if change.day <= on:
            found = tuple(dict.fromkeys(code for one in found for code in _after(one, change)))
    return found


def _after(unit: str, change: Change) -> tuple[str, ...]:
    match change:
        case Merge(_, units, into):
            return (into,) if unit in units else (unit,)
        case Split(_, one, into):
            return into if unit == one else (unit,)
        case _:
            assert_never(change)
