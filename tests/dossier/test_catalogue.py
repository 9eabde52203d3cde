# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.dossier import AwardType, Catalogue, CodeName
from thidua.errors import Faults

AWARD = AwardType(
    "bk",
    "Bằng khen",
    name_en="certificate",
    form="commendation",
    level="province",
    subjects=["individual"],
)
NAMED = Catalogue([AWARD], names=[CodeName("bien-che", "biên chế", "staff"), CodeName("nu", "nữ")])


def test_codes_have_names_in_both_languages() -> None:
    """An award, another code, one without an English name, and one that nobody named."""
    assert [
        ("Bằng khen", "certificate"),
        ("biên chế", "staff"),
        ("nữ", "nữ"),
        ("x", "x"),
    ] == [
        (NAMED.name(code, "vi"), NAMED.name(code, "en")) for code in ("bk", "bien-che", "nu", "x")
    ]


def test_a_code_has_one_name() -> None:
    """A second name, or the name of an award given to something else, is refused."""
    with pytest.raises(Faults) as caught:
        Catalogue(
            [AWARD], names=[CodeName("bk", "x"), CodeName("nu", "nữ"), CodeName("nu", "đàn bà")]
        )

    assert [
        "$.names[0].code: 'bk' has two names; keep one of them",
        "$.names[2].code: 'nu' has two names; keep one of them",
    ] == [str(one) for one in caught.value]
