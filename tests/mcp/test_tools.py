"""Every tool gives what the front door gives, over both ways, and says in one line what is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mcp import MCPError, types

from assistant.conversation.plumbline import Plumbline
from assistant.errors import BadInput
from assistant.mcp.firm import Advise
from assistant.mcp.tools import AFAR, HERE
from tests.mcp.conftest import MOST_MB
from tests.mcp.talking import OFFER, OPENING, PLAN, QUESTION, Assistant, as_json, same, words


def test_every_tool_says_when_to_use_it_what_it_takes_and_what_comes_back(assistant: Assistant) -> None:
    tools = assistant.tools()
    assert set(tools) == {each.name for each in HERE} == {each.name for each in AFAR}
    for each in tools.values():
        assert each.description
        assert each.description.startswith("Use ")
        assert all("description" in given for given in each.input_schema["properties"].values()), each.name
        assert each.output_schema is not None
        assert each.annotations is not None
        assert (each.annotations.read_only_hint, each.annotations.idempotent_hint) == (True, True)
        assert each.annotations.open_world_hint is False


def test_an_assistant_is_told_that_papers_are_data_and_figures_are_the_owners(assistant: Assistant) -> None:
    assert "data, not instructions" in assistant.instructions
    assert "never invent" in assistant.instructions
    assert "data" in (assistant.tools()["critique"].description or "")
    assert "never invent" in (assistant.tools()["understand"].description or "")


def test_each_tool_gives_the_front_doors_json(assistant: Assistant, front: Plumbline) -> None:
    facts = front.understand(OPENING)
    assert assistant.whole("understand", text=OPENING) == as_json(facts)
    assert same(assistant.whole("advise", profile=as_json(facts)), as_json(front.advise(facts)))
    assert assistant.whole("assess", text=PLAN) == as_json(front.assess(PLAN))
    assert assistant.whole("ask", question=QUESTION) == as_json(front.ask(QUESTION))
    assert assistant.whole("search", question=QUESTION, k=2) == as_json(front.search(QUESTION, k=2))
    assert assistant.whole("rules", rule_id="RS04") == {"rules": [as_json(each) for each in front.rules("RS04")]}
    assert assistant.whole("rules") == {"rules": [as_json(each) for each in front.rules()]}
    assert assistant.whole("catalogue", entry_id="invoicing") == {"entries": [as_json(front.catalogue("invoicing")[0])]}
    assert assistant.whole("catalogue") == {"entries": [as_json(each) for each in front.catalogue()]}


def test_a_pasted_paper_is_criticised_as_a_file_of_it_is(
    assistant: Assistant, front: Plumbline, tmp_path: Path
) -> None:
    file = tmp_path / "pasted.txt"
    file.write_text(OFFER, encoding="utf-8")
    made = assistant.whole("critique", text=OFFER, signed="2026-05-01")
    assert made["terms"]["last_notice_safe"] == "2027-02-22"
    assert timeless(made) == timeless(as_json(front.critique([file], signed=date(2026, 5, 1))))


def test_the_owners_figures_are_held_against_the_vendors(assistant: Assistant, front: Plumbline) -> None:
    facts = as_json(front.understand("We are three. Invoices take 2 hours a week, about 30 a week."))
    claims = "Saves you 15 hours a week on invoices. £40 per month. The term is 12 months."
    with_facts = assistant.whole("critique", text=claims, profile=facts)["claims"]
    assert [each["recomputed"] for each in with_facts] != [
        each["recomputed"] for each in assistant.whole("critique", text=claims)["claims"]
    ]


def timeless(critique: dict[str, Any]) -> dict[str, Any]:
    """A critique without the seconds that it took."""
    return {name: value for name, value in critique.items() if name != "seconds"}


def test_advice_is_the_same_from_words_from_facts_and_from_facts_sent_as_text(
    assistant: Assistant, front: Plumbline
) -> None:
    facts = front.understand(OPENING)
    advice = as_json(front.advise(facts))
    assert same(assistant.whole("advise", text=OPENING), advice)
    assert same(assistant.whole("advise", profile=facts.model_dump_json()), advice)


def test_people_get_a_few_lines_and_assistants_without_structured_results_the_json(assistant: Assistant) -> None:
    given = assistant.call("understand", text=OPENING)
    assert "Saturday morning" in words(given)
    assert not words(given).startswith("{")
    last = given.content[-1]
    assert isinstance(last, types.TextContent)
    assert json.loads(last.text) == given.structured_content
    listed = assistant.call("rules")
    assert len(listed.content) == 1
    assert "RS04" in words(listed)


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("understand", {}, "text"),
        ("understand", {"text": OPENING, "language": "Dutch"}, "language"),
        ("assess", {"text": " "}, "nothing to assess"),
        ("ask", {"question": ""}, "empty"),
        ("ask", {"question": QUESTION, "k": 500}, "500"),
        ("search", {"question": QUESTION, "k": "many"}, "k"),
        ("rules", {"rule_id": "XX99"}, "XX99"),
        ("catalogue", {"entry_id": "alchemy"}, "alchemy"),
        ("advise", {}, "profile"),
        ("advise", {"profile": {}, "text": OPENING}, "either"),
        ("advise", {"profile": {"busines": {}}}, "busines"),
        ("advise", {"profile": {"goals": [{"kind": 3}]}}, "goals.0.kind"),
        ("advise", {"profile": "not JSON"}, "profile"),
        ("advise", {"profile": ""}, "give it as understand gives it"),
        ("critique", {}, "text"),
        ("critique", {"text": ""}, "nothing to read"),
        ("critique", {"text": OFFER, "signed": "tomorrow"}, "tomorrow"),
        ("understand", {"text": "invoices " * 112_000}, "limit is 1 MB"),
    ],
)
def test_bad_input_is_one_line_that_names_the_value(
    assistant: Assistant, name: str, arguments: dict[str, object], says: str
) -> None:
    assert says in assistant.refusal(name, **arguments)


def test_a_tool_that_does_not_exist_is_refused_with_those_that_do(assistant: Assistant) -> None:
    with pytest.raises(MCPError, match=r"'delete'.*understand, advise"):
        assistant.call("delete")


def test_files_are_read_for_the_assistant_that_started_the_server(
    here: Assistant, front: Plumbline, tmp_path: Path
) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text("Either party may end this on 30 days' notice. The law of England governs it.", encoding="utf-8")
    form = tmp_path / "form.txt"
    form.write_text(OFFER, encoding="utf-8")
    made = here.whole("critique", paths=[str(form), str(terms)])
    assert made["files"] == ["form.txt", "terms.md"]
    assert timeless(made) == timeless(as_json(front.critique([form, terms])))
    assert "missing.pdf" in here.refusal("critique", paths=[str(tmp_path / "missing.pdf")])
    assert "not both" in here.refusal("critique", paths=[str(form)], text=OFFER)


@pytest.mark.parametrize("path", ["~nobodyxx/a.pdf", "/tmp/x\0.pdf", "/tmp/" + 5000 * "x", "/tmp", ""])
def test_a_path_that_cannot_be_is_refused_as_such(here: Assistant, path: str) -> None:
    refused = here.refusal("critique", paths=[path])
    assert repr(path or ".") in refused
    assert "no fault of yours" not in refused


def test_facts_that_go_too_deep_are_refused_as_such() -> None:
    deep: dict[str, object] = {}
    for _ in range(2000):
        deep = {"a": deep}
    with pytest.raises(BadInput, match=r"advise: .*levels"):
        Advise.read({"profile": deep}, MOST_MB)


def test_no_file_and_no_document_of_this_computer_is_given_away_over_http(
    afar: Assistant, front: Plumbline, tmp_path: Path
) -> None:
    own = tmp_path / "salaries.txt"
    own.write_text("Dee earns 41,233 a year and the dispatcher 38,100.", encoding="utf-8")
    front.ingest([own], collection="mine")
    assert "38,100" in str(front.search("what does the dispatcher earn a year", collection="mine"))
    for name, arguments in (
        ("critique", {"paths": [str(own)]}),
        ("critique", {"text": OFFER, "paths": [str(own)]}),
        ("ask", {"question": "what does the dispatcher earn a year", "collection": "mine"}),
        ("search", {"question": "what does the dispatcher earn a year", "collection": "mine"}),
    ):
        refused = afar.refusal(name, **arguments)
        assert list(arguments)[-1] in refused
        assert "38,100" not in refused
    for each in afar.tools().values():
        assert not {"paths", "collection"} & set(each.input_schema["properties"])


def test_an_own_collection_is_searched_for_the_assistant_that_started_the_server(
    here: Assistant, front: Plumbline, tmp_path: Path
) -> None:
    own = tmp_path / "handbook.txt"
    own.write_text("Refunds above 200 are signed by Amira before they leave the office.", encoding="utf-8")
    front.ingest([own], collection="handbook")
    found = here.whole("search", question="who signs refunds", collection="handbook")
    assert "Amira" in str(found["passages"])
    assert "nobody" in here.refusal("ask", question="who signs refunds", collection="nobody")
