"""Files in every format, each made by the program or library that people make it with."""

import bz2
import csv
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile

import docx
import duckdb
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAVED = Path(__file__).parent / "saved"
STORY = (SAVED / "story.txt").read_text(encoding="utf-8")
ADDRESS = "https://herald.example/2031/05/bridge"
RECORD = {"id": "bridge", "outlet": "Vesparin Herald", "published": "2031-05-03", "text": STORY}


def page(body: str, head: str = "") -> str:
    """A page with an article of ``body``, in the frame that pages have."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Herald</title>{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/town'>Town</a></li></ul></nav>"
        f"<main><article>{body}</article></main><footer><p>All rights reserved.</p></footer></body></html>"
    )


def story_page() -> str:
    """The story as a page that leaves its marks to the browser where it can."""
    title, *paragraphs = STORY.strip().split("\n\n")
    marked = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    first = "“We found clay where the old maps promised rock, and clay doesn’t hold a pier,”"
    assert first in marked
    return page(f"<h1>{title}</h1>" + marked.replace(first, f"<q>{first[1:-1]}</q>"))


def web_archive(pages: Mapping[str, tuple[str, str, bytes]], packed: bool = True) -> bytes:
    """A WARC by warcio: address → status line, type and content of each response."""
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=packed)
    info = writer.create_warcinfo_record("crawl.warc.gz", {"software": "a crawler"})
    writer.write_record(info)
    info.raw_stream.close()
    for address, (status, kind, content) in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", io.BytesIO(content), len(content), http_headers=headers)
        )
    return data.getvalue()


def write_docx(path: Path) -> None:
    document = docx.Document()
    for paragraph in STORY.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(path))


def write_csv(path: Path, delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(RECORD), delimiter=delimiter)
        table.writeheader()
        table.writerow(RECORD)


def write_parquet(path: Path, rows: int = 1) -> None:
    names, values = ", ".join(RECORD), ", ".join("?" for _ in RECORD)
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE story ({', '.join(f'{name} VARCHAR' for name in RECORD)})")
        database.executemany(f"INSERT INTO story ({names}) VALUES ({values})", [list(RECORD.values())] * rows)
        database.execute(f"COPY story TO '{path}' (FORMAT parquet)")


def write_zip(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def feed() -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.strip().split("\n\n"))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>Vesparin Herald</title><link>https://herald.example</link><language>en</language><item>"
        f"<title>The bridge</title><link>{ADDRESS}</link><guid>{ADDRESS}</guid>"
        "<pubDate>Sat, 03 May 2031 08:30:00 GMT</pubDate><description>Clay, not rock.</description>"
        f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded></item></channel></rss>"
    )


RESPONSE = ("200 OK", "text/html; charset=utf-8", story_page().encode())
LINE = json.dumps(RECORD).encode()
MAKERS: dict[str, Callable[[Path], object]] = {
    "story.txt": lambda path: path.write_text(STORY, encoding="utf-8"),
    "story.md": lambda path: path.write_text(f"---\noutlet: Vesparin Herald\n---\n# {STORY}", encoding="utf-8"),
    "story.json": lambda path: path.write_text(json.dumps([RECORD], indent=1)),
    "story.jsonl": lambda path: path.write_bytes(LINE),
    "story.jsonl.gz": lambda path: path.write_bytes(gzip.compress(LINE)),
    "story.jsonl.bz2": lambda path: path.write_bytes(bz2.compress(LINE)),
    "story.jsonl.xz": lambda path: path.write_bytes(lzma.compress(LINE)),
    "story.csv": write_csv,
    "story.tsv": lambda path: write_csv(path, "\t"),
    "story.html": lambda path: path.write_text(story_page(), encoding="utf-8"),
    "story.warc": lambda path: path.write_bytes(web_archive({ADDRESS: RESPONSE}, packed=False)),
    "story.warc.gz": lambda path: path.write_bytes(web_archive({ADDRESS: RESPONSE})),
    "story.rss": lambda path: path.write_text(feed(), encoding="utf-8"),
    "story.parquet": write_parquet,
    "story.pdf": lambda path: copyfile(SAVED / "story.pdf", path),
    "story.docx": write_docx,
    "story.rtf": lambda path: copyfile(SAVED / "story.rtf", path),
    "story.zip": lambda path: write_zip(path, "papers/zipped.txt", STORY.encode()),
}
"""File name → what makes the story in that format at a path."""
