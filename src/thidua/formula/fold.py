# SPDX-License-Identifier: MIT
"""How numbers are compared, and how lists and clusters are folded into one number."""

from __future__ import annotations

from thidua.quantity import Term

__all__ = ["ItemFold", "PeerFold", "Relation"]


class Relation(Term):
    """How two numbers are compared."""

    LESS = "<"
    LESS_OR_EQUAL = "<="
    EQUAL = "=="
    NOT_EQUAL = "!="
    GREATER_OR_EQUAL = ">="
    GREATER = ">"


class ItemFold(Term):
    """What is made of the items of a list."""

    SUM = "sum"
    """Their sum; 0 for no items."""
    COUNT = "count"
    """How many there are."""
    MEAN = "mean"
    """Their mean; no items have none."""
    LEAST = "least"
    """The least; no items have none."""
    GREATEST = "greatest"
    """The greatest; no items have none."""
    MEDIAN = "median"
    """The middle one, or the mean of the two middle ones."""
    TRIMMED_MEAN = "trimmed_mean"
    """The mean without the least and the greatest (*bỏ cao nhất, thấp nhất*)."""


class PeerFold(Term):
    """What is made of the units of a cluster."""

    SUM = "sum"
    """Their sum; 0 for no peers."""
    COUNT = "count"
    """How many there are."""
    MEAN = "mean"
    """Their mean (*bình quân cụm*)."""
    LEAST = "least"
    """The least."""
    GREATEST = "greatest"
    """The greatest (*đơn vị dẫn đầu*)."""
    RANK = "rank"
    """One more than the number of peers above the unit itself."""
