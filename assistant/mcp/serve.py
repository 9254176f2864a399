"""Runs the server: for the assistant that started it over standard input and output, or at an address over HTTP."""

from __future__ import annotations

import ipaddress
import logging
import signal
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import anyio
import uvicorn
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings

from assistant import open_plumbline
from assistant.files.limits import MEGABYTE
from assistant.mcp.server import Counter, server_of
from assistant.mcp.tools import AFAR, HERE
from assistant.serving import address
from assistant.serving.guards import LOOPBACK_NAMES, NoPage

if TYPE_CHECKING:
    import socket

    from starlette.applications import Starlette

    from assistant.settings import Settings

logger = logging.getLogger(__name__)

PATH = "/mcp"
ENVELOPE_BYTES = 64_000
"""Room in a request beside its arguments."""
MOST_SESSIONS = 100


def over_stdio(settings: Settings) -> None:
    """Answer the assistant that started this process until it closes standard input."""
    # The thread that reads standard input cannot be interrupted, and nothing is kept that could be lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with open_plumbline(settings) as plumbline, closing(Counter(plumbline, HERE)) as counter:
        anyio.run(_answer, counter)


def over_http(settings: Settings, host: str, port: int) -> None:
    """Answer at the address until it is interrupted; raises BadInput where the address cannot be had."""
    address.check_free(host, port)
    if not address.is_own_machine(host):
        logger.warning("others who reach %s can use these tools, without a password", host)
    with open_plumbline(settings) as plumbline, closing(Counter(plumbline, AFAR)) as counter:
        running = listening(application(counter, host, settings.max_file_mb), host, port)
        try:
            running.run()
        except KeyboardInterrupt:
            logger.info("interrupted")


def application(counter: Counter, host: str, max_file_mb: int) -> Starlette:
    """The server as a web application: for programs alone, under the names that the host may be called by."""
    made = server_of(counter).streamable_http_app(
        streamable_http_path=PATH,
        host=host,
        transport_security=_names_of(host),
        max_request_body_size=max_file_mb * MEGABYTE + ENVELOPE_BYTES,
        max_sessions=MOST_SESSIONS,
    )
    made.add_middleware(NoPage)
    return made


class Announced(uvicorn.Server):
    """A server that says where it is once it can be reached."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        await super().startup(sockets)
        if self.started:
            host = address.bracketed(self.config.host)
            sys.stdout.write(f"Plumbline's tools are at http://{host}:{self.config.port}{PATH} (Ctrl+C stops it)\n")
            sys.stdout.flush()


def listening(served: Starlette, host: str, port: int) -> Announced:
    """The application at the address; its log is ours, so that nothing of a request is written."""
    return Announced(uvicorn.Config(served, host=host, port=port, log_config=None, access_log=False))


async def _answer(counter: Counter) -> None:
    server = server_of(counter)
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


def _names_of(host: str) -> TransportSecuritySettings:
    """Host headers that are let in. Who listens everywhere goes by names that cannot be known here."""
    if _is_everywhere(host):
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    names = {*LOOPBACK_NAMES, address.bracketed(host)}
    return TransportSecuritySettings(allowed_hosts=[*names, *(f"{each}:*" for each in names)])


def _is_everywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
