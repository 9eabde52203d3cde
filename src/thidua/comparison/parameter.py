# SPDX-License-Identifier: MIT
"""Where two forms of one kind differ, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from attrs import AttrsInstance, fields, has

from thidua.errors import Path
from thidua.formula import Expression, Predicate

__all__ = ["differences"]


def differences(old: object, new: object, at: Path = ()) -> Iterator[Path]:
    """Yield the place of every parameter that differs.

    Records are gone into, and so are lists of as many members. A list that grew or shrank is
    one parameter; so are an expression, and a form that became one of another kind.

    Example:
        >>> from thidua.formula import Event, PerEvent
        >>> old = PerEvent([Event("tre", -1), Event("thieu", -1)], at_least=0)
        >>> list(differences(old, PerEvent([Event("tre", -2), Event("thieu", -1)])))
        [('events', 0, 'each'), ('at_least',)]
    """
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(cast("tuple[object, ...]", old), cast("tuple[object, ...]", new), at)
    elif type(old) is type(new) and has(type(old)) and not isinstance(old, Expression | Predicate):
        for one in fields(cast("type[AttrsInstance]", type(old))):
            yield from differences(getattr(old, one.name), getattr(new, one.name), (*at, one.name))
    else:
        yield at


def _listed(old: tuple[object, ...], new: tuple[object, ...], at: Path) -> Iterator[Path]:
    """Yield what differs in a list; the list itself where members come or go."""
    if len(old) != len(new):
        yield at
        return
    for index, (before, now) in enumerate(zip(old, new, strict=True)):
        yield from differences(before, now, (*at, index))
