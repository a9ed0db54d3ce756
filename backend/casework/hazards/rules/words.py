"""What officers meet most; any other word of at most 40 characters is as good. Pure."""

CATEGORIES = (
    "治安",
    "消防",
    "燃气",
    "用电",
    "危房工地",
    "道路交通",
    "危险化学品",
    "特种设备",
    "山体滑坡",
    "水利防汛",
    "食品药品",
    "其他",
)
ENDANGERED = ("周边居民", "学生儿童", "行人车辆", "从业人员", "顾客人群", "老人病人")
