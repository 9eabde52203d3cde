# SPDX-License-Identifier: MIT
"""Sheets as Python source, so that whoever reads a review can score them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from thidua.quantity import Entry, State, plain
from thidua.rubric import Sheet

__all__ = ["sheets_source"]


def sheets_source(sheets: Iterable[Sheet]) -> str:
    """Write *sheets* as a Python list; it needs `Sheet`, and `State` where one occurs.

    Example:
        >>> print(sheets_source([Sheet("A", {"thu": "10.5", "dat": True})]))
        [
            Sheet("A", {"dat": True, "thu": "10.5"}),
        ]
    """
    return "\n".join(["[", *(f"    {_sheet(sheet)}," for sheet in sheets), "]"])


def _sheet(sheet: Sheet) -> str:
    inside = [_text(sheet.unit), _object(dict(sheet.entries))]
    if sheet.items:
        lists = (
            f"{_text(code)}: {_entry(listed) if isinstance(listed, State) else _items(listed)}"
            for code, listed in sheet.items
        )
        inside.append("{" + ", ".join(lists) + "}")
    if sheet.others is not None:
        inside.append(f"others={_entry(sheet.others)}")
    if sheet.name:
        inside.append(f"name={_text(sheet.name)}")
    if sheet.illustrative:
        inside.append(f"illustrative=[{', '.join(_text(one) for one in sheet.illustrative)}]")
    return f"Sheet({', '.join(inside)})"


def _items(items: Iterable[Iterable[tuple[str, Entry]]]) -> str:
    return "[" + ", ".join(_object(dict(item)) for item in items) + "]"


def _object(entries: Mapping[str, Entry]) -> str:
    return "{" + ", ".join(f"{_text(code)}: {_entry(one)}" for code, one in entries.items()) + "}"


def _entry(entry: Entry) -> str:
    match entry:
        case State():
            return f"State.{entry.name}"
        case bool():
            return str(entry)
        case str():
            return _text(entry)
        case _:
            text = plain(entry)
            return text if text.lstrip("-").isdigit() else f'"{text}"'


def _text(text: str) -> str:
    """Write a text in double quotes; what JSON escapes, Python reads back."""
    return json.dumps(text, ensure_ascii=False)
