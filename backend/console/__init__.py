"""The commands of `liandong`, one file each."""

from backend.console import serving, upkeep, users
from backend.console.command import Command, Refused

COMMANDS: tuple[Command, ...] = (*serving.COMMANDS, *upkeep.COMMANDS, *users.COMMANDS)

__all__ = ["COMMANDS", "Command", "Refused"]
