"""Advice for the plumbing firm: two steps to do and one thing to leave, judged and planned."""

from __future__ import annotations

from datetime import date

from assistant.domain.advice import Alternative, Driver, GoalLink, Initiative, Outlook, Pilot, Recommendation, Safeguard
from assistant.domain.facts import Fact, FactPath, Range
from assistant.domain.findings import DimensionScore, Finding, Report, Waiver
from assistant.domain.flips import FlipCondition
from assistant.domain.knowledge import Citation
from assistant.domain.plan import Assumption, Plan, PlanDecision, Source, Step

NOTHING = Range(low=0, mid=0, high=0, unit="")
NEVER = Range(low=None, mid=None, high=None, unit="months")
CITED = Citation(
    document_id="freed-hours",
    heading="Name the use first",
    quote="Freed hours that have no use are gone within a month.",
    start=0,
    end=52,
)


def _initiative(title: str, decision: str, **more: object) -> Initiative:
    base: dict[str, object] = {
        "id": f"invoicing:{title[:6]}",
        "process_id": "invoicing",
        "title": title,
        "decision": decision,
        "means": "form",
        "reason": "Half the errors come from sheets that nobody can read.",
        "hours_freed_per_week": Range(low=0.5, mid=0.8, high=1.2, unit="h/week"),
        "cash_per_year": NOTHING,
        "margin_per_year": NOTHING,
        "price_per_freed_hour": Range(low=0.0, mid=0.4, high=1.3, unit="GBP/h"),
        "cost_first_year": Range(low=0, mid=30, high=60, unit="GBP"),
        "cost_per_year_after": NOTHING,
        "payback_months": NEVER,
        "npv": NOTHING,
    }
    return Initiative.model_validate(base | more)


def recommendation() -> Recommendation:
    """Two steps to do and one thing to leave."""
    first = _initiative(
        "One job sheet that can be read",
        "now",
        serves_goals=(
            GoalLink(
                goal="heat pumps in three years",
                quote="I want us doing heat pumps in three years",
                measure_moved="hours on Saturday",
                direction="down",
            ),
        ),
        freed_hours_use="heat-pump training",
        first_step="Write the six fields every sheet must have; try them on ten jobs.",
        risks=("The old pads stay in the vans.", "Nobody fills in the sixth field."),
        premortem="Suppose it is dropped in six months: most likely because the old pads stay in the vans.",
        check="Before you decide: time the next three invoices, start to finish.",
        pilot=Pilot(
            what="One van uses the new sheet.",
            weeks=4,
            volume_share=0.25,
            measure="hours on Saturday",
            baseline="Two Saturdays before you start.",
            target="from 4 to 3 hours a week",
            counter_measure="calls about wrong invoices",
            stop_if="it frees less than 0.3 hours a week",
            review_on=date(2027, 3, 26),
        ),
        flip_conditions=(
            FlipCondition(
                path=FactPath(scope="invoicing", name="items_per_week"),
                fact="invoices a week",
                now=60,
                needed=10,
                unit="items",
                becomes="leave it",
                text="Below about 10 invoices a week I would leave it.",
            ),
        ),
        alternatives=(
            Alternative(means_id="form", name="One form", taken=True, reason="Costs nothing.", cost_first_year=30),
            Alternative(
                means_id="bot", name="An OCR service", taken=False, reason="Dearer than the job.", cost_first_year=900
            ),
        ),
        citations=(CITED,),
        assumed=("wage_per_hour", "minutes_per_item"),
        outlook=Outlook(
            costs={1: Range(low=110, mid=140, high=190, unit="GBP")},
            doing_nothing={},
            own_hours=Range(low=2, mid=3, high=5, unit="h"),
            drivers=(Driver(name="items_per_week", share=0.6),),
        ),
        over_the_years=("Over 1, 3 and 5 years it costs about £140, £420 and £700",),
        confidence="high",
        safeguards=(Safeguard(kind="way back", text="Keep the old way readable for ninety days."),),
        side_effects=("Dee sees the sheet on the phone.",),
    )
    second = _initiative(
        "Let the accounting program read the sheets",
        "use what you have",
        hours_freed_per_week=Range(low=1.4, mid=1.9, high=2.3, unit="h/week"),
        cost_first_year=Range(low=110, mid=140, high=190, unit="GBP"),
        cash_per_year=Range(low=0, mid=400, high=1250, unit="GBP/year"),
        margin_per_year=Range(low=0, mid=90, high=240, unit="GBP/year"),
        payback_months=Range(low=4, mid=7, high=None, unit="months"),
        risks=("It reads handwriting badly.",),
        confidence="medium",
    )
    last = _initiative(
        "Leave answering the phone as it is",
        "leave it",
        process_id="answering_calls",
        reason="People call in an emergency and want a person.",
        flip_conditions=(
            FlipCondition(
                path=FactPath(scope="answering_calls", name="items_per_week"),
                fact="calls a week",
                now=None,
                needed=25,
                unit="items",
                becomes="now",
                text="More than 25 calls a week come after six.",
            ),
        ),
    )
    return Recommendation(
        initiatives=(last, first, second),
        order=(first.id, second.id),
        currency="GBP",
        uncovered_goals=("sleep better",),
    )


def finding(rule_id: str, verdict: str, title: str, **more: object) -> Finding:
    base: dict[str, object] = {
        "rule_id": rule_id,
        "verdict": verdict,
        "severity": "must",
        "scope": "initiative",
        "title": title,
        "why": "A change that nobody has hours to run is dropped, whatever it would save.",
        "source": "resource-alignment#people",
        "subject": "invoicing:One jo",
        "dimension": "resource",
    }
    return Finding.model_validate(base | more)


def report() -> Report:
    """One verdict of each kind, in each group."""
    hours = {
        "spare_hours_per_week": Fact(value=3.0, quote="three hours on a good week"),
        "rollout_hours_per_week": None,
    }
    return Report(
        findings=(
            finding("RS02", "unknown", "Leaves a cash cushion", missing=("free_cash",)),
            finding(
                "RS04",
                "broken",
                "The roll-out fits the owner's spare hours",
                facts=hours,
                quote="three hours on a good week",
                remedy="Start with one process.",
            ),
            finding("RS01", "held", "Within the budget", facts={"budget_first_year": Fact(value=500.0)}),
            finding(
                "RS07",
                "broken",
                "Upkeep has a name",
                severity="should",
                remedy="Write a name.",
                waived=Waiver(by="owner", reason="my son does it", until=date(2027, 6, 1)),
            ),
            finding("MK01", "unknown", "What customers come for stays human", dimension="market", missing=("reasons",)),
            finding("MK02", "held", "A person within reach", dimension="market"),
            finding("CP01", "held", "Somebody can run it", dimension="capability"),
            finding("GL01", "held", "Serves a goal you stated", dimension="goals"),
            finding(
                "SY01",
                "not applicable",
                "Tools talk to one another",
                dimension="systems",
                subject="portfolio",
                scope="portfolio",
            ),
            finding("MS02", "held", "It has a stop rule", dimension="measurement", ours=True),
        ),
        scores=(
            DimensionScore(dimension="capability", score=1.0, held=8, broken=0, known=9, of=11),
            DimensionScore(dimension="market", score=None, held=1, broken=0, known=1, of=4),
            DimensionScore(dimension="resource", score=0.82, held=5, broken=1, known=6, of=7),
        ),
        passes=False,
    )


def plan() -> Plan:
    """The one page."""
    return Plan(
        title="Plumbing, 12 people",
        made_on=date(2026, 11, 21),
        goals=("Heat pumps in three years",),
        this_week=("Write the six fields every job sheet must have. Try them on ten jobs.",),
        this_month=("One van uses the new sheet.", "Count the calls about wrong invoices."),
        this_quarter=("Let the accounting program read the sheets.",),
        left_alone=("The phone, until more than 25 calls a week come after six.",),
        money=("It frees 2 to 3 hours a week; nobody's pay changes.",),
        decisions=(
            PlanDecision(
                initiative_id="invoicing:One jo",
                title="One job sheet",
                decision="now",
                reason="Costs nothing.",
                numbers=("0.5-1.2 h",),
                rules=("RS04 broken",),
                changes_when=(),
            ),
        ),
        steps=(
            Step(
                n=1,
                what="Job sheet",
                initiative_id="invoicing:One jo",
                owner="you",
                weeks=(1, 2),
                hours=2.0,
                done_when="ten jobs used it",
                cost="£0",
                rests_on="six fields",
            ),
            Step(
                n=2,
                what="Pilot: reading",
                initiative_id="invoicing:Let th",
                owner="Dee",
                weeks=(3, 8),
                hours=6.5,
                done_when="a Saturday took under 3 hours",
            ),
            Step(
                n=3,
                what="Look at the numbers",
                initiative_id="invoicing:Let th",
                owner="you",
                weeks=(8, 8),
                hours=0.5,
                done_when="you said go on or stop",
            ),
        ),
        measures=("Hours on Saturday, from 4 to 1.5 by 26 March. Stop if it is above 3 by then.",),
        assumptions=(
            Assumption(
                what="An hour costs", value="£15-24", basis="assumed", check="Look at the last pay slip, total line."
            ),
        ),
        open_questions=("Who looks at the numbers in March?",),
        vendor_questions=("Can I take my data with me?",),
        confidence="medium",
        broken_rules=("RS04: the roll-out needs more hours than there are.",),
        sources=(Source(n=1, citation=CITED, title="Freed hours", strength="practitioner"),),
    )
