"""One reply delivered over one connection: chunks, silences, resets, and a client that may leave at any time."""

from __future__ import annotations

import select
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from threading import Event

from evals.models.asked import Asked
from evals.models.reply import Die, Ending, Reply, Say, Wait
from evals.models.wire import envelope, problem

KEPT_CHARACTERS = 20_000
LOOK_SECONDS = 0.05
RESET_AT_ONCE = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Delivered:
    """What went out, and how it came to an end."""

    said: str
    characters: int
    ending: Ending


class Line:
    """A connection whose headers go out with the first byte of the body; `closing` is set when the server ends."""

    def __init__(self, handler: BaseHTTPRequestHandler, closing: Event) -> None:
        self._handler = handler
        self._closing = closing

    def send(self, status: int, kind: str, body: bytes) -> None:
        """A whole response of known length."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", kind)
        self._handler.send_header("Content-Length", str(len(body)))
        self._end_headers()
        self._handler.wfile.write(body)

    def begin(self, kind: str) -> None:
        """Status 200 and the headers of a body whose length is not known."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", kind)
        self._handler.send_header("Transfer-Encoding", "chunked")
        self._end_headers()

    def chunk(self, content: bytes) -> None:
        """A piece of that body; nothing where it is empty."""
        if content:
            self._handler.wfile.write(b"%X\r\n%s\r\n" % (len(content), content))

    def end(self) -> None:
        """The end of that body."""
        self._handler.wfile.write(b"0\r\n\r\n")

    def wait(self, seconds: float) -> Ending:
        """Silence; `open` where the line outlived it."""
        for _ in range(max(1, round(seconds / LOOK_SECONDS))):
            if self._closing.wait(LOOK_SECONDS):
                return "server closed"
            if self._left():
                return "client left"
        return "open"

    def reset(self) -> None:
        """The other side reads an error, not an end."""
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
        self._handler.connection.close()

    @property
    def closing(self) -> bool:
        """True once the server ends."""
        return self._closing.is_set()

    def _left(self) -> bool:
        connection = self._handler.connection
        readable = select.select([connection], [], [], 0)[0]
        return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""

    def _end_headers(self) -> None:
        self._handler.send_header("Connection", "close")
        self._handler.end_headers()


def deliver(reply: Reply, asked: Asked, line: Line, told: Callable[[Delivered], None]) -> None:
    """The reply's steps, one after the other, as long as there is somebody to hear them.

    `told` learns of the end before the client can see it; a client that leaves at the very end is told of again.
    """
    said = _Said(told)
    try:
        if reply.status == 200:
            _steps(reply, asked, line, said)
        else:
            said.add("".join(each.text for each in reply.steps if isinstance(each, Say)))
            said.ended("whole")
            line.send(reply.status, "application/json", problem(reply.status, said.kept))
    except OSError:
        said.ended("server closed" if line.closing else "client left")


def _steps(reply: Reply, asked: Asked, line: Line, said: _Said) -> None:
    around = envelope(asked)
    begun = False
    for step in reply.steps:
        after = line.wait(step.seconds) if isinstance(step, Wait) else "open"
        if line.closing or after != "open":
            said.ended("server closed" if line.closing else after)
            return
        if isinstance(step, Die):
            said.ended("reset")
            line.reset()
            return
        if isinstance(step, Say):
            if not begun:
                line.begin(around.kind)
                line.chunk(around.head())
            begun = True
            said.add(step.text)
            line.chunk(around.piece(step.text))
    said.ended("whole")
    if begun:
        line.chunk(around.tail(said.characters))
        line.end()
    else:
        line.send(200, around.kind, b"")


class _Said:
    def __init__(self, told: Callable[[Delivered], None]) -> None:
        self._told = told
        self.kept = ""
        self.characters = 0

    def add(self, text: str) -> None:
        self.kept += text[: KEPT_CHARACTERS - len(self.kept)]
        self.characters += len(text)

    def ended(self, ending: Ending) -> None:
        self._told(Delivered(self.kept, self.characters, ending))
