"""The first day of a term where the form of the words names it: a label, "from" a day, the paper's own date.

What the reader takes for a start date stands beside these; a form that leaves no doubt counts before a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.vendors.figures import Masked
from assistant.vendors.paper import Paper
from assistant.vendors.roles import SURE, roles
from assistant.vendors.segments import Segment

_LABELLED, _IN_SENTENCE, _OF_PAPER = 1.0, 0.9, 0.6
"""How sure a start is: by its label, by the grammar of its sentence, by the date of the paper or of the signatures."""
_WHAT = (
    r"(?:contract|agreement|subscription|services?|licen[cs]e|order|(?:initial )?term|hire|rental|lease|billing|"
    r"sow|statement of work)"
)
_WEEKDAY = r"(?:(?:the )?\w+day,? )?"
_LABEL = re.compile(
    rf"^\W*(?:\(?(?:\d{{1,3}}|[a-z])(?:\.\d+)*[.)]? )?[\"“']?(?:the |its |your )?(?:(?:planned|agreed) )?(?:{_WHAT} )*"
    rf"(?:(?:start(?:ing)?|effective|commencement|inception|beginning)(?: date| day)?|(?:agreement|contract) date|"
    rf"starts|begins|commences|runs from|in force from|effective from)"
    rf"(?: (?:of|for) (?:the |this |your )?{_WHAT})?(?: \([^)]*\))?[\"”']?\W*"
    rf"(?:(?:is|means|shall be|will be|on|from) )?{_WEEKDAY}<T(?P<n>\d+)>"
)
_DEFINED = re.compile(r"<T(?P<n>\d+)>,? ?\((?:the |its )?[\"'](?:effective|start|commencement) date[\"']\)")
_EFFECTIVE = re.compile(
    rf"\b{_WHAT}\b[^.;<]{{0,60}}\b(?:made|entered into|effective)(?: and effective)?(?: as of| as from| from| on)? "
    rf"{_WEEKDAY}<T(?P<n>\d+)>"
)
_SPAN = re.compile(
    rf"^\W*(?:{_WHAT} )*(?:term|period|duration|runs|runs? for)\b[^.;]{{0,40}}?"
    rf"{_WEEKDAY}<T(?P<n>\d+)> ?(?:to|-|until|till|through|up to)(?: and including)? {_WEEKDAY}<T\d+>"
)
_FROM = re.compile(
    r"\b(?:from|starting|beginning|commencing|begins?|starts?|commences?|opens?|effective|as of|as from|ex)"
    rf"(?: on| with| and including| in)? {_WEEKDAY}<T(?P<n>\d+)>"
)
_PAPER = r"(?:offer|quote|quotation|letter|order(?: form)?|agreement|contract|proposal|document|form|paper|invoice)"
_ITS_DATE = re.compile(
    rf"\b(?:date|day) of (?:this|the|our) {_PAPER}\b|\bfrom (?:today|the date (?:above|hereof))\b|\btoday['’]s date\b"
)
_DATELINE = re.compile(
    rf"^(?:[^<|]{{0,60}}[,|:] ?)?(?:dated?(?: of (?:this |the )?{_PAPER})?\W*|issued (?:on )?|"
    rf"made (?:on |this )?|as of )?{_WEEKDAY}<T0>\W*$"
)
_SIGNED = re.compile(r"\b(?:counter-?)?(?:signed|signature|accepted)\b(?!.*\bby <T)")
_SIGNATURE = re.compile(r"\bsigned\b|\bsignature\b|\bon behalf of\b")
_SIGNATURE_WORDS, _BLOCK = 16, 4
"""Words of a line for a signature at most, and lines behind it that belong to it."""
_STARTS = re.compile(
    r"\b(?:from|start\w*|beg[iau]n\w*|commenc\w*|when|once|on|upon|after|as soon as|since|counted|reckoned|dated|"
    r"runs?|running|opens?|kicks?)\b"
)
_DEFINED_DAY = re.compile(r"\b(?:start(?:ing)?|effective|commencement) date\b")


@dataclass(frozen=True, slots=True)
class Start:
    """A first day of the term, the sentence that names it, and how surely."""

    day: date
    segment: Segment
    sure: float


def starts(paper: Paper) -> Iterator[Start]:
    """Every first day of the term that the form of a sentence names."""
    for segment in paper.segments:
        text = paper.masked(segment)
        if not text.of_kind("T"):
            continue
        labels = (each.search(text.text) for each in (_LABEL, _DEFINED, _SPAN))
        found, sure = next(filter(None, labels), None), _LABELLED
        if found is None and _has_term(paper, segment):
            found, sure = _FROM.search(text.text), _IN_SENTENCE
        if found is None:
            found, sure = _EFFECTIVE.search(text.text), _OF_PAPER
        day = text.figures[int(found.group("n"))].day if found else None
        if day:
            yield Start(day, segment, sure)
    if any(_ITS_DATE.search(each.words.lower()) and _is_about_term(paper, each) for each in paper.segments):
        yield from _datelines(paper)
    if any(_says(paper, each, "term_starts: signature") for each in paper.segments):
        yield from _signatures(paper)


def when_it_starts(words: str, said: str) -> str | None:
    """What a sentence says of when the term starts, checked by its words; None where they speak of no start.

    "From the start date in the order" names a day that stands elsewhere, whatever else it may sound like.
    """
    lower = words.lower()
    if not _STARTS.search(lower):
        return None
    return "date" if _DEFINED_DAY.search(lower) else said


def _has_term(paper: Paper, segment: Segment) -> bool:
    heard = paper.heard.get(segment.start)
    if heard is None:
        return False
    made = roles(segment.text, paper.figures(segment), heard.roles)
    return any(each.name == "term_months" and each.sure >= SURE for each in made)


def _is_about_term(paper: Paper, segment: Segment) -> bool:
    return _has_term(paper, segment) or _says(paper, segment, "term_starts: signature", "term_starts: date")


def _says(paper: Paper, segment: Segment, *said: str) -> bool:
    heard = paper.heard.get(segment.start)
    return heard is not None and any(heard.says.get(each, 0.0) >= SURE for each in said)


def _datelines(paper: Paper) -> Iterator[Start]:
    """The date of the paper: the first line that is a date and nothing else but a place or a label."""
    for segment in paper.segments:
        text = paper.masked(segment)
        if _DATELINE.search(text.text) and (day := _first_day(text)):
            yield Start(day, segment, _OF_PAPER)
            return


def _signatures(paper: Paper) -> Iterator[Start]:
    """The day of the last signature, where the lines for signatures were filled in."""
    signed, lines = [], 0
    for each in paper.segments:
        text = paper.masked(each)
        short = len(each.words.split()) <= _SIGNATURE_WORDS
        lines = _BLOCK if short and _SIGNATURE.search(text.text) else lines - 1
        of_block = lines >= 0 and _DATELINE.search(text.text)
        if short and (_SIGNED.search(text.text) or of_block) and (day := _first_day(text)):
            signed.append((day, each))
    if signed:
        day, segment = max(signed, key=lambda each: each[0])
        yield Start(day, segment, _OF_PAPER)


def _first_day(text: Masked) -> date | None:
    return next((each.day for each in text.of_kind("T")), None)
