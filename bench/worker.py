# SPDX-License-Identifier: MIT
"""Answers one question, in a process of its own: what it prints last is the answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, assert_never

from bench.plan import SIZES, Ask

__all__ = ["answer"]

# Each question imports what it needs and nothing else, as memory is measured too.
# ruff: noqa: PLC0415


def answer(ask: Ask, size: str, folder: Path) -> Any:
    """Return the answer, as JSON holds it."""
    name, units, detail = ask.subject, ask.units, ask.detail
    match ask.question:
        case "one_unit":
            from bench.measure.one_unit import one_unit

            return one_unit(name, SIZES[size].limit)
        case "frames":
            from bench.measure.frames import frames

            return frames(name, units, folder)
        case "wrong":
            from bench.measure.wrong import wrong

            return wrong(name, units, detail, folder)
        case "growth":
            from bench.measure.growth import grow

            return grow(units, folder, detail)
        case "grown":
            from bench.measure.growth import grown

            return grown(units, folder, detail)
        case "write" | "write_exact":
            from bench.measure.growth import written

            return str(written(folder, units, exact=ask.question == "write_exact"))
        case "spark":
            from bench.measure.spark import spark

            return spark(folder / f"exact-{units}.parquet")
        case "imports":
            from bench.measure.imports import imports

            return imports(folder, units)
        case "working":
            from bench.measure.working import working

            return working(units)
        case "law":
            from bench.measure.law import law

            return law(units)
        case _:
            assert_never(ask.question)


if __name__ == "__main__":
    given, size, folder = sys.argv[1:]
    print(json.dumps(answer(Ask(**json.loads(given)), size, Path(folder))))
