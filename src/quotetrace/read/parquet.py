"""Parquet, by DuckDB: an article a row, read a few rows at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from quotetrace.models import Problem
from quotetrace.read.extras import needs
from quotetrace.read.facts import Raw
from quotetrace.read.records import article_in
from quotetrace.read.stream import Source, UnreadableError, whole, why

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS = 256
"""Rows that are in memory at a time."""
MEMORY = "1GB"
"""What DuckDB may take to unpack a group of rows."""


def read_parquet(source: Source) -> Iterator[Raw | Problem]:
    """One record a row.

    Raises:
        UnreadableError: no Parquet file, or the extra is not installed.
    """
    with needs("data"):
        import duckdb

    with _on_disk(source) as path:
        try:
            with duckdb.connect(":memory:") as database:
                yield from _rows(database, path, source)
        except duckdb.Error as error:
            told = why(error, less=f" '{path}'")
            raise UnreadableError(f"a Parquet file that cannot be read: {told}", "write it anew") from None


@contextmanager
def _on_disk(source: Source) -> Iterator[Path]:
    """The file, or a copy of what is packed or comes from standard input: Parquet is read from its end."""
    if source.disk:
        yield source.disk
        return
    with NamedTemporaryFile(suffix=".parquet") as file:
        file.write(whole(source.stream))
        file.flush()
        yield Path(file.name)


def _rows(database: "DuckDBPyConnection", path: Path, source: Source) -> Iterator[Raw | Problem]:
    for setting in (f"memory_limit='{MEMORY}'", "threads=1", "autoinstall_known_extensions=false"):
        database.execute(f"SET {setting}")
    quoted = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
    found = database.execute("SELECT * FROM read_parquet(?, binary_as_string=true)", [quoted])
    names = [column[0] for column in found.description or ()]
    number = 0
    while rows := found.fetchmany(ROWS):
        for row in rows:
            number += 1
            yield from article_in(dict(zip(names, row, strict=True)), source, f"row {number}")
