# SPDX-License-Identifier: MIT
"""Exact, explained scoring of emulation and commendation (*thi đua, khen thưởng*).

A rubric is data, a sheet is data: `score` turns them into points with their working,
`rank` orders the units of a cluster, `propose` says what each is put forward for and why,
`explain` puts a score sheet into words. Everything is an immutable value.

Importing it loads nothing yet: each name loads the folder it lives in when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.award import Offer, Slate, slate_table
    from thidua.award.propose import propose  # mypy takes the folder's name for this module
    from thidua.errors import Fault, Faults, ThiduaError
    from thidua.quantity import Rounding, State, exact, parse_vietnamese
    from thidua.ranking import ByMeasure, ByPoints, Ranking, rank, ranking_table
    from thidua.rubric import (
        Choice,
        Criterion,
        ItemList,
        Measure,
        Question,
        Rubric,
        Scores,
        Section,
        Sheet,
        Treatments,
        UnitScore,
        check,
        explain,
        score,
    )
else:
    # From the inside outwards: whatever an outer one loads, it loads the inner ones as well.
    _FOLDERS = ("errors", "quantity", "rubric", "ranking", "award")

    # Hidden from type checkers, which would else believe that every name is there.
    def __getattr__(name: str) -> object:
        """Return what *name* stands for, from the folder it lives in."""
        if name in _FOLDERS:
            return import_module(f"{__name__}.{name}")
        for folder in _FOLDERS if name in __all__ else ():
            found = import_module(f"{__name__}.{folder}")
            if name in found.__all__:
                return globals().setdefault(name, getattr(found, name))
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name)

    def __dir__() -> list[str]:
        """Return all public names, loaded or not."""
        return [*__all__, *_FOLDERS]


__all__ = [
    "ByMeasure",
    "ByPoints",
    "Choice",
    "Criterion",
    "Fault",
    "Faults",
    "ItemList",
    "Measure",
    "Offer",
    "Question",
    "Ranking",
    "Rounding",
    "Rubric",
    "Scores",
    "Section",
    "Sheet",
    "Slate",
    "State",
    "ThiduaError",
    "Treatments",
    "UnitScore",
    "check",
    "exact",
    "explain",
    "parse_vietnamese",
    "propose",
    "rank",
    "ranking_table",
    "score",
    "slate_table",
]
