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
    Definition(
        "duty.open_minutes", 60, 0, 240, "分钟", "班次开始前多久可以签到", "本地约定；再早的签到不算这一班"
    ),
    Definition(
        "duty.late_minutes",
        5,
        0,
        120,
        "分钟",
        "到点多久还没签到算迟到、未到岗",
        "本地约定；过了通知队长和指挥中心，屏幕上标明空岗",
    ),
    Definition("duty.absent_minutes", 30, 5, 240, "分钟", "到点多久还没签到算缺岗", "本地约定"),
    Definition("duty.early_minutes", 5, 0, 120, "分钟", "提前多久签退算早退", "本地约定；早退后岗位算空岗"),
    Definition(
        "duty.most_accuracy_m",
        100,
        10,
        1000,
        "米",
        "误差大于这个数的定位不能用来签到",
        "本地约定；误差太大时扫岗位二维码，或请同事确认",
    ),
    Definition(
        "duty.check_minutes", 10, 1, 120, "分钟", "在岗抽查要在多久内报位置", "本地约定；晚了照样能报，标明"
    ),
    Definition(
        "duty.position_days",
        30,
        1,
        730,
        "天",
        "签到、签退、抽查的坐标留多久",
        "本地约定；过了就删坐标，怎么签的、离岗位多远、在不在区域内留着",
    ),
)
