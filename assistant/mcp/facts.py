"""Arguments that several tools share: facts of a firm as `understand` gives them, words, a count."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field, WithJsonSchema

from assistant.conversation.given import profile_from
from assistant.domain.profile import Profile

Facts = Annotated[dict[str, object] | str, WithJsonSchema({"type": "object"})]
"""An object; its text is taken, too, as some assistants send it."""
FIRM = "The facts of the firm: what understand gave back, unchanged. Leave it out where you have none."
FactsOfFirm = Annotated[Facts | None, Field(description=FIRM)]
WORDS = "The owner's own words, verbatim and whole, in English."
OwnersWords = Annotated[str, Field(description=WORDS)]
OwnersWordsInstead = Annotated[str | None, Field(description=f"{WORDS} Instead of 'profile'.")]
Question = Annotated[str, Field(description="One question in plain English.")]
HowMany = Annotated[int, Field(description="How many passages are looked at, 1 to 50.")]
Collection = Annotated[
    str | None,
    Field(description="Name of a collection of the owner's own documents to search instead of the knowledge base."),
]


def profile(facts: Facts) -> Profile:
    """The facts as a noun, also from assistants that send an object as its text; raises BadInput."""
    return profile_from(facts if isinstance(facts, str) else json.dumps(facts), "profile")
