"""Facts of the whole firm: trade, people, country, money, growth, pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.facts import Fact
from assistant.domain.profile import Business
from assistant.language.matching import Match, find, longest, stemmed
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.people import headcount
from assistant.reading.places import country_of
from assistant.reading.placing import Placed
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

OUR_OWN = r"\b(?:i|we)(?:'m| am| are|'re| run| own| have| started)?\b[^.]{0,40}$|\b(?:my|our) (?:\w+ ){0,2}$"
FOR_OTHERS = r"\b(?:for|to|supply|serve|from|with)\s+(?:\w+\s+){0,2}$"
DETERMINED = r"\b(?:my|our|an?|the)\s+(?:own\s+)?$"
# English names people who do a job by these endings: "my plumber" serves the firm, "my bakery" is the firm.
AGENT = r"(?:er|or|ant|ist|ian|ney)s?$"
ASKED = r"\b(?:asked|spoke to|talked to|interviewed)\b"
CUSTOMERS = ("customers", "clients", "guests", "regulars", "patients")


def business(scene: Scene, placed: Sequence[Placed]) -> Business:
    """What a text says about the firm as a whole."""
    free = [each.mention for each in placed if each.slot is None]
    return Business(
        industry=_industry(scene),
        headcount=headcount(scene),
        country=_country(scene),
        currency=_currency(scene),
        revenue_per_year=_money(scene, free, "revenue"),
        growth_per_year=_growth(scene, free),
        change_within_months=_change(scene),
        wage_per_hour=_wage(scene, free),
        free_cash=_money(scene, free, "cash"),
        own_accounts=_accounts(scene),
        customers_asked=_customers_asked(scene),
    )


def _industry(scene: Scene) -> Fact | None:
    """The trade, told by its own words; a trade that the firm works for or buys from is not its own."""
    best: tuple[float, Match] | None = None
    for match in longest(find(scene.stems, scene.lexicon.industries)):
        told = stance_of(scene, match.start, match.end) not in ("other firm", "vendor", "denied")
        if not told or _is_bought_in(scene, match):
            continue
        score = _likely_own(scene, match)
        if score > 0 and (best is None or score > best[0]):
            best = (score, match)
    if best is None:
        return _industry_in_pieces(scene)
    return Fact(value=best[1].key, quote=scene.text[best[1].start : best[1].end])


def _industry_in_pieces(scene: Scene) -> Fact | None:
    """The trade told by both words of its name apart: a shop selling bikes, I clean offices."""
    for sentence in scene.sentences:
        if not scene.has("firm_cues", sentence) and sentence != scene.sentences[0]:
            continue
        stems = set(stemmed(sentence.text).stems)
        for pair, industry_id in scene.lexicon.industry_pairs:
            if pair <= stems:
                return Fact(value=industry_id, quote=sentence.text)
    return None


def _likely_own(scene: Scene, match: Match) -> float:
    """How likely a trade is the firm's own: told early, beside "I run a", and not after "for"."""
    sentence = scene.sentence(match.start)
    before = scene.text[sentence.start : match.start].lower()
    score = 1.0 + 0.1 * match.words - match.start / max(len(scene.text), 1)
    if scene.cue("firm_cues", sentence.start, match.end) is not None or re.search(OUR_OWN, before):
        score += 2
    if re.search(FOR_OTHERS, before):
        score -= 3
    return score


def _is_bought_in(scene: Scene, match: Match) -> bool:
    """True for "our accountant", "my plumber": a person with a determiner who is not the speaker."""
    if scene.right_before("firm_cues", match.start, words_between=3) is not None:
        return False
    person = re.search(AGENT, scene.text[match.start : match.end].lower())
    return (
        person is not None
        and re.search(DETERMINED, scene.text[max(match.start - 14, 0) : match.start].lower()) is not None
    )


def _country(scene: Scene) -> Fact | None:
    told = country_of(scene, scene.places)
    return Fact(value=told.code, quote=told.quote) if told else None


def _currency(scene: Scene) -> Fact | None:
    """The currency of the first amount; a bare dollar is the dollar of the country where that is known."""
    for mention in scene.mentions:
        if mention.kind != "money" or not mention.unit or stance_of(scene, mention.start, mention.end) == "other firm":
            continue
        country = _country(scene)
        known = scene.catalogue.country(str(country.value)) if country else None
        sign = "$" if mention.unit == "USD" and "us" not in mention.quote.lower() else mention.unit
        if known is not None and known.symbol == sign:
            return Fact(value=known.currency, quote=mention.quote)
        if mention.unit.isupper():  # a sign of several countries' money tells nothing alone
            return Fact(value=mention.unit, quote=mention.quote)
    return None


def _beside(scene: Scene, mention: Mention, cue: str) -> bool:
    clause = scene.clause(mention.start)
    return scene.cue(cue, clause.start, max(clause.end, mention.end)) is not None


def _told_beside(scene: Scene, free: Sequence[Mention], kind: str, cue: str) -> Iterator[Mention]:
    for mention in free:
        told = mention.kind == kind and _beside(scene, mention, cue)
        if told and stance_of(scene, mention.start, mention.end) == "fact":
            yield mention


def _money(scene: Scene, free: Sequence[Mention], cue: str) -> Fact | None:
    """Yearly sales, or the sum that lies on the account."""
    for mention in _told_beside(scene, free, "money", cue):
        if mention.per and mention.per not in measures().weeks_of:
            continue
        if cue == "revenue":
            return figures.money_per_year(mention)
        return figures.fact_of(mention, mention.value, mention.unit)
    return None


def _growth(scene: Scene, free: Sequence[Mention]) -> Fact | None:
    for cue, sign in (("growth_up", 1), ("growth_down", -1)):
        for mention in _told_beside(scene, free, "percent", cue):
            low, high = sorted((sign * mention.low / 100, sign * mention.high / 100))
            return figures.fact_of(mention, low if low == high else (low, high), "share a year")
    return None


def _wage(scene: Scene, free: Sequence[Mention]) -> Fact | None:
    for mention in _told_beside(scene, free, "money", "wage"):
        if mention.per == "hour" and not _beside(scene, mention, "charge"):
            return figures.fact_of(mention, mention.value, f"{mention.unit} an hour".strip())
    return None


def _change(scene: Scene) -> Fact | None:
    """Months until the firm changes what or how it sells, where a length of time is said beside the change."""
    for match in scene.cues.get("change_ahead", ()):
        sentence = scene.sentence(match.start)
        for mention in scene.figures(sentence):
            months = {"weeks": 0.23, "months": 1.0, "years": 12.0}.get(mention.unit)
            if months and figures.is_ahead(scene.text[sentence.start : mention.start]):
                return figures.fact_of(mention, round(mention.high * months, 1), "months")
        if re.search(r"\bnext year\b", sentence.text, re.IGNORECASE):
            return Fact(value=12.0, unit="months", quote=scene.quote(match.start, match.end))
    return None


def _accounts(scene: Scene) -> Fact | None:
    for cue, value in (("shared_login", False), ("own_login", True)):
        for match in scene.cues.get(cue, ()):
            if stance_of(scene, match.start, match.end) == "fact":
                return Fact(value=value, quote=scene.quote(match.start, match.end))
    return None


def _customers_asked(scene: Scene) -> Fact | None:
    """How many customers were asked: "we asked ten customers"; none where the owner says that nobody was."""
    for mention in scene.mentions:
        head = mention.unit.split(" ")[-1] if mention.unit else ""
        before = " ".join(reversed(scene.words_before(mention.start, 3)))
        if head in CUSTOMERS and re.search(ASKED, before):
            return figures.fact_of(mention, mention.value, "customers")
    denied = next(iter(scene.cues.get("denied_ask", ())), None)
    if denied is None:
        return None
    return Fact(value=0.0, unit="customers", quote=scene.text[denied.start : denied.end])
