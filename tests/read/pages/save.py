"""Makes the saved pages beside it: `python save.py` opens ferry.src.html in Chromium and saves it in three ways.

The page as its script left it (ferry.html), as a single file with all it needs (ferry.mhtml), and printed (ferry.pdf).
Needs Debian's package chromium. The tests read what is saved here, so that they need no browser.
"""

import base64
import json
import os
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


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


def main() -> None:
    browser = Browser()
    target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
    page = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    browser.ask("Page.enable", page)
    browser.ask("Page.navigate", page, url=(HERE / "ferry.src.html").as_uri())
    wait = "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
    browser.ask("Runtime.evaluate", page, expression=wait, awaitPromise=True)
    whole = browser.ask("Runtime.evaluate", page, expression="document.documentElement.outerHTML")
    (HERE / "ferry.html").write_text("<!DOCTYPE html>\n" + whole["result"]["value"] + "\n", encoding="utf-8")
    single = browser.ask("Page.captureSnapshot", page, format="mhtml")["data"]
    (HERE / "ferry.mhtml").write_text(
        single.replace(HERE.as_uri(), "https://herald.example"), encoding="utf-8", newline=""
    )
    (HERE / "ferry.pdf").write_bytes(base64.b64decode(browser.ask("Page.printToPDF", page)["data"]))
    browser.ask("Browser.close")
    browser.process.wait()


if __name__ == "__main__":
    main()
