"""Every formula's worked number is executed, and every formula has one."""

from __future__ import annotations

import doctest
import importlib
import inspect

import pytest

FORMULAS = ("hours", "mistakes", "labour", "costs", "ledgers", "finance", "ceiling", "draws")


@pytest.mark.parametrize("name", FORMULAS)
def test_each_worked_number_comes_out(name: str) -> None:
    module = importlib.import_module(f"assistant.estimates.{name}")
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("name", [each for each in FORMULAS if each != "draws"])
def test_each_public_formula_has_a_worked_number(name: str) -> None:
    module = importlib.import_module(f"assistant.estimates.{name}")
    for label, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not label.startswith("_"):
            assert ">>> " in (function.__doc__ or ""), f"{name}.{label} has no doctest"
