# SPDX-License-Identifier: MIT
from __future__ import annotations

from unicodedata import normalize

import pytest

from thidua.ranking import name_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
        ["n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"],
        ["ba", "bà", "bả", "bã", "bá", "bạ", "băm", "bằm", "bâm"],
        ["ang", "anh văn", "ảnh", "ánh"],
        ["cha", "Cha", "chà", "Chà", "chan"],
        ["ba", "ba ba", "ba voi", "bà con", "bả", "ban"],
        ["Xã 02", "Xã 2", "Xã 10", "Xã 10a", "Xã a", "xã a b"],
        ["Đông Hà", "Hoa", "Hoà An", "Hòa Bình", "Hoá"],
        ["- gạch", "1", "a", "ж"],
        ["no", "nŏ", "ñu"],
        ["6A", "6B", "10A"],
        ["", "a"],
    ],
    ids=lambda ordered: "-".join(ordered[:2]),
)
def test_names_stand_in_dictionary_order(ordered: list[str]) -> None:
    """Letters decide before tones, tones before capitals, syllable by syllable."""
    mixed = ordered[::-1]

    assert ordered == sorted(mixed, key=name_key)


def test_every_vowel_stands_with_its_tones() -> None:
    """Each vowel has its six tones in order before the next vowel begins."""
    vowels = (
        "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ"
    ).replace(" ", "")

    assert [*vowels] == sorted(sorted(vowels), key=name_key)


def test_persons_are_ordered_by_their_given_names() -> None:
    """The given name comes first, then the family name, then what stands between."""
    ordered = [
        "Vũ Văn An",
        "Bảo",
        "Lê Thị Bình",
        "Nguyễn Bình",
        "Nguyễn Thị Bình",
        "Nguyễn Văn Bình",
        "Trần An Bình",
        "Lê Hoà",
    ]
    mixed = ordered[::-1]

    assert ordered == sorted(mixed, key=lambda name: name_key(name, person=True))
    assert "Bảo" == min(ordered, key=name_key)


def test_composed_and_decomposed_names_are_one() -> None:
    """The same characters, however composed, are the same name; others are not."""
    composed = normalize("NFC", "Đặng Hữu Phước")

    assert name_key(normalize("NFD", composed)) == name_key(composed)
    assert name_key("Hòa") != name_key("Hoà")
    assert name_key("an") != name_key("An")


def test_numbers_of_any_length_are_compared() -> None:
    """A number has no length beyond which it could not be compared."""
    long = "9" * 10_000

    assert name_key("Đội " + long) < name_key("Đội 1" + long)
    assert name_key("Đội 0" + long) != name_key("Đội " + long)


def test_marks_are_never_lost() -> None:
    """A mark on a digit, and one before any letter, still tell names apart."""

    assert name_key("1\u0301" + "2") != name_key("12")
    assert name_key("\u0301a") != name_key("a")
