# SPDX-License-Identifier: MIT
"""The Departments of Home Affairs of seven northern provinces halfway through 2022.

All facts are those of a published report of the mid-year conference, by Hà Oai. The pledge of
the year was signed there, late because of the epidemic, and the charter adopted as a draft.
"""

from __future__ import annotations

from datetime import date

from thidua.cluster import Charter, Cluster, Person, Reference, Term, Unit
from thidua.year import (
    Act,
    Aim,
    Content,
    Event,
    Meeting,
    Opening,
    Pledge,
    Press,
    explain_year,
    fold,
)

HEAD = Person("Nguyễn Quang Đông", posts=["Phó Giám đốc Sở Nội vụ tỉnh Bắc Giang"])
DEPUTY = Person("Lê Văn Hội", posts=["Giám đốc Sở Nội vụ tỉnh Bắc Kạn"])
PROVINCES = {
    "bac-giang": "Bắc Giang",
    "bac-kan": "Bắc Kạn",
    "phu-tho": "Phú Thọ",
    "hoa-binh": "Hòa Bình",
    "thai-nguyen": "Thái Nguyên",
    "yen-bai": "Yên Bái",
    "tuyen-quang": "Tuyên Quang",
}
CHARTER = "Quy chế tổ chức và hoạt động của Cụm thi đua"

cluster = Cluster(
    "so-noi-vu",
    "Cụm Thi đua Sở Nội vụ các tỉnh Trung du và Miền núi phía Bắc",
    form="cụm",
    level="liên tỉnh",
    sector="Nội vụ",
    members=PROVINCES,
    complete=True,
    units=[
        Unit(code, f"Sở Nội vụ tỉnh {name}", sort="sở", level="tỉnh")
        for code, name in PROVINCES.items()
    ],
    terms=[
        Term("head", unit="bac-giang", person=HEAD, year=2022),
        Term("deputy", unit="bac-kan", person=DEPUTY, year=2022),
    ],
)
facts: tuple[Content, ...] = (
    Opening(2022, cluster),
    Reference(
        "Chỉ thị",
        number="34-CT/TW",
        day=date(2014, 4, 7),
        issuer="Bộ Chính trị",
        subject="tiếp tục đổi mới công tác thi đua, khen thưởng",
    ),
    Meeting(
        "Hội nghị sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022",
        day=date(2022, 7, 22),
        place="Sở Nội vụ tỉnh Bắc Kạn",
        host="bac-kan",
        chairs=[HEAD, DEPUTY],
        attendees=[
            "lãnh đạo Sở Nội vụ",
            "lãnh đạo Văn phòng",
            "chuyên viên phụ trách công tác thi đua - khen thưởng",
        ],
        agenda=[
            "thông qua báo cáo tóm tắt kết quả",
            "thông qua dự thảo Quyết định ban hành Quy chế tổ chức và hoạt động của Cụm thi đua",
            "thống nhất một số nội dung hoạt động; tham luận và thảo luận",
        ],
        acts=[
            Act("review", title="6 tháng đầu năm", year=2022, state="done"),
            Act("planning", title="6 tháng cuối năm", year=2022, state="done"),
            Act("adoption", title=CHARTER, year=2022, state="draft"),
            Act("exchange", title="tham luận và thảo luận", state="done"),
            Act("pledge", year=2022, state="done"),
        ],
    ),
    Charter(CHARTER, state="draft", year=2022),
    Pledge(
        2022,
        day=date(2022, 7, 22),
        late=True,
        reason="đại dịch Covid-19: chưa tổ chức hội nghị ký giao ước đầu năm",
        signatories=["lãnh đạo Sở Nội vụ các tỉnh trong Cụm"],
        contents=[
            "chủ trương, đường lối của Đảng, tư tưởng Hồ Chí Minh về thi đua ái quốc",
            "lập thành tích chào mừng các ngày lễ lớn của đất nước, của ngành Nội vụ",
            "chỉ tiêu kế hoạch được giao",
            "kỷ luật, kỷ cương; văn hóa công sở và đạo đức công vụ",
            "Kế hoạch, Chương trình công tác và các hoạt động của Cụm thi đua",
            "xây dựng, phát triển điển hình tiên tiến, “Người tốt, việc tốt”",
        ],
        aims=[
            Aim(
                "hoàn thành và hoàn thành vượt mức các chỉ tiêu kế hoạch được giao",
                set_by=["Bộ Nội vụ", "Tỉnh ủy", "HĐND tỉnh", "UBND tỉnh"],
            )
        ],
    ),
    Press(authors=["Hà Oai"], published=date(2022, 7, 29)),
)
year = fold(Event(str(number), fact) for number, fact in enumerate(facts, 1))

print(explain_year(year))
