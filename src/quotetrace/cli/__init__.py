"""Cli: parse → call → render → exit code."""

import gc
import sys

_BETWEEN = 10_000  # objects made between two collections; values refer to nothing that refers to them


def main() -> None:
    """The command `quotetrace`."""
    try:
        from quotetrace.cli.app import app

        gc.freeze()  # what is loaded by now stays to the end
        gc.set_threshold(_BETWEEN)
        app(prog_name="quotetrace")
    except KeyboardInterrupt:
        sys.exit(130)
