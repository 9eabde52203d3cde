# SPDX-License-Identifier: MIT
"""What sheets made of results still lack, in words."""

from __future__ import annotations

from typing import assert_never

from thidua.period.carried import Carried, Gap, Lacking
from thidua.quantity import Language
from thidua.quantity.term import check_option

__all__ = ["explain_carried", "preview_words"]

_NAMED = 3
"""How many periods are named where a name has to stay short."""


def explain_carried(carried: Carried, *, language: Language = "vi") -> str:
    """Say whether sheets are official, and what they lack: one line for each period and reason.

    Example:
        >>> print(explain_carried(Carried("t9", "Tháng 9", ())))
        Tháng 9: đã đủ kết quả
    """
    check_option("language", language, Language)
    units: dict[tuple[str, Lacking], list[str]] = {}
    for gap in carried.gaps:
        units.setdefault((gap.name, gap.why), []).append(gap.unit)
    lines = [f"{carried.name}: {_title(carried, language)}"]
    for (name, why), found in units.items():
        whole = len(found) == len(carried.sheets)
        who = _all(language) if whole else ", ".join(found)
        lines.append(f"- {name}: {_why(why, language)} ({who})")
    return "\n".join(lines)


def _title(carried: Carried, language: Language) -> str:
    vietnamese = language == "vi"
    if carried.complete:
        return "đã đủ kết quả" if vietnamese else "all results are there"
    if carried.preview:
        return (
            "xem trước, không phải kết quả chính thức"
            if vietnamese
            else "a preview, not an official result"
        )
    return "chưa đủ kết quả, chưa công bố" if vietnamese else "results are awaited, not official"


def _all(language: Language) -> str:
    return "mọi đơn vị" if language == "vi" else "all units"


def _why(why: Lacking, language: Language) -> str:
    vietnamese = language == "vi"
    match why:
        case Lacking.ABSENT:
            return "chưa có kết quả" if vietnamese else "no result yet"
        case Lacking.OPEN:
            return "kết quả chưa chốt" if vietnamese else "the result may still change"
        case Lacking.GROUP:
            return "chờ đủ các đơn vị trong nhóm" if vietnamese else "waits for the whole group"
        case Lacking.PREVIEW:
            return "kết quả xem trước" if vietnamese else "the result is a preview"
        case _:
            assert_never(why)


def preview_words(gaps: tuple[Gap, ...], language: Language) -> str:
    """Return what marks the name of a unit on a preview; nothing, if nothing is lacking."""
    names = list(dict.fromkeys(gap.name for gap in gaps))
    if not names:
        return ""
    listed = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if language == "vi":
        return f"xem trước, chưa đủ {listed}" + (f" và {more} kỳ khác" if more > 0 else "")
    return f"preview, lacking {listed}" + (f" and {more} more" if more > 0 else "")
