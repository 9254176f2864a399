"""Handlers answer raw requests: each checks its key, and gives away nothing of other sessions."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.domain.talk import Turn
from assistant.errors import BadInput, UnknownName
from assistant.estimates.estimate import EstimateSetting
from assistant.planning.plan import load_plan_words
from assistant.serving import address
from assistant.serving.guards import guards
from assistant.settings import Settings
from assistant.store.log import TurnLog
from assistant.web.app import at_the_edge, launch, serve
from assistant.web.handlers import TOKEN, Desk
from assistant.web.view import Progress
from tests.conftest import KNOWLEDGE
from tests.planning.firms import bakery_session
from tests.web import states
from tests.web.conftest import FULL, free_port


@pytest.fixture
def plumbline(settings: Settings) -> Iterator[Plumbline]:
    with open_plumbline(settings) as opened:
        opened.session(FULL).load(states.full())
        yield opened


@pytest.fixture
def visited(plumbline: Plumbline, settings: Settings) -> Desk:
    """A desk that others can reach too."""
    return Desk(plumbline, settings.home / "uploads", own_machine=False)


@pytest.fixture
def own(plumbline: Plumbline, settings: Settings) -> Desk:
    return Desk(plumbline, settings.home / "uploads", own_machine=True)


def test_a_visitor_gets_a_key_of_128_bits_and_each_a_new_one(visited: Desk) -> None:
    one, other = visited.open(""), visited.open("")
    assert one.stage == "hello"
    assert TOKEN.fullmatch(one.session)
    assert one.session != other.session


def test_a_title_or_a_guess_is_no_key(visited: Desk, plumbline: Plumbline) -> None:
    title = "Plumbing-of-22-letters"
    plumbline.session(FULL).rename(title)
    for guess in ("Plumbing, 12 people", "demo", "", "../x"):
        with pytest.raises(UnknownName):
            visited.say(guess, "hello")
        assert visited.open(guess).stage == "hello"
    assert visited.open(title).stage == "hello"


def test_only_the_owners_machine_lists_all_sessions(visited: Desk, own: Desk) -> None:
    other = "B" * 22
    assert FULL not in visited.drawer(other).html
    assert FULL in visited.drawer(FULL).html
    assert FULL in own.drawer(other).html


def test_the_plan_tab_has_its_charts_also_where_a_way_is_no_longer_in_the_catalogue(
    own: Desk, plumbline: Plumbline, setting: EstimateSetting
) -> None:
    state = bakery_session(setting, load_plan_words(KNOWLEDGE))
    plumbline.session("bakery").load(state)
    charts = plumbline.session("bakery").charts()
    assert [each.kind for each in charts] == ["roadmap", "hours", "cash", "tornado"]
    assert own.open("bakery").panels.plan.count("<svg") == len(charts)
    assert state.recommendation is not None
    gone = tuple(each.model_copy(update={"means": "gone"}) for each in state.recommendation.initiatives)
    advice = state.recommendation.model_copy(update={"initiatives": gone})
    plumbline.session("older").load(state.model_copy(update={"recommendation": advice}))
    assert own.open("older").panels.plan.count("<svg") == 2  # the roadmap and the hours rest on no inputs


def test_a_page_is_made_from_one_reading_of_the_state(own: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    last = TurnLog.last

    def counted(log: TurnLog, session_id: str) -> Turn | None:
        read.append(session_id)
        return last(log, session_id)

    monkeypatch.setattr(TurnLog, "last", counted)
    own.open(FULL)
    assert read == [FULL]


def test_how_far_the_reading_of_documents_is_can_be_asked_meanwhile(own: Desk, settings: Settings) -> None:
    uploads = settings.home / "uploads"
    uploads.mkdir(parents=True, exist_ok=True)
    paths = [uploads / f"rules-{number}.md" for number in range(40)]
    for number, path in enumerate(paths):
        path.write_text(f"# Rules\n\n## Rule {number}\n\nCake number {number} is paid back the same day.\n")
    seen: list[Progress] = []
    reading = Thread(target=own.add_documents, args=(FULL, "\n".join(map(str, paths))))
    reading.start()
    while reading.is_alive():
        seen.append(own.progress(FULL))
    told = [each for each in seen if each.of]
    assert told, "nothing was told while forty documents were read"
    assert all(each.done <= each.of and each.text.endswith("…") for each in told)
    assert own.progress(FULL) == Progress()


def test_only_who_holds_the_key_sees_how_far_it_is(visited: Desk) -> None:
    with pytest.raises(UnknownName):
        visited.progress("demo")


@pytest.mark.parametrize(("sent", "said"), [("", "choose the day of signing"), ("3 May", "not a date")])
def test_a_day_of_signing_that_is_none_is_refused_in_words(own: Desk, sent: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        own.sign(FULL, "offer.txt", sent)


def test_a_saved_conversation_comes_back_whole(own: Desk) -> None:
    view = own.open(FULL)
    assert view.stage == "work"
    assert view.title == "Plumbing, 12 people"
    assert "One job sheet that can be read" in view.panels.advice
    assert "RS04" in view.panels.alignment
    assert "Lumen dispatch quote.pdf" in view.panels.proposal


@pytest.mark.parametrize("path", ["/etc/passwd", "uploads/../../secret.txt", ""])
def test_no_file_outside_the_uploads_is_read(own: Desk, settings: Settings, path: str) -> None:
    (settings.home.parent / "secret.txt").write_text("secret", encoding="utf-8")
    with pytest.raises(BadInput, match="did not arrive"):
        own.add_file(FULL, path)


def test_an_upload_is_gone_after_it_was_read_or_refused(own: Desk, settings: Settings) -> None:
    folder = settings.home / "uploads" / "sent"
    folder.mkdir(parents=True)
    for name, content in (("a.txt", b"Licences cost 24 GBP a month."), ("b.pdf", b"%PDF-1.7 broken")):
        sent = folder / name
        sent.write_bytes(content)
        answer = at_the_edge(own.add_file)({"session": FULL, "path": str(sent)})
        assert ("error" in answer) is (name == "b.pdf")
        assert not [path for path in (settings.home / "uploads").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("suffix", "opening"),
    [(".docx", b"PK"), (".xlsx", b"PK"), (".ics", b"BEGIN:VCALENDAR"), (".md", b"# "), (".json", b"{")],
)
def test_a_plan_is_taken_along_as_a_file(own: Desk, suffix: str, opening: bytes) -> None:
    made = own.export(FULL, suffix)
    assert made.name == f"plan-plumbing-12-people{suffix}"
    assert base64.b64decode(made.content).startswith(opening)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx", ".html", ".md", ".ics"])
def test_a_critique_is_taken_along_as_a_file(own: Desk, suffix: str) -> None:
    made = own.export_proposal(FULL, "Lumen dispatch quote.pdf", suffix)
    assert made.name == f"lumen-dispatch-quote-read{suffix}"
    assert base64.b64decode(made.content)


def test_a_proposal_that_was_not_looked_at_is_not_exported(own: Desk) -> None:
    with pytest.raises(UnknownName, match=r"'other.pdf' was looked at here; known: Lumen dispatch quote.pdf"):
        own.export_proposal(FULL, "other.pdf", ".pdf")


def test_a_format_that_the_page_does_not_have_is_refused(own: Desk) -> None:
    with pytest.raises(UnknownName, match=r"\.exe"):
        own.export(FULL, ".exe")


@pytest.mark.parametrize("data", [None, [], "x", {}, {"session": FULL}, {"session": FULL, "words": 3}, {"a": "b"}])
def test_a_raw_request_that_does_not_fit_is_answered_in_words(own: Desk, data: object) -> None:
    assert "load it again" in str(at_the_edge(own.say)(data)["error"])


def test_what_goes_wrong_on_purpose_is_said_to_the_owner(own: Desk) -> None:
    answer = at_the_edge(own.rename)({"session": FULL, "title": " "})
    assert "title" in str(answer["error"])


def test_a_port_that_is_taken_is_refused_in_one_line(settings: Settings, plumbline: Plumbline) -> None:
    port = free_port()
    page = launch(plumbline, settings, "127.0.0.1", port)
    try:
        with pytest.raises(BadInput, match=f"port {port} on 127.0.0.1 is taken") as refused:
            serve(settings, port=port)
        assert "\n" not in str(refused.value)
    finally:
        page.close(verbose=False)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 0), ("127.0.0.1", 70_000), ("203.0.113.7", 7860)])
def test_an_address_that_cannot_be_had_is_refused(host: str, port: int) -> None:
    with pytest.raises(BadInput):
        address.check_free(host, port)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.1.4", False),
        ("a.example", False),
    ],
)
def test_only_loopback_is_the_owners_machine(host: str, own: bool) -> None:
    assert address.is_own_machine(host) is own


def refuses_other_sites(caller: httpx.Client, own: str) -> None:
    assert caller.get("/").status_code == 200
    assert caller.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert caller.post("/", headers={"Origin": "http://evil.example"}).status_code == 403
    assert caller.get("/", headers={"Origin": own}).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_another_site_cannot_be_pointed_at_this_computer(settings: Settings, plumbline: Plumbline, host: str) -> None:
    port = free_port()
    try:
        address.check_free(host, port)
    except BadInput as exc:
        pytest.skip(str(exc))
    page = launch(plumbline, settings, host, port)
    try:
        own = f"http://{address.bracketed(host)}:{port}"
        with httpx.Client(base_url=own) as caller:
            refuses_other_sites(caller, own)
    finally:
        page.close(verbose=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1", "0:0:0:0:0:0:0:1"])
def test_every_address_of_this_computer_alone_is_guarded(host: str) -> None:
    app = Starlette(routes=[Route("/", lambda _: PlainTextResponse("here"))], middleware=guards(host))
    for name in (address.bracketed(host), "127.0.0.1", "localhost", "[::1]"):
        own = f"http://{name}:7860"
        with TestClient(app, base_url=own) as caller:
            refuses_other_sites(caller, own)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "a.example"])
def test_a_page_for_others_answers_to_any_name(host: str) -> None:
    assert guards(host) == []


def test_uploads_lie_in_the_home_folder(settings: Settings, plumbline: Plumbline) -> None:
    page = launch(plumbline, settings, "127.0.0.1", free_port())
    try:
        assert Path(page.GRADIO_CACHE).is_relative_to(settings.home)
    finally:
        page.close(verbose=False)


TRIED = {"process": "invoicing", "scope": "invoicing", "name": "items_per_week", "means": "acct"}


def test_what_is_tried_is_answered_and_not_kept_until_the_owner_says_so(own: Desk, plumbline: Plumbline) -> None:
    talk = plumbline.session("A" * 21 + "B")
    talk.say("Bakery, nine of us. I write about 5 invoices a week, 6 minutes each.")
    for words in ("skip",) * 8:
        talk.say(words)
    before = talk.state()
    assert before.recommendation is not None
    assert before.recommendation.initiatives[0].decision == "leave it"
    few, many = (own.suppose(talk.id, **TRIED, value=each).text for each in ("6", "400"))
    assert few.startswith("Invoices a week: 6. The answer stays: leave it.")
    assert many.startswith("Invoices a week: 400. The answer becomes: ")
    assert talk.state() == before
    view = own.settle(talk.id, **TRIED, value="400")
    assert "400" in view.panels.understood
    assert talk.state().recommendation != before.recommendation


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"value": "much"}, BadInput),
        ({"value": "nan"}, BadInput),
        ({"value": "-3"}, BadInput),
        ({"value": "0"}, BadInput),
        ({"value": "yes"}, BadInput),
        ({"name": "quote"}, UnknownName),
        ({"name": "budget_first_year"}, UnknownName),
        ({"scope": "rota"}, UnknownName),
        ({"process": "rota"}, UnknownName),
    ],
)
def test_what_cannot_be_tried_is_refused_in_words(own: Desk, wrong: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        own.suppose(FULL, **{**TRIED, "value": "40", **wrong})


def test_chosen_sections_leave_and_are_looked_at_first(own: Desk) -> None:
    seen = own.preview(FULL, "page,sources", "").html
    made = base64.b64decode(own.export_chosen(FULL, ".html", "page,sources", "").content).decode("utf-8")
    assert seen == made
    assert "Sources" in seen
    assert "Steps in order" not in seen


def test_a_private_file_does_not_bear_the_name_of_the_firm(own: Desk) -> None:
    made = own.export_chosen(FULL, ".docx", "page", "yes")
    assert made.name == "plan.docx"


def test_nothing_ticked_is_said_to_be_nothing(own: Desk) -> None:
    with pytest.raises(BadInput, match="tick at least one"):
        own.preview(FULL, "", "")
