"""Every setting a township may change: default, range, unit and words. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """A whole-number setting with its bounds; `words` is how the settings page names it."""

    name: str
    default: int
    least: int
    most: int
    unit: str
    words: str
    why: str


_DEFINITIONS = (
    Definition("patrol.ready_minutes", 60, 5, 240, "分钟", "开始前多久显示“待出发”", "计划巡查提前提醒"),
    Definition(
        "patrol.overdue_minutes", 30, 5, 240, "分钟", "过了计划时间多久算“未按时”", "计划巡查逾时提醒"
    ),
    Definition("track.gap_seconds", 120, 30, 900, "秒", "多久没有定位算轨迹中断", "中断照实画出，不补"),
    Definition("track.max_speed_kmh", 160, 30, 300, "公里/小时", "超过这个速度的点不计入轨迹", "排除漂移"),
    Definition("track.max_accuracy_m", 100, 20, 1000, "米", "误差大于这个数的点不计里程", "排除漂移"),
    Definition("position.warn_accuracy_m", 25, 5, 200, "米", "误差大于这个数时提醒", "提醒到开阔处再定位"),
    Definition(
        "position.reason_accuracy_m", 100, 20, 2000, "米", "误差大于这个数要写原因", "误差过大时留下说明"
    ),
    Definition("finding.duplicate_radius_m", 50, 10, 1000, "米", "多近算可能重复的发现", "同类发现提示"),
    Definition("finding.duplicate_days", 30, 1, 365, "天", "多久以内的发现算可能重复", "同类发现提示"),
    Definition("photo.long_edge_px", 2048, 1024, 8000, "像素", "应用内拍照的长边", "越大越清楚，也越费流量"),
    Definition("assist.hold_seconds", 2, 1, 5, "秒", "紧急支援要按住多久", "太短会误触，太长会来不及"),
    Definition(
        "assist.emergency_station_seconds",
        60,
        20,
        1800,
        "秒",
        "紧急支援多久无人接警，通知全所和所长",
        "从收到算起",
    ),
    Definition(
        "assist.emergency_leaders_seconds",
        120,
        20,
        3600,
        "秒",
        "紧急支援再过多久仍无人接警，通知镇领导和电话名单",
        "从上一步算起",
    ),
    Definition(
        "assist.emergency_departure_seconds", 240, 60, 3600, "秒", "紧急支援多久没有出警变黄", "从收到算起"
    ),
    Definition(
        "assist.urgent_station_seconds",
        120,
        20,
        1800,
        "秒",
        "加急支援多久无人接警，通知全所和所长",
        "从收到算起",
    ),
    Definition(
        "assist.urgent_leaders_seconds",
        180,
        20,
        3600,
        "秒",
        "加急支援再过多久仍无人接警，通知镇领导和电话名单",
        "从上一步算起",
    ),
    Definition(
        "assist.urgent_departure_seconds", 480, 60, 3600, "秒", "加急支援多久没有出警变黄", "从收到算起"
    ),
    Definition(
        "assist.routine_station_seconds",
        300,
        20,
        1800,
        "秒",
        "一般支援多久无人接警，通知全所和所长",
        "从收到算起",
    ),
    Definition(
        "assist.routine_leaders_seconds",
        600,
        20,
        3600,
        "秒",
        "一般支援再过多久仍无人接警，通知镇领导和电话名单",
        "从上一步算起",
    ),
    Definition(
        "assist.routine_departure_seconds", 1200, 60, 3600, "秒", "一般支援多久没有出警变黄", "从收到算起"
    ),
    Definition(
        "hazard.answer_minutes",
        30,
        5,
        1440,
        "分钟",
        "重大隐患通报后多久没有答复算逾时",
        "本地约定：各地文本只写“立即”，过了这个时间屏幕变红",
    ),
    Definition(
        "handoff.seal_required",
        0,
        0,
        1,
        "（1是，0否）",
        "移送前必须先登记用印",
        "先用印、再编号送出的地方打开",
    ),
    Definition(
        "handoff.acceptance_days",
        0,
        0,
        30,
        "个工作日",
        "对方多久内书面告知受理情况（0为不设）",
        "文本没有写期限的，可以本地约定；文本写了的，以文本为准",
    ),
    Definition(
        "handoff.result_days",
        0,
        0,
        90,
        "个工作日",
        "受理后多久内反馈处理结果（0为不设）",
        "没有逐案约定的，按这个本地约定",
    ),
    Definition(
        "checkin.grace_minutes",
        5,
        1,
        60,
        "分钟",
        "该报平安时，再等多久算第一次没有报",
        "过了就提醒本人和队长",
    ),
    Definition(
        "checkin.second_minutes",
        5,
        1,
        60,
        "分钟",
        "第一次没有报平安后，再等多久算第二次",
        "过了系统以本人名义发出支援",
    ),
    Definition(
        "incident.first_minutes",
        30,
        5,
        240,
        "分钟",
        "突发事件发生后多久首报算迟报",
        "本地约定：文本只写“第一时间”，晚了照样报，标明并写原因",
    ),
    Definition(
        "incident.written_hours",
        2,
        0,
        72,
        "小时",
        "首报后多久书面报告（0为不设）",
        "本地约定；文本写了期限的，以文本为准",
    ),
    Definition(
        "incident.followup_hours",
        24,
        0,
        168,
        "小时",
        "现场处置结束前，多久续报一次（0为不设）",
        "本地约定；从上一次报告算起",
    ),
    Definition(
        "incident.final_days",
        5,
        0,
        60,
        "个工作日",
        "现场处置结束后多久终报（0为不设）",
        "本地约定；文本写了期限的，以文本为准",
    ),
    Definition(
        "incident.approval_required",
        1,
        0,
        1,
        "（1是，0否）",
        "书面报告、续报、终报要主要领导签发",
        "首报不等签发，任何时候立刻报出",
    ),
    Definition(
        "cadence.campaign",
        0,
        0,
        4,
        "（0不设，1每月，2每季度，3每半年，4每年）",
        "联合整治多久至少一次",
        "文本没有写的，可以本地约定；文本写了的，以文本为准。改动从下一个周期起算",
    ),
    Definition(
        "cadence.joint_check",
        2,
        0,
        4,
        "（0不设，1每月，2每季度，3每半年，4每年）",
        "与派出所（交警）的综合检查多久至少一次",
        "本地约定：文本只写“定期”。改动从下一个周期起算",
    ),
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
    Definition("session.days", 14, 1, 60, "天", "登录保持多久", "到期后要重新登录"),
    Definition(
        "lock.idle_minutes",
        0,
        0,
        240,
        "分钟",
        "手机、平板多久没人动就锁上（0为不锁）",
        "锁上后盖住页面，本人输密码打开，没有网络也一样；110和紧急支援不用打开就能用",
    ),
)

DEFINITIONS = {definition.name: definition for definition in _DEFINITIONS}
