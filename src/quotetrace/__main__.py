"""`python -m quotetrace` is the command `quotetrace`."""

from quotetrace.cli import main

main()
