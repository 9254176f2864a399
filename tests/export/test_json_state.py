"""A session as JSON comes back the same, and a wrong file says which key is wrong."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.knowledge import Citation
from assistant.domain.profile import Business, Process, Profile
from assistant.domain.talk import Exchange, SaidKind, SessionState
from assistant.errors import BadInput
from assistant.estimates.estimate import EstimateSetting
from assistant.export.exporters import export
from assistant.export.json_state import json_state, read_session
from assistant.export.material import Material
from assistant.planning.plan import load_plan_words
from tests.builders import fact
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.planning.firms import bakery_session, joinery_session


@pytest.fixture(scope="module")
def state(setting: EstimateSetting) -> SessionState:
    return joinery_session(setting, load_plan_words(KNOWLEDGE))


def test_a_session_comes_back_the_same(setting: EstimateSetting, state: SessionState) -> None:
    assert state.plan is not None
    for each in (state, bakery_session(setting, load_plan_words(KNOWLEDGE)), SessionState()):
        assert read_session(json_state(Material(state.plan, each))).state == each


@pytest.mark.parametrize("value", [True, False, 1.0, 0.0, (1.0, 2.0), "3", ("1", "2"), ("a", "b", "c"), "", *ODD])
def test_every_kind_of_value_keeps_its_kind(state: SessionState, value: object) -> None:
    profile = Profile(
        business=Business(stage=fact(value)), processes=(Process(id="invoicing", name=str(value), doer=fact(value)),)
    )
    kept = state.model_copy(update={"profile": profile, "title": str(value)})
    assert state.plan is not None
    back = read_session(export(".json", Material(state.plan, kept))).state
    assert back == kept
    assert back.profile.business.stage is not None
    assert type(back.profile.business.stage.value) is type(value)


def test_a_byte_order_mark_is_no_fault(state: SessionState) -> None:
    assert state.plan is not None
    assert read_session(b"\xef\xbb\xbf" + json_state(Material(state.plan, state))).state == state


exchanges = st.builds(
    Exchange,
    n=st.integers(1, 10**6),
    kind=st.sampled_from(get_args(SaidKind)),
    words=st.text(),
    reply=st.text(),
    citations=st.lists(st.builds(Citation), max_size=2).map(tuple),
)
values = st.one_of(st.text(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), st.integers(-9, 9))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(), value=values, quote=st.text(), history=st.lists(exchanges, max_size=4))
def test_exported_and_read_again_it_is_the_same_file_to_the_byte(
    state: SessionState, title: str, value: str | bool | float, quote: str, history: list[Exchange]
) -> None:
    assert state.plan is not None
    work = Process(id="invoicing", name=title, doer=fact(value, quote=quote))
    told = state.model_copy(update={"title": title, "profile": Profile(processes=(work,)), "reply_text": quote})
    once = json_state(Material(state.plan, told, history=tuple(history)))
    back = read_session(once)
    assert json_state(Material(state.plan, back.state, history=back.history)) == once
    assert back.history == tuple(history)


def test_what_a_chat_model_failed_in_stays_in_the_log(state: SessionState) -> None:
    assert state.plan is not None
    said = Exchange(n=1, kind="say", words="hello", reply="Hello.", trouble="The chat model cannot be reached.")
    once = json_state(Material(state.plan, state, history=(said,)))
    assert b"trouble" not in once
    assert read_session(once).history == (said.model_copy(update={"trouble": ""}),)


def test_a_file_without_what_was_said_is_read_too(state: SessionState) -> None:
    assert read_session(state.model_dump_json().encode()).history == ()


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("profile", {"goals": [{"kind": "fame", "text": "x"}]}, "profile.goals.0.kind"),
        ("colour", "blue", "colour"),
        ("plan", {"title": "x", "made_on": "yesterday"}, "plan.made_on"),
        ("critiques", "none", "critiques"),
    ],
)
def test_a_wrong_key_is_named(state: SessionState, key: str, value: object, named: str) -> None:
    assert state.plan is not None
    content = json.loads(json_state(Material(state.plan, state)))
    content[key] = value
    with pytest.raises(BadInput, match=rf"key '{named}'"):
        read_session(json.dumps(content).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"not json", b"\x00\xff\xfe", b"PK\x03\x04"])
def test_a_file_that_is_no_json_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BadInput, match="not a session file"):
        read_session(data)


@pytest.mark.parametrize("data", [b"[]", b"null", b"3"])
def test_json_that_is_no_session_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="the whole file"):
        read_session(data)
