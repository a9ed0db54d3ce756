"""Settings of command. No text of a profile names a figure: all of it is 本地约定."""

from backend.foundation.preferences.definition import Definition

COMMAND = (
    Definition(
        "command.position_minutes",
        120,
        10,
        720,
        "分钟",
        "在岗人员共享的最后位置最多留多久",
        "本地约定：只留最后一次，下岗就删，过了这个时间也删；不用于考核",
    ),
)
