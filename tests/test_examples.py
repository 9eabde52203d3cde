# SPDX-License-Identifier: MIT
"""Every script in examples/ runs on its own, from anywhere, and says what it is known for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "examples").rglob("*.py"))


def _run(script: Path, elsewhere: Path) -> str:
    """Run a script in an interpreter of its own, in another directory; warnings are errors."""
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-W", "error", str(script)],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=10,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def _rows(output: str, title: str, below: int = 3) -> list[str]:
    """Return the rows of the table whose first is so far below a title, spaces squeezed."""
    lines = output.splitlines()
    start = lines.index(title) + below
    return [" ".join(line.split()) for line in lines[start : lines.index("", start)]]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: str(one.relative_to(ROOT / "examples")))
def test_a_script_runs(script: Path, tmp_path: Path) -> None:
    """The script ends well, prints something, and warns of nothing."""

    assert _run(script, tmp_path)


def test_the_police_cluster_is_ranked_and_explained(tmp_path: Path) -> None:
    """The demo ranks by percent and by points, explains real criteria, and proposes awards."""
    output = _run(ROOT / "examples" / "police_cluster.py", tmp_path)

    assert [
        "1 Sen Ngữ 94,1",
        "2 Lệ Thủy 87,43",
        "3 Kim Ngân 83,61",
        "4 Tân Mỹ 83,11",
        "5 Vĩnh Linh 81,02",
        "6 Trường Phú 80,68",
        "7 Cam Hồng 80,59",
    ] == _rows(output, "Xếp hạng theo tỷ lệ điểm đạt trên điểm được giao (một phần minh họa)")
    assert [
        "1 Sen Ngữ 912,75",
        "2 Lệ Thủy 874,27",
        "3 Kim Ngân 827,75",
        "4 Tân Mỹ 822,75",
        "5 Trường Phú 806,75",
        "6 Vĩnh Linh 793,98",
        "7 Cam Hồng 785,75",
    ] == _rows(output, "Nếu xếp theo tổng điểm tự chấm (số liệu thật)")
    for said in (
        "→ 16,49/20 điểm",
        "→ 3,41/5 điểm",
        "→ 7,22/10 điểm",
        "Tổng: 874,27/1.000 điểm = 87,427 %, làm tròn đến 0,01 % → 87,43 % (một phần minh họa)",
        "hạng 1 (94,1 %): đề nghị Cờ thi đua (minh họa)",
        "https://github.com/ThuatNguyen/NationalSecurityContest2",
    ):
        assert said in output


def test_a_meeting_sees_what_a_new_rubric_does(tmp_path: Path) -> None:
    """The comparison names every difference, and the impact shows who falls behind whom."""
    output = _run(ROOT / "examples" / "new_rubric.py", tmp_path)

    assert [
        "Sen Ngữ 907,75 912,75 +5 93,6 94,1 +0,5 1 1",
        "Lệ Thủy 871,38 874,27 +2,89 87,1 87,43 +0,33 2 2",
        "Kim Ngân 822,75 827,75 +5 83,1 83,61 +0,51 3 3",
        "Tân Mỹ 817,75 822,75 +5 82,6 83,11 +0,51 4 4",
        "Trường Phú 804,9 806,75 +1,85 80,5 80,68 +0,18 5 6",
        "Vĩnh Linh 788,98 793,98 +5 80,5 81,02 +0,52 5 5",
        "Cam Hồng 780,75 785,75 +5 80,1 80,59 +0,49 7 7",
    ] == _rows(output, "Tác động đến từng đơn vị (một phần minh họa)", 4)
    for said in (
        "145  Tiêu chí số 145: điểm tối đa ",
        "149  Tiêu chí số 149: tiêu chí mới ",
        "153  Tiêu chí số 153: ký hiệu ",
        "Trường Phú: điểm tăng 1,85 (804,9 → 806,75);",
        " hạng xuống 1 (5 → 6)",
        "Minh họa: bảng điểm năm trước",
    ):
        assert said in output


def test_the_police_cluster_uses_the_rubric_of_the_case() -> None:
    """The demo's rubric is the one that the worked examples test."""
    used = ROOT / "examples" / "data" / "police_cluster_347" / "rubric.json"
    tested = ROOT / "tests" / "cases" / "cum_347" / "rubric.json"

    assert tested.read_bytes() == used.read_bytes()


def test_lao_cai_proposes_what_the_block_did(tmp_path: Path) -> None:
    """Three units are put forward, two receive the flag and one the certificate of merit."""
    output = _run(ROOT / "examples" / "lao_cai_2021.py", tmp_path)

    assert [
        "Suy tôn: Si Ma Cai, Thành phố Lào Cai, Bắc Hà",
        "Cờ thi đua của UBND tỉnh: Si Ma Cai, Thành phố Lào Cai",
        "Bằng khen của Chủ tịch UBND tỉnh: Bắc Hà",
    ] == [
        line
        for line in output.splitlines()
        if line.startswith(("Suy tôn:", "Cờ thi đua của", "Bằng khen của"))
    ]
    assert "Minh họa: tiêu chí, điểm, số liệu, thứ hạng và các đơn vị không nêu tên." in output


def test_a_province_settles_what_the_law_leaves_to_it(tmp_path: Path) -> None:
    """Without its pack nothing is known; with it two qualify, and its quota takes one."""
    lines = _run(ROOT / "examples" / "province_pack.py", tmp_path).splitlines()

    assert [
        "Sở A: unknown → eligible",
        "Sở B: unknown → not_eligible",
        "Sở C: unknown → not_eligible",
        "Sở D: unknown → eligible",
    ] == lines[1:5]
    assert "được 1, đề nghị 2, thừa: Sở D" in lines
