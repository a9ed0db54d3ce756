"""Settings of rosters and of being there. No text of a profile names a figure: all of it is 本地约定."""

from backend.foundation.preferences.definition import Definition

DUTY = (
    Definition(
        "duty.rest_hours", 11, 0, 48, "小时", "两个班次之间至少休息多久", "本地约定；排班起草时不会少于它"
    ),
    Definition(
        "duty.most_hours_in_seven_days",
        72,
        8,
        168,
        "小时",
        "一个人七天内最多排多少小时",
        "本地约定；排班起草时不会超过它",
    ),
    Definition(
        "duty.most_nights_running",
        3,
        1,
        14,
        "个",
        "一个人最多连着排几个夜班",
        "本地约定；排班起草时不会超过它",
    ),
)
