# SPDX-License-Identifier: MIT
"""One figure of the answers of all rounds: medians, and the least of what may vary."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any, TypeAlias

__all__ = ["Figure", "Figures", "amount", "medians", "over"]

Figure: TypeAlias = Mapping[str, Any]
"""What came of one question; only an error if a process failed."""
Figures: TypeAlias = Mapping[str, Any]
"""By the key of the question."""


def medians(answers: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return one answer for each question; an error if any process failed."""
    found: dict[str, Any] = {}
    for key, given in answers.items():
        errors = [one for one in given if "error" in one]
        found[key] = errors[0] if errors else _joined(given)
    return found


def _joined(given: list[Any]) -> Any:
    first = given[0]
    if isinstance(first, dict):
        return {
            name: min(one[name] for one in given)
            if name == "least"
            else _joined([one[name] for one in given])
            for name in first
        }
    return median(given) if isinstance(first, float) else first


def amount(one: Figure, name: str) -> float | None:
    """Return a number of a figure; None if there is none."""
    return float(one[name]) if name in one else None


def over(one: Figure, other: Figure, name: str = "time") -> float | None:
    """Return a number of one figure over that of another; None if one is lacking."""
    above, below = amount(one, name), amount(other, name)
    return None if above is None or not below else above / below
