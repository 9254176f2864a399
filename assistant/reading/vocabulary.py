"""How owners say things: the word lists of knowledge/vocabulary/cues.yml."""

from __future__ import annotations

from pathlib import Path

from assistant.catalogue import read_noun
from assistant.domain.facts import Noun
from assistant.reading.replies import Replies

Phrases = tuple[str, ...]


UNMATCHED = (
    "undo",
    "beside_undo",
    "beside_numbers",
    "signers",
    "signed_papers",
    "beside_signed",
    "around_signed",
    "finer_work",
    "means_work",
    "work_words",
    "item_words",
    "foreign",
    "negators",
    "light_words",
    "habits",
    "names_price",
    "small_words",
)
"""Lists that are looked up and not searched for."""


class FinerWork(Noun):
    """The cue that makes a kind of work another, finer one, and that one."""

    cue: str
    then: str


class ReadingVocabulary(Noun):
    """The lists of cues.yml, by their names there."""

    hypothetical: Phrases
    plan: Phrases
    past: Phrases
    other_firm: Phrases
    vendor_says: Phrases
    negators: Phrases
    light_words: Phrases
    habits: Phrases
    small_words: Phrases
    speaks_on: Phrases
    more_to_come: Phrases
    saving: Phrases
    doing_it: Phrases
    doing: Phrases
    goes_on: Phrases
    using: Phrases
    next_year: Phrases
    denied_ask: Phrases
    work_cues: Phrases
    work_words: dict[str, Phrases]
    item_words: dict[str, str]
    finer_work: dict[str, FinerWork]
    owner_words: Phrases
    family_words: Phrases
    staff_words: Phrases
    outside_words: Phrases
    paper: Phrases
    phoned: Phrases
    digital: Phrases
    all_words: Phrases
    unstable: Phrases
    stable: Phrases
    undocumented: Phrases
    documented: Phrases
    judgement: Phrases
    ruled: Phrases
    errors: Phrases
    exceptions: Phrases
    reversible_no: Phrases
    not_needed: Phrases
    needed: Phrases
    staff_told: Phrases
    staff_untold: Phrases
    doers_asked: Phrases
    doers_not_asked: Phrases
    posts_go: Phrases
    replacing: Phrases
    posts_stay: Phrases
    freed_use: Phrases
    past_attempt: Phrases
    consent_yes: Phrases
    consent_no: Phrases
    reasons: dict[str, Phrases]
    wants_tool: Phrases
    in_the_price: Phrases
    not_in_it: Phrases
    means_work: dict[str, str]
    falls_short: Phrases
    normal: Phrases
    losing: Phrases
    prices: Phrases
    pays: Phrases
    names_price: Phrases
    lost: Phrases
    channels: Phrases
    firm_cues: Phrases
    solo: Phrases
    two_of_us: Phrases
    team_of: Phrases
    headcount_before: Phrases
    revenue: Phrases
    cash: Phrases
    budget: Phrases
    wage: Phrases
    charge: Phrases
    spare_time: Phrases
    no_spare_time: Phrases
    growth_up: Phrases
    growth_down: Phrases
    skill_high: Phrases
    skill_low: Phrases
    change_ahead: Phrases
    shared_login: Phrases
    own_login: Phrases
    peak: Phrases
    goal_cues: Phrases
    tool_nouns: Phrases
    goal_kinds: dict[str, Phrases]
    strength_cues: Phrases
    personal_words: Phrases
    pain_cues: Phrases
    not_pain: Phrases
    rule_limit: Phrases
    preference: Phrases
    yes_words: Phrases
    no_words: Phrases
    unknown: Phrases
    skip: Phrases
    back: Phrases
    undo: Phrases
    beside_undo: Phrases
    beside_numbers: Phrases
    signers: Phrases
    signed_papers: Phrases
    beside_signed: Phrases
    around_signed: Phrases
    why: Phrases
    done: Phrases
    let_be: Phrases
    put_out: Phrases
    may_go: Phrases
    bring_back: Phrases
    asks_to: Phrases
    second_thoughts: Phrases
    correct_openers: Phrases
    correcting: Phrases
    asking: Phrases
    asks_worth: Phrases
    asks_first: Phrases
    asks_how: Phrases
    supposes: Phrases
    asks_effect: Phrases
    wondering: Phrases
    whole_firm: Phrases
    purse: Phrases
    no_money: Phrases
    for_it: Phrases
    free_time: Phrases
    offer_price: Phrases
    takes_time: Phrases
    hires: Phrases
    takes_on: Phrases
    joins: Phrases
    leaves: Phrases
    sends_away: Phrases
    somebody: Phrases
    not_staff: Phrases
    rules_out: Phrases
    ruled_out: Phrases
    outsiders: Phrases
    sets_down: Phrases
    settles_down: Phrases
    unsettles: Phrases
    typed_in: Phrases
    on_top_work: Phrases
    keeps: Phrases
    drops: Phrases
    greeting: Phrases
    distress: Phrases
    foreign: dict[str, Phrases]
    replies: Replies

    def lists(self) -> tuple[tuple[str, Phrases], ...]:
        """Every plain list with its name; a list of lists gives one entry a sub-list, named list.sub."""
        found: list[tuple[str, Phrases]] = []
        for name in type(self).model_fields:
            value: object = getattr(self, name)
            if name in UNMATCHED:
                continue
            if isinstance(value, dict):
                found.extend((f"{name}.{key}", phrases) for key, phrases in value.items())
            elif isinstance(value, tuple):
                found.append((name, value))
        return tuple(found)


def load_vocabulary(knowledge: Path) -> ReadingVocabulary:
    """The vocabulary of a knowledge folder; raises BadInput naming file and list."""
    return read_noun(knowledge / "vocabulary" / "cues.yml", ReadingVocabulary)
