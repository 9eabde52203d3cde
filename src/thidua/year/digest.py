# SPDX-License-Identifier: MIT
"""Digests: whether results still stand on what they stood on (*mã băm*).

The form that is digested is JSON of its own, independent of documents: every value with its
kind, its fields by name without those that hold their default, numbers as exact text, days as
ISO 8601, keys sorted, no spaces, UTF-8. A new field with a default changes no digest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import cast

from attrs import NOTHING, AttrsInstance, fields, has

from thidua.quantity import plain
from thidua.year.event import Event, settles

__all__ = ["canonical", "digest"]


def canonical(value: object) -> str:
    """Write a value of this library so that equal values give the same text.

    Example:
        >>> from thidua.year import Entry
        >>> canonical(Entry("tu_cham", "bac-ha", "I.1", "12.50"))
        '{"code":"I.1","kind":"entry","stage":"tu_cham","unit":"bac-ha","value":"12.5"}'
    """
    return json.dumps(_data(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _data(value: object) -> object:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Fraction():
            return plain(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_data(one) for one in value]
        case _ if has(type(value)):
            return _fields(cast("AttrsInstance", value))
        case _:
            message = f"{type(value).__name__} has no canonical form"
            raise TypeError(message)


def _fields(value: AttrsInstance) -> dict[str, object]:
    made: dict[str, object] = {}
    kind = getattr(value, "kind", None)
    if kind is not None:
        made["kind"] = kind
    for one in fields(type(value)):
        held = getattr(value, one.name)
        if one.default is NOTHING or held != one.default:
            made[one.name] = _data(held)
    return made


def digest(events: Iterable[Event]) -> str:
    """Return the SHA-256 digest of what results stand on, as hexadecimal text.

    Who said what counts, in its order; when it was recorded and under which id does not.
    Events that no result stands on, such as meetings and press reports, are left out.
    """
    said = [[event.by, _data(event.content)] for event in events if settles(event.content)]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
