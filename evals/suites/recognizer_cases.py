"""The recognizers' cases, and the list of those that no owner would write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evals.casebook import Case


class Resolution(BaseModel):
    """What the data says a figure means."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    value: str | None = None
    unit: str = ""
    timex: str = Field(default="", alias="Timex")


class Found(BaseModel):
    """One figure of a case."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    text: str = Field(alias="Text")
    resolution: Resolution = Field(default=Resolution(), alias="Resolution")
    moment: Resolution = Field(default=Resolution(), alias="Value")


class RecognizerCase(Case):
    """A sentence and its figures."""

    input: str = Field(alias="Input")
    results: tuple[Found, ...] = Field(alias="Results")


class LeftOut(BaseModel):
    """A kind of case that no owner would write, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    pattern: str
    why: str


class Lists(BaseModel):
    """The content of recognizers.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    left_out: tuple[LeftOut, ...]
    money: Mapping[str, tuple[str, float]]
    measures: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists, read once."""
    return Lists.model_validate(yaml.safe_load((Path(__file__).parent / "recognizers.yml").read_text(encoding="utf-8")))


def reason_to_leave_out(kind: str, case: RecognizerCase) -> str | None:
    """Why a case is not one that an owner might write; None where it is."""
    rules = lists().left_out
    found = next((each.why for each in rules if each.kind == kind and re.search(each.pattern, case.input)), None)
    bare = kind in ("currency", "dimension") and any(each.resolution.value is None for each in case.results)
    return found or ("units without a figure" if bare else None)
