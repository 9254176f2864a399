"""Settings, read once from PLUMBLINE_* into a frozen object; the only reader of the environment and of data paths."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import BadInput, misfit

PREFIX = "PLUMBLINE_"
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Settings(BaseModel):
    """Every knob, with its default, unit and help; a field named `home` is read from PLUMBLINE_HOME."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("plumbline", appauthor=False)),
        description="The one folder where sessions, index and private collections are kept.",
    )
    data: Path | None = Field(default=None, description="Folder that holds knowledge/ and prompts/, instead of ours.")
    encoder_dir: Path | None = Field(
        default=None, description="Folder of the published all-MiniLM-L6-v2 model, instead of the bundled one."
    )
    eval_data: Path | None = Field(default=None, description="Folder of the public data sets that some evals read.")
    today: date = Field(default_factory=date.today, description="The date that every stage uses (ISO date).")
    seed: int = Field(default=20260, description="Seed of every draw; the same seed gives the same advice.")
    draws: int = Field(default=2000, ge=200, le=200_000, description="Draws for each estimate.")
    max_file_mb: int = Field(default=25, ge=1, description="Largest file that is read (megabytes).")
    model: str = Field(
        default="",
        description="The chat model that words replies, as provider:name (ollama:…, openai:…, anthropic:…, "
        "google_genai:…, or any other that LangChain knows); empty for none.",
    )
    model_url: str | None = Field(
        default=None, description="Address of the model's server, where it is not the provider's own (http://…/v1)."
    )
    model_seconds: float = Field(default=30, gt=0, description="Longest wait for one reply of the model (seconds).")
    model_context: int = Field(default=3000, ge=500, description="Most that the model is told in a turn (tokens).")
    model_cap: int = Field(default=200_000, ge=0, description="Most that one talk may use of the model (tokens).")
    model_rest: float = Field(
        default=60, ge=0, description="How long a model that failed twice in a row is left alone (seconds)."
    )
    model_price: float | None = Field(
        default=None, ge=0, description="Price of a million tokens, to have the cost shown; in your own currency."
    )
    log_level: LogLevel = Field(
        default="WARNING", description="Level of the log on standard error; ids and counts only."
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None, **overrides: object) -> Settings:
        """Settings from the environment, `overrides` on top.

        Raises BadInput where a value is not of the kind that its setting needs.
        """
        found: dict[str, object] = {}
        for name, value in (os.environ if environ is None else environ).items():
            field = name.removeprefix(PREFIX).lower()
            if name.startswith(PREFIX) and field in cls.model_fields and value:
                found[field] = value
        found.update({name: value for name, value in overrides.items() if value is not None})
        try:
            return cls.model_validate(found)
        except ValidationError as exc:
            wrong = misfit(exc)
            raise BadInput(
                f"setting {PREFIX}{wrong.place.upper()} has the value {found.get(wrong.place)!r}: "
                f"{wrong.message.lower()}. It is: {cls.model_fields[wrong.place].description}"
            ) from exc

    def data_root(self) -> Path:
        """The folder that holds knowledge/ and prompts/: the one set, the wheel's, or the checkout's."""
        if self.data is not None:
            return self.data
        package = Path(str(resources.files("assistant")))
        inside = package / "_data"
        return inside if inside.is_dir() else package.parent

    def knowledge(self) -> Path:
        """The folder of documents and tables."""
        return self.data_root() / "knowledge"

    def prompts(self) -> Path:
        """The folder of prompts for a chat model."""
        return self.data_root() / "prompts"

    def eval_root(self) -> Path:
        """The folder of the public data sets: the one set, or the one beside the checkout."""
        return self.eval_data or self.data_root().parent / "shared" / "data"
