"""What an owner supposes, as changes of what is known: "what if volume doubles", "without the chatbot"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.flips import Change, WhatIf
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question
from assistant.language import relative
from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading import supposed_figures
from assistant.reading.aimed import HEADCOUNT, OFFERS, Ground, as_known, spoken_works, work_named, works_in
from assistant.reading.comings import alone, coming
from assistant.reading.reader import Reader
from assistant.reading.ruled_out import names_tool, ruled_out, ways_named
from assistant.reading.scene import Scene, make_scene
from assistant.reading.supposed_traits import traits
from assistant.reading.supposing import Supposed, supposed

UNREAL = re.compile(r"\b(?:would|could|might|should|were to|was to)\s+(?!you\b)|(?<=\w)['’]d\b", re.IGNORECASE)
"""What makes a clause unreal and changes nothing of what it tells."""
PARTS = re.compile(
    r"[,;]\s+(?!not\b|instead\b|rather\b)|\.\s+|\b(?:and|but|while|plus)\b(?!\s+(?:an?\s+)?(?:half|quarter)\b)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween\s+\S+\s+(?:\S+\s+)?$", re.IGNORECASE)
OWN = re.compile(r"\b(?:i|we|my|our|us|me)\b", re.IGNORECASE)
SHARES = ("exception_share", "error_rate", "digital_input", "rule_based")
NEVER_NOTHING = ("items_per_week", "hours_per_week", "minutes_per_item", "wage_per_hour", "headcount")
WHY = re.compile(r"\W*(?:and |but |so )?(?:why|how|who|what (?:is|are|does|do|about))\b|\W*what['’]s", re.IGNORECASE)
"""Heads of questions to the books."""
SUBJECT = 3
"""Words within which the subject of a clause stands."""
BESIDE = 4
"""Words between the name of work and what tells that it comes on top."""
THE_PERIOD = re.compile(r"(?<=\d) the (?=(?:hour|day|week|month|year)\b)", re.IGNORECASE)
"""A period as many who learnt English later put it: 28 the hour."""


class Hearing:
    """Reads what one text supposes; `known` is what stands, `ways` are those that are advised now."""

    def __init__(self, scene: Scene, known: Profile, reader: Reader, spoken: str | None, ways: Sequence[str]) -> None:
        self._scene = scene
        self._known = known
        self._reader = reader
        self._spoken = spoken
        self._ways = ways

    def what_if(self, pending: Question | None) -> tuple[WhatIf, int] | None:
        """What is supposed, and where its words begin; None where nothing is, or where the words answer a question.

        Where it is of the own case and no known fact carries it, it changes nothing.
        """
        heard = supposed(self._scene) if self._known.processes else None
        if heard is None:
            return self._asked_without() if self._known.processes else None
        plain = make_scene(THE_PERIOD.sub(" a ", UNREAL.sub("", heard.words)), self._reader)
        words = self._scene.text[heard.start :].strip()
        added = self._added(plain)
        changes = tuple(self._kept(words, self._changes(plain, self._with(added))))
        made = WhatIf(words=words, changes=changes, without=ruled_out(plain, self._known, self._ways), added=added)
        if made.changes_something:
            told = self._answers(made, pending, heard) or self._asks_worth(made, plain, heard)
            return None if told else (made, heard.start)
        return (made, heard.start) if self._is_own(plain, heard) else None

    def _asked_without(self) -> tuple[WhatIf, int] | None:
        """A question that rules a way out: is there one that needs no chatbot?"""
        last = self._scene.sentences[-1]
        if not last.text.rstrip().endswith("?") or WHY.match(last.text):
            return None
        without = ruled_out(make_scene(last.text, self._reader), self._known, self._ways)
        return (WhatIf(words=last.text, without=without), last.start) if without else None

    def _answers(self, made: WhatIf, pending: Question | None, heard: Supposed) -> bool:
        """True for "if it helps, two hours" and "say we do 40 a week", where something was asked: what is not asked
        itself answers; and so does what asks, where it is the figure that was wanted, or the only one told."""
        if pending is None or heard.strong or made.without or made.added:
            return False
        if not heard.asks:
            return True
        if self._known.knows(pending.path):
            return False
        if any(each.path == pending.path for each in made.changes):
            return True
        alone = len(made.changes) == len(self._scene.mentions) == 1 and not heard.asks
        return alone and pending.plausible is not None and made.changes[0].path.scope in (pending.path.scope, FIRM)

    def _asks_worth(self, made: WhatIf, plain: Scene, heard: Supposed) -> bool:
        """True for "and the chatbot for 180 a month?", which asks whether that is worth it."""
        priced = all(each.path.name in OFFERS for each in made.changes) and not made.without
        return priced and not (heard.strong or heard.leads) and bool(ways_named(plain, self._known, self._ways))

    def _is_own(self, plain: Scene, heard: Supposed) -> bool:
        """True where something of the own case is supposed, though no fact carries it."""
        if names_tool(plain, self._known, self._ways):
            return False
        head = " ".join(plain.text.split()[:SUBJECT])
        outside = any(each.start < len(head) for each in plain.cues.get("outsiders", ()))
        own = (heard.leads or heard.strong) and OWN.search(plain.text) is not None and not outside
        return own or (heard.asks and bool(relative.find(plain.text, plain.mentions)))

    def _kept(self, words: str, changes: Iterator[Change]) -> Iterator[Change]:
        """The first change of each fact that can be and is one, with the owner's words."""
        seen: set[FactPath] = set()
        for each in changes:
            if each.path in seen or not self._can_be(each):
                continue
            seen.add(each.path)
            yield each.model_copy(update={"fact": each.fact.model_copy(update={"quote": words, "basis": "owner"})})

    def _can_be(self, change: Change) -> bool:
        name, fact, held = change.path.name, change.fact, self._known.fact(change.path)
        if fact.is_number and (fact.low < 0 or (name in SHARES and fact.high > 1)):
            return False
        if fact.is_number and name in NEVER_NOTHING and fact.high <= 0:
            return False
        return held is None or held.value != fact.value

    def _with(self, added: Sequence[str]) -> Profile:
        """What is known, and work that would come on top."""
        names = self._reader.lexicon.names
        works = (Process(id=each, name=names[each]) for each in added)
        return self._known.model_copy(update={"processes": (*self._known.processes, *works)})

    def _changes(self, plain: Scene, known: Profile) -> Iterator[Change]:
        ground = Ground(known, self._spoken)
        for piece in self._pieces(plain):
            here = make_scene(piece, self._reader)
            yield from self._of_piece(here, ground)
            named = spoken_works(here, ground)
            ground = replace(ground, carried=named) if works_in(here, known) else ground
        yield from traits(plain, Ground(known, self._spoken))

    def _of_piece(self, here: Scene, ground: Ground) -> Iterator[Change]:
        yield from self._people(here)
        turned = relative.find(here.text, here.mentions)
        taken = [each.step for each in turned if each.step]
        for each in turned:
            share = each.is_part and any(here.cues.get(cue) for cue in ("exceptions", "paper", "digital", "errors"))
            over = [one for one in here.mentions if one.start < each.end and each.start < one.end]
            if not share:
                taken += over
                yield from supposed_figures.changed(here, ground, each)
        if coming(here) is not None:
            taken += [each for each in here.mentions if each.kind in ("count", "number") and not each.per]
        yield from supposed_figures.told(here, ground, taken)
        yield from supposed_figures.nothing(here, ground)

    def _people(self, here: Scene) -> Iterator[Change]:
        held, more = self._known.fact(HEADCOUNT), coming(here)
        if held is None or not held.is_number:
            return
        if more:
            low, high = max(held.low + more, 1.0), max(held.high + more, 1.0)
            yield Change(path=HEADCOUNT, fact=Fact(value=low if low == high else (low, high), unit="people"))
        elif alone(here) and not here.mentions:
            yield Change(path=HEADCOUNT, fact=Fact(value=1.0, unit="people"))

    def _pieces(self, plain: Scene) -> list[str]:
        """The parts of the words that tell something each; what tells nothing goes with what follows."""
        cuts = [0]
        for found in PARTS.finditer(plain.text):
            inside = any(each.start < found.end() and found.start() < each.end for each in plain.mentions)
            if not inside and not BETWEEN.search(plain.text[: found.start()]):
                cuts.append(found.start())
        parts = [plain.text[a:b] for a, b in zip(cuts, [*cuts[1:], len(plain.text)], strict=True)]
        pieces: list[str] = []
        held = ""
        for part in parts:
            held += part
            here = make_scene(held, self._reader)
            if here.mentions or relative.find(held, here.mentions) or coming(here) is not None:
                pieces, held = [*pieces, held], ""
        if pieces and held:
            pieces[-1] += held
        return [each.strip(" ,;.") for each in pieces or [held]]

    def _added(self, plain: Scene) -> tuple[str, ...]:
        """Kinds of work that would come on top: named, not known, and told to be on top or how much of it there is."""
        on_top = plain.has("on_top_work", Piece(plain.text, 0, len(plain.text)))
        new = [each.key for each in work_named(plain) if as_known(plain, each.key, self._known) is None]
        measured = [each for each in plain.mentions if each.per in measures().weeks_of]
        if not new or not (measured or on_top):
            return ()
        if works_in(plain, self._known) and not any(self._is_on_top(plain, each) for each in plain.named_work):
            return ()
        return (max(new, key=lambda key: _reach(plain, key)),)

    def _is_on_top(self, plain: Scene, work: Match) -> bool:
        """True where work that is not known is told to come on top right beside its name."""
        if as_known(plain, work.key, self._known) is not None:
            return False
        cues = plain.cues.get("on_top_work", ())
        gaps = [
            plain.text[work.end : each.start] if each.start >= work.end else plain.text[each.end : work.start]
            for each in cues
        ]
        return any(len(gap.split()) < BESIDE and "," not in gap for gap in gaps)


def _reach(scene: Scene, key: str) -> int:
    """How many words name a kind of work."""
    return max(each.words for each in scene.named_work if each.key == key)
