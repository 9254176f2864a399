"""Check-ins on the page: three numbers to give, what they would change, those made so far, the plan's versions."""

from __future__ import annotations

from markupsafe import Markup

from assistant.conversation import check_in_words as words
from assistant.conversation.check_ins import compared, next_due
from assistant.conversation.counted import begun
from assistant.domain.check_in import CheckIn, PlanChange
from assistant.domain.talk import TAKE_OR_LEAVE, SessionState
from assistant.language.phrases import capital
from assistant.web.panels.figures import day
from assistant.web.panels.labels import plain
from assistant.web.panels.markup import Piece, bullets, joined, opening, table, tag

ASKED = (("items", "How many came in a week"), ("new", "How many of them the new way"))
LAST = {"minutes": "Minutes each takes now", "hours": "Hours a week on it now"}
MORE = (
    ("minutes_old", "Minutes one takes the old way"),
    ("wrong", "How many went wrong in that week"),
    ("upkeep_hours", "Hours of looking after it in that week"),
    ("cost", "What it cost since the start"),
)
TAKEN = {True: "taken over", False: "left", None: "waits for you"}


def check_in(state: SessionState) -> Markup:
    """Everything about check-ins; nothing where the plan begins nothing and nothing is tried."""
    works = _works(state)
    if not works and not state.check_ins:
        return Markup("")
    parts: list[Piece] = [tag("h3", "Check in")]
    parts += _listing(state.listed) if state.listed else [*_due(state), *_forms(state, works)]
    return joined([*parts, _history(state.check_ins), _versions(state)])


def _works(state: SessionState) -> list[str]:
    """Pieces of work that can be checked in on: those that are tried first, then those that the plan begins."""
    tried = [each.process_id for each in state.profile.trials if not each.stopped]
    return list(dict.fromkeys((*tried, *(each.process_id for each in begun(state)))))


def _due(state: SessionState) -> list[Piece]:
    due = next_due(state)
    said = "Two minutes, three numbers; a guess or a range such as 30-40 is fine."
    return [tag("p", f"{said} The next is due on {day(due)}." if due else said, class_="quiet")]


def _forms(state: SessionState, works: list[str]) -> list[Piece]:
    """The first piece of work in the open, others folded."""
    made: list[Piece] = [_form(state, works[0])] if works else []
    made += [opening(f"check-in-{each}", f"Check in on {_name(state, each)}", _form(state, each)) for each in works[1:]]
    return made


def _form(state: SessionState, work: str) -> Markup:
    known = state.profile.process(work)
    hours_only = known is not None and not (known.items_per_week or known.minutes_per_item)
    last = "hours" if hours_only else "minutes"
    fields = [_field(work, name, label) for name, label in (*ASKED, (last, LAST[last]))]
    more = [_field(work, name, label) for name, label in MORE]
    return tag(
        "form",
        tag("p", tag("b", capital(_name(state, work)))),
        tag("div", *fields, class_="asks"),
        opening(f"check-in-more-{work}", "More, if you counted it", tag("div", *more, class_="asks")),
        tag("p", "", class_="trouble", role="alert", hidden=True),
        tag("button", "Check in", type="submit", class_="btn primary"),
        class_="check-in",
        data_work=work,
    )


def _name(state: SessionState, work: str) -> str:
    """The work as the owner's profile calls it."""
    known = state.profile.process(work)
    return known.name if known else plain(work)


def _field(work: str, name: str, label: str) -> Markup:
    place = f"check-in-{work}-{name}"
    field = tag("input", id=place, name=name, inputmode="text", autocomplete="off")
    return tag("div", tag("label", label, for_=place), field)


def _listing(made: CheckIn) -> list[Piece]:
    """What it would change, with two buttons."""
    said = [words.year(made), *([made.stop.text] if made.stop else [])]
    changes = bullets(each.text for each in made.changes) or tag("p", words.NOTHING_ELSE)
    buttons = [
        tag("button", label, type="button", class_="btn primary" if n == 0 else "btn", data_say=label)
        for n, label in enumerate(TAKE_OR_LEAVE.choices)
    ]
    return [
        *(tag("p", each) for each in said),
        tag("p", tag("b", "What it would change")),
        changes,
        tag("p", TAKE_OR_LEAVE.text),
        tag("div", *buttons, class_="row", role="group", aria_label=TAKE_OR_LEAVE.text),
    ]


def _history(made: tuple[CheckIn, ...]) -> Markup:
    if not made:
        return Markup("")
    rows = [
        (day(each.on), capital(each.name), words.counted(each.actuals), words.hours(each.now), TAKEN[each.taken])
        for each in reversed(made)
    ]
    heads = ("Day", "Work", "Counted", "Expected a year", "Plan")
    return opening("check-ins", f"Check-ins so far ({len(made)})", table("Check-ins so far", heads, rows, frozenset()))


def _versions(state: SessionState) -> Markup:
    """Each version beside the one before it, and the newest beside the first."""
    if len(state.versions) < 2:
        return Markup("")
    made = [
        joined([tag("h4", f"Version {each.n}, {day(each.made_on)}, {each.because}"), _lines(each.changes)])
        for each in reversed(state.versions[1:])
    ]
    first, last = state.versions[0].n, state.versions[-1].n
    if last - first > 1:
        whole = tag("h4", f"Version {last} beside version {first}")
        made.insert(0, joined([whole, _lines(compared(state, first, last))]))
    return opening("versions", f"Compare versions of the plan ({len(state.versions)})", *made)


def _lines(changes: tuple[PlanChange, ...]) -> Markup:
    return bullets(each.text for each in changes) or tag("p", "They say the same.")
