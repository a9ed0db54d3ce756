"""What a finding is about (类别). Pure."""

# What officers meet most; any other word is as good (≤ 40 characters).
CATEGORIES = (
    "占道经营",
    "违法建设",
    "乱堆乱放",
    "乱倒垃圾",
    "露天焚烧",
    "油烟噪声",
    "非法采砂取土",
    "违规养殖",
    "消防隐患",
    "燃气隐患",
    "道路交通",
    "食品安全",
    "未成年人",
    "涉水安全",
)
