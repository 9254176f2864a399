"""The hostile model where it is slow, endless, broken or shut; and what its record says of that."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest
from pydantic import JsonValue

from evals.models import failures
from evals.models.hostile import Behaviour, hostile
from evals.models.scene import load_lines
from tests.evals.asking import MESSAGES, ask, ever, post

LINES = load_lines()
SLOW = 0.4
STREAMED = pytest.mark.parametrize("stream", [False, True])


@pytest.mark.parametrize(
    ("behaviour", "status"), [(failures.is_busy, 429), (failures.falls_over, 500), (failures.knows_no_key, 401)]
)
def test_a_shut_door_has_its_status(behaviour: Behaviour, status: int) -> None:
    with hostile(behaviour_of=ever(behaviour)) as model:
        response = post(model.base_url, {"messages": [*MESSAGES]})
        assert response.status_code == status
        assert response.json()["error"]["message"] == LINES.problems[status] == model.exchanges[0].said


@STREAMED
@pytest.mark.parametrize("behaviour", [failures.stalls_before_the_first_byte, failures.stalls_in_mid_stream])
def test_a_stall_lasts_as_long_as_it_should_and_then_ends(behaviour: Behaviour, stream: bool) -> None:
    with hostile(behaviour_of=ever(behaviour), stall_seconds=SLOW) as model:
        begun = time.perf_counter()
        assert "save you" in ask(model.base_url, stream)
        assert time.perf_counter() - begun >= SLOW


@pytest.mark.parametrize("behaviour", [failures.stalls_before_the_first_byte, failures.stalls_in_mid_stream])
def test_who_leaves_during_a_stall_is_noticed(behaviour: Behaviour) -> None:
    with hostile(behaviour_of=ever(behaviour)) as model:
        with pytest.raises(httpx.ReadTimeout):
            ask(model.base_url, True, timeout=0.2)
        assert until(lambda: model.exchanges[0].ending == "client left")
        assert bool(model.exchanges[0].said) == (behaviour is failures.stalls_in_mid_stream)


@STREAMED
def test_a_death_is_an_error_not_an_end(stream: bool) -> None:
    with hostile(behaviour_of=ever(failures.dies_in_mid_stream)) as model:
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            ask(model.base_url, stream)
        assert until(lambda: model.exchanges[0].ending == "reset")
        assert model.exchanges[0].said


@STREAMED
def test_one_sentence_is_repeated_until_the_client_leaves(stream: bool) -> None:
    body: dict[str, JsonValue] = {"messages": [*MESSAGES], "stream": stream}
    read = ""
    with hostile(behaviour_of=ever(failures.repeats_for_ever)) as model:
        with httpx.stream("POST", f"{model.base_url}/chat/completions", json=body, timeout=5, verify=False) as response:
            for piece in response.iter_text():
                read += piece
                if read.count(LINES.sentence) == 5:
                    break
        assert until(lambda: model.exchanges[0].ending == "client left")
        assert model.exchanges[0].said.startswith(LINES.sentence * 5)


def test_an_endless_reply_ends_with_the_server() -> None:
    begun = time.perf_counter()
    with hostile(behaviour_of=ever(failures.repeats_for_ever)) as model:
        request = httpx.Client(timeout=5, verify=False)
        response = request.send(
            request.build_request("POST", f"{model.base_url}/chat/completions", json={"messages": [*MESSAGES]}),
            stream=True,
        )
    assert until(lambda: model.exchanges[0].ending == "server closed")
    assert time.perf_counter() - begun < 3
    response.close()
    with pytest.raises(httpx.ConnectError):
        ask(model.base_url)


def until(holds: Callable[[], bool]) -> bool:
    """True once it holds; false where it does not within three seconds."""
    for _ in range(60):
        if holds():
            return True
        time.sleep(0.05)
    return False
