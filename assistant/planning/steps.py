"""The steps of a plan: who does what in which weeks, for how many hours and how much, and when it is done."""

from __future__ import annotations

from assistant.domain.bands import Governance
from assistant.domain.findings import Report
from assistant.domain.plan import Step
from assistant.language.phrases import lower, say_list, say_money
from assistant.planning.governance import answers_for, looked_at_by
from assistant.planning.grounds import finding_ground
from assistant.planning.pilots import stop_line
from assistant.planning.schedule import Slot
from assistant.planning.timeline import Timeline
from assistant.planning.wording import bare, sentence
from assistant.planning.work import Work

WEEKS_A_YEAR = 52
BASELINE_RULE, PILOT_RULE, REVIEW_RULE, ROOM_RULE = "MS02", "DL01", "MS04", "DL02"


def steps(line: Timeline, report: Report, currency: str, governance: Governance) -> tuple[Step, ...]:
    """All steps in the order in which they begin; the numbers are looked at as a firm of this size does it."""
    place = {each.id: n for n, each in enumerate(line.works)}
    ordered = sorted(line.slots, key=lambda slot: (slot.first_week, place[slot.initiative_id]))
    made = (_step(n, slot, line, report, currency) for n, slot in enumerate(ordered, start=1))
    return tuple(_looked_at(each, governance) if each.phase == "review" else each for each in made)


def _looked_at(step: Step, governance: Governance) -> Step:
    return step.model_copy(
        update={"owner": looked_at_by(governance, step.owner), "done_when": governance.settled},
    )


def _step(n: int, slot: Slot, line: Timeline, report: Report, currency: str) -> Step:
    work = next(each for each in line.works if each.id == slot.initiative_id)
    what, done_when = _words(slot, work, line)
    return Step(
        n=n,
        what=what,
        initiative_id=work.id,
        owner=answers_for(work),
        weeks=(slot.first_week, slot.last_week),
        hours=slot.hours,
        done_when=done_when,
        cost=_cost(slot, work, currency),
        rests_on=_ground(slot, work, report),
        phase=slot.phase,
        title=work.initiative.title,
    )


def _words(slot: Slot, work: Work, line: Timeline) -> tuple[str, str]:
    """What a step is, by the name of the work, and when it is done."""
    pilot = work.initiative.pilot
    if slot.phase == "count":
        start = f"the start value is written down: {work.kind.measure.name} and hours a week"
        return sentence(f"{work.name}: count how it stands today", work.kind.measure.how), start
    if slot.phase == "set up":
        return sentence(f"{work.name}: {_setup(work)}"), _ready(work)
    if slot.phase == "try":
        what = lower(pilot.what) if pilot else "try it on a part of the work"
        return sentence(f"{work.name}: {what}", pilot.small_because if pilot else ""), _tried(work, line)
    if slot.phase == "review":
        bigger = "Is this still where you want to go, and what did it show about the work itself?"
        return (
            sentence(f"{work.name}: look at the numbers and keep it, change it or stop", bigger),
            "keep, change or stop is decided",
        )
    return (
        sentence(
            f"{work.name}: if the first try was worth it, begin with two weeks of counting", work.kind.measure.how
        ),
        "the start value is written down, and nobody's week is full",
    )


def _setup(work: Work) -> str:
    decision, kind = work.initiative.decision, work.kind
    if decision == "simplify first":
        return lower(kind.simplify)
    if decision == "use what you have":
        return f"switch it on ({lower(bare(kind.own_feature))})"
    return f"have ready {say_list([lower(each) for each in work.means.needs])}"


def _ready(work: Work) -> str:
    decision, item = work.initiative.decision, work.kind.item
    approval = any(each.kind == "approval" for each in work.initiative.safeguards)
    if decision == "simplify first":
        return "the new way stands on one page that everybody can see"
    if decision == "hand it over":
        return f"the helper has done one {item} while you watched, and knows whom to ask"
    yes = ", and a person says yes before anything leaves" if approval else ""
    return f"one real {item} has gone through{yes}, and one page says how to stop it"


def _tried(work: Work, line: Timeline) -> str:
    pilot = work.initiative.pilot
    if pilot is None:
        return "the weeks are counted on the same sheet as before"
    return f"the weeks are counted; we stop if {stop_line(pilot, line.review_day(work) or pilot.review_on)}"


def _cost(slot: Slot, work: Work, currency: str) -> str:
    """Outside money of a step at the middle of its range: set-up once, then the price of the weeks of the try."""
    first, after = work.initiative.cost_first_year.mid or 0.0, work.initiative.cost_per_year_after.mid or 0.0
    weeks = slot.last_week - slot.first_week + 1
    amount = {"set up": max(0.0, first - after), "try": min(first, after) * weeks / WEEKS_A_YEAR}.get(slot.phase, 0.0)
    return f"about {say_money(round(amount), currency)}" if amount >= 1 else "nothing"


def _ground(slot: Slot, work: Work, report: Report) -> str:
    if slot.phase == "set up":
        return work.rests("own hours to set up")
    rule = {"count": BASELINE_RULE, "try": PILOT_RULE, "review": REVIEW_RULE}.get(slot.phase, ROOM_RULE)
    on = {"count": "hours today", "try": "hours freed", "review": "hours freed"}.get(slot.phase, "hours freed")
    return finding_ground(rule, work.id, report) or work.rests(on)
