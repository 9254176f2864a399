"""One rule put to one set of facts: what decides, what is missing, and what the finding carries."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Basis, Fact, Value
from assistant.domain.findings import Severity
from assistant.rulebook import Predicate, Rule, judge, rule, say_value


def is_quiet(noise: float) -> bool:
    return noise < 3


def is_open(door: bool) -> bool:
    return door


def made(holds: Predicate = is_quiet, severity: Severity = "should", applies: Predicate | None = None) -> Rule:
    """A rule of which only what decides a verdict matters."""
    return Rule(
        id="XX01", title="Quiet", why="Noise tires.", source="noise#quiet", severity=severity, dimension="people",
        holds=holds, fails={"noise": 9.0}, remedy="{noise} is too loud for {room}.", applies=applies,
    )  # fmt: skip


def test_the_decorator_keeps_all_that_is_said_of_a_rule() -> None:
    said = {
        "id": "XX02", "title": "Quiet", "why": "Noise tires.", "source": "noise#quiet", "severity": "must",
        "dimension": "people", "fails": {"noise": 9.0}, "remedy": "Shut the door.", "applies": is_open,
        "breach": "not yet", "scope": "portfolio", "seeds": ("S3",), "ours": True, "alarm": "door",
    }  # fmt: skip
    found = rule(**said)(is_quiet)  # type: ignore[arg-type]  # a table of values of every kind
    assert {name: getattr(found, name) for name in said} == said
    assert found.holds is is_quiet
    assert (found.family, found.gate, found.needs) == ("XX", ("door",), ("noise",))


def test_a_rule_is_of_one_step_counts_and_always_applies_unless_it_says_otherwise() -> None:
    found = rule(
        id="XX03", title="Quiet", why="Noise tires.", source="noise#quiet", severity="should", dimension="people",
        fails={"noise": 9.0}, remedy="Shut the door.",
    )(is_quiet)  # fmt: skip
    assert found == Rule(
        id="XX03", title="Quiet", why="Noise tires.", source="noise#quiet", severity="should", dimension="people",
        holds=is_quiet, fails={"noise": 9.0}, remedy="Shut the door.", applies=None, breach=None, scope="initiative",
        seeds=(), ours=False, alarm="",
    )  # fmt: skip
    assert found.gate == ()


@pytest.mark.parametrize(
    ("door", "noise", "verdict", "missing"),
    [
        (True, 2.0, "held", ()),
        (True, 3.0, "broken", ()),
        (False, 3.0, "not applicable", ()),
        (False, None, "not applicable", ()),
        (None, 3.0, "unknown", ("door",)),
        (None, None, "unknown", ("door",)),
        (True, None, "unknown", ("noise",)),
        (True, (1.0, 2.0), "held", ()),
        (True, (3.0, 4.0), "broken", ()),
        (True, (2.0, 3.0), "unknown", ("noise",)),
    ],
)
def test_the_gate_comes_first_then_what_is_missing_then_both_ends(
    door: Value | None, noise: Value | None, verdict: str, missing: tuple[str, ...]
) -> None:
    facts = {name: None if value is None else Fact(value=value) for name, value in (("door", door), ("noise", noise))}
    found = judge(made(applies=is_open), facts)
    assert (found.verdict, found.missing) == (verdict, missing)


def test_a_gate_whose_ends_disagree_is_open_and_names_the_range() -> None:
    one = made(applies=lambda people, door: door and people > 5)
    facts = {"people": Fact(value=(3.0, 9.0)), "door": Fact(value=True), "noise": Fact(value=1.0)}
    found = judge(one, facts)
    assert (found.verdict, found.missing) == ("unknown", ("people",))


def test_what_is_not_told_is_asked_for_before_a_range_is() -> None:
    one = made(holds=lambda noise, room: noise < room)
    found = judge(one, {"noise": Fact(value=(1.0, 9.0)), "room": None})
    assert (found.verdict, found.missing) == ("unknown", ("room",))


def test_a_range_is_judged_with_every_end_of_the_others() -> None:
    """Low with low and high with high both hold; low with high does not."""
    one = made(holds=lambda noise, limit: noise <= limit)
    facts = {"noise": Fact(value=(1.0, 5.0)), "limit": Fact(value=(1.0, 5.0))}
    found = judge(one, facts)
    assert (found.verdict, found.missing) == ("unknown", ("noise", "limit"))


WEAK_BASES: tuple[Basis, ...] = ("assumed", "benchmark", "vendor")
STRONG_BASES: tuple[Basis, ...] = ("owner", "computed")


@pytest.mark.parametrize("basis", WEAK_BASES)
@pytest.mark.parametrize("noise", [1.0, 9.0])
def test_a_must_rule_is_left_open_where_all_its_facts_are_weak(basis: Basis, noise: float) -> None:
    facts = {"door": Fact(value=True, basis="assumed"), "noise": Fact(value=noise, basis=basis)}
    found = judge(made(severity="must", applies=is_open), facts)
    assert (found.verdict, found.missing) == ("unknown", ("door", "noise"))


@pytest.mark.parametrize("basis", STRONG_BASES)
def test_one_fact_of_the_owners_is_enough_for_a_must_rule(basis: Basis) -> None:
    facts = {"door": Fact(value=True, basis=basis), "noise": Fact(value=9.0, basis="vendor")}
    assert judge(made(severity="must", applies=is_open), facts).verdict == "broken"


@pytest.mark.parametrize("basis", WEAK_BASES)
def test_a_lesser_rule_is_decided_by_weak_facts(basis: Basis) -> None:
    facts = {"noise": Fact(value=9.0, basis=basis)}
    assert [judge(made(severity=each), facts).verdict for each in ("should", "note")] == ["broken", "broken"]


def test_a_must_rule_that_asks_for_nothing_is_decided() -> None:
    assert judge(made(holds=lambda: True, severity="must"), {}).verdict == "held"


LOUD = Fact(value=(8.0, 9.0), quote="it is loud in there")
TOLD = {"door": Fact(value=True), "noise": LOUD, "room": Fact(value="the shop", quote="our shop")}


class TestFinding:
    one = Rule(
        id="XX04", title="Quiet", why="Noise tires.", source="noise#quiet", severity="must", dimension="people",
        holds=is_quiet, fails={"noise": 9.0}, remedy="{noise} is too loud for {place}.", applies=is_open,
        breach="misaligned", scope="portfolio", ours=True,
    )  # fmt: skip

    def test_it_carries_the_rule_its_facts_and_the_first_words(self) -> None:
        found = judge(self.one, TOLD, "shop")
        assert found.facts == {"door": TOLD["door"], "noise": LOUD}
        assert found.quote == "it is loud in there"
        assert (found.rule_id, found.title, found.why) == ("XX04", "Quiet", "Noise tires.")
        assert (found.source, found.subject, found.dimension) == ("noise#quiet", "shop", "people")
        assert (found.severity, found.scope, found.breach, found.ours) == ("must", "portfolio", "misaligned", True)

    def test_the_remedy_has_what_was_told_and_a_question_mark_for_the_rest(self) -> None:
        assert judge(self.one, TOLD).remedy == "8-9 is too loud for ?."
        assert judge(self.one, {"noise": None, "door": Fact(value=True)}).remedy == "? is too loud for ?."

    def test_what_holds_needs_no_remedy(self) -> None:
        assert judge(self.one, TOLD | {"noise": Fact(value=1.0)}).remedy == ""

    def test_without_words_there_is_no_quote(self) -> None:
        found = judge(self.one, {"door": None, "noise": Fact(value=1.0)})
        assert found.quote is None
        assert found.subject == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        (0.0, "0"),
        (3.0, "3"),
        (1 / 3, "0.33"),
        (9.876, "9.88"),
        (-0.125, "-0.12"),
        (10.126, "10.126"),
        (-12.345, "-12.345"),
        (99.75, "99.75"),
        (100.4, "100"),
        (-150.6, "-151"),
        (12_345.6, "12,346"),
        ("by hand", "by hand"),
        ((3.0, 5.5), "3-5.5"),
        ((1_000.0, 2_500.0), "1,000-2,500"),
        (("till", "shelf"), "till and shelf"),
        ((), "none"),
    ],
)
def test_a_value_is_said_as_short_as_it_stays_true(value: Value, words: str) -> None:
    assert say_value(value) == words
