"""Bytes → text: exactly, or with a notice of what was assumed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.read.stream import ENCODINGS, UnreadableError, decode

WESTERN = "The café’s owner said: “We won’t pay €40 – not now.”"
FRENCH = "Le maire a déclaré à la télévision que le pont serait fermé jusqu'à l'été."
RUSSIAN = "Мэр заявил, что мост будет закрыт до следующего лета, сообщило агентство."


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffe")))
def test_utf8_round_trips_exactly(text: str) -> None:
    assert decode(text.encode("utf-8")) == (text, None)


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(bom: bytes, encoding: str) -> None:
    assert decode(bom + "Zoë\r\n“x”".encode(encoding)) == ("Zoë\r\n“x”", None)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_newlines_are_untouched(newline: str) -> None:
    assert decode(f"a{newline}b".encode()).text == f"a{newline}b"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(WESTERN, "cp1252", id="western"),
        pytest.param(FRENCH, "cp1252", id="western, where Central European fits as well"),
        pytest.param("Burmistrz powiedział, że most będzie zamknięty do lata.", "cp1250", id="central european"),
        pytest.param(RUSSIAN, "cp1251", id="cyrillic"),
        pytest.param(RUSSIAN, "koi8_r", id="old cyrillic"),
        pytest.param("市长星期二表示，大桥将关闭到明年夏天。", "gb18030", id="chinese"),
    ],
)
def test_another_encoding_is_assumed_and_named(text: str, encoding: str) -> None:
    assert encoding in ENCODINGS
    assert decode(text.encode(encoding)) == (text, encoding)


def test_utf8_with_one_broken_character_stays_utf8() -> None:
    text, assumed = decode(("“Zoë” " * 100).encode() + b"\xff")
    assert text == "“Zoë” " * 100 + "\ufffd"
    assert assumed == "UTF-8 with damaged places"


def test_a_cut_utf16_text_is_read_up_to_the_cut() -> None:
    assert decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c") == (
        "ab\ufffd",
        "utf-16-le with damaged places",
    )


@pytest.mark.parametrize("data", [b"\x7fELF\0\0", b"\xff\xd8\xff\xe0\0\x10JFIF", codecs.BOM_UTF16_LE + b"a\0\0\0"])
def test_nul_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(data)
