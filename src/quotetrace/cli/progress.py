"""How far a run is: on stderr, where that is a terminal, and only of what takes longer than a moment."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

AFTER = 1.0
"""Seconds before anything is shown."""
T = TypeVar("T")


class Meter:
    """Counts what passes through; silent where ``shown`` is False. What it shows goes away when it stops."""

    def __init__(self, shown: bool) -> None:
        self._start = monotonic() if shown else None
        self._bar: Progress | None = None

    def read(self, items: Iterable[T]) -> Iterator[T]:
        """``items`` as they are read; nobody knows how many will come."""
        return self._count(items, None, "articles read")

    def analysed(self, items: Iterable[T], total: int) -> Iterator[T]:
        """``items`` as their quotes are found, ``total`` in all."""
        return self._count(items, total, "articles analysed, time left")

    def _count(self, items: Iterable[T], total: int | None, what: str) -> Iterator[T]:
        done = 0
        for done, item in enumerate(items, 1):
            if self._start is not None and monotonic() - self._start > AFTER:
                self._show(what, done, total)
            yield item
        if self._bar and total:
            self._show("articles analysed; their quotes are compared", done, None)

    def stop(self) -> None:
        """Take away what is shown, before the result is written or the run ends."""
        if self._bar:
            self._bar.stop()
        self._bar = self._start = None

    def _show(self, what: str, done: int, total: int | None) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.fields[count]} {task.description}"), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
            self._bar.start()
        count = f"{done}/{total}" if total else f"{done}"
        for task in self._bar.tasks:
            if task.description == what:
                self._bar.update(task.id, completed=done, count=count)
                return
            self._bar.remove_task(task.id)
        self._bar.add_task(what, total=total, completed=done, count=count)


def may_show(quiet: bool) -> bool:
    """Whether progress has a place and is not refused."""
    return not quiet and sys.stderr.isatty()
