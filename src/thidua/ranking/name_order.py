# SPDX-License-Identifier: MIT
"""The Vietnamese order of names (*thứ tự chữ cái tiếng Việt*).

The alphabet is ``a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y``; the letters
that only foreign words have stand at their Latin places: f after ê, j after i, w after v,
z after y. The tones are ordered *ngang, huyền, hỏi, ngã, sắc, nặng*.

Names are compared syllable by syllable, from the left: first the letters of a syllable,
whatever their tones, then its tone, wherever it is written (*hoà, hòa*). Where all
syllables are the same, small letters come before capital ones. A syllable comes before a
longer one that begins with it. Digits are compared as numbers, and stand before letters;
all other signs stand before digits.

Two spellings of the same characters, composed or decomposed, are one name.
"""

from __future__ import annotations

import unicodedata
from typing import TypeAlias

__all__ = ["name_key"]

_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_QUALITIES = "\u0306\u0302\u031b"
"""Breve, circumflex and horn: with their vowel they are a letter of their own."""

_OTHER, _NUMBER, _LETTER, _FOREIGN = range(4)

_Sign: TypeAlias = tuple[int, int, str]
_Syllable: TypeAlias = tuple[tuple[_Sign, ...], tuple[int, ...]]
_Key: TypeAlias = tuple[tuple[_Syllable, ...], tuple[bool, ...], str]


def name_key(name: str, *, person: bool = False) -> _Key:
    """Return what orders *name* among others, by comparison of keys.

    The order is total: keys are equal if, and only if, names are, composed or not.

    Args:
        name: Name of a unit or a person.
        person: Whether to compare the given name first (*tên*, the last word), then the
            family name (*họ*, the first), then what stands between (*đệm*).

    Source:
        Vũ Xuân Lương, *Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt*, Vietlex,
        https://vietlex.com/xu-li-ngon-ngu/29-Quy_tac_sap_xep_don_vi_tu_vung_trong_tu_dien_tieng_Viet,
        for letters, tones, syllables, and small letters before capital ones.

    Example:
        >>> sorted(["Xã 10", "Đông Hà", "Xã 2", "Dương", "Bả", "Ba Vì", "Bà"], key=name_key)
        ['Ba Vì', 'Bà', 'Bả', 'Dương', 'Đông Hà', 'Xã 2', 'Xã 10']
        >>> sorted(["Trần Văn An", "Lê Thị Bình"], key=lambda name: name_key(name, person=True))
        ['Trần Văn An', 'Lê Thị Bình']
    """
    whole = unicodedata.normalize("NFC", name)
    words = whole.split()
    if person:
        words = [*words[-1:], *words[:-1]]
    parts = [_syllable(word) for word in words]
    capitals = tuple(capital for _, large in parts for capital in large)
    return tuple(syllable for syllable, _ in parts), capitals, whole


def _syllable(word: str) -> tuple[_Syllable, list[bool]]:
    """Return the letters of a word, its tones, and which of the letters are capital."""
    letters: list[_Sign] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for sign, marks in _signs(word):
        letter, over = _letter(sign.lower(), marks)
        if letters and letter[0] == letters[-1][0] == _NUMBER:
            letters[-1] = (_NUMBER, 0, letters[-1][2] + letter[2])
        else:
            letters.append(letter)
            capitals.append(sign != sign.lower())
        tones.extend(over)
    ordered = tuple(_number(one) if one[0] == _NUMBER else one for one in letters)
    return (ordered, tuple(sorted(tones))), capitals


def _signs(word: str) -> list[tuple[str, str]]:
    """Split a word into signs, each with the marks over and under it."""
    found: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", word):
        if found and unicodedata.combining(sign):
            before, marks = found[-1]
            found[-1] = (before, marks + sign)
        else:
            found.append((sign, ""))
    return found


def _letter(small: str, marks: str) -> tuple[_Sign, list[int]]:
    """Return where a sign stands, and the tones that are left of its marks."""
    qualities = "".join(mark for mark in marks if mark in _QUALITIES)
    letter = unicodedata.normalize("NFC", small + qualities)
    if letter not in _ALPHABET:
        letter, qualities = small, ""
    tones = [_TONES.get(one, ord(one)) for one in marks if one not in qualities]
    value = unicodedata.decimal(small, None)
    if letter in _ALPHABET:
        return (_LETTER, _ALPHABET[letter], ""), tones
    if value is not None:
        return (_NUMBER, 0, str(value)), tones
    return (_FOREIGN if small.isalpha() else _OTHER, ord(small[0]), ""), tones


def _number(digits: _Sign) -> _Sign:
    """Order numbers by length, then digit by digit: none is too long for that."""
    bare = digits[2].lstrip("0")
    return (_NUMBER, len(bare), bare)
