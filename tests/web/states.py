"""A conversation of a plumbing firm as nouns: early, and with everything in it."""

from __future__ import annotations

from assistant.domain.facts import Fact, FactPath, Said
from assistant.domain.profile import Business, Constraint, Goal, Pain, Process, Profile, Strength, Tool
from assistant.domain.talk import Exchange, Question, SessionState
from tests.web.advised import CITED, plan, recommendation, report
from tests.web.paper import critique

OPENING = (
    "We're a plumbing firm in Leeds, twelve of us. I want us doing heat pumps in three years. Invoices take my whole "
    "Saturday morning, about 60 a week, and Dee is on the phone all day."
)


def profile() -> Profile:
    """What the opening tells, and a little more."""
    return Profile(
        business=Business(
            industry=Fact(value="plumbing", quote="plumbing firm"),
            headcount=Fact(value=12.0, unit="people", said=Said(value=12, unit="people"), quote="twelve of us"),
            country=Fact(value="GB", quote="Leeds", basis="computed"),
            currency=Fact(value="GBP", basis="computed"),
        ),
        goals=(
            Goal(kind="growth", text="heat pumps in three years", quote="I want us doing heat pumps in three years"),
        ),
        processes=(
            Process(
                id="invoicing",
                name="making invoices",
                quote="Invoices take my whole Saturday morning",
                hours_per_week=Fact(value=(3.0, 5.0), unit="hours", quote="my whole Saturday morning"),
                items_per_week=Fact(value=60.0, unit="items", quote="about 60 a week"),
                exception_share=Fact(
                    value=(0.2, 0.3), unit="share", quote="two or three, usually the sheet is unreadable"
                ),
                wage_per_hour=Fact(value=(15.0, 24.0), unit="GBP", basis="assumed"),
                stable=Fact(value=True, quote="it never changes"),
            ),
            Process(id="answering_calls", name="answering the phone", quote="Dee is on the phone all day"),
        ),
        strengths=(
            Strength(text="somebody who knows them picks up", quote="somebody who knows them picks up", personal=True),
        ),
        tools=(Tool(name="Xero", quote="we have Xero"),),
        constraints=(
            Constraint(
                kind="budget",
                text="up to 500",
                amount=Fact(value=500.0, unit="GBP", quote="up to 500"),
                quote="up to 500",
            ),
        ),
        pains=(Pain(text="unreadable sheets", quote="usually the sheet is unreadable", process_id="invoicing"),),
    )


def question() -> Question:
    """The question that is open."""
    return Question(
        path=FactPath(scope="invoicing", name="freed_hours_use"),
        text="What would Saturday morning be for, if it were free?",
        why="Freed hours that have no use are gone within a month.",
        choices=("Heat-pump training", "Family", "Quotes"),
    )


def history() -> tuple[Exchange, ...]:
    """What was said so far."""
    return (
        Exchange(
            n=1,
            kind="say",
            words=OPENING,
            reply="So making invoices (3 to 5 hours a week, 60 invoices a week) and answering the phone. 12 people.\n\n"
            "Out of the last ten invoices, how many needed something special?\n"
            "It decides whether we fix the job sheet first or let the tool do it as it is. A guess is fine.",
        ),
        Exchange(
            n=2,
            kind="say",
            words="two or three, usually the sheet is unreadable. what about one of those phone bots by the way",
            reply="**Leave it: answering the phone.** In emergencies people want a person [1].\n\n"
            "What would Saturday morning be for, if it were free?\n"
            "Freed hours that have no use are gone within a month.",
            citations=(CITED,),
        ),
    )


def full() -> SessionState:
    """Everything a session can hold."""
    return SessionState(
        title="Plumbing, 12 people",
        profile=profile(),
        pending=question(),
        recommendation=recommendation(),
        report=report(),
        plan=plan(),
        critiques=(critique(),),
        reply_text=history()[-1].reply,
        citations=(CITED,),
    )


def early() -> SessionState:
    """After the first words: facts, no advice yet."""
    return SessionState(
        title="Plumbing, 12 people", profile=profile(), pending=question(), reply_text=history()[0].reply
    )
