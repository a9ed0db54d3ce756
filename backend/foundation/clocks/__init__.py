"""Every running limit of every record: one table, one sweep."""

from backend.foundation.clocks.clock import Clock, Party, State, Subject
from backend.foundation.clocks.commands import cancel, extend, hasten, meet, start
from backend.foundation.clocks.queries import clocks_of, clocks_of_many

__all__ = [
    "Clock",
    "Party",
    "State",
    "Subject",
    "cancel",
    "clocks_of",
    "clocks_of_many",
    "extend",
    "hasten",
    "meet",
    "start",
]
