"""What a key place (重点场所) may be. Pure."""

KINDS = {
    "market": "集市街天",
    "school": "学校",
    "crowd": "人员密集",
    "transport": "车站路口",
    "river": "河道桥梁",
    "yard": "料场工地",
    "village": "村寨",
    "office": "机关单位",
    "other": "其他",
}
LEAST_RADIUS_M, MOST_RADIUS_M = 10, 2000
RADIUS_M = 80
