# SPDX-License-Identifier: MIT
"""What is on record of a year, in words (*diễn đạt các nội dung được ghi nhận*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeGuard, cast

from attrs import AttrsInstance, fields, has

from thidua.cluster import Known, Member, Merge, Pairing, Split, Term, Unknown
from thidua.quantity import Language, show
from thidua.rubric import Rubric
from thidua.year.meeting import Act, Finding
from thidua.year.stage import Stage
from thidua.year.words import FIELDS, VALUES
from thidua.year.year import Year

__all__ = ["Words", "first_up"]

_LEADS = ("name", "title", "text", "question", "form", "sort")
"""Fields that name a record, the first that it has."""
_GOOD, _BAD = ("ưu điểm: ", "good: "), ("hạn chế: ", "bad: ")
_LINE = 100


def first_up(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


class Words:
    """How the facts of one cluster are worded in one language."""

    def __init__(self, year: Year, language: Language) -> None:
        self.language: Language = language
        stages = {one.code: one.name for one in year.procedure.stages}
        self.names = stages | {one.code: one.name for one in year.cluster.units}

    def _pick(self, pair: tuple[str, str]) -> str:
        return pair[0] if self.language == "vi" else pair[1]

    def field(self, name: str, owner: str = "") -> str:
        """Return what a field is called; some classes call it otherwise."""
        return self._pick(FIELDS.get(f"{owner}.{name}", FIELDS[name]))

    def block(self, name: str, value: object, inferred: str) -> Iterator[str]:
        """Yield the lines of one fact."""
        head = first_up(self.field(name))
        if _are_records(value):
            yield f"{head}:"
            for one in value:
                yield from self._item("- ", "", one)
        elif isinstance(value, Term):
            yield f"{head}: {self._holder(value)}"
        elif _is_record(value):
            yield from self._item(f"{head}: ", "", cast("AttrsInstance", value))
        else:
            yield f"{head}: {self.value(value)}{self._mark(inferred)}"

    def _mark(self, inferred: str) -> str:
        if not inferred:
            return ""
        return f" ({'suy ra' if self.language == 'vi' else 'inferred'}: {inferred})"

    def value(self, value: object) -> str:
        """Return a value in words."""
        match value:
            case Known(inner, inferred=inferred):
                return self.value(inner) + self._mark(inferred)
            case bool():
                return self._pick(("có", "yes") if value else ("không", "no"))
            case Fraction():
                return show(value, self.language)
            case date():
                return f"{value:%d/%m/%Y}" if self.language == "vi" else value.isoformat()
            case StrEnum():
                return self._pick(VALUES[value.value])
            case tuple():
                return "; ".join(self.value(one) for one in value)
            case Rubric():
                return value.name
            case Stage():
                return value.name
            case str():
                return self.names.get(value, value)
            case _ if has(type(value)):
                return self._record(cast("AttrsInstance", value))
            case _:
                return str(value)

    def _record(self, record: AttrsInstance) -> str:
        """Return what is known of a record on one line, its name first."""
        match record:
            case Pairing(checks):
                return "; ".join(f"{self.value(one.by)} → {self.value(one.of)}" for one in checks)
            case Member():
                return self._with_rest(self.value(record.unit), record, "unit")
            case Term():
                return f"{self.value(record.post)}: {self._holder(record)}"
            case Act():
                named = [self.value(record.sort)]
                if isinstance(record.title, Known):
                    named.append(self.value(record.title))
                return self._with_rest(": ".join(named), record, "sort", "title")
            case Merge(day, units, into):
                return self._become(("sáp nhập", "merged"), day, units, (into,))
            case Split(day, unit, into):
                return self._become(("chia tách", "split"), day, (unit,), into)
            case _:
                lead = _lead(record)
                if not lead:
                    return "; ".join(self._told(record))
                return self._name(record, lead) + self._with_rest("", record, lead)

    def _name(self, record: AttrsInstance, lead: str) -> str:
        mark = self._pick(_GOOD if record.good else _BAD) if isinstance(record, Finding) else ""
        return mark + self.value(getattr(record, lead))

    def _holder(self, term: Term) -> str:
        """Say who holds a post, by unit or else by person."""
        for name in ("unit", "person"):
            held = getattr(term, name)
            if isinstance(held, Known):
                return self._with_rest(self.value(held), term, name, "post")
        return "; ".join(self._told(term, "post"))

    def _with_rest(self, named: str, record: AttrsInstance, *without: str) -> str:
        told = "; ".join(self._told(record, *without))
        return f"{named} ({told})" if told else named

    def _told(self, record: AttrsInstance, *without: str) -> list[str]:
        owner = type(record).__name__
        return [
            f"{self.field(name, owner)}: {self.value(value)}"
            for name, value in _known(record).items()
            if name not in without
        ]

    def _become(
        self, what: tuple[str, str], day: date, units: tuple[str, ...], into: tuple[str, ...]
    ) -> str:
        """Say what units become."""
        since = self._pick(("từ ngày", "from"))
        became = self._pick(("thành", "into"))
        former, new = (", ".join(map(self.value, some)) for some in (units, into))
        return f"{self._pick(what)} {since} {self.value(day)}: {former} {became} {new}"

    def _item(self, mark: str, indent: str, record: AttrsInstance) -> Iterator[str]:
        """Yield a record after a mark; what is long, one field a line."""
        line = f"{indent}{mark}{self._record(record)}"
        if len(line) <= _LINE or isinstance(record, Merge | Split | Act | Term | Pairing):
            yield line
            return
        lead, owner = _lead(record), type(record).__name__
        lines: list[str] = []
        for name, value in _known(record).items():
            if name == lead:
                continue
            said = f"{self.field(name, owner)}: {self.value(value)}"
            inner = value.value if isinstance(value, Known) else value
            if len(said) > _LINE and _are_records(inner):
                lines.append(f"{self.field(name, owner)}:")
                lines.extend(one for each in inner for one in self._item("- ", "  ", each))
            else:
                lines.append(said)
        first = self._name(record, lead) if lead else lines.pop(0)
        yield f"{indent}{mark}{first}"
        yield from (f"{indent}  {one}" for one in lines)


def _known(record: AttrsInstance) -> dict[str, object]:
    """Return the fields of a record of which something is known."""
    held = {one.name: getattr(record, one.name) for one in fields(type(record))}
    return {
        name: value
        for name, value in held.items()
        if not isinstance(value, Unknown) and value not in {(), ""} and name != "good"
    }


def _lead(record: AttrsInstance) -> str:
    known = _known(record)
    return next((name for name in _LEADS if name in known), "")


def _is_record(value: object) -> bool:
    return has(type(value)) and not isinstance(value, Member | Stage)


def _are_records(value: object) -> TypeGuard[tuple[AttrsInstance, ...]]:
    if not isinstance(value, tuple):
        return False
    several = cast("tuple[object, ...]", value)
    return bool(several) and all(_is_record(one) for one in several)
