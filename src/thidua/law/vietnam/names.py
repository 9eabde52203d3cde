# SPDX-License-Identifier: MIT
"""Names of the codes that rules use besides awards: posts, councils, categories, numbers."""

from __future__ import annotations

from typing import Final

from thidua.dossier import CodeName

__all__ = ["NAMES"]

NAMES: Final = (
    # Who the subject is
    CodeName("can-bo", "cán bộ", "cadre"),
    CodeName("cong-chuc", "công chức", "civil servant"),
    CodeName("vien-chuc", "viên chức", "public employee"),
    CodeName("nguoi-lao-dong-co-quan", "người lao động cơ quan, đơn vị", "office worker"),
    CodeName("cong-nhan", "công nhân", "worker"),
    CodeName("nong-dan", "nông dân", "farmer"),
    CodeName("nguoi-lao-dong", "người lao động", "labourer"),
    CodeName("quan-nhan", "quân nhân", "soldier"),
    CodeName("cong-an", "công an", "police officer"),
    CodeName(
        "cong-nhan-vien-chuc-quoc-phong",
        "công nhân, viên chức quốc phòng",
        "employee of national defence",
    ),
    CodeName("dan-quan-thuong-truc", "dân quân thường trực", "standing militia"),
    CodeName("dan-quan-tu-ve-co-dong", "dân quân tự vệ cơ động", "mobile militia"),
    CodeName("luc-luong-vu-trang", "lực lượng vũ trang", "armed forces"),
    CodeName("doanh-nhan", "doanh nhân", "entrepreneur"),
    CodeName("tri-thuc", "trí thức", "intellectual"),
    CodeName("nha-khoa-hoc", "nhà khoa học", "scientist"),
    CodeName("category", "đối tượng", "category"),
    CodeName("sex", "giới tính", "sex"),
    CodeName("nu", "nữ", "female"),
    CodeName("nam", "nam", "male"),
    # Clusters, campaigns, councils
    CodeName("bo-ban-nganh-tinh", "bộ, ban, ngành, tỉnh", "ministry or province"),
    CodeName("hoi-dong-trung-uong", "Hội đồng Trung ương", "central council"),
    CodeName("hoi-dong-bo-tinh", "Hội đồng bộ, ban, ngành, tỉnh", "council of the ministry"),
    CodeName("hoi-dong-trinh", "Hội đồng cấp trình khen thưởng", "council that proposes"),
    CodeName("chu-tich-nuoc", "Chủ tịch nước", "the President"),
    CodeName("thu-tuong", "Thủ tướng", "the Prime Minister"),
    CodeName("huyen", "cấp huyện", "the district"),
    CodeName("don-vi", "đơn vị", "the unit"),
    CodeName("so-ket", "sơ kết", "mid-term review"),
    CodeName("tong-ket", "tổng kết", "final review"),
    CodeName("dan-dau", "dẫn đầu", "leader"),
    CodeName("xuat-sac", "xuất sắc", "excellent"),
    CodeName("tieu-bieu-xuat-sac", "tiêu biểu xuất sắc", "exemplary"),
    CodeName("dac-biet-xuat-sac", "đặc biệt xuất sắc", "outstanding"),
    # Numbers
    CodeName("bien-che", "biên chế", "staff"),
    CodeName("hoan-thanh-nhiem-vu", "số người hoàn thành nhiệm vụ", "members who did their tasks"),
    CodeName("dat-ldtt", "số Lao động tiên tiến", "Advanced Workers"),
    CodeName("dat-cstt", "số Chiến sĩ tiên tiến", "Advanced Soldiers"),
    CodeName("dat-cstd-co-so", "số Chiến sĩ thi đua cơ sở", "Grassroots Emulation Fighters"),
    CodeName("nam-phuc-vu-lien-tuc", "số năm phục vụ liên tục", "years of unbroken service"),
    CodeName("nam-xay-dung", "số năm xây dựng", "years since it was founded"),
    CodeName("thang-cong-tac", "số tháng công tác", "months at work"),
    CodeName("dan-dau-cum-khoi", "số tập thể dẫn đầu cụm, khối", "leaders of clusters"),
    # Matters, leaves
    CodeName("xem-xet-ky-luat", "xem xét kỷ luật", "discipline"),
    CodeName("dieu-tra", "điều tra", "investigation"),
    CodeName("thanh-tra", "thanh tra, kiểm tra", "inspection"),
    CodeName("khieu-nai-to-cao", "khiếu nại, tố cáo", "complaint"),
    CodeName("bao-chi-neu", "báo chí nêu", "press report"),
    CodeName("thai-san", "nghỉ thai sản", "maternity leave"),
    CodeName("dieu-tri-do-dung-cam", "điều trị do dũng cảm", "treatment after a brave act"),
    CodeName("di-hoc-duoi-mot-nam", "đi học dưới 01 năm", "studies of less than a year"),
    CodeName("di-hoc-dat-kha", "đi học từ 01 năm, đạt khá", "studies with a good result"),
    # Posts
    CodeName("uy-vien-trung-uong-dang", "Ủy viên Trung ương Đảng", "Central Committee member"),
    CodeName("bi-thu-tinh-uy", "Bí thư tỉnh ủy", "provincial Party secretary"),
    CodeName("pho-bi-thu-tinh-uy", "Phó Bí thư tỉnh ủy", "deputy provincial Party secretary"),
    CodeName("chu-tich-hdnd-tinh", "Chủ tịch HĐND tỉnh", "chair of the provincial council"),
    CodeName("chu-tich-ubnd-tinh", "Chủ tịch UBND tỉnh", "chair of the province"),
    CodeName(
        "truong-doan-dbqh-chuyen-trach",
        "Trưởng đoàn ĐBQH chuyên trách",
        "full-time head of the deputies of the province",
    ),
    CodeName(
        "uy-vien-ban-thuong-vu-tinh-uy",
        "Ủy viên Ban Thường vụ tỉnh ủy",
        "member of the standing Party committee of the province",
    ),
    CodeName("pho-chu-tich-tinh", "Phó Chủ tịch HĐND, UBND tỉnh", "deputy chair of the province"),
    CodeName("chu-tich-mttq-tinh", "Chủ tịch MTTQ tỉnh", "chair of the provincial Front"),
    CodeName("giam-doc-so", "Giám đốc sở", "director of a department"),
    CodeName("truong-ban-nganh-tinh", "Trưởng ban, ngành tỉnh", "head of a provincial branch"),
    CodeName("bi-thu-huyen-uy", "Bí thư huyện ủy", "district Party secretary"),
    CodeName("thu-truong", "Thứ trưởng", "vice minister"),
    CodeName("tong-cuc-truong", "Tổng cục trưởng", "general director"),
    CodeName("pho-tong-cuc-truong", "Phó tổng cục trưởng", "deputy general director"),
    CodeName("vu-truong", "Vụ trưởng", "head of a department of a ministry"),
    CodeName("pho-vu-truong", "Phó vụ trưởng", "deputy head of a department of a ministry"),
)
"""What people call them; dossiers and rules use the codes."""
