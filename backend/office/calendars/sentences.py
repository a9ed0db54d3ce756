"""What happened to a county's calendars, in words. Pure."""

from datetime import date

from backend.foundation.journal import Moment
from backend.foundation.web.words import zh_day


def sentence(moment: Moment) -> str:
    """One line of the calendars' history."""
    payload = moment.payload or {}
    if moment.kind == "calendar.loaded":
        again = "更新" if payload.get("again") else "载入"
        state = "" if payload.get("status") == "published" else "（暂定）"
        return f"{again}{payload.get('region', '')} {payload.get('year', '')}年{state}：{payload.get('notice', '')}"
    if moment.kind == "calendar.hours_withdrawn":
        return "撤销本地作息时间，按地区的作息时间提醒"
    if moment.kind == "calendar.hours_set":
        told = [
            f"{each['name']}（{each['since']}起）{'，'.join(each['spans'])}"
            for each in payload.get("seasons", ())
        ]
        return f"本地作息时间：{'；'.join(told)}"
    day = zh_day(date.fromisoformat(payload["day"]), moment.received_at) if "day" in payload else ""
    if moment.kind == "calendar.day_withdrawn":
        return f"撤销本地安排：{day}"
    return f"本地安排：{day} {'上班' if payload.get('works') else '放假'}，{payload.get('why', '')}"
