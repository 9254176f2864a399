"""Simulated owners interviewed: how many questions until nothing is worth asking, and what the advice is worth then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.advice.again import decide_on
from assistant.catalogue import load_catalogue
from assistant.domain.talk import Reply
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.memo import Memo
from assistant.estimates.priors import load_priors
from evals.casebook import CASES, attempt
from evals.interviews.truth import Decisions, Truth, decisions_of, truth_of
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.simulated.owners import Owner, owners
from evals.simulated.voice import Voice
from evals.suite import Suite, Workplace

COUNT, SEED = 300, 20261123
MOST = 40
"""Answers after which a talk is ended."""
REAL_TEXTS = "owners/texts.jsonl"
ENOUGH = 0.95
POPULATIONS = {
    "priors": "whose work is drawn from the catalogue's ranges",
    "off": "whose volumes, minutes and exceptions are half or double of that",
    "texts": "who open with a real text",
}


@dataclass
class Interview:
    """One talk with a simulated owner."""

    said: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def questions(self) -> int:
        """How many questions were put; one that was pressed once counts once."""
        return len(set(self.asked))

    @property
    def again(self) -> str:
        """A question that came back although another had been put since, or came a third time; else nothing."""
        runs = [each for n, each in enumerate(self.asked) if n == 0 or self.asked[n - 1] != each]
        back = next((each for n, each in enumerate(runs) if each in runs[:n]), "")
        return back or next((each for each in self.asked if self.asked.count(each) > 2), "")


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every owner."""
    setting = setting_of(place)
    for owner in population(place):
        truth = truth_of(owner, setting, place.settings.today)
        talk = interview(owner, place)
        for measure, score in marks(owner, truth, talk):
            yield Mark(measure, owner.id, None, score)


def interview(owner: Owner, place: Workplace, seed: int = SEED) -> Interview:
    """The whole talk, by words alone, until nothing more is asked."""
    session, voice, found = place.plumbline.session(f"sim-{owner.id}"), Voice(owner, seed), Interview()
    words = owner.opening
    while True:
        said = attempt(session.say, words)
        found.error = said.error
        if said.result is None:
            return found
        found.said.append(words)
        found.replies.append(said.result)
        question = said.result.question
        if question is None or len(found.asked) == MOST:
            return found
        found.asked.append(str(question.path))
        words = voice.answer(question.path.scope, question.path.name, question.text, question.choices)


def marks(owner: Owner, truth: Truth, talk: Interview) -> Iterator[tuple[str, Score]]:
    """The scores of one talk."""
    yield "without_error", passed(not talk.error, talk.error)
    yield "questions_median", Score(float(talk.questions), f"asked {talk.asked}")
    yield "questions_p90", Score(float(talk.questions))
    yield "asked_once", passed(not talk.again, f"asked again: {talk.again}")
    decisions = _decided(owner, talk, truth)
    share = truth.share(decisions)
    yield f"value_{owner.population}", Score(share, _lost(truth, decisions, share))
    if set(truth.stands.ways) <= set(decisions):
        yield "value_where_found", Score(share)


def _decided(owner: Owner, talk: Interview, truth: Truth) -> Decisions:
    """What was decided at the end, on each piece of work for itself; work may rightly be read as another kind."""
    last = talk.replies[-1] if talk.replies else None
    if last is None or last.recommendation is None:
        return {}
    profile, barred = last.profile, last.recommendation.barred
    found = decisions_of(decide_on(profile, profile.processes, truth.stands.setting, barred))
    readings = {each.id: (each.id, *str(each.facts.get("also_read_as", "")).split()) for each in owner.told}
    return {work: found[name] for work, names in readings.items() for name in reversed(names) if name in found}


def _lost(truth: Truth, decisions: Decisions, share: float) -> str:
    if share >= ENOUGH:
        return ""
    parts = [
        f"{each}: {decisions.get(each)} for {way}" for each, way in truth.best.items() if decisions.get(each) != way
    ]
    return f"{share:.2f} of {truth.worth(truth.best):.0f}; " + "; ".join(parts)


def population(place: Workplace) -> tuple[Owner, ...]:
    """All owners of this run."""
    texts = tuple(each for each in (place.shared(REAL_TEXTS), CASES / "reading.jsonl") if each.exists())
    return place.some(owners(COUNT, SEED, place.settings.knowledge(), texts))


def setting_of(place: Workplace) -> EstimateSetting:
    """What every estimate of a true world shares."""
    knowledge = place.settings.knowledge()
    catalogue, priors = load_catalogue(knowledge), load_priors(knowledge)
    drawn = {"draws": place.settings.draws, "seed": place.settings.seed}
    return EstimateSetting(catalogue=catalogue, priors=priors, memo=Memo(), **drawn)


INTERVIEW = Suite(
    name="interview",
    about="simulated owners, interviewed by words until nothing is worth asking (evals/simulated)",
    run=run,
    measures=(
        Measure("without_error", "talks without an error", bar=1.0),
        Measure("asked_once", "talks in which no question came back", bar=1.0),
        Measure("questions_median", "questions until the stop, the median", 8, "lower", "p50", "questions"),
        Measure("questions_p90", "questions until the stop, the 90th percentile", 14, "lower", "p90", "questions"),
        *(
            Measure(f"value_{each}", f"net value of the advice at the stop as a share of that of advice on the whole "
                    f"truth, owners {who}", bar=0.95)
            for each, who in POPULATIONS.items()
        ),
        Measure("value_where_found", "the same, of talks in which all the work was found"),
    ),
)  # fmt: skip
