# SPDX-License-Identifier: MIT
"""A year in words: all that is known of it, and what is not (*tóm tắt năm thi đua*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import cast

from attrs import AttrsInstance, fields, has

from thidua.cluster import Fact, Known, Member, Merge, Pairing, Split, Unknown
from thidua.quantity import Language, Markup, show, show_interval, table
from thidua.rubric import Rubric
from thidua.year.meeting import Finding
from thidua.year.official import differences
from thidua.year.results import totals
from thidua.year.stage import Stage
from thidua.year.words import FIELDS, VALUES
from thidua.year.year import Year

__all__ = ["difference_table", "explain_year"]

_OF_CLUSTER = ("form", "number", "level", "sector", "place", "superior", "aliases")
_OF_MEMBERS = ("members", "complete", "classes")
_OF_YEAR = (
    "head", "deputy", "charter", "references", "campaigns", "aims", "pledges", "registrations",
    "rubric", "cross_checks", "meetings", "findings", "plans", "stages", "explanations",
    "decisions", "nominations", "honours", "hand_overs", "press",
)  # fmt: skip
_COUNTED = ("entries", "ballots")
_LEADS = ("name", "title", "text", "question", "sort", "form")
"""Fields that name a record, the first that it has."""
_GOOD, _BAD = ("ưu điểm: ", "good: "), ("hạn chế: ", "bad: ")
_LINE = 100


def explain_year(year: Year, *, language: Language = "vi") -> str:
    """Write all that is known of a year, one fact a line, then what is not.

    What was inferred says from what. Entries and ballots are counted; `difference_table` and
    `Year.votes` show them.

    Example:
        >>> from thidua.cluster import Cluster
        >>> from thidua.year import Event, Opening, Pledge, fold
        >>> cluster = Cluster("cum-3", "Cụm thi đua số 3", members=["Tân Hồng", "Tam Nông"])
        >>> opening = Event("1", Opening(2022, cluster))
        >>> year = fold([opening, Event("2", Pledge(2022, late=True, reason="dịch bệnh"))])
        >>> for line in explain_year(year).splitlines()[:4]:
        ...     print(line)
        Cụm thi đua số 3, năm 2022
        Thành viên: Tân Hồng; Tam Nông
        Giao ước:
        - năm: 2022; muộn: có; lý do: dịch bệnh
    """
    lines = [f"{year.cluster.name}, {'năm ' if language == 'vi' else ''}{year.number}"]
    unknown: list[str] = []
    words = _Words(year, language)
    for owner, names in ((year.cluster, (*_OF_CLUSTER, *_OF_MEMBERS)), (year, _OF_YEAR)):
        for name in names:
            held = cast("Fact[object]", getattr(owner, name))
            if isinstance(held, Known):
                lines.extend(words.block(name, held.value, held.inferred))
            else:
                unknown.append(words.field(name))
    if year.cluster.changes:
        lines.extend(words.block("changes", year.cluster.changes, ""))
    for name in _COUNTED:
        several = cast("Fact[tuple[object, ...]]", getattr(year, name))
        if isinstance(several, Known):
            lines.append(f"{_first_up(words.field(name))}: {len(several.value)}")
        else:
            unknown.append(words.field(name))
    if year.procedure.stages:
        lines.append(f"{_first_up(words.field('state'))}: {words.value(year.standing)}")
    rest = ("Chưa rõ: " if language == "vi" else "Not known: ") + "; ".join(unknown)
    lines.extend([rest] if unknown else [])
    return "\n".join(lines)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Words:
    """How the facts of one cluster are worded in one language."""

    def __init__(self, year: Year, language: Language) -> None:
        self.language: Language = language
        stages = {one.code: one.name for one in year.procedure.stages}
        self.names = stages | {one.code: one.name for one in year.cluster.units}

    def _pick(self, pair: tuple[str, str]) -> str:
        return pair[0] if self.language == "vi" else pair[1]

    def field(self, name: str) -> str:
        """Return what a field is called."""
        return self._pick(FIELDS[name])

    def block(self, name: str, value: object, inferred: str) -> Iterator[str]:
        """Yield the lines of one fact."""
        head = _first_up(self.field(name))
        if isinstance(value, tuple) and value and all(_is_record(one) for one in value):
            yield f"{head}:"
            for one in value:
                yield from self.item(one)
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
            case Pairing():
                return "; ".join(
                    f"{self.value(one.by)} → {self.value(one.of)}" for one in value.checks
                )
            case Rubric():
                return value.name
            case Member():
                _, told = self._told(value)
                days = "; ".join(told[1:])
                return self.value(value.unit) + (f" ({days})" if days else "")
            case Merge(day, units, into):
                return self._become(("sáp nhập", "merged"), day, units, (into,))
            case Split(day, unit, into):
                return self._become(("chia tách", "split"), day, (unit,), into)
            case Stage():
                return value.name
            case Finding():
                return self._pick(_GOOD if value.good else _BAD) + self.record(value)
            case str():
                return self.names.get(value, value)
            case _ if has(type(value)):
                return self.record(cast("AttrsInstance", value))
            case _:
                return str(value)

    def _become(
        self, what: tuple[str, str], day: date, units: tuple[str, ...], into: tuple[str, ...]
    ) -> str:
        """Say what units become."""
        since = self._pick(("từ ngày", "from"))
        became = self._pick(("thành", "into"))
        former, new = (", ".join(map(self.value, some)) for some in (units, into))
        return f"{self._pick(what)} {since} {self.value(day)}: {former} {became} {new}"

    def item(self, record: AttrsInstance) -> Iterator[str]:
        """Yield a record as an item of a list; what is long, one field a line."""
        line = f"- {self.value(record)}"
        if len(line) <= _LINE or isinstance(record, Merge | Split):
            yield line
            return
        lead, told = self._told(record)
        mark = self._pick(_GOOD if record.good else _BAD) if isinstance(record, Finding) else ""
        first, *others = [lead, *told] if lead else told
        yield f"- {mark}{first}"
        yield from (f"  {one}" for one in others)

    def record(self, record: AttrsInstance) -> str:
        """Return what is known of a record on one line, its name first."""
        lead, told = self._told(record)
        if not lead:
            return "; ".join(told)
        return lead + (f" ({'; '.join(told)})" if told else "")

    def _told(self, record: AttrsInstance) -> tuple[str, list[str]]:
        known = {
            one.name: value
            for one in fields(type(record))
            if not isinstance(value := getattr(record, one.name), Unknown) and value not in {(), ""}
        }
        lead = next((name for name in _LEADS if name in known), None)
        told = [
            f"{self.field(name)}: {self.value(value)}"
            for name, value in known.items()
            if name not in {lead, "good"}
        ]
        return "" if lead is None else self.value(known[lead]), told


def _is_record(value: object) -> bool:
    return has(type(value)) and not isinstance(value, Member | Stage)


def difference_table(
    year: Year, first: str, second: str, *, language: Language = "vi", markup: Markup = "text"
) -> str:
    """Write where two stages differ, with the totals of the units that do.

    For the arguments and errors see `differences` and `total`.
    """
    vietnamese = language == "vi"
    names = [
        next(one.name for one in year.procedure.stages if one.code == code)
        for code in (first, second)
        if year.procedure.stage(code)
    ]
    found = differences(year, first, second)
    heads = ["Đơn vị", "Tiêu chí"] if vietnamese else ["Unit", "Criterion"]
    ends = ["Chênh lệch", "Lý do"] if vietnamese else ["Difference", "Reason"]
    sums, others = totals(year, first), totals(year, second)
    rows: list[list[str]] = []
    for unit in dict.fromkeys(one.unit for one in found):
        called = year.cluster.called(unit)
        rows.extend(
            [
                called,
                one.code,
                show(one.first, language),
                show(one.second, language),
                _change(one.change, language),
                one.reason,
            ]
            for one in found
            if one.unit == unit
        )
        if unit in sums:
            before, after = sums[unit], others[unit]
            apart = (
                _change(after.value - before.value, language)
                if before.value is not None and after.value is not None
                else ""
            )
            spans = [show_interval(one, language) for one in (before, after)]
            rows.append([called, "Tổng" if vietnamese else "Total", *spans, apart, ""])
    return table([*heads, *names, *ends], rows, right="234", markup=markup)


def _change(change: Fraction, language: Language) -> str:
    return ("+" if change > 0 else "") + show(change, language)
