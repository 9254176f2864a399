"""The simulated owners: the same each time, whole in their facts, and never at a loss for an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest
import yaml

from evals.simulated.figures import hours, minutes, number, share
from evals.simulated.owners import FEW_WORKS, MANNERS, POPULATIONS, Owner, owners
from evals.simulated.phrases import wordings
from evals.simulated.voice import FIGURES, Voice

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
TEXTS = (ROOT / "evals" / "cases" / "reading.jsonl",)
MANY = owners(300, 5, KNOWLEDGE, TEXTS)
QUESTIONS = yaml.safe_load((KNOWLEDGE / "vocabulary" / "questions.yml").read_text(encoding="utf-8"))["questions"]
KINDS = {
    row["id"]: row
    for row in yaml.safe_load((KNOWLEDGE / "vocabulary" / "processes.yml").read_text(encoding="utf-8"))["processes"]
}
SHARES = ("exception_share", "digital_input", "rule_based")
FIGURES_OF_WORK = ("items_per_week", "minutes_per_item", "hours_per_week", "wage_per_hour", "minutes_to_person")
YES_OR_NO = (
    *("stable", "documented", "needed", "posts_expected_to_go", "staff_told", "doers_asked", "prerequisite_met"),
    *("consent", "data_terms"),
)
NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|nineteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|dozen|couple|half|quarter|quarters|thirds?|fifth|tenth|an hour|a day|most of"
    r"|all of|morning|afternoon|full|whole|none|nothing|zero|no time|no hours|no spare|no money|nobody has)\b"
    r"|every (one|second)|no spare",
    re.IGNORECASE,
)
NOT_KNOWN = {
    re.sub(r"[^a-z0-9 ]", "", one.split(":")[-1].strip().lower())
    for kind in ("unknown", "vague")
    for one in wordings()[kind]
}


def ask(voice: Voice, owner: Owner, question: dict[str, object], click: bool = False) -> str:
    scope = "firm" if question["scope"] == "firm" else owner.works[0].id
    choices = tuple(str(one) for one in question["choices"]) if click else ()
    return voice.answer(scope, str(question["name"]), str(question["text"]), choices)


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", text.lower())


def not_known(text: str) -> bool:
    """True where the end of the text is one of the wordings for that, a slip of the hand allowed."""
    said = plain(text)
    return any(SequenceMatcher(None, one, said[-len(one) :]).ratio() > 0.85 for one in NOT_KNOWN)


def test_the_same_seed_gives_the_same_owners_whatever_their_number() -> None:
    assert owners(20, 5, KNOWLEDGE, TEXTS) == MANY[:20]
    assert owners(20, 6, KNOWLEDGE, TEXTS) != MANY[:20]
    assert len({owner.id for owner in MANY}) == len(MANY)


def test_a_prefix_is_balanced_over_populations_and_manners() -> None:
    pairs = [(owner.population, owner.manner) for owner in MANY[:15]]
    assert set(pairs) == {(population, manner) for population in POPULATIONS for manner in MANNERS}


def test_the_same_talk_gives_the_same_answers() -> None:
    for owner in MANY[:30]:
        first, second = Voice(owner, 3), Voice(owner, 3)
        assert [ask(first, owner, one, True) for one in QUESTIONS] == [
            ask(second, owner, one, True) for one in QUESTIONS
        ]


def test_facts_of_every_work_are_complete_and_in_range() -> None:
    for owner in MANY:
        assert 1 <= len(owner.works) <= FEW_WORKS
        assert len({work.id for work in owner.works}) == len(owner.works)
        for work in owner.works:
            facts = work.facts
            assert work.id in KINDS
            assert all(float(facts[name]) > 0 for name in FIGURES_OF_WORK)
            assert all(0 <= float(facts[name]) <= 1 for name in SHARES)
            assert all(isinstance(facts[name], bool) for name in YES_OR_NO)
            assert facts["doer"] in ("owner", "staff", "shared")
            assert facts["freed_hours_use"]
            hours_a_week = float(facts["items_per_week"]) * float(facts["minutes_per_item"]) / 60
            assert float(facts["hours_per_week"]) == pytest.approx(hours_a_week)
            if "wanted_means" in facts:
                assert facts["wanted_means"] in KINDS[work.id]["means"]
                assert float(facts["offer_per_month"]) > 0


def test_facts_of_the_firm_are_complete_and_the_hours_fit_the_people() -> None:
    for owner in MANY:
        firm = owner.firm
        people = float(str(firm["headcount"]))
        assert 1 <= people <= 250
        assert 0 <= float(str(firm["spare_hours_per_week"])) <= 10
        assert float(str(firm["budget_first_year"])) >= 0
        assert firm["goals"]
        assert firm["strengths"]
        assert isinstance(firm["own_accounts"], bool)
        assert isinstance(firm["tools"], tuple)
        if owner.population != "texts":
            assert sum(float(work.facts["hours_per_week"]) for work in owner.works) <= 19 * people + 0.001
        if people == 1 and owner.population != "texts":
            assert all(work.facts["doer"] == "owner" for work in owner.works)


def test_every_opened_fact_is_one_of_the_owner() -> None:
    for owner in MANY:
        known = {f"firm.{name}" for name in (*owner.firm, "processes")}
        known |= {f"{work.id}.{name}" for work in owner.works for name in (*work.facts, "told")}
        assert owner.opened <= known


def test_off_owners_differ_from_priors_by_more() -> None:
    def far(population: str) -> float:
        facts = [(work.id, work.facts) for owner in MANY if owner.population == population for work in owner.works]
        ratios = [float(fact["minutes_per_item"]) / KINDS[kind]["minutes_per_item"][1] for kind, fact in facts]
        return sum(ratio > 2 or ratio < 0.5 for ratio in ratios) / len(ratios)

    assert far("off") > far("priors") + 0.2


def test_every_question_gets_an_answer_in_every_manner() -> None:
    for manner in MANNERS:
        for owner in MANY[:60]:
            voice = Voice(replace(owner, manner=manner), 1)
            for question in QUESTIONS:
                for _ in range(2):
                    said = ask(voice, owner, question)
                    assert said.strip()
                    assert "{" not in said
                    assert "}" not in said


def test_openings_differ_and_have_25_to_90_words() -> None:
    assert len({owner.opening for owner in MANY}) == len(MANY)
    for owner in MANY:
        if owner.population != "texts":
            assert 25 <= len(owner.opening.split()) <= 90, owner.opening
            assert "{" not in owner.opening


def test_answers_to_figures_hold_a_figure_or_say_that_it_is_not_known() -> None:
    for owner in MANY[:150]:
        voice = Voice(owner, 2)
        for question in QUESTIONS:
            if question["name"] in FIGURES:
                said = ask(voice, owner, question)
                unknown = owner.manner == "vague" and not_known(said)
                assert unknown or NUMBER.search(said), (question["name"], said)


def test_a_vague_owner_gives_a_range_when_asked_again() -> None:
    vague = [replace(owner, manner="vague") for owner in MANY[:60]]
    hours_question = next(one for one in QUESTIONS if one["name"] == "hours_per_week")
    first_vague = ranged = 0
    for owner in vague:
        voice = Voice(owner, 4)
        first, second = ask(voice, owner, hours_question), ask(voice, owner, hours_question)
        first_vague += not NUMBER.search(first)
        ranged += bool(NUMBER.search(second)) and not NUMBER.search(first)
    assert ranged > 15
    assert first_vague > ranged


def test_a_contradictory_owner_takes_figures_back_in_about_a_fifth_of_the_answers() -> None:
    said = back = 0
    for owner in MANY:
        if owner.manner == "contradictory":
            voice = Voice(owner, 2)
            for question in QUESTIONS:
                said += 1
                before = set(voice._off)
                ask(voice, owner, question)
                back += bool(before - set(voice._off))
    assert 0.1 < back / said < 0.3


def test_work_that_the_owner_does_not_do_is_denied() -> None:
    owner = MANY[0]
    other = next(kind for kind in KINDS if kind not in {work.id for work in owner.works})
    texts = {Voice(owner, seed).answer(other, "hours_per_week", "How long?", ("About 5 hours",)) for seed in range(20)}
    assert not any(text == "About 5 hours" for text in texts)
    assert len(texts) > 4


def test_a_fifth_of_the_fitting_quick_replies_is_clicked() -> None:
    question = next(one for one in QUESTIONS if one["name"] == "doer")
    clicked = sum(ask(Voice(owner, 1), owner, question, True) in question["choices"] for owner in MANY)
    assert 0.1 < clicked / len(MANY) < 0.35


@pytest.mark.parametrize("value", [0.4, 1.5, 2.3, 7, 12, 26, 33, 41, 90, 178, 640])
def test_a_number_in_digits_lies_within_15_percent(value: float) -> None:
    for seed in range(40):
        found = [float(one) for one in re.findall(r"\d+(?:\.\d+)?", number(value, np.random.default_rng(seed)))]
        if found:
            assert abs(sum(found) / len(found) - value) <= 0.15 * value


def test_the_same_figure_is_said_in_many_ways() -> None:
    generators = [np.random.default_rng(seed) for seed in range(200)]
    assert len({hours(6.4, rng) for rng in generators}) > 8
    assert len({minutes(30, rng) for rng in generators}) > 4
    assert len({share(0.2, rng) for rng in generators}) > 4


def test_each_fact_has_ten_wordings_and_each_work_three() -> None:
    for path, texts in wordings().items():
        if path.startswith("answers/") and not path.startswith("answers/price"):
            assert len(set(texts)) >= 10, path
        if path.endswith("/tells"):
            assert len(set(texts)) >= 3, path
    assert {path.split("/")[1] for path in wordings() if path.startswith("works/")} == set(KINDS)


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    ask(Voice(owners(1, 1, KNOWLEDGE, TEXTS)[0], 1), MANY[0], QUESTIONS[0])
    assert capsys.readouterr() == ("", "")
