"""The commands of `liandong`, one file each."""

from backend.console import due, founding, people, serving, upkeep
from backend.console.command import Command, Refused

COMMANDS: tuple[Command, ...] = (
    *serving.COMMANDS,
    *upkeep.COMMANDS,
    *founding.COMMANDS,
    *people.COMMANDS,
    *due.COMMANDS,
)

__all__ = ["COMMANDS", "Command", "Refused"]
