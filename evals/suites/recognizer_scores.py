"""A recogniser's case: whether its figures were read, and nothing else of their kind."""

from __future__ import annotations

import re

from assistant.domain.profile import Profile, Quantity
from evals.casebook import Attempt
from evals.score import Score, passed
from evals.scorers.figures import Figure, close, figure
from evals.scorers.spans import pairs
from evals.suites.recognizer_cases import Found, RecognizerCase, Resolution, lists

TIMEX = re.compile(r"P(?P<time>T?)(?P<count>[\d.]+)(?P<unit>[YMWDHS])")
CARRIER, CARRIED = "We send 30 invoices {rhythm}.", 30.0
TIMES = ("minute", "day", "week", "month")


def sentence_of(kind: str, case: RecognizerCase) -> str:
    """What the reader is given: a rhythm is no figure, so it is put behind one, whose period it must become."""
    if kind == "set" and case.results:
        return CARRIER.format(rhythm=case.results[0].text)
    return case.input


def score_case(kind: str, case: RecognizerCase, read: Attempt[Profile]) -> Score:
    """1 where every figure of the case was read and nothing else of its kind."""
    given = (read.result or Profile()).quantities
    if kind == "set":
        return passed(any(_keeps_rhythm(each, case.results[0].moment) for each in given), _say(case, given, read.error))
    mine = [each for each in given if _of_kind(kind, each)]
    hits = pairs(case.results, mine, lambda one, other: _means(kind, one, other))
    whole = len(hits) == len(case.results) and len(mine) == len(case.results)
    return passed(whole and read.result is not None, _say(case, given, read.error))


def _of_kind(kind: str, given: Quantity) -> bool:
    unit = _figure(given).kind
    if kind == "currency":
        return unit.isupper()
    if kind == "percent":
        return unit == "share"
    if kind in ("age", "duration"):
        return unit in TIMES
    if kind == "dimension":
        return any(given.said.unit.lower() in spellings for spellings in lists().measures.values())
    return True


def _means(kind: str, wanted: Found, given: Quantity) -> bool:
    had = _figure(given)
    if kind == "number":
        return _equal(_number(wanted), had)
    if kind == "currency":
        code, factor = lists().money.get(wanted.resolution.unit, (wanted.resolution.unit, 1.0))
        return had.kind == code and _equal(_number(wanted) * factor, had)
    if kind == "percent":
        return _equal(_number(wanted) / 100, had)
    if kind == "dimension":
        spellings = lists().measures.get(wanted.resolution.unit, (wanted.resolution.unit.lower(),))
        return given.said.unit.lower() in spellings and _equal(_number(wanted), had)
    want = _duration(wanted)
    return want is not None and want.kind == had.kind and _equal(want.low, had)


def _keeps_rhythm(given: Quantity, moment: Resolution) -> bool:
    """True where the carrier's figure has the rhythm as its period."""
    value = given.said.value
    if isinstance(value, tuple) or not close(value, CARRIED):
        return False
    count, _, unit = given.said.per.rpartition(" ")
    had = figure(float(count) if count.replace(".", "").isdigit() else 1.0, unit, "")
    wanted = _rhythm(moment.timex)
    return wanted is not None and had.kind == wanted.kind and close(had.low, wanted.low)


def _rhythm(timex: str) -> Figure | None:
    if re.match(r"T\d", timex):
        return figure(1.0, "day", "")
    if timex.startswith("XXXX-WXX"):
        return figure(1.0, "week", "")
    return _timex(timex)


def _duration(wanted: Found) -> Figure | None:
    if wanted.resolution.value is not None:
        return figure(_number(wanted), wanted.resolution.unit.lower(), "")
    return _timex(wanted.moment.timex)


def _timex(timex: str) -> Figure | None:
    found = TIMEX.fullmatch(timex)
    if found is None:
        return None
    names = {"Y": "year", "M": "minute" if found["time"] else "month", "W": "week", "D": "day", "H": "hour", "S": "sec"}
    return figure(float(found["count"]), names[found["unit"]], "")


def _number(wanted: Found) -> float:
    return float((wanted.resolution.value or "nan").rstrip("%"))


def _equal(value: float, had: Figure) -> bool:
    """True at either end of a range: the data knows none, and takes "eight to 10 feet" as ten feet."""
    return close(value, had.low) or close(value, had.high)


def _figure(given: Quantity) -> Figure:
    return figure(given.said.value, given.said.unit, given.said.per)


def _say(case: RecognizerCase, given: tuple[Quantity, ...], error: str) -> str:
    read = [f"{each.said.value} {each.said.unit} {each.said.per}".strip() for each in given]
    return f"{case.input!r}: read {read}, wanted {[each.text for each in case.results]} {error}".strip()
