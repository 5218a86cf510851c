"""Memory and time of `quotetrace extract` over one large file of each format that holds many articles.

    python benchmarks/formats.py --megabytes 2048 jsonl
    python benchmarks/formats.py --megabytes 200 csv jsonl.gz json parquet warc.gz zip

The articles are made up: sentences of our own with numbers in them, so that no two are alike; about 1,800 characters
each. A file is made in the folder for temporary files, read by a quotetrace in a process of its own, and removed.
Printed are its size, the number of articles and quotes, the peak of resident memory (VmHWM, Linux only), that of a run
over one megabyte in the same format, and CPU seconds. Flattering: every article has the same ten sentences.
"""

import argparse
import csv
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

RUN = """
import re, sys
from quotetrace.cli import main
try:
    main()
finally:
    peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
    print(int(peak) // 1024, file=sys.stderr)
"""
SENTENCES = (
    "The ferry across the Ilven sailed again on Tuesday, {a} weeks after the flood tore it from its chain.",
    "Some {b} people lined the northern bank, where the landing stage had been painted green for the occasion.",
    "“She floats, she steers and she is {a} minutes late, so everything is as it was,” said Osk Tarreby, the captain.",
    "The boat was built in a yard at Lower Ilven, {a} miles down the valley, and carries two carts or forty sheep.",
    "A bridge in Weir Street, begun in the year {b}, stands as two piers without a road between them.",
    "The new price of it is {b} crowns, a third more than the old one, for clay was found where a map had rock.",
    "“A town that forgets where its river ran {b} years ago will pay for it,” said Halvard Ness, a surveyor.",
    "Until the work begins anew, carts go round by the mill, which takes {a} minutes in dry weather.",
    "Ferries of this kind, moved by the current alone, were once found at {a} places between here and the sea.",
    "The next meeting of the council is on {a} May, in the hall of the old customs house beside the lock.",
)


def articles(megabytes: int) -> Iterator[dict[str, str]]:
    """Articles until their texts are so many megabytes."""
    size, number = 0, 0
    while size < megabytes << 20:
        lines = [text.format(a=number % 97, b=number * 7919 % 100_003) for text in SENTENCES]
        text = "\n\n".join([f"Story {number} of the ferry", *lines, *lines[3:]])
        yield {"id": f"a{number}", "outlet": f"Herald {number % 50}", "date": "2031-05-03", "text": text}
        size, number = size + len(text.encode()), number + 1


def as_jsonl(path: Path, megabytes: int) -> None:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8") as file:  # type: ignore[operator]
        for record in articles(megabytes):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def as_csv(path: Path, megabytes: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "outlet", "date", "text"])
        table.writeheader()
        table.writerows(articles(megabytes))


def as_parquet(path: Path, megabytes: int) -> None:
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        lines = Path(folder, "a.jsonl")
        as_jsonl(lines, megabytes)
        database.execute(f"COPY (SELECT * FROM read_json('{lines}')) TO '{path}' (FORMAT parquet)")


def as_warc(path: Path, megabytes: int) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for record in articles(megabytes):
            body = "".join(f"<p>{paragraph}</p>" for paragraph in record["text"].split("\n\n"))
            page = f'<html lang="en"><head><title>Herald</title></head><body><main>{body}</main></body></html>'.encode()
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://herald.example/{record['id']}"
            made = writer.create_warc_record(address, "response", io.BytesIO(page), len(page), http_headers=answer)
            writer.write_record(made)


def as_zip(path: Path, megabytes: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for record in articles(megabytes):
            archive.writestr(f"{record['id']}.txt", record["text"])


MAKERS: dict[str, Callable[[Path, int], None]] = {
    "jsonl": as_jsonl,
    "jsonl.gz": as_jsonl,
    "csv": as_csv,
    "parquet": as_parquet,
    "warc.gz": as_warc,
    "zip": as_zip,
}


def measure(path: Path) -> tuple[int, int, float]:
    """Quotes found, peak of memory in MB, CPU seconds."""
    before = os.times()
    command = [sys.executable, "-c", RUN, "extract", str(path), "--jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        quotes = sum(1 for _ in run.stdout or ())
        peak = int((run.stderr.read() if run.stderr else "").split()[-1])
    after = os.times()
    return quotes, peak, after[2] + after[3] - before[2] - before[3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=200, help="of text")
    parser.add_argument("formats", nargs="+", choices=MAKERS, metavar="FORMAT")
    options = parser.parse_args()
    print("format      file MB  text MB    quotes  peak MB  peak of 1 MB  CPU s")
    for name in options.formats:
        with tempfile.TemporaryDirectory() as folder:
            one, many = Path(folder, f"one.{name}"), Path(folder, f"many.{name}")
            MAKERS[name](one, 1)
            MAKERS[name](many, options.megabytes)
            _, least, _ = measure(one)
            quotes, peak, seconds = measure(many)
            size = many.stat().st_size >> 20
            print(f"{name:10} {size:8} {options.megabytes:8} {quotes:9} {peak:8} {least:13} {seconds:6.0f}", flush=True)


if __name__ == "__main__":
    main()
