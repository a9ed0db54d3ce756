"""Different words for one thing, so that 玉米 finds what was written as 包谷. Pure.

Only words that mean the same wherever they stand; what a township calls a matter belongs to its sayings on the list.
"""

import re

_ALIKE = {
    "包谷": ("玉米", "苞谷", "苞米"),
    "噪声": ("噪音", "太吵", "很吵", "好吵", "吵得", "吵人", "声音大", "声音太大"),
    "臭": ("恶臭", "很臭", "臭味", "异味", "味道大", "难闻"),
    "未成年人": ("小孩子", "小孩", "小学生", "中学生", "学生", "未成年", "娃娃"),
    "没": ("没有", "没得", "无", "未"),
    "驾驶证": ("驾照", "驾证"),
    "执照": ("营业执照",),
    "货车": ("大货车", "卡车", "大车"),
    "电动车": ("电瓶车", "电动自行车", "电单车"),
    "摩托": ("摩托车",),
    "建房": ("建房子", "盖房子", "盖房", "起房子", "起房", "修房子"),
    "加盖": ("加层", "加建"),
    "丢": ("扔", "甩", "乱丢", "丢弃"),
    "倒": ("倾倒", "偷倒"),
    "卖": ("销售", "出售", "售卖", "贩卖"),
    "渣土": ("建渣", "弃土"),
    "音响": ("音箱", "喇叭"),
    "棚": ("棚子", "雨棚", "遮阳棚"),
    "饭店": ("餐馆", "餐厅", "饭馆", "馆子"),
}
# Every variant → its one word.
CANON = {variant: word for word, variants in _ALIKE.items() for variant in (word, *variants)}
_VARIANT = re.compile("|".join(sorted(map(re.escape, CANON), key=len, reverse=True)))


def plain(text: str) -> str:
    """`text` with one word for each thing, the longest variant first."""
    return _VARIANT.sub(lambda found: CANON[found.group()], text)
