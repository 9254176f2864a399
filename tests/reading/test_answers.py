"""Answers in the light of their question."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FIRM, Fact, FactPath, Said, Value
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question
from assistant.reading.answers import Answered, read_answer
from assistant.reading.vocabulary import ReadingVocabulary
from tests.reading.conftest import MakeScene, Told

PLAUSIBLE = {"hours_per_week": (0.2, 40.0), "spare_hours_per_week": (0.0, 10.0), "headcount": (1.0, 250.0)}
OF_FIRM = ("spare_hours_per_week", "headcount", "budget_first_year", "own_accounts", "goals", "strengths", "tools")


def _question(name: str) -> Question:
    scope = FIRM if name in OF_FIRM else "invoicing"
    text = "Out of the last ten invoices, how many needed something special?" if name == "exception_share" else ""
    return Question(path=FactPath(scope=scope, name=name), text=text, why="", plausible=PLAUSIBLE.get(name))


@pytest.fixture
def answer(scene: MakeScene):  # type: ignore[no-untyped-def]
    """Reads an answer to the question for a fact."""

    def read(name: str, text: str) -> Answered:
        return read_answer(scene(text), _question(name))

    return read


def test_a_no_that_ends_work_is_not_taken_lightly(answer) -> None:  # type: ignore[no-untyped-def]
    lost = answer("needed", "if we stopped the mails we'd have no guests, yes they'd miss it").fact
    assert lost is not None
    assert lost.value is True
    assert answer("needed", "And the chatbot for 180 a month?").fact is None
    gone = answer("needed", "No, nobody would.").fact
    assert gone is not None
    assert gone.value is False


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("Of course not.", False),
        ("Certainly not, nobody reads it.", False),
        ("Absolutely nobody.", False),
        ("Hardly anybody, and certainly no customer.", False),
        ("Of course they would.", True),
        ("Well, certainly.", True),
        ("Nobody here. Yes, the tax man.", True),
    ],
)
def test_a_no_may_begin_like_a_yes(words: str, needed: bool, answer) -> None:  # type: ignore[no-untyped-def]
    found = answer("needed", words).fact
    assert found is not None
    assert found.value is needed


def test_a_yes_that_denies_ends_no_work(answer) -> None:  # type: ignore[no-untyped-def]
    assert answer("needed", "Yes, nobody would.").fact.value is True


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hours_per_week", "20 minutes each"),
        ("hours_per_week", "He promises to set it all up, we save 10 hours a week."),
        ("hours_per_week", "They come in by mail, about 140 a day"),
        ("hours_per_week", "four minutes"),
        ("hours_per_week", "she has been here nineteen years"),
        ("hours_per_week", "because a human answers and most of them are over 65"),
        ("hours_per_week", "the seller says it saves 10 hours a week"),
        ("exception_share", "the manager would be 95 a month"),
    ],
)
def test_a_figure_of_another_kind_answers_nothing(name: str, text: str, answer) -> None:  # type: ignore[no-untyped-def]
    assert answer(name, text).fact is None


FACTS: tuple[tuple[str, str, Value], ...] = (
    ("hours_per_week", "5", 5),
    ("hours_per_week", "I would say about three, more before the holidays of course.", 3),
    ("hours_per_week", "The rep reckons three hours, but I say it is five hours.", 5),
    ("hours_per_week", "My wife says it saves her 2 hours a week", 2),
    ("hours_per_week", "Under an hour", (0.2, 1)),
    ("hours_per_week", "2 or 3 hours", (2, 3)),
    ("hours_per_week", "10 hours or more", (10, 40)),
    ("hours_per_week", "20 minutes a day", 1.6667),
    ("hours_per_week", "half my Mondays", 4),
    ("hours_per_week", "all of Friday", 8),
    ("hours_per_week", "I really don't know, maybe 4", 4),
    ("spare_hours_per_week", "None", 0),
    ("spare_hours_per_week", "More than 5 hours", (5, 10)),
    ("headcount", "Just me", 1),
    ("headcount", "2 to 9", (2, 9)),
    ("headcount", "50 or more", (50, 250)),
    ("headcount", "me and 3 others", 4),
    ("items_per_week", "about 60 a day", 300),
    ("items_per_week", "two dozen", 24),
    ("minutes_per_item", "Half an hour", 30),
    ("minutes_per_item", "90 secs", 1.5),
    ("exception_share", "1 or none", 0.1),
    ("exception_share", "2 or 3", (0.2, 0.3)),
    ("exception_share", "one or two in ten", (0.1, 0.2)),
    ("exception_share", "Nearly all", (0.85, 0.95)),
    ("digital_input", "Mostly paper", (0.1, 0.3)),
    ("digital_input", "80% email", 0.8),
    ("digital_input", "Paper, nine of ten.", 0.1),
    ("digital_input", "Email and a slip in the box.", (0.3, 0.7)),
    ("digital_input", "Everything is on the website, no paper.", (0.8, 1.0)),
    ("hours_per_week", "Two people, sixty hours if you add both.", 60),
    ("documented", "One page, both of them do it the same way.", True),
    ("doer", "Ramesh and Suresh. I will not remove anybody.", "staff"),
    ("rule_based", "Plain rules", (0.8, 1.0)),
    ("stable", "Yes", False),
    ("stable", "No. Same couriers, same packets.", True),
    ("stable", "No, it is changing", False),
    ("stable", "we are about to change the price list", False),
    ("documented", "No, it is in our heads", False),
    ("needed", "No, probably not", False),
    ("consent", "Not all", False),
    ("own_accounts", "No, we share", False),
    ("posts_expected_to_go", "No", 0),
    ("posts_expected_to_go", "two jobs", 2),
    ("budget_first_year", "Nothing", 0),
    ("budget_first_year", "Up to 2000", 2000),
    ("budget_first_year", "£200 a month", 2400),
    ("wage_per_hour", "30k a year", 14.4231),
    ("minutes_to_person", "Next day", 1440),
    ("doer", "I do", "owner"),
    ("doer", "Somebody else does", "staff"),
    ("doer", "my wife", "family"),
    ("freed_hours_use", "Rest and family", "Rest and family"),
    ("freed_hours_use", "nothing", ""),
)


@pytest.mark.parametrize(("name", "text", "value"), FACTS)
def test_an_answer_is_read_in_the_unit_of_its_question(answer, name: str, text: str, value: Value) -> None:  # type: ignore[no-untyped-def]
    read = answer(name, text)
    assert read.outcome == "fact"
    assert read.fact is not None
    assert read.fact.value == value
    assert read.fact.quote in text


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("skip", "skip"),
        ("none of your business", "skip"),
        ("no idea", "unknown"),
        ("don't know, sorry", "unknown"),
        ("why do you ask?", "why"),
        ("what do you mean?", "why"),
        ("go back", "back"),
        ("the weather is fine", "other"),
        ("", "other"),
    ],
)
def test_passing_is_heard_as_passing(answer, text: str, outcome: str) -> None:  # type: ignore[no-untyped-def]
    assert answer("hours_per_week", text).outcome == outcome


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("goals", "we use Square and a paper diary"),
        ("goals", "I meant the 60 invoices per month, not per week"),
        ("goals", "Before that: what does this thing do with my data?"),
        ("strengths", "we use Square and a paper diary"),
        ("strengths", "I told you I'm not answering that one."),
    ],
)
def test_words_that_tell_something_else_are_no_aim_and_no_strength(answer, name: str, words: str) -> None:  # type: ignore[no-untyped-def]
    given = answer(name, words)
    assert given.outcome == "beside"
    assert not getattr(given.profile, name)


def test_goals_and_strengths_take_the_words_as_they_are(answer) -> None:  # type: ignore[no-untyped-def]
    assert [(each.kind, each.text) for each in answer("goals", "More time for family").profile.goals] == [
        ("time", "More time for family")
    ]
    assert [each.personal for each in answer("strengths", "They know us").profile.strengths] == [True]


def test_the_rest_of_an_answer_is_read_too(answer) -> None:  # type: ignore[no-untyped-def]
    read = answer("hours_per_week", "About 5 hours. We use Xero for it, and 40 quotes a month go out.")
    assert read.fact.value == 5
    assert [tool.name for tool in read.profile.tools] == ["Xero"]
    assert read.profile.process("quoting_standard") is not None


def test_a_question_back_is_no_use_of_freed_hours(answer) -> None:  # type: ignore[no-untyped-def]
    assert answer("freed_hours_use", "Who told you it could take no time?").outcome != "fact"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("goals", "God, if I could just see my kids before eight."),
        ("goals", "Not to drown every December, that'd do"),
        ("goals", "a second van and somebody to drive it"),
        ("strengths", "cause we pick up the phone, simple as"),
        ("strengths", "My dad fixed their dads' boilers."),
    ],
)
def test_an_answer_in_the_owners_own_way_is_one(answer, name: str, words: str) -> None:  # type: ignore[no-untyped-def]
    given = answer(name, words)
    assert given.outcome == "fact"
    assert getattr(given.profile, name)


def test_every_question_of_the_interview_understands_its_quick_replies(answer) -> None:  # type: ignore[no-untyped-def]
    from assistant.interview.questions import load_questions
    from tests.conftest import KNOWLEDGE

    deaf = [
        (kind.name, choice)
        for kind in load_questions(KNOWLEDGE).kinds
        for choice in kind.choices
        if kind.name not in ("tools", "processes") and answer(kind.name, choice).outcome not in ("fact", "unknown")
    ]
    assert deaf == []


def test_every_named_fact_has_a_form(vocabulary: ReadingVocabulary) -> None:
    assert vocabulary.replies.form("hours_per_week") == "hours"
    assert vocabulary.replies.form("doer") == "words"


def test_a_figure_of_other_work_that_is_known_is_no_answer(scene: MakeScene, told: Told) -> None:
    known = told("Invoices take an hour a week. We write 12 quotes from the price list a week.")
    asked = _question("hours_per_week")
    found = read_answer(scene("about five hours a week on quotes from the price list"), asked, known=known)
    assert found.outcome == "beside"
    assert found.profile.fact(FactPath(scope="quoting_standard", name="hours_per_week")) is not None
    assert read_answer(scene("about five hours a week"), asked, known=known).outcome == "fact"


def test_a_figure_alone_is_no_reason_to_come(answer) -> None:  # type: ignore[no-untyped-def]
    assert answer("strengths", "about 28 hours").outcome == "other"
    assert answer("strengths", "because we answer within 2 hours").outcome == "fact"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Her two mornings. She'd ring the lapsed customers instead.", "She'd ring the lapsed customers instead"),
        ("Beth and Tom. They would both be out on site.", "They would both be out on site"),
        ("My son. If he leaves I would hire somebody new.", None),
        ("Two part-timers, and I'd cut one of them.", None),
        ("That would be my wife.", None),
    ],
)
def test_who_does_it_tells_what_becomes_of_the_time(answer, text: str, use: str | None) -> None:  # type: ignore[no-untyped-def]
    told = answer("doer", text).use
    assert (told.value if told else None) == use


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("spare_hours_per_week", "Four, and Ana could give four for a couple of months.", 4.0),
        ("hours_per_week", "Twelve, plus three for the late ones.", 15.0),
        ("hours_per_week", "One Sunday night a month, four hours.", pytest.approx(4 * 12 / 52, rel=0.01)),
    ],
)
def test_hours_are_those_that_were_asked_for(answer, name: str, text: str, value: Value) -> None:  # type: ignore[no-untyped-def]
    fact = answer(name, text).fact
    assert fact is not None
    assert fact.value == value


def test_the_first_sentence_about_goals_is_one(answer) -> None:  # type: ignore[no-untyped-def]
    goals = answer("goals", "Nine of ten orders out on the day. I want my Fridays back.").profile.goals
    assert [each.text for each in goals] == ["Nine of ten orders out on the day", "my Fridays back"]


def test_a_wage_is_no_purse(answer) -> None:  # type: ignore[no-untyped-def]
    found = answer("wage_per_hour", "say £25, it is my own time")
    assert found.fact is not None
    assert found.fact.value == 25
    assert found.profile.constraints == ()


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("Xero and Excel", None),
        ("QuickBooks, Outlook", None),
        ("Xero, and the reminders in it we have never switched on", True),
        ("Sage. The module for it costs extra.", False),
    ],
)
def test_a_bare_list_of_tools_tells_no_feature(scene: MakeScene, text: str, able: bool | None) -> None:
    known = Profile(processes=(Process(id="invoicing", name="making invoices"),))
    work = read_answer(scene(text), _question("tools"), known=known).profile.process("invoicing")
    assert (work.own_feature.value if work and work.own_feature else None) is able


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("needed", "Ah. Definitely yes.", True),
        ("needed", "It has to be done, so yes", True),
        ("stable", "No, nothing's going to change.", True),
        ("stable", "Not as far as I know, no", True),
        ("prerequisite_met", "that we have, yes", True),
        ("doer", "Not me, the office does it.", "staff"),
    ],
)
def test_a_plain_answer_stands_at_either_end(answer, name: str, text: str, value: object) -> None:  # type: ignore[no-untyped-def]
    assert answer(name, text).fact.value == value


def test_what_is_denied_is_not_what_it_is(answer) -> None:  # type: ignore[no-untyped-def]
    fact = answer("digital_input", "all by mail, nothing on paper").fact
    assert fact.low >= 0.8


def _forty() -> Profile:
    """A firm of which it is known that it makes forty invoices a week."""
    forty = Fact(value=40.0, unit="invoices a week", said=Said(value=40.0, unit="invoices", per="week"))
    return Profile(processes=(Process(id="invoicing", name="invoices", items_per_week=forty),))


def test_a_count_that_goes_wrong_tells_no_other_share(scene: MakeScene) -> None:
    said = scene("four of them go wrong, I forget the delivery charge")
    found = read_answer(said, _question("digital_input"), known=_forty())
    assert found.fact is None
    told = found.profile.process("invoicing")
    assert told is not None
    assert told.error_rate is not None
    assert told.error_rate.value == 0.1


def test_what_hours_are_for_is_no_second_goal(answer) -> None:  # type: ignore[no-untyped-def]
    found = answer("freed_hours_use", "more time with my kids")
    assert found.fact is not None
    assert found.fact.value == "more time with my kids"
    assert not found.profile.goals


@pytest.mark.parametrize(
    "words",
    ["People say that you can see the difference", "Because you get what you pay for", "They know you won't be late"],
)
def test_a_reason_to_come_may_speak_of_anybody(words: str, answer) -> None:  # type: ignore[no-untyped-def]
    found = answer("strengths", words)
    assert found.outcome == "fact"
    assert [each.text for each in found.profile.strengths] == [words]


@pytest.mark.parametrize("words", ["You are an idiot", "what do you suggest"])
def test_words_to_the_listener_are_no_reason_to_come(words: str, answer) -> None:  # type: ignore[no-untyped-def]
    assert not answer("strengths", words).profile.strengths


def test_a_count_out_of_the_ten_asked_about_is_of_those_ten(scene: MakeScene) -> None:
    found = read_answer(scene("three of them needed something special"), _question("exception_share"), known=_forty())
    assert found.fact is not None
    assert found.fact.value == 0.3


@pytest.mark.parametrize(
    "words", ["my wife, since 2011", "the office girl, she is 24", "me, in the van, with 3 others"]
)
def test_a_figure_that_fills_nothing_makes_no_figure_of_the_work(words: str, scene: MakeScene) -> None:
    found = read_answer(scene(words), _question("doer"), known=_forty())
    for each in found.profile.processes:
        assert each.items_per_week is each.hours_per_week is each.minutes_per_item is each.error_rate is None
