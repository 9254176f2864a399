"""Panels: nouns in, HTML out; whatever somebody wrote stays text."""

from __future__ import annotations

import doctest
import itertools
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from pydantic import BaseModel

from assistant.domain.advice import FlipCondition, IdeaScore
from assistant.domain.charts import Chart
from assistant.domain.facts import Fact, FactPath
from assistant.domain.flips import Change, WhatIf
from assistant.domain.knowledge import Passage
from assistant.domain.proposal import Terms, TotalCost
from assistant.domain.talk import Exchange, Question, SessionState
from assistant.export.choice import SECTIONS
from assistant.web.panels import figures, passage
from assistant.web.panels.advice import advice
from assistant.web.panels.alignment import alignment
from assistant.web.panels.drawer import drawer
from assistant.web.panels.markup import tag
from assistant.web.panels.plan import plan
from assistant.web.panels.proposal import proposal
from assistant.web.panels.prose import aloud, prose, reply
from assistant.web.panels.transcript import transcript
from assistant.web.panels.understood import understood
from assistant.web.panels.what_if import _slider
from tests.drawing.test_drawing import of_bars, of_points
from tests.web import states

PANELS = (understood, advice, alignment, proposal, plan)
Panel = Callable[[SessionState], str]
ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>`${3}{{4}}"
VOID = {"br", "input"}


class Outline(HTMLParser):
    """What a browser would find: elements with their attributes, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(str(html))

    def handle_starttag(self, element: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((element, dict(attributes)))
        if element not in VOID:
            self.open.append(element)

    def handle_endtag(self, element: str) -> None:
        assert self.open, f"</{element}> closes nothing"
        assert self.open.pop() == element, f"</{element}> closes something else"

    def handle_data(self, data: str) -> None:
        self.text += data


CLOSED = {
    "basis",
    "becomes",
    "by",
    "confidence",
    "decision",
    "dimension",
    "direction",
    "grade",
    "kind",
    "per",
    "risk",
    "scope",
    "severity",
    "strength",
    "verdict",
}
"""Fields whose values are sets that their types close: no words of anybody's come in through them."""


def attacked(value: object) -> object:
    """The same nouns with an attack at the end of every text that is free."""
    if isinstance(value, BaseModel):
        free = {name: attacked(part) for name, part in value.__dict__.items() if name not in CLOSED}
        return value.model_copy(update=free)
    if isinstance(value, tuple):
        return tuple(attacked(part) for part in value)
    if isinstance(value, dict):
        return {key: attacked(part) for key, part in value.items()}
    return value + ATTACK if isinstance(value, str) else value


@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_is_well_formed_html(panel: Panel) -> None:
    for state in (SessionState(), states.early(), states.full()):
        assert not Outline(panel(state)).open


@pytest.mark.parametrize("panel", PANELS)
def test_an_attack_in_any_text_of_a_session_stays_text(panel: Panel) -> None:
    outline = Outline(panel(attacked(states.full())))
    assert not outline.open
    assert "script" not in {element for element, _ in outline.found}
    assert not [name for _, attributes in outline.found for name in attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in outline.text


def test_an_attack_in_the_conversation_stays_text() -> None:
    said = (Exchange(n=1, kind="say", words=ATTACK, reply=f"You said {ATTACK} **b**"),)
    outline = Outline(transcript(said, states.early()))
    assert {element for element, _ in outline.found} <= {"ol", "li", "span", "p", "strong", "div", "button"}
    assert outline.text.count("<script>alert(1)</script>") == 2


def pictures() -> tuple[Chart, ...]:
    """A chart of bars and one of points, as the plan tab is given them."""
    return (of_bars("Quotes").model_copy(update={"kind": "roadmap", "name": "roadmap"}), of_points())


def test_the_plan_tab_shows_its_charts_each_with_the_table_behind_it() -> None:
    outline = Outline(plan(states.full(), pictures()))
    assert not outline.open
    assert [element for element, _ in outline.found].count("svg") == 2
    keys = [attributes["data-key"] for element, attributes in outline.found if element == "details"]
    assert {"chart-roadmap", "chart-cash-1"} <= set(keys)
    assert len(keys) == len(set(keys))
    ids = [attributes["id"] for _, attributes in outline.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    levels = [int(element[1]) for element, _ in outline.found if re.fullmatch(r"h\d", element)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_an_attack_in_any_text_of_a_chart_stays_text() -> None:
    closed = {"kind", "look", "name"}
    charts = tuple(Chart.model_validate(_attacked_words(each.model_dump(), closed)) for each in pictures())
    outline = Outline(plan(states.full(), charts))
    assert not outline.open
    assert "script" not in {element for element, _ in outline.found}
    assert not [name for _, attributes in outline.found for name in attributes if name.startswith("on")]
    assert outline.text.count("<script>alert(1)</script>") > 4


def _attacked_words(value: object, closed: set[str]) -> object:
    if isinstance(value, dict):
        return {key: part if key in closed else _attacked_words(part, closed) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_attacked_words(part, closed) for part in value)
    return ATTACK + value if isinstance(value, str) else value


@pytest.mark.parametrize("panel", PANELS)
def test_headings_begin_at_two_and_skip_no_level(panel: Panel) -> None:
    for state in (SessionState(), states.early(), states.full()):
        levels = [
            int(element[1]) for element, _ in Outline(panel(state)).found if element[0] == "h" and element[1:].isdigit()
        ]
        assert levels[0] == 2
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_ids_are_unique_and_every_label_names_a_field() -> None:
    found = [each for panel in PANELS for each in Outline(panel(states.full())).found]
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))
    keys = [attributes["data-key"] for element, attributes in found if element == "details"]
    assert len(keys) == len(set(keys))
    assert {attributes["for"] for element, attributes in found if element == "label"} <= set(ids)


@pytest.mark.parametrize("panel", PANELS)
def test_an_empty_panel_says_what_will_appear_and_how(panel: Panel) -> None:
    text = Outline(panel(SessionState())).text
    assert len(text.split()) > 15
    assert "!" not in text


def test_what_is_always_asked_shows_as_not_asked_yet_and_what_is_assumed_is_marked() -> None:
    text = understood(states.early())
    assert text.count("not asked yet") == 3  # spare hours, who does it, use of freed hours
    assert "assumed" in text
    assert '<q class="said">I want us doing heat pumps in three years</q>' in text


def test_trades_and_countries_are_shown_by_name() -> None:
    early = states.early()
    business = early.profile.business.model_copy(update={"country": Fact(value="NL", quote="Utrecht")})
    told = early.model_copy(update={"profile": early.profile.model_copy(update={"business": business})})
    text = understood(told, {"NL": "Netherlands"})
    assert "Netherlands" in text
    assert ">NL<" not in text


def test_every_fact_of_the_firm_and_its_work_can_be_changed() -> None:
    outline = Outline(understood(states.early()))
    paths = {(a.get("data-scope"), a.get("data-name")) for _, a in outline.found if a.get("class") == "pencil"}
    assert {("firm", "headcount"), ("firm", "budget_first_year"), ("invoicing", "hours_per_week")} <= paths


def test_advice_stands_in_the_order_of_doing_and_what_is_left_alone_buys_nothing() -> None:
    html = advice(states.full())
    places = [html.index(each.title) for each in (states.recommendation().initiatives[n] for n in (1, 2, 0))]
    assert places == sorted(places)
    assert "First year costs" not in html[places[2] :]
    assert "No step serves this yet: “sleep better”." in html


def test_how_the_rules_stand_is_told_even_where_no_step_is_taken() -> None:
    state = states.full()
    assert state.report is not None
    of_all = tuple(each.model_copy(update={"subject": "portfolio"}) for each in state.report.findings)
    html = advice(state.model_copy(update={"report": state.report.model_copy(update={"findings": of_all})}))
    assert html.count('data-go="alignment"') == 1
    assert html.index('data-go="alignment"') < html.index("<article")


def test_the_ledgers_stand_side_by_side_and_are_never_added() -> None:
    html = advice(states.full())
    assert "Cash won a year" in html
    assert "Margin won a year" in html
    assert "1,490" not in html


def test_broken_rules_stand_first_held_ones_are_folded_and_our_own_are_apart() -> None:
    html = alignment(states.full())
    places = [html.index(rule_id) for rule_id in ("RS04", "RS02", "RS07", "RS01", "MK01")]
    assert places == sorted(places)
    assert html.index("known 6 of 7") < html.index("RS04")
    assert html.index("How the plan itself is built") < html.index("MS02")
    assert "too little known" in html
    assert "1 finding set aside" in html


def test_a_dimension_of_which_only_notes_were_judged_is_not_called_unknown() -> None:
    state = states.full()
    assert state.report is not None
    notes = tuple(each.model_copy(update={"score": None, "known": each.of}) for each in state.report.scores)
    html = alignment(state.model_copy(update={"report": state.report.model_copy(update={"scores": notes})}))
    assert "only notes judged" in html
    assert "too little known" not in html


def test_a_broken_rule_can_be_set_aside_and_one_set_aside_cannot_twice() -> None:
    outline = Outline(alignment(states.full()))
    assert [a["data-waive"] for element, a in outline.found if element == "form"] == ["RS04"]


def test_each_clause_is_marked_in_the_paper_where_its_words_stand() -> None:
    html = proposal(states.full())
    marks = {a["id"]: a["class"] for element, a in Outline(html).found if element == "mark"}
    assert len(marks) == len(states.critique().clauses)
    for each in states.critique().clauses:
        assert f">{each.quote}</mark>" in html


def test_clauses_that_stop_come_first_then_the_dearest() -> None:
    html = proposal(states.full())
    order = [
        html.index(words) for words in ("Your call numbers", "Notice missed", "Eight licences", "The price of year two")
    ]
    assert order == sorted(order)


def test_the_safe_day_to_give_notice_is_shown_and_what_is_not_stated_is_said() -> None:
    html = proposal(states.full())
    assert "<b>24 January 2028</b>" in html
    assert "The paper does not say:</b> price rises, you pay at least, your data back, law." in html


def test_a_sentence_that_states_several_terms_is_quoted_once() -> None:
    said = states.critique().term_quotes["notice_days"]
    made = states.critique().model_copy(update={"term_quotes": {"notice_days": said, "term_months": said}})
    html = proposal(states.full().model_copy(update={"critiques": (made,)}))
    assert html.index("24 months") > html.index(said.quote)
    assert html[: html.index("What it costs over")].count(said.quote) == 1


def test_earlier_proposals_stay_below_the_newest() -> None:
    older = states.critique().model_copy(update={"file": "older.pdf"})
    html = proposal(states.full().model_copy(update={"critiques": (older, states.critique())}))
    assert html.index("Lumen dispatch quote.pdf, 3 pages") < html.index(">older.pdf</summary>")


def test_the_plan_can_be_taken_along_in_five_formats() -> None:
    exports = [a["data-export"] for _, a in Outline(plan(states.full())).found if "data-export" in a]
    assert exports == [".docx", ".pdf", ".xlsx", ".ics", ".csv", ".html", ".md", ".json"]


def test_a_critique_can_be_taken_along_and_a_calendar_only_where_there_is_a_day() -> None:
    html = proposal(states.full())
    found = [a["data-proposal-export"] for _, a in Outline(html).found if "data-proposal-export" in a]
    assert found == [".docx", ".pdf", ".xlsx", ".html", ".md", ".ics"]
    undated = states.critique().model_copy(update={"terms": Terms()})
    assert 'data-proposal-export=".ics"' not in proposal(states.full().model_copy(update={"critiques": (undated,)}))


def test_clauses_and_their_marks_tell_the_filter_their_kind_with_its_number() -> None:
    html = proposal(states.full())
    found = Outline(html).found
    marks = [a["data-kind"] for element, a in found if element == "mark"]
    assert sorted(marks) == ["ok", "raise", "raise", "raise", "watch"]
    assert sorted(a["data-kind"] for _, a in found if a.get("class") == "finding" and "data-kind" in a) == sorted(marks)
    for words in ("All (5)", "Stops you or raise it (3)", "Watch (1)", "Fine (1)"):
        assert f">{words}</button>" in html


def test_two_clauses_at_one_place_are_marked_once_for_both_kinds_and_each_can_be_shown() -> None:
    made = states.critique()
    milder = made.clauses[0].model_copy(update={"risk": "ok", "type": "license_grant"})
    found = Outline(
        proposal(
            states.full().model_copy(
                update={"critiques": (made.model_copy(update={"clauses": (milder, made.clauses[0])}),)}
            )
        )
    ).found
    marks = [(a["class"], a["data-kind"]) for element, a in found if element == "mark"]
    assert marks == [("no", "ok raise")]
    assert {"clause-0-0", "clause-0-1"} <= {a.get("id") for _, a in found}


def test_several_proposals_stand_side_by_side_and_one_alone_does_not() -> None:
    assert "Side by side" not in proposal(states.full())
    cheap = states.critique().model_copy(
        update={"file": "cheap.pdf", "grade": "A", "verdict": "nothing here stops you", "clauses": (), "terms": Terms(),
                "contradictions": (), "trust": (), "tco": TotalCost(years=3, low=1, mid=1, high=1, currency="EUR")}
    )  # fmt: skip
    table = proposal(states.full().model_copy(update={"critiques": (states.critique(), cheap)})).split("</table>")[0]
    told = re.findall(r"<tr>(.*?)</tr>", table)
    rows = [
        [re.sub(r"<[^>]+>", "|", cell).strip("|") for cell in re.findall(r"<t[dh].*?</t[dh]>", row)] for row in told
    ]
    assert [row[0] for row in rows] == ["", "Grade", "Runs for", "Give notice by", "Three years cost", "Worries"]
    assert [row[1] for row in rows] == [
        "cheap.pdf", "A| nothing here stops you", "not said", "not said", "€1", "nothing to raise",
    ]  # fmt: skip
    assert [row[2] for row in rows[:5]] == [
        "Lumen dispatch quote.pdf", "D| negotiate", "24 months, renews by itself", "24 January 2028", "£6,884",
    ]  # fmt: skip
    worries = rows[5][2].split("||")
    assert worries[0].strip("|") == "Your call numbers belong to them."
    assert len(worries) == 4
    assert worries[-1].startswith("and ")


def test_a_question_stands_apart_with_its_reason_below() -> None:
    assert reply("Fine.\n\nHow many?\nIt decides the size.") == (
        '<p>Fine.</p>\n<p class="ask">How many?</p><p class="why">It decides the size.</p>'
    )


def test_two_lines_that_ask_nothing_are_no_question() -> None:
    assert 'class="ask"' not in reply("Fine.\n\nThe first line.\nThe second line.")


def test_citation_numbers_can_be_pressed_and_are_not_read_aloud() -> None:
    assert 'data-cite="2"' in prose("So it is [2].", sources=2)
    assert "button" not in prose("So it is [2].", sources=1)
    assert aloud("**So** it is [2].\n\nWhy?") == "So it is . Why?"


TABLE = "Suppose so.\n\n| Work | As it is | If so |\n|---|---|---|\n| Invoices | Leave it | Now: a <form> |\n\nWell."


def test_a_table_in_a_reply_is_one_and_its_words_stay_words() -> None:
    shown = str(prose(TABLE))
    assert shown.count("<tr>") == 2
    assert "<td>Now: a &lt;form&gt;</td>" in shown
    assert aloud(TABLE) == "Suppose so. Work, As it is, If so. Invoices, Leave it, Now: a <form>. Well."


def test_a_branch_is_kept_or_dropped_by_a_press_and_nothing_else_is_offered() -> None:
    asked = Question(path=FactPath(scope="firm", name="goals"), text="What for?", why="")
    change = Change(path=FactPath(scope="firm", name="headcount"), fact=Fact(value=5.0))
    opened = SessionState(pending=asked, branch=WhatIf(words="what if", changes=(change,)))
    said = (Exchange(n=1, kind="say", words="what if", reply="So."),)
    assert re.findall(r'data-say="([^"]+)"', transcript(said, opened)) == ["Keep it", "Drop it"]
    without = opened.model_copy(update={"branch": None})
    assert "Keep it" not in transcript(said, without)


@pytest.mark.parametrize("words", ["![x](http://a/b.png)", "[x](javascript:alert(1))", "<b>x</b>", "# Title", "`x`"])
def test_only_bold_lists_and_citations_are_marked_up(words: str) -> None:
    assert {element for element, _ in Outline(prose(words)).found} == {"p"}


def test_quick_replies_stand_only_under_an_open_question() -> None:
    history = states.history()
    assert "Heat-pump training" in transcript(history, states.full())
    assert "chips" not in transcript(history, states.full().model_copy(update={"pending": None}))


def test_renaming_is_no_part_of_the_conversation_and_an_edit_reads_in_words() -> None:
    history = (
        Exchange(n=1, kind="edit", words="invoicing.hours_per_week: 5", reply="Changed."),
        Exchange(n=2, kind="edit", words="firm.headcount: ", reply="Taken out."),
        Exchange(n=3, kind="edit", words="RS04 on invoicing:form: my son does it", reply="Noted."),
        Exchange(n=4, kind="edit", words="", reply=""),
        Exchange(n=5, kind="rename", words="Ours", reply="Noted."),
    )
    text = Outline(transcript(history, SessionState())).text
    assert "You changed Invoicing, hours a week: 5" in text
    assert "You took out People" in text
    assert "You go ahead against RS04" in text
    assert "my son does it" in text
    assert "You opened a saved plan." in text
    assert "Ours" not in text


def test_a_passage_marks_the_words_that_are_cited() -> None:
    found = Passage(document_id="d", heading="h", text="Before. The cited words. After.", strength="study")
    assert "<mark>The cited words.</mark>" in passage.passage(found, "The cited words.")
    assert "not in the knowledge base" in passage.passage(None)


def test_a_visitor_is_told_that_only_this_conversation_is_listed() -> None:
    assert "Only this conversation is listed here." in drawer((), "x", everyones=False)


def test_attributes_are_escaped_and_left_out_where_they_are_nothing() -> None:
    assert tag("p", "a < b", title='"', hidden=None, data_x="1") == '<p title="&#34;" data-x="1">a &lt; b</p>'


def test_the_worked_figures_hold() -> None:
    assert doctest.testmod(figures).failed == 0


def test_a_pasted_contract_does_not_push_the_talk_away_and_is_all_there() -> None:
    from assistant.domain.talk import Exchange, SessionState
    from assistant.web.panels.transcript import transcript

    words = "Clause <1>. " + "The customer pays. " * 200
    shown = transcript((Exchange(n=1, kind="say", words=words, reply="Read."),), SessionState())
    above = shown.split("<details")[0]
    assert len(above) < 1000
    assert shown.count("The customer pays.") >= 200
    assert "<1>" not in shown


@pytest.mark.parametrize(
    ("name", "unit", "now", "needed", "least", "step"),
    [
        ("active_changes", "", 1.0, 0.0, "0", "1"),
        ("active_changes", "", 2.0, 0.0, "0", "1"),
        ("team_skill", "", 0.0, 2.0, "0", "1"),
        ("exception_share", "share", 0.5, 0.3, "0", "0.05"),
        ("hours_per_week", "hours", 3.0, 9.0, "2", "0.1"),
    ],
)
def test_what_is_counted_is_moved_in_whole_steps_and_can_be_none(
    name: str, unit: str, now: float, needed: float, least: str, step: str
) -> None:
    flip = FlipCondition(
        path=FactPath(scope="firm", name=name), fact="it", now=now, needed=needed, unit=unit, becomes="now", text=""
    )
    drawn = Outline(str(_slider(flip, "field")))
    (_, attributes), *_ = drawn.found
    assert (attributes["min"], attributes["step"]) == (least, step)
    assert float(attributes["max"] or 0) >= max(now, needed)


def test_a_published_score_is_shown_as_what_it_is_and_only_where_there_is_a_number() -> None:
    state = states.full()
    assert state.recommendation is not None
    first, *rest = state.recommendation.initiatives

    def shown(score: float | None) -> str:
        made = IdeaScore(
            name="Idea Score",
            ignores="your goals",
            score=score,
            suitability=score,
            readiness=None,
            known=3,
            of=5,
            text="It speaks for it.",
        )
        initiatives = (first.model_copy(update={"published_score": made}), *rest)
        new = state.recommendation.model_copy(update={"initiatives": initiatives}) if state.recommendation else None
        return Outline(advice(state.model_copy(update={"recommendation": new}))).text

    assert "Idea Score" not in shown(None)
    assert "It speaks for it. 3 of 5 answers are known (suitability 4.2)." in shown(4.2)
    assert "decides nothing here: it leaves out your goals" in shown(4.2)


def test_every_section_of_the_plan_can_be_ticked_and_what_was_said_is_not_at_first() -> None:
    boxes = {a["data-section"]: "checked" in a for _, a in Outline(plan(states.full())).found if "data-section" in a}
    assert boxes == {each: each != "talk" for each in SECTIONS}
