# SPDX-License-Identifier: MIT
"""Block no. 3 of a district halfway through 2024: the Party's bodies and mass organisations.

All facts are those of a published report of the mid-year conference. It does not name the
district, the deputy or the author; they stay unknown.
"""

from __future__ import annotations

from datetime import date

from thidua.cluster import Charter, Cluster, Person, Reference, Term
from thidua.year import (
    Act,
    AgreedRubric,
    Content,
    Event,
    Finding,
    Meeting,
    Opening,
    Plan,
    Pledge,
    Registration,
    explain_year,
    fold,
)

HEAD = Person("Nguyễn Văn Sự", posts=["Huyện ủy viên", "Chánh Văn phòng Huyện ủy"])
CLASSES = (
    "UBMTTQVN huyện",
    "Ban Xây dựng Đảng",
    "UBKT Huyện ủy",
    "Văn phòng Huyện ủy",
    "Trung tâm Chính trị huyện",
    "đoàn thể chính trị - xã hội huyện",
    "Hội Chữ Thập đỏ huyện",
)

cluster = Cluster(
    "khoi-3",
    "Khối Thi đua số 3",
    form="khối",
    number=3,
    level="huyện",
    superior="Hội đồng thi đua khen thưởng huyện",
    classes=CLASSES,
    terms=[Term("head", person=HEAD, year=2024)],
)
facts: tuple[Content, ...] = (
    Opening(2024, cluster),
    Charter(
        "Quy chế tổ chức, hoạt động và bình xét thi đua của Khối thi đua 3 năm 2024",
        year=2024,
        drafted_by="các đơn vị thành viên",
    ),
    Registration(
        title="bản điểm đăng ký thi đua 2024",
        on_time=True,
        contents=["các nội dung, chỉ tiêu, nhiệm vụ thi đua năm 2024"],
        rule="hoàn thành vượt mức và về trước thời hạn tất cả các nhiệm vụ, chỉ tiêu, kế hoạch",
    ),
    AgreedRubric(
        "các tiêu chí, thang bảng điểm thi đua của Khối",
        drafted_by="các đơn vị thành viên",
        criteria=[
            "tham gia đầy đủ và đúng thành phần trong các hoạt động của Khối",
            (
                "báo cáo sơ kết 6 tháng đầy đủ, kịp thời gửi về Khối để tổng hợp báo cáo Hội đồng"
                " thi đua khen thưởng huyện"
            ),
        ],
    ),
    Meeting(
        "Phát động và ký kết giao ước thi đua",
        acts=[Act("launch", year=2024, state="done"), Act("pledge", year=2024, state="done")],
    ),
    Pledge(2024, contents=["thực hiện các phong trào thi đua"]),
    Reference(
        "Nghị quyết",
        number="11-NQ/HU",
        day=date(2023, 12, 14),
        issuer="Huyện ủy",
        subject="tình hình năm 2023; phương hướng, nhiệm vụ năm 2024",
    ),
    Reference(
        "Nghị quyết",
        number="12-NQ/HU",
        day=date(2023, 12, 14),
        issuer="Huyện ủy",
        subject="tình hình năm 2023; phương hướng, nhiệm vụ năm 2024",
    ),
    Reference(
        "Nghị quyết",
        number="37/NQ-HĐND",
        day=date(2023, 12, 20),
        issuer="HĐND huyện",
        term="khóa XII",
        subject="nhiệm vụ năm 2024",
    ),
    Meeting(
        "Hội nghị sơ kết 6 tháng đầu năm 2024",
        day=date(2024, 7, 11),
        session="sáng",
        chairs=[HEAD],
        attendees=CLASSES,
        acts=[
            Act("review", title="6 tháng đầu năm", year=2024, state="done"),
            Act("exchange", title="giao lưu với nhân tố mới, mô hình mới"),
        ],
    ),
    Finding("đăng ký kịp thời, gắn với nhiệm vụ chính trị, tham gia đầy đủ", good=True),
    Finding("việc phổ biến, giới thiệu các mô hình, điển hình tiên tiến chưa nhiều", good=False),
    Plan(
        "kế hoạch tổ chức hoạt động chung của Khối",
        period="6 tháng cuối năm 2024",
        agreed=True,
    ),
)
year = fold(Event(str(number), fact) for number, fact in enumerate(facts, 1))

print(explain_year(year))
