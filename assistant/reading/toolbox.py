"""Tools in use, by the names of the catalogue or by the name the owner gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.profile import Tool
from assistant.language.matching import Match, is_literal
from assistant.language.measures import measures
from assistant.language.tokens import Tokens
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied, stance_of

VERB_SUBJECTS = (("i",), ("we",), ("they",), ("you",))
"""After these a name is a verb: I reckon, they make."""
LISTED = (",", "and", "&", "+", "/")
"""Between the names of a list: Slack, Notion and Trello."""
WORDS_BEFORE_NAME = 6
"""Words that may stand between a verb of using and the name: "we use a web-based program called X"."""


def tools(scene: Scene) -> tuple[Tool, ...]:
    """The tools that the firm uses, once each; those refused, planned, given up or another's are left out."""
    found: dict[str, Tool] = {}
    named = list(_named(scene))
    listed = [each for each in scene.named_tools if is_literal(each, scene.text)]
    for match in listed:
        first = _without_verb(scene, match)
        inside = any(
            start <= first and match.end <= end and len(name) > match.end - first for name, start, end in named
        )
        if inside or not _in_use(scene, first, match.end):
            continue
        kind = next(each.kind for each in scene.catalogue.tools if each.name == match.key)
        said = scene.text[first : match.end]
        tool = Tool(name=_name(match.key, said), quote=said, kind=kind)
        if match.key not in found or (tool.name == match.key and found[match.key].name != match.key):
            found[match.key] = tool
    given_up = [(each.start, each.end) for each in scene.tags("notool")]
    tagged = [(scene.text[each.start : each.end], each.start, each.end) for each in scene.tags("tool")]
    for name, start, end in [*named, *tagged]:
        part_of_a_word = scene.text[end : end + 1] == "-"  # web-based
        is_named = re.match(r"\s*(?:called|named)\b", scene.text[end:]) is not None  # a program called X
        if part_of_a_word or is_named or any(first < end and start < last for first, last in given_up):
            continue
        taken = any(each.start <= start and end <= each.end for each in listed)
        known = any(
            each.quote and (each.quote.lower() in name.lower() or name.lower() in each.quote.lower())
            for each in found.values()
        )
        if not taken and not known and _in_use(scene, start, end):
            found.setdefault(name.lower(), Tool(name=name, quote=scene.text[start:end]))
    return tuple(found.values())


def _without_verb(scene: Scene, match: Match) -> int:
    """Where the name begins in words that are told with their verb, as "use Slack" is."""
    verb = re.match(r"[a-z]+\s+(?=[A-Z])", scene.text[match.start : match.end])
    return match.start + (verb.end() if verb else 0)


def _name(listed: str, said: str) -> str:
    """The listed name where the owner's is a way of writing it (quick books), else the owner's own."""
    plain, own = ("".join(filter(str.isalnum, name.lower())) for name in (listed, said))
    return listed if own in plain or plain in own or plain[:4] == own[:4] else said


def _in_use(scene: Scene, start: int, end: int) -> bool:
    if is_denied(scene, start) or stance_of(scene, start, end) != "fact":
        return False
    sentence = scene.sentence(start)
    if scene.has("past_attempt", sentence) or scene.words_before(start, 1)[:1] in VERB_SUBJECTS:
        return False
    wish = scene.cue("wants_tool", sentence.start, start)
    return wish is None or scene.clause(start).start > wish.end


def _named(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """Names of products that no list has: a run of capitals after a verb of using, as English writes names."""
    tokens = Tokens(scene.text)
    starts = {token.start: index for index, token in enumerate(tokens.all)}
    for cue in scene.cues.get("using", ()):
        at = starts.get(cue.start, len(tokens))
        while at < len(tokens) and tokens.all[at].start < cue.end:
            at += 1
        name = _name_from(tokens, at)
        while name is not None:
            first, last = name
            start, end = tokens.all[first].start, tokens.all[last].end
            yield scene.text[start:end], start, end
            name = _next_listed(tokens, last + 1)


def _next_listed(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The next name of a list; what does something is no name: "Xero, Bob does the invoices"."""
    linked = at
    while tokens.lower(linked) in LISTED:
        linked += 1
    if linked == at or not tokens.capital(linked):
        return None
    name = _name_from(tokens, linked)
    if name is None:
        return None
    after = name[1] + 1
    plain = tokens.is_sign(after) or tokens.lower(after) in (*LISTED, "for", "to", "on", "in", "with", "but", "or")
    return name if plain else None


def _name_from(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The first and last token of the capitals that follow within a few plain words, or None."""
    lists = measures()
    for first in range(at, min(at + WORDS_BEFORE_NAME, len(tokens))):
        if tokens.is_sign(first) and tokens.lower(first) != "-":
            return None
        if not tokens.capital(first):
            continue
        lower = tokens.lower(first)
        if lower.startswith("i'") or lower in lists.function_words or lower in lists.weekdays or lower in lists.months:
            return None
        last = first
        while tokens.capital(last + 1) or (tokens.is_figure(last + 1) and tokens.is_sign(last + 2)):
            last += 1
        return (first, last) if tokens.all[last].end - tokens.all[first].start > 2 else None
    return None
