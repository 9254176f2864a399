"""What the rules said: scores of the three dimensions, then every finding, the broken ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from assistant.domain.advice import Recommendation
from assistant.domain.findings import DimensionScore, Finding, Report, Verdict
from assistant.domain.talk import SessionState
from assistant.web.panels.figures import percent, plural
from assistant.web.panels.finding import alike
from assistant.web.panels.labels import DIMENSIONS, THE_REST
from assistant.web.panels.markup import empty, joined, opening, tag, verdict_pill

FIRST: dict[Verdict, int] = {"broken": 0, "unknown": 1, "held": 3, "not applicable": 4}
SET_ASIDE = 2
SEVERITY = {"must": 0, "should": 1, "note": 2}


def alignment(state: SessionState) -> Markup:
    """The report; before there is one, what will appear."""
    report = state.report
    if report is None or not report.findings:
        return empty(
            "Alignment",
            "Every piece of advice is checked against rules you can read: does it strengthen you, does it fit your "
            "customers, are money and hours there? The verdicts appear here with the advice.",
        )
    names = _names(state.recommendation)
    ours = [each for each in report.findings if each.ours]
    judged = [each for each in report.findings if not each.ours]
    groups = [
        (title, what, [each for each in judged if each.dimension == key]) for key, (title, what) in DIMENSIONS.items()
    ]
    groups.append((*THE_REST, [each for each in judged if each.dimension not in DIMENSIONS]))
    groups.sort(key=lambda group: _gravest(group[2]))
    parts = [_group(title, what, found, names) for title, what, found in groups]
    return joined(
        [
            tag("h2", _heading(report)),
            tag("p", _passes(report), class_="quiet"),
            _scores(report),
            *parts,
            _own(ours, names),
        ]
    )


def _heading(report: Report) -> str:
    rules = len({each.rule_id for each in report.findings})
    return f"{plural(rules, 'rule')} looked at, {len(report.broken())} broken"


def _passes(report: Report) -> str:
    aside = sum(1 for each in report.findings if each.waived)
    kept = f" {plural(aside, 'finding')} set aside, with the reason." if aside else ""
    if report.passes:
        return f"No rule that must hold is broken.{kept}"
    return f"At least one rule that must hold is broken; it stands first.{kept}"


def _gravest(found: Sequence[Finding]) -> int:
    """The place of a group: where a must is broken first, then a should, then nothing."""
    broken = [SEVERITY[each.severity] for each in found if each.verdict == "broken" and each.waived is None]
    return min(broken, default=len(SEVERITY))


def _names(made: Recommendation | None) -> dict[str, str]:
    names = {each.id: each.title for each in made.initiatives} if made else {}
    return names | {"portfolio": "all steps together"}


def _scores(report: Report) -> Markup:
    found: dict[str, DimensionScore] = {each.dimension: each for each in report.scores}
    cards = [_score(title, found[key]) for key, (title, _) in DIMENSIONS.items() if key in found]
    return tag("ul", *cards, class_="scores") if cards else Markup("")


def _score(title: str, score: DimensionScore) -> Markup:
    said = percent(score.score) if score.score is not None else score.why_no_score
    lines = [
        tag("b", title),
        tag("span", said, class_="score" if score.score is not None else "score quiet"),
        tag("small", f"known {score.known} of {score.of}"),
        tag("small", f"{score.held} held, {score.broken} broken"),
    ]
    return tag("li", *lines)


def _group(title: str, what: str, found: Sequence[Finding], names: dict[str, str]) -> Markup:
    if not found:
        return Markup("")
    ranked = sorted(found, key=lambda each: (_place(each), SEVERITY[each.severity], each.rule_id))
    open_ones = _rows([each for each in ranked if _matters(each)], names)
    folded = _folded(title, [each for each in ranked if not _matters(each)], names)
    return joined([tag("h3", title), tag("p", what, class_="quiet"), *open_ones, folded])


def _place(each: Finding) -> int:
    """Broken, unknown, set aside, held, not applicable."""
    return SET_ASIDE if each.waived else FIRST[each.verdict]


def _matters(each: Finding) -> bool:
    """True for what is broken and for what must hold and is not known; the rest stands folded, counted."""
    return each.verdict == "broken" or (each.verdict == "unknown" and each.severity == "must")


def _rows(ranked: Sequence[Finding], names: dict[str, str]) -> list[Markup]:
    """One row a rule and verdict, but each breach by itself: it is set aside by itself."""
    rows: dict[tuple[str, str], list[Finding]] = {}
    for each in ranked:
        key = each.subject if each.verdict == "broken" else each.verdict
        rows.setdefault((each.rule_id, key), []).append(each)
    return [alike(found, names) for found in rows.values()]


def _folded(title: str, quiet: Sequence[Finding], names: dict[str, str]) -> Markup:
    if not quiet:
        return Markup("")
    counts = Counter(each.verdict for each in quiet)
    pills = [joined([verdict_pill(verdict, counts[verdict]), " "]) for verdict in FIRST if counts[verdict]]
    return opening(f"quiet-{title}", joined(pills), *_rows(quiet, names), class_="fold")


def _own(ours: Sequence[Finding], names: dict[str, str]) -> Markup:
    """What our own plan fills in is shown apart: it is checked, but earns no score."""
    if not ours:
        return Markup("")
    return _group(
        "How the plan itself is built",
        "Pilot, measure and stop rule: ours to fill in, left out of the scores.",
        ours,
        names,
    )
