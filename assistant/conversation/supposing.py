"""What the answer would be if one fact were another one: decided again, validated again, nothing kept."""

from __future__ import annotations

from math import isfinite

from assistant.advice.again import supposed
from assistant.advice.flip_words import ASK_AGAIN, NEVER_NOTHING, SHARES, YES_NO, figure, named
from assistant.conversation.advising import sketch
from assistant.conversation.shelf import Shelf
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.flips import Supposed, Supposition
from assistant.domain.profile import Profile, is_address
from assistant.errors import BadInput, UnknownName
from assistant.language.phrases import capital

MOST = 1e7


def suppose(asked: Supposition, profile: Profile, made: Recommendation, shelf: Shelf) -> Supposed:
    """The answer in a world in which one fact is another one; `made` is the advice as it stands.

    Raises UnknownName for work or a fact that cannot be asked about, BadInput for a value that the fact cannot have.
    """
    before = _on(asked.process_id, made)
    after = _on(asked.process_id, sketch(world(asked, profile, made), shelf))
    kind, means = shelf.catalogue.process(asked.process_id), shelf.catalogue.way(asked.means or before.means)
    return Supposed(
        before=before.decision,
        after=after.decision,
        changes=after.decision != before.decision,
        text=_said(asked, before, after, made.currency, named(asked.path.name, kind, means)),
    )


def world(asked: Supposition, profile: Profile, made: Recommendation) -> Profile:
    """The profile in which the fact is as it is supposed; errors as in `suppose`."""
    _check(asked)
    means = asked.means or _on(asked.process_id, made).means
    return supposed(profile, asked.path, asked.value, means)


def _said(asked: Supposition, before: Initiative, after: Initiative, currency: str, label: str) -> str:
    told = f"{capital(label)}: {figure(asked.path.name, asked.value, currency)}."
    stays = after.decision == before.decision
    head = f"The answer stays: {after.decision}." if stays else f"The answer becomes: {after.decision}."
    title = "" if stays and after.means == before.means else f" {after.title}."
    return f"{told} {head}{title} {capital(after.reason)}."


def _check(asked: Supposition) -> None:
    name, value = asked.path.name, asked.value
    if name not in ASK_AGAIN or not is_address(asked.path):
        raise UnknownName(f"{str(asked.path)!r} cannot be supposed; what can be: {', '.join(ASK_AGAIN)}")
    if isinstance(value, bool) != (name in YES_NO):
        raise BadInput(f"{name}: {value!r} does not fit; it takes {'yes or no' if name in YES_NO else 'a figure'}")
    most = 1.0 if name in SHARES else MOST
    if not isfinite(value) or not 0 <= value <= most or (name in NEVER_NOTHING and value == 0):
        raise BadInput(f"{name}: {value!r} is out of reach; give a figure up to {most:g}")


def _on(process_id: str, made: Recommendation) -> Initiative:
    found = next((each for each in made.initiatives if each.process_id == process_id), None)
    if found is None:
        known = ", ".join(each.process_id for each in made.initiatives) or "none so far"
        raise UnknownName(f"there is no advice on {process_id!r}; known: {known}")
    return found
