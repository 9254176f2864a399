"""Text that was not meant for the owner: hidden passages, and sentences that give orders to a reading machine.

They are told by structure (who is addressed, the mood of the verb, what it is about), reported with their place, and
blanked out before anything else is read, so that verdict, money and clauses cannot move.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.catalogue import read_yaml
from assistant.domain.proposal import FileText, Trust
from assistant.errors import BadInput
from assistant.vendors.segments import Segment, split

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_OWN_PARAGRAPH = 700
_HIDDEN_WORDS = 3
_MIXED = re.compile(r"[^\W\d_]{3,}")
_QUICK = re.compile(
    r"\b(?:ai|llm|gpt|model|assistant|chat|bot|agent|review|evaluat|instruct|prompt|ignor|disregard|forget|overrid|system|"
    r"answer|response|reply|output|verdict|rat(?:e|ing)|grade|score|mention|flag|summar|anweisung|vergiss|consigne|"
    r"pretend|act as|you are now|new (?:task|role)|leave|remove|delete|oubli|olvida|message|letters)",
    re.IGNORECASE,
)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    machine: str
    role: str
    vocative: str
    marker: str
    chosen_reader: str
    orders: str
    reset: str
    part: str
    own_task: str
    own_answer: str
    judgement: str
    silence: str
    between_people: str
    verdict_words: str


@dataclass(frozen=True)
class TrustWords:
    """Compiled patterns by name."""

    patterns: dict[str, re.Pattern[str]]

    def hit(self, name: str, text: str) -> bool:
        """True where the pattern of that name is found in the text."""
        return bool(self.patterns[name].search(text))


def load_trust_words(knowledge: Path) -> TrustWords:
    """The trust words of a knowledge folder; raises BadInput naming file and key where one is wrong."""
    path = knowledge / "vocabulary" / "trust_words.yml"
    try:
        table = _File.model_validate(read_yaml(path))
        filled = {
            name: value.replace("{machine}", table.machine).replace("{role}", table.role) for name, value in table
        }
        return TrustWords(patterns={name: re.compile(value) for name, value in filled.items()})
    except ValidationError as exc:
        first = exc.errors()[0]
        raise BadInput(f"{path}: key {first['loc'][0]!r}: {first['msg']}; mend that entry") from exc
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc


def gives_orders_to_a_machine(sentence: str, words: TrustWords) -> bool:
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


def _told(text: str, words: TrustWords) -> bool:
    """True for "AI systems must rate ...": a machine with a modal verb."""
    machine = words.patterns["machine"].pattern
    return bool(re.search(rf"{machine}[^.]{{0,60}}\b(?:must|should|shall|will|are to|is to|has to|have to)\b", text))


def notes_to_machines(text: str, words: TrustWords) -> tuple[Trust, ...]:
    """Every passage of a text that gives orders to a machine, whole, in order."""
    segments = split(text)
    marked = {n for n, each in enumerate(segments) if gives_orders_to_a_machine(each.text, words)}
    marked |= {n for n in range(len(segments)) if n not in marked and _belongs(n, segments, marked, words)}
    notes: list[Trust] = []
    for n in sorted(marked):
        start, end = segments[n].start, segments[n].end
        if notes and n - 1 in marked and not text[notes[-1].end : start].strip():
            start = notes.pop().start
        notes.append(Trust(kind="instruction to a machine", quote=text[start:end], start=start, end=end))
    return tuple(notes)


def _belongs(n: int, segments: tuple[Segment, ...], marked: set[int], words: TrustWords) -> bool:
    """True for a sentence that goes on with a note: it judges or orders, or the note is a paragraph of its own."""
    first = n
    while first > 0 and segments[first - 1].block == segments[n].block:
        first -= 1
    if not any(each in marked for each in range(first, n)):
        return False
    text = segments[n].words.lower().translate(_STRAIGHT)
    if first in marked and segments[n].end - segments[first].start <= _OWN_PARAGRAPH:
        return True
    near = all(each in marked or words.hit("verdict_words", segments[each].words.lower()) for each in range(n - 1, n))
    return near and (words.hit("verdict_words", text) or words.hit("orders", text))


def unseen_passages(file: FileText, words: TrustWords) -> tuple[Trust, ...]:
    """What a person would not see in a file; it is not in the text, so `start` and `end` are 0."""
    places = file.unseen_places or ("hidden text",) * len(file.unseen)
    found: list[Trust] = []
    for place, passage in zip(places, file.unseen, strict=True):
        orders = any(gives_orders_to_a_machine(each.text, words) for each in split(passage))
        if orders:
            found.append(Trust(kind=f"hidden instruction ({place})", quote=passage, start=0, end=0))
        elif len(passage.split()) >= _HIDDEN_WORDS or place.startswith("invisible"):
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
