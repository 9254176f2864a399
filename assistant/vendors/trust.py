"""Text that was not meant for the owner: hidden passages, and sentences that speak to a machine that may read along.

Which sentences do was learnt (training/papers, type machine_note), each read by itself. They are reported with their
place and blanked out before anything else is read, so that verdict, money and clauses cannot move.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.domain.proposal import FileText, Trust
from assistant.encoder import ClauseReader
from assistant.vendors.segments import Segment, split

SURE, WITH_OTHERS = 0.5, 0.02
"""Probabilities from which a sentence is such a note: by itself, and in the paragraph of one."""
NOTE = "machine_note"
SIEVED = 0.02
"""The share by the sieve from which a sentence is looked at closely."""
OWN_PARAGRAPH = 700
"""Characters of a paragraph that is a note as a whole."""
LEAST_WORDS = 4
"""Words below which a line says nothing to anybody, a rule to sign on, a greeting, but may belong to a note."""
_HEAD = re.compile(r"(?:from|to|cc|bcc|reply-to|sent|date|subject)\s*:", re.IGNORECASE)
_CHAT = re.compile(
    r"^\W{0,3}(?:system|assistant|user|developer|prompt)\s?(?:prompt|message|override)?\s?[:>\]]|"
    r"\[/?inst\]|<\|?(?:im_start|im_end|system|assistant|user|endoftext)",
    re.IGNORECASE,
)
"""The marks by which chats with a model are written down."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_HIDDEN_WORDS = 6
_ORDINARY = re.compile(r"comment|properties|description|struck out|a note")
"""Places where ordinary files keep ordinary text: reported only where it speaks to a machine."""
_MIXED = re.compile(r"[^\W\d_]{3,}")


def note_shares(segments: tuple[Segment, ...], reader: ClauseReader) -> list[float]:
    """How likely each segment speaks to a machine; 0 for those that the sieve passes over, unless they stand in the
    paragraph of one that does."""
    told = [n for n, each in enumerate(segments) if _may_be_told(each)]
    sieved = reader.sieve([segments[n].words for n in told])
    likely = [n for n, found in zip(told, sieved, strict=True) if found[NOTE] >= SIEVED or _is_chat(segments[n])]
    shares = [0.0 if _may_be_told(each) else WITH_OTHERS for each in segments]
    _read_into(shares, likely, segments, reader)
    beside = {each.block for each, share in zip(segments, shares, strict=True) if share >= SURE}
    _read_into(shares, [n for n in told if segments[n].block in beside and n not in {*likely}], segments, reader)
    return shares


def _read_into(shares: list[float], chosen: list[int], segments: tuple[Segment, ...], reader: ClauseReader) -> None:
    for n, share in zip(chosen, reader.notes([segments[n].words for n in chosen]), strict=True):
        shares[n] = 1.0 if _is_chat(segments[n]) else share


def _is_chat(segment: Segment) -> bool:
    return _CHAT.search(segment.words) is not None


def _may_be_told(segment: Segment) -> bool:
    """True for what may say something to a reader: enough words, and no head of an e-mail."""
    return len(_WORD.findall(segment.words)) >= LEAST_WORDS and not _HEAD.match(segment.words)


def notes_to_machines(text: str, segments: tuple[Segment, ...], reader: ClauseReader) -> tuple[Trust, ...]:
    """Every passage of a text, cut in segments, that speaks to a machine, whole, in order."""
    shares = note_shares(segments, reader)
    sure = {n for n, share in enumerate(shares) if share >= SURE}
    beside = {segments[n].block for n in sure}
    own = {segments[n].block for n in sure if _opens_a_paragraph(n, segments)}
    marked = {
        n
        for n, each in enumerate(segments)
        if n in sure or each.block in own or (shares[n] >= WITH_OTHERS and each.block in beside)
    }
    notes: list[Trust] = []
    for n in sorted(marked):
        start, end = segments[n].start, segments[n].end
        if notes and n - 1 in marked and not text[notes[-1].end : start].strip():
            start = notes.pop().start
        notes.append(Trust(kind="instruction to a machine", quote=text[start:end], start=start, end=end))
    return tuple(notes)


def _opens_a_paragraph(n: int, segments: tuple[Segment, ...]) -> bool:
    """True for the first sentence of a short paragraph: one that begins by speaking to a machine goes on doing so."""
    block = [each for each in segments if each.block == segments[n].block]
    return block[0] is segments[n] and block[-1].end - block[0].start <= OWN_PARAGRAPH


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


def unseen_passages(file: FileText, reader: ClauseReader) -> tuple[Trust, ...]:
    """What a person would not see in a file; it is not in the text, so `start` and `end` are 0."""
    places = file.unseen_places or ("hidden text",) * len(file.unseen)
    found: list[Trust] = []
    for place, passage in zip(places, file.unseen, strict=True):
        orders = max(note_shares(split(passage), reader), default=0.0) >= SURE
        if orders:
            found.append(Trust(kind=f"hidden instruction ({place})", quote=passage, start=0, end=0, place=place))
        elif place.startswith("invisible") or (len(passage.split()) >= _HIDDEN_WORDS and not _ORDINARY.search(place)):
            found.append(Trust(kind=f"hidden text ({place})", quote=passage, start=0, end=0, place=place))
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
