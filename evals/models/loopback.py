"""A scripted OpenAI-compatible server on loopback, and the record of what it was told and said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread

from pydantic import ValidationError

from evals.models.asked import Asked
from evals.models.line import Delivered, Line, deliver
from evals.models.reply import Exchange, Occasion, Reply, Script
from evals.models.wire import models, problem

JSON = "application/json"
MODEL = "scripted"


class Served:
    """A running scripted server: where it is, and every exchange so far. One talk at a time has turns of its own."""

    model = MODEL

    def __init__(self, script: Script) -> None:
        self._script = script
        self._exchanges: list[Exchange] = []
        self._turn: int | None = None
        self._lock = Lock()
        self.base_url = ""

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Every request in the order of arrival, with what came of it."""
        with self._lock:
            return tuple(self._exchanges)

    def begin_turn(self, turn: int) -> None:
        """From now on requests belong to this turn; where it is never called, each request is one."""
        with self._lock:
            self._turn = turn

    def answer(self, asked: Asked) -> tuple[int, Reply]:
        """The number that the exchange is kept under, and the script's reply."""
        with self._lock:
            number = len(self._exchanges)
            turn = number if self._turn is None else self._turn
            nth = sum(each.turn == turn for each in self._exchanges)
            reply = self._script(Occasion(asked, turn, nth, tuple(each.asked for each in self._exchanges)))
            kept = Exchange(number=number, turn=turn, behaviour=reply.behaviour, asked=asked, status=reply.status)
            self._exchanges.append(kept)
        return number, reply

    def close(self, number: int, delivered: Delivered) -> None:
        """The exchange of that number has come to its end."""
        told = {"said": delivered.said, "characters": delivered.characters, "ending": delivered.ending}
        with self._lock:
            self._exchanges[number] = self._exchanges[number].model_copy(update=told)


@contextmanager
def serving(script: Script) -> Iterator[Served]:
    """A server on a free port of 127.0.0.1; replies that are under way are broken off at the end."""
    served, closing = Served(script), Event()

    class Handler(_Handler):
        desk, ending = served, closing

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def named(reply: Reply, behaviour: str) -> Reply:
    """The same reply under a name that the record shows."""
    return replace(reply, behaviour=behaviour)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    desk: Served
    ending: Event

    def do_GET(self) -> None:
        line = Line(self, self.ending)
        if self.path.endswith("/models"):
            line.send(200, JSON, models(MODEL))
        else:
            line.send(404, JSON, problem(404, f"no {self.path!r} here"))

    def do_POST(self) -> None:
        line = Line(self, self.ending)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.path.endswith("/chat/completions"):
            line.send(404, JSON, problem(404, f"no {self.path!r} here"))
            return
        try:
            asked = Asked.model_validate_json(body)
        except ValidationError as exc:
            line.send(400, JSON, problem(400, str(exc)))
            return
        self.close_connection = True
        number, reply = self.desk.answer(asked)
        deliver(reply, asked, line, lambda delivered: self.desk.close(number, delivered))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the record says it all."""
