"""印制: pictures and papers are made in one process apart, so that no file, however bad, can stop the house.

press = Press({"photo.renditions": "backend.foundation.evidence.development:develop"})
await press.start()
made = await press.run("photo.renditions", {"source": "/…"})
"""

from backend.foundation.press.press import Press, PressState
from backend.foundation.press.refusals import JobFailed, JobLost, JobTimedOut, PressClosed, PressError

__all__ = ["JobFailed", "JobLost", "JobTimedOut", "Press", "PressClosed", "PressError", "PressState"]
