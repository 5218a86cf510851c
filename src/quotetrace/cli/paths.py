"""Several paths after one option: ``--against a b c``, as a shell gives them for ``--against sources/*``."""

from typing import Any

from typer.core import TyperCommand

AGAINST = "--against"


class ManyPaths(TyperCommand):
    """A command whose option ``--against`` takes every path that follows it, up to the next option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give each of those paths an ``--against`` of its own, then parse as ever."""
        return super().parse_args(ctx, spread(args))


def spread(args: list[str]) -> list[str]:
    """The arguments with ``--against`` before each of its paths.

    >>> spread(["draft.txt", "--against", "a", "b", "--json"])
    ['draft.txt', '--against', 'a', '--against', 'b', '--json']
    >>> spread(["--against=a", "draft.txt"])
    ['--against=a', 'draft.txt']
    """
    found: list[str] = []
    after = False
    for arg in args:
        if arg.startswith("-") and arg != "-":
            after = arg == AGAINST
            if not after:
                found.append(arg)
        else:
            found += [AGAINST, arg] if after else [arg]
    return found
