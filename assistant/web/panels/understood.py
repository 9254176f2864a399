"""What was understood: each fact with the words it stands on, each open to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.plan import Assumption
from assistant.domain.profile import LIMITS, Constraint, Process, Profile
from assistant.domain.talk import SessionState
from assistant.language.phrases import capital
from assistant.rulebook import say_value
from assistant.web.panels.figures import money, number, percent, plural, span
from assistant.web.panels.labels import ASKED_OF_FIRM, ASKED_OF_WORK, BASIS, FIRM_LABELS, WORK_LABELS, Label
from assistant.web.panels.markup import Piece, empty, joined, pill, quoted, tag

NO_NAMES: Mapping[str, str] = MappingProxyType({})
NAMED = ("industry", "country")
"""Facts that hold an id or a code."""
NOT_ASKED = "not asked yet"
LEVELS = ("not at all", "a little", "much", "fully")


def understood(state: SessionState, names: Mapping[str, str] = NO_NAMES) -> Markup:
    """The profile as rows by firm and by piece of work; what is only assumed is marked as such.

    `names` are those of trades and countries, by what a fact holds; without them that is shown.
    """
    profile = state.profile
    if profile == Profile():
        nothing = empty(
            "What I understood",
            "Facts about your firm appear here as you tell them, each with your own words beside it. "
            "If one is wrong, change it here.",
        )
        return joined([nothing, _documents(state.documents)])
    assumed = state.plan.assumptions if state.plan else ()
    work = [_section(each.name, _work(each, n == 0, profile)) for n, each in enumerate(profile.processes)]
    return joined(
        [
            tag("h2", "What I understood"),
            tag("p", _counted(profile, assumed), class_="quiet"),
            _section("Your firm", _firm(profile, names)),
            *work,
            _section("Also heard", _heard(profile)),
            _assumed(assumed),
            _documents(state.documents),
        ]
    )


def _documents(names: tuple[str, ...]) -> Markup:
    """The owner's own documents, each with a way to take it out, and the way to add some."""
    rows = [
        tag("li", name, " ", tag("button", "Take out", type="button", class_="btn", data_remove_document=name,
                                 aria_label=f"Take out {name}"))
        for name in names
    ]  # fmt: skip
    add = tag("button", "Add documents", type="button", class_="btn", data_add_documents=True)
    told = "Price lists, handbooks, minutes: I answer questions from them, and keep them to this conversation."
    listed = tag("ul", *rows, class_="documents") if rows else ""
    return tag(
        "section", tag("h3", "Your own documents"), tag("p", told, class_="quiet"), listed, tag("p", add),
        id="own-documents",
    )  # fmt: skip


def _counted(profile: Profile, assumed: tuple[Assumption, ...]) -> str:
    facts = [fact for _, fact in _told(profile.business.__dict__, FIRM_LABELS)]
    facts += [fact for each in profile.processes for _, fact in _told(each.__dict__, WORK_LABELS)]
    said = sum(1 for fact in facts if fact.basis == "owner")
    said += len(profile.goals) + len(profile.strengths) + len(profile.constraints)
    rest = f", {plural(len(assumed), 'figure')} assumed until you say" if assumed else ""
    return f"{plural(said, 'fact')} from your own words{rest}."


def _told(values: dict[str, object], labels: dict[str, Label]) -> Iterator[tuple[str, Fact]]:
    for name in labels:
        fact = values.get(name)
        if isinstance(fact, Fact):
            yield name, fact


def _section(title: str, rows: list[Markup]) -> Markup:
    if not rows:
        return Markup("")
    return joined([tag("h3", capital(title)), tag("dl", *rows, class_="facts")])


def _firm(profile: Profile, names: Mapping[str, str]) -> list[Markup]:
    rows = [_own_words("Goal", each.text, each.quote) for each in profile.goals]
    rows = rows or [_row("Goal", pill("un", NOT_ASKED), _starter("Goal", "My goal is "))]
    strengths = [_own_words("They come for", each.text, each.quote) for each in profile.strengths]
    rows += strengths or [
        _row("They come for", pill("un", NOT_ASKED), _starter("They come for", "People come to us for "))
    ]
    money_in = _currency(profile)
    for name, label in FIRM_LABELS.items():
        path = FactPath(scope=FIRM, name=name)
        fact = profile.fact(path)
        if fact is not None and name in NAMED:
            fact = fact.model_copy(update={"value": names.get(str(fact.value), fact.value)})
        if fact is not None:
            rows.append(_fact(path, label, fact, money_in))
        elif name in ASKED_OF_FIRM:
            rows.append(_missing(path, label))
    return rows


def _work(process: Process, first: bool, profile: Profile) -> list[Markup]:
    rows = []
    alone = (profile.people() or 2) <= 1
    for name, label in WORK_LABELS.items():
        path = FactPath(scope=process.id, name=name)
        fact = profile.fact(path)
        if fact is not None:
            rows.append(_fact(path, label, fact, _currency(profile)))
        elif (
            name in ASKED_OF_WORK
            and first
            and not (name == "hours_per_week" and process.is_counted)
            and not (name == "doer" and alone)
        ):
            rows.append(_missing(path, label))
    if process.quote and not any(process.quote in row for row in rows):
        rows.insert(0, _row("You said", quoted(process.quote), Markup("")))
    return rows


def _currency(profile: Profile) -> str:
    found = profile.business.currency
    return str(found.value) if found else ""


def _heard(profile: Profile) -> list[Markup]:
    """What has no figure of its own: limits in words, tools, what hurts."""
    rows = [_own_words("Limit", each.text, each.quote) for each in profile.constraints if _in_words(each)]
    rows += [_own_words("You use", each.name, each.quote) for each in profile.tools]
    rows += [_own_words("It hurts", each.text, each.quote) for each in profile.pains]
    return rows


def _in_words(constraint: Constraint) -> bool:
    return not (constraint.amount and constraint.kind in LIMITS.values())


def _own_words(label: str, text: str, quote: str | None) -> Markup:
    """A row for what is told in words; it is changed by saying it anew, not by a figure."""
    said = quoted(quote) if quote and quote.strip().casefold() != text.strip().casefold() else Markup("")
    shown = joined([text, tag("br"), said]) if said else quoted(text) if quote else Markup("{}").format(text)
    return _row(label, shown, _starter(label, f"Not “{text}”: "))


def _starter(label: str, words: str) -> Markup:
    return _pencil(label, data_start=words)


def _fact(path: FactPath, label: Label, fact: Fact, currency: str) -> Markup:
    shown = value(fact, label, currency)
    marks: Piece = (
        ""
        if fact.basis == "owner"
        else joined([" ", pill("na" if fact.basis == "computed" else "un", BASIS[fact.basis])])
    )
    said = joined([tag("br"), quoted(fact.quote)]) if fact.quote else ""
    button = _pencil(label.words, data_scope=path.scope, data_name=path.name, data_words=shown)
    return _row(label.words, joined([shown, marks, said]), button)


def _missing(path: FactPath, label: Label) -> Markup:
    button = _pencil(label.words, data_scope=path.scope, data_name=path.name, data_words="")
    return _row(label.words, pill("un", NOT_ASKED), button)


def value(fact: Fact, label: Label, currency: str) -> str:
    """A fact's value in the unit that its label speaks of."""
    if not fact.is_number:
        return say_value(fact.value)
    low, high = fact.low, fact.high
    if label.form == "share" and high <= 1:
        return percent(low, high)
    if label.form == "money":
        return span(money(low, currency, exact=True), money(high, currency, exact=True))
    if label.form == "level" and low == high and 0 <= low < len(LEVELS):
        return LEVELS[round(low)]
    return span(number(low), number(high))


def _pencil(label: str, **data: str) -> Markup:
    sign = tag("span", "✎", aria_hidden="true")
    return tag("button", sign, type="button", class_="pencil", aria_label=f"Change: {label}", **data)


def _row(label: str, shown: Piece, button: Markup) -> Markup:
    return tag(
        "div", tag("dt", label), tag("dd", shown), tag("dd", button, class_="act") if button else "", class_="fact"
    )


def _assumed(assumptions: tuple[Assumption, ...]) -> Markup:
    """Figures that nobody said, each with a check of fifteen minutes."""
    if not assumptions:
        return Markup("")
    rows = [
        tag(
            "div",
            tag("dt", capital(each.what)),
            tag(
                "dd", each.value, " ", pill("un", BASIS[each.basis]), tag("br"), tag("span", each.check, class_="quiet")
            ),
            class_="fact",
        )
        for each in assumptions
    ]
    return joined([tag("h3", "Assumed until you say"), tag("dl", *rows, class_="facts")])
