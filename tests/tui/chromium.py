"""Chromium without a screen, driven by its remote debugging protocol over aiohttp's WebSocket."""

import asyncio
import itertools
import json
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1200,800",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-port=0",
)


def installed():
    """The path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser with one page; an asynchronous context."""

    def __init__(self, folder):
        self._folder = folder
        self._numbers = itertools.count(1)

    async def __aenter__(self):
        import aiohttp

        self._browser = subprocess.Popen(
            [installed(), *FLAGS, f"--user-data-dir={self._folder}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._client = aiohttp.ClientSession()
        port = await self._until(self._port, "a debugging port")
        pages = await self._until(lambda: self._pages(port), "a page")
        self._socket = await self._client.ws_connect(pages[0]["webSocketDebuggerUrl"])
        return self

    async def __aexit__(self, *error):
        await self._client.close()
        self._browser.terminate()
        self._browser.wait(10)

    async def _port(self):
        written = self._folder / "DevToolsActivePort"
        return written.read_text().split()[0] if written.exists() else None

    async def _pages(self, port):
        async with self._client.get(f"http://127.0.0.1:{port}/json/list") as answer:
            return [page for page in await answer.json() if page["type"] == "page"]

    async def _until(self, ask, what, seconds=60):
        for _ in range(seconds * 10):
            if answer := await ask():
                return answer
            await asyncio.sleep(0.1)
        raise AssertionError(f"{what} did not come in {seconds} s")

    async def call(self, method, **params):
        """One command of the protocol; its result."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            answer = json.loads((await self._socket.receive()).data)
            if answer.get("id") == number:
                return answer.get("result", answer)

    async def evaluate(self, script):
        """The value of a JavaScript expression in the page."""
        result = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return result["result"].get("value")

    async def wait_for(self, script):
        """Wait until an expression is true."""
        await self._until(lambda: self.evaluate(script), script)

    async def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    async def press(self, key, *, ctrl=False):
        modifiers = 2 if ctrl else 0
        text = {} if ctrl else {"text": key}
        for kind in ("keyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=f"Key{key.upper()}",
                windowsVirtualKeyCode=ord(key.upper()),
                modifiers=modifiers,
                **(text if kind == "keyDown" else {}),
            )
