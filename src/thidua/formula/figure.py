# SPDX-License-Identifier: MIT
"""Figures that regulations speak of, as expressions: what any form may measure.

Each is an expression of the kernel and nothing more, so every form and every evaluator takes
it as it takes the code of a measure.
"""

from __future__ import annotations

from thidua.formula.kernel import Expression, Product, Quotient, Sum, expression
from thidua.quantity import Number

__all__ = ["growth", "projected", "shortfall"]


def projected(
    result: Expression | Number, *, elapsed: Expression | Number, whole: Expression | Number
) -> Expression:
    """Return a result carried on to the end of the period (*ước cả kỳ, dự kiến cuối kỳ*).

    Args:
        result: What has been reached so far.
        elapsed: How much of the period is over: days, months; zero is a fault.
        whole: How long the period is, in the same unit.

    Example: 60 in 20 days are 90 in 30 days; the target is what the form holds it against:
        >>> from thidua.formula import Proportional, text
        >>> text(projected("thu", elapsed="so_ngay_qua", whole=30))
        'thu * 30 / so_ngay_qua'
        >>> form = Proportional(projected("thu", elapsed="so_ngay_qua", whole=30), to="du_toan")
    """
    return Quotient(Product([result, whole]), elapsed)


def growth(result: Expression | Number, *, since: Expression | Number) -> Expression:
    """Return how much a result has grown, as a share of the one before (*tăng trưởng*).

    Args:
        result: The result of this period.
        since: That of the period before (*cùng kỳ*); zero is a fault. Growth is below zero
            where the result is less.

    Example: two points for growth of at least 1 %:
        >>> from thidua.formula import Threshold, text
        >>> text(growth("thu", since="thu_ky_truoc"))
        '(thu - thu_ky_truoc) / thu_ky_truoc'
        >>> form = Threshold(growth("thu", since="thu_ky_truoc"), ">=", "0.01", yes=2)
    """
    before = expression(since)
    return Quotient(Sum([result, Product([-1, before])]), before)


def shortfall(result: Expression | Number, *, of: Expression | Number) -> Expression:
    """Return how far a result is from what is full (*phần bù, phần còn thiếu*).

    Args:
        result: What has been reached; more than is full gives less than zero.
        of: What is full, such as ten points for every lesson.

    Example: a point off for every point that lessons lack of ten:
        >>> from thidua.formula import PerEvent, Product, text
        >>> missing = shortfall("tong_diem", of=Product([10, "so_tiet"]))
        >>> text(missing)
        '10 * so_tiet - tong_diem'
        >>> form = PerEvent.of(missing, -1)
    """
    return Sum([of, Product([-1, result])])
