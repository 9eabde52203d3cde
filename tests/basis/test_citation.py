# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from thidua.basis import Citation, cite


@pytest.mark.parametrize(
    ("citation", "vietnamese", "english"),
    [
        (Citation("Quy chế Cụm 3"), "Quy chế Cụm 3", "Quy chế Cụm 3"),
        (
            Citation("Luật 06/2022/QH15", article="25"),
            "Điều 25 Luật 06/2022/QH15",
            "Luật 06/2022/QH15, article 25",
        ),
        (
            Citation("Luật 06/2022/QH15", article="25", clause="1"),
            "khoản 1 Điều 25 Luật 06/2022/QH15",
            "Luật 06/2022/QH15, article 25, clause 1",
        ),
        (
            Citation("Luật 06/2022/QH15", article="25", clause="1", point="đ"),
            "điểm đ khoản 1 Điều 25 Luật 06/2022/QH15",
            "Luật 06/2022/QH15, article 25, clause 1, point đ",
        ),
        (
            Citation("Hướng dẫn 12", clause="3"),
            "khoản 3 Hướng dẫn 12",
            "Hướng dẫn 12, clause 3",
        ),
        (
            Citation("Hướng dẫn 12", article="2", point="a"),
            "điểm a Điều 2 Hướng dẫn 12",
            "Hướng dẫn 12, article 2, point a",
        ),
    ],
)
def test_citations(citation: Citation, vietnamese: str, english: str) -> None:
    """Vietnamese goes from the point up to the instrument, English from it down; gaps are left."""

    assert vietnamese == cite(citation, "vi")
    assert english == cite(citation, "en")
