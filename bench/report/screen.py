# SPDX-License-Identifier: MIT
"""Tables as text for a screen."""

from __future__ import annotations

from collections.abc import Iterable

from bench.report.tables import Table

__all__ = ["screen"]


def screen(tables: Iterable[Table]) -> str:
    """Return all tables, numbers to the right."""
    return "\n\n".join(_one(table) for table in tables)


def _one(table: Table) -> str:
    rows = [table.head, *table.rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.head))]
    lines = [
        "  ".join(
            cell.ljust(width) if not i else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([f"--- {table.title}", *lines])
