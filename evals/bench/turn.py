"""How long an owner waits for a reply in the middle of a talk about four pieces of work."""

from __future__ import annotations

import time
from collections.abc import Iterator

from assistant.advice.recommend import recommend
from assistant.catalogue import load_catalogue
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Constraint, Process, Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.priors import load_priors
from evals.casebook import CASES, load
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Workplace
from evals.suites.reading import ReadingCase

TALKS = 5
P95_MS = 300
READING_P95_MS = 60
MOST_WORDS = 120
TIMES, DRAWS, RECOMMEND_MS = 10, 5000, 250
TWELVE = (
    "online_orders", "appointment_reminders", "appointment_booking", "contracts_signing", "payment_chasing",
    "payment_posting", "invoicing", "bill_entry", "rota", "time_sheets", "quoting_standard", "email_enquiries",
)  # fmt: skip
SCRIPT = (
    "We are nine people, a heating firm in Leeds. I make about 25 invoices a week, ten minutes each, on Sundays.",
    "Then there are the quotes, 8 a week, and each takes me three quarters of an hour.",
    "Lisa answers the phone, 30 calls a day, two or three minutes each, and half of them ask when we come.",
    "And the time sheets come in on paper on Friday; typing them takes four hours.",
    "I want my Sundays back, and in three years my son should be able to take over.",
    "People come to us because we turn up when we say.",
    "We could give it three hours a week.",
    "I do the invoices myself. I would be with the children.",
    "Two out of ten have something special, a guarantee or an insurance.",
    "No, 28 invoices a week.",
    "What does it mean that automation should be aligned?",
    "Nothing will change in the next year.",
    "About 2,000 pounds in the first year.",
    "We pay for QuickBooks and Outlook.",
    "I don't know.",
)
"""Telling, answers, a correction, a question to the knowledge base, and not knowing."""


def run(place: Workplace) -> Iterator[Mark]:
    """Seconds of each turn; one talk is held before, so that everything is loaded."""
    talks = TALKS if place.limit is None else 1
    for n in range(-1, talks):
        session = place.plumbline.session(f"bench-{n}")
        for turn, words in enumerate(SCRIPT):
            begin, worked = time.perf_counter(), time.process_time()
            reply = session.say(words)
            took, worked = (time.perf_counter() - begin) * 1000, (time.process_time() - worked) * 1000
            if n < 0:
                continue
            work = len(reply.profile.processes)
            case = f"talk-{n}-turn-{turn}"
            slow = f"{words[:60]!r} took {took:.0f} ms with {work} pieces of work known" if took > P95_MS else ""
            for measure in ("warm_p50", "warm_max"):
                yield Mark(measure, case, None, Score(took))
            yield Mark("warm_p95", case, None, Score(took, slow))
            yield Mark("processor_p95", case, None, Score(worked))
    for each in load(CASES / "reading.jsonl", ReadingCase):
        if len(each.text.split()) <= MOST_WORDS:
            begin = time.perf_counter()
            place.plumbline.understand(each.text)
            yield Mark("reading_p95", each.id, None, Score((time.perf_counter() - begin) * 1000))
    yield from recommendations(place)


def recommendations(place: Workplace) -> Iterator[Mark]:
    """Milliseconds of one recommendation for twelve pieces of work, nothing remembered."""
    knowledge = place.settings.knowledge()
    setting = EstimateSetting(catalogue=load_catalogue(knowledge), priors=load_priors(knowledge), draws=DRAWS)
    limits = (
        Constraint(kind="time", text="five hours", amount=Fact(value=5.0, unit="hours")),
        Constraint(kind="budget", text="nine thousand", amount=Fact(value=9000.0, unit="GBP")),
    )
    works = tuple(Process(id=each, name=each, hours_per_week=Fact(value=8.0, unit="hours")) for each in TWELVE)
    firm = Profile(
        business=Business(headcount=Fact(value=30.0), country=Fact(value="GB")), processes=works, constraints=limits
    )
    for n in range(-1, TIMES):
        begin = time.perf_counter()
        recommend(firm, {}, setting, place.settings.today)
        if n >= 0:
            yield Mark("recommend_12", f"time-{n}", None, Score((time.perf_counter() - begin) * 1000))


TURN = Suite(
    name="turn",
    about=f"{TALKS} talks of {len(SCRIPT)} turns, four pieces of work",
    run=run,
    bench=True,
    measures=(
        Measure("warm_p50", "half of the warm turns take no longer", better="lower", statistic="p50", unit="ms"),
        Measure("warm_p95", "95 of 100 warm turns take no longer", P95_MS, "lower", "p95", "ms"),
        Measure(
            "processor_p95",
            "the same in processor time, which other work on the machine hardly moves",
            None,
            "lower",
            "p95",
            "ms",
        ),
        Measure("reading_p95", f"reading a text of at most {MOST_WORDS} words", READING_P95_MS, "lower", "p95", "ms"),
        Measure(
            "recommend_12",
            f"advice on {len(TWELVE)} pieces of work with {DRAWS:,} draws, half take no longer",
            RECOMMEND_MS,
            "lower",
            "p50",
            "ms",
        ),
        Measure("warm_max", "the longest warm turn", better="lower", statistic="max", unit="ms"),
    ),
)
