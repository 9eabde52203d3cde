# SPDX-License-Identifier: MIT
"""Parameters of forms, as people call them (*tham số của cách chấm*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thidua.errors import Path
from thidua.formula import Wording

__all__ = ["parameter_words"]

_NAMES: Mapping[str, tuple[str, str]] = {
    "above": ("cận dưới", "lower bound"),
    "among": ("số đơn vị cùng chia", "among how many"),
    "at_least": ("mức thấp nhất", "least"),
    "at_most": ("mức cao nhất", "most"),
    "at_target": ("tỷ lệ điểm khi đạt chỉ tiêu", "share at the target"),
    "bands": ("các khoảng", "bands"),
    "below": ("cận trên", "upper bound"),
    "beyond": ("điểm các hạng sau", "points of further ranks"),
    "bonus_if_clean": ("điều kiện được cộng điểm", "when bonuses count"),
    "bonuses_limit": ("mức cộng tối đa", "most of bonuses"),
    "by": ("căn cứ phân loại, hệ số", "what it goes by"),
    "capped": ("giới hạn ở điểm chuẩn", "whether it is capped"),
    "cases": ("các loại đơn vị", "kinds of unit"),
    "choice": ("mục chọn", "choice"),
    "count": ("số lần", "count"),
    "deductions_limit": ("mức trừ tối đa", "most of deductions"),
    "each": ("điểm mỗi lần, mỗi mức", "points for each"),
    "events": ("các loại sự việc", "events"),
    "factors": ("các yếu tố", "factors"),
    "fold": ("cách gộp", "how items are folded"),
    "form": ("cách chấm bên trong", "inner form"),
    "further": ("điểm các lần sau", "points of further times"),
    "groups": ("các nhóm chấm", "groups of raters"),
    "items": ("danh sách", "list"),
    "leader": ("cách xác định đơn vị dẫn đầu", "what leading means"),
    "least": ("điểm thấp nhất được chấm", "lowest entry"),
    "level": ("mức", "level"),
    "levels": ("các mức", "levels"),
    "limit": ("giới hạn của loại sự việc", "limit of an event"),
    "lower_is_better": ("chiều tốt hơn", "which direction is better"),
    "measure": ("chỉ tiêu", "measure"),
    "most": ("điểm cao nhất được chấm", "highest entry"),
    "name": ("tên mức, nhóm", "name of a level or group"),
    "no": ("điểm khi không đạt", "points if not"),
    "of": ("các thành phần", "members"),
    "only_highest": ("chỉ tính giải cao nhất", "whether only the highest counts"),
    "otherwise": ("điểm khi không đủ điều kiện", "points otherwise"),
    "per": ("số chia bình quân", "what it is divided by"),
    "pieces": ("các khoảng", "ranges"),
    "points": ("điểm", "points"),
    "prizes": ("bảng giải", "table of prizes"),
    "question": ("câu hỏi", "question"),
    "rating": ("điểm của người chấm", "rating"),
    "relation": ("dấu so sánh", "relation"),
    "relative": ("bước tính theo tỷ lệ", "whether steps are shares"),
    "scale": ("hệ số quy đổi", "scale"),
    "second_group": ("nhóm không giao chỉ tiêu", "units without a target"),
    "side": ("phía vượt, hụt", "side"),
    "start": ("điểm gốc", "points to begin with"),
    "started": ("tính bước chưa trọn", "whether begun steps count"),
    "step": ("bước", "step"),
    "ticks": ("các mục con", "things on the list"),
    "to": ("mốc so sánh", "what it is held against"),
    "trimmed": ("bỏ cao nhất và thấp nhất", "whether extremes are left out"),
    "used": ("điểm đã tính ở các kỳ trước", "points already counted"),
    "weight": ("trọng số", "weight"),
    "when": ("điều kiện", "condition"),
    "where": ("mục được tính", "which items count"),
    "without": ("điểm khi không có giải", "points without a prize"),
    "wording": ("lời văn", "wording"),
    "yes": ("điểm khi đạt", "points if so"),
    "zero_below": ("mức bắt đầu tính điểm", "where points begin"),
}


def parameter_words(paths: Iterable[Path], wording: Wording) -> str:
    """Name the parameters at *paths*, each name once."""
    names = [next(step for step in reversed(path) if isinstance(step, str)) for path in paths]
    return "; ".join(dict.fromkeys(wording.pick(*_NAMES[name]) for name in names))
