"""Every running limit of every record: one table, one sweep."""

from backend.foundation.clocks.clock import Clock, Party, State, Subject
from backend.foundation.clocks.commands import cancel, extend, hasten, meet, start, start_window, turn_to
from backend.foundation.clocks.queries import clocks_of, clocks_of_many
from backend.foundation.clocks.showing import Shown, shown
from backend.foundation.clocks.wire import clock_json

__all__ = [
    "Clock",
    "Party",
    "Shown",
    "State",
    "Subject",
    "cancel",
    "clock_json",
    "clocks_of",
    "clocks_of_many",
    "extend",
    "hasten",
    "meet",
    "shown",
    "start",
    "start_window",
    "turn_to",
]
