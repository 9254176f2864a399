"""What a chat model saw in an owner's words beyond what the house read: checked, asked about, taken only by a yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.conversation import wording
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import marked, same
from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.profile import Profile, is_address, is_list
from assistant.domain.speech import Pointed, Pointer, ToRead
from assistant.domain.talk import Noticed, SessionState
from assistant.planning.wording import say_fact
from assistant.reading.doubts import doubts, without_refused
from assistant.reading.merging import CLOSE, merge
from assistant.reading.pointed import THE_WORK, place_of, told_at
from assistant.reading.scene import Scene, make_scene
from assistant.reading.which_ones import which_ones
from assistant.vendors.offers import is_offer

MOST = 4
"""Things that are asked about in one turn."""
LEAST_WORDS, MOST_WORDS = 4, 1_200
"""Words of a turn that a model is given to read."""
MOST_WORDS_OF_AN_ANSWER = 8
UNITS = ("%", "money", "minutes")
"""Units that are said behind a figure; others stand in the name of the fact."""
OPENING = "The chat model also sees this in your words, and I did not:"
LEFT = "Then I leave that out."


def to_read(state: SessionState, words: str, shelf: Shelf) -> ToRead | None:
    """What a model is given to read of a turn; None where a second reading could add nothing: few words, a question,
    the answer to what was noticed, a vendor's paper."""
    count = len(words.split())
    waits = state.noticed or state.listed or state.branch
    if not LEAST_WORDS <= count <= MOST_WORDS or (waits and count <= MOST_WORDS_OF_AN_ANSWER):
        return None
    if (words.rstrip().endswith("?") and words.count("?") == 1 and "." not in words) or is_offer(
        words, shelf.clauses.reader
    ):
        return None
    works = tuple((each.id, each.name) for each in shelf.catalogue.processes)
    return ToRead(words=words, question=state.pending.text if state.pending else "", works=works)


def with_noticed(heard: Heard, words: str, pointed: Pointed, shelf: Shelf) -> Heard:
    """What was heard, with what the model saw besides, as far as it can be so; nothing where another thing waits."""
    busy = heard.branch or heard.check_in or heard.stopped or heard.question
    if busy or not pointed.pointers:
        return heard
    scene = make_scene(words, shelf.reader)
    found = islice(_noticed(heard.profile, scene, pointed.pointers, shelf), MOST)
    return heard.model_copy(update={"noticed": tuple(found)})


def lines(noticed: Sequence[Noticed]) -> str:
    """The list that is asked about."""
    return "\n".join([OPENING, *(f"{n}. {each.line}" for n, each in enumerate(noticed, start=1))])


def settled(state: SessionState, scene: Scene, shelf: Shelf) -> Heard | None:
    """What was noticed taken over or left by words that say so; None for other words, with which it is left."""
    if not state.noticed or len(scene.text.split()) > MOST_WORDS_OF_AN_ANSWER:
        return None
    chosen = which_ones(scene.text, len(state.noticed), shelf.vocabulary)
    if chosen is None:
        return None
    if not chosen:
        return same(state, LEFT, ask_again=state.pending is not None)
    return _taken(state, [each for n, each in enumerate(state.noticed, start=1) if n in chosen], shelf)


def unasked(state: SessionState) -> SessionState:
    """The state as other words than a yes or a no find it: the question that waited behind what was noticed was never
    put, so that they do not answer it."""
    return state.model_copy(update={"pending": None}) if state.noticed else state


def _taken(state: SessionState, taken: Sequence[Noticed], shelf: Shelf) -> Heard:
    profile = state.profile
    for each in taken:
        profile = _with(profile, each)
    profile = without_refused(profile, doubts(profile, profile))
    played = wording.understood(state.profile, profile, shelf.catalogue)
    pending = state.pending
    answered = pending is not None and profile.knows(pending.path)
    return Heard(
        profile=profile,
        asked=marked(state, pending, "answered") if answered else state.asked,
        lines=(played or "Noted.",),
        ask_again=pending is not None and not answered,
    )


def _with(profile: Profile, noticed: Noticed) -> Profile:
    moved = profile.with_fact(noticed.instead, None) if noticed.instead else profile
    return merge(moved, noticed.told).profile


def _noticed(known: Profile, scene: Scene, pointers: Sequence[Pointer], shelf: Shelf) -> Iterator[Noticed]:
    """What the pointers come to that is not known already, one for each fact."""
    for pointer in pointers:
        made = _made(known, scene, pointer, shelf)
        if made is None:
            continue
        after = _with(known, made)
        if after == known or any(each.refused for each in doubts(made.told, after)):
            continue
        yield made
        known = after


def _made(known: Profile, scene: Scene, pointer: Pointer, shelf: Shelf) -> Noticed | None:
    path, place = _address(pointer, shelf), place_of(pointer.quote, scene.text)
    if path is None or place is None:
        return None
    told = told_at(scene, place, shelf.questions.asking(path, shelf.catalogue), shelf.reader)
    if told is None or _is_known(known, told, path):
        return None
    instead = _stands_at(known, told.fact(path), path) if is_address(path) else None
    quote = scene.text[slice(*place)]
    return Noticed(quote=quote, told=told, line=_line(known, told, path, instead, quote, shelf), instead=instead)


def _address(pointer: Pointer, shelf: Shelf) -> FactPath | None:
    """The address that is pointed at; None for one that there is not."""
    path = FactPath(scope=pointer.work, name=pointer.fact)
    if path.scope != FIRM and all(each.id != path.scope for each in shelf.catalogue.processes):
        return None
    of_work = path.scope != FIRM and path.name == THE_WORK
    of_lists = is_list(path) and path.name != "processes"
    return path if of_work or of_lists or is_address(path) else None


def _is_known(known: Profile, told: Profile, path: FactPath) -> bool:
    """True where the house has read the same: the same words, or a figure that is close."""
    if is_list(path):
        held = " ".join(each.quote or "" for each in getattr(known, path.name)).casefold()
        return all((each.quote or "").casefold() in held for each in getattr(told, path.name))
    if path.name == THE_WORK:
        return known.process(path.scope) is not None
    one, other = known.fact(path), told.fact(path)
    if one is None or other is None:
        return False
    if one.is_number and other.is_number:
        return max(one.low, other.low) - min(one.high, other.high) <= CLOSE * max(one.high, other.high)
    return one.value == other.value or (isinstance(one.value, str) and isinstance(other.value, str))


def _stands_at(known: Profile, fact: Fact | None, path: FactPath) -> FactPath | None:
    """Where the house has put the same figure of the same words, if it did."""
    if fact is None or not fact.is_number or not fact.quote:
        return None
    for each in known.quantities:
        here = FactPath(scope=each.process_id or FIRM, name=each.slot or "")
        if each.quote == fact.quote and each.slot and here != path and known.fact(here):
            return here
    return None


def _line(known: Profile, told: Profile, path: FactPath, instead: FactPath | None, quote: str, shelf: Shelf) -> str:
    """One thing that was noticed, in words."""
    if path.scope == FIRM and is_list(path):
        return f"“{quote}”: {_LISTED[path.name]}"
    if path.name == THE_WORK:
        return f"“{quote}”: {shelf.catalogue.process(path.scope).name}"
    said = f"“{quote}”: {_said(path, told.fact(path), known, shelf)}"
    stood = known.fact(path)
    if stood is not None:
        return f"{said}, and not {_value(path, stood, known, shelf)}"
    return f"{said}; I had taken it for {_label(instead, shelf)}" if instead else said


_LISTED = {"goals": "what you want", "strengths": "why they come to you", "tools": "a tool that you use"}


def _said(path: FactPath, fact: Fact | None, known: Profile, shelf: Shelf) -> str:
    return f"{_label(path, shelf)}: {_value(path, fact, known, shelf)}" if fact else _label(path, shelf)


def _label(path: FactPath, shelf: Shelf) -> str:
    kind = shelf.catalogue.process(path.scope) if path.scope != FIRM else None
    label = shelf.plan_words.of(path.name, kind).label
    return label if kind is None or kind.name in label or kind.items in label else f"{kind.name}, {label}"


def _value(path: FactPath, fact: Fact, known: Profile, shelf: Shelf) -> str:
    currency = str(known.business.currency.value) if known.business.currency else ""
    unit = shelf.plan_words.of(path.name, None).unit
    return say_fact(fact, unit if unit in UNITS else "", currency)
