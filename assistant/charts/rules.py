"""How the rules stand by family: held, broken and not known, the three dimensions of alignment first."""

from __future__ import annotations

from assistant.charts.grounds import Grounds
from assistant.charts.scale import scale
from assistant.domain.charts import Bar, Behind, Chart, Key, Look, Part
from assistant.domain.findings import Dimension, DimensionScore
from assistant.language.phrases import say_count, say_number

FIRST: tuple[Dimension, ...] = ("capability", "market", "resource")
KEYS = (
    Key(look="held", words="✓ held"),
    Key(look="broken", words="✕ broken"),
    Key(look="unknown", words="? not known yet"),
)


def alignment(grounds: Grounds) -> Chart | None:
    """The report's own counts and shares; None where no rule was put to anything."""
    scores = sorted(grounds.report.scores, key=lambda each: each.dimension not in FIRST)
    if not scores:
        return None
    total, held, broken = (
        sum(counts) for counts in zip(*((each.of, each.held, each.broken) for each in scores), strict=True)
    )
    return Chart(
        kind="alignment",
        name="alignment",
        title="How the rules stand",
        says=f"{say_count(total, 'check').capitalize()}: {held} held, {broken} broken, {total - held - broken} that "
        "cannot be judged yet. A share is the weight of what held in all that could be judged; a note has no weight.",
        across=scale("Checks", (float(each.of) for each in scores), say_number),
        bars=tuple(_bar(each) for each in scores),
        keys=KEYS,
        behind=Behind(
            head=("Family", "Share", "Held", "Broken", "Not known"),
            rows=tuple(
                (each.dimension.capitalize(), _share(each), str(each.held), str(each.broken), str(each.of - each.known))
                for each in scores
            ),
            figures=(1, 2, 3, 4),
        ),
    )


def _share(score: DimensionScore) -> str:
    return score.why_no_score if score.score is None else f"{100 * score.score:.0f} %"


def _bar(score: DimensionScore) -> Bar:
    unknown = score.of - score.known
    counts: tuple[tuple[Look, int], ...] = (("held", score.held), ("broken", score.broken), ("unknown", unknown))
    parts, at = [], 0
    for look, count in counts:
        if count:
            parts.append(Part(low=at, high=at + count, look=look))
        at += count
    said = f"✓ {score.held} · ✕ {score.broken} · ? {unknown}"
    return Bar(label=f"{score.dimension.capitalize()}: {_share(score)}", parts=tuple(parts), said=said)
