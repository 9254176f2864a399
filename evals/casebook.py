"""Cases read from disk, and the failures of the product that a run must survive to report them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import BadInput

CASES = Path(__file__).parent / "cases"


class Case(BaseModel):
    """One case: keys that only widen what counts as right, or comment on it, are not needed by every scorer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = ""
    seen: bool | None = None


OneCase = TypeVar("OneCase", bound=BaseModel)
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


def load(path: Path, kind: type[OneCase]) -> tuple[OneCase, ...]:
    """The cases of a .jsonl file; raises BadInput with file and line."""
    found = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(kind.model_validate(json.loads(line)))
        except (json.JSONDecodeError, ValidationError) as exc:
            raise BadInput(f"{path}:{n}: not a case of {kind.__name__} ({exc}); mend that line") from exc
    return tuple(found)


@dataclass(frozen=True)
class Attempt(Generic[Result]):
    """What a call gave, or the error that it raised, in words."""

    result: Result | None
    error: str


def attempt(
    call: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs
) -> Attempt[Result]:
    """The call's result; an error of any kind is caught here, and only here, because it is what is measured."""
    try:
        return Attempt(call(*arguments, **named), "")
    except Exception as exc:  # noqa: BLE001
        return Attempt(None, f"{type(exc).__name__}: {exc}")
