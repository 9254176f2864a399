"""Which kind of work some words of the owner mean: one question for each piece of work, two in a talk at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.catalogue import Catalogue
from assistant.domain.profile import Profile
from assistant.domain.talk import MOST_NAMED, Question, Unnamed, which_kind
from assistant.interview.questions import QuestionKind


def kind_questions(
    told: Sequence[Unnamed], known: Profile, kind: QuestionKind, catalogue: Catalogue, done: set[str]
) -> Iterator[Question]:
    """The questions not put yet, in the order told; `done` are the addresses of those put. Words whose nearest kind has
    been named since are not asked about."""
    for number, each in enumerate(told[:MOST_NAMED], start=1):
        if str(which_kind(number)) not in done and known.process(each.nearest[0]) is None:
            yield kind.put_on_words(each, number, catalogue)
