"""印制: pictures and papers are made in one process apart, so that no file, however bad, can stop the house.

await open_press({"photo.develop": "backend.foundation.evidence.darkroom.jobs:develop"})
made = await the_press().run("photo.develop", {"source": "/…"})
"""

from backend.foundation.press.press import Press, PressState
from backend.foundation.press.refusals import JobFailed, JobLost, JobTimedOut, PressClosed, PressError
from backend.foundation.press.running import close_press, open_press, the_press

__all__ = [
    "JobFailed",
    "JobLost",
    "JobTimedOut",
    "Press",
    "PressClosed",
    "PressError",
    "PressState",
    "close_press",
    "open_press",
    "the_press",
]
