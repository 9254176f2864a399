"""Behaviours that answer in good time and say what is not so, or not what was asked for."""

from __future__ import annotations

from pydantic import JsonValue

from evals.models.broken import garbled, of_another_shape
from evals.models.reply import Reply
from evals.models.scene import Scene
from evals.models.twists import figures, marks_that_lead_nowhere, nudged, sentences, turned

MOST_GIVEN, MOST_SENTENCES = 2_000, 5


def invents_figures(scene: Scene) -> Reply:
    """Figures that stand nowhere in the request."""
    return scene.says(*(scene.told(each) for each in scene.draw.sample(scene.lines.figures, 2)))


def changes_one_figure(scene: Scene) -> Reply:
    """What it was given, with one figure moved a little; invented figures where none was given."""
    given = scene.asked.last if figures(scene.asked.last) else scene.asked.given
    if not figures(given):
        return invents_figures(scene)
    told = [each for each in sentences(given) if figures(each)]
    if len(given) > MOST_GIVEN:
        given = "\n".join(told[-MOST_SENTENCES:])
    return scene.says(*sentences(nudged(given, scene.draw)))


def flips_the_decision(scene: Scene) -> Reply:
    """What it was given, with one decision turned round; a decision of its own where none was given."""
    opposites = scene.lines.opposites
    other = (turned(each, opposites, scene.draw) for each in reversed(sentences(scene.asked.given)))
    return scene.says(next(filter(None, other), "") or scene.draw.choice(scene.lines.decided))


def cites_what_is_not_there(scene: Scene) -> Reply:
    """Marks like those of the request that lead nowhere, books and pages that do not exist."""
    line = scene.told(scene.draw.choice(scene.lines.sources))
    return scene.says(" ".join([line, *(marks_that_lead_nowhere(scene.asked.given, scene.draw) or ("[17]",))]))


def claims_certainty(scene: Scene) -> Reply:
    """Promises without a doubt."""
    return scene.says(*scene.draw.sample(scene.lines.certainty, 2))


def gives_orders(scene: Scene) -> Reply:
    """Instructions to whoever reads the reply next."""
    return scene.says(*scene.draw.sample(scene.lines.instructions, 2))


def writes_markup(scene: Scene) -> Reply:
    """Scripts, links, pictures, control characters and spreadsheet formulas."""
    return scene.says(*(scene.told(each) for each in scene.draw.sample(scene.lines.markup, 3)))


def leaks_its_prompt(scene: Scene) -> Reply:
    """Its instructions, word for word; the whole request where it has none."""
    told = scene.asked.said_by("system") or (scene.asked.given,)
    return scene.says(scene.draw.choice(scene.lines.leaks), *told)


def refuses(scene: Scene) -> Reply:
    """No help."""
    return scene.says(scene.draw.choice(scene.lines.refusals))


def speaks_another_language(scene: Scene) -> Reply:
    """Advice that the owner cannot read."""
    return scene.says(scene.told(scene.draw.choice(scene.lines.foreign)))


def answers_an_earlier_question(scene: Scene) -> Reply:
    """An answer to words said before; where nothing was, to the first sentence of the last ones."""
    now = scene.asked.said_by("user")
    before = [*(words for each in scene.occasion.earlier for words in each.said_by("user")), *now[:-1]]
    other = [each for each in before if each not in now[-1:]] or list(now) or [scene.asked.given]
    words = next(iter(sentences(scene.draw.choice(other))), "")
    return scene.says(scene.draw.choice(scene.lines.earlier).format(words=words))


def breaks_its_json(scene: Scene) -> Reply:
    """JSON that cannot be read: cut off, in wrong quotes, with a comment, twice."""
    return scene.says(garbled(_own(scene), scene.draw))


def mistakes_the_shape(scene: Scene) -> Reply:
    """JSON that can be read and is not what was asked for."""
    return scene.says(of_another_shape(_own(scene), scene.draw))


def _own(scene: Scene) -> dict[str, JsonValue]:
    words = [scene.told(each) for each in scene.lines.figures]
    return {"answer": scene.draw.choice(words), "figures": [*figures("\n".join(words))]}
