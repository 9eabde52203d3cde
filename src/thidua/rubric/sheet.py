# SPDX-License-Identifier: MIT
"""The sheet: what one unit reports (*phiếu số liệu*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, TypeAlias, TypeVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import Path, SheetFault
from thidua.formula.given import pairs, several
from thidua.quantity import Entry, Given, Interval, State, as_entry, plain
from thidua.quantity.typed import refuse_no_list, typed

__all__ = ["Awaited", "Item", "Items", "Sheet"]

Item: TypeAlias = tuple[tuple[str, Entry], ...]
"""The entries of one item, by code, in the order of codes."""
Items: TypeAlias = tuple[tuple[str, tuple[Item, ...] | State], ...]
"""The lists of a unit, by code, in the order of codes."""


_T = TypeVar("_T")
_Listed: TypeAlias = Iterable[Mapping[str, Given]] | State


def _entries(given: Mapping[str, Given], at: Path = ("entries",)) -> Item:
    found = pairs(given, at, SheetFault)
    if twice := _twice(found):
        raise SheetFault(at, "entry-twice", f"measure {twice!r} is given twice", "keep one")
    return tuple(sorted((code, as_entry(value, (*at, code))) for code, value in found))


def _twice(found: Iterable[tuple[str, object]]) -> str | None:
    codes = [code for code, _ in found]
    if len(set(codes)) == len(codes):
        return None
    return next(code for code in codes if codes.count(code) > 1)


def _items(given: Mapping[str, _Listed]) -> Items:
    found = pairs(given, ("items",), SheetFault)
    if twice := _twice(found):
        raise SheetFault(("items",), "items-twice", f"list {twice!r} is given twice", "keep one")
    lists = {
        code: listed
        if isinstance(listed, State)
        else tuple(
            _entries(item, ("items", code, place))
            for place, item in enumerate(_listed(listed, ("items", code)))
        )
        for code, listed in found
    }
    return tuple(sorted(lists.items(), key=lambda pair: pair[0]))


def _listed(given: Iterable[_T], at: Path) -> Iterable[_T]:
    refuse_no_list(given, at, SheetFault)
    return given


def _sorted(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(several(given, SheetFault)))


@final
@frozen(field_transformer=typed(SheetFault))
class Awaited:
    """What a number that is awaited may still become (*khoảng dự kiến*).

    Where more is known than the bounds of its measure, scores that wait for it are narrower.
    """

    kind: ClassVar = "awaited"
    code: str
    """Code of the measure."""
    within: Interval
    """What it may still become; it also lies in the bounds of the measure."""
    items: str | None = field(default=None, kw_only=True)
    """Code of the list, if the entry is that of an item."""
    item: int | None = field(default=None, kw_only=True)
    """Place of the item in the list, from 0."""

    def __attrs_post_init__(self) -> None:
        """Refuse a list without a place in it, and a place without a list."""
        if (self.items is None) != (self.item is None):
            what = "a list and a place in it go together"
            raise SheetFault(("item",), "awaited", what, "give both, or none")
        low, high = self.within.low, self.within.high
        if low is not None and high is not None and low > high:
            what = f"an interval from {plain(low)} to {plain(high)} holds nothing"
            raise SheetFault(("within",), "awaited", what, "write the lower end first")


def _awaited(given: Iterable[Awaited]) -> tuple[Awaited, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(SheetFault))
class Sheet:
    """The entries of one unit for one rubric and one period.

    Example:
        >>> sheet = Sheet("si-ma-cai", {"thu": "105.2", "muon": State.NOT_DUE})
        >>> sheet.entry("thu")
        Fraction(526, 5)
    """

    kind: ClassVar = "sheet"
    unit: str
    """Code of the unit."""
    entries: Item = field(converter=_entries)
    """Entries by code of measure; a mapping is taken as it is."""
    items: Items = field(default=(), converter=_items)
    """Lists of items by code, each item a mapping of its entries; or a state."""
    others: State | None = field(default=None, converter=optional(State), kw_only=True)
    """State of every measure and list that the sheet does not name; absent, all must be
    named."""
    name: str = field(default="", kw_only=True)
    """Name of the unit, for people; absent, its code."""
    illustrative: tuple[str, ...] = field(default=(), converter=_sorted, kw_only=True)
    """Codes of measures and lists whose entries were made up to illustrate (*minh họa*);
    explanations mark every line whose points come from them, sums of others too as partly so."""
    awaited: tuple[Awaited, ...] = field(default=(), converter=_awaited, kw_only=True)
    """What is known of entries in a state that a number will replace."""
    preview: str = field(default="", kw_only=True)
    """What is left out, in words, if this is a preview and nothing official (*xem trước*); it
    stands with the name wherever the unit is named."""

    def entry(self, code: str) -> Entry | None:
        """Return the entry under *code*, or None if the sheet does not name it."""
        return dict(self.entries).get(code, self.others)

    @property
    def title(self) -> str:
        """Name of the unit if it has one, else its code; a preview says so."""
        name = self.name or self.unit
        return f"{name} ({self.preview})" if self.preview else name
