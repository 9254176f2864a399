"""Hours freed a week by each piece of work, as ranges."""

from __future__ import annotations

from assistant.charts.grounds import Grounds
from assistant.charts.scale import scale
from assistant.domain.advice import Initiative
from assistant.domain.charts import Bar, Behind, Chart, Key, Look, Part
from assistant.domain.facts import Range
from assistant.language.phrases import capital, say_count, say_estimate, say_number, say_range

LEFT = "leave it"
LOOKS: tuple[Look, Look] = ("waiting", "range")


def freed(grounds: Grounds) -> Chart | None:
    """What each way frees, or would free where it waits; None where nothing is to be freed."""
    ways = [each for each in grounds.ordered if each.decision != LEFT and _known(each.hours_freed_per_week)]
    ends = [end for each in ways for end in _ends(each.hours_freed_per_week)]
    if not any(ends):
        return None
    begun = {each.id for each in grounds.begun} | {each.id for each in ways if each.decision == "stop doing it"}
    most = max(ways, key=lambda each: each.hours_freed_per_week.mid or 0.0)
    keys = (Key(look="range", words="begins now"), Key(look="waiting", words="waits"))
    looks = {each.id: LOOKS[each.id in begun] for each in ways}
    return Chart(
        kind="hours",
        name="hours",
        title="Hours freed a week",
        says=f"{say_count(len(ways), 'piece').capitalize()} of work; the dark line in each bar is the likely figure. "
        f"The most, {say_estimate(most.hours_freed_per_week, '')}, comes from: {most.title.removesuffix('.')}.",
        across=scale("Hours a week", ends, say_number),
        bars=tuple(_bar(each, looks[each.id]) for each in ways),
        keys=tuple(each for each in keys if each.look in looks.values()),
        behind=Behind(
            head=("Piece of work", "Decision", "Hours freed"),
            rows=tuple(
                (each.title, capital(each.decision), say_estimate(each.hours_freed_per_week, "")) for each in ways
            ),
        ),
    )


def _known(found: Range) -> bool:
    return found.low is not None and found.mid is not None and found.high is not None


def _ends(found: Range) -> tuple[float, float]:
    return found.low or 0.0, found.high or 0.0


def _bar(way: Initiative, look: Look) -> Bar:
    found = way.hours_freed_per_week
    low, high = _ends(found)
    part = Part(low=low, mid=found.mid, high=high, look=look)
    return Bar(label=way.title, parts=(part,), said=say_range(found.model_copy(update={"unit": ""})))
