"""Suites without the product: what they do with readings, talks and failures that are made up here."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.facts import Fact, FactPath
from assistant.domain.flips import Change, WhatIf
from assistant.domain.knowledge import Answer
from assistant.domain.profile import Process, Profile, Tool
from assistant.domain.talk import KIND_OF_WORK, Question, Reply, SessionState
from assistant.settings import Settings
from evals.casebook import CASES, Attempt, load
from evals.scorers.checks import believed_anew
from evals.suite import Workplace
from evals.suites import guard
from evals.suites.dialogues import DONT_KNOW, DialogueCase, answer_of
from evals.suites.proposals import ProposalCase
from evals.suites.proposals import marks as proposal_marks
from evals.suites.questions import QuestionCase, seeds_of
from evals.suites.questions import marks as question_marks
from evals.suites.reading import ReadingCase
from evals.suites.reading import marks as reading_marks
from evals.suites.recognizer_cases import RecognizerCase, reason_to_leave_out
from evals.suites.recognizer_scores import score_case, sentence_of
from evals.suites.robustness import keeps
from evals.suites.what_if import Talk as WhatIfTalk
from evals.suites.what_if import WhatIfCase
from evals.suites.what_if import marks as what_if_marks
from tests.evals.made import quantity

READ = load(CASES / "reading.jsonl", ReadingCase)
TALKS = load(CASES / "dialogues.jsonl", DialogueCase)


def ask(name: str, scope: str = "firm", text: str = "?") -> Question:
    return Question(path=FactPath(scope=scope, name=name), text=text, why="")


def test_a_reader_that_fails_loses_everything_it_could_have_won() -> None:
    case = next(each for each in READ if each.gold.processes and each.gold.headcount)
    scores = dict(reading_marks(case, Attempt(None, "KeyError: 'x'")))
    for measure in ("without_error", "quantities_recall", "slots", "headcount", "process_ids", "spans_process"):
        assert scores[measure].value == 0.0, measure
    assert scores["quantities_precision"].weight == 0.0


def test_an_answer_that_fails_is_wrong_on_and_off_the_subject() -> None:
    for off_topic, measure, lost in ((True, "declined_off_topic", 0.0), (False, "declined_on_topic", 1.0)):
        case = QuestionCase(id="q", question="?", about=("S1",), off_topic=off_topic)
        failed: Attempt[Answer] = Attempt(None, "OSError: disk")
        scores = dict(question_marks(case, failed, {}))
        assert scores[measure].value == lost
        assert scores["without_error"].value == 0.0


def test_a_sentence_that_could_not_be_judged_does_not_count_as_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> str:
        raise KeyError("x")

    monkeypatch.setattr(guard, "fault", breaks)
    place = Workplace(None, Settings(), limit=8)  # type: ignore[arg-type]  # the front door is not asked
    marks = list(guard.run(place))
    assert {(each.measure, each.score.value) for each in marks} == {("without_error", 0.0)}
    assert len(marks) == 8


def test_a_critique_that_fails_loses_its_dates_and_faults() -> None:
    case = next(each for each in load(CASES / "proposals.jsonl", ProposalCase) if each.faults)
    scores = dict(proposal_marks(case, Attempt(None, "ValueError: no")))
    assert scores["last_notice_date"].value == 0.0
    assert (scores["faults"].value, scores["faults"].weight) == (0.0, len(case.faults))


def test_the_scripted_owner_knows_only_the_script(catalogue: Catalogue) -> None:
    case = TALKS[0]
    work = case.expect.process_ids[0]
    assert answer_of(case, ask("goals"), Profile(), catalogue) == case.knows["goal"]
    assert answer_of(case, ask("minutes_per_item", work), Profile(), catalogue) == case.knows["minutes per item"]
    assert answer_of(case, ask("free_cash"), Profile(), catalogue) == DONT_KNOW


def test_the_scripted_owner_does_not_answer_for_work_that_the_script_does_not_know(catalogue: Catalogue) -> None:
    case = TALKS[0]
    both = Profile(
        processes=tuple(Process(id=each, name=each) for each in (case.expect.process_ids[0], "payroll_prep"))
    )
    other = Profile(processes=(Process(id="payroll_prep", name="pay"),))
    question = ask("minutes_per_item", "payroll_prep")
    assert answer_of(case, question, both, catalogue) == DONT_KNOW
    assert answer_of(case, question, other, catalogue) == case.knows["minutes per item"]


def test_the_scripted_owner_picks_the_kind_of_work_that_was_meant(catalogue: Catalogue) -> None:
    case = TALKS[0]
    own = catalogue.process(case.expect.process_ids[0]).name
    offered = ask(KIND_OF_WORK, "named_1").model_copy(update={"choices": ("making invoices", own, "Something else")})
    other = offered.model_copy(update={"choices": ("making invoices", "Something else")})
    assert answer_of(case, offered, Profile(), catalogue) == own
    assert answer_of(case, other, Profile(), catalogue) == "Something else"


def test_a_question_that_is_not_listed_is_matched_by_its_words(catalogue: Catalogue) -> None:
    case = next(each for each in TALKS if "consent and mobile numbers" in each.knows)
    asked = ask("prerequisite_met", case.expect.process_ids[0], "Is this in place: mobile numbers and consent?")
    assert answer_of(case, asked, Profile(), catalogue) == case.knows["consent and mobile numbers"]
    assert answer_of(case, ask("prerequisite_met", text="Is the bridge painted?"), Profile(), catalogue) == DONT_KNOW


def test_every_key_of_every_script_can_be_reached_or_is_background() -> None:
    from evals.suites.dialogues import _table

    listed = {name for names in _table().values() for name in names}
    assert {"goal", "what customers come for", "budget", "people", "hours a week"} <= listed


def sentence(words: str, *results: dict[str, object]) -> RecognizerCase:
    return RecognizerCase.model_validate({"Input": words, "Results": list(results)})


def money(text: str, value: str) -> dict[str, object]:
    return {"Text": text, "Resolution": {"value": value, "unit": "Dollar"}}


@pytest.mark.parametrize(("value", "unit", "right"), [(94000, "USD", 1.0), (94, "USD", 0.0), (94000, "EUR", 0.0)])
def test_a_recogniser_case_needs_value_and_unit(value: float, unit: str, right: float) -> None:
    case = sentence("It cost $94,000.", money("$94,000", "94000"))
    read = Profile(quantities=(quantity(value, unit, "", "$94,000"),))
    assert score_case("currency", case, Attempt(read, "")).value == right


def test_a_figure_too_much_of_the_same_kind_is_wrong_and_of_another_kind_is_not() -> None:
    case = sentence("It cost $20.", money("$20", "20"))
    more = Profile(quantities=(quantity(20, "USD", "", "$20"), quantity(3, "USD", "", "It")))
    other = Profile(quantities=(quantity(20, "USD", "", "$20"), quantity(3, "days", "", "It")))
    assert score_case("currency", case, Attempt(more, "")).value == 0.0
    assert score_case("currency", case, Attempt(other, "")).value == 1.0


def test_a_rhythm_is_read_as_the_period_of_a_figure() -> None:
    case = sentence("We meet every week", {"Text": "every week", "Value": {"Timex": "P1W"}})
    assert sentence_of("set", case) == "We send 30 invoices every week."
    weekly = Profile(quantities=(quantity(30, "invoices", "week", "30 invoices"),))
    daily = Profile(quantities=(quantity(30, "invoices", "day", "30 invoices"),))
    assert score_case("set", case, Attempt(weekly, "")).value == 1.0
    assert score_case("set", case, Attempt(daily, "")).value == 0.0


def test_what_no_owner_writes_is_left_out_with_a_reason_and_the_rest_is_kept() -> None:
    assert reason_to_leave_out("number", sentence("2.5^-1"))
    assert reason_to_leave_out("currency", sentence("$", {"Text": "$", "Resolution": {"unit": "Dollar"}}))
    assert reason_to_leave_out("number", sentence("half a dozen")) is None


def test_a_limit_spreads_over_the_cases() -> None:
    place = Workplace(None, Settings(), limit=3)  # type: ignore[arg-type]  # the front door is not asked
    assert place.some(tuple(range(9))) == (0, 3, 6)


def test_facts_that_vanish_are_noticed() -> None:
    known = Profile(processes=(Process(id="invoicing", name="invoices"),))
    assert keeps(known, known)
    assert not keeps(known, Profile())


def test_a_belief_out_of_nothing_is_noticed_and_a_figure_merely_read_is_none() -> None:
    assert believed_anew(Profile(), Profile(quantities=(quantity(7, "", "", "7"),))) == []
    assert believed_anew(Profile(), Profile(tools=(Tool(name="k", quote="k"),))) != []


def test_every_document_of_the_knowledge_base_has_seeds_by_its_id() -> None:
    seeds = seeds_of(Settings().knowledge())
    assert len(seeds) > 50
    assert all(Path(f"{name}.md").stem == name for name in seeds)


def supposed(**wanted: object) -> WhatIfCase:
    expect = {"what_if": True, **wanted}
    return WhatIfCase.model_validate({"kind": "volume", "opening": "o", "say": "what if", "expect": expect})


def talk_in_which(heard: WhatIf | None, after: Profile, kept: Profile) -> WhatIfTalk:
    first = SessionState(profile=Profile(processes=(Process(id="invoicing", name="invoices"),)))
    opened = SessionState(profile=after, branch=heard)
    return WhatIfTalk(first, Reply(text="no table"), opened, SessionState(profile=kept))


def test_a_what_if_is_right_where_its_fact_is_and_nothing_else_changed() -> None:
    path, other = (FactPath(scope="invoicing", name=name) for name in ("items_per_week", "minutes_per_item"))
    eighty = Change(path=path, fact=Fact(value=80.0, quote="what if"))
    case = supposed(changes=[{"scope": "invoicing", "fact": "items_per_week", "is": 80, "tolerance": 0.05}])
    known = Profile(processes=(Process(id="invoicing", name="invoices"),))
    kept = known.with_fact(path, eighty.fact)
    right = dict(what_if_marks(case, talk_in_which(WhatIf(words="what if", changes=(eighty,)), known, kept)))
    values = ("recognised", "changes", "whole", "nothing_changed", "table", "kept")
    assert [right[each].value for each in values] == [1, 1, 1, 1, 0, 1]
    more = (eighty, Change(path=other, fact=Fact(value=5.0, quote="what if")))
    wrong = dict(what_if_marks(case, talk_in_which(WhatIf(words="what if", changes=more), kept, kept)))
    assert (wrong["whole"].value, wrong["nothing_changed"].value, wrong["kept"].value) == (0.0, 0.0, 0.5)
    unheard = dict(what_if_marks(case, talk_in_which(None, known, known)))
    assert (unheard["recognised"].value, unheard["changes"].value) == (0.0, 0.0)


def test_a_turn_that_is_no_what_if_must_open_none() -> None:
    case = supposed(what_if=False)
    heard = dict(what_if_marks(case, talk_in_which(WhatIf(words="what if"), Profile(), Profile())))
    assert heard.keys() == {"recognised"}
    assert heard["recognised"].value == 0.0
