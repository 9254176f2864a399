"""Python started with this folder on its path notes each name or address outside this machine, and refuses it."""

import os
import socket
from pathlib import Path

_connect, _look_up = socket.socket.connect, socket.getaddrinfo
_OWN = ("127.", "localhost", "::1")


def _check(host):
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith(_OWN):
        with Path(os.environ["REACHED"]).open("a", encoding="utf-8") as note:
            note.write(f"{name}\n")
        raise OSError(f"a test tried to reach {name!r}")


def _guarded(self, address):
    if isinstance(address, tuple):
        _check(address[0])
    return _connect(self, address)


def _asked(host, *rest, **options):
    _check(host)
    return _look_up(host, *rest, **options)


socket.socket.connect, socket.getaddrinfo = _guarded, _asked
