# SPDX-License-Identifier: MIT
"""The awards of Vietnamese law, by code (*danh hiệu thi đua, hình thức khen thưởng*).

Names and levels are those of Law 06/2022/QH15, articles 9, 19, 20, 33, 54 and 72; the
older law names them alike. An award stands above another where the law orders the two:
grades of an order, levels of a title. That order says nothing of what must be held first.
"""

from __future__ import annotations

from typing import Final

from thidua.dossier import AwardForm, AwardType, Catalogue, Scope, SubjectKind
from thidua.law.vietnam.names import NAMES

__all__ = ["CATALOGUE", "FORMS", "TITLES"]

_PERSON = (SubjectKind.INDIVIDUAL,)
_GROUP = (SubjectKind.COLLECTIVE,)
_FIRM = (SubjectKind.COLLECTIVE, SubjectKind.ENTERPRISE)
_HOUSEHOLD = (SubjectKind.HOUSEHOLD,)
_ANY = tuple(SubjectKind)
_PERSON_OR_FIRM = (SubjectKind.INDIVIDUAL, *_FIRM)

_PRESIDENT = "Chủ tịch nước"
_GOVERNMENT = "Chính phủ"
_PRIME_MINISTER = "Thủ tướng Chính phủ"
_PROVINCE = "Bộ trưởng, người đứng đầu ban, ngành; Chủ tịch UBND tỉnh"
_ARMY_OR_UNIVERSITY = "Tư lệnh quân khu, quân chủng; Giám đốc Đại học Quốc gia"
_UNIT = "Thủ trưởng đơn vị có tư cách pháp nhân"
_COMMUNE = "Chủ tịch UBND xã"
_CENTRAL = "Ủy ban Thường vụ Quốc hội"

_NATIONAL, _MINISTRY, _GRASSROOTS = Scope.NATIONAL, Scope.PROVINCE, Scope.GRASSROOTS


def _title(
    code: str,
    names: tuple[str, str],
    level: Scope,
    subjects: tuple[SubjectKind, ...],
    authority: str,
    above: str = "",
) -> AwardType:
    name, name_en = names
    return AwardType(
        code,
        name,
        name_en=name_en,
        form=AwardForm.TITLE,
        level=level,
        subjects=subjects,
        authority=authority,
        above=above,
    )


def _commendation(
    code: str,
    names: tuple[str, str],
    subjects: tuple[SubjectKind, ...] = _ANY,
    *,
    level: Scope = _NATIONAL,
    authority: str = _PRESIDENT,
    above: str = "",
) -> AwardType:
    name, name_en = names
    return AwardType(
        code,
        name,
        name_en=name_en,
        form=AwardForm.COMMENDATION,
        level=level,
        subjects=subjects,
        authority=authority,
        above=above,
    )


def _order(code: str, name: str, name_en: str) -> tuple[AwardType, ...]:
    """Return the three grades of an order (*hạng Nhất, Nhì, Ba*)."""
    grades = (("ba", "Ba", "third"), ("nhi", "Nhì", "second"), ("nhat", "Nhất", "first"))
    below = ("", f"{code}-ba", f"{code}-nhi")
    return tuple(
        _commendation(
            f"{code}-{grade}",
            (f"{name} hạng {vi}", f"{name_en}, {en} class"),
            _PERSON_OR_FIRM,
            above=next_below,
        )
        for (grade, vi, en), next_below in zip(grades, below, strict=True)
    )


TITLES: Final = (
    # of persons: Law 2022, article 19
    _title(
        "lao-dong-tien-tien",
        ("Lao động tiên tiến", "Advanced Worker"),
        _GRASSROOTS,
        _PERSON,
        _UNIT,
    ),
    _title(
        "chien-si-tien-tien",
        ("Chiến sĩ tiên tiến", "Advanced Soldier"),
        _GRASSROOTS,
        _PERSON,
        _UNIT,
    ),
    _title(
        "cstd-co-so",
        ("Chiến sĩ thi đua cơ sở", "Grassroots Emulation Fighter"),
        _GRASSROOTS,
        _PERSON,
        _UNIT,
        "lao-dong-tien-tien",
    ),
    _title(
        "cstd-bo-tinh",
        ("Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "Emulation Fighter of a ministry or province"),
        _MINISTRY,
        _PERSON,
        _PROVINCE,
        "cstd-co-so",
    ),
    _title(
        "cstd-toan-quoc",
        ("Chiến sĩ thi đua toàn quốc", "National Emulation Fighter"),
        _NATIONAL,
        _PERSON,
        _PRIME_MINISTER,
        "cstd-bo-tinh",
    ),
    # of collectives and households: article 20
    _title(
        "tap-the-ldtt",
        ("Tập thể lao động tiên tiến", "Advanced Labour Collective"),
        _GRASSROOTS,
        _FIRM,
        _UNIT,
    ),
    _title(
        "tap-the-ldxs",
        ("Tập thể lao động xuất sắc", "Excellent Labour Collective"),
        _MINISTRY,
        _FIRM,
        _PROVINCE,
        "tap-the-ldtt",
    ),
    _title("don-vi-tien-tien", ("Đơn vị tiên tiến", "Advanced Unit"), _GRASSROOTS, _GROUP, _UNIT),
    _title(
        "don-vi-quyet-thang",
        ("Đơn vị quyết thắng", "Determined-to-Win Unit"),
        _MINISTRY,
        _GROUP,
        _PROVINCE,
        "don-vi-tien-tien",
    ),
    _title(
        "co-quan-khu-dhqg",
        (
            "Cờ thi đua của quân khu, quân chủng, Đại học Quốc gia",
            "Emulation Flag of a military zone or a national university",
        ),
        _MINISTRY,
        _GROUP,
        _ARMY_OR_UNIVERSITY,
    ),
    _title(
        "co-thi-dua-bo-tinh",
        ("Cờ thi đua của Bộ, ban, ngành, tỉnh", "Emulation Flag of a ministry or province"),
        _MINISTRY,
        _FIRM,
        _PROVINCE,
    ),
    _title(
        "co-thi-dua-chinh-phu",
        ("Cờ thi đua của Chính phủ", "Emulation Flag of the Government"),
        _NATIONAL,
        _FIRM,
        _GOVERNMENT,
        "co-thi-dua-bo-tinh",
    ),
    _title(
        "xa-tieu-bieu",
        ("Xã, phường, đặc khu tiêu biểu", "Exemplary Commune"),
        _MINISTRY,
        _GROUP,
        "Chủ tịch UBND tỉnh",
    ),
    _title(
        "thon-tdp-van-hoa",
        ("Thôn, tổ dân phố văn hóa", "Cultural Village"),
        _GRASSROOTS,
        _GROUP,
        _COMMUNE,
    ),
    _title(
        "gia-dinh-van-hoa",
        ("Gia đình văn hóa", "Cultural Family"),
        _GRASSROOTS,
        _HOUSEHOLD,
        _COMMUNE,
    ),
)
"""Emulation titles (*danh hiệu thi đua*)."""

FORMS: Final = (
    # orders: article 33
    _commendation("huan-chuong-sao-vang", ("Huân chương Sao vàng", "Gold Star Order"), _ANY),
    _commendation(
        "huan-chuong-ho-chi-minh", ("Huân chương Hồ Chí Minh", "Ho Chi Minh Order"), _ANY
    ),
    *_order("hcdl", "Huân chương Độc lập", "Independence Order"),
    *_order("hcqc", "Huân chương Quân công", "Military Exploit Order"),
    *_order("hcld", "Huân chương Lao động", "Labour Order"),
    *_order("hcbvtq", "Huân chương Bảo vệ Tổ quốc", "National Defence Order"),
    *_order("hccc", "Huân chương Chiến công", "Feat of Arms Order"),
    _commendation(
        "huan-chuong-dai-doan-ket",
        ("Huân chương Đại đoàn kết dân tộc", "Great National Unity Order"),
        _PERSON,
    ),
    _commendation("huan-chuong-dung-cam", ("Huân chương Dũng cảm", "Order of Bravery"), _PERSON),
    # medals: article 54
    _commendation(
        "huy-chuong-quan-ky",
        ("Huy chương Quân kỳ quyết thắng", "Determined-to-Win Military Flag Medal"),
        _PERSON,
    ),
    # honorary titles of the State
    _commendation(
        "anh-hung",
        (
            "Anh hùng Lao động, Anh hùng Lực lượng vũ trang nhân dân",
            "Hero of Labour, Hero of the People's Armed Forces",
        ),
        _PERSON_OR_FIRM,
    ),
    # commemorative medals: article 71
    _commendation(
        "ky-niem-chuong-ubtvqh",
        (
            "Kỷ niệm chương của Ủy ban Thường vụ Quốc hội",
            "Commemorative Medal of the National Assembly's Standing Committee",
        ),
        _PERSON,
        authority=_CENTRAL,
    ),
    _commendation(
        "ky-niem-chuong-bo-tinh",
        ("Kỷ niệm chương của Bộ, ban, ngành, tỉnh", "Commemorative Medal of a ministry, province"),
        _PERSON,
        level=_MINISTRY,
        authority=_PROVINCE,
    ),
    # certificates: articles 72 to 75
    _commendation(
        "giay-khen",
        ("Giấy khen", "Certificate of Commendation"),
        level=_GRASSROOTS,
        authority=_UNIT,
    ),
    _commendation(
        "giay-khen-xa",
        ("Giấy khen của Chủ tịch UBND xã", "Certificate of Commendation of a commune"),
        level=_GRASSROOTS,
        authority=_COMMUNE,
    ),
    _commendation(
        "bk-quan-khu-dhqg",
        (
            "Bằng khen của quân khu, quân chủng, Đại học Quốc gia",
            "Certificate of Merit of a military zone or a national university",
        ),
        level=_MINISTRY,
        authority=_ARMY_OR_UNIVERSITY,
    ),
    _commendation(
        "bk-bo-tinh",
        ("Bằng khen của Bộ, ban, ngành, tỉnh", "Certificate of Merit of a ministry or province"),
        level=_MINISTRY,
        authority=_PROVINCE,
        above="giay-khen",
    ),
    _commendation(
        "bk-thu-tuong",
        ("Bằng khen của Thủ tướng Chính phủ", "Certificate of Merit of the Prime Minister"),
        authority=_PRIME_MINISTER,
        above="bk-bo-tinh",
    ),
)
"""Forms of commendation (*hình thức khen thưởng*)."""

CATALOGUE: Final = Catalogue((*TITLES, *FORMS), names=NAMES)
"""All of them, and what people call the other codes of the packs."""
