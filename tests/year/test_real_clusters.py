# SPDX-License-Identifier: MIT
"""Every fact that five published conference reports give has its place in the model.

The reports: 000, the communes of Mù Cang Chải, mid-year 2022 (Hồng Mỷ); 001, the districts of
Lào Cai, closing 2021 (Thanh Nhàn); 002, block no. 3 of a district, mid-year 2024; 003, cluster
no. 3 of Đồng Tháp, mid-year 2022 (Thuỳ Dung); 004, the Departments of Home Affairs of the
northern midlands and mountains, mid-year 2022 (Hà Oai). Their facts are numbered row by row.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from thidua.cluster import UNKNOWN, ClusterForm, Known, PaperState, Unknown
from thidua.wire import dumps, loads
from thidua.year import ActSort, ActState, Year, explain_year
from thidua.year.record_words import Words
from thidua.year.words import FIELDS

SCRIPTS = Path(__file__).parents[2] / "examples" / "clusters"
CLUSTERS = {
    "000": "mu_cang_chai_2022",
    "001": "lao_cai_2021",
    "002": "khoi_3_2024",
    "003": "dong_thap_3_2022",
    "004": "so_noi_vu_2022",
}
CLASSES = 7
ROWS: list[tuple[str, str, object]] = [
    ("000-01", "cluster.name", "Cụm các xã, thị trấn trên địa bàn huyện Mù Cang Chải"),
    ("000-01", "cluster.form", ClusterForm.CUM),
    ("000-02", "cluster.level", "huyện"),
    ("000-03", "cluster.members", UNKNOWN),
    ("000-03", "cluster.classes", ("các xã, thị trấn",)),
    ("000-04", "head", UNKNOWN),
    ("000-04", "deputy", UNKNOWN),
    ("000-05", "number", 2022),
    ("000-06", "meetings.0.acts.0.sort", ActSort.REVIEW),
    ("000-06", "meetings.0.acts.1.sort", ActSort.PLANNING),
    ("000-07", "meetings.0.day", date(2022, 6, 14)),
    ("000-07", "meetings.0.session", "sáng"),
    ("000-08", "meetings.0.agenda.1", "thảo luận kết quả, hạn chế, thiếu sót và nguyên nhân"),
    ("000-09", "campaigns.0.name", "Mù Cang Chải chung sức xây dựng nông thôn mới"),
    (
        "000-10",
        "campaigns.1.name",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    ),
    (
        "000-11",
        "campaigns.0.contents.0",
        "xây dựng hình ảnh con người “Đoàn kết, nhân ái, sáng tạo, thân thiện, hội nhập”",
    ),
    ("000-12", "campaigns.0.contents.1", "khát vọng vươn lên thoát nghèo bền vững"),
    ("000-12", "campaigns.0.contents.2", "bảo tồn và phát huy giá trị văn hóa các dân tộc"),
    (
        "000-13",
        "campaigns.0.models",
        (
            "Gia đình hạnh phúc",
            "Khu dân cư hạnh phúc",
            "Lớp học hạnh phúc",
            "Trường học hạnh phúc",
            "Cơ quan, đơn vị hạnh phúc",
        ),
    ),
    ("000-14", "campaigns.0.indicators.0", "chỉ số hạnh phúc của người dân"),
    ("000-15", "references.0.title", "Nghị quyết Đại hội Đảng bộ huyện lần thứ XIX"),
    ("000-15", "references.0.term", "2020 - 2025"),
    ("000-16", "cross_checks.0.period", "6 tháng cuối năm 2022"),
    ("000-16", "cross_checks.0.pairing", UNKNOWN),
    ("000-17", "cross_checks.0.scopes.0", "các chỉ tiêu thi đua yêu nước đơn vị đã đăng ký"),
    (
        "000-18",
        "cross_checks.0.scopes.1",
        "việc thực hiện nghị quyết của HĐND các xã, thị trấn",
    ),
    (
        "000-19",
        "cross_checks.0.standards",
        ("khách quan", "công bằng", "đánh giá thực chất"),
    ),
    (
        "000-20",
        "cross_checks.0.use",
        "cơ sở đánh giá chất lượng thực hiện nhiệm vụ năm 2022 và những năm tiếp theo",
    ),
    ("000-21", "aims.0.text", "các chỉ tiêu, nhiệm vụ đã giao ngay từ đầu năm"),
    ("000-21", "aims.0.figure", UNKNOWN),
    ("000-22", "nominations", UNKNOWN),
    ("000-22", "honours", UNKNOWN),
    ("000-22", "rubric", UNKNOWN),
    ("000-22", "hand_overs", UNKNOWN),
    ("000-22", "pledges", UNKNOWN),
    ("000-23", "press.0.authors", ("Hồng Mỷ",)),
    (
        "001-01",
        "cluster.name",
        "Khối thi đua, khen thưởng các huyện, thành phố, thị xã trong tỉnh",
    ),
    ("001-01", "cluster.form", ClusterForm.KHOI),
    ("001-02", "cluster.level", "tỉnh"),
    ("001-03", "cluster.members.0.unit", "tp-lao-cai"),
    ("001-03", "cluster.members.1.unit", "bac-ha"),
    ("001-03", "cluster.members.2.unit", "si-ma-cai"),
    ("001-03", "cluster.complete", False),
    ("001-04", "number", 2021),
    ("001-04", "plans.0.period", "2022"),
    ("001-05", "meetings.0.acts.0.sort", ActSort.CLOSING),
    ("001-05", "meetings.0.acts.2.sort", ActSort.NOMINATION),
    ("001-05", "meetings.0.day", UNKNOWN),
    ("001-06", "pledges.0.year", 2021),
    ("001-06", "pledges.0.when", "đầu năm 2021"),
    (
        "001-07",
        "rubric.title",
        "tiêu chí, bảng điểm, phương pháp chấm điểm thi đua của khối",
    ),
    ("001-08", "rubric.groups.len", 4),
    (
        "001-09",
        "rubric.groups.0.name",
        "Thực hiện tốt các chỉ tiêu về phát triển kinh tế, xã hội của đơn vị",
    ),
    (
        "001-10",
        "rubric.groups.1.name",
        (
            "Giáo dục đào tạo, y tế, văn hóa, thể dục thể thao, học tập và làm theo tư tưởng,"
            " đạo đức, phong cách Hồ Chí Minh"
        ),
    ),
    (
        "001-11",
        "rubric.groups.2.name",
        (
            "Xây dựng, củng cố hệ thống chính trị vững mạnh, phòng chống tham nhũng lãng phí,"
            " an ninh, quốc phòng, quản lý tài nguyên, môi trường"
        ),
    ),
    ("001-12", "rubric.groups.3.name", "Thực hiện tốt công tác thi đua khen thưởng"),
    ("001-13", "rubric.groups.0.maximum", UNKNOWN),
    ("001-13", "rubric.points", UNKNOWN),
    ("001-14", "stages.1.name", "Sở, ban, ngành thẩm định"),
    ("001-14", "decisions.0.appraised_by", "các sở, ban, ngành của tỉnh"),
    ("001-15", "decisions.0.text", "thông qua kết quả chấm điểm thi đua năm 2021"),
    ("001-15", "decisions.0.adopted", True),
    ("001-16", "stages.0.code", "cham_diem"),
    ("001-16", "stages.1.code", "tham_dinh"),
    ("001-16", "stages.2.code", "thong_qua"),
    ("001-16", "stages.3.code", "binh_xet"),
    (
        "001-17",
        "decisions.1.manner",
        "thống nhất sau trao đổi, thảo luận thẳng thắn và đầy trách nhiệm",
    ),
    ("001-17", "nominations.0.votes_counted", UNKNOWN),
    ("001-18", "nominations.0.units", ("tp-lao-cai", "bac-ha", "si-ma-cai")),
    ("001-18", "nominations.0.count", 3),
    ("001-19", "honours.0.form", "Cờ thi đua"),
    ("001-19", "honours.0.authority", "UBND tỉnh"),
    ("001-19", "honours.0.recipients.0.names", ("si-ma-cai", "tp-lao-cai")),
    ("001-20", "honours.1.authority", "Chủ tịch UBND tỉnh"),
    ("001-20", "honours.1.recipients.0.names", ("bac-ha",)),
    ("001-21", "honours.2.authority", "Chủ tịch UBND huyện Si Ma Cai"),
    ("001-21", "honours.2.recipients.0.count", 3),
    ("001-21", "honours.2.recipients.1.count", 6),
    ("001-21", "honours.2.recipients.1.names", UNKNOWN),
    ("001-22", "honours.0.recipients.0.count", 2),
    ("001-22", "honours.1.recipients.0.count", 1),
    ("001-23", "hand_overs.0.by", "si-ma-cai"),
    ("001-23", "hand_overs.0.posts", ("trưởng", "phó")),
    ("001-23", "hand_overs.0.to", UNKNOWN),
    ("001-24", "head.unit", "si-ma-cai"),
    ("001-25", "meetings.0.acts.5.sort", ActSort.LAUNCH),
    ("001-25", "pledges.1.year", 2022),
    (
        "001-26",
        "plans.0.text",
        (
            "đổi mới phong trào thi đua; phát hiện, bồi dưỡng, tổng kết và nhân điển hình tiên"
            " tiến, hướng về cơ sở"
        ),
    ),
    ("001-27", "plans.1.text", "khen thưởng chính xác, kịp thời, công khai, minh bạch"),
    ("001-28", "plans.2.parts.0", "khai thác hiệu quả các nguồn thu ngân sách"),
    (
        "001-28",
        "plans.2.parts.1",
        "khen thưởng ngành y tế trong phòng chống dịch Covid-19",
    ),
    ("001-29", "plans.3.text", "tổ chức các đợt thi đua theo chuyên đề"),
    (
        "001-29",
        "plans.3.parts.0",
        "tăng cường phối hợp, trao đổi giữa các cơ quan trong khối",
    ),
    ("001-30", "press.0.authors", ("Thanh Nhàn",)),
    ("002-01", "cluster.name", "Khối Thi đua số 3"),
    ("002-01", "cluster.form", ClusterForm.KHOI),
    ("002-01", "cluster.number", 3),
    ("002-02", "cluster.level", "huyện"),
    ("002-02", "cluster.place", UNKNOWN),
    ("002-03", "cluster.classes.len", CLASSES),
    ("002-03", "meetings.1.attendees.6", "Hội Chữ Thập đỏ huyện"),
    ("002-04", "head.person.name", "Nguyễn Văn Sự"),
    ("002-04", "head.person.posts", ("Huyện ủy viên", "Chánh Văn phòng Huyện ủy")),
    ("002-04", "head.unit", UNKNOWN),
    ("002-05", "deputy", UNKNOWN),
    ("002-06", "number", 2024),
    ("002-07", "meetings.1.day", date(2024, 7, 11)),
    ("002-07", "meetings.1.session", "sáng"),
    ("002-07", "meetings.1.chairs.0.name", "Nguyễn Văn Sự"),
    (
        "002-08",
        "charter.title",
        "Quy chế tổ chức, hoạt động và bình xét thi đua của Khối thi đua 3 năm 2024",
    ),
    ("002-08", "charter.state", UNKNOWN),
    (
        "002-09",
        "registrations.0.contents.0",
        "các nội dung, chỉ tiêu, nhiệm vụ thi đua năm 2024",
    ),
    ("002-10", "charter.drafted_by", "các đơn vị thành viên"),
    ("002-10", "rubric.drafted_by", "các đơn vị thành viên"),
    ("002-10", "rubric.agreed_by", UNKNOWN),
    ("002-11", "meetings.0.acts.0.sort", ActSort.LAUNCH),
    ("002-11", "meetings.0.acts.1.sort", ActSort.PLEDGE),
    ("002-11", "pledges.0.year", 2024),
    (
        "002-12",
        "rubric.criteria.0",
        "tham gia đầy đủ và đúng thành phần trong các hoạt động của Khối",
    ),
    (
        "002-13",
        "rubric.criteria.1",
        (
            "báo cáo sơ kết 6 tháng đầy đủ, kịp thời gửi về Khối để tổng hợp báo cáo Hội đồng"
            " thi đua khen thưởng huyện"
        ),
    ),
    ("002-14", "cluster.superior", "Hội đồng thi đua khen thưởng huyện"),
    ("002-15", "registrations.0.title", "bản điểm đăng ký thi đua 2024"),
    (
        "002-16",
        "registrations.0.rule",
        "hoàn thành vượt mức và về trước thời hạn tất cả các nhiệm vụ, chỉ tiêu, kế hoạch",
    ),
    ("002-17", "references.0.number", "11-NQ/HU"),
    ("002-17", "references.1.number", "12-NQ/HU"),
    ("002-17", "references.1.day", date(2023, 12, 14)),
    ("002-17", "references.1.issuer", "Huyện ủy"),
    (
        "002-18",
        "references.0.subject",
        "tình hình năm 2023; phương hướng, nhiệm vụ năm 2024",
    ),
    ("002-19", "references.2.number", "37/NQ-HĐND"),
    ("002-19", "references.2.day", date(2023, 12, 20)),
    ("002-19", "references.2.term", "khóa XII"),
    (
        "002-20",
        "findings.0.text",
        "đăng ký kịp thời, gắn với nhiệm vụ chính trị, tham gia đầy đủ",
    ),
    ("002-20", "findings.0.good", True),
    (
        "002-21",
        "findings.1.text",
        "việc phổ biến, giới thiệu các mô hình, điển hình tiên tiến chưa nhiều",
    ),
    ("002-21", "findings.1.good", False),
    ("002-22", "plans.0.period", "6 tháng cuối năm 2024"),
    ("002-22", "plans.0.agreed", True),
    ("002-23", "meetings.1.acts.1.sort", ActSort.EXCHANGE),
    ("002-24", "honours", UNKNOWN),
    ("002-24", "nominations", UNKNOWN),
    ("002-24", "cross_checks", UNKNOWN),
    ("002-24", "hand_overs", UNKNOWN),
    ("003-01", "cluster.name", "Cụm thi đua số 3 tỉnh Đồng Tháp"),
    ("003-01", "cluster.aliases.0", "Cụm thi đua số 03 - tỉnh Đồng Tháp"),
    ("003-01", "cluster.form", ClusterForm.CUM),
    ("003-01", "cluster.number", 3),
    ("003-02", "cluster.level", "tỉnh"),
    ("003-02", "cluster.units.0.sort", "huyện"),
    ("003-03", "cluster.members.len", 4),
    ("003-03", "cluster.members.3.unit", "thanh-binh"),
    ("003-03", "cluster.complete", True),
    ("003-04", "head", UNKNOWN),
    ("003-04", "deputy", UNKNOWN),
    ("003-04", "meetings.0.host", "tan-hong"),
    ("003-05", "number", 2022),
    ("003-06", "meetings.0.day", date(2022, 7, 26)),
    ("003-06", "meetings.0.session", "chiều"),
    ("003-06", "meetings.0.place", "huyện Tân Hồng"),
    ("003-07", "campaigns.0.motto", "Đồng thuận cao, thi đua giỏi, về đích sớm"),
    (
        "003-08",
        "findings.0.text",
        "phong trào sát nhiệm vụ chính trị, hướng về cấp cơ sở, người lao động trực tiếp",
    ),
    (
        "003-09",
        "campaigns.0.contents.1",
        "hình ảnh, video, phóng sự, báo cáo và chia sẻ trực tiếp",
    ),
    ("003-10", "findings.1.good", False),
    ("003-10", "findings.1.cause", "bước vào giai đoạn phục hồi sau dịch"),
    ("003-11", "findings.2.text", "thực hiện chỉ tiêu phát triển kinh tế còn tăng chậm"),
    (
        "003-12",
        "aims.0.text",
        "tăng trưởng kinh tế ở mức cao, hoàn thành và hoàn thành vượt mức các chỉ tiêu năm 2022",
    ),
    ("003-12", "aims.0.figure", UNKNOWN),
    (
        "003-13",
        "aims.1.text",
        "nâng cao chất lượng công tác khen thưởng, chống hình thức, bệnh thành tích",
    ),
    (
        "003-14",
        "aims.2.text",
        "tăng cường khen thưởng đơn vị cơ sở và người lao động trực tiếp",
    ),
    (
        "003-15",
        "aims.3.text",
        "thi đua theo chuyên đề đặc thù của địa phương, hỗ trợ nhân tố mới",
    ),
    ("003-16", "honours.0.recipients.0.count", 4),
    ("003-16", "honours.0.recipients.0.names", UNKNOWN),
    ("003-16", "honours.0.form", UNKNOWN),
    (
        "003-16",
        "honours.0.merit",
        "thành tích xuất sắc trong công tác thi đua, khen thưởng",
    ),
    ("003-17", "honours.0.by_cluster", True),
    ("003-18", "rubric", UNKNOWN),
    ("003-18", "nominations", UNKNOWN),
    ("003-18", "cross_checks", UNKNOWN),
    ("003-18", "hand_overs", UNKNOWN),
    ("003-18", "charter", UNKNOWN),
    ("003-19", "press.0.authors", ("Thuỳ Dung",)),
    ("003-19", "press.0.photographers", ("Tiến Thịnh",)),
    (
        "004-01",
        "cluster.name",
        "Cụm Thi đua Sở Nội vụ các tỉnh Trung du và Miền núi phía Bắc",
    ),
    ("004-01", "cluster.form", ClusterForm.CUM),
    ("004-02", "cluster.level", "liên tỉnh"),
    ("004-02", "cluster.sector", "Nội vụ"),
    ("004-03", "cluster.members.len", 7),
    ("004-03", "cluster.members.6.unit", "tuyen-quang"),
    ("004-04", "head.unit", "bac-giang"),
    ("004-05", "deputy.unit", "bac-kan"),
    ("004-06", "head.person.name", "Nguyễn Quang Đông"),
    ("004-06", "head.person.posts", ("Phó Giám đốc Sở Nội vụ tỉnh Bắc Giang",)),
    ("004-07", "deputy.person.name", "Lê Văn Hội"),
    ("004-07", "deputy.person.posts", ("Giám đốc Sở Nội vụ tỉnh Bắc Kạn",)),
    ("004-08", "number", 2022),
    ("004-09", "meetings.0.day", date(2022, 7, 22)),
    ("004-09", "meetings.0.host", "bac-kan"),
    ("004-09", "meetings.0.chairs.len", 2),
    ("004-10", "press.0.published", date(2022, 7, 29)),
    (
        "004-11",
        "meetings.0.attendees.2",
        "chuyên viên phụ trách công tác thi đua - khen thưởng",
    ),
    ("004-12", "meetings.0.agenda.0", "thông qua báo cáo tóm tắt kết quả"),
    ("004-13", "meetings.0.acts.2.sort", ActSort.ADOPTION),
    ("004-13", "meetings.0.acts.2.state", ActState.DRAFT),
    ("004-13", "charter.state", PaperState.DRAFT),
    (
        "004-14",
        "meetings.0.agenda.2",
        "thống nhất một số nội dung hoạt động; tham luận và thảo luận",
    ),
    ("004-15", "pledges.0.day", date(2022, 7, 22)),
    ("004-15", "pledges.0.late", True),
    (
        "004-15",
        "pledges.0.reason",
        "đại dịch Covid-19: chưa tổ chức hội nghị ký giao ước đầu năm",
    ),
    ("004-15", "meetings.0.acts.4.sort", ActSort.PLEDGE),
    (
        "004-16",
        "pledges.0.contents.0",
        "chủ trương, đường lối của Đảng, tư tưởng Hồ Chí Minh về thi đua ái quốc",
    ),
    ("004-17", "references.0.number", "34-CT/TW"),
    ("004-17", "references.0.day", date(2014, 4, 7)),
    ("004-17", "references.0.issuer", "Bộ Chính trị"),
    (
        "004-18",
        "pledges.0.contents.1",
        "lập thành tích chào mừng các ngày lễ lớn của đất nước, của ngành Nội vụ",
    ),
    (
        "004-19",
        "pledges.0.aims.0.text",
        "hoàn thành và hoàn thành vượt mức các chỉ tiêu kế hoạch được giao",
    ),
    (
        "004-20",
        "pledges.0.contents.3",
        "kỷ luật, kỷ cương; văn hóa công sở và đạo đức công vụ",
    ),
    (
        "004-21",
        "pledges.0.contents.4",
        "Kế hoạch, Chương trình công tác và các hoạt động của Cụm thi đua",
    ),
    (
        "004-22",
        "pledges.0.contents.5",
        "xây dựng, phát triển điển hình tiên tiến, “Người tốt, việc tốt”",
    ),
    ("004-23", "pledges.0.signatories", ("lãnh đạo Sở Nội vụ các tỉnh trong Cụm",)),
    (
        "004-24",
        "pledges.0.aims.0.set_by",
        ("Bộ Nội vụ", "Tỉnh ủy", "HĐND tỉnh", "UBND tỉnh"),
    ),
    ("004-25", "entries", UNKNOWN),
    ("004-25", "nominations", UNKNOWN),
    ("004-25", "honours", UNKNOWN),
    ("004-25", "cross_checks", UNKNOWN),
    ("004-25", "hand_overs", UNKNOWN),
    ("004-26", "press.0.authors", ("Hà Oai",)),
]


@cache
def year_of(report: str) -> Year:
    """Return the year that an example builds."""
    made: Year = run_path(str(SCRIPTS / f"{CLUSTERS[report]}.py"))["year"]
    return made


def find(year: Year, path: str) -> object:
    """Return what stands at a path of attributes and places; facts are looked into."""
    found: Any = year
    for step in path.split("."):
        match step:
            case "len":
                found = len(found)
            case _ if step.isdecimal():
                found = found[int(step)]
            case _:
                found = getattr(found, step)
        if isinstance(found, Known):
            found = found.value
        if isinstance(found, Unknown):
            return found
    return found


@pytest.mark.parametrize(("row", "path", "value"), ROWS, ids=lambda one: str(one)[:40])
def test_a_fact_has_its_place(row: str, path: str, value: object) -> None:
    """The attribute holds what the row of the report says; what it does not say is unknown."""

    assert value == find(year_of(row[:3]), path)


def test_every_row_is_looked_at() -> None:
    """All 122 facts of the five reports are asked for."""
    counts = {"000": 23, "001": 30, "002": 24, "003": 19, "004": 26}
    rows = {f"{report}-{n:02}" for report, count in counts.items() for n in range(1, count + 1)}

    assert 122 == len(rows)
    assert rows == {row for row, _, _ in ROWS}


def test_what_was_inferred_is_marked() -> None:
    """That Si Ma Cai headed the block, and of which level it is, says from what it follows."""
    year = year_of("001")
    head = year.head
    assert isinstance(head, Known)

    assert isinstance(head.value.unit, Known)
    assert "bàn giao" in head.value.unit.inferred
    assert isinstance(year.cluster.level, Known)
    assert "suy tôn" in year.cluster.level.inferred


@pytest.mark.parametrize("report", CLUSTERS)
def test_real_years_are_read_back(report: str) -> None:
    """Each year is accepted whole, and read back equal from its document."""
    year = year_of(report)

    assert () == year.refused
    assert year == loads(dumps(year), Year)


@pytest.mark.parametrize(("row", "path", "value"), ROWS, ids=lambda one: str(one)[:40])
def test_a_fact_is_told(row: str, path: str, value: object) -> None:
    """What a row states stands in the summary; what it does not state is listed as not known."""
    year = year_of(row[:3])
    said = explain_year(year)

    if value is UNKNOWN and path in FIELDS:
        assert f" {FIELDS[path][0]};" in said.replace("\n", ";").split("Chưa rõ:")[1] + ";"
    elif value is not UNKNOWN and not path.endswith((".len", ".code", ".good", ".adopted")):
        assert Words(year, "vi").value(value) in said


@pytest.mark.parametrize("report", CLUSTERS)
def test_nothing_else_is_told(report: str) -> None:
    """A real year has no points, and nobody says that its results are open, locked or known."""
    said = explain_year(year_of(report))

    assert "Điểm chấm:" not in said
    assert "Trạng thái:" not in said
