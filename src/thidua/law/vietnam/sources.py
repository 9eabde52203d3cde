# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - an address and its rules stand on one line
"""Where the text of each rule was seen: pages that quote it, and the rules they quote.

No official text was read whole. What several pages quote alike is of high confidence, see
`thidua.basis.Confidence`; a rule that is not named here was taken over from memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SOURCES"]

_PAGES: Final[Mapping[str, str]] = {
    "https://lawnet.vn/en/laws/ca-nhan-phai-co-02-lan-lien-tuc-duoc-tang-danh-hieu-chien-si-thi-dua-bo-nganh-tinh-moi-duoc-nhan-da-22754.html": "l22-21-1-cstd-toan-quoc",
    "https://baoyenbai.com.vn/13/342479/Tieu-chuan-danh-hieu-Chien-si-thi-dua-co-so-Lao-dong-tien-tien-Chien-si-tien-tien.aspx": "l22-21-1-cstd-toan-quoc l22-22-1-cstd-bo-tinh",
    "https://baohatinh.vn/tieu-chuan-danh-hieu-chien-si-thi-dua-co-so-lao-dong-tien-tien-tu-nam-2024-post277722.html": "l22-21-1-cstd-toan-quoc l22-22-1-cstd-bo-tinh l22-23-1-cstd-co-so l22-24-1-ldtt-cbccvc",
    "https://chinhsachonline.chinhphu.vn/print/dieu-kien-xet-tang-danh-hieu-chien-si-thi-dua-cap-tinh-72011.htm": "l22-22-1-cstd-bo-tinh",
    "https://news.laodong.vn/giao-duc/du-kien-giao-vien-phai-co-sang-kien-moi-duoc-danh-hieu-chien-si-thi-dua-co-so-1629499.ldo": "l22-23-1-cstd-co-so",
    "https://chinhsachonline.chinhphu.vn/tieu-chuan-de-nghi-xet-tang-bang-khen-cua-bo-nganh-77204.htm": "l22-23-1-cstd-co-so l22-74-1-d",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/7840ca93e44fd6ea.md": "l22-23-quota-delegated l22-24-2-ldtt-khac l22-24-3-cstt",
    "https://hethongphapluat.com/decree-no-98-2023 (D98 Art 1: list of detailed articles)": "l22-23-quota-delegated l22-79-minister-province",
    "https://pbgdpl.laocai.gov.vn (TT 01/2024/TT-UBDT, page 1241709: lists delegated clauses)": "l22-23-quota-delegated l22-75-1-giay-khen",
    "https://dantri.com.vn/noi-vu/muc-tien-thuong-voi-cong-chuc-dat-danh-hieu-lao-dong-tien-tien-20251206130014585.htm": "l22-24-1-ldtt-cbccvc l22-24-3-cstt",
    "https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/ho-tro-phap-luat/tu-van-phap-luat/42840/tieu-chuan-xet-danh-hieu-lao-dong-tien-tien-va-tap-the-lao-dong-tien-tien": "l22-24-2-ldtt-khac l03-24-1-ldtt",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/45fb7c4784bcce3a.md (Bắc Ninh QĐ 86/2025/QĐ-UBND)": "l22-24-2-ldtt-khac l22-26-1-ctd-bo-tinh-cum l22-27-1-tap-the-ldxs l22-28-1-tap-the-ldtt l22-74-1-a l22-74-1-b l22-74-1-c l22-74-congnhan l22-74-doanhnhan l22-74-tapthe l22-74-hogiadinh l22-75-1-giay-khen d152-vote-90",
    "https://lawnet.vn/en/laws/tap-the-phai-dat-duoc-nhung-tieu-chuan-dieu-kien-nao-de-duoc-xet-tang-danh-hieu-co-thi-dua-cac-cap-22767.html": "l22-25-1-ctd-chinh-phu-cum-bo-tinh l22-25-2-ctd-chinh-phu-cum-tw l22-25-3-ctd-chinh-phu-phong-trao",
    "http://hethongphapluat.vn/thong-tu-29-2023-tt-bgddt-huong-dan-luat-thi-dua-khen-thuong-doi-voi-nganh-giao-duc-do-bo-truong-bo-giao-duc-va-dao-tao-ban-hanh/dieu-4": "l22-26-1-ctd-bo-tinh-cum",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/ca0bca3c3ecb54be.md": "l22-26-1-ctd-bo-tinh-cum l22-26-2-ctd-bo-tinh-phong-trao",
    "https://stp.thuathienhue.gov.vn/?gd=12&cn=28&tc=9123": "l22-27-1-tap-the-ldxs l22-27-2-don-vi-quyet-thang",
    "https://sbft.hust.edu.vn/hai-vien-thuoc-truong-hoa-va-khoa-hoc-su-song-nhan-danh-hieu-tap-the-lao-dong-xuat-sac.html": "l22-27-1-tap-the-ldxs",
    "https://lawnet.vn/giao-duc/en/requirements-for-a-collective-to-achieve-the-title-of-advanced-labor-collective-in-the-education-sec-12699.html": "l22-28-1-tap-the-ldtt l22-28-2-don-vi-tien-tien",
    "https://nguoihanoi.vn/quy-dinh-moi-khung-tieu-chuan-xet-tang-gia-dinh-van-hoa-xa-phuong-tieu-bieu-79919.html": "l22-29-xa-tieu-bieu l22-29-xa-tieu-bieu-2025 l22-30-thon-tdp-van-hoa l22-31-gia-dinh-van-hoa",
    "https://thuviennhadat.vn/ (page 576537: Art 29, 30)": "l22-29-xa-tieu-bieu l22-29-xa-tieu-bieu-2025 l22-30-thon-tdp-van-hoa",
    "https://nvsk.vnanet.vn/quy-dinh-moi-ve-khung-tieu-chuan-xet-tang-thon-to-dan-pho-van-hoa-1-138424.vna": "l22-30-thon-tdp-van-hoa",
    "https://lawnet.vn/ (page 369139: Art 30, 31)": "l22-30-thon-tdp-van-hoa l22-31-gia-dinh-van-hoa",
    "https://news.laodong.vn/thoi-su/bo-noi-vu-noi-ve-tieu-chuan-xet-huan-chuong-lao-dong-hang-ba-1467558.ldo": "l22-44-1-e-hcld-ba-canhan l22-5-2-c-double-counting",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/83A0204-hd-ai-duoc-tang-huan-chuong-lao-dong-hang-2-muc-tien-thuong-la-bao-nhieu.html": "l22-43-1-dd-hcld-nhi-canhan l22-42-1-alt-hcld-nhat l22-42-1-g-hcld-nhat-cong-hien l22-43-1-alt-hcld-nhi l22-43-1-g-hcld-nhi-cong-hien l22-44-1-alt-hcld-ba l22-44-1-g-hcld-ba-cong-hien l22-43-2-hcld-nhi-congnhan",
    "https://thuvienphapluat.vn/phap-luat/dieu-kien-de-cong-nhan-nong-dan-duoc-tang-huan-chuong-lao-dong-hang-ba-mau-huan-chuong-lao-dong-han-213764-178092.html": "l22-42-1-alt-hcld-nhat l22-44-1-alt-hcld-ba l22-44-2-hcld-ba-congnhan l22-42-3-hcld-nhat-doanhnhan l22-43-3-hcld-nhi-doanhnhan l22-44-3-hcld-ba-doanhnhan",
    "https://ja.laodong.vn/tu-van-phap-luat/quy-dinh-tang-huan-chuong-lao-dong-hang-ba-cho-ca-nhan-co-qua-trinh-cong-hien-lau-dai-1533307.ldo": "l22-42-1-g-hcld-nhat-cong-hien l22-43-1-g-hcld-nhi-cong-hien l22-44-1-g-hcld-ba-cong-hien d98-hcdl1-btt d98-hcdl2-btt d98-hcdl3-btt d98-hcdl3-pbt d98-hcld1-pbt d98-hcld1-dbqh d98-hcld1-uvtv d98-hcld1-gds d98-hcld2-pbt d98-hcld2-thutruong d98-hcld2-ptct d98-hcld2-vutruong d98-hcld3-tct d98-hcld3-ptct d98-hcld3-vutruong d98-hcld3-pvt",
    "https://ins.htu.edu.vn/8-gia-i-thia-u/87-một-số-quy-định-mới-của-luật-thi-đua,-khen-thưởng-2022": "l22-42-2-hcld-nhat-congnhan l22-42-3-hcld-nhat-doanhnhan l22-43-3-hcld-nhi-doanhnhan l22-44-3-hcld-ba-doanhnhan l22-7-basis l22-9-forms",
    "https://danluat.thuvienphapluat.vn/tags/huân-chương": "l22-44-4-hcld-ba-tapthe-alt l22-44-5-hcld-ba-doanhnghiep",
    "https://luathoanhut.vn/tieu-chuan-huan-chuong-doc-lap-hang-nhi-cho-ca-nhan-cong-hien-lau-dai-a22684.html": "l22-36-1-hcdl-nhat-canhan l22-37-1-hcdl-nhi-canhan l22-38-1-hcdl-ba-canhan d98-hcdl1-btt d98-hcdl2-btt d98-hcdl3-btt d98-hcdl3-pbt d98-hcld1-pbt d98-hcld1-dbqh d98-hcld1-uvtv d98-hcld1-gds d98-hcld2-pbt d98-hcld2-thutruong d98-hcld2-ptct d98-hcld2-vutruong d98-hcld3-tct d98-hcld3-ptct d98-hcld3-vutruong d98-hcld3-pvt",
    "https://binhphuoc.gov.vn/vi/snv/Tin-tuc/ra-soat-de-nghi-khen-thuong-qua-trinh-cong-hien-theo-nghi-dinh-so-98-2023-nd-cp-ngay-31-12-2023-cua-chinh-phu-634.html": "l22-36-1-hcdl-nhat-canhan l22-37-1-hcdl-nhi-canhan l22-38-1-hcdl-ba-canhan d98-hcdl1-btt d98-hcdl2-btt d98-hcdl3-btt d98-hcdl3-pbt d98-hcld1-pbt d98-hcld1-dbqh d98-hcld1-uvtv d98-hcld1-gds d98-hcld2-pbt d98-hcld2-thutruong d98-hcld2-ptct d98-hcld2-vutruong d98-hcld3-tct d98-hcld3-ptct d98-hcld3-vutruong d98-hcld3-pvt",
    "https://baoninhthuan.com.vn/ (article 69479)": "l22-36-2-hcdl-nhat-tapthe l22-37-2-hcdl-nhi-tapthe l22-38-2-hcdl-ba-tapthe d65-11-3-hcdl-ba-tapthe",
    "https://phunuquandoi.vn/chinh-sach-bhxh-bhyt/dieu-kien-duoc-xet-tang-bang-khen-cua-thu-tuong-chinh-phu": "l22-73-1-a l22-73-1-b l22-73-1-c",
    "https://nguoi-noi-tieng.com/xa-hoi/cac-tieu-chuan-dieu-kien-can-thiet-de-duoc-nhan-bang-khen-thu-tuong-chinh-phu-nam-2024-1671902": "l22-73-1-a l22-73-1-b l22-73-1-c l22-73-1-d",
    "https://thuvienphapluat.vn/lao-dong-tien-luong/cong-nhan-co-duoc-tang-bang-khen-cua-thu-tuong-chinh-phu-khong-18884.html": "l22-73-1-a l22-73-1-b l22-73-1-c l22-73-1-d l22-73-2-congnhan",
    "https://chinhsachonline.chinhphu.vn/ (MOHA answer, address ends -71926.htm)": "l22-73-1-b",
    "https://godau.tayninh.gov.vn/ (address ends -3088.html: Art 73(2))": "l22-73-2-congnhan",
    "http://hoinguoicaotuoi.vn/c/tieu-chuan-de-duoc-tang-bang-khen-cua-thu-tuong-chinh-phu-4015.htm": "l22-73-tapthe-chain l22-73-hogiadinh d91-38-3-bk-ttg-tapthe",
    "https://www.vietnam.vn/no/tieu-chuan-xet-tang-bang-khen-cua-bo-khoa-hoc-va-cong-nghe-tu-31-10-2025": "l22-74-1-a l22-74-1-b l22-74-1-c",
    "https://baochinhphu.vn/tieu-chuan-xet-tang-giay-khen-102241213091854171.htm": "l22-75-1-giay-khen",
    "https://trangtinphapluat.com/blog/bai-viet-hay/lap-phap/so-sanh-luat-thi-dua-khen-thuong-nam-2022-va-luat-thi-dua-khen-thuong-2003/": "l22-3-sang-kien-def l22-3-nam-tron",
    "https://vietjack.me/phap-luat/luat-thi-dua-khen-thuong-2022/chuong-ii-761.html": "l22-5-2-c-double-counting",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/5509c4ed34baefd9.md": "g-cv5007-initiative-once",
    "https://tintuc.thuvienphapluat.com/ (page 53199: CV 5007/BNV-TĐKT of 2023-09-05)": "g-cv5007-initiative-once d98-ctdcp-quota d152-ctdcp-quota d91-11-ctdcp",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/31bd1c84adc55bc9.md": "l22-8-loai-hinh d152-no-lower-prerequisite d152-ad-hoc-not-basis d152-pending-matters d152-discipline-reset d152-cleared d152-female-preference d152-female-tenure-third d152-maternity",
    "https://lawnet.vn/ (page 127279)": "l22-8-loai-hinh",
    "https://moj.gov.vn/en/Pages/Activities-of-public-administrative-and-justice-reform.aspx?ItemID=3407": "l22-9-forms",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/6609f77a53deded3.md": "l22-20-titles-list l22-33-orders-list",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/2ac490311cac839c.md": "l22-20-titles-list",
    "https://vi.wikisource.org/wiki/Trang:Cong_bao_Chinh_phu_571_572_nam_2022.pdf/8": "l22-16-2-cum-khoi",
    "https://xazon.com/blogs/49948/": "l22-33-orders-list",
    "https://danluatold.thuvienphapluat.vn/ (thread 218012: Art 77, 33(2), 54(2))": "l22-33-orders-list l22-77-president",
    "https://vi.wikisource.org/wiki/Trang:Cong_bao_Chinh_phu_571_572_nam_2022.pdf/37": "l22-54-medals-list l22-55-quan-ky",
    "https://vnuhcm.edu.vn/su-kien_33353364/dai-hoc-quoc-gia-truc-tiep-trinh-thu-tuong-chinh-phu-de-xuat-tang-cac-danh-hieu-thi-dua-khen-thuong/343438333364.html": "l22-77-president l22-78-government-pm l22-79-minister-province",
    "http://118.69.201.250:801/phap-luat/ (mirror of thuvienphapluat, page 685592-170792: Art 78)": "l22-78-government-pm",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/68008bfd6f74bcaa.md": "l22-78-government-pm",
    "https://vi.wikisource.org/wiki/Trang:Cong_bao_Chinh_phu_571_572_nam_2022.pdf/56": "l22-80-1 l22-80-2 l22-80-3 l22-80-4",
    "https://vietjack.me/phap-luat/luat-thi-dua-khen-thuong-2022/chuong-vii-1004.html": "l22-93-2-revocation",
    "https://vi.wikisource.org/ (Luật Thi đua, khen thưởng 2022, Chương VIII)": "l22-95-transition",
    "https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/ho-tro-phap-luat/chinh-sach-moi/58267/nguyen-tac-xet-danh-hieu-thi-dua-va-hinh-thuc-khen-thuong-moi-nhat-2024": "d98-no-lower-prerequisite d152-no-lower-prerequisite d98-ad-hoc-not-basis d152-ad-hoc-not-basis d98-pending-matters d152-pending-matters d98-discipline-reset d152-discipline-reset",
    "https://pbgdpl.cantho.gov.vn/quy-dinh-ve-phan-cap-phan-quyen-trong-linh-vuc-thi-dua-khen-thuong": "d98-no-lower-prerequisite d152-no-lower-prerequisite d98-ad-hoc-not-basis d152-ad-hoc-not-basis d98-pending-matters d152-pending-matters d98-discipline-reset d152-discipline-reset",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/0a2c9cdccc620fd0.md": "d152-no-lower-prerequisite d152-ad-hoc-not-basis d152-pending-matters d152-discipline-reset d152-cleared d152-female-preference d152-female-tenure-third d152-maternity d152-expiry",
    "https://bqllang.gov.vn/tin-tuc/tin-tong-hop/14951-diem-moi-cua-nghi-dinh-quy-dinh-chi-tiet-thi-hanh-mot-so-dieu-cua-luat-thi-dua-khen-thuong-nam-2022.html": "d98-pending-matters d152-pending-matters",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/e9abad7510ca5b33.md": "d98-cleared d98-female-preference d98-female-tenure-third d98-maternity d98-47-4-b-hero t01-maternity-study-transfer",
    "http://caa.gov.vn/pho-bien-phap-luat/nghi-dinh-quy-dinh-chi-tiet-thi-hanh-luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-thi-dua-khen-thuong-nam-2013-586.htm": "d98-female-preference d152-female-preference d98-next-award-anchor d152-next-award-anchor d91-9-1-cstd-toan-quoc d65-female-3-years",
    "https://baomoi.net.vn/cach-tinh-thanh-tich-xet-tang-bang-khen-cua-thu-tuong-c49115102.epi": "d98-next-award-anchor d152-next-award-anchor",
    "https://ja.laodong.vn/cong-doan/quy-dinh-ve-thoi-gian-va-chuc-vu-xet-khen-thuong-qua-trinh-cong-hien-moi-nhat-1541839.ldo": "d98-service-merit d152-service-merit",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/b6d29d37f6fae3d5.md": "d98-service-merit d152-service-merit",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/4f42bcd0c0f6790a.md": "d178-service-merit-early-retirement",
    "https://nganhangphapluat.thukyluat.vn/tu-van-phap-luat/bo-may-hanh-chinh/danh-hieu-%E2%80%9Cco-thi-dua-cua-chinh-phu%E2%80%9D-co-xet-tang-cho-ca-nhan-khong-347814": "d98-ctdcp-quota d152-ctdcp-quota d91-11-ctdcp",
    "http://banthiduakhenthuongtw.gov.vn/traloi/b6b7af14f6e14ac9a084a21d7a64b00e": "d98-vote-90 d152-vote-90 d91-45-8-vote",
    "http://vinabase.com/Th%E1%BB%A7-t%E1%BB%A5c-h%C3%A0nh-ch%C3%ADnh/T%7EAGI%7E236090%7ETT": "d98-vote-90 d152-vote-90 d98-vote-80 d152-vote-80",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/28a584966bb6fbc9.md": "d98-vote-90 d98-vote-90-cstd-bo-tinh d98-vote-90-anh-hung d152-vote-90 d152-vote-90-cstd-bo-tinh d98-vote-80 d98-vote-80-co-bo-tinh d98-vote-80-ctdcp d152-vote-80 d152-vote-80-co-bo-tinh d152-vote-80-ctdcp",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/d506f4f44452e346.md (TT 01/2024/TT-TANDTC)": "d98-vote-90 d98-vote-90-cstd-bo-tinh d98-vote-80 d98-vote-80-co-bo-tinh d98-vote-80-ctdcp",
    "https://beta.thuvienphapluat.vn/phap-luat/thoi-su-phap-luat/tieu-chuan-tang-hoac-truy-tang-huan-chuong-lao-dong-hang-nhi-cho-ca-nhan-co-qua-trinh-cong-hien-lau-136986.html": "d98-hcdl1-btt d98-hcdl2-btt d98-hcdl3-btt d98-hcdl3-pbt d98-hcld1-pbt d98-hcld1-dbqh d98-hcld1-uvtv d98-hcld1-gds d98-hcld2-pbt d98-hcld2-thutruong d98-hcld2-ptct d98-hcld2-vutruong d98-hcld3-tct d98-hcld3-ptct d98-hcld3-vutruong d98-hcld3-pvt",
    "https://baomoi.net.vn/phan-cap-phan-quyen-trong-linh-vuc-thi-dua-khen-thuong-c52500550.epi": "d152-commune-authority d152-pm-delegation",
    "https://github.com/tnt305/tai_lieu_noi_bo src/etl/dataset/c365dc62838fd8ab.md": "d152-commune-authority",
    "https://github.com/leanhvu-ktnn/DANANG_CQ2Cap_KTNN Vanbanquydinh/TW/Nghi_dinh/2025/152-2025-NĐ-CP/index.md": "d152-expiry",
    "https://bacninh.gov.vn/news/-/details/20182/thong-tu-1-2024-tt-bnv-cua-bo-noi-vu-quy-inh-bien-phap-thi-hanh-luat-thi-ua-khen-thuong-62283616": "t01-medical-leave",
    "http://laodong.com.vn/tu-van-phap-luat/thoi-gian-nghi-thai-san-van-duoc-tinh-de-xet-tang-danh-hieu-thi-dua-13183.bld": "t01-maternity-study-transfer",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/45A9C-hd-tieu-chuan-de-xet-tang-danh-hieu-chien-si-thi-dua-co-so.html": "d91-9-3-cstd-co-so d91-9-3-quota",
    "http://banthiduakhenthuongtw.gov.vn/traloi/460b8a748639415f8b9c28ccfe707fcd": "d91-9-3-cstd-co-so",
    "http://thiduakhenthuong.langson.gov.vn/en/hinhthucs/chien-si-thi-dua-co-so": "d91-9-3-cstd-co-so",
    "https://tayninh.gov.vn/vi/news/dua-nghi/chi-n-s-thi-ua-c-s-kh-ng-v-t-qu-15-t-ng-s-c-nh-n--t-danh-hi-u-lao--ng-ti-n-ti-n--chi-n-s-ti-n-ti-n--23933.html": "d91-9-3-quota t07-2014-cstd-tq-6-years",
    "http://tdkt.toaan.gov.vn/portal/page/portal/tdkt/Gioithieu/67987125/67987711": "d91-9-2-cstd-bo-tinh",
    "http://222.255.252.36/Default.aspx?Mod=ViewCategory&CateID=291": "d91-9-2-cstd-bo-tinh",
    "http://qpvn.vn/tin-video/so-c75-tieu-chuan-danh-hieu-chien-si-thi-dua-toan-quoc.html": "d91-9-1-cstd-toan-quoc",
    "https://baothuathienhue.vn/huong-dan-xet-khen-thuong-thanh-tich-cong-tac-nam-2017-a50317.html": "d91-45-8-vote",
    "http://banthiduakhenthuongtw.gov.vn/traloi/bdd164a488c44a9da99ce1d36990b69c": "d91-11-ctdcp",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/4A74C-hd-tieu-chuan-danh-hieu-co-thi-dua-cua-bo-nganh-van-hoa-the-thao-va-du-lich.html": "d91-12-co-bo-tinh",
    "https://thukyluat.vn/news/diem-tin-van-ban/tieu-chuan-danh-hieu-tap-the-lao-dong-xuat-sac-trong-nganh-xd-61690.html": "l03-27-tap-the-ldxs",
    "http://thiduakhenthuong.langson.gov.vn/en/hinhthucs/tap-lao-dong-tien-tien": "l03-28-tap-the-ldtt",
    "http://baodientu.chinhphu.vn/Utilities/PrintView.aspx?distributionid=442848": "d91-38-1-bk-ttg-canhan",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/4040F-hd-tieu-chuan-xet-tang-huan-chuong-lao-dong-hang-nhat.html": "l03-42-1-hcld-nhat-canhan l03-42-2-hcld-nhat-tapthe",
    "https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/from-october-01-awarding-the-labor-medal-to-farmers-and-workers-160387.html": "d91-22-congnhan",
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/4034C-hd-tieu-chuan-xet-tang-huan-chuong-quan-cong-hang-nhat.html": "l03-39-quan-cong",
}
"""Codes of the rules, by the address of a page that they were read on."""


def _by_rule() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for page, codes in _PAGES.items():
        for code in codes.split():
            found[code] = (*found.get(code, ()), page)
    return found


SOURCES: Final[Mapping[str, tuple[str, ...]]] = _by_rule()
"""Addresses by the code of the rule."""
