"""The spreadsheet of a plan: its sums are live, and come to what our own arithmetic comes to."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.estimates.at_middle import at_middle, likely
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.job import JobInputs, Luck
from assistant.estimates.outcome import Outcome, outcome
from assistant.export.exporters import export
from assistant.export.material import Material
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.export.taken import named, taken, with_every_ledger
from tests.planning.firms import TODAY, bakery_session

TASKS, ESTIMATES, ASSUMPTIONS, RULES, MONTHS = 1, 2, 3, 4, 5
Cells = dict[str, tuple[str, str]]


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as parts:
        return parts.read(name).decode("utf-8")


def cells(data: bytes, sheet: int) -> Cells:
    """Each cell with its formula, empty where it has none, and its value."""
    words = [
        unescape("".join(re.findall(r"<t[^>]*>(.*?)</t>", each, re.S)))
        for each in re.findall(r"<si>(.*?)</si>", part(data, "xl/sharedStrings.xml"), re.S)
    ]
    found: Cells = {}
    for ref, kind, body in re.findall(
        r'<c r="([A-Z]+\d+)"([^>]*?)>(.*?)</c>', part(data, f"xl/worksheets/sheet{sheet}.xml"), re.S
    ):
        formula, value = re.search(r"<f>(.*?)</f>", body, re.S), re.search(r"<v>(.*?)</v>", body, re.S)
        shown = unescape(value.group(1)) if value else ""
        shown = words[int(shown)] if 't="s"' in kind else shown
        found[ref] = (unescape(formula.group(1)) if formula else "", shown)
    return found


def row_of(sheet: Cells, words: str) -> int:
    """The row whose first cell says this."""
    return next(int(ref[1:]) for ref, (_, shown) in sheet.items() if re.fullmatch(r"A\d+", ref) and shown == words)


@pytest.fixture(scope="module")
def rich(setting: EstimateSetting) -> Material:
    """Fourteen ways with money in every ledger."""
    return taken(with_every_ledger(setting, load_plan_words(KNOWLEDGE)), setting)


@pytest.fixture(scope="module")
def small(setting: EstimateSetting) -> Material:
    return taken(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)


def test_its_sheets_are_the_tasks_the_estimates_the_assumptions_and_the_rules(small: Material) -> None:
    names = re.findall(r'<sheet name="(\w+)"', part(export(".xlsx", small), "xl/workbook.xml"))
    assert names == ["Tasks", "Estimates", "Assumptions", "Rules", "Months", "Charts"]


def test_formulas_of_one_way_are_those_of_the_estimates(small: Material) -> None:
    sheet = cells(export(".xlsx", small), ESTIMATES)
    rows = {words: row_of(sheet, words) for words in ("Items", "Hands-on time for one item", "Hours today")}
    assert list(rows.values()) == [6, 7, 8]
    assert sheet["D6"] == ("", "60")
    assert sheet["D7"] == ("IF(D6>0,60*D8/D6,0)", "4.0")
    assert sheet["D8"] == ("", "4")
    names = {
        sheet[f"A{n}"][1]: f"D{n}"
        for n in reversed(range(6, 60))
        if f"A{n}" in sheet and sheet.get(f"D{n}", ("", ""))[1]
    }
    freed = names["Minutes freed on each item"]
    assert sheet[names["Hours freed before looking after it"]][0] == (
        f"{names['How much it will really be used']}*{names['Items']}*{freed}/60"
    )
    covered, special = names["Share of items that it can take"], names["Share that needs something special"]
    removed, review = names["Share of the work on one that falls away"], names["Checking what it did"]
    minutes, dearer = names["Hands-on time for one item"], names["A special one takes, times a usual one"]
    assert sheet[freed][0] == (
        f"{covered}*((1-{special})*({removed}*{minutes}-{review})-{special}*({dearer}-1)*{minutes})"
    )
    assert sheet[names["Hours freed"]][0] == (
        f"{names['Hours freed before looking after it']}-{names['Own hours to look after it']}"
    )
    assert sheet[names["Paid back after"]][0] == (
        'IF(Months!$E$38<-0.005,"never",SUMPRODUCT(MAX((Months!$E$2:$E$38<-0.005)*(Months!$A$2:$A$38+1))))'
    )


RESULTS = {
    "Hours freed": lambda found: found.freed.net,
    "Hours freed before looking after it": lambda found: found.freed.gross,
    "The work costs today": lambda found: found.work.cost_per_year,
    "Cost of the first year": lambda found: found.outside.setup + found.outside.in_year(1),
    "Cost of the second year": lambda found: found.outside.in_year(2),
    "Cost over the months looked at": lambda found: found.total,
    "Cash of mistakes not made": lambda found: found.gains.errors,
    "Cash of hours, if it really happens": lambda found: found.gains.hours,
    "Margin won back": lambda found: found.gains.margin * 12,
    "Worth today, cash less costs": lambda found: found.npv,
    "Paid back after": lambda found: found.payback,
}


def test_what_stands_beside_each_formula_is_what_our_own_arithmetic_comes_to(rich: Material) -> None:
    sheet = cells(export(".xlsx", rich), ESTIMATES)
    assert len(rich.jobs) == 14
    for n, job in enumerate(rich.jobs):
        letter, found = chr(ord("D") + n), outcome(at_middle(job), Luck(3, 1))
        for words, of in RESULTS.items():
            formula, shown = sheet[f"{letter}{row_of(sheet, words)}"]
            ours = float(of(found)[0])
            assert formula, (words, letter)
            assert shown == "never" if ours == float("inf") else float(shown) == pytest.approx(ours, abs=1e-9), words


def test_every_ledger_is_open_in_some_way(rich: Material) -> None:
    found = [likely(each) for each in rich.jobs]
    assert sum(bool(each.gains.errors[0]) for each in found) == 1
    assert sum(bool(each.gains.hours[0]) for each in found) >= 4
    assert sum(bool(each.gains.margin[0]) for each in found) == 1


def test_the_months_end_at_what_is_paid_and_won(rich: Material) -> None:
    sheet = cells(export(".xlsx", rich), MONTHS)
    assert sheet["A38"][1] == "36"
    for n, job in enumerate(rich.jobs):
        found: Outcome = likely(job)
        running = chr(ord("E") + 2 * n) if n < 11 else f"A{chr(ord('A') + 2 * n - 22)}"
        assert float(sheet[f"{running}2"][1]) == pytest.approx(-float(found.outside.setup[0]))
        never = float(sheet[f"{running}38"][1]) < -0.005
        assert never == (float(found.payback[0]) == float("inf"))


def test_whole_posts_leave_the_payroll_by_their_sizes(rich: Material) -> None:
    sheet = cells(export(".xlsx", rich), ESTIMATES)
    column = [each.process_id for each in rich.jobs].index("payment_chasing")
    formula, _ = sheet[f"{chr(ord('D') + column)}{row_of(sheet, 'Hours that leave a payroll or a bill by the hour')}"]
    sizes = rich.jobs[column].post_sizes
    assert [float(each) for each in re.findall(r"AND\((\d+)<=40\*MIN", formula)] == sorted(sizes)
    assert formula.count(">=0.75*") == len(sizes)


def test_inputs_of_a_way_stand_with_their_range_basis_and_words(small: Material) -> None:
    sheet = cells(export(".xlsx", small), ASSUMPTIONS)
    shown = {(sheet[f"B{n}"][1], sheet[f"G{n}"][1], sheet.get(f"H{n}", ("", ""))[1]) for n in range(2, 80)
             if f"B{n}" in sheet and f"G{n}" in sheet}  # fmt: skip
    assert ("Hours today", "you said so", "“four hours every Saturday”") in shown
    assert any(words == "Share of items that it can take" and basis == "assumed" for words, basis, _ in shown)


def test_rules_stand_with_their_verdict_the_broken_first(rich: Material) -> None:
    sheet = cells(export(".xlsx", rich), RULES)
    verdicts = [sheet[f"C{n}"][1] for n in range(2, 20) if f"C{n}" in sheet]
    assert verdicts == sorted(verdicts, key=["✕ broken", "? unknown", "✓ held", "– not applicable"].index)
    assert len(verdicts) == len(rich.state.report.findings if rich.state.report else ())


def test_the_hours_of_the_tasks_are_added_up(rich: Material) -> None:
    sheet = cells(export(".xlsx", rich), TASKS)
    last = 4 + len(rich.plan.steps)
    assert sheet[f"F{last + 1}"] == (f"SUM(F5:F{last})", f"{sum(each.hours for each in rich.plan.steps):g}")


@pytest.mark.parametrize("words", [*ODD, "=1+1", "@SUM(A1)", "x" * 40_000])
def test_no_word_of_an_owner_is_worked_out(setting: EstimateSetting, words: str) -> None:
    data = export(".xlsx", taken(named(words, setting, load_plan_words(KNOWLEDGE)), setting))
    tasks = cells(data, TASKS)
    assert [ref for ref, (formula, _) in tasks.items() if formula] == [f"F{row_of_sum(tasks)}"]
    assert not [ref for sheet in (ASSUMPTIONS, RULES) for ref, (formula, _) in cells(data, sheet).items() if formula]


def row_of_sum(tasks: Cells) -> int:
    return next(int(ref[1:]) for ref, (_, shown) in tasks.items() if shown == "Hours in all")


def test_a_plan_without_ways_says_so() -> None:
    data = export(".xlsx", Material(Plan(title="t", made_on=TODAY), SessionState()))
    assert cells(data, ESTIMATES)["A2"] == ("", "No way has been looked at yet.")
    assert cells(data, TASKS)["B5"] == ("", "There is no step yet.")


def test_the_same_plan_gives_the_same_bytes(small: Material) -> None:
    assert export(".xlsx", small) == export(".xlsx", small)


def test_an_input_that_is_fixed_gives_its_likely_figure(rich: Material) -> None:
    job: JobInputs = at_middle(rich.jobs[3])
    assert job.uncertain() == ()
    assert job.covered_share.spread[1] == rich.jobs[3].covered_share.spread[1]
