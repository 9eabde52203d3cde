# SPDX-License-Identifier: MIT
"""Assignments of least cost (*bài toán phân công*), in whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["assign"]


def assign(costs: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Give every row a column of its own so that the costs add up to the least.

    The Hungarian method, by shortest augmenting paths: a few operations for each cube of
    the number of rows.

    Args:
        costs: A square of costs; row by row.

    Returns:
        The column of each row. Of several assignments that cost the same always the same
        one.

    Example:
        >>> assign([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
        (1, 0, 2)
    """
    size = len(costs)
    # Row and column `size` stand for none: a row is waiting in that column when it begins.
    of_rows, of_columns = [0] * (size + 1), [0] * (size + 1)
    row_of = [size] * (size + 1)
    for row in range(size):
        row_of[size] = row
        column, seen = size, [False] * size
        slack: dict[int, int] = {}
        before = [size] * size
        while row_of[column] != size:
            current = row_of[column]
            if column != size:
                seen[column] = True
            best, nearest = None, size
            for other in range(size):
                if seen[other]:
                    continue
                left = costs[current][other] - of_rows[current] - of_columns[other]
                if other not in slack or left < slack[other]:
                    slack[other] = left
                    before[other] = column
                if best is None or slack[other] < best:
                    best, nearest = slack[other], other
            assert best is not None  # noqa: S101 - a column is free as long as a row waits
            of_rows[row_of[size]] += best
            for other in range(size):
                if seen[other]:
                    of_rows[row_of[other]] += best
                    of_columns[other] -= best
                else:
                    slack[other] -= best
            column = nearest
        while column != size:
            row_of[column] = row_of[before[column]]
            column = before[column]
    columns = [0] * size
    for column, row in enumerate(row_of[:size]):
        columns[row] = column
    return tuple(columns)
