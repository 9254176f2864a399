"""What the vendor promises: which evidence it gives, and what the owner's own numbers make of it."""

from __future__ import annotations

from typing import Literal

from assistant.domain.facts import Fact
from assistant.domain.proposal import Claim
from assistant.vendors.paper import SURE, Paper
from assistant.vendors.recompute import OwnNumbers, Recomputed, recomputed
from assistant.vendors.segments import Segment

_CLAIM = "claim: "
ClaimKind = Literal["roi_claim", "ai_claim", "saving_claim", "headcount_claim"]


def read_claims(paper: Paper, own: OwnNumbers) -> tuple[tuple[Claim, Recomputed | None], ...]:
    """Every claim that has a figure or speaks of staff, with its recomputation, in order of the text."""
    found: list[tuple[Claim, Recomputed | None]] = []
    for segment in paper.of("roi_claim", "ai_claim"):
        text = paper.masked(segment)
        figures = tuple(each for each in text.figures if each.mention)
        if figures or _said(paper, segment):
            again = recomputed(text.text, figures, own, paper.vocabulary.offer)
            found.append((_claim(paper, segment, again), again))
    return tuple(found)


def promise_facts(claims: tuple[tuple[Claim, Recomputed | None], ...]) -> dict[str, Fact | None]:
    """The facts about promises that the rules judge; the least backed claim decides."""
    if not claims:
        return {"claim_evidence": None, "claimed_over_likely": None, "promise": None}
    order = {"bare": 0, "part": 1, "given": 2}
    weakest = min((each for each, _ in claims), key=lambda each: order[_strength(each)])
    ratios = [again.over_likely for _, again in claims if again and again.over_likely is not None]
    strength = _strength(weakest)
    said = {"bare": "a figure without evidence", "part": "part of the evidence is missing", "given": "with evidence"}
    return {
        "claim_evidence": Fact(value=strength, quote=weakest.quote, basis="vendor"),
        "claimed_over_likely": Fact(value=max(ratios), quote=weakest.quote, basis="computed") if ratios else None,
        "promise": Fact(value=said[strength], quote=weakest.quote, basis="vendor"),
    }


def _strength(claim: Claim) -> str:
    return {"backed": "given", "partly": "part"}.get(claim.verdict.split(" ")[0].rstrip(":"), "bare")


def _claim(paper: Paper, segment: Segment, again: Recomputed | None) -> Claim:
    text = paper.masked(segment).text
    words = paper.vocabulary.offer
    absent = [name for name, pattern in words.group("evidence").items() if not pattern.search(text.lower())]
    bare = bool(_said(paper, segment) - {"with evidence"})
    told = "with evidence" in _said(paper, segment)
    if len(absent) <= 1 and not bare:
        verdict = "backed: it says what was measured, on whom and when"
    elif (len(absent) <= 2 or told) and not bare:
        verdict = f"partly backed: it does not say {' or '.join(absent)}"
    else:
        verdict = f"not backed: it does not say {', '.join(absent) or 'for whom it holds'}"
    if again and again.over_likely and again.over_likely > 2:
        verdict = f"not backed: {again.over_likely:g} times what your own numbers allow"
    return Claim(
        quote=segment.text,
        kind=_kind(paper, segment, text),
        claimed=again.claimed if again else segment.words[:160],
        recomputed=again.recomputed if again else None,
        gap_explained_by=again.gap if again else None,
        verdict=verdict,
        start=segment.start,
        end=segment.end,
    )


def _said(paper: Paper, segment: Segment) -> frozenset[str]:
    """What a claim rests on, by the ways in which claims are made: "up to", "guaranteed", "with evidence" ..."""
    heard = paper.heard.get(segment.start)
    said = heard.says if heard else {}
    return frozenset(name.removeprefix(_CLAIM) for name, share in said.items() if share >= SURE and _CLAIM in name)


def _kind(paper: Paper, segment: Segment, text: str) -> ClaimKind:
    words = paper.vocabulary.offer
    if "replaces staff" in _said(paper, segment):
        return "headcount_claim"
    if words.hit("return", text):
        return "roi_claim"
    if words.hit("saving", text) or not paper.is_a(segment, "ai_claim"):
        return "saving_claim"
    return "ai_claim"
