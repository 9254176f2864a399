"""What a run found, as a noun: rows, what was skipped or left out, what fell below the baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from assistant.errors import BadInput
from evals.rows import Miss, Row
from evals.suite import Table

BASELINE = Path(__file__).parent / "baseline.json"
SLACK = 0.0005
"""Half of the last digit kept in the baseline."""

_Baseline = TypeAdapter(dict[str, float])


class Skipped(BaseModel):
    """A suite that could not be run, and why."""

    model_config = ConfigDict(frozen=True)

    suite: str
    reason: str


class Run(BaseModel):
    """One run: where, when, and everything found."""

    model_config = ConfigDict(frozen=True)

    commit: str | None
    made_on: date
    command: str
    seconds: float
    load: str
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    left_out: dict[str, tuple[str, ...]]
    misses: tuple[Miss, ...]
    below: tuple[str, ...] = ()
    one_by_one: dict[str, Table] = {}


def load_baseline(path: Path = BASELINE) -> dict[str, float]:
    """The least value of each measure by "suite.measure"; empty where there is no baseline yet."""
    if not path.is_file():
        return {}
    try:
        return _Baseline.validate_json(path.read_bytes())
    except ValidationError as exc:
        fault = exc.errors()[0]["msg"]
        raise BadInput(f"{path}: not a table of numbers ({fault}); write it anew with --accept") from exc


def below(rows: tuple[Row, ...], baseline: dict[str, float], ran: tuple[str, ...]) -> tuple[str, ...]:
    """One line for each measure that is worse than its baseline, or that a suite no longer measures."""
    found = {row.key: row for row in rows}
    lines = []
    for key, least in baseline.items():
        row = found.get(key)
        if row is None:
            if key.split(".")[0] in ran:
                lines.append(f"{key}: was {least:.3f}, is no longer measured")
        elif _worse(row, least):
            lines.append(f"{key}: is {row.value:.3f}, was {least:.3f}")
    return tuple(lines)


def accepted(rows: tuple[Row, ...], baseline: dict[str, float]) -> dict[str, float]:
    """The baseline with this run's values in it; benches depend on the machine and stay out."""
    new = {row.key: round(row.value, 3) for row in rows if not row.bench and row.better != "neither"}
    return dict(sorted({**baseline, **new}.items()))


def _worse(row: Row, least: float) -> bool:
    return row.value > least + SLACK if row.better == "lower" else row.value < least - SLACK
