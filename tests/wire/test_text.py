# SPDX-License-Identifier: MIT

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from thidua.errors import Faults
from thidua.wire import MAXIMUM_BYTES, from_document, loads

SHEET = '{"kind": "sheet", "format": 1, "unit": "a", "entries": {"thu": %s}}'


def said(text: str | bytes) -> str:
    """Return what is said of a faulty text."""
    with pytest.raises(Faults) as caught:
        loads(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "$: not JSON, line 1, column 1: Expecting value"),
        ('{"a":\n 1 2}', "$: not JSON, line 2, column 4: Expecting ',' delimiter"),
        ("5", "$: an object is wanted, given 5"),
        ("[]", "$: an object is wanted, given a list"),
        (b"\xff{}", "$: not UTF-8 at byte 0"),
        ('{"a": "\ud800"}', "$: not UTF-8 at character 7"),
        ('{"a": "\\ud800"}', "$.a: not a text, '\\ud800'"),
        ('{"\\udfff": 1}', "$: not a text, key '\\udfff'"),
        ('{"a": 1, "b": {"c": 1, "c": 2, "c": 3}}', "$.b: key 'c' stands twice; keep one"),
        ("[" * 64, "$: not JSON, line 1, column 65: Expecting value"),
        ("[" * 65, "$: nested more than 64 deep, line 1, column 65"),
        ('{"a": [\n' + "[" * 63, "$: nested more than 64 deep, line 2, column 63"),
        ('"' + "[" * 100, "$: not JSON, line 1, column 1: Unterminated string starting at"),
        (SHEET % "NaN", "$.entries.thu: not a finite number, 'NaN'"),
        (SHEET % "-Infinity", "$.entries.thu: not a finite number, '-Infinity'"),
        (SHEET % ("1" * 4001), "$.entries.thu: a number of more than 4000 digits"),
        (SHEET % ("1" * 100_000), "$.entries.thu: a number of more than 4000 digits"),
        (SHEET % ("0." + "1" * 100_000), "$.entries.thu: a number of more than 4000 digits"),
        (SHEET % "1e999999999", "$.entries.thu: a number of more than 4000 digits"),
        (SHEET % f"1e{10**30}", "$.entries.thu: a number of more than 4000 digits"),
        (SHEET % '"1e9999"', "$.entries.thu: a number of more than 4000 digits"),
    ],
    ids=range(21),
)
def test_faulty_texts(text: str | bytes, message: str) -> None:
    """What is no document is refused in so many words."""

    assert message == said(text)


def test_brackets_in_texts_are_no_nesting() -> None:
    """Brackets inside a text, also after an escaped quote, do not count as nesting."""
    name = '\\"' + "[{" * 100

    assert '"' + "[{" * 100 == loads(SHEET % f'"{name}"').entry("thu")


def test_sixty_four_levels_are_read() -> None:
    """Nesting of 64 is read by the parser; the fault is one of content."""
    text = "[" * 64 + "]" * 64

    assert "$: an object is wanted, given a list" == said(text)


def test_limit_of_size() -> None:
    """The limit counts bytes of UTF-8, and the caller may move it."""
    text = SHEET % '"ộ"'
    size = len(text.encode())

    assert "ộ" == loads(text, maximum_bytes=size).entry("thu")
    for small in (size - 1, len(text) - 1):
        with pytest.raises(Faults) as caught:
            loads(text, maximum_bytes=small)
        assert (
            f"$: a document of more than {small} bytes; raise maximum_bytes if you trust it"
            == str(caught.value)
        )


def test_bytes_may_start_with_a_mark() -> None:
    """A byte order mark before a text, or before bytes, means nothing."""
    text = SHEET % "1"

    assert loads(text) == loads(text.encode("utf-8-sig")) == loads("\ufeff" + text)


def test_only_texts_are_parsed() -> None:
    """Data that is already parsed goes to from_document."""

    assert "$: a text is wanted, given an object; read parsed data with from_document" == said({})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        '\\"' * (MAXIMUM_BYTES // 2),
        '"' + '\\"' * (MAXIMUM_BYTES // 2 - 1),
        '"' * MAXIMUM_BYTES,
        "[" * MAXIMUM_BYTES,
        "1" * MAXIMUM_BYTES,
        '{"kind":"rubric","format":1,"sections":[' + "0," * 1_000_000 + "0]}",
        '{"kind":"sheet","format":1,"entries":{' + '"":0,' * 500_000 + '"":0}}',
        '{"' + "x" * (MAXIMUM_BYTES - 10) + '":1}',
    ],
    ids=range(8),
)
def test_no_text_takes_long(text: str) -> None:
    """The largest of texts is refused in seconds, whatever is in it."""
    start = perf_counter()
    with pytest.raises(Faults):
        loads(text)

    assert perf_counter() - start < 20


def test_data_that_holds_itself() -> None:
    """An object that holds itself, once or often, is nested too deep."""
    document: dict[str, Any] = {"kind": "sheet"}
    document |= {"a": document, "b": document}
    with pytest.raises(Faults) as caught:
        from_document(document)

    assert f"${'.a' * 64}: nested more than 64 deep" == str(caught.value)


def test_data_that_is_held_often() -> None:
    """A list held ten times by one that is held ten times, and so on, is too large."""
    data: list[Any] = []
    for _ in range(60):
        data = [data] * 10
    with pytest.raises(Faults) as caught:
        from_document({"kind": "sheet", "data": data})

    assert "$: a document of more than 1048576 values" == str(caught.value)


def test_keys_are_texts() -> None:
    """A key of parsed data that is no text is refused with its place."""
    with pytest.raises(Faults) as caught:
        from_document({"a": {1: {}, None: 2}, "b": {("x",): ["\ud800"]}})

    assert (
        "$.a: a key is a text, given 1\n"
        "$.a: a key is a text, given null\n"
        "$.b: a key is a text, given a list\n"
        "$.b.('x',)[0]: not a text, '\\ud800'"
    ) == str(caught.value)
