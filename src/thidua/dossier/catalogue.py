# SPDX-License-Identifier: MIT
"""The awards there are (*danh hiệu thi đua và hình thức khen thưởng*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, final

from attrs import field, frozen
from attrs.converters import optional

from thidua.dossier.scale import AwardForm, Scope, SubjectKind
from thidua.errors import DossierFault, Faults, suggest
from thidua.quantity import Language, exact
from thidua.quantity.typed import typed

__all__ = ["AwardType", "Catalogue", "CodeName"]


def _kinds(given: Iterable[SubjectKind | str]) -> tuple[SubjectKind, ...]:
    return tuple(SubjectKind(one) for one in given)


@final
@frozen(field_transformer=typed(DossierFault))
class AwardType:
    """One award of a catalogue."""

    kind: ClassVar = "award_type"
    code: str
    """Its code, as rules and dossiers name it: ``"cstd-co-so"``."""
    name: str
    """Its name in Vietnamese."""
    name_en: str = field(default="", kw_only=True)
    """Its name in English; the Vietnamese one, if absent."""
    form: AwardForm = field(converter=AwardForm, kw_only=True)
    """A title or a form of commendation."""
    level: Scope = field(converter=Scope, kw_only=True)
    """The level that decides on it."""
    subjects: tuple[SubjectKind, ...] = field(converter=_kinds, kw_only=True)
    """Who may receive it."""
    authority: str = field(default="", kw_only=True)
    """Who decides on it (*thẩm quyền quyết định*)."""
    multiple: Fraction | None = field(default=None, converter=optional(exact), kw_only=True)
    """Bonus of an individual, in base salaries (*mức lương cơ sở*); None if not known here."""
    above: str = field(default="", kw_only=True)
    """Code of the award next below it, where the law orders the two; else empty."""

    def title(self, language: Language) -> str:
        """Return its name in a language."""
        return self.name if language == "vi" else self.name_en or self.name


@final
@frozen(field_transformer=typed(DossierFault))
class CodeName:
    """What people call something that rules and dossiers name by a code (*tên gọi*).

    A post, a council, a category, a number, a pending matter.
    """

    kind: ClassVar = "code_name"
    code: str
    """Its code: ``"bien-che"``."""
    name: str
    """Its name in Vietnamese."""
    name_en: str = ""
    """Its name in English; the Vietnamese one, if absent."""

    def title(self, language: Language) -> str:
        """Return its name in a language."""
        return self.name if language == "vi" else self.name_en or self.name


def _names(given: Iterable[CodeName]) -> tuple[CodeName, ...]:
    return tuple(given)


def _awards(given: Iterable[AwardType]) -> tuple[AwardType, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(DossierFault))
class Catalogue:
    """Awards by code, and the order between those that the law orders.

    Raises:
        Faults: If a code stands twice, or an order names no award, or goes in a circle.
    """

    kind: ClassVar = "catalogue"
    awards: tuple[AwardType, ...] = field(converter=_awards)
    """The awards, in any order."""
    names: tuple[CodeName, ...] = field(default=(), converter=_names, kw_only=True)
    """What people call the other codes that rules and dossiers use."""

    def __attrs_post_init__(self) -> None:
        """Refuse a catalogue that contradicts itself."""
        if faults := tuple(self._faults()):
            raise Faults(faults)

    def _faults(self) -> Iterator[DossierFault]:
        codes = [award.code for award in self.awards]
        for index, award in enumerate(self.awards):
            at = ("awards", index)
            if award.code in codes[:index]:
                what = f"award {award.code!r} stands twice"
                yield DossierFault((*at, "code"), "award-twice", what, "keep one of them")
            if award.above and award.above not in codes:
                what = f"no award {award.above!r}"
                todo = suggest(award.above, codes)
                yield DossierFault((*at, "above"), "award-unknown", what, todo)
            if award.code in self.below(award.code):
                what = f"award {award.code!r} is above itself"
                yield DossierFault((*at, "above"), "order-circular", what)
        named = [one.code for one in self.names]
        for index, code in enumerate(named):
            if code in codes or code in named[:index]:
                what = f"{code!r} has two names"
                yield DossierFault(("names", index, "code"), "name-twice", what, "keep one of them")

    def __getitem__(self, code: str) -> AwardType:
        """Return the award of that code.

        Raises:
            KeyError: If there is none; says which was meant.
        """
        for award in self.awards:
            if award.code == code:
                return award
        message = f"no award {code!r}; {suggest(code, (award.code for award in self.awards))}"
        raise KeyError(message)

    def name(self, code: str, language: Language) -> str:
        """Return what people call an award, or something else that has a code; else the code."""
        return self._titles(language).get(code, code)

    @cached_property
    def _vietnamese(self) -> dict[str, str]:
        return {one.code: one.name for one in self.awards} | {
            one.code: one.name for one in self.names
        }

    @cached_property
    def _english(self) -> dict[str, str]:
        return {one.code: one.title("en") for one in self.awards} | {
            one.code: one.title("en") for one in self.names
        }

    def _titles(self, language: Language) -> dict[str, str]:
        return self._vietnamese if language == "vi" else self._english

    def below(self, code: str) -> tuple[str, ...]:
        """Return the codes of the awards that the law puts below one, the next first."""
        steps = {award.code: award.above for award in self.awards}
        found: list[str] = []
        at = steps.get(code, "")
        while at and at not in found:
            found.append(at)
            at = steps.get(at, "")
        return tuple(found)
