"""What a verb found, in a few lines for people; all of it stands in the noun itself."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.assessment import Assessment
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.knowledge import Answer, Passage
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique
from assistant.domain.talk import Advice, RuleCard
from assistant.language.phrases import say_ground

NOTHING = "I have nothing on that."


def of_profile(profile: Profile) -> str:
    """The work that was told and every figure, each with its quote."""
    lines = [f"{process.name}: “{process.quote}”" for process in profile.processes]
    for quantity in profile.quantities:
        figure = f"  {quantity.said.value} {quantity.said.unit} {quantity.said.per}".rstrip()
        lines.append(f"{figure} “{quantity.quote}”")
    return "\n".join(lines) or "No work and no figure was told."


def of_assessment(made: Assessment) -> str:
    """The verdict, the findings that decided it, and what was not told."""
    lines: list[str] = [made.verdict]
    for finding in made.findings[: len(made.decided_by)]:
        words = f" You said: “{finding.quote}”." if finding.quote else ""
        lines.append(f"  {finding.rule_id} {finding.title}: {finding.why}{words} {finding.remedy}")
    unsaid = [each for each in ("process", "purpose") if each in made.questions_open]
    if unsaid:
        lines.append(f"Not told: the {' and the '.join(unsaid)} of the plan.")
    unchecked = len(made.questions_open) - len(unsaid)
    if unchecked:
        lines.append(
            f"{unchecked} more rules were not checked: nothing in your words speaks of them (the JSON names them)."
        )
    return "\n".join(lines)


def of_advice(made: Advice) -> str:
    """Each decision with its reason, and the rules that are broken."""
    lines = [f"{each.decision}: {each.title}. {each.reason}" for each in made.initiatives]
    lines += [f"  broken {each.rule_id} ({each.subject}): {each.title}. {each.remedy}" for each in made.report.broken()]
    return "\n".join(lines) or "No work was told that could be advised on."


def of_critique(made: Critique) -> str:
    """The verdict, what it costs, the last day for a notice, what is dangerous and what is missing."""
    lines = [f"{made.file}: {made.verdict} (grade {made.grade}). {made.verdict_reason}"]
    if made.tco.mid is not None:
        lines.append(f"  {made.tco.years} years: {made.tco.mid:,.2f} {made.tco.currency}")
    if made.terms.last_notice_date:
        lines.append(f"  last notice {made.terms.last_notice_date}, safe {made.terms.last_notice_safe}")
    for clause in made.clauses:
        if clause.risk in ("flag", "blocker"):
            lines.append(f"  {clause.risk}: {clause.plain_words} “{clause.quote[:120]}”")
    lines += [f"  missing: {missing.type}. {missing.ask}" for missing in made.missing]
    return "\n".join(lines)


def of_answer(found: Answer) -> str:
    """The answer and what each of its sentences stands on."""
    lines = [found.answer or NOTHING]
    passages = {(each.document_id, each.heading): each for each in found.passages}
    for n, sentence in enumerate(found.sentences, start=1):
        for citation in sentence.citations:
            passage = passages.get((citation.document_id, citation.heading))
            lines.append(f"  [{n}] {citation.document_id}, {citation.heading}: “{citation.quote}”")
            lines += [f"      {stands}"] if passage and (stands := _stands_on(passage)) else []
    if found.notice:
        lines.append(f"  {found.notice}")
    return "\n".join(lines)


def _stands_on(passage: Passage) -> str:
    """What a passage rests on: its kind of evidence and its source with year and address."""
    if passage.kind == "own":
        return passage.title if passage.title != passage.document_id else ""
    return ": ".join(each for each in (say_ground(passage.strength, passage.as_of), passage.source) if each)


def of_passages(found: Answer) -> str:
    """The passages, each with its score and its place."""
    lines = [f"{each.score:.2f} {each.document_id}, {each.heading}\n  {each.text}" for each in found.passages]
    return "\n".join(lines) or NOTHING


def of_rules(cards: Sequence[RuleCard]) -> str:
    """A line for each rule."""
    return "\n".join(f"{each.id}  {each.severity:6}  {each.title}" for each in cards)


def of_rule(card: RuleCard) -> str:
    """One rule with its why, its failing example, remedy and source."""
    example = ", ".join(f"{name} = {value}" for name, value in card.fails.items())
    return (
        f"{card.id} {card.title} ({card.severity}, {card.dimension})\n{card.why}\n\n"
        f"Fails, for example: {example} -> {card.failing_finding.verdict}\n"
        f"Remedy: {card.failing_finding.remedy}\nSource: {card.source}"
    )


def of_entries(entries: Sequence[ProcessKind | Means]) -> str:
    """A line for each kind of work and means."""
    return "\n".join(f"{each.id:24} {each.name}" for each in entries)
