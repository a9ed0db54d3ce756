"""Notices: told in the command's own transaction, shown in the inbox, sent out by a queue that no click waits for."""

from backend.foundation.notify.telling import Number, tell

__all__ = ["Number", "tell"]
