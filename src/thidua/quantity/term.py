# SPDX-License-Identifier: MIT
"""Terms and options: words of which only some are known, that answer a wrong one kindly."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NoReturn, get_args

from thidua.errors import Fault, RubricFault, shown, suggest

__all__ = ["Term", "check_option", "suggest_word"]


class Term(StrEnum):
    """Base of the enumerations of the library; a member may be written as its text."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Refuse what is no member, and say which one was meant."""
        what = f"not a {cls.__name__}, {shown(value)}"
        raise RubricFault((), "term-unknown", what, suggest_word(value, [str(one) for one in cls]))


def suggest_word(given: object, known: Sequence[str]) -> str:
    """Say which of the *known* words was probably meant; signs may have changed places."""
    turned = [one for one in known if isinstance(given, str) and sorted(one) == sorted(given)]
    return f"did you mean {turned[0]!r}?" if turned else suggest(given, known)


def check_option(name: str, given: object, known: object) -> None:
    """Refuse a word that is none of the literals *known*, as the argument *name*.

    Example:
        >>> from thidua.quantity import Language
        >>> check_option("language", "fr", Language)
        Traceback (most recent call last):
        ...
        thidua.errors.Fault: $.language: not a language, 'fr'; known are 'en', 'vi'
    """
    words = get_args(known)
    if given not in words:
        what = f"not a {name}, {shown(given)}"
        raise Fault((name,), "option-unknown", what, suggest(given, words))
