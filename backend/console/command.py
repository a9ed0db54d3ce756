"""What a command of `liandong` is made of."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Options = tuple[tuple[str, ...], dict[str, Any]]


class Refused(Exception):
    """A command could not do what it was asked; the message is one line for stderr."""


def in_one_line(error: BaseException) -> str:
    """What an error says, without line breaks; its name when it says nothing."""
    return " ".join(str(error).split()) or type(error).__name__


@dataclass(frozen=True)
class Command:
    """A name of one or two words, what it does, its options, and the function that does it."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], int | None]
    options: tuple[Options, ...] = ()

    def add_to(self, commands: Any) -> None:
        first, _, second = self.name.partition(" ")
        parser = (
            _group(commands, first).add_parser(second, help=self.help, description=self.help)
            if second
            else (commands.add_parser(first, help=self.help, description=self.help))
        )
        for flags, settings in self.options:
            parser.add_argument(*flags, **settings)
        parser.set_defaults(run=self.run, called=self.name)


def _group(commands: Any, name: str) -> Any:
    """The sub-commands of a two-word command, e.g. all of `liandong token …`."""
    if name not in commands.choices:
        group = commands.add_parser(name, help=f"{name} …")
        group.set_defaults(words=group.add_subparsers(dest="word", required=True, metavar="WORD"))
    return commands.choices[name].get_default("words")
