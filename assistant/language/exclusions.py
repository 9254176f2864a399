"""Numbers that are no quantities: years, dates, clock times, ordinals, numbers in names and lists."""

from __future__ import annotations

from assistant.language.amount import Numeral
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

DAYS = ("day", "night", "morning", "evening", "afternoon")
NOT_ONE_AFTER = ("this", "that", "which", "no", "any", "every", "each", "another", "the", "some", "other", "not")
"""Before "one" where it counts nothing: this one, the one thing."""
NOT_ONE_BEFORE = (
    "another", "of", "day", "thing", "reason", "way", "time", "is", "more", "by", "'", "else", "big", "who",
)  # fmt: skip
"""After "one" where it counts nothing: one another, one day, one who."""
EACH = ("a", "an", "per", "every", "each")
ALONE_AFTER = ("about", "maybe", "just", "only", "or", "to", "-")
"""Before "one" where it is a number on its own: just one."""
JOINERS = ("-", "–", "—", "to", "or", "till", "/", "and", "in", "out", "maybe", "possibly", ",")
"""After "one" where it is a number on its own: one or two, one in ten."""

NOT_COUNTED = ("st", "nd", "rd", "th", "am", "pm", "/")
"""Glued to the end of a figure: 3rd, 9am, 12/05."""
MARKS = ("/", "#", "_", ":", "*")
"""Glued to the start of a figure: #12, 12/05."""
BEING = ("are", "we're", "were", "is", "of", "have")
"""Before a figure that a colon follows, and that counts what is listed after it."""
NUMBER = ("no", "nr", "nos")
"""Short for number, before a full stop: no. 12."""
AMBIGUOUS_MONTHS = ("may", "march", "mar", "sep", "dec", "jan")
"""Months with a capital only."""
DAYS_OF_MONTH = 31
FIRST_YEAR, LAST_YEAR = 1900, 2099

HOURS_OF_DAY = 24
OPENING_HOURS = 12
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "early", "late")
HALVES_OF_DAY = ("am", "pm")
OF_CLOCK = (*HALVES_OF_DAY, "a.m.", "p.m.", "o'clock", "oclock", "sharp")
UP_TO = ("at", "till", "until", "til", "past", "by")
"""Before a time of the clock, or a number."""
ENDS_OF_TIME = (
    "at", "and", "", ".", ",", "to", "on", "in", "when", "every", "each", "-", "tonight", "most", "or",
)  # fmt: skip
"""What follows a time of the clock and no number that counts something."""
RANGING = ("-", "to", "or")
SPANNING = ("to", "-", "–")
NOT_OF_CLOCK = ("%", "k")

NOT_COUNTED_BY_NAME = ("and", "for", "to", "is", "account", "subscription", "license")
"""After Office 365 or Windows 11: words that the figure does not count."""


def is_some_day(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for "one day I will": a day that is counted stands after a word of taking."""
    day = tokens.lower(number.stop) in DAYS
    return _is_spelled_one(number) and day and tokens.lower(number.start - 1) not in words.taking


def is_pronoun(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True where one is no count: this one, one day, one another, the one thing."""
    if not _is_spelled_one(number):
        return False
    before, after = tokens.lower(number.start - 1), tokens.lower(number.stop)
    if after == "of" and _is_number(tokens, number.stop + 1, words):
        return False
    if before in NOT_ONE_AFTER or after in NOT_ONE_BEFORE or after.endswith("ing"):
        return True
    if after in EACH and tokens.lower(number.stop + 1) in words.period_of:
        return False
    alone = number.start == 0 or before in ALONE_AFTER
    return not (after in JOINERS or alone) and (tokens.is_sign(number.stop) or after in words.function_words)


def _is_spelled_one(number: Numeral) -> bool:
    return number.spelled and number.low == 1 and number.stop - number.start == 1


def _is_number(tokens: Tokens, index: int, words: Measures) -> bool:
    """True where a number in digits or words stands at an index."""
    return tokens.is_figure(index) or tokens.lower(index) in words.numerals


def is_label(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True where the number is a name, a place in a list, a date, a clock time or a year."""
    if tokens.is_figure(number.start):
        if tokens.lower(number.stop) == "s" and tokens.glued(number.stop):
            return number.low >= FIRST_YEAR
        if _is_marked(tokens, number) or _is_year(tokens, number, words) or _is_enumerator(tokens, number):
            return True
    return (
        _is_numbered(tokens, number, words)
        or _is_date(tokens, number, words)
        or _is_clock(tokens, number, words)
        or _in_product_name(tokens, number, words)
    )


def _is_marked(tokens: Tokens, number: Numeral) -> bool:
    """True for a figure with a mark against it: 3rd, 9am, 12/05, #12, the 19 of covid-19."""
    start, stop = number.start, number.stop
    before, after = tokens.lower(start - 1), tokens.lower(stop)
    if tokens.glued(stop) and (after in NOT_COUNTED or (after == ":" and not _opens_list(tokens, number))):
        return True
    named = before == "-" and tokens.is_word(start - 2) and tokens.glued(start - 1)
    return tokens.glued(start) and (before in MARKS or named)


def _opens_list(tokens: Tokens, number: Numeral) -> bool:
    """True for the colon of "we are 6: four physios and two at the desk", after a verb and before a space."""
    return tokens.lower(number.start - 1) in BEING and not tokens.glued(number.stop + 1)


def _is_year(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for four digits after words of time: since 2015; from 2015 to 2019, unless they count something."""
    figure = tokens.lower(number.start)
    if number.stop - number.start != 1 or not (FIRST_YEAR <= number.low <= LAST_YEAR) or not figure.isdigit():
        return False
    before, after = tokens.lower(number.start - 1), tokens.lower(number.stop)
    if before in words.year_cues or before in words.months:
        return True
    counts = tokens.is_word(number.stop) and after not in words.function_words
    return before in words.weak_year_cues and not counts and number.low % 100 != 0


def _is_enumerator(tokens: Tokens, number: Numeral) -> bool:
    """True for 1. and 2) where a line begins, and for (3)."""
    lower, start, stop = tokens.lower, number.start, number.stop
    at_line_start = start == 0 or lower(start - 1) == "\n"
    if at_line_start and lower(stop) in (".", ")", ":") and tokens.glued(stop) and stop + 1 < len(tokens):
        return True
    return lower(start - 1) == "(" and lower(stop) == ")"


def _is_numbered(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for "unit 4" and "no. 12"."""
    before = tokens.lower(number.start - 1)
    return before in words.labels or (before == "." and tokens.lower(number.start - 2) in NUMBER)


def _is_date(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True beside the name of a month."""
    beside = (number.start - 1, number.stop)
    return number.low <= DAYS_OF_MONTH and any(_is_month(tokens, index, words) for index in beside)


def _is_month(tokens: Tokens, index: int, words: Measures) -> bool:
    """True for the name of a month; may, march and mar count with a capital only."""
    lower = tokens.lower(index)
    return lower in words.months and (tokens.capital(index) or lower not in AMBIGUOUS_MONTHS)


def _is_clock(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for 9 o'clock, seven in the morning, until 6, and 9 to 5."""
    lower, start, stop = tokens.lower, number.start, number.stop
    if number.low > HOURS_OF_DAY or number.fraction:
        return False
    if lower(stop) in OF_CLOCK:
        return True
    if tokens.follows(stop, ("in", "the")) and lower(stop + 2) in PARTS_OF_DAY:
        return lower(start - 1) in words.clock_cues
    if lower(start - 1) in UP_TO and lower(stop) in ENDS_OF_TIME:
        return number.low <= OPENING_HOURS and not _counts_in_range(tokens, number, words)
    return _closes_opening_hours(tokens, number)


def _counts_in_range(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for the first end of "by 5 to 10 orders" and of "at 2 or 3 hours"."""
    stop = number.stop
    if tokens.lower(stop) not in RANGING or not _is_number(tokens, stop + 1, words):
        return False
    noun = tokens.lower(stop + 2)
    plain = tokens.is_word(stop + 2) and noun not in {*words.function_words, *HALVES_OF_DAY, *PARTS_OF_DAY}
    return plain or noun in words.duration_of


def _closes_opening_hours(tokens: Tokens, number: Numeral) -> bool:
    """True for either end of 9 to 5 and 8-6: a span that falls is one of the clock."""
    lower, start, stop = tokens.lower, number.start, number.stop
    if number.low > OPENING_HOURS:
        return False
    if lower(stop) in SPANNING and tokens.is_figure(stop + 1):
        other = lower(stop + 1)
        falls = other.isdigit() and int(other) < number.low
        return falls and lower(stop + 2) not in NOT_OF_CLOCK and lower(start - 1) != "from"
    if lower(start - 1) in SPANNING and tokens.is_figure(start - 2):
        other = lower(start - 2)
        return other.isdigit() and number.low < int(other) <= OPENING_HOURS and lower(start - 3) != "from"
    return False


def _in_product_name(tokens: Tokens, number: Numeral, words: Measures) -> bool:
    """True for Office 365 or Windows 11: a capital inside a sentence, a figure, and no noun that it would count."""
    start, stop = number.start, number.stop
    name = tokens.lower(start - 1)
    inside = start >= 2 and not tokens.ends_sentence(start - 2) and tokens.capital(start - 1)
    if not inside or not tokens.is_figure(start) or name in words.weekdays or len(name) < 3:
        return False
    return tokens.is_sign(stop) or tokens.lower(stop) in NOT_COUNTED_BY_NAME
