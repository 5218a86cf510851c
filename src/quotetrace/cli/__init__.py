"""Cli: parse → call → render → exit code."""

import gc
import os
import sys
from pathlib import Path

_BETWEEN = 10_000  # objects made between two collections; values refer to nothing that refers to them


def main() -> None:
    """The command `quotetrace`."""
    try:
        from quotetrace.cli.app import app

        gc.freeze()  # what is loaded by now stays to the end
        gc.set_threshold(_BETWEEN)
        _open_closed_streams()
        app(prog_name="quotetrace")
    except KeyboardInterrupt:
        sys.exit(130)


def _open_closed_streams() -> None:
    """What the caller has closed (``>&-``, a service without a terminal) is None in Python: here it leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  (open to the end)
