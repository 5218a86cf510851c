"""A zip archive, read as if it were a folder; nothing is ever written to disk."""

import io
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from quotetrace.models import Problem
from quotetrace.read.choose import IGNORE
from quotetrace.read.find import File, belongs_to_page, shown, sifted
from quotetrace.read.formats import suffix
from quotetrace.read.stream import BESIDE, Fetch, UnreadableError, peek, whole
from quotetrace.read.unpack import Entry, guarded, unpacked

DEEPEST = 2
"""Archives within each other that are opened."""


def members(entry: Entry, seekable: IO[bytes], depth: int = 1) -> Iterator[Entry | Problem]:
    """The files in the zip archive ``seekable``, which ``entry`` describes, in the order of their names.

    Raises:
        UnreadableError: it is damaged, or made to do harm.
    """
    try:
        archive = ZipFile(seekable)
    except Exception as error:
        raise UnreadableError(f"a damaged zip archive: {error}", "fetch it again") from None
    with archive:
        infos = _checked(archive, seekable)
        base = entry.path or Path(entry.name)
        within = entry._replace(disk=None, fetch=_within(archive, infos, base, entry.fetch))
        for name in [name for name in infos if _leads_out(name)]:
            yield Problem(f"{entry.name}/{shown(name)}", "a path that leads out of the archive", "pack it anew")
            del infos[name]
        files = (File(f"{entry.name}/{shown(name)}", base / name, base) for name in infos)
        none = Problem(entry.name, "no articles in this archive", "give the one that holds the articles")
        for item in sifted(files, entry.name, none):
            if isinstance(item, Problem):
                yield item
            elif item.path:
                info = infos[item.path.relative_to(base).as_posix()]
                yield from _member(archive, info, within._replace(name=item.name, path=item.path), depth)


def _checked(archive: ZipFile, seekable: IO[bytes]) -> dict[str, ZipInfo]:
    """Name → member, without folders, hidden files and what belongs to a saved page, in the order of names.

    Raises:
        UnreadableError: the members lie over each other, as in an archive made to fill memory.
    """
    infos = archive.infolist()
    size = seekable.seek(0, io.SEEK_END)
    if sum(info.compress_size for info in infos) > size:
        what = "a zip archive whose members lie over each other"
        raise UnreadableError(what, "made to fill memory or disk; nothing in it was read")
    named = {PurePosixPath(info.filename.replace("\\", "/")).as_posix(): info for info in infos if not info.is_dir()}
    return {name: named[name] for name in sorted(named) if not _is_hidden(name) and not _is_of_page(name, named)}


def _is_of_page(name: str, named: Container[str]) -> bool:
    folders = PurePosixPath(name).parents
    return any(belongs_to_page(folder, lambda page: page.as_posix() in named) for folder in folders)


def _is_hidden(name: str) -> bool:
    return any(part == "__MACOSX" or (part.startswith(".") and part not in ("..", IGNORE)) for part in name.split("/"))


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/")


def _member(archive: ZipFile, info: ZipInfo, entry: Entry, depth: int) -> Iterator[Entry | Problem]:
    if info.flag_bits & 1:
        yield Problem(entry.name, "encrypted", "unpack the archive with its password")
        return
    try:
        with archive.open(info) as packed:
            head, outer = peek(guarded(cast(ZipExtFile, packed), "zip", lambda: info.compress_size))
            inner = entry._replace(stream=unpacked(head, outer))
            if suffix(PurePosixPath(info.filename)) != ".zip":
                yield inner
            elif depth == DEEPEST:
                yield Problem(entry.name, "an archive in an archive in an archive", "unpack the outer ones")
            else:
                yield from members(inner, io.BytesIO(whole(inner.stream)), depth + 1)
    except UnreadableError as error:
        yield Problem(entry.name, error.what, error.hint)
    except (NotImplementedError, BadZipFile) as error:
        yield Problem(entry.name, f"cannot be unpacked: {error}", "unpack the archive and give the folder")


def _within(archive: ZipFile, infos: dict[str, ZipInfo], base: Path, outside: Fetch) -> Fetch:
    """What lies at a path within the archive at ``base``, or ``outside`` it."""

    def fetch(path: Path) -> bytes | None:
        if path == base or not path.is_relative_to(base):
            return outside(path)
        info = infos.get(path.relative_to(base).as_posix())
        if info is None or info.flag_bits & 1:
            return None
        try:
            with archive.open(info) as stream:
                return stream.read(BESIDE + 1)
        except Exception as error:
            raise UnreadableError(f"cannot be unpacked: {error}", "unpack the archive and give the folder") from None

    return fetch
