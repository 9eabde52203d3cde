# SPDX-License-Identifier: MIT
"""What is asked of frames, and the names of what comes out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, final

from attrs import frozen

from thidua.columns.inputs import Layout
from thidua.ranking import Grading
from thidua.rubric import Rubric

__all__ = ["Demand", "Output", "distinct", "unused"]


@final
@frozen
class Demand:
    """What is asked for."""

    rubric: Rubric
    """The rubric."""
    layout: Layout
    """What the columns of frames hold."""
    grading: Grading | None
    """How units come to classes, if they do."""
    ties: str | None
    """How equal units share ranks, if units are ranked."""
    percent: bool
    """Whether percents are asked for."""
    keep: tuple[str, ...]
    """Columns that come out as they came in."""

    @property
    def carried(self) -> tuple[str, ...]:
        """All columns that come out as they came in, each once."""
        named = (self.layout.unit, self.layout.cluster, *self.keep)
        return tuple(dict.fromkeys(one for one in named if one is not None))


@final
@frozen
class Output:
    """A column that comes out."""

    kind: ClassVar = "output"
    code: str
    """Code of the part as printed; ``"total"``, ``"maximum"``, ``"percent"``, ``"class"``,
    ``"rank"`` or ``"fault"``."""
    name: str
    """Name of the column."""
    below: int | None = None
    """What its whole numbers are counted in: points are the number over this."""
    below_name: str | None = None
    """Name of the column of denominators, where they differ from unit to unit."""


def unused(names: Iterable[str]) -> str:
    """Return a beginning that no name has, in any case: some engines do not tell cases apart."""
    found = "thidua_"
    lowered = [name.casefold() for name in names]
    while any(name.startswith(found) for name in lowered):
        found += "_"
    return found


def distinct(taken: Iterable[str], wanted: Iterable[str]) -> dict[str, str]:
    """Return names of letters, digits and ``_`` that differ whatever the case, by what was wanted.

    Example:
        >>> distinct(["total"], ["points_1.a", "points_1-A", "total"])
        {'points_1.a': 'points_1_a', 'points_1-A': 'points_1_A_2', 'total': 'total_2'}
    """
    known = {name.casefold() for name in taken}
    found: dict[str, str] = {}
    for text in wanted:
        name = base = "".join(one if one.isalnum() else "_" for one in text)
        number = 1
        while name.casefold() in known:
            number += 1
            name = f"{base}_{number}"
        known.add(name.casefold())
        found[text] = name
    return found
