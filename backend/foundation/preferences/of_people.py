"""Settings of people and their absences. No text of a profile names a figure: all of it is 本地约定."""

from backend.foundation.preferences.definition import Definition

PEOPLE = (
    Definition(
        "borrowing.long_days",
        30,
        1,
        365,
        "天",
        "抽调超过多少天算长期",
        "本地约定：文本只写不得“长期抽调”，没有写多少天；超过的标出来、按单位计数",
    ),
)
