# SPDX-License-Identifier: MIT
"""Where a rule is written (*căn cứ pháp lý*)."""

from __future__ import annotations

from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import RuleFault
from thidua.quantity import Language
from thidua.quantity.term import check_option
from thidua.quantity.typed import typed

__all__ = ["Citation", "cite"]


@final
@frozen(field_transformer=typed(RuleFault))
class Citation:
    """A place in an instrument: a law, a decree, a charter of a cluster (*viện dẫn*)."""

    kind: ClassVar = "citation"
    instrument: str
    """Name or number of the instrument: ``"Luật 06/2022/QH15"``, ``"Quy chế Cụm 3"``."""
    article: str = field(default="", kw_only=True)
    """Article (*điều*); empty for the whole instrument."""
    clause: str = field(default="", kw_only=True)
    """Clause (*khoản*)."""
    point: str = field(default="", kw_only=True)
    """Point (*điểm*)."""


def cite(citation: Citation, language: Language) -> str:
    """Write a citation as the language does.

    Example:
        >>> law = Citation("Luật 06/2022/QH15", article="25", clause="1", point="a")
        >>> cite(law, "vi"), cite(law, "en")
        ('điểm a khoản 1 Điều 25 Luật 06/2022/QH15', 'Luật 06/2022/QH15, article 25, clause 1, point a')
    """  # noqa: E501 - output
    check_option("language", language, Language)
    if language == "vi":
        steps = [("điểm", citation.point), ("khoản", citation.clause), ("Điều", citation.article)]
        return " ".join([*(f"{word} {at}" for word, at in steps if at), citation.instrument])
    steps = [("article", citation.article), ("clause", citation.clause), ("point", citation.point)]
    return ", ".join([citation.instrument, *(f"{word} {at}" for word, at in steps if at)])
