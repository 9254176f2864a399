"""Slips of arithmetic and logic are told from those in words, and the share that tests notice is counted."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.mutants import change, is_counted, main, mutants, report


@pytest.mark.parametrize(
    ("before", "after", "counts", "shown"),
    [
        ("return 60 * a", "return 61 * a", True, "60 -> 61"),
        ("return 60 * a", "return 60 / a", True, "Mult -> Div"),
        ("return a < b", "return a <= b", True, "Lt -> LtE"),
        ("return a is None", "return a is not None", True, "Is -> IsNot"),
        ("return a and b", "return a or b", True, "And -> Or"),
        ("return not a", "return a", True, "not a -> a"),
        ("return g(True)", "return g(False)", True, "True -> False"),
        ("return max(a, 0)", "return max(a)", True, "max(a, 0) -> max(a)"),
        ("return max(a, 0)", "return max(0)", True, "max(a, 0) -> max(0)"),
        ("return g(a)", "return g(None)", True, "a -> None"),
        ("return g(a, key=b)", "return g(a)", True, "g(a, key=b) -> g(a)"),
        ("c = a\nreturn c", "c = None\nreturn c", True, "a -> None"),
        ("c = None\nreturn c", "c = ''\nreturn c", True, "None -> ''"),
        ("a += b\nreturn a", "a -= b\nreturn a", True, "Add -> Sub"),
        ("a += b\nreturn a", "a = b\nreturn a", True, "a += b -> a = b"),
        ("return a if b else 1", "return a if b and False else 1", True, "b -> b and False"),
        ("return a.mid if b else 1", "return None if b else 1", True, "a.mid -> None"),
        ("return 'yes'", "return 'XXyesXX'", False, "'yes' -> 'XXyesXX'"),
        ("return f'{a} h'", "return f'{a} H'", False, None),
        ("return g('h')", "return g(None)", False, "'h' -> None"),
        ("return g(a, 'h')", "return g(a)", False, "g(a, 'h') -> g(a)"),
        ("return g(a, unit='h')", "return g(a)", False, "g(a, unit='h') -> g(a)"),
        ("return a.lower()", "return a.upper()", False, "a.lower -> a.upper"),
    ],
)
def test_a_slip_counts_where_it_is_no_word(before: str, after: str, counts: bool, shown: str | None) -> None:
    one, other = (function(body) for body in (before, after))
    parts = change(one, other)
    assert is_counted(*parts) is counts
    if shown is not None:
        assert " -> ".join(ast.unparse(each) or type(each).__name__ for each in parts) == shown


def function(body: str) -> ast.AST:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return ast.parse(f"def slip(a, b):\n{lines}\n").body[0]


MODULE = """
def x_half__mutmut_orig(a):
    return a / 2 + len("half")


def x_half__mutmut_1(a):
    return a * 2 + len("half")


def x_half__mutmut_2(a):
    return a / 3 + len("half")


def x_half__mutmut_3(a):
    return a / 2 - len("half")


def x_half__mutmut_4(a):
    return a / 2 + len("XXhalfXX")


def x_half__mutmut_5(a):
    return a / 2 + len(None)


def x_half__mutmut_6(a):
    return a + len("half")
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Results as mutmut leaves them: killed, alive, never met by a test, not run, interrupted."""
    return ended(tmp_path, {"1": 1, "2": 0, "3": 33, "4": 0, "5": None, "6": 2})


def ended(folder: Path, ends: Mapping[str, int | None]) -> Path:
    """A folder in which the mutants of MODULE ended as `ends` says, by their numbers."""
    (folder / "trade").mkdir()
    (folder / "trade" / "sums.py").write_text(MODULE, encoding="utf-8")
    keys = {f"trade.sums.x_half__mutmut_{number}": end for number, end in ends.items()}
    (folder / "trade" / "sums.py.meta").write_text(json.dumps({"exit_code_by_key": keys}), encoding="utf-8")
    return folder


def test_results_are_read_with_what_was_changed(made: Path) -> None:
    found = list(mutants(made))
    assert [(each.counts, each.killed) for each in found] == [
        (True, True), (True, False), (True, False), (False, False), (False, None), (True, None),
    ]  # fmt: skip
    assert {each.module for each in found} == {"trade.sums"}


def test_the_report_lists_survivors_and_the_share_of_what_was_run(made: Path) -> None:
    lines = report(list(mutants(made))).splitlines()
    assert lines[:2] == ["trade.sums.x_half__mutmut_2: 2 -> 3", "trade.sums.x_half__mutmut_3: Add -> Sub"]
    assert "| trade.sums | 3 | 0.333 |" in lines
    assert lines[-1] == "Left out: 2 in words and names; not run: 2."


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ({"1": 1, "2": 1, "3": 1}, 0),
        ({"1": 1, "2": 0, "3": 1}, 1),
        ({"1": 1, "4": 0, "5": None}, 0),
        ({"4": 0, "5": None}, 1),
    ],
)
def test_it_fails_below_the_bar_and_where_nothing_was_tried(
    tmp_path: Path, ends: dict[str, int | None], code: int
) -> None:
    assert main(ended(tmp_path, ends)) == code


def test_without_results_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make mutants"):
        list(mutants(tmp_path))
