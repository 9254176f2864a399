"""What is said where the kind of some work is a guess, and what to say if it is wrong."""

from __future__ import annotations

from assistant.domain.profile import Profile
from assistant.language.phrases import say_list
from assistant.reading.guessed import guessed
from assistant.reading.scene import Scene

ONE = (
    "The nearest kind of work that I know{to} is {name}; I go by that. Tell me if it is another, or say “drop {name}”."
)
MORE = (
    "The nearest kinds of work that I know: {kinds}. I go by these. Tell me if one is another, or say “drop” and its "
    "name."
)


def nearest_kind(name: str, words: str = "") -> str:
    """The line that says which kind was taken for some work, in the owner's words where they are given."""
    return ONE.format(to=f" to “{words}”" if words else "", name=name)


def guesses(before: Profile, now: Profile, scene: Scene) -> tuple[str, ...]:
    """The line on kinds of work that were just taken from words that leave them open; nothing where all are plain."""
    fresh = [each for each in now.processes if before.process(each.id) is None]
    told = {each.name: " ".join(words.split()) for each in fresh if (words := guessed(scene, each.id))}
    if not told:
        return ()
    if len(told) == 1:
        return tuple(nearest_kind(name, words) for name, words in told.items())
    return (MORE.format(kinds=say_list([f"{name} for “{words}”" for name, words in told.items()])),)
