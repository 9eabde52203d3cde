# SPDX-License-Identifier: MIT
"""The five answers, and how they combine (*kết luận*)."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.dossier import Scale

__all__ = ["Answer", "agreed", "all_of", "any_of", "at_least", "opposite"]


class Answer(Scale):
    """What is answered to "may this be awarded today?", the furthest from yes first.

    The order is one chain, and the connectives are its order statistics: *all* is the
    lowest, *any* the highest, *at least k* the k-th highest. Why it is this order:
    ``docs/explanation/eligibility.md``.
    """

    NOT_ELIGIBLE = "not_eligible"
    """No: something that is asked for is not there (*không đủ điều kiện*)."""
    DEFERRED = "deferred"
    """Not today, whatever else is found: something is pending (*chưa xét*)."""
    UNKNOWN = "unknown"
    """Not known: a fact is not on file, or the text of the law is not (*chưa xác định*)."""
    NEEDS_JUDGEMENT = "needs_judgement"
    """Left to people: all that is on file speaks for it (*cần hội đồng xem xét*)."""
    ELIGIBLE = "eligible"
    """Yes (*đủ điều kiện*)."""


_place = {answer: answer.place for answer in Answer}.__getitem__


def all_of(answers: Iterable[Answer]) -> Answer:
    """Return the answer of "all of these"; of none, it is yes.

    Example:
        >>> all_of([Answer.ELIGIBLE, Answer.UNKNOWN, Answer.DEFERRED]).value
        'deferred'
    """
    return min(answers, key=_place, default=Answer.ELIGIBLE)


def any_of(answers: Iterable[Answer]) -> Answer:
    """Return the answer of "any of these"; of none, it is no.

    Example:
        >>> any_of([Answer.NOT_ELIGIBLE, Answer.UNKNOWN, Answer.DEFERRED]).value
        'unknown'
    """
    return max(answers, key=_place, default=Answer.NOT_ELIGIBLE)


def at_least(count: int, answers: Iterable[Answer]) -> Answer:
    """Return the answer of "at least *count* of these"."""
    best = sorted(answers, key=_place, reverse=True)
    return all_of(best[:count]) if len(best) >= count else Answer.NOT_ELIGIBLE


def opposite(answer: Answer) -> Answer:
    """Return the answer of "not this"; what is open stays as open as it was."""
    match answer:
        case Answer.ELIGIBLE:
            return Answer.NOT_ELIGIBLE
        case Answer.NOT_ELIGIBLE:
            return Answer.ELIGIBLE
        case _:
            return answer


def agreed(answers: Iterable[Answer]) -> Answer:
    """Return the answer that is the same whichever of several readings is true.

    Where they differ, which of them is true is what is not known.
    """
    found = set(answers)
    return found.pop() if len(found) == 1 else Answer.UNKNOWN
