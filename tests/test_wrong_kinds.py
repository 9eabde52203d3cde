# SPDX-License-Identifier: MIT
"""Every field of every public class refuses what it cannot hold, with an error of the library."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from attrs import NOTHING, evolve, fields, has

from thidua import Criterion, Section, ThiduaError
from thidua.award import GeneralRule, Quota
from thidua.cluster import Merge, Split
from thidua.dossier import AwardReceived, CampaignResult, Years
from thidua.eligibility import All, AtLeast, TextMissing
from thidua.formula import AroundTarget
from thidua.ranking import Ceiling, Ties

FOLDERS = "basis formula rubric ranking award period dossier eligibility law cluster year"
COMPUTED = {
    *("Reads", "Scope", "Wording", "Working"),
    *("Line", "Scores", "Step", "UnitScore"),
    *("Bonus", "Known", "Year"),
}
"""What only the library makes, and much of it: its fields are taken as they are."""

CLASSES = sorted(
    {
        found
        for folder in FOLDERS.split()
        for name in import_module(f"thidua.{folder}").__all__
        if has(found := getattr(import_module(f"thidua.{folder}"), name))
        and isinstance(found, type)
        and name not in COMPUTED
    },
    key=lambda one: (one.__module__, one.__name__),
)
OTHERS: dict[type, dict[str, object]] = {
    AroundTarget: {"to": "b"},
    AwardReceived: {"years": 2024},
    CampaignResult: {"years": Years(2023, 2024)},
    Ceiling: {"number": 1},
    AtLeast: {"count": 1},
    GeneralRule: {"condition": TextMissing("a")},
    Merge: {"units": ("a", "b")},
    Quota: {"number": 1},
    Ties: {"how": "share"},
    Split: {"into": ("a", "b")},
}
"""What a sound value of a class needs besides a first value for each field."""

FIRST: dict[Any, Any] = {Section: Criterion, All: TextMissing}
"""What stands for a union, the first member of which holds that union again."""

PLAIN: dict[Any, object] = {
    str: "a",
    int: 2024,
    bool: True,
    Fraction: 1,
    date: date(2024, 1, 1),
    datetime: datetime(2024, 1, 1, tzinfo=UTC),
}


def some(hint: Any) -> Any:  # noqa: ANN401 - of any type
    """Return a value of the type *hint*."""
    inside = get_args(hint)
    if get_origin(hint) in {UnionType, Union}:
        return None if NoneType in inside else some(FIRST.get(inside[0], inside[0]))
    if get_origin(hint) is tuple:
        return tuple(some(one) for one in inside if one is not ...)
    if hint in PLAIN:
        return PLAIN[hint]
    if issubclass(hint, Enum):
        return next(iter(hint))
    return sound(hint)


@lru_cache
def sound(cls: type[Any]) -> Any:  # noqa: ANN401 - of any class
    """Return a value of the class *cls*."""
    hints = get_type_hints(cls)
    given = {
        one.name: some(hints[one.name]) for one in fields(cls) if one.default is NOTHING
    } | OTHERS.get(cls, {})
    return cls(**given)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_every_field_refuses_another_kind(cls: type[Any]) -> None:
    """A value of no class that a field names is refused as the value is made."""
    value = sound(cls)  # type: ignore[arg-type] # a class is hashable, whatever mypy says
    wrong = object()
    taken = []
    for one in fields(cls):
        for given in (wrong, [wrong], {wrong: wrong}, 0.5):
            try:
                evolve(value, **{one.name: given})
            except ThiduaError:
                continue
            taken.append((one.name, given))

    assert [] == taken
