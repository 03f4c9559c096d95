"""The app in a real browser: open, next, approve, save."""

import asyncio
import socket
import subprocess
import sys

import pytest

from reviewer.decisions import Log
from tests.tui.chromium import Chromium, installed

pytestmark = [
    pytest.mark.skipif(installed() is None, reason="no Chromium (apt-get install chromium)"),
    pytest.mark.skipif(sys.platform == "win32", reason="textual-serve needs a pseudo-terminal"),
]

TEXT = (
    "On Friday Moscow hosted trilogues with Armenia and Azerbaijan.\n"
    "The Armenian side was led by Arcruns Ovannisyan, a spokesman.\n"
)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


async def until(ask):
    for _ in range(300):
        if ask():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come about in 30 s")


async def test_open_next_approve_save(cli, project, tmp_path_factory):
    pytest.importorskip("textual_serve", reason="textual-serve is not installed")
    article, log = project / "a.txt", Log(project / ".reviewer")
    article.write_text(TEXT)
    assert cli("check", "a.txt").returncode == 1  # from here on the findings are known
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "review", "--serve", "--port", str(port), "a.txt"],
        cwd=project,
        stdout=subprocess.DEVNULL,
    )
    try:
        async with Chromium(tmp_path_factory.mktemp("chromium")) as page:
            await page.call("Page.enable")
            for _ in range(100):
                if not (await page.call("Page.navigate", url=f"http://127.0.0.1:{port}/")).get(
                    "errorText"
                ):
                    break
                await asyncio.sleep(0.1)
            await page.wait_for("document.body.classList.contains('-first-byte')")
            elsewhere = (
                "performance.getEntriesByType('resource')"
                f".filter(e => !e.name.startsWith('http://127.0.0.1:{port}/') && e.responseStatus)"
                ".length"
            )
            assert await page.evaluate(elsewhere) == 0
            await until(lambda: list((project / ".reviewer").glob("locks/*")))
            await page.click(300, 500)  # the keys are the terminal's from here on
            await page.press("n")
            await page.press("a")
            await until(log.read)
            await page.press("s", ctrl=True)
            await until(lambda: article.read_text() != TEXT)
    finally:
        server.terminate()
        server.wait(10)
    assert article.read_text() == TEXT.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan")
    assert [(d.action, d.text) for d in log.read()] == [("approve", "Arcruns Ovannisyan")]
