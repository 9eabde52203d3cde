# SPDX-License-Identifier: MIT
"""A year in words: all that is known of it, and what is not (*tóm tắt năm thi đua*)."""

from __future__ import annotations

from typing import cast

from thidua.cluster import Fact, Known
from thidua.quantity import Language
from thidua.quantity.term import check_option
from thidua.year.record_words import Words, first_up
from thidua.year.year import Standing, Year

__all__ = ["explain_year"]

_OF_CLUSTER = ("form", "number", "level", "sector", "place", "superior", "aliases")
_OF_MEMBERS = ("members", "complete", "classes")
_OF_YEAR = (
    "head", "deputy", "charter", "references", "campaigns", "aims", "pledges", "registrations",
    "rubric", "cross_checks", "meetings", "findings", "plans", "stages", "explanations",
    "decisions", "nominations", "honours", "hand_overs", "press",
)  # fmt: skip
_COUNTED = ("entries", "ballots")


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
    check_option("language", language, Language)
    lines = [f"{year.cluster.name}, {'năm ' if language == 'vi' else ''}{year.number}"]
    unknown: list[str] = []
    words = Words(year, language)
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
            lines.append(f"{first_up(words.field(name))}: {len(several.value)}")
        else:
            unknown.append(words.field(name))
    if year.standing is not Standing.OPEN or isinstance(year.entries, Known):
        lines.append(f"{first_up(words.field('state'))}: {words.value(year.standing)}")
    rest = ("Chưa rõ: " if language == "vi" else "Not known: ") + "; ".join(unknown)
    lines.extend([rest] if unknown else [])
    return "\n".join(lines)
