"""An assessment at its edges: how sure words must be, what a firm's size and money change, what is still asked."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.alignment.assess import assess
from assistant.catalogue import Catalogue
from assistant.domain.assessment import Assessment, Planned
from assistant.domain.facts import Basis, Fact, Said, Value
from assistant.domain.profile import Business, Goal, Pain, Process, Profile, Quantity

TODAY = date(2026, 5, 4)


def assessed(
    catalogue: Catalogue, facts: dict[str, Value | Fact], told: Profile | None = None, process_id: str = "invoicing",
    sureness: dict[str, float] | None = None,
) -> Assessment:  # fmt: skip
    """A plan for some work, told with a purpose of its own."""
    said = {name: each if isinstance(each, Fact) else Fact(value=each) for name, each in facts.items()}
    planned = Planned(process_id=process_id, purpose="free Fridays", facts=said, sureness=sureness or {})
    return assess(planned, told or Profile(), catalogue, TODAY)


def fact_of(made: Assessment, name: str) -> Fact | None:
    """The fact of that name as the rules saw it."""
    return next(each.facts[name] for each in made.findings if name in each.facts)


@pytest.mark.parametrize(("share", "verdict"), [(0.44, "cannot tell"), (0.45, "misaligned"), (0.9, "misaligned")])
def test_words_that_break_a_rule_must_be_sure_enough(catalogue: Catalogue, share: float, verdict: str) -> None:
    made = assessed(catalogue, {"goals_served": 0.0}, sureness={"goals_served": share})
    assert made.verdict == verdict
    assert made.decided_by == ("GL01",)
    assert made.confidence == share


@pytest.mark.parametrize(("share", "verdict"), [(0.84, "cannot tell"), (0.85, "not yet")])
def test_words_on_how_a_plan_is_made_must_be_surer(catalogue: Catalogue, share: float, verdict: str) -> None:
    made = assessed(catalogue, {"fallback_kept": False, "reversible_days": 90.0}, sureness={"fallback_kept": share})
    assert (made.verdict, made.decided_by) == (verdict, ("DL03",))


def test_the_surest_words_count_where_several_break_a_rule(catalogue: Catalogue) -> None:
    facts: dict[str, Value | Fact] = {"posts_expected_to_go": 1.0, "staff_told": False}
    made = assessed(catalogue, facts, sureness={"posts_expected_to_go": 0.3, "staff_told": 0.6789})
    assert (made.verdict, made.decided_by, made.confidence) == ("misaligned", ("PE02",), 0.68)


def test_confidence_without_shares_is_higher_where_nothing_is_missing(catalogue: Catalogue) -> None:
    assert assessed(catalogue, {}).confidence == 0.75
    bare = assess(Planned(purpose="free Fridays"), Profile(), catalogue, TODAY)
    assert (bare.verdict, bare.confidence) == ("cannot tell", 0.5)


def test_an_assessment_shows_what_decided_first_and_keeps_what_was_understood(catalogue: Catalogue) -> None:
    firm = Profile(goals=(Goal(kind="time", text="Fridays", quote="Fridays"),))
    made = assessed(catalogue, {"stable": False, "needed": False}, firm)
    assert (made.verdict, made.decided_by) == ("not yet", ("PR01",))
    assert made.findings[0].rule_id == "PR01"
    ids = [each.rule_id for each in made.findings]
    assert len(ids) == len(set(ids))
    assert "PR08" in ids
    assert all(each.verdict != "not applicable" for each in made.findings)
    assert made.understood == firm
    assert made.initiatives[0].purpose == "free Fridays"


def test_rules_over_the_whole_portfolio_are_left_out_but_the_one_on_two_homes(catalogue: Catalogue) -> None:
    made = assessed(catalogue, {"records_with_two_homes": ("customers",), "goals_stated": 3.0, "goals_answered": 1.0})
    ids = {each.rule_id for each in made.findings}
    assert "SY01" in ids
    assert not ids & {"GL06", "RS09", "DL02", "DL05"}


def test_what_is_open_is_asked_for_after_work_and_purpose(catalogue: Catalogue) -> None:
    made = assess(Planned(), Profile(), catalogue, TODAY)
    assert made.questions_open[:2] == ("process", "purpose")
    open_musts = [
        each.title for each in made.findings if each.verdict == "unknown" and each.severity == "must" and not each.ours
    ]
    assert open_musts
    assert list(made.questions_open[2:]) == open_musts
    assert {each.title for each in made.findings if each.ours} & set(made.questions_open) == set()
    assert assessed(catalogue, {}).questions_open[0] not in ("process", "purpose")


@pytest.mark.parametrize(
    ("told", "purpose"),
    [
        (Profile(goals=(Goal(kind="time", text="Fridays", quote="I want Fridays"),)), "I want Fridays"),
        (
            Profile(goals=(Goal(kind="time", text="Fridays"),), pains=(Pain(text="x", quote="bills hurt"),)),
            "bills hurt",
        ),
    ],
)
def test_a_goal_or_a_pain_told_elsewhere_is_a_purpose(catalogue: Catalogue, told: Profile, purpose: str) -> None:
    made = assess(Planned(process_id="invoicing"), told, catalogue, TODAY)
    assert made.verdict == "aligned"
    served = fact_of(made, "goals_served")
    assert served is not None
    assert (served.value, served.quote) == (1.0, purpose)


def test_a_reason_that_was_given_is_a_purpose(catalogue: Catalogue) -> None:
    told = Fact(value=1.0, quote="so that we can hire")
    made = assess(Planned(process_id="invoicing", facts={"goals_served": told}), Profile(), catalogue, TODAY)
    assert (made.verdict, fact_of(made, "goals_served")) == ("aligned", told)
    wordless = Planned(process_id="invoicing", facts={"goals_served": Fact(value=1.0)})
    assert assess(wordless, Profile(), catalogue, TODAY).questions_open[0] == "purpose"


def test_what_it_is_for_in_the_plan_comes_first(catalogue: Catalogue) -> None:
    told = Profile(goals=(Goal(kind="time", text="Fridays", quote="I want Fridays"),))
    served = fact_of(assessed(catalogue, {}, told), "goals_served")
    assert served is not None
    assert served.quote == "free Fridays"


@pytest.mark.parametrize(("headcount", "stage"), [(1.0, 1.0), (4.0, 1.0), (20.0, 2.0), (80.0, 3.0)])
def test_a_firms_size_says_what_it_can_carry(catalogue: Catalogue, headcount: float, stage: float) -> None:
    told = Profile(business=Business(headcount=Fact(value=headcount)))
    made = assessed(catalogue, {"stage_of_means": 3.0}, told)
    found = fact_of(made, "stage_of_firm")
    assert found is not None
    assert (found.value, found.basis) == (stage, "computed")
    assert (made.verdict == "not yet") == (stage < 2)
    people = fact_of(made, "people_in_firm")
    assert people is not None
    assert people.value == headcount


def test_a_firm_of_unknown_size_and_stage_is_at_no_stage(catalogue: Catalogue) -> None:
    made = assessed(catalogue, {"stage_of_means": 3.0}, Profile())
    assert fact_of(made, "stage_of_firm") is None
    assert made.verdict == "cannot tell"


def test_a_stage_that_is_told_comes_before_the_size(catalogue: Catalogue) -> None:
    told = Profile(business=Business(headcount=Fact(value=4.0), stage=Fact(value="mature", quote="we are settled")))
    made = assessed(catalogue, {"stage_of_means": 3.0}, told)
    found = fact_of(made, "stage_of_firm")
    assert found is not None
    assert (found.value, found.quote) == (3.0, "we are settled")
    assert made.verdict == "aligned"


COST = 1_500.0


@pytest.mark.parametrize(
    ("country", "cost", "verdict"),
    [("GB", 1_001.0, "cannot tell"), ("GB", 1_000.0, "aligned"), ("SE", 1_500.0, "aligned")],
)
def test_a_sum_is_dear_by_the_money_of_the_country(
    catalogue: Catalogue, country: str, cost: float, verdict: str
) -> None:
    """A dear purchase whose hours nobody told cannot be judged; a small one may go on."""
    told = Profile(business=Business(country=Fact(value=country)))
    made = assessed(catalogue, {"cost_first_year": cost}, told)
    assert made.verdict == verdict
    assert ("EV02" in made.decided_by) == (verdict == "cannot tell")


def test_a_price_from_cheap_to_dear_is_not_yet_dear(catalogue: Catalogue) -> None:
    assert assessed(catalogue, {"cost_first_year": (900.0, 4_000.0)}).verdict == "aligned"
    assert assessed(catalogue, {"cost_first_year": (1_100.0, 4_000.0)}).verdict == "cannot tell"


@pytest.mark.parametrize(("cost", "asks"), [(1_000.0, ()), (1_001.0, ("EV01", "EV02"))])
def test_a_dear_purchase_asks_what_its_gain_rests_on(catalogue: Catalogue, cost: float, asks: tuple[str, ...]) -> None:
    made = assessed(catalogue, {"cost_first_year": cost, "buys_something": True})
    assert made.decided_by == asks


def quantity(quote: str, slot: str | None = "hours_per_week") -> Quantity:
    return Quantity(text="6", said=Said(value=6.0), quote=quote, slot=slot)


def test_a_figure_of_the_work_makes_the_hours_known(catalogue: Catalogue) -> None:
    dear: dict[str, Value | Fact] = {"cost_first_year": COST, "buys_something": True}
    loose, placed = quantity("six of us", None), quantity("six hours a week")
    made = assessed(catalogue, dear, Profile(quantities=(loose, placed)))
    known, bases = (fact_of(made, name) for name in ("hours_known", "benefit_bases"))
    assert known is not None
    assert bases is not None
    assert (known.value, known.quote) == (True, "six hours a week")
    assert (bases.value, bases.quote) == (("owner",), "six hours a week")
    assert made.verdict == "aligned"
    small = fact_of(made, "small_spend")
    assert small is not None
    assert small.value == 1_000.0
    assert assessed(catalogue, dear, Profile(quantities=(loose,))).verdict == "cannot tell"


def test_paper_is_in_the_way_until_something_is_said_to_take_it_in(catalogue: Catalogue) -> None:
    made = assessed(catalogue, {"digital_input": 0.1})
    assert (made.verdict, made.decided_by) == ("not yet", ("PR03",))
    assert assessed(catalogue, {"digital_input": 0.1, "captures_paper": True}).verdict == "aligned"


def test_a_person_serves_unless_a_machine_is_said_to(catalogue: Catalogue) -> None:
    known: dict[str, Value | Fact] = {"personal_service": True}
    behind = assessed(catalogue, known, process_id="complaints")
    assert fact_of(behind, "person_is_default") == Fact(value=True, basis="computed")
    in_front = assessed(catalogue, {**known, "customers_meet_machine": True}, process_id="complaints")
    assert fact_of(in_front, "person_is_default") is None


def test_what_was_told_of_the_work_stands_before_the_catalogues_word(catalogue: Catalogue) -> None:
    often = Process(id="invoicing", name="invoices", exception_share=Fact(value=0.5, quote="every other one"))
    made = assessed(catalogue, {"automates": True, "person_after_each": False}, Profile(processes=(often,)))
    assert (made.verdict, made.decided_by) == ("not yet", ("PR04",))
    told = assessed(catalogue, {"human_touch": 3.0}, process_id="invoicing")
    assert fact_of(told, "human_touch") == Fact(value=3.0)
    kind = fact_of(assessed(catalogue, {}, process_id="complaints"), "human_touch")
    assert kind is not None
    assert (kind.value, kind.basis) == (3.0, "benchmark")


@pytest.mark.parametrize("name", ["about_people", "regulated", "irreversible"])
def test_the_catalogue_says_what_kind_of_work_it_is(catalogue: Catalogue, name: str) -> None:
    found = fact_of(assessed(catalogue, {}, process_id="payroll_prep"), name)
    assert found == Fact(value=True, basis="benchmark")


@pytest.mark.parametrize(
    ("facts", "verdict", "rule"),
    [
        ({"mass_marketing": True}, "cannot tell", "GV04"),
        ({"mass_marketing": False}, "aligned", None),
        ({"irreversible": True}, "cannot tell", "PR06"),
        ({"change_within_months": 9.0, "cost_first_year": COST, "hours_known": True}, "cannot tell", "GL04"),
        ({"change_within_months": (9.0, 12.0), "cost_first_year": COST, "hours_known": True}, "cannot tell", "GL04"),
        ({"change_within_months": (9.0, 48.0), "cost_first_year": COST, "hours_known": True}, "aligned", None),
        ({"change_within_months": 30.0, "cost_first_year": COST, "hours_known": True}, "aligned", None),
        ({"output": "work"}, "aligned", None),
        ({"output": "data"}, "cannot tell", "CP02"),
        ({"posts_expected_to_go": Fact(value=1.0, basis="vendor")}, "aligned", None),
    ],
)
def test_an_alarm_alone_leaves_it_open(
    catalogue: Catalogue, facts: dict[str, Value | Fact], verdict: str, rule: str | None
) -> None:
    made = assessed(catalogue, facts)
    assert made.verdict == verdict
    assert made.decided_by == ((rule,) if rule else ())


@pytest.mark.parametrize("basis", ["benchmark", "vendor", "assumed"])
def test_only_an_owners_word_is_an_alarm(catalogue: Catalogue, basis: Basis) -> None:
    assert assessed(catalogue, {"mass_marketing": Fact(value=True, basis=basis)}).verdict == "aligned"


def test_a_rule_whose_gate_is_open_raises_no_alarm(catalogue: Catalogue) -> None:
    """Without work nobody knows whether customers come for a person; told that they do, it matters."""
    alarm = {"person_is_default": Fact(value=False)}
    nowhere = assess(Planned(purpose="free Fridays", facts=alarm), Profile(), catalogue, TODAY)
    assert nowhere.decided_by == ()
    assert assessed(catalogue, alarm, process_id="complaints").decided_by == ("MK01",)
