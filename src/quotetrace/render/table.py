"""The table for a terminal: the same rows as plain text, wrapped, in colours, in two columns where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from quotetrace.models import Article, Check, Diff, Entry, Found, Problem, Quote, Scan
from quotetrace.render.page import Page
from quotetrace.render.rows import Block, Piece, Role, Row, signed
from quotetrace.render.subject import Subject

STYLES: dict[Role, str] = {
    "text": "",
    "quiet": "dim",
    "number": "bold",
    "speaker": "bold",
    "outlet": "cyan",
    "said": "",
    "added": "bold green",
    "dropped": "red strike",
    "moved": "blue",
    "basis": "magenta",
    "warning": "yellow",
}
WIDE = 120  # columns from which a block's two columns stand side by side
READABLE = 100  # columns that a line of prose may fill
GUTTER = 3
LONGEST: dict[Role, int] = {"said": 60, "added": 60, "dropped": 8}  # words of a piece before its middle is left out


def scan(found: Scan, page: Page) -> Iterator[str]:
    """The families, narration and sum of a scan."""
    from quotetrace.render import families

    return _printed(families.blocks(found), page)


def scan_by_outlet(found: Scan, page: Page) -> Iterator[str]:
    """Who takes from whom, how often, with what changes."""
    from quotetrace.render import outlets

    return _printed(outlets.blocks(found), page)


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """The quotes of each article, as the articles arrive."""
    from quotetrace.render import quotes

    return _printed(quotes.blocks(found, problems), page)


def diff(found: Diff, page: Page) -> Iterator[str]:
    """The pairs of two articles, the quotes of one side, and the narration in both."""
    from quotetrace.render import pairs

    return _printed(pairs.blocks(found), page)


def explain(subject: Subject, found: Scan, page: Page) -> Iterator[str]:
    """What is known of one thing, and every reason for it."""
    from quotetrace.render import explained

    return _printed(explained.blocks(subject, found), page)


def check(found: Check, page: Page) -> Iterator[str]:
    """The verdict on each quote of a draft."""
    from quotetrace.render import checked

    return _printed(checked.blocks(found), page)


def find(found: Found, page: Page) -> Iterator[str]:
    """Where a wording occurs."""
    from quotetrace.render import finds

    return _printed(finds.blocks(found), page)


def config(found: Sequence[Entry], page: Page) -> Iterator[str]:
    """Names, values and notes in columns."""
    from quotetrace.render import listing

    return _printed(listing.blocks(found), page)


doctor = config


def _printed(blocks: Iterable[Block], page: Page) -> Iterator[str]:
    between = ""
    for block in blocks:
        with StringIO() as file:
            console = _console(file, page)
            for line in _laid_out(block, page, console):
                console.print(line, no_wrap=True, overflow="ignore", crop=False)
            yield between + file.getvalue()
        between = "\n"


def _console(file: StringIO, page: Page) -> Console:
    return Console(
        file=file,
        width=page.width,
        color_system="standard" if page.color else None,
        force_terminal=page.color,
        no_color=not page.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def _laid_out(block: Block, page: Page, console: Console) -> Iterator[Text]:
    one = min(page.width, READABLE)
    yield from _lines(block.head, page.width, page, console)
    if not block.right or page.width < WIDE:
        yield from _lines((*block.left, *block.right), one, page, console)
        return
    width = page.width // 2 if block.even else min(READABLE, page.width * 4 // 7)
    left = list(_lines(block.left, width, page, console))
    right = list(_lines(block.right, page.width - width - GUTTER, page, console))
    for one_side, other_side in zip_longest(left, right, fillvalue=Text()):
        beside = Text().append_text(one_side)
        beside.pad_right(max(0, width + GUTTER - one_side.cell_len))
        beside.append_text(other_side).rstrip()
        yield beside


def _lines(rows: Iterable[Row], width: int, page: Page, console: Console) -> Iterator[Text]:
    """The lines that ``rows`` are broken into, none wider than ``width``."""
    for row in rows:
        text, room = _text(row, page), max(20, width - row.indent - row.hang)
        if row.brief:
            text.truncate(room, overflow="ellipsis")
        for number, line in enumerate(text.wrap(console, room)):
            line.rstrip()
            yield Text(" " * (row.indent + (row.hang if number else 0))).append_text(line)


def _text(row: Row, page: Page) -> Text:
    text = Text()
    for piece in map(_shortened, row.pieces):
        text.append(piece.text if page.color else signed(piece), STYLES[piece.role] if page.color else "")
    return text


def _shortened(piece: Piece) -> Piece:
    """A piece whose middle is left out where it is too long to be taken in; plain text has it whole."""
    most = LONGEST.get(piece.role)
    if most is None or len(words := piece.text.split(" ")) <= most + 4:
        return piece
    half = most // 2
    left_out = f"… {len(words) - 2 * half} words …"
    return Piece(" ".join([*words[:half], left_out, *words[-half:]]), piece.role)
