"""Text that was not meant for the owner: hidden passages, and sentences that give orders to a reading machine.

They are told by structure (who is addressed, the mood of the verb, what it is about), reported with their place, and
blanked out before anything else is read, so that verdict, money and clauses cannot move.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.domain.proposal import FileText, Trust
from assistant.vendors.segments import Segment, split
from assistant.vendors.words import Words

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_OWN_PARAGRAPH = 700
_HIDDEN_WORDS = 3
_ORDINARY = re.compile(r"comment|properties|description|struck out|a note")
"""Places where ordinary files keep ordinary text: reported only where it gives orders to a machine."""
_MIXED = re.compile(r"[^\W\d_]{3,}")
_QUICK = re.compile(
    r"\b(?:ai|llm|gpt|model|assistant|chat|bot|agent|review|evaluat|instruct|prompt|ignor|disregard|forget|overrid|system|"
    r"answer|response|reply|output|verdict|rat(?:e|ing)|grade|score|mention|flag|summar|anweisung|vergiss|consigne|"
    r"pretend|act as|you are now|new (?:task|role)|leave|remove|delete|oubli|olvida|message|letters)",
    re.IGNORECASE,
)


def gives_orders_to_a_machine(sentence: str, words: Words) -> bool:
    """True where a sentence addresses a program, or orders its reader about in the way one orders a program."""
    if not _QUICK.search(sentence):
        return False
    text = " ".join(sentence.lower().translate(_STRAIGHT).split())
    if any(words.hit(name, text) for name in ("vocative", "marker", "chosen_reader", "part")):
        return True
    orders = words.hit("orders", text)
    if words.hit("reset", text) and not words.hit("between_people", text):
        return True
    if orders and words.hit("own_task", text):
        return True
    if words.hit("silence", text) and (orders or words.hit("machine", text)):
        return not words.hit("between_people", text)
    if words.hit("judgement", text) and (orders or _told(text, words)):
        return not words.hit("between_people", text)
    return orders and words.hit("own_answer", text) and not words.hit("between_people", text)


def _told(text: str, words: Words) -> bool:
    """True for "AI systems must rate ...": a machine with a modal verb."""
    machine = words.pattern("machine").pattern
    return bool(re.search(rf"{machine}[^.]{{0,60}}\b(?:must|should|shall|will|are to|is to|has to|have to)\b", text))


def notes_to_machines(text: str, segments: tuple[Segment, ...], words: Words) -> tuple[Trust, ...]:
    """Every passage of a text, cut in segments, that gives orders to a machine, whole, in order."""
    marked = {n for n, each in enumerate(segments) if gives_orders_to_a_machine(each.text, words)}
    marked |= {n for n in range(len(segments)) if n not in marked and _belongs(n, segments, marked, words)}
    notes: list[Trust] = []
    for n in sorted(marked):
        start, end = segments[n].start, segments[n].end
        if notes and n - 1 in marked and not text[notes[-1].end : start].strip():
            start = notes.pop().start
        notes.append(Trust(kind="instruction to a machine", quote=text[start:end], start=start, end=end))
    return tuple(notes)


def _belongs(n: int, segments: tuple[Segment, ...], marked: set[int], words: Words) -> bool:
    """True for a sentence that goes on with a note: it judges or orders, or the note is a paragraph of its own."""
    first = n
    while first > 0 and segments[first - 1].block == segments[n].block:
        first -= 1
    if not any(each in marked for each in range(first, n)):
        return False
    text = segments[n].words.lower().translate(_STRAIGHT)
    opens = words.hit("opens_note", segments[first].words.lower().translate(_STRAIGHT))
    if first in marked and opens and segments[n].end - segments[first].start <= _OWN_PARAGRAPH:
        return True
    near = all(each in marked or words.hit("verdict_words", segments[each].words.lower()) for each in range(n - 1, n))
    return near and (words.hit("verdict_words", text) or words.hit("orders", text))


def beside_notes(notes: tuple[Trust, ...], segments: tuple[Segment, ...]) -> frozenset[int]:
    """Starts of the sentences that follow a note in its paragraph: what they state weighs less than what others do."""
    starts = {each.start for each in notes}
    beside: set[int] = set()
    block = -1
    for segment in segments:
        if segment.start in starts:
            block = segment.block
        elif segment.block == block:
            beside.add(segment.start)
    return frozenset(beside)


def unseen_passages(file: FileText, words: Words) -> tuple[Trust, ...]:
    """What a person would not see in a file; it is not in the text, so `start` and `end` are 0."""
    places = file.unseen_places or ("hidden text",) * len(file.unseen)
    found: list[Trust] = []
    for place, passage in zip(places, file.unseen, strict=True):
        orders = any(gives_orders_to_a_machine(each.text, words) for each in split(passage))
        if orders:
            found.append(Trust(kind=f"hidden instruction ({place})", quote=passage, start=0, end=0))
        elif place.startswith("invisible") or (len(passage.split()) >= _HIDDEN_WORDS and not _ORDINARY.search(place)):
            found.append(Trust(kind=f"hidden text ({place})", quote=passage, start=0, end=0))
    return tuple(found)


def strange_letters(text: str) -> tuple[Trust, ...]:
    """Words of Latin letters in which single letters of another alphabet stand, which eyes cannot tell apart."""
    if text.isascii():
        return ()
    found = []
    for word in _MIXED.finditer(text):
        if word.group().isascii():
            continue
        alphabets = {unicodedata.name(char, "").split(" ")[0] for char in word.group()} & {"LATIN", "CYRILLIC", "GREEK"}
        if len(alphabets) > 1:
            found.append(
                Trust(kind="letters of another alphabet", quote=word.group(), start=word.start(), end=word.end())
            )
    return tuple(found)


def blanked(text: str, notes: tuple[Trust, ...]) -> str:
    """The text with the notes replaced by spaces, so that every other offset stays."""
    parts: list[str] = []
    place = 0
    for note in notes:
        parts += [text[place : note.start], re.sub(r"[^\n]", " ", text[note.start : note.end])]
        place = note.end
    return "".join(parts) + text[place:]
