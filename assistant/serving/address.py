"""An address to listen on: whether it can be had, and whether only this computer reaches it."""

from __future__ import annotations

import errno
import ipaddress
import socket

from assistant.errors import BadInput

MOST_PORT = 65_535


def is_own_machine(host: str) -> bool:
    """True where only the computer that listens there can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bracketed(host: str) -> str:
    """The host as it stands in an address: one of IPv6 in square brackets."""
    return f"[{host}]" if ":" in host else host


def check_free(host: str, port: int) -> None:
    """Nothing where the address can be had; else BadInput with what to do."""
    if not 1 <= port <= MOST_PORT:
        raise BadInput(f"port {port} does not exist: choose one from 1 to {MOST_PORT}, for example --port 7860")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as exc:
        raise BadInput(_reason(exc, host, port)) from exc


def _reason(exc: OSError, host: str, port: int) -> str:
    if exc.errno == errno.EADDRINUSE:
        other = port + 1 if port < MOST_PORT else 7860
        return f"port {port} on {host} is taken, perhaps by Plumbline itself, which is open already: try --port {other}"
    if exc.errno == errno.EACCES:
        return f"port {port} needs more rights than this program has: choose one above 1023, for example --port 7860"
    return f"{host!r} is no address of this computer ({exc.strerror or exc}): use --host 127.0.0.1"
