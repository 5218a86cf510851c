"""Cli: parse → call → render → exit code."""

import sys


def main() -> None:
    """The command `quotetrace`."""
    try:
        from quotetrace.cli.app import app

        app(prog_name="quotetrace")
    except KeyboardInterrupt:
        sys.exit(130)
