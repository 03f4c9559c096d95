"""The app in a browser: on this machine only, and for its own page only."""

import asyncio
import gc
import shlex
import socket
import sys

import pytest

from reviewer.errors import UsageError
from reviewer.tui import serve


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["review", "--serve", "a b.txt"], ["review", "a b.txt"]),
        (["review", "--port", "9000", "--serve", "x"], ["review", "x"]),
        (["review", "--serve", "--port=9000", "--glossary", "g"], ["review", "--glossary", "g"]),
        (["review", "--serve", "$(rm -rf x)"], ["review", "$(rm -rf x)"]),
    ],
)
def test_the_command_of_a_window(argv, expected):
    assert shlex.split(serve.command(argv)) == [sys.executable, "-m", "reviewer", *expected]


def test_without_textual_serve_that_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    with pytest.raises(UsageError, match="pip install textual-serve"):
        serve.server(["review"], 8000)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


async def test_only_its_own_page_is_let_in(project):
    pytest.importorskip("textual_serve", reason="textual-serve is not installed")
    aiohttp = pytest.importorskip("aiohttp")
    from aiohttp import web

    (project / "a.txt").write_text("Moscow hosted trilogues with Armenia and Azerbaijan.\n")
    port = free_port()
    runner = web.AppRunner(await serve.server(["review", "--serve", "a.txt"], port)._make_app())
    await runner.setup()
    await web.TCPSite(runner, serve.HOST, port).start()
    url, own = f"http://127.0.0.1:{port}", {"Origin": f"http://127.0.0.1:{port}"}
    try:
        async with aiohttp.ClientSession() as client:
            for headers, status in (
                ({}, 200),
                (own, 200),
                ({"Host": f"evil.example:{port}"}, 403),
                ({"Origin": "http://evil.example"}, 403),
            ):
                assert (await client.get(f"{url}/", headers=headers)).status == status
            for headers in ({}, {"Origin": "http://evil.example"}):
                with pytest.raises(aiohttp.WSServerHandshakeError):
                    await client.ws_connect(f"{url}/ws", headers=headers)
            async with client.ws_connect(f"{url}/ws?width=100&height=30", headers=own) as window:
                await asyncio.wait_for(until(window, "Suggested"), 60)
                await window.send_json(["stdin", "a"])
                await asyncio.wait_for(until(window, "not saved"), 30)
                await window.send_json(["stdin", "\x13"])
                await asyncio.wait_for(until(window, "written"), 30)
                await window.send_json(["stdin", "q"])
                await asyncio.wait_for(closed(window), 30)
    finally:
        await runner.cleanup()
        gc.collect()  # textual-serve leaves a program's pipe to the collector: while the loop runs
    assert "trilateral talks" in (project / "a.txt").read_text()


async def closed(window):
    """Read until the program has ended."""
    async for _message in window:
        pass


async def until(window, text):
    """Read what the window would show until the text has come."""
    seen = ""
    while text not in seen:
        message = await window.receive()
        data = message.data
        seen += data.decode("utf-8", "replace") if isinstance(data, bytes) else str(data)
