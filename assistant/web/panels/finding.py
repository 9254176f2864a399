"""One finding that opens in place: why, what was checked, the words it stands on, the remedy, the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from assistant.domain.facts import Fact
from assistant.domain.findings import Finding
from assistant.rulebook import say_value
from assistant.web.panels.figures import day
from assistant.web.panels.labels import BASIS, fact_words, plain
from assistant.web.panels.markup import joined, labelled, opening, pill, quoted, tag, verdict_pill
from assistant.web.panels.transcript import passage_slot

MUST = {"must": "must hold", "should": "should hold", "note": "worth a note"}


def finding(each: Finding, about: str, waivable: bool = True) -> Markup:
    """The finding as a row; `about` names its subject in words."""
    says = _short(each) if each.verdict == "broken" or each.missing else ""
    key = f"{each.rule_id}-{each.subject}"
    return opening(key, _row(each, about, says), *_inside(each, waivable), class_="finding")


def alike(found: Sequence[Finding], names: Mapping[str, str]) -> Markup:
    """Findings of one rule with one verdict on several subjects: one row, the subjects inside."""
    first = found[0]
    if len(found) == 1:
        return finding(first, names.get(first.subject, first.subject))
    about = [names.get(each.subject, each.subject) for each in found]
    rows = [finding(each, name) for each, name in zip(found, about, strict=True)]
    key = f"{first.rule_id}-{first.verdict}-{bool(first.waived)}"
    return opening(key, _row(first, "; ".join(about), ""), *rows, class_="finding")


def _row(each: Finding, about: str, says: str) -> Markup:
    line = [tag("span", each.title), tag("small", f"{each.rule_id} · {about}"), tag("small", says) if says else ""]
    mark = pill("na", "set aside") if each.waived else verdict_pill(each.verdict)
    return joined([tag("span", mark, class_="mark"), tag("span", *line, class_="rule")])


def _short(each: Finding) -> str:
    if each.verdict == "broken":
        return each.remedy or each.why
    return f"Not known: {', '.join(fact_words(name).lower() for name in each.missing)}."


def _inside(each: Finding, waivable: bool) -> list[Markup]:
    parts = [
        labelled("Why", each.why),
        labelled("How strict", f"{MUST[each.severity]}{'; our own plan fills this in' if each.ours else ''}"),
        _checked(each.facts),
        labelled("It stands on", quoted(each.quote)) if each.quote else Markup(""),
        tag("p", "No sign of trouble, not checked.") if each.verdict == "unknown" else Markup(""),
        labelled("What would fix it", each.remedy) if each.remedy and each.verdict != "held" else Markup(""),
        _waived(each),
        _source(each),
        opening(
            f"rule-{each.rule_id}-{each.subject}",
            f"The rule {each.rule_id}, with an example of breaking it",
            tag("div", class_="rulecard", data_rule=each.rule_id),
            class_="source",
        ),
    ]
    if waivable and each.verdict == "broken" and each.waived is None:
        parts.append(_waiver(each))
    return parts


def _checked(facts: dict[str, Fact | None]) -> Markup:
    if not facts:
        return Markup("")
    lines = [tag("li", f"{fact_words(name)}: ", _fact(fact)) for name, fact in facts.items()]
    return joined([tag("p", tag("b", "What was checked:")), tag("ul", *lines)])


def _fact(fact: Fact | None) -> Markup:
    if fact is None:
        return pill("un", "not known")
    return joined([tag("b", say_value(fact.value)), " ", tag("span", f"({BASIS[fact.basis]})", class_="quiet")])


def _waived(each: Finding) -> Markup:
    if each.waived is None:
        return Markup("")
    who = "You go ahead" if each.waived.by == "owner" else "A quick win may run ahead"
    until = f" Until {day(each.waived.until)}." if each.waived.until else ""
    return labelled("Set aside", f"{who}: {each.waived.reason}.{until}")


def _source(each: Finding) -> Markup:
    document_id, _, heading = each.source.partition("#")
    if not heading:
        return Markup("")
    name = f"Source: {plain(document_id)}, {plain(heading).lower()}"
    key = f"source-{each.rule_id}-{each.subject}"
    return opening(key, name, passage_slot(document_id, heading), class_="source")


def _waiver(each: Finding) -> Markup:
    """A form to go ahead all the same; the reason is kept and stands in the plan."""
    field = f"because-{each.rule_id}-{each.subject}"
    return tag(
        "form",
        tag("label", "I go ahead all the same, because", for_=field),
        tag("div", tag("input", id=field, name="reason", required=True, maxlength="300", autocomplete="off"), _keep()),
        class_="inline",
        data_waive=each.rule_id,
        data_subject=each.subject,
    )


def _keep() -> Markup:
    return tag("button", "Keep this", type="submit", class_="btn")
