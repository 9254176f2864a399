"""A plan led, looked at and worded as a firm of its size can carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.advice.decide import Choice
from assistant.advice.flip import Changes
from assistant.advice.initiative import Writing, write
from assistant.advice.options import options
from assistant.advice.portfolio import Place
from assistant.advice.recommend import recommend
from assistant.alignment.validator import validate
from assistant.catalogue import Catalogue
from assistant.domain.advice import Recommendation
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact
from assistant.domain.plan import Plan, Step
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.memo import Memo
from assistant.estimates.priors import load_priors
from assistant.planning.plan import load_plan_words, make_plan
from tests.advice.test_portfolio import MANY
from tests.builders import fact
from tests.conftest import KNOWLEDGE
from tests.planning.firms import TODAY, inputs

OTHERS = re.compile(r"\b(?:teams?|staff|colleagues?|employees?|crews?)\b", re.IGNORECASE)
DOCUMENTS = ("citation", "source", "sources")
"""What names or quotes a document: its words are its own."""
WORDS = load_plan_words(KNOWLEDGE)


def firm(people: float, *works: Process) -> Profile:
    return Profile(
        business=Business(
            headcount=fact(people, "people", f"{people:.0f} here"), country=fact("GB"), stage=fact("early")
        ),
        goals=(Goal(kind="time", text="Fridays free", quote="Fridays free"),),
        processes=works,
        constraints=(Constraint(kind="skill", text="none", amount=fact(0.0)),),
    )


def work(process_id: str, doer: str, **told: Fact) -> Process:
    return Process(id=process_id, name=process_id, hours_per_week=fact(8.0), doer=fact(doer), **told)


def plan_of(profile: Profile, setting: EstimateSetting) -> Plan:
    made = recommend(profile, {}, setting, TODAY)
    report = validate(profile, made, setting, TODAY)
    return make_plan(profile, made, report, (), inputs(setting, WORDS))


def led_by(people: float, doer: str, setting: EstimateSetting) -> Plan:
    return plan_of(firm(people, *(work(each, doer) for each in MANY)), setting)


def reviews(plan: Plan) -> list[Step]:
    return [each for each in plan.steps if each.phase == "review"]


@pytest.mark.parametrize(
    ("people", "leads", "looks", "who", "settled"),
    [
        (1.0, "You lead it yourself", "with the note", "you", "in your note"),
        (6.0, "You lead it, on one page", "one page", "you", "on the page"),
        (30.0, "one owner by name: Dee for ", "a log", "Dee and you", "in the log"),
        (120.0, "Name one person who leads", "Half an hour a month", "Dee and you", "signed"),
    ],
)
def test_the_size_says_who_leads_who_looks_and_how_it_is_kept(
    setting: EstimateSetting, people: float, leads: str, looks: str, who: str, settled: str
) -> None:
    plan = led_by(people, "owner" if people == 1 else "Dee", setting)
    lead, look = plan.governance
    assert leads in lead
    assert looks in look
    assert "{" not in lead + look
    assert reviews(plan)
    assert {each.owner for each in reviews(plan)} == {who}
    assert all(settled in each.done_when for each in reviews(plan))


def test_until_somebody_is_named_the_owner_answers_and_looks(setting: EstimateSetting) -> None:
    plan = led_by(30.0, "staff", setting)
    assert "you, until somebody is named, for " in plan.governance[0]
    assert {each.owner for each in reviews(plan)} == {"you"}


def test_who_leads_rests_on_the_headcount_in_the_owners_words(setting: EstimateSetting) -> None:
    plan = led_by(30.0, "Dee", setting)
    grounds = {each.text: each.rests_on for each in plan.grounds}
    assert {grounds[each] for each in plan.governance} == {"fact: headcount, “30 here”"}


def test_where_nothing_is_started_nobody_has_to_lead(setting: EstimateSetting) -> None:
    tiny = Process(id="invoicing", name="invoices", items_per_week=fact(1.0), minutes_per_item=fact(2.0))
    plan = plan_of(firm(1.0, tiny), setting)
    assert not plan.steps
    assert plan.governance == ()


def test_a_try_that_begins_small_says_so_in_its_step(setting: EstimateSetting) -> None:
    new = led_by(6.0, "Dee", setting)
    tries = [each.what for each in new.steps if each.phase == "try"]
    assert tries
    assert all("It begins this small and is watched for longer because" in each for each in tries)


def sentences(found: object, key: str = "") -> Iterator[str]:
    """Every text of more than one word in a noun's JSON, but names and quotes of documents."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name not in DOCUMENTS:
                yield from sentences(value, name)
    elif isinstance(found, list):
        for each in found:
            yield from sentences(each, key)
    elif isinstance(found, str) and " " in found:
        yield found


def word_for(means_decision: str) -> Decision:
    words: dict[str, Decision] = {
        "automate": "now", "stop doing it": "stop doing it", "simplify first": "simplify first",
        "use what you have": "use what you have", "hand it over": "hand it over",
    }  # fmt: skip
    return words[means_decision]


def test_nothing_that_a_solo_owner_reads_speaks_of_others_who_work_there(catalogue: Catalogue) -> None:
    """Every kind of work that somebody alone can have, in every way, with the least ready firm: all that is said."""
    shared = EstimateSetting(catalogue=catalogue, priors=load_priors(KNOWLEDGE), draws=20, memo=Memo())
    read = 0
    for kind in catalogue.processes:
        if OTHERS.search(kind.name):
            continue
        profile = firm(1.0, work(kind.id, "owner", documented=fact(False), digital_input=fact(0.0)))
        for said in everything(profile, shared):
            assert not OTHERS.search(said), f"{kind.id}: {said}"
            read += 1
    assert read > 10_000


def everything(profile: Profile, setting: EstimateSetting) -> Iterator[str]:
    """All texts of a recommendation that takes every way at once, of its report and of its plan."""
    process = profile.processes[0]
    ways = options(profile, process, setting, frozenset())
    made = []
    for each in ways:
        decision = word_for(each.means.decision)
        place = Place(choice=Choice(decision=decision, option=each, reason="It is so."), decision=decision, why="")
        made.append(
            write(Writing(place=place, ways=ways, changes=Changes(), currency="GBP"), profile, setting, {}, TODAY)
        )
    whole = Recommendation(initiatives=tuple(made), order=tuple(each.id for each in made), currency="GBP")
    report = validate(profile, whole, setting, TODAY)
    plan = make_plan(profile, whole, report, (), inputs(setting, WORDS))
    for noun in (whole, report, plan, recommend(profile, {}, setting, TODAY)):
        yield from sentences(noun.model_dump(mode="json"))
