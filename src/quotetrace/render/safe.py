"""Text of articles is data: characters that steer a terminal or reorder a line are shown, never sent."""

import codecs
import re

# ESC and the other C0 controls, DEL, C1, bidirectional marks and overrides, line and paragraph separators, surrogates.
# Newline and tab are let through: who lays out a line decides on them.
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060")  # soft hyphen, zero-width space, word joiner
GAPS = re.compile(r"\s+")
ASCII = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "--",
        "…": "...",
        "·": "-",
        "→": "->",
        "↔": "<->",
        "│": "|",
        "─": "-",
        "×": "x",
        "\xa0": " ",
    }
)


def visible(text: str) -> str:
    r"""``text`` with every steering character written out, and without soft hyphens and zero-width spaces.

    >>> visible("red \x1b[31m, turned \u202e, rung \a")
    'red ␛[31m, turned \\u202e, rung ␇'
    """
    return text if text.isascii() and text.isprintable() else STEERING.sub(_shown, text.translate(UNSEEN))


def one_line(text: str) -> str:
    r"""``text`` made visible on one line: every run of white space is one space.

    >>> one_line("two\r\nlines")
    'two lines'
    """
    return visible(GAPS.sub(" ", text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _spelt(error: UnicodeError) -> tuple[str, int]:
    """What a narrow encoding cannot hold: marks and dashes as ASCII has them, the rest as an escape."""
    return _unheld(error).translate(ASCII).encode("ascii", "backslashreplace").decode(), error.end  # type: ignore[attr-defined]


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What a narrow encoding cannot hold, as JSON escapes it."""
    units = _unheld(error).encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True)), error.end  # type: ignore[attr-defined]


def _unheld(error: UnicodeError) -> str:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end]


codecs.register_error("quotetrace-text", _spelt)
codecs.register_error("quotetrace-json", _escaped)
