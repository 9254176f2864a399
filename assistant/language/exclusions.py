"""Numbers that are no quantities: years, dates, clock times, ordinals, numbers in names and lists."""

from __future__ import annotations

from assistant.language.measures import Measures
from assistant.language.numerals import Numeral
from assistant.language.tokens import Tokens

OPENING_HOURS = 12
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "early", "late")

NOT_ONE_AFTER = ("this", "that", "which", "no", "any", "every", "each", "another", "the", "some", "other", "not")
NOT_ONE_BEFORE = (
    "another",
    "of",
    "day",
    "thing",
    "reason",
    "way",
    "time",
    "is",
    "more",
    "by",
    "'",
    "else",
    "big",
    "who",
)
JOINERS = ("-", "–", "—", "to", "or", "till", "/", "and", "in", "out", "maybe", "possibly", ",")


def is_some_day(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for "one day I will": a day that is counted stands after a word of taking."""
    day = tokens.lower(number.stop) in ("day", "night", "morning", "evening", "afternoon")
    return _is_spelled_one(number) and day and tokens.lower(number.start - 1) not in words.taking


def is_pronoun(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True where one is no count: this one, one day, one another, the one thing."""
    if not _is_spelled_one(number):
        return False
    before, after = tokens.lower(number.start - 1), tokens.lower(number.stop)
    of_many = after == "of" and (tokens.is_figure(number.stop + 1) or tokens.lower(number.stop + 1) in words.numerals)
    if of_many:
        return False
    if before in NOT_ONE_AFTER or after in NOT_ONE_BEFORE or after.endswith("ing"):
        return True
    if after in ("a", "an", "per", "every", "each") and tokens.lower(number.stop + 1) in words.period_of:
        return False
    alone = number.start == 0 or before in ("about", "maybe", "just", "only", "or", "to", "-")
    return not (after in JOINERS or alone) and (tokens.is_sign(number.stop) or after in words.function_words)


def _is_spelled_one(number: Numeral) -> bool:
    return number.spelled and number.low == 1 and number.stop - number.start == 1


def is_label(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True where the number is a name, a place in a list, a date, a clock time or a year."""
    lower, start, stop = tokens.lower, number.start, number.stop
    before, after = lower(start - 1), lower(stop)
    if tokens.is_figure(start):
        if tokens.glued(stop) and after in ("st", "nd", "rd", "th", "am", "pm", "s", "/", ":"):
            return after != "s" or number.low >= 1900
        if tokens.glued(start) and before in ("/", "#", "_", ":", "*"):
            return True
        if tokens.glued(start) and before == "-" and tokens.is_word(start - 2) and tokens.glued(start - 1):
            return True
        if _is_year(tokens, number, words) or _is_enumerator(tokens, number):
            return True
    if before in words.labels or (before == "." and lower(start - 2) in ("no", "nr", "nos")):
        return True
    if number.low <= 31 and (_is_month(tokens, start - 1, words) or _is_month(tokens, stop, words)):
        return True
    return _is_clock(tokens, number, words) or _in_product_name(tokens, number, words)


def _is_month(tokens: Tokens, index: int, words: Measures) -> bool:
    """True for the name of a month; may, march and mar count with a capital only."""
    lower = tokens.lower(index)
    return lower in words.months and (
        tokens.capital(index) or lower not in ("may", "march", "mar", "sep", "dec", "jan")
    )


def _is_clock(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    lower, start, stop = tokens.lower, number.start, number.stop
    if number.low > 24 or number.fraction:
        return False
    if lower(stop) in ("am", "pm", "a.m.", "p.m.", "o'clock", "oclock", "sharp"):
        return True
    if lower(stop) == "in" and lower(stop + 1) == "the" and lower(stop + 2) in PARTS_OF_DAY:
        return lower(start - 1) in words.clock_cues
    if lower(start - 1) in ("at", "till", "until", "til", "past", "by") and lower(stop) in (
        "at",
        "and",
        "",
        ".",
        ",",
        "to",
        "on",
        "in",
        "when",
        "every",
        "each",
        "-",
        "tonight",
        "most",
        "or",
    ):
        ranged = lower(stop) in ("-", "to", "or") and (tokens.is_figure(stop + 1) or lower(stop + 1) in words.numerals)
        noun = lower(stop + 2)
        plain = tokens.is_word(stop + 2) and noun not in {*words.function_words, "am", "pm", *PARTS_OF_DAY}
        counts = plain or noun in words.duration_of
        return number.low <= OPENING_HOURS and not (ranged and counts)
    return _closes_opening_hours(tokens, number)


def _closes_opening_hours(tokens: Tokens, number: Numeral) -> bool:
    """True for either end of 9 to 5 and 8-6: a span that falls is one of the clock."""
    lower, start, stop = tokens.lower, number.start, number.stop
    if number.low > OPENING_HOURS:
        return False
    if lower(stop) in ("to", "-", "–") and tokens.is_figure(stop + 1):
        other = lower(stop + 1)
        return (
            other.isdigit()
            and int(other) < number.low
            and lower(stop + 2) not in ("%", "k")
            and lower(start - 1) != "from"
        )
    if lower(start - 1) in ("to", "-", "–") and tokens.is_figure(start - 2):
        other = lower(start - 2)
        return other.isdigit() and number.low < int(other) <= OPENING_HOURS and lower(start - 3) != "from"
    return False


def _is_year(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for four digits after words of time: since 2015; from 2015 to 2019, unless they count something."""
    figure = tokens.lower(number.start)
    if number.stop - number.start != 1 or not (1900 <= number.low <= 2099) or not figure.isdigit():
        return False
    before, after = tokens.lower(number.start - 1), tokens.lower(number.stop)
    if before in words.year_cues or before in words.months:
        return True
    counts = tokens.is_word(number.stop) and after not in words.function_words
    return before in words.weak_year_cues and not counts and number.low % 100 != 0


def _is_enumerator(tokens: Tokens, number: Numeral) -> bool:
    lower, start, stop = tokens.lower, number.start, number.stop
    at_line_start = start == 0 or lower(start - 1) == "\n"
    if at_line_start and lower(stop) in (".", ")", ":") and tokens.glued(stop) and stop + 1 < len(tokens):
        return True
    return lower(start - 1) == "(" and lower(stop) == ")"


def _in_product_name(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for Office 365 or Windows 11: a capital inside a sentence, a figure, and no noun that it would count."""
    start, stop = number.start, number.stop
    if tokens.lower(start - 1) in words.weekdays:
        return False
    inside = start >= 2 and not tokens.ends_sentence(start - 2) and tokens.capital(start - 1)
    if not inside or not tokens.is_figure(start) or len(tokens.lower(start - 1)) < 3 or tokens.lower(start - 1) == "i":
        return False
    return tokens.is_sign(stop) or tokens.lower(stop) in (
        "and",
        "for",
        "to",
        "is",
        "account",
        "subscription",
        "license",
    )
