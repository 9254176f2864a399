"""Two firms with their advice: a bakery with one piece of work, and a joinery with fourteen."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.advice.years import over_the_years
from assistant.domain.advice import Alternative, Confidence, GoalLink, Initiative, Pilot, Recommendation, Safeguard
from assistant.domain.catalogue import Decision
from assistant.domain.facts import FactPath
from assistant.domain.findings import Finding, Report, Waiver
from assistant.domain.flips import FlipCondition
from assistant.domain.knowledge import Citation, Passage
from assistant.domain.plan import Plan
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile, Strength, Tool
from assistant.domain.proposal import Critique, MissingClause, Negotiation, Terms, TotalCost
from assistant.domain.talk import SessionState
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.estimates.outlook import outlook
from assistant.planning.plan import PlanInputs, PlanWords, make_plan
from tests.builders import fact

TODAY = date(2026, 11, 21)
STARTS = ("now", "use what you have", "simplify first", "hand it over")

CITED = (
    Passage(document_id="order-of-steps", heading="First things first", text="", title="The order of steps"),
    Passage(document_id="resource-alignment", heading="People", text="", title="Resources", strength="study"),
)

Choice = tuple[str, str, Decision, str]
"""Process, means, decision, reason."""

JOINERY: tuple[Choice, ...] = (
    ("quoting_standard", "simplify", "simplify first", "three of nine quotes could be read from a price guide"),
    ("payment_chasing", "remind", "now", "reminders are the same every time and nobody likes to write them"),
    ("email_enquiries", "bot", "now", "half of the questions have one answer"),
    ("invoicing", "useown", "use what you have", "your accounting package does this already"),
    ("payroll_prep", "outsrc", "hand it over", "it is the same every month and one person holds it"),
    ("job_dispatch", "field", "next", "the crews can carry one change at a time"),
    ("time_sheets", "rota", "next", "it waits for the crews' app"),
    ("stock_count", "pos", "later", "the item list is not clean yet"),
    ("bill_entry", "capture", "later", "too few bills so far"),
    ("social_posts", "stop", "stop doing it", "you say that nobody would miss it"),
    ("quoting_bespoke", "llm", "leave it", "each quote differs, and checking would eat the time that drafting saves"),
    ("answering_calls", "voice", "leave it", "people choose you because someone who knows them picks up"),
    ("complaints", "bot", "leave it", "a person settles these, and it takes under an hour a week"),
    ("management_report", "report", "leave it", "nobody decides anything by it yet"),
)


def bakery() -> Profile:
    """Four people, one piece of work, the owner does it."""
    return Profile(
        business=Business(
            industry=fact("bakery", quote="we bake for cafés"),
            headcount=fact(4.0, "people", "four of us"),
            country=fact("GB"),
            currency=fact("GBP"),
        ),
        goals=(Goal(kind="time", text="Saturday mornings free", quote="I want my Saturday mornings back"),),
        strengths=(Strength(text="they know us", quote="they come because we know them", personal=True),),
        processes=(
            Process(
                id="invoicing",
                name="invoices",
                hours_per_week=fact(4.0, "hours", "four hours every Saturday"),
                items_per_week=fact(60.0, "invoices", "about 60 a week"),
                exception_share=fact((0.2, 0.3), quote="two or three in ten"),
                doer=fact("owner", quote="I do them"),
                freed_hours_use=fact("breakfast with the children", quote="breakfast with the kids"),
            ),
        ),
        tools=(Tool(name="Xero", quote="Xero", kind="acct"),),
        constraints=(Constraint(kind="time", text="two hours", amount=fact(2.0, "hours", "two hours, maybe")),),
    )


def joinery() -> Profile:
    """Twenty-four people, fourteen pieces of work, some of them told in detail."""
    said = {
        "quoting_standard": {"hours_per_week": fact(7.5, "hours", "a day a week"), "doer": fact("Amrit")},
        "payment_chasing": {"hours_per_week": fact(3.0, "hours", "three hours of ringing round"), "doer": fact("Dee")},
        "email_enquiries": {"items_per_week": fact(90.0, "enquiries", "ninety mails a week"), "doer": fact("staff")},
        "invoicing": {"items_per_week": fact((35.0, 45.0), "invoices", "35 to 45"), "doer": fact("Dee")},
        "payroll_prep": {
            "hours_per_week": fact(2.0, "hours", "half a Friday a fortnight"),
            "doer": fact("my bookkeeper"),
            "posts_expected_to_go": fact(0.0),
            "freed_hours_use": fact("Chasing late suppliers."),
        },
        "social_posts": {"needed": fact(False, quote="nobody would miss it")},
    }
    return Profile(
        business=Business(
            industry=fact("joinery"),
            headcount=fact(24.0, "people", "twenty-four of us"),
            country=fact("GB"),
            currency=fact("GBP"),
            revenue_per_year=fact(2_100_000.0, "GBP", "about 2.1 million"),
        ),
        goals=(
            Goal(kind="quality", text="quotes out in two days", quote="I want every quote out within two days"),
            Goal(kind="people", text="no more evenings in the office", quote="no more evenings in the office"),
            Goal(kind="exit", text="hand over to my daughter", quote="my daughter takes over in five years"),
        ),
        strengths=(Strength(text="our craft", quote="they come for the craft", personal=True),),
        processes=tuple(Process(id=each, name=each, **said.get(each, {})) for each, _, _, _ in JOINERY),
        constraints=(Constraint(kind="time", text="four hours", amount=fact(4.0, "hours", "four hours a week")),),
    )


def initiative(
    choice: Choice, profile: Profile, setting: EstimateSetting, confidence: Confidence = "medium"
) -> Initiative:
    """One decision with figures from its estimate."""
    process_id, means_id, decision, reason = choice
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    made, seen = estimate(profile, process_id, means_id, setting), outlook(profile, process_id, means_id, setting)
    process = profile.process(process_id)
    acts = decision not in ("leave it", "stop doing it")
    review = TODAY + timedelta(weeks=6)
    return Initiative(
        id=f"{process_id}:{means_id}",
        process_id=process_id,
        title=f"{means.name[:1].upper()}{means.name[1:]} for {kind.name}",
        decision=decision,
        means=means_id,
        reason=reason,
        serves_goals=(
            GoalLink(
                goal=profile.goals[0].text,
                quote=profile.goals[0].quote,
                measure_moved=f"hours a week spent on {kind.name}",
                direction="down",
            ),
        )
        if acts
        else (),
        hours_freed_per_week=made.hours_freed_per_week,
        cash_per_year=made.cash_per_year,
        margin_per_year=made.margin_per_year,
        price_per_freed_hour=made.price_per_freed_hour,
        freed_hours_use=str(process.freed_hours_use.value) if process and process.freed_hours_use else None,
        cost_first_year=made.cost_first_year,
        cost_per_year_after=made.cost_per_year_after,
        payback_months=made.payback_months,
        npv=made.npv,
        pilot=Pilot(
            what=means.pilot.format(part=means.part.format(item=kind.item, items=kind.items, few="")),
            weeks=6,
            volume_share=0.25,
            measure=f"hours a week on {kind.name}",
            baseline=f"Two weeks before you start: {kind.measure.how}",
            target="from about 4.0 to 2.5 hours a week, all of it moved",
            counter_measure=kind.counter_measure,
            stop_if=f"it frees less than 0.5 hours a week by {review.isoformat()}",
            review_on=review,
        )
        if acts
        else None,
        premortem=f"Suppose it is dropped in six months. Most likely: {means.fails_when}" if acts else "",
        check=f"Before you decide: time the next three {kind.items}.",
        first_step=kind.first_step if acts else "",
        flip_conditions=(
            FlipCondition(
                path=FactPath(scope=process_id, name="items_per_week"),
                fact=f"{kind.items} a week",
                now=12.0,
                needed=40.0,
                unit=kind.items,
                becomes="now",
                text=f"Ask again above about 40 {kind.items} a week (now 12).",
            ),
        ),
        alternatives=(
            Alternative(means_id="stop", name="stop doing it", taken=False, reason="somebody still needs it"),
        ),
        citations=(
            Citation(
                document_id="order-of-steps", heading="First things first", quote="True lists first.", start=0, end=17
            ),
        ),
        assumed=made.assumed,
        outlook=seen,
        over_the_years=over_the_years(seen, "GBP"),
        confidence=confidence,
        safeguards=(Safeguard(kind="way back", text="Keep the old way readable for ninety days."),) if acts else (),
        step_owner="you" if profile.people() == 4 else str(process.doer.value) if process and process.doer else None,
    )


def finding(rule_id: str, verdict: str, subject: str, **more: object) -> Finding:
    """A finding of a must-rule unless told otherwise."""
    return Finding.model_validate(
        {
            "rule_id": rule_id,
            "verdict": verdict,
            "severity": "must",
            "scope": "initiative",
            "title": f"Title of {rule_id}",
            "why": "Because.",
            "subject": subject,
            **more,
        }
    )


def joinery_report() -> Report:
    """One rule broken, one set aside, one not judged, one held."""
    return Report(
        passes=False,
        findings=(
            finding(
                "RS04",
                "broken",
                "email_enquiries:bot",
                title="The roll-out fits the spare hours",
                remedy="Start with one process: it needs 5 h a week and 4 are free.",
                source="resource-alignment#people",
            ),
            finding(
                "GL03",
                "broken",
                "payment_chasing:remind",
                severity="should",
                title="Outlives its own price",
                waived=Waiver(by="owner", reason="we move house in May", until=date(2027, 5, 1)),
            ),
            finding(
                "PE02",
                "unknown",
                "payment_chasing:remind",
                title="No hidden job cuts",
                missing=("posts_expected_to_go",),
            ),
            finding(
                "MS02", "held", "quoting_standard:simplify", severity="should", title="The start value is measured"
            ),
        ),
    )


def dispatch_offer() -> Critique:
    """A proposal of twelve months with three things to ask for."""
    return Critique(
        file="Lumen dispatch quote.pdf",
        pages=3,
        words=900,
        seconds=0.4,
        grade="D",
        verdict="negotiate",
        verdict_reason="Two clauses cost more than a tenth of the whole.",
        terms=Terms(
            currency="GBP",
            signed=date(2026, 5, 1),
            term_months=12,
            notice_days=60,
            notice_method="letter",
            last_notice_date=date(2027, 3, 1),
            last_notice_clear_days=date(2027, 2, 28),
            last_notice_safe=date(2027, 2, 22),
        ),
        missing=(
            MissingClause(type="data_export", why_it_matters="You need your records back.", ask="CSV of all records"),
        ),
        cross_checks=(
            finding("VN35", "broken", "Lumen dispatch quote.pdf", title="On paper", remedy="Ask who types them."),
        ),
        negotiation=(
            Negotiation(ask="CPI, at most 3 %", why="The list price may rise.", worth=276.0, finding="VN08"),
            Negotiation(ask="30 days by e-mail", why="A missed date costs a year.", worth=2304.0, finding="VN01"),
        ),
        tco=TotalCost(years=2, low=6102.0, mid=6884.0, high=8589.0, currency="GBP"),
    )


def inputs(setting: EstimateSetting, words: PlanWords, **more: object) -> PlanInputs:
    """Inputs of a plan in pounds, made on a Saturday."""
    return PlanInputs(
        today=TODAY,
        currency="GBP",
        setting=setting,
        words=words,
        cited=CITED,
        **more,
    )


def bakery_session(setting: EstimateSetting, words: PlanWords) -> SessionState:
    """The bakery with its plan."""
    profile = bakery()
    choice: Choice = ("invoicing", "useown", "use what you have", "your accounting package does this already")
    made = initiative(choice, profile, setting)
    return _session(
        "The bakery",
        profile,
        Recommendation(initiatives=(made,), order=(made.id,), currency="GBP"),
        Report(),
        (),
        inputs(setting, words),
    )


def joinery_session(setting: EstimateSetting, words: PlanWords) -> SessionState:
    """The joinery with its plan, a report with something in it, and one offer."""
    profile = joinery()
    made = tuple(initiative(each, profile, setting, "low" if n == 1 else "medium") for n, each in enumerate(JOINERY))
    order = tuple(each.id for each in made if each.decision != "leave it")
    advice = Recommendation(
        initiatives=made, order=order, currency="GBP", uncovered_goals=("hand over to my daughter",)
    )
    return _session("Joinery", profile, advice, joinery_report(), (dispatch_offer(),), inputs(setting, words))


def _session(
    title: str,
    profile: Profile,
    advice: Recommendation,
    report: Report,
    critiques: tuple[Critique, ...],
    made_from: PlanInputs,
) -> SessionState:
    plan: Plan = make_plan(profile, advice, report, critiques, made_from)
    return SessionState(
        title=title, profile=profile, recommendation=advice, report=report, plan=plan, critiques=critiques
    )


def session(title: str, profile: Profile, advice: Recommendation, made_from: PlanInputs) -> SessionState:
    """Any firm with its plan, the joinery's report and no offer."""
    return _session(title, profile, advice, joinery_report(), (), made_from)
