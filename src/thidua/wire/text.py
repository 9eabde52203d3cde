# SPDX-License-Identifier: MIT
"""JSON text, read exactly and within limits.

Numbers become ints and Decimals, never floats. What is too large or too deep is refused
before the parser sees it, so that no text can exhaust the stack; what JSON allows but a
document does not (a key written twice, half a surrogate pair) is found by `survey`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import final

from thidua.errors import DocumentFault, Path
from thidua.formula import MAXIMUM_DEPTH
from thidua.quantity import MAXIMUM_DIGITS
from thidua.wire.faults import shown

__all__ = ["MAXIMUM_BYTES", "MAXIMUM_VALUES", "parse", "survey", "write"]

MAXIMUM_BYTES = 8 * 2**20
"""Largest document read, in bytes of UTF-8, unless the caller says otherwise."""

MAXIMUM_VALUES = MAXIMUM_BYTES // 8
"""Most values in a document that does not come as text, and so has no size."""

_TO_BRACKET = re.compile(
    r"""(?: [^"\[\]{}]++ | " [^"\\]*+ (?: \\. [^"\\]*+ )*+ "? )*+  ([\[\]{}]?)""",
    re.DOTALL | re.VERBOSE,
)
"""Anything up to the next bracket, over texts in quotes; possessive, so linear for any input."""

_HALF = re.compile("[\ud800-\udfff]")
_CONTAINERS = (dict, list, tuple)
_STEPS = (str, int)
_TOO_LARGE = Decimal(f"1e{MAXIMUM_DIGITS + 1}")


@final
class _Repeated(dict[str, object]):
    """An object some keys of which stand twice."""

    keys_twice: tuple[str, ...] = ()


def parse(text: str | bytes, maximum_bytes: int) -> object:
    """Read JSON.

    Raises:
        DocumentFault: If *text* is larger than *maximum_bytes*, nests too deep, or is not
            UTF-8 or not JSON.

    Example:
        >>> parse('{"each": -0.5}', 100)
        {'each': Decimal('-0.5')}
        >>> parse('{"each": -0.5,}', 100)
        Traceback (most recent call last):
        ...
        thidua.errors.DocumentFault: $: not JSON, line 1, column 15: Expecting property name enclosed in double quotes
    """  # noqa: E501 - output
    whole = _decoded(text, maximum_bytes)
    _refuse_depth(whole)
    try:
        document: object = json.loads(
            whole,
            parse_int=_int,
            parse_float=_decimal,
            parse_constant=Decimal,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise DocumentFault((), "not-json", f"not JSON, {place}: {error.msg}") from None
    return document


def _decoded(text: str | bytes, maximum_bytes: int) -> str:
    if not isinstance(text, str | bytes):
        what = f"a text is wanted, given {shown(text)}"
        raise DocumentFault((), "not-a-text", what, "read parsed data with from_document")
    # Each character takes a byte or more, so what is refused here need not be encoded.
    if len(text) > maximum_bytes:
        raise _too_large(maximum_bytes)
    try:
        if isinstance(text, bytes):
            return text.decode("utf-8-sig")
        size = len(text.encode())
    except UnicodeDecodeError as error:
        raise DocumentFault((), "not-utf-8", f"not UTF-8 at byte {error.start}") from None
    except UnicodeEncodeError as error:
        raise DocumentFault((), "not-utf-8", f"not UTF-8 at character {error.start}") from None
    if size > maximum_bytes:
        raise _too_large(maximum_bytes)
    return text.removeprefix("\ufeff")


def _too_large(maximum_bytes: int) -> DocumentFault:
    hint = "raise maximum_bytes if you trust it"
    return DocumentFault((), "too-large", f"a document of more than {maximum_bytes} bytes", hint)


def _refuse_depth(text: str) -> None:
    depth = 0
    for found in _TO_BRACKET.finditer(text):
        depth += 1 if found[1] in {"[", "{"} else -1  # at the end there is no bracket
        if depth > MAXIMUM_DEPTH:
            at = found.start(1)
            line = text.count("\n", 0, at) + 1
            column = at - text.rfind("\n", 0, at)
            what = f"nested more than {MAXIMUM_DEPTH} deep, line {line}, column {column}"
            raise DocumentFault((), "too-deep", what)


def _int(text: str) -> int | Decimal:
    # Decimals of any length are read in linear time; `exact` then refuses them in place.
    return int(text) if len(text) <= MAXIMUM_DIGITS else Decimal(text)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all bounds
        return _TOO_LARGE


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    repeated = _Repeated(made)
    counts = Counter(key for key, _ in pairs)
    repeated.keys_twice = tuple(key for key, count in counts.items() if count > 1)
    return repeated


def survey(document: object, most: int | None = None) -> Iterator[DocumentFault]:
    """Yield what no document may hold, whatever its kind; never recurses.

    That is: keys that stand twice or are no texts; half a surrogate pair; nesting deeper than
    `MAXIMUM_DEPTH`, also by way of an object that holds itself; more than *most* values, also
    by way of objects that are held many times. Of the last two, the first ends the survey.
    """
    left = most
    stack: list[tuple[Path, object]] = [((), document)]
    while stack:
        at, one = stack.pop()
        if isinstance(one, str):
            if _HALF.search(one):
                yield DocumentFault(at, "surrogate", f"not a text, {shown(one)}")
            continue
        if not isinstance(one, _CONTAINERS):
            continue
        if len(at) >= MAXIMUM_DEPTH:
            yield DocumentFault(at, "too-deep", f"nested more than {MAXIMUM_DEPTH} deep")
            return
        if left is not None:
            left -= len(one)
            if left < 0:
                yield DocumentFault((), "too-large", f"a document of more than {most} values")
                return
        if isinstance(one, dict):
            yield from _keys(one, at)
        pairs = one.items() if isinstance(one, dict) else enumerate(one)
        inside = [
            ((*at, step if isinstance(step, _STEPS) else str(step)), inner)
            for step, inner in pairs
            if (not inner.isascii() if isinstance(inner, str) else isinstance(inner, _CONTAINERS))
        ]
        stack.extend(reversed(inside))


def _keys(one: dict[object, object], at: Path) -> Iterator[DocumentFault]:
    for key in one:
        if not isinstance(key, str):
            yield DocumentFault(at, "key-not-text", f"a key is a text, given {shown(key)}")
        elif not key.isascii() and _HALF.search(key):
            yield DocumentFault(at, "surrogate", f"not a text, key {shown(key)}")
    if isinstance(one, _Repeated):
        for key in one.keys_twice:
            yield DocumentFault(at, "key-twice", f"key {shown(key)} stands twice", "keep one")


def write(document: Mapping[str, object], indent: int | None) -> str:
    """Write JSON as people read it: Vietnamese letters as they are."""
    return json.dumps(document, ensure_ascii=False, indent=indent)
