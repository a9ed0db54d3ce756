"""Live: who looks at a record hears at once that something happened to it. The journal is the stream."""

from backend.foundation.live.hub import Hub
from backend.foundation.live.listener import Listener
from backend.foundation.live.running import close_live, end, hub, open_live

__all__ = ["Hub", "Listener", "close_live", "end", "hub", "open_live"]
