"""The next question: the opening first, then whatever answer could change the advice most for its price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.domain.advice import Recommendation
from assistant.domain.facts import FIRM, FactPath, Noun
from assistant.domain.findings import Finding, Report
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Asked, Question, Unnamed
from assistant.estimates.estimate import EstimateSetting, money_rate
from assistant.interview.hanging import hangs_on
from assistant.interview.naming import kind_questions
from assistant.interview.questions import QuestionKind, QuestionList
from assistant.interview.worth import OF_FIRM, OF_WORK, Hinge, Standing, standing, worth_of, worth_of_tools

WORTH_ASKING = 2.0
"""Below what so many hours of the work cost, a year, an answer is not worth a question of cost 1."""
PART_WORTH_ASKING = 0.01
"""And below this share of what the advice is worth a year."""
MUST_RULE_WORTH = 150.0
"""What settling a must-rule is worth at least: harm to people or trust is not estimated in money."""
LOSS_SHARE = 0.25
"""How much of a purchase is taken to be lost where a must-rule turns out to break (assumed)."""
HURTS_PEOPLE = ("MK", "PE", "GV")
"""Families of rules that are settled whatever the sum."""
ALWAYS_SPOKEN = 0.4
"""Work whose input is rarely digital anywhere is not asked about it."""
SURELY_NEEDED = 2
"""Work that customers meet so much (0-3) is not asked whether anybody would miss it."""
FOLLOWS_HOURS = ("minutes_per_item", "items_per_week")
"""Asked only where the owner could not tell the hours."""
LOOK_AT = 3
"""How many processes, those with the most hours first, are asked about."""


class Candidate(Noun):
    """A question that could be asked and what its answer is worth for its price."""

    question: Question
    worth: float
    """In own currency a year, for each point of what the question costs."""
    loss: float = 0.0
    """What it costs a year on average not to know the answer."""
    settles_rules: tuple[str, ...] = ()


class Agenda(Noun):
    """What is still worth asking, the best first; empty means that more answers would not change the advice."""

    candidates: tuple[Candidate, ...] = ()
    is_opening: bool = False
    settled: float | None = None
    """How much of what the advice is worth no longer hangs on an answer, 0-1; None before the opening is over."""

    @property
    def first(self) -> Question | None:
        """The question to ask now."""
        return self.candidates[0].question if self.candidates else None


class Advised(Noun):
    """What the questions are weighed against: the advice as it stands, and what was named and is of no known kind."""

    profile: Profile
    recommendation: Recommendation | None = None
    report: Report | None = None
    unnamed: tuple[Unnamed, ...] = ()


def agenda(advised: Advised, asked: tuple[Asked, ...], questions: QuestionList, setting: EstimateSetting) -> Agenda:
    """The agenda for the advice as it stands. No question is put twice, and nothing is asked that is known."""
    done = {str(each.path) for each in asked}
    opening = list(_opening(advised, questions, setting, done))
    if opening:
        return Agenda(
            candidates=tuple(Candidate(question=each, worth=MUST_RULE_WORTH) for each in opening), is_opening=True
        )
    barred = advised.recommendation.barred if advised.recommendation else frozenset()
    standings = [standing(each, advised.profile, setting, barred) for each in looked_at(advised.profile, setting)]
    found = [
        *_deciding(advised.profile, standings, questions, setting),
        *_unsettled(advised, questions, setting),
    ]
    value = sum(max(0.0, each.value) for each in standings)
    least = max(WORTH_ASKING * _hour(standings), PART_WORTH_ASKING * value)
    once = _once(found)
    worth = [each for each in once if each.worth >= least and _has_its_turn(each.question.path, done)]
    return Agenda(
        candidates=tuple(sorted(worth, key=lambda each: (-each.worth, str(each.question.path)))),
        settled=_settled(value, once),
    )


def _hour(standings: list[Standing]) -> float:
    """What an hour of the work costs on average."""
    costs = [each.choice.option.estimate.loaded_cost_per_hour.mid or 0.0 for each in standings]
    return sum(costs) / len(costs) if costs else 0.0


def _once(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each question once: worth the most that was found for it, and with what hangs on it if that was found at all."""
    by_path: dict[str, Candidate] = {}
    for each in found:
        other = by_path.get(str(each.question.path), each)
        most = max(each, other, key=lambda one: one.worth)
        hangs = each.question.hangs or other.question.hangs
        question = most.question.model_copy(update={"hangs": hangs})
        by_path[str(question.path)] = most.model_copy(update={"question": question, "loss": max(each.loss, other.loss)})
    return tuple(by_path.values())


def _has_its_turn(path: FactPath, done: set[str]) -> bool:
    """True for what was not asked yet; hours are asked before minutes and counts."""
    if str(path) in done:
        return False
    return path.name not in FOLLOWS_HOURS or str(FactPath(scope=path.scope, name="hours_per_week")) in done


def _settled(value: float, open_still: Iterable[Candidate]) -> float:
    """The share of the worth that is there already, of all that would be there if every answer were known."""
    missing = sum(each.loss for each in open_still)
    return value / (value + missing) if value + missing > 0 else 1.0


def looked_at(profile: Profile, setting: EstimateSetting) -> tuple[Process, ...]:
    """The processes that are asked about: those with the most hours, the pains first among equals."""
    pains = {pain.process_id for pain in profile.pains}

    def size(process: Process) -> float:
        hours = process.hours_per_week
        if hours and hours.is_number:
            return hours.mid
        kind = setting.catalogue.process(process.id)
        items = process.items_per_week.mid if process.items_per_week else kind.items_per_week[0]
        return items * kind.minutes_per_item[1] / 60

    ranked = sorted(profile.processes, key=lambda each: (each.id not in pains, -size(each)))
    return tuple(ranked[:LOOK_AT])


def _opening(advised: Advised, questions: QuestionList, setting: EstimateSetting, done: set[str]) -> Iterator[Question]:
    """The facts that are asked whatever they are worth, in order; those about work, about the largest of it. While no
    work is known, what the owner named comes first."""
    profile = advised.profile
    processes = looked_at(profile, setting)

    def place(kind: QuestionKind) -> int:
        return 0 if kind.scope == "words" and not processes else kind.opening or 0

    for kind in sorted((each for each in questions.kinds if each.opening), key=place):
        if kind.scope == "words":
            yield from kind_questions(advised.unnamed, profile, kind, setting.catalogue, done)
            continue
        if kind.scope == "firm":
            path = FactPath(scope=FIRM, name=kind.name)
            if str(path) not in done and not is_known(profile, path):
                yield kind.put(None, setting.catalogue)
            continue
        for process in processes[:2] if kind.name == "hours_per_week" else processes[:1]:
            path = FactPath(scope=process.id, name=kind.name)
            if str(path) not in done and not is_known(profile, path) and not _follows(kind, process, setting):
                yield kind.put(process.id, setting.catalogue)


def _follows(kind: QuestionKind, process: Process, setting: EstimateSetting) -> bool:
    """True where the answer follows: the hours from count and minutes, the count once the hours are known, the input
    where it is always speech, that it is needed where customers meet it; nobody asks for the price of what is not in
    mind."""
    if kind.name == "offer_per_month":
        return process.wanted_means is None or process.offer_once is not None
    if kind.name == "needed":
        return setting.catalogue.process(process.id).customer_facing >= SURELY_NEEDED
    if kind.name == "digital_input":
        return setting.catalogue.process(process.id).digital_input_share[2] <= ALWAYS_SPOKEN
    if kind.name == "hours_per_week":
        return process.is_counted
    return kind.name in ("minutes_per_item", "items_per_week") and process.hours_per_week is not None


def is_known(profile: Profile, path: FactPath) -> bool:
    """True where the owner has told this, or where it follows: one person alone does all the work."""
    if path.name == "doer" and path.scope != FIRM and (profile.people() or 2) <= 1:
        return True
    return profile.knows(path)


def _deciding(
    profile: Profile, standings: list[Standing], questions: QuestionList, setting: EstimateSetting
) -> Iterator[Candidate]:
    """Questions whose answers may change a decision, each with what knowing it is worth."""
    tools = questions.named("tools")
    if not standings:
        return
    if tools and not profile.tools:
        yield _candidate(tools, None, [(each, worth_of_tools(each)) for each in standings], setting)
    for name in OF_FIRM:
        kind = questions.named(name)
        if kind and not is_known(profile, FactPath(scope=FIRM, name=name)):
            yield _candidate(kind, None, [(each, worth_of(kind, each)) for each in standings], setting)
    for stands in standings:
        process = stands.process
        for name in OF_WORK:
            kind, path = questions.named(name), FactPath(scope=process.id, name=name)
            if kind and not is_known(profile, path) and not _follows(kind, process, setting):
                yield _candidate(kind, process.id, [(stands, worth_of(kind, stands))], setting)


def _candidate(
    kind: QuestionKind, process_id: str | None, hinges: list[tuple[Standing, Hinge]], setting: EstimateSetting
) -> Candidate:
    """A question with what its answer is worth for all the work that it speaks of, and what hangs on it most."""
    loss = sum(hinge.worth for _, hinge in hinges)
    stands, most = max(hinges, key=lambda each: each[1].worth)
    about = "" if process_id else setting.catalogue.process(stands.process.id).name
    question = kind.put(process_id, setting.catalogue).model_copy(update={"hangs": hangs_on(stands, most, about)})
    return Candidate(question=question, worth=loss / kind.cost, loss=loss)


def _unsettled(advised: Advised, questions: QuestionList, setting: EstimateSetting) -> Iterator[Candidate]:
    """Questions whose answers settle a must-rule that is unknown and at stake."""
    for finding in advised.report.findings if advised.report else ():
        if finding.verdict != "unknown" or finding.severity != "must" or not _at_stake(finding, advised, setting):
            continue
        process_id = finding.subject.split(":")[0]
        for missing in finding.missing:
            kind = questions.settling(missing)
            if kind is None or (kind.scope == "process" and advised.profile.process(process_id) is None):
                continue
            path = FactPath(scope=process_id if kind.scope == "process" else FIRM, name=kind.name)
            if is_known(advised.profile, path):
                continue
            question = kind.put(process_id if kind.scope == "process" else None, setting.catalogue)
            worth = max(MUST_RULE_WORTH, LOSS_SHARE * _spend(finding, advised)) / kind.cost
            yield Candidate(question=question, worth=worth, settles_rules=(finding.rule_id,))


def _spend(finding: Finding, advised: Advised) -> float:
    made = advised.recommendation.initiative(finding.subject) if advised.recommendation else None
    return (made.cost_first_year.mid or 0.0) if made else 0.0


def _at_stake(finding: Finding, advised: Advised, setting: EstimateSetting) -> bool:
    """True where people are affected, or more than a small sum hangs on it; the rest reads "not checked"."""
    made = advised.recommendation.initiative(finding.subject) if advised.recommendation else None
    if made is None or made.decision not in ("now", "use what you have", "hand it over"):
        return False
    small = advised.profile.small_spend(money_rate(advised.profile, setting.catalogue))
    return finding.rule_id[:2] in HURTS_PEOPLE or (made.cost_first_year.mid or 0.0) > small
