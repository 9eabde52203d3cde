# SPDX-License-Identifier: MIT
"""Writes what was measured into the docs: ``python -m bench.report.page``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.report.tables import Table, tables

__all__ = ["written"]

_ROOT = Path(__file__).parent.parent.parent
_PAGE = _ROOT / "docs" / "explanation" / "measurements.md"
_BEGIN, _END = "<!-- figures: written by make figures -->", "<!-- end of figures -->"


def written(page: str, found: Mapping[str, Any]) -> str:
    """Return the page with the figures of *found* in the place of those it had."""
    before, rest = page.split(_BEGIN)
    after = rest.split(_END)[1]
    lines = [f"{before}{_BEGIN}", "", *_about(found["about"]), *_tables(found), _END]
    return "\n".join(lines) + after


def _about(about: Mapping[str, Any]) -> Iterator[str]:
    versions = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    yield (
        f"Measured on {about['day']}, on {about['kind']}, {about['cores']} cores, with "
        f"{about['python']}; others used {about['load']} of the cores when it began."
    )
    if about["size"] != "full":
        yield f"This was a quick look, of size {about['size']}."
    yield f"Versions: {versions}."
    yield ""


def _tables(found: Mapping[str, Any]) -> Iterator[str]:
    for table in tables(found):
        yield f"### {table.title}"
        yield ""
        yield from _rows(table)
        yield ""


def _rows(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.head)} |"
    yield "|---|" + "--:|" * (len(table.head) - 1)
    for row in table.rows:
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    made = json.loads((_ROOT / "build" / "bench.json").read_text("utf-8"))
    _PAGE.write_text(written(_PAGE.read_text("utf-8"), made), encoding="utf-8")
