"""`liandong`: the console command. Exit codes: 0 done, 1 refused, 2 wrong usage; errors on stderr in one line."""

import argparse
import os
import sys
from collections.abc import Sequence

from backend.console import COMMANDS, Refused
from backend.settings import BadSetting


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit code."""
    parser = argparse.ArgumentParser(
        prog="liandong", description="联动 Liandong: township joint law enforcement"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    chosen = parser.parse_args(arguments)
    os.umask(0o077)  # database, photos and exports are for the account the server runs as
    try:
        return int(chosen.run(chosen) or 0)
    except (Refused, BadSetting) as refused:
        print(f"liandong {chosen.called}: {refused}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = None
        return 1


if __name__ == "__main__":
    sys.exit(main())
