# SPDX-License-Identifier: MIT
"""How a cluster agreed to treat equal units (*xử lý bằng điểm*)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import RankingFault
from thidua.formula.given import several
from thidua.quantity.typed import typed
from thidua.ranking.tie_break import ByCode, ByMeasure, ByName, ByPoints, Remeasure, TieBreak

__all__ = ["Ties"]


def _how(given: str | Iterable[TieBreak | str]) -> str | tuple[TieBreak, ...]:
    if isinstance(given, str):
        if given in {"share", "dense"}:
            return given
        what = f"ties are 'share', 'dense' or a list of what breaks them, given {given!r}"
        raise RankingFault(("how",), "ties-unknown", what, f"write [{given!r}]")
    return tuple(_tie_break(one, index) for index, one in enumerate(several(given, RankingFault)))


def _tie_break(one: TieBreak | str, index: int) -> TieBreak:
    if isinstance(one, str):
        return ByPoints(one)
    if isinstance(one, ByPoints | ByMeasure | ByName | ByCode | Remeasure):
        return one
    what = f"not something that breaks ties, {one!r}"
    hint = "write a code, or one of ByPoints, ByMeasure, ByName, ByCode and Remeasure"
    raise RankingFault(("how", index), "tie-break", what, hint)


@final
@frozen(field_transformer=typed(RankingFault))
class Ties:
    """What `rank` takes as *ties*, as a document holds it.

    Example: fewer points off first, then the order of names:
        >>> from thidua.ranking import ByName
        >>> Ties([ByPoints("III", better="lower"), ByName()]).breaks[1]
        ByName(person=False)
    """

    kind: ClassVar = "ties"
    how: str | tuple[TieBreak, ...] = field(converter=_how)
    """``"share"``, ``"dense"``, or what breaks ties, in order; a code is taken for `ByPoints`."""

    @property
    def breaks(self) -> tuple[TieBreak, ...]:
        """What breaks ties, in order; nothing where equal units share a rank."""
        return () if isinstance(self.how, str) else self.how
