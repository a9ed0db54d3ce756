"""The words of campaigns. Pure."""

from datetime import date
from typing import Final

# The usual fields (领域); any other word of at most 40 characters is as good.
FIELDS: Final = (
    "市容环境",
    "占道经营",
    "道路交通安全",
    "食品药品安全",
    "安全生产",
    "违法建设",
    "自然资源",
    "农贸市场",
    "其他领域",
)
STATES: Final[dict[str, str]] = {
    "submitted": "等批准",
    "returned": "退回修改",
    "approved": "已批准",
    "closed": "已总结",
    "cancelled": "已取消",
}


def unit_words(town: str, name: str) -> str:
    """示范镇综合行政执法队 where several townships take part; one that names its township says it once."""
    return name if name.startswith(town) else f"{town}{name}"


def days_words(first: date, last: date) -> str:
    """11月20日—22日, 11月30日—12月2日, 11月20日."""
    begin = f"{first.month}月{first.day}日"
    if first == last:
        return begin
    year = f"{last.year}年" if last.year != first.year else ""
    month = f"{last.month}月" if (last.year, last.month) != (first.year, first.month) else ""
    return f"{begin}—{year}{month}{last.day}日"
