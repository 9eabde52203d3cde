# SPDX-License-Identifier: MIT
"""A cross-check in words (*bảng phân công kiểm tra chéo*)."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.cluster.pairing import Check, Pairing
from thidua.quantity import Language, Markup, table
from thidua.quantity.term import check_option

__all__ = ["explain_check", "pairing_table"]


def explain_check(check: Check, *, language: Language = "vi") -> str:
    """Say what about a pair could not be avoided; empty if it is new and one way."""
    check_option("language", language, Language)
    vietnamese = language == "vi"
    notes: list[str] = []
    if check.before:
        notes.append(
            f"đã kiểm tra {check.before} lần trước đó, không còn cặp nào ít lần hơn"
            if vietnamese
            else f"has checked it {check.before} times before, no pair that has less is left"
        )
    if check.mutual:
        notes.append(
            "kiểm tra lẫn nhau, số đơn vị không cho phép khác"
            if vietnamese
            else "check each other, the number of units allows nothing else"
        )
    return "; ".join(notes)


def pairing_table(
    pairing: Pairing,
    *,
    names: Mapping[str, str] | None = None,
    language: Language = "vi",
    markup: Markup = "text",
) -> str:
    """Write who checks whom.

    Args:
        pairing: The pairing.
        names: Names of units by code; a unit without one is written by its code.
        language: Vietnamese or English.
        markup: Plain text or Markdown.

    Example:
        >>> from thidua.cluster import pair
        >>> print(pairing_table(pair(["Bắc Hà", "Si Ma Cai", "Bát Xát"])))
        Đơn vị được kiểm tra  Đơn vị kiểm tra
        --------------------  ---------------
        Bắc Hà                Bát Xát
        Si Ma Cai             Bắc Hà
        Bát Xát               Si Ma Cai
    """
    check_option("language", language, Language)
    check_option("markup", markup, Markup)
    called = names or {}
    heads = {
        "vi": ["Đơn vị được kiểm tra", "Đơn vị kiểm tra", "Nội dung", "Ghi chú"],
        "en": ["Unit checked", "Checked by", "Criteria", "Note"],
    }[language]
    rows = [
        [
            called.get(check.of, check.of),
            called.get(check.by, check.by),
            ", ".join(check.criteria),
            explain_check(check, language=language),
        ]
        for check in pairing.checks
    ]
    filled = [index for index in range(len(heads)) if any(row[index] for row in rows)]
    return table(
        [heads[index] for index in filled],
        [[row[index] for index in filled] for row in rows],
        markup=markup,
    )
