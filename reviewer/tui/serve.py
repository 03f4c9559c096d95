"""The same app in a browser, by textual-serve, for this machine alone.

The server listens on 127.0.0.1 only. A page from elsewhere, open in the same browser, could still
reach it: so a request must name this server as its host, and a WebSocket must come from its page.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import Any

from reviewer.errors import UsageError

HOST = "127.0.0.1"
_OPTIONS = ("--serve", "--port")

# The page of textual-serve asks for a font from elsewhere; who reads what is nobody's business.
_POLICY = (
    "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data: blob:; connect-src 'self';"
    " frame-ancestors 'none'"
)

Handler = Callable[[Any], Awaitable[Any]]


def command(argv: Sequence[str]) -> str:
    """The command line for one browser window: as ours (``review PATH …``), but in a terminal."""
    kept: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, _value = word.partition("=")
        if name not in _OPTIONS:
            kept.append(word)
        elif name == "--port" and not equals:
            next(words, None)
    return shlex.join([sys.executable, "-m", "reviewer", *kept])


def server(argv: Sequence[str], port: int) -> Any:
    """The server, not yet running. Raises UsageError where textual-serve is not installed."""
    try:
        base = import_module("textual_serve.server").Server
        web = import_module("aiohttp.web")
    except ImportError:
        raise UsageError("the browser needs textual-serve: pip install textual-serve") from None
    hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    async def guard(request: Any, handler: Handler) -> Any:
        """Refuse what another site's page, or another name for this address, asks for."""
        origin = request.headers.get("Origin")
        here = request.host in hosts and (
            origin is None or origin in {f"http://{h}" for h in hosts}
        )
        if not here or (request.path == "/ws" and origin is None):
            raise web.HTTPForbidden(text="This reviewer serves its own page only.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = _POLICY
        return response

    class Guarded(base):  # type: ignore[misc, valid-type]
        async def _make_app(self) -> Any:
            app = await super()._make_app()
            app.middlewares.append(web.middleware(guard))
            return app

    return Guarded(command(argv), host=HOST, port=port, title="reviewer")


def serve(argv: Sequence[str], port: int = 8000) -> int:
    """Serve until interrupted; every window that is opened is a review of its own."""
    server(argv, port).serve()
    return 0
