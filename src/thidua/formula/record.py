# SPDX-License-Identifier: MIT
"""How a class of form, band, level or event stands in the notation, read off its fields.

``kind(first, second, name=third)``: fields without a default stand in order, fields with
one follow by name and may be left out. If the last field without a default is a list, its
members stand one after the other. So a new form needs no line here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from keyword import iskeyword
from types import NoneType, UnionType
from typing import Any, final, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields, frozen

from thidua.formula.kernel import code_of_measure

__all__ = ["NONE", "Slot", "is_bare", "slots", "spread", "usage"]

NONE = "none"
"""How the absence of a value is written where leaving it out would mean something else."""

_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def is_bare(text: str) -> bool:
    """Tell whether *text* may stand without quotes where a code or an option is wanted.

    Example:
        >>> is_bare("thu"), is_bare("II.3"), is_bare("and")
        (True, False, False)
    """
    return bool(_BARE.fullmatch(text)) and not iskeyword(text) and text != NONE


@final
@frozen
class Slot:
    """One field of a class, as the notation sees it."""

    name: str
    """Its name."""
    types: frozenset[Any]
    """The type it holds, or the several it may hold; of a list, those of its members."""
    many: bool
    """Whether it holds a list."""
    optional: bool
    """Whether it may hold None."""
    code: bool
    """Whether it holds the code of a measure."""
    place: bool
    """Whether it may be given by its place."""
    required: bool
    """Whether it must be given."""
    default: object
    """What it holds if it is left out, if that is known."""


def slots(cls: type[Any]) -> tuple[Slot, ...]:
    """Return the fields of *cls* in order.

    Example:
        >>> from thidua.formula.band import Band
        >>> [(slot.name, slot.required, slot.place) for slot in slots(Band)][:2]
        [('points', True, True), ('at_least', False, False)]
    """
    return _slots(cls)  # type: ignore[arg-type] # a class is hashable, whatever mypy says


@lru_cache(maxsize=256)
def _slots(cls: type[Any]) -> tuple[Slot, ...]:
    hints = get_type_hints(cls)
    return tuple(_slot(one, hints[one.name]) for one in fields(cls))


def spread(cls: type[Any]) -> Slot | None:
    """Return the field whose members stand one after the other, if there is one."""
    required = [slot for slot in slots(cls) if slot.place and slot.required]
    return required[-1] if required and required[-1].many else None


def usage(cls: type[Any]) -> str:
    """Say how to write a *cls*.

    Example:
        >>> from thidua.formula.forms import YesNo
        >>> usage(YesNo)
        'write yes_no(question, yes=…, no=…)'
    """
    required = [one.name if one.place else f"{one.name}=…" for one in slots(cls) if one.required]
    optional = [f"{one.name}=…" for one in slots(cls) if not one.required]
    return f"write {cls.kind}({', '.join(required + optional)})"


def _slot(attribute: Attribute[Any], hint: object) -> Slot:
    types = _members(hint)
    bare = types - {NoneType}
    converter: object = attribute.converter
    lists = [one for one in bare if get_origin(one) is tuple]
    return Slot(
        name=attribute.name,
        types=_members(get_args(lists[0])[0]) if lists else bare,
        many=bool(lists),
        optional=bare != types,
        code=converter is code_of_measure,
        place=not attribute.kw_only,
        required=attribute.default is NOTHING,
        default=attribute.default,
    )


def _members(hint: object) -> frozenset[Any]:
    return frozenset(get_args(hint) if isinstance(hint, UnionType) else [hint])
