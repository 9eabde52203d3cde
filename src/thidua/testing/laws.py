# SPDX-License-Identifier: MIT
"""The laws that `search` tries to break, by name; each is one sentence."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LAWS"]

LAWS: Mapping[str, str] = {
    "answers": "Every cluster whose sheets fit the rubric and are complete has points.",
    "better": "A better result, as its measure declares it, never lowers the total.",
    "directions": "Points that are proved to rise with a number never fall as it grows.",
    "intervals": "Points lie in the interval that is proved for them.",
    "order": "The order of the sheets changes no points.",
}
"""The laws by name. The first two a rubric may break; the others only this library can."""
