# SPDX-License-Identifier: MIT
"""How many units may have a class (*chỉ tiêu, tỷ lệ khống chế*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import ClassVar, cast, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.errors import RankingFault, suggest
from thidua.formula.given import one_each, several
from thidua.quantity import RoundingMode, Term, exact, plain
from thidua.quantity.typed import typed

__all__ = ["Ceiling", "CeilingTables", "Ceilings", "CeilingsFor", "Leftover", "not_before"]


class Leftover(Term):
    """What happens to units over a ceiling."""

    REPORT = "report"
    """They are reported; people decide."""
    DEMOTE = "demote"
    """The lowest ranked fall to the next class; where a tie is open, people decide."""


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@final
@frozen(field_transformer=typed(RankingFault))
class Ceiling:
    """The most units that may have a class, or one of several (*chỉ tiêu*).

    Example: at most 20 % of those rated excellent or good may be excellent:
        >>> Ceiling(["Xuất sắc"], share="0.2", of=["Xuất sắc", "Tốt"]).rounding
        <RoundingMode.FLOOR: 'floor'>
    """

    kind: ClassVar = "ceiling"
    grades: tuple[str, ...] = field(converter=_names)
    """The classes that are counted together."""
    share: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Share of the base; give this or *number*."""
    number: int | None = field(default=None, kw_only=True)
    """A fixed number of units."""
    of: tuple[str, ...] | None = field(default=None, converter=optional(_names), kw_only=True)
    """The base: units that have one of these classes; None for all that have a class."""
    within: int | None = field(default=None, kw_only=True)
    """The base is what the ceiling at this position, counted from 0, allows instead."""
    rounding: RoundingMode = field(default=RoundingMode.FLOOR, converter=RoundingMode, kw_only=True)
    """How the share of the base becomes a whole number."""
    leftover: Leftover = field(default=Leftover.REPORT, converter=Leftover, kw_only=True)
    """What happens to units over it."""

    def __attrs_post_init__(self) -> None:
        """Refuse a ceiling of nothing, one that is not one number, and one of two bases."""
        if not self.grades:
            raise RankingFault(("grades",), "empty", "a ceiling of no class")
        if (self.share is None) == (self.number is None):
            what = "a ceiling is a share or a number"
            raise RankingFault(("share",), "ceiling", what, "give one of them")
        if self.share is not None and not 0 <= self.share <= 1:
            what = f"a share is from 0 to 1, {plain(self.share)!r}"
            raise RankingFault(("share",), "not-a-share", what, 'write "0.2" for 20 %')
        if self.number is not None and (type(self.number) is not int or self.number < 0):
            what = f"a number of units is a whole number from 0, {self.number!r}"
            raise RankingFault(("number",), "number", what)
        bases = (self.of is not None) + (self.within is not None)
        if bases > 1 or (bases and self.number is not None):
            what = "a share has one base, and a number has none"
            raise RankingFault(("of",), "ceiling", what, "keep one of of, within and number")


def not_before(ceiling: Ceiling, index: int) -> Iterator[RankingFault]:
    """Find that a ceiling, the one at *index*, is a share of one that is not before it."""
    if ceiling.within is not None and not 0 <= ceiling.within < index:
        what = f"no ceiling {ceiling.within} before this one"
        at = ("ceilings", index, "within")
        hint = "put a ceiling behind the one it is a share of"
        yield RankingFault(at, "ceiling-unknown", what, hint)


def _ceilings(given: Iterable[Ceiling]) -> tuple[Ceiling, ...]:
    return several(given, RankingFault)


def _nested(_: object, __: object, value: tuple[Ceiling, ...]) -> None:
    for index, ceiling in enumerate(value):
        for fault in not_before(ceiling, index):
            raise fault


@final
@frozen(field_transformer=typed(RankingFault))
class Ceilings:
    """The ceilings that hold together, as `limit` takes them and a document holds them.

    Example: at most 80 % good or better, and half as many as that may be excellent:
        >>> pool = Ceiling(["Xuất sắc", "Tốt"], share="0.8")
        >>> [one.within for one in Ceilings([pool, Ceiling("Xuất sắc", share="0.5", within=0)])]
        [None, 0]
    """

    kind: ClassVar = "ceilings"
    ceilings: tuple[Ceiling, ...] = field(converter=_ceilings, validator=_nested)
    """The ceilings, in order."""

    def __iter__(self) -> Iterator[Ceiling]:
        """Iterate over the ceilings."""
        return iter(self.ceilings)


@final
@frozen(field_transformer=typed(RankingFault))
class CeilingsFor:
    """The ceilings for one kind of collective."""

    kind: ClassVar = "ceilings_for"
    level: str
    """The kind, such as the class that the collective has itself."""
    ceilings: tuple[Ceiling, ...] = field(converter=_ceilings, validator=_nested)
    """Its ceilings, in order."""


def _tables(
    given: Mapping[str, Iterable[Ceiling]] | Iterable[CeilingsFor],
) -> tuple[CeilingsFor, ...]:
    if isinstance(given, Mapping):
        pairs = cast("Mapping[str, Iterable[Ceiling]]", given).items()
        return tuple(CeilingsFor(level, ceilings) for level, ceilings in pairs)
    return several(given, RankingFault)


@final
@frozen(field_transformer=typed(RankingFault))
class CeilingTables:
    """The ceilings for each kind of collective (*chỉ tiêu theo loại tập thể*).

    Example: a collective of the first class may have more of the best than one of the second:
        >>> shares = {"Loại 1": "0.15", "Loại 2": "0.1"}
        >>> tables = CeilingTables(
        ...     {kind: [Ceiling("Xuất sắc", share=share)] for kind, share in shares.items()}
        ... )
        >>> [one.share for one in tables["Loại 2"]]
        [Fraction(1, 10)]
    """

    kind: ClassVar = "ceiling_tables"
    tables: tuple[CeilingsFor, ...] = field(
        converter=_tables, validator=one_each("lists of ceilings", RankingFault)
    )
    """The ceilings for each kind; a mapping is taken as it is."""

    def __getitem__(self, level: str) -> Ceilings:
        """Return the ceilings for a kind of collective, for `limit`.

        Raises:
            KeyError: If there is no such kind; says which one was meant.
        """
        for one in self.tables:
            if one.level == level:
                return Ceilings(one.ceilings)
        message = f"no ceilings for {level!r}; {suggest(level, (one.level for one in self.tables))}"
        raise KeyError(message)
