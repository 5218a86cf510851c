"""Makes the files beside it with the programs that people save articles with: `python save.py`.

Chromium opens ferry.src.html and saves the page as its script left it (ferry.html), as a single file with all it needs
(ferry.mhtml), and printed (ferry.pdf). It prints story.txt (story.pdf); LibreOffice saves that as story.rtf. Needs
Debian's packages chromium and libreoffice-writer-nogui. The tests read what is saved here, and need neither.
"""

import base64
import html
import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ADDRESS = "https://herald.example"


class Browser:
    """Chromium, steered through the pipe of its DevTools protocol: JSON with a NUL after each message."""

    def __init__(self) -> None:
        read_end, self._write = os.pipe()
        self._read, write_end = os.pipe()
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
        command = ["bash", "-c", f"exec chromium {' '.join(flags)} 3<&{read_end} 4>&{write_end}"]
        self.process = subprocess.Popen(command, pass_fds=(read_end, write_end), stderr=subprocess.DEVNULL)
        self._count, self._left = 0, b""

    def ask(self, method: str, session: str | None = None, **params: Any) -> Any:
        """The result of a command of the protocol."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        os.write(self._write, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            while b"\0" not in self._left:
                self._left += os.read(self._read, 1 << 20)
            answer, self._left = self._left.split(b"\0", 1)
            told = json.loads(answer)
            if told.get("id") == self._count:
                return told["result"]

    def open(self, page: Path) -> str:
        """The session of a page that is loaded."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = str(self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        self.ask("Page.enable", session)
        self.ask("Page.navigate", session, url=page.as_uri())
        wait = "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
        self.ask("Runtime.evaluate", session, expression=wait, awaitPromise=True)
        return session

    def printed(self, session: str) -> bytes:
        """A page as a PDF."""
        return base64.b64decode(self.ask("Page.printToPDF", session)["data"])


def main() -> None:
    browser = Browser()
    page = browser.open(HERE / "ferry.src.html")
    dom = browser.ask("Runtime.evaluate", page, expression="document.documentElement.outerHTML")["result"]["value"]
    (HERE / "ferry.html").write_text(f"<!DOCTYPE html>\n{dom}\n", encoding="utf-8")
    single = browser.ask("Page.captureSnapshot", page, format="mhtml")["data"].replace(HERE.as_uri(), ADDRESS)
    (HERE / "ferry.mhtml").write_text(single, encoding="utf-8", newline="")
    (HERE / "ferry.pdf").write_bytes(browser.printed(page))
    with tempfile.TemporaryDirectory() as folder:
        paragraphs = html.escape((HERE / "story.txt").read_text(encoding="utf-8")).split("\n\n")
        plain = Path(folder, "story.html")
        plain.write_text("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), encoding="utf-8-sig")
        (HERE / "story.pdf").write_bytes(browser.printed(browser.open(plain)))
        office = ["soffice", "--headless", "--convert-to", "rtf:Rich Text Format", "--outdir", str(HERE)]
        subprocess.run([*office, str(HERE / "story.txt")], check=True, stdout=subprocess.DEVNULL)
    browser.ask("Browser.close")
    browser.process.wait()


if __name__ == "__main__":
    main()
