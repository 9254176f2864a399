"""Who may talk to what is for this computer alone: its own names, its own page, or no page at all."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.serving.address import bracketed, is_own_machine

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class OwnPageOnly:
    """Refuses what another site's page sends: a browser names the page it comes from in the Origin header."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer 403."""
        if scope["type"] == "http" and _is_foreign(Headers(scope=scope)):
            await PlainTextResponse("This page answers its own requests only.", status_code=403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class NoPage:
    """Refuses what any page in a browser sends, under whatever name it reached this computer: programs only."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer 403."""
        if scope["type"] == "http" and Headers(scope=scope).get("origin") is not None:
            await PlainTextResponse("This address answers no web pages.", status_code=403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def guards(host: str) -> list[Middleware]:
    """Middleware for a page at that host; a page that others may reach has none of it, they come by other names."""
    if not is_own_machine(host):
        return []
    names = [*LOOPBACK_NAMES, bracketed(host)]
    return [Middleware(TrustedHostMiddleware, allowed_hosts=names), Middleware(OwnPageOnly)]
