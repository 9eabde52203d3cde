# SPDX-License-Identifier: MIT
"""What documents of clusters and their years have beyond their fields.

A fact that is stated stands as its value; one that was inferred as ``{"inferred": why, "value":
…}``; one that is unknown has no key. Days and times are ISO 8601. A year is its events: it is
folded again when it is read, so no document can say of a year what its events do not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, get_args

from attrs import frozen
from cattrs import Converter

from thidua.basis import day
from thidua.cluster import UNKNOWN, Known, Unknown
from thidua.errors import DocumentFault
from thidua.wire.converter import text
from thidua.wire.faults import shown
from thidua.year import Event, Moment, Year, fold

__all__ = ["teach_clusters"]

Hook = Callable[[Any, Any], Any]


@frozen
class _YearRecord:
    """A year as a document holds it."""

    events: tuple[Event, ...]


def teach_clusters(converter: Converter) -> None:
    """Teach *converter* what annotations do not say."""
    converter.register_structure_hook_func(lambda type_: type_ == Moment, _structure_moment)
    converter.register_unstructure_hook_func(lambda type_: type_ == Moment, _unstructure_moment)
    converter.register_structure_hook_factory(_is_fact, _structure_fact)
    converter.register_unstructure_hook_factory(_is_fact, _unstructure_fact)
    converter.register_structure_hook(
        Year, lambda given, _: fold(converter.structure(given, _YearRecord).events)
    )
    converter.register_unstructure_hook(
        Year, lambda year: converter.unstructure(_YearRecord(year.events))
    )


def _structure_moment(given: object, _: object) -> Moment:
    if isinstance(given, str) and "T" in given:
        try:
            return datetime.fromisoformat(given)
        except ValueError:
            what = f"not a time, {shown(given)}"
            hint = 'write it like "2026-02-10T08:00:00+07:00"'
            raise DocumentFault((), "not-a-time", what, hint) from None
    return day(text(given))


def _unstructure_moment(moment: Moment) -> str:
    return moment.isoformat()


def _is_fact(type_: object) -> bool:
    return Unknown in get_args(type_)


def _of(type_: object) -> Any:
    """Return what a fact is of."""
    known = next(one for one in get_args(type_) if one is not Unknown)
    return get_args(known)[0]


def _structure_fact(type_: Any, converter: Converter) -> Hook:
    of = _of(type_)

    def structure(document: object, _: object) -> object:
        if document is None:
            return UNKNOWN
        if isinstance(document, dict) and set(document) == {"inferred", "value"}:
            return Known(
                converter.structure(document["value"], of), inferred=text(document["inferred"])
            )
        return Known(converter.structure(document, of))

    return structure


def _unstructure_fact(type_: Any, converter: Converter) -> Callable[[Any], Any]:
    of = _of(type_)

    # Only what is known comes here: the default of every fact is unknown, and is left out.
    def unstructure(value: Any) -> Any:
        document = converter.unstructure(value.value, unstructure_as=of)
        return {"inferred": value.inferred, "value": document} if value.inferred else document

    return unstructure
