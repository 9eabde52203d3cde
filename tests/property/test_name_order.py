# SPDX-License-Identifier: MIT
"""The laws of the order of names."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from thidua.ranking import name_key

_LETTERS = "aáàăằâậbdđeêĩoôơợuưxyzAĐƠ 0129-\u0300\u0301\u0302\u0306\u031b\u0323ñж"
NAMES = st.text(_LETTERS, max_size=12) | st.text(max_size=8)
PERSON = st.booleans()


@given(NAMES, NAMES, PERSON)
def test_any_two_names_are_ordered(one: str, other: str, person: bool) -> None:  # noqa: FBT001
    """One of two names comes first, unless they are the same characters."""
    first, second = name_key(one, person=person), name_key(other, person=person)

    assert (normalize("NFC", one) == normalize("NFC", other)) == (first == second)
    assert (first < second) + (first == second) + (second < first) == 1


@given(NAMES, PERSON)
def test_composition_does_not_matter(name: str, person: bool) -> None:  # noqa: FBT001
    """A name keeps its place, composed or decomposed."""
    key = name_key(name, person=person)

    assert key == name_key(normalize("NFC", name), person=person)
    assert key == name_key(normalize("NFD", name), person=person)


@given(st.lists(NAMES, max_size=5), PERSON, st.randoms())
def test_the_order_of_input_does_not_matter(names: list[str], person: bool, random: object) -> None:  # noqa: FBT001
    """Names are put in the same order whatever order they come in."""
    mixed = [normalize("NFC", name) for name in names]
    expected = sorted(mixed, key=lambda name: name_key(name, person=person))
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert expected == sorted(mixed, key=lambda name: name_key(name, person=person))
