"""周期任务: recurring duties of the mechanism as windows with a clock each, opened and met beside the answering.

A room that carries out such a duty says so once, in rooms.py: `run(Series(rule=…, setting=…, page=…, done=…))`.
"""

from backend.foundation.clocks.windows.keeping import keep_windows
from backend.foundation.clocks.windows.meeting import explain, meet_windows
from backend.foundation.clocks.windows.opening import open_windows
from backend.foundation.clocks.windows.queries import WINDOWS, Standing, standing, windows_of
from backend.foundation.clocks.windows.reopening import reopen_windows
from backend.foundation.clocks.windows.series import Done, Series, Window, run

__all__ = [
    "WINDOWS",
    "Done",
    "Series",
    "Standing",
    "Window",
    "explain",
    "keep_windows",
    "meet_windows",
    "open_windows",
    "reopen_windows",
    "run",
    "standing",
    "windows_of",
]
